"""Signs in notes rather than news: what an analyst records here, what a note opens with, shares named after a whole."""

import re
from collections.abc import Callable, Iterable

from pledgebook.extract.commitments.background import HELP_ABROAD, Sign
from pledgebook.extract.commitments.home import is_titled_abroad, names_foreign
from pledgebook.extract.commitments.sights import Sight

_SHORT = 1500  # characters; a note so short is about one thing
_BEFORE = 160
_TAKES = r"(?:report|record|count|add|consider|collect|capture|register|account\s+for|enter|attribute|list|track)"
_RECORDS = re.compile(
    rf"\b(?:(?:this|the|current)\s+(?:\w+\s+)?(?:entry|record|line|row)\s+(?:now\s+)?(?:{_TAKES}s|covers|represents"
    rf"|includes)|entries,\s+one\s+of\s+which\s+represents|(?:here|therefore|hence|thus|so),?\s+(?:we\s+)?(?:\w+ly\s+)?"
    rf"{_TAKES}|we,?\s+(?:\w+,?\s+)?{_TAKES}|and\s+{_TAKES}\s+the\s+difference|there\s+remains?|"
    rf"(?:we|and)\s+{_TAKES}\s+(?:here\s+)?the\s+(?:rest|difference|increase|remaining|remainder))\b"
    r"(?P<between>[^.;]*)$",
    re.IGNORECASE,
)
_RECORDED = re.compile(
    rf"\s*(?:(?:is|are|was|were)\s+(?:{_TAKES.replace('account', 'accounted')}\w*)\s+(?:here|in\s+(?:this|the)\s+"
    r"(?:line|entry|record|row))|,?\s*captured\s+(?:here|in\s+this))\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    rf"\b(?:(?:do|does|did)(?:\s+not|n['\N{{RIGHT SINGLE QUOTATION MARK}}]t)\s+(?:\w+\s+)?(?:{_TAKES}|include)"
    r"|exclud(?:es|ing)|(?:subtract|deduct)(?:s|ed|ing)?)\s+[^.;,]{0,60}$",
    re.IGNORECASE,
)
_MAIN_VERB = frozenset({"give", "get", "announce", "propose", "request", "consider", "cancel", "boost"})
_OPENS = re.compile(r"\W*(?:up\s+to|about|around|some|over|an?|additional|further|another|new|\W)*\s*", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|said|says|announced|does|did)\b",
    re.IGNORECASE,
)
_SHARES = re.compile(r"\b(?:of\s+which|thereof|including|split\s+into|distributed\s+with)\b[^.;]*$", re.IGNORECASE)
_RAISED = re.compile(
    r"\b(?:contributions?|donations?|support|assistance|aid|pledge|commitment)\s+(?:(?:to|for)\s+(?:the\s+)?\w+\s+)?"
    r"(?:(?:has|had|have|was|were|is|be|been|will)\s+)*(?:increas|rais|top)\w+\s+(?:up\s+)?by\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_WORTH = re.compile(r"\s*(?:\w+\s+)?worth\s+of\s+\w", re.IGNORECASE)
_TRADE = frozenset({"economy", "company"})  # kinds of background in which goods are sold rather than given
_VALUE = re.compile(
    r"\b(?:(?:amount|value)\s+(?:[\w,-]+\s+){0,8}?(?:is|was|equals|be|of|at)|(?:estimated|total|combined)\s+"
    r"(?:price|value)\s+of\s+(?:[\w,-]+\s+){0,5}?(?:is|was))\s+(?:to\s+)?(?:about\s+|around\s+|approximately\s+"
    r"|over\s+|now\s+|known\s+|to\s+|be\s+|only\s+)*$",
    re.IGNORECASE,
)


_DEED = re.compile(
    r"\b(?:approval|announcement|allocation|disbursement|donation|pledge|commitment|provision|release|delivery|payment"
    r"|reinstatement|restoration|contribution|promise|offer)\s+of\s+(?:(?:an?|the|some|about|around|up|to|over"
    r"|more|than|nearly"
    r"|almost|at|least|additional|further|another|approximately|initial|first)\s+)*$",
    re.IGNORECASE,
)
_PARLIAMENT = (
    r"(?:congress|parliament|lawmakers?|legislators?|legislature|senate|bundestag|diet|mps|riksdag|storting|knesset)"
)
_OWNER = r"(?:president|government|cabinet|administration|commission|ministry|minister)"
_ASKED = re.compile(
    r"\b(?:request(?:s|ed|ing)?|ask(?:s|ed|ing)?|call(?:s|ed|ing)?)\s+(?:\w+\s+){0,2}?(?:to\s+|on\s+|of\s+)?(?:the\s+)?"
    rf"(?:U\.?S\.?\s+)?{_PARLIAMENT}\b|\b{_OWNER}(?:['\N{{RIGHT SINGLE QUOTATION MARK}}]s)?"
    r"\s+(?:(?:has|have|had|is|also|recently)\s+){0,3}(?:request|ask)(?:s|ed|ing)\s+(?:for\s+)?"
    r"(?:an?\s+|the\s+|additional\s+|another\s+|further\s+|up\s+to\s+)*$"
    r"|\b(?:budget|supplemental|supplementary)\s+(?:\w+\s+)?(?:requests?|includes?|contains?|proposals?|provides?)\b",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(
    r"\s+(?:[\w-]+\s+){0,4}?(?:budget|supplemental|funding)\s+(?:request|proposal)\b", re.IGNORECASE
)


_ROW = re.compile(
    r"\)?\s*(?:,|;|\band\b|\bas well as\b|\s)+(?:the\s+)?"
    r"(?:[A-Z][\w.\N{RIGHT SINGLE QUOTATION MARK}'-]*\s*|of\s+|the\s+|and\s+){1,6}[(:\N{EN DASH}-]+\s*"
)


_ROW_BEHIND = re.compile(
    r"\)?\s*(?:from|by|to|for|in)\s+(?:the\s+)?(?:[A-Z][\w.\N{RIGHT SINGLE QUOTATION MARK}'-]*\s*|of\s+|the\s+){1,6}"
    r"\)?\s*(?:[,;]\s*(?:and\s+|as\s+well\s+as\s+)?|\s*and\s+|as\s+well\s+as\s+)"
    r"(?:(?:the|another|an?|further|additional|up|to|about|around|some|over)\s+)*"
)
"""Between two rows whose names stand behind their sums: "5 million from Mali, 3 million from Chad"."""

_HOLDS = re.compile(r"budget|supplement", re.IGNORECASE)


def _is_for_others(sight: Sight, words: str) -> bool:
    """Tell whether what is asked for goes abroad; of what a budget holds, the sentence has to say so."""
    if HELP_ABROAD.search(sight.plain, *sight.bounds):
        return True
    return not _HOLDS.match(words) and (names_foreign(sight.names) or is_titled_abroad(sight.page))


def see_row(sight: Sight, before: Sight | None) -> Iterable[Sign]:
    """A row like the one before, which is a gift: "Mali (11 million), Haiti (9 million)"."""
    if before is None:
        return
    if _ROW.fullmatch(sight.plain, before.end, sight.start) or _ROW_BEHIND.fullmatch(
        sight.plain, before.end, sight.start
    ):
        yield Sign("a row beside a gift", before.start, sight.start, 1.0)


def see_deed(sight: Sight) -> Iterable[Sign]:
    """A noun of giving has the sum for its object: "approval of 5 million", "a pledge of 5 million"."""
    found = _DEED.search(sight.plain, max(sight.left, sight.start - _BEFORE), sight.start)
    if found:
        yield Sign("a noun of giving", found.start(), found.end(), 1.4)


def see_asked(sight: Sight) -> Iterable[Sign]:
    """A government asks its own parliament for the sum, or its budget holds it: help that is considered."""
    start = max(sight.bounds[0], sight.start - _BEFORE)
    found = _ASKED.search(sight.plain, start, sight.start) or _ASKED_AFTER.match(sight.plain, sight.end)
    if found and _is_for_others(sight, found.group()):
        yield Sign("asked of a parliament", found.start(), found.end(), 2.4)


def see_recorded(sight: Sight) -> Iterable[Sign]:
    """The writer books the sum: "this entry records", "here we report", "the difference of … is added here"."""
    start = max(sight.bounds[0], sight.start - _BEFORE)
    if (skipped := _LEFT_OUT.search(sight.plain, start, sight.start)) is not None:
        yield Sign("background: left out of the books", skipped.start(), sight.start, -2.0)
    elif (found := _RECORDS.search(sight.plain, start, sight.start)) is not None:
        yield Sign("booked by the writer", found.start(), found.start("between"), 2.6)
    elif (after := _RECORDED.match(sight.plain, sight.end)) is not None:
        yield Sign("booked by the writer", after.start(), after.end(), 2.6)


def see_opening(sight: Sight) -> Iterable[Sign]:
    """A short note tells of the sum in a phrase without a verb, or begins a sentence with it."""
    if len(sight.plain.strip()) > _SHORT or sight.page.layout.title:
        return
    first, last = sight.bounds
    opens = _OPENS.fullmatch(sight.plain, first, sight.start) is not None
    verbless = not _TOLD.search(sight.plain, first, last) and not any(
        act.verb.role in _MAIN_VERB and not act.gerund and not act.infinitive and act.end <= sight.start
        for act in sight.wording.acts
    )
    if verbless:
        yield Sign("a phrase of a note", first, last, 1.3)
    elif opens:
        yield Sign("the sum opens the sentence", first, sight.end, 0.6)


def see_share(sight: Sight) -> Iterable[Sign]:
    """The sum is a share of the one before it in the sentence: "of which 5 million in 2031"."""
    if sight.left > sight.bounds[0]:
        found = _SHARES.search(sight.plain, sight.bounds[0], sight.start)
        if found:
            yield Sign("a share of the sum before", found.start(), sight.start, 1.0)


def see_worth(sight: Sight) -> Iterable[Sign]:
    """The sum is what goods are worth: "5 million euros worth of tents", "the value of the tents is"."""
    if any(hit.cue.value in _TRADE for hit in sight.wording.between(*sight.bounds, "background")):
        return
    after = _WORTH.match(sight.plain, sight.end)
    before = _VALUE.search(sight.plain, max(sight.left, sight.start - _BEFORE), sight.start)
    found = after or before
    if found:
        yield Sign("measure: worth", found.start(), found.end(), 0.7)


def see_raise(sight: Sight) -> Iterable[Sign]:
    """What a gift is raised by is new money: "its contribution increased by 5 million"."""
    found = _RAISED.search(sight.plain, max(sight.bounds[0], sight.start - _BEFORE), sight.start)
    if found:
        yield Sign("what a gift is raised by", found.start(), sight.start, 1.5)


_LABELLED = re.compile(
    r"\W*[A-Z][\w .,'\N{RIGHT SINGLE QUOTATION MARK}&()/-]{1,60}?\s*(?::|\s[-\N{EN DASH}\N{EM DASH}])\s*"
    r"(?:(?:about|around|some|over|nearly|up|to|at|least|more|than|an?|additional)\s+)*"
)
"""What a line of a table opens with, before its sum: a name and a colon or dash."""

_OF_GIFTS = re.compile(
    r"\b(?:pledg|contribut|donat|donor|giv|grant|allocat|allotted|distribut|handed out|commit|promis|aid\b"
    r"|assistance|disburs)",
    re.IGNORECASE,
)
_MOST_LINES = 40  # lines of a table that are walked up to its heading


def see_line(sight: Sight) -> Iterable[Sign]:
    """The sum stands behind the label of its line, in a table whose heading speaks of gifts: "Norway: 5 million"."""
    plain, line = sight.plain, sight.plain.rfind("\n", 0, sight.start) + 1
    if not _LABELLED.fullmatch(plain, line, sight.start):
        return
    for _ in range(_MOST_LINES):
        end = line - 1
        if end <= 0:
            return
        line = plain.rfind("\n", 0, end) + 1
        words = plain[line:end].strip()
        if words and not _LABELLED.match(words):
            break
    if words.endswith(":") and _OF_GIFTS.search(words[-_BEFORE:]):
        yield Sign("a line of a table of gifts", line, end, 2.0)


NOTES: tuple[Callable[[Sight], Iterable[Sign]], ...] = (
    see_recorded,
    see_opening,
    see_share,
    see_worth,
    see_raise,
    see_deed,
    see_asked,
    see_line,
)


def see_notes(sight: Sight) -> tuple[Sign, ...]:
    """Return the signs that the manner of a note gives for and against a sum being a commitment."""
    return tuple(sign for see in NOTES for sign in see(sight))
