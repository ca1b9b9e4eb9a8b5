"""Deeds told by several reports gathered into one: a plain grouping by pairs that a judge finds alike."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.tellings import Gathered, Telling

Judge = Callable[[Telling, Telling], float]


class Deed(Gathered, frozen=True):
    """The tellings of one agreement, position, event or person, the first report's first."""


def gather_deeds(tellings: Sequence[Telling], judge: Judge, rulings: Rulings, at: float = 1.0) -> tuple[Deed, ...]:
    """Return tellings in groups: the strongest pairs first, no two that a ruling keeps apart in one group.

    Args:
        tellings: Those of one kind that could meet at all (one story, or one key).
        judge: How alike two tellings are; below zero they must not meet.
        rulings: What people decided.
        at: From which likeness on two tellings join.
    """
    scores = {
        (left.id, right.id): _judged(left, right, judge, rulings)
        for left, right in combinations(sorted(tellings, key=lambda telling: telling.id), 2)
    }
    home = {telling.id: telling.id for telling in tellings}
    members = {telling.id: [telling] for telling in tellings}
    for (left, right), score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
        one, other = home[left], home[right]
        if score < at or one == other or _kept_apart(members[one], members[other], scores):
            continue
        for telling in members[other]:
            home[telling.id] = one
        members[one] += members.pop(other)
    deeds = (Deed(tuple(sorted(group, key=lambda telling: telling.age))) for group in members.values())
    return tuple(sorted(deeds, key=lambda deed: deed.anchor))


def _judged(left: Telling, right: Telling, judge: Judge, rulings: Rulings) -> float:
    ruling = rulings.between(left.id, right.id)
    if ruling is not None:
        return 1000.0 if ruling.same else -1000.0
    return judge(left, right)


def _kept_apart(left: Iterable[Telling], right: Sequence[Telling], scores: Mapping[tuple[str, str], float]) -> bool:
    return any(scores[min(a.id, b.id), max(a.id, b.id)] < 0 for a in left for b in right)


def origins_among(documents: Iterable[str], origins: Mapping[str, str]) -> tuple[str, ...]:
    """Return the origins of some documents, sorted."""
    return tuple(sorted({origins.get(document, document) for document in documents}))
