"""What commands print: tables and lines for people, JSON for scripts."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from pledgebook.model.errors import UnwritableFile

GAP = 2  # blanks between two columns
LEAST = 12  # characters that the last column keeps however narrow the terminal is
WIDEST = 10_000  # columns of a table that goes into a pipe: none is folded


def print_line(words: str = "") -> None:
    """Print words as they are to the standard output."""
    sys.stdout.write(words if words.endswith("\n") else f"{words}\n")


def complain(words: str) -> None:
    """Print words as they are to the standard error."""
    sys.stderr.write(f"{words}\n")


def print_json(value: object) -> None:
    """Print a value as indented JSON."""
    print_line(msgspec.json.format(msgspec.json.encode(value)).decode())


class Column(NamedTuple):
    """One column of a table: its heading, and how it gives way where a terminal is narrow.

    `most` is how wide it may be before it folds, 0 for as wide as its words; `rest` takes what room the others leave,
    and is cut short there.
    """

    heading: str
    right: bool = False
    most: int = 0
    rest: bool = False


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under the headings of their columns; into a pipe each row is one whole line."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    listed = list(rows)
    shown = sys.stdout.isatty()
    console = Console() if shown else Console(width=WIDEST)
    lines, gap = (box.SIMPLE_HEAD, GAP - 1) if shown else (None, GAP)  # the lines bring a blank of their own
    table = Table(box=lines, padding=(0, gap, 0, 0), pad_edge=False, show_edge=False)
    for column, width in zip(columns, _share_width(columns, listed, console.width), strict=True):
        table.add_column(
            column.heading,
            justify="right" if column.right else "left",
            no_wrap=column.rest or not column.most,
            overflow="ellipsis" if column.rest else "fold",
            max_width=width,
        )
    for row in listed:
        table.add_row(*[Text(cell) for cell in row])
    if shown:
        console.print(table)
        return
    with console.capture() as captured:
        console.print(table)
    print_line("\n".join(line.rstrip() for line in captured.get().splitlines()))


def _share_width(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return how wide each column may be in a terminal of so many characters."""
    from rich.cells import cell_len

    widths = [
        max([cell_len(column.heading), *(cell_len(row[place]) for row in rows)]) for place, column in enumerate(columns)
    ]
    if width < WIDEST:
        widths = [min(each, column.most or each) for each, column in zip(widths, columns, strict=True)]
    taken = sum(each for each, column in zip(widths, columns, strict=True) if not column.rest) + GAP * len(columns)
    left = max(LEAST, width - taken)
    return [min(each, left) if column.rest else each for each, column in zip(widths, columns, strict=True)]


def measure() -> tuple[int, bool]:
    """Return the width of the terminal and whether it shows colours; a pipe is 100 wide and has none."""
    from rich.console import Console

    console = Console()
    return (console.width, console.color_system is not None) if console.is_terminal else (100, False)


def deliver(words: str, output: str) -> None:
    """Print words, or write them into a file where one is named.

    Raises:
        UnwritableFile: If the file cannot be written.
    """
    if not output or output == "-":
        print_line(words)
        return
    try:
        Path(output).write_text(words, encoding="utf-8", newline="")
    except OSError as error:
        raise UnwritableFile(f"{output} cannot be written: {(error.strerror or str(error)).lower()}.") from error
