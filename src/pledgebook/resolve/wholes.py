"""Which sums of one report are part of which: by the words between them, by their list, by who pledged together."""

import re
from collections.abc import Sequence

from pledgebook.model.cues import load_verbs
from pledgebook.model.records import Document, Mention, Section
from pledgebook.resolve.sums import Sum, is_larger

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
            and is_larger(other, one)
        ):
            return other, "said to come out of it"
    return None


def _whole_before(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """Return the earlier, larger sum that this one is part of, and why."""
    one = sums[at]
    before = [s for s in sums[:at] if not s.running and s.mention.section is not Section.TITLE and is_larger(s, one)]
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
