"""The sums of one report, side by side: which are equal, which is the larger, which was told before."""

import re
from decimal import Decimal
from math import floor, log

from msgspec import Struct

from pledgebook.model.cues import cue_for
from pledgebook.model.records import Mention
from pledgebook.model.values import Money, Novelty, Qualifier

_BACK = re.compile(r"\b(?:had|originally|previously)\b", re.IGNORECASE)
_SURE = 0.8  # weight from which a cue says that a sum was told before
_STEP = 0.0061  # logarithm of the most that two tellings of one sum may differ by, and a little
_LOOSEST = Decimal("0.1")  # how far a headline may round a sum, as a share
_KEPT = 4  # tellings of one sum, in several sentences, that are enough to know all later ones by
MARGIN = Decimal("1.005")  # how many times another a sum must be at least to be the larger
_SAME = Decimal("0.006")  # how far two tellings of one sum may differ, as a share


class Sum(Struct, frozen=True):
    """One commitment phrase with what it says in money, whether it is a running total, and who gives and gets.

    `givers` and `receivers` are the lands that its sentence names; `gives` is who gives it by all that the report
    says, `outright` whether the sentence itself names them, each a party that the tables know.
    """

    mention: Mention
    money: tuple[Money, ...]
    running: bool
    givers: frozenset[str] = frozenset()
    receivers: frozenset[str] = frozenset()
    gives: frozenset[str] = frozenset()
    outright: bool = False

    @property
    def main(self) -> Money:
        """The sum itself, without its equivalents."""
        return self.money[0]


def is_equal(left: Money, right: Money) -> bool:
    """Tell whether two sums are one within rounding, in a currency that both may be in."""
    codes = {left.currency, *left.candidates} & {right.currency, *right.candidates} - {None}
    larger = max(left.value, right.value)
    return bool(codes) and larger > 0 and abs(left.value - right.value) <= _SAME * larger


def is_retold(left: Money, right: Money) -> bool:
    """Tell whether two equal sums of one report are one: the same figure, or one that rounds the other."""
    left_digits, right_digits = _digits_of(left.value), _digits_of(right.value)
    return is_equal(left, right) and (left.value == right.value or left_digits != right_digits)


def rounds(short: Money, full: Money) -> bool:
    """Tell whether a sum says another in fewer digits, as its qualifier tells: "over 13 million" of 13.66 million."""
    digits = _digits_of(short.value)
    apart = full.value - short.value
    if short.currency != full.currency or digits >= _digits_of(full.value):
        return False
    unit = Decimal(10) ** (short.value.adjusted() - digits + 1)
    if short.qualifier in (Qualifier.OVER, Qualifier.AT_LEAST):
        return 0 <= apart < min(unit, _LOOSEST * 2 * full.value)
    if abs(apart) > _LOOSEST * full.value:
        return False
    if short.qualifier in (Qualifier.NEARLY, Qualifier.UP_TO):
        return 0 <= -apart < unit
    return abs(apart) <= unit / 2


def _digits_of(value: Decimal) -> int:
    """Return how many digits a sum is told in, idle zeros left out."""
    return len(value.normalize().as_tuple().digits)


def is_between_others(one: Sum, other: Sum) -> bool:
    """Tell whether two phrases name lands outright that have none in common, as givers or as receivers."""
    givers, receivers = (one.givers, other.givers), (one.receivers, other.receivers)
    return any(left and right and not left & right for left, right in (givers, receivers))


def has_another_giver(one: Sum, other: Sum) -> bool:
    """Tell whether the sentences of two phrases name parties outright, lands or bodies, of which none gives both."""
    return one.outright and other.outright and not one.gives & other.gives


class Shelf:
    """Sums by currency and size, so that those equal to another are found without a look at all."""

    def __init__(self) -> None:
        self._boxes: dict[tuple[str, int], list[tuple[int, Money]]] = {}
        self._seen: dict[tuple[object, ...], int] = {}

    def add(self, money: Money, place: int, kind: tuple[object, ...]) -> None:
        """Enter a sum; of one kind and one value only the first few are kept, for the others repeat them."""
        key = money.value, money.currency, money.candidates, kind
        self._seen[key] = self._seen.get(key, 0) + 1
        if self._seen[key] <= _KEPT and money.value > 0:
            for code in _codes_of(money):
                self._boxes.setdefault((code, _size_of(money)), []).append((place, money))

    def find_near(self, money: Money) -> list[int]:
        """Return the places of the sums that equal another within rounding, in order."""
        if money.value <= 0:
            return []
        size = _size_of(money)
        near = [(code, box) for code in _codes_of(money) for box in range(size - 1, size + 2)]
        return sorted({place for key in near for place, other in self._boxes.get(key, ()) if is_equal(money, other)})


def _codes_of(money: Money) -> list[str]:
    """Return the currencies that a sum may be in, sorted."""
    return sorted({code for code in (money.currency, *money.candidates) if code})


def _size_of(money: Money) -> int:
    """Return the number of the box of a sum; equal sums lie in the same box or in the next."""
    return floor(log(money.value) / _STEP)


def is_larger(one: Sum, other: Sum) -> bool:
    """Tell whether one sum exceeds another in a currency that both are given in."""
    return any(
        left.value > right.value * MARGIN
        for left in one.money
        for right in other.money
        if left.currency and left.currency == right.currency
    )


def may_hold(one: Sum, other: Sum) -> bool:
    """Tell whether one sum can hold another: it exceeds it, or they share no currency to tell by."""
    shared = {money.currency for money in one.money} & {money.currency for money in other.money}
    return is_larger(one, other) or not shared


def names_giver(mention: Mention) -> bool:
    """Tell whether the sentence of a sum names who gives it."""
    return any(part.role == "provider" and ":" not in part.rule for part in mention.parts)


def is_told_before(mention: Mention) -> bool:
    """Tell whether the words before a sum, or a cue, say that it was told before."""
    if _BACK.search(mention.sentence.quote[: mention.span.start - mention.sentence.start]):
        return True
    return any(
        cue.value in (Novelty.RESTATED, Novelty.CUMULATIVE) and cue.weight >= _SURE
        for part in mention.parts
        if part.role == "novelty"
        for cue in cue_for(part.span.quote, "novelty")
    )
