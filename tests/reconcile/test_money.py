import datetime as dt

import pytest

from pledgebook.model.values import Money
from pledgebook.reconcile.money import Likeness, compare_sums, say_number
from tests.tellers import RATES, money

ON = dt.date(2024, 5, 6)


def alike(left: str, right: str, on: dt.date | None = ON) -> Likeness:
    return compare_sums(sums(left), sums(right), on, RATES).likeness


def sums(told: str) -> list[Money]:
    return [money(one.strip()) for one in told.split("=")]


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        ("CAD 2bn", "CAD 2bn", Likeness.EQUAL),
        ("CAD 2bn", "CAD 2.5bn", Likeness.UNLIKE),
        ("CAD 1.95bn", "CAD 2bn", Likeness.ROUNDED),
        ("CAD 835m", "CAD 840m", Likeness.ROUNDED),
        ("CAD 835m", "CAD 680m", Likeness.UNLIKE),
        ("CAD 2bn = USD 1.45bn", "USD 1.45bn", Likeness.EQUIVALENT),
        ("CAD 680m", "USD 500m", Likeness.CONVERTED),
        ("CAD 680m", "USD 560m", Likeness.DRIFTED),
        ("CAD 680m", "USD 680m", Likeness.UNLIKE),
        ("CAD/USD 220m", "USD 220m", Likeness.POSSIBLE),
        ("CAD 10m", "UAH 300m", Likeness.UNLIKE),
    ],
)
def test_sums_are_alike_within_the_precision_they_are_stated_in(left: str, right: str, likeness: Likeness) -> None:
    assert alike(left, right) is likeness
    assert alike(right, left) is likeness


def test_no_sum_on_one_side_says_nothing() -> None:
    assert compare_sums([], [money("CAD 2bn")], ON, RATES).likeness is Likeness.UNSAID


def test_a_conversion_shows_its_rate_and_day() -> None:
    found = compare_sums([money("CAD 680m")], [money("USD 500m")], ON, RATES)
    assert found.rate is not None
    assert f"{found.rate:.4f}" == "0.7333"
    assert "2024-05-06 (0.7333)" in found.words


def test_numbers_are_said_short() -> None:
    assert say_number(money("CAD 1.735bn").value) == "1.735 billion"
    assert say_number(money("CAD 12345").value) == "12,345"
