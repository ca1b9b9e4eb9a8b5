"""Tie the sums of one report together: which tell of the same money, and which are part of which."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from pledgebook.model.cues import load_verbs
from pledgebook.model.records import Document, How, Mention, Section, Statement
from pledgebook.model.values import Money, Text

_SAME = Decimal("0.006")  # how far two tellings of one sum may differ, as a share
_PART_BEFORE = re.compile(
    r"\b(?:of which|of this(?: amount| total| sum)?|of the total|of these|includ(?:es|ed|ing)|compris(?:es|ed"
    r"|ing)|consist\w* of|out of (?:it|this|these|that)"
    r"|contain(?:s|ed|ing)|(?:portion|part|share|half|third|quarter|most|some|bulk|majority|remainder"
    r"|rest) of (?:the|this|its|that|these)|split into|divided into|made up of|within this|from this"
    r"|of the funds|of the money|of that|part of the)\b[^.;]{0,140}$",
    re.IGNORECASE,
)
_WHOLE_BEFORE = re.compile(
    r"\b(?:out of (?:the|a)|of the|part of (?:the|a|an))\s+(?:total\s+|overall\s+|wider\s+|larger\s+|broader\s+)*$",
    re.IGNORECASE,
)
_PACKAGE = re.compile(
    r"^\W*(?:the|this|these|of|out of|its|it|also|in addition)?\s*(?:[\w-]+\s+){0,4}?(?:package|funding|funds"
    r"|grants?|sum|amount|contribution|agreement|aid|assistance|support"
    r"|total|pledge|money|commitment|donation|allocation|allocations|programme|program|plan"
    r"|fund)\b[^.]{0,60}?\b(?:includ|compris|consist|contain|cover|will be used"
    r"|is to be|slated to be|detailed|break|are|is made)",
    re.IGNORECASE,
)
_TOTALS = re.compile(r"\b(?:total|overall|so far|since|brings?|brought|bringing|to date)\b", re.IGNORECASE)


class Sum(Struct, frozen=True):
    """One commitment phrase with what it says in money, and whether it is a running total."""

    mention: Mention
    money: tuple[Money, ...]
    running: bool

    @property
    def main(self) -> Money:
        """The sum itself, without its equivalents."""
        return self.money[0]


def _is_equal(left: Money, right: Money) -> bool:
    codes = {left.currency, *left.candidates} & {right.currency, *right.candidates} - {None}
    larger = max(left.value, right.value)
    return bool(codes) and larger > 0 and abs(left.value - right.value) <= _SAME * larger


def share_money(one: Sum, other: Sum) -> bool:
    """Tell whether two phrases say the same sum, in any of the currencies that they give."""
    return any(_is_equal(left, right) for left in one.money for right in other.money)


def _larger(one: Sum, other: Sum) -> bool:
    """Tell whether one sum exceeds another in a currency that both are given in."""
    return any(
        left.value > right.value * Decimal("1.005")
        for left in one.money
        for right in other.money
        if left.currency and left.currency == right.currency
    )


def find_same(sums: Sequence[Sum]) -> dict[str, str]:
    """Return for each phrase that repeats a sum the phrase that it repeats; the first in the body stands for all."""
    body = [one for one in sums if one.mention.section is not Section.TITLE]
    same = dict[str, str]()
    for at, one in enumerate(body):
        for earlier in body[:at]:
            if _repeats(one, earlier):
                same[one.mention.id] = same.get(earlier.mention.id, earlier.mention.id)
                break
    for one in sums:
        if one.mention.section is Section.TITLE:
            match = next((other for other in body if share_money(one, other)), None)
            if match:
                same[one.mention.id] = same.get(match.mention.id, match.mention.id)
    return same


def _repeats(one: Sum, earlier: Sum) -> bool:
    listed = all(any(part.rule.startswith("lead-in") for part in each.mention.parts) for each in (one, earlier))
    apart = one.mention.sentence.start != earlier.mention.sentence.start and not listed
    return apart and one.running == earlier.running and _is_equal(one.main, earlier.main)


def find_wholes(document: Document, sums: Sequence[Sum], same: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return for each phrase that is a part the phrase of its whole, and why."""
    wholes = dict[str, tuple[str, str]]()
    for at, one in enumerate(sums):
        if one.running or one.mention.section is Section.TITLE or one.mention.id in same:
            continue
        found = _whole_after(document, sums, at) or _whole_before(document, sums, at)
        if found:
            whole, why = found
            whole_id = same.get(whole.mention.id, whole.mention.id)
            if whole_id != one.mention.id:
                wholes[one.mention.id] = (whole_id, why)
    return wholes


