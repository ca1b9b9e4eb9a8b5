"""Qualifying words say how firmly a number is meant."""

import pytest

from pledgebook.model.qualifiers import read_qualifier
from pledgebook.model.values import Qualifier


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("approximately", Qualifier.ABOUT),
        ("More than", Qualifier.OVER),
        ("no less than", Qualifier.AT_LEAST),
        ("just under", Qualifier.NEARLY),
        ("as much as", Qualifier.UP_TO),
        ("or more", Qualifier.AT_LEAST),
        ("-plus", Qualifier.OVER),
        ("between", Qualifier.BETWEEN),
        ("", Qualifier.EXACT),
        ("only", Qualifier.EXACT),
    ],
)
def test_qualifying_words_are_told_apart(words: str, qualifier: Qualifier) -> None:
    assert read_qualifier(words) is qualifier
