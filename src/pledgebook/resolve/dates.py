"""Say which days the words of a time mean, from the words alone or from the day the report was published."""

import calendar
import datetime as dt
from collections.abc import Callable

from msgspec import Struct

from pledgebook.model.timewords import COUNTS, MONTHS, ORDINALS, SEASONS, WEEKDAYS, time_patterns
from pledgebook.model.values import Period, Precision
from pledgebook.resolve.stretches import cut_to, months_of, move_day, near_season, one_day, unit_around


class TimeFacts(Struct, frozen=True):
    """What the words of a time fix by themselves, without knowing when they were written.

    `which` is "last", "this" or "next" (also for "past", "coming" and the like), "" where it is not said; `offset`
    counts days from the writing ("yesterday" is -1). `rule` names the pattern of `model.timewords` that was read.
    """

    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    holiday: str = ""
    which: str = ""
    offset: int | None = None


class Telling(Struct, frozen=True):
    """When a report was written, and whether what it tells lies ahead (None where that is not known)."""

    published: dt.date | None
    ahead: bool | None = None


_WHICH = {
    "last": "last",
    "past": "last",
    "previous": "last",
    "the same": "this",
    "same": "this",
    "this": "this",
    "current": "this",
    "next": "next",
    "coming": "next",
    "following": "next",
    "recent": "last",
    "the current": "this",
    "the coming": "next",
    "the last": "last",
    "the next": "next",
    "the": "this",
    "the same year": "this",
    "subsequent": "next",
    "first": "next",
}
_NEAR = {
    "yesterday": -1,
    "last night": -1,
    "overnight": 0,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "earlier in the day": 0,
}
_YEAR_DIGITS, _MONTHS_A_YEAR = 4, 12


def read_facts(words: str) -> TimeFacts | None:
    """Return what the words of a time fix by themselves, or None where they are no time."""
    found = _match(words)
    if found is None:
        return None
    rule, pieces = found
    day = pieces.get("day")
    return TimeFacts(
        rule,
        year=_year_of(pieces),
        month=_month_of(pieces),
        day=int(day) if day else None,
        weekday=_weekday_of(pieces),
        holiday=pieces.get("holiday", ""),
        which=_which_of(pieces),
        offset=_NEAR.get(pieces.get("near", "")),
    )


def read_time(words: str, published: dt.date | None, *, ahead: bool | None = None) -> Period | None:
    """Return the days that the words of a time mean, or None where they leave them open.

    Args:
        words: The words as `extract.times` found them.
        published: The day the report was published, or None; relative words ("last Thursday") need it.
        ahead: Whether what is told lies in the future of the report; None where that is not known.
    """
    found = _match(words)
    if found is None:
        return None
    rule, pieces = found
    try:
        return TIME_RULES[rule](pieces, Telling(published, ahead))
    except ValueError:
        return None  # 31 June, a year before 1: words that name no day


def _match(words: str) -> tuple[str, dict[str, str]] | None:
    """Return the pattern that reads all of the words, and its named pieces in lower case."""
    tidy = " ".join(words.split())
    for name, pattern in time_patterns():
        match = pattern.fullmatch(tidy)
        if match:
            return name, {key: value.lower() for key, value in match.groupdict().items() if value}
    return None


def _year_of(pieces: dict[str, str]) -> int | None:
    """Return the year that is said."""
    year = pieces.get("year", "") or (pieces.get("unit", "") if pieces.get("unit", "").isdigit() else "")
    if not year:
        return None
    return int(year) if len(year) == _YEAR_DIGITS else 2000 + int(year)


def _month_of(pieces: dict[str, str]) -> int | None:
    """Return the month that is said, by name or number."""
    month = pieces.get("month", "").rstrip(".")
    return int(month) if month.isdigit() else MONTHS.get(month)


def _weekday_of(pieces: dict[str, str]) -> int | None:
    """Return the weekday that is said, Monday as 0."""
    return WEEKDAYS.get(pieces.get("weekday", ""))


def _which_of(pieces: dict[str, str]) -> str:
    """Return "last", "this" or "next", or "" where none is said."""
    return _WHICH.get(pieces.get("which", "") or pieces.get("week", ""), "")


def _nearest(dates: list[dt.date], telling: Telling) -> dt.date | None:
    """Return the date nearest to the publication, on its known side; None without a publication."""
    if telling.published is None:
        return None
    now = telling.published
    fitting = [day for day in dates if telling.ahead is None or (day >= now) is telling.ahead]
    return min(fitting or dates, key=lambda day: (abs((day - now).days), day), default=None)


def _day_without_year(month: int, day: int, telling: Telling) -> dt.date | None:
    """Return the day of the year nearest to the publication."""
    if telling.published is None:
        return None
    years = range(telling.published.year - 1, telling.published.year + 2)
    return _nearest(
        [dt.date(year, month, day) for year in years if day <= calendar.monthrange(year, month)[1]], telling
    )


