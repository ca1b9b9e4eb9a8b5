"""The table of commands."""

from typing import Annotated

import typer

from pledgebook import __version__
from pledgebook.cli.deciding import decide, decisions, undo
from pledgebook.cli.options import tell_examples
from pledgebook.cli.reading import documents, read, remove
from pledgebook.cli.screen import print_line
from pledgebook.cli.showing import brief, explain, export, findings, ledger

app = typer.Typer(
    name="pledgebook",
    help="Reads reports and keeps the book of what governments promised: who, how much, to whom, when, and whether it "
    "is new.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _tell_version(asked: bool) -> None:  # noqa: FBT001 - as Typer calls it
    if asked:
        print_line(f"pledgebook {__version__}")
        raise typer.Exit


@app.callback()
def _front(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Take what stands before the command."""


COMMANDS = (
    (
        read,
        (
            "pledgebook read reports/",
            "pledgebook read a.txt notes.jsonl --book kyiv.db",
            "pledgebook read --json *.txt",
        ),
    ),
    (
        brief,
        ("pledgebook brief", "pledgebook brief --format html --output brief.html", "pledgebook brief --currency USD"),
    ),
    (
        ledger,
        (
            "pledgebook ledger --provider Canada --new-only",
            "pledgebook ledger --type humanitarian --since 2026-01-01 --currency USD",
            "pledgebook ledger --json | jq '.commitments[].amount'",
        ),
    ),
    (findings, ("pledgebook findings", "pledgebook findings --severity warning")),
    (explain, ("pledgebook explain c-3f92a1", "pledgebook explain c-3f92a1 --json")),
    (export, ("pledgebook export json --output ledger.json", "pledgebook export json | jq .commitments")),
    (documents, ("pledgebook documents", "pledgebook documents --json | jq '.[].name'")),
    (
        decide,
        (
            "pledgebook decide accept c-3f92a1",
            'pledgebook decide same c-3f92a1 c-77d0 --why "the ministry calls it one package"',
            'pledgebook decide set c-3f92a1 amount "CAD 680000000" --by Ada --why "the release says Canadian dollars"',
            "pledgebook decide revoke x-5be1",
        ),
    ),
    (decisions, ("pledgebook decisions", "pledgebook decisions --json")),
    (undo, ('pledgebook undo --why "wrong line"',)),
    (remove, ("pledgebook remove d-3f92a1", "pledgebook remove d-3f92a1 d-77 --yes")),
)

for command, examples in COMMANDS:
    app.command(epilog=tell_examples(*examples))(command)
