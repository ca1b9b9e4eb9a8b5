import datetime as dt
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.model.values import Item, Money, Party, PartyKind, Period, Precision, Text, Value

AMOUNTS = st.decimals(min_value=0, max_value=10**15, allow_nan=False, allow_infinity=False, places=2)
VALUES = st.one_of(
    st.builds(Money, AMOUNTS, st.sampled_from(["CAD", "USD", "XOF"])),
    st.builds(Money, AMOUNTS, st.none(), candidates=st.just(("CAD", "USD"))),
    st.builds(Party, st.sampled_from(["Ghana", "Gavi"]), kind=st.sampled_from(PartyKind)),
    st.builds(Item, st.sampled_from(["tents", "helicopters"]), AMOUNTS),
    st.builds(Text, st.text()),
    st.dates().map(lambda day: Period(day, day, Precision.DAY)),
)


@given(VALUES)
def test_every_value_survives_the_store(value: Value) -> None:
    assert msgspec.json.decode(msgspec.json.encode(value), type=Value) == value


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-1"])
def test_money_is_a_finite_sum(amount: str) -> None:
    with pytest.raises(ValueError, match="finite amount"):
        Money(Decimal(amount), "EUR")


def test_money_without_any_currency_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a currency"):
        Money(Decimal(1), None)


def test_a_period_runs_forward() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(dt.date(2025, 2, 1), dt.date(2025, 1, 1), Precision.RANGE)


def test_a_party_needs_a_name() -> None:
    with pytest.raises(ValueError, match="needs a name"):
        Party("  ")
