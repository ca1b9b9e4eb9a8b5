import datetime as dt
import gzip
import json
from pathlib import Path

import pytest

from pledgebook.model.records import Document
from pledgebook.read.documents import read_file
from pledgebook.read.remarks import Remark
from pledgebook.read.text import LONGEST


def read_lines(
    folder: Path, *lines: str | bytes, name: str = "notes.jsonl"
) -> tuple[list[Document], list[tuple[str, str]]]:
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    (folder / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    found = list(read_file(folder / name))
    remarks = [each for each in found if isinstance(each, Remark)]
    return [each for each in found if isinstance(each, Document)], [(each.place, each.words) for each in remarks]


def test_a_line_holds_a_report_with_what_is_known_of_it(tmp_path: Path) -> None:
    line = {
        "name": "AB_1",
        "text": "Peru gives €5.\r\n",
        "title": "Peru gives",
        "url": "https://example.org/5",
        "source": "The Daily Llama",
        "published": "2026-02-03T23:30:00Z",
        "length": 14,
    }
    [document], remarks = read_lines(tmp_path, json.dumps(line))
    assert document.name == "notes.jsonl/AB_1"
    assert document.text == "Peru gives €5.\r\n"
    assert (document.title, document.url, document.outlet) == ("Peru gives", "https://example.org/5", "The Daily Llama")
    assert document.published == dt.date(2026, 2, 3)
    assert not remarks


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ('"name": "one"', "one"),
        ('"path": "a/b.txt"', "a/b.txt"),
        ('"id": 7', "7"),
        ('"name": "", "id": "x"', "x"),
        ('"a": 1', "1"),
    ],
)
def test_a_record_is_called_by_its_name_path_id_or_line(tmp_path: Path, fields: str, name: str) -> None:
    [document], _ = read_lines(tmp_path, f'{{"text": "Peru gives $5.", {fields}}}')
    assert document.name == f"notes.jsonl/{name}"


def test_broken_lines_are_told_by_number_and_cost_the_others_nothing(tmp_path: Path) -> None:
    documents, remarks = read_lines(
        tmp_path,
        '{"text": "Peru gives $1."}',
        '{"text": "Peru gives',
        "",
        '{"title": "no text"}',
        "[1, 2]",
        '{"text": 5}',
        '{"text": "   "}',
        b'{"text": "\xff\xfe"}',
        '{"text": "nul \\u0000 here"}',
        '{"text": "Peru gives $9."}',
    )
    assert [each.text for each in documents] == ["Peru gives $1.", "Peru gives $9."]
    assert [place.rpartition(":")[2] for place, _ in remarks] == ["2", "4", "5", "6", "7", "8", "9"]
    assert all("\n" not in words for _, words in remarks)
    assert "missing required field `text`" in remarks[1][1]
    assert remarks[4][1] == "holds no text."


@pytest.mark.parametrize("published", ['"last Tuesday"', "20", '"2026-13-01"'])
def test_a_date_that_is_none_is_told_and_the_report_still_read(tmp_path: Path, published: str) -> None:
    [document], [(_, words)] = read_lines(tmp_path, f'{{"text": "Peru gives $5.", "published": {published}}}')
    assert document.published is None
    assert "no ISO date" in words


def test_a_file_without_a_record_is_told(tmp_path: Path) -> None:
    assert read_lines(tmp_path, "", " ")[1] == [(str(tmp_path / "notes.jsonl"), "holds no record.")]


def test_a_line_longer_than_any_report_is_passed_over_in_pieces(tmp_path: Path) -> None:
    with (tmp_path / "notes.jsonl").open("wb") as file:
        file.write(b'{"text": "Peru gives $1."}\n{"text": "')
        for _ in range(50):
            file.write(b"a" * 1_000_000)
        file.write(b'"}\n{"text": "Peru gives $2."}')
    found = list(read_file(tmp_path / "notes.jsonl"))
    assert [each.name for each in found if isinstance(each, Document)] == ["notes.jsonl/1", "notes.jsonl/3"]
    [remark] = [each for each in found if isinstance(each, Remark)]
    assert remark.place.endswith("notes.jsonl:2")
    assert remark.words == f"is longer than {LONGEST // 1_000_000} MB, no single report is; passed over."


@pytest.mark.parametrize("name", ["notes.ndjson", "notes.jsonl.gz"])
def test_other_names_for_json_lines(tmp_path: Path, name: str) -> None:
    [document], _ = read_lines(tmp_path, '\ufeff{"text": "Peru gives $5."}', name=name)
    assert document.name == f"{name}/1"


def test_a_json_file_holds_one_record_or_a_list(tmp_path: Path) -> None:
    [one], _ = read_lines(tmp_path, '{"text": "Peru gives $5.",', '"id": "p"}', name="one.json")
    assert one.name == "one.json/p"
    many, remarks = read_lines(tmp_path, '[{"text": "Peru gives $5."}, {"no": 1}]', name="many.json")
    assert [each.name for each in many] == ["many.json/1"]
    assert remarks[0][0].endswith("many.json:2")
    assert "is no JSON" in read_lines(tmp_path, "{", name="broken.json")[1][0][1]
