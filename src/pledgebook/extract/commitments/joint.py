"""Sums that many give together and no one is named for: a conference's pledges, what donors promised."""

import re
from collections.abc import Iterator

from pledgebook.extract.commitments.sights import Sight

MANY = "pledges of many"
"""Sums that are told as the pledges of many: a firm sign, unless somebody is named as the giver."""
MEETING = "a meeting pledges"
"""Sums that a conference, leaders or donors as such give: firmer than any land in the meeting's name."""

_QUALIFIED = (
    r"(?:(?:about|around|close to|nearly|almost|over|more than|at least|some|up to|a total of|the sum of)\s+)*"
    r"(?:US\s*)?$"
)
_BEFORE = re.compile(
    r"\b(?:pledges|contributions|commitments)\s+(?:(?:to|for)\s+[^.;]{1,60}?\s+)?(?:of|worth|totall?ing|for"
    r"|amounting to|reaching|reached|topped|totall?ed|exceed(?:ed|ing)?|reached a total of|came to)\s+"
    + _QUALIFIED
    + r"|\b(?:pledges|contributions|commitments)\s+(?:that\s+)?(?:it|they|the country|the government|[A-Z]\w+)\s+"
    r"(?:has\s+|have\s+|had\s+)?(?:received|got|secured|won)\b[^.;\d]{0,80}?\b(?:totall?ed|totals?|total|amounted to"
    r"|reached|came to)\s+"
    + _QUALIFIED
    + r"|\bthe\s+(?:combined\s+|overall\s+)?total\s+(?:[a-z]+\s+){0,3}(?:offered|pledged|promised|raised)\s+"
    r"(?:so far\s+)?(?:to|of|at|reached|stands at|is|was)\s+"
    + _QUALIFIED
    + r"|\bpledges of [^.;\d]{1,90}?\s+(?:reached|topped|exceeded|came to)\s+"
    + _QUALIFIED,
    re.IGNORECASE,
)
_PLEDGES = re.compile(
    r"\b(?:mobili[sz]\w+|attract\w+|secur\w+|gather\w+|rais\w+)\s+(?:pledges\s+)?(?:of\s+)?" + _QUALIFIED, re.IGNORECASE
)
_AFTER = re.compile(
    r"[^.;]{0,30}?\b(?:(?:in|of)\s+(?:new\s+|total\s+|joint\s+)?pledges\b|(?:was|were|has been|have been|had been)\s+"
    r"(?:pledged|raised|mobili[sz]ed|promised)\b"
    r"|(?:pledged|raised|mobili[sz]ed)\s+(?:by donors|at|during|to the|for)\b)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:conference|donors?|international community|community|leaders|summit|countries|nations|governments|backers"
    r"|partners|participants|creditors|donor states|philanthropies)(?:\s+(?:on|for|in|at|of)\s+[^,.;]{1,60}?)?"
    r"(?:,\s+including\s+[^.;]{1,60}?)?,?\s+"
    r"(?:(?:has|have|had)\s+)?(?:pledg|promis|rais|mobili|commit|ended with pledges|succeeded in mobili|agreed)\w*",
    re.IGNORECASE,
)
_PLEDGED = re.compile(r"\s+(?:(?:has|have|had)\s+)?(?:pledged|raised|mobili[sz]ed|promised)\b")
_NAMED = re.compile(r"\b(?:by|from)\s+(?:the\s+)?$")
_REACH = 120


def _is_of_one(sight: Sight, end: int) -> bool:
    """Tell whether a name behind a sum is who pledged it: "the 5 million that Norway pledged to the fund"."""
    names = (group[-1].span.end for group in sight.groups if sight.end <= group[0].span.start)
    return any(at < end and _PLEDGED.match(sight.plain, at) for at in names)


def find_joint(sight: Sight) -> Iterator[tuple[str, int, int]]:
    """Yield how a sum is told to be the gift of many, with the bounds of the words that say so."""
    plain, start = sight.plain, max(sight.left, sight.start - _REACH)
    if any(
        _NAMED.search(plain, sight.end, group[0].span.start)
        for group in sight.groups
        if sight.end <= group[0].span.start < sight.right
    ):
        return
    meeting = _MEETING.search(plain, start, sight.start)
    if meeting and not any(one.code and one.span.start <= meeting.start() < one.span.end for one in sight.names):
        yield MEETING, meeting.start(), meeting.end()
        return
    told = (
        _BEFORE.search(plain, start, sight.start)
        or _PLEDGES.search(plain, start, sight.start)
        or _AFTER.match(plain, sight.end, sight.right)
    )
    if told and told.end() > told.start() and not _is_of_one(sight, told.end()):
        yield MANY, told.start(), told.end()
