"""Sums of one report that add up to another of its sums: parts that no words call parts."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from typing import Final

import msgspec
from msgspec import Struct

from pledgebook.model.values import Money, Novelty
from pledgebook.reconcile.inheritance import inherit_from_wholes
from pledgebook.reconcile.money import precision_of, rounding_step
from pledgebook.reconcile.rivals import mark_lone
from pledgebook.reconcile.signs import settle_retold
from pledgebook.reconcile.tellings import Telling, is_group

LEAST_PARTS: Final = 2
ENOUGH_PARTS: Final = 3
WIDEST_ROUNDING: Final = Decimal("0.03")
PRECISE: Final = 2
COUNTRY_CODE: Final = 3
NEXT_SENTENCE: Final = 12


class Share(Struct, frozen=True):
    """A sum that may be a part, and its whole, in one currency."""

    telling: Telling
    money: Money
    whole: Money


def infer_parts(told: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return the tellings of one report, those that follow a sum and add up to it marked as its parts.

    Only sums by the same giver, or by any of a group of givers, that no words place elsewhere are added, in the order
    of the text, and they must meet the whole within the rounding of each: sums hardly ever do so by chance. Where words
    already call some its parts, only those that go on the list are added to them. What a part does not say outright it
    takes from its whole; then the sums that stand alone show.
    """
    told = settle_retold(told)
    held = {telling.part_of for telling in told}
    behind = _least_behind(told)
    found: dict[str, str] = {}
    for whole in sorted(told, key=lambda telling: (-_size(telling), telling.place)):
        if whole.amount is None or whole.id in found or whole.novelty == Novelty.CUMULATIVE:
            continue
        smaller = whole.id in held or _has_smaller(whole, behind[whole.id])
        parts = _adding_up(whole, told, found) if smaller else ()
        if not parts and whole.id not in held:
            parts = _pledged_together(whole, told, found)
        found.update((part, whole.id) for part in parts if part not in found)
    placed = tuple(msgspec.structs.replace(t, part_of=found[t.id]) if t.id in found else t for t in told)
    return mark_lone(inherit_from_wholes(placed))


def _size(telling: Telling) -> Decimal:
    return telling.amount.value if telling.amount else Decimal(0)


def _least_behind(told: Sequence[Telling]) -> dict[str, dict[str | None, Decimal]]:
    """Return the least sum in each currency that a report names behind each of its sums."""
    least: dict[str | None, Decimal] = {}
    behind = dict[str, dict[str | None, Decimal]]()
    for telling in sorted(told, key=lambda one: one.place, reverse=True):
        behind[telling.id] = dict(least)
        for money in telling.sums:
            least[money.currency] = min(least.get(money.currency, money.value), money.value)
    return behind


def _has_smaller(whole: Telling, behind: Mapping[str | None, Decimal]) -> bool:
    """Tell whether any smaller sum follows that a whole could hold; in a row of growing sums none does."""
    return any(behind.get(money.currency, money.value) < money.value for money in whole.sums)


def _adding_up(whole: Telling, told: Sequence[Telling], placed: Mapping[str, str]) -> tuple[str, ...]:
    """Return the tellings whose sums, with those that words call parts of a whole, meet it best, () if they do not."""
    picked: list[Share] = []
    met: dict[int, Decimal] = {}
    for share in _shares_of(whole, told, placed):
        if (met or any(one.telling.part_of for one in picked)) and not _goes_on(share.telling, picked):
            break
        if _is_counted(share, picked):
            continue
        picked.append(share)
        gap = _gap([one.money for one in picked], share.whole)
        total = sum((one.money.value for one in picked), Decimal(0))
        if total > share.whole.value + gap:
            break
        enough = len(picked) >= (LEAST_PARTS if precision_of(share.whole) >= PRECISE else ENOUGH_PARTS)
        if enough and abs(share.whole.value - total) <= gap:
            met[len(picked)] = abs(share.whole.value - total)
    best = min(met, key=lambda count: (met[count], count), default=0)
    return tuple(one.telling.id for one in picked[:best] if not one.telling.part_of)


def _shares_of(whole: Telling, told: Sequence[Telling], placed: Mapping[str, str]) -> Iterator[Share]:
    """Yield the sums, in a currency of a whole, that words call parts of it or that may be."""
    for telling in told:
        if telling.part_of == whole.id or _may_be_part(telling, whole, placed):
            yield from islice(_smaller(whole, telling), 1)


def _goes_on(telling: Telling, picked: Sequence[Share]) -> bool:
    """Tell whether a sum stands in the sentence of the sum before it, or in the next, as a list goes on."""
    before = picked[-1].telling.mention.sentence
    return telling.part_of != "" or telling.mention.sentence.start - before.end <= NEXT_SENTENCE


def _is_counted(share: Share, picked: Sequence[Share]) -> bool:
    """Tell whether an equal sum is counted that the report may only tell again."""
    equal = [one.telling for one in picked if one.money.value == share.money.value]
    return any(
        one.mention.sentence != share.telling.mention.sentence and share.telling.apart_from != one.id for one in equal
    )


def _pledged_together(whole: Telling, told: Sequence[Telling], placed: Mapping[str, str]) -> tuple[str, ...]:
    """Return the pledges under a conference's total: what single givers promise to the same party beside it.

    There must be three and more of them by more than one giver, and what of them is told in the total's currency must
    fit into it.
    """
    if not is_group(whole) or not whole.gets:
        return ()
    found = [t for t in told if _may_be_part(t, whole, placed) and not is_group(t) and set(t.gets) & set(whole.gets)]
    shares = [share.money.value for t in found for share in islice(_smaller(whole, t), 1)]
    fits = sum(shares, Decimal(0)) <= _size(whole) * (1 + WIDEST_ROUNDING)
    many = len(found) >= ENOUGH_PARTS and len({t.gives for t in found}) > 1
    larger = any(not _is_below(money, whole) for telling in found for money in telling.sums)
    return tuple(t.id for t in found) if many and fits and not larger else ()


def _is_below(money: Money, whole: Telling) -> bool:
    """Tell whether a sum is smaller than a whole, as far as they share a currency."""
    return all(money.value < other.value for other in whole.sums if other.currency == money.currency)


def _may_be_part(telling: Telling, whole: Telling, placed: Mapping[str, str]) -> bool:
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


def _smaller(whole: Telling, part: Telling) -> Iterator[Share]:
    """Yield the sums of a whole and of a smaller part in each currency that both give."""
    for money in whole.sums:
        for other in part.sums:
            if money.currency is not None and money.currency == other.currency and other.value < money.value:
                yield Share(part, other, money)


def _gap(parts: Sequence[Money], whole: Money) -> Decimal:
    """Return how far a sum of rounded parts may lie from its rounded whole."""
    return sum((_rounding(money) for money in parts), _rounding(whole))


def _rounding(money: Money) -> Decimal:
    """Return half the unit of a sum's last digit, bounded: nobody rounds 129 to 100."""
    return min(rounding_step(money) / 2, money.value * WIDEST_ROUNDING)
