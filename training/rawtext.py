"""Plain sentences out of unlabelled reports, for the layers that learn what words look like before they learn trees."""

import gzip
import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.training import Example

SHORTEST, LONGEST = 20, 600
"""Characters of a sentence worth learning from."""

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|__|\\|^\s*(?:#+|[-*]|\d+\.)\s+|<[^>]+>", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n[ \t]*\n|\\\n")
_BLANKS = re.compile(r"\s+")
_OPEN = '"\N{LEFT DOUBLE QUOTATION MARK}'
_CLOSE = '"\N{RIGHT DOUBLE QUOTATION MARK}'
_STOP = re.compile(rf"(?:(?<=[a-z0-9)\]{_CLOSE}][.?!])|(?<=[a-z][.?!][{_CLOSE}]))\s+(?=[A-Z{_OPEN}])")


def find_reports(folder: Path) -> list[Path]:
    """Return the JSONL files, packed or not, whose lines hold a `text`."""
    return sorted([*folder.glob("*.jsonl"), *folder.glob("*.jsonl.gz")])


def read_sentences(path: Path) -> Iterator[str]:
    """Yield the sentences of every report in a JSONL file, roughly split, without Markdown."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield from split_text(json.loads(line)["text"])


def split_text(text: str) -> Iterator[str]:
    """Yield the sentences of one text that are neither scraps nor walls of words."""
    for paragraph in _PARAGRAPH.split(text):
        plain = _BLANKS.sub(" ", _MARKS.sub("", _LINK.sub(r"\1", paragraph))).strip()
        yield from (sentence for sentence in _STOP.split(plain) if SHORTEST <= len(sentence) <= LONGEST)


def read_raw(folder: str | None, seed: int = 7) -> Callable[[Language], Iterator[Example]]:
    """Return a reader that yields every sentence of a folder's reports once a call, each in a new order."""
    chance = random.Random(seed)  # noqa: S311 - for variety, not for secrets
    files = find_reports(Path(folder)) if folder else []
    sentences = sorted({sentence for path in files for sentence in read_sentences(path)})

    def read(nlp: Language) -> Iterator[Example]:
        chance.shuffle(sentences)
        for sentence in sentences:
            doc = nlp.make_doc(sentence)
            yield Example(doc, doc)

    return read
