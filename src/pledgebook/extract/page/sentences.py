"""Find where a sentence starts and ends, by its stops and a list of abbreviations, in linear time."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

_STOP = re.compile(
    r"[.!?…][\"'\u201d\u2019)\]]{0,3}\s+(?=[\"'\u201c\u2018(\[]?[A-Z0-9À-ÖØ-Þ€£$¥])"
    r"|[;:]\s+(?=[\"\u201c]?\()"
)
_BEFORE = re.compile(r"(\S{1,20})$")
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "sen",
        "rep",
        "gov",
        "pres",
        "st",
        "no",
        "nos",
        "vs",
        "etc",
        "inc",
        "ltd",
        "co",
        "corp",
        "plc",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "approx",
        "ca",
        "cf",
        "al",
        "alta",
        "ont",
        "que",
        "jr",
        "sr",
        "hon",
        "rev",
        "fig",
        "art",
        "vol",
        "pp",
        "ed",
        "est",
        "bn",
        "mn",
        "mln",
        "mio",
        "rs",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
        "u.s.c",
    ]
)
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Z]\.$")
_OPENERS = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "It",
        "This",
        "These",
        "Those",
        "That",
        "He",
        "She",
        "They",
        "We",
        "I",
        "However",
        "But",
        "And",
        "As",
        "For",
        "With",
        "Since",
        "After",
        "Before",
        "During",
        "While",
        "When",
        "If",
        "His",
        "Her",
        "Its",
        "Their",
        "Our",
        "There",
        "According",
        "To",
        "From",
        "By",
        "Both",
        "Last",
        "Also",
        "Further",
        "Furthermore",
        "Moreover",
        "Of",
        "Under",
        "Over",
        "Additionally",
        "Meanwhile",
    ]
)
_LONGEST = 1200  # characters; what runs on without a stop is cut at a space, so that no parse grows with the document


class Zone(Struct, frozen=True, gc=False):
    """The bounds of one sentence that can matter, and why: money, goods, giving, agreement, position, event."""

    start: int
    end: int
    why: tuple[str, ...]


def _is_end(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a full stop ends a sentence rather than an abbreviation or an initial."""
    at = stop.start()
    if text[at] != ".":
        return True
    before = _BEFORE.search(text, max(0, at - 20), at)
    word = before.group(1).lstrip("(\"'\u201c\u2018[") if before else ""
    if word.lower() in _ABBREVIATIONS:
        return word.lower() in ("etc", "inc", "ltd", "co", "corp", "plc", "bn", "mn") and _opens(text, stop.end())
    if _INITIALS.fullmatch(word + "."):
        return len(word) > 1 and _opens(text, stop.end())
    return True


def _opens(text: str, at: int) -> bool:
    first = re.match(r"[\"'\u201c\u2018(\[]?(\w+)", text[at : at + 24])
    return bool(first and first.group(1) in _OPENERS)


@lru_cache(maxsize=64)
def split_block(plain: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the bounds of the sentences between two offsets of the plain text, none longer than 1,200 characters.

    Kept for the last few blocks, as neighbouring sums ask for the same ones.
    """
    bounds, at = list[tuple[int, int]](), start
    for stop in _STOP.finditer(plain, start, end):
        if _is_end(plain, stop):
            bounds += _cut_long(plain, at, stop.end())
            at = stop.end()
    return (*bounds, *_cut_long(plain, at, end))


def _cut_long(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > _LONGEST:
        middle = max(plain.rfind("; ", start, start + _LONGEST), start)
        if middle - start < _LONGEST // 4:
            middle = max(plain.rfind(" ", start + 1, start + _LONGEST), start)
        middle = middle + 1 if middle > start else start + _LONGEST
        pieces.append(_trim(plain, start, middle))
        start = middle
    pieces.append(_trim(plain, start, end))
    return [piece for piece in pieces if piece[0] < piece[1]]


def _trim(plain: str, start: int, end: int) -> tuple[int, int]:
    piece = plain[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def bound_at(bounds: Sequence[tuple[int, int]], offset: int) -> int:
    """Return the index of the sentence that holds an offset (the last one that starts at or before it)."""
    return max(bisect_right(bounds, (offset, 1 << 60)) - 1, 0)
