"""Figures about help that are no help: statistics, cuts, sources, hopes and purchases; in our own words."""

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

GIFT = "Norway pledged 20 million euros to Malawi. "
FIGURES = [
    ("what a line loses", GIFT + "It proposed reallocations from the budget lines for health (90 million euros)."),
    (
        "what was taken",
        "Norway pledged 20 million euros to Malawi of the 90 million euros it diverted from its aid budget.",
    ),
    ("a fund's hoped-for size", GIFT + "Gifts by others are expected to increase the fund to 90 million euros."),
    ("a record", GIFT + "The agency has issued 90 million euros in guarantees for projects across 40 countries."),
    ("a purchase", GIFT + "Chile decided to purchase six jets, a 90 million euro deal, from Brazil."),
    ("a tariff", GIFT + "It will put a higher tariff on goods from Chile worth 90 million euros."),
    ("a ministry's budget", GIFT + "The budget for the ministry of trade stands at 90 million euros."),
    (
        "hoped for from firms",
        GIFT + "The plan for Malawi will leverage at least 90 million euros from the private sector.",
    ),
    ("still missing", GIFT + "Of the 90 million euros requested for Malawi, little has come."),
    ("a whole budget", GIFT + "It approved a supplementary budget amounting to 90 million euros."),
    ("a ministry's year", GIFT + "Parliament approved 90 million euros for its 2031 MOFA budget."),
    ("fuel", GIFT + "It still subsidises the coal industry with 90 million euros a year."),
    ("hoped for from banks", GIFT + "The grant to Malawi is to unlock 90 million euros in new lending."),
    ("sold", GIFT + "Norway approved a 90 million euro jet sale to Chile."),
]


@pytest.mark.parametrize(("kind", "text"), FIGURES)
def test_a_figure_about_help_is_no_commitment(kind: str, text: str) -> None:
    assert [told["quote"] for told in read(text, Kind.COMMITMENT)] == [["20 million euros"]], kind


def test_where_money_comes_from_is_no_gift_of_its_own() -> None:
    text = GIFT + "15 million euros of the funding was allocated from the general reserve of the budget."
    assert [told["quote"] for told in read(text, Kind.COMMITMENT)] == [["20 million euros"]]


COUNTED = (
    "OECD data show that Norwegian ODA rose in 2030\n\n"
    "Norway provided 900 million euros in development assistance in 2030, preliminary data of the OECD show. "
    "Funding for health reached 90 million euros. Malawi received 20 million euros.\n"
)


def test_of_a_years_statistics_only_what_one_receiver_got_is_kept() -> None:
    assert [told["quote"] for told in read(COUNTED, Kind.COMMITMENT)] == [["20 million euros"]]


def test_refugees_at_home_are_no_help_abroad() -> None:
    text = (
        "Norway presents its budget for aid\n\n"
        "Norway pledged 20 million euros in aid to Malawi. "
        "Norway allocated 90 million euros in development aid for refugees in Norway.\n"
    )
    assert [told["quote"] for told in read(text, Kind.COMMITMENT)] == [["20 million euros"]]


HOME = "The budget lowers costs for families. We build roads, schools and clinics in every town of this land. "


@pytest.mark.parametrize(
    "text",
    [
        "The budget provides 90 million dollars to the health service for mothers. ",
        "The president asked Congress for 90 million dollars in grants for towns. ",
        "A firm announced a 90 million dollar investment for a new production facility in Georgia. ",
        "FEMA gave 90 million dollars in assistance to survivors of the storm in Louisiana. ",
    ],
)
def test_money_that_a_budget_or_a_firm_spends_at_home_is_no_gift(text: str) -> None:
    assert read("A budget for families\n\n" + HOME * 16 + text + HOME * 4, Kind.COMMITMENT) == []


def test_what_one_person_gets_is_too_small_for_a_gift() -> None:
    text = "Norway pledged 20 million euros to Malawi. A family gets $100 in support every month."
    assert [told["quote"] for told in read(text, Kind.COMMITMENT)] == [["20 million euros"]]


def test_a_row_of_a_list_of_cuts_is_no_gift() -> None:
    row = "9 million euros for farmers in Malawi for climate disasters.\n"
    assert read("A rescission eliminates wasteful spending\n\n" + HOME * 16 + "\n\n" + row, Kind.COMMITMENT) == []


def test_a_package_told_in_a_currency_is_money_and_never_goods() -> None:
    told = read("Norway announced tanks for Malawi, part of a 1.2 billion euro aid package.", Kind.COMMITMENT)
    assert not any("euro aid" in value for one in told for values in one.values() for value in values)


@pytest.mark.parametrize(
    "other",
    [
        "House sales in its capital were worth 90 million euros.",
        "The beef deal is expected to be worth 90 million euros a year.",
        "In 2030 it raised overseas aid funding by nearly ten per cent to 90 million euros.",
    ],
)
def test_what_is_traded_and_what_all_aid_grew_to_are_no_gifts(other: str) -> None:
    told = read(f"Norway pledged 20 million euros to Malawi. {other}", Kind.COMMITMENT)
    assert [one["quote"] for one in told] == [["20 million euros"]]


def test_rows_that_name_the_giver_behind_the_sum_are_as_much_a_gift_as_the_first() -> None:
    text = (
        "Wells for Malawi\n\nThe plan for wells in Malawi needs 90 million dollars, officials said on Friday."
        "\nOther participants also announced their contributions -- $7 million from Norway, $5 million from Iceland,"
        " and $4 million from Denmark.\n"
    )
    assert len(read(text, Kind.COMMITMENT)) == 3


def test_lines_below_a_heading_of_gifts_are_gifts() -> None:
    text = (
        "Donors help Chad\n\nDonors met in Lima on Friday. Here is a list of what donors pledged to Chad:\n"
        "Norway: $7 million.\nIceland: $5 million.\nDenmark: $4 million.\n"
    )
    assert len(read(text, Kind.COMMITMENT)) == 3
