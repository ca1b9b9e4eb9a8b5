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
    ("a dated announcement", "Norway spoke of the March 4 announcement of 20 million euros in new aid for Malawi."),
    ("a recent pledge", "They discussed Norway's recent commitment to give Malawi 20 million euros."),
    ("part of a whole", "The tents for Malawi are part of Norway's 20 million euro commitment."),
    ("an earlier round", "Norway's pledge to the previous replenishment for Malawi was 20 million euros."),
    ("built on", "The aid builds on Norway's announcement of 20 million euros for Malawi."),
    ("on top of", "The money for Malawi is on top of the 20 million euros that Norway pledged."),
    ("part of what is set aside", "The tents for Malawi are part of over 20 million euros that Norway has reserved."),
    (
        "earlier gifts, such as",
        "This adds to earlier commitments, such as Norway's grant of 20 million euros to Malawi.",
    ),
    ("a month alone", "In April, Norway pledged 20 million euros to Malawi."),
    ("raised from", "Norway's aid to Malawi rose in 2031 from an initial contribution of 20 million euros."),
    ("a rise from", "The new level marks a sharp rise from the 20 million euros that Norway gave Malawi."),
    ("after a deed", "Malawi signed the accord after the Norwegian bank approved 20 million euros in aid."),
    ("weeks after", "The loan comes two weeks after Norway approved 20 million euros in grants for Malawi."),
    ("years ago", "Norway signed an accord two years ago to give Malawi 20 million euros."),
    ("agreed at first", "Norway's parties initially agreed on a sum of 20 million euros for Malawi."),
    ("a loan that is known", "Malawi keeps to the terms of the 20 million euro loan programme that Norway backs."),
    ("out of an earlier pledge", "Norway allocates 20 million euros of its previous commitment to Malawi."),
    ("contributed in a year", "In 2029, Norway contributed 20 million euros to Malawi's farms."),
    ("out of an initiative", "The tents are paid from the government of Norway's 20 million euro Malawi plan."),
    ("part of a package", "The tents for Malawi are part of a 20 million euro package of Norway."),
    ("a pledge made elsewhere", "The tents are in line with Norway's 20 million euro pledge made in Rome to Malawi."),
    ("an addition put off", "Norway has delayed an additional 20 million euros for Malawi."),
    ("a current gift", "Norway raises its current contribution of 20 million euros to Malawi."),
    ("set aside in a year", "In 2029, Norway allocated 20 million euros to Malawi."),
]
NEW = [
    ("one gift", "Norway has donated 20 million euros to Malawi."),
    ("given this week", "Norway has this week given 20 million euros to Malawi."),
    ("forgiven debt", "Norway agreed to cancel 20 million euros of Malawi's debts."),
    ("a record", "Norway gave Malawi 20 million euros after the worst drought since 2011."),
    ("not announced before", "The 20 million euros for Malawi has not previously been announced by Norway."),
    ("pledged in aid", "Over 20 million euros was pledged in new aid for Malawi by Norway."),
    ("the biggest to date", "Norway announced its biggest gift to date: 20 million euros for Malawi."),
    ("said that it had", "Norway said it had approved 20 million euros for Malawi."),
    ("a total approved", "Norway has approved a total of 20 million euros for Malawi."),
    ("what it may draw", "The review allows Malawi to withdraw 20 million euros of the bank's loan."),
    ("in addition to giving", "Norway will stand by Malawi, in addition to donating 20 million euros."),
    ("long friends", "Norway granted Malawi 20 million euros, continuing its long-standing tradition of help."),
    ("what is announced now", "In addition to the 20 million euros announced today for Malawi, Norway sent doctors."),
    ("recently, where a report opens", "Norway recently pledged 20 million euros to Malawi."),
    ("a place, not a time", "Norway's king announced in Zomba a gift of 20 million euros to Malawi."),
    ("signed in company", "The loan of 20 million euros was signed in the presence of Malawi's envoy to Norway."),
    ("a year of something else", "Norway gave 20 million euros to victims of the storm that struck Malawi in 2019."),
    ("a time that is helped for", "Norway earmarked 20 million euros to Malawi for the months from April to December."),
    ("announced beside an old tie", "Norway reaffirmed its ties, announcing 20 million euros for Malawi."),
    ("frozen before", "Norway pledged 20 million euros to Malawi's fund before it was frozen."),
    ("a trouble that lasts", "Norway gave Malawi 20 million euros for farmers amid a drought since April 2030."),
    ("in addition to talks", "In addition to talks on trade, Norway pledged 20 million euros to Malawi."),
    ("for a year", "Norway contributed 20 million euros to Malawi's farms for 2032."),
    ("beside what was given", "Norway will add 20 million euros to the aid previously sent to Malawi."),
    ("last month's flood", "Norway pledged 20 million euros to Malawi after last month's flood."),
]
TOTAL = [
    ("brings to", "The new grant brings Norway's total contribution to 20 million euros for Malawi."),
    ("takes the total to", "The gift takes Norway's total aid for Malawi to over 20 million euros."),
    ("total reached", "Norway said its total support to Malawi reached 20 million euros."),
    ("since a year", "Since 2022, Norway has provided 20 million euros to Malawi."),
    ("with this gift", "With this grant, Norway will provide 20 million euros in aid to Malawi in 2031."),
    ("has exceeded", "Norway's aid to Malawi has exceeded 20 million euros."),
    ("many pledges", "Pledges worth 20 million euros have been made for Malawi by Norway and Iceland."),
    ("over years", "Over the past two years, Norway gave Malawi 20 million euros."),
    ("between years, first", "Between 2021 and 2025, Norway gave Malawi 20 million euros."),
    ("a year, not a day", "Norway provided 20 million euros to Malawi in fiscal year 2030."),
    ("a year's total", "Norway's aid to Malawi in 2030 totals 20 million euros."),
    ("all support", "Norway's committed support for Malawi totals 20 million euros."),
    ("what a receiver got", "The top recipient of Norway's aid was Malawi (20 million euros)."),
    ("since somebody came", "Since the minister took office, Norway has given 20 million euros to Malawi."),
    ("by a year", "Norway has provided 20 million euros to Malawi's farms by the end of 2029."),
    ("the leading giver", "Norway is Malawi's largest donor, having given about 20 million euros."),
    ("stands at", "Norway's contribution to the fund for Malawi stands at 20 million euros."),
    ("will come to", "Norway's total official development assistance to Malawi will be about 20 million euros."),
    ("committed in all", "Norway has committed a total of 20 million euros to Malawi."),
    ("in past years, in a title", "Norway gave Malawi grants worth 20 million euros in past 10 years."),
    ("in the past", "Norway has written off 20 million euros of Malawi's debt in the past."),
    ("a total of debt", "The total amount of Malawi's debt written off by Norway comes to 20 million euros."),
    ("a total raised beyond", "The gifts of Norway raised the total for Malawi's fund beyond 20 million euros."),
    ("between years", "Norway committed 20 million euros to Malawi between 2021 and 2024."),
    ("an estimate of all aid", "Norway's aid to Malawi for the decade is estimated at 20 million euros."),
    ("previously, since", "Norway has previously contributed 20 million euros to Malawi's farms since 2029."),
    ("an aggregate", "Since 2027, the aggregate amount that Norway gave Malawi exceeds 20 million euros."),
    ("its total gifts", "The grant adds to Norway's total donations of close to 20 million euros to Malawi."),
    ("a financial year", "Norway spent 20 million euros in aid on Malawi last financial year."),
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


@pytest.mark.parametrize(
    ("text", "novelties"),
    [
        ("Norway pledged 2 million euros to Malawi, bringing its total aid to 9 million euros.", ["new", "cumulative"]),
        ("Norway gave 2 million euros to Malawi, on top of the 9 million euros it pledged.", ["topped_up", "restated"]),
        ("Norway raised its aid to Malawi from 5 million euros to 9 million euros.", ["cumulative"]),
        ("Norway gave Malawi 5 million euros so far, of which 2 million euros is paid.", ["cumulative", "cumulative"]),
        ("Norway pledged 5 million euros to Malawi, later doubled to 10 million euros.", ["restated", "new"]),
        ("Norway gave Malawi 5 million euros, tripling its aid to more than 7 million euros.", ["new", "cumulative"]),
        ("Norway sent Malawi 5 million euros, with another 2 million euros to follow.", ["new", "new"]),
        ("The bank approved $3 million of Malawi's $9 million loan programme.", ["new", "restated"]),
        (
            "Since 2022, Norway gave Malawi 9 million euros. Of the 9 million euros, 2 million euros went to wells.",
            ["cumulative", "cumulative", "cumulative"],
        ),
        ("Norway gives Malawi 2 million euros, adding to the 9 million euros given since 2022.", ["new", "cumulative"]),
    ],
)
def test_sums_side_by_side_are_not_equally_new(text: str, novelties: list[str]) -> None:
    assert novelty_of(text, TODAY) == novelties


def test_a_cue_before_the_next_sum_speaks_of_that_one() -> None:
    text = "Norway will pay Malawi 20 million euros, bringing the total paid so far to 50 million euros."
    assert novelty_of(text, TODAY) == ["new", "cumulative"]


def test_what_stands_beside_a_sum_of_old_is_as_old() -> None:
    text = "Norway had already pledged 20 million euros in tents and 3 million euros in seeds to Malawi."
    assert novelty_of(text, TODAY) == ["restated", "restated"]


def test_what_was_recently_done_is_old_in_the_body_of_a_report() -> None:
    text = (
        "Norway's minister visits Malawi\n\nNorway's minister flew to Malawi on Monday.\n\nShe met farmers and nurses."
        "\n\nNorway recently announced 20 million euros in additional aid for Malawi.\n"
    )
    assert novelty_of(text, TODAY) == ["restated"]


def test_a_whole_that_shares_are_taken_of_is_not_as_old_as_a_sum_between() -> None:
    text = (
        "Norway pledges more aid\n\nNorway will give Malawi 9 million euros.\n\nNorway initially gave 3 million"
        " euros to Malawi.\n\nOf the 9 million euros, 2 million euros will go to wells in Malawi.\n"
    )
    assert novelty_of(text, TODAY)[2:] == ["new", "new"]
