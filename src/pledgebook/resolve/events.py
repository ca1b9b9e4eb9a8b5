"""State what each event of a report says: what it is, who, where, and every word on when, for its date to be solved."""

from collections.abc import Iterator, Mapping, Sequence

from pledgebook.model.naming import Names, Surface
from pledgebook.model.records import Document, How, Mention, Part, Statement
from pledgebook.model.reference import read_rows, split_names
from pledgebook.model.timewords import DAY_NAMES
from pledgebook.model.values import Text
from pledgebook.resolve.actors import Known, find_named, name_actor
from pledgebook.resolve.dates import read_facts, read_time
from pledgebook.resolve.positions import tidy


def state_events(document: Document, mentions: Sequence[Mention], names: Names) -> Iterator[Statement]:
    """Yield every statement on the events of one report."""
    known = Known(document, names)
    for mention in mentions:
        parts = {part.role: part for part in reversed(mention.parts)}
        event = parts["event"]
        yield Statement(
            mention.id, "type", Text(event.rule), "event", How.SAID, event.span, f"“{tidy(event.span.quote)}”"
        )
        if "what" in parts:
            what = parts["what"]
            yield Statement(
                mention.id, "what", Text(tidy(what.span.quote)), what.rule, How.SAID, what.span, "in the report's words"
            )
        yield from _state_people(mention, known)
        if "where" in parts:
            where = parts["where"]
            yield Statement(
                mention.id,
                "where",
                Text(read_place(where, known)),
                where.rule,
                How.SAID,
                where.span,
                f"“{tidy(where.span.quote)}”",
            )
        yield from _state_times(document, mention, parts, known)


def _state_people(mention: Mention, known: Known) -> Iterator[Statement]:
    seen = set[str]()
    for part in mention.parts:
        if part.role == "who":
            party = name_actor(part.span, known, "person")
            if party.name not in seen:
                seen.add(party.name)
                inside = mention.sentence.start <= part.span.start < mention.sentence.end
                yield Statement(
                    mention.id,
                    "who",
                    party,
                    part.rule,
                    How.SAID if inside else How.DOCUMENT,
                    part.span,
                    f"“{tidy(part.span.quote)}”",
                )


def read_place(part: Part, known: Known) -> str:
    """Return a place under the common spelling of its capital or country, else in the report's words."""
    words = tidy(part.span.quote)
    named = find_named(part.span, known)
    if named is None or named.kind is not Surface.CAPITAL:
        return named.name if named and named.kind is Surface.COUNTRY else words
    row = next((row for row in read_rows("countries.csv") if row["code"] == named.code), None)
    capitals = split_names(row["capitals"]) if row else ()
    return capitals[0] if capitals and words in capitals else words


def _state_times(document: Document, mention: Mention, parts: Mapping[str, Part], known: Known) -> Iterator[Statement]:
    """Yield the date as far as it can be read, the words on when, the weekday and the holiday with its country."""
    for part in mention.parts:
        if part.role == "date":
            yield Statement(
                mention.id, "when", Text(tidy(part.span.quote)), part.rule, How.SAID, part.span, "in the report's words"
            )
            period = read_time(part.span.quote, document.published)
            if period:
                yield Statement(
                    mention.id, "date", period, part.rule, How.SAID, part.span, f"“{tidy(part.span.quote)}”"
                )
        elif part.role == "weekday":
            facts = read_facts(part.span.quote)
            if facts and facts.weekday is not None:
                yield Statement(
                    mention.id,
                    "weekday",
                    Text(DAY_NAMES[facts.weekday].lower()),
                    part.rule,
                    How.SAID,
                    part.span,
                    f"“{part.span.quote}”",
                )
    if "holiday" in parts:
        yield from _state_holiday(mention, parts, known)


def _state_holiday(mention: Mention, parts: Mapping[str, Part], known: Known) -> Iterator[Statement]:
    """Yield the holiday with its country's code, a bar between them."""
    holiday = parts["holiday"]
    facts = read_facts(holiday.span.quote)
    country = find_named(parts["holiday_of"].span, known) if "holiday_of" in parts else None
    if facts and facts.holiday:
        name = facts.holiday.replace("\u2019", "'").rpartition("'s ")[2]
        told = Text(f"{name}|{country.code if country else ''}")
        reason = f"\u201c{tidy(holiday.span.quote)}\u201d"
        yield Statement(mention.id, "holiday", told, holiday.rule, How.SAID, holiday.span, reason)
