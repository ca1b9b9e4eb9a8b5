"""The shape of the JSON ledger: every record and field, with the words of its schema and its documentation."""

from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from pledgebook.export.values_file import (
    Day,
    Id,
    ItemEntry,
    MoneyEntry,
    Offset,
    PartyEntry,
    PeriodEntry,
    SpanEntry,
    ValueEntry,
)
from pledgebook.model.ledger import Severity
from pledgebook.model.records import How, Section, Verb
from pledgebook.model.values import AidType, Novelty, Stage, Stance

FORMAT: Final = "pledgebook-ledger"
VERSION: Final = 1

Ids = tuple[Id, ...]
Status = Annotated[str, Meta(description="`proposed`, or what a person decided: `accepted`, `rejected`.")]
MentionIds = Annotated[Ids, Meta(description="Ids of the mentions that tell of it.")]
DocumentIds = Annotated[Ids, Meta(description="Ids of the documents that tell of it.")]
OriginIds = Annotated[Ids, Meta(description="Ids of the independent origins that tell of it: they corroborate.")]


class DocumentEntry(Struct, frozen=True):
    """One report as published."""

    id: Annotated[Id, Meta(description="Hash of url and text.")]
    name: Annotated[str, Meta(description="File name the report was read under.")]
    text: Annotated[str, Meta(description="The text all spans count in; never changed.")]
    url: Annotated[str, Meta(description="Address, where one is known.")]
    outlet: Annotated[str, Meta(description="Who published it, where that is known.")]
    title: Annotated[str, Meta(description="Its title, where that is known.")]
    published: Annotated[Day | None, Meta(description="Day of publication, where that is known.")]
    made_by: Annotated[str, Meta(description="Version of the rules and the language pipeline that read it.")]


class VoteEntry(Struct, frozen=True):
    """One witness for or against a reading."""

    rule: Annotated[str, Meta(description="Name of the rule.")]
    says: Annotated[str, Meta(description="What it says, in words for a reviewer.")]
    weight: Annotated[float, Meta(description="Its weight; a negative one speaks against.")]


class StatementEntry(Struct, frozen=True):
    """This document says that a field has a value."""

    field: Annotated[str, Meta(description="The field that is spoken of.")]
    value: Annotated[ValueEntry, Meta(description="The value that the words give it.")]
    rule: Annotated[str, Meta(description="Name of the rule that found it.")]
    how: Annotated[How, Meta(description="Where the value comes from, firmest first: `said` down to `guessed`.")]
    span: Annotated[SpanEntry | None, Meta(description="The words, where words say it.")]
    reason: Annotated[str, Meta(description="Why, in words for an editor.")]
    votes: Annotated[tuple[VoteEntry, ...], Meta(description="The witnesses, where readings were weighed.")]


class Says(Struct, frozen=True, omit_defaults=True):
    """What one report says by itself at one place; only the fields it speaks of stand."""

    amount: Annotated[MoneyEntry | None, Meta(description="The sum.")] = None
    equivalents: Annotated[tuple[MoneyEntry, ...], Meta(description="The same sum in other currencies.")] = ()
    items: Annotated[tuple[ItemEntry, ...], Meta(description="Goods or people in kind.")] = ()
    providers: Annotated[tuple[PartyEntry, ...], Meta(description="Who gives.")] = ()
    recipients: Annotated[tuple[PartyEntry, ...], Meta(description="Who gets.")] = ()
    channels: Annotated[tuple[PartyEntry, ...], Meta(description="Who passes it on.")] = ()
    parties: Annotated[tuple[PartyEntry, ...], Meta(description="Who concludes the agreement.")] = ()
    who: Annotated[tuple[PartyEntry, ...], Meta(description="Who takes part in the event.")] = ()
    actor: Annotated[PartyEntry | None, Meta(description="Whose position it is.")] = None
    agency: Annotated[PartyEntry | None, Meta(description="The agency that is credited.")] = None
    aid_type: Annotated[
        str | None,
        Meta(description="How the help is counted: military, humanitarian or financial; else its sector."),
    ] = None
    sector: Annotated[str | None, Meta(description="What the help is for, such as food or energy.")] = None
    stage: Annotated[str | None, Meta(description="How far the undertaking has come.")] = None
    novelty: Annotated[str | None, Meta(description="New money, or money said again.")] = None
    other: Annotated[
        dict[str, tuple[ValueEntry, ...]], Meta(description="Every other field this report speaks of, by its name.")
    ] = {}


