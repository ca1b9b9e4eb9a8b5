"""Who gives and who gets a sum, where the wording of real reports led astray."""

import datetime as dt

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

TODAY = dt.date(2031, 9, 20)

GETS = [
    ("Norway gave 5 million euros to UNICEF for crises, including those in Chad and Mali.", "UNICEF"),
    ("Norway gave Chad 5 million euros and another 2 million euros to Mali.", "Chad"),
    ("Norway gave a further 2 million euros for Chad, bringing its aid to 9 million euros.", "Chad"),
    (
        "Norway pledged 5 million euros to the Green Climate Fund, as well as a new programme for Chad.",
        "Green Climate Fund",
    ),
]

GETS += [
    ("Norway gave 5 million euros for families affected by the floods in Chad.", "Chad"),
    ("Norway gave 5 million euros in loans, aiding Chad, Mali and Niger.", "Chad|Mali|Niger"),
]

GIVES = [
    ("Norway's commitment to the Global Fund was 5 million euros.", "Norway"),
    ("Norway responded on Friday to Malawi's appeal with a pledge of 5 million euros.", "Norway"),
    (
        "Sums of 5 million euros were pledged by Norway, the European Commission, Denmark and others for Malawi.",
        "Norway|European Union|Denmark",
    ),
    ("Various countries gave 5 million dollars to Chad.", "donors"),
    ("The pledges it received from states and lenders totalled 5 million dollars, Chad said.", "donors"),
    ("Floods hit Yemen. USAID-Yemen committed 5 million dollars to Yemen.", "United States"),
]


@pytest.mark.parametrize(("text", "names"), GETS)
def test_who_gets_is_who_the_sum_is_given_to(text: str, names: str) -> None:
    assert read(text, Kind.COMMITMENT, TODAY)[0]["recipient"] == names.split("|")


@pytest.mark.parametrize(("text", "names"), GIVES)
def test_who_gives_is_whose_gift_it_is(text: str, names: str) -> None:
    assert read(text, Kind.COMMITMENT, TODAY)[0]["provider"] == names.split("|")


def test_a_breakdown_of_a_gift_lists_who_gets() -> None:
    text = (
        "Norway gave UNICEF 5 million euros. "
        "The breakdown of the contribution is as follows: Chad (3 million euros), Mali (2 million euros)."
    )
    rows = read(text, Kind.COMMITMENT, TODAY)[1:]
    assert [row["recipient"] for row in rows] == [["Chad"], ["Mali"]]


def test_the_lines_of_a_fact_sheet_tell_who_gets() -> None:
    text = (
        "Norway announces projects\n\nNorway announced two projects today.\n\n"
        "Project: Safe schools\nFunding: $5 million over three years\nCountries: Chad, Mali\n"
    )
    assert read(text, Kind.COMMITMENT, TODAY)[0]["recipient"] == ["Chad", "Mali"]


def test_the_kingdom_is_a_kingdom() -> None:
    text = "Saudi Arabia met Chad in May. The Kingdom will give 5 million dollars to UNICEF."
    assert read(text, Kind.COMMITMENT, TODAY)[0]["provider"] == ["Saudi Arabia"]
