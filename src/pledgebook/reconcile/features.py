"""What speaks for and against two tellings being of one commitment; each docstring is what a reviewer reads."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Final

from msgspec import Struct

from pledgebook.model.records import Section
from pledgebook.model.values import FRESH, Novelty
from pledgebook.reconcile.money import LOOSE, Comparison, Likeness, precision_of
from pledgebook.reconcile.rivals import differing_figures, differing_givers
from pledgebook.reconcile.tellings import Telling, is_group, told_words, word_of

VETO: Final = -20.0
APART_DAYS: Final = 14
EARLY_DAYS: Final = 3
LASTING_DAYS: Final = 90
LIKE_WORDS: Final = 4
ENOUGH_TOLD: Final = 8
TELLING_DIGITS: Final = 3
OTHER: Final = re.compile(
    r"(?:\banother|\b(?<!the )(?<!this )(?:additional|further|extra|separate)|\b(?:remaining|second|other))\s+\W{0,2}$",
    re.IGNORECASE,
)
UNLIKE: Final = {Likeness.UNLIKE, Likeness.DRIFTED}


class Pair(Struct, frozen=True):
    """Two tellings to compare, the earlier by id on the left, and how alike their sums are."""

    left: Telling
    right: Telling
    sums: Comparison
    one_story: bool

    @property
    def one_report(self) -> bool:
        """Whether one document tells both."""
        return self.left.document == self.right.document

    @property
    def has_headline(self) -> bool:
        """Whether one of the two stands in a title, so that the body tells it again."""
        return Section.TITLE in {self.left.mention.section, self.right.mention.section}


class Mark(Struct, frozen=True):
    """What a feature found: its weight (below zero it speaks against) and its words."""

    weight: float
    words: str


Feature = Callable[[Pair], Mark | None]


def told_as_same(pair: Pair) -> Mark | None:
    """One report refers back to a sum it has already told."""
    if pair.left.same_as == pair.right.id or pair.right.same_as == pair.left.id:
        return Mark(30.0, "the report refers back to the sum it told before")
    return None


def listed_side_by_side(pair: Pair) -> Mark | None:
    """Two sums in one sentence are two, unless the report equates them."""
    if not pair.one_report or pair.left.mention.sentence != pair.right.mention.sentence or told_as_same(pair):
        return None
    return Mark(VETO, "one sentence lists them side by side")


def told_as_other(pair: Pair) -> Mark | None:
    """A sum called another, additional or remaining one is not the equal one told before it."""
    if not pair.one_report or pair.has_headline or told_as_same(pair):
        return None
    first, later = sorted((pair.left, pair.right), key=lambda telling: telling.place)
    if later.apart_from == first.id:
        return Mark(VETO, "the report calls the later one another sum than the equal one before it")
    if is_called_other(later) and not is_called_other(first):
        return Mark(-9.0, "the report calls the later one another sum")
    return None


def is_called_other(telling: Telling) -> bool:
    """Tell whether the words right before a sum call it another one; "the additional" refers back."""
    sentence = telling.mention.sentence
    return bool(OTHER.search(sentence.quote[: max(telling.mention.span.start - sentence.start, 0)]))


def told_apart(pair: Pair) -> Mark | None:
    """Equal sums in two places of one report's text are one where its words are alike, two where none is shared."""
    if not pair.one_report or {pair.left.mention.section, pair.right.mention.section} != {Section.BODY}:
        return None
    if told_as_same(pair) or set(pair.left.purpose) & set(pair.right.purpose):
        return None
    left, right = told_words(pair.left), told_words(pair.right)
    if left & right or min(len(left), len(right)) < ENOUGH_TOLD:
        return None
    return Mark(-3.5, "the report tells of the two in other words, in two places")


def whole_and_part(pair: Pair) -> Mark | None:
    """A sum taken out of another is not that other one."""
    if pair.left.part_of == pair.right.id or pair.right.part_of == pair.left.id:
        return Mark(VETO, "the report tells one as a part of the other")
    return None


