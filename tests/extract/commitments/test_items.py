"""Goods and people in kind: what is given, by whom, and what is no gift; in our own words."""

import pytest

from pledgebook.model.records import Kind
from tests.deeds import Told, read

GIVEN = [
    ("Norway will send 3,000 metric tons of barley to Malawi.", "3,000 metric tons of barley", "Norway", "Malawi"),
    ("Norway donated 33,000MT of rice to Malawi.", "33,000MT of rice", "Norway", "Malawi"),
    ("Norway supplied 990,000 litres of fuel to Malawi.", "990,000 litres of fuel", "Norway", "Malawi"),
    ("Norway donated 40,000 sheep to Malawi.", "40,000 sheep", "Norway", "Malawi"),
    ("Norway gave Malawi 18 light tanks.", "18 light tanks", "Norway", "Malawi"),
    ("Norway is offering Malawi doctors, tents and rescue dogs.", "doctors, tents and rescue dogs", "Norway", "Malawi"),
    ("Norway will deploy 400 military personnel to Malawi.", "400 military personnel", "Norway", "Malawi"),
    ("Norway distributed 9,000 hot meals in Malawi.", "9,000 hot meals", "Norway", "Malawi"),
    ("Norway is considering sending helicopters to Malawi.", "helicopters", "Norway", "Malawi"),
]


def goods(text: str) -> list[Told]:
    return [told for told in read(text, Kind.COMMITMENT) if "item" in told and "amount" not in told]


@pytest.mark.parametrize(("text", "quote", "provider", "recipient"), GIVEN)
def test_goods_are_read_with_giver_and_getter(text: str, quote: str, provider: str, recipient: str) -> None:
    told = goods(text)
    assert [one["quote"] for one in told] == [[quote]]
    assert told[0]["provider"] == [provider]
    assert told[0]["recipient"] == [recipient]


def test_goods_before_a_sum_of_another_verb_are_a_gift_of_their_own() -> None:
    text = "Norway will send 2 million vaccine doses to Malawi, besides providing 5 million euros to Ghana."
    assert [one["quote"] for one in goods(text)] == [["2 million vaccine doses"]]


def test_a_plane_that_lands_with_relief_tells_who_gives() -> None:
    told = goods("Two Norwegian planes carrying 60 tonnes of rice landed in Malawi on Sunday.")
    assert any(one.get("provider") == ["Norway"] for one in told)


NOT_GIVEN = [
    "Norway asked for tents and blankets.",
    "Has Norway promised Malawi 18 tanks?",
    "Norway gave Malawi 5 million euros to provide food and tents.",
    "The grants of Norway do not involve donating surplus rice to Malawi.",
    "The rebels lost 18 tanks and 40 trucks near the border of Malawi.",
]


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_goods_that_nobody_hands_over_are_no_gift(text: str) -> None:
    assert goods(text) == []


def test_what_is_bought_for_another_land_is_a_gift() -> None:
    told = goods("Norway plans to buy 15,000 artillery shells for Malawi.")
    assert [one["quote"] for one in told] == [["15,000 artillery shells"]]
    assert goods("Norway plans to buy 15,000 artillery shells.") == []
