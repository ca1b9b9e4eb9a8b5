"""Which summit or conference of our tables a report means, and on which days it was."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from pledgebook.model.reference import Summit, summits
from pledgebook.model.timewords import MONTH_NAMES
from pledgebook.model.values import Period, Precision
from pledgebook.reconcile.tellings import Telling, word_of

GATHERINGS: Final = frozenset({"summit", "conference"})
MONTHS: Final = {name.casefold(): number for number, name in enumerate(MONTH_NAMES, 1)}
SPOKEN_OF_DAYS: Final = 400
_WORD: Final = re.compile(r"[^\W\d_]+")


def summit_of(telling: Telling, near: dt.date | None) -> Summit | None:
    """Return the summit that a telling of a gathering means: by name and place, else by either alone.

    Args:
        telling: What a report says of the gathering.
        near: The day of the story; of several years' summits the last that had begun by then is meant.
    """
    what = word_of(telling.statements, "what").casefold()
    places = _words(word_of(telling.statements, "where"))
    named = [one for one in summits() if any(alias.casefold() in what for alias in one.aliases if what)]
    there = [one for one in summits() if places and places & _words(one.place)]
    both = [one for one in named if one in there]
    return _latest(both or ([] if named and there else named or there), near, certain=len(both) == 1)


def _words(place: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(place) if len(word) > 3}  # noqa: PLR2004 - "city", "Bay" say less


def _latest(found: list[Summit], near: dt.date | None, *, certain: bool) -> Summit | None:
    if certain or near is None:
        return found[0] if certain else None
    begun = [one for one in found if 0 <= (near - _day(one.start)).days < SPOKEN_OF_DAYS]
    return max(begun, key=lambda one: (one.start, one.name), default=None)


def _day(told: str) -> dt.date:
    return dt.date.fromisoformat(told)


def days_of(summit: Summit) -> Period:
    """Return the days of a summit."""
    start, end = _day(summit.start), _day(summit.end or summit.start)
    return Period(start, end, Precision.DAY if start == end else Precision.RANGE)


def month_told(telling: Telling, near: dt.date) -> Period | None:
    """Return the month that a report names without its year, as the last one that had begun by a day."""
    for number in _months(word_of(telling.statements, "when")):
        year = near.year if (number, 1) <= (near.month, near.day) else near.year - 1
        last = calendar.monthrange(year, number)[1]
        return Period(dt.date(year, number, 1), dt.date(year, number, last), Precision.MONTH)
    return None


def _months(words: str) -> Iterator[int]:
    yield from (MONTHS[word] for word in _WORD.findall(words.casefold()) if word in MONTHS)
