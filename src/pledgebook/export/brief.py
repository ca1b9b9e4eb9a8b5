"""What a brief shows, ready in words: the same view for the terminal, the browser and Markdown."""

from msgspec import Struct


class Piece(Struct, frozen=True):
    """A stretch of a report's text; `cited` where it is the evidence itself, `label` names what else the words tell.

    `notes` are the numbers of the notes that cite it.
    """

    text: str
    cited: bool = False
    label: str = ""
    notes: tuple[int, ...] = ()


class Note(Struct, frozen=True):
    """A numbered piece of evidence: the sentence in its report with the words marked, and the text around it."""

    number: int
    report: int
    section: str
    pieces: tuple[Piece, ...]
    before: str = ""
    after: str = ""


class Line(Struct, frozen=True):
    """One line of the ledger, `depth` steps below its package.

    `kind` is "sum" (money), "goods" (in kind) or "rest" (what the parts leave over, which no report itemises).
    `converted` is the sum in the reader's currency and `conversion` how it came about. `step` tells how far the
    undertaking has come, from 1 (considered) to 5 (disbursed, delivered), or 0 (cancelled, or no stage). `grounds`
    tells how fields got their values where the reports differ or do not say it outright; `also` is the sum as
    reports themselves give it in other currencies.
    """

    id: str
    kind: str
    depth: int
    amount: str
    converted: str = ""
    conversion: str = ""
    provider: str = ""
    recipient: str = ""
    what: str = ""
    programme: str = ""
    stage: str = ""
    novelty: str = ""
    reports: int = 0
    origins: int = 0
    notes: tuple[int, ...] = ()
    more_notes: int = 0
    remark: str = ""
    step: int = 0
    grounds: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class Happening(Struct, frozen=True):
    """An event in words: what, where, when."""

    what: str
    where: str
    when: str
    notes: tuple[int, ...] = ()


class Deal(Struct, frozen=True):
    """An agreement in words."""

    id: str
    parties: str
    type: str
    subject: str
    status: str
    when: str
    amount: str
    reports: int
    origins: int
    notes: tuple[int, ...] = ()


class Stand(Struct, frozen=True):
    """A position in words: who, which verb ("is open to"), what, on which condition."""

    id: str
    actor: str
    stance: str
    on: str
    condition: str
    speaker: str
    reports: int
    origins: int
    notes: tuple[int, ...] = ()


class Doubt(Struct, frozen=True):
    """A finding in words; `subject` names the ledger's entries it speaks of."""

    id: str
    code: str
    severity: str
    message: str
    suggestion: str
    notes: tuple[int, ...] = ()


class Lone(Struct, frozen=True):
    """Something that one report alone says."""

    what: str
    report: int
    notes: tuple[int, ...] = ()


class Source(Struct, frozen=True):
    """One report; `origin` is the letter of its origin, `text` the whole of it where the brief has room for it."""

    number: int
    id: str
    name: str
    outlet: str
    title: str
    when: str
    url: str
    origin: str
    text: tuple[Piece, ...] = ()


class Root(Struct, frozen=True):
    """One independent origin: its letter, the numbers of its reports, why they count as one, whom they credit."""

    letter: str
    reports: tuple[int, ...]
    because: str
    credits: tuple[str, ...] = ()


class Section(Struct, frozen=True):
    """One story: what happened, what was promised, where the reports part."""

    id: str
    title: str
    when: str
    where: str
    happenings: tuple[Happening, ...]
    lines: tuple[Line, ...]
    deals: tuple[Deal, ...]
    stands: tuple[Stand, ...]
    doubts: tuple[Doubt, ...]
    more_doubts: int
    lone: tuple[Lone, ...]
    sources: tuple[int, ...]
    roots: tuple[Root, ...]
    headline: str = ""
    more_lone: int = 0


class Short(Struct, frozen=True):
    """A story that the brief has no room to tell: one row."""

    id: str
    title: str
    when: str
    reports: int
    origins: int
    lines: int
    largest: str


class BriefView(Struct, frozen=True):
    """Everything a brief shows."""

    title: str
    currency: str
    sections: tuple[Section, ...]
    shorts: tuple[Short, ...]
    sources: tuple[Source, ...]
    notes: tuple[Note, ...]
    reports: int
    stories: int
    more_shorts: int = 0
    rates: tuple[str, ...] = ()
