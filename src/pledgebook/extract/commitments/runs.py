"""Gather the names of a sentence into runs: the members of a list, an owner with what it owns."""

import re
from collections.abc import Iterable
from functools import lru_cache
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
    r"(?:\s*\([A-Z][^()\d]{0,19}\))?\s*(?:(?:,?\s*(?:[Aa]nd|&|or|plus|as well as|together with"
    r"|along with)|[,/;])\s*(?:the\s+|its\s+)?(?:[a-z]+\s+)?)?$"
)
_AND = re.compile(r"\b(?:[Aa]nd|or|plus|as well as|along with)\b|&")
_JOINT_REACH = 30
_BRACKETED = re.compile(r"\s*\([A-Z][^()\d]{0,19}\)")
_OWNED_GAP = 4  # "Italy's Joint Committee": the genitive ending and a blank
_DESCRIBES = re.compile(r"-(?:based|led|born|made|run|style|registered|hosted|wide|speaking)\b")
_COMPOUND = re.compile(r"[-\u2013][A-Z]")
_STATE_OWNED = re.compile(
    r"^['\u2019]s? (?:state|government|publicly)-(?:owned|run|controlled|backed)(?: [a-z]+){0,2}$"
)
_OWNED = frozenset({Surface.MINISTRY, Surface.ORGANISATION, Surface.OFFICE, Surface.HOLDER})
"""What stands for its owner: "South Korea's foreign ministry"."""
_DESCRIBED = frozenset({Surface.GROUP, Surface.ORGANISATION, Surface.FUND, Surface.COMPANY})
_LANDS = frozenset({Surface.COUNTRY, Surface.REGION})
_BODIES = frozenset({Surface.ORGANISATION, Surface.FUND})
_BEFORE = re.compile(r"([\w'\u2019]+|[,;:(])\s*(?:the\s+|its\s+|our\s+|a\s+|an\s+)?$", re.IGNORECASE)
OCCASION = re.compile(
    r"\s*(?:['\u2019]s?\s+)?(?:[\w\u2019'-]+\s+){0,2}?(?:summit|meeting|conference|forum|ministerial|leaders"
    r"|session|talks|ceremony|visit|invasion|aggression|war)\b",
    re.IGNORECASE,
)
_SHORT_OWNER = re.compile(r"\([A-Z][\w-]{1,9}\)['\u2019]s?")
_REST = re.compile(r"\s*,?\s*(?:and|as well as)\s+(?:an?|the|other|others|many|several|some|more|two|three)\b")
_OTHERS = re.compile(r",?\s*(?:and|as well as|among)\s+(?:many\s+|several\s+|some\s+|the\s+)?others?\b")

"""What closes a list of names with one who has none: "France, Chad and others"."""
_PAIR = 2
_LIST = 3  # so many countries with commas alone are a list


def without_owned(names: Iterable[Named], plain: str) -> tuple[Named, ...]:
    """Return the names without those that only say another again.

    That is what stands for the owner before it ("South Korea's foreign ministry"), the short form in brackets
    behind a name ("Acme Relief Fund (ARF)"), and what only tells where or by whom a thing is ("the Oslo-based").
    """
    kept = list[Named]()
    for name in names:
        last = kept[-1] if kept else None
        gap = " ".join(plain[last.span.end : name.span.start].split()) if last else ""
        if last and _is_narrower(last, name, gap):
            kept[-1] = name
            continue
        owned = last and last.possessive and len(gap) <= _OWNED_GAP and name.kind in _OWNED
        owned = owned or (last and last.possessive and _STATE_OWNED.search(gap) is not None)
        again = last and gap == "(" and plain[name.span.end : name.span.end + 1] == ")" and _is_short_form(last, name)
        if not (owned or again or _describes(name, plain)):
            kept.append(name)
    return tuple(kept)


