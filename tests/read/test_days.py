import datetime as dt

import pytest

from pledgebook.read.days import find_published


@pytest.mark.parametrize(
    "line", ["2024-05-28", "**28 May 2024**", "May 28, 2024", "Published: Tuesday, 28 May 2024", "2024-05-28T09:30:00Z"]
)
def test_a_line_that_is_only_a_date_is_the_day_of_publication(line: str) -> None:
    assert find_published("a.txt", f"Sweden sends pumps\n{line}\n\nThe pumps left on 2 June 2024.") == dt.date(
        2024, 5, 28
    )


def test_a_date_within_a_sentence_is_not() -> None:
    assert find_published("a.txt", "The pumps left on 2 June 2024.\nThey arrived.") is None


def test_a_date_in_the_files_name_serves_where_no_line_does() -> None:
    assert find_published("news/wh-2022-08-26-note.txt", "To the Secretary") == dt.date(2022, 8, 26)
    assert find_published("000_92be92f5771d05e3.txt", "No date") is None


def test_what_is_no_day_of_the_calendar_is_passed_over() -> None:
    assert find_published("a.txt", "31 June 2024\nText") is None
    assert find_published("2024-13-45.txt", "Text") is None
