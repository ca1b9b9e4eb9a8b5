"""Who gives how much to whom, at which stage, how new and what for: one kind of wording a line, in our own words."""

import datetime as dt

import pytest

from pledgebook.model.records import Kind
from tests.deeds import Told, read

TODAY = dt.date(2031, 9, 20)


def first(text: str) -> Told:
    told = read(text, Kind.COMMITMENT, TODAY)
    assert told, f"nothing is read as a commitment in {text!r}"
    return told[0]


PARTIES = [
    ("Norway pledged 20 million kroner to Malawi for wells.", "Norway", "Malawi"),
    ("Norway promised Malawi 20 million kroner for wells.", "Norway", "Malawi"),
    ("Norway will provide Malawi with 20 million euros for wells.", "Norway", "Malawi"),
    ("A sum of 20 million euros was pledged to Malawi by Norway.", "Norway", "Malawi"),
    ("Malawi will receive 20 million euros from Norway for its wells.", "Norway", "Malawi"),
    ("Kenya received a grant of 20 million euros from Norway.", "Norway", "Kenya"),
    ("Norway's contribution of 20 million euros will help farmers in Malawi.", "Norway", "Malawi"),
    ("A Norwegian grant of 20 million euros will help farmers in Malawi.", "Norway", "Malawi"),
    ("The project, a $20 million Norway-funded scheme, gives wells to Malawi.", "Norway", "Malawi"),
    ("According to the Kenyan minister of finance, Norway is to give 20 million euros to Kenya.", "Norway", "Kenya"),
    ("At a meeting in Vienna, Norway announced 20 million euros in aid for Malawi.", "Norway", "Malawi"),
    ("Denmark, Norway and Iceland will give 20 million euros to Malawi.", "Denmark|Norway|Iceland", "Malawi"),
    ("Norway signed a loan agreement with Malawi worth 20 million euros.", "Norway", "Malawi"),
    ("Norway has made 20 million euros available for Malawi.", "Norway", "Malawi"),
    (
        "Norwegian Foreign Minister Kari Dahl said that her country will give 20 million euros to Malawi.",
        "Norway",
        "Malawi",
    ),
    ("Norway has allocated 20 million euros to a project run by Iceland in Malawi.", "Norway", "Malawi"),
    ("Norway allocated 20 million euros to a package by the Nordic-Baltic Eight for Malawi.", "Norway", "Malawi"),
    ("Norway gave 20 million euros to the URTF for Ukraine.", "Norway", "Ukraine"),
    (
        "Norway's foreign ministry said that the Directorate for Relief will give 20 million euros to Malawi.",
        "Norway",
        "Malawi",
    ),
    ("Malawi received from Norway 20 million euros for its wells.", "Norway", "Malawi"),
    ("A donor conference in Oslo has pledged 20 million euros for Malawi.", "donors", "Malawi"),
    ("At the meeting, pledges of 20 million euros for wells in Malawi were made.", "donors", "Malawi"),
    ("Chad has been allocated 20 million euros by Norway.", "Norway", "Chad"),
    ("With Norway alone committing 20 million euros, help for Malawi is near.", "Norway", "Malawi"),
    ("Norway's record 20 million euro pledge to Malawi was welcomed.", "Norway", "Malawi"),
    ("A shipment from Norway of 20 million euros worth of food reached Malawi.", "Norway", "Malawi"),
    ("Commitments of 20 million euros have been made by Norway and Iceland for Malawi.", "Norway|Iceland", "Malawi"),
    ("In Malawi, where rains failed, Norway is providing 20 million euros.", "Norway", "Malawi"),
    ("Malawi: Norway gives 20 million euros for wells", "Norway", "Malawi"),
    ("Denmark, Norway pledge 20 million euros to Malawi", "Denmark|Norway", "Malawi"),
    ("Norway and Malawi signed a 20 million euro loan agreement for wells.", "Norway", "Malawi"),
    ("Malawi signed a loan agreement worth 20 million dollars with the World Bank.", "World Bank", "Malawi"),
    ("On a trip to Poland, Norway announced 20 million euros for Malawi.", "Norway", "Malawi"),
    ("Norway will give 20 million euros to Malawi for a plan launched by Iceland.", "Norway", "Malawi"),
    ("Norway gave 20 million euros to the Malawi Red Cross Society.", "Norway", "Malawi"),
    ("Norway gives 20 million euros for Somali refugees in Kenya.", "Norway", "Kenya"),
    ("Norway's state-owned Kestrel Group will give 20 million euros to Malawi.", "Norway", "Malawi"),
    ("Norway pledged 20 million euros for schools in North Kivu.", "Norway", "Democratic Republic of the Congo"),
]


