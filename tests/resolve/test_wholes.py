"""Which sum of a report is part of which: one kind of wording a line, in our own words."""

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

PARTS = [
    (
        "out of a whole",
        "Norway gave Malawi 2 million euros as part of a total package worth 9 million euros.",
        [True, False],
    ),
    (
        "a tranche",
        "Norway will lend Malawi 2 million euros, the third tranche of a 9 million euro loan.",
        [True, False],
    ),
    (
        "a share",
        "Almost a third of the 9 million euros that Norway gave Malawi - 3 million euros - went to clinics.",
        [False, True],
    ),
    (
        "years in total",
        "Norway gave Malawi 4 million euros in 2028 and 5 million euros in 2029, reaching 9 million euros.",
        [True, True, False],
    ),
    (
        "even shares",
        "Norway and Iceland pledged 8 million euros to Malawi. They will each give 4 million euros.",
        [False, True],
    ),
    ("will receive", "Norway pledged 9 million euros for wells. Malawi will receive 2 million euros.", [False, True]),
    (
        "a gathering",
        "Donors pledged 90 million euros for Malawi at a conference in Lima. Norway announced 7 million euros.",
        [False, True],
    ),
    (
        "its largest givers",
        (
            "At the conference 90 million euros in pledges were made for Malawi. Most pledges came from"
            " Norway (7 million euros)."
        ),
        [False, True],
    ),
    (
        "another package",
        "Norway pledged 9 million euros to Malawi. It also approved a package including 2 million euros for Kenya.",
        [False, False],
    ),
    (
        "one of several projects",
        (
            "Norway approved three projects worth 9 million euros in Malawi. It signed a loan of 2 million"
            " euros for a road in Malawi."
        ),
        [False, True],
    ),
    (
        "of which behind",
        "Norway signed a package of 9 million euros with Malawi, 2 million euros of which will go to clinics.",
        [False, True],
    ),
    (
        "of the new money",
        "Norway pledged 9 million euros to Malawi. Two million euros of the new money is meant for clinics.",
        [False, True],
    ),
    (
        "half of it",
        "Norway pledged more than 9 million euros to Malawi. Half the funding, 4 million euros, will go to clinics.",
        [False, True],
    ),
    (
        "one giver alone",
        "Donors have pledged more than 90 million euros to Malawi, with Norway alone committing 7 million euros.",
        [False, True],
    ),
    (
        "called a share of the next",
        "Norway gave Malawi 2 million euros. This represents a third of its loan of 6 million euros to Malawi.",
        [True, False],
    ),
    (
        "given under a larger one",
        "Norway lent Malawi 2 million euros. The loan was extended under a 9 million euro arrangement with Malawi.",
        [True, False],
    ),
    (
        "a share of what was promised",
        "Norway gave Malawi 2 million euros. This latest payment forms part of its pledge of 9 million euros.",
        [True, False],
    ),
    (
        "of this",
        "Norway has reserved 9 million euros for Malawi. Of this, 2 million euros will go to clinics in Malawi.",
        [False, True],
    ),
    (
        "in a running total",
        "Since 2022, Norway has given its friends 9 million euros, including 2 million euros in Malawi.",
        [False, True],
    ),
    (
        "the largest portion",
        "Norway pledged 9 million euros to Malawi. It set aside the largest portion, 2 million euros, for clinics.",
        [False, True],
    ),
    (
        "in brackets",
        "Norway passed a bill of 9 million euros in aid (with 2 million euros for Malawi).",
        [False, True],
    ),
    (
        "what a further sum will do",
        (
            "Norway announced a 9 million euro package for Malawi. The package includes 2 million euros for clinics."
            " 3 million euros in food aid will help farmers."
        ),
        [False, True, True],
    ),
    (
        "on top of it",
        "Norway pledged 9 million euros to Malawi. On top of that, Iceland will add 2 million euros for clinics.",
        [False, False],
    ),
    (
        "called a part",
        "Norway lent Malawi 2 million euros. The loan is part of the 9 million euro package that Norway pledged.",
        [True, False],
    ),
    (
        "shares that add up",
        (
            "Norway and Iceland pledged 9 million euros to Malawi. Norway is giving 5 million euros."
            " Iceland is contributing 4 million euros."
        ),
        [False, True, True],
    ),
    (
        "a row of another giver",
        (
            "Donors pledged for Malawi: Norway pledged 9 million euros, Iceland 5 million euros and"
            " Chad 4 million euros."
        ),
        [False, False, False],
    ),
    (
        "a further sum set aside",
        "Norway pledged 9 million euros to Malawi. An additional 2 million euros was set aside for Kenya.",
        [False, False],
    ),
    (
        "two gifts",
        "Norway pledged 9 million euros to Malawi. Iceland pledged 2 million euros to Malawi.",
        [False, False],
    ),
]