def same_provider(pair: Pair) -> Mark | None:
    """The same parties give; who names fewer may still mean the same, and a headline shortens."""
    if _is_turned(pair):
        return Mark(1.0, "the same two parties, which of them gives is turned round in one of the reports")
    headline = pair.one_report and pair.has_headline and pair.sums.likeness >= Likeness.EQUIVALENT
    firm = pair.left.gives_firmly and pair.right.gives_firmly and not headline
    other = firm and pair.one_story and not set(pair.left.gives) & set(pair.right.gives)
    if other and (words := differing_givers(pair.left, pair.right)):
        return Mark(-2.0, words)
    if other and (is_group(pair.left) or is_group(pair.right)):
        return Mark(
            -1.0, f"{', '.join(pair.left.gives)} and {', '.join(pair.right.gives)}: one may stand for the other"
        )
    return _parties(pair.left.gives, pair.right.gives, "giver", (2.0, 1.0, VETO if firm else -1.5))


def _is_turned(pair: Pair) -> bool:
    """Tell whether two reports of one event tell an equal sum from the one to the other, and from the other to the one.

    No two parties give each other the same money on one day; one of the reports is misread, or words it the other way.
    """
    left, right = pair.left, pair.right
    if not pair.one_story or pair.sums.likeness < Likeness.EQUIVALENT or len(left.gives) != 1 or len(right.gives) != 1:
        return False
    crossed = left.gives == right.gets or right.gives == left.gets
    return left.gives != right.gives and crossed and {left.gets, right.gets} <= {left.gives, right.gives, ()}


def same_recipient(pair: Pair) -> Mark | None:
    """The same parties get; a headline often names the recipient more widely than the text."""
    if _is_turned(pair):
        return None
    headline = pair.one_report and pair.has_headline and pair.sums.likeness >= Likeness.EQUIVALENT
    loose = headline or not (pair.left.gets_firmly and pair.right.gets_firmly)
    return _parties(pair.left.gets, pair.right.gets, "recipient", (1.5, 0.8, -0.5 if loose else VETO / 2))


def _parties(
    left: tuple[str, ...], right: tuple[str, ...], what: str, weights: tuple[float, float, float]
) -> Mark | None:
    """Return the mark for equal, overlapping or wholly different parties; None where one side names none."""
    if not left or not right:
        return None
    if left == right:
        return Mark(weights[0], f"same {what}: {', '.join(left)}")
    shared = sorted(set(left) & set(right))
    if shared:
        return Mark(weights[1], f"both name as {what} {', '.join(shared)}")
    return Mark(weights[2], f"other {what}: {', '.join(left)} against {', '.join(right)}")


def alike_sums(pair: Pair) -> Mark | None:
    """The sums are equal, are equated by a report, agree within rounding, meet over the day's rate, or one slipped."""
    likeness, words = pair.sums.likeness, pair.sums.words
    if likeness in UNLIKE and pair.one_story and (rival := differing_figures(pair.left, pair.right)) is not None:
        return Mark(*rival)
    if likeness is Likeness.UNSAID:
        return None
    return Mark(_weigh_sums(likeness, min(precision_of(pair.left.sums[0]), 3)), words)


def _weigh_sums(likeness: Likeness, digits: int) -> float:
    match likeness:
        case Likeness.EQUAL | Likeness.EQUIVALENT:
            return 1.5 + digits / 2
        case Likeness.ROUNDED | Likeness.CONVERTED:
            return 1.5
        case Likeness.POSSIBLE:
            return 0.5 + digits / 2
        case Likeness.DRIFTED:
            return -4.0
        case _:
            return VETO


def alike_goods(pair: Pair) -> Mark | None:
    """Goods of the same kind and count, where no sum is told."""
    if pair.sums.likeness is not Likeness.UNSAID:
        return None
    left = {item.what.casefold(): item.count for item in pair.left.items}
    right = {item.what.casefold(): item.count for item in pair.right.items}
    shared = sorted(set(left) & set(right))
    if not shared:
        return Mark(VETO, "no sum to compare, and no goods in common")
    if any(left[what] is not None and right[what] is not None and left[what] != right[what] for what in shared):
        return Mark(VETO, f"other counts of {', '.join(shared)}")
    counted = any(left[what] is not None and left[what] == right[what] for what in shared)
    if not counted and not pair.one_story:
        return Mark(-1.5, f"both tell of {', '.join(shared)}, in no number")
    return Mark(round(2.5 * len(shared) / min(len(left), len(right)), 3), f"both tell of {', '.join(shared)}")


