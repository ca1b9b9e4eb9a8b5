"""Groups that no table holds, by their words: "10 nations", "more than 40 charities", "countries facing famine"."""

import re
from collections.abc import Iterator
from functools import cache

from pledgebook.extract.lexicon import any_of
from pledgebook.extract.name_scan import Scan, Sight
from pledgebook.extract.unknown_bodies import Found
from pledgebook.model.naming import Surface
from pledgebook.model.reference import Alias, word_list

_NOUN = (
    r"(?: (?!(?:in|on|of|to|and|or|for|with|at|by|from|will|would|has|have|had|is|are|was|were|can|could|should|as|but"
    r"|through|such|including|that|which|who|due|because|since|while|after|before|than|not)\b)[a-z][\w-]*)"
)
_COUNT_BEFORE = re.compile(r"(?:(?i:(?:more than|over|some|nearly|almost|about|around|at least|up to) ))?\d{1,4} $")
_REACH = 24


@cache
def _pattern() -> re.Pattern[str]:
    numbers, groups, plights = (any_of(word_list(name)) for name in ("number", "group", "plight"))
    counted = rf"(?:(?i:{numbers}) )?(?:\d{{1,3}}|(?i:{numbers})) (?:[a-z][\w-]* ){{0,2}}(?:{groups})"
    plight = rf"(?:{plights})(?: (?:the|an?|severe|acute|extreme|high|rising|growing|chronic)){{0,2}}{_NOUN}{{0,2}}"
    return re.compile(
        rf"(?<![\w.,-])(?:(?:{counted})(?: {plight})?|(?i:countries|nations|states|communities) {plight})\b"
    )


def find_groups(scan: Scan) -> Iterator[Found]:
    """Yield the groups of a report that are told by a count or by what befell them."""
    for match in _pattern().finditer(scan.text):
        yield Found(match.start(), match.end(), Surface.GROUP, match.group())


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
