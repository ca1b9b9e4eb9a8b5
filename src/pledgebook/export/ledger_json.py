"""Writes the ledger as one JSON file with everything it rests on, and hands out the schema of that file."""

from collections.abc import Iterable
from importlib.resources import files

import msgspec

from pledgebook.export import ledger_file as shape
from pledgebook.export.entries import (
    maybe_money,
    maybe_period,
    write_item,
    write_money,
    write_party,
    write_period,
    write_values,
)
from pledgebook.export.material import Material
from pledgebook.export.says import write_mentions
from pledgebook.export.values_file import PartyEntry
from pledgebook.model.ledger import (
    Agreement,
    Choice,
    Commitment,
    Conversion,
    Entry,
    Event,
    Finding,
    Ledger,
    Link,
    Person,
    Position,
    Story,
)
from pledgebook.model.records import Decision, Document
from pledgebook.model.values import Party


def _parties(parties: Iterable[Party]) -> tuple[PartyEntry, ...]:
    return tuple(write_party(party) for party in parties)


def _choices(choices: Iterable[Choice]) -> tuple[shape.ChoiceEntry, ...]:
    return tuple(
        shape.ChoiceEntry(
            each.field,
            write_values(each.values),
            each.rule,
            each.because,
            each.mentions,
            tuple(shape.RivalEntry(write_values(rival.values), rival.cause, rival.mentions) for rival in each.rivals),
            each.decided_by,
        )
        for each in choices
    )


def _link(link: Link) -> shape.LinkEntry:
    features = tuple(shape.FeatureEntry(*feature) for feature in link.features)
    return shape.LinkEntry(link.left, link.right, link.joined, link.score, features)


def _conversion(conversion: Conversion) -> shape.ConversionEntry:
    day = conversion.day.isoformat() if conversion.day else None
    return shape.ConversionEntry(write_money(conversion.to), conversion.rule, conversion.rate, day, conversion.table)


def _commitment(each: Commitment) -> shape.CommitmentEntry:
    return shape.CommitmentEntry(
        id=each.id,
        providers=_parties(each.providers),
        recipients=_parties(each.recipients),
        amount=maybe_money(each.amount),
        equivalents=tuple(write_money(money) for money in each.equivalents),
        items=tuple(write_item(item) for item in each.items),
        channels=_parties(each.channels),
        aid_type=each.aid_type,
        general_type=each.general_type or None,
        stage=each.stage,
        novelty=each.novelty,
        mechanism=each.mechanism or None,
        instrument=each.instrument or None,
        purpose=each.purpose or None,
        announced=maybe_period(each.announced),
        delivery=maybe_period(each.delivery),
        part_of=each.part_of,
        parts=each.parts,
        remainder=maybe_money(each.remainder),
        restates=each.restates,
        mentions=each.mentions,
        documents=each.documents,
        origins=each.origins,
        stories=each.stories,
        choices=_choices(each.choices),
        links=tuple(_link(link) for link in each.links),
        conversions=tuple(_conversion(conversion) for conversion in each.conversions),
        status=each.status,
    )


def _agreement(each: Agreement) -> shape.AgreementEntry:
    return shape.AgreementEntry(
        id=each.id,
        parties=_parties(each.parties),
        type=each.type,
        subject=each.subject,
        status=each.status,
        date=maybe_period(each.date),
        amount=maybe_money(each.amount),
        mentions=each.mentions,
        documents=each.documents,
        origins=each.origins,
        choices=_choices(each.choices),
        stood=each.stood,
    )


def _position(each: Position) -> shape.PositionEntry:
    return shape.PositionEntry(
        id=each.id,
        actor=write_party(each.actor),
        stance=each.stance,
        on=each.on,
        condition=each.condition or None,
        speaker=each.speaker or None,
        mentions=each.mentions,
        documents=each.documents,
        origins=each.origins,
        choices=_choices(each.choices),
        stood=each.stood,
    )


def _event(each: Event) -> shape.EventEntry:
    return shape.EventEntry(
        id=each.id,
        type=each.type,
        who=_parties(each.who),
        where=each.where,
        date=write_period(each.date) if each.date else None,
        what=each.what,
        mentions=each.mentions,
        documents=each.documents,
        origins=each.origins,
        choices=_choices(each.choices),
    )


def _person(each: Person) -> shape.PersonEntry:
    return shape.PersonEntry(each.id, each.name, each.office, each.of, each.variants, each.mentions)


def _story(each: Story) -> shape.StoryEntry:
    origins = tuple(shape.OriginEntry(one.id, one.documents, one.because, one.credits) for one in each.origins)
    return shape.StoryEntry(each.id, each.title, each.documents, origins)


def _finding(each: Finding) -> shape.FindingEntry:
    evidence = tuple(
        shape.EvidenceEntry(one.document, one.span.start, one.span.end, one.span.quote) for one in each.evidence
    )
    return shape.FindingEntry(
        id=each.id,
        code=each.code,
        severity=each.severity,
        message=each.message,
        cause=each.cause,
        suggestion=each.suggestion,
        rank=each.rank,
        evidence=evidence,
        about=each.about,
    )


def _decision(each: Decision) -> shape.DecisionEntry:
    return shape.DecisionEntry(
        id=each.id,
        verb=each.verb,
        anchors=each.anchors,
        by=each.by,
        at=each.at.isoformat(),
        why=each.why,
        field=each.field,
        values=write_values(each.value),
        revokes=each.revokes,
        seen=each.seen,
    )


def _document(each: Document, made_by: str) -> shape.DocumentEntry:
    published = each.published.isoformat() if each.published else None
    return shape.DocumentEntry(each.id, each.name, each.text, each.url, each.outlet, each.title, published, made_by)


def _tells_of(ledger: Ledger) -> dict[str, str]:
    sections: tuple[tuple[Entry, ...], ...] = (
        ledger.people,
        ledger.events,
        ledger.positions,
        ledger.agreements,
        ledger.commitments,
    )
    return {mention: entry.id for section in sections for entry in section for mention in entry.mentions}


def shape_ledger(material: Material) -> shape.LedgerFile:
    """Return the whole ledger in the shape of the file; nothing in it hangs on the order of reading."""
    ledger = material.ledger
    made_by = {reading.document: reading.made_by for reading in material.readings}
    documents = sorted(material.documents, key=lambda each: each.id)
    return shape.LedgerFile(
        format=shape.FORMAT,
        version=shape.VERSION,
        documents=tuple(_document(each, made_by.get(each.id, "")) for each in documents),
        mentions=write_mentions(material.readings, _tells_of(ledger)),
        commitments=tuple(_commitment(each) for each in ledger.commitments),
        agreements=tuple(_agreement(each) for each in ledger.agreements),
        positions=tuple(_position(each) for each in ledger.positions),
        events=tuple(_event(each) for each in ledger.events),
        people=tuple(_person(each) for each in ledger.people),
        stories=tuple(_story(each) for each in ledger.stories),
        findings=tuple(_finding(each) for each in ledger.findings),
        decisions=tuple(_decision(each) for each in sorted(material.decisions, key=lambda each: each.id)),
    )


def write_json(material: Material) -> str:
    """The whole ledger with documents, words and derivations as one JSON file; see docs/format.md."""
    return msgspec.json.format(msgspec.json.encode(shape_ledger(material)), indent=1).decode("utf-8") + "\n"


def read_schema() -> str:
    """Return the JSON Schema that `write_json` keeps to, as it is shipped with the package."""
    return files("pledgebook.export").joinpath("ledger.schema.json").read_text("utf-8")
