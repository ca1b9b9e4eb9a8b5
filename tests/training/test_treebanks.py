from pathlib import Path

import pytest
import spacy

from training.treebanks import build_doc, read_trees


def test_sentences_are_read_with_their_words_and_blanks(treebanks: Path) -> None:
    ship, loan, headline = read_trees(treebanks / "en_own-ud-dev.conllu")
    doc = build_doc(spacy.blank("en").vocab, [ship, loan, headline])
    assert doc.text.strip() == (
        'The mayor didn\'t sell 3 ships. Brask lent $5 million "for children" to Norland. Ukraine thanks Norway'
    )
    assert [str(sentence).strip() for sentence in doc.sents][2] == "Ukraine thanks Norway"


def test_empty_nodes_are_left_out_and_heads_stay_right(treebanks: Path) -> None:
    _, loan, _ = read_trees(treebanks / "en_own-ud-dev.conllu")
    assert len(loan) == 12
    told = {node.form: (loan[node.head].form, node.dep) for node in loan}
    assert told["Norland"] == ("lent", "obl")
    assert told["lent"] == ("lent", "ROOT")


def test_a_line_that_is_no_conllu_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.conllu"
    path.write_text("# told\n1\tonly\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.conllu:2 has 2 columns"):
        list(read_trees(path))