@pytest.mark.parametrize(("text", "provider", "recipient"), PARTIES)
def test_giver_and_getter_are_read(text: str, provider: str, recipient: str) -> None:
    told = first(text)
    assert told["provider"] == provider.split("|")
    assert told["recipient"] == [recipient]


STAGES = [
    ("Norway may give Malawi 20 million euros in aid.", "considered"),
    ("Norway pledged 20 million euros to Malawi.", "pledged"),
    ("Norway will give 20 million euros in aid to Malawi.", "pledged"),
    ("Norway's parliament approved 20 million euros in aid for Malawi.", "committed"),
    ("Norway has allocated 20 million euros in aid for Malawi.", "allocated"),
    ("Norway disbursed 20 million euros to Malawi.", "disbursed"),
    ("Norway has sent 20 million euros in aid to Malawi.", "disbursed"),
]


@pytest.mark.parametrize(("text", "stage"), STAGES)
def test_the_verb_and_its_mood_tell_the_stage(text: str, stage: str) -> None:
    assert first(text)["stage"] == [stage]


NOVELTIES = [
    ("Norway pledged an additional 20 million euros to Malawi.", "new"),
    ("Norway will deliver the 20 million euros in aid for Malawi that it previously pledged.", "restated"),
    ("In March 2030, Norway pledged 20 million euros to Malawi.", "restated"),
    ("The gift brings the total of Norwegian aid to Malawi to 90 million euros.", "cumulative"),
    ("Norway has provided a total of 90 million euros in aid to Malawi so far.", "cumulative"),
    ("The grant adds to the 90 million euros in aid that Norway has provided to Malawi.", "cumulative"),
]


@pytest.mark.parametrize(("text", "novelty"), NOVELTIES)
def test_new_money_is_told_from_money_said_again(text: str, novelty: str) -> None:
    assert first(text)["novelty"] == [novelty]


TYPES = [
    ("Norway pledged 20 million euros in military aid to Malawi.", "military"),
    ("Norway pledged 20 million euros in humanitarian assistance to Malawi.", "humanitarian"),
    ("Norway pledged 20 million euros for vaccines in Malawi.", "health"),
    ("Norway pledged 20 million euros for school buildings in Malawi.", "education"),
    ("Norway pledged 20 million euros for food security in Malawi.", "food"),
    ("Norway pledged 20 million euros in budget support to Malawi.", "financial"),
]


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_what_the_help_is_for_stands_beside_the_sum(text: str, kind: str) -> None:
    assert first(text)["aid_type"] == [kind]


def test_a_word_of_loss_in_the_name_of_a_body_speaks_of_no_loss() -> None:
    told = first("Norway is contributing 20 million euros to the Register of Damage for Malawi.")
    assert told["provider"] == ["Norway"]


BACKGROUND = [
    "Malawi needs 20 million euros for its wells.",
    "The UN appealed for 20 million euros for the wells of Malawi.",
    "The storm caused damage of 20 million euros in Malawi.",
    "Trade between Norway and Malawi reached 20 million euros.",
    "A court fined the bank 20 million euros.",
    "Norway cut its aid budget by 20 million euros.",
    "The firm made a profit of 20 million euros.",
    "Norway spent 20 million euros on hosting asylum seekers at home.",
    "Malawi's GDP fell by 20 million euros.",
]


@pytest.mark.parametrize("text", BACKGROUND)
def test_needs_damage_trade_and_budgets_at_home_are_no_commitments(text: str) -> None:
    assert read(text, Kind.COMMITMENT, TODAY) == []


def test_each_sum_of_a_list_has_its_own_getter() -> None:
    text = (
        "Japan gives rice to three countries\n\nJapan pledged 9 million dollars to fight hunger. "
        "The money is to be shared out as:\n- 4 million dollars to Chad to feed families;\n"
        "- 3 million dollars to Mali to feed schoolchildren; and\n- 2 million dollars to Niger to feed refugees.\n"
    )
    told = read(text, Kind.COMMITMENT, TODAY)
    assert [one["recipient"] for one in told[1:]] == [["Chad"], ["Mali"], ["Niger"]]
    assert all(one["provider"] == ["Japan"] for one in told)
    assert all("part_of" in one for one in told[1:])


def test_a_list_of_givers_names_one_in_each_item() -> None:
    text = (
        "The following countries made contributions to Haiti:\n- France: 4 million euros;\n- Spain: 3 million euros.\n"
    )
    told = read(text, Kind.COMMITMENT, TODAY)
    assert [one["provider"] for one in told] == [["France"], ["Spain"]]


def test_a_title_and_its_lead_tell_of_one_sum() -> None:
    text = (
        "Norway gives US$2 million for wells in Malawi\n\n"
        "Norway will give 20 million kroner (US$2 million) to Malawi for wells.\n"
    )
    title, lead = read(text, Kind.COMMITMENT, TODAY)
    assert "same_as" in title
    assert "same_as" not in lead


