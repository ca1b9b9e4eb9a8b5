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
    ("Norway has agreed to send eight ambulances to Malawi.", "eight ambulances", "Norway", "Malawi"),
    ("Norway will give 12 of its Leopard 2 tanks to Malawi.", "12 of its Leopard 2 tanks", "Norway", "Malawi"),
    ("Norway deployed a forensic team to Malawi.", "a forensic team", "Norway", "Malawi"),
    ("Norway despatched a 40-member rescue team to Malawi.", "40-member rescue team", "Norway", "Malawi"),
    ("Norway donated 18 outboard motors to Malawi.", "18 outboard motors", "Norway", "Malawi"),
    ("Malawi received a consignment of 90 tonnes of maize from Norway.", "90 tonnes of maize", "Norway", "Malawi"),
    ("Norway will train 300 soldiers from Malawi.", "train 300 soldiers", "Norway", "Malawi"),
    ("Norway approved the transfer of additional helicopters to Malawi.", "helicopters", "Norway", "Malawi"),
    ("Norway will provide Malawi with the F-16 jets.", "F-16 jets", "Norway", "Malawi"),
    (
        "A total of 700,000 vaccine doses donated by Norway arrived in Malawi.",
        "700,000 vaccine doses",
        "Norway",
        "Malawi",
    ),
    ("Malawi thanked Norway for sending 40 trucks.", "40 trucks", "Norway", "Malawi"),
    ("Norway sent experts and engineers to Malawi.", "experts and engineers", "Norway", "Malawi"),
    ("Norway will send military personnel to Malawi.", "military personnel", "Norway", "Malawi"),
    ("Norway sent a team of civilian engineers to Malawi.", "a team of civilian engineers", "Norway", "Malawi"),
    ("Norway delivered emergency relief supplies to Malawi.", "emergency relief supplies", "Norway", "Malawi"),
    ("Norway delivered 12 tonnes of aid to Malawi.", "12 tonnes of aid", "Norway", "Malawi"),
    ("Norway will lend Malawi two water bombers.", "two water bombers", "Norway", "Malawi"),
    ("Norway will share out 2 million vaccine doses to Malawi.", "2 million vaccine doses", "Norway", "Malawi"),
    (
        "Norway deployed four more ships KNM Lom and KNM Otta to flood-hit Malawi.",
        "four more ships",
        "Norway",
        "Malawi",
    ),
    ("Norway held a ceremony to hand over to Malawi 10 trucks.", "10 trucks", "Norway", "Malawi"),
    (
        "Norway set out to help those who need it and has promised Malawi seven million doses.",
        "seven million doses",
        "Norway",
        "Malawi",
    ),
    ("Norway will invite 40 military officers from Malawi.", "40 military officers", "Norway", "Malawi"),
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
    "Norway refused to provide Malawi with air-defence systems.",
    "Norway ruled out sending troops to Malawi.",
    "Norway would need to send 40 tanks to Malawi if the talks failed.",
    "Malawi urged Norway to deliver 40 tanks.",
    "Norway sold 40 tanks to Malawi under a contract signed in May.",
    "The agency is providing food assistance for 300,000 refugees in Malawi.",
    "Aid groups in Malawi are delivering medicine.",
    "Norway will help provide clean water to Malawi.",
    "Norway announced a 2 million euro aid package for Malawi.",
    "Norway sent troops into Malawi.",
    "In other news, Norway sent six test kits to all citizens in May.",
    "Norway will deliver 40,000 vaccine doses to pharmacies across the country.",
    "Norway provides seed support across nine districts of Malawi.",
    "The Norwegian Ministry of Agriculture, Food and Forests supports Malawi.",
]


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_goods_that_nobody_hands_over_are_no_gift(text: str) -> None:
    assert goods(text) == []


def test_what_is_bought_for_another_land_is_a_gift() -> None:
    told = goods("Norway plans to buy 15,000 artillery shells for Malawi.")
    assert [one["quote"] for one in told] == [["15,000 artillery shells"]]
    assert goods("Norway plans to buy 15,000 artillery shells.") == []


def test_goods_beside_a_sum_are_a_gift_of_their_own() -> None:
    text = "Norway will provide Malawi with 5 million euros in grants, as well as training for 600 nurses."
    assert [one["quote"] for one in goods(text)] == [["training for 600 nurses"]]


def test_a_list_below_the_words_that_hand_it_over_is_one_gift() -> None:
    text = (
        "Help for Malawi\n\nThe leaders met on Sunday. Norway has provided to Malawi:\n\n"
        "- 600 tents;\n- about 40 generators;\n- medical equipment.\n"
    )
    told = goods(text)
    assert len(told) == 1
    assert told[0]["item"] == ["tents", "generators", "medical equipment"]
    assert told[0]["provider"] == ["Norway"]


