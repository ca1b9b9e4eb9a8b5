"""What help is for: one kind of wording a line, in our own words."""

import pytest

from pledgebook.model.records import Kind
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
