"""Times read to the days they mean, with the precision they are said in."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.model.timewords import time_patterns
from pledgebook.model.values import Precision
from pledgebook.resolve.dates import TIME_RULES, read_facts, read_time

PUBLISHED = dt.date(2025, 8, 25)  # a Monday


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("Sunday, June 21, 2023", "2023-06-21", "2023-06-21", "day"),
        ("last Thursday", "2025-08-21", "2025-08-21", "day"),
        ("Sunday", "2025-08-24", "2025-08-24", "day"),
        ("Monday", "2025-08-25", "2025-08-25", "day"),
        ("next Monday", "2025-09-01", "2025-09-01", "day"),
        ("yesterday", "2025-08-24", "2025-08-24", "day"),
        ("next month", "2025-09-01", "2025-09-30", "month"),
        ("in June", "2025-06-01", "2025-06-30", "month"),
        ("last December", "2024-12-01", "2024-12-31", "month"),
        ("this year", "2025-01-01", "2025-12-31", "year"),
        ("2023-2027", "2023-01-01", "2027-12-31", "range"),
        ("fiscal year 2024/25", "2024-01-01", "2025-12-31", "range"),
        ("by 2030", "2025-08-25", "2030-12-31", "range"),
        ("over the next five years", "2025-08-25", "2030-08-25", "range"),
        ("in the past two weeks", "2025-08-11", "2025-08-25", "range"),
        ("Q3 2025", "2025-07-01", "2025-09-30", "quarter"),
        ("early June 2025", "2025-06-01", "2025-06-10", "range"),
        ("winter 2024", "2024-12-01", "2025-02-28", "season"),
        ("24.08.2025", "2025-08-24", "2025-08-24", "day"),
        ("three years ago", "2022-01-01", "2022-12-31", "year"),
        ("August 24", "2025-08-24", "2025-08-24", "day"),
    ],
)
def test_a_time_means_these_days(words: str, start: str, end: str, precision: str) -> None:
    period = read_time(words, PUBLISHED)
    assert period is not None
    assert (str(period.start), str(period.end), period.precision) == (start, end, Precision(precision))


def test_a_weekday_ahead_is_the_coming_one() -> None:
    period = read_time("Friday", PUBLISHED, ahead=True)
    assert period is not None
    assert period.start == dt.date(2025, 8, 29)


@pytest.mark.parametrize("words", ["Sunday", "next month", "in June", "yesterday", "over the next five years"])
def test_relative_words_without_a_publication_day_stay_open_but_give_facts(words: str) -> None:
    assert read_time(words, None) is None
    assert read_facts(words) is not None


def test_facts_hold_what_the_words_alone_fix() -> None:
    facts = read_facts("Sunday, June 21")
    assert facts is not None
    assert (facts.year, facts.month, facts.day, facts.weekday) == (None, 6, 21, 6)


@pytest.mark.parametrize("words", ["31 June 2024", "30 February 2023", "05/06/2024", "next to it", ""])
def test_a_day_that_cannot_be_is_refused(words: str) -> None:
    assert read_time(words, PUBLISHED) is None


@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%A, %d %B %Y", "%Y-%m-%d"]),
)
def test_every_day_reads_back_in_every_usual_writing(day: dt.date, writing: str) -> None:
    period = read_time(day.strftime(writing), None)
    assert period is not None
    assert (period.start, period.end) == (day, day)


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)),
    st.sampled_from(
        [
            "Tuesday",
            "last Friday",
            "in May",
            "late last year",
            "next quarter",
            "this summer",
            "within 18 months",
            "May 5",
        ]
    ),
)
def test_no_publication_day_breaks_a_relative_time(day: dt.date, words: str) -> None:
    assert read_time(words, day) is not None


def test_every_pattern_has_its_rule_with_a_word_on_it() -> None:
    assert {name for name, _ in time_patterns()} == set(TIME_RULES)
    assert all(rule.__doc__ for rule in TIME_RULES.values())
