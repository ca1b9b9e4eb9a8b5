"""The sums of one report in their order, and for each the nearest larger one before it, found without a search."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cached_property

from pledgebook.model.records import Document, Mention
from pledgebook.resolve.sums import MARGIN, Sum

Test = Callable[[Document, Mention], bool]


class Ladder:
    """Sums in one currency in order, each with the last one before it that exceeds it, so that no search goes far."""

    def __init__(self) -> None:
        self.places: list[int] = []
        self.values: list[Decimal] = []
        self.above: list[int] = []

    def add(self, place: int, value: Decimal) -> None:
        """Enter the sum that stands at a place behind all that were entered."""
        at = len(self.places) - 1
        while at >= 0 and self.values[at] <= value:
            at = self.above[at]
        self.places.append(place)
        self.values.append(value)
        self.above.append(at)

    def find_larger(self, place: int, value: Decimal) -> int:
        """Return the last place before another at which a sum stands that is larger than a value; -1 for none."""
        at = bisect_left(self.places, place) - 1
        while at >= 0 and self.values[at] <= value * MARGIN:
            at = self.above[at]
        return self.places[at] if at >= 0 else -1


class Lineup:
    """The sums of a report in order, with the document that tells of them."""

    def __init__(self, document: Document, sums: Sequence[Sum]) -> None:
        self.document = document
        self.sums = sums
        self.siblings: dict[int, tuple[Sum, str] | None] = {}
        self._ladders: dict[tuple[Test, ...], dict[str, Ladder]] = {}

    def find_larger(self, at: int, *leaving_out: Test) -> Sum | None:
        """Return the nearest larger sum before another that is no running total and passes no test."""
        if leaving_out not in self._ladders:
            self._ladders[leaving_out] = self._build(leaving_out)
        ladders = self._ladders[leaving_out]
        found = max(
            (
                ladders[money.currency].find_larger(at, money.value)
                for money in self.sums[at].money
                if money.currency in ladders
            ),
            default=-1,
        )
        return self.sums[found] if found >= 0 else None

    def _build(self, leaving_out: tuple[Test, ...]) -> dict[str, Ladder]:
        ladders = dict[str, Ladder]()
        for place, one in enumerate(self.sums):
            if one.running or any(test(self.document, one.mention) for test in leaving_out):
                continue
            for currency in sorted({money.currency for money in one.money if money.currency}):
                value = max(money.value for money in one.money if money.currency == currency)
                ladders.setdefault(currency, Ladder()).add(place, value)
        return ladders

    def is_beside(self, at: int, other: int) -> bool:
        """Tell whether two sums stand in one sentence."""
        within = 0 <= other < len(self.sums)
        return within and self.sums[at].mention.sentence.start == self.sums[other].mention.sentence.start

    def between(self, one: Sum, other: Sum) -> str:
        """Return the words between two sums."""
        return self.document.text[one.mention.span.end : other.mention.span.start]

    def before(self, one: Sum) -> str:
        """Return the words of its sentence before a sum."""
        return self.document.text[one.mention.sentence.start : one.mention.span.start]

    @cached_property
    def _places(self) -> dict[tuple[str | None, Decimal], list[int]]:
        places = dict[tuple[str | None, Decimal], list[int]]()
        for place, one in enumerate(self.sums):
            for money in one.money:
                places.setdefault((money.currency, money.value), []).append(place)
        return places

    def find_multiple(self, at: int, most: int) -> Sum | None:
        """Return the nearest sum before another that is two to `most` times as large, else one of its sentence behind.

        Args:
            at: Where the sum stands.
            most: How many shares a sum may have.
        """
        places = [
            self._places.get((money.currency, money.value * count), [])
            for money in self.sums[at].money
            for count in range(2, most)
        ]
        earlier = [told[bisect_left(told, at) - 1] for told in places if told and told[0] < at]
        if earlier:
            return self.sums[max(earlier)]
        later = [told[first] for told in places if (first := bisect_left(told, at)) < len(told)]
        return self.sums[min(later)] if later and self.is_beside(at, min(later)) else None
