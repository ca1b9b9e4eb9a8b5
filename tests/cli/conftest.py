"""A book and a way to run commands on it as a user does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pledgebook.actions import open_book, read, settle
from pledgebook.cli import main
from tests.sums import digest_sums

Run = Callable[..., "Ran"]


class Ran:
    """What a command came to."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Give what runs a command in an empty folder, reading without language."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("pledgebook.actions.reading.make_digest", lambda: digest_sums)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("PLEDGEBOOK_BOOK", raising=False)

    def run_command(*arguments: str | Path) -> Ran:
        try:
            main([str(each) for each in arguments])
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        told = capsys.readouterr()
        return Ran(code, told.out, told.err)

    return run_command


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Give a folder of three reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("Norway gives $5000.")
    (folder / "b.txt").write_text("Norway gives $5000, and Chile gives $7000.")
    (folder / "c.txt").write_text("Chile gives $9000.")
    return folder


@pytest.fixture
def filled(reports: Path, tmp_path: Path) -> Path:
    """Give the path of a settled book that holds the reports; it stands where commands look first."""
    path = tmp_path / "pledgebook.db"
    with open_book(str(path), create=True) as book:
        read(book, [reports], digest=digest_sums)
        settle(book)
    return path
