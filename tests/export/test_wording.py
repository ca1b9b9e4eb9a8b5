import datetime as dt
from decimal import Decimal

import pytest

from pledgebook.export.wording import (
    clean_text,
    tell_item,
    tell_list,
    tell_money,
    tell_number,
    tell_period,
    tell_rounded,
)
from pledgebook.model.values import Item, Money, Period, Precision, Qualifier


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("2000000000", "2 billion"),
        ("1735000000", "1.735 billion"),
        ("835000000", "835 million"),
        ("20000", "20,000"),
        ("1234567", "1,234,567"),
        ("15000000000000", "15 trillion"),
        ("0.5", "0.5"),
        ("0", "0"),
        ("2E+9", "2 billion"),
    ],
)
def test_numbers_are_printed_as_a_newspaper_prints_them(number: str, words: str) -> None:
    assert tell_number(Decimal(number)).replace("\xa0", " ") == words


def test_every_dollar_says_whose_it_is() -> None:
    sums = [tell_money(Money(Decimal(5_000_000), currency)) for currency in ("USD", "CAD", "AUD", "NOK")]
    assert [each.replace("\xa0", " ") for each in sums] == [
        "US$5 million",
        "C$5 million",
        "A$5 million",
        "NOK 5 million",
    ]


def test_a_sum_whose_currency_is_open_names_both() -> None:
    money = Money(Decimal(220_000_000), None, candidates=("CAD", "USD"))
    assert tell_money(money).replace("\xa0", " ") == "CAD/USD 220 million"


def test_the_qualifier_stands_before_the_sum() -> None:
    assert tell_money(Money(Decimal(10**9), "CAD", Qualifier.OVER)).replace("\xa0", " ") == "over C$1 billion"


def test_a_range_keeps_both_bounds() -> None:
    money = Money(Decimal(1_500_000_000), "GBP", Qualifier.BETWEEN, low=Decimal(10**9), high=Decimal(1_500_000_000))
    assert tell_money(money).replace("\xa0", " ") == "£1 billion to £1.5 billion"


@pytest.mark.parametrize(
    ("value", "words"), [("1242857142.86", "€1.24 billion"), ("421.4", "€421"), ("0.1234", "€0.123"), ("0", "€0")]
)
def test_a_conversion_is_no_finer_than_three_digits(value: str, words: str) -> None:
    assert tell_rounded(Decimal(value), "EUR").replace("\xa0", " ") == words


def test_a_time_is_told_no_finer_than_it_was_said() -> None:
    start = dt.date(2025, 6, 17)

    def told(precision: Precision, end: dt.date = start) -> str:
        return tell_period(Period(start, end, precision))

    assert told(Precision.DAY) == "Tuesday 17 June 2025"
    assert told(Precision.WEEK) == "week of 17 June 2025"
    assert told(Precision.MONTH) == "June 2025"
    assert told(Precision.QUARTER) == "second quarter of 2025"
    assert told(Precision.YEAR) == "2025"
    assert told(Precision.RANGE, dt.date(2025, 6, 19)) == "17–19 June 2025"
    assert told(Precision.RANGE, dt.date(2025, 7, 2)) == "17 June 2025 to 2 July 2025"
    assert tell_period(None) == ""


def test_goods_are_counted_in_their_unit() -> None:
    assert tell_item(Item("rice", Decimal(5000), "tonnes")) == "5,000 tonnes of rice"
    assert tell_item(Item("tents", Decimal(20000), qualifier=Qualifier.ABOUT)) == "about 20,000 tents"
    assert tell_item(Item("armoured vehicles")) == "armoured vehicles"
    assert tell_item(Item("people in a rescue team", Decimal(62), "people")) == "62 people in a rescue team"


def test_a_list_ends_with_and() -> None:
    assert tell_list([]) == ""
    assert tell_list(["France"]) == "France"
    assert tell_list(["France", "", "Italy"]) == "France and Italy"
    assert tell_list(["France", "Italy", "Poland"]) == "France, Italy and Poland"


def test_control_characters_cannot_steer_a_terminal() -> None:
    assert clean_text("a\x1b[31mb\x00c\u202ed\te\nf") == "a�[31mb�c�d e\nf"
