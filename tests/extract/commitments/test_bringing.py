"""Who brings goods or people, in words that tell of no sum: they arrive, are flown in, presented, set up."""

import pytest

from pledgebook.model.records import Kind
from tests.deeds import Told, read

BROUGHT = [
    ("More than 200 Norwegian rescuers have arrived in Malawi.", "200 Norwegian rescuers"),
    ("Norway's rescue team has arrived in Malawi.", "rescue team"),
    ("A Norwegian medical team is on its way to Malawi.", "A Norwegian medical team"),
    ("10 Norwegian medical experts will land today in Malawi.", "10 Norwegian medical experts"),
    ("A team of Norwegian nurses left on Tuesday for Malawi.", "A team of Norwegian nurses"),
    ("Norwegian armoured vehicles are being transferred to Malawi.", "Norwegian armoured vehicles"),
    ("Armoured vehicles for Malawi are being shipped from Norway.", "Armoured vehicles"),
    ("Emergency relief supplies from Norway reached Malawi on Monday.", "Emergency relief supplies"),
    ("A Norwegian plane touched down in Malawi with 14 tons of blankets.", "14 tons of blankets"),
    ("Norway flew 40 tonnes of medical supplies to Malawi.", "40 tonnes of medical supplies"),
    ("Norway, too, brought in its rescue teams to Malawi.", "rescue teams"),
    ("Norway presented Malawi with 20 buses.", "20 buses"),
    ("Norway packed 125,000 protective suits for delivery to Malawi.", "125,000 protective suits"),
    ("Norway set up a field hospital in Malawi.", "a field hospital"),
    ("Norway supports Malawi with 20 generators.", "20 generators"),
]


def goods(text: str) -> list[Told]:
    return [told for told in read(text, Kind.COMMITMENT) if "item" in told and "amount" not in told]


@pytest.mark.parametrize(("text", "quote"), BROUGHT)
def test_what_is_brought_is_read_with_who_brings_it_and_where(text: str, quote: str) -> None:
    told = goods(text)
    assert [one["quote"] for one in told] == [[quote]]
    assert told[0]["provider"] == ["Norway"]
    assert told[0]["recipient"] == ["Malawi"]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian nurses arrived in Malawi for talks.",
        "Norwegian tanks arrived in Malawi.",
        "Norway raised 40 soldiers.",
        "Norway opened 20 new shops in Malawi.",
        "Norway has sent warships to circle Malawi.",
        "Norway moved from sending weapons to Malawi to making them.",
    ],
)
def test_what_comes_for_other_reasons_is_no_gift(text: str) -> None:
    assert goods(text) == []


def test_a_training_mission_that_goes_on_is_a_gift() -> None:
    assert goods("Norway will extend its military training mission in Malawi.")
    assert goods("Norway will take part in a joint effort to train Malawian pilots.")


def test_goods_of_a_passive_verb_are_not_of_the_giver_before() -> None:
    told = goods("Norway will give Malawi 20 trucks, and 40 generators will be provided by Chad.")
    assert [(one["quote"], one["provider"]) for one in told] == [
        (["20 trucks"], ["Norway"]),
        (["40 generators"], ["Chad"]),
    ]


def test_goods_of_a_giver_behind_as_are_not_of_the_giver_before() -> None:
    told = goods("Chad contributed 22 rescuers to Malawi as Norway is flying two planes with tents.")
    assert [one["quote"] for one in told] == [["22 rescuers"], ["two planes with tents"]]
    assert [one["provider"] for one in told] == [["Chad"], ["Norway"]]
