"""Whose gift a sum is, by the owner that is named before it: "Japan's contribution of", "its 5 million grant"."""

import re
from collections.abc import Callable, Iterable

from pledgebook.extract.commitments.runs import OCCASION, Claim, Group, word_before
from pledgebook.extract.commitments.sights import GIVING, Sight
from pledgebook.extract.commitments.subjects import heads
from pledgebook.model.naming import Named, Surface
from pledgebook.model.reference import word_list

_OUTSIDE = frozenset(
    [
        "to",
        "for",
        "in",
        "with",
        "from",
        "at",
        "by",
        "against",
        "on",
        "into",
        "near",
        "over",
        "within",
        "alongside",
        "between",
        "across",
        "toward",
        "towards",
        "through",
        "via",
        "under",
        "since",
        "during",
        "throughout",
        "inside",
        "outside",
        "behind",
        "upon",
        "like",
        "despite",
        "after",
        "before",
        "according",
        "help",
        "helps",
        "helping",
        "assist",
        "assists",
        "assisting",
        "enable",
        "enables",
        "enabling",
        "supporting",
    ]
)
_WITHIN = re.compile(r"\b(?:in|from|of|across)\s+(?:the\s+)?[a-z-]+\s+$")
"""Before a part of a land: "in central Chad"."""
_POSSESSED = re.compile(
    r"^\s*(?:['\u2019]s?\s+|\s)?(?:[\w-]+\s+){0,5}?(?:of\s+)?(?:a\s+|an\s+|about\s+|over\s+|up\s+to\s+|some\s+)*$"
)
_OWNS = re.compile(r"['\u2019]s?\s+(?:[a-z][\w-]*\s+){0,3}\W{0,3}")
_ITS = re.compile(r"\b(?:its|his|her|their)\s+(?:[a-z][\w-]*\s+){0,3}$")
_GIFT_BEHIND = re.compile(
    r"\W{0,4}(?:[\w-]+\s+){0,3}?(?:pledge|contribution|commitment|donation|gift|grant|loan|aid|assistance|support"
    r"|package|offer|allocation)\b",
    re.IGNORECASE,
)
_GIFT_IS = re.compile(
    r"(?:['\u2019]s?)?\s+(?:[a-z][\w-]*\s+){0,3}?(?:pledge|contribution|commitment|donation|support|assistance|aid"
    r"|funding|package|share)s?\b[^.;,\d]{0,60}?(?:\b(?:for|in|since|from)\s+[\d\u2013-]{4,9}\s+)?"
    r"\b(?:was|were|is|are|stands at|stood at|totals?|totall?ed|reach(?:es|ed)|amount(?:s|ed) to|c[ao]me to)\s+"
    r"(?:now\s+|already\s+|about\s+|around\s+|over\s+|more than\s+|nearly\s+|some\s+)*",
)
_SENT_FROM = re.compile(
    r"\b(?:aid|assistance|help|shipments?|donations?|grants?|loans?|support|contributions?|gifts?|money|funding|package"
    r"|funds|supplies|pledges?|commitments?|financing)\s+(?:[a-z]+\s+)?from\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WORTH = re.compile(
    r"\W{0,2}(?:of|worth|totall?ing|valued at|amounting to|in the amount of)\s+(?:[a-z]+\s+){0,3}", re.IGNORECASE
)
_REQUEST = re.compile(r"\b(?:request|bid|budget|appeal to Congress)\b")
"""What only a giver asks for as its own: "the president's request of 5 million for Chad"."""
_OWNING = 70  # characters of one noun phrase
_GIFTS = re.compile(
    r"\b(?:aid|assistance|support|contribution|contributions|commitment|pledge|grant|grants|loan|loans|donation|funding"
    r"|financing|credit|credits|lending|disbursement|instal?lment"
    r"|package|share|tranche|allocation|gift|help|approval|decision|announcement|plan|proposal|offer)\b",
    re.IGNORECASE,
)
_SUBJECT_GAP = 2
_LISTED_TWO = 2
_NEAR_ITS = 50  # characters before a sum in which its owner may stand


