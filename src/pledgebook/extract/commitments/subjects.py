"""Who gives where the verb is split by its sum, or where a pronoun stands for the giver."""

import re
from collections.abc import Iterable

from pledgebook.extract.commitments.runs import Claim, Group
from pledgebook.extract.commitments.sights import GIVING, Sight
from pledgebook.model.naming import Surface
from pledgebook.model.reference import word_list

_MAKES = re.compile(r"\b(?:makes?|made|making)\s+(?:[^,.;]{0,40})$", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:to|for|in|with|from|at|by|against|on|of)\s+(?:the\s+)?$", re.IGNORECASE)
_THEIRS = re.compile(
    r"\b(?:his|her|its|their|our)\s+(?:country|government|nation|ministry|administration|organi[sz]ation)$",
    re.IGNORECASE,
)

_BETWEEN = re.compile(r"\b(?:between|by)\s+(?:both\s+)?(?:the\s+)?$")
_WITH = re.compile(r"\bwith\s+(?:the\s+)?$", re.IGNORECASE)
_APART = re.compile(r"[,;]\s*(?:while|whereas|but)\b|;|\.\s")
_ALONE = re.compile(r"\s+(?:(?:alone|itself|also|each|both|now)\s+)?", re.IGNORECASE)
_DATELINE = re.compile(
    r"\W{0,3}[A-Z][\w.'\u2019-]*(?:[ ,/]+(?:[A-Z\d(][\w.'\u2019()-]*|of|and|de|la))*[ ,]*"
    r"(?:\([^()\n]{2,40}\)\s*)?(?:\s(?:--|[\u2013\u2014-])\s|(?<=\))\s*[:\u2013\u2014-]\s?)"
)
"""Where and when a report was sent, at its start: "KHARTOUM, May 3 (Agency) -"."""
_HEADING = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?(?::|--|\u2014|\u2013)\s")
_GETTING = re.compile(r",\s*(?:receiving|getting|securing)\s+(?:about |around |over |nearly |more than |some )?$")
_ANSWERING = re.compile(
    r"\b(?:respond(?:ed|s|ing)|answer(?:ed|s)|react(?:ed|s)|joined|came forward|stepped (?:in|up))\b[^.;]{0,140}?"
    r"\bwith\s+(?:(?:an?|its|his|her)\s+)?(?:[\w-]+\s+){0,3}?(?:(?:pledge|donation|grant|contribution|gift|loan|package)s?"
    r"\s+(?:of|worth|totall?ing)\s+)?(?:about |around |over |nearly |more than |some |up to )?$"
)
_THANKING = ("thank", "grateful", "gratitude", "appreciat", "praise", "laud", "commend", "applaud")
_THANKS = re.compile(
    r"\b(?:thank(?:s|ed|ing)?(?:\s+to)?|(?:grateful|gratitude|appreciation|thanks)\s+to|appreciat(?:es|ed|ing)|prais(?:es|ed)"
    r"|laud(?:s|ed)|commend(?:s|ed)|applaud(?:s|ed))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_THANKED_FOR = re.compile(r"(?:['\u2019]s)?[^.;,]{0,60}?\s(?:for|of)\b")
_NEAR_THANKS = 30  # characters between thanks and who is thanked
_STAYS = re.compile(r"\s+(?:was|were|is|are|remains?|remained|became|has been|have been)\b")
_TOUCHING = 3  # characters between a verb and the name beside it


def heads(sight: Sight, group: Group) -> bool:
    """Tell whether names only head their sentence: a dateline, or "Chad:" before what another does there."""
    dateline = _DATELINE.match(sight.plain, *sight.bounds)
    if dateline and group[-1].span.end <= dateline.end():
        return True
    opens = not sight.plain[sight.bounds[0] : group[0].span.start].strip(" \n*#-\"\u201c\u2018'")
    heading = _HEADING.match(sight.plain, group[-1].span.end) if opens else None
    return heading is not None and any(
        heading.end() <= name.span.start < (sight.acts[0][0].start if sight.acts else sight.start)
        for name in sight.names
    )


def claim_headed(sight: Sight) -> Iterable[Claim]:
    """The land that heads a title: "Chad: Norway gives 2 million"."""
    for group in sight.groups[:1]:
        dateline = _DATELINE.match(sight.plain, *sight.bounds)
        if not dateline and heads(sight, group) and group[0].kind in (Surface.COUNTRY, Surface.REGION, Surface.PEOPLE):
            yield Claim("recipient", "headed", group)


def claim_apart(sight: Sight) -> Iterable[Claim]:
    """The subject of a participle: "with Norway alone committing 5 million"."""
    for act in sight.wording.acts:
        if not act.gerund or not act.end <= sight.start or act.end < sight.left:
            continue
        for group in sight.groups:
            gap = sight.plain[group[-1].span.end : act.start] if group[-1].span.end <= act.start else None
            with_ = _WITH.search(sight.plain, sight.bounds[0], group[0].span.start)
            if gap is not None and _ALONE.fullmatch(gap) and with_:
                yield Claim("recipient" if act.verb.role == "get" else "provider", "subject beside", group)


def claim_maker(sight: Sight) -> Iterable[Claim]:
    """The subject of "has made 5 million euros available"."""
    if sight.act_after is None or sight.act_after.verb.name != "available":
        return
    makes = _MAKES.search(sight.plain, sight.left, sight.start)
    if makes is None:
        return
    for group in reversed(sight.groups):
        start = group[0].span.start
        if group[-1].span.end <= makes.start() and not _BEHIND.search(
            sight.plain, max(sight.bounds[0], start - 20), start
        ):
            yield Claim("provider", "subject in order", group)
            return


def claim_own_country(sight: Sight) -> Iterable[Claim]:
    """The official who says that "her country" gives: the country is that official's."""
    for act in sight.acts_before[:2]:
        if act.verb.role not in GIVING or not _THEIRS.search(sight.plain[sight.bounds[0] : act.group_start].rstrip()):
            continue
        for group in reversed(sight.groups):
            official = any(name.kind in (Surface.HOLDER, Surface.OFFICE, Surface.MINISTRY) for name in group)
            if group[-1].span.end <= act.group_start and official:
                yield Claim("provider", "subject in order", group)
                return


def claim_relative(sight: Sight) -> Iterable[Claim]:
    """The names around the verb of "the 5 million euros that Norway is giving Chad"."""
    act = sight.act_after
    if act is None or act.passive:
        return
    for group in sight.groups:
        if sight.end <= group[0].span.start and 0 <= act.group_start - group[-1].span.end <= _TOUCHING:
            yield Claim("provider", "subject in order", group)
        elif 0 <= group[0].span.start - act.end <= _TOUCHING:
            yield Claim("recipient", "object", group)


def claim_signatories(sight: Sight) -> Iterable[Claim]:
    """All who sign for a sum together: "Norway and Chad signed", "Chad signed a loan agreement with the bank"."""
    between = _signed_between(sight)
    if between:
        yield Claim("provider", "signatory", between)
        yield Claim("recipient", "signatory", between)
        return
    for act in sight.wording.acts:
        near = act.start >= sight.left or (
            any(act == one for one, _ in sight.acts[:2]) and not _APART.search(sight.plain, act.end, sight.start)
        )
        if act.verb.name != "sign" or act.end > sight.start or not near:
            continue
        signing = [
            name
            for group in sight.groups
            if group[-1].span.end <= act.group_start and not heads(sight, group)
            for name in group
            if not _BEHIND.search(sight.plain, max(sight.bounds[0], name.span.start - 20), name.span.start)
        ]
        partners = (
            name
            for group in sight.groups
            if group[0].span.start >= act.end and _WITH.search(sight.plain, act.end, group[0].span.start)
            for name in group
        )
        names = (*signing, *partners)
        if names:
            yield Claim("provider", "signatory", names)
            yield Claim("recipient", "signatory", names)
        return


def _signed_between(sight: Sight) -> Group:
    """Return the parties of an agreement that was signed "between" them, or "by" several, behind its sum."""
    act = next((one for one in sight.wording.acts if one.verb.name == "sign" and one.start >= sight.end), None)
    if act is None or not act.past or act.start >= sight.right:
        return ()
    for group in sight.groups:
        start = group[0].span.start
        if act.end <= start:
            between = _BETWEEN.search(sight.plain, act.end, start)
            return group if between and (len(group) > 1) else ()
    return ()


def claim_getting(sight: Sight) -> Iterable[Claim]:
    """The name that opens a clause which ends in getting: "Chad was its largest partner, receiving 5 million"."""
    found = _GETTING.search(sight.plain, sight.left, sight.start)
    for group in sight.groups[:1] if found else ():
        opening = sight.plain[sight.bounds[0] : group[0].span.start].strip()
        if found and opening.lower() in ("", "the") and _STAYS.match(sight.plain, group[-1].span.end):
            yield Claim("recipient", "to after", group)


def claim_answering(sight: Sight) -> Iterable[Claim]:
    """The name that opens a sentence which answers with a gift: "Norway responded with a pledge of 5 million"."""
    clause = max(sight.bounds[0], sight.plain.rfind(";", sight.bounds[0], sight.start) + 1)
    answering = _ANSWERING.search(sight.plain, clause, sight.start)
    own = [group for group in sight.groups if group[0].span.start >= clause] if answering else []
    for group in own[:1]:
        opening = sight.plain[clause : group[0].span.start].strip()
        if opening.lower() in ("", "the") and group[-1].span.end < sight.start and not heads(sight, group):
            yield Claim("provider", "subject in order", group)


def claim_thanked(sight: Sight) -> Iterable[Claim]:
    """Who is thanked for a gift gives it, and who thanks gets it: "Chad thanked Norway for 5 million"."""
    lower = sight.plain[sight.bounds[0] : sight.start].lower()
    if not any(word in lower for word in _THANKING):
        return
    for at, group in enumerate(sight.groups):
        start = group[0].span.start
        thanks = _THANKS.search(sight.plain, max(sight.bounds[0], start - _NEAR_THANKS), start)
        if thanks and _THANKED_FOR.match(sight.plain, group[-1].span.end, sight.start):
            yield Claim("provider", "thanked", group)
            before = sight.groups[at - 1] if at else ()
            donors = any(name.acts_for in word_list("donor") for name in before)
            if before and not donors and before[-1].span.end <= thanks.start():
                yield Claim("recipient", "thanks", before)
            return


SUBJECTS = (
    claim_headed,
    claim_answering,
    claim_thanked,
    claim_getting,
    claim_signatories,
    claim_maker,
    claim_own_country,
    claim_relative,
)