def one_wording_per_report(pair: Pair) -> Mark | None:
    """One report does not state one sum with two figures of one currency, but for what its headline or lead rounds."""
    if not pair.one_report or pair.sums.likeness is not Likeness.ROUNDED or pair.has_headline:
        return None
    if _rounds(pair.left, pair.right) or _rounds(pair.right, pair.left):
        return None
    return Mark(VETO, "one report gives two figures in one currency")


def _rounds(lead: Telling, exact: Telling) -> bool:
    """Tell whether the lead of a report rounds, in so many words, what its text tells to more digits."""
    if lead.mention.section is not Section.LEAD or lead.amount is None or exact.amount is None:
        return False
    return lead.amount.qualifier in LOOSE and precision_of(lead.amount) < precision_of(exact.amount)


def same_mechanism(pair: Pair) -> Mark | None:
    """The same programme carries both."""
    left, right = pair.left.mechanism.casefold(), pair.right.mechanism.casefold()
    if not left or not right:
        return None
    if left == right:
        return Mark(1.5, f"same programme: {pair.left.mechanism}")
    return Mark(-4.0 if pair.one_report else -1.5, f"{pair.left.mechanism} against {pair.right.mechanism}")


def same_purpose(pair: Pair) -> Mark | None:
    """The words for what it is for overlap, or share nothing."""
    left, right = set(pair.left.purpose), set(pair.right.purpose)
    if not left or not right:
        return None
    if shared := sorted(left & right):
        return Mark(1.0, f"both are for: {', '.join(shared)}")
    if min(len(left), len(right)) == 1 or pair.has_headline:
        return Mark(-0.3, "told for other things, in few words")
    weight = -4.0 if pair.one_report and pair.sums.likeness is Likeness.EQUAL else -1.0
    return Mark(weight, "told for other things")


def same_aid_type(pair: Pair) -> Mark | None:
    """The same kind of aid; sums that only meet over a rate are of one kind, or they are two."""
    left, right = pair.left.aid_type, pair.right.aid_type
    if not left or not right or {left, right} & {"mixed", "other"}:
        return None
    if left == right:
        return Mark(0.5, f"both {left}")
    return Mark(-3.0 if pair.sums.likeness is Likeness.CONVERTED else -0.7, f"{left} against {right}")


def running_total(pair: Pair) -> Mark | None:
    """A running total is its own sum; it is not the pledge that a report tells beside it."""
    totals = [telling.novelty == Novelty.CUMULATIVE for telling in (pair.left, pair.right)]
    if not any(totals):
        return None
    return Mark(0.5, "both are running totals") if all(totals) else Mark(-4.0, "one is a running total")


def same_spread(pair: Pair) -> Mark | None:
    """A sum per year is not the sum over all years."""
    left, right = (word_of(telling.statements, "spread") for telling in (pair.left, pair.right))
    if left == right or not left or not right:
        return None
    return Mark(-2.0, f"{left} against {right}")


def same_time(pair: Pair) -> Mark | None:
    """Announced together, or weeks apart; what is said again cannot come before it is said."""
    early, late = sorted((pair.left, pair.right), key=lambda telling: telling.age)
    if early.announced and late.announced:
        gap = max(early.announced.start, late.announced.start) - min(early.announced.end, late.announced.end)
        if gap.days <= EARLY_DAYS:
            return Mark(1.0, "announced at the same time")
        if gap.days > APART_DAYS:
            return Mark(-5.0, f"announced {gap.days} days apart")
    if early.published is None or late.published is None:
        news = not pair.one_story and early.novelty in FRESH and late.novelty in FRESH
        return Mark(-2.0, "told as new of two events, and of one no day is known") if news else None
    return _reported_time(early, late, (late.published - early.published).days)


def _reported_time(early: Telling, late: Telling, days: int) -> Mark | None:
    if early.novelty in FRESH and late.novelty in FRESH and days > APART_DAYS and not _reaches_back(late, early):
        return Mark(VETO, f"two reports call it new, {days} days apart")
    if early.novelty not in FRESH and late.novelty in FRESH and days > EARLY_DAYS:
        return Mark(VETO, "one is told again before the other is announced")
    return Mark(0.5, "reported within days") if days <= APART_DAYS else None


