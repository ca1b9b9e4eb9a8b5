"""What story and origin finding needs of a report's words: a MinHash sketch, and its word pairs in order."""

import re
from typing import Final

from rensa import CMinHash

SKETCH_SIZE: Final = 64
SHINGLE_WORDS: Final = 3
MOST_FACTS: Final = 400
SHORTEST_WORD: Final = 3
_SEED: Final = 20250824
_WORD: Final = re.compile(r"[^\W\d_](?:[\w'\u2019-]*[^\W_])?|\d(?:[\d.,]*\d)?|[.!?;:]+")
_EMPTY: Final = frozenset(
    """a about after all also amid among an and any are as at be been before being between both but by can could did do
    does during each for from further had has have he her his how however if in into is it its itself just last later
    like made make many may meanwhile might more most much must new next no nor not now of off on once one only or other
    our out over own said same say says she should since so some still such than that the their them then there these
    they this those through to told too two under until up upon was way we were what when where which while who whose
    will with within would year years yet you your""".split()  # noqa: SIM905 - a list of words reads best as words
)


def sketch_text(plain: str) -> tuple[int, ...]:
    """Return 64 MinHash values over the text's runs of three words; () for a text of fewer words.

    Two texts agree in about as many values as they share of their runs. The version of `rensa` and this file's
    constants decide the values, so sketches made by another version are not compared (`Reading.made_by` tells).
    """
    words = [word.casefold() for word in _WORD.findall(plain) if word[0].isalnum()]
    runs = set(map(" ".join, zip(*(words[i:] for i in range(SHINGLE_WORDS)), strict=False)))
    if not runs:
        return ()
    sketch = CMinHash(num_perm=SKETCH_SIZE, seed=_SEED)
    sketch.update(list(runs))  # the smallest values do not depend on the order
    return tuple(int(value) for value in sketch.digest())


def find_facts(plain: str) -> tuple[str, ...]:
    """Return the first pairs of neighbouring telling words, in the text's order, each once: "concrete guarantees".

    Words that carry no fact are dropped first, so that a rewrite that moves small words still shares its pairs. A
    pair never reaches over the end of a sentence. Which pairs are rare shows only beside the other reports.
    """
    seen: dict[str, None] = {}
    before = ""
    for found in _WORD.finditer(plain):
        word = found.group().casefold()
        if not word[0].isalnum():
            before = ""
        elif len(word) >= SHORTEST_WORD and word not in _EMPTY:
            if before:
                seen[f"{before} {word}"] = None
                if len(seen) == MOST_FACTS:
                    break
            before = word
    return tuple(seen)
