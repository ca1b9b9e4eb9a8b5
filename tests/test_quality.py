"""The reached figures of quality: `eval/floors.json` holds them, and nothing may fall below.

Read, exported and scored as a user would, by the commands; skipped where ../shared does not lie beside the checkout.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
FLOORS: dict[str, dict[str, float]] = json.loads((ROOT / "eval" / "floors.json").read_text("utf-8"))
PLEDGEBOOK = Path(sys.executable).with_name("pledgebook")

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="../shared (keys and scorer) does not lie beside the checkout"
)


def run(*command: object) -> str:
    done = subprocess.run([str(each) for each in command], check=True, capture_output=True, text=True)
    return done.stdout


def exported(folder: Path, *reports: Path) -> Path:
    book, ledger = folder / "book.db", folder / "ledger.json"
    run(PLEDGEBOOK, "read", *reports, "--book", book)
    run(PLEDGEBOOK, "export", "json", "--book", book, "--output", ledger)
    return ledger


def scored(folder: Path, name: str) -> dict[str, float]:
    """Return the flat figures of one set, such as line.f1 and fields.provider."""
    if name == "kiel":
        notes, table = folder / "notes.jsonl", SHARED / "kiel" / "dev.csv"
        notes.write_text(run(sys.executable, SHARED / "scoring" / "score_kiel.py", "jsonl", table), "utf-8")
        told = run(sys.executable, SHARED / "scoring" / "score_kiel.py", "score", exported(folder, notes), table)
        return dict(json.loads(told))
    here = SHARED / name
    ledger = exported(folder, *sorted(here.glob("*.txt")))
    keys = sorted(path for path in here.glob("*.json") if not path.name.startswith("unlabelled"))
    told = run(sys.executable, SHARED / "scoring" / "score.py", ledger, *keys, "--json")
    return dict(flattened(json.loads(told)))


def flattened(figures: dict[str, dict[str, float | None]]) -> Iterator[tuple[str, float]]:
    for group, inside in figures.items():
        yield from ((f"{group}.{name}", value) for name, value in inside.items() if value is not None)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_quality_stands_on_its_floors(name: str, tmp_path: Path) -> None:
    figures = scored(tmp_path, name)
    fallen = {what: (figures.get(what), floor) for what, floor in FLOORS[name].items() if figures.get(what, -1) < floor}
    assert not fallen, f"{name}: below the floor (reached, floor): {fallen}"