def _reaches_back(late: Telling, early: Telling) -> bool:
    """Tell whether the later report dates the announcement near the day of the earlier report."""
    if late.announced is None or early.published is None:
        return False
    near = dt.timedelta(days=APART_DAYS)
    return late.announced.start - near <= early.published <= late.announced.end + near


def one_story(pair: Pair) -> Mark | None:
    """Both stand in reports of one event."""
    return Mark(2.0, "reports of one event") if pair.one_story else None


def two_stories(pair: Pair) -> Mark | None:
    """Reports of two events tell of one sum only where more than its figure, giver and recipient shows it."""
    if pair.one_story or pair.one_report or pair.sums.likeness is Likeness.UNSAID:
        return None
    early, late = sorted((pair.left, pair.right), key=lambda telling: telling.age)
    days = (late.published - early.published).days if early.published and late.published else 0
    fresh = {early.novelty, late.novelty} <= FRESH and not _reaches_back(late, early)
    if days > EARLY_DAYS and fresh and not _is_odd_news(early, late, pair.sums):
        return Mark(-8.0, f"told as new of two events, {days} days apart")
    if days > EARLY_DAYS and pair.sums.likeness in {Likeness.ROUNDED, Likeness.CONVERTED}:
        return Mark(-2.5, "of two events, and the sums are not quite the same")
    if days > LASTING_DAYS and early.novelty == late.novelty == Novelty.CUMULATIVE:
        return Mark(-2.5, f"running totals of {days} days apart")
    dated = early.published is not None and late.published is not None
    one_round = dated and days <= EARLY_DAYS and not _differ_in_type(early, late)
    if one_round or _shows_plainly(early, late) or (dated and _shows_somewhat(early, late)):
        return None
    return Mark(-2.0 if dated else -3.5, "of two events, and little but the sum is the same")


def _is_odd_news(early: Telling, late: Telling, sums: Comparison) -> bool:
    """Tell whether two events' news is of one odd sum (837 million, no 800 or 825) and nothing tells them apart.

    Within the days that news of one sum is told in, no giver promises the same odd sum to the same twice.
    """
    if sums.likeness is not Likeness.EQUAL or not set(early.gives) & set(late.gives):
        return False
    for_other = bool(early.purpose) and bool(late.purpose) and not set(early.purpose) & set(late.purpose)
    digits = early.sums[0].value.normalize().as_tuple().digits
    odd = len(digits) > TELLING_DIGITS or (len(digits) == TELLING_DIGITS and digits[-1] != 5)  # noqa: PLR2004 - 825
    met = bool(set(early.gets) & set(late.gets))
    return odd and met and not for_other and not _differ_in_type(early, late)


def _differ_in_type(one: Telling, other: Telling) -> bool:
    return len({one.aid_type, other.aid_type} - {"", "mixed", "other"}) > 1


def _shows_plainly(early: Telling, late: Telling) -> bool:
    """Tell whether programme, most of the purpose, day of announcement or words show a sum to be one."""
    if early.mechanism and early.mechanism == late.mechanism:
        return True
    shared = set(early.purpose) & set(late.purpose)
    if (shared and 2 * len(shared) >= min(len(early.purpose), len(late.purpose))) or _reaches_back(late, early):
        return True
    return len(told_words(early) & told_words(late)) >= LIKE_WORDS


def _shows_somewhat(early: Telling, late: Telling) -> bool:
    """Tell whether a word of the purpose or the digits of a sum show it to be one, where both days are known."""
    if set(early.purpose) & set(late.purpose):
        return True
    return bool(early.gets and late.gets) and max(map(precision_of, (early.sums[0], late.sums[0]))) >= TELLING_DIGITS


FEATURES: Final[tuple[Feature, ...]] = (
    told_as_same,
    listed_side_by_side,
    told_as_other,
    told_apart,
    whole_and_part,
    same_provider,
    same_recipient,
    alike_sums,
    alike_goods,
    one_wording_per_report,
    same_mechanism,
    same_purpose,
    same_aid_type,
    running_total,
    same_spread,
    same_time,
    one_story,
    two_stories,
)