@pytest.mark.parametrize(("kind", "text", "parts"), PARTS)
def test_the_words_tell_what_is_part_of_what(kind: str, text: str, parts: list[bool]) -> None:
    told = read(text, Kind.COMMITMENT)
    assert [bool(one.get("part_of")) for one in told] == parts, kind


def test_a_table_below_a_sum_holds_its_parts() -> None:
    lines = (
        "Norway pledged 9 million euros in aid for wells in two countries.",
        "Malawi: 4 million euros",
        "Kenya: 3 million euros",
    )
    told = read("\n".join(("Norway pledges wells", *lines)), Kind.COMMITMENT)
    assert not told[0].get("part_of")
    assert told[1:]
    assert all(one.get("part_of") for one in told[1:])


def test_another_equal_sum_is_told_apart_from_the_one_before() -> None:
    text = "Norway pledged 3 million euros to Malawi. An additional 3 million euros was donated to Kenya."
    first, second = read(text, Kind.COMMITMENT)
    assert "same_as" not in second
    assert second["apart_from"]
    assert "apart_from" not in first


def told_again(text: str) -> list[bool]:
    return ["same_as" in one for one in read(text, Kind.COMMITMENT)]


def test_two_figures_of_as_many_digits_are_two_sums() -> None:
    text = "Norway gave Malawi 333,000 euros for wells. It gave Malawi {} euros for clinics."
    assert told_again(text.format("334,000")) == [False, False]
    assert told_again(text.format("333,000")) == [False, True]


def test_a_title_rounds_the_sum_that_the_text_tells_in_full() -> None:
    text = "Norway gives Malawi over 13 million euros\n\nNorway pledged 10 million euros to Kenya in May.\n\n{}"
    assert told_again(text.format("Norway pledged 13.66 million euros to Malawi."))[0]
    assert not told_again(text.format("Norway pledged 12.66 million euros to Malawi."))[0]


def test_equal_sums_of_two_givers_are_two_sums_even_where_one_is_a_bank() -> None:
    text = "Norway pledged 5 million dollars to Malawi. {} pledged up to 5 million dollars to Malawi."
    assert told_again(text.format("The World Bank")) == [False, False]
    assert told_again(text.format("The Norwegian government")) == [False, True]


def test_parts_under_another_name_of_the_giver_fill_its_sum() -> None:
    text = (
        "The World Bank's board approved 9 million dollars for Malawi."
        " Malawi gets a grant of 6 million dollars and a loan of 3 million dollars from the World Bank."
    )
    assert [bool(one.get("part_of")) for one in read(text, Kind.COMMITMENT)] == [False, True, True]


def parts_of(text: str) -> list[bool]:
    return [bool(one.get("part_of")) for one in read(text, Kind.COMMITMENT)]


def test_sums_that_add_up_to_a_total_told_behind_them_are_its_parts() -> None:
    text = (
        "Norway pledged 4 million dollars to Malawi, Iceland 3 million dollars and Denmark 2 million dollars."
        " This takes the total promised to Malawi to {}."
    )
    assert parts_of(text.format("9 million dollars")) == [True, True, True, False]
    assert parts_of(text.format("30 million dollars"))[:3] == [False, False, False]


def test_one_givers_total_of_all_its_gifts_holds_no_two_of_them() -> None:
    text = "Norway gave Malawi 5 million euros. In May it gave 4 million euros, bringing its total to 9 million euros."
    assert parts_of(text)[0] is False


def test_what_a_sum_rose_from_fills_nothing() -> None:
    text = "Norway raised its lending to Malawi to 9 million euros in 2030 from 5 million euros in 2029. {}"
    assert parts_of(text.format("It will lend 4 million euros for wells."))[1:] == [False, False]


def test_a_sentence_that_opens_with_the_whole_tells_its_shares() -> None:
    text = "Norway pledged 9 million euros to Malawi. Of the 9 million euros, 6 million euros will go to clinics."
    assert parts_of(text)[2]


def test_even_shares_make_the_sum_of_a_title_in_the_money_that_it_is_told_in() -> None:
    text = (
        "Singapore to give $270,000 to Chad and Mali\n\n"
        "Singapore will donate US$100,000 (S$135,000) each to Chad and Mali for wells."
    )
    assert parts_of(text) == [False, True]


def test_rows_that_open_with_a_name_belong_to_the_sum_above() -> None:
    rows = (
        "Norway will give 9 million kroner to forgotten crises. The money will be handed out accordingly:",
        "Malawi: 4 million kroner to the clinics that the United Nations runs for people who fled the war next door",
        "Kenya: 3 million kroner to the Red Cross for the many families who lost their homes in the flood of last May.",
    )
    assert parts_of("\n\n".join(("Norway helps in forgotten crises", *rows))) == [False, True, True]


def test_what_one_land_leads_the_pledges_with_is_no_pool_of_all() -> None:
    text = (
        "Norway pledged 9 million euros to Chad at a donor conference in Lima. Iceland pledged 4 million euros to Chad."
    )
    assert parts_of(text) == [False, False]
