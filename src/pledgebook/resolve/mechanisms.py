"""Say which programme a sum flows through, and what that tells of who gives, who gets and what for."""

from collections.abc import Mapping
from functools import cache

from pledgebook.model.records import Mention, Part
from pledgebook.model.reference import Mechanism, mechanisms, parties
from pledgebook.model.values import AidType, Party
from pledgebook.resolve.weighing import Voice

PLACES = {"own": 1.5, "sentence": 0.5, "previous": 0.4, "next": 0.4, "lead-in": 0.6, "title": 0.5}
"""How much a programme's name counts by where it stands."""

_POT = 0.4
"""What a pot or mission tells of who pays: others pay into it, or help it, too."""


@cache
def _by_name() -> Mapping[str, Mechanism]:
    return {_key(words): row for row in reversed(mechanisms()) for words in (*row.aliases, row.name)}


def _key(words: str) -> str:
    """Return a name as spellings of it share it."""
    return " ".join(words.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("rogramme", "rogram").split())


def read_mechanism(mention: Mention) -> tuple[Mechanism, Part] | None:
    """Return the programme named nearest to the sum, with its words; the sum's own window goes first."""
    held = [part for part in mention.parts if part.role == "mechanism"]
    order = ("own", "sentence", "lead-in", "previous", "next", "title")
    best = min(held, key=lambda part: (order.index(part.rule), abs(part.span.start - mention.span.start)), default=None)
    row = _by_name().get(_key(best.span.quote)) if best else None
    return (row, best) if row and best else None


def party_voice(mechanism: Mechanism, part: Part, code: str) -> Voice[tuple[Party, ...]] | None:
    """Return what the programme says of who usually gives or gets through it."""
    entry = parties().get(code)
    if entry is None:
        return None
    party = entry.party
    weight = PLACES[part.rule] * (_POT if mechanism.pot or mechanism.kind == "mission" else 1.0)
    return Voice((party,), f"programme: {mechanism.name}", weight, part.span)


def type_voice(mechanism: Mechanism, part: Part) -> Voice[AidType] | None:
    """Return what the programme says of what the help is for."""
    if mechanism.aid_type not in set(AidType) or mechanism.aid_type == AidType.MIXED:
        return None
    return Voice(AidType(mechanism.aid_type), f"programme: {mechanism.name}", PLACES[part.rule], part.span)
