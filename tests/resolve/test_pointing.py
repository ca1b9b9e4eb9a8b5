"""Words that only point: "the country", "the fund", "both banks" stand for what the report named before."""

import datetime as dt

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

TODAY = dt.date(2031, 9, 20)

POINTS = [
    ("Norway backs the Green Climate Fund. It gave the fund 5 million euros.", "recipient", "Green Climate Fund"),
    (
        "Floods hit Malawi last week. Norway announced 5 million euros in aid to the country.",
        "recipient",
        "Malawi",
    ),
    ("The World Bank met in May. The bank pledged 5 million dollars to Malawi.", "provider", "World Bank"),
    ("The government of Norway said the country will donate 5 million kroner to Malawi.", "provider", "Norway"),
    (
        "The Nile Development Bank and the World Bank met. Both banks will lend 5 million dollars to Malawi.",
        "provider",
        "Nile Development Bank|World Bank",
    ),
    (
        "Chad and Mali asked for help. Norway gave the two countries 5 million euros for schools.",
        "recipient",
        "Chad|Mali",
    ),
]


@pytest.mark.parametrize(("text", "role", "names"), POINTS)
def test_words_that_point_stand_for_what_was_named_before(text: str, role: str, names: str) -> None:
    assert read(text, Kind.COMMITMENT, TODAY)[0][role] == names.split("|")


def test_a_person_stands_for_the_office_of_that_time() -> None:
    text = "Rutte pledged 5 million euros to Malawi."
    assert read(text, Kind.COMMITMENT, dt.date(2019, 5, 1))[0]["provider"] == ["Netherlands"]
    assert read(text, Kind.COMMITMENT, dt.date(2025, 5, 1))[0]["provider"] == ["NATO"]


def test_a_department_of_a_land_that_the_report_never_names_is_nobody() -> None:
    text = "Japan gave 5 million pesos to the Department of National Defense. The Philippines thanked Japan."
    assert read(text, Kind.COMMITMENT, TODAY)[0]["recipient"] == ["Philippines"]
