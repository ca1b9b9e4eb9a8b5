"""State who each person is that a report names: name, office, and the country or body of the office."""

from collections.abc import Iterator, Sequence

from pledgebook.model.naming import Named, Names
from pledgebook.model.records import Document, How, Mention, Part, Statement
from pledgebook.model.reference import agencies, name_office, parties
from pledgebook.model.values import Party, PartyKind, Text
from pledgebook.resolve.parties import read_person_name


def state_people(_document: Document, mentions: Sequence[Mention], names: Names) -> Iterator[Statement]:
    """Yield every statement on the people of one report."""
    holders = {named.person: named for named in names.values() if named.person}
    for mention in mentions:
        parts = {part.role: part for part in mention.parts}
        named = holders.get(mention.span)
        of = _read_body(named)
        yield _state_name(mention, parts["name"], of, named.name if named else "")
        if "office" in parts:
            office = parts["office"]
            yield _state(mention, "office", Text(name_office(office.span.quote)), office)
        if of and "of" in parts:
            yield _state(mention, "of", of, parts["of"])
        elif of and "office" in parts:
            said = f"who {parts['office'].span.quote} {mention.span.quote} speaks for, by the tables of offices"
            yield Statement(mention.id, "of", of, "offices", How.GUESSED, parts["office"].span, said)


def _read_body(named: Named | None) -> Party | None:
    entry = parties().get(named.acts_for or named.code) if named else None
    return entry.party if entry else None


def _state_name(mention: Mention, part: Part, of: Party | None, introduced: str) -> Statement:
    """State the name; a surname stands for the full name that the report introduced it with."""
    written = " ".join(part.span.quote.split())
    full = introduced if introduced.endswith(written) or introduced.startswith(written) else written
    name = read_person_name(full, of.code if of else "")
    if full != written:
        reason = f"“{written}” is {full} in this report"
        return Statement(mention.id, "name", Text(name), part.rule, How.DOCUMENT, part.span, reason)
    reason = f"“{written}”" if name == written else f"“{written}” is a known spelling of {name}"
    return Statement(mention.id, "name", Text(name), part.rule, How.SAID, part.span, reason)


def _state(mention: Mention, field: str, value: Party | Text, part: Part) -> Statement:
    inside = mention.sentence.start <= part.span.start < mention.sentence.end
    reason = f"“{part.span.quote}”" if inside else f"introduced as “{part.span.quote}”"
    return Statement(mention.id, field, value, part.rule, How.SAID if inside else How.DOCUMENT, part.span, reason)


def state_credits(_document: Document, mentions: Sequence[Mention], _names: Names) -> Iterator[Statement]:
    """Yield whom one report credits, each agency under its common name."""
    known = {words.casefold(): agency.name for agency in agencies() for words in agency.aliases}
    for mention in mentions:
        written = mention.span.quote
        agency = Party(known.get(written.casefold(), written), "", PartyKind.ORGANISATION)
        yield Statement(
            mention.id, "agency", agency, mention.parts[0].rule, How.SAID, mention.span, f"credited: “{written}”"
        )
