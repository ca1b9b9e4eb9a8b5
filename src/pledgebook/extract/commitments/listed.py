"""Who gives or gets in lists that say the verb once: "Norway pledged $3 million, Chad $2 million"."""

import re
from collections.abc import Iterable

from pledgebook.extract.commitments.runs import Claim, Group
from pledgebook.extract.commitments.sights import Sight
from pledgebook.extract.commitments.wording import find_wording

_ROW = re.compile(
    r"\)?\s*(?:\(|--|[-\u2013\u2014:,])?\s*(?:with|of|at|by|to)?\s*"
    r"(?:(?:up to|about|around|some|nearly|almost|another|a further|an additional|over|more than|at least)\s+)?",
    re.IGNORECASE,
)
"""What may stand between a name and its sum in a row of a list."""

_MEMBER = re.compile(
    r"[A-Z\u00c0-\u00dd(][\w\u2019'.&-]*[),;]*|[(]?[A-Z]{0,3}[$\u20ac\xa3\xa5]?\d[\d.,]*(?:m|bn|k|mn)?[),;]*"
    r"|[-\u2013\u2014&]+"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|USD|EUR"
    r"|million|billion|thousand|trillion|euros?|dollars?|pounds?|yen|francs?|kron(?:er|or)|and|the|of|each"
    r"|both|another"
    r"|a|further|up|to|about|some|over|more|than|additional|while)[),;]*"
)
"""One word of the rows of a list: a name, a sum or what joins them, but no verb."""

_HEADS = re.compile(r"\S+")
_FARTHEST = 600
"""Characters before a row that are looked at for the heading of its list."""

_LEAD = re.compile(
    r"\b(?P<word>from|by|to|for|in|includ(?:e|es|ed|ing)|follow(?:s|ed|ing)(?: by)?|are|were|is)\b[\s:]*$",
    re.IGNORECASE,
)
_DONORS = re.compile(
    r"\b(?:contributions?|donors?|donations?|pledg(?:e|es|ed|ing)|contributors?|funders?|largest|biggest"
    r"|announced|promised|offered)\b",
    re.IGNORECASE,
)
_RECEIVERS = re.compile(
    r"\b(?:allocat\w+|recipients?|beneficiar\w+|received?|distribut\w+|countries|break-?down|broken down"
    r"|(?:shared?|divided|split|spread)(?: \w+)? (?:among|between))\b",
    re.IGNORECASE,
)
_TOLD_TO = re.compile(
    r"\b(?:operations|aid|relief|support|help|projects?|work|response|funds?|funding|assistance|crises|emergencies)"
    r" (?:in|to|for) (?:the )?[A-Z]"
)
"""Lands that help goes to, before a list that goes on: "They include Chad (5 million)"."""
_GOES = re.compile(r"\b(?:go|goes|going|went)\s+to\b", re.IGNORECASE)
_STANDS = re.compile(r"\W*(?:They|These|Those|The others?|Others|Among (?:them|these)|Recipients)\b")
_FUNDING = re.compile(
    r"\W*(?:Funding|Amount|Value|Budget|Contribution|Total|Grant)[^:\n]{0,20}:\s*(?:up to |about |over )?"
)
_WHERE = re.compile(
    r"\n\W*(?:Countr(?:y|ies)|Locations?|Regions?|Recipients?|Beneficiar(?:y|ies))[^:\n]{0,20}:(?P<lands>[^\n]+)"
)
_EARLIER = 300
_FROM = re.compile(
    r"\b(?:receiv(?:e|es|ed|ing)|gets?|got|secured?|obtain(?:s|ed)?|accept(?:s|ed)?)\s+from\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_GAP_COMMA = re.compile(r"\)?\s*,")
_LISTED = re.compile(r"[^,;]{0,30}[,;]\s*(?:and\s+)?(?:the\s+)?")
"""Between the sum before and the name of a row that says both with commas: "Norway, 3 million, Chad, 2 million"."""
_NEXT_ROW = re.compile(r"[^;.]{0,60};\s*(?:and\s+)?(?:the\s+)?")
"""Between the sum before and the name of a row that a semicolon sets apart: "plus ten tents; Chad, 2 million"."""
_PREPOSITION = re.compile(r"\b(?:for|to|in)\s+(?:the\s+)?$")
_APART = ("(", "-", "\u2013", "\u2014", ":")
"""What sets a sum apart from the name of its row."""
_WIDEST = 60
"""Characters between a name and its sum in one row."""