class MentionEntry(Struct, frozen=True):
    """A place where a document speaks of an entry of the ledger."""

    id: Annotated[Id, Meta(description="Hash of document, kind, place and ordinal.")]
    document: Annotated[Id, Meta(description="Id of the document.")]
    start: Annotated[Offset, Meta(description="First code point of the words, counted in the document's text.")]
    end: Annotated[Offset, Meta(description="Code point after the last one.")]
    quote: Annotated[str, Meta(description="The words: `text[start:end]`.")]
    role: Annotated[
        Literal["amount", "equivalent", "items", "agreement", "position", "event", "person", "credit"],
        Meta(description="What the words are; `equivalent` is the sum of the mention before it in another currency."),
    ]
    commitment: Annotated[Id | None, Meta(description="Id of the commitment it tells of, or null.")]
    entry: Annotated[Id | None, Meta(description="Id of the entry it tells of, whatever its kind, or null.")]
    sentence: Annotated[SpanEntry, Meta(description="The sentence around the words.")]
    section: Annotated[Section, Meta(description="Part of the report; only title, lead and body are evidence.")]
    says: Annotated[Says, Meta(description="What this report says by itself here.")]
    statements: Annotated[
        tuple[StatementEntry, ...], Meta(description="Every statement made here, with rule and derivation.")
    ]


class RivalEntry(Struct, frozen=True):
    """A value that some reports give and that was not taken."""

    values: Annotated[tuple[ValueEntry, ...], Meta(description="The value that was not taken.")]
    cause: Annotated[str, Meta(description="Why it differs: rounding, currency, scope, typo and so on.")]
    mentions: MentionIds


class ChoiceEntry(Struct, frozen=True):
    """How one field got its value."""

    field: Annotated[str, Meta(description="The field.")]
    values: Annotated[tuple[ValueEntry, ...], Meta(description="What was taken.")]
    rule: Annotated[str, Meta(description="Name of the rule that chose.")]
    because: Annotated[str, Meta(description="The rule's ground, in words.")]
    mentions: MentionIds
    rivals: Annotated[tuple[RivalEntry, ...], Meta(description="What else is said, with its cause.")]
    decided_by: Annotated[str, Meta(description="The person whose decision this is, else empty.")]


class FeatureEntry(Struct, frozen=True):
    """One ground for or against joining two mentions."""

    name: Annotated[str, Meta(description="Name of the feature.")]
    weight: Annotated[float, Meta(description="What it adds to the score.")]
    says: Annotated[str, Meta(description="The ground in words.")]


class LinkEntry(Struct, frozen=True):
    """Why two mentions were joined, or kept apart."""

    left: Annotated[Id, Meta(description="Id of one mention.")]
    right: Annotated[Id, Meta(description="Id of the other.")]
    joined: Annotated[bool, Meta(description="Whether they tell of one undertaking.")]
    score: Annotated[float, Meta(description="Sum of the features.")]
    features: Annotated[tuple[FeatureEntry, ...], Meta(description="The grounds.")]


class ConversionEntry(Struct, frozen=True):
    """One sum in another currency, and how it came about."""

    to: Annotated[MoneyEntry, Meta(description="The converted sum.")]
    rule: Annotated[str, Meta(description="`source` (a report's own figure), `ecb-day` or `ecb-month-mean`.")]
    rate: Annotated[str, Meta(description="Units of the new currency for one of the old.")]
    day: Annotated[Day | None, Meta(description="Day of the rate.")]
    table: Annotated[str, Meta(description="Version of the table of rates.")]


