# ruff: noqa: S311 - chance makes variety here, no secrets
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.phrases import make_sentence, read_grammar

GRAMMAR = read_grammar()


@given(seed=st.integers(0, 100_000))
def test_every_made_up_sentence_is_a_tree(seed: int) -> None:
    tree = make_sentence(GRAMMAR, random.Random(seed))
    roots = [at for at, node in enumerate(tree) if node.head == at]
    assert len(roots) == 1
    assert tree[roots[0]].dep == "ROOT"
    for at in range(len(tree)):
        seen = {at}
        while tree[at].head not in seen:
            at = tree[at].head  # noqa: PLW2901 - climbs from each word to the root
            seen.add(at)
        assert at == roots[0]


def test_the_same_seed_makes_the_same_sentence() -> None:
    assert make_sentence(GRAMMAR, random.Random(8)) == make_sentence(GRAMMAR, random.Random(8))


@pytest.mark.parametrize(
    ("line", "message"),
    [("sentence: a/X/Y|^|0 b/X/Y|punct|3", "governors"), ("sentence: @nobody|^|0", "tells nothing of nobody")],
)
def test_a_slip_in_the_grammar_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "phrases.txt"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read_grammar(path)
