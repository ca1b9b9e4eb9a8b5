"""Phrases of time are found whole, and what only looks like one is left alone."""

import pytest

from pledgebook.extract.quantities.times import find_times


def quotes(text: str) -> list[str]:
    return [time.span.quote for time in find_times(text, text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met on Sunday, June 21, 2023 in Strelsau.", ["Sunday, June 21, 2023"]),
        ("They met on the 24th of August.", ["the 24th of August"]),
        ("It runs from July 10-11, 2025.", ["from July 10-11, 2025"]),
        ("The 2023-2027 plan", ["2023-2027"]),
        ("in fiscal year 2024/25 alone", ["fiscal year 2024/25"]),
        ("over the next five years it will pay", ["over the next five years"]),
        ("paid late last year and again earlier this month", ["late last year", "earlier this month"]),
        ("by the end of 2025", ["by the end of 2025"]),
        ("in May it may pay", ["in May"]),
        ("on Strelsau Day, last Thursday", ["Strelsau Day", "last Thursday"]),
        ("in the first quarter of 2024", ["the first quarter of 2024"]),
        ("It may march on with 300 men.", []),
        ("June 21 million euros", []),
    ],
)
def test_a_time_is_found_to_its_last_word(text: str, found: list[str]) -> None:
    assert quotes(text) == found


def test_the_pieces_of_a_time_are_parts_with_their_own_spans() -> None:
    (time,) = find_times("By Friday, 3 May 2024.", "By Friday, 3 May 2024.", 0, 22)
    assert {part.role: part.span.quote for part in time.parts} == {
        "weekday": "Friday",
        "day": "3",
        "month": "May",
        "year": "2024",
    }
    assert time.rule == "day_month"


def test_many_times_in_one_stretch_take_no_longer_each() -> None:
    text = "on 5 May last Monday in 2024 over five years; " * 400
    assert len(find_times(text, text, 0, len(text))) == 1600
