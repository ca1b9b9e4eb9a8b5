"""Who gives or gets in rows that open with a name, "Chad: 5 million"."""

import re
from collections.abc import Iterable

from pledgebook.extract.commitments.runs import Claim, Group
from pledgebook.extract.commitments.sights import Sight
from pledgebook.extract.commitments.wording import find_wording
from pledgebook.model.naming import Named, Surface
from pledgebook.model.reference import word_list

_LABEL = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?[:\u2013\u2014-]\s*\W{0,3}(?:up to |about |around |over |approximately |an? "
    r"|additional )*$"
)
_LISTED = re.compile(r"\s*(?:\([^)]{1,20}\)\s*)?,\s*\W{0,3}(?:up to |about |around |over |approximately )?$")
_DATED = re.compile(r"[\s\d.)]*(?:\d{1,2} )?(?:[A-Z][a-z]{2,8}\.? )?(?:\d{1,2}, )?(?:\d{4})?\W{0,4}")
_START = 3  # characters before a label
_INTRODUCED = 250  # characters of the introduction that are looked at
_OF_GIVERS = re.compile(
    r"\b(?:contribut\w+|pledges|pledg(?:e|ed|ing)|donat\w+|donors?|commit\w*|announce\w*|provid\w+|given by|who gives"
    r"|from the following|made by|participa\w+|countries (?:have|will))\b",
    re.IGNORECASE,
)
_OF_GETTERS = re.compile(
    r"\b(?:allocat\w+|recipients?|beneficiar\w+|receiv\w+|distribut\w+|handed out|broken down|will go|goes|(?:shared?"
    r"|divided|split|spread)(?: \w+)? (?:among|between))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:\([^)]{1,40}\)\s*)?(?:to|through|via)\s+(?:the\s+)?[A-Z]")
_COMES_FROM = re.compile(r"\s*(?:\([^)]{1,40}\)\s*)?from\s+(?:the\s+)?[A-Z]")
_MANY = frozenset({Surface.GROUP, Surface.REGION})
_GIVING = frozenset({"give", "announce", "support", "measure"})


def claim_labelled(sight: Sight) -> Iterable[Claim]:
    """The name that an item of a list opens with: "France: €20 million"; what the list is of tells its role."""
    for group in sight.groups[:1]:
        after = sight.plain[group[-1].span.end : sight.start]
        opening = sight.plain[sight.bounds[0] : group[0].span.start]
        if len(opening) > _START and not _DATED.fullmatch(opening):
            continue
        told = _introduction(sight) or (
            (max(0, sight.bounds[0] - _INTRODUCED), sight.bounds[0]) if opening.strip() else ()
        )
        if _LABEL.match(after) or (told and not sight.acts and _LISTED.match(after)):
            yield Claim(_role_of(sight, group, told), "labelled", group)


def _introduction(sight: Sight) -> tuple[int, ...]:
    """Return the bounds of the words that introduce the list that the sum is an item of; () for none."""
    block = sight.page.layout.block_at(sight.bounds[0])
    if block is None or block.lead_in < 0:
        return ()
    lead = sight.page.layout.blocks[block.lead_in]
    return max(lead.start, lead.end - _INTRODUCED), lead.end


def _role_of(sight: Sight, group: Group, told: tuple[int, ...]) -> str:
    """Return whether a row's name gives or gets: by the way of its sum, by who gives what the list shares out."""
    if _COMES_FROM.match(sight.plain, sight.end):
        return "recipient"
    words = sight.plain[told[0] : told[1]] if told else _title_of(sight)
    giver = _giver_in(sight, told) if told else None
    if giver is not None and giver.acts_for != group[0].acts_for and not _usually_gives(group[0]):
        return "recipient"
    if _OF_GETTERS.search(words) and not _OF_GIVERS.search(words):
        return "recipient"
    return "provider" if _OF_GIVERS.search(words) or _GOES_ON.match(sight.plain, sight.end) else "recipient"


def _title_of(sight: Sight) -> str:
    title = sight.page.layout.title
    return sight.plain[title[0] : title[1]] if title else ""


def _giver_in(sight: Sight, told: tuple[int, ...]) -> Named | None:
    """Return the one land or body that gives in what introduces a list: "Norway will provide 5 million as follows:"."""
    start, end = told
    names = sight.page.names_in(start, end)
    for act in find_wording(sight.plain, start, end).acts:
        before = [name for name in names if name.span.end <= act.start and name.kind not in _MANY]
        if before and act.verb.role in _GIVING and not act.passive:
            return before[0]
    return None


def _usually_gives(name: Named) -> bool:
    """Tell whether a name is that of a land that gives and seldom gets."""
    return name.acts_for in word_list("donor") and name.kind not in _MANY
