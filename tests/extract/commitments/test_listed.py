"""Rows that leave the verb out take their name's role from what was said before them."""

from pledgebook.model.records import Kind
from tests.deeds import read

ROWS = "Norway, 8 million euros; Iceland, 5 million euros plus ten tents; Japan, 4 million euros."


def told(text: str, role: str) -> list[tuple[str, ...]]:
    return [tuple(one[role]) for one in read(text, Kind.COMMITMENT) if "amount" in one and role in one]


def test_bare_rows_behind_a_pledge_name_their_givers() -> None:
    text = f"Help for Malawi\n\nHelp has poured in for Malawi.\n\nPeru has pledged 9 million euros.\n{ROWS}"
    assert told(text, "provider") == [("Peru",), ("Norway",), ("Iceland",), ("Japan",)]


def test_bare_rows_behind_what_is_received_name_who_gets() -> None:
    rows = ROWS.replace("Norway", "Malawi").replace("Iceland", "Kenya").replace("Japan", "Chad")
    text = f"Flood money\n\nNorway will give 20 million euros in flood relief, and three lands receive it.\n{rows}"
    assert told(text, "recipient") == [("Malawi",), ("Kenya",), ("Chad",)]
