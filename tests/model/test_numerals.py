"""Numbers are read in every grouping that is safe, and refused where it is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.model.numerals import read_digits, read_number, scale_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two and a half", "2.5"),
        ("half a million", "500000"),
        ("a million and a half", "1500000"),
        ("three quarters of a", "0.75"),
        ("one hundred and five thousand", "105000"),
        ("twenty-five", "25"),
        ("two dozen", "24"),
        ("2 and a half", "2.5"),
        ("2½", "2.5"),
    ],
)
def test_number_words_add_up(words: str, value: str) -> None:
    assert read_number(words) == Decimal(value)


@pytest.mark.parametrize("words", ["", "and", "some", "two or three", "12.05.2023", "1,23,4"])
def test_what_is_no_number_is_refused(words: str) -> None:
    assert read_number(words) is None


def test_a_comma_is_a_decimal_only_before_a_scale_word() -> None:
    assert read_digits("1,2", scaled=True) == Decimal("1.2")
    assert read_digits("1,2") is None
    assert read_digits("1,200", scaled=True) == Decimal(1200)


def test_a_point_before_three_digits_groups_thousands_only_without_a_scale_word() -> None:
    assert read_digits("5.000") == Decimal(5000)
    assert read_digits("5.125", scaled=True) == Decimal("5.125")


@given(st.integers(1, 10**15), st.sampled_from([",", "\u202f", "'", "\u2019"]))
def test_grouped_digits_read_back(number: int, mark: str) -> None:
    assert read_digits(f"{number:,}".replace(",", mark)) == number


def test_scale_words_are_known_in_short_and_misspelt() -> None:
    assert scale_of("bn") == scale_of("Billion") == scale_of("billlion") == Decimal(10) ** 9
    assert scale_of("milion") == scale_of("million") == Decimal(10) ** 6
    assert scale_of("minion") is None
