"""A reading that is killed leaves each document wholly in or wholly out, and the book as if nothing had been."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pledgebook.actions import open_book, read, settle
from pledgebook.actions.publishing import publish
from pledgebook.actions.settling import make_settler
from pledgebook.model.errors import UnreadableBook
from pledgebook.pipeline import settle as settle_all
from pledgebook.read.rates import load_rates
from tests.sums import SETTLER, derive_sums, digest_sums

REPORTS = 60
ROOT = Path(__file__).parents[2]
Run = Callable[[str, Path, float | None], bool]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    reports = tmp_path_factory.mktemp("reports")
    for number in range(REPORTS):
        (reports / f"{number:03}.txt").write_text(
            f"Norway gives ${number % 20}, Chile gives ${number}. " + "Words follow. " * 20
        )
    return reports


@contextmanager
def started(*arguments: str) -> Iterator[Run]:
    """Give what reads a folder into a book and is killed after so many seconds; it tells whether it was."""
    command = [sys.executable, str(Path(__file__).with_name("killed_reader.py")), *arguments]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as reader:
        stdin, stdout = reader.stdin, reader.stdout
        assert stdin is not None
        assert stdout is not None

        def read_until(book: str, reports: Path, seconds: float | None) -> bool:
            stdin.write(f"{book} {reports} {'never' if seconds is None else seconds}\n")
            stdin.flush()
            return int(stdout.readline()) == signal.SIGKILL

        yield read_until
        stdin.close()


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """Give a reader that needs no language."""
    with started() as reader:
        yield reader


def undisturbed(folder: Path, book: str) -> str:
    with open_book(book, create=True) as opened:
        read(opened, [folder], digest=digest_sums)
        settle(opened, SETTLER)
        return publish(opened, "json")


def check_consistent(book: str) -> int:
    """Hold what a kill left against what must be; return how many documents are in."""
    try:
        opened = open_book(book)
    except UnreadableBook as error:
        assert "there is no book" in str(error) or "is an empty book" in str(error)  # noqa: PT017 - either is right
        return 0
    with opened:
        documents, readings = opened.documents(), opened.readings()
        assert tuple(sorted(digest_sums(documents), key=lambda each: each.document)) == readings
        if opened.is_settled(SETTLER.rules):
            assert opened.ledger() == derive_sums(readings, ())
    return len(documents)


def kill_often(
    kills: int, run: Run, folder: Path, addresses: Iterator[str], check: Callable[[str], int]
) -> tuple[str, list[int]]:
    """Kill readings at random points, going on with each book until it is full; return the last book."""
    chance = random.Random(20)  # noqa: S311 - a seed, so that a failure can be seen again
    seen, killed = [0], 0
    reports = len(list(folder.iterdir()))
    for _ in range(2):  # the first run also waits for the reader to start
        begun = time.monotonic()
        run(next(addresses), folder, None)
        whole = time.monotonic() - begun
    book = next(addresses)
    while killed < kills:
        left = 1 - seen[-1] % reports / reports
        killed += run(book, folder, chance.uniform(0, whole * left))
        seen.append(check(book))
        if seen[-1] == reports:
            book = next(addresses)
    return book, seen


def test_a_hundred_kills_leave_each_document_in_or_out(run: Run, folder: Path, tmp_path: Path) -> None:
    addresses = (str(tmp_path / f"killed-{number}.db") for number in range(1000))
    book, seen = kill_often(100, run, folder, addresses, check_consistent)
    assert any(0 < count < REPORTS for count in seen), "no kill met a reading half done"
    assert not run(book, folder, None)
    with open_book(book) as opened:
        assert publish(opened, "json") == undisturbed(folder, str(tmp_path / "undisturbed.db"))


def test_kills_on_postgresql(run: Run, folder: Path, tmp_path: Path, make_address: Callable[[], str]) -> None:
    book, seen = kill_often(10, run, folder, iter(make_address, ""), check_consistent)
    assert any(0 < count < REPORTS for count in seen), "no kill met a reading half done"
    assert not run(book, folder, None)
    with open_book(book) as opened:
        assert publish(opened, "json") == undisturbed(folder, str(tmp_path / "undisturbed.db"))


def test_the_real_reading_can_be_killed(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.txt").write_text(f"Norway will give Chile ${number + 2} million for new ferries.\n" * 3)
    addresses = (str(tmp_path / f"killed-{number}.db") for number in range(1000))
    with started("real") as run:
        book, seen = kill_often(8, run, folder, addresses, check_whole)
        assert any(0 < count < 9 for count in seen), "no kill met a reading half done"
        whole = next(addresses)
        assert not run(book, folder, None)
        assert not run(whole, folder, None)
    with open_book(book) as opened, open_book(whole) as other:
        assert publish(opened, "json") == publish(other, "json")
        assert len(opened.ledger().commitments) >= 9


def check_whole(book: str) -> int:
    """Hold each document to its reading and a settled ledger to what it is derived from; return how many are in."""
    try:
        opened = open_book(book)
    except UnreadableBook as error:
        assert "there is no book" in str(error) or "is an empty book" in str(error)  # noqa: PT017 - either is right
        return 0
    with opened:
        readings = opened.readings()
        assert {each.id for each in opened.documents()} == {each.document for each in readings}
        assert all(each.mentions for each in readings)
        if opened.is_settled(make_settler().rules):
            assert opened.ledger() == settle_all(readings, (), load_rates())
    return len(readings)
