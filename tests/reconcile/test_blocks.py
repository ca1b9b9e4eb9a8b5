import datetime as dt
import random

import pytest

from benchmarks.books import Book, make_book
from pledgebook.model.records import Decision, Reading, Verb
from pledgebook.pipeline import settle, settle_change
from pledgebook.read.rates import load_rates
from pledgebook.reconcile.blocks import block_keys
from tests.tellers import MemoryShelf


@pytest.fixture(scope="module")
def book() -> Book:
    return make_book(2500, load_rates(), seed=5)


def shelf_of(readings: list[Reading], every: list[Reading], decisions: tuple[Decision, ...] = ()) -> MemoryShelf:
    keys = {reading.document: block_keys(reading) for reading in every}
    return MemoryShelf(settle(readings, decisions, load_rates()), readings, keys)


def take_change(shelf: MemoryShelf, changed: list[str], decisions: tuple[Decision, ...] = ()) -> None:
    change = settle_change(shelf, changed, decisions, load_rates())
    for kind, one in change.drop:
        del shelf.entries[kind][one]
    for kind in change.put.__struct_fields__:
        shelf.entries[kind] |= {one.id: one for one in getattr(change.put, kind)}
    shelf.touch(change.touches)


@pytest.mark.parametrize("seed", range(6))
def test_reports_that_come_and_go_give_the_ledger_of_a_full_rebuild(book: Book, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - an order to try, no secret
    every = list(book.readings)
    chance.shuffle(every)
    held, waiting = every[: len(every) // 2], every[len(every) // 2 :]
    shelf = shelf_of(held, every)
    for _ in range(4):
        come = [waiting.pop() for _ in range(min(chance.randint(1, 6), len(waiting)))]
        go = chance.sample(sorted(shelf.kept), chance.randint(0, 5))
        shelf.kept |= {reading.document: reading for reading in come}
        for document in go:
            del shelf.kept[document]
        take_change(shelf, [*(reading.document for reading in come), *go])
        assert shelf.ledger() == settle(shelf.kept.values(), (), load_rates())


def test_a_new_decision_gives_the_ledger_of_a_full_rebuild(book: Book) -> None:
    every = list(book.readings)
    shelf = shelf_of(every, every)
    shared = next(one for one in shelf.ledger().commitments if len(one.documents) > 1)
    left, right = shared.mentions[0], shared.mentions[-1]
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    decisions = (Decision("x-1", Verb.NOT_SAME, ((left,), (right,)), "an editor", at, "two purposes"),)
    take_change(shelf, list(shared.documents), decisions)
    assert shelf.ledger() == settle(every, decisions, load_rates())
    assert not any({left, right} <= set(one.mentions) for one in shelf.ledger().commitments)


def test_a_change_looks_at_little_of_the_book(book: Book) -> None:
    every = list(book.readings)
    shelf = shelf_of(every[:-1], every)
    shelf.kept[every[-1].document] = every[-1]
    change = settle_change(shelf, [every[-1].document], (), load_rates())
    assert len(change.put.commitments) < len(shelf.entries["commitments"]) / 4


def test_the_order_of_readings_changes_nothing(book: Book) -> None:
    every = list(book.readings)
    shuffled = random.Random(9).sample(every, len(every))  # noqa: S311 - an order to try, no secret
    assert settle(every, (), load_rates()) == settle(shuffled, (), load_rates())
