from pathlib import Path

from pledgebook.cli.app import COMMANDS
from pledgebook.read.documents import READERS
from tests.cli.conftest import Run

TOLD = (Path(__file__).parents[2] / "docs" / "commands.md").read_text("utf-8")


def test_every_command_and_input_stands_in_the_documentation() -> None:
    for command, _ in COMMANDS:
        assert f"| `{command.__name__}" in TOLD, command.__name__
    for suffix, _ in READERS:
        assert f"`{suffix}`" in TOLD, suffix


def test_the_documentation_says_right_which_commands_speak_json(run: Run) -> None:
    for command, _ in COMMANDS:
        row = next(line for line in TOLD.splitlines() if line.startswith(f"| `{command.__name__}"))
        assert ("†" in row.split("|")[1]) == ("--json" in run(command.__name__, "--help").out), command.__name__
