from pathlib import Path

from pledgebook.language.lemmas import find_lemma
from training.lemmas import gather_lemmas
from training.treebanks import read_trees


def test_what_the_rules_would_miss_is_gathered(treebanks: Path) -> None:
    lemmas = gather_lemmas(read_trees(treebanks / "en_own-ud-train.conllu"), [])
    assert lemmas.irregular["VBD"] == {"did": "do", "lent": "lend"}
    assert find_lemma(lemmas, "children", "NNS") == "child"
    assert find_lemma(lemmas, "ships", "NNS") == "ship"


def test_raw_text_tells_which_words_stand_by_themselves(treebanks: Path) -> None:
    trees = list(read_trees(treebanks / "en_own-ud-train.conllu"))
    raw = ["they premiere what was premiered"] * 5
    assert find_lemma(gather_lemmas(trees, []), "premiered", "VBN") == "premier"
    assert find_lemma(gather_lemmas(trees, raw), "premiered", "VBN") == "premiere"
