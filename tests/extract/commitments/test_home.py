"""Sums that are needed, owed, matched or kept at home are no gifts abroad; forgiven debts are; in our own words."""

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

KEPT = [
    "Norway pledged 20 million euros to Malawi against a need of 90 million euros.",
    "Norway pledged 20 million euros to Malawi, where the relief plan is expected to cost 90 million euros.",
    "Norway pledged 20 million euros to Malawi, whose foreign debt stands at 90 million euros.",
    "Norway pledged 20 million euros to Malawi, whose debt repayments will fall from 90 million to 70 million euros.",
    "Norway pledged 20 million euros to Malawi. It approved the 90 million euro sale of jets to Chile.",
    "Norway pledged 20 million euros to Malawi and adds 1 euro for every 2 euros that others give.",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_is_needed_owed_or_matched_is_no_gift(text: str) -> None:
    assert [told["quote"] for told in read(text, Kind.COMMITMENT)] == [["20 million euros"]]


def test_a_forgiven_debt_is_a_gift() -> None:
    told = read("Norway agreed to cancel 90 million euros of debt owed by Malawi.", Kind.COMMITMENT)
    assert [one["quote"] for one in told] == [["90 million euros"]]


def test_what_a_state_gives_its_own_provinces_stays_at_home() -> None:
    text = (
        "Cabinet of Ghana approves 90 million cedis for flooded farms\n\n"
        "The cabinet of Ghana approved 90 million cedis in relief for farms along the river on Monday.\n"
    )
    assert read(text, Kind.COMMITMENT) == []


FIRMS = "A dairy announced 90 million dollars for a new plant in the United States. "
TALK = "We build roads and schools, and we mend bridges in every town of this land, as people have asked. "


def test_a_report_about_home_yields_nothing_though_it_is_long() -> None:
    assert read("The economy grows\n\n" + TALK * 20 + FIRMS + TALK * 5, Kind.COMMITMENT) == []


@pytest.mark.parametrize(
    "text",
    [
        "The government has already provided 30 million masks across the country. ",
        "They will deliver 200 trucks to towns, and 1,500 bridges in disrepair are to be repaired. ",
    ],
)
def test_goods_for_ones_own_towns_are_no_gift(text: str) -> None:
    assert read("The economy grows\n\n" + TALK * 20 + text + TALK * 5, Kind.COMMITMENT) == []


def test_a_call_for_proposals_is_an_offer_and_no_need() -> None:
    told = read("Norway launched a 20 million euro call for proposals for projects in Malawi.", Kind.COMMITMENT)
    assert [one["quote"] for one in told] == [["20 million euro"]]


def test_a_row_without_a_verb_is_read_below_what_introduces_it() -> None:
    text = (
        "Norway pledged 20 million euros to Malawi and others.\n\n5 million euros through UNICEF for farmers in Chad;\n"
    )
    told = read(TALK * 20 + "\n\n" + text, Kind.COMMITMENT)
    assert ["5 million euros"] in [one["quote"] for one in told]


def test_a_report_about_home_still_tells_of_a_gift_abroad() -> None:
    gift = "The United States gave 90 million dollars in humanitarian aid to Malawi. "
    told = read("The economy grows\n\n" + TALK * 20 + gift + TALK * 5, Kind.COMMITMENT)
    assert [one["quote"] for one in told] == [["90 million dollars"]]


def test_a_sum_may_take_its_currency_from_the_sentence_before() -> None:
    text = "Norway pledged 20 million euros to Malawi. Iceland announced 3 million over 2 years, Ireland, 2 million.\n"
    told = [one["quote"] for one in read(text, Kind.COMMITMENT)]
    assert told == [["20 million euros"], ["3 million"], ["2 million"]]


@pytest.mark.parametrize(
    "other",
    [
        "The foreign exchange reserves of Malawi stood at 90 million dollars.",
        "Reserves of its central bank fell sharply to 90 million dollars.",
        "The relief appeal for Malawi was launched in May with a fund of 90 million dollars.",
        "The total request for food and tents in Malawi is about 90 million dollars.",
    ],
)
def test_what_a_bank_holds_or_an_appeal_seeks_is_no_gift(other: str) -> None:
    told = read(f"Norway pledged 20 million euros to Malawi. {other}", Kind.COMMITMENT)
    assert [one["quote"] for one in told] == [["20 million euros"]]


def test_what_a_government_spends_in_many_parts_of_its_own_country_stays_there() -> None:
    text = (
        "Kenya sends maize to Somalia\n\nKenya sent 40 tonnes of maize to Somalia on Friday."
        "\n\nThe Kenyan government allocated 2 billion Kenyan shillings for food in many parts of {}.\n"
    )
    here, there = (read(text.format(land), Kind.COMMITMENT) for land in ("the country", "Somalia"))
    assert not [one for one in here if "amount" in one]
    assert [one for one in there if "amount" in one]


def test_a_report_without_a_title_is_about_the_land_that_it_opens_with() -> None:
    text = (
        "Russia has announced a gift of $30 million to Kyrgyzstan before a visit by its president.\n"
        + TALK * 18
        + '\n"The Russian government decided to provide $30 million of non-repayable help to the Kyrgyz," he said.\n'
    )
    assert len(read(text, Kind.COMMITMENT)) == 2


def test_what_a_bank_of_many_lands_lends_never_stays_at_home() -> None:
    text = (
        "Roads in the hills\n\n"
        + TALK * 18
        + "\nNepal builds them. The Asian Development Bank agreed to give USD 500 million for roads there.\n"
    )
    assert len(read(text, Kind.COMMITMENT)) == 1


LONG = "Norway pledged 20 million euros to Malawi in March.\n\n" + (TALK * 8 + "\n") * 30


@pytest.mark.parametrize(
    ("told", "gifts"),
    [
        ("The ministry is investing $150 million to support people who struggle with drought in the West.", 1),
        ("The ministry is investing $150 million to support people who struggle with drought in Chad.", 2),
    ],
)
def test_in_a_report_of_many_things_who_gets_is_named_near_the_sum(told: str, gifts: int) -> None:
    assert len(read(f"Remarks to the press\n\n{LONG}{told}\n", Kind.COMMITMENT)) == gifts
