"""Which reports tell of one event: by their sums, events, agreements, words and days."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, combinations, product
from typing import Final

from msgspec import Struct

from pledgebook.model.records import content_id
from pledgebook.model.values import Money
from pledgebook.reconcile.links import NATIVE_CELL, cells_in
from pledgebook.reconcile.money import Likeness, compare_same_currency, currencies_of, precision_of
from pledgebook.reconcile.profiles import Profile
from pledgebook.reconcile.tellings import Telling

STORY_AT: Final = 3.0
APART_AT: Final = -2.0
ONE_FORM: Final = 0.35
UNDATED: Final = -2.0
ROUND_OF_NEWS: Final = 3
STORY_DAYS: Final = 10
MONTHS_APART: Final = 60
LONGEST_STORY: Final = 21
BANDS: Final = 16
NEAR_COPY: Final = 0.45
COUNTRY_CODE: Final = 3
LIKE_WORDING: Final = 0.15
SMALLEST_SHARE: Final = 0.05


class Tie(Struct, frozen=True):
    """How strongly two reports tell of one event, and the words for it."""

    left: str
    right: str
    score: float
    because: tuple[str, ...]


class Found(Struct, frozen=True):
    """One story: its id, and its reports from the first to the last."""

    id: str
    reports: tuple[Profile, ...]


Sign = Callable[[Profile, Profile], tuple[float, str] | None]


def near_copy(one: Profile, other: Profile) -> tuple[float, str] | None:
    """Most of their runs of words are the same."""
    share = sketch_share(one, other)
    return (6.0, f"{share:.0%} of their wording is the same") if share >= NEAR_COPY else None


def shared_sums(one: Profile, other: Profile) -> tuple[float, str] | None:
    """They tell of the same sums by the same givers; a sum of few digits says less."""
    shared = _shared_sums(one.tellings, other.tellings)
    if not shared:
        return None
    weight = min(sum(1.3 if digits == 1 else 2.0 for digits in shared), 5.0)
    return weight, f"they share {len(shared)} {'sum' if len(shared) == 1 else 'sums'} by the same giver"


def _shared_sums(left: Sequence[Telling], right: Sequence[Telling]) -> list[int]:
    """Return how many digits each sum has that both tell of the same giver, 1 where one names no recipient."""
    shared: dict[str, int] = {}
    for one, other in product(left, right):
        if _may_be_one(one, other) and (digits := _equal_digits(one, other)):
            told = f"{one.amount and one.amount.value.normalize()}"
            shared[told] = max(shared.get(told, 1), digits if one.gets and other.gets else 1)
    return list(shared.values())


def _may_be_one(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings have a giver in common, and recipients as far as both name them."""
    met = not one.gets or not other.gets or not set(one.gets).isdisjoint(other.gets)
    return met and not set(one.gives).isdisjoint(other.gives)


def _equal_digits(one: Telling, other: Telling) -> int:
    """Return the digits of a sum that both tell, 0 if there is none."""
    return next((precision_of(money) for money, likeness in _likenesses(one, other) if likeness is Likeness.EQUAL), 0)


def _likenesses(one: Telling, other: Telling) -> Iterator[tuple[Money, Likeness]]:
    """Yield how alike the sums of two tellings are, where they may be in one currency."""
    for money, second in product(one.sums, other.sums):
        if set(currencies_of(money)) & set(currencies_of(second)):
            yield money, compare_same_currency(money, second)


