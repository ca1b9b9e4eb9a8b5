"""Whether a sum is new, said again or a running total: one kind of wording a line, in our own words."""

import datetime as dt

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

TODAY = dt.date(2031, 9, 20)

RESTATED = [
    ("the past perfect", "Norway had pledged 20 million euros to Malawi."),
    ("originally", "Norway originally approved 20 million euros for Malawi's wells."),
    ("an earlier pledge", "Norway stands by its earlier pledge of 20 million euros to Malawi."),
    ("last year's grant", "Norway spoke of last year's grant of 20 million euros to Malawi."),
    ("a promise made", "Norway recalled the promise made by Iceland to give Malawi 20 million euros."),
    ("a month alone", "In April, Norway pledged 20 million euros to Malawi."),
]
NEW = [
    ("one gift", "Norway has donated 20 million euros to Malawi."),
    ("given this week", "Norway has this week given 20 million euros to Malawi."),
    ("forgiven debt", "Norway agreed to cancel 20 million euros of Malawi's debts."),
    ("a record", "Norway gave Malawi 20 million euros after the worst drought since 2011."),
    ("last month's flood", "Norway pledged 20 million euros to Malawi after last month's flood."),
]
TOTAL = [
    ("brings to", "The new grant brings Norway's total contribution to 20 million euros for Malawi."),
    ("takes the total to", "The gift takes Norway's total aid for Malawi to over 20 million euros."),
    ("total reached", "Norway said its total support to Malawi reached 20 million euros."),
    ("since a year", "Since 2022, Norway has provided 20 million euros to Malawi."),
    ("one year alone", "Norway gave Malawi 20 million euros in 2030 alone."),
]


def novelty_of(text: str, published: dt.date | None = None) -> list[str]:
    return [one["novelty"][0] for one in read(text, Kind.COMMITMENT, published)]


@pytest.mark.parametrize(("kind", "text"), RESTATED)
def test_what_was_promised_before_is_said_again(kind: str, text: str) -> None:
    assert novelty_of(text) == ["restated"], kind


@pytest.mark.parametrize(("kind", "text"), NEW)
def test_what_is_given_now_is_new(kind: str, text: str) -> None:
    assert novelty_of(text, TODAY) == ["new"], kind


@pytest.mark.parametrize(("kind", "text"), TOTAL)
def test_what_all_help_comes_to_is_a_total(kind: str, text: str) -> None:
    assert novelty_of(text) == ["cumulative"], kind


def test_an_instalment_is_new_and_its_loan_is_not() -> None:
    text = "Norway will lend Malawi 2 million euros, the third tranche of a 9 million euro loan."
    assert novelty_of(text) == ["new", "restated"]


def test_new_in_the_name_of_a_place_says_nothing() -> None:
    told = read("New Zealand pledged 20 million dollars to Malawi.", Kind.COMMITMENT)
    assert told[0]["novelty"] == ["new"]


def test_a_gathering_of_today_is_not_one_that_lies_back() -> None:
    text = (
        "Iceland helped at the conference in Oslo in December 2029. At the conference today, Norway pledged 20 million"
        " euros to Malawi."
    )
    assert novelty_of(text)[-1] == "new"
