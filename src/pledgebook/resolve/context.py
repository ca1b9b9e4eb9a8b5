"""Tie the sums of one report together: which tell of the same money, and which are part of which."""

import re
from collections.abc import Iterator, Mapping, Sequence

from pledgebook.model.records import Document, How, Mention, Section, Statement
from pledgebook.model.timewords import LONG_MONTH
from pledgebook.model.values import Text
from pledgebook.resolve.beside import stands_in_list
from pledgebook.resolve.sums import Shelf, Sum, has_another_giver, is_between_others, is_retold, rounds
from pledgebook.resolve.wholes import find_wholes


def find_same(sums: Sequence[Sum]) -> dict[str, str]:
    """Return for each phrase that repeats a sum the phrase that it repeats; the first in the body stands for all."""
    body = [one for one in sums if one.mention.section is not Section.TITLE]
    same, told, any_money = dict[str, str](), Shelf(), Shelf()
    for at, one in enumerate(body):
        earlier = next((body[place] for place in told.find_near(one.main) if _repeats(one, body[place])), None)
        if earlier:
            same[one.mention.id] = same.get(earlier.mention.id, earlier.mention.id)
        told.add(one.main, at, _kind_of(one))
        for money in one.money:
            any_money.add(money, at, ())
    for one in sums:
        if one.mention.section is Section.TITLE:
            first = min((place for money in one.money for place in any_money.find_near(money)), default=None)
            first = _find_rounded(one, body) if first is None else first
            if first is not None:
                same[one.mention.id] = same.get(body[first].mention.id, body[first].mention.id)
    return same


def _find_rounded(title: Sum, body: Sequence[Sum]) -> int | None:
    """Return where the body says in more digits what a title rounds, None where it does not."""
    places = range(min(len(body), _NEAR_TITLE))
    return next((at for at in places if any(rounds(t, money) for t in title.money for money in body[at].money)), None)


def find_apart(sums: Sequence[Sum], same: Mapping[str, str]) -> dict[str, str]:
    """Return for each sum that is said to be another than an equal one before it the phrase of that one."""
    told, apart = Shelf(), dict[str, str]()
    for at, one in enumerate(sums):
        if one.mention.section is Section.TITLE:
            continue
        if _is_another(one) and one.mention.id not in same:
            earlier = next((sums[place] for place in told.find_near(one.main) if not _is_another(sums[place])), None)
            if earlier:
                apart[one.mention.id] = same.get(earlier.mention.id, earlier.mention.id)
        told.add(one.main, at, _kind_of(one))
    return apart


def _kind_of(one: Sum) -> tuple[object, ...]:
    """Return all that tells whether a later equal sum repeats this one, but for its sentence."""
    who = (one.givers, one.receivers, one.gives, one.outright)
    return one.running, stands_in_list(one.mention), _is_another(one), *who


def _repeats(one: Sum, earlier: Sum) -> bool:
    """Tell whether a sum is told again: apart from an equal one, of the same lands, and not as another one."""
    apart = one.mention.sentence.start != earlier.mention.sentence.start
    if not apart or (stands_in_list(one.mention) and stands_in_list(earlier.mention)) or one.running != earlier.running:
        return False
    return (
        is_retold(one.main, earlier.main)
        and not is_between_others(one, earlier)
        and not has_another_giver(one, earlier)
        and (not _is_another(one) or _is_another(earlier))
    )


def _is_another(one: Sum) -> bool:
    """Tell whether the words before a sum set it apart from an equal one: "an additional", "the remaining"."""
    mention = one.mention
    return bool(_ANOTHER.search(mention.sentence.quote, 0, mention.span.start - mention.sentence.start))


_ANOTHER = re.compile(
    r"\b(?:another|an? (?:additional|further|extra|second|separate|new)|the (?:remaining|other|second|remainder of)"
    r"|the (?:rest|balance),?|also\s+(?:(?:will|would|to)\s+)?(?:receive|get|give|provide|contribute|donate|pledge"
    r"|allocate)(?:s|d|ed)?)\s+(?:(?:about|around|some|over|nearly|almost|approximately|roughly|US)\s+)?$",
    re.IGNORECASE,
)
_NEAR_TITLE = 40  # sums of the body that a title may round
_BACK_BEFORE = re.compile(
    rf"\b(?:last|previous|recent|earlier"
    rf"|{LONG_MONTH})(?:['\N{{RIGHT SINGLE QUOTATION MARK}}]s)?\s+(?:(?!press\b)[\w-]+\s+){{0,4}}$",
    re.IGNORECASE,
)
_BACK_AFTER = re.compile(rf"[^.]{{0,60}}?\b(?:in|last|earlier in)\s+(?:{LONG_MONTH}|month|year)\b")
_WINDOW = 80
_AT_SUMMIT = re.compile(r"\b(?:summit|conference)\b", re.IGNORECASE)


def find_past_summits(document: Document, mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the mentions that stand beside a summit which the report speaks of as past."""
    folded = document.text.casefold() if mentions else ""
    if "summit" not in folded and "conference" not in folded:
        return frozenset()
    past = {
        found.group().lower()
        for found in _AT_SUMMIT.finditer(document.text)
        if _lies_back(document.text, found.start(), found.end())
    }
    return frozenset(
        mention.id
        for mention in mentions
        if past & {found.lower() for found in _AT_SUMMIT.findall(mention.sentence.quote)}
    )


def _lies_back(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a summit put it in the past: "last G7 summit", "the summit in June"."""
    return bool(
        _BACK_BEFORE.search(text, max(0, start - _WINDOW), start) or _BACK_AFTER.match(text, end, end + _WINDOW)
    )


def state_ties(document: Document, sums: Sequence[Sum]) -> Iterator[Statement]:
    """Yield which phrases repeat others, and which are parts of which."""
    same = find_same(sums)
    for mention, first in sorted(same.items()):
        yield Statement(
            mention, "same_as", Text(first), "same money", How.DOCUMENT, None, "the report says the same sum there"
        )
    for mention, first in sorted(find_apart(sums, same).items()):
        why = "the report calls it another sum than the equal one before it"
        yield Statement(mention, "apart_from", Text(first), "another sum", How.DOCUMENT, None, why)
    for mention, (whole, why) in sorted(find_wholes(document, sums, same).items()):
        yield Statement(mention, "part_of", Text(whole), "whole and part", How.DOCUMENT, None, why)
