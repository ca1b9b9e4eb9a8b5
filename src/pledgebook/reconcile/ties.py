"""Two tellings of two undertakings that hang together: told again, delivered, drawn out of, pledged under, shared.

Each tie looks at the two alone (and at whether they share a story), so that a piece of a book that is closed under
ties can be settled by itself. Which of several a commitment is tied to is decided in `bonds.py`.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import product
from typing import Final

from pledgebook.model.records import How
from pledgebook.model.values import FRESH, Money, Novelty, Stage
from pledgebook.reconcile.features import APART_DAYS, EARLY_DAYS, is_called_other
from pledgebook.reconcile.links import NATIVE_CELL, Setting, cells_in
from pledgebook.reconcile.money import Likeness, compare_same_currency, currencies_of, precision_of
from pledgebook.reconcile.tellings import Telling, is_group, is_instalment, kinds_of_aid, one_programme

Tie = Callable[[Telling, Telling, Setting], bool]

SAME_MONTH: Final = dt.timedelta(days=31)
LONGEST_WAIT: Final = dt.timedelta(days=4 * 366)
JOINT: Final = 2
ENOUGH_WORDS: Final = 2
FORM_WORDS: Final = 12
ONE_FORM: Final = 0.85
HANDED: Final = frozenset({Stage.DISBURSED, Stage.DELIVERED})


def tells_again(again: Telling, first: Telling, setting: Setting) -> bool:
    """A sum said to be promised before is the equal one that was announced before, by the same giver to the same."""
    if again.novelty != Novelty.RESTATED or first.novelty not in FRESH or not _shares(again.gives, first.gives):
        return False
    met = _shares(again.gets, first.gets)
    if again.gets and first.gets and not met:
        return False
    known = (met and _is_telling(again, first)) or _one_story(again, first, setting) or one_programme(again, first)
    alike = _agree(again.mechanism, first.mechanism) and _alike(again, first) and _for_the_same(again, first)
    return known and alike and _came_before(first, again)


def delivers(handed: Telling, first: Telling, setting: Setting) -> bool:
    """What is handed over weeks and more after an equal sum was promised, for the same, is what was promised then."""
    if (
        not is_delivery(handed)
        or first.novelty not in FRESH
        or first.stage in HANDED
        or _one_story(handed, first, setting)
    ):
        return False
    met = _shares(handed.gives, first.gives) and _shares(handed.gets, first.gets)
    shared = set(handed.purpose) & set(first.purpose)
    same = len(shared) >= ENOUGH_WORDS and 2 * len(shared) > min(len(handed.purpose), len(first.purpose))
    alike = _agree(handed.mechanism, first.mechanism) and _for_the_same(handed, first) and _alike(handed, first)
    return met and same and alike and _waited(first, handed)


def draws_on(part: Telling, whole: Telling, setting: Setting) -> bool:
    """A tranche or draw-down is taken out of the larger sum of the same programme, or of the same story."""
    if not is_drawn(part) or is_drawn(whole) or whole.novelty == Novelty.CUMULATIVE or whole.part_of:
        return False
    same = one_programme(part, whole) or (_one_story(part, whole, setting) and _agree(part.mechanism, whole.mechanism))
    met = _shares(part.gives, whole.gives) and _shares(part.gets, whole.gets)
    return met and same and _is_larger(whole, part) and _came_before(whole, part)


def falls_under(pledge: Telling, total: Telling, setting: Setting) -> bool:
    """What single givers pledge falls under the total that all of them pledge, in reports of one event."""
    if pledge.part_of or not pledge.gives or is_group(pledge) or not is_group(total) or pledge.novelty not in FRESH:
        return False
    met = _one_story(pledge, total, setting) and _shares(pledge.gets, total.gets)
    below = all(money.value > other.value for money, other in _pairs(total, pledge))
    return met and below and bool(pledge.sums) and _one_time(pledge, total)


def shares_in(share: Telling, joint: Telling, setting: Setting) -> bool:
    """What one of several givers gives of a joint pledge is its share, in reports of one event."""
    if share.part_of or len(joint.gives) < JOINT or not set(share.gives) < set(joint.gives):
        return False
    met = (
        _one_story(share, joint, setting)
        and _shares(share.gets, joint.gets)
        and _agree(share.mechanism, joint.mechanism)
    )
    alike = Novelty.CUMULATIVE not in {share.novelty, joint.novelty}
    return met and alike and _is_larger(joint, share) and _one_time(share, joint)


def echoes(one: Telling, other: Telling, setting: Setting) -> bool:
    """An equal sum told as new of two events within days, for the same, may be the same money told twice."""
    if one.novelty not in FRESH or other.novelty not in FRESH or not is_one_round(one, other):
        return False
    met = _shares(one.gives, other.gives) and _shares(one.gets, other.gets)
    if not met or is_drawn(one) or is_drawn(other) or _one_story(one, other, setting):
        return False
    if is_called_other(one) or is_called_other(other) or _is_one_form(one, other):
        return False
    same = one_programme(one, other) or _shares(one.purpose, other.purpose)
    equal = any(compare_same_currency(a, b) is Likeness.EQUAL for a, b in _pairs(one, other))
    return same and equal and _agree(one.mechanism, other.mechanism) and _for_the_same(one, other)


def _is_one_form(one: Telling, other: Telling) -> bool:
    """Tell whether two sentences are one form of words filled in twice, as orders are made out in."""
    words, others = (set(telling.mention.sentence.quote.casefold().split()) for telling in (one, other))
    fewest = min(len(words), len(others))
    return fewest >= FORM_WORDS and len(words & others) >= ONE_FORM * fewest


def is_one_round(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings came out within the days that one sum is news in."""
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) <= APART_DAYS


