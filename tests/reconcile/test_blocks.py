import datetime as dt
import random
from collections.abc import Sequence
from decimal import Decimal

import msgspec
import pytest

from benchmarks.books import Book, make_book
from benchmarks.shelf import MemoryShelf
from pledgebook.model.ledger import Commitment
from pledgebook.model.records import Decision, How, Kind, Mention, Reading, Statement, Verb
from pledgebook.model.values import Money, Party, Period, Precision, Text, Value
from pledgebook.pipeline import settle, settle_change
from pledgebook.read.rates import load_rates
from pledgebook.reconcile.rulings import TIED_FIELDS
from tests.promises import promise
from tests.tellers import Report

DATED = 0.85
SETTABLE: tuple[tuple[str, tuple[Value, ...]], ...] = (
    ("amount", (Money(Decimal(10**9), "CAD"),)),
    ("novelty", (Text("restated"),)),
    ("part_of", (Text("tied"),)),
    ("restates", (Text("tied"),)),
)


@pytest.fixture(scope="module")
def book() -> Book:
    plain = make_book(1600, load_rates(), seed=5)
    return msgspec.structs.replace(plain, readings=tuple(map(with_deeds, plain.readings)))


def with_deeds(reading: Reading) -> Reading:
    """Return a reading that tells of a summit, a minister and an agreement too; each fifth has lost its day."""
    first, number = reading.mentions[0], int(reading.document[-4:], 16)
    gives, gets = (
        next((s.value for s in reading.statements if s.mention == first.id and s.field == field), Party("nobody"))
        for field in ("provider", "recipient")
    )
    summit, minister, pact = (
        msgspec.structs.replace(first, id=f"{first.id}-{kind}", kind=kind, role=str(kind))
        for kind in (Kind.EVENT, Kind.PERSON, Kind.AGREEMENT)
    )
    before = (reading.published or dt.date(2020, 1, 1)) - dt.timedelta(days=30)
    name = f"Minister Of{gives.name if isinstance(gives, Party) else ''}{'aeiou'[number % 5]}"
    told: list[tuple[Mention, str, Value]] = [
        (summit, "type", Text("summit")),
        (summit, "what", Text(f"talks of {before:%B}")),
        (summit, "where", Text("Hall")),
        *([(summit, "date", Period(before, before, Precision.DAY))] if number % 2 else []),
        (minister, "name", Text(name)),
        (minister, "office", Text("foreign minister")),
        (pact, "party", gives),
        (pact, "party", gets),
        (pact, "type", Text("agreement")),
        (pact, "subject", Text("schools" if number % 3 else "wells")),
    ]
    added = tuple(Statement(mention.id, field, value, "test", How.SAID) for mention, field, value in told)
    return msgspec.structs.replace(
        reading,
        published=reading.published if number % 5 else None,
        mentions=(*reading.mentions, summit, minister, pact),
        statements=reading.statements + added,
    )


