"""What people decided, as settling needs it: which mentions are the same, which are not, what is set or rejected."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from msgspec import Struct

from pledgebook.model.records import Decision, Verb

TIED_FIELDS: Final = frozenset({"part_of", "restates"})
"""Fields that a person sets to another entry: the first group of anchors is of the one, the second of the other."""


class Ruling(Struct, frozen=True):
    """One standing decision on whether two mentions are the same."""

    decision: str
    same: bool
    by: str
    why: str


class Rulings:
    """The standing decisions of a book; a later one on the same pair outweighs an earlier one."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        standing = standing_decisions(decisions)
        self._pairs: dict[tuple[str, str], Ruling] = {}
        self._touching: defaultdict[str, set[str]] = defaultdict(set)
        self._partners: defaultdict[str, set[str]] = defaultdict(set)
        self._single: defaultdict[str, list[Decision]] = defaultdict(list)
        self._tied: set[tuple[str, str]] = set()
        for decision in standing:
            if decision.verb in {Verb.SAME, Verb.NOT_SAME}:
                self._rule_pairs(decision)
                continue
            spoken_of = decision.anchors[:1] if decision.field in TIED_FIELDS else decision.anchors
            for anchor in sorted({anchor for group in spoken_of for anchor in group}):
                self._single[anchor].append(decision)
            if decision.field in TIED_FIELDS:
                self._tie(decision)

    def _rule_pairs(self, decision: Decision) -> None:
        ruling = Ruling(decision.id, decision.verb is Verb.SAME, decision.by, decision.why)
        for left, right in _crossing(decision.anchors):
            self._pairs[min(left, right), max(left, right)] = ruling
            self._partners[left].add(right)
            self._partners[right].add(left)
            self._touching[left].add(decision.id)
            self._touching[right].add(decision.id)

    def _tie(self, decision: Decision) -> None:
        for left, right in _crossing(decision.anchors) if len(decision.anchors) > 1 else ():
            self._tied.add((min(left, right), max(left, right)))
            self._partners[left].add(right)
            self._partners[right].add(left)

    def tied(self, left: str, right: str) -> bool:
        """Tell whether a person made one of two mentions a part of the other, or a telling again of it."""
        return (min(left, right), max(left, right)) in self._tied

    def between(self, left: str, right: str) -> Ruling | None:
        """Return the standing ruling on two mentions."""
        return self._pairs.get((min(left, right), max(left, right)))

    def touching(self, mention: str) -> tuple[str, ...]:
        """Return the ids of the rulings that speak of a mention, sorted."""
        return tuple(sorted(self._touching.get(mention, ())))

    def partners(self, mention: str) -> tuple[str, ...]:
        """Return the mentions that a ruling calls the same as a mention, not the same, or tied to it, sorted."""
        return tuple(sorted(self._partners.get(mention, ())))

    def on(self, mentions: Iterable[str]) -> tuple[Decision, ...]:
        """Return the standing accept, reject and set decisions on any of some mentions, oldest first."""
        found = {decision.id: decision for mention in mentions for decision in self._single.get(mention, ())}
        return tuple(sorted(found.values(), key=_age))


def standing_decisions(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that no standing later one revokes, oldest first.

    A revocation can itself be revoked; what it revoked then stands again.
    """
    ordered = sorted(decisions, key=_age)
    revoked: set[str] = set()
    for decision in reversed(ordered):
        if decision.verb is Verb.REVOKE and decision.id not in revoked:
            revoked.add(decision.revokes)
    return tuple(d for d in ordered if d.id not in revoked and d.verb is not Verb.REVOKE)


def _crossing(anchors: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of mentions a decision speaks of: across its groups, or within its only one."""
    for place, group in enumerate(anchors):
        for other in anchors[place + 1 :] or ((group,) if len(anchors) == 1 else ()):
            yield from ((left, right) for left, right in product(group, other) if left != right)


def _age(decision: Decision) -> tuple[str, str]:
    return (decision.at.isoformat(), decision.id)
