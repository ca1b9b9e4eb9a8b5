"""Digest every report of a folder and count its statements; started by `benchmarks.digest` as a process of its own."""

import sys
from pathlib import Path

from benchmarks.peer import texts
from pledgebook.language.english import load_pipeline
from pledgebook.model.records import make_document
from pledgebook.pipeline import digest_many


def main(arguments: list[str]) -> int:
    """Digest the folder named first and print how many documents and statements there were."""
    documents = (make_document(str(n), text) for n, text in enumerate(texts(Path(arguments[0]))))
    readings = statements = 0
    for reading in digest_many(documents, load_pipeline().parse):
        readings += 1
        statements += len(reading.statements)
    print(readings, statements)  # noqa: T201 - its whole output
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
