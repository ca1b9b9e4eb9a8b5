import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.actions.typed import FIELDS, read_value
from pledgebook.model.errors import BadDecision
from pledgebook.model.values import Item, Money, Party, PartyKind, Period, Precision, Text


@pytest.mark.parametrize(
    ("typed", "value", "currency"),
    [
        ("CAD 680000000", "680000000", "CAD"),
        ("680 million CAD", "680000000", "CAD"),
        ("cad 1,735,000", "1735000", "CAD"),
        ("US$1.2bn", "1200000000", "USD"),
        ("€20m", "20000000", "EUR"),
        ("NOK 7_500", "7500", "NOK"),
    ],
)
def test_sums_are_read_as_people_write_them(typed: str, value: str, currency: str) -> None:
    assert read_value("commitments", "amount", typed) == (Money(Decimal(value), currency),)


@given(st.integers(0, 10**13), st.sampled_from(["EUR", "USD", "JPY", "UAH"]))
def test_any_whole_sum_with_its_code_is_read(value: int, currency: str) -> None:
    assert read_value("commitments", "amount", f"{currency} {value}") == (Money(Decimal(value), currency),)


@pytest.mark.parametrize("typed", ["680", "QQQ 5", "$ 5", "CAD", "CAD five", "CAD 5 zillion", "5 EUR or so"])
def test_what_is_no_sum_is_refused(typed: str) -> None:
    with pytest.raises(BadDecision, match="CAD 680000000"):
        read_value("commitments", "amount", typed)


def test_parties_come_under_their_common_name_and_code() -> None:
    assert read_value("commitments", "provider", "Norway; Fund for Ferries") == (
        Party("Norway", "NOR", PartyKind.COUNTRY),
        Party("Fund for Ferries"),
    )
    assert read_value("commitments", "provider", "NOR") == (Party("Norway", "NOR", PartyKind.COUNTRY),)


@pytest.mark.parametrize(
    ("typed", "start", "end", "precision"),
    [
        ("2025-08-24", dt.date(2025, 8, 24), dt.date(2025, 8, 24), Precision.DAY),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29), Precision.MONTH),
        ("2025-Q3", dt.date(2025, 7, 1), dt.date(2025, 9, 30), Precision.QUARTER),
        ("2025", dt.date(2025, 1, 1), dt.date(2025, 12, 31), Precision.YEAR),
        ("2025-01-05..2025-02-01", dt.date(2025, 1, 5), dt.date(2025, 2, 1), Precision.RANGE),
    ],
)
def test_times_are_read_no_finer_than_they_are_written(
    typed: str, start: dt.date, end: dt.date, precision: Precision
) -> None:
    assert read_value("commitments", "announced", typed) == (Period(start, end, precision),)


@pytest.mark.parametrize("typed", ["June", "2025-13", "2025-02-30", "2025-02-01..2025-01-01", "0000"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(BadDecision, match="is no time"):
        read_value("events", "date", typed)


def test_goods_have_a_count_or_none() -> None:
    assert read_value("commitments", "item", "1,200 drones; field hospitals") == (
        Item("drones", Decimal(1200)),
        Item("field hospitals"),
    )


def test_words_of_a_closed_list_are_held_to_it() -> None:
    assert read_value("commitments", "novelty", "drawn-down") == (Text("drawn_down"),)
    with pytest.raises(BadDecision, match="is none of supports, opposes"):
        read_value("positions", "stance", "likes")


def test_every_field_refuses_emptiness() -> None:
    for kind, fields in FIELDS.items():
        for field in fields:
            with pytest.raises(BadDecision, match="needs a value"):
                read_value(kind, field, "  ")
    with pytest.raises(BadDecision, match="people have no field"):
        read_value("people", "name", "Ada")
