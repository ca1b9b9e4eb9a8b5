"""All wordings of the reference tables in one automaton, with the spellings that reports use for them."""

import re
from collections.abc import Iterator
from functools import cache

from pledgebook.model.matcher import Matcher
from pledgebook.model.naming import Surface
from pledgebook.model.reference import Alias, Holder, Office, aliases, holders, offices

# The last word of a body's name; a capitalised run that ends in one is a body even where no table knows it.
BODY_WORDS = (
    "Agency Alliance Association Authority Bank Board Brigade Bureau Center Centre Charity Coalition Command Commission"
    " Committee Community Company Consortium Convention Corp Corporation Council Department Embassy Facility Federation"
    " Finance Force Forum Foundation Fund Funds Group Holding Holdings Hospital Inc Initiative Institute Institution"
    " International Investments League Limited Ltd Ministry Mission Movement Network Office Organisation Organization"
    " Partners Partnership Philanthropies Philanthropy Platform Program Programme Secretariat Service Services Society"
    " Systems Trust Union University"
).split()
_SPELLINGS = (
    ("'", "’"),
    (" and ", " & "),
    (" & ", " and "),
    ("rganisation", "rganization"),
    ("rganization", "rganisation"),
    ("Programme", "Program"),
    ("Centre", "Center"),
    ("Center", "Centre"),
    ("efence", "efense"),
    ("efense", "efence"),
    ("abour", "abor"),
    ("-", " - "),
    ("-", "‑"),
    ("-", "–"),
)
_LOWERED_TITLES = {"head", "minister", "organisation", "diplomat", "staff"}
_KEEP_CAPITAL = {"King", "Queen", "Prince", "Princess", "Chair", "Sultan", "Premier", "FM", "PM", "Commissioner"}
_SHORTEST_UPPER = 5
_SHORTEST_LOWER = 10

Meaning = Alias | Office | Holder | str


def _respell(words: str) -> Iterator[str]:
    yield words
    for old, new in _SPELLINGS:
        if old in words:
            yield words.replace(old, new)


def _recase(alias: Alias, words: str) -> Iterator[str]:
    yield words
    if words[0].islower():
        yield words[0].upper() + words[1:]
        yield words.title().replace("’S", "’s").replace("'S", "'s")
    letters = sum(sign.isalpha() for sign in words)
    if letters >= _SHORTEST_UPPER:
        yield words.upper()
    proper = alias.surface in {Surface.ORGANISATION, Surface.FUND, Surface.MINISTRY}
    if proper and " " in words and len(words) >= _SHORTEST_LOWER and not re.search(r"[A-Z]{2}|\bUS\b", words):
        yield words.lower()


def _title_spellings(office: Office, title: str) -> Iterator[str]:
    for words in _respell(title):
        yield words
        yield words.upper()
        if office.level in _LOWERED_TITLES and title not in _KEEP_CAPITAL and "." not in words:
            yield words.lower()
            yield words[0].upper() + words[1:].lower()


@cache
def read_lexicon() -> tuple[Matcher, tuple[Meaning, ...]]:
    """Return the automaton and the meaning of each of its wordings; tables of parties outrank people and offices."""
    meanings: dict[str, Meaning] = {word: word for word in BODY_WORDS}
    for office in offices():
        meanings.update((words, office) for title in office.titles for words in _title_spellings(office, title))
    for holder in holders():
        written = (holder.name, *holder.variants, *holder.alone)
        meanings.update((words, holder) for name in written for words in _respell(name))
    for alias in aliases():
        spelled = [each for words in _respell(alias.words) for each in _recase(alias, words)]
        meanings.update((words, alias) for words in spelled if words == alias.words or words not in meanings)
    matcher = Matcher(meanings)
    return matcher, tuple(meanings[words] for words in matcher.wordings)
