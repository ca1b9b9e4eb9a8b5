"""From CoNLL-U files to sentences, and from sentences to what spaCy trains on."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from spacy.tokens import Doc
from spacy.vocab import Vocab


class Node(Struct, frozen=True):
    """One word of a tree; `head` is its governor's index in the sentence, its own at the root."""

    form: str
    lemma: str
    pos: str
    tag: str
    head: int
    dep: str
    space: bool = True


Tree = tuple[Node, ...]


def read_trees(path: Path) -> Iterator[Tree]:
    """Yield the sentences of a CoNLL-U file; empty nodes are left out, multi-word tokens split as the file splits them.

    Raises:
        ValueError: If a line is no CoNLL-U line.
    """
    lines: list[list[str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        if line.strip():
            columns = line.split("\t")
            if len(columns) != 10:  # noqa: PLR2004 - the format's own number
                raise ValueError(f"{path}:{number} has {len(columns)} columns, CoNLL-U has 10")
            lines.append(columns)
        elif lines:
            yield _read_tree(lines)
            lines = []
    if lines:
        yield _read_tree(lines)


def _read_tree(lines: Iterable[Sequence[str]]) -> Tree:
    """Return the tree of one sentence's lines."""
    nodes: list[Node] = []
    unspaced = 0
    for number, form, lemma, pos, tag, _, head, dep, _, misc in lines:
        space = "SpaceAfter=No" not in misc
        if "-" in number:
            first, last = map(int, number.split("-"))
            unspaced = last if not space else -last
            joined = range(first, last)
            continue
        if "." in number:
            continue
        at = int(number)
        if unspaced and at <= abs(unspaced):
            space = at not in joined and unspaced < 0
        root = head == "0"
        nodes.append(Node(form, lemma, pos, tag, at - 1 if root else int(head) - 1, "ROOT" if root else dep, space))
    return tuple(nodes)


def build_doc(vocab: Vocab, trees: Sequence[Tree]) -> Doc:
    """Return the annotated spaCy document of some sentences in a row."""
    nodes = [node for tree in trees for node in tree]
    starts = [start for start, tree in zip(_starts(trees), trees, strict=True) for _ in tree]
    bounds: list[bool | int | None] = [at == start for at, start in enumerate(starts)]
    return Doc(
        vocab,
        words=[node.form for node in nodes],
        spaces=[node.space for node in nodes],
        tags=[node.tag for node in nodes],
        pos=[node.pos for node in nodes],
        heads=[start + node.head for start, node in zip(starts, nodes, strict=True)],
        deps=[node.dep for node in nodes],
        sent_starts=bounds,
    )


def _starts(trees: Iterable[Tree]) -> Iterator[int]:
    """Yield the index of each sentence's first word."""
    at = 0
    for tree in trees:
        yield at
        at += len(tree)