@pytest.mark.parametrize("seed", range(6))
def test_reports_that_come_and_go_give_the_ledger_of_a_full_rebuild(book: Book, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - an order to try, no secret
    every = list(book.readings)
    chance.shuffle(every)
    held, waiting = every[: len(every) // 2], every[len(every) // 2 :]
    shelf = MemoryShelf(settle(held, (), load_rates()), held)
    for _ in range(4):
        come = [waiting.pop() for _ in range(min(chance.randint(1, 6), len(waiting)))]
        go = chance.sample(sorted(shelf.kept), chance.randint(0, 5))
        shelf.keep(come)
        shelf.forget(go)
        shelf.take(settle_change(shelf, [*(reading.document for reading in come), *go], (), load_rates()))
        assert shelf.ledger() == settle(shelf.kept.values(), (), load_rates())


@pytest.mark.parametrize("seed", range(8))
def test_ties_across_reports_come_and_go_as_in_a_full_rebuild(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - an order to try, no secret
    every = [
        msgspec.structs.replace(one, published=one.published if chance.random() < DATED else None)
        for one in promise(seed, 10).readings
    ]
    chance.shuffle(every)
    shelf = MemoryShelf(settle((), (), load_rates()), ())
    waiting = list(every)
    while waiting:
        come = [waiting.pop() for _ in range(min(chance.randint(1, 4), len(waiting)))]
        go = chance.sample(sorted(shelf.kept), min(chance.randint(0, 2), len(shelf.kept)))
        shelf.keep(come)
        shelf.forget(go)
        shelf.take(settle_change(shelf, [*(one.document for one in come), *go], (), load_rates()))
        assert shelf.ledger() == settle(shelf.kept.values(), (), load_rates())


@pytest.mark.parametrize("seed", range(4))
def test_sums_told_as_new_twice_come_and_go_as_in_a_full_rebuild(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - an order to try, no secret
    shelf = MemoryShelf(settle((), (), load_rates()), ())
    seen = set[str]()
    for number in range(24):
        report = Report(f"r{number}", dt.date(2024, 3, 1) + dt.timedelta(days=chance.randrange(40)))
        for _ in range(chance.randint(1, 2)):
            report.tell(chance.choice(["CAD 125m", "CAD 300m"]), purpose=chance.choice(["radar repair", "wells"]))
        go = chance.sample(sorted(shelf.kept), min(chance.randint(0, 1), len(shelf.kept)))
        shelf.keep([report.read()])
        shelf.forget(go)
        shelf.take(settle_change(shelf, [report.id, *go], (), load_rates()))
        assert shelf.ledger() == settle(shelf.kept.values(), (), load_rates())
        seen |= {one.code for one in shelf.ledger().findings}
    assert "told_as_new_twice" in seen


def test_a_new_decision_gives_the_ledger_of_a_full_rebuild(book: Book) -> None:
    every = list(book.readings)
    shelf = MemoryShelf(settle(every, (), load_rates()), every)
    shared = next(one for one in shelf.ledger().commitments if len(one.documents) > 1)
    left, right = shared.mentions[0], shared.mentions[-1]
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    decisions = (Decision("x-1", Verb.NOT_SAME, ((left,), (right,)), "an editor", at, "two purposes"),)
    shelf.take(settle_change(shelf, shared.documents, decisions, load_rates()))
    assert shelf.ledger() == settle(every, decisions, load_rates())
    assert not any({left, right} <= set(one.mentions) for one in shelf.ledger().commitments)


def test_a_change_looks_at_little_of_the_book(book: Book) -> None:
    every = list(book.readings)
    shelf = MemoryShelf(settle(every[:-1], (), load_rates()), every[:-1])
    shelf.keep(every[-1:])
    change = settle_change(shelf, [every[-1].document], (), load_rates())
    assert len(change.put.commitments) < len(shelf.entries["commitments"]) / 4


def test_the_order_of_readings_changes_nothing(book: Book) -> None:
    every = list(book.readings)
    shuffled = random.Random(9).sample(every, len(every))  # noqa: S311 - an order to try, no secret
    assert settle(every, (), load_rates()) == settle(shuffled, (), load_rates())


@pytest.mark.parametrize("seed", range(8))
def test_reports_and_decisions_that_come_and_go_give_the_ledger_of_a_full_rebuild(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - an order to try, no secret
    waiting = [*promise(seed, 12).readings]
    chance.shuffle(waiting)
    shelf = MemoryShelf(settle((), (), load_rates()), ())
    decisions: list[Decision] = []
    while waiting:
        come = [waiting.pop() for _ in range(min(chance.randint(1, 4), len(waiting)))]
        go = chance.sample(sorted(shelf.kept), min(chance.randint(0, 2), len(shelf.kept)))
        shelf.keep(come)
        shelf.forget(go)
        made = list[Decision]()
        for _ in range(chance.randint(0, 2)):
            made += decide(chance, shelf.ledger().commitments, (*decisions, *made))
        decisions += made
        spoken = {anchor for one in made for anchor in anchors_of(one, decisions)}
        touched = {reading.document for reading in shelf.kept.values() if spoken & {m.id for m in reading.mentions}}
        changed = [*(one.document for one in come), *go, *sorted(touched - set(go))]
        shelf.take(settle_change(shelf, changed, decisions, load_rates()))
        anew = chance.sample(sorted(shelf.kept), len(shelf.kept))
        shuffled = chance.sample(decisions, len(decisions))
        assert shelf.ledger() == settle([shelf.kept[one] for one in anew], shuffled, load_rates())


def decide(chance: random.Random, told: Sequence[Commitment], made: Sequence[Decision]) -> list[Decision]:
    """Return a decision such as a person may come to, [] where there is nothing to decide between."""
    if len(told) < 2:
        return []
    verbs = [Verb.ACCEPT, Verb.REJECT, Verb.SAME, Verb.NOT_SAME, Verb.SET, Verb.SET, Verb.SET, Verb.REVOKE]
    verb, (one, other) = chance.choice(verbs), chance.sample(list(told), 2)
    revokes = chance.choice(made).id if made and verb is Verb.REVOKE else ""
    field, value = chance.choice(SETTABLE) if verb is Verb.SET else ("", ())
    anchors: tuple[tuple[str, ...], ...] = (one.mentions,)
    if verb is Verb.NOT_SAME and len(one.mentions) > 1:
        anchors = (one.mentions[:1], one.mentions[1:])
    elif verb in {Verb.SAME, Verb.NOT_SAME} or (field in TIED_FIELDS and chance.random() < DATED):
        anchors = (one.mentions, other.mentions)
    if verb is Verb.REVOKE:
        anchors = ()
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=len(made))
    return [Decision(f"x-{len(made)}", verb, anchors, "Ines", at, field=field, value=value, revokes=revokes)]


def anchors_of(decision: Decision, made: Sequence[Decision]) -> set[str]:
    """Return the mentions a decision speaks of, those of what it revokes among them."""
    known = {one.id: one for one in made}
    told, found = decision, set[str]()
    while True:
        found |= {anchor for group in told.anchors for anchor in group}
        if told.revokes not in known:
            return found
        told = known[told.revokes]
