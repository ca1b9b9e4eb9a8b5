"""What commands print: tables and lines for people, JSON for scripts."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from pledgebook.model.errors import UnwritableFile

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


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[str] = ()) -> None:
    """Print rows under headings; the columns named in `right` are set flush right.

    A terminal narrower than the words folds them; into a pipe each row is one whole line.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = sys.stdout.isatty()
    console = Console() if shown else Console(width=WIDEST)
    table = Table(box=box.SIMPLE_HEAD if shown else None, pad_edge=False, show_edge=False)
    for heading in headings:
        table.add_column(heading, justify="right" if heading in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*[Text(cell) for cell in row])
    if shown:
        console.print(table)
        return
    with console.capture() as captured:
        console.print(table)
    print_line("\n".join(line.rstrip() for line in captured.get().splitlines()))


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
