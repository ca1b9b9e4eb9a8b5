"""The day of an event, solved: of all days the reports speak for, the one that breaks the fewest of their words."""

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import Final

from msgspec import Struct

from pledgebook.model.timewords import DAY_NAMES, MONTH_NAMES
from pledgebook.model.values import Period, Precision

YEARS_AROUND: Final = 3
REPORTED_WITHIN: Final = 45
WEEKDAYS: Final = tuple(day.casefold() for day in DAY_NAMES)


class Clue(StrEnum):
    """What sort of word speaks of the day."""

    SAID = "said"
    WEEKDAY = "weekday"
    HOLIDAY = "holiday"
    PUBLISHED = "published"
    NOT_BEFORE = "not_before"


class Hint(Struct, frozen=True):
    """One report's word on the day of an event.

    `period` is what it says (the day itself for said and published, the earliest time for not_before); `word` is the
    weekday, or "name|country" of a holiday. `mention` is where it stands, "" for the publication date.
    """

    clue: Clue
    document: str
    origin: str
    mention: str
    period: Period | None = None
    word: str = ""


class Broken(Struct, frozen=True):
    """A hint that the solved day breaks, and why in words."""

    hint: Hint
    because: str


class Solved(Struct, frozen=True):
    """The day taken, what speaks for it in words, and the hints it breaks."""

    day: dt.date
    because: tuple[str, ...]
    broken: tuple[Broken, ...]


def solve_day(hints: Sequence[Hint]) -> Solved | None:
    """Return the day that breaks the fewest origins' words; None where no report names a day or a holiday of one.

    Of equal days the one said by most wins, then the one nearest to a said day, the later of two as near: a year is
    mistyped for the past more often than for the future.
    """
    days = sorted(set(_candidates(hints)))
    if not days:
        return None
    said = [hint.period.start for hint in hints if hint.clue is Clue.SAID and hint.period]
    best = min(days, key=lambda day: (_cost(day, hints), _distance(day, said), -day.toordinal()))
    broken = tuple(Broken(hint, because) for hint in hints if (because := breaks(hint, best)))
    kept = sorted({_speaks(hint, best) for hint in hints if not breaks(hint, best)} - {""})
    return Solved(best, tuple(kept), broken)


def _candidates(hints: Iterable[Hint]) -> Iterator[dt.date]:
    """Yield each day said, the same day in the years around it, and the days of the holidays told of."""
    listed = list(hints)
    years = sorted(set(_years(listed)))
    for hint in listed:
        if hint.clue is Clue.SAID and hint.period and hint.period.precision is Precision.DAY:
            yield from _same_day(hint.period.start, [*years, hint.period.start.year])
        elif hint.clue is Clue.HOLIDAY:
            for year in years:
                yield from holiday_days(hint.word, year)


def _years(hints: Iterable[Hint]) -> Iterator[int]:
    """Yield the years worth trying: around each year said, and those of publication."""
    for hint in hints:
        if hint.period is None:
            continue
        year = hint.period.start.year
        if hint.clue is Clue.PUBLISHED:
            yield from (year - 1, year)
        elif hint.clue is Clue.SAID:
            yield from range(year - YEARS_AROUND, year + YEARS_AROUND + 1)


def _same_day(day: dt.date, years: Iterable[int]) -> Iterator[dt.date]:
    for year in years:
        if (day.month, day.day) != (2, 29) or calendar.isleap(year):
            yield day.replace(year=year)


def _cost(day: dt.date, hints: Sequence[Hint]) -> float:
    """Return how many origins' words a day breaks; a slip in the year comes easily and counts less than another day."""
    worst: dict[tuple[str, str], float] = {}
    for hint in hints:
        if breaks(hint, day):
            key = (hint.origin, hint.clue)
            worst[key] = max(worst.get(key, 0.0), _price(hint, day))
    return round(sum(worst.values()), 6)


def _price(hint: Hint, day: dt.date) -> float:
    if hint.clue is Clue.PUBLISHED:
        return 1.5
    if (
        hint.clue is Clue.SAID
        and hint.period
        and (hint.period.start.month, hint.period.start.day) != (day.month, day.day)
    ):
        return 1.6
    return 0.9 if hint.clue is Clue.SAID else 1.0


def _distance(day: dt.date, said: Sequence[dt.date]) -> tuple[int, int]:
    """Return minus the count of reports that say the day, and the days to the nearest day said."""
    return (-said.count(day), min((abs((day - other).days) for other in said), default=0))


def breaks(hint: Hint, day: dt.date) -> str:
    """Return how a day breaks a hint, in words; "" if it does not."""
    period = hint.period
    match hint.clue:
        case Clue.SAID if period and not period.start <= day <= period.end:
            return _not_said(period, day)
        case Clue.WEEKDAY if hint.word in WEEKDAYS and WEEKDAYS.index(hint.word) != day.weekday():
            return f"{say_day(day)} was a {DAY_NAMES[day.weekday()]}, not a {hint.word.capitalize()}"
        case Clue.HOLIDAY if (known := holiday_days(hint.word, day.year)) and day not in known:
            return f"{say_day(day)} was not {hint.word.partition('|')[0].title()}"
        case Clue.PUBLISHED if period and not -1 <= (period.end - day).days <= REPORTED_WITHIN:
            return f"the report came out on {say_day(period.end)}"
        case Clue.NOT_BEFORE if period and day < period.start:
            return f"the same report tells of {period.start.year} as past"
        case _:
            return ""


def _not_said(period: Period, day: dt.date) -> str:
    if period.precision is not Precision.DAY:
        return f"it says {say_period(period)}, and everything else speaks for {say_day(day)}"
    return f"{say_day(period.start)} was a {DAY_NAMES[period.start.weekday()]}"


def _speaks(hint: Hint, day: dt.date) -> str:
    """Return how a hint speaks for a day, in words; "" if it says nothing of its own."""
    match hint.clue:
        case Clue.SAID if hint.period:
            return f"a report says {say_period(hint.period)}"
        case Clue.WEEKDAY:
            return f"{say_day(day)} was a {hint.word.capitalize()}, as reported"
        case Clue.HOLIDAY:
            return f"{hint.word.partition('|')[0].title()} falls on it"
        case Clue.NOT_BEFORE if hint.period:
            return f"a report of it tells of {hint.period.start.year} as past"
        case _:
            return ""


@cache
def holiday_days(word: str, year: int) -> tuple[dt.date, ...]:
    """Return the days of a holiday in a year.

    Args:
        word: Its name and the country's ISO alpha-3 code, as "Independence Day|UKR".
        year: The year.
    """
    import holidays  # noqa: PLC0415 - late, so that books without holidays load no calendar of them

    name, _, country = word.partition("|")
    if not country or not hasattr(holidays, country):
        return ()
    every = getattr(holidays, country).supported_categories
    known = holidays.country_holidays(country, years=year, language="en_US", categories=every)
    return tuple(
        sorted(day for day, told in known.items() if name.casefold() in told.casefold() and "observed" not in told)
    )


def say_day(day: dt.date) -> str:
    """Return a day as English writes it: 24 August 2025."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def say_period(period: Period) -> str:
    """Return a period as English writes it, as precisely as it was said."""
    match period.precision:
        case Precision.DAY:
            return say_day(period.start)
        case Precision.MONTH:
            return f"{MONTH_NAMES[period.start.month - 1]} {period.start.year}"
        case Precision.YEAR:
            return str(period.start.year)
        case _:
            return f"{say_day(period.start)} to {say_day(period.end)}"
