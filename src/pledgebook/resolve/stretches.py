"""Stretches of the calendar: a day, the months of a year, the week around a day, a third of a period."""

import calendar
import datetime as dt

from pledgebook.model.timewords import SEASONS
from pledgebook.model.values import Period, Precision

# share of a stretch that "early", "mid" and "late" leave, in thirds
_THIRDS = {"early": (0, 1), "mid": (1, 2), "late": (2, 3)}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def one_day(on: dt.date) -> Period:
    """Return the period of one day."""
    return Period(on, on, Precision.DAY)


def months_of(year: int, first: int, last: int, precision: Precision) -> Period:
    """Return the period from the first day of a month to the last day of another, which may lie in the next year."""
    end_year = year + (last < first)
    return Period(dt.date(year, first, 1), dt.date(end_year, last, calendar.monthrange(end_year, last)[1]), precision)


def cut_to(period: Period, part: str) -> Period:
    """Return the third of a period that "early", "mid" or "late" names, its last day for its end."""
    key = part.replace("the ", "").strip()
    if key.startswith(("end", "beginning", "start", "middle")):
        key = {"e": "late", "b": "early", "s": "early", "m": "mid"}[key[0]]
    thirds = _THIRDS.get(key)
    if thirds is None:
        return period
    days = (period.end - period.start).days + 1
    first = period.start + dt.timedelta(days=days * thirds[0] // 3)
    last = period.start + dt.timedelta(days=days * thirds[1] // 3 - 1)
    return Period(first, last, Precision.RANGE)


def unit_around(at: dt.date, unit: str) -> Period:
    """Return the day, week, month or year that a day lies in."""
    if unit == "day":
        return one_day(at)
    if unit in ("week", "weekend"):
        monday = at - dt.timedelta(days=at.weekday())
        first = monday + dt.timedelta(days=5) if unit == "weekend" else monday
        return Period(first, monday + dt.timedelta(days=6), Precision.WEEK)
    if unit == "month":
        return months_of(at.year, at.month, at.month, Precision.MONTH)
    if unit == "quarter":
        first_month = (at.month - 1) // 3 * 3 + 1
        return months_of(at.year, first_month, first_month + 2, Precision.QUARTER)
    if unit == "decade":
        return Period(dt.date(at.year // 10 * 10, 1, 1), dt.date(at.year // 10 * 10 + 9, 12, 31), Precision.RANGE)
    return Period(dt.date(at.year, 1, 1), dt.date(at.year, 12, 31), Precision.YEAR)


def move_day(on: dt.date, count: int, unit: str) -> dt.date:
    """Return a day moved by a count of units; the day of the month is kept where the month has it."""
    if unit in _DAYS:
        return on + dt.timedelta(days=count * _DAYS[unit])
    months = on.year * 12 + on.month - 1 + count * _MONTHS.get(unit, 12)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(on.day, calendar.monthrange(year, month + 1)[1]))


def near_season(now: dt.date, season: str, shift: int) -> Period:
    """Return the last, this or the next season."""
    first, last = SEASONS[season]
    around = [months_of(now.year + step, first, last, Precision.SEASON) for step in (-2, -1, 0, 1)]
    if shift < 0:
        return [period for period in around if period.end < now][-1]
    return next(period for period in around if (period.start > now if shift else period.end >= now))
