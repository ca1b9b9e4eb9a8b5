"""Find where an event takes place: after in, at or to, as what is visited, or before the noun."""

from collections.abc import Iterator

from msgspec import Struct

from pledgebook.extract.deeds.cast import Cast
from pledgebook.extract.deeds.clauses import Clause
from pledgebook.model.naming import Surface
from pledgebook.model.records import Part
from pledgebook.model.timewords import DAY_NAMES, MONTH_NAMES

_PLACED = ("in", "at", "to", "near")
_PLACES = frozenset({Surface.CAPITAL, Surface.COUNTRY, Surface.REGION, Surface.MINISTRY})
TIMES = frozenset((*(name.lower() for name in (*MONTH_NAMES, *DAY_NAMES)), "q1", "q2", "q3"))
_NO_PLACES = frozenset({"support", "response", "order", "addition", "light", "particular", "person", "line"})
_AFAR = 6  # words after an event's own group in which its place may still stand
_SHORT = 2  # words that a comma may add to a place: "Alberta", "South Korea"


class Happening(Struct, frozen=True):
    """One event of a sentence; indices count its words: the word for it, its group, its verb or -1."""

    head: int
    start: int
    end: int
    type: str
    verb: bool


Place = tuple[int, int, str]
"""Where a place starts and ends in the document, and how it was found."""


def find_place(cast: Cast, clause: Clause, happening: Happening) -> Iterator[Part]:
    """Yield where an event is, the place that says most: a city before a country."""
    found = [*_visited(cast, clause, happening), *_after(cast, clause, happening), *_before(cast, clause, happening)]
    found += () if found else _held_for(cast, clause, happening)
    found += () if found else _hosting(cast, clause, happening)
    for start, end, rule in sorted(found, key=lambda place: _rank(cast, place))[:1]:
        yield Part("where", cast.page.cut(start, end), rule)


def _rank(cast: Cast, place: Place) -> tuple[bool, bool, int]:
    """Return what puts a city before a country, and a city of the tables before a house: "at the palace in Hanoi"."""
    named = cast.name_over(place[0], place[1])
    house = named is None and place[2] == "after at"
    return (named is not None and named.kind is not Surface.CAPITAL, house, place[0])


def _visited(cast: Cast, clause: Clause, happening: Happening) -> Iterator[Place]:
    if happening.verb and clause.lemma_at(happening.head) in ("visit", "tour"):
        yield from _place_at(cast, clause, happening.head + 1, "visited")


def _after(cast: Cast, clause: Clause, happening: Happening) -> Iterator[Place]:
    """Yield the places after "in" and "at", for a visit after "to" as well."""
    placed = _PLACED if happening.type == "visit" else _PLACED[:2]
    for at in range(happening.head + 1, min(happening.end + _AFAR, len(clause))):
        if at >= happening.end and clause.word_at(at) in ("with", "that", "which", "while", ";"):
            return
        if clause.word_at(at) in ("on", "about") and clause.tag_at(at + 1) in ("DT", "JJ", "NN", "NNS"):
            return
        if clause.word_at(at) in placed and not (at > happening.end and clause.is_finite(at - 1)):
            yield from _place_at(cast, clause, at + 1, f"after {clause.word_at(at)}")


def _held_for(cast: Cast, clause: Clause, happening: Happening) -> Iterator[Place]:
    """Yield the place before "for": "will meet in Oslo for a summit"."""
    at = happening.start - 1
    if clause.word_at(at) == "for" and clause.is_noun(at - 1):
        first = clause.chunk(at - 1)[0]
        if clause.word_at(first - 1) in ("in", "at"):
            yield from _place_at(cast, clause, first, f"after {clause.word_at(first - 1)}")


def _hosting(cast: Cast, clause: Clause, happening: Happening) -> Iterator[Place]:
    """Yield the state behind "a visit to the country": the only other one that the sentence names than the guest's."""
    words = clause.lower[happening.head + 1 : happening.head + 5]
    if happening.type != "visit" or words[:2] != ("to", "the") or not {"country", "nation"} & set(words):
        return
    states = dict[str, Place]()
    guests = set[str]()
    for named in cast.names_in(clause.sentence.start, clause.sentence.end):
        if named.kind is Surface.COUNTRY and named.code:
            states.setdefault(named.code, (named.span.start, named.span.end, "the country"))
        elif named.person and named.acts_for:
            guests.add(named.acts_for)
    hosts = [place for code, place in states.items() if code not in guests]
    if len(hosts) == 1:
        yield hosts[0]


def _before(cast: Cast, clause: Clause, happening: Happening) -> Iterator[Place]:
    """Yield a city before the noun: "the prime minister's Kyiv visit"."""
    if happening.type not in ("visit", "summit", "conference"):
        return
    for named in cast.names_in(clause.words[happening.start].start, clause.words[happening.head].start):
        country = clause.word_at(happening.head) == "visit" and named.span.quote == named.name
        if not named.possessive and (named.kind is Surface.CAPITAL or (named.kind is Surface.ADJECTIVE and country)):
            yield named.span.start, named.span.end, "before the noun"


def _place_at(cast: Cast, clause: Clause, at: int, rule: str) -> Iterator[Place]:
    """Yield the place that starts at a word: a name of the tables, or capitalised words with what a comma adds."""
    while clause.tag_at(at) == "DT" or (clause.tag_at(at).startswith("JJ") and clause.words[at].text.islower()):
        at += 1
    if clause.word_at(at) in _NO_PLACES:
        return
    if at >= len(clause) or not clause.words[at].text[:1].isupper() or clause.tag_at(at).startswith(("PRP", "W")):
        return
    named = cast.name_over(clause.words[at].start, clause.words[at].end)
    if named and named.kind in _PLACES:
        yield named.span.start, named.span.end, rule
    elif not named and clause.word_at(at) not in TIMES and clause.word_at(at) not in cast.surnames:
        end = clause.chunk(at)[1]
        if adds_place(clause, end):
            end = clause.chunk(end + 1)[1]
        yield clause.words[at].start, clause.words[end - 1].end, rule


def adds_place(clause: Clause, at: int) -> bool:
    """Tell whether a comma adds the larger place that the one before lies in: "Miyazaki, Japan"."""
    if clause.word_at(at) != "," or not clause.is_noun(at + 1) or not clause.words[at + 1].text[:1].isupper():
        return False
    start, end = clause.chunk(at + 1)
    closed = end >= len(clause) or clause.word_at(end) in (",", ".", ")", "in", "on", "and", "to", "for")
    return end - start <= _SHORT and closed
