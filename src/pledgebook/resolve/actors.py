"""Say who the words for an actor or a party stand for: by the report's names, else by the words themselves."""

import re

from pledgebook.model.naming import Named, Surface
from pledgebook.model.records import Document, Span
from pledgebook.model.values import Party, PartyKind
from pledgebook.resolve.parties import read_actor, read_party, read_person_name
from pledgebook.resolve.roles import Names

_STATES = (Surface.COUNTRY, Surface.ADJECTIVE, Surface.MINISTRY)
_ARTICLES = ("the ", "a ", "an ", "this ", "these ")


def find_named(span: Span, names: Names) -> Named | None:
    """Return the name that the words are, or whose person they are."""
    exact = names.get((span.start, span.end))
    if exact:
        return exact
    return next(
        (
            named
            for named in names.values()
            if named.person and (named.person.start, named.person.end) == (span.start, span.end)
        ),
        None,
    )


def name_actor(span: Span, names: Names, sort: str = "") -> Party:
    """Return who holds a stance: a person stays a person, a capital stands for its country, a group for itself."""
    named = find_named(span, names)
    if named and named.kind is not Surface.PRONOUN and named.kind is not Surface.GROUP:
        return read_actor(named)
    return _by_words(span, sort)


def name_government(span: Span, names: Names) -> Party | None:
    """Return the country or body that a person in office speaks for, where the report tells it.

    An office without a country is one of the country that the report names first.
    """
    named = find_named(span, names)
    if named is None or named.person is None or not named.office:
        return None
    surname = named.person.quote.split()[-1]
    told = [one for one in names.values() if one.person and one.acts_for and one.person.quote.split()[-1] == surname]
    if told:
        return read_party(told[0])
    first = next((one for _, one in sorted(names.items()) if one.kind in _STATES and one.acts_for), None)
    return read_party(first) if first else None


def name_party(span: Span, names: Names) -> Party:
    """Return who is bound by an agreement: people act for their country."""
    named = find_named(span, names)
    return read_party(named) if named and named.kind is not Surface.PRONOUN else _by_words(span, "")


def spell_out(document: Document, words: str) -> str:
    """Return what an abbreviation stands for, where the report spells it out in its markup or before brackets."""
    if not re.fullmatch(r"[A-Z][A-Za-z&]{1,9}", words) or sum(letter.isupper() for letter in words) < 2:  # noqa: PLR2004 - two capitals abbreviate
        return words
    marked = re.search(rf":abbr\[{re.escape(words)}\]\{{title=[\"“]([^\"”]{{3,90}})[\"”]", document.text)
    if marked:
        return marked.group(1)
    before = re.search(
        rf"((?:[A-Z][\w'\u2019-]+ (?:(?:of|for|and|on|the|in) ){{0,2}}){{1,8}})\({re.escape(words)}\)", document.text
    )
    initials = "".join(word[0] for word in before.group(1).split() if word[0].isupper()) if before else ""
    if before and initials.endswith(words.upper()):
        kept = before.group(1).split()
        while sum(word[0].isupper() for word in kept) > len(words):
            kept = kept[1:]
        return " ".join(kept)
    return words


def _by_words(span: Span, sort: str) -> Party:
    """Return the party that words which no table holds stand for."""
    words = " ".join(span.quote.replace(":abbr[", "").replace("]", "").replace("*", "").split()).strip("\"'“”\u2019 ,.")
    for article in _ARTICLES:
        if words.lower().startswith(article):
            words = words[len(article) :]
    if sort == "person":
        return Party(read_person_name(words), "", PartyKind.PERSON)
    group = words[:1].islower() or words.split()[-1][:1].islower()
    return Party(words or span.quote, "", PartyKind.GROUP if group else PartyKind.ORGANISATION)
