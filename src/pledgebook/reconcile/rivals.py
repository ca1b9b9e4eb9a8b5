"""Two figures, or two givers, that two reports of one event give for one undertaking: one of them has slipped.

Only what is the one sum that its report tells of a giver and a recipient can be such a rival; sums that stand beside
others are told apart by their figures.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

import msgspec

from pledgebook.model.records import Section
from pledgebook.model.values import FRESH, Money, Novelty
from pledgebook.reconcile.money import Likeness, compare_same_currency, currencies_of, precision_of, say_money
from pledgebook.reconcile.tellings import Telling, kinds_of_aid, one_programme, told_words, word_of

Shape = tuple[tuple[str, ...], tuple[str, ...], tuple[Money, ...], bool, bool, bool]
SLIPS: Final = frozenset({Decimal(10), Decimal(1000), Decimal(1_000_000)})
NEAR: Final = Decimal("1.5")
ONE_ROUND: Final = dt.timedelta(days=2)
ENOUGH_WORDS: Final = 4
HEADLINES: Final = frozenset({Section.TITLE, Section.HEADING})
TELLING: Final = 2


def mark_lone(told: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return the tellings of one report, those marked whose sum is the only one of its giver and recipient."""
    shapes: defaultdict[Shape, list[Telling]] = defaultdict(list)
    for one in told:
        shapes[_shape_of(one)].append(one)
    shown = [one for alike in shapes.values() for one in alike[:2]]
    return tuple(msgspec.structs.replace(one, lone=True) if _is_lone(one, shown) else one for one in told)


def _shape_of(one: Telling) -> Shape:
    """Return all of a telling that decides whether another stands alone; of those alike two show what all would."""
    return one.gives, one.gets, one.sums, one.amount is None, one.novelty == Novelty.CUMULATIVE, bool(one.part_of)


def _is_lone(one: Telling, told: Sequence[Telling]) -> bool:
    if one.amount is None or not one.gives or not one.gets or one.part_of or one.novelty == Novelty.CUMULATIVE:
        return False
    return all(_is_apart(one, other) or _is_again(one, other) for other in told if other is not one)


def _is_apart(one: Telling, other: Telling) -> bool:
    """Tell whether another telling is of other parties, or a running total, or of no sum."""
    if other.amount is None or (other.novelty == Novelty.CUMULATIVE and not other.part_of):
        return True
    return not set(one.gives) & set(other.gives) or (bool(other.gets) and not set(one.gets) & set(other.gets))


def _is_again(one: Telling, other: Telling) -> bool:
    """Tell whether another telling of the report gives the same sum again, as a headline does."""
    pairs = [(a, b) for a in one.sums for b in other.sums if set(currencies_of(a)) & set(currencies_of(b))]
    return not other.part_of and any(compare_same_currency(a, b) is not Likeness.UNLIKE for a, b in pairs)


def differing_figures(left: Telling, right: Telling) -> tuple[float, str] | None:
    """Return the weight and words for two figures that two reports of one event give for one pledge; None if for two.

    A slip (ten or a thousand times as much, digits swapped, another currency) says less against one pledge than a
    figure that is merely near.
    """
    if not _may_be_one(left, right) or left.gives != right.gives or left.amount is None or right.amount is None:
        return None
    if not _for_the_same(left, right):
        return None
    if slip := find_slip(left.amount, right.amount):
        return -1.0, slip
    if _is_near(left.amount, right.amount):
        told = f"{say_money(left.amount)} against {say_money(right.amount)}"
        return -1.5, f"{told}, each the only sum of its report between the two, told in like words"
    return None


def differing_givers(left: Telling, right: Telling) -> str:
    """Return the words for two givers that two reports of one event name for one odd sum; "" if it may be two sums."""
    if not _may_be_one(left, right) or not _for_the_same(left, right):
        return ""
    same = any(a.value == b.value and a.currency == b.currency and _is_odd(a) for a in left.sums for b in right.sums)
    return f"{', '.join(left.gives)} against {', '.join(right.gives)}, for the same odd sum" if same else ""


def _for_the_same(left: Telling, right: Telling) -> bool:
    """Tell whether two sums are of one programme or for one purpose, are told in like words, or one in a headline."""
    if one_programme(left, right) or set(left.purpose) & set(right.purpose):
        return True
    if left.purpose and right.purpose:
        return False
    if HEADLINES & {left.mention.section, right.mention.section}:
        return True
    return len(told_words(left) & told_words(right)) >= ENOUGH_WORDS


def _is_odd(money: Money) -> bool:
    """Tell whether a sum is no round one that two givers may well hit on both."""
    digits = money.value.normalize().as_tuple().digits
    return len(digits) > TELLING or (len(digits) == TELLING and digits[-1] != 5)  # noqa: PLR2004 - 15 and 25 are round


def _may_be_one(left: Telling, right: Telling) -> bool:
    """Tell whether nothing but figure and giver speaks against two lone sums of two reports being one."""
    if left.document == right.document or not left.lone or not right.lone or not set(left.gets) & set(right.gets):
        return False
    types = kinds_of_aid(left, right)
    told = {left.novelty, right.novelty}
    alike = told <= FRESH or told == {Novelty.RESTATED}
    spread = {word_of(one.statements, "spread") for one in (left, right)}
    programmes = {one.mechanism.casefold() for one in (left, right)} - {""}
    return max(map(len, (types, spread, programmes))) <= 1 and alike and _one_round(left, right)


def _one_round(left: Telling, right: Telling) -> bool:
    """Tell whether two reports came out in one round of news, and date nothing differently."""
    if left.announced and right.announced:
        apart = max(left.announced.start, right.announced.start) > min(left.announced.end, right.announced.end)
        if apart:
            return False
    return left.published is None or right.published is None or abs(left.published - right.published) <= ONE_ROUND


def find_slip(one: Money, other: Money) -> str:
    """Return in words how one figure slipped into the other (ten times as much, digits swapped …), "" if it did not."""
    if not one.value or not other.value or max(precision_of(one), precision_of(other)) < TELLING:
        return ""
    told = f"{say_money(one)} against {say_money(other)}"
    if not set(currencies_of(one)) & set(currencies_of(other)):
        return f"{told}: one figure in two currencies" if one.value == other.value else ""
    ratio = max(one.value, other.value) / min(one.value, other.value)
    if ratio in SLIPS:
        return f"{told}: one is {ratio:f} times the other"
    left, right = one.value.normalize().as_tuple(), other.value.normalize().as_tuple()
    swapped = left.exponent == right.exponent and sorted(left.digits) == sorted(right.digits)
    return f"{told}: the same digits in another order" if swapped else ""


def _is_near(one: Money, other: Money) -> bool:
    if not set(currencies_of(one)) & set(currencies_of(other)) or not min(one.value, other.value):
        return False
    return max(one.value, other.value) / min(one.value, other.value) <= NEAR