def _whole_after(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """Return the sum of the same sentence that this one is "out of"."""
    one = sums[at]
    for other in sums[at + 1 : at + 2]:
        between = document.text[one.mention.span.end : other.mention.span.start]
        if (
            other.mention.sentence.start == one.mention.sentence.start
            and _WHOLE_BEFORE.search(between)
            and _larger(other, one)
        ):
            return other, "said to come out of it"
    return None


def _whole_before(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """Return the earlier, larger sum that this one is part of, and why."""
    one = sums[at]
    before = [s for s in sums[:at] if not s.running and s.mention.section is not Section.TITLE and _larger(s, one)]
    here = [s for s in before if s.mention.sentence.start == one.mention.sentence.start]
    if here and _PART_BEFORE.search(document.text[here[-1].mention.span.end : one.mention.span.start]):
        return here[-1], "named as a part of it"
    if not before or any(s.mention.sentence.start == one.mention.sentence.start for s in sums[:at]):
        return _sibling(document, sums, at) if before else None
    why = _part_in_words(document, one.mention)
    if any(part.rule.startswith("lead-in") for part in one.mention.parts):
        return _nearest_whole(before), "an item of the list that it introduces"
    return (before[-1], why) if why else None


def _part_in_words(document: Document, mention: Mention) -> str:
    """Return why a sum's own sentence makes it part of an earlier one, or "" where it does not."""
    if _flows(mention):
        return "money of the report that is set aside, with no giver of its own"
    sentence = document.text[mention.sentence.start : mention.sentence.end]
    told = document.text[mention.sentence.start : mention.span.start]
    return "the package includes it" if _PART_BEFORE.search(told) or _PACKAGE.search(sentence) else ""


def _flows(mention: Mention) -> bool:
    """Tell whether the sum itself is said to go somewhere: "will be used for", "was set aside", with nobody giving."""
    verb = next((part for part in mention.parts if part.role == "verb" and part.group == 0), None)
    if verb is None or not verb.rule.startswith("verb after") or any(part.rule == "agent" for part in mention.parts):
        return False
    known = load_verbs().get(" ".join(verb.span.quote.lower().split()))
    return known is not None and (known.role == "flow" or known.stage in ("allocated", "give", "disbursed"))


def _nearest_whole(before: Sequence[Sum]) -> Sum:
    """Return the nearest earlier sum that is no item of the same list."""
    free = [s for s in before if not any(part.rule.startswith("lead-in") for part in s.mention.parts)]
    return (free or list(before))[-1]


def _sibling(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """A further item of an enumeration belongs where the item before it belongs."""
    before = sums[at - 1] if at else None
    if before is None or before.mention.sentence.start != sums[at].mention.sentence.start or before.running:
        return None
    return _whole_before(document, sums, at - 1)


_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_BACK_BEFORE = re.compile(
    rf"\b(?:last|previous|recent|earlier"
    rf"|{_MONTH})(?:['\N{{RIGHT SINGLE QUOTATION MARK}}]s)?\s+(?:(?!press\b)[\w-]+\s+){{0,4}}$",
    re.IGNORECASE,
)
_BACK_AFTER = re.compile(rf"[^.]{{0,60}}?\b(?:in|last|earlier in)\s+(?:{_MONTH}|month|year)\b")
_WINDOW = 80
_AT_SUMMIT = re.compile(r"\b(?:summit|conference)\b", re.IGNORECASE)


def find_past_summits(document: Document, mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the mentions that stand beside a summit which the report speaks of as past."""
    if not mentions:
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
    for mention, (whole, why) in sorted(find_wholes(document, sums, same).items()):
        yield Statement(mention, "part_of", Text(whole), "whole and part", How.DOCUMENT, None, why)
