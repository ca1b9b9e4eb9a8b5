"""The front page, held to what there is: its links lead somewhere and every command stands in it."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_is_named() -> None:
    asked = "import typer\nfrom pledgebook.cli.app import app\nprint(*typer.main.get_command(app).list_commands(None))"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert told.split()
    assert [command for command in told.split() if not re.search(rf"`{command}\b", README)] == []


def test_every_make_target_it_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake (demo|test|benchmark|model)\b", README)) <= targets
