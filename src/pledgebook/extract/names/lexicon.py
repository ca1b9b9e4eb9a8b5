"""All wordings of the reference tables in one automaton, with the spellings that reports use for them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pledgebook.model.matcher import Matcher
from pledgebook.model.naming import Surface
from pledgebook.model.reference import Alias, Holder, Office, aliases, holders, offices, word_list

_SPELLINGS = (
    ("'", "\u2019"),
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
    ("-", " -"),
    ("-", "\u2011"),
    ("-", "\u2013"),
)
_LOWERED_TITLES = {"head", "minister", "organisation", "diplomat", "staff"}
_KEEP_CAPITAL = {"King", "Queen", "Prince", "Princess", "Chair", "Sultan", "Premier", "FM", "PM"}
_SMALL = {"of", "for", "the", "and", "on", "to", "in"}
_SHORTEST_UPPER = 5
_SHORTEST_LOWER = 10

Meaning = Alias | Office | Holder | str


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one list of name words for looking up."""
    return frozenset(word_list(name))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some wordings, the longest first, spaced as they are."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _respell(words: str) -> Iterator[str]:
    yield words
    for old, new in _SPELLINGS:
        if old in words:
            yield words.replace(old, new)


def _recase(alias: Alias, words: str) -> Iterator[str]:
    yield words
    if words[0].islower():
        yield words[0].upper() + words[1:]
        yield " ".join(word[:1].upper() + word[1:] for word in words.split(" "))
    letters = sum(sign.isalpha() for sign in words)
    if letters >= _SHORTEST_UPPER:
        yield words.upper()
    if " " in words and alias.surface in {Surface.ORGANISATION, Surface.MINISTRY}:
        yield " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words.split(" "))
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
    meanings: dict[str, Meaning] = {word: word for word in (*word_list("body"), *word_list("group"))}
    meanings["Countries"] = "countries"
    for office in offices():
        meanings.update((words, office) for title in office.titles for words in _title_spellings(office, title))
    for holder in holders():
        written = (holder.name, *holder.variants, *holder.alone)
        meanings.update((words, holder) for name in written for words in _respell(name))
    for alias in aliases():
        if alias.surface is Surface.PRONOUN:
            continue
        spelled = [each for words in _respell(alias.words) for each in _recase(alias, words)]
        meanings.update((words, alias) for words in spelled if words == alias.words or words not in meanings)
    matcher = Matcher(meanings)
    return matcher, tuple(meanings[words] for words in matcher.wordings)


@cache
def read_pronouns() -> tuple[Matcher, tuple[Alias, ...]]:
    """Return the automaton of wordings that point at a party named elsewhere, apart, as names may begin like them."""
    meanings = {
        words: alias
        for alias in aliases()
        if alias.surface is Surface.PRONOUN
        for words in (alias.words, alias.words[0].upper() + alias.words[1:])
    }
    matcher = Matcher(meanings)
    return matcher, tuple(meanings[words] for words in matcher.wordings)


@cache
def short_names() -> frozenset[str]:
    """Return the wordings that name a body only where the report has named it in full: "the Commission"."""
    bodies = {Surface.ORGANISATION, Surface.MINISTRY, Surface.FUND}
    known = {alias.words for alias in aliases()}
    listed = (alias.words for alias in aliases() if alias.surface in bodies and alias.words.startswith("the "))
    return frozenset(words for words in listed if words.removeprefix("the ") not in known)
