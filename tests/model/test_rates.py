import datetime as dt
from decimal import Decimal

import pytest

from pledgebook.model.errors import RateMissing
from pledgebook.model.rates import DAY_RULE, MONTH_RULE, RateTable

ROWS = ["2024-03-27,1.08,N/A", "2024-03-28,1.10,1.50", "2024-04-02,1.20,1.44"]


@pytest.fixture
def table() -> RateTable:
    return RateTable("a table", ["USD", "CAD"], ROWS)


def test_a_day_without_rates_takes_the_last_one_before(table: RateTable) -> None:
    assert table.rate("EUR", "USD", dt.date(2024, 4, 1), DAY_RULE) == (Decimal("1.10"), dt.date(2024, 3, 28))


def test_two_currencies_meet_over_the_euro(table: RateTable) -> None:
    assert table.rate("CAD", "USD", dt.date(2024, 4, 2), DAY_RULE)[0] == Decimal("1.20") / Decimal("1.44")


def test_the_month_mean_counts_only_days_with_a_rate(table: RateTable) -> None:
    assert table.rate("EUR", "USD", dt.date(2024, 3, 5), MONTH_RULE)[0] == Decimal("1.09")
    assert table.rate("EUR", "CAD", dt.date(2024, 3, 5), MONTH_RULE)[0] == Decimal("1.50")


@pytest.mark.parametrize("on", [dt.date(2024, 3, 26), dt.date(2024, 4, 10)])
def test_a_day_too_far_from_any_rate_is_refused(table: RateTable, on: dt.date) -> None:
    with pytest.raises(RateMissing, match="no rate from EUR to USD"):
        table.rate("EUR", "USD", on, DAY_RULE)


def test_an_unknown_currency_month_or_rule_is_refused(table: RateTable) -> None:
    with pytest.raises(RateMissing):
        table.rate("EUR", "UAH", dt.date(2024, 4, 2), DAY_RULE)
    with pytest.raises(RateMissing, match="2023-01"):
        table.rate("EUR", "USD", dt.date(2023, 1, 2), MONTH_RULE)
    with pytest.raises(RateMissing, match="no rule"):
        table.rate("EUR", "USD", dt.date(2024, 4, 2), "guess")


def test_the_version_names_the_last_day(table: RateTable) -> None:
    assert table.version == "a table to 2024-04-02"
    assert table.last_day == dt.date(2024, 4, 2)
