"""Say who the words for an actor or a party stand for: by the report's names, else by the words themselves."""

import re
from functools import cache, cached_property

from msgspec import Struct, structs

from pledgebook.model.deeds import load_speakers
from pledgebook.model.naming import Named, Names, Surface, strip_marks
from pledgebook.model.records import Document, Span
from pledgebook.model.reference import Entry, parties
from pledgebook.model.values import Party, PartyKind
from pledgebook.resolve.parties import read_actor, read_party, read_person_name

_DATELINE = 400  # characters in which the place may stand that a report is sent from
_BARE = ("cabinet", "ministry", "government", "foreign ministry", "interior ministry", "finance ministry")
_STATES = (Surface.COUNTRY, Surface.ADJECTIVE, Surface.MINISTRY)
_OPENED = 60  # characters before a person in which a sentence may open with the country
_MARKS = re.compile(r"\\+[_\s]?|\\u[0-9a-fA-F]{4}")
_ARTICLES = ("the ", "a ", "an ", "this ", "these ")
_MARKED = re.compile(r":abbr\[([^\]\s]{2,12})\]\{title=[\"\u201c]([^\"\u201d]{3,90})[\"\u201d]", re.IGNORECASE)
_BRACKETED = re.compile(r"((?:[A-Z][\w'\u2019-]+ (?:(?:of|for|and|on|the|in) ){0,2}){2,8})\(([A-Z][A-Za-z&]{1,9})\)")
_IN_BRACKETS = re.compile(r"\([A-Z][A-Za-z&]{1,9}\)")

_SPEAKING = frozenset({"leaders", "ministers", "countries", "nations", "members", "states", "governments"})
_QUOTED = re.compile(r"(?<!\w)[\"\u201c](?=\w)[^\"\u201c\u201d\n]{30,600}[,.!?][\"\u201d]")


class Known(Struct, frozen=True, dict=True):
    """What a report knows of names: the parties by their bounds, people by surname, abbreviations spelt out."""

    document: Document
    names: Names

    @cached_property
    def people(self) -> dict[tuple[int, int], Named]:
        """The names of people in office by the bounds of the person's own name."""
        return {(one.person.start, one.person.end): one for one in self.names.values() if one.person}

    @cached_property
    def states(self) -> dict[str, Named]:
        """The first name of each person that tells the country or body he acts for, by surname."""
        told = dict[str, Named]()
        for _, one in sorted(self.names.items()):
            if one.person and one.acts_for:
                told.setdefault(one.person.quote.split()[-1], one)
        return told

    @cached_property
    def home(self) -> Named | None:
        """The country that the report names first."""
        return next((one for _, one in sorted(self.names.items()) if one.kind in _STATES and one.acts_for), None)

    @cached_property
    def dateline(self) -> Named | None:
        """The capital in capitals that opens the report."""
        opening = (one for at, one in sorted(self.names.items()) if at[0] < _DATELINE)
        return next((one for one in opening if one.kind is Surface.CAPITAL and one.span.quote.isupper()), None)

    @cached_property
    def quotes(self) -> bool:
        """Whether the report quotes somebody at length, not a word or two."""
        return _QUOTED.search(self.document.text) is not None

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """What abbreviations stand for, where the report spells them out in its markup or before brackets."""
        told = dict[str, str]()
        text = self.document.text
        for match in _MARKED.finditer(text) if "]{" in text else ():
            if match.group(2)[:1].isupper():
                told.setdefault(match.group(1), match.group(2))
        for match in _BRACKETED.finditer(text) if _IN_BRACKETS.search(text) else ():
            words = match.group(1).split()
            while sum(word[0].isupper() for word in words) > len(match.group(2)):
                words = words[1:]
            if "".join(word[0] for word in words if word[0].isupper()) == match.group(2).upper():
                told.setdefault(match.group(2), " ".join(words))
        return told


def find_named(span: Span, known: Known) -> Named | None:
    """Return the name that the words are, or whose person they are."""
    return known.names.get((span.start, span.end)) or known.people.get((span.start, span.end))


def name_actor(span: Span, known: Known, sort: str = "") -> Party:
    """Return who holds a stance: a person stays a person, a capital stands for its country, a group for itself."""
    named = find_named(span, known)
    group = named is not None and named.kind is Surface.GROUP and _are_people(named)
    told = named is not None and not group and named.kind is not Surface.PRONOUN
    actor = read_actor(named) if named and told else _by_words(span, sort)
    plain = _without_marks(actor.name)
    state = known.dateline or known.home
    if state and actor.kind is not PartyKind.PERSON and not actor.code and _is_bare(plain, named):
        return read_party(state)
    if state and plain.lower().endswith("opposition") and not actor.code:
        return structs.replace(actor, name=_name_opposition(plain, state, known))
    full = known.abbreviations.get(plain, plain)
    if actor.kind is PartyKind.PERSON:
        return structs.replace(actor, name=_spell_as(plain, span.quote))
    return structs.replace(actor, name=full) if actor.kind is not PartyKind.COUNTRY and full != actor.name else actor


