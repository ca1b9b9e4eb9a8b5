"""Find every wording that names a party: countries by any of their names, bodies, offices, people, groups."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pledgebook.extract.names.bodies import GENITIVE, RULES, read_local_government, read_party_sight
from pledgebook.extract.names.introduced import add_introduced
from pledgebook.extract.names.lexicon import short_names, word_set
from pledgebook.extract.names.unknown_bodies import Found
from pledgebook.extract.names.wordings import Scan, lay_out
from pledgebook.model.naming import Named, Surface
from pledgebook.model.records import Span, cut

_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|around|across|within|inside|throughout|visit(?:ed)?)(?: the)?(?: city of)? $",
    re.IGNORECASE,
)
_TOWN_BEFORE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside)(?: [A-Z][\w'\u2019-]+){1,2}, $")
_CLOSING = frozenset({",", ".", ";", ")", ""})
_BEFORE_PLACE = frozenset(
    ["in", "at", "near", "outside", "around", "across", "within", "inside", "throughout", "the", "of", "visit"]
)
_PLACE_REACH = 36
_NEXT_WORD = re.compile(r" ([A-Z][\w'\u2019-]*)")
_PLACES = {Surface.COUNTRY, Surface.CAPITAL, Surface.REGION, Surface.MINISTRY}


@lru_cache(maxsize=1)
def find_all_names(text: str, plain: str) -> tuple[Named, ...]:
    """Return every name in a report, in order; kept for the last report, as several ranges of one are asked for.

    Where parties meet ("the G7 summit") is read as a whole and left out: it is none of them.
    """
    scan = lay_out(plain)
    names = add_introduced(scan, list(_without_stray_short_names(scan, _choose(_read(scan)))))
    return tuple(_place(scan, text, found) for found in names if found.kind is not Surface.VENUE)


def _read(scan: Scan) -> Iterator[Found]:
    for sight in scan.sights:
        for rule in RULES[type(sight.meaning)]:
            found = rule(scan, sight)
            if found:
                yield found
    for sight in scan.pronouns:
        pointing = read_local_government(scan, sight) or read_party_sight(scan, sight)
        if pointing:
            yield pointing


def _choose(candidates: Iterable[Found]) -> list[Found]:
    """Keep the leftmost of names that overlap, and of those the longest; a name outranks words that only point."""
    chosen = list[Found]()
    for found in sorted(candidates, key=lambda found: (found.start, -found.end)):
        if not chosen or found.start >= chosen[-1].end:
            chosen.append(found)
        elif chosen[-1].kind is Surface.PRONOUN and found.end > chosen[-1].end:
            chosen[-1] = found
    return chosen


def _without_stray_short_names(scan: Scan, names: list[Found]) -> Iterator[Found]:
    """Leave out "the Commission" and the like where the report names another such body and not this one in full."""
    short = [_is_short_name(scan, found) for found in names]
    full = [found for found, is_short in zip(names, short, strict=True) if not is_short]
    told = {found.acts_for for found in full}
    rivals = {scan.text[found.start : found.end].rsplit(None, 1)[-1] for found in full if not found.person}
    for found, is_short in zip(names, short, strict=True):
        if not is_short or found.acts_for in told or scan.text[found.start : found.end] not in rivals:
            yield found


def _is_short_name(scan: Scan, found: Found) -> bool:
    return f"the {scan.text[found.start : found.end]}" in short_names()


def _place(scan: Scan, text: str, found: Found) -> Named:
    def span(start: int, end: int) -> Span:
        return cut(text, scan.outer(start), scan.outer(end, end=True))

    return Named(
        span(found.start, found.end),
        _weigh_kind(scan, found),
        found.name,
        found.code,
        found.acts_for,
        found.office,
        span(*found.person) if found.person else None,
        span(*found.title) if found.title else None,
        found.kind in _PLACES and _follows_place_word(scan.text, found.start, found.end),
        bool(GENITIVE.match(scan.text, found.end)),
        span(*found.owner) if found.owner else None,
    )


def _follows_place_word(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands where a place does: "in Malawi", or "in Blantyre, Malawi," between commas."""
    before = text[max(0, start - _PLACE_REACH) : start]
    words = before.rsplit(None, 1)
    if words and words[-1].endswith(","):
        return text[end : end + 1] in _CLOSING and bool(_TOWN_BEFORE.search(before))
    return (
        bool(words) and words[-1].casefold().removesuffix("ed") in _BEFORE_PLACE and bool(_PLACE_BEFORE.search(before))
    )


def _weigh_kind(scan: Scan, found: Found) -> Surface:
    """Tell a country or capital that only begins a longer proper name ("Kyiv Security Forum") from one that acts."""
    if found.kind not in {Surface.COUNTRY, Surface.CAPITAL}:
        return found.kind
    after = _NEXT_WORD.match(scan.text, found.end)
    if after and after.start(1) not in scan.by_start and after.group(1).casefold() not in word_set("headline"):
        return Surface.ADJECTIVE
    return found.kind