class CommitmentEntry(Struct, frozen=True):
    """One undertaking as all reports tell it together."""

    id: Annotated[Id, Meta(description="Stable from run to run.")]
    providers: Annotated[tuple[PartyEntry, ...], Meta(description="Who gives.")]
    recipients: Annotated[tuple[PartyEntry, ...], Meta(description="Who gets; empty where no report says.")]
    amount: Annotated[MoneyEntry | None, Meta(description="The sum in the currency it was promised in.")]
    equivalents: Annotated[tuple[MoneyEntry, ...], Meta(description="The same sum as reports state it otherwise.")]
    items: Annotated[tuple[ItemEntry, ...], Meta(description="Goods or people in kind.")]
    channels: Annotated[tuple[PartyEntry, ...], Meta(description="Who passes it on.")]
    aid_type: Annotated[AidType, Meta(description="What the help is for.")]
    general_type: Annotated[
        str | None, Meta(description="How the help is counted: military, humanitarian or financial.")
    ]
    stage: Annotated[Stage, Meta(description="How far it has come.")]
    novelty: Annotated[Novelty, Meta(description="New money, or money said again.")]
    mechanism: Annotated[str | None, Meta(description="The programme it runs under.")]
    instrument: Annotated[str | None, Meta(description="Grant, loan, guarantee, in kind or equity.")]
    purpose: Annotated[str | None, Meta(description="What it is to pay for, in the reports' words.")]
    announced: Annotated[PeriodEntry | None, Meta(description="When it was first announced.")]
    delivery: Annotated[PeriodEntry | None, Meta(description="When it is to arrive.")]
    part_of: Annotated[Id | None, Meta(description="Id of the whole that it is a part of.")]
    parts: Annotated[Ids, Meta(description="Ids of its parts.")]
    remainder: Annotated[MoneyEntry | None, Meta(description="What its parts leave over: no report itemises it.")]
    restates: Annotated[Id | None, Meta(description="Id of the earlier entry that this one says again.")]
    mentions: MentionIds
    documents: DocumentIds
    origins: OriginIds
    stories: Annotated[Ids, Meta(description="Ids of the stories it stands in.")]
    choices: Annotated[tuple[ChoiceEntry, ...], Meta(description="How each field got its value.")]
    links: Annotated[tuple[LinkEntry, ...], Meta(description="Why its mentions were joined, or others kept apart.")]
    conversions: Annotated[tuple[ConversionEntry, ...], Meta(description="The sum in other currencies.")]
    status: Status


class AgreementEntry(Struct, frozen=True):
    """One instrument between parties as all reports tell it together."""

    id: Annotated[Id, Meta(description="Stable from run to run.")]
    parties: Annotated[tuple[PartyEntry, ...], Meta(description="Who concludes it.")]
    type: Annotated[str, Meta(description="Letter of intent, treaty, partnership and so on.")]
    subject: Annotated[str, Meta(description="What it is about, in the reports' words.")]
    status: Annotated[str, Meta(description="`signed`, `planned`, `existing` and so on.")]
    date: Annotated[PeriodEntry | None, Meta(description="When it was concluded.")]
    amount: Annotated[MoneyEntry | None, Meta(description="The sum it names, which is no commitment by itself.")]
    mentions: MentionIds
    documents: DocumentIds
    origins: OriginIds
    choices: Annotated[tuple[ChoiceEntry, ...], Meta(description="How each field got its value.")]
    stood: Status


class PositionEntry(Struct, frozen=True):
    """Where one actor stands on one proposition."""

    id: Annotated[Id, Meta(description="Stable from run to run.")]
    actor: Annotated[PartyEntry, Meta(description="Whose position it is.")]
    stance: Annotated[Stance, Meta(description="For or against, and how.")]
    on: Annotated[str, Meta(description="The proposition, in the reports' words.")]
    condition: Annotated[str | None, Meta(description="What it depends on.")]
    speaker: Annotated[str | None, Meta(description="Who said it for the actor.")]
    mentions: MentionIds
    documents: DocumentIds
    origins: OriginIds
    choices: Annotated[tuple[ChoiceEntry, ...], Meta(description="How each field got its value.")]
    stood: Status


class EventEntry(Struct, frozen=True):
    """A visit, summit, conference, call, meeting or signing."""

    id: Annotated[Id, Meta(description="Stable from run to run.")]
    type: Annotated[str, Meta(description="What sort of event it is.")]
    who: Annotated[tuple[PartyEntry, ...], Meta(description="Who takes part.")]
    where: Annotated[str, Meta(description="The place.")]
    date: Annotated[PeriodEntry | None, Meta(description="The day that the fewest statements contradict.")]
    what: Annotated[str, Meta(description="Its name, where it has one.")]
    mentions: MentionIds
    documents: DocumentIds
    origins: OriginIds
    choices: Annotated[tuple[ChoiceEntry, ...], Meta(description="How each field got its value.")]


class PersonEntry(Struct, frozen=True):
    """One person under all the spellings the reports use."""

    id: Annotated[Id, Meta(description="Stable from run to run.")]
    name: Annotated[str, Meta(description="The usual spelling.")]
    office: Annotated[str, Meta(description="The office, which tells people of one name apart.")]
    of: Annotated[str, Meta(description="Code of the country or body of the office.")]
    variants: Annotated[tuple[str, ...], Meta(description="Every spelling that stands in a report.")]
    mentions: MentionIds


