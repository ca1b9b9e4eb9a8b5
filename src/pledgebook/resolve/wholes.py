"""Which sums of one report are part of which: by the words between them, by their list, by who pledged together."""

import re
from collections.abc import Callable, Mapping, Sequence

from pledgebook.model.cues import cue_for, load_verbs
from pledgebook.model.records import Document, Mention, Section
from pledgebook.model.values import Novelty
from pledgebook.resolve.adding import find_filling
from pledgebook.resolve.sums import Sum, is_larger, may_hold

_PART_BEFORE = re.compile(
    r"\b(?:of which|of this(?: amount| total| sum)?|of the total|of these|includ(?:es?|ed|ing)|compris(?:es?|ed"
    r"|ing)|consist\w* of|out of (?:it|this|these|that)"
    r"|contain(?:s|ed|ing)|(?:portion|part|share|half|third|quarter|most|some|bulk|majority|remainder"
    r"|rest) of (?:the|this|its|that|these)|split into|divided into|made up of|within this|from this"
    r"|of the funds|of the money|of that|part of the|instal?lments of|tranches of"
    r"|half (?:the|this|its)|the (?:remaining|balance|remainder|rest))\b[^.;]{0,140}$",
    re.IGNORECASE,
)
_OF_AFTER = re.compile(
    r"(?:\s*\([^()]{0,80}\))?\s+of (?:"
    r"which (?:is|are|was|were|will|would|has|have|had|went|goes|go|came|comes)\b"
    r"|(?:the|this|that|these|its|their)\s+(?:(?:new|total|overall|same|entire|whole|combined|initial)\s+)*"
    r"(?:money|funds?|funding|total|amount|sum|package|aid|assistance|support|budget|grants?|loan|allocation|pledge"
    r"|contribution|commitment|envelope|financing|proceeds)\b)",
    re.IGNORECASE,
)
_MAKES_UP = re.compile(
    r"^\W*(?:this|that|it|these|the (?:sum|amount|money|pledge|grant|contribution|funding|payment|loan))\s+"
    r"(?:now\s+|also\s+)?(?:constitutes?|represents?|is|was|makes? up|accounts? for|forms?|comes? (?:from|out of))"
    r"\s+(?:about|around|roughly|nearly|almost|over|more than|just)?\s*(?:(?:the|a|an|one)?\s*(?:majority|bulk|most"
    r"|part|half|third|quarter|share|portion|tranche|instal?lment|component|[a-z]+ (?:tranche|instal?lment|part|phase))"
    r"|\d+(?:\.\d+)?\s?(?:%|per ?cent))\s+of\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s+(?:from|out of)\s+(?:the|a|an|its|this|that)?\s*$", re.IGNORECASE)
