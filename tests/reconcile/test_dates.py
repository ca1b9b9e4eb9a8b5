import datetime as dt

import pytest

from pledgebook.model.values import Period, Precision
from pledgebook.reconcile.dates import Clue, Hint, holiday_days, say_period, solve_day
from tests.tellers import day, month


def hint(clue: Clue, origin: str, period: Period | None = None, word: str = "") -> Hint:
    return Hint(clue, f"document of {origin}", origin, f"mention of {origin}", period, word)


def test_a_year_that_weekday_and_a_later_agreement_refute_is_not_taken() -> None:
    hints = [
        hint(Clue.SAID, "a", day(2023, 8, 24)),
        hint(Clue.NOT_BEFORE, "a", Period(dt.date(2024, 1, 1), dt.date(2024, 12, 31), Precision.YEAR)),
        hint(Clue.HOLIDAY, "a", word="Independence Day|UKR"),
        hint(Clue.WEEKDAY, "b", word="sunday"),
        hint(Clue.WEEKDAY, "c", word="sunday"),
    ]
    solved = solve_day(hints)
    assert solved is not None
    assert solved.day == dt.date(2025, 8, 24)
    assert [one.because for one in solved.broken] == ["24 August 2023 was a Thursday"]
    assert "24 August 2025 was a Sunday, as reported" in solved.because


def test_a_day_that_nothing_refutes_stands() -> None:
    solved = solve_day([hint(Clue.SAID, "a", day(2023, 8, 24)), hint(Clue.WEEKDAY, "b", word="thursday")])
    assert solved is not None
    assert solved.day == dt.date(2023, 8, 24)
    assert not solved.broken


def test_a_report_cannot_come_out_before_what_it_reports() -> None:
    hints = [hint(Clue.SAID, "a", day(2023, 8, 24)), hint(Clue.PUBLISHED, "a", day(2022, 8, 25))]
    solved = solve_day([*hints, hint(Clue.PUBLISHED, "b", day(2022, 8, 24))])
    assert solved is not None
    assert solved.day == dt.date(2022, 8, 24)


def test_one_origin_counts_once_however_often_it_is_retold() -> None:
    copies = [hint(Clue.SAID, "a", day(2023, 5, 1)) for _ in range(5)]
    others = [hint(Clue.SAID, "b", day(2023, 5, 2)), hint(Clue.SAID, "c", day(2023, 5, 2))]
    solved = solve_day([*copies, *others])
    assert solved is not None
    assert solved.day == dt.date(2023, 5, 2)


def test_a_holiday_alone_names_no_year() -> None:
    assert solve_day([hint(Clue.HOLIDAY, "a", word="Independence Day|UKR")]) is None
    assert solve_day([]) is None


def test_a_holiday_with_the_day_of_publication_is_solved() -> None:
    hints = [hint(Clue.HOLIDAY, "a", word="Independence Day|UKR"), hint(Clue.PUBLISHED, "a", day(2021, 8, 25))]
    solved = solve_day(hints)
    assert solved is not None
    assert solved.day == dt.date(2021, 8, 24)


def test_a_leap_day_does_not_break_the_search() -> None:
    assert solve_day([hint(Clue.SAID, "a", day(2024, 2, 29))]) is not None


def test_an_unknown_country_keeps_no_holiday() -> None:
    assert holiday_days("Independence Day|", 2024) == ()
    assert holiday_days("Independence Day|XYZ", 2024) == ()


@pytest.mark.parametrize(("period", "words"), [(day(2025, 8, 4), "4 August 2025"), (month(2025, 6), "June 2025")])
def test_periods_are_said_as_precisely_as_they_are_known(period: Period, words: str) -> None:
    assert say_period(period) == words