class OriginEntry(Struct, frozen=True):
    """Documents that retell one original."""

    id: Annotated[Id, Meta(description="Stable from run to run.")]
    documents: DocumentIds
    because: Annotated[str, Meta(description="Why they count as one.")]
    credits: Annotated[tuple[str, ...], Meta(description="The agencies they credit.")]


class StoryEntry(Struct, frozen=True):
    """The documents that report one event, split into origins."""

    id: Annotated[Id, Meta(description="Stable from run to run.")]
    title: Annotated[str, Meta(description="What it is about.")]
    documents: DocumentIds
    origins: Annotated[tuple[OriginEntry, ...], Meta(description="Its independent origins.")]


class EvidenceEntry(Struct, frozen=True):
    """Words in a document that a finding speaks of."""

    document: Annotated[Id, Meta(description="Id of the document.")]
    start: Annotated[Offset, Meta(description="First code point of the words.")]
    end: Annotated[Offset, Meta(description="Code point after the last one.")]
    quote: Annotated[str, Meta(description="The words.")]


class FindingEntry(Struct, frozen=True):
    """Something a person should look at; it hides no value."""

    id: Annotated[Id, Meta(description="Stable from run to run.")]
    code: Annotated[str, Meta(description="Kind of finding; see docs/findings.md.")]
    severity: Annotated[Severity, Meta(description="How much it should trouble a reader.")]
    message: Annotated[str, Meta(description="What is the matter, in words for an editor.")]
    cause: Annotated[str, Meta(description="Why it is so: rounding, typo, scope and so on.")]
    suggestion: Annotated[str, Meta(description="What to do about it.")]
    rank: Annotated[float, Meta(description="How much it is worth reading; the highest first.")]
    evidence: Annotated[tuple[EvidenceEntry, ...], Meta(description="The words it speaks of.")]
    about: Annotated[Ids, Meta(description="Ids of the ledger's entries it speaks of.")]


class DecisionEntry(Struct, frozen=True):
    """A person's word on something in the ledger; never deleted."""

    id: Annotated[Id, Meta(description="Hash of what was decided, by whom and when.")]
    verb: Annotated[Verb, Meta(description="What was decided.")]
    anchors: Annotated[tuple[Ids, ...], Meta(description="Groups of mention ids it holds for.")]
    by: Annotated[str, Meta(description="Who decided.")]
    at: Annotated[str, Meta(description="When, as an ISO 8601 time.")]
    why: Annotated[str, Meta(description="The reason given.")]
    field: Annotated[str, Meta(description="The field that `set` sets.")]
    values: Annotated[tuple[ValueEntry, ...], Meta(description="What `set` sets it to.")]
    revokes: Annotated[str, Meta(description="Id of the earlier decision that it takes back.")]
    seen: Annotated[str, Meta(description="What was on the screen.")]


class LedgerFile(Struct, frozen=True):
    """A whole ledger with the documents and words it rests on."""

    format: Annotated[Literal["pledgebook-ledger"], Meta(description="Always `pledgebook-ledger`.")]
    version: Annotated[Literal[1], Meta(description="Version of this format; a breaking change raises it.")]
    documents: Annotated[tuple[DocumentEntry, ...], Meta(description="The reports, by id.")]
    mentions: Annotated[tuple[MentionEntry, ...], Meta(description="Every place that speaks of an entry.")]
    commitments: Annotated[tuple[CommitmentEntry, ...], Meta(description="Who promised how much of what to whom.")]
    agreements: Annotated[tuple[AgreementEntry, ...], Meta(description="What was signed, planned or stands.")]
    positions: Annotated[tuple[PositionEntry, ...], Meta(description="Who stands where on what.")]
    events: Annotated[tuple[EventEntry, ...], Meta(description="What took place, when and where.")]
    people: Annotated[tuple[PersonEntry, ...], Meta(description="Who is named, under which spellings.")]
    stories: Annotated[tuple[StoryEntry, ...], Meta(description="Which reports tell of one event.")]
    findings: Annotated[tuple[FindingEntry, ...], Meta(description="What a person should look at.")]
    decisions: Annotated[tuple[DecisionEntry, ...], Meta(description="What people decided.")]
