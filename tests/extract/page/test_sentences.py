"""Sentences end at their stops, not at abbreviations, and none is longer than a parse can bear."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pledgebook.extract.page.sentences import bound_at, split_block


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_block(text, 0, len(text))]


def test_abbreviations_end_no_sentence() -> None:
    text = "The U.S. Navy sent approx. 40 boats to Mr. Okoye of St. Lucia. It did so in Jan. 2031."
    assert split(text) == ["The U.S. Navy sent approx. 40 boats to Mr. Okoye of St. Lucia.", "It did so in Jan. 2031."]


def test_an_abbreviation_before_an_opening_word_ends_one() -> None:
    assert split("The ship belongs to the U.S. The crew does not.") == [
        "The ship belongs to the U.S.",
        "The crew does not.",
    ]


def test_a_stop_inside_quotation_marks_ends_a_sentence() -> None:
    assert split('She said: "We will pay." Nobody asked when.') == ['She said: "We will pay."', "Nobody asked when."]


def test_the_sentence_of_a_place_is_found() -> None:
    text = "One is short. Two is longer. Three."
    bounds = split_block(text, 0, len(text))
    assert [bound_at(bounds, text.index(word)) for word in ("One", "longer", "Three")] == [0, 1, 2]


@given(st.text(alphabet="abC .;\n", max_size=4000))
def test_sentences_are_short_apart_and_in_order(text: str) -> None:
    bounds = split_block(text, 0, len(text))
    assert all(0 < end - start <= 1200 for start, end in bounds)
    assert all(left[1] <= right[0] for left, right in pairwise(bounds))
    assert "".join(text[start:end] for start, end in bounds).replace(" ", "").replace("\n", "") == text.replace(
        " ", ""
    ).replace("\n", "")
