"""What story and origin finding compare of one report: its sums, events, people, words and day."""

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec import Struct

from pledgebook.model.records import Kind, Reading, Statement
from pledgebook.model.values import Party
from pledgebook.reconcile.parts import infer_parts
from pledgebook.reconcile.tellings import (
    Telling,
    gather_tellings,
    party_keys,
    statements_by_mention,
    values_of,
    word_of,
)


class Profile(Struct, frozen=True):
    """One report, as far as stories and origins are concerned.

    `sums` are its sums with who gives them, `events` type and place with who, `agreements` type and parties, `people`
    surnames, `facts` its telling word pairs cut so that endings do not count, in order.
    """

    document: str
    title: str
    published: dt.date | None
    tellings: tuple[Telling, ...]
    events: frozenset[str]
    agreements: frozenset[str]
    people: frozenset[str]
    sketch: tuple[int, ...]
    facts: Mapping[str, int]
    shown: Mapping[str, str]
    credits: tuple[str, ...]
    made_by: str

    @property
    def age(self) -> tuple[dt.date, str]:
        """What sorts reports from the first to the last, the undated last, ties by id."""
        return (self.published or dt.date.max, self.document)


def make_profile(reading: Reading) -> Profile:
    """Return the profile of one reading."""
    told = {m.id: m.kind for m in reading.mentions}
    by_mention = statements_by_mention(reading.statements)
    of_kind = {
        kind: [by_mention.get(mention, ()) for mention, its in sorted(told.items()) if its is kind]
        for kind in (Kind.EVENT, Kind.AGREEMENT, Kind.PERSON, Kind.CREDIT)
    }
    facts: dict[str, int] = {}
    shown: dict[str, str] = {}
    for fact in reading.facts:
        key = fact_key(fact)
        if key not in facts:
            facts[key] = len(facts)
            shown[key] = fact
    return Profile(
        document=reading.document,
        title=reading.title,
        published=reading.published,
        tellings=infer_parts(gather_tellings(reading)),
        events=frozenset(key for told_of in of_kind[Kind.EVENT] for key in event_keys(told_of)),
        agreements=frozenset(key for told_of in of_kind[Kind.AGREEMENT] if (key := agreement_key(told_of))),
        people=frozenset(name.split()[-1].casefold() for one in of_kind[Kind.PERSON] if (name := word_of(one, "name"))),
        sketch=reading.sketch,
        facts=facts,
        shown=shown,
        credits=tuple(sorted({a.name for one in of_kind[Kind.CREDIT] for a in values_of(one, "agency", Party)})),
        made_by=reading.made_by,
    )


def fact_key(fact: str) -> str:
    """Return what two inflections of one pair of words share: the first five letters of each."""
    return " ".join(word[:5] for word in fact.split())


def event_keys(statements: Sequence[Statement]) -> tuple[str, ...]:
    """Return one key for each party at an event: type, place and party; () where no place is told."""
    where = word_of(statements, "where").casefold()
    kind = word_of(statements, "type")
    return tuple(f"{kind} {where} {who}" for who in party_keys(values_of(statements, "who", Party))) if where else ()


def agreement_key(statements: Sequence[Statement]) -> str:
    """Return the parties of an agreement and its type as one key, "" where fewer than two parties are told."""
    parties = party_keys(values_of(statements, "party", Party))
    return f"{word_of(statements, 'type')} {' '.join(parties)}" if len(parties) > 1 else ""
