"""Everybody a report names: the parties of the tables, and what looks like a person's full name."""

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property

from msgspec import Struct

from pledgebook.extract.deeds.clauses import Clause
from pledgebook.extract.page.layout import ASIDE
from pledgebook.extract.page.page import Page
from pledgebook.model.deeds import load_speakers, words_of
from pledgebook.model.naming import Named, Surface

NAME = r"[A-ZÀ-ÖØ-Þ][\w'\u2019À-ÿ-]*[a-zà-ÿ][\w'\u2019À-ÿ-]*"
_FULL_NAME = re.compile(
    rf"{NAME}(?:[ \n]+(?:[A-Z]\.[ \n]+)?(?:(?:von|van|der|de|bin|bint|ibn|abu|al|el|da|di|du|la|le)[ \n]+){{0,2}}"
    rf"{NAME}){{1,11}}"
)
_LONGEST_NAME = 6  # words: what runs on longer is no person's name


STATES = frozenset({Surface.COUNTRY, Surface.ADJECTIVE, Surface.PEOPLE, Surface.CAPITAL, Surface.MINISTRY})
"""Kinds of wording that name a state."""

_OFTEN = 3  # times that a report must name a state for it to be meant where nobody is named


class Holder(Struct, frozen=True):
    """Who holds a stance: the bounds of the name in the document, how it was found and what sort of holder it is."""

    start: int
    end: int
    rule: str
    sort: str


