"""Find the words that say when: days, months, years, weekdays, stretches of time, holidays."""

import re
from functools import lru_cache

from msgspec import Struct

from pledgebook.model.records import Part, Span, cut
from pledgebook.model.timewords import NEEDS, kinds_of_time, time_patterns

_YEAR = ("year",)


class Time(Struct, frozen=True):
    """A phrase of time: `rule` names its pattern in `model.timewords`, `parts` its pieces (day, month, year)."""

    span: Span
    rule: str
    parts: tuple[Part, ...]


@lru_cache(maxsize=16)
def find_times(text: str, plain: str, start: int, end: int) -> tuple[Time, ...]:
    """Return every phrase of time in a range, in order, none overlapping; the longest reading of each place is taken.

    Args:
        text: The document's text, from which spans are cut.
        plain: The same text with markup blanked out, of the same length.
        start: Where the range begins, in code points.
        end: Where it ends.
    """
    held = kinds_of_time(plain[start:end].lower())
    if not held:
        return ()
    found = [
        (-(match.end() - match.start()), order, match.start(), name, match)
        for order, (name, pattern) in enumerate(time_patterns())
        if not held.isdisjoint(NEEDS.get(name, _YEAR))
        for match in pattern.finditer(plain, start, end)
    ]
    taken: list[Time] = []
    covered = bytearray(end - start)
    for _, _, at, name, match in sorted(found, key=lambda each: each[:3]):
        bounds = slice(at - start, match.end() - start)
        if not any(covered[bounds]):
            covered[bounds] = b"\x01" * (match.end() - at)
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
