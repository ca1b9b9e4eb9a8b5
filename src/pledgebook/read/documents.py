"""From paths to documents: the table of readers, and the one road every file takes."""

from collections.abc import Callable, Iterable
from pathlib import Path

from pledgebook.model.errors import UnreadableDocument
from pledgebook.read.files import find_files
from pledgebook.read.jsonl import read_json, read_lines
from pledgebook.read.remarks import Remark, Yield
from pledgebook.read.text import read_text

Reader = Callable[[Path, str], Yield]


def find_reports(paths: Iterable[Path]) -> list[Path | Remark]:
    """Return the files that would be read, in order, and a remark for each path that leads nowhere."""
    return list(find_files(paths, IN_FOLDERS))


def read_file(path: Path) -> Yield:
    """Yield the documents of one file and remarks on what in it could not be read; never raises for bad input."""
    try:
        yield from choose_reader(path)(path, name_of(path))
    except UnreadableDocument as error:
        yield Remark(str(path), str(error))
    except OSError as error:
        yield Remark(str(path), f"cannot be opened: {(error.strerror or str(error)).lower()}.")


def name_of(path: Path) -> str:
    """Return what a file's report is called: its folder and its name."""
    whole = path.resolve()
    told = "/".join(part for part in (whole.parent.name, whole.name) if part)
    return told.encode("utf-8", "backslashreplace").decode()


def choose_reader(path: Path) -> Reader:
    """Return the reader for a file's suffix; a file that was named outright and has another is tried as text."""
    name = path.name.lower().removesuffix(".gz")
    return next((reader for suffix, reader in READERS if name.endswith(suffix)), read_text)


READERS: tuple[tuple[str, Reader], ...] = (
    (".txt", read_text),
    (".md", read_text),
    (".jsonl", read_lines),
    (".ndjson", read_lines),
    (".json", read_json),
)

NOT_IN_FOLDERS = {".json"}  # answer keys and exports lie beside texts

IN_FOLDERS = tuple(suffix + packed for suffix, _ in READERS if suffix not in NOT_IN_FOLDERS for packed in ("", ".gz"))
