"""What else a sum's own sentence tells of: the summit where it was announced, the deal between two sides it is in."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Final

from msgspec import Struct

from pledgebook.model.ledger import Choice, Event, Rival
from pledgebook.model.records import Mention
from pledgebook.model.values import Novelty, Party, Period, Text
from pledgebook.reconcile.consensus import GUESSED_RULE
from pledgebook.reconcile.dates import say_period
from pledgebook.reconcile.features import APART_DAYS
from pledgebook.reconcile.grouping import Group
from pledgebook.reconcile.links import Setting
from pledgebook.reconcile.summits import GATHERINGS
from pledgebook.reconcile.tellings import Telling, party_keys, values_of

DEAL: Final = "deal"

Place = tuple[str, int]


class Gathering(Struct, frozen=True):
    """A summit or conference whose day is known, told of in a sentence."""

    type: str
    date: Period


class Beside(Struct, frozen=True):
    """What stands beside sums, by document and start of the sentence: dated gatherings, and who agrees with whom."""

    gatherings: Mapping[Place, Gathering]
    deals: Mapping[Place, frozenset[str]]


def find_gatherings(events: Iterable[Event], mentions: Mapping[str, Mention]) -> Mapping[Place, Gathering]:
    """Return the dated summits and conferences by document and start of the sentences that tell of them.

    Args:
        events: Those of the stories at hand.
        mentions: The mentions of their documents, by id.
    """
    found: dict[Place, Gathering] = {}
    for event in sorted(events, key=lambda event: event.id):
        if event.type not in GATHERINGS or event.date is None:
            continue
        for mention in event.mentions:
            if mention in mentions:
                found.setdefault(_place(mentions[mention]), Gathering(event.type, event.date))
    return found


def find_deals(agreements: Iterable[Telling]) -> Mapping[Place, frozenset[str]]:
    """Return the parties of agreements of two sides and more, by document and start of their sentences."""
    found: dict[Place, frozenset[str]] = {}
    for telling in sorted(agreements, key=lambda telling: telling.place):
        parties = frozenset(party_keys(values_of(telling.statements, "party", Party)))
        if len(parties) > 1:
            found.setdefault(_place(telling.mention), parties)
    return found


def name_deal(choices: Sequence[Choice], group: Group, beside: Beside) -> tuple[Choice, ...]:
    """Return the choices, a sum that both sides of an agreement give and nobody gets marked as the worth of a deal.

    What two sides agree to do together for so much is no help of one for the other, and no new money of either.
    """
    told = {choice.field for choice in choices}
    met = [t for t in group.tellings if len(t.gives) > 1 and frozenset(t.gives) == beside.deals.get(_place(t.mention))]
    if not met or "recipient" in told:
        return tuple(choices)
    because = "the sentence tells of an agreement of those who give it, and nobody else gets it"
    deal = Choice("instrument", (Text(DEAL),), "both-sides-give", because, tuple(sorted(t.id for t in met)))
    return (*(choice for choice in choices if choice.field != "instrument"), deal)


def date_by_summit(
    choices: Sequence[Choice], group: Group, beside: Mapping[Place, Gathering], setting: Setting
) -> tuple[Choice, ...]:
    """Return the choices, a sum that no report dates announced at the summit in its sentence.

    Where no report says outright that the sum is new, and the summit lies weeks before the event reported, the sum is
    one that was promised before.
    """
    by_field = {choice.field: choice for choice in choices}
    met = [(telling, beside[at]) for telling in group.tellings if (at := _place(telling.mention)) in beside]
    if not met or "announced" in by_field:
        return tuple(choices)
    telling, summit = min(met, key=lambda pair: (_length(pair[1].date), pair[1].date.start, pair[0].id))
    because = f"the sentence tells of it beside the {summit.type} of {say_period(summit.date)}"
    by_field["announced"] = Choice("announced", (summit.date,), "summit-in-sentence", because, (telling.id,))
    day, novelty = setting.day_of(telling), by_field.get("novelty")
    weeks_before = day is not None and summit.date.end + timedelta(days=APART_DAYS) < day
    if weeks_before and novelty is not None and novelty.rule == GUESSED_RULE:
        rivals = (Rival(novelty.values, GUESSED_RULE, novelty.mentions), *novelty.rivals)
        told = f"{because}, weeks before the event that is reported"
        again = (Text(Novelty.RESTATED),)
        by_field["novelty"] = Choice("novelty", again, "told-of-the-past", told, (telling.id,), rivals)
    return tuple(by_field[field] for field in sorted(by_field))


def _length(period: Period) -> timedelta:
    return period.end - period.start


def _place(mention: Mention) -> Place:
    return (mention.document, mention.sentence.start)
