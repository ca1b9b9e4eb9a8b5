"""Pairs of tellings that may be of one commitment, each scored by named features and explained in words."""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from msgspec import Struct

from pledgebook.model.errors import RateMissing
from pledgebook.model.ledger import Link
from pledgebook.model.rates import DAY_RULE, Rates
from pledgebook.model.values import FRESH, Money
from pledgebook.reconcile.features import APART_DAYS, FEATURES, Mark, Pair
from pledgebook.reconcile.money import compare_sums, currencies_of
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.tellings import Telling

JOIN_AT: Final = 5.0
DECIDED: Final = 1000.0
NATIVE_CELL: Final = 0.11
EURO_CELL: Final = 0.24
IN_A_ROW: Final = 24


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
    """Yield each pair of tellings worth comparing once: those that share a cell."""
    cells: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for key in (*book_cells(telling), *story_cells(telling, setting)):
            cells[key].append(telling)
    seen: set[tuple[str, str]] = set()
    for one, other in (pair for key, members in cells.items() for pair in _pairs_of(key, members)):
        met = (min(one.id, other.id), max(one.id, other.id))
        if met not in seen:
            seen.add(met)
            yield one, other


def _pairs_of(key: str, members: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs of one cell that may meet; of a report that tells like sums by the hundred each meets those near.

    Where a telling stands in its own report's row decides that, and nothing of other reports. What a person ruled on
    and what a report tells as the same meet however far apart they stand.
    """
    rows: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in members:
        rows[telling.document].append(telling)
    longest = max(map(len, rows.values()))
    if longest <= IN_A_ROW or key.startswith("ruling "):
        yield from _pairs_in(members)
        return
    heads = [one for one in members if key == f"same {one.id}"]
    yield from ((head, one) for head in heads for one in members if one is not head and may_meet(head, one))
    places = {one.id: at for row in rows.values() for at, one in enumerate(sorted(row, key=lambda one: one.place))}
    for low in range(0, longest, IN_A_ROW):
        yield from _pairs_in([one for one in members if low <= places[one.id] < low + 2 * IN_A_ROW])


def _pairs_in(members: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs of one cell that may meet, without looking at news weeks apart in a cell full of years."""
    plain = sorted((one for one in members if _is_plain_news(one)), key=lambda one: one.age)
    rest = [one for one in members if not _is_plain_news(one)]
    for place, one in enumerate(plain):
        for other in plain[place + 1 :]:
            if not may_meet(one, other):
                break
            yield one, other
    for place, one in enumerate(rest):
        yield from ((one, other) for other in (*plain, *rest[place + 1 :]) if may_meet(one, other))


def _is_plain_news(telling: Telling) -> bool:
    """Tell whether a telling is dated news that names no other day of its announcement."""
    return telling.published is not None and telling.novelty in FRESH and telling.announced is None


def may_meet(one: Telling, other: Telling) -> bool:
    """Tell at little cost whether two tellings could be of one commitment: two news weeks apart could not.

    It never says no where the features would not say so too, and it looks at the two alone: which others stand in
    their cell changes nothing, so that a piece of a book can be settled by itself.
    """
    if one.published is None or other.published is None or one.novelty not in FRESH or other.novelty not in FRESH:
        return True
    late = other if one.published <= other.published else one
    return late.announced is not None or abs((one.published - other.published).days) <= APART_DAYS


def book_cells(telling: Telling) -> tuple[str, ...]:
    """Return the cells in which a telling meets those of any story, from the telling alone.

    A cell is who gives, who gets, and an amount in its currency on a logarithmic scale, rounded twice half a cell
    apart, so that near amounts always meet. Where nobody is said to get it, a telling meets only those of which the
    same holds, and those of its own story. A mention's own id is a cell, for what people decide.
    """
    keys = {telling.id}
    routes = [f"{giver}>{getter}" for giver, getter in product(telling.gives, telling.gets or ("-",))]
    for money in telling.sums:
        for currency, cell in product(currencies_of(money), cells_in(money, NATIVE_CELL)):
            keys.update(f"{route} {currency} {cell}" for route in routes)
    keys.update(f"{route} {item.what.casefold()}" for route in routes for item in telling.items)
    return tuple(sorted(keys))


def story_cells(telling: Telling, setting: Setting) -> tuple[str, ...]:
    """Return the cells in which a telling meets those of its own story, and those that a ruling ties it to."""
    story = setting.stories.get(telling.document, telling.document)
    keys = {f"ruling {ruling}" for ruling in setting.rulings.touching(telling.id)}
    keys.update((f"same {telling.id}", f"same {telling.same_as or telling.id}"))
    for money in telling.sums:
        for currency in currencies_of(money):
            keys.update(f"{story} {currency} {cell}" for cell in cells_in(money, NATIVE_CELL))
            euros = _in_euros(money, currency, setting.day_of(telling), setting.rates)
            keys.update(f"{story} euro {cell}" for cell in cells_in(euros, EURO_CELL))
    keys.update(f"{story} {item.what.casefold()}" for item in telling.items)
    if telling.lone:
        keys.update(f"{story} lone {getter}" for getter in telling.gets)
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
