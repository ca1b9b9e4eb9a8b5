"""Read the name of a person out of capitalised words, and stop before the words that are not part of it."""

import re

from pledgebook.extract.names.lexicon import word_set
from pledgebook.extract.names.wordings import Scan
from pledgebook.model.reference import Alias, Holder, Office

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŐŒŘŚŞŠŤŪŮŰŹŻŽȘȚ"
_WORD = (
    rf"(?:[{_UPPER}]\.(?:[{_UPPER}]\.)*"
    rf"|(?:[aA]l-|[eE]l-|[OdN]['\u2019])?[{_UPPER}][\w'\u2019\u02bc-]*)"
)
_PARTICLES = r"(?:(?:de|van|von|der|den|del|della|di|da|dos|das|du|la|al|el|bin|ibn|bint|ter|ten|zu|af|e) ){0,3}"
_NAME = re.compile(rf"{_WORD}(?: {_PARTICLES}{_WORD}){{0,5}}(?:,? (?:Jr|Sr)\.)?")
_NAME_BEFORE = re.compile(
    rf"(?<![\w'\u2019-])({_WORD}(?: {_PARTICLES}{_WORD}){{1,4}}), "
    r"(?:the |a |an |then |then-|former |new |acting |senior |his country's )?$"
)
_HONOURS = {"honorific", "military", "head"}
_BEFORE = 70
_APART = 24
_APPOSED = re.compile(r"[^,.;\n]{3,45},")
_GENITIVE_LENGTH = 2
_SHORT_CAPITALS = 4
GENITIVES = ("'s", "\u2019s")


def read_name(scan: Scan, start: int) -> tuple[int, int] | None:
    """Return the bounds of a person's name that starts at an offset, cut before words that cannot be part of one."""
    match = _NAME.match(scan.text, start)
    if not match:
        return None
    end = _cut_name(scan, start, match.end())
    if scan.text[start:end].endswith(GENITIVES):
        end -= _GENITIVE_LENGTH
    return (start, end) if _can_be_name(scan.text[start:end]) else None


def _can_be_name(words: str) -> bool:
    """Tell a name from an initial, a word cut at a hyphen and the short capitals of a time zone or a body."""
    bare = words.strip(".'\u2019")
    return len(bare) > 1 and not bare.endswith("-") and not (bare.isupper() and len(bare) <= _SHORT_CAPITALS)


def _cut_name(scan: Scan, start: int, end: int) -> int:
    at = start
    while at < end:
        stop = scan.text.find(" ", at, end)
        stop = end if stop < 0 else stop
        if _ends_before(scan, at, stop, start, end):
            return max(start, at - 1)
        if scan.text[at:stop].endswith(GENITIVES):
            return stop
        at = stop + 1
    return end


def _ends_before(scan: Scan, at: int, stop: int, start: int, end: int) -> bool:
    """Tell whether a name cannot go on with the word at an offset."""
    word = scan.text[at:stop].casefold()
    if word in word_set("not a name") or (at > start and word in word_set("headline")):
        return True
    sight = scan.by_start.get(at)
    if scan.text[at:stop] in word_set("common") and not (sight and isinstance(sight.meaning, Holder)):
        return True
    if sight is None or isinstance(sight.meaning, Holder) or (at == start and sight.end < stop):
        return False
    if isinstance(sight.meaning, str):
        return True
    given = scan.text[at : sight.end] in word_set("given") and sight.end < end
    return not given and (isinstance(sight.meaning, Alias | Office))


def read_holder(scan: Scan, end: int) -> tuple[int, int] | None:
    """Return the bounds of the name after an office, past a second title such as "Sir" or "General"."""
    gap = scan.text[end : end + 1]
    if gap not in {" ", ","}:
        return None
    start = end + (1 if gap == " " else 2)
    after = _skip_honours(scan, start)
    if gap == "," and after == start and not _APPOSED.match(scan.text, start):
        return None
    name = read_name(scan, after)
    return name if name and (gap == " " or after > start or _is_apposed(scan, name)) else None


def _skip_honours(scan: Scan, start: int) -> int:
    """Return where a name starts behind titles such as "H.E. Dr"."""
    for _ in range(2):
        honour = scan.title_at(start)
        if honour and isinstance(honour.meaning, Office) and honour.meaning.level in _HONOURS:
            start = honour.end + 1
    return start


def _is_apposed(scan: Scan, name: tuple[int, int]) -> bool:
    """Tell whether a name behind a comma is a whole name between two: ", Ana Roe,"."""
    return scan.text[name[1] : name[1] + 1] in {",", ")"} and " " in scan.text[slice(*name)]


def read_name_before(scan: Scan, start: int, *, alone: bool) -> tuple[int, int] | None:
    """Return the bounds of the name that stands with a comma before an office: "Mark Carney, prime minister".

    `alone` tells that the office names no country or body; then "the president" does not tell who came before.
    """
    if alone and scan.text.startswith("the ", start - 4):
        return None
    if "," not in scan.text[max(0, start - _APART) : start]:
        return None
    low = max(0, start - _BEFORE)
    match = _NAME_BEFORE.search(scan.text[low:start])
    if not match:
        return None
    at = low + match.start(1)
    honour = scan.title_at(at)
    name = read_name(scan, honour.end + 1 if honour else at)
    return name if name and name[1] == low + match.end(1) else None


def start_with_honours(scan: Scan, start: int) -> int:
    """Return where a name starts with the title that stands before it: "Sheikh", "Dr"."""
    sight = scan.by_end.get(start - 1)
    return sight.start if sight and isinstance(sight.meaning, Office) else start
