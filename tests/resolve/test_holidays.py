"""Holidays fall on the day their country keeps them."""

import datetime as dt

from pledgebook.resolve.holidays import day_of_holiday


def test_a_holiday_has_its_day() -> None:
    assert day_of_holiday("Independence Day", "IND", 2024) == dt.date(2024, 8, 15)
    assert day_of_holiday("Canada Day", "CAN", 2025) == dt.date(2025, 7, 1)
    assert day_of_holiday("Bastille Day", "FRA", 2024) == dt.date(2024, 7, 14)


def test_a_country_that_suspended_its_holidays_keeps_the_fixed_ones() -> None:
    assert day_of_holiday("Independence Day", "UKR", 2025) == dt.date(2025, 8, 24)


def test_the_name_itself_goes_before_a_longer_one() -> None:
    assert day_of_holiday("Independence Day", "USA", 2024) == dt.date(2024, 7, 4)


def test_an_unknown_country_or_holiday_has_no_day() -> None:
    assert day_of_holiday("Strelsau Day", "FRA", 2024) is None
    assert day_of_holiday("Independence Day", "ZZZ", 2024) is None


def test_whose_holiday_it_is_may_stand_before_it() -> None:
    assert day_of_holiday("India\u2019s Independence Day", "IND", 2024) == dt.date(2024, 8, 15)
    assert day_of_holiday("New Year's Day", "GBR", 2024) == dt.date(2024, 1, 1)
