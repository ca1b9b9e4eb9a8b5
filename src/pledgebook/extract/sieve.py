"""Keep of the sentences that the gate let through those worth parsing: giving that goes abroad and what is around it.

A short report is kept whole. In a long one (a briefing of an hour) words of stance stand in every other sentence and
most money stays at home; there a sum matters when somebody abroad or help that only goes abroad is named near it, and
deeds matter in the opening of a report that speaks of help abroad at all.
"""

import re
from collections import Counter
from functools import cache

from pledgebook.extract.commitments.background import HELP_ABROAD
from pledgebook.extract.commitments.items import HANDING, NEAR
from pledgebook.extract.commitments.wording import Wording, find_wording
from pledgebook.extract.page.layout import Layout
from pledgebook.extract.page.sentences import Zone
from pledgebook.extract.quantities.goods import find_goods
from pledgebook.model.matcher import Matcher
from pledgebook.model.naming import Surface
from pledgebook.model.records import Section
from pledgebook.model.reference import aliases

_SHORT = 9000  # characters up to which every deed of a report about help is read
_LONG = 12000  # characters from which a title alone makes no sum matter, and names are looked for only around zones
_NOTE = 1500  # characters up to which every sum is read
_OPENING = 3000  # characters of a long report whose deeds are read
_INTRODUCED = 400  # characters of what introduces a list that are looked at
_AROUND = 250  # characters before a sum in which a party still belongs to it
_DEEDS = frozenset({"agreement", "position", "event"})
_LANDS = frozenset(
    {
        Surface.COUNTRY,
        Surface.ADJECTIVE,
        Surface.PEOPLE,
        Surface.REGION,
        Surface.ORGANISATION,
        Surface.GROUP,
        Surface.FUND,
        Surface.MINISTRY,
        Surface.CAPITAL,
    }
)
_ACTORS = re.compile(
    r"\b(?:I|[Ww]e|[Oo]ur|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Tt]he two|[Bb]oth|[Cc]ountries|[Nn]ations|[Ss]tates?|[Gg]overnments?"
    r"|[Mm]inist\w+|[Pp]resident|[Cc]hancellor|[Ss]ecretary|[Ll]eaders?|[Oo]fficials?|[Ll]awmakers?|[Pp]arliament\w*"
    r"|[Cc]ommittee|[Cc]ommission\w*|[Cc]ouncil|[Ee]xperts?|[Ll]etter|[Pp]etition|[Ss]tatement|[Rr]eport|[Cc]harit\w+|[Ss]cientists?|[Cc]ommentators?|[Cc]ritics|[Gg]roups?|[Oo]rgani[sz]ations?|NGOs?"
    r"|[Cc]ivil society|[Cc]ampaigners|[Aa]gencies|[Dd]onors?|[Aa]llies|[Pp]artners?|[Oo]pposition|[Pp]arty|[Pp]arties"
    r"|[Aa]lliance|[Uu]nion|[Bb]loc|[Bb]ank|[Ff]und|[Kk]ing|[Pp]rince|[Ss]ummit|[Cc]onference|[Vv]isit|[Tt]alks)\b"
)
"""Sorts of actors and occasions, and the words that stand for them."""

_SPEAKER = re.compile(
    r"\W*[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3},?\s+(?:has\s+|had\s+|also\s+|[a-z]+ly\s+)?[a-z]{3,}(?:ed|ts)\b"
)
"""A name that opens a sentence and does something: "Medvedev insisted"."""

_SIGNED = re.compile(
    r"\b(?:agreement|memorandum|treaty|letter of intent|accord|pact|partnership|action plan)\b", re.IGNORECASE
)


@cache
def _lands() -> tuple[Matcher, tuple[str, ...]]:
    """Return the matcher of names of lands and bodies, and the code of each of its wordings."""
    codes = {alias.words: alias.code for alias in aliases() if alias.surface in _LANDS and alias.code}
    matcher = Matcher(codes)
    return matcher, tuple(codes[words] for words in matcher.wordings)


def _codes(piece: str) -> Counter[str]:
    matcher, codes = _lands()
    return Counter(codes[index] for _, _, index in matcher.find(piece))


