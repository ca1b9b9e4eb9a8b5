"""By which words, and in which lists, one sum of a report is told to be part of another."""

import re
from collections.abc import Callable, Sequence

from pledgebook.model.cues import load_verbs
from pledgebook.model.records import Document, Mention
from pledgebook.resolve.beside import own_verbs, stands_in_list
from pledgebook.resolve.lineup import Lineup
from pledgebook.resolve.sums import Sum, is_larger, is_told_before, may_hold, names_giver

_PART_BEFORE = re.compile(
    r"\b(?:of which|of this(?: amount| total| sum)?|of the total|of these|includ(?:es?|ed|ing)|compris(?:es?|ed"
    r"|ing)|consist\w* of|out of (?:it|this|these|that)"
    r"|contain(?:s|ed|ing)|(?:portion|part|share|half|third|quarter|most|some|bulk|majority|remainder"
    r"|rest) of (?:the|this|its|that|these)|split into|divided into|made up of|within this|from this"
    r"|of the funds|of the money|of that|part of the|instal?lments of|tranches of"
    r"|(?:largest|biggest|main|smallest|first|second|third|final|last) (?:portion|part|share|slice|chunk)"
    r"|half (?:the|this|its)|the (?:remaining|balance|remainder|rest))\b[^.;]{0,140}$",
    re.IGNORECASE,
)
_WITH = re.compile(r"\(with\s+(?:(?:about|around|over|nearly|almost|more|than|some|up|to|an?)\s+)*$", re.IGNORECASE)
_OF_AFTER = re.compile(
    r"(?:\s*\([^()]{0,80}\))?\s+(?:from (?:this|that) (?:bill|package|fund|facility|loan|allocation|budget|act|law)\b"
    r"|of (?:"
    r"which (?:is|are|was|were|will|would|has|have|had|went|goes|go|came|comes)\b"
    r"|(?:the|this|that|these|its|their)\s+(?:(?:new|total|overall|same|entire|whole|combined|initial)\s+)*"
    r"(?:money|funds?|funding|total|amount|sum|package|aid|assistance|support|budget|grants?|loan|allocation|pledge"
    r"|contribution|commitment|envelope|financing|proceeds)\b))",
    re.IGNORECASE,
)
_MAKES_UP = re.compile(
    r"^\W*(?:this|that|it|these|the)(?:\s+[\w-]+){0,4}?\s+"
    r"(?:now\s+|also\s+)?(?:constitutes?|represents?|is|was|makes? up|accounts? for|forms?|comes? (?:from|out of))"
    r"\s+(?:about|around|roughly|nearly|almost|over|more than|just)?\s*(?:(?:the|a|an|one)?\s*(?:majority|bulk|most"
    r"|part|half|third|quarter|share|portion|tranche|instal?lment|component|[a-z]+ (?:tranche|instal?lment|part|phase))"
    r"|\d+(?:\.\d+)?\s?(?:%|per ?cent))\s+of\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_GIVEN_UNDER = re.compile(
    r"^\W*(?:[^.;]{0,60}\b(?:said|says?|reports?|added|noted)\s+(?:that\s+)?)?"
    r"(?:this|that|it|these|those|the|its|their)\b(?:\s+[\w-]+){0,5}?\s+(?:(?:has|have|had)\s+been|is|are|was"
    r"|were|will be|comes?|came)\s+(?:being\s+|also\s+)?(?:(?:extended|provided|funded|financed|made|given|disbursed"
    r"|paid|drawn|taken|released|supported|signed|(?:included|contained|counted|covered)(?=\s+(?:in|by)))\s+)?"
    r"(?:a\s+)?(?:part of|under|through|from|within|out of|in|by)\s+"
    r"(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s+(?:from|out of)\s+(?:the|a|an|its|this|that)?\s*$", re.IGNORECASE)
