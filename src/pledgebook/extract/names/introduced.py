"""Short names that a report introduces itself: an acronym in brackets, a surname after the full name."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import structs

from pledgebook.extract.names.bodies import follows_first_name
from pledgebook.extract.names.lexicon import word_set
from pledgebook.extract.names.unknown_bodies import Found, acting_for
from pledgebook.extract.names.wordings import Scan
from pledgebook.model.matcher import Matcher
from pledgebook.model.naming import RED_CROSS, Surface
from pledgebook.model.reference import Alias, Office, aliases

_ACRONYM = re.compile(
    r"(?:['\u2019]s)? ?\((?:the |hereinafter |hereafter |or |\u201c|\")*(?P<short>[A-Z][A-Za-z0-9&-]{1,11})[\u201d\")]"
)
_BODIES = {Surface.ORGANISATION, Surface.FUND, Surface.COMPANY, Surface.MINISTRY, Surface.GROUP}
_FAMILY_NAME_FIRST = {"CHN", "KOR", "PRK", "TWN", "VNM", "KHM", "LAO", "HKG"}
_MOVEMENT = frozenset({"ICRC", "IFRC"})
_BARE = frozenset({"Red Cross", "Red Crescent"})
_LENGTHENED = (" Group", " Bank", " Fund")
_SHORTEST = 2


def add_introduced(scan: Scan, names: Sequence[Found]) -> Sequence[Found]:
    """Return the names of a report with every later use of the short names that it introduces."""
    names = [*_with_their_society(scan, [_as_its_acronym(scan, found) for found in names])]
    told = {**dict(_find_surnames(scan, names)), **dict(_find_acronyms(scan, names))}
    if not told:
        return names
    matcher = Matcher(told)
    uses = [(start, end, told[matcher.wordings[index]]) for start, end, index in matcher.find(scan.text)]
    return _merge(scan, names, uses)


def _as_its_acronym(scan: Scan, found: Found) -> Found:
    """Return a name that no table holds as the body that the acronym behind it stands for, where the tables know that.

    It must spell the name's capitals: "Economic Community for the Northern Coast (ECNC)".
    """
    match = _ACRONYM.match(scan.text, found.end) if found.kind in _BODIES and not found.code else None
    sight = scan.by_start.get(match.start("short")) if match else None
    if match is None or sight is None or sight.end != match.end("short") or not isinstance(sight.meaning, Alias):
        return found
    alias, words = sight.meaning, scan.text[found.start : found.end]
    initials = "".join(part[0] for part in re.split(r"[\s-]+", words) if part[:1].isupper())
    spelt = _is_within(initials, match["short"]) and _is_within(match["short"], words)
    if not alias.code or alias.surface not in _BODIES or not spelt:
        return found
    return structs.replace(found, kind=alias.surface, name=alias.name, code=alias.code, acts_for=acting_for(alias.code))


def _with_their_society(scan: Scan, names: Sequence[Found]) -> Iterator[Found]:
    """Yield names with a bare "Red Cross" as the one national society that the report names in full."""
    told = {found.name: found for found in names if RED_CROSS.search(found.name) and found.code not in _MOVEMENT}
    for found in names:
        bare = len(told) == 1 and found.code in _MOVEMENT and scan.text[found.start : found.end] in _BARE
        one = next(iter(told.values())) if bare else found
        yield structs.replace(found, kind=one.kind, name=one.name, code=one.code, acts_for=one.acts_for)


def _is_within(few: str, many: str) -> bool:
    """Tell whether letters occur in other words in their order."""
    letters = iter(many.casefold())
    return all(letter in letters for letter in few.casefold())


def _find_acronyms(scan: Scan, names: Sequence[Found]) -> Iterator[tuple[str, Found]]:
    for found in names:
        match = _ACRONYM.match(scan.text, found.end) if found.kind in _BODIES else None
        if match and _is_short_for(match["short"], scan.text[found.start : found.end], found.code):
            yield match["short"], found


def _is_short_for(short: str, words: str, code: str) -> bool:
    """Tell whether an acronym can stand for a name: a known body's always, else by its first letters, in order.

    One that the tables know is taken over only by a name whose capitals it spells.
    """
    if sum(letter.isupper() for letter in short) < _SHORTEST:
        return False
    if code:
        return True
    parts = [part for part in re.split(r"[\s-]+", words) if part]
    if short in _known():
        return short == "".join(part[0] for part in parts if part[0].isupper())
    initials = iter("".join(part[0] for part in parts).casefold())
    capitals = [letter.casefold() for letter in short if letter.isupper()]
    return sum(letter in initials for letter in capitals) >= len(capitals) - 1


@cache
def _known() -> frozenset[str]:
    return frozenset(alias.words for alias in aliases())


def _find_surnames(scan: Scan, names: Sequence[Found]) -> Iterator[tuple[str, Found]]:
    """Yield the surname of each person named in full, but none that two people share."""
    told: dict[str, Found] = {}
    shared = set[str]()
    for found in names:
        surname = _surname(scan, found)
        if surname is None:
            continue
        earlier = told.setdefault(surname, found)
        if earlier.name != found.name:
            shared.add(surname)
    yield from ((surname, found) for surname, found in told.items() if surname not in shared)


def _surname(scan: Scan, found: Found) -> str | None:
    words = scan.text[found.person[0] : found.person[1]].split() if found.person else []
    if len(words) < _SHORTEST:
        return None
    surname = words[0] if found.acts_for in _FAMILY_NAME_FIRST else words[-1]
    if len(surname) < _SHORTEST or not surname[0].isupper() or surname.endswith("."):
        return None
    return None if surname.casefold() in word_set("not a name") or _means_else(scan, found, surname) else surname


def _means_else(scan: Scan, found: Found, surname: str) -> bool:
    """Tell whether a surname is a wording of the tables for something else ("England", "King")."""
    start = (found.person or (0, 0))[1] - len(surname)
    sight = scan.by_start.get(start)
    return bool(sight and isinstance(sight.meaning, Alias | Office))


def _merge(scan: Scan, names: Sequence[Found], uses: Sequence[tuple[int, int, Found]]) -> Sequence[Found]:
    kept = {found.start: found for found in names}
    starts = [found.start for found in names]
    for start, end, told in uses:
        at = bisect_right(starts, start) - 1
        over = names[at] if at >= 0 and names[at].end > start else None
        follows = at + 1 < len(names) and names[at + 1].start < end
        longer = over if over and over.start == start and scan.text[end : over.end] in _LENGTHENED else None
        if follows or (over and not longer and (over.start, over.end) != (start, end)):
            continue
        if told.person and follows_first_name(scan, start):
            continue
        kept[start] = _use(told, start, longer.end if longer else end)
    return [kept[start] for start in sorted(kept)]


def _use(told: Found, start: int, end: int) -> Found:
    """Return a later use of a name as what it was introduced for."""
    return structs.replace(told, start=start, end=end, person=(start, end) if told.person else None)
