"""The sums of one report, side by side: which are equal, which is the larger."""

from decimal import Decimal

from msgspec import Struct

from pledgebook.model.records import Mention
from pledgebook.model.values import Money

_SAME = Decimal("0.006")  # how far two tellings of one sum may differ, as a share


class Sum(Struct, frozen=True):
    """One commitment phrase with what it says in money, whether it is a running total, and the lands it names."""

    mention: Mention
    money: tuple[Money, ...]
    running: bool
    givers: frozenset[str] = frozenset()
    receivers: frozenset[str] = frozenset()

    @property
    def main(self) -> Money:
        """The sum itself, without its equivalents."""
        return self.money[0]


def is_equal(left: Money, right: Money) -> bool:
    """Tell whether two sums are one within rounding, in a currency that both may be in."""
    codes = {left.currency, *left.candidates} & {right.currency, *right.candidates} - {None}
    larger = max(left.value, right.value)
    return bool(codes) and larger > 0 and abs(left.value - right.value) <= _SAME * larger


def is_between_others(one: Sum, other: Sum) -> bool:
    """Tell whether two phrases name lands outright that have none in common, as givers or as receivers."""
    givers, receivers = (one.givers, other.givers), (one.receivers, other.receivers)
    return any(left and right and not left & right for left, right in (givers, receivers))


def share_money(one: Sum, other: Sum) -> bool:
    """Tell whether two phrases say the same sum, in any of the currencies that they give."""
    return any(is_equal(left, right) for left in one.money for right in other.money)


def is_larger(one: Sum, other: Sum) -> bool:
    """Tell whether one sum exceeds another in a currency that both are given in."""
    return any(
        left.value > right.value * Decimal("1.005")
        for left in one.money
        for right in other.money
        if left.currency and left.currency == right.currency
    )


def may_hold(one: Sum, other: Sum) -> bool:
    """Tell whether one sum can hold another: it exceeds it, or they share no currency to tell by."""
    shared = {money.currency for money in one.money} & {money.currency for money in other.money}
    return is_larger(one, other) or not shared
