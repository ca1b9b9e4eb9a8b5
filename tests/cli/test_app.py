import subprocess
import sys
from pathlib import Path

import pytest

from pledgebook.cli.app import COMMANDS
from tests.cli.conftest import Run

NAMES = [command.__name__ for command, _ in COMMANDS]
LANGUAGE = {"spacy", "thinc", "numpy", "pledgebook.language.english"}
QUICK = {
    "ledger": ("ledger", "--provider", "Norway", "--by", "provider"),
    "findings": ("findings",),
    "explain": ("explain", "ID"),
    "brief": ("brief",),
    "export": ("export", "json"),
    "documents": ("documents",),
    "decisions": ("decisions",),
    "help": ("--help",),
}
WHAT_WAS_LOADED = """
import sys
from pledgebook.cli import main
try:
    main(sys.argv[1:])
finally:
    print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


def loaded_by(*arguments: str, folder: Path) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", WHAT_WAS_LOADED, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return set(ran.stderr.split())


@pytest.mark.parametrize("name", sorted(QUICK))
def test_commands_that_do_not_read_load_no_language(name: str, run: Run, filled: Path) -> None:
    arguments = [run("ledger").out.splitlines()[1].split()[0] if each == "ID" else each for each in QUICK[name]]
    loaded = loaded_by(*arguments, folder=filled.parent)
    assert "pledgebook.cli.app" in loaded
    assert not LANGUAGE & loaded
    if name != "help":
        assert not {"pledgebook.pipeline", "holidays", "psycopg"} & loaded, "a settled book is only looked at"


def test_deciding_and_removing_settle_without_language(run: Run, filled: Path) -> None:
    identity = run("ledger").out.splitlines()[1].split()[0]
    document = run("documents").out.splitlines()[1].split()[0]
    assert not LANGUAGE & loaded_by("decide", "accept", identity, "--by", "Ada", folder=filled.parent)
    assert not LANGUAGE & loaded_by("undo", "--by", "Ada", folder=filled.parent)
    loaded = loaded_by("remove", document, "--yes", folder=filled.parent)
    assert "pledgebook.pipeline" in loaded
    assert not LANGUAGE & loaded


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_examples(name: str, run: Run) -> None:
    ran = run(name, "--help")
    assert ran.code == 0
    assert f"Usage: pledgebook {name}" in ran.out
    assert "Examples:" in ran.out
    assert f"pledgebook {name}" in ran.out.split("Examples:")[1]


def test_the_examples_name_only_options_that_exist(run: Run) -> None:
    for command, examples in COMMANDS:
        told = run(command.__name__, "--help").out
        for example in examples:
            ours = example.split("|")[0]
            assert all(word in told for word in ours.split() if word.startswith("--")), example


def test_the_front_door_tells_its_version_and_its_commands(run: Run) -> None:
    assert run("--version").out.startswith("pledgebook ")
    told = run("--help").out
    assert all(name in told for name in NAMES)


def test_a_reader_who_walks_away_is_no_error(filled: Path) -> None:
    command = f"{sys.executable} -c 'from pledgebook.cli import main; main()' export json | head -c 10"
    ran = subprocess.run(["/bin/sh", "-c", command], cwd=filled.parent, check=True, capture_output=True, text=True)
    assert ran.stderr == ""


def test_the_package_runs_as_a_module() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "pledgebook", "--version"], capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout.startswith("pledgebook ")
