"""The day a plain text was published, where its name or a line near its top says nothing but that day."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

TOP_LINES: Final = 12
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_NAME: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.](\d\d)[-_.](\d\d)(?!\d)")
_LINE: Final = re.compile(
    r"(?:published|posted|updated|date)?\s*:?\s*(?:on\s+)?(?:[a-z]+day,?\s+)?"
    r"(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?:[t ][\d:.z+-]+)?"
    r"|(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?P<month>[a-z]{3,9})\.?,?\s+(?P<year>(?:19|20)\d\d)"
    r"|(?P<month_first>[a-z]{3,9})\.?\s+(?P<day_second>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year_last>(?:19|20)\d\d))",
    re.IGNORECASE,
)


def find_published(name: str, text: str) -> dt.date | None:
    """Return the day a text was published: from a line near its top that is only a date, else from its file's name.

    Args:
        name: The file's name, with or without folders.
        text: The text of the report.
    """
    found = (*_days_in(text), *(_day(*match) for match in _IN_NAME.findall(name.rpartition("/")[2])))
    return next((day for day in found if day is not None), None)


def _days_in(text: str) -> Iterator[dt.date | None]:
    lines = (line.strip(" \t*_#>-\r") for line in text[:4000].splitlines())
    for line in [line for line in lines if line][:TOP_LINES]:
        match = _LINE.fullmatch(line)
        if match:
            told = match.groupdict()
            if told["iso"]:
                yield _day(*told["iso"].split("-"))
            else:
                month = (told["month"] or told["month_first"])[:3].casefold()
                number = _MONTHS.index(month) + 1 if month in _MONTHS else 0
                yield _day(told["year"] or told["year_last"], str(number), told["day"] or told["day_second"])


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
