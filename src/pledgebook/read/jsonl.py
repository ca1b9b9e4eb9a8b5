"""JSON Lines: one report a line, as {"text": …} with name, title, url, outlet and published where they are known."""

import datetime as dt
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec

from pledgebook.model.errors import UnreadableDocument
from pledgebook.model.records import Document, make_document
from pledgebook.read.remarks import Remark, Yield
from pledgebook.read.text import LONGEST, read_bytes

Scalar = str | int | float | None


class Record(msgspec.Struct, frozen=True):
    """What is taken of one line; anything else in it is passed over."""

    text: str
    name: Scalar = None
    path: Scalar = None
    id: Scalar = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    source: Scalar | dict[str, object] | list[object] = None
    published: Scalar = None


def read_lines(path: Path, name: str) -> Yield:
    """Yield the documents of a JSON Lines file, and a remark for every line that holds none."""
    file_name = name.rpartition("/")[2]
    with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
        nothing = True
        try:
            for number, line in _lines(file):
                if line is not None and not line.strip(b" \t\r\n\xef\xbb\xbf"):
                    continue
                nothing = False
                yield from _read_line(f"{path}:{number}", line, f"{file_name}/", number)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise UnreadableDocument(f"is damaged gzip: {error}.") from error
    if nothing:
        raise UnreadableDocument("holds no record.")


def read_json(path: Path, name: str) -> Yield:
    """Yield the documents of a JSON file: one record, or a list of them."""
    data = read_bytes(path)
    file_name = name.rpartition("/")[2]
    try:
        held = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableDocument(f"is no JSON: {error}.") from error
    for number, record in enumerate(held if isinstance(held, list) else [held], 1):
        yield from _read_line(f"{path}:{number}", msgspec.json.encode(record), f"{file_name}/", number)


def _lines(file: IO[bytes] | gzip.GzipFile) -> Iterator[tuple[int, bytes | None]]:
    """Yield numbered lines; None for one that is longer than any report, which is passed over in pieces."""
    number = 0
    while line := file.readline(LONGEST):
        number += 1
        if len(line) < LONGEST or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(LONGEST)
        yield number, None


def _read_line(place: str, line: bytes | None, prefix: str, number: int) -> Yield:
    if line is None:
        yield Remark(place, f"is longer than {LONGEST // 1_000_000} MB, no single report is; passed over.")
        return
    try:
        record = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"), type=Record)
        document, reservation = _make(record, prefix, number)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield Remark(place, f"is no report: {error}.")
    except UnreadableDocument as error:
        yield Remark(place, str(error))
    else:
        if reservation:
            yield Remark(place, reservation, lost=False)
        yield document


def _make(record: Record, prefix: str, number: int) -> tuple[Document, str]:
    if not record.text.strip():
        raise UnreadableDocument("holds no text.")
    if "\0" in record.text:
        raise UnreadableDocument("is binary, not text: it holds NUL characters.")
    called = next((str(each) for each in (record.name, record.path, record.id) if each not in {None, ""}), str(number))
    published, reservation = _read_day(record.published)
    outlet = record.outlet or (record.source if isinstance(record.source, str) else "")
    document = make_document(
        prefix + called,
        record.text,
        url=record.url or "",
        outlet=outlet,
        title=record.title or "",
        published=published,
    )
    return document, reservation


def _read_day(published: Scalar) -> tuple[dt.date | None, str]:
    if published in {None, ""}:
        return None, ""
    try:
        return dt.datetime.fromisoformat(str(published).strip()).date(), ""
    except ValueError:
        return None, f"has no ISO date in published ({str(published)[:40]!r}); read without it."
