"""Keep of the sentences that the gate let through those worth parsing: giving that goes abroad and what is around it.

A short report is kept whole. In a long one (a briefing of an hour) words of stance stand in every other sentence and
most money stays at home; there a sum matters when somebody abroad or help that only goes abroad is named near it, and
deeds matter in the opening of a report that speaks of help abroad at all.
"""

import re
from collections.abc import Collection, Iterator

from pledgebook.extract.abroad import OPENING, Abroad, look_abroad
from pledgebook.extract.commitments.background import HELP_ABROAD
from pledgebook.extract.commitments.bringing import WILL_COME
from pledgebook.extract.commitments.contents import HOLDS
from pledgebook.extract.commitments.handing import HANDING, NEAR
from pledgebook.extract.commitments.idle_goods import are_counted
from pledgebook.extract.commitments.wording import Wording, find_wording
from pledgebook.extract.gate import Hits, cut_zones, find_hits
from pledgebook.extract.page.layout import Bounds, Layout
from pledgebook.extract.page.sentences import Zone
from pledgebook.extract.quantities.goods import find_goods
from pledgebook.model.records import Section

_SHORT = 9000  # characters up to which every deed of a report about help is read
_LONG = 12000  # characters from which a title alone makes no sum matter, and names are looked for only around zones
_NOTE = 1500  # characters up to which every sum is read
_QUOTE = 500  # characters up to which a text need not tell whose words it holds: a sentence or two from a report
_INTRODUCED = 400  # characters of what introduces a list that are looked at
_LISTED = 3  # goods in one sentence that are a list, which a long report tells for its own sake
_ABOVE = 800  # characters above a row of a list in which what it shares out is given
_AROUND = 250  # characters before a sum in which a party still belongs to it

_DEEDS = frozenset({"agreement", "position", "event"})
_ACTORS = re.compile(
    r"\b(?:I|[Ww]e|[Oo]ur|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Tt]he two|[Bb]oth|[Cc]ountries|[Nn]ations|[Ss]tates?"
    r"|[Gg]overnments?|[Mm]inist\w+|[Pp]resident|[Cc]hancellor|[Ss]ecretary|[Ll]eaders?|[Oo]fficials?|[Ll]awmakers?|[Pp]arliament\w*"
    r"|[Cc]ommittee|[Cc]ommission\w*|[Cc]ouncil|[Ee]xperts?|[Ll]etter|[Pp]etition|[Ss]tatement|[Rr]eport|[Cc]harit\w+|[Ss]cientists?|[Cc]ommentators?|[Cc]ritics|[Gg]roups?|[Oo]rgani[sz]ations?|NGOs?"
    r"|[Cc]ivil society|[Cc]ampaigners|[Aa]genc(?:y|ies)|[Dd]onors?|[Aa]llies|[Pp]artners?|[Oo]pposition"
    r"|[Aa]dvocates|[Aa]ctivists|[Ee]conomists|[Aa]nalysts|[Oo]bservers|[Rr]esearchers|[Aa]cademics|[Aa]ssociations?|CSOs?|MPs|MEPs"
    r"|[Cc]oalition|[Nn]etwork|[Ff]ederation|[Ff]oundation|[Ii]nstitute|[Cc]abinet|[Dd]irector|[Ss]pokes\w+|[Uu]nions|[Cc]ompanies"
    r"|[Pp]art(?:y|ies)|[Aa]lliance|[Uu]nion|[Bb]loc|[Bb]ank|[Ff]und|[Kk]ing|[Pp]rince|[Ss]ummit|[Cc]onference|[Vv]isit|[Tt]alks)\b"
)
"""Sorts of actors and occasions, and the words that stand for them."""

_SPEAKER = re.compile(
    r"\W*[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3},?\s+(?:has\s+|had\s+|also\s+|[a-z]+ly\s+)?(?:[a-z]{3,}(?:ed|s)|said)\b"
)
"""A name that opens a sentence and does something: "Medvedev insisted"."""

