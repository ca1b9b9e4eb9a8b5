"""A ledger made by hand from the answer key of an example: what the road should yield, for the writers to write."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pledgebook.export.material import Material
from pledgebook.model.ledger import (
    Agreement,
    Choice,
    Commitment,
    Event,
    Evidence,
    Finding,
    Ledger,
    Origin,
    Person,
    Position,
    Rival,
    Severity,
    Story,
)
from pledgebook.model.records import (
    Document,
    How,
    Kind,
    Mention,
    Reading,
    Section,
    Span,
    Statement,
    content_id,
    cut,
    make_document,
    mention_id,
)
from pledgebook.model.values import (
    AidType,
    Item,
    Money,
    Novelty,
    Party,
    PartyKind,
    Period,
    Precision,
    Qualifier,
    Stage,
    Stance,
    Text,
    Value,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
STAGES = {"approved": "committed"}


class Gathered(NamedTuple):
    """What a key is turned into, piece by piece."""

    documents: dict[str, Document]
    mentions: dict[str, list[Mention]]
    statements: dict[str, list[Statement]]


def first(words: str) -> str:
    return words.split("|", maxsplit=1)[0]


def party(name: str, kind: PartyKind = PartyKind.COUNTRY) -> Party:
    return Party(name, "", kind)


def money(amount: dict[str, Any]) -> Money:
    return Money(Decimal(amount["value"]), amount["currency"], Qualifier(amount.get("qualifier", "exact")))


def sentence_around(document: Document, start: int, end: int) -> Span:
    text = document.text
    left = max((text.rfind(stop, 0, start) + len(stop) for stop in (". ", "\n") if stop in text[:start]), default=0)
    stops = [text.find(". ", end), text.find("\n", end)]
    return cut(text, left, min(stop + (text[stop] == ".") for stop in stops if stop >= 0))


def add_mention(gathered: Gathered, kind: Kind, place: dict[str, str], values: dict[str, Value]) -> str:
    document = gathered.documents[place["file"]]
    start = document.text.index(place["text"])
    end = start + len(place["text"])
    name = mention_id(document.id, kind, start, end)
    role = "amount" if kind is Kind.COMMITMENT else kind.value
    span = cut(document.text, start, end)
    gathered.mentions[document.id].append(
        Mention(name, document.id, kind, role, span, sentence_around(document, start, end), Section.BODY)
    )
    gathered.statements[document.id] += [
        Statement(name, field, value, "by_hand", How.SAID, span) for field, value in values.items()
    ]
    return name


def documents_of(gathered: Gathered, entry: dict[str, Any]) -> tuple[str, ...]:
    return tuple(sorted({gathered.documents[place["file"]].id for place in entry["mentions"]}))


def commitment(gathered: Gathered, entry: dict[str, Any], key: dict[str, Any], story: str) -> Commitment:
    amount = money(entry["amount"]) if entry["amount"] else None
    values: dict[str, Value] = {"provider": party(entry["provider"][0]), "novelty": Text(first(entry["novelty"]))}
    if amount:
        values["amount"] = amount
    mentions = [add_mention(gathered, Kind.COMMITMENT, place, values) for place in entry["mentions"]]
    documents = documents_of(gathered, entry)
    parts = [each for each in key["commitments"] if each["part_of"] == entry["id"]]
    named = {each["id"]: content_id("c", each["id"]) for each in key["commitments"]}
    return Commitment(
        id=named[entry["id"]],
        mentions=tuple(mentions),
        documents=documents,
        origins=tuple(content_id("o", document) for document in documents),
        stories=(story,),
        providers=tuple(party(name) for name in entry["provider"]),
        recipients=tuple(party(name) for name in entry["recipient"]),
        amount=amount,
        stage=Stage(STAGES.get(first(entry["stage"]), first(entry["stage"]))),
        novelty=Novelty(first(entry["novelty"])),
        aid_type=AidType(first(entry["kind"])),
        equivalents=tuple(money(also) for also in (entry["amount"] or {}).get("also", ())),
        items=tuple(Item(each["what"], Decimal(each["count"])) for each in entry["items"]),
        mechanism=entry["mechanism"] or "",
        part_of=named.get(entry["part_of"]),
        parts=tuple(sorted(named[each["id"]] for each in parts)),
        remainder=Money(Decimal(265_000_000), "CAD") if entry["id"] == "c1" else None,
        choices=(
            Choice("novelty", (Text(first(entry["novelty"])),), "first_announcement", "said first in June", ()),
            Choice(
                "stage",
                (Text("pledged"),),
                "most_origins",
                "two of three",
                (),
                (Rival((Text("committed"),), "stage", ()),),
            ),
        ),
    )


def agreement(gathered: Gathered, entry: dict[str, Any]) -> Agreement:
    mentions = [add_mention(gathered, Kind.AGREEMENT, place, {}) for place in entry["mentions"]]
    documents = documents_of(gathered, entry)
    parties = tuple(party(name) for name in entry["parties"])
    name = content_id("a", entry["subject"])
    return Agreement(
        name, tuple(mentions), documents, documents, parties, entry["type"], entry["subject"], entry["status"]
    )


def position(gathered: Gathered, entry: dict[str, Any]) -> Position:
    mentions = [add_mention(gathered, Kind.POSITION, place, {}) for place in entry["mentions"]]
    documents = documents_of(gathered, entry)
    name = content_id("p", entry["actor"], entry["on"])
    actor = party(entry["actor"], PartyKind.PERSON)
    return Position(name, tuple(mentions), documents, documents, actor, Stance(entry["stance"]), entry["on"])


def event(gathered: Gathered, entry: dict[str, Any]) -> Event:
    documents = tuple(sorted(document.id for document in gathered.documents.values()))
    day = dt.date.fromisoformat(entry["date"] + "-01" * (len(entry["date"]) == len("2025-06")))
    precision = Precision.DAY if len(entry["date"]) == len("2025-08-24") else Precision.MONTH
    who = (party(entry["who"], PartyKind.PERSON),) if "who" in entry else ()
    name = content_id("e", entry["type"], entry["where"])
    mentions = tuple(f"m-{place:016x}" for place in range(len(documents) if who else 1))
    return Event(
        name,
        mentions,
        documents,
        (),
        entry["type"],
        who,
        entry["where"],
        Period(day, day, precision),
        entry.get("what", ""),
    )


def findings(gathered: Gathered, key: dict[str, Any]) -> tuple[Finding, ...]:
    made = []
    for entry in key["findings"]:
        evidence = []
        for file in entry["files"]:
            document = gathered.documents[file]
            start = document.text.index(" the ")
            evidence.append(Evidence(document.id, cut(document.text, start, start + len(" the "))))
        name = content_id("f", entry["type"])
        grave = Severity.WARNING if entry["type"] == "date_conflict" else Severity.NOTICE
        made.append(Finding(name, entry["type"], grave, entry["says"], "", tuple(evidence), (), "Look it up."))
    return tuple(made)


def material_of(example: str) -> Material:
    folder = EXAMPLES / example
    key = json.loads((folder / "key.json").read_text("utf-8"))
    documents = {
        each["file"]: make_document(each["file"], (folder / each["file"]).read_text("utf-8")) for each in key["docs"]
    }
    ids = [document.id for document in documents.values()]
    gathered = Gathered(documents, {each: [] for each in ids}, {each: [] for each in ids})
    story = content_id("s", example)
    origins = tuple(Origin(content_id("o", each), (each,), "told in its own words") for each in sorted(ids))
    ledger = Ledger(
        stories=(Story(story, key["title"], tuple(sorted(ids)), origins),),
        commitments=tuple(commitment(gathered, entry, key, story) for entry in key["commitments"]),
        agreements=tuple(agreement(gathered, entry) for entry in key["agreements"]),
        positions=tuple(position(gathered, entry) for entry in key["positions"]),
        events=tuple(event(gathered, entry) for entry in key["events"]),
        people=(Person(content_id("n", "Carney"), "Mark Carney", "prime minister", "CAN", ("Mark Karney",), ()),),
        findings=findings(gathered, key),
    )
    readings = tuple(
        Reading(
            each.id,
            each.name,
            "",
            "",
            "",
            None,
            tuple(gathered.mentions[each.id]),
            tuple(gathered.statements[each.id]),
        )
        for each in documents.values()
    )
    return Material(ledger, readings, tuple(documents.values()))


@pytest.fixture(scope="session")
def kyiv() -> Material:
    return material_of("kyiv-visit")


@pytest.fixture(scope="session")
def flood() -> Material:
    return material_of("flood-appeal")