def test_two_equal_sums_of_one_list_are_two() -> None:
    text = "Norway pledged 4 million euros to Malawi:\n- 2 million euros for wells;\n- 2 million euros for roads.\n"
    told = read(text, Kind.COMMITMENT, TODAY)
    assert [("same_as" in one) for one in told] == [False, False, False]


def test_what_a_sentence_leaves_out_comes_from_the_report() -> None:
    text = "Norway pledged 9 million euros to Malawi. A further 2 million euros will be used for schools."
    second = read(text, Kind.COMMITMENT, TODAY)[1]
    assert second["provider"] == ["Norway"]
    assert second["recipient"] == ["Malawi"]


def test_goods_without_a_sum_are_a_commitment_in_kind() -> None:
    told = first("Chile sent 40 generators to Peru.")
    assert told["provider"] == ["Chile"]
    assert told["recipient"] == ["Peru"]
    assert told["item"] == ["generators"]


def test_a_programme_tells_who_pays() -> None:
    told = first("A presidential drawdown worth 20 million dollars sends rifles to Malawi.")
    assert told["provider"] == ["United States"]
    assert told["mechanism"] == ["PDA"]


def test_help_that_is_promised_but_not_counted_is_kept() -> None:
    text = "Chile pledged 2 million dollars to Peru. Funds will also be provided to Peru through the Kestrel Fund."
    assert [one["quote"] for one in read(text, Kind.COMMITMENT, TODAY)] == [["2 million dollars"], ["Funds"]]


LISTS = [
    (
        "Norway announced 20 million euros for Malawi, Iceland 3 million euros and Ireland 2 million euros.",
        "Norway Iceland Ireland",
    ),
    (
        "The largest pledges to Malawi were announced by Norway (20 million euros), Iceland (3 million euros).",
        "Norway Iceland",
    ),
    (
        "Pledges for Malawi so far:\n1. 2 May 2021: Norway, 20 million euros\n2. 2020: Iceland, 3 million euros\n",
        "Norway Iceland",
    ),
    (
        "Norway pledged 20 million euros to Malawi. It followed Iceland's announcement of 3 million euros in aid.",
        "Norway Iceland",
    ),
    (
        "Norway pledged 20 million euros to Malawi, while Iceland, a small land, said it would give 3 million euros.",
        "Norway Iceland",
    ),
]


@pytest.mark.parametrize(("text", "providers"), LISTS)
def test_each_row_of_a_list_has_its_own_giver(text: str, providers: str) -> None:
    told = read(text, Kind.COMMITMENT, TODAY)
    assert [each["provider"] for each in told] == [[name] for name in providers.split()]


def test_equal_sums_of_different_givers_or_receivers_are_not_one() -> None:
    text = (
        "Chile pledged 2 million euros to Malawi. Peru also pledged 2 million euros to Malawi. "
        "Peru gave 2 million euros to Kenya. Lima also promised Kenya 2 million euros."
    )
    assert ["same_as" in one for one in read(text, Kind.COMMITMENT, TODAY)] == [False, False, False, True]


def test_a_pledging_conference_that_hopes_for_a_sum_gives_none() -> None:
    text = "It was the third pledging conference for Malawi in hopes of drumming up some 4 billion dollars this year."
    assert read(text, Kind.COMMITMENT, TODAY) == []


def test_a_sum_may_be_the_object_of_the_verb_behind_it() -> None:
    told = read("The 5 million euros Norway is giving Malawi will buy food.", Kind.COMMITMENT, TODAY)
    assert [(one["quote"], one["provider"], one["recipient"]) for one in told] == [
        (["5 million euros"], ["Norway"], ["Malawi"])
    ]


def test_money_for_others_does_not_stay_at_home_with_those_who_bring_it() -> None:
    told = first("The 5 million euros we give to Malawi will allow Norway Rescue teams to deploy, Norway said.")
    assert told["recipient"] == ["Malawi"]


def test_money_that_is_due_to_somebody_is_not_given_to_them() -> None:
    told = first("Norway deferred the payment of 5 million euros due to the World Bank to help Malawi.")
    assert "World Bank" not in told.get("recipient", [])


def test_items_of_a_list_without_a_sum_above_are_no_parts() -> None:
    text = (
        "These countries offered aid to Haiti:\n"
        "- France has pledged 4 million euros.\n- Spain has pledged 3 million euros.\n"
    )
    assert ["part_of" in one for one in read(text, Kind.COMMITMENT, TODAY)] == [False, False]


def test_goods_belong_to_the_sum_on_their_side_of_a_semicolon() -> None:
    told = read(
        "Norway gives Malawi 20 million euros for 40 tractors; 3 million euros for 90 pumps.", Kind.COMMITMENT, TODAY
    )
    assert [each["item"] for each in told] == [["tractors"], ["pumps"]]
