import datetime as dt
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from benchmarks.books import make_book
from pledgebook.actions import open_book, settle
from pledgebook.actions.settling import make_settler
from pledgebook.model.ledger import Change, Ledger
from pledgebook.model.records import Decision, Document, Reading, Verb
from pledgebook.pipeline import settle as settle_all
from pledgebook.read.rates import load_rates
from pledgebook.store.book import Book, News, Settler
from pledgebook.store.rows import Shelf


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return list(make_book(1500, load_rates(), seed=3).readings)


def keep(book: Book, readings: Sequence[Reading]) -> None:
    book.keep([(Document(each.document, each.name, "Words."), each) for each in readings], make_settler())


def watch(revised: list[News]) -> Settler:
    """Return the real settler, which notes what it was given to revise."""
    settler = make_settler()
    assert settler.revise is not None
    revise = settler.revise

    def note(shelf: Shelf, news: News, decisions: Sequence[Decision]) -> Change:
        revised.append(news)
        return revise(shelf, news, decisions)

    return replace(settler, revise=note)


def anew(book: Book) -> Ledger:
    return settle_all(book.readings(), book.decisions(), load_rates())


def test_reports_that_come_and_go_give_the_ledger_of_a_full_rebuild(address: str, readings: list[Reading]) -> None:
    chance = random.Random(7)  # noqa: S311 - a seed, so that a failure can be seen again
    revised = list[News]()
    waiting = chance.sample(readings, len(readings))
    with open_book(address, create=True) as book:
        keep(book, [waiting.pop() for _ in range(len(readings) // 2)])
        settle(book, watch(revised))
        assert not revised, "a first settling is a whole one"
        for _ in range(5):
            keep(book, [waiting.pop() for _ in range(min(3, len(waiting)))])
            book.remove(chance.sample([each.document for each in book.readings()], 2))
            assert settle(book, watch(revised))
            assert book.ledger() == anew(book)
        assert len(revised) == 5


def test_a_decision_and_its_revocation_touch_what_they_speak_of(address: str, readings: list[Reading]) -> None:
    revised = list[News]()
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    with open_book(address, create=True) as book:
        keep(book, readings)
        settle(book, watch(revised))
        before = book.ledger()
        told = next(each for each in before.commitments if len(each.documents) > 1)
        anchors = ((told.mentions[0],), (told.mentions[-1],))
        book.record(Decision("x-1", Verb.NOT_SAME, anchors, "Ada", at, "two purposes"))
        settle(book, watch(revised))
        assert book.ledger() == anew(book) != before
        book.record(Decision("x-2", Verb.REVOKE, (), "Ada", at + dt.timedelta(1), revokes="x-1"))
        settle(book, watch(revised))
        assert book.ledger() == before
    assert [set(news.decided) for news in revised] == [set(told.mentions[:1] + told.mentions[-1:])] * 2


def test_a_report_read_anew_replaces_what_it_said(address: str, readings: list[Reading]) -> None:
    with open_book(address, create=True) as book:
        keep(book, readings)
        settle(book)
        told = next(each for each in book.ledger().commitments if each.amount is not None)
        [reading] = book.readings(told.documents[:1])
        keep(book, [replace(reading, mentions=(), statements=())])
        settle(book)
        assert book.ledger() == anew(book)


def test_other_rules_lay_out_the_neighbours_anew(tmp_path: Path, readings: list[Reading]) -> None:
    revised = list[News]()
    with open_book(str(tmp_path / "book.db"), create=True) as book:
        book.keep([(Document(each.document, each.name, "Words."), each) for each in readings[:-5]])  # without keys
        book.settle(replace(make_settler(), rules="older"))
        settle(book, watch(revised))
        assert not revised, "older rules are no ground to build on"
        keep(book, readings[-5:])
        settle(book, watch(revised))
        assert len(revised) == 1
        assert book.ledger() == anew(book)
