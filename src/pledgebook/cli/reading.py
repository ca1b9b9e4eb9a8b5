"""The commands that change which documents a book holds: read, remove; and documents, which lists them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pledgebook.cli.options import DEFAULT_BOOK, NOTHING, PARTLY, SHOWN, BookOption, JsonOption
from pledgebook.cli.screen import Column, complain, print_json, print_line, print_table

if TYPE_CHECKING:
    from pledgebook.actions import Book, Outcome

COLUMNS = (
    Column("id"),
    Column("name", most=40),
    Column("published"),
    Column("outlet", most=24),
    Column("characters", right=True),
    Column("mentions", right=True),
)
HANDFUL = 5  # files that are read without a progress bar


def read(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files, and folders to search for reports.")],
    *,
    again: Annotated[
        bool, typer.Option("--again", help="Read known reports anew, too: a newer version may find more in them.")
    ] = False,
    book: BookOption = DEFAULT_BOOK,
    json: JsonOption = False,
) -> None:
    """Read reports into a book.

    In folders .txt, .md, .jsonl and .ndjson are read (each also as .gz); a file that is named is read whatever its
    ending. JSON Lines hold one report a line: text, and name, title, url, outlet, published where they are known.
    Reading a report twice changes nothing. Exit code 1: some of it could not be read; 2: nothing could.
    """
    from pledgebook import actions

    with actions.open_book(book, create=True) as opened:
        if sys.stderr.isatty():
            outcome = _read_with_bar(opened, paths, again=again)
        else:
            outcome = actions.read(opened, paths, again=again)
        actions.settle(opened)
    if json:
        print_json(outcome)
    else:
        _tell(outcome, book)
    if outcome.lost:
        raise typer.Exit(PARTLY if outcome.added or outcome.renewed or outcome.known else NOTHING)


def documents(*, book: BookOption = DEFAULT_BOOK, json: JsonOption = False) -> None:
    """List the documents of a book."""
    from pledgebook import actions

    with actions.open_book(book) as opened:
        found = opened.listings()
    if json:
        print_json(found)
        return
    rows = [
        (each.id[:SHOWN], each.name, str(each.published or ""), each.outlet, str(each.characters), str(each.mentions))
        for each in found
    ]
    print_table(COLUMNS, rows)


def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID…", help="Ids of documents, or their beginnings.")],
    *,
    book: BookOption = DEFAULT_BOOK,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Take documents and what they said out of a book; decisions stay.

    The ledger then stands as if the documents had never been read.
    """
    from pledgebook import actions
    from pledgebook.actions.naming import find_id

    with actions.open_book(book) as opened:
        found = sorted({find_id(opened, each, ["documents"])[1] for each in ids})
        names = [opened.document(each).name for each in found]
        if not yes and not typer.confirm(f"Remove {', '.join(names)} from {opened.where}?"):
            print_line("Nothing removed.")
            raise typer.Exit(PARTLY)
        actions.remove(opened, found)
        actions.settle(opened)
    print_line(f"Removed {', '.join(names)}.")


def _read_with_bar(book: "Book", paths: list[Path], *, again: bool) -> "Outcome":
    """Read beside a progress bar on the terminal, which shows when there are more than a handful of files."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from pledgebook import actions

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("")

    def show(done: int, files: int) -> None:
        if files > HANDFUL:
            bar.start()
            bar.update(task, completed=done, total=files)

    try:
        return actions.read(book, paths, progress=show, again=again)
    finally:
        bar.stop()


def _tell(outcome: "Outcome", book: str) -> None:
    counts = ((len(outcome.added), "new"), (len(outcome.renewed), "renewed"), (len(outcome.known), "known already"))
    told = ", ".join(f"{count} {what}" for count, what in counts if count) or "no report"
    print_line(f"{book}: {told}.")
    for remark in outcome.remarks:
        if not remark.lost:
            complain(f"  {remark.place} {remark.words}")
    if outcome.lost:
        complain(f"Could not be read ({len(outcome.lost)}):")
        for remark in outcome.lost:
            complain(f"  {remark.place} {remark.words}")