def sieve_zones(layout: Layout, zones: tuple[Zone, ...]) -> tuple[Zone, ...]:
    """Return the zones worth parsing, in order."""
    plain = layout.plain
    if not zones:
        return ()
    opening = plain[: min(len(plain), _OPENING)]
    title = _codes(plain[slice(*layout.title)]) if layout.title else Counter[str]()
    usual = _codes(opening)
    home = max(usual, key=lambda code: (usual[code], code)) if usual else ""
    whole = len(plain) <= _NOTE
    sums = [zone for zone in zones if _is_sum(zone) and (whole or _goes_abroad(layout, zone, title, home))]
    kept = (
        {*sums, *(zone for zone in zones if zone.why and layout.section_at(zone.start) is Section.TITLE)}
        if sums or whole
        else set[Zone]()
    )
    if sums or whole or HELP_ABROAD.search(opening) or (len(usual) > 1 and _SIGNED.search(opening)):
        reach = len(plain) if len(plain) <= _SHORT else _OPENING
        kept |= {zone for zone in zones if zone.start < reach and _DEEDS & set(zone.why) and _names_actor(layout, zone)}
    return tuple(sorted(kept, key=lambda zone: zone.start))


def _names_actor(layout: Layout, zone: Zone) -> bool:
    """Tell whether somebody who can hold a stance stands in a sentence, or in what introduces the list it is in."""
    block = layout.block_at(zone.start)
    if block is not None and block.item:
        return True
    plain = layout.plain
    known = _ACTORS.search(plain, zone.start, zone.end) or _SPEAKER.match(plain, zone.start, zone.end)
    return bool(known or _codes(plain[zone.start : zone.end]))


def _is_sum(zone: Zone) -> bool:
    return "money" in zone.why or "goods" in zone.why


def _goes_abroad(layout: Layout, zone: Zone, title: Counter[str], home: str) -> bool:
    """Tell whether a sum or goods can go to somebody other than the report's own country, and are given at all."""
    plain = layout.plain
    wording = find_wording(plain, zone.start, zone.end)
    if "money" not in zone.why:
        abroad = any(code != home for code in _codes(plain[zone.start : zone.end]))
        return abroad and _hands_goods_over(plain, zone, wording)
    start, end = _introduction(layout, zone)
    if not (_gives(wording) or _gives(find_wording(plain, start, end))):
        return False
    if HELP_ABROAD.search(plain, zone.start, zone.end) or HELP_ABROAD.search(plain, start, end):
        return True
    near = _codes(plain[max(0, zone.start - _AROUND) : zone.end]) + _codes(plain[start:end])
    return any(code != home for code in near) or (len(plain) <= _LONG and any(code != home for code in title))


def _gives(wording: Wording) -> bool:
    return bool(wording.acts) or any(hit.cue.field == "aid_noun" for hit in wording.hits)


def _introduction(layout: Layout, zone: Zone) -> tuple[int, int]:
    """Return the bounds of the words that introduce the list a zone is an item of; an empty stretch for none."""
    block = layout.block_at(zone.start)
    if block is None or block.lead_in < 0:
        return zone.start, zone.start
    lead = layout.blocks[block.lead_in]
    return max(lead.start, lead.end - _INTRODUCED), lead.end


def _hands_goods_over(plain: str, zone: Zone, wording: Wording) -> bool:
    """Tell whether a verb of handing over stands close by goods."""
    acts = [act for act in wording.acts if act.verb.name in HANDING and not act.negated and not act.maybe]
    goods = find_goods(plain, plain, zone.start, zone.end) if acts else ()
    return any(act.start - NEAR <= one.span.end and one.span.start <= act.end + NEAR for act in acts for one in goods)


def blank_beyond(layout: Layout, zones: tuple[Zone, ...]) -> str:
    """Return the plain text with what lies beyond a long report's opening and the surroundings of its zones blanked.

    Names are looked for in it: a name an hour away from every sum says nothing of one.
    """
    plain = layout.plain
    if len(plain) <= _LONG:
        return plain
    pieces, at = list[str](), 0
    for start, end in [(0, _OPENING), *((zone.start - _AROUND, zone.end + _AROUND) for zone in zones)]:
        begin = max(start, at)
        if end > begin:
            pieces += [" " * (begin - at), plain[begin:end]]
            at = min(end, len(plain))
    return "".join((*pieces, " " * (len(plain) - at)))
