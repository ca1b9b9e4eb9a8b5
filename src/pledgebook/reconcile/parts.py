"""Sums of one report that add up to another of its sums: parts that no words call parts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

import msgspec

from pledgebook.model.values import Money, Novelty
from pledgebook.reconcile.inheritance import inherit_from_wholes
from pledgebook.reconcile.money import precision_of, rounding_step
from pledgebook.reconcile.rivals import mark_lone
from pledgebook.reconcile.tellings import Telling, is_group

LEAST_PARTS: Final = 2
ENOUGH_PARTS: Final = 3
WIDEST_ROUNDING: Final = Decimal("0.03")
PRECISE: Final = 2
COUNTRY_CODE: Final = 3


def infer_parts(told: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return the tellings of one report, those that follow a sum and add up to it marked as its parts.

    Only sums by the same giver, or by any of a group of givers, that no words place elsewhere are added, in the order
    of the text, and they must meet the whole within the rounding of each: sums hardly ever do so by chance. What a
    part does not say outright it takes from its whole; then the sums that stand alone show.
    """
    held = {telling.part_of for telling in told}
    found: dict[str, str] = {}
    for whole in sorted(told, key=lambda telling: (-_size(telling), telling.place)):
        if whole.amount is None or whole.id in held | found.keys() or whole.novelty == Novelty.CUMULATIVE:
            continue
        parts = _adding_up(whole, told, found) or _pledged_together(whole, told, found)
        found.update((part, whole.id) for part in parts if part not in found)
    placed = tuple(msgspec.structs.replace(t, part_of=found[t.id]) if t.id in found else t for t in told)
    return mark_lone(inherit_from_wholes(placed))


def _size(telling: Telling) -> Decimal:
    return telling.amount.value if telling.amount else Decimal(0)


def _adding_up(whole: Telling, told: Sequence[Telling], placed: dict[str, str]) -> tuple[str, ...]:
    """Return the tellings after a whole whose sums meet it, () if they do not."""
    picked: list[tuple[Telling, Money, Money]] = []
    seen: set[Decimal] = set()
    total = Decimal(0)
    for telling in told:
        shared = _in_one_currency(whole, telling) if _may_be_part(telling, whole, placed) else None
        if shared is None or shared[1].value in seen:
            continue
        picked.append((telling, *shared))
        seen.add(shared[1].value)
        total += shared[1].value
        gap = _gap([money for _, _, money in picked], shared[0])
        enough = len(picked) >= (LEAST_PARTS if precision_of(shared[0]) >= PRECISE else ENOUGH_PARTS)
        if enough and abs(shared[0].value - total) <= gap:
            return tuple(one.id for one, _, _ in picked)
        if total > shared[0].value + gap:
            return ()
    return ()


def _pledged_together(whole: Telling, told: Sequence[Telling], placed: dict[str, str]) -> tuple[str, ...]:
    """Return the pledges under a conference's total: what single givers promise to the same party beside it.

    There must be three and more of them by more than one giver, and what of them is told in the total's currency must
    fit into it.
    """
    if not is_group(whole) or not whole.gets:
        return ()
    found = [t for t in told if _may_be_part(t, whole, placed) and not is_group(t) and set(t.gets) & set(whole.gets)]
    shares = [shared[1].value for t in found if (shared := _in_one_currency(whole, t)) is not None]
    fits = sum(shares, Decimal(0)) <= _size(whole) * (1 + WIDEST_ROUNDING)
    many = len(found) >= ENOUGH_PARTS and len({t.gives for t in found}) > 1
    larger = any(not _is_below(money, whole) for telling in found for money in telling.sums)
    return tuple(t.id for t in found) if many and fits and not larger else ()


def _is_below(money: Money, whole: Telling) -> bool:
    """Tell whether a sum is smaller than a whole, as far as they share a currency."""
    return all(money.value < other.value for other in whole.sums if other.currency == money.currency)


def _may_be_part(telling: Telling, whole: Telling, placed: dict[str, str]) -> bool:
    if telling.part_of or telling.same_as or telling.id in placed or telling.place <= whole.place:
        return False
    if _countries(telling) and _countries(whole) and not _countries(telling) & _countries(whole):
        return False
    same = bool(set(telling.gives) & set(whole.gives)) or not _are_countries(whole.gives)
    return telling.novelty != Novelty.CUMULATIVE and same


def _countries(telling: Telling) -> set[str]:
    """Return the codes of the countries that get a sum; a region or a group may hold any of them."""
    return {key for key in telling.gets if _are_countries((key,))}


def _are_countries(keys: Sequence[str]) -> bool:
    """Tell whether any party is a country; where none is (donors, allies), whoever gives may be among them."""
    return any(len(key) == COUNTRY_CODE and key.isupper() for key in keys)


def _in_one_currency(whole: Telling, part: Telling) -> tuple[Money, Money] | None:
    """Return the sums of a whole and a smaller part in a currency that both give."""
    return next(_smaller(whole, part), None)


def _smaller(whole: Telling, part: Telling) -> Iterator[tuple[Money, Money]]:
    for money in whole.sums:
        for other in part.sums:
            if money.currency is not None and money.currency == other.currency and other.value < money.value:
                yield money, other


def _gap(parts: Sequence[Money], whole: Money) -> Decimal:
    """Return how far a sum of rounded parts may lie from its rounded whole."""
    return sum((_rounding(money) for money in parts), _rounding(whole))


def _rounding(money: Money) -> Decimal:
    """Return half the unit of a sum's last digit, bounded: nobody rounds 129 to 100."""
    return min(rounding_step(money) / 2, money.value * WIDEST_ROUNDING)
