"""A sum that several givers give each is told of each of them."""

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read


def givers(text: str) -> list[tuple[str, ...]]:
    """Return who gives each sum of a text."""
    return [tuple(one["provider"]) for one in read(text, Kind.COMMITMENT) if "amount" in one]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Iceland pledged 4 million euros each to Malawi.",
        "Norway and Iceland will each give 4 million euros to Malawi.",
        "The total holds 4 million euros each from Norway and Iceland for Malawi.",
    ],
)
def test_each_giver_of_a_sum_gives_it(text: str) -> None:
    assert sorted(givers(text)) == [("Iceland",), ("Norway",)]


def test_a_joint_sum_stays_one() -> None:
    assert len(givers("Norway and Iceland pledged 4 million euros to Malawi.")) == 1


def test_what_each_of_some_things_is_worth_is_no_gift_of_each() -> None:
    assert len(givers("Norway and Iceland will send Malawi packages worth around 4 million euros each.")) <= 1


def test_what_several_lands_each_get_stays_one_gift() -> None:
    assert len(givers("Norway pledged 4 million euros each for Malawi and Kenya.")) == 1
