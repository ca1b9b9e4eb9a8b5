import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.model.errors import UnreadableDocument
from pledgebook.model.records import Document
from pledgebook.read.documents import read_file
from pledgebook.read.remarks import Remark
from pledgebook.read.text import LONGEST, decode


def read_bytes(folder: Path, data: bytes, name: str = "report.txt") -> tuple[list[Document], list[Remark]]:
    (folder / name).write_bytes(data)
    found = list(read_file(folder / name))
    return [each for each in found if isinstance(each, Document)], [each for each in found if isinstance(each, Remark)]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\r\n\t"), min_size=1))
def test_utf8_comes_back_letter_by_letter(text: str) -> None:
    assert decode(text.encode()) == (text, "")


def test_line_ends_and_the_byte_order_mark_are_left_as_they_are(tmp_path: Path) -> None:
    written = "\ufeffNorway gives €5 million.\r\nOslo\rsays so.\n"
    documents, remarks = read_bytes(tmp_path, written.encode())
    assert documents[0].text == written
    assert not remarks


def test_utf16_with_its_mark_is_read_and_told(tmp_path: Path) -> None:
    documents, remarks = read_bytes(tmp_path, "Chile gives ¥7.".encode("utf-16"))
    assert documents[0].text == "Chile gives ¥7."
    assert [(each.words, each.lost) for each in remarks] == [("is UTF-16.", False)]


def test_windows_1252_is_read_and_told(tmp_path: Path) -> None:
    documents, remarks = read_bytes(tmp_path, "Ada “gives” €5 million".encode("cp1252"))
    assert documents[0].text == "Ada “gives” €5 million"
    assert [(each.words, each.lost) for each in remarks] == [("is not UTF-8 (byte 4); read as Windows-1252.", False)]


def test_bytes_that_windows_does_not_know_are_read_as_latin_1_and_told() -> None:
    text, told = decode(b"caf\xe9 \x81 five")
    assert text == "café \x81 five"
    assert "Latin-1" in told


def test_one_broken_letter_does_not_garble_the_others() -> None:
    text, told = decode("“Norway” gives €5".encode() + b"\xe2\x82")
    assert text == "“Norway” gives €5\ufffd"
    assert told == "is UTF-8 with 1 broken letters (the first at byte 23), shown as \ufffd."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "holds no text."),
        (b" \r\n\t", "holds no text."),
        ("\ufeff".encode(), "holds no text."),
        (b"%PDF-1.7\n%\xe2\xe3", "is a PDF, not text"),
        (b"PK\x03\x04word/document.xml", "is a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is a PNG image"),
        (bytes(range(256)), "is binary, not text"),
        (b"\x01\x02\x03\x04\x05\x06 and some words", "is binary, not text"),
        (b"\n <!DOCTYPE html><html><body>5", "is a web page"),
        (b"\xff\xfe\x41", "begins as UTF-16 but is not"),
        (gzip.compress(b"text", mtime=0), "compressed with gzip, but its name does not end in .gz"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(tmp_path: Path, data: bytes, words: str) -> None:
    documents, remarks = read_bytes(tmp_path, data)
    assert not documents
    assert [(each.place, each.lost) for each in remarks] == [(str(tmp_path / "report.txt"), True)]
    assert words in remarks[0].words
    assert "\n" not in remarks[0].words


def test_fifty_megabytes_of_one_line_are_refused_without_holding_them(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"a" * 1_000_000)
    [remark] = list(read_file(tmp_path / "huge.txt"))
    assert isinstance(remark, Remark)
    assert remark.words == f"is longer than {LONGEST // 1_000_000} MB, no single report is; split it into reports."


def test_a_small_gzip_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    _, remarks = read_bytes(tmp_path, gzip.compress(bytes(LONGEST + 1), mtime=0), "bomb.txt.gz")
    assert "is longer than" in remarks[0].words


def test_gzip_is_unpacked(tmp_path: Path) -> None:
    documents, _ = read_bytes(tmp_path, gzip.compress(b"Chile gives $7.", mtime=0), "report.txt.gz")
    assert documents[0].text == "Chile gives $7."


@pytest.mark.parametrize("data", [b"no gzip at all", gzip.compress(b"Chile gives $7." * 99, mtime=0)[:-9]])
def test_damaged_gzip_is_told(tmp_path: Path, data: bytes) -> None:
    for name in ("report.txt.gz", "reports.jsonl.gz"):
        documents, remarks = read_bytes(tmp_path, data, name)
        assert not documents
        assert any("is damaged gzip" in each.words for each in remarks)


def test_decoding_refuses_by_its_own_error() -> None:
    with pytest.raises(UnreadableDocument, match="is a PDF"):
        decode(b"%PDF-1.4")
