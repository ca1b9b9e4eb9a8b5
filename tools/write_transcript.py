#!/usr/bin/env python3
"""Writes the transcript in README.md anew from what pledgebook really prints about examples/kyiv-visit.

    python tools/write_transcript.py

Run it after the reading or the brief has changed.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
EXAMPLE = "examples/kyiv-visit"
SHOWN = (
    ("read", EXAMPLE),
    ("brief",),
)
LEFT_OUT = ("AGREEMENTS", "POSITIONS", "WHAT ONLY ONE REPORT SAYS", "THE REPORTS, BY ORIGIN")
START, END = "<!-- transcript: tools/write_transcript.py -->", "<!-- end of transcript -->"
WIDTH = "100"


def run(book: Path, *arguments: str) -> str:
    """Return what one command prints when it is told of the book by its environment."""
    program = "from pledgebook.cli import main; main()"
    told = subprocess.run(  # noqa: S603 - our own program with arguments of our own
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        env={**os.environ, "PLEDGEBOOK_BOOK": str(book), "COLUMNS": WIDTH, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    lines = [line.rstrip().replace(str(book), "pledgebook.db") for line in told.strip("\n").splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line != "\r"))


def shorten(brief: str) -> str:
    """Return a brief with only the headings of the parts that a front page has no room for."""
    kept = []
    for part in re.split(r"\n(?=[A-Z][A-Z ,]+\n)", brief):
        heading = part.split("\n", maxsplit=1)[0]
        if heading in LEFT_OUT:
            foot = part.rsplit("\n\n", maxsplit=1)[1:] if heading == LEFT_OUT[-1] else []
            kept += [f"{heading}\n[…]\n", *foot]
        else:
            kept.append(part)
    return "\n".join(kept)


def main() -> None:
    """Run the commands and put what they print between the two marks."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "pledgebook.db"
        shown = "\n\n".join(f"$ pledgebook {' '.join(words)}\n{shorten(run(book, *words))}" for words in SHOWN)
    before, rest = README.read_text("utf-8").split(START)
    after = rest.split(END, maxsplit=1)[1]
    README.write_text(f"{before}{START}\n```\n{shown}\n```\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
