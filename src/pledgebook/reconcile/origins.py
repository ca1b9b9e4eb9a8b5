"""Which reports of one story retell one original: near copies, rewrites that share rare words in order, credits."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

from pledgebook.model.ledger import Origin
from pledgebook.model.records import content_id
from pledgebook.reconcile.profiles import Profile
from pledgebook.reconcile.stories import NEAR_COPY, Found, sketch_share

RARE_FACTS: Final = 9
ORDERED_FACTS: Final = 7
RARE_SHARE: Final = 0.05
ENOUGH_REPORTS: Final = 4
SHARE_OF_FEW: Final = 0.25
CREDITED_SHARE: Final = 0.15
MOST_SHOWN: Final = 5
SCALES: Final = frozenset({"thous", "milli", "billi", "trill", "perce"})


def find_origins(story: Found) -> tuple[Origin, ...]:
    """Return the origins of a story's reports, sorted by id; what stands alone is an origin of its own."""
    home = {profile.document: profile.document for profile in story.reports}
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    common = _common_facts(story.reports)
    for one, other in combinations(story.reports, 2):
        because = retold(one, other, common)
        if because:
            left, right = home[one.document], home[other.document]
            reasons[min(left, right)] += [because, *(reasons.pop(max(left, right), []) if left != right else [])]
            home = {document: min(left, right) if at in {left, right} else at for document, at in home.items()}
    gathered: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in story.reports:
        gathered[home[profile.document]].append(profile)
    return tuple(sorted((_origin(its, reasons.get(at, [])) for at, its in gathered.items()), key=lambda one: one.id))


def _common_facts(reports: Sequence[Profile]) -> frozenset[str]:
    """Return the pairs of words too common in a story to show that two reports have one source."""
    counts = Counter(fact for profile in reports for fact in profile.facts)
    most = max(2, len(reports) // 4)
    return (
        frozenset(fact for fact, count in counts.items() if count > most)
        if len(reports) >= ENOUGH_REPORTS
        else frozenset()
    )


def retold(one: Profile, other: Profile, common: frozenset[str] | None = None) -> str:
    """Return why two reports go back to one original, "" if nothing shows that they do.

    Args:
        one: A report.
        other: Another of the same story.
        common: Facts that more reports of the story share; None or none where the story has too few to tell.
    """
    share = sketch_share(one, other)
    if share >= NEAR_COPY:
        return f"near copies: {share:.0%} of the wording is the same"
    rare = [fact for fact in one.facts if fact in other.facts and fact not in (common or ()) and not _is_of_sum(fact)]
    smaller = max(min(len(one.facts), len(other.facts)), 1)
    ordered = longest_rise([other.facts[fact] for fact in rare])
    needed = RARE_SHARE if common else SHARE_OF_FEW
    if len(rare) >= RARE_FACTS and ordered >= ORDERED_FACTS and len(rare) >= needed * smaller:
        return f"they alone share {len(rare)} rare word pairs, {ordered} in the same order: {_show(rare, one)}"
    credited = sorted(set(one.credits) & set(other.credits))
    if credited and len(rare) >= CREDITED_SHARE * smaller:
        return f"both credit {', '.join(credited)} and share {len(rare)} word pairs"
    return ""


def _is_of_sum(fact: str) -> bool:
    """Tell whether a pair of words is of a sum, which every report of an event has."""
    return any(word in SCALES or word.isdigit() for word in fact.split())


def longest_rise(places: Iterable[int]) -> int:
    """Return the length of the longest rising run that can be picked from some places, in their order."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)


def _show(facts: Sequence[str], profile: Profile) -> str:
    return ", ".join(f"“{profile.shown[fact]}”" for fact in facts[:MOST_SHOWN])


def _origin(reports: Sequence[Profile], reasons: Sequence[str]) -> Origin:
    documents = tuple(sorted(profile.document for profile in reports))
    credited = tuple(sorted({agency for profile in reports for agency in profile.credits}))
    first = min(reports, key=lambda profile: profile.age).document
    return Origin(content_id("o", first), documents, "; ".join(sorted(set(reasons))) or "stands alone", credited)


def origins_of(origins: Iterable[Origin]) -> Mapping[str, str]:
    """Return the origin of each document."""
    return {document: origin.id for origin in origins for document in origin.documents}
