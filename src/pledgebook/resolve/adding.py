"""Sums of one report that add up to a larger one: those that follow a sum and fill it are its parts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pledgebook.model.records import Section
from pledgebook.model.values import Money, Qualifier
from pledgebook.resolve.sums import Sum, has_another_giver, is_between_others

Wholes = Mapping[str, tuple[str, str]]

_BACK = re.compile(r"\b(?:had|originally|previously|earlier|last year)\b", re.IGNORECASE)
_EACH = re.compile(r"\s+(?:each|both|apiece)\b", re.IGNORECASE)
_ROWS = frozenset({"row of a list", "labelled", "subject beside"})
_MANY = re.compile(
    r"\b(?:donors?|countries|nations|partners|leaders|community|governments|states|philanthrop\w+|allies)\b"
)
_FARTHEST = 40  # sums behind a whole that are looked at
_ENOUGH = 2
_SEVERAL = 3
_EXACT = Decimal("0.006")  # how far two parts may miss their whole, as a share
_ROUNDED = Decimal("0.025")  # and three or more, each of them rounded
_FEW, _LITTLE = Decimal("0.95"), Decimal("0.96")
_MORE, _MUCH = Decimal("1.04"), Decimal("1.06")
_BOUNDS = {
    Qualifier.ABOUT: (_LITTLE, _MORE),
    Qualifier.OVER: (Decimal(1), _MUCH),
    Qualifier.AT_LEAST: (Decimal(1), _MUCH),
    Qualifier.NEARLY: (_FEW, Decimal(1)),
    Qualifier.UP_TO: (_FEW, Decimal(1)),
}
"""What share three or more parts may make of a sum that is told so."""


def find_filling(sums: Sequence[Sum], same: Mapping[str, str], wholes: Wholes) -> Iterator[tuple[Sum, Sum]]:
    """Yield each sum that fills a larger one before it, with those beside it, and the larger one.

    Args:
        sums: The sums of a report in order.
        same: For each phrase that repeats a sum the phrase that it repeats.
        wholes: What the words of the report already make part of what.
    """
    for at, whole in enumerate(sums):
        first = same.get(whole.mention.id, whole.mention.id)
        behind = sums[at + 1 : at + 1 + _FARTHEST]
        for money in whole.money:
            parts = _fill(whole, money, [one for one in behind if not _is_told(one, first, same)], wholes)
            yield from ((part, whole) for part in parts)
            if parts:
                break


def _is_told(one: Sum, whole: str, same: Mapping[str, str]) -> bool:
    """Tell whether a sum says nothing to add: it stands in the title, repeats another, or was told long before."""
    first = same.get(one.mention.id, one.mention.id)
    told = one.mention.sentence.quote[: one.mention.span.start - one.mention.sentence.start]
    return one.mention.section is Section.TITLE or first == whole or first != one.mention.id or bool(_BACK.search(told))


def _fill(whole: Sum, money: Money, behind: Sequence[Sum], wholes: Wholes) -> list[Sum]:
    """Return the first of the following sums that together make the whole; none where they do not."""
    parts, total = list[Sum](), Decimal(0)
    for one in behind:
        if wholes.get(one.mention.id, ("", ""))[0] in {part.mention.id for part in parts}:
            continue  # a part of a part
        value = next((each.value for each in one.money if each.currency and each.currency == money.currency), None)
        if value is not None and value >= money.value:
            continue
        if value is None or is_between_others(one, whole) or _has_other_giver(one, whole):
            return []
        parts.append(one)
        total += value * _times(one)
        if _makes(total, money, len(parts)):
            return parts
        if total > money.value * _MUCH:
            return []
    return []


def _has_other_giver(one: Sum, whole: Sum) -> bool:
    """Tell whether a sum has a giver of its own that is not among those of the whole, where one gives the whole."""
    if one.givers & whole.givers or one.gives & whole.gives:
        return False
    if len(whole.gives) == 1 and has_another_giver(one, whole):
        return True
    own, theirs = _givers_of(one), _givers_of(whole)
    return bool(own) and len(theirs) == 1 and not own & theirs and not any(_MANY.search(giver) for giver in theirs)


def _givers_of(one: Sum) -> frozenset[str]:
    """Return the words that name who gives a sum in its own sentence: those of its row where it stands in a list."""
    parts = [part for part in one.mention.parts if part.role == "provider" and ":" not in part.rule]
    rows = [part for part in parts if part.rule in _ROWS]
    return frozenset(part.span.quote.casefold().removeprefix("the ") for part in rows or parts)


def _makes(total: Decimal, money: Money, count: int) -> bool:
    """Tell whether some parts together make a sum, as firmly as it is told."""
    if count < _ENOUGH or not money.value:
        return False
    share = total / money.value
    if count < _SEVERAL:
        return abs(share - 1) <= _EXACT
    low, high = _BOUNDS.get(money.qualifier, (1 - _ROUNDED, 1 + _ROUNDED))
    return low <= share <= high


def _times(one: Sum) -> int:
    """Return how many lands get or give a sum that is told of "each" or "both"."""
    behind = one.mention.sentence.quote[one.mention.span.end - one.mention.sentence.start :]
    return max(len(one.givers), len(one.receivers), 1) if _EACH.match(behind) else 1
