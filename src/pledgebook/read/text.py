"""Plain text: bytes become the text of one report, unchanged, or are refused with a reason."""

import codecs
import gzip
import zlib
from pathlib import Path

from pledgebook.model.errors import UnreadableDocument
from pledgebook.model.records import make_document
from pledgebook.read.days import find_published
from pledgebook.read.remarks import Remark, Yield

LONGEST = 20_000_000  # bytes of one report; a year of a newspaper, so a longer one is a mistake
MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "compressed with gzip, but its name does not end in .gz"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"{\\rtf", "an RTF document"),
)
UTF16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
CONTROLS = bytes({*range(32), 127} - set(b"\t\n\r\f\v\x1a\x1b"))


def read_text(path: Path, name: str) -> Yield:
    """Yield the one document of a text file, and a remark where its encoding had to be guessed."""
    text, reservation = decode(read_bytes(path))
    if reservation:
        yield Remark(str(path), reservation, lost=False)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise UnreadableDocument("holds no text.")
    yield make_document(name, text, published=find_published(name, text))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of one report, unpacked when the name ends in .gz.

    Raises:
        UnreadableDocument: If there are more of them than any report has, or the packing is damaged.
    """
    with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
        try:
            data = file.read(LONGEST + 1)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise UnreadableDocument(f"is damaged gzip: {error}.") from error
    if len(data) > LONGEST:
        raise UnreadableDocument(
            f"is longer than {LONGEST // 1_000_000} MB, no single report is; split it into reports."
        )
    return data


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of bytes and, where it is not plain UTF-8, what was done to read it.

    Valid UTF-8 comes back exactly as `data.decode("utf-8")` gives it, newlines and byte order mark included.

    Raises:
        UnreadableDocument: If the bytes are no text.
    """
    if data[:2] in UTF16:
        try:
            return data.decode("utf-16"), "is UTF-16."
        except UnicodeDecodeError as error:
            raise UnreadableDocument(f"begins as UTF-16 but is not ({error.reason}); save it as UTF-8.") from error
    _refuse_binary(data)
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        return _decode_otherwise(data, error)


def _decode_otherwise(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    sound = sum(character > "\x7f" for character in mended) - broken
    if sound > broken:
        return mended, f"is UTF-8 with {broken} broken letters (the first at byte {error.start}), shown as \ufffd."
    try:
        return data.decode("cp1252"), f"is not UTF-8 (byte {error.start}); read as Windows-1252."
    except UnicodeDecodeError:
        return data.decode("latin-1"), f"is not UTF-8 (byte {error.start}); read as Latin-1, look at its letters."


def _refuse_binary(data: bytes) -> None:
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise UnreadableDocument(f"is {what}, not text; save it as plain text first.")
    start = data[:2000].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        raise UnreadableDocument("is a web page, and only plain text and JSONL are read; save its text first.")
    controls = len(data) - len(data.translate(None, CONTROLS))
    if b"\0" in data or controls * 100 > len(data):
        raise UnreadableDocument("is binary, not text; save it as plain text (UTF-8) first.")
