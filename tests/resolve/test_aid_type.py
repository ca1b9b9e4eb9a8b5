"""What help is for: one kind of wording a line, in our own words."""

import pytest

from pledgebook.model.equipment import load_equipment
from pledgebook.model.records import Kind
from pledgebook.resolve.wording import OF_GOODS
from tests.deeds import read

TYPES = [
    ("to combat a disease", "Norway gave Malawi 20 million euros to combat the virus.", "health"),
    ("to combat hunger", "Norway gave Malawi 20 million euros to combat hunger.", "food"),
    ("arms in combat", "Norway gave Malawi 20 million euros in combat rifles.", "military"),
    (
        "many sectors",
        "Norway gave Malawi 20 million euros for schools, clinics, solar power and rice.",
        "development",
    ),
    ("one sector", "Norway gave Malawi 20 million euros for schools.", "education"),
    (
        "a financing arm",
        "Norway gave 20 million euros to its development finance institution for Malawi.",
        "investment",
    ),
]


@pytest.mark.parametrize(("kind", "text", "aid_type"), TYPES)
def test_the_words_tell_what_help_is_for(kind: str, text: str, aid_type: str) -> None:
    told = read(text, Kind.COMMITMENT)
    assert told[0]["aid_type"] == [aid_type], kind


WORDED = [
    ("a bank's name is no purpose", "Norway gave the African Development Bank 2 million euros for food aid.", "food"),
    ("a minister's name is none", "The Minister for International Development gave 2 million euros for wheat.", "food"),
    ("a fiscal year is none", "Norway will give Malawi 2 million euros in fiscal year 2031 for its clinics.", "health"),
    ("a budget for aid is none", "The aid budget of Norway gives Malawi 2 million euros for schools.", "education"),
    ("a heading before brackets", "Food aid (2 million euros) goes from Norway to Malawi's clinics.", "food"),
    ("food security assistance", "Norway gave Malawi 2 million euros in food security assistance.", "food"),
    (
        "one thing said twice",
        "Norway gave 2 million euros to Malawi for refugees and victims of the COVID-19 pandemic.",
        "humanitarian",
    ),
    ("repairs", "Norway gave Ukraine 2 million euros for repairs to damaged infrastructure.", "reconstruction"),
    ("a currency swap", "India gave Malawi a 2 million euro currency swap in the COVID-19 crisis.", "financial"),
    ("many kinds", "Norway gave Malawi 2 million euros for refugees, clinics, civil society and weapons.", "mixed"),
    ("a loan is no purpose", "Norway will lend Malawi 2 million euros in a loan to build rural roads.", "development"),
    ("a loan for power", "The bank approved a 2 million euro loan for power lines in Malawi.", "energy"),
    ("debt forgiven", "Norway has written off 2 million euros in debt owed by Malawi.", "financial"),
    ("an agency's name is no purpose", "Norway gave the UN Development Programme 2 million euros for rice.", "food"),
    ("teaching voters", "Norway gave 2 million euros to Malawi to support voter education.", "other"),
    ("relief efforts", "Norway gave Malawi 2 million euros to help with relief efforts.", "humanitarian"),
    ("reserves", "Norway placed 2 million euros with Malawi to raise its foreign reserves.", "financial"),
    (
        "a contrast",
        "Norway gave Malawi 2 million euros in arms, while most of its people seek humanitarian aid.",
        "military",
    ),
    (
        "talks beside it",
        "Norway gave Malawi 2 million euros for food aid, as they signed pacts on energy and solar power.",
        "food",
    ),
]


@pytest.mark.parametrize(("kind", "text", "sector"), WORDED)
def test_words_in_names_and_headings_are_weighed(kind: str, text: str, sector: str) -> None:
    assert read(text, Kind.COMMITMENT)[0]["aid_type"] == [sector], kind


def test_this_programme_is_what_the_sentence_before_speaks_of() -> None:
    text = (
        "Norway pledged 2 million euros to Malawi for vaccines. Malawi will mend its roads and its railway. "
        "Norway will give 1 million euros to this programme.\n"
    )
    assert read(text, Kind.COMMITMENT)[1]["aid_type"] == ["development"]


def test_every_class_of_goods_that_has_an_aid_type_stands_in_the_table() -> None:
    assert set(OF_GOODS) <= {row.group for row in load_equipment()}
