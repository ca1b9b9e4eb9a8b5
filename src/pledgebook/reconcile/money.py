"""Are two sums the same money, within the precision each is stated in, in one currency or over a rate?"""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from enum import IntEnum
from typing import Final

from msgspec import Struct

from pledgebook.model.errors import RateMissing
from pledgebook.model.rates import DAY_RULE, Rates
from pledgebook.model.values import Money, Qualifier

WIDEST_ROUNDING: Final = Decimal("0.04")
RATE_SLACK: Final = Decimal("0.03")
UNDATED_SLACK: Final = Decimal("0.08")
DRIFT: Final = Decimal("0.15")
LOOSE: Final = {
    Qualifier.ABOUT: Decimal("0.03"),
    Qualifier.OVER: Decimal("0.05"),
    Qualifier.AT_LEAST: Decimal("0.05"),
    Qualifier.NEARLY: Decimal("0.05"),
}


class Likeness(IntEnum):
    """How far two sums are the same, from firmly not to firmly so."""

    UNLIKE = 0
    DRIFTED = 1
    UNSAID = 2
    POSSIBLE = 3
    CONVERTED = 4
    ROUNDED = 5
    EQUIVALENT = 6
    EQUAL = 7


class Comparison(Struct, frozen=True):
    """The likeness of two sums, in words; `rate` is how many of the right currency one of the left would be."""

    likeness: Likeness
    words: str
    rate: Decimal | None = None
    day: dt.date | None = None


def currencies_of(money: Money) -> tuple[str, ...]:
    """Return every currency a sum may be in, the one it is taken to be in first."""
    others = tuple(code for code in money.candidates if code != money.currency)
    return (money.currency, *others) if money.currency else others


def rounding_step(money: Money) -> Decimal:
    """Return the unit of the last digit a sum is stated in: 0.01bn for 1.45 billion."""
    exponent = money.value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def precision_of(money: Money) -> int:
    """Return how many digits a sum is stated with: 3 for 1.45 billion."""
    return len(money.value.normalize().as_tuple().digits)


def slack_of(money: Money) -> Decimal:
    """Return by which share a sum may be off: half its last digit, bounded, and more where it is hedged."""
    if not money.value:
        return Decimal(0)
    half_step = rounding_step(money) / 2 / money.value
    return max(min(half_step, WIDEST_ROUNDING), LOOSE.get(money.qualifier, Decimal(0)))


def is_near(left: Decimal, right: Decimal, slack: Decimal) -> bool:
    """Tell whether two amounts lie within a share of the larger one."""
    return abs(left - right) <= slack * max(left, right)


def compare_same_currency(left: Money, right: Money) -> Likeness:
    """Return how alike two sums are that are, or may be, in one currency."""
    if left.value == right.value:
        return Likeness.EQUAL
    if _reaches(left, right) or _reaches(right, left):
        return Likeness.ROUNDED
    return (
        Likeness.ROUNDED if is_near(left.value, right.value, max(slack_of(left), slack_of(right))) else Likeness.UNLIKE
    )


def _reaches(range_: Money, money: Money) -> bool:
    """Tell whether a sum lies in the range that another one states."""
    return range_.low is not None and range_.high is not None and range_.low <= money.value <= range_.high


def compare_sums(left: Sequence[Money], right: Sequence[Money], on: dt.date | None, rates: Rates) -> Comparison:
    """Return how alike two reports' sums are; each side is an amount and what its report equates with it.

    Args:
        left: The amount first, then its equivalents.
        right: Likewise.
        on: Day for a rate where the two share no currency; None takes the table's last day and more slack.
        rates: Who knows what one currency cost in another.
    """
    if not left or not right:
        return Comparison(Likeness.UNSAID, "one of the two names no sum")
    shared = _compare_in_shared_currency(left, right)
    if shared is not None and (shared.likeness is not Likeness.UNLIKE or left[0].currency == right[0].currency):
        return shared
    return _compare_over_rate(left[0], right[0], on, rates)


def _compare_in_shared_currency(left: Sequence[Money], right: Sequence[Money]) -> Comparison | None:
    """Return the best comparison of sums that share a currency; None if none do."""
    best: Comparison | None = None
    for place, one in enumerate(left):
        for other_place, other in enumerate(right):
            if not set(currencies_of(one)) & set(currencies_of(other)):
                continue
            likeness = compare_same_currency(one, other)
            if likeness is not Likeness.UNLIKE and not (one.currency and one.currency == other.currency):
                likeness = Likeness.POSSIBLE
            elif likeness is Likeness.EQUAL and (place or other_place):
                likeness = Likeness.EQUIVALENT
            if best is None or likeness > best.likeness:
                best = Comparison(likeness, _words(one, other, likeness))
    return best


def _words(one: Money, other: Money, likeness: Likeness) -> str:
    match likeness:
        case Likeness.EQUAL:
            return f"both say {say_money(one)}"
        case Likeness.EQUIVALENT:
            return f"one equates its sum with the other's {say_money(other)}"
        case Likeness.POSSIBLE:
            return f"{say_money(one)} and {say_money(other)} are one figure, and a bare sign leaves the currency open"
        case Likeness.ROUNDED:
            return f"{say_money(one)} and {say_money(other)} agree within the precision they are stated in"
        case _:
            return f"{say_money(one)} is not {say_money(other)}"


def _compare_over_rate(one: Money, other: Money, on: dt.date | None, rates: Rates) -> Comparison:
    """Return how alike two sums of different currencies are after conversion at the day's rate."""
    if one.currency is None or other.currency is None:
        return Comparison(Likeness.UNLIKE, f"{say_money(one)} and {say_money(other)} share no possible currency")
    try:
        rate, day = rates.rate(one.currency, other.currency, on or rates.last_day, DAY_RULE)
    except RateMissing as missing:
        return Comparison(Likeness.UNLIKE, str(missing))
    slack = (RATE_SLACK if on else UNDATED_SLACK) + max(slack_of(one), slack_of(other)) / 2
    near = is_near(one.value * rate, other.value, slack)
    if not near and is_near(one.value * rate, other.value, slack + DRIFT):
        near_words = (
            f"{say_money(one)} and {say_money(other)} are near each other, but not at the rate of {day} ({rate:.4f})"
        )
        return Comparison(Likeness.DRIFTED, near_words, rate, day)
    shown = f"{say_money(one)} was {other.currency} {_grouped(one.value * rate)} at the rate of {day} ({rate:.4f})"
    verdict = f"{shown}, which is {'' if near else 'not '}{say_money(other)} within rounding"
    return Comparison(Likeness.CONVERTED if near else Likeness.UNLIKE, verdict, rate, day)


def say_money(money: Money) -> str:
    """Return a sum as a reader would write it: `CAD 2 billion`, `USD 1.45 billion`, `EUR 680,000`."""
    return f"{money.currency or ' or '.join(money.candidates)} {say_number(money.value)}"


def say_number(value: Decimal) -> str:
    """Return an amount in millions, billions or trillions where that shortens it."""
    for size, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= size:
            return f"{_plain(value / size)} {word}"
    return _grouped(value)


def _plain(value: Decimal) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return f"{int(text):,}" if "." not in text else text


def _grouped(value: Decimal) -> str:
    return f"{value:,.0f}"
