"""Whatever a user gives `read`, a clear line comes out, exit code 1 or 2, and nothing is lost."""

import json
import os
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from pledgebook.store.address import find_url
from tests.cli.conftest import Run


def test_a_folder_of_trouble_costs_the_good_reports_nothing(run: Run, reports: Path) -> None:
    (reports / "empty.txt").touch()
    (reports / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (reports / "binary.md").write_bytes(bytes(range(256)) * 9)
    (reports / "german.txt").write_bytes("Österreich gives $8000.".encode("cp1252"))
    (reports / "broken.jsonl").write_text('{"text": "Peru gives $1000."}\n{"text": \n\n{"text": "Peru gives $2000."}')
    with (reports / "huge.txt").open("wb") as file:
        file.writelines(b"x" * 1_000_000 for _ in range(50))
    with (reports / "line.jsonl").open("wb") as file:
        file.writelines(b"x" * 1_000_000 for _ in range(50))
    (reports / "round").symlink_to(reports)
    (reports / "gone.txt").symlink_to(reports / "nothing")
    ran = run("read", reports, "--json")
    told = json.loads(ran.out)
    assert ran.code == 1
    assert len(told["added"]) == 6
    lost = {each["place"].removeprefix(f"{reports}/"): each["words"] for each in told["remarks"] if each["lost"]}
    assert lost == {
        "binary.md": "is binary, not text; save it as plain text (UTF-8) first.",
        "broken.jsonl:2": "is no report: Input data was truncated.",
        "empty.txt": "holds no text.",
        "gone.txt": "is a link to nothing, or a loop of links.",
        "huge.txt": "is longer than 20 MB, no single report is; split it into reports.",
        "line.jsonl:1": "is longer than 20 MB, no single report is; passed over.",
        "picture.txt": "is a PNG image, not text; save it as plain text first.",
    }
    assert [each["words"] for each in told["remarks"] if not each["lost"]] == [
        "is not UTF-8 (byte 0); read as Windows-1252."
    ]
    again = run("read", reports)
    assert again.code == 1
    assert again.out == "pledgebook.db: 6 known already.\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_told(run: Run, reports: Path) -> None:
    (reports / "closed").mkdir(mode=0)
    ran = run("read", reports)
    assert ran.code == 1
    assert f"{reports}/closed cannot be opened: permission denied." in ran.err


def test_a_newer_book_is_refused_by_every_command(run: Run, filled: Path, reports: Path) -> None:
    engine = create_engine(find_url(str(filled)))
    with engine.begin() as connection:
        connection.execute(text("UPDATE pledgebook SET value = '99' WHERE key = 'schema'"))
    engine.dispose()
    for command in (["read", reports], ["ledger"], ["export", "json"], ["remove", "d-1", "--yes"]):
        ran = run(*command)
        assert ran.code == 2
        assert ran.err.startswith("pledgebook: pledgebook.db has schema 99, this pledgebook knows up to")
        assert ran.err.count("\n") == 1


def test_a_long_report_of_one_line_is_read(run: Run, reports: Path) -> None:
    (reports / "long.txt").write_text("Fiji gives $3000. " + "word " * 1_000_000)
    ran = run("read", reports / "long.txt")
    assert (ran.code, ran.out) == (0, "pledgebook.db: 1 new.\n")