def read_single_day(pieces: dict[str, str], telling: Telling) -> Period | None:
    """A day and month, with its year or in the year nearest to the publication."""
    month, day, year = _month_of(pieces), int(pieces["day"]), _year_of(pieces)
    if month is None:
        return None
    if year is not None:
        return one_day(dt.date(year, month, day))
    near = _day_without_year(month, day, telling)
    return one_day(near) if near else None


def read_numeric_day(pieces: dict[str, str], telling: Telling) -> Period | None:
    """A day in figures, where only one order of day and month is possible or dots say that the day comes first."""
    del telling
    first, second, year = int(pieces["first"]), int(pieces["second"]), int(pieces["year"])
    if pieces.get("mark") == "." or first > _MONTHS_A_YEAR or first == second:
        return one_day(dt.date(year, second, first))
    return one_day(dt.date(year, first, second)) if second > _MONTHS_A_YEAR else None


def read_days(pieces: dict[str, str], telling: Telling) -> Period | None:
    """Several days of one month."""
    start = read_single_day(pieces, telling)
    if start is None:
        return None
    return Period(start.start, start.start.replace(day=int(pieces["last"])), Precision.RANGE)


def read_month(pieces: dict[str, str], telling: Telling) -> Period | None:
    """A month, with its year, beside "last" or "next", or in the year nearest to the publication."""
    month, year = _month_of(pieces), _year_of(pieces)
    if month is None:
        return None
    if year is None:
        year = _year_near(month, _which_of(pieces), telling)
    if year is None:
        return None
    return cut_to(months_of(year, month, month, Precision.MONTH), pieces.get("part", ""))


def _year_near(month: int, which: str, telling: Telling) -> int | None:
    """Return the year of a month that is told without one."""
    now = telling.published
    if now is None:
        return None
    if which == "last":
        return now.year if month < now.month else now.year - 1
    if which == "next":
        return now.year if month > now.month else now.year + 1
    if which == "this":
        return now.year
    near = _nearest([dt.date(year, month, 15) for year in (now.year - 1, now.year, now.year + 1)], telling)
    return now.year if month == now.month or near is None else near.year


def read_fiscal_year(pieces: dict[str, str], telling: Telling) -> Period | None:
    """A budget year: the calendar year, or to the end of the second where two are named."""
    return read_years(pieces, telling) if "last" in pieces else read_year(pieces, telling)


def read_year(pieces: dict[str, str], telling: Telling) -> Period | None:
    """One calendar year; "by" and "until" leave its start at the publication."""
    year = _year_of(pieces)
    if year is None:
        return None
    whole = Period(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR)
    how, now = pieces.get("how", ""), telling.published
    if how in ("by", "until", "till", "through", "to", "before") and now is not None and now < whole.end:
        end = whole.end if how != "before" else dt.date(year - 1, 12, 31)
        return Period(now, end, Precision.RANGE) if now <= end else None
    if how in ("since", "from", "after") and now is not None and telling.ahead is not True and whole.start < now:
        return Period(whole.start, now, Precision.RANGE)
    return cut_to(whole, how)


def read_years(pieces: dict[str, str], telling: Telling) -> Period | None:
    """A stretch of years ("2023-2027", "2024/25")."""
    del telling
    first, told = _year_of(pieces), pieces.get("last") or pieces.get("short")
    if first is None or told is None:
        return None
    last = int(told) if len(told) == _YEAR_DIGITS else first // 100 * 100 + int(told)
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31), Precision.RANGE) if last >= first else None


def read_quarter(pieces: dict[str, str], telling: Telling) -> Period | None:
    """A quarter or a half of a year."""
    now = telling.published
    shift = {"last": -1, "next": 1}.get(pieces.get("which", ""), 0)
    year = _year_of(pieces) or (now.year + shift if now else None)
    ordinal = pieces.get("ordinal", "")
    is_half = pieces.get("piece") == "half"
    number = int(pieces["digit"]) if "digit" in pieces else ORDINALS.get(ordinal, 2 if is_half else 4)
    if year is None or number > (2 if is_half else 4):
        return None
    length = 6 if is_half else 3
    precision = Precision.RANGE if is_half else Precision.QUARTER
    return months_of(year, (number - 1) * length + 1, number * length, precision)


def read_season(pieces: dict[str, str], telling: Telling) -> Period | None:
    """A season of a year."""
    del telling
    year = _year_of(pieces)
    return months_of(year, *SEASONS[pieces["season"]], Precision.SEASON) if year else None


def read_stretch(pieces: dict[str, str], telling: Telling) -> Period | None:
    """A number of days, weeks, months or years from the publication on, or back from it ("over the past two years")."""
    count, unit, now = _count_of(pieces.get("last") or pieces["count"]), pieces["unit"], telling.published
    if now is None or count is None:
        return None
    if _which_of(pieces) == "last":
        return Period(move_day(now, -count, unit), now, Precision.RANGE)
    return Period(now, move_day(now, count, unit), Precision.RANGE)