class Cast(Struct, frozen=True, dict=True):
    """Everybody a report names, for looking up who is meant."""

    page: Page

    @property
    def names(self) -> tuple[Named, ...]:
        """The parties that the report names, in order."""
        return self.page.names

    @cached_property
    def being_asked(self) -> set[tuple[int, int]]:
        """The places of words for "we" whose speaker is being looked for."""
        return set()

    @cached_property
    def people(self) -> tuple[tuple[int, int], ...]:
        """The bounds of people's full names: holders of offices, and what looks like a name and is no party."""
        found = {(named.person.start, named.person.end) for named in self.names if named.person}
        for match in _FULL_NAME.finditer(self.page.plain):
            start, end = self._without_titles(match.start(), match.end())
            words = self.page.plain[start:end].split()
            named = 1 < len(words) < _LONGEST_NAME and not words_of("not_people") & set(words)
            if named and self._is_name(words) and not self._overlap(start, end):
                found.add((start, end))
        return tuple(sorted(pair for pair in found if " " in " ".join(self.page.plain[pair[0] : pair[1]].split())))

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words that the report writes in small letters."""
        return frozenset(re.findall(r"\b[a-z]{3,}\b", self.page.plain))

    def _is_name(self, words: list[str]) -> bool:
        """Tell whether capitalised words can be a name: not a heading, whose words stand in small letters elsewhere."""
        small = [word.lower() in self._small for word in words]
        return not small[-1] and sum(small) < len(("two", "words"))

    def _overlap(self, start: int, end: int) -> bool:
        at = bisect_left(self.page.name_starts, end)
        return any(named.span.end > start for named in self.names[max(at - 4, 0) : at])

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The parsed sentences of the report, ready to be read."""
        return tuple(Clause(sentence) for sentence in self.page.sentences)

    def clauses_in(self, kind: str) -> tuple[Clause, ...]:
        """Return the sentences of the report in which the gate saw words of one kind; all where it was not asked."""
        if len(self.page.zones) != len(self.clauses):
            told = self.clauses
        else:
            every = zip(self.page.zones, self.clauses, strict=True)
            told = tuple(clause for zone, clause in every if kind in zone.why)
        return tuple(clause for clause in told if self.page.section_at(clause.sentence.start) not in ASIDE)

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [clause.sentence.start for clause in self.clauses]

    @cached_property
    def surnames(self) -> dict[str, tuple[int, int]]:
        """Where each person's full name stands first, by surname in lower case."""
        told = dict[str, tuple[int, int]]()
        for start, end in sorted(self.people, key=lambda pair: (-len(self.page.plain[slice(*pair)].split()), pair)):
            told.setdefault(self.page.plain[start:end].split()[-1].lower(), (start, end))
        return told

    def _without_titles(self, start: int, end: int) -> tuple[int, int]:
        """Return a name's bounds without the offices and titles before it."""
        speakers = load_speakers()
        at = start
        for word in re.finditer(r"\S+", self.page.plain[start:end]):
            told = speakers.get(word.group().lower())
            if word.group().lower() in words_of("title") or (told and told.kind in ("office", "voice")):
                at = start + word.end()
        while at < end and self.page.plain[at].isspace():
            at += 1
        return (at, end) if at < end else (start, end)

    @cached_property
    def by_words(self) -> dict[str, Named]:
        """The first party that each wording names."""
        told = dict[str, Named]()
        for named in self.names:
            told.setdefault(named.span.quote, named)
        return told

    @cached_property
    def offices(self) -> dict[str, Named]:
        """The first name of each person that tells the country or body he acts for, by surname."""
        told = dict[str, Named]()
        for named in self.names:
            if named.person and named.acts_for:
                told.setdefault(named.person.quote.split()[-1], named)
        return told

    @cached_property
    def often(self) -> tuple[Named, ...]:
        """The states of the title, those that the report names often, and all where there are but two."""
        counts = Counter(one.acts_for or one.code for one in self.names if one.kind in STATES | {Surface.HOLDER})
        title = self.page.layout.title or (0, 0)
        every = rank_states(self.names)
        alone = len(every) == len(("a", "pair"))
        return tuple(
            one
            for one in every
            if alone or title[0] <= one.span.start < title[1] or counts[one.acts_for or one.code] >= _OFTEN
        )

    @cached_property
    def in_office(self) -> dict[tuple[str, str], tuple[int, int]]:
        """Where the full name of each person stands first, by surname and office."""
        told = dict[tuple[str, str], tuple[int, int]]()
        for named in self.names:
            if named.person and named.office and " " in named.person.quote:
                key = (named.person.quote.split()[-1].lower(), named.office)
                told.setdefault(key, (named.person.start, named.person.end))
        return told

    @cached_property
    def titled(self) -> frozenset[str]:
        """The surnames of people whose full names the report gives with an office."""
        return frozenset(surname for surname, _ in self.in_office)

    @cached_property
    def represented(self) -> frozenset[str]:
        """The codes of the states for which the report names people in office."""
        return frozenset(one.acts_for for one in self.names if one.person and one.acts_for)

    def people_in(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Return the full names of people between two offsets."""
        low, high = bisect_left(self.people, (start, 0)), bisect_left(self.people, (end, 0))
        return tuple(pair for pair in self.people[low:high] if pair[1] <= end)

    def surnames_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the full names of the people whose surnames stand between two offsets."""
        words = re.findall(r"[\w'\u2019-]+", self.page.plain[start:end].lower())
        return [self.surnames[word] for word in words if word in self.surnames]

    def names_in(self, start: int, end: int) -> tuple[Named, ...]:
        """Return the parties named between two offsets."""
        return self.page.names_in(start, end)

    def name_over(self, start: int, end: int) -> Named | None:
        """Return the party whose wording covers a word."""
        at = bisect_left(self.page.name_starts, end) - 1
        return (
            self.names[at]
            if at >= 0 and self.names[at].span.end >= end and self.names[at].span.start <= start
            else None
        )

    def index_of(self, clause: Clause) -> int:
        """Return which of the parsed sentences a clause is."""
        return bisect_left(self._clause_starts, clause.sentence.start)


def cast_of(page: Page) -> Cast:
    """Return the cast of a page, one for all rules that ask for it."""
    held = vars(page).get("cast")
    if not isinstance(held, Cast):
        held = vars(page)["cast"] = Cast(page)
    return held


def rank_states(names: tuple[Named, ...]) -> list[Named]:
    """Return the states among some names, the most often named first, each once."""
    named = [one for one in names if one.kind in STATES and (one.acts_for or one.code)]
    counts = Counter(one.acts_for or one.code for one in named)
    first = dict[str, Named]()
    for one in named:
        first.setdefault(one.acts_for or one.code, one)
    return sorted(first.values(), key=lambda one: (-counts[one.acts_for or one.code], one.span.start))
