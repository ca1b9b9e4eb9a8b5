"""Which commitment another one says again, is drawn out of, is pledged under or is a share of, of all it is tied to."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

import msgspec
from msgspec import Struct

from pledgebook.model.ledger import Choice, Commitment
from pledgebook.model.rates import Rates
from pledgebook.model.values import FRESH, Novelty, Party, Text
from pledgebook.reconcile.consensus import GUESSED_RULE
from pledgebook.reconcile.dates import say_period
from pledgebook.reconcile.links import Setting
from pledgebook.reconcile.money import say_money
from pledgebook.reconcile.packages import FIRST_REPORT, in_currency_of
from pledgebook.reconcile.tellings import Telling, content_words, party_keys
from pledgebook.reconcile.ties import (
    TIES,
    Tie,
    delivers,
    draws_on,
    falls_under,
    shares_in,
    tells_again,
    tie_cells,
    tie_sought,
)

ENOUGH_PLEDGES: Final = 3
FITS: Final = Decimal("1.03")
FULL: Final = Decimal("0.97")
HANDED_RULE: Final = "handed-over"
WORDS: Final = {
    "drawn-from": "told as taken out of a larger sum, and the last one before it of that programme or story",
    "pledged-under": "pledged by one giver in a story that tells of the total of all",
    "share-of": "given by one of those who give it together, for the same",
}


class Bond(Struct, frozen=True):
    """What a commitment is tied to, by which rule, and the mentions that the tie rests on."""

    to: str
    rule: str
    mentions: tuple[str, ...]


class Web(Struct, frozen=True):
    """The commitments of a closed piece, the day each was first told, and what each is tied to by each rule."""

    commitments: Mapping[str, Commitment]
    days: Mapping[str, dt.date]
    tied: Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]
    rates: Rates

    def to(self, tie: Tie, one: str) -> Mapping[str, tuple[str, ...]]:
        """Return what a commitment is tied to by a rule, each with the mentions it rests on."""
        return self.tied.get(tie.__name__, {}).get(one, {})

    def webby(self, tie: Tie) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """Return all that a rule ties."""
        return self.tied.get(tie.__name__, {})

    def day(self, one: str) -> dt.date:
        """Return the day a commitment was first told or announced, the earliest there is where nobody dates it."""
        return self.days.get(one, dt.date.min)


def gather_ties(commitments: Sequence[Commitment], tellings: Mapping[str, Telling], setting: Setting) -> Web:
    """Return commitments with all their ties."""
    home = {mention: one.id for one in commitments for mention in one.mentions}
    tied: defaultdict[str, defaultdict[str, defaultdict[str, set[str]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(set))
    )
    for tie, one, other in propose_ties(tellings, setting):
        late, early = home[one.id], home[other.id]
        if late != early:
            tied[tie.__name__][late][early] |= {one.id, other.id}
    held = {
        rule: {
            late: {early: tuple(sorted(of)) for early, of in sorted(its.items())} for late, its in sorted(all_.items())
        }
        for rule, all_ in tied.items()
    }
    days = {one.id: day for one in commitments if (day := _first_day(one, tellings)) is not None}
    return Web({one.id: one for one in commitments}, days, held, setting.rates)


def _first_day(one: Commitment, tellings: Mapping[str, Telling]) -> dt.date | None:
    told = [tellings[mention].published for mention in one.mentions]
    days = [day for day in told if day is not None] + ([one.announced.start] if one.announced else [])
    return min(days, default=None)


def propose_ties(tellings: Mapping[str, Telling], setting: Setting) -> Iterator[tuple[Tie, Telling, Telling]]:
    """Yield every two tellings that a rule ties, with the rule: those in one cell, and those of one story."""
    for tie, first, second in TIES:
        filed: defaultdict[str, list[Telling]] = defaultdict(list)
        for one in filter(second, tellings.values()):
            for key in (*tie_cells(one), _story_key(one, setting)):
                filed[key].append(one)
        for one in filter(first, tellings.values()) if filed else ():
            keys = (*tie_sought(one), _story_key(one, setting))
            others = {other.id: other for key in keys for other in filed.get(key, ()) if other is not one}
            yield from ((tie, one, other) for other in others.values() if _holds(tie, one, other, setting))


def _story_key(telling: Telling, setting: Setting) -> str:
    return f"story {setting.stories.get(telling.document, telling.document)}"


def _holds(tie: Tie, one: Telling, other: Telling, setting: Setting) -> bool:
    if not tie(one, other, setting):
        return False
    ruling = setting.rulings.between(one.id, other.id)
    return ruling is None or ruling.same


def tie_to_wholes(web: Web, wholes: Mapping[str, str]) -> dict[str, Bond]:
    """Return the whole of each commitment that no words of its own report place: drawn on, pledged under, shared in.

    Args:
        web: The commitments of a closed piece with their ties.
        wholes: Those that reports themselves place, by the id of the part.
    """
    found: dict[str, Bond] = {}
    for tie_of in (_drawn, _pledged, _shared):
        for part, bond in tie_of(web, wholes):
            if part not in wholes and part not in found and not _is_above(part, bond.to, {**wholes, **_ends(found)}):
                found[part] = bond
    return found


def _ends(bonds: Mapping[str, Bond]) -> dict[str, str]:
    return {part: bond.to for part, bond in bonds.items()}


def _is_above(one: str, other: str, wholes: Mapping[str, str]) -> bool:
    """Tell whether a commitment is another one or a whole that it is a part of."""
    seen = set[str]()
    above: str | None = other
    while above is not None and above not in seen:
        if above == one:
            return True
        seen.add(above)
        above = wholes.get(above)
    return False


def _drawn(web: Web, wholes: Mapping[str, str]) -> Iterator[tuple[str, Bond]]:
    """Yield what is drawn out of the sum of one programme that was told last before it."""
    for part, tied in web.webby(draws_on).items():
        mechanism = web.commitments[part].mechanism
        best = max(
            (one for one in tied if one not in wholes),
            key=lambda one: (web.commitments[one].mechanism == mechanism, web.day(one), _size(web, one), one),
            default=None,
        )
        if best is not None:
            yield part, Bond(best, "drawn-from", tied[best])


def _size(web: Web, one: str) -> Decimal:
    amount = web.commitments[one].amount
    return amount.value if amount else Decimal(0)


def _pledged(web: Web, wholes: Mapping[str, str]) -> Iterator[tuple[str, Bond]]:
    """Yield what single givers pledge under a total of all, where there are enough of them and they fit into it."""
    under = _gather(web, falls_under)
    for total in sorted(under, key=lambda one: (-_size(web, one), one)):
        pledges = [one for one in under[total] if wholes.get(one, total) == total]
        givers = {web.commitments[one].providers for one in pledges}
        if len(pledges) >= ENOUGH_PLEDGES and len(givers) > 1 and _fit(web, pledges, total):
            yield from ((one, Bond(total, "pledged-under", web.to(falls_under, one)[total])) for one in pledges)


def _gather(web: Web, tie: Tie) -> dict[str, list[str]]:
    """Return what is tied to each commitment by a rule, sorted."""
    under: defaultdict[str, list[str]] = defaultdict(list)
    for part, tied in web.webby(tie).items():
        for whole in tied:
            under[whole].append(part)
    return {whole: sorted(parts) for whole, parts in sorted(under.items())}


def _fit(web: Web, parts: Iterable[str], whole: str) -> bool:
    """Tell whether parts are no more than their whole, as far as reports or rates give them in its currency."""
    return _told(web, parts, whole) <= _size(web, whole) * FITS


def _told(web: Web, parts: Iterable[str], whole: str) -> Decimal:
    sums = (in_currency_of(web.commitments[whole], web.commitments[one], web.rates) for one in parts)
    return sum((money.value for money in sums if money is not None), Decimal(0))


def _shared(web: Web, wholes: Mapping[str, str]) -> Iterator[tuple[str, Bond]]:
    """Yield the shares of a joint pledge: one of each giver at most, and nothing that may be for something else."""
    for joint, tied in _gather(web, shares_in).items():
        shares = [one for one in tied if wholes.get(one, joint) == joint]
        givers = [party_keys(web.commitments[one].providers) for one in shares]
        if len(set(givers)) < len(givers) or not _fit(web, shares, joint):
            continue
        full = _told(web, shares, joint) >= _size(web, joint) * FULL
        for one in shares:
            if full or _for_the_same(web.commitments[one], web.commitments[joint]):
                yield one, Bond(joint, "share-of", web.to(shares_in, one)[joint])


def _for_the_same(one: Commitment, other: Commitment) -> bool:
    """Tell whether two commitments are of one programme or for one purpose."""
    if one.mechanism and one.mechanism == other.mechanism:
        return True
    return not set(_purpose(one)).isdisjoint(_purpose(other))


def _purpose(one: Commitment) -> tuple[str, ...]:
    return content_words(" ".join((one.purpose, *(item.what for item in one.items))))


def tie_to_first(commitments: Sequence[Commitment], web: Web, decided: Collection[str] = ()) -> tuple[Commitment, ...]:
    """Return the commitments, each that only says or hands over what an earlier one promised tied to that one.

    Args:
        commitments: Those of the piece, placed among wholes and parts.
        web: Their ties, found before they were placed.
        decided: Those of which a person said what they tell again, or that they tell nothing again.
    """
    wholes = {one.id: one.part_of for one in commitments if one.part_of}
    placed = {one.id: one for one in commitments}
    for tie, may_be, tied_to in ((delivers, _may_be_handed, _handed_over), (tells_again, _may_be_again, _told_again)):
        open_to = [one for one in placed.values() if one.id not in decided and may_be(one)]
        bonds = {one.id: _first_of(one, placed, wholes, web, tie) for one in open_to}
        placed |= {one: tied_to(placed[one], placed[bond.to], bond) for one, bond in bonds.items() if bond is not None}
    return tuple(placed[one.id] for one in commitments)


def _may_be_handed(one: Commitment) -> bool:
    """Tell whether nothing but our guess says that a whole sum is new."""
    guessed = all(choice.rule == GUESSED_RULE for choice in one.choices if choice.field == "novelty")
    return one.novelty in FRESH and one.part_of is None and not one.parts and guessed


def _may_be_again(one: Commitment) -> bool:
    return one.novelty is Novelty.RESTATED and one.restates is None


def _first_of(
    one: Commitment, placed: Mapping[str, Commitment], wholes: Mapping[str, str], web: Web, tie: Tie
) -> Bond | None:
    """Return the closest, then the last, of the new commitments that one is tied to, neither its whole nor its part."""
    tied = web.to(tie, one.id)
    fresh = [
        first
        for first in tied
        if placed[first].novelty in FRESH
        and not _is_above(one.id, first, wholes)
        and not _is_above(first, one.id, wholes)
    ]
    best = max(fresh, key=lambda first: (_closeness(one, placed[first]), web.day(first), first), default=None)
    return None if best is None else Bond(best, "told-again", tied[best])


def _told_again(one: Commitment, first: Commitment, bond: Bond) -> Commitment:
    choice = Choice(
        "restates", (Text(_say(first)),), bond.rule, "a report says that it was promised before", bond.mentions
    )
    return msgspec.structs.replace(one, restates=first.id, choices=_with(one.choices, choice))


def _handed_over(one: Commitment, first: Commitment, bond: Bond) -> Commitment:
    """Return what was handed over as the money promised then, dated as the promise where only its report dates it."""
    because = "paid out or handed over what an earlier report tells of as promised"
    told = [
        Choice("restates", (Text(_say(first)),), HANDED_RULE, because, bond.mentions),
        Choice("novelty", (Text(Novelty.RESTATED),), HANDED_RULE, because, bond.mentions),
    ]
    guessed = any(choice.field == "announced" and choice.rule == FIRST_REPORT for choice in one.choices)
    if guessed and first.announced is not None:
        told.append(Choice("announced", (first.announced,), HANDED_RULE, because, bond.mentions))
    announced = first.announced if guessed else one.announced
    renewed = {choice.field for choice in told} | ({"announced"} if guessed else set())
    kept = [choice for choice in one.choices if choice.field not in renewed]
    choices = tuple(sorted((*kept, *told), key=lambda choice: choice.field))
    return msgspec.structs.replace(
        one, restates=first.id, novelty=Novelty.RESTATED, announced=announced, choices=choices
    )


def _closeness(one: Commitment, first: Commitment) -> tuple[bool, bool, int]:
    words = set(_purpose(one)) & set(_purpose(first))
    return (one.recipients == first.recipients, bool(one.mechanism) and one.mechanism == first.mechanism, len(words))


def tell_ties(commitments: Sequence[Commitment], bonds: Mapping[str, Bond]) -> tuple[Commitment, ...]:
    """Return the commitments, those whose whole no report of theirs names with why they are a part of it."""
    by_id = {one.id: one for one in commitments}
    return tuple(_tell(one, bonds[one.id], by_id) if one.id in bonds else one for one in commitments)


def _tell(one: Commitment, bond: Bond, by_id: Mapping[str, Commitment]) -> Commitment:
    choice = Choice("part_of", (Text(_say(by_id[bond.to])),), bond.rule, WORDS[bond.rule], bond.mentions)
    return msgspec.structs.replace(one, choices=_with(one.choices, choice))


def _with(choices: Iterable[Choice], choice: Choice) -> tuple[Choice, ...]:
    return tuple(sorted((*choices, choice), key=lambda one: one.field))


def _say(one: Commitment) -> str:
    """Return a commitment in a few words: who gives what to whom, and when."""
    told = say_money(one.amount) if one.amount else "goods"
    when = f", {say_period(one.announced)}" if one.announced else ""
    gets = f" to {_names(one.recipients)}" if one.recipients else ""
    return f"{told} by {_names(one.providers)}{gets}{when}"


def _names(parties: Sequence[Party]) -> str:
    return " and ".join(party.name for party in parties) or "somebody"