def _name_opposition(name: str, state: Named, known: Known) -> str:
    """Return whose opposition it is, in the report's word for the state: "the opposition" of a Norwegian report."""
    told = (one for _, one in sorted(known.names.items()) if one.kind is Surface.ADJECTIVE)
    adjective = next((one.span.quote for one in told if one.acts_for == state.acts_for), "")
    return name if not adjective or adjective in name else f"{adjective} {name}"


def _are_people(named: Named) -> bool:
    """Tell whether a group is its own words, "aid groups", not a body whose leaders speak for it: "G7 leaders"."""
    words = named.span.quote.split()
    short = bool(named.code) and words[0].isupper() and len(words[0]) > 1
    return words[-1].lower() in load_speakers() and not (short and words[-1].lower() in _SPEAKING)


def _spell_as(name: str, written: str) -> str:
    """Return a common spelling with the accents that the report writes, and none where it writes none."""
    if name.isascii():
        return name
    told = {strip_marks(word): word for word in written.split()}
    bare = strip_marks(name) if written.isascii() else name
    return " ".join(told.get(strip_marks(word), word) for word in bare.split())


def _is_bare(name: str, named: Named | None) -> bool:
    """Tell whether a body of a state is told without the state: "the Cabinet", "the Ministry of Mines"."""
    ministry = named is not None and named.kind is Surface.MINISTRY and not named.acts_for
    return ministry or name.lower() in _BARE


def name_government(span: Span, known: Known) -> Party | None:
    """Return the country or body that a person in office speaks for, where the report tells it.

    An office without a country is one of the country that the report names first.
    """
    named = find_named(span, known)
    if named is None or named.person is None or not named.office:
        return None
    if named.acts_for:
        return read_party(named)
    told = known.states.get(named.person.quote.split()[-1]) or _placed_before(named, known) or known.home
    return read_party(told) if told else None


def name_principal(span: Span, known: Known) -> Party | None:
    """Return the body or country that a spokesperson speaks for, where the report tells it, None for anybody else."""
    named = find_named(span, known)
    if named is None or named.person is None or named.office != "spokesperson":
        return None
    told = named if named.acts_for else known.states.get(named.person.quote.split()[-1])
    return read_party(told) if told else None


def _placed_before(named: Named, known: Known) -> Named | None:
    """Return the country that the sentence opened with: "In Vanuatu, the prime minister said"."""
    near = known.document.text[max(named.span.start - _OPENED, 0) : named.span.start].rpartition(".")[2]
    start = named.span.start - len(near)
    told = [one for at, one in sorted(known.names.items()) if at[0] >= start and at[1] <= named.span.start]
    return next((one for one in reversed(told) if one.kind is Surface.COUNTRY and one.place), None)


def _without_marks(words: str) -> str:
    """Return a name without the marks of markdown that stand in it."""
    return " ".join(_MARKS.sub(" ", words).split())


def name_party(span: Span, known: Known) -> Party:
    """Return who is bound by an agreement: people act for their country."""
    named = find_named(span, known)
    party = read_party(named) if named and named.kind is not Surface.PRONOUN else _by_words(span, "")
    full = known.abbreviations.get(party.name, party.name) if party.kind is PartyKind.ORGANISATION else party.name
    return structs.replace(party, name=full) if full != party.name else party


@cache
def _by_name() -> dict[str, Entry]:
    """Return the parties of the tables by their common names."""
    return {entry.name.casefold(): entry for entry in parties().values()}


def _by_words(span: Span, sort: str) -> Party:
    """Return the party that words which no table holds stand for."""
    words = " ".join(span.quote.replace(":abbr[", "").replace("]", "").replace("*", "").split()).strip("\"'“”\u2019 ,.")
    for article in _ARTICLES:
        if words.lower().startswith(article):
            words = words[len(article) :]
    entry = _by_name().get(words.casefold())
    if entry:
        return entry.party
    if sort == "person":
        return Party(read_person_name(words), "", PartyKind.PERSON)
    group = words[:1].islower() or words.split()[-1][:1].islower()
    return Party(words or span.quote, "", PartyKind.GROUP if group else PartyKind.ORGANISATION)
