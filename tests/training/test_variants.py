# ruff: noqa: S311 - chance makes variety here, no secrets
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training import variants
from training.phrases import make_sentence, read_grammar
from training.treebanks import Tree, read_trees
from training.variants import VARIANTS

GRAMMAR = read_grammar()


def read_loan(treebanks: Path) -> Tree:
    return list(read_trees(treebanks / "en_own-ud-dev.conllu"))[1]


def forms(tree: Tree) -> list[str]:
    return [node.form for node in tree]


def test_straight_quotes_become_curly_ones(treebanks: Path) -> None:
    told = forms(variants.curl_quotes(read_loan(treebanks), random.Random(1)))
    assert told[5] == "\N{LEFT DOUBLE QUOTATION MARK}"
    assert told[8] == "\N{RIGHT DOUBLE QUOTATION MARK}"


def test_a_dropped_stop_leaves_the_rest(treebanks: Path) -> None:
    loan = read_loan(treebanks)
    assert variants.drop_stop(loan, random.Random(1)) == loan[:-1]
    assert variants.drop_stop(loan[:-1], random.Random(1)) == loan[:-1]


def test_another_currency_takes_the_place(treebanks: Path) -> None:
    told = {forms(variants.change_money(read_loan(treebanks), random.Random(at)))[2] for at in range(60)}
    assert {"\N{EURO SIGN}", "SEK", "US$"} <= told


def test_a_headline_raises_longer_words(treebanks: Path) -> None:
    told = forms(variants.raise_words(read_loan(treebanks), random.Random(1)))
    assert told[1] == "Lent"
    assert told[6] == "for"


@pytest.mark.parametrize("variant", [variant for variant, _ in VARIANTS], ids=lambda variant: variant.__name__)
@given(seed=st.integers(0, 10_000))
def test_no_variant_harms_the_tree(variant: variants.Variant, seed: int) -> None:
    chance = random.Random(seed)
    tree = make_sentence(GRAMMAR, chance)
    told = variant(tree, chance)
    assert [(node.head, node.dep, node.tag) for node in told] == [
        (node.head, node.dep, node.tag) for node in tree[: len(told)]
    ]
    assert all(node.form and not node.form.isspace() for node in told)
