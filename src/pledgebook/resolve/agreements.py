"""State what each agreement of a report says: its parties, type, subject, status, date and sum."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from pledgebook.model.naming import Names
from pledgebook.model.records import Document, How, Mention, Part, Section, Span, Statement
from pledgebook.model.reference import parties
from pledgebook.model.values import Money, Party, PartyKind, Period, Precision, Text
from pledgebook.resolve.actors import Known, find_named, name_party
from pledgebook.resolve.dates import read_facts, read_time
from pledgebook.resolve.money import read_amount
from pledgebook.resolve.positions import tidy

_OLD = dt.timedelta(days=45)
_GOVERNING = re.compile(r"\b(?:administration|government|congress|parliament)\b", re.IGNORECASE)
"""What a body is called that is its state itself."""

_STATUS = {"done": "signed", "past": "existing", "planned": "planned", "ended": "rejected", "standing": "existing"}
_REASONS = {
    "done": "the verb says that it was made",
    "past": "told as done before what the report is about",
    "planned": "the verb leads towards it only",
    "ended": "the verb refuses or ends it",
    "standing": "named without a verb that makes it",
}


def state_agreements(document: Document, mentions: Sequence[Mention], names: Names) -> Iterator[Statement]:
    """Yield every statement on the agreements of one report."""
    known = Known(document, names)
    for mention in mentions:
        parts = {part.role: part for part in reversed(mention.parts)}
        yield from _state_parties(mention, known)
        instrument = parts["instrument"]
        yield Statement(
            mention.id,
            "type",
            Text(instrument.rule),
            "instrument",
            How.SAID,
            instrument.span,
            f"“{tidy(instrument.span.quote)}”",
        )
        if "subject" in parts:
            subject = parts["subject"]
            yield Statement(
                mention.id,
                "subject",
                Text(tidy(subject.span.quote)),
                subject.rule,
                How.SAID,
                subject.span,
                "in the report's words",
            )
        period = _read_date(document, parts)
        yield _state_status(document, mention, parts, period)
        if period:
            date = parts["date"]
            yield Statement(mention.id, "date", period, date.rule, How.SAID, date.span, f"“{tidy(date.span.quote)}”")
        yield from _state_amount(mention)


def _state_parties(mention: Mention, known: Known) -> Iterator[Statement]:
    """Yield each party once."""
    seen = set[str]()
    for part in mention.parts:
        if part.role != "party":
            continue
        inside = mention.sentence.start <= part.span.start < mention.sentence.end
        how = How.GUESSED if part.rule.startswith("whom") and not inside else How.SAID if inside else How.DOCUMENT
        for party in _name_parties(part.span, known):
            if party.name.lower() not in seen:
                seen.add(party.name.lower())
                reason = f"{part.rule}: “{tidy(part.span.quote)}”"
                yield Statement(mention.id, "party", party, part.rule, how, part.span, reason)


def _name_parties(span: Span, known: Known) -> tuple[Party, ...]:
    """Return who is bound by what a name signs: a state's agency binds itself, and its state stands behind it."""
    party, named = name_party(span, known), find_named(span, known)
    agency = parties().get(named.code) if named and named.acts_for else None
    if agency is None or named is None or agency.code == party.code or party.kind is not PartyKind.COUNTRY:
        return (party,)
    if _GOVERNING.search(agency.name):  # a government is no agency beside its state
        return (party,)
    return Party(agency.name, agency.code, PartyKind.ORGANISATION, named.acts_for), party


def _read_date(document: Document, parts: Mapping[str, Part]) -> Period | None:
    if "date" not in parts:
        return None
    ahead = parts["act"].rule == "planned" or None
    return read_time(parts["date"].span.quote, document.published, ahead=ahead)


def _state_status(document: Document, mention: Mention, parts: Mapping[str, Part], period: Period | None) -> Statement:
    """State how far the agreement has come: what was made in a month or year gone by is no news and exists."""
    act = parts["act"]
    status, reason = _STATUS[act.rule], _REASONS[act.rule]
    if act.rule == "done" and mention.section is not Section.TITLE and _is_old(document, parts, period):
        status, reason = "existing", f"made “{tidy(parts['date'].span.quote)}”, before what the report is about"
    if act.rule == "standing" and mention.span.quote.lower().startswith(
        ("new ", "proposed ", "planned ", "future ", "possible ", "potential ")
    ):
        status, reason = "planned", f"“{mention.span.quote.split()[0]}”"
    if act.rule == "done" and mention.span.quote.lower().startswith("draft "):
        status, reason = "planned", "a draft"
    return Statement(mention.id, "status", Text(status), act.rule, How.SAID, act.span, reason)


def _is_old(document: Document, parts: Mapping[str, Part], period: Period | None) -> bool:
    """Tell whether the time of an agreement lies well before the report."""
    if "date" not in parts:
        return False
    if period and document.published:
        return document.published - period.end > _OLD
    facts = read_facts(parts["date"].span.quote)
    return bool(
        facts and facts.day is None and facts.weekday is None and facts.offset is None and (facts.month or facts.year)
    ) and (period is None or period.precision in (Precision.MONTH, Precision.YEAR))


def _state_amount(mention: Mention) -> Iterator[Statement]:
    """Yield the sum that an agreement is worth, if its own words tell one."""
    parts = tuple(
        part for part in mention.parts if part.role in ("number", "scale", "currency", "qualifier", "low", "amount")
    )
    if not parts:
        return
    read = read_amount(parts)
    money = read.money if read else None
    if isinstance(money, Money):
        yield Statement(
            mention.id, "amount", money, "sum in its words", How.SAID, parts[0].span, "the sum in its own words"
        )