def _round_alike(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Tell whether two reports may tell of one sum of the same giver, one of them rounded."""
    return any(
        _may_be_one(one, other) and any(likeness is Likeness.ROUNDED for _, likeness in _likenesses(one, other))
        for one, other in product(left, right)
    )


def shared_event(one: Profile, other: Profile) -> tuple[float, str] | None:
    """They tell of the same party at the same kind of event in the same place."""
    shared = sorted(one.events & other.events)
    return (2.0, f"both tell of the {shared[0].split()[0]}") if shared else None


def shared_agreements(one: Profile, other: Profile) -> tuple[float, str] | None:
    """They tell of an agreement of the same kind between the same parties."""
    return (1.0, "both tell of one agreement") if one.agreements & other.agreements else None


def shared_words(one: Profile, other: Profile) -> tuple[float, str] | None:
    """They share more pairs of telling words than reports of two events do (3 to 10 % against up to 3 %)."""
    share = fact_share(one, other)
    if share < SMALLEST_SHARE:
        return None
    return min(30 * share, 3.0), f"they share {share:.0%} of their telling words"


def fact_share(one: Profile, other: Profile) -> float:
    """Return how much of the telling words of the shorter of two reports the other has too."""
    smaller = min(len(one.facts), len(other.facts))
    return len(one.facts.keys() & other.facts.keys()) / smaller if smaller else 0.0


def shared_route(one: Profile, other: Profile) -> tuple[float, str] | None:
    """In both the same party gives to the same party."""
    shared = sorted(_routes(one) & _routes(other))
    return (1.0, f"both tell of help {shared[0].replace('>', ' to ')}") if shared else None


def _routes(profile: Profile) -> set[str]:
    """Return who gives to whom in a report."""
    return {f"{giver}>{getter}" for t in profile.tellings for giver, getter in product(t.gives, t.gets)}


def shared_people(one: Profile, other: Profile) -> tuple[float, str] | None:
    """The same people act in both."""
    shared = sorted(one.people & other.people)
    return (min(0.5 * len(shared), 1.5), f"both name {', '.join(shared)}") if shared else None


def other_sums(one: Profile, other: Profile) -> tuple[float, str] | None:
    """Both tell of sums and share none: two uses of one form of words (memoranda, weekly notes), not one event."""
    if not one.tellings or not other.tellings or shared_sums(one, other) is not None:
        return None
    if not all(any(telling.sums for telling in profile.tellings) for profile in (one, other)):
        return None
    if _round_alike(one.tellings, other.tellings):
        return None
    weight = -9.0 if fact_share(one, other) >= ONE_FORM else -1.0
    return weight, "each tells of sums that the other does not have"


def other_times(one: Profile, other: Profile) -> tuple[float, str] | None:
    """What they tell of was announced months apart."""
    days = [[t.announced for t in profile.tellings if t.announced] for profile in (one, other)]
    if not all(days):
        return None
    gap = max(min(p.start for p in told) for told in days) - min(max(p.end for p in told) for told in days)
    return (-4.0, f"what they tell of lies {gap.days} days apart") if gap.days > MONTHS_APART else None


def days_between(one: Profile, other: Profile) -> tuple[float, str] | None:
    """They came out days apart: what they share may have been said of another event of the week."""
    days = _days_apart(one, other)
    return (-1.0, f"they came out {days} days apart") if days > ROUND_OF_NEWS else None


def day_unknown(one: Profile, other: Profile) -> tuple[float, str] | None:
    """Of one of them no day is known: what they share may have been said again in another year."""
    if one.published is not None and other.published is not None:
        return None
    return UNDATED, "no day is known of one of them, so they may be of other years"


def one_round(one: Profile, other: Profile) -> tuple[float, str] | None:
    """They came out within a round of news, and one party gives the same sum to the same party in both."""
    if one.published is None or other.published is None or _days_apart(one, other) > ROUND_OF_NEWS:
        return None
    told = product(one.tellings, other.tellings)
    same = any(set(a.gets) & set(b.gets) and _may_be_one(a, b) and _equal_digits(a, b) for a, b in told)
    return (1.0, "they came out within days, of one sum by and for the same") if same else None


def other_getters(one: Profile, other: Profile) -> tuple[float, str] | None:
    """In each the same party gives to another country alone: a ministry's news of two places, in its usual words."""
    (gives, gets), (gives_too, gets_too) = _given_to(one), _given_to(other)
    if not gets or not gets_too or gets & gets_too or not gives & gives_too:
        return None
    if not all(len(key) == COUNTRY_CODE and key.isupper() for key in gets | gets_too):
        return None
    return -3.0, f"one tells of help to {', '.join(sorted(gets))}, the other to {', '.join(sorted(gets_too))}"


def _given_to(profile: Profile) -> tuple[set[str], set[str]]:
    """Return who gives and who gets in a report, as far as it says so itself."""
    gives = {giver for telling in profile.tellings for giver in telling.gives}
    return gives, {getter for telling in profile.tellings if telling.gets_firmly for getter in telling.gets}


def other_leads(one: Profile, other: Profile) -> tuple[float, str] | None:
    """Of one no day is known, and the sum that one tells first is not in the other: what they share is background."""
    if one.published is not None and other.published is not None:
        return None
    first, first_too = _first_sum(one), _first_sum(other)
    alike = one.events & other.events or one.agreements & other.agreements or fact_share(one, other) >= LIKE_WORDING
    if first is None or first_too is None or alike:
        return None
    if _is_told_in(first, other) and _is_told_in(first_too, one):
        return None
    return -2.0, "no day is known of one of them, and the first sum of one is not in the other"


def _first_sum(profile: Profile) -> Telling | None:
    return min((one for one in profile.tellings if one.sums), key=lambda one: one.place, default=None)


def _is_told_in(told: Telling, profile: Profile) -> bool:
    return any(
        likeness is not Likeness.UNLIKE for telling in profile.tellings for _, likeness in _likenesses(told, telling)
    )


SIGNS: Final[tuple[Sign, ...]] = (
    near_copy,
    shared_sums,
    shared_route,
    one_round,
    shared_event,
    shared_agreements,
    shared_words,
    shared_people,
    other_sums,
    other_times,
    other_getters,
    other_leads,
    days_between,
    day_unknown,
)


def tie_reports(one: Profile, other: Profile) -> Tie | None:
    """Return how strongly two reports tell of one event, below zero where they do not; None if nothing shows."""
    if _days_apart(one, other) > STORY_DAYS:
        return None
    left, right = sorted((one, other), key=lambda profile: profile.document)
    found = [sign_of for sign in SIGNS if (sign_of := sign(left, right)) is not None]
    score = round(sum(weight for weight, _ in found), 6)
    return Tie(left.document, right.document, score, tuple(words for _, words in found)) if found else None


def _days_apart(one: Profile, other: Profile) -> int:
    if one.published is None or other.published is None:
        return 0
    return abs((one.published - other.published).days)


def sketch_share(one: Profile, other: Profile) -> float:
    """Return about how much of their wording two reports share; 0 where one has no sketch or another version's."""
    if not one.sketch or len(one.sketch) != len(other.sketch) or one.made_by != other.made_by:
        return 0.0
    return sum(a == b for a, b in zip(one.sketch, other.sketch, strict=True)) / len(one.sketch)


def story_keys(profile: Profile) -> tuple[str, ...]:
    """Return the keys under which a report can be found by those that may tell of the same event.

    Each key is a mark (a sum of a giver, who gives to whom, an event, a stretch of the sketch) and a stretch of days;
    stretches overlap, so that reports within ten days of each other share one. The undated lie apart, and the dated
    once more where they can be found by them.
    """
    return _keyed(_marks(profile), (*_stretches(profile.published), "dated" if profile.published else "undated"))


def sought_keys(profile: Profile) -> tuple[str, ...]:
    """Return the keys under which a report looks for those that may tell of the same event."""
    when = ("undated",) if profile.published else ("dated", "undated")
    return _keyed(_marks(profile), (*_stretches(profile.published), *when))


def _keyed(marks: Iterable[str], when: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(f"{mark} @{at}" for mark in marks for at in when))


def _stretches(day: dt.date | None) -> tuple[str, ...]:
    if day is None:
        return ()
    width = 2 * STORY_DAYS
    return (f"a{day.toordinal() // width}", f"b{(day.toordinal() + STORY_DAYS) // width}")


def _marks(profile: Profile) -> set[str]:
    marks = {f"event {key}" for key in profile.events} | {f"agreement {key}" for key in profile.agreements}
    marks |= _routes(profile)
    for telling in profile.tellings:
        for money in telling.sums:
            places = product(telling.gives, currencies_of(money), cells_in(money, NATIVE_CELL))
            marks.update(f"{giver} {currency} {cell}" for giver, currency, cell in places)
    rows = len(profile.sketch) // BANDS
    for band in range(BANDS if rows else 0):
        marks.add(f"band {band} {' '.join(map(str, profile.sketch[band * rows : (band + 1) * rows]))}")
    return marks


def propose_ties(profiles: Sequence[Profile]) -> Iterator[Tie]:
    """Yield the tie of each two reports that bear one mark and stand near enough in time."""
    under: defaultdict[str, list[Profile]] = defaultdict(list)
    marks = {profile.document: sorted(_marks(profile)) for profile in profiles}
    for profile in profiles:
        for key in _keyed(marks[profile.document], _stretches(profile.published) or ("undated",)):
            under[key].append(profile)
    undated = [profile for profile in profiles if profile.published is None]
    dated_under = _under_marks((p for p in profiles if p.published is not None), marks) if undated else {}
    seen: set[tuple[str, str]] = set()
    pairs = (pair for reports in under.values() for pair in combinations(reports, 2))
    mixed = ((one, other) for one in undated for mark in marks[one.document] for other in dated_under.get(mark, ()))
    for one, other in chain(pairs, mixed):
        met = (min(one.document, other.document), max(one.document, other.document))
        if met not in seen:
            seen.add(met)
            if (tie := tie_reports(one, other)) is not None:
                yield tie


def choose_ties(profiles: Sequence[Profile]) -> tuple[Tie, ...]:
    """Return the strongest tie of each report of a story to another of them, the strongest first, each once."""
    ties = sorted(propose_ties(profiles), key=lambda tie: (-tie.score, tie.left, tie.right))
    strongest: dict[str, Tie] = {}
    for tie in ties:
        for document in (tie.left, tie.right):
            strongest.setdefault(document, tie)
    return tuple(tie for tie in ties if tie in strongest.values())


def _under_marks(profiles: Iterable[Profile], marks: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[Profile]]:
    """Return reports by the marks they bear."""
    under: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for mark in marks[profile.document]:
            under[mark].append(profile)
    return under


def find_stories(profiles: Sequence[Profile]) -> tuple[Found, ...]:
    """Return the stories of some reports, sorted by id: the strongest ties first, none longer than three weeks."""
    members = {profile.document: [profile] for profile in profiles}
    home = {document: document for document in members}
    ties = sorted(propose_ties(profiles), key=lambda tie: (-tie.score, tie.left, tie.right))
    apart = {(tie.left, tie.right) for tie in ties if tie.score <= APART_AT}
    for tie in ties:
        left, right = home[tie.left], home[tie.right]
        if tie.score < STORY_AT:
            break
        if left == right or not _may_meet(members[left], members[right], apart):
            continue
        keep, lose = (left, right) if len(members[left]) >= len(members[right]) else (right, left)
        for profile in members[lose]:
            home[profile.document] = keep
        members[keep] += members.pop(lose)
    found = (tuple(sorted(reports, key=lambda profile: profile.age)) for reports in members.values())
    return tuple(sorted((Found(content_id("y", r[0].document), r) for r in found), key=lambda story: story.id))


def _may_meet(left: Sequence[Profile], right: Sequence[Profile], apart: AbstractSet[tuple[str, str]]) -> bool:
    """Tell whether two groups of reports can be one story: none of them kept apart, and not too long together."""
    if _length([*left, *right]) > LONGEST_STORY:
        return False
    pairs = ((one.document, other.document) for one in left for other in right)
    return not any((min(pair), max(pair)) in apart for pair in pairs)


def _length(reports: Sequence[Profile]) -> int:
    days: list[dt.date] = [profile.published for profile in reports if profile.published]
    return (max(days) - min(days)).days if days else 0
