"""The nearest larger sum and the equal ones are found without looking at all, and are the same as if one had looked."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pledgebook.model.records import Document, Kind, Mention, Part, Section, cut, make_document, mention_id
from pledgebook.model.values import Money
from pledgebook.resolve.context import find_same
from pledgebook.resolve.lineup import Lineup
from pledgebook.resolve.sums import Shelf, Sum, is_equal, is_larger
from pledgebook.resolve.wholes import find_wholes

VALUES = st.lists(st.tuples(st.integers(1, 40), st.sampled_from(["EUR", "USD"]), st.booleans()), max_size=30)


def line_up(told: list[tuple[int, str, bool]]) -> tuple[Document, list[Sum]]:
    """Return a report of one short sentence for each sum, and its sums."""
    text = "".join(f"Norway gave Malawi {value} {code}. " for value, code, _ in told)
    document, sums, start = make_document("one", text), [], 0
    for value, code, running in told:
        words = f"Norway gave Malawi {value} {code}."
        span = cut(text, start + 19, start + len(words) - 1)
        sentence = cut(text, start, start + len(words))
        identity = mention_id(document.id, Kind.COMMITMENT, span.start, span.end)
        part = Part("amount", span, "money")
        mention = Mention(identity, document.id, Kind.COMMITMENT, "amount", span, sentence, Section.BODY, (part,))
        sums.append(Sum(mention, (Money(Decimal(value), code),), running))
        start += len(words) + 1
    return document, sums


@given(VALUES)
def test_the_nearest_larger_sum_is_the_one_a_search_finds(told: list[tuple[int, str, bool]]) -> None:
    document, sums = line_up(told)
    lineup = Lineup(document, sums)
    for at, one in enumerate(sums):
        larger = [other for other in sums[:at] if not other.running and is_larger(other, one)]
        assert lineup.find_larger(at) == (larger[-1] if larger else None)


@given(VALUES)
def test_the_nearest_multiple_is_the_one_a_search_finds(told: list[tuple[int, str, bool]]) -> None:
    document, sums = line_up(told)
    lineup = Lineup(document, sums)
    for at, one in enumerate(sums):
        whole = [
            other
            for other in sums[:at]
            if other.main.currency == one.main.currency and other.main.value / one.main.value in range(2, 5)
        ]
        assert lineup.find_multiple(at, 5) == (whole[-1] if whole else None)


@given(st.lists(st.integers(1, 100_000), max_size=40))
def test_the_equal_sums_are_those_a_search_finds(values: list[int]) -> None:
    shelf, told = Shelf(), [Money(Decimal(value), "EUR") for value in values]
    for place, money in enumerate(told):
        shelf.add(money, place, (place,))
    for money in told:
        assert shelf.find_near(money) == [place for place, other in enumerate(told) if is_equal(money, other)]


def test_a_sum_told_a_thousand_times_is_told_once() -> None:
    document, sums = line_up([(5, "EUR", False)] * 1000)
    same = find_same(sums)
    assert set(same.values()) == {sums[0].mention.id}
    assert len(same) == 999
    assert find_wholes(document, sums, same) == {}
