"""A row that opens with a name tells who gives or who gets, by what the list is of."""

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

ROWS = ("Kenya: 12 million euros", "Somalia: 10 million euros", "Chad: 8 million euros")


def parties(text: str, role: str) -> list[str]:
    told = [one for one in read(text, Kind.COMMITMENT) if "amount" in one]
    return [name for one in told for name in one.get(role, ()) if name in {"Kenya", "Somalia", "Chad"}]


@pytest.mark.parametrize(
    ("introduction", "role"),
    [
        ("Norway will provide 30 million euros for food as follows:", "recipient"),
        ("Norway announced 30 million euros for food, including:", "recipient"),
        ("The money will be handed out like this:", "recipient"),
        ("The following donors made new commitments to the food fund:", "provider"),
        ("These lands have pledged money for food:", "provider"),
    ],
)
def test_what_a_list_is_of_tells_whether_its_rows_give_or_get(introduction: str, role: str) -> None:
    other = {"recipient": "provider", "provider": "recipient"}[role]
    rows = "\n".join(f"- {row}" for row in ROWS)
    text = f"Food for the dry lands\n\nThe rains failed again. {introduction}\n\n{rows}\n"
    assert parties(text, role) == ["Kenya", "Somalia", "Chad"]
    assert parties(text, other) == []


def test_without_words_before_it_the_title_tells_what_a_list_is_of() -> None:
    text = "Who gives what to the food fund\n\n* Kenya - EUR 20 million to UNICEF\n* Chad: EUR 2 million to the fund\n"
    assert parties(text, "provider") == ["Kenya", "Chad"]
