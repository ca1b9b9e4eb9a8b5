"""The whole road as a user runs it: five reports, and a thousand varied ones, beside plain spaCy."""

import sys
from pathlib import Path

from benchmarks.measure import measure, measure_beside
from benchmarks.report import Row
from benchmarks.reports import write_reports

ROOT = Path(__file__).parents[1]
PLEDGEBOOK = str(Path(sys.executable).with_name("pledgebook"))
PEER = (sys.executable, "-m", "benchmarks.peer")
THOUSAND = 1000


def read_command(reports: Path, book: Path) -> list[str]:
    """Return the command that reads reports into a new book, whatever an earlier run left there."""
    script = 'rm -f "$1"* && exec "$2" read "$3" --book "$1"'
    return ["sh", "-c", script, "sh", str(book), PLEDGEBOOK, str(reports)]


def measure_five(folder: Path, runs: int) -> list[Row]:
    """Reading the five example reports: no more than three times what loading the pipeline alone takes."""
    ours = measure(read_command(ROOT / "examples" / "kyiv-visit", folder / "five.db"), runs=runs)
    load = measure([*PEER, "load"], runs=runs)
    return [Row("five reports read, beside loading the pipeline", ours.seconds, load.seconds, "s", 3, at_least=False)]


def measure_thousand(folder: Path, runs: int) -> list[Row]:
    """Reading a thousand varied reports: five times plain spaCy's documents per second, in 500 MB."""
    reports = folder / "thousand"
    reports.mkdir()
    write_reports(reports / "reports.jsonl", THOUSAND, giving_share=0.25)
    ours, peer = measure_beside(
        read_command(reports, folder / "thousand.db"), [*PEER, "parse", str(reports)], runs=runs
    )
    return [
        Row("a thousand reports read", THOUSAND / ours.seconds, THOUSAND / peer.seconds, "docs/s", 5, at_least=True),
        Row("peak memory of that", ours.megabytes, None, "MB", 500, at_least=False),
    ]
