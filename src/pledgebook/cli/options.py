"""The arguments and options that several commands share."""

from typing import Annotated

import typer

PARTLY, NOTHING = 1, 2  # exit codes beside 0: some input failed; nothing could be done

BookOption = Annotated[
    str,
    typer.Option(
        "--book",
        "-b",
        metavar="FILE-or-URL",
        envvar="PLEDGEBOOK_BOOK",
        help="The book: an SQLite file, or postgresql://USER@HOST/NAME.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for a script instead of a table.")]
OutputOption = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="Write into this file instead of the terminal.")
]
DEFAULT_BOOK = "pledgebook.db"
SHOWN = 10  # characters of an id that lists print: the prefix, the hyphen and eight digits


def tell_examples(*lines: str) -> str:
    """Return the examples that stand at the foot of a command's help, each on a line of its own."""
    return "\n\n".join(["Examples:", *lines])