def claim_row(sight: Sight) -> Iterable[Claim]:
    """The name that stands right before the sum in a list whose verb, or whose heading, was said before."""
    group = _name_before(sight)
    if group is None:
        return
    bare = _stands_bare(sight, group)
    if _GAP_COMMA.match(sight.plain, group[-1].span.end) and not (
        bare or _LISTED.fullmatch(sight.plain, sight.left, group[0].span.start)
    ):
        return
    if sight.left > sight.bounds[0] and _PREPOSITION.search(sight.plain, sight.left, group[0].span.start):
        yield Claim("recipient", "row of a list", (group[-1],))
        return
    head = sight.plain[sight.bounds[0] : _list_start(sight, group)]
    if sight.plain[group[-1].span.end : sight.start].strip()[:1] in _APART:
        before = _told_before(sight, head)
        role = (
            _role_of(head)
            or _role_of(before)
            or ("recipient" if _TOLD_TO.search(before) else _role_of_gap(sight, group, head))
        )
    else:
        role = _role_of_gap(sight, group, head) or (_role_from_before(sight) if bare else "")
    if role:
        yield Claim(role, "row of a list", (group[-1],))


def _stands_bare(sight: Sight, group: Group) -> bool:
    """Tell whether a sentence holds nothing but rows: "Chad, 2 million; Mali, 3 million plus ten tents"."""
    if sight.wording.acts:
        return False
    opens = _list_start(sight, group) <= sight.bounds[0]
    return opens or _NEXT_ROW.fullmatch(sight.plain, sight.left, group[0].span.start) is not None


def _role_from_before(sight: Sight) -> str:
    """Return what the sentence before makes of rows without a verb: of its subject's kind where that gives or gets."""
    start = max(0, sight.bounds[0] - _EARLIER)
    told = find_wording(sight.plain, start, sight.bounds[0])
    acts = [act for act in told.acts if act.verb.role in ("give", "announce", "get", "flow")]
    if not acts or acts[-1].passive:
        return _role_of(sight.plain[start : sight.bounds[0]])
    return "recipient" if acts[-1].verb.role in ("get", "flow") else "provider"


def claim_where_line(sight: Sight) -> Iterable[Claim]:
    """The lands on the line of a fact sheet below its sum: "Funding: 5 million", "Countries: Chad, Mali"."""
    line = sight.plain.rfind("\n", 0, sight.start) + 1
    if not _FUNDING.fullmatch(sight.plain, line, sight.start):
        return
    where = _WHERE.search(sight.plain, sight.end, sight.end + _EARLIER)
    if where and not _FUNDING.search(sight.plain, sight.end, where.start()):
        names = sight.page.names_in(where.start("lands"), where.end())
        if names:
            yield Claim("recipient", "labelled", tuple(names))


def _told_before(sight: Sight, head: str) -> str:
    """Return the words before a sentence whose first word points back: "They include"."""
    start = sight.bounds[0]
    return sight.plain[max(0, start - _EARLIER) : start] if _STANDS.match(head) else ""


def _role_of_gap(sight: Sight, group: Group, head: str) -> str:
    """Return what a row makes of its name where only the verb is left out: what the first row's subject does."""
    if not sight.bounds[0] < sight.left <= group[0].span.start:
        return ""
    acts = [act for act in sight.wording.acts if act.end <= sight.left]
    if not acts or acts[0].passive:
        return _role_of(head)
    return "recipient" if acts[0].verb.role in ("get", "flow") else "provider"


def claim_from_before(sight: Sight) -> Iterable[Claim]:
    """The name behind "received from" before the sum: "Guinea received from France nine million"."""
    for group in sight.groups:
        if group[-1].span.end <= sight.start and _FROM.search(sight.plain, sight.bounds[0], group[0].span.start):
            yield Claim("provider", "received from", group)


def _name_before(sight: Sight) -> Group | None:
    """Return the names that end right before the sum, with nothing but a bracket, a dash or a qualifier between."""
    for group in reversed(sight.groups):
        gap = sight.plain[group[-1].span.end : sight.start]
        if group[-1].span.end <= sight.start and len(gap) < _WIDEST and not group[-1].possessive:
            return group if _ROW.fullmatch(gap) else None
    return None


def _list_start(sight: Sight, group: Group) -> int:
    """Return where the rows begin that this one stands among: back over names, sums and what joins them."""
    start = group[0].span.start
    for word in reversed([*_HEADS.finditer(sight.plain, max(sight.bounds[0], start - _FARTHEST), start)]):
        if not _MEMBER.fullmatch(word.group()) or word.group() in ("to", "of"):
            break
        start = word.start()
    return start


def _role_of(head: str) -> str:
    """Return what the heading of a list makes of its names, "" where it does not tell."""
    lead = _LEAD.search(head)
    word = lead.group("word").lower() if lead else ""
    if word.startswith("follow"):
        return "recipient" if _RECEIVERS.search(head) or _GOES.search(head) else "provider"
    if word in ("from", "by"):
        return "provider"
    if word in ("to", "for", "in"):
        return "recipient"
    if _RECEIVERS.search(head):
        return "recipient"
    return "provider" if _DONORS.search(head) else ""