def _is_narrower(last: Named, name: Named, gap: str) -> bool:
    """Tell whether a name takes the place of its owner's: "Africa's Sahel", "the United Nations' CERF"."""
    if not ((last.possessive and len(gap) <= _OWNED_GAP) or _SHORT_OWNER.fullmatch(gap)):
        return False
    region = {last.kind, name.kind} == {Surface.REGION}
    return region or (last.kind is Surface.ORGANISATION and bool(name.code) and name.kind in _BODIES)


def _describes(name: Named, plain: str) -> bool:
    """Tell whether a name only tells of which kind a thing is; an agency is named with the land it works in."""
    at_work = name.kind in _OWNED and name.kind is not Surface.HOLDER
    return _DESCRIBES.match(plain, name.span.end) is not None or (
        not at_work and _COMPOUND.match(plain, name.span.end) is not None
    )


def without_describing(names: Group, plain: str) -> Group:
    """Return names that act without the adjectives before bodies and groups: "Chadian NGOs" are not Chad."""
    return tuple(
        name
        for at, name in enumerate(names)
        if name.kind is not Surface.ADJECTIVE
        or at + 1 == len(names)
        or names[at + 1].kind not in _DESCRIBED
        or plain[name.span.end : names[at + 1].span.start].strip()
    )


def _is_short_form(full: Named, short: Named) -> bool:
    """Tell whether a name in brackets can be the short form of the one before, not another party."""
    same = (full.code or full.name.casefold()) == (short.code or short.name.casefold())
    return same or (short.kind in _OWNED | {Surface.FUND, Surface.UNKNOWN} and short.span.quote.isupper())


def group_names(names: Iterable[Named], plain: str) -> list[Group]:
    """Return the names in the runs that a list with "and" joins; a comma alone only parts a name from the next."""
    groups = list[list[Named]]()
    for name in names:
        last = groups[-1][-1] if groups else None
        between = _BRACKETED.sub("", plain[last.span.end : name.span.start]) if last else ""
        gap = len(" ".join(between.split())) if last else _JOINT_REACH
        if last and gap < _JOINT_REACH and _JOINT.match(plain, last.span.end, name.span.start):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [tuple(part) for group in groups for part in _split_at_commas(group, plain)]


def _split_at_commas(group: list[Named], plain: str) -> list[list[Named]]:
    """Split a run at its commas unless an "and" closes it as a list."""
    gaps = [plain[left.span.end : right.span.start] for left, right in pairwise(group)]
    lands = len(group) >= _LIST and (
        all(name.kind in _LANDS for name in group)
        or (all(name.code for name in group) and _REST.match(plain, group[-1].span.end) is not None)
    )
    if len(group) == _PAIR and _OTHERS.match(plain, group[-1].span.end):
        alike = (name.kind in _LANDS for name in group)
        lands = len({*alike}) == 1 and word_before(plain, group[0].span.start) not in ("in", "at")
    closed = next((at for at, gap in enumerate(gaps) if _AND.search(gap)), len(gaps))
    after = next((at for at in range(closed + 1, len(gaps)) if "," in gaps[at] and not _AND.search(gaps[at])), None)
    if after is not None and not lands:  # "in Chad and Mali, Norway": the list ends with its last member
        return [group[: after + 1], *_split_at_commas(group[after + 1 :], plain)]
    if lands or any(_AND.search(gap) for gap in gaps) or not any("," in gap for gap in gaps):
        return [group]
    runs = [[group[0]]]
    for gap, name in zip(gaps, group[1:], strict=True):
        if "," in gap:
            runs.append([name])
        else:
            runs[-1].append(name)
    return runs


@lru_cache(maxsize=256)
def word_before(plain: str, start: int) -> str:
    """Return the word before a place, articles passed over, in lower case; "according" for "according to"."""
    found = _BEFORE.search(plain, max(0, start - 40), start)
    if not found:
        return ""
    word = found.group(1).lower()
    return (
        "according"
        if word == "to" and plain[max(0, found.start(1) - 11) : found.start(1)].lower().endswith("according ")
        else word
    )
