"""Goods read to what, how many and of which class."""

from decimal import Decimal

import pytest

from pledgebook.extract.quantities.goods import find_goods
from pledgebook.model.values import Item, Qualifier
from pledgebook.resolve.goods import class_of, read_count, read_item


def read(text: str) -> Item:
    (goods,) = find_goods(text, text, 0, len(text))
    item = read_item(goods.parts)
    assert item is not None
    return item


def test_goods_keep_their_words_count_unit_and_class() -> None:
    assert read("40 tonnes of rice") == Item("rice", Decimal(40), "tonnes", Qualifier.EXACT, "food")
    assert read("up to 40 Caesar howitzers") == Item("Caesar howitzers", Decimal(40), "", Qualifier.UP_TO, "artillery")


def test_a_vague_count_stays_open_and_says_so() -> None:
    assert read("dozens of generators") == Item("generators", None, "", Qualifier.ABOUT, "energy")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("1.5 million", 1_500_000),
        ("two dozen", 24),
        ("a", 1),
        ("180", 180),
        ("hundreds of thousands", None),
        ("", None),
    ],
)
def test_counts_in_digits_and_words(words: str, count: int | None) -> None:
    assert read_count(words) == (None if count is None else Decimal(count))


def test_the_last_noun_says_the_class() -> None:
    assert class_of("Patriot air-defense systems") == "air defence"
    assert class_of("train 1,500 pilots") == "training"
    assert class_of("pearls") == ""