_ROW = re.compile(
    r"\W*(?:[A-Z]{1,3}\s?)?[$\u20ac\u00a3\u00a5]?\s?\d[\d.,]*\s?(?:million|billion|m|bn|crore)?\s*(?:[A-Z]{3}\s+|dollars\s+|euros\s+)?"
    r"(?:\([^)]*\)\s*)?(?:to|for|through|via)\s"
)
"""A row of a list that opens with a sum and says only where it goes."""

_SIGNED = re.compile(
    r"\b(?:agreement|memorandum|treaty|letter of intent|accord|pact|partnership|action plan)\b", re.IGNORECASE
)


def find_worthy_zones(layout: Layout) -> tuple[Zone, ...]:
    """Return the sentences of a report that are worth parsing, in order.

    What a report names abroad is looked for first, then triggers; only blocks that can hold such a sentence are cut
    into sentences. Nothing that the rules below would keep is passed over by that.
    """
    abroad, whole = look_abroad(layout.plain), len(layout.plain) <= _NOTE
    if not (whole or abroad.says_anything()):
        return ()
    if len(layout.plain) > _QUOTE and not abroad.names_anyone():
        return tuple(_find_gifts(layout))
    return _find_worthy(layout, abroad, whole=whole)


def _find_gifts(layout: Layout) -> Iterator[Zone]:
    """Yield the sentences of a short report that names no land or body in which money or goods are given at all."""
    hits = find_hits(layout)
    for zone in cut_zones(layout, hits, sorted(hits)):
        given = "money" in zone.why and _gives(find_wording(layout.plain, zone.start, zone.end))
        if given or ("goods" in zone.why and _hands_goods_over(layout.plain, zone)):
            yield zone


def _find_worthy(layout: Layout, abroad: Abroad, *, whole: bool) -> tuple[Zone, ...]:
    hits = find_hits(layout)
    likely = sorted(at for at, kinds in hits.items() if whole or _may_hold_sum(layout, at, kinds, abroad))
    zones = cut_zones(layout, hits, likely)
    sums = [zone for zone in zones if _is_sum(zone) and (whole or _goes_abroad(layout, zone, abroad))]
    deeds = _find_deeds(layout, hits, abroad) if sums or whole or _speaks_of_help(layout, abroad) else ()
    titles = _find_titles(layout, hits) if sums or whole else ()
    return tuple(sorted({*sums, *titles, *deeds}, key=lambda zone: zone.start))


def _may_hold_sum(layout: Layout, at: int, kinds: Collection[str], abroad: Abroad) -> bool:
    """Tell whether a block with these kinds of triggers can hold a sum or goods that go abroad."""
    start, end = layout.blocks[at].start, layout.blocks[at].end
    lead = _introduction(layout, start)
    if "money" not in kinds:
        return "goods" in kinds and _is_near_stranger(layout, (start, end), lead, abroad)
    return (
        abroad.may_help(start, end) or abroad.may_help(*lead) or _is_near_stranger(layout, (start, end), lead, abroad)
    )


def _is_near_stranger(layout: Layout, stretch: Bounds, lead: Bounds, abroad: Abroad) -> bool:
    """Tell whether another land is named around a stretch, in what introduces it, or in the title of a short report."""
    if abroad.names_stranger(stretch[0] - _AROUND, stretch[1]) or abroad.names_stranger(*lead):
        return True
    return len(layout.plain) <= _LONG and layout.title is not None and abroad.names_stranger(*layout.title)


def _speaks_of_help(layout: Layout, abroad: Abroad) -> bool:
    """Tell whether the opening of a report speaks of help abroad, or of something signed with others."""
    opening = layout.plain[:OPENING]
    return bool(HELP_ABROAD.search(opening) or (len(abroad.usual) > 1 and _SIGNED.search(opening)))


def _find_deeds(layout: Layout, hits: Hits, abroad: Abroad) -> Iterator[Zone]:
    """Yield the sentences about deeds in the part of a report that is read for them."""
    reach = len(layout.plain) if len(layout.plain) <= _SHORT else OPENING
    opening = sorted(at for at, kinds in hits.items() if layout.blocks[at].start < reach and _DEEDS & kinds.keys())
    for zone in cut_zones(layout, hits, opening):
        if zone.start < reach and _DEEDS & set(zone.why) and _names_actor(layout, zone, abroad):
            yield zone


