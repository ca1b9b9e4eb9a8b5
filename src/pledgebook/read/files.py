"""Which files are reports: paths and folders in, files in a fixed order out; every unreadable place is told."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pledgebook.read.remarks import Remark


def find_files(paths: Iterable[Path], endings: tuple[str, ...]) -> Iterator[Path | Remark]:
    """Yield each file once: those named, whatever they end in, and those in folders that end in one of the endings.

    In folders hidden entries and READMEs are passed over; links are followed, and a loop of them ends where it began.
    """
    seen: set[str] = set()
    for path in paths:
        if not os.path.lexists(path):
            yield Remark(str(path), "there is no such file or folder.")
            continue
        for found in _find_under(path, endings, seen):
            if isinstance(found, Remark) or _is_first(found, seen):
                yield found


def _find_under(path: Path, endings: tuple[str, ...], seen: set[str]) -> Iterator[Path | Remark]:
    todo = [path]
    while todo:
        here = todo.pop()
        try:
            if not here.exists():
                yield Remark(str(here), "is a link to nothing, or a loop of links.")
            elif not here.is_dir():
                yield here
            elif _is_first(here, seen):
                todo += reversed([entry for entry in sorted(here.iterdir()) if _is_wanted(entry, endings)])
        except OSError as error:
            yield Remark(str(here), f"cannot be opened: {(error.strerror or str(error)).lower()}.")


def _is_wanted(entry: Path, endings: tuple[str, ...]) -> bool:
    name = entry.name.lower()
    if name.startswith((".", "readme.")):
        return False
    return entry.is_dir() or (name.endswith(endings) and (entry.is_file() or entry.is_symlink()))


def _is_first(path: Path, seen: set[str]) -> bool:
    """Tell whether a file or folder was not come by before (under its real path: links are other names for one)."""
    real = os.path.realpath(path)
    if real in seen:
        return False
    seen.add(real)
    return True
