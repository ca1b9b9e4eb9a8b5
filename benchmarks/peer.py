"""The peer: plain spaCy with the same pipeline, parsing every word of the same documents.

python -m benchmarks.peer load            only load the pipeline
python -m benchmarks.peer parse FOLDER    parse every .txt file and every record of a .jsonl file there
"""

import sys
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import msgspec
import spacy

BATCH = 16
"""Documents parsed together: a sixth faster than spaCy's own 256, and long ones fit in memory that way."""


def texts(folder: Path) -> Iterator[str]:
    """Yield the text of every report in a folder."""
    for path in sorted(folder.iterdir()):
        if path.suffix == ".txt":
            yield path.read_text("utf-8")
        elif path.suffix == ".jsonl":
            with path.open("rb") as lines:
                yield from (msgspec.json.decode(line)["text"] for line in lines)


def main(arguments: list[str]) -> int:
    """Load the pipeline and, if asked, parse a folder; print how many documents there were."""
    with as_file(files("pledgebook.language") / "trained") as model:
        nlp = spacy.load(model)
    nlp.max_length = 10**9
    count = 0
    if arguments[:1] == ["parse"]:
        count = sum(1 for _ in nlp.pipe(texts(Path(arguments[1])), batch_size=BATCH))
    print(count)  # noqa: T201 - its whole output
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
