"""What people decided of ties: which commitment is a part of which, and which tells which again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from pledgebook.model.ledger import Choice, Commitment
from pledgebook.model.records import Decision
from pledgebook.model.values import FRESH, Novelty, Text
from pledgebook.reconcile.rulings import Rulings

DECIDED_RULE: Final = "decided"


class Pins(Struct, frozen=True):
    """The whole, and the first announcement, that people gave commitments; None where they said that there is none."""

    wholes: Mapping[str, str | None]
    firsts: Mapping[str, str | None]


def find_pins(commitments: Sequence[Commitment], rulings: Rulings) -> Pins:
    """Return what standing decisions tie commitments to; the last word on each counts.

    A decision that ties a commitment to itself, or to what no report tells any more, says nothing.
    """
    home = {mention: one.id for one in commitments for mention in one.mentions}
    wholes: dict[str, str | None] = {}
    firsts: dict[str, str | None] = {}
    for one in commitments:
        for decision in rulings.on(one.mentions):
            pins = {"part_of": wholes, "restates": firsts}.get(decision.field)
            other = _find_other(decision, home)
            if pins is not None and other != one.id and (other or len(decision.anchors) == 1):
                pins[one.id] = other
    return Pins(wholes, firsts)


def _find_other(decision: Decision, home: Mapping[str, str]) -> str | None:
    """Return the commitment that most of the mentions are of that a decision ties to; None if they are gone."""
    told = [anchor for group in decision.anchors[1:] for anchor in group if anchor in home]
    counted = Counter(home[anchor] for anchor in told)
    return min(counted, key=lambda one: (-counted[one], one), default=None)


def pin_wholes(wholes: Mapping[str, str], pins: Pins) -> dict[str, str]:
    """Return the whole of each part with what people decided on top; what would go in a circle gives way to them."""
    held = {part: whole for part, whole in wholes.items() if part not in pins.wholes}
    for part, whole in sorted((part, whole) for part, whole in pins.wholes.items() if whole is not None):
        above = list(_climb(whole, held))
        if part not in above:
            held[part] = whole
            continue
        loose = next((one for one in above if one != part and one not in pins.wholes), None)
        if loose is not None:
            del held[loose]
            held[part] = whole
    return held


def _climb(one: str, wholes: Mapping[str, str]) -> Iterator[str]:
    """Yield a commitment and everything it is a part of, from the nearest."""
    seen = set[str]()
    above: str | None = one
    while above is not None and above not in seen:
        seen.add(above)
        yield above
        above = wholes.get(above)


def pin_firsts(commitments: Iterable[Commitment], pins: Pins) -> tuple[Commitment, ...]:
    """Return the commitments, those of which people decided what they tell again tied to it, and no new money."""
    return tuple(_pin(one, pins.firsts[one.id]) if one.id in pins.firsts else one for one in commitments)


def _pin(one: Commitment, first: str | None) -> Commitment:
    if first is None:
        return msgspec.structs.replace(one, restates=None)
    by_field = {choice.field: choice for choice in one.choices}
    told, novelty = by_field["restates"], by_field.get("novelty")
    if one.novelty not in FRESH or (novelty is not None and novelty.decided_by):
        return msgspec.structs.replace(one, restates=first)
    because = "it tells an earlier promise again"
    by_field["novelty"] = Choice(
        "novelty", (Text(Novelty.RESTATED),), DECIDED_RULE, because, told.mentions, decided_by=told.decided_by
    )
    choices = tuple(by_field[field] for field in sorted(by_field))
    return msgspec.structs.replace(one, restates=first, novelty=Novelty.RESTATED, choices=choices)
