"""What the pipeline learns from, as spaCy asks for it: sentences of the treebanks, varied anew each time round."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.phrases import make_sentence, read_grammar
from training.treebanks import Tree, build_doc, read_trees
from training.variants import vary

JOINED = 0.15
"""Share of training texts that hold two or three sentences with their bounds untold."""

DEV_SENTENCES = 1000
"""Sentences of each dev file scored while training."""

Reader = Callable[[Language], Iterator[Example]]


def read_varied(treebanks: str | None, made_up: float, seed: int = 7) -> Reader:
    """Return a reader that yields every training sentence once a call, in a new order and with new variants.

    Args:
        treebanks: Folder of `*-train.conllu` files.
        made_up: Made-up sentences of the field for one of the treebanks.
        seed: Where chance starts.
    """
    chance = random.Random(seed)  # noqa: S311 - for variety, not for secrets
    trees = [tree for path in find_trees(treebanks, "train") for tree in read_trees(path)]
    grammar = read_grammar()

    def read(nlp: Language) -> Iterator[Example]:
        made = [make_sentence(grammar, chance) for _ in range(int(made_up * len(trees)))]
        mixed = [*trees, *made]
        chance.shuffle(mixed)
        left = iter(mixed)
        for tree in left:
            group = [tree]
            if chance.random() < JOINED:
                group += [other for _, other in zip(range(chance.choice((1, 2))), left, strict=False)]
            yield build_example(nlp, [vary(one, chance) for one in group])

    return read


def read_plain(treebanks: str | None) -> Reader:
    """Return a reader that yields dev sentences as they stand, one by one."""
    trees = [tree for path in find_trees(treebanks, "dev") for tree in list(read_trees(path))[:DEV_SENTENCES]]
    return lambda nlp: (build_example(nlp, [tree]) for tree in trees)


def find_trees(treebanks: str | None, part: str) -> list[Path]:
    """Return the files of one part; none where no folder is told, as when only raw text is read."""
    return sorted(Path(treebanks).glob(f"*-{part}.conllu")) if treebanks else []


def build_example(nlp: Language, trees: list[Tree]) -> Example:
    """Return gold beside bare words; a sentence alone is told to be one, as `Pipeline.parse` tells it."""
    gold = build_doc(nlp.vocab, trees)
    words = [token.text for token in gold]
    spaces = [bool(token.whitespace_) for token in gold]
    alone: list[bool | int | None] = [True, *[False] * (len(words) - 1)]
    bare = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=alone if len(trees) == 1 else None)
    return Example(bare, gold)
