"""What a report as a whole tells of who gives and gets: its topic, its programmes, its money, its datelines."""

import datetime as dt

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

TODAY = dt.date(2031, 9, 20)

TOPICS = [
    ("Drought in Malawi\nNorway pledged 5 million euros. The rains have failed in Malawi for two years.", "Malawi"),
    ("Floods have struck Chad, Mali and Niger. Norway pledged 5 million euros in aid.", "Chad|Mali|Niger"),
    ("Norway pledged 5 million euros to Ukraine under PURL. Iceland is giving 2 million euros.", "Ukraine"),
    (
        "The vans were donated under the K5 million grant from Japan. Papua New Guinea thanked Japan.",
        "Papua New Guinea",
    ),
    ("Norway will help refugees with 5 million euros in aid. They live in camps in Kenya, which Kenya runs.", "Kenya"),
]


@pytest.mark.parametrize(("text", "recipient"), TOPICS)
def test_who_gets_is_what_the_report_is_about_where_the_sentence_names_nobody(text: str, recipient: str) -> None:
    assert read(text, Kind.COMMITMENT, TODAY)[-1]["recipient"] == recipient.split("|")


def test_a_whole_aid_budget_has_no_receiver_of_its_own() -> None:
    text = "Norway pledged 5 million euros to Malawi. Norway approved its aid budget of 900 million euros for Malawi."
    assert read("Norway approved an ODA budget of 900 million euros. Malawi is near.", Kind.COMMITMENT, TODAY) == []
    assert read(text, Kind.COMMITMENT, TODAY)[0]["recipient"] == ["Malawi"]


def test_a_dateline_gives_nothing() -> None:
    text = "PARIS (AP) -- Creditor countries agreed to cancel 5 billion dollars of debt owed by Malawi."
    assert "France" not in read(text, Kind.COMMITMENT, TODAY)[0].get("provider", [])


def test_a_fund_of_all_lands_is_kept_before_the_land_most_named() -> None:
    text = "Norway gave 5 million euros to the Global Fund. Wells in Malawi fail, and Malawi is dry."
    assert read(text, Kind.COMMITMENT, TODAY)[0]["recipient"] == ["Global Fund"]
