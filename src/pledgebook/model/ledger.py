"""What is derived and rebuilt at will: stories, commitments, agreements, positions, events, findings."""

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from pledgebook.model.records import Span
from pledgebook.model.values import AidType, Item, Money, Novelty, Party, Period, Stage, Stance, Value


class Rival(Struct, frozen=True):
    """A value some statements give that was not taken, with the cause of the difference."""

    values: tuple[Value, ...]
    cause: str
    mentions: tuple[str, ...]


class Choice(Struct, frozen=True):
    """How one field got its value: the rule, in words, who says so, and what else is said."""

    field: str
    values: tuple[Value, ...]
    rule: str
    because: str
    mentions: tuple[str, ...]
    rivals: tuple[Rival, ...] = ()
    decided_by: str = ""


class Conversion(Struct, frozen=True):
    """One sum in another currency, and how it came about.

    `rule` is "source" (the report's own figure), "ecb-day" or "ecb-month-mean"; `rate` is units of `to.currency` for
    one unit of the original currency; `day` is the day of the rate; `table` the rate table's version.
    """

    to: Money
    rule: str
    rate: str
    day: dt.date | None
    table: str


class Link(Struct, frozen=True):
    """Why two mentions were joined or kept apart: each feature, its weight and its words; the sum decided."""

    left: str
    right: str
    joined: bool
    score: float
    features: tuple[tuple[str, float, str], ...]


class Commitment(Struct, frozen=True):
    """One undertaking as all reports tell it together; `choices` explains each field.

    `echoes` are commitments of other stories, told as new days before, that may be the same money.
    """

    id: str
    mentions: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]
    stories: tuple[str, ...]
    providers: tuple[Party, ...]
    recipients: tuple[Party, ...]
    amount: Money | None
    stage: Stage
    novelty: Novelty
    aid_type: AidType
    equivalents: tuple[Money, ...] = ()
    items: tuple[Item, ...] = ()
    channels: tuple[Party, ...] = ()
    mechanism: str = ""
    instrument: str = ""
    purpose: str = ""
    announced: Period | None = None
    delivery: Period | None = None
    part_of: str | None = None
    restates: str | None = None
    parts: tuple[str, ...] = ()
    remainder: Money | None = None
    choices: tuple[Choice, ...] = ()
    links: tuple[Link, ...] = ()
    conversions: tuple[Conversion, ...] = ()
    status: str = "proposed"
    general_type: str = ""
    echoes: tuple[str, ...] = ()


class Agreement(Struct, frozen=True):
    """One instrument between parties as all reports tell it together."""

    id: str
    mentions: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]
    parties: tuple[Party, ...]
    type: str
    subject: str
    status: str
    date: Period | None = None
    amount: Money | None = None
    choices: tuple[Choice, ...] = ()
    stood: str = "proposed"


class Position(Struct, frozen=True):
    """Where one actor stands on one proposition as all reports tell it together."""

    id: str
    mentions: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]
    actor: Party
    stance: Stance
    on: str
    condition: str = ""
    speaker: str = ""
    choices: tuple[Choice, ...] = ()
    stood: str = "proposed"


class Event(Struct, frozen=True):
    """A visit, summit, conference, call or signing, with its solved date."""

    id: str
    mentions: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]
    type: str
    who: tuple[Party, ...]
    where: str
    date: Period | None
    what: str = ""
    choices: tuple[Choice, ...] = ()


class Person(Struct, frozen=True):
    """One person under all the spellings the reports use."""

    id: str
    name: str
    office: str
    of: str
    variants: tuple[str, ...]
    mentions: tuple[str, ...]


Entry = Commitment | Agreement | Position | Event | Person
"""What a ledger tells of, each resting on mentions."""


class Origin(Struct, frozen=True):
    """Documents that retell one original; corroboration counts these."""

    id: str
    documents: tuple[str, ...]
    because: str
    credits: tuple[str, ...] = ()


class Story(Struct, frozen=True):
    """The documents that report one event, split into origins; `day` is when it was, as far as the reports show."""

    id: str
    title: str
    documents: tuple[str, ...]
    origins: tuple[Origin, ...]
    day: dt.date | None = None


class Severity(StrEnum):
    """How much a finding should trouble a reader."""

    INFO = "info"
    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


class Evidence(Struct, frozen=True):
    """Words in a document that a finding speaks of."""

    document: str
    span: Span


class Finding(Struct, frozen=True):
    """Something a person should look at; it never hides a value.

    `rank` sorts findings for a reader, the most worth reading first: severity, then how much money hangs on it.
    """

    id: str
    code: str
    severity: Severity
    message: str
    cause: str
    evidence: tuple[Evidence, ...]
    about: tuple[str, ...]
    suggestion: str = ""
    rank: float = 0.0


class Change(Struct, frozen=True):
    """What settling a piece of a book anew changes in its derived half.

    `drop` and `touches` name entries by kind (a field of the ledger) and id; `touches` tells, for every entry of `put`,
    which documents it rests on or speaks of. What is dropped and put again replaces the old entry.
    """

    drop: tuple[tuple[str, str], ...]
    put: "Ledger"
    touches: tuple[tuple[str, str, str], ...]


class Ledger(Struct, frozen=True):
    """All that is derived from the kept half of a book, each tuple sorted by id."""

    stories: tuple[Story, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    positions: tuple[Position, ...] = ()
    events: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    findings: tuple[Finding, ...] = ()