def can_act(sight: Sight, group: Group) -> bool:
    """Tell whether a group can be a subject: behind no preposition or bracket, and not part of a meeting's name."""
    if heads(sight, group):
        return False
    before = word_before(sight.plain, group[0].span.start)
    if before.endswith(("ern", "central")) and _WITHIN.search(sight.plain, sight.bounds[0], group[0].span.start):
        return False
    alone = before != "(" or sight.plain[group[-1].span.end : group[-1].span.end + 1] == ")"
    return before not in _OUTSIDE and alone and not OCCASION.match(sight.plain, group[-1].span.end, sight.bounds[1])


def with_headline_list(sight: Sight, before: list[Group]) -> Group:
    """Return the last group before a verb, with the one that a headline's comma joins: "Chad, Mali sign"."""
    if len(before) < _LISTED_TWO or before[-2][0].span.start > sight.bounds[0] + _SUBJECT_GAP:
        return before[-1]
    gap = sight.plain[before[-2][-1].span.end : before[-1][0].span.start]
    clear = len(sight.groups) < _LISTED_TWO or before == list(sight.groups[: len(before)])
    return (*before[-2], *before[-1]) if gap.strip() == "," and len(before) == _LISTED_TWO and clear else before[-1]


def claim_possessor(sight: Sight) -> Iterable[Claim]:
    """The nearest name that owns the gift the sum belongs to: "Japan's contribution of", "a Norwegian grant of"."""
    for group in reversed(sight.groups):
        start, between = group[-1].span.end, sight.plain[group[-1].span.end : sight.start]
        near = start <= sight.start and len(between) < _OWNING and "," not in between
        apart = any(
            start <= act.start < sight.start and act.verb.role in GIVING and act.past for act in sight.wording.acts
        )
        named = _GIFTS.search(between) or (_REQUEST.search(between) and _is_donor(group[-1])) if near else None
        owned = named and not apart and _POSSESSED.match(between)
        if owned and word_before(sight.plain, group[0].span.start) not in ("to", "for"):
            told = [one for one in sight.groups if one[-1].span.end <= group[-1].span.end]
            yield Claim("provider", "possessor", with_headline_list(sight, told))
            return


def _is_donor(name: Named) -> bool:
    return name.acts_for in word_list("donor")


def claim_owner_told(sight: Sight) -> Iterable[Claim]:
    """The name whose gift a sum is said to be: "Norway's commitment to the fund for 2024 was 5 million"."""
    for group in reversed(sight.groups):
        end = group[-1].span.end
        owns = group[-1].possessive or group[-1].kind is Surface.ADJECTIVE
        if end <= sight.start and owns and _GIFT_IS.fullmatch(sight.plain, end, sight.start):
            yield Claim("provider", "owner told", group)
            return


def claim_owner(sight: Sight) -> Iterable[Claim]:
    """The name whose gift a sum measures: "Norway's record 5 million pledge", "its neighbour's 3 million loan"."""
    for group in reversed(sight.groups):
        end = group[-1].span.end
        if end <= sight.start and group[-1].possessive and _OWNS.fullmatch(sight.plain, end, sight.start):
            if _GIFT_BEHIND.match(sight.plain, sight.end):
                yield Claim("provider", "possessor", group)
            return


def claim_own_gift(sight: Sight) -> Iterable[Claim]:
    """Who acts in the clause that has the gift for its object: "Norway handed its 5 million grant to Chad"."""
    its = _ITS.search(sight.plain, max(sight.left, sight.start - _NEAR_ITS), sight.start)
    if its is None or not _GIFT_BEHIND.match(sight.plain, sight.end):
        return
    for group in reversed(sight.groups):
        if group[-1].span.end <= its.start() and can_act(sight, group):
            yield Claim("provider", "possessor", group)
            return


def claim_sender(sight: Sight) -> Iterable[Claim]:
    """The name behind "from" between a gift and its sum: "a shipment from Norway of 5 million's worth"."""
    for group in sight.groups:
        start, end = group[0].span.start, group[-1].span.end
        sent = end <= sight.start and _SENT_FROM.search(sight.plain, max(sight.left, start - 60), start)
        if sent and _WORTH.fullmatch(sight.plain, end, sight.start):
            yield Claim("provider", "sender", group)
            return


OWNERS: tuple[Callable[[Sight], Iterable[Claim]], ...] = (
    claim_possessor,
    claim_owner,
    claim_owner_told,
    claim_own_gift,
    claim_sender,
)