def read_coming(pieces: dict[str, str], telling: Telling) -> Period | None:
    """The coming or past days, weeks, months: a handful of them."""
    now, unit = telling.published, pieces["unit"]
    if now is None:
        return None
    few = 6 if unit in ("day", "month") else 4
    back = _which_of(pieces) == "last"
    edge = move_day(now, -few if back else few, unit)
    return Period(min(now, edge), max(now, edge), Precision.RANGE)


def read_ago(pieces: dict[str, str], telling: Telling) -> Period | None:
    """A day, week, month or year so long before or after the publication."""
    count, unit, now = _count_of(pieces["count"]), pieces["unit"], telling.published
    if now is None or count is None or pieces["way"] in ("earlier", "before", "later"):
        return None  # counted from another event, which only the story knows
    at = move_day(now, count if pieces["way"] == "from now" else -count, unit)
    return unit_around(at, unit)


def _count_of(word: str) -> int | None:
    """Return a count in figures or words."""
    return int(word) if word.isdigit() else COUNTS.get(word)


def read_weekday(pieces: dict[str, str], telling: Telling) -> Period | None:
    """The weekday nearest to the publication: before it or on it, after it where what is told lies ahead."""
    now, weekday = telling.published, _weekday_of(pieces)
    if now is None or weekday is None:
        return None
    which, week = _WHICH.get(pieces.get("which", ""), ""), pieces.get("week", "")
    if week:
        monday = now - dt.timedelta(days=now.weekday()) + dt.timedelta(weeks={"last": -1, "next": 1}.get(week, 0))
        return one_day(monday + dt.timedelta(days=weekday))
    back = (now.weekday() - weekday) % 7
    forward = (weekday - now.weekday()) % 7
    if which == "last":
        return one_day(now - dt.timedelta(days=back or 7))
    if which == "next" or (which == "this" and telling.ahead is not False) or telling.ahead:
        return one_day(now + dt.timedelta(days=(forward or 7) if which == "next" else forward))
    return one_day(now - dt.timedelta(days=back))


def read_near_day(pieces: dict[str, str], telling: Telling) -> Period | None:
    """Yesterday, today, tomorrow."""
    now = telling.published
    return one_day(now + dt.timedelta(days=_NEAR[" ".join(pieces["near"].split())])) if now else None


def read_part_of_unit(pieces: dict[str, str], telling: Telling) -> Period | None:
    """A part of a week, month or year ("late last year", "by the end of 2025", "earlier this month")."""
    unit, now = pieces["unit"], telling.published
    if unit.isdigit():
        whole: Period | None = Period(dt.date(int(unit), 1, 1), dt.date(int(unit), 12, 31), Precision.YEAR)
    else:
        whole = read_near_unit(pieces, telling)
    if whole is None:
        return None
    part = pieces["part"]
    if part == "earlier" and now is not None:
        return Period(min(whole.start, now), max(whole.start, min(now, whole.end)), Precision.RANGE)
    if (part == "later" or "rest" in part or "remainder" in part) and now is not None:
        return Period(max(whole.start, min(now, whole.end)), whole.end, Precision.RANGE)
    return cut_to(whole, part)


def read_near_unit(pieces: dict[str, str], telling: Telling) -> Period | None:
    """The last, this or the next week, month, quarter, year or season."""
    now, unit, which = telling.published, pieces["unit"], _which_of(pieces) or "this"
    if now is None:
        return None
    shift = {"last": -1, "this": 0, "next": 1}[which]
    if unit in SEASONS:
        return near_season(now, unit, shift)
    step = "week" if unit == "weekend" else unit
    return unit_around(move_day(now.replace(day=min(now.day, 28)) if step != "week" else now, shift, step), unit)


def read_year_end(pieces: dict[str, str], telling: Telling) -> Period | None:
    """The end of the year or month of the publication."""
    now = telling.published
    if now is None:
        return None
    return cut_to(unit_around(now, "month" if pieces["edge"].startswith("month") else "year"), "late")


def read_holiday(pieces: dict[str, str], telling: Telling) -> Period | None:
    """A holiday has no day without a country: see `day_of_holiday`."""
    del pieces, telling
    return None


TIME_RULES: dict[str, Callable[[dict[str, str], Telling], Period | None]] = {
    "iso_day": read_single_day,
    "numeric_day": read_numeric_day,
    "days_of_month": read_days,
    "days_before_month": read_days,
    "month_day": read_single_day,
    "day_month": read_single_day,
    "month_year": read_month,
    "fiscal_year": read_fiscal_year,
    "quarter": read_quarter,
    "season": read_season,
    "years": read_years,
    "span_of_time": read_stretch,
    "coming_times": read_coming,
    "ago": read_ago,
    "weekday": read_weekday,
    "near_day": read_near_day,
    "near_month": read_month,
    "part_of_unit": read_part_of_unit,
    "year_end": read_year_end,
    "near_unit": read_near_unit,
    "bare_month": read_month,
    "part_of_month": read_month,
    "bare_year": read_year,
    "holiday": read_holiday,
}
