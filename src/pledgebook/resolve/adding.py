"""Sums of one report that add up to a larger one: those that follow a sum and fill it are its parts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import structs

from pledgebook.model.records import Section
from pledgebook.model.values import Money, Qualifier
from pledgebook.resolve.sums import Sum, has_another_giver, is_between_others, rounds

Wholes = Mapping[str, tuple[str, str]]

_BACK = re.compile(
    r"\b(?:had|originally|previously|earlier|last year)\b"
    r"|\bfrom\s+(?:(?:about|around|some|over|the|just|nearly|only)\s+)*$",
    re.IGNORECASE,
)
"""Words before a sum that was told or given before, or that another sum rose from."""

_EACH = re.compile(r"\s+(?:each|both|apiece)\b", re.IGNORECASE)
_ROWS = frozenset({"row of a list", "labelled", "subject beside"})
_MANY = re.compile(
    r"\b(?:donors?|countries|nations|partners|leaders|community|governments|states|philanthrop\w+|allies)\b"
)
_TOTAL = re.compile(
    r"\b(?:total(?:s|l?ed|l?ing)?|altogether|combined|in all|together|overall|sum|brings?|bringing|brought)\b",
    re.IGNORECASE,
)
"""Words before or behind a sum that adds up those told before it."""

_FARTHEST = 40  # sums behind a whole that are looked at
_TOTAL_BEFORE, _TOTAL_BEHIND = 120, 20  # characters in which such a word stands
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


def find_leading(sums: Sequence[Sum], same: Mapping[str, str], wholes: Wholes) -> Iterator[tuple[Sum, Sum]]:
    """Yield each sum that with its neighbours reaches a total told behind them: "bringing the total to", with it.

    Args:
        sums: The sums of a report in order.
        same: For each phrase that repeats a sum the phrase that it repeats.
        wholes: What is known to be part of what.
    """
    for at, whole in enumerate(sums):
        first = same.get(whole.mention.id, whole.mention.id)
        if not at or not _is_a_total(whole):
            continue
        ahead = [one for one in reversed(sums[max(0, at - _FARTHEST) : at]) if not _repeats(one, first, same)]
        for money in whole.money:
            parts = _fill(whole, money, ahead, wholes, together=True)
            if len(parts) < _SEVERAL and len(whole.gives) == 1:
                continue  # one giver's total of two gifts is no package
            yield from ((part, whole) for part in reversed(parts))
            if parts:
                break


def _is_a_total(one: Sum) -> bool:
    """Tell whether the words around a sum say that it adds others up."""
    quote, start = one.mention.sentence.quote, one.mention.sentence.start
    begin, end = one.mention.span.start - start, one.mention.span.end - start
    return bool(
        _TOTAL.search(quote, max(0, begin - _TOTAL_BEFORE), begin) or _TOTAL.search(quote, end, end + _TOTAL_BEHIND)
    )


def _repeats(one: Sum, whole: str, same: Mapping[str, str]) -> bool:
    """Tell whether a sum only says another, or the whole itself, again."""
    first = same.get(one.mention.id, one.mention.id)
    return one.mention.section is Section.TITLE or first == whole or first != one.mention.id


def _is_told(one: Sum, whole: str, same: Mapping[str, str]) -> bool:
    """Tell whether a sum says nothing to add: it stands in the title, repeats another, or was told long before."""
    told = one.mention.sentence.quote[: one.mention.span.start - one.mention.sentence.start]
    return _repeats(one, whole, same) or bool(_BACK.search(told))


def _fill(whole: Sum, money: Money, behind: Sequence[Sum], wholes: Wholes, *, together: bool = False) -> list[Sum]:
    """Return the first of the sums beside a whole that make it; none where they do not.

    Args:
        whole: The sum that they fill.
        money: The whole in one of its currencies.
        behind: The sums beside it, the nearest first.
        wholes: What is known to be part of what.
        together: Whether the whole is told as a total, which several may give.
    """
    parts, total = list[Sum](), Decimal(0)
    for one in behind:
        if wholes.get(one.mention.id, ("", ""))[0] in {part.mention.id for part in parts}:
            continue  # a part of a part
        value = next((each.value for each in one.money if each.currency and each.currency == money.currency), None)
        if value is not None and value >= money.value:
            continue
        if value is None or not (together or _may_fill(one, whole)):
            return []
        parts.append(one)
        total += value * _times(one)
        if _makes(total, money, len(parts)):
            return parts
        if total > money.value * _MUCH:
            return []
    return []


def _may_fill(one: Sum, whole: Sum) -> bool:
    """Tell whether a sum can be a part of another by who gives and gets both."""
    return not is_between_others(one, whole) and not _has_other_giver(one, whole)


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
        told = structs.replace(money, value=total, qualifier=Qualifier.EXACT)
        return abs(share - 1) <= _EXACT or (money.qualifier in _BOUNDS and rounds(money, told))
    low, high = _BOUNDS.get(money.qualifier, (1 - _ROUNDED, 1 + _ROUNDED))
    return low <= share <= high


def _times(one: Sum) -> int:
    """Return how many lands get or give a sum that is told of "each" or "both"."""
    behind = one.mention.sentence.quote[one.mention.span.end - one.mention.sentence.start :]
    return max(len(one.givers), len(one.receivers), 1) if _EACH.match(behind) else 1
