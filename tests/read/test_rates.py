import datetime as dt
from decimal import Decimal

from pledgebook.model.rates import DAY_RULE, MONTH_RULE
from pledgebook.read.rates import load_rates


def test_the_bundled_table_knows_a_sunday_in_august_2025() -> None:
    rate, day = load_rates().rate("CAD", "USD", dt.date(2025, 8, 24), DAY_RULE)
    assert day == dt.date(2025, 8, 22)
    assert Decimal("0.71") < rate < Decimal("0.73")


def test_the_bundled_table_knows_a_month() -> None:
    rate, _ = load_rates().rate("USD", "EUR", dt.date(2024, 4, 24), MONTH_RULE)
    assert Decimal("0.92") < rate < Decimal("0.95")
