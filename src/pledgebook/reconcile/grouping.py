"""Tellings gathered into groups, one for each commitment, by the strongest links first and against no veto."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from pledgebook.model.ledger import Link
from pledgebook.reconcile.features import VETO
from pledgebook.reconcile.links import DECIDED, JOIN_AT, Setting, propose_pairs, score_pair
from pledgebook.reconcile.tellings import Gathered, Telling

FORBIDS: Final = VETO / 2
WITNESSES: Final = 24
MOST_APART: Final = 3
WORTH_TELLING: Final = -5.0


class Group(Gathered, frozen=True):
    """The tellings of one commitment, the first report's first, with the links that joined them and near misses."""

    links: tuple[Link, ...]
    apart: tuple[Link, ...]


class Gathering:
    """Groups while they grow: each telling starts alone, and two groups merge where nothing between them forbids."""

    def __init__(self, tellings: Iterable[Telling], setting: Setting) -> None:
        self._setting = setting
        self._tellings = {telling.id: telling for telling in tellings}
        self._home = {one: one for one in self._tellings}
        self._members = {one: [telling] for one, telling in self._tellings.items()}
        self._scores: dict[tuple[str, str], Link] = {}

    def link(self, one: Telling, other: Telling) -> Link:
        """Return the link between two tellings, scored once."""
        key = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if key not in self._scores:
            self._scores[key] = score_pair(one, other, self._setting)
        return self._scores[key]

    def join(self, link: Link) -> bool:
        """Merge the groups of a link's two tellings unless something between the groups forbids it."""
        left, right = self._home[link.left], self._home[link.right]
        if left == right:
            return False
        if link.score < DECIDED / 2 and not self._may_merge(left, right):
            return False
        keep, lose = (left, right) if len(self._members[left]) >= len(self._members[right]) else (right, left)
        for telling in self._members[lose]:
            self._home[telling.id] = keep
        self._members[keep] = sorted(self._members[keep] + self._members.pop(lose), key=lambda telling: telling.age)
        return True

    def _may_merge(self, left: str, right: str) -> bool:
        """Tell whether no pair across two groups is forbidden, and they agree on the whole."""
        total = 0.0
        for one in self._members[left][:WITNESSES]:
            for other in self._members[right][:WITNESSES]:
                score = self.link(one, other).score
                if score <= FORBIDS:
                    return False
                total += score
        return total >= 0

    def home_of(self, mention: str) -> str:
        """Return the key of the group a mention is in."""
        return self._home[mention]

    def is_one_story(self, link: Link, setting: Setting) -> bool:
        """Tell whether the two tellings of a link stand in reports of one event."""
        left, right = self._tellings[link.left].document, self._tellings[link.right].document
        return setting.stories.get(left, left) == setting.stories.get(right, right)

    def groups(self) -> Iterable[Sequence[Telling]]:
        """Return the groups as they stand, each from the first report to the last."""
        return self._members.values()


def group_tellings(tellings: Sequence[Telling], setting: Setting, beside: Iterable[Telling] = ()) -> tuple[Group, ...]:
    """Return the tellings in groups of one commitment each, sorted by anchor, whatever order they came in.

    Args:
        tellings: Those to group.
        setting: What they are judged in.
        beside: Others that none of them is linked to; they only show what the tellings were kept apart from.
    """
    wanted = {telling.id for telling in tellings}
    every = [*tellings, *(telling for telling in beside if telling.id not in wanted)]
    gathering = Gathering(every, setting)
    links = [gathering.link(one, other) for one, other in propose_pairs(every, setting)]
    links.sort(key=lambda link: (-link.score, link.left, link.right))
    used: defaultdict[str, list[Link]] = defaultdict(list)
    near: list[Link] = []
    for link in links:
        if link.score < JOIN_AT or not gathering.join(link):
            near.append(link)
        else:
            used[link.left].append(link)
    apart = _near_misses(near, gathering, setting)
    groups = [members for members in gathering.groups() if members[0].id in wanted]
    return tuple(sorted((_close(members, used, apart) for members in groups), key=lambda group: group.anchor))


def _near_misses(near: Sequence[Link], gathering: Gathering, setting: Setting) -> dict[str, list[Link]]:
    """Return, by mention, the few strongest links within its story that did not join, as links that say so."""
    apart: defaultdict[str, list[Link]] = defaultdict(list)
    for link in near:
        if link.score < WORTH_TELLING or gathering.home_of(link.left) == gathering.home_of(link.right):
            continue
        if not gathering.is_one_story(link, setting):
            continue
        for mention in (link.left, link.right):
            if len(apart[mention]) < MOST_APART:
                apart[mention].append(
                    Link(link.left, link.right, joined=False, score=link.score, features=link.features)
                )
    return apart


def _close(members: Sequence[Telling], used: dict[str, list[Link]], apart: dict[str, list[Link]]) -> Group:
    ids = [telling.id for telling in members]
    links = sorted(
        (link for one in ids for link in used.get(one, ())), key=lambda link: (-link.score, link.left, link.right)
    )
    misses = {(link.left, link.right): link for one in ids for link in apart.get(one, ())}
    strongest = sorted(misses.values(), key=lambda link: (-link.score, link.left, link.right))[:MOST_APART]
    return Group(tuple(members), tuple(links), tuple(strongest))
