"""Which wordings beside a sum tell of a running total or of an older sum: two tables, each read top to bottom."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from pledgebook.model.records import INSTALMENT, Mention, Part
from pledgebook.model.values import Novelty
from pledgebook.resolve import newness
from pledgebook.resolve.beside import GETTERS, words_before, words_behind
from pledgebook.resolve.weighing import Voice

_NEAR = 45  # characters before "years ago" in which what happened then is named
INSTALMENT_OF = "the whole that an instalment is paid of"
PART_OF = "the whole that a gift is part of"


class Sides(NamedTuple):
    """What a sum's sentence says before and behind it, and what before it in lower case, for cheap tests."""

    before: str
    behind: str
    low: str


Wording = tuple[Callable[[Sides], object], Novelty, str, float]
"""A test of the words beside a sum, and what they say of it, in a rule's words and with what weight."""


def hear_first(wordings: Iterable[Wording], mention: Mention) -> Iterator[Voice[Novelty]]:
    """Yield what the first wording says that stands beside the sum."""
    before = words_before(mention)
    told = Sides(before, words_behind(mention), before.lower())
    for holds, novelty, rule, weight in wordings:
        if holds(told):
            yield Voice(novelty, rule, weight, mention.span)
            return


_EARLIER = (
    "previous",
    "earlier",
    "origin",
    "prior",
    "initial",
    "commitment",
    "pledge",
    "promise",
    "last ",
    "that ",
    "current",
    "existing",
)


def _may_be_earlier(told: Sides) -> bool:
    return any(word in told.low for word in _EARLIER)


def _may_be_all(told: Sides) -> bool:
    return any(word in told.low for word in ("total", "aggregate", "overall", "combined"))


def is_aside(mention: Mention, part: Part) -> bool:
    """Tell whether a verb behind a sum is another clause's: "gave 3 million before it was frozen"."""
    told, at = mention.sentence.quote, mention.sentence.start
    between = told[mention.span.end - at : part.span.start - at]
    return part.span.start > mention.span.end and newness.CONJUNCTION.search(between) is not None


def _is_long_ago(told: Sides) -> bool:
    """Tell whether a gift, and not what it is given for, is said to lie weeks or years back."""
    if " ago" not in told.low and " ago" not in told.behind:
        return False
    found = newness.AGO_BEFORE.search(told.before) or newness.AGO_BEHIND.match(told.behind)
    return found is not None and not newness.OUTBREAK.search(found.string[max(0, found.start() - _NEAR) : found.end()])


OF_TOTALS: tuple[Wording, ...] = (
    (
        lambda told: " to " in told.low and newness.BRINGS.search(told.before),
        Novelty.CUMULATIVE,
        "what the total comes to by it",
        2.6,
    ),
    (
        lambda told: "total" in told.low and newness.RAISED_TOTAL.search(told.before),
        Novelty.CUMULATIVE,
        "what the total comes to by it",
        2.6,
    ),
    (
        lambda told: "with" in told.low and newness.WITH_THIS.search(told.before),
        Novelty.CUMULATIVE,
        "what the total comes to by it",
        2.6,
    ),
    (
        lambda told: "total " in told.low and newness.TOTALLED.search(told.before),
        Novelty.CUMULATIVE,
        "what all help comes to",
        1.8,
    ),
    (
        lambda told: "ha" in told.low and newness.REACHED.search(told.before),
        Novelty.CUMULATIVE,
        "what all help comes to",
        1.8,
    ),
    (
        lambda told: _may_be_all(told) and newness.TOTAL_AMOUNT.search(told.before),
        Novelty.CUMULATIVE,
        "what all help comes to",
        1.8,
    ),
    (
        lambda told: "total" in told.low and newness.TOTAL_OF.search(told.before),
        Novelty.CUMULATIVE,
        "what all help comes to",
        1.8,
    ),
    (lambda told: newness.TOTALS.search(told.before), Novelty.CUMULATIVE, "what all help comes to", 1.8),
    (lambda told: newness.SUPPORT_TOTALS.search(told.before), Novelty.CUMULATIVE, "what all help comes to", 1.8),
    (lambda told: GETTERS.search(told.before), Novelty.CUMULATIVE, "what one of the receivers got", 1.8),
    (
        lambda told: " at " in told.low and newness.STANDS_AT.search(told.before),
        Novelty.CUMULATIVE,
        "what all help comes to",
        1.8,
    ),
    (
        lambda told: " at " in told.low and newness.ESTIMATED.search(told.before),
        Novelty.CUMULATIVE,
        "what all help comes to",
        1.8,
    ),
    (
        lambda told: "ing " in told.low and newness.RAISING_TO.search(told.before),
        Novelty.CUMULATIVE,
        "what the total comes to by it",
        1.8,
    ),
    (
        lambda told: "from" in told.low and newness.RAISED_TO.search(told.before),
        Novelty.CUMULATIVE,
        "what the old sum was raised to",
        1.8,
    ),
    (
        lambda told: "or" in told.low and newness.LEADING_GIVER.search(told.before),
        Novelty.CUMULATIVE,
        "what the leading giver gave",
        1.7,
    ),
    (
        lambda told: newness.MADE_BY.search(told.before) and newness.MADE.match(told.behind),
        Novelty.CUMULATIVE,
        "a total of many gifts",
        1.8,
    ),
)
"""What tells of a running total; the first that holds is heard."""

