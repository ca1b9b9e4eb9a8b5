"""Gather the names of a sentence into runs: the members of a list, an owner with what it owns."""

import re
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from pledgebook.model.naming import Named, Surface

Group = tuple[Named, ...]


class Claim(Struct, frozen=True):
    """One witness's word: these names play this role."""

    role: str
    rule: str
    names: Group


_JOINT = re.compile(
    r"\s*(?:(?:,?\s*(?:and|&|or|plus|as well as|together with|along with)|[,/;])\s*(?:the\s+|its\s+)?(?:[a-z]+\s+)?)?$"
)
_AND = re.compile(r"\b(?:and|or|plus|as well as|along with)\b|&")
_JOINT_REACH = 30
_OWNED_GAP = 4  # "Italy's Joint Committee": the genitive ending and a blank
_OWNED = frozenset({Surface.MINISTRY, Surface.ORGANISATION, Surface.OFFICE, Surface.HOLDER})
"""What stands for its owner: "South Korea's foreign ministry"."""
_LANDS = frozenset({Surface.COUNTRY, Surface.REGION})
_LIST = 3  # so many countries with commas alone are a list


def without_owned(names: Iterable[Named], plain: str) -> tuple[Named, ...]:
    """Return the names without those that stand for the owner before them: "South Korea's foreign ministry"."""
    kept = list[Named]()
    for name in names:
        last = kept[-1] if kept else None
        near = last is not None and len(" ".join(plain[last.span.end : name.span.start].split())) <= _OWNED_GAP
        if not (last and last.possessive and near and name.kind in _OWNED):
            kept.append(name)
    return tuple(kept)


def group_names(names: Iterable[Named], plain: str) -> list[Group]:
    """Return the names in the runs that a list with "and" joins; a comma alone only parts a name from the next."""
    groups = list[list[Named]]()
    for name in names:
        last = groups[-1][-1] if groups else None
        gap = len(" ".join(plain[last.span.end : name.span.start].split())) if last else _JOINT_REACH
        if last and gap < _JOINT_REACH and _JOINT.match(plain, last.span.end, name.span.start):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [tuple(part) for group in groups for part in _split_at_commas(group, plain)]


def _split_at_commas(group: list[Named], plain: str) -> list[list[Named]]:
    """Split a run at its commas unless an "and" closes it as a list."""
    gaps = [plain[left.span.end : right.span.start] for left, right in pairwise(group)]
    lands = len(group) >= _LIST and all(name.kind in _LANDS for name in group)
    if lands or any(_AND.search(gap) for gap in gaps) or not any("," in gap for gap in gaps):
        return [group]
    runs = [[group[0]]]
    for gap, name in zip(gaps, group[1:], strict=True):
        if "," in gap:
            runs.append([name])
        else:
            runs[-1].append(name)
    return runs
