"""Goods and people in kind are found with their count and unit, without a parse where the words suffice."""

import pytest

from pledgebook.extract.quantities.goods import find_goods


def told(text: str) -> list[dict[str, str]]:
    return [{part.role: part.span.quote for part in goods.parts} for goods in find_goods(text, text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("sent 20 boats", {"item": "boats", "count": "20"}),
        ("about 15 water pumps", {"item": "water pumps", "count": "15", "qualifier": "about"}),
        ("40 tonnes of rice", {"item": "rice", "count": "40", "unit": "tonnes"}),
        ("10,000 metric tons of wheat", {"item": "wheat", "count": "10,000", "unit": "metric tons"}),
        ("14 Leopard 2 A4 tanks", {"item": "Leopard 2 A4 tanks", "count": "14"}),
        ("500,000 doses of vaccine", {"item": "vaccine", "count": "500,000", "unit": "doses"}),
        ("dozens of generators", {"item": "generators", "count": "dozens"}),
        ("a field hospital", {"item": "field hospital", "count": "a"}),
        ("36 rescuers", {"item": "rescuers", "count": "36"}),
        ("train 1,500 Ruritanian soldiers", {"item": "train 1,500 Ruritanian soldiers", "count": "1,500"}),
        ("demining equipment", {"item": "demining equipment"}),
        ("5 million LED lamps", {"item": "LED lamps", "count": "5 million"}),
        ("€5 million of fuel", {"item": "fuel"}),
        ("in-kind food rations", {"item": "food rations"}),
        ("a 120-member rescue team", {"item": "rescue team", "count": "120"}),
        ("an 80-strong team of firefighters", {"item": "firefighters", "count": "80", "unit": "team"}),
        ("2.5 million doses of the new vaccine", {"item": "vaccine", "count": "2.5 million", "unit": "doses"}),
        ("12 of their Challenger 2 tanks", {"item": "Challenger 2 tanks", "count": "12"}),
        ("a 33-member Chad Army Rescue Team", {"item": "Rescue Team", "count": "33"}),
        ("50,000t of rice", {"item": "rice", "count": "50,000", "unit": "t"}),
        ("3,150kgs of relief goods", {"item": "relief goods", "count": "3,150", "unit": "kgs"}),
        ("12 of Chad's patrol boats", {"item": "patrol boats", "count": "12"}),
        ("12 of the Chadian army\u2019s tanks", {"item": "tanks", "count": "12"}),
        ("14 of its own howitzers", {"item": "howitzers", "count": "14"}),
        (
            "one crore (10 million) doses of vaccine",
            {"item": "vaccine", "count": "one crore (10 million)", "unit": "doses"},
        ),
        ("a variety of medicines", {"item": "medicines"}),
        ("14 Leopard 2 units", {"item": "Leopard 2", "count": "14"}),
        ("40 buses", {"item": "buses", "count": "40"}),
        ("18 members of its rescue team", {"item": "rescue team", "count": "18", "unit": "members"}),
        ("a 120-man strong rescue team", {"item": "rescue team", "count": "120"}),
        ("an 85-member team", {"item": "team", "count": "85"}),
        ("40 policemen", {"item": "policemen", "count": "40"}),
        ("five Vakt 206 (VK206) tracked vehicles", {"item": "Vakt 206 (VK206) tracked vehicles", "count": "five"}),
        ("three GEPARD self-propelled guns", {"item": "GEPARD self-propelled guns", "count": "three"}),
        ("20 RX-35 scout drones", {"item": "RX-35 scout drones", "count": "20"}),
        ("handed over 18 howitzers", {"item": "howitzers", "count": "18"}),
    ],
)
def test_goods_are_found_with_what_counts_them(text: str, parts: dict[str, str]) -> None:
    assert told(text) == [parts]


def test_every_member_of_a_list_is_found() -> None:
    text = "armoured vehicles, drones and ammunition, 180 life jackets and more than 50 waders"
    assert [parts["item"] for parts in told(text)] == [
        "armoured vehicles",
        "drones",
        "ammunition",
        "life jackets",
        "waders",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a round of talks",
        "the think tank",
        "the White House",
        "an arms embargo",
        "rebel fighters",
        "the total number of vaccines",
    ],
)
def test_words_that_only_sound_like_goods_are_passed_over(text: str) -> None:
    assert told(text) == []


def test_the_owner_before_goods_is_no_part_of_them() -> None:
    text = "Denmark will strengthen Kenya's air defence with 20 drones."
    found = [goods.span.quote for goods in find_goods(text, text, 0, len(text))]
    assert found == ["air defence", "20 drones"]
