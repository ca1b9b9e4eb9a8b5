"""How help is counted: arms, relief or money for a budget, whatever sector it serves; in our own words."""

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

CLASSES = [
    ("Norway pledged 20 million euros in military aid to Malawi.", "military"),
    ("Norway will give Malawi 20 million euros through a drawdown of its own stocks.", "military"),
    ("Norway's defence minister announced 20 million euros for Malawi.", "military"),
    ("Norway donated rifles and ammunition worth 20 million euros to Malawi.", "military"),
    ("Norway pledged 20 million euros for mine clearance in Malawi.", "humanitarian"),
    ("Norway pledged 20 million euros for schools in Malawi.", "humanitarian"),
    ("Norway pledged 20 million euros for the power grid of Malawi.", "humanitarian"),
    ("Norway allocated 20 million euros from its state budget to buy tents for Malawi.", "humanitarian"),
    ("Norway pledged 20 million euros in budget support to Malawi.", "financial"),
    ("Norway will lend Malawi 20 million euros, a loan for new power lines.", "financial"),
    ("Norway gives a guarantee of 20 million euros for roads in Malawi.", "financial"),
    ("Norway will give 20 million euros for clinics in Malawi through the World Bank.", "financial"),
]


@pytest.mark.parametrize(("text", "general"), CLASSES)
def test_a_sum_is_counted_in_the_class_its_words_tell(text: str, general: str) -> None:
    told = read(text, Kind.COMMITMENT)
    assert told[0]["general_type"] == [general]


def test_the_sector_stays_beside_the_class() -> None:
    told = read("Norway pledged 20 million euros for schools in Malawi.", Kind.COMMITMENT)
    assert (told[0]["aid_type"], told[0]["general_type"]) == (["education"], ["humanitarian"])


def test_a_sum_of_which_nothing_is_told_is_counted_as_relief_by_guess() -> None:
    told = read("Norway pledged 20 million euros to Malawi.", Kind.COMMITMENT)
    assert told[0]["general_type"] == ["humanitarian"]
