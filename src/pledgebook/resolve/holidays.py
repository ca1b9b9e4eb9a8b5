"""Say on which day a country keeps a holiday; the tables are the holidays library's."""

import datetime as dt
import re
from functools import cache

_SAME = {
    "christmas": "christmas day",
    "easter": "easter sunday",
    "independence": "independence day",
    "bastille day": "national day",
    "new year": "new year's day",
}
_YEARS_BACK, _YEARS_NEEDED = 10, 3
_OWNER = re.compile(r"^[\w.]+(?:'s|\u2019s|s')\s+(?=\w+ )")
_MARKS = re.compile(r"[^a-z ]+")


def day_of_holiday(name: str, country: str, year: int) -> dt.date | None:
    """Return the day on which a country keeps a holiday, or None where it has none of that name.

    Args:
        name: The holiday as the report names it ("Independence Day", "Canada Day").
        country: ISO 3166 alpha-3 code.
        year: The year asked for.

    Source: the holidays library's table of public holidays.
    """
    bare = _OWNER.sub("", name.strip())
    for asked in dict.fromkeys(_tidy(_SAME.get(told.lower(), told)) for told in (name.strip(), bare)):
        day = _day_named(asked, country, year) or _fixed_day(asked, country, year)
        if day is not None:
            return day
    return None


def _day_named(asked: str, country: str, year: int) -> dt.date | None:
    """Return the day of the holiday of that very name, else of one whose name holds it."""
    told = [(day, _tidy(name)) for day, name in _load_holidays(country, year)]
    exact = [day for day, name in told if name == asked]
    return min(exact or [day for day, name in told if asked in name], default=None)


def _fixed_day(asked: str, country: str, year: int) -> dt.date | None:
    """Return the same day of the year where the holiday never moved in earlier years (war suspends public holidays)."""
    earlier = [day for back in range(1, _YEARS_BACK) if (day := _day_named(asked, country, year - back))]
    days = {(day.month, day.day) for day in earlier}
    return earlier[0].replace(year=year) if len(days) == 1 and len(earlier) >= _YEARS_NEEDED else None


@cache
def _load_holidays(country: str, year: int) -> tuple[tuple[dt.date, str], ...]:
    """Return a country's public holidays of a year, each name of a day apart, sorted; none for an unknown country."""
    import holidays  # noqa: PLC0415  takes a quarter of a second to load, and few reports name a holiday

    try:
        kept = holidays.country_holidays(country, years=year, language="en_US")
    except NotImplementedError:
        return ()
    return tuple(sorted((day, name.strip()) for day, names in kept.items() for name in names.split(";")))


def _tidy(name: str) -> str:
    """Return a holiday's name in lower case without marks, brackets or the words of observance."""
    bare = re.sub(r"\(.*?\)", "", name.lower().replace("\u2019", "'").replace("'s", "s"))
    return " ".join(_MARKS.sub("", bare).replace(" of ", " ").split())
