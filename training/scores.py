"""How well a pipeline parses the test sentences, each given alone and untokenized, as pledgebook gives them."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from training.treebanks import Tree, build_doc, read_trees

RELATIONS = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "iobj",
    "obl",
    "obl:agent",
    "nmod",
    "nmod:poss",
    "appos",
    "conj",
    "acl:relcl",
)
"""Relations that reading commitments leans on; each is scored by itself."""


class Scores(Struct, frozen=True):
    """Per cent of words (punctuation aside) with the right head, head and relation, tag; F of single relations."""

    sentences: int
    uas: float
    las: float
    tags: float
    pos: float
    relations: dict[str, float]


def score_folder(nlp: Language, treebanks: Path) -> dict[str, Scores]:
    """Return the scores on every `*-test.conllu` of a folder, by treebank."""
    return {
        path.name.removesuffix("-ud-test.conllu"): score_trees(nlp, list(read_trees(path)))
        for path in sorted(treebanks.glob("*-test.conllu"))
    }


def score_trees(nlp: Language, trees: Sequence[Tree]) -> Scores:
    """Return the scores on some sentences."""
    gold = [build_doc(nlp.vocab, [tree]) for tree in trees]
    parsed = nlp.pipe([_tell_alone(nlp.make_doc(doc.text.strip())) for doc in gold], batch_size=128)
    examples = [Example(guess, doc) for guess, doc in zip(parsed, gold, strict=True)]
    found = Scorer(nlp).score(examples)
    by_relation = found["dep_las_per_type"]
    return Scores(
        sentences=len(trees),
        uas=_per_cent(found["dep_uas"]),
        las=_per_cent(found["dep_las"]),
        tags=_per_cent(found["tag_acc"]),
        pos=_per_cent(found["pos_acc"]),
        relations={name: _per_cent(by_relation[name]["f"]) for name in RELATIONS if name in by_relation},
    )


def _tell_alone(doc: Doc) -> Doc:
    """Return the words told to be one sentence, as `Pipeline.parse` tells them."""
    words = [token for token in doc if not token.is_space]
    alone: list[bool | int | None] = [True, *[False] * (len(words) - 1)]
    spaces = [bool(token.whitespace_) for token in words]
    return Doc(doc.vocab, words=[token.text for token in words], spaces=spaces, sent_starts=alone)


def _per_cent(share: float) -> float:
    return round(100 * share, 1)
