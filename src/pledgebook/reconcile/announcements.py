"""When a sum was announced, as the summit in its own sentence shows, and whether that makes it old news."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Final

from msgspec import Struct

from pledgebook.model.ledger import Choice, Event, Rival
from pledgebook.model.records import Mention
from pledgebook.model.values import Novelty, Period, Text
from pledgebook.reconcile.consensus import GUESSED_RULE
from pledgebook.reconcile.dates import say_period
from pledgebook.reconcile.features import APART_DAYS
from pledgebook.reconcile.grouping import Group
from pledgebook.reconcile.links import Setting

GATHERINGS: Final = frozenset({"summit", "conference"})

Place = tuple[str, int]


class Beside(Struct, frozen=True):
    """A summit or conference whose day is known, told of in a sentence."""

    type: str
    date: Period


def find_beside(events: Iterable[Event], mentions: Mapping[str, Mention]) -> Mapping[Place, Beside]:
    """Return the dated summits and conferences by document and start of the sentences that tell of them.

    Args:
        events: Those of the stories at hand.
        mentions: The mentions of their documents, by id.
    """
    found: dict[Place, Beside] = {}
    for event in sorted(events, key=lambda event: event.id):
        if event.type not in GATHERINGS or event.date is None:
            continue
        for mention in event.mentions:
            if mention in mentions:
                at = (mentions[mention].document, mentions[mention].sentence.start)
                found.setdefault(at, Beside(event.type, event.date))
    return found


def date_by_summit(
    choices: Sequence[Choice], group: Group, beside: Mapping[Place, Beside], setting: Setting
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