_LEADS_ON = re.compile(r"\bincluding\b|\bas follows\b|:\W*$", re.IGNORECASE)
_TOTAL = re.compile(r"\btotal\b", re.IGNORECASE)
_BESIDES = re.compile(
    r"\b(?:on top of|in addition to|apart from|aside from|besides|alongside|beyond|separate(?:ly)? from|other than)\b"
    r"[^.;]{0,90}$",
    re.IGNORECASE,
)
_ADDED = re.compile(r"\b(?:additional|further|another|extra)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_NOTHING_NEW = r"(?:total|overall|wider|larger|broader|bigger|full|whole|aid|financial|new|current)"
_WHOLE_BEFORE = re.compile(
    r"\b(?:out of (?:the|a)|of the|under (?:the|a|an|its)|part of (?:the|a|an|its|their)"
    r"|(?:tranche|instal?lment|portion|phase|component|share|payment) (?:of|from|under) (?:a|an|the|its|their))\s+"
    rf"(?:{_NOTHING_NEW}\s+)*(?:(?:package|programme|program|loan|plan|facility|fund|deal|arrangement|commitment)\s+"
    r"(?:worth|of|totall?ing|valued at|amounting to)\s+)?$",
    re.IGNORECASE,
)
_OF_THIS = re.compile(
    r"^\W*(?:out\s+of|from|of)\s+(?:this|that)\b(?:\s+(?:total|amount|sum|money|funding|aid|allocation)){0,2}\s*,\s",
    re.IGNORECASE,
)
_OF_THE_SUM = re.compile(
    r"^\W*(?:out\s+of|from|of|within)\s+(?:the|this|that|its|their|these)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)
_ROW_LABEL = re.compile(r"^\W*[A-Z][^:.;]{1,50}:\s*(?:[a-z-]+\s+){0,3}[A-Z]{0,4}[$\u20ac\xa3\xa5]?\d")
"""A line that begins with a name, a colon and a sum."""

_INCLUDING = re.compile(r"\b(?:including|of which)\b", re.IGNORECASE)
_WILL_DO = re.compile(
    r"(?:\([^)]*\)\s*)?(?:in|of)\s[^.;]{0,70}?\bwill\s+(?:also\s+)?(?:be\s+(?:used|spent|invested|directed)|provide|support|fund"
    r"|help|go|finance|address|cover|assist)\b",
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
_FARTHEST = 40  # sums of a sentence that are looked at
_SHORT_LINE = 60  # characters of a line that only labels a sum
_SEVERAL = re.compile(
    r"\b(?:projects|operations|programmes|agreements|grants|loans|initiatives|measures|deals|schemes)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:worth|valued at|totall?ing|amounting to|with a value of|with a total)\b[^.;$€£]{0,30}$",
    re.IGNORECASE,
)
_ALSO_GIVEN = re.compile(r"\b(?:approved|signed(?: off on)?|agreed|financ(?:ed?|es|ing)|grant|loan)\b", re.IGNORECASE)
_PACKAGE = re.compile(
    r"^\W*(?:the|this|these|of|out of|its|it|also|in addition)?\s*(?:[\w-]+\s+){0,4}?(?:package|funding|funds"
    r"|grants?|sum|amount|contribution|agreement|aid|assistance|support"
    r"|total|pledge|money|commitment|donation|allocation|allocations|programme|program|plan"
    r"|fund)\b[^.]{0,60}?\b(?:includ|compris|consist|contain|cover|will be used"
    r"|is to be|slated to be|detailed|break|are|is made)",
    re.IGNORECASE,
)


def first_of(rules: "Sequence[Rule]", lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the whole that the first rule finds which finds one, and why; None where none does."""
    return next((found for rule in rules if (found := rule(lineup, at))), None)


def is_beside_the_rest(lineup: Lineup, at: int) -> bool:
    """Tell whether the words before a sum set it beside what was told: "on top of that", "in addition to its"."""
    return bool(_BESIDES.search(lineup.before(lineup.sums[at])))


def out_of(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the sum that comes next in the sentence and that this one is "out of", "from" or "a tranche of"."""
    one = lineup.sums[at]
    if not lineup.is_beside(at, at + 1):
        return None
    other = lineup.sums[at + 1]
    between = lineup.between(one, other)
    if _WHOLE_BEFORE.search(between) and may_hold(other, one):
        return other, "said to come out of it"
    got = _FROM.fullmatch(between) and is_gotten(lineup.document, one.mention) and is_larger(other, one)
    return (other, "what somebody gets out of it") if got else None


def called_a_part(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the larger sum of the next sentence that calls this one its part, or given under or out of it."""
    one = lineup.sums[at]
    if at + 1 >= len(lineup.sums) or lineup.is_beside(at, at + 1):
        return None
    other = lineup.sums[at + 1]
    told = lineup.before(other)
    if (_MAKES_UP.search(told) or _GIVEN_UNDER.search(told)) and may_hold(other, one):
        return other, "the next sentence calls it a part"
    return None


def of_it(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the sum that this one is "of": "3 million of which went to", "3 million of the new money"."""
    one = lineup.sums[at]
    if not _OF_AFTER.match(lineup.document.text, one.mention.span.end):
        return None
    behind = lineup.sums[at + 1] if lineup.is_beside(at, at + 1) else None
    whole = behind if behind is not None and is_larger(behind, one) else lineup.find_larger(at)
    return (whole, "said to be so much of it") if whole else None


def of_this(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the sum told right before a sentence that opens with "Of this": all its sums are shares."""
    one, above = lineup.sums[at], at - 1
    if not _OF_THIS.match(lineup.before(one)):
        return None
    while lineup.is_beside(at, above):
        above -= 1
    if above < 0 or not is_larger(lineup.sums[above], one):
        return None
    return lineup.sums[above], "the sentence before tells of the whole"


def of_the_sum(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the sum that a sentence opens with, whose shares its others are: "Of the 9 million, 3 million"."""
    first = at
    while lineup.is_beside(at, first - 1):
        first -= 1
    whole = lineup.sums[first]
    if first == at or not is_larger(whole, lineup.sums[at]) or not _OF_THE_SUM.match(lineup.before(whole)):
        return None
    return whole, "the sentence opens with the whole"


def of_running(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the running total of the same sentence that a running sum is included in."""
    one, above = lineup.sums[at], at - 1
    while one.running and lineup.is_beside(at, above):
        whole = lineup.sums[above]
        between = lineup.between(whole, one)
        if whole.running and is_larger(whole, one) and _INCLUDING.search(between) and not _ASIDE.search(between):
            return whole, "included in a running total"
        above -= 1
    return None


def spent_too(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the whole of the part told before, where this sum opens the next sentence and will be used."""
    one = lineup.sums[at]
    told, behind = lineup.before(one), lineup.document.text[one.mention.span.end : one.mention.sentence.end]
    if told.strip(" *_-") or not _WILL_DO.match(" ".join(behind.split())) or names_giver(one.mention):
        return None
    found = sibling(lineup, at) if at else None
    return (found[0], "a further share of it") if found and is_larger(found[0], one) else None


def share_of(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the sum right before, of which this one says the share: "a third of the $9 million, $3 million"."""
    one, other = lineup.sums[at], lineup.sums[at - 1]
    if not lineup.is_beside(at, at - 1) or not is_larger(other, one) or not _SHARE_BEFORE.search(lineup.before(other)):
        return None
    return other, "the share of it that the sentence speaks of"


def summed_up(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the later sum of the same sentence that this one and its neighbours reach together."""
    one = lineup.sums[at]
    for place in range(at + 1, at + _FARTHEST):
        if not lineup.is_beside(at, place):
            return None
        other = lineup.sums[place]
        behind = _SUMMED_AFTER.match(lineup.document.text, other.mention.span.end)
        if (behind or _SUMMED_BEFORE.search(lineup.between(one, other))) and is_larger(other, one):
            return other, "the sums of the sentence add up to it"
    return None


def whole_before(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the earlier, larger sum that this one is part of, and why."""
    one, nearest = lineup.sums[at], lineup.find_larger(at)
    if nearest is None:
        return None
    if nearest.mention.sentence.start == one.mention.sentence.start:
        between = lineup.between(nearest, one)
        told = _PART_BEFORE.search(between) or _ALONE.search(between) or _WITH.search(between)
        if told and not _ASIDE.search(between):
            return nearest, "named as a part of it"
    if lineup.is_beside(at, at - 1):
        return sibling(lineup, at)
    if is_listed(lineup.document, one.mention):  # items of a list without a sum above them are nobody's parts
        above = lineup.find_larger(at, is_listed)
        return (above, "an item of the list that it introduces") if above else None
    why = _part_in_words(lineup.document, one.mention)
    return (nearest, why) if why else None


def sibling(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return where the item before in an enumeration belongs, for a further item belongs there too."""
    if lineup.sums[at - 1].running:
        return None
    if at - 1 not in lineup.siblings:
        lineup.siblings[at - 1] = first_of((of_it, *FIRM, *LIKELY), lineup, at - 1)
    return lineup.siblings[at - 1]


def item_of_total(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the running total above a list that it introduces: "has given 9 million in all, including:"."""
    one, above = lineup.sums[at], at - 1
    if not is_listed(lineup.document, one.mention):
        return None
    while above >= max(0, at - _FARTHEST) and is_listed(lineup.document, lineup.sums[above].mention):
        above -= 1
    total = lineup.sums[above] if above >= 0 else one
    led = total.running and is_larger(total, one) and _LEADS_ON.search(total.mention.sentence.quote)
    return (total, "an item of the list below the total") if led else None


def labelled_line(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the sum above a table whose line this one is: "Samoa: 4 million" and no more."""
    mention = lineup.sums[at].mention
    if not is_labelled(lineup.document, mention):
        return None
    if not is_row(lineup.document, mention) and not _is_one_of_rows(lineup, at):
        return None
    above = lineup.find_larger(at, is_labelled)
    return (above, "a line of the table below it") if above else None


def _is_one_of_rows(lineup: Lineup, at: int) -> bool:
    """Tell whether a sum stands behind the label of its line, and so does the sum of the line before or behind."""
    here = lineup.sums[at].mention.sentence.start
    near = {lineup.sums[place].mention for place in range(max(0, at - 2), min(len(lineup.sums), at + 3))}
    rows = {one.sentence.start for one in near if _ROW_LABEL.match(one.sentence.quote)}
    return here in rows and len(rows) > 1


def row_below(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the total above a table whose row this one is: "| 3 million to Chad |" and no more."""
    if not is_row(lineup.document, lineup.sums[at].mention):
        return None
    above = lineup.find_larger(at, is_row)
    total = above and _TOTAL.search(above.mention.sentence.quote)
    return (above, "a row of the table below the total") if above and total else None


def receives(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the sum before out of which somebody "will receive" this one, with no other giver named."""
    if not is_received(lineup.document, lineup.sums[at].mention):
        return None
    above = lineup.find_larger(at, is_received, is_allotted, is_listed)
    above = above or lineup.find_larger(at, is_received, is_allotted)
    return (above, "what somebody will get out of it") if above else None


def even_share(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the sum that a few shares of this size make: "two million each" of four."""
    whole = lineup.find_multiple(at, _MOST_SHARES + 1) if _is_even(lineup, at) else None
    return (whole, "a few shares of this size make it") if whole else None


def one_of_several(lineup: Lineup, at: int) -> tuple[Sum, str] | None:
    """Return the sum that several projects are worth, of which this one is signed or approved."""
    one = lineup.sums[at]
    if not _ALSO_GIVEN.search(one.mention.sentence.quote) or is_told_before(one.mention):
        return None
    whole = lineup.find_larger(at, is_single)
    if whole is None or whole.mention.sentence.start == one.mention.sentence.start:
        return None
    return whole, "one of the several things that are worth it together"


def is_listed(document: Document, mention: Mention) -> bool:
    """Tell whether a sum is an item of a list."""
    del document
    return stands_in_list(mention)


def is_labelled(document: Document, mention: Mention) -> bool:
    """Tell whether a name and a colon stand before a sum."""
    del document
    return any(part.rule == "labelled" for part in mention.parts)


def is_row(document: Document, mention: Mention) -> bool:
    """Tell whether a sum stands in a short line without a verb of its own."""
    del document
    return len(mention.sentence.quote) <= _SHORT_LINE and not own_verbs(mention)


def is_single(document: Document, mention: Mention) -> bool:
    """Tell whether a sum is not told to be what several projects are worth together."""
    told = document.text[mention.sentence.start : mention.span.start]
    return not _SEVERAL.search(" ".join(told.split()))


def is_allotted(document: Document, mention: Mention) -> bool:
    """Tell whether somebody "has been allocated" the sum."""
    return bool(_ALLOTTED.search(document.text, mention.sentence.start, mention.span.start))


def is_gotten(document: Document, mention: Mention) -> bool:
    """Tell whether the sum is what somebody gets."""
    del document
    verb = next((part for part in mention.parts if part.role == "verb" and part.group == 0), None)
    known = load_verbs().get(" ".join(verb.span.quote.lower().split())) if verb else None
    return known is not None and known.role == "get"


def is_received(document: Document, mention: Mention) -> bool:
    """Tell whether somebody "will receive" the sum, with nobody named who gives it."""
    verb = next((part for part in mention.parts if part.role == "verb" and part.group == 0), None)
    return verb is not None and "modal" in verb.rule and is_gotten(document, mention) and not names_giver(mention)


def _is_even(lineup: Lineup, at: int) -> bool:
    """Tell whether "each" or "a year" is said of a sum itself: behind it, or before it where it is the only one."""
    here, behind, before = lineup.sums[at].mention, at + 1, at - 1
    while lineup.is_beside(at, behind) and lineup.sums[behind].mention.span == here.span:
        behind += 1
    while lineup.is_beside(at, before) and lineup.sums[before].mention.span == here.span:
        before -= 1
    followed = lineup.is_beside(at, behind)
    right = lineup.sums[behind].mention.span.start if followed else here.sentence.end
    alone = not followed and not lineup.is_beside(at, before)
    return bool(_EVEN.search(lineup.document.text, here.sentence.start if alone else here.span.end, right))


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


Rule = Callable[[Lineup, int], tuple[Sum, str] | None]

ALWAYS: tuple[Rule, ...] = (out_of, of_it, of_this, of_the_sum, of_running, share_of, summed_up)
"""Rules that also hold for what is told twice, and between running totals."""

FIRM: tuple[Rule, ...] = (whole_before, item_of_total, labelled_line, row_below)
"""Words and layout that make what is told once a part."""

LIKELY: tuple[Rule, ...] = (receives, even_share, one_of_several, spent_too)
"""What makes it one where no sums add up."""
