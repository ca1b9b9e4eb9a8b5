import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_read_makes_the_book_and_says_what_is_new(run: Run, reports: Path) -> None:
    ran = run("read", reports)
    assert (ran.code, ran.out, ran.err) == (0, "pledgebook.db: 3 new.\n", "")
    again = run("read", reports, reports / "a.txt")
    assert (again.code, again.out) == (0, "pledgebook.db: 3 known already.\n")


def test_what_could_not_be_read_is_listed_at_the_end(run: Run, reports: Path) -> None:
    (reports / "empty.txt").touch()
    (reports / "old.txt").write_bytes("Norway “gives” $6000.".encode("cp1252"))
    ran = run("read", reports, "nowhere")
    assert ran.code == 1
    assert ran.out == "pledgebook.db: 4 new.\n"
    assert ran.err.splitlines() == [
        f"  {reports}/old.txt is not UTF-8 (byte 7); read as Windows-1252.",
        "Could not be read (2):",
        f"  {reports}/empty.txt holds no text.",
        "  nowhere there is no such file or folder.",
    ]


def test_nothing_read_is_another_exit_code(run: Run) -> None:
    assert run("read", "nowhere").code == 2
    assert run("read").code == 2


def test_read_tells_a_script(run: Run, reports: Path) -> None:
    (reports / "empty.txt").touch()
    ran = run("read", reports, "--json")
    told = json.loads(ran.out)
    assert ran.code == 1
    assert told["added"] == ["reports/a.txt", "reports/b.txt", "reports/c.txt"]
    assert told["remarks"] == [{"place": f"{reports}/empty.txt", "words": "holds no text.", "lost": True}]


@pytest.mark.parametrize(("files", "has_bar"), [(9, True), (3, False)])
def test_more_than_a_handful_is_read_beside_a_bar(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: int, *, has_bar: bool
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    (tmp_path / "many").mkdir()
    for number in range(files):
        (tmp_path / "many" / f"{number}.txt").write_text(f"Norway gives ${number}000.")
    ran = run("read", "many")
    assert ran.out == f"pledgebook.db: {files} new.\n"
    assert (f"{files}/{files}" in ran.err) == has_bar


def test_the_book_is_named_by_option_or_environment(run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("read", reports, "--book", "one.db").out == "one.db: 3 new.\n"
    monkeypatch.setenv("PLEDGEBOOK_BOOK", "two.db")
    assert run("read", reports).out == "two.db: 3 new.\n"
    assert run("documents").code == 0


def test_documents_are_listed(run: Run, filled: Path) -> None:
    assert filled.exists()
    lines = run("documents").out.splitlines()
    assert len(lines) == 4
    assert lines[1].split()[1:] == ["reports/a.txt", "19", "1"]
    assert [each["name"] for each in json.loads(run("documents", "--json").out)] == [
        "reports/a.txt",
        "reports/b.txt",
        "reports/c.txt",
    ]


def test_remove_asks_and_takes_a_beginning_of_an_id(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert filled.exists()
    identity = json.loads(run("documents", "--json").out)[0]["id"]
    monkeypatch.setattr("typer.confirm", lambda *_: False)
    assert run("remove", identity[:8]).code == 1
    assert len(run("documents").out.splitlines()) == 4
    ran = run("remove", identity[:8], "--yes")
    assert (ran.code, ran.out) == (0, "Removed reports/a.txt.\n")
    assert len(run("documents").out.splitlines()) == 3
    missing = run("remove", identity, "--yes")
    assert missing.code == 2
    assert "nothing among the documents begins with" in missing.err


def test_an_id_that_several_have_must_be_longer(run: Run, filled: Path) -> None:
    assert filled.exists()
    ran = run("remove", "d-", "--yes")
    assert ran.code == 2
    assert "is the beginning of 3 documents" in ran.err


@pytest.mark.parametrize("command", ["documents", "ledger", "findings", "brief", "decisions", "undo"])
def test_without_a_book_each_command_says_how_to_make_one(run: Run, command: str) -> None:
    ran = run(command)
    assert ran.code == 2
    assert ran.err == (
        "pledgebook: there is no book at pledgebook.db; make one with: pledgebook read PATH --book pledgebook.db\n"
    )


def test_a_book_that_is_no_book_is_told_in_a_line_and_left_alone(run: Run, reports: Path) -> None:
    before = (reports / "a.txt").read_bytes()
    ran = run("read", reports, "--book", reports / "a.txt")
    assert ran.code == 2
    assert ran.err == f"pledgebook: {reports}/a.txt is no book: it is not an SQLite file; give another --book.\n"
    assert (reports / "a.txt").read_bytes() == before
