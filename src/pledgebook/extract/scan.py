"""Scan a whole document for probable money phrases with one compiled pattern, before any sentence is cut."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Protocol

import re2

from pledgebook.model.currencies import load_currencies, load_forms

_ROOM = 64 << 20  # bytes for the pattern's states; with too few it falls back to a search many times slower
_SIGNS = r"[$\xa3\x80\xa5]"
_SCALE = (
    r"(?:(?i:hundreds?|thousands?|lakhs?|lacs?|crores?|mill?i?ons?|bill{1,2}i?ons?|trill?ions?|mln|bln|mio|mrd|milliards?"
    r"|mill?|bil)"
    r"|[Mm][Nn]?|[Bb][Nn]?|[Kk]|[Tt][Nn]|[Cc]r|trn)"
)
_NUMBER = r"\d[\d.,'\x92\xa0 ]{0,20}-?"
_WORDS = (
    r"(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|half|dozen|several)"
)
_CUES = r"(?i:further|another|additional|extra|plus|remaining)"


class Found(Protocol):
    """One place that the scan found."""

    def start(self) -> int:
        """Return the offset of the place."""

    def span(self) -> tuple[int, int]:
        """Return where the place starts and ends."""


class Scanner(Protocol):
    """A compiled pattern over bytes."""

    def finditer(self, text: bytes) -> Iterator[Found]:
        """Yield the matches in order."""


def _any_of(words: set[str]) -> str:
    """Return a pattern for any of some words, the longest first, in one byte for each character."""
    spelt = {word.encode("cp1252", "replace").decode("latin-1") for word in words}
    return "(?:" + "|".join(re.escape(word) for word in sorted(spelt, key=lambda word: (-len(word), word))) + ")"


@cache
def money_pattern() -> str:
    """Return the pattern of probable money, for text in one byte a character (cp1252, others as "?")."""
    forms, known = load_forms(), load_currencies().values()
    marks = {sign for sign in forms.signs if sign[0].isalpha() and sign[0].isascii()}
    strong = _any_of({mark for mark in marks if mark not in forms.weak})
    weak = _any_of({mark for mark in marks if mark in forms.weak})
    units = _any_of({unit for c in known for unit in (*c.units, *c.aliases)})
    adjectives = _any_of({adjective for c in known for adjective in c.adjectives})
    codes = _any_of(
        {c.code for c in known if c.current or c.units}
        | {"RMB", "SDR", "kr", "FCFA", "CFA", "CFP", "Ft", "TL", "Tk", "Rs", "VT"}
    )
    return (
        rf"{_SIGNS}(?:[A-Z]{{1,3}}|m)?[\s\xa0]{{0,6}}\.?\d"
        rf"|\d[\s\xa0]{{0,6}}(?:{_SCALE}[\s\xa0]?)?(?:U\.?S\.?[\s\xa0]?)?{_SIGNS}"
        rf"|\?[\s\xa0]?\d[\d.,]{{2,}}|\?\d|\?[\s\xa0]\d{{1,2}}(?:\.\d+)?[\s\xa0]?{_SCALE}\b"
        rf"|\bM?{strong}[\s\xa0-]{{0,6}}(?:\d|{_WORDS}\b|{_SCALE}[\s\xa0]\d)"
        rf"|\b{weak}[\s\xa0]?(?:{_NUMBER}{_SCALE}\b|\d{{1,3}},\d{{2,3}}|\d{{4,}})"
        rf"|\d[\s\xa0]{{0,6}}(?:{_SCALE}[\s\xa0]+)?(?:M?{codes}\b|z\?|K\?)"
        rf"|(?:\d{_SCALE}?|\b{_SCALE}|\b{_WORDS})[\s\xa0-]{{1,6}}(?i:(?:of|in)[\s\xa0]+)?(?i:{adjectives}[\s\xa0-]+)?(?i:{units})\b"
        rf"|\b(?i:{units})[\s\xa0]{{0,2}}(?:\d|{_WORDS}\b)"
        rf"|\b{_SCALE}[\s\xa0]?{_SIGNS}"
        rf"|\b{_CUES}[\s\xa0]+{_NUMBER}{_SCALE}\b"
        rf"|\b{_NUMBER}{_SCALE}(?:[,;.)]|[\s\xa0]+(?:for|to|towards|as|from|was|were|will|annually)\b)"
    )


@cache
def compile_scanner(pattern: str) -> Scanner:
    """Return a compiled pattern over text in one byte a character, kept once compiled."""
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = _ROOM
    scanner: Scanner = re2.compile(pattern.encode("latin-1"), options)
    return scanner


def to_bytes(plain: str) -> bytes:
    """Return a text with one byte for each character (cp1252, others as "?"), so that offsets need no mapping."""
    return plain.encode("cp1252", "replace")
