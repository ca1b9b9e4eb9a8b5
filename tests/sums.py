"""A digest and a settling without language, so that tests of the book are quick and know what must come out."""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from pledgebook.model.ledger import Commitment, Ledger
from pledgebook.model.records import (
    Decision,
    Document,
    How,
    Kind,
    Mention,
    Part,
    Reading,
    Section,
    Statement,
    Verb,
    content_id,
    cut,
    mention_id,
)
from pledgebook.model.values import AidType, Money, Novelty, Party, PartyKind, Stage
from pledgebook.store.book import Settler


def digest_sums(documents: Sequence[Document]) -> list[Reading]:
    """Make readings without language: each "NAME gives $N" is a commitment of N dollars by NAME."""
    return [digest_one(document) for document in documents]


def digest_one(document: Document) -> Reading:
    mentions, statements = [], []
    for match in re.finditer(r"(\w+) gives \$(\d+)", document.text):
        span = cut(document.text, match.start(2) - 1, match.end(2))
        identity = mention_id(document.id, Kind.COMMITMENT, span.start, span.end)
        part = Part("amount", span, "sums")
        mentions.append(Mention(identity, document.id, Kind.COMMITMENT, "amount", span, span, Section.BODY, (part,)))
        sum_given = Money(Decimal(match[2]), "USD")
        giver = Party(match[1], kind=PartyKind.COUNTRY)
        statements += [
            Statement(identity, "amount", sum_given, "sums", How.SAID, span),
            Statement(identity, "provider", giver, "sums", How.SAID, cut(document.text, *match.span(1))),
        ]
    return Reading(
        document.id,
        document.name,
        document.url,
        document.outlet,
        document.title,
        document.published,
        tuple(mentions),
        tuple(statements),
        made_by="sums 1",
    )


def derive_sums(readings: Sequence[Reading], decisions: Sequence[Decision]) -> Ledger:
    """Make a ledger in which equal sums of one giver are one commitment; decisions only show in its status."""
    told: dict[tuple[str, Decimal], list[tuple[str, str]]] = {}
    for reading in readings:
        values = {(each.mention, each.field): each.value for each in reading.statements}
        for mention in reading.mentions:
            giver, money = values[mention.id, "provider"], values[mention.id, "amount"]
            assert isinstance(giver, Party)
            assert isinstance(money, Money)
            told.setdefault((giver.name, money.value), []).append((mention.id, reading.document))
    status = f"{len(decisions)} decisions" if decisions else "proposed"
    found = [
        Commitment(
            id=content_id("c", name, str(value)),
            mentions=tuple(sorted(each for each, _ in places)),
            documents=tuple(sorted({document for _, document in places})),
            origins=(),
            stories=(),
            providers=(Party(name, kind=PartyKind.COUNTRY),),
            recipients=(),
            amount=Money(value, "USD"),
            stage=Stage.PLEDGED,
            novelty=Novelty.NEW,
            aid_type=AidType.OTHER,
            status=status,
        )
        for (name, value), places in told.items()
    ]
    return Ledger(commitments=tuple(sorted(found, key=lambda each: each.id)))


def decision_at(minute: int, verb: Verb, *anchors: str) -> Decision:
    """Make a decision of one noon, told apart by its minute."""
    at = dt.datetime(2026, 1, 1, 12, minute, tzinfo=dt.UTC)
    return Decision(content_id("x", str(minute)), verb, tuple((each,) for each in anchors), "Ada", at, "because")


SETTLER = Settler("1", derive_sums)
