from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pledgebook.export.entries import write_number, write_value
from pledgebook.model.values import Item, Money, Party, Text


@given(st.decimals(min_value=0, max_value=10**16, places=4))
def test_a_number_keeps_its_value_and_has_no_exponent(number: Decimal) -> None:
    told = write_number(number)
    assert Decimal(told) == number
    assert "E" not in told
    assert not (told.endswith("0") and "." in told)


def test_a_number_with_an_exponent_is_written_out() -> None:
    assert write_number(Decimal("2E+9")) == "2000000000"


def test_each_kind_of_value_stands_in_its_own_field() -> None:
    assert write_value(Text("pledged")).word == "pledged"
    party = write_value(Party("Canada", "CAN")).party
    assert party is not None
    assert party.code == "CAN"
    money = write_value(Money(Decimal(5), "EUR")).money
    assert money is not None
    assert money.value == "5"
    item = write_value(Item("tents")).item
    assert item is not None
    assert item.count is None
    assert write_value(Text("pledged")).money is None
