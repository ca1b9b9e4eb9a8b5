"""Sums in the words of those who keep books: recorded here, left out there, shares and phrases; in our own words."""

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

BOOKED = [
    ("Norway announced 50 million euros for Malawi. This entry records 8 million euros for wells.", "8 million euros"),
    ("Norway gave 50 million euros to Malawi. Here we report 8 million euros as the share of 2031.", "8 million euros"),
    ("Norway gave 50 million euros to Malawi. The difference of 8 million euros is added here.", "8 million euros"),
    ("Norway gave 50 million euros to Malawi, of which 8 million euros in 2031.", "8 million euros"),
    ("Package of tents and blankets worth 8 million euros.", "8 million euros"),
    ("8 million euros for the repair of wells in Malawi.", "8 million euros"),
    ("A table of the fund shows that Norway's contribution to Malawi increased by 8 million euros.", "8 million euros"),
    ("Norway is buying 8 million euros worth of tents for Malawi.", "8 million euros"),
]


@pytest.mark.parametrize(("text", "quote"), BOOKED)
def test_a_sum_that_a_note_books_is_a_commitment(text: str, quote: str) -> None:
    assert [quote] in [told["quote"] for told in read(text, Kind.COMMITMENT)]


def test_a_sum_that_a_note_leaves_out_is_none() -> None:
    text = "Norway gave 50 million euros to Malawi. We do not count 8 million euros here."
    assert [told["quote"] for told in read(text, Kind.COMMITMENT)] == [["50 million euros"]]


def test_goods_that_are_sold_are_none() -> None:
    assert read("Norway's exports to Malawi include 8 million euros worth of fish.", Kind.COMMITMENT) == []


def test_what_a_person_has_is_no_gift_though_a_note_opens_with_it() -> None:
    assert read("8 million euros were lost in the fire.", Kind.COMMITMENT) == []


GIVEN = [
    "Efforts for wells in Malawi show in the bank's approval of 8 million euros.",
    "Norway's government asked parliament for 8 million euros in aid for Malawi.",
    "The president has requested 8 million euros for wells in Malawi.",
    "Norway announced a total increase of 8 million euros in aid for Malawi.",
    "Norway will seek to provide 8 million euros for wells in Malawi.",
    "Norway gave 8 million euros in much-needed aid to Malawi.",
    "Norway gave 8 million euros to pay salaries of teachers in Malawi.",
]


@pytest.mark.parametrize("text", GIVEN)
def test_what_is_approved_asked_of_a_parliament_or_urgent_is_a_commitment(text: str) -> None:
    assert [told["quote"] for told in read(text, Kind.COMMITMENT)] == [["8 million euros"]]


def test_rows_beside_a_gift_are_gifts() -> None:
    text = (
        "The fund gave aid to clinics in Mali (12 million euros), Chad (9 million euros), Haiti (8 million euros) "
        "and Cuba (7 million euros).\n"
    )
    told = [one["quote"] for one in read(text, Kind.COMMITMENT)]
    assert told == [["12 million euros"], ["9 million euros"], ["8 million euros"], ["7 million euros"]]
