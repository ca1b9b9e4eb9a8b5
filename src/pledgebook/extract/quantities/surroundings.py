"""Find what stands beside an amount: its qualifier and its rate ("a year", "each")."""

from collections.abc import Sequence

from pledgebook.extract.quantities.figures import Figure
from pledgebook.extract.quantities.numbers import Token, touches
from pledgebook.model.qualifiers import BEFORE, BEHIND, FILLERS

_LONGEST = max(len(phrase.split()) for phrase in BEFORE)
_WITH_OVER = frozenset(
    {"hand", "hands", "handed", "handing", "turn", "turned", "turning", "sign", "signed", "carry", "carried", "spread"}
)
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in BEFORE) | {"."}  # the dot of "approx." is a token of its own
_LAST_FILLING = frozenset(filler[-1] for filler in FILLERS)
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
        if end and tokens[end - 1].lower in _LAST_WORDS:
            for first in range(max(0, end - _LONGEST), end):
                if _qualifies(tokens, first, end):
                    return first, end
    return None


def _qualifies(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether tokens are qualifying words; the "over" of "handed over" is none."""
    words = " ".join(token.lower for token in tokens[first:end]).replace(" .", ".")
    return words in BEFORE and not (words == "over" and first > 0 and tokens[first - 1].lower in _WITH_OVER)


def _past_fillers(tokens: Sequence[Token], begin: int) -> list[int]:
    """Return the indexes before each filling phrase that ends at an index."""
    if not begin or tokens[begin - 1].lower not in _LAST_FILLING:
        return []
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


def _unit_at(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a unit of time or a receiver stands at an index."""
    return index < len(tokens) and tokens[index].lower in _UNITS


def rate_of(tokens: Sequence[Token], figure: Figure, end: int) -> tuple[int, int] | None:
    """Return the token range that says how often or for whom an amount comes ("a year", "per annum", "each")."""
    for rule in _RATES:
        found = rule(tokens, figure, end)
        if found is not None:
            return found
    return None


def _rate_in_a_word(tokens: Sequence[Token], figure: Figure, end: int) -> tuple[int, int] | None:
    """Return "annually", "each", "apiece" right behind an amount."""
    del figure
    return (end, end + 1) if end < len(tokens) and tokens[end].lower in _ALONE else None


def _rate_by_unit(tokens: Sequence[Token], figure: Figure, end: int) -> tuple[int, int] | None:
    """Return "a year", "per head", "/month", "-a-year" right behind an amount."""
    del figure
    words = [token.lower for token in tokens[end : end + 4]]
    if words[:1] == ["per"] and len(words) > 1:
        return end, end + 2
    if words[:1] and words[0] in ("/", "a", "an", "each", "every") and _unit_at(tokens, end + 1):
        return end, end + 2
    return (end + 1, end + 4) if words[:3] == ["-", "a", "-"] and _unit_at(tokens, end + 3) else None


def _rate_before(tokens: Sequence[Token], figure: Figure, end: int) -> tuple[int, int] | None:
    """Return "annual" shortly before an amount, or behind it in "in annual"."""
    places = [*range(max(0, figure.begin - 3), figure.begin)]
    if end + 1 < len(tokens) and tokens[end].lower == "in":
        places.append(end + 1)
    return next(((at, at + 1) for at in places if tokens[at].lower in _BEFORE_RATE), None)


_RATES = (_rate_in_a_word, _rate_by_unit, _rate_before)
