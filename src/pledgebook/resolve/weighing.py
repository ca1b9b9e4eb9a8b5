"""Weigh what several witnesses say of one field and choose, keeping every vote."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from msgspec import Struct

from pledgebook.model.records import Span, Vote

Said = TypeVar("Said")


class Voice(Struct, Generic[Said], frozen=True):
    """One witness's word for a value, with its rule, weight and the words it stands on."""

    value: Said
    rule: str
    weight: float
    span: Span | None = None


class Choice(Struct, Generic[Said], frozen=True):
    """The value that the most weight stands behind, the voice that spoke for it first, and all votes."""

    value: Said
    voice: Voice[Said]
    weight: float
    votes: tuple[Vote, ...]


def choose(voices: Iterable[Voice[Said]], names: Mapping[Said, str] | None = None) -> Choice[Said] | None:
    """Return the value with the most weight (the one spoken for first where two tie), or None without voices."""
    told = tuple(voices)
    if not told:
        return None
    sums = dict[Said, float]()
    for voice in told:
        sums[voice.value] = sums.get(voice.value, 0.0) + voice.weight
    best = max(sums, key=lambda value: sums[value])
    first = max((voice for voice in told if voice.value == best), key=lambda voice: voice.weight)
    votes = tuple(
        Vote(voice.rule, (names or {}).get(voice.value, str(voice.value)), round(voice.weight, 2)) for voice in told
    )
    return Choice(best, first, sums[best], votes)
