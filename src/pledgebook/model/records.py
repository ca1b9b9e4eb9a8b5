"""What is read and kept: documents, sentences, mentions, statements, decisions."""

import datetime as dt
import hashlib
from enum import StrEnum
from typing import Final

from msgspec import Struct

from pledgebook.model.errors import SpanMismatch
from pledgebook.model.values import Value

INSTALMENT: Final = "an instalment of an older sum"
"""The rule that calls a sum new though it is paid out of an older one; what it says is tied to that one."""


def content_id(prefix: str, *parts: str) -> str:
    """Return a stable id: the prefix, a hyphen and 16 hex digits of the SHA-256 of the parts."""
    told = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return f"{prefix}-{hashlib.sha256(told).hexdigest()[:16]}"


class Span(Struct, frozen=True, order=True, gc=False):
    """A half-open range of Unicode code points in a document's text, with the words that stand there."""

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            found = f"the {len(self.quote)} characters {self.quote[:60]!r}"
            raise SpanMismatch(f"span {self.start}:{self.end} cannot hold {found}")


def cut(text: str, start: int, end: int) -> Span:
    """Return the span of `text` from `start` to `end`, quote included."""
    return Span(start, end, text[start:end])


class Document(Struct, frozen=True):
    """One report as published; its text never changes after it is made."""

    id: str
    name: str
    text: str
    url: str = ""
    outlet: str = ""
    title: str = ""
    published: dt.date | None = None


def make_document(
    name: str, text: str, *, url: str = "", outlet: str = "", title: str = "", published: dt.date | None = None
) -> Document:
    """Return a document whose id is the hash of its url and text."""
    return Document(content_id("d", url, text), name, text, url, outlet, title, published)


class Word(Struct, frozen=True, gc=False):
    """One token of a parsed sentence; `start` and `end` are offsets into the document's text.

    `head` is the index of the governing word in the same sentence (its own index at the root); `tag` is a Penn tag,
    `pos` a universal part of speech, `dep` a Universal Dependencies relation ("ROOT" at the root).
    """

    text: str
    start: int
    end: int
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int


class Sentence(Struct, frozen=True):
    """One parsed sentence; `start` and `end` bound it in the document's text."""

    start: int
    end: int
    words: tuple[Word, ...]


class Section(StrEnum):
    """Which part of a report a place stands in; only title, lead and body are evidence of their own."""

    TITLE = "title"
    LEAD = "lead"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    LINK = "link"
    FURNITURE = "furniture"


class Kind(StrEnum):
    """What a mention speaks of."""

    COMMITMENT = "commitment"
    AGREEMENT = "agreement"
    POSITION = "position"
    EVENT = "event"
    PERSON = "person"
    CREDIT = "credit"


class Part(Struct, frozen=True, gc=False):
    """One piece of a mention: the role it plays, the words, and the rule that found it.

    A part with role "amount" or "equivalent" is accompanied by parts "number", "scale", "currency" and "qualifier"
    that lie inside or beside its span; `group` ties pieces of one amount or one item together. `weight` is how much the
    rule's word counts where several witnesses speak for different values.
    """

    role: str
    span: Span
    rule: str
    group: int = 0
    weight: float = 0.0


class Mention(Struct, frozen=True, gc=False):
    """A place where a document speaks of a commitment, an agreement, a position, an event, a person or a source.

    `role` says what the span is: "amount" or "items" for commitments, else the kind's own name.
    """

    id: str
    document: str
    kind: Kind
    role: str
    span: Span
    sentence: Span
    section: Section
    parts: tuple[Part, ...] = ()


def mention_id(document: str, kind: Kind, start: int, end: int, ordinal: int = 0) -> str:
    """Return the id of a mention; `ordinal` tells apart several undertakings told by one phrase."""
    return content_id("m", document, kind, str(start), str(end), str(ordinal))


class How(StrEnum):
    """Where a value comes from, from firmest to weakest."""

    SAID = "said"
    SENTENCE = "sentence"
    DOCUMENT = "document"
    STORY = "story"
    GUESSED = "guessed"


class Vote(Struct, frozen=True, gc=False):
    """One witness for or against a reading: the rule, what it says, its weight, in words for the reviewer."""

    rule: str
    says: str
    weight: float


class Statement(Struct, frozen=True, gc=False):
    """This document says that field F is V, with the words and the rule; several of one field stand side by side."""

    mention: str
    field: str
    value: Value
    rule: str
    how: How
    span: Span | None = None
    reason: str = ""
    votes: tuple[Vote, ...] = ()


class Reading(Struct, frozen=True):
    """All that one document says, without its text: what `digest` returns and the book keeps.

    `sketch` is what story and origin finding needs of the words (MinHash values and rare facts), `language` the
    version of the pipeline and rules that made it.
    """

    document: str
    name: str
    url: str
    outlet: str
    title: str
    published: dt.date | None
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    sketch: tuple[int, ...] = ()
    facts: tuple[str, ...] = ()
    made_by: str = ""


class Verb(StrEnum):
    """What a person can decide."""

    ACCEPT = "accept"
    REJECT = "reject"
    SAME = "same"
    NOT_SAME = "not_same"
    SET = "set"
    REVOKE = "revoke"


class Decision(Struct, frozen=True):
    """A person's or a policy's word on something in the ledger; revoked by a later one, never deleted.

    `anchors` are mention ids (stable however the ledger is rebuilt): one group for accept, reject and set, two for
    same and not_same; `revokes` is the id of an earlier decision. `field` and `value` serve `set` alone. `seen` is
    what was on the screen.
    """

    id: str
    verb: Verb
    anchors: tuple[tuple[str, ...], ...]
    by: str
    at: dt.datetime
    why: str = ""
    field: str = ""
    value: tuple[Value, ...] = ()
    revokes: str = ""
    seen: str = ""