def is_drawn(telling: Telling) -> bool:
    """Tell whether a sum is told as taken out of an earlier, larger one: drawn down, a tranche, an instalment."""
    return telling.novelty == Novelty.DRAWN_DOWN or is_instalment(telling)


def is_delivery(telling: Telling) -> bool:
    """Tell whether a whole sum is told as paid out or handed over, and nothing said of its being new."""
    if telling.stage not in HANDED or telling.novelty not in FRESH or telling.part_of:
        return False
    return all(statement.how is How.GUESSED for statement in telling.statements if statement.field == "novelty")


def _waited(first: Telling, late: Telling) -> bool:
    """Tell whether a sum was told long enough before another to be handed over, and not too long."""
    if first.published is None or late.published is None or not _came_before(first, late):
        return False
    return dt.timedelta(days=APART_DAYS) < late.published - first.published < LONGEST_WAIT


def _shares(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return not set(left).isdisjoint(right)


def _agree(left: str, right: str) -> bool:
    """Tell whether two programmes are one, as far as both are told."""
    return not left or not right or left.casefold() == right.casefold()


def _is_telling(again: Telling, first: Telling) -> bool:
    """Tell whether more than a round sum shows that it is said again: its digits, its purpose, or its day."""
    digits = max((precision_of(money) for money in again.sums), default=0)
    return digits > 1 or again.announced is not None or _shares(again.purpose, first.purpose)


def _for_the_same(left: Telling, right: Telling) -> bool:
    """Tell whether nothing says that two sums are for two things: another kind of aid, or no word in common."""
    types = kinds_of_aid(left, right)
    if len(types) > 1:
        return False
    told = min(len(left.purpose), len(right.purpose))
    return told < ENOUGH_WORDS or _shares(left.purpose, right.purpose)


def _one_story(left: Telling, right: Telling, setting: Setting) -> bool:
    story = setting.stories.get(left.document, left.document)
    return story == setting.stories.get(right.document, right.document)


def _pairs(left: Telling, right: Telling) -> Iterator[tuple[Money, Money]]:
    """Yield the sums of two tellings that are, or may be, in one currency."""
    for one, other in product(left.sums, right.sums):
        if set(currencies_of(one)) & set(currencies_of(other)):
            yield one, other


def _alike(left: Telling, right: Telling) -> bool:
    return any(compare_same_currency(one, other) is not Likeness.UNLIKE for one, other in _pairs(left, right))


def _is_larger(whole: Telling, part: Telling) -> bool:
    """Tell whether a sum is larger than another in a currency that both may be in."""
    compared = [money.value > other.value for money, other in _pairs(whole, part)]
    return bool(compared) and all(compared)


def _came_before(first: Telling, late: Telling) -> bool:
    """Tell whether a sum was told, or is said to have been announced, before another; what no report dates may be."""
    told = first.announced.start if first.announced else first.published
    if late.announced is not None and told is not None:
        return late.announced.start - SAME_MONTH <= told <= late.announced.end + SAME_MONTH
    if told is None or late.published is None:
        return True
    return told <= late.published + dt.timedelta(days=EARLY_DAYS)


def _one_time(left: Telling, right: Telling) -> bool:
    """Tell whether nothing dates two sums to different times."""
    if left.announced is None or right.announced is None:
        return True
    return left.announced.start <= right.announced.end and right.announced.start <= left.announced.end


def _is_again(telling: Telling) -> bool:
    return telling.novelty == Novelty.RESTATED


def _is_fresh(telling: Telling) -> bool:
    return telling.novelty in FRESH


def _is_whole(telling: Telling) -> bool:
    return telling.novelty != Novelty.CUMULATIVE and not telling.part_of and not is_drawn(telling)


def _is_pledge(telling: Telling) -> bool:
    return telling.novelty in FRESH and not telling.part_of and bool(telling.gives)


def _is_share(telling: Telling) -> bool:
    return not telling.part_of and bool(telling.gives)


def _is_joint(telling: Telling) -> bool:
    return len(telling.gives) >= JOINT


OPPOSITE: Final = {"again": "first", "first": "again"}
Side = Callable[[Telling], bool]

TIES: Final[tuple[tuple[Tie, Side, Side], ...]] = (
    (tells_again, _is_again, _is_fresh),
    (delivers, is_delivery, _is_fresh),
    (draws_on, is_drawn, _is_whole),
    (falls_under, _is_pledge, is_group),
    (shares_in, _is_share, _is_joint),
)
"""Each tie with what its first and its second telling must be, each alone: of many tellings few pairs are such."""


def is_tied(one: Telling, other: Telling, setting: Setting) -> bool:
    """Tell whether any tie holds between two tellings, either way round, that no person has ruled out."""
    ruling = setting.rulings.between(one.id, other.id)
    if ruling is not None and not ruling.same:
        return False
    if echoes(one, other, setting):
        return True
    return any(
        (first(one) and second(other) and tie(one, other, setting))
        or (first(other) and second(one) and tie(other, one, setting))
        for tie, first, second in TIES
    )


def tie_cells(telling: Telling) -> tuple[str, ...]:
    """Return the cells in which those of other stories that may be tied to a telling look for it."""
    cells = {cell for role in _roles(telling) for cell in _sum_cells(telling, role)}
    return tuple(sorted(cells | set(_programme_cells(telling, "drawn" if is_drawn(telling) else "whole"))))


def tie_sought(telling: Telling) -> tuple[str, ...]:
    """Return the cells in which a telling looks for those of other stories that it may be tied to."""
    cells = {cell for role in _roles(telling) for cell in _sum_cells(telling, OPPOSITE[role])}
    return tuple(sorted(cells | set(_programme_cells(telling, "whole" if is_drawn(telling) else "drawn"))))


def _roles(telling: Telling) -> tuple[str, ...]:
    """Return what a telling can be in a tie of equal sums: the first, told again, or both, as what is handed over."""
    if telling.novelty == Novelty.RESTATED:
        return ("again",)
    if telling.novelty not in FRESH:
        return ()
    return ("again", "first") if is_delivery(telling) else ("first",)


def _sum_cells(telling: Telling, role: str) -> Iterator[str]:
    ways = [f"{giver}>{getter}" for giver, getter in product(telling.gives, telling.gets)]
    ways += [f"{giver} by {telling.mechanism.casefold()}" for giver in telling.gives if telling.mechanism]
    for way, money in product(ways, telling.sums):
        for currency, cell in product(currencies_of(money), cells_in(money, NATIVE_CELL)):
            yield f"{role} {way} {currency} {cell}"


def _programme_cells(telling: Telling, role: str) -> Iterator[str]:
    if telling.mechanism and telling.sums and telling.novelty != Novelty.CUMULATIVE:
        yield from (
            f"{role} {giver}>{getter} {telling.mechanism.casefold()}"
            for giver, getter in product(telling.gives, telling.gets)
        )
