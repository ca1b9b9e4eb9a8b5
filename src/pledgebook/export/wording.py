"""Values in the words of a newspaper: sums, days, goods, parties, stages."""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from pledgebook.model.values import Item, Money, Novelty, Party, Period, Precision, Qualifier, Stage, Stance

SPACE: Final = "\N{NO-BREAK SPACE}"
SIGNS: Final = {
    "AUD": "A$",
    "CAD": "C$",
    "EUR": "€",
    "GBP": "£",
    "HKD": "HK$",
    "INR": "₹",
    "JPY": "¥",
    "NZD": "NZ$",
    "SGD": "S$",
    "USD": "US$",
}
SCALES: Final = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
QUALIFIERS: Final = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "about ",
    Qualifier.OVER: "over ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.NEARLY: "nearly ",
    Qualifier.UP_TO: "up to ",
    Qualifier.BETWEEN: "",
}
STAGES: Final = {stage: stage.value for stage in Stage}
STEPS: Final = {
    Stage.CONSIDERED: 1,
    Stage.PLEDGED: 2,
    Stage.COMMITTED: 3,
    Stage.ALLOCATED: 4,
    Stage.DISBURSED: 5,
    Stage.DELIVERED: 5,
    Stage.CANCELLED: 0,
}
NOVELTIES: Final = {
    Novelty.NEW: "new",
    Novelty.RESTATED: "said again",
    Novelty.CUMULATIVE: "running total",
    Novelty.DRAWN_DOWN: "drawn down",
    Novelty.TOPPED_UP: "topped up",
}
STANCES: Final = {
    Stance.SUPPORTS: "supports",
    Stance.OPPOSES: "opposes",
    Stance.DEMANDS: "demands",
    Stance.REFUSES: "refuses",
    Stance.OPEN_TO: "is open to",
    Stance.OTHER: "on",
}
DECIMALS: Final = Decimal("0.001")
SIGNIFICANT: Final = 3


def _digits(number: Decimal) -> str:
    told = f"{number:,f}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def tell_number(number: Decimal) -> str:
    """Return a number as a newspaper prints it, exactly: "1.735 billion", "5,000"."""
    for scale, word in SCALES:
        share = number / scale
        if share >= 1 and share == share.quantize(DECIMALS):
            return f"{_digits(share)}{SPACE}{word}"
    return _digits(number)


def tell_currency(currency: str | None, candidates: Sequence[str] = ()) -> str:
    """Return what stands before a number: a sign, or a code and a space."""
    if currency is None:
        return f"{'/'.join(candidates)}{SPACE}"
    return SIGNS.get(currency, f"{currency}{SPACE}")


def tell_money(money: Money) -> str:
    """Return a sum with its qualifier: "over C$1 billion", "£1 billion to £1.5 billion"."""
    sign = tell_currency(money.currency, money.candidates)
    if money.qualifier is Qualifier.BETWEEN and money.low is not None:
        return f"{sign}{tell_number(money.low)} to {sign}{tell_number(money.high or money.value)}"
    return f"{QUALIFIERS[money.qualifier]}{sign}{tell_number(money.value)}"


def tell_rounded(value: Decimal, currency: str) -> str:
    """Return a converted sum in three significant digits, as no rate bears more."""
    if not value:
        return f"{tell_currency(currency)}0"
    step = Decimal(1).scaleb(value.adjusted() - SIGNIFICANT + 1)
    rounded = (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    return f"{tell_currency(currency)}{tell_number(rounded.quantize(Decimal(1)) if rounded >= 1 else rounded)}"


def tell_day(day: dt.date) -> str:
    """Return a day as "24 August 2025"."""
    return f"{day.day} {day:%B %Y}"


def tell_period(period: Period | None) -> str:
    """Return a time no finer than it was said, or nothing where none is known."""
    if period is None:
        return ""
    start = period.start
    quarter = ("first", "second", "third", "fourth")[(start.month - 1) // 3]
    told = {
        Precision.DAY: f"{start:%A} {tell_day(start)}",
        Precision.WEEK: f"week of {tell_day(start)}",
        Precision.MONTH: f"{start:%B %Y}",
        Precision.QUARTER: f"{quarter} quarter of {start.year}",
        Precision.YEAR: str(start.year),
    }
    return told.get(period.precision) or _tell_range(start, period.end)


def _tell_range(start: dt.date, end: dt.date) -> str:
    if start == end:
        return tell_day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}\N{EN DASH}{tell_day(end)}"
    return f"{tell_day(start)} to {tell_day(end)}"


def tell_item(item: Item) -> str:
    """Return goods with their count: "5,000 tonnes of rice"."""
    if item.count is None:
        return item.what
    number = f"{QUALIFIERS[item.qualifier]}{_digits(item.count)}"
    if item.unit and item.unit.casefold() not in item.what.casefold():
        return f"{number} {item.unit} of {item.what}"
    return f"{number} {item.what}"


def tell_list(words: Iterable[str]) -> str:
    """Return words as a list with "and" before the last."""
    told = [word for word in words if word]
    return " and ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))


def tell_parties(parties: Iterable[Party]) -> str:
    """Return the names of parties as a list."""
    return tell_list(party.name for party in parties)


def tell_count(number: int, word: str) -> str:
    """Return "1 report", "5 reports"."""
    return f"{number:,} {word if number == 1 else word + 's'}"


def clean_text(text: str) -> str:
    """Return text without control characters, which could steer a terminal or hide words from a reader."""
    return text.translate(_CONTROLS)


_BIDI: Final = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS: Final = dict.fromkeys((*range(32), *range(127, 160), *_BIDI), "�") | {
    ord("\n"): "\n",
    ord("\t"): " ",
    ord("\r"): " ",
}
