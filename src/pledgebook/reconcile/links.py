"""Pairs of tellings that may be of one commitment, each scored by named features and explained in words."""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from msgspec import Struct

from pledgebook.model.errors import RateMissing
from pledgebook.model.ledger import Link
from pledgebook.model.rates import DAY_RULE, Rates
from pledgebook.model.values import Money
from pledgebook.reconcile.features import FEATURES, Mark, Pair
from pledgebook.reconcile.money import compare_sums, currencies_of
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.tellings import Telling

JOIN_AT: Final = 5.0
DECIDED: Final = 1000.0
NATIVE_CELL: Final = 0.11
EURO_CELL: Final = 0.24
CROWDED: Final = 48


class Setting(Struct, frozen=True):
    """What pairs are judged in: the story of each document, the day of each story, rates, and what was decided."""

    stories: Mapping[str, str]
    days: Mapping[str, dt.date]
    rates: Rates
    rulings: Rulings

    def day_of(self, telling: Telling) -> dt.date | None:
        """Return the day a telling's sum is converted at: its report's, else its story's, else none."""
        return telling.published or self.days.get(self.stories.get(telling.document, ""))


def score_pair(one: Telling, other: Telling, setting: Setting) -> Link:
    """Return the link between two tellings: every feature that has a say, and whether the sum of them joins."""
    left, right = sorted((one, other), key=lambda telling: telling.id)
    sums = compare_sums(left.sums, right.sums, setting.day_of(left) or setting.day_of(right), setting.rates)
    story = setting.stories.get(left.document)
    pair = Pair(left, right, sums, one_story=story is not None and story == setting.stories.get(right.document))
    marks = [(feature.__name__, mark) for feature in FEATURES if (mark := feature(pair)) is not None]
    if (ruling := setting.rulings.between(left.id, right.id)) is not None:
        marks.append(("decided", Mark(DECIDED if ruling.same else -DECIDED, f"decided by {ruling.by}: {ruling.why}")))
    score = round(sum(mark.weight for _, mark in marks), 3)
    told = tuple((name, mark.weight, mark.words) for name, mark in marks)
    return Link(left.id, right.id, joined=score >= JOIN_AT, score=score, features=told)


def propose_pairs(tellings: Sequence[Telling], setting: Setting) -> Iterator[tuple[Telling, Telling]]:
    """Yield each pair of tellings worth comparing once: those that share a cell, a reference or a ruling."""
    cells: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda telling: telling.age):
        for key in cells_of(telling, setting):
            cells[key].append(telling)
    seen: set[tuple[str, str]] = set()
    for one, other in _pairs_in(cells.values()):
        met = (min(one.id, other.id), max(one.id, other.id))
        if met not in seen and one.id != other.id:
            seen.add(met)
            yield one, other


def _pairs_in(cells: Iterable[Sequence[Telling]]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs of each cell; in a crowded one only those that stand near each other in time."""
    for members in cells:
        if len(members) <= CROWDED:
            yield from combinations(members, 2)
            continue
        for place, one in enumerate(members):
            for other in members[place + 1 : place + 1 + CROWDED]:
                yield one, other


def cells_of(telling: Telling, setting: Setting) -> tuple[str, ...]:
    """Return the cells a telling falls in; two that may be of one commitment share at least one.

    A cell is a provider and a currency with an amount rounded on a logarithmic scale, twice, half a cell apart, so
    that near amounts always meet; or a story and an amount in euros; or a story and a kind of goods; or a reference.
    """
    story = setting.stories.get(telling.document, telling.document)
    keys = {f"same {telling.id}", f"same {telling.same_as}"} if telling.same_as else {f"same {telling.id}"}
    keys.update(f"ruling {ruling}" for ruling in setting.rulings.touching(telling.id))
    for money in telling.sums:
        for currency in currencies_of(money):
            for cell in cells_in(money, NATIVE_CELL):
                keys.update(f"{giver} {currency} {cell}" for giver in telling.gives)
                keys.add(f"{story} {currency} {cell}")
            euros = _in_euros(money, currency, setting.day_of(telling), setting.rates)
            keys.update(f"{story} euro {cell}" for cell in cells_in(euros, EURO_CELL))
    for item in telling.items:
        keys.update(f"{giver} goods {item.what.casefold()}" for giver in telling.gives)
        keys.add(f"{story} goods {item.what.casefold()}")
    return tuple(sorted(keys))


def cells_in(money: Money | None, width: float) -> tuple[str, ...]:
    """Return the two half-overlapping cells of a logarithmic scale that an amount falls in."""
    if money is None or not money.value:
        return ()
    place = math.log(money.value) / width
    return (f"a{math.floor(place)}", f"b{math.floor(place + 0.5)}")


def _in_euros(money: Money, currency: str, on: dt.date | None, rates: Rates) -> Money | None:
    """Return a rough amount in euros to sort by; None where no rate is known."""
    try:
        rate, _ = rates.rate(currency, "EUR", on or rates.last_day, DAY_RULE)
    except RateMissing:
        return None
    return Money(money.value * rate, "EUR")
