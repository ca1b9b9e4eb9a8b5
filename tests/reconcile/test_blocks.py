import datetime as dt
import random

import pytest

from benchmarks.books import Book, make_book
from benchmarks.shelf import MemoryShelf
from pledgebook.model.records import Decision, Verb
from pledgebook.pipeline import settle, settle_change
from pledgebook.read.rates import load_rates


@pytest.fixture(scope="module")
def book() -> Book:
    return make_book(2500, load_rates(), seed=5)


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
