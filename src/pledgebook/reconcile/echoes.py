"""Sums told as new of two events within days that may be the same money: a person should look, we do not join them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

import msgspec

from pledgebook.model.ledger import Commitment
from pledgebook.model.values import FRESH
from pledgebook.reconcile.features import APART_DAYS
from pledgebook.reconcile.links import Setting
from pledgebook.reconcile.tellings import Telling
from pledgebook.reconcile.ties import echoes


def mark_echoes(
    commitments: Sequence[Commitment], tellings: Mapping[str, Telling], setting: Setting
) -> tuple[Commitment, ...]:
    """Return the commitments, each with those told as new days before it that may be the same money."""
    by_id = {one.id: one for one in commitments}
    home = {mention: one.id for one in commitments for mention in one.mentions}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for early, late in _propose(tellings.values()):
        first, again = by_id[home[early.id]], by_id[home[late.id]]
        if _may_be_two(first, again) and _is_open(early, late, setting) and echoes(early, late, setting):
            found[again.id].add(first.id)
    kept = {one: _last([by_id[first] for first in of if one not in found.get(first, ())]) for one, of in found.items()}
    return tuple(msgspec.structs.replace(one, echoes=kept[one.id]) if one.id in kept else one for one in commitments)


def _last(told: Sequence[Commitment]) -> tuple[str, ...]:
    """Return the id of the commitment that was announced last, so that of a row each is held against the one before."""
    ordered = sorted((str(one.announced.start) if one.announced else "", one.id) for one in told)
    return tuple(identity for _, identity in ordered[-1:])


def _propose(tellings: Iterable[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs of dated news of one sum by one giver to one getter, days apart, the earlier first."""
    filed: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in tellings:
        for key in _keys(one):
            filed[key].append(one)
    seen = set[tuple[str, str]]()
    for told in filed.values():
        for one, other in combinations(sorted(told, key=lambda telling: telling.age), 2):
            if one.document != other.document and (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield one, other


def _keys(telling: Telling) -> Iterator[str]:
    """Yield where news of one sum meets: giver, getter, sum, and each of two overlapping stretches of days."""
    if telling.published is None or telling.novelty not in FRESH:
        return
    at, width = telling.published.toordinal(), 2 * APART_DAYS
    for giver, getter, money in product(telling.gives, telling.gets, telling.sums):
        for stretch in (f"a{at // width}", f"b{(at + APART_DAYS) // width}"):
            yield f"{giver}>{getter} {money.value.normalize()} {stretch}"


def _may_be_two(first: Commitment, again: Commitment) -> bool:
    """Tell whether two commitments are counted as two, and nothing ties the one to the other."""
    tied = {first.restates, first.part_of, again.restates, again.part_of}
    fresh = first.novelty in FRESH and again.novelty in FRESH
    return first.id != again.id and fresh and not {first.id, again.id} & tied


def _is_open(one: Telling, other: Telling, setting: Setting) -> bool:
    return setting.rulings.between(one.id, other.id) is None