OF_OLD: tuple[Wording, ...] = (
    (
        lambda told: "from" in told.low and newness.RAISED_FROM.search(told.before),
        Novelty.RESTATED,
        "what it was raised from",
        2.6,
    ),
    (lambda told: newness.OF_EARLIER.match(told.behind), Novelty.RESTATED, "taken out of an older sum", 1.8),
    (lambda told: newness.LATER_RAISED.match(told.behind), Novelty.RESTATED, "what it was raised from", 2.6),
    (
        lambda told: "after " in told.low and newness.AFTER_DEED.search(told.before),
        Novelty.RESTATED,
        "done before what is told",
        1.8,
    ),
    (lambda told: newness.TRANCHE_OF.search(told.before), Novelty.RESTATED, INSTALMENT_OF, 2.0),
    (
        lambda told: newness.WHOLE_LOAN.search(told.before) and newness.LOAN.match(told.behind),
        Novelty.RESTATED,
        INSTALMENT_OF,
        2.0,
    ),
    (lambda told: newness.INSTALMENT.match(told.behind), Novelty.NEW, INSTALMENT, 1.0),
    (
        lambda told: _may_be_earlier(told) and newness.EARLIER.search(told.before),
        Novelty.RESTATED,
        "called earlier",
        2.6,
    ),
    (
        lambda told: newness.PAST_DEED.search(told.before) and not newness.TOTALLED.search(told.before),
        Novelty.RESTATED,
        "announced earlier",
        3.4,
    ),
    (
        lambda told: (
            "part of" in told.low and newness.PART_OF_SOME.search(told.before) and newness.SET_ASIDE.match(told.behind)
        ),
        Novelty.RESTATED,
        PART_OF,
        1.9,
    ),
    (
        lambda told: newness.PART_OF.search(told.before) and not newness.NOW.search(told.behind),
        Novelty.RESTATED,
        PART_OF,
        1.9,
    ),
    (lambda told: newness.DRAWN_FROM.search(told.before), Novelty.RESTATED, PART_OF, 1.9),
    (
        lambda told: (
            "part of" in told.low
            and newness.PART_OF_A.search(told.before)
            and newness.WHOLE_NAMED.match(told.behind)
            and not newness.NOW.search(told.behind)
        ),
        Novelty.RESTATED,
        PART_OF,
        1.9,
    ),
    (lambda told: newness.MADE_THERE.match(told.behind), Novelty.RESTATED, "made at another time", 1.9),
    (_is_long_ago, Novelty.RESTATED, "done long ago", 1.6),
    (
        lambda told: (
            " the " in told.low and newness.KNOWN_LOAN.search(told.before) and newness.LOAN_NAMED.match(told.behind)
        ),
        Novelty.RESTATED,
        "spoken of as known",
        0.9,
    ),
    (
        lambda told: newness.RECENTLY.search(told.before) and not newness.SINCE.search(told.behind),
        Novelty.RESTATED,
        "done not long ago",
        3.2,
    ),
)
"""What tells of an older sum; the first that holds is heard, the last only where it is no news."""
