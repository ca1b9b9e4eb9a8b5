"""Find what stands beside an amount: its qualifier and its rate ("a year", "each")."""

from collections.abc import Sequence

from pledgebook.extract.figures import Figure
from pledgebook.extract.numbers import Token, touches
from pledgebook.model.qualifiers import BEFORE, BEHIND, FILLERS

_LONGEST = max(len(phrase.split()) for phrase in BEFORE)
_UNITS = frozenset(
    [
        "year",
        "month",
        "week",
        "day",
        "quarter",
        "annum",
        "hour",
        "person",
        "capita",
        "household",
        "family",
        "head",
        "child",
        "student",
        "soldier",
        "pupil",
        "hectare",
        "tonne",
        "ton",
        "barrel",
        "unit",
        "dose",
        "fiscal",
        "calendar",
        "recipient",
    ]
)
_ALONE = frozenset(
    ["annually", "yearly", "monthly", "weekly", "quarterly", "daily", "each", "apiece", "respectively", "p.a."]
) - {"respectively"}
_BEFORE_RATE = frozenset({"annual", "yearly", "monthly", "quarterly", "weekly"})


def qualifier_before(tokens: Sequence[Token], begin: int) -> tuple[int, int] | None:
    """Return the token range of the qualifying words that stand before an index, past words like "an additional"."""
    for end in (begin, *_past_fillers(tokens, begin)):
        for first in range(max(0, end - _LONGEST), end):
            if " ".join(token.lower for token in tokens[first:end]) in BEFORE:
                return first, end
    return None


def _past_fillers(tokens: Sequence[Token], begin: int) -> list[int]:
    """Return the indexes before each filling phrase that ends at an index."""
    return [
        begin - len(filler)
        for filler in FILLERS
        if begin >= len(filler) and tuple(token.lower for token in tokens[begin - len(filler) : begin]) == filler
    ]


def qualifier_behind(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """Return the token range of the qualifying words right behind an index ("or more", "-plus", "+")."""
    two = " ".join(token.lower for token in tokens[end : end + 2])
    if end + 1 < len(tokens) and two in BEHIND and (two != "- plus" or touches(tokens, end)):
        return end, end + 2
    glued = end < len(tokens) and tokens[end].lower in BEHIND and touches(tokens, end)
    return (end, end + 1) if glued and not _adds(tokens, end) else None


def _adds(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a plus sign adds a number behind it."""
    return index + 1 < len(tokens) and tokens[index + 1].kind == "num"


def rate_of(tokens: Sequence[Token], figure: Figure, end: int) -> tuple[int, int] | None:
    """Return the token range that says how often or for whom an amount comes ("a year", "per annum", "each")."""
    first, second = (tokens[at].lower if at < len(tokens) else "" for at in (end, end + 1))
    if first in _ALONE:
        return end, end + 1
    if (first == "per" and second) or (first == "/" and second in _UNITS):
        return end, end + 2
    if first in ("a", "an", "each", "every") and second in _UNITS:
        return end, end + 2
    for index in range(max(0, figure.begin - 3), figure.begin):
        if tokens[index].lower in _BEFORE_RATE:
            return index, index + 1
    if first == "in" and second in _BEFORE_RATE:
        return end + 1, end + 2
    return None
