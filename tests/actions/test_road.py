"""The whole road with the real language: order, batches and hash seeds never change the ledger."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pledgebook.actions import open_book, read, settle
from pledgebook.actions.publishing import publish
from pledgebook.actions.reading import Digest, make_digest

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = sorted(EXAMPLES.glob("*/*.txt"))
ORDERS = {
    "one by one": [[path] for path in REPORTS],
    "backwards": [[path] for path in reversed(REPORTS)],
    "in two halves": [REPORTS[1::2], REPORTS[::2]],
}


@pytest.fixture(scope="module")
def digest() -> Digest:
    return make_digest()


def read_parts(book: str | Path, parts: Sequence[Sequence[Path]], digest: Digest) -> str:
    with open_book(str(book), create=True) as opened:
        for part in parts:
            read(opened, part, digest=digest)
            settle(opened)
        return publish(opened, "json")


@pytest.fixture(scope="module")
def at_once(digest: Digest, tmp_path_factory: pytest.TempPathFactory) -> str:
    return read_parts(tmp_path_factory.mktemp("once") / "book.db", [REPORTS], digest)


@pytest.mark.parametrize("order", ORDERS)
def test_any_order_gives_the_same_bytes(order: str, digest: Digest, at_once: str, tmp_path: Path) -> None:
    assert read_parts(tmp_path / "book.db", ORDERS[order], digest) == at_once


@pytest.mark.parametrize("seed", ["1", "2"])
def test_no_hash_seed_changes_a_byte(seed: str, at_once: str, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PLEDGEBOOK_BOOK": str(tmp_path / "book.db")}
    command = [sys.executable, "-c", "from pledgebook.cli import main; main()"]
    subprocess.run([*command, "read", *REPORTS], check=True, env=environment, capture_output=True)
    told = subprocess.run([*command, "export", "json"], check=True, env=environment, capture_output=True, text=True)
    assert told.stdout == at_once


def test_both_databases_hold_the_same_ledger(digest: Digest, at_once: str, make_address: Callable[[], str]) -> None:
    assert read_parts(make_address(), ORDERS["in two halves"], digest) == at_once


def test_two_workers_at_once_give_the_same_bytes(at_once: str, tmp_path: Path) -> None:
    environment = {**os.environ, "PLEDGEBOOK_BOOK": str(tmp_path / "book.db")}
    command = [sys.executable, "-c", "from pledgebook.cli import main; main()"]
    workers = [
        subprocess.Popen([*command, "read", *REPORTS[half::2]], env=environment, stdout=subprocess.DEVNULL)
        for half in (0, 1)
    ]
    assert [worker.wait() for worker in workers] == [0, 0]
    told = subprocess.run([*command, "export", "json"], check=True, env=environment, capture_output=True, text=True)
    assert told.stdout == at_once
