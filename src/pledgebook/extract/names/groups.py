"""Groups that no table holds, by their words: "10 nations", "more than 40 charities", "countries facing famine"."""

import re
from functools import cache

from pledgebook.extract.names.lexicon import any_of, word_set
from pledgebook.extract.names.unknown_bodies import Found
from pledgebook.extract.names.wordings import Scan, Sight
from pledgebook.model.naming import Surface
from pledgebook.model.reference import Alias, word_list

_NOUN = (
    r"(?: (?!(?:in|on|of|to|and|or|for|with|at|by|from|will|would|has|have|had|is|are|was|were|can|could|should|as|but"
    r"|through|such|including|that|which|who|due|because|since|while|after|before|than|not)\b)[a-z][\w-]*)"
)
_COUNT_BEFORE = re.compile(r"(?:(?i:(?:more than|over|some|nearly|almost|about|around|at least|up to) ))?\d{1,4} $")
_REACH = 40
_NEAR = 4
_PLIGHTED = {"countries", "nations"}


@cache
def _number_before() -> re.Pattern[str]:
    numbers = any_of(word_list("number"))
    return re.compile(rf"(?<![\w.,-])(?:(?i:{numbers}) )?(?:\d{{1,3}}|(?i:{numbers})) (?:[a-z][\w-]* ){{0,2}}$")


@cache
def _plight() -> re.Pattern[str]:
    plights = any_of(word_list("plight"))
    return re.compile(
        rf" (?:{plights})(?: (?:the|an?|severe|acute|extreme|high|rising|growing|chronic)){{0,2}}{_NOUN}{{0,2}}\b"
    )


def read_group(scan: Scan, sight: Sight) -> Found | None:
    """A group told by a count or by what befell it: "more than 40 charities", "countries facing famine"."""
    words = scan.text[sight.start : sight.end].casefold()
    if words not in word_set("group"):
        return None
    before = scan.text[max(0, sight.start - _REACH) : sight.start]
    counts = any(word.isdigit() or word.casefold() in word_set("number") for word in before.split()[-_NEAR:])
    count = _number_before().search(before) if counts else None
    after = _plight().match(scan.text, sight.end) if count or words in _PLIGHTED else None
    if not count and not after:
        return None
    start = sight.start - len(count.group()) if count else sight.start
    end = after.end() if after else sight.end
    return Found(start, end, Surface.GROUP, scan.text[start:end])


@cache
def _national() -> re.Pattern[str]:
    return re.compile(rf" (?:[a-z]+ )?(?:{any_of(word_list('national group'))})\b")


def read_national_group(scan: Scan, sight: Sight) -> Found | None:
    """Bodies of a country that are not its state: "Japanese NGOs", "over 90 UK civil society organisations"."""
    alias = sight.meaning
    if not isinstance(alias, Alias) or alias.surface not in {Surface.ADJECTIVE, Surface.COUNTRY}:
        return None
    match = _national().match(scan.text, sight.end)
    if not match:
        return None
    before = _COUNT_BEFORE.search(scan.text[max(0, sight.start - _REACH) : sight.start])
    start = sight.start - len(before.group()) if before else sight.start
    return Found(start, match.end(), Surface.GROUP, scan.text[start : match.end()])