_TOTAL = re.compile(r"\btotal\b", re.IGNORECASE)
_ADDED = re.compile(r"\b(?:additional|further|another|extra)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_NOTHING_NEW = r"(?:total|overall|wider|larger|broader|bigger|full|whole|aid|financial|new|current)"
_WHOLE_BEFORE = re.compile(
    r"\b(?:out of (?:the|a)|of the|under (?:the|a|an|its)|part of (?:the|a|an|its|their)"
    r"|(?:tranche|instal?lment|portion|phase|component|share|payment) (?:of|from|under) (?:a|an|the|its|their))\s+"
    rf"(?:{_NOTHING_NEW}\s+)*(?:(?:package|programme|program|loan|plan|facility|fund|deal|arrangement|commitment)\s+"
    r"(?:worth|of|totall?ing|valued at|amounting to)\s+)?$",
    re.IGNORECASE,
)
_SHARE_BEFORE = re.compile(
    r"\b(?:third|half|quarter|fifth|most|part|portion|share|bulk|majority|percent|per cent|%) of"
    r" (?:the|its|this|that|a)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_SUMMED_BEFORE = re.compile(r"\b(?:reaching|totall?ing|adding up to|summing to)\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_SUMMED_AFTER = re.compile(r"\s*(?:in total|altogether|in all|all told)\b", re.IGNORECASE)
_OWN_PACKAGE = re.compile(
    r"\balso\s+(?:announc|approv|pledg|sign|adopt|unveil|reserv|launch|(?:been )?(?:provided|given|extended|sent))",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\bincluding\s+[^,;$]{6,},?\s+and\s+$", re.IGNORECASE)
_EVEN = re.compile(r"\b(?:each|apiece|separately|(?:per|a|every) (?:year|month)|annually)\b", re.IGNORECASE)
_ALONE = re.compile(
    r"\bwith\s+[^,.;]{1,40}?\s+(?:alone\s+)?(?:committing|pledging|contributing|promising|giving|providing|offering"
    r"|donating|accounting for)\s+(?:[\w-]+\s+){0,2}$"
)
_ALLOTTED = re.compile(
    r"\b(?:be|been|was|were|being)\s+(?:allocated|allotted|given|granted|awarded|offered|promised|assigned)\s+"
    r"(?:[\w-]+\s+){0,3}$"
)
_ASIDE_FROM = re.compile(
    r"^\W*(?:another|an? (?:additional|further|second)|additionally|in addition|moreover|also|separately|furthermore"
    r"|besides|meanwhile)\b",
    re.IGNORECASE,
)
_MOST_SHARES = 12
_SURE = 0.8  # weight from which a cue says that a sum was told before
_SHORT_LINE = 60  # characters of a line that only labels a sum
_TOGETHER = (
    r"(?:(?:ha(?:ve|s|d)|today|yesterday|also|together|jointly|collectively|succeeded in|ended with|(?:on|in|at) \w+)"
    r"\s+){0,3}"
)
_POOL = re.compile(
    r"\b(?i:donors?|leaders|community|participants|nations|governments|countries|states|partners|conference|summit"
    rf"|meeting)\s+{_TOGETHER}"
    r"(?:pledge[sd]?|raise[sd]?|mobili[sz](?:e[sd]?|ing)|promise[sd]?|commit(?:s|ted)?)\b"
    r"|(?<!s )(?<!ir )(?<!its )\b[Pp]ledges (?:of|for|totall?ing|worth|amounting|close|came|reached|exceed\w*)\b"
    r"|\bin pledges\b"
    r"|\b(?:was|were|been|dollars|euros|million|billion) (?:pledged|raised|mobili[sz]ed)\b(?! by (?:the )?[A-Z])",
)
_SEVERAL = re.compile(
    r"\b(?:projects|operations|programmes|agreements|grants|loans|initiatives|measures|deals|schemes)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:worth|valued at|totall?ing|amounting to|with a value of|with a total)\b[^.;$€£]{0,30}$",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:had|originally|previously)\b", re.IGNORECASE)
_ALSO_GIVEN = re.compile(r"\b(?:approved|signed(?: off on)?|agreed|financ(?:ed?|es|ing)|grant|loan)\b", re.IGNORECASE)
_GIVERS_LISTED = re.compile(
    r"\b(?:contributions|pledges|donations|sums|amounts) (?:came|come) from\b"
    r"|\b(?:donors|contributors|givers) (?:were|are)\b"
)
_GATHERING = re.compile(
    r"\b(?i:donors?|leaders|community|conference|summit|participants|countries|nations|appeal|fund|replenishment)\b",
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


def find_wholes(document: Document, sums: Sequence[Sum], same: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return for each phrase that is a part the phrase of its whole, and why."""
    sums = [one for one in sums if one.mention.section is not Section.TITLE or one.mention.id not in same]
    wholes = dict[str, tuple[str, str]]()
    for at in range(len(sums)):
        _place(wholes, same, sums[at], _first_of(_ALWAYS, document, sums, at))
    for at in _told_once(sums, same):
        _place(wholes, same, sums[at], _first_of(_FIRM, document, sums, at))
    for one, whole in find_filling(sums, same, wholes):
        _place(wholes, same, one, (whole, "it and its neighbours add up to it"))
    pools = find_pools(sums, same)
    for at in _told_once(sums, same):
        if sums[at].mention.id not in wholes:
            found = _first_of(_LIKELY, document, sums, at) or _pledged_together(pools, sums, at, wholes)
            _place(wholes, same, sums[at], found)
    return wholes


def _told_once(sums: Sequence[Sum], same: Mapping[str, str]) -> list[int]:
    """Return where the sums stand that the body tells for the first time and that are no running totals."""
    return [
        at
        for at, one in enumerate(sums)
        if not one.running and one.mention.id not in same and one.mention.section is not Section.TITLE
    ]


def _place(
    wholes: dict[str, tuple[str, str]], same: Mapping[str, str], one: Sum, found: tuple[Sum, str] | None
) -> None:
    """Enter a sum as part of another, unless it has its place, is in the title, or holds the other."""
    first = same.get(one.mention.id, one.mention.id)
    if found is None or first in wholes or one.mention.section is Section.TITLE:
        return
    whole = same.get(found[0].mention.id, found[0].mention.id)
    if whole != first and wholes.get(whole, ("", ""))[0] != first:
        wholes[first] = (whole, found[1])


def _first_of(rules: "Sequence[Rule]", document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    return next((found for rule in rules if (found := rule(document, sums, at))), None)


def _is_beside(one: Sum, other: Sum) -> bool:
    return one.mention.sentence.start == other.mention.sentence.start


def _out_of(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """Return the sum of the same sentence that this one is "out of", "under" or "a tranche of"."""
    one = sums[at]
    for other in sums[at + 1 : at + 2]:
        between = document.text[one.mention.span.end : other.mention.span.start]
        if _is_beside(one, other) and _WHOLE_BEFORE.search(between) and may_hold(other, one):
            return other, "said to come out of it"
        if _is_beside(one, other) and _FROM.fullmatch(between) and _gets(one.mention) and is_larger(other, one):
            return other, "what somebody gets out of it"
        if not _is_beside(one, other) and is_larger(other, one):
            told = document.text[other.mention.sentence.start : other.mention.span.start]
            return (other, "the next sentence calls it a part") if _MAKES_UP.search(told) else None
    return None


def _of_it(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """Return the sum that this one is "of": "3 million of which went to", "3 million of the new money"."""
    one = sums[at]
    if not _OF_AFTER.match(document.text, one.mention.span.end):
        return None
    before = _larger_before(sums, at)
    behind = [s for s in sums[at + 1 : at + 2] if _is_beside(s, one) and is_larger(s, one)]
    whole = behind or before[-1:]
    return (whole[0], "said to be so much of it") if whole else None


def _share_of(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """Return the sum right before, of which this one says the share: "a third of the $9 million, $3 million"."""
    one, other = sums[at], sums[at - 1] if at else sums[at]
    told = document.text[other.mention.sentence.start : other.mention.span.start]
    if _is_beside(one, other) and _SHARE_BEFORE.search(told) and is_larger(other, one):
        return other, "the share of it that the sentence speaks of"
    return None


def _summed_up(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """Return the later sum of the same sentence that this one and its neighbours reach together."""
    one = sums[at]
    for other in sums[at + 1 :]:
        if not _is_beside(one, other):
            return None
        before = document.text[one.mention.span.end : other.mention.span.start]
        behind = _SUMMED_AFTER.match(document.text, other.mention.span.end)
        if (_SUMMED_BEFORE.search(before) or behind) and is_larger(other, one):
            return other, "the sums of the sentence add up to it"
    return None


def _whole_before(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """Return the earlier, larger sum that this one is part of, and why."""
    one = sums[at]
    before = _larger_before(sums, at)
    here = [s for s in before if _is_beside(s, one)]
    between = document.text[here[-1].mention.span.end : one.mention.span.start] if here else ""
    if here and (_PART_BEFORE.search(between) or _ALONE.search(between)) and not _ASIDE.search(between):
        return here[-1], "named as a part of it"
    if not before or any(_is_beside(s, one) for s in sums[:at]):
        return _sibling(document, sums, at) if before else None
    why = _part_in_words(document, one.mention)
    if _is_listed(one):  # items of a list without a sum above them are nobody's parts
        above = [s for s in before if not _is_listed(s)]
        return (above[-1], "an item of the list that it introduces") if above else None
    return (before[-1], why) if why else None


def _is_listed(one: Sum) -> bool:
    return any(part.rule.startswith("lead-in") for part in one.mention.parts)


def _larger_before(sums: Sequence[Sum], at: int) -> list[Sum]:
    return [s for s in sums[:at] if not s.running and is_larger(s, sums[at])]


def _labelled_line(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """Return the sum above a table whose line this one is: "Samoa: 4 million" and no more."""
    del document
    mention, before = sums[at].mention, _larger_before(sums, at)
    labelled = any(part.rule == "labelled" for part in mention.parts)
    if not labelled or not before or len(mention.sentence.quote) > _SHORT_LINE or _has_verb(mention):
        return None
    above = [s for s in before if not any(part.rule == "labelled" for part in s.mention.parts)]
    return (above[-1], "a line of the table below it") if above else None


def _row_below(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """Return the total above a table whose row this one is: "| 3 million to Chad |" and no more."""
    del document
    if not _is_row(sums[at].mention):
        return None
    above = [s for s in _larger_before(sums, at) if not _is_row(s.mention)]
    total = bool(above) and _TOTAL.search(above[-1].mention.sentence.quote)
    return (above[-1], "a row of the table below the total") if total else None


def _is_row(mention: Mention) -> bool:
    return len(mention.sentence.quote) <= _SHORT_LINE and not _has_verb(mention)


def _receives(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """Return the sum before out of which somebody "will receive" this one, with no other giver named."""
    before = [s for s in _larger_before(sums, at) if not _is_received(s.mention) and not _is_allotted(document, s)]
    if not before or not _is_received(sums[at].mention):
        return None
    return _nearest_whole(before), "what somebody will get out of it"


def _is_allotted(document: Document, one: Sum) -> bool:
    """Tell whether somebody "has been allocated" the sum."""
    return bool(_ALLOTTED.search(document.text, one.mention.sentence.start, one.mention.span.start))


def _gets(mention: Mention) -> bool:
    """Tell whether the sum is what somebody gets."""
    verb = next((part for part in mention.parts if part.role == "verb" and part.group == 0), None)
    known = load_verbs().get(" ".join(verb.span.quote.lower().split())) if verb else None
    return known is not None and known.role == "get"


def _is_received(mention: Mention) -> bool:
    """Tell whether somebody "will receive" the sum, with nobody named who gives it."""
    verb = next((part for part in mention.parts if part.role == "verb" and part.group == 0), None)
    known = load_verbs().get(" ".join(verb.span.quote.lower().split())) if verb else None
    if verb is None or known is None or _names_giver(mention):
        return False
    return known.role == "get" and "modal" in verb.rule


def _even_share(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """Return the sum that a few shares of this size make: "two million each" of four."""
    one = sums[at]
    if not _is_even(sums, at, document):
        return None
    for other in (*reversed(sums[:at]), *(s for s in sums[at + 1 :] if _is_beside(s, one))):
        shares = other.main.value / one.main.value if one.main.value else 0
        whole = other.main.currency == one.main.currency and shares in range(2, _MOST_SHARES + 1)
        if whole and other.mention.section is not Section.TITLE:
            return other, "a few shares of this size make it"
    return None


def _is_even(sums: Sequence[Sum], at: int, document: Document) -> bool:
    """Tell whether "each" or "a year" is said of a sum itself: behind it, or before it where it is the only one."""
    here = sums[at].mention
    beside = [s.mention for s in sums[max(0, at - 1) : at + 2] if _is_beside(s, sums[at]) and s is not sums[at]]
    right = min((m.span.start for m in beside if m.span.start > here.span.start), default=here.sentence.end)
    left = here.span.end if beside else here.sentence.start
    return bool(_EVEN.search(document.text, left, right))


def _one_of_several(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """Return the sum that several projects are worth, of which this one is signed or approved."""
    one = sums[at]
    if not _ALSO_GIVEN.search(one.mention.sentence.quote) or _is_told_before(one.mention):
        return None
    for other in reversed(_larger_before(sums, at)):
        told = document.text[other.mention.sentence.start : other.mention.span.start]
        if not _is_beside(one, other) and _SEVERAL.search(" ".join(told.split())):
            return other, "one of the several things that are worth it together"
    return None


def find_pools(sums: Sequence[Sum], same: Mapping[str, str]) -> tuple[Sum, ...]:
    """Return the sums that many givers pledged together, each by the phrase that stands for it."""
    ids = {
        same.get(one.mention.id, one.mention.id)
        for one in sums
        if _POOL.search(quote := " ".join(one.mention.sentence.quote.split())) and _GATHERING.search(quote)
    }
    return tuple(one for one in sums if one.mention.id in ids)


def _pledged_together(
    pools: Sequence[Sum], sums: Sequence[Sum], at: int, wholes: dict[str, tuple[str, str]]
) -> tuple[Sum, str] | None:
    """Return the total of a pledging conference that a named giver's sum belongs to."""
    one = sums[at]
    named = _names_giver(one.mention) or _GIVERS_LISTED.search(one.mention.sentence.quote)
    if not named or _is_told_before(one.mention) or one in pools:
        return None
    for pool in reversed(pools):
        if _fits_in(one, pool, [s for s in sums if wholes.get(s.mention.id, ("", ""))[0] == pool.mention.id]):
            return pool, "one giver's pledge at the same gathering"
    return None


def _names_giver(mention: Mention) -> bool:
    return any(part.role == "provider" and ":" not in part.rule for part in mention.parts)


def _is_told_before(mention: Mention) -> bool:
    if _BACK.search(mention.sentence.quote[: mention.span.start - mention.sentence.start]):
        return True
    return any(
        cue.value in (Novelty.RESTATED, Novelty.CUMULATIVE) and cue.weight >= _SURE
        for part in mention.parts
        if part.role == "novelty"
        for cue in cue_for(part.span.quote, "novelty")
    )


def _fits_in(one: Sum, pool: Sum, parts: Sequence[Sum]) -> bool:
    """Tell whether a pool has room for a sum beside the parts already placed there."""
    if one.main.currency != pool.main.currency:
        return one.main.value < pool.main.value
    taken = sum(part.main.value for part in parts if part.main.currency == pool.main.currency)
    return taken + one.main.value < pool.main.value


def _part_in_words(document: Document, mention: Mention) -> str:
    """Return why a sum's own sentence makes it part of an earlier one, or "" where it does not."""
    told = document.text[mention.sentence.start : mention.span.start]
    apart = _ADDED.search(told) or _ASIDE_FROM.match(told)
    if _flows(mention) and not apart:
        return "money of the report that is set aside, with no giver of its own"
    sentence = document.text[mention.sentence.start : mention.sentence.end]
    if _OWN_PACKAGE.search(told):
        return ""
    return "the package includes it" if _PART_BEFORE.search(told) or _PACKAGE.search(sentence) else ""


def _flows(mention: Mention) -> bool:
    """Tell whether the sum itself is said to go somewhere: "will be used for", "was set aside", with nobody giving."""
    verb = next((part for part in mention.parts if part.role == "verb" and part.group == 0), None)
    if verb is None or not verb.rule.startswith("verb after"):
        return False
    if any(part.rule == "agent" or part.rule.startswith("subject") for part in mention.parts):
        return False
    known = load_verbs().get(" ".join(verb.span.quote.lower().split()))
    return known is not None and (known.role == "flow" or known.stage in ("allocated", "give", "disbursed"))


def _has_verb(mention: Mention) -> bool:
    return any(part.role == "verb" and not part.rule.startswith("lead-in") for part in mention.parts)


def _nearest_whole(before: Sequence[Sum]) -> Sum:
    """Return the nearest earlier sum that is no item of the same list."""
    free = [s for s in before if not any(part.rule.startswith("lead-in") for part in s.mention.parts)]
    return (free or list(before))[-1]


def _sibling(document: Document, sums: Sequence[Sum], at: int) -> tuple[Sum, str] | None:
    """A further item of an enumeration belongs where the item before it belongs."""
    before = sums[at - 1] if at else None
    if before is None or before.mention.sentence.start != sums[at].mention.sentence.start or before.running:
        return None
    return _first_of((_of_it, *_FIRM, *_LIKELY), document, sums, at - 1)


Rule = Callable[[Document, Sequence[Sum], int], tuple[Sum, str] | None]

_ALWAYS: tuple[Rule, ...] = (_out_of, _of_it, _share_of, _summed_up)
"""Rules that also hold for what is told twice, and between running totals."""

_FIRM: tuple[Rule, ...] = (_whole_before, _labelled_line, _row_below)
"""Words and layout that make what is told once a part."""

_LIKELY: tuple[Rule, ...] = (_receives, _even_share, _one_of_several)
"""What makes it one where no sums add up."""
