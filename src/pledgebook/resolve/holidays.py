"""Say on which day a country keeps a holiday; the tables are the holidays library's."""

import datetime as dt
import re
from functools import cache

_SAME = {
    "christmas": "christmas day",
    "easter": "easter sunday",
    "independence": "independence day",
    "thanksgiving": "thanksgiving",
    "new year": "new year's day",
}
_MARKS = re.compile(r"[^a-z ]+")


def day_of_holiday(name: str, country: str, year: int) -> dt.date | None:
    """Return the day on which a country keeps a holiday, or None where it has none of that name.

    Args:
        name: The holiday as the report names it ("Independence Day", "Canada Day").
        country: ISO 3166 alpha-3 code.
        year: The year asked for.

    Source: the holidays library's table of public holidays.
    """
    asked = _tidy(_SAME.get(name.lower().strip(), name))
    days = [day for day, told in _load_holidays(country, year) if asked in _tidy(told)]
    return min(days, default=None)


def holidays_on(day: dt.date, country: str) -> tuple[str, ...]:
    """Return the names of the holidays that a country keeps on a day, none for a day like any other."""
    return tuple(told for on, told in _load_holidays(country, day.year) if on == day)


@cache
def _load_holidays(country: str, year: int) -> tuple[tuple[dt.date, str], ...]:
    """Return a country's public holidays of a year, each name of a day apart, sorted; none for an unknown country."""
    import holidays  # noqa: PLC0415  takes a quarter of a second to load, and few reports name a holiday

    if country not in holidays.list_supported_countries() and len(country) != 3:  # noqa: PLR2004  alpha-3
        return ()
    try:
        kept = holidays.country_holidays(country, years=year, language="en_US")
    except NotImplementedError:
        return ()
    return tuple(sorted((day, name.strip()) for day, names in kept.items() for name in names.split(";")))


def _tidy(name: str) -> str:
    """Return a holiday's name in lower case without marks, brackets or the words of observance."""
    bare = re.sub(r"\(.*?\)", "", name.lower().replace("’", "'").replace("'s", "s"))
    return " ".join(_MARKS.sub("", bare).replace(" of ", " ").split())