def _find_titles(layout: Layout, hits: Hits) -> tuple[Zone, ...]:
    return cut_zones(layout, hits, sorted(at for at in hits if layout.blocks[at].section is Section.TITLE))


def _names_actor(layout: Layout, zone: Zone, abroad: Abroad) -> bool:
    """Tell whether somebody who can hold a stance stands in a sentence, or in what introduces the list it is in."""
    block = layout.block_at(zone.start)
    if block is not None and block.item:
        return True
    plain = layout.plain
    known = _ACTORS.search(plain, zone.start, zone.end) or _SPEAKER.match(plain, zone.start, zone.end)
    return bool(known or abroad.names(zone.start, zone.end))


def _is_sum(zone: Zone) -> bool:
    return "money" in zone.why or "goods" in zone.why


def _goes_abroad(layout: Layout, zone: Zone, abroad: Abroad) -> bool:
    """Tell whether a sum or goods can go to somebody other than the report's own country, and are given at all."""
    plain, stretch = layout.plain, (zone.start, zone.end)
    lead = _introduction(layout, zone.start)
    if "money" not in zone.why:
        return _is_near_stranger(layout, stretch, lead, abroad) and _hands_goods_over(plain, zone)
    if any(
        abroad.may_help(*told) and HELP_ABROAD.search(plain, *told) for told in (stretch, lead)
    ) or _is_near_stranger(layout, stretch, lead, abroad):
        told = _gives(find_wording(plain, *stretch)) or _gives(find_wording(plain, *lead))
        return told or (_ROW.match(plain, *stretch) is not None and _is_given_above(plain, zone.start))
    return False


def _gives(wording: Wording) -> bool:
    return bool(wording.acts) or any(hit.cue.field == "aid_noun" for hit in wording.hits)


def _is_given_above(plain: str, start: int) -> bool:
    """Tell whether somebody gives or announces money in what stands right above a row of a list."""
    wording = find_wording(plain, max(0, start - _ABOVE), start)
    return any(act.verb.role in ("give", "announce") for act in wording.acts)


def _introduction(layout: Layout, offset: int) -> Bounds:
    """Return the bounds of the words that introduce the list around an offset; an empty stretch for none."""
    block = layout.block_at(offset)
    if block is None or block.lead_in < 0:
        return offset, offset
    lead = layout.blocks[block.lead_in]
    return max(lead.start, lead.end - _INTRODUCED), lead.end


def _hands_goods_over(plain: str, zone: Zone) -> bool:
    """Tell whether a verb of handing over stands close by goods."""
    if WILL_COME.search(plain, zone.start, zone.end) or HOLDS.match(plain, zone.start, zone.end):
        return bool(find_goods(plain, plain, zone.start, zone.end))
    wording = find_wording(plain, zone.start, zone.end)
    acts = [act for act in wording.acts if act.verb.name in HANDING and not act.negated and not act.maybe]
    goods = find_goods(plain, plain, zone.start, zone.end) if acts else ()
    if len(plain) > _LONG and len(goods) < _LISTED and not are_counted(goods):
        return False
    return any(act.start - NEAR <= one.span.end and one.span.start <= act.end + NEAR for act in acts for one in goods)


def blank_beyond(layout: Layout, zones: tuple[Zone, ...]) -> str:
    """Return the plain text with what lies beyond a long report's opening and the surroundings of its zones blanked.

    Names are looked for in it: a name an hour away from every sum says nothing of one.
    """
    plain = layout.plain
    if len(plain) <= _LONG:
        return plain
    pieces, at = list[str](), 0
    for start, end in [(0, OPENING), *((zone.start - _AROUND, zone.end + _AROUND) for zone in zones)]:
        begin = max(start, at)
        if end > begin:
            pieces += [" " * (begin - at), plain[begin:end]]
            at = min(end, len(plain))
    return "".join((*pieces, " " * (len(plain) - at)))