def test_a_list_of_needs_is_no_gift() -> None:
    assert (
        goods("Malawi\n\nMalawi needs help from Norway and asked it to send:\n\n- 600 tents;\n- 40 generators.\n") == []
    )


def test_what_a_package_holds_is_a_gift_where_no_sum_is_named() -> None:
    text = "Norway announced a new aid package for Malawi. The package includes 40 trucks and nearly 900 helmets."
    assert [one["item"] for one in goods(text)] == [["trucks", "helmets"]]


def test_what_a_package_holds_belongs_to_the_sum_before_it() -> None:
    text = (
        "Norway gave Malawi an aid package of 5 million euros. The package includes 40 trucks and nearly 900 helmets."
    )
    assert goods(text) == []
    told = [one for one in read(text, Kind.COMMITMENT) if "amount" in one]
    assert told[0]["item"] == ["trucks", "helmets"]


def test_goods_of_another_verb_are_not_what_a_sum_is_for() -> None:
    text = "Norway sent four engineers and committed 100,000 euros to Malawi for fire engines."
    told = [one for one in read(text, Kind.COMMITMENT) if "amount" in one]
    assert told[0]["item"] == ["fire engines"]


def test_help_without_a_sum_is_a_commitment() -> None:
    told = goods("Norway will extend a line of credit to Malawi.")
    assert [one["provider"] for one in told] == [["Norway"]]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Norway announced further financial support for Malawi.", "further financial support"),
        ("Norway will also provide additional military assistance to Malawi.", "additional military assistance"),
        ("Norway gave Malawi 5 million euros. The remaining funds will support Malawi's nurses.", "remaining funds"),
    ],
)
def test_further_help_and_the_rest_of_a_sum_are_commitments(text: str, quote: str) -> None:
    assert [one["quote"] for one in goods(text)] == [[quote]]


def test_further_help_whose_sum_stands_near_is_no_second_commitment() -> None:
    assert goods("Norway announced additional support for Malawi. It will provide 5 million euros.") == []


def test_goods_for_several_receivers_are_told_apart() -> None:
    text = "Norway is sending 3 million doses to Malawi, 1.5 million doses to Ghana, and an 85-member team to Chad."
    assert [(one["quote"], one["recipient"]) for one in goods(text)] == [
        (["3 million doses"], ["Malawi"]),
        (["1.5 million doses"], ["Ghana"]),
        (["85-member team"], ["Chad"]),
    ]


def test_two_lists_for_two_receivers_are_told_apart() -> None:
    told = goods("Norway will send 500 tents, 40 beds and linen to Malawi and 600 tons of flour to Chad.")
    assert [one["recipient"] for one in told] == [["Malawi"], ["Chad"]]


def test_a_measure_of_aid_can_be_the_package_that_holds_goods() -> None:
    told = goods(
        "Norway sends help to Malawi.\n\nSome 2,200 tons of aid included rice, tents and blankets from Norway."
    )
    assert [one["item"] for one in told] == [["aid", "rice", "tents", "blankets"]]


def test_a_handover_ceremony_hands_goods_over() -> None:
    told = goods("The presentation ceremony of 32 ambulances to Malawi by Norway was held in March.")
    assert [one["quote"] for one in told] == [["32 ambulances"]]


def test_adverbs_before_participles_do_not_hide_the_count() -> None:
    assert [one["quote"] for one in goods("Norway sent 20 fully equipped ambulances to Malawi.")] == [
        ["20 fully equipped ambulances"]
    ]


def test_a_batch_tells_of_goods_that_were_named_before() -> None:
    told = goods("Norway gives flour to Malawi.\n\nThe first batch of 300 tonnes was handed over to Malawi by Norway.")
    assert [one["quote"] for one in told] == [["300 tonnes"]]


def test_training_before_a_sum_of_another_verb_is_a_gift_of_its_own() -> None:
    told = goods(
        "Norway will take part in an effort to train Malawian pilots and announced 5 million euros for Malawi."
    )
    assert [one["quote"] for one in told] == [["train Malawian pilots"]]


def test_goods_beside_a_praised_sum_are_a_gift_of_their_own() -> None:
    told = goods("Norway will donate 15 million vaccines and an amazing 5 million euros to Malawi.")
    assert [one["quote"] for one in told] == [["15 million vaccines"]]


def test_goods_that_have_been_supplied_are_a_gift() -> None:
    text = "Field hospitals, medical supplies and dry rations have also been supplied to Malawi by Norway."
    assert [one["provider"] for one in goods(text)] == [["Norway"]]


def test_what_any_giver_gave_is_no_gift() -> None:
    assert goods("Norway gave more than all 24 lands that have donated any vaccine to Malawi.") == []


def test_two_givers_of_two_goods_are_told_apart() -> None:
    text = "Norway will supply Malawi with Patriot systems and Chad will provide Leopard 2 tanks."
    assert [one["provider"] for one in goods(text)] == [["Norway"], ["Chad"]]
