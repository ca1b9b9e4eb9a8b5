"""Find the words that say when: days, months, years, weekdays, stretches of time, holidays."""

import re
from functools import cache

from msgspec import Struct

from pledgebook.model.records import Part, Span, cut
from pledgebook.model.timewords import MONTHS, SEASONS, time_patterns


class Time(Struct, frozen=True):
    """A phrase of time: `rule` names its pattern in `model.timewords`, `parts` its pieces (day, month, year)."""

    span: Span
    rule: str
    parts: tuple[Part, ...]


@cache
def _trigger() -> re.Pattern[str]:
    """Return a pattern for anything that a phrase of time must hold."""
    words = [*MONTHS, *(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")), *SEASONS]
    near = "day|week|month|year|quarter|decade|yesterday|tonight|tomorrow|overnight|morning|afternoon|night"
    far = "christmas|easter|thanksgiving|hanukkah|passover|diwali|nowruz|eid"
    return re.compile(rf"\b(?:19|20)\d\d\b|\d[./]\d|\bFY|\bQ[1-4]|\b(?:{'|'.join(words)}|{near}|{far})", re.IGNORECASE)


def find_times(text: str, plain: str, start: int, end: int) -> tuple[Time, ...]:
    """Return every phrase of time in a range, in order, none overlapping; the longest reading of each place is taken.

    Args:
        text: The document's text, from which spans are cut.
        plain: The same text with markup blanked out, of the same length.
        start: Where the range begins, in code points.
        end: Where it ends.
    """
    if not _trigger().search(plain, start, end):
        return ()
    found = [
        (-(match.end() - match.start()), order, match.start(), name, match)
        for order, (name, pattern) in enumerate(time_patterns())
        for match in pattern.finditer(plain, start, end)
    ]
    taken: list[Time] = []
    for _, _, at, name, match in sorted(found, key=lambda each: each[:3]):
        if all(match.end() <= time.span.start or time.span.end <= at for time in taken):
            taken.append(_time_of(text, name, match))
    return tuple(sorted(taken, key=lambda time: time.span.start))


def _time_of(text: str, name: str, match: re.Match[str]) -> Time:
    """Return the time that one pattern found, its named pieces as parts."""
    parts = tuple(
        Part(role, cut(text, *match.span(role)), name)
        for role, words in match.groupdict().items()
        if words and role != "mark"
    )
    return Time(cut(text, *match.span()), name, parts)
