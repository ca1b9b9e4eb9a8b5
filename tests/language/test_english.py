# ruff: noqa: S311 - chance makes variety here, no secrets
import random
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pledgebook.language import english
from pledgebook.language.english import Pipeline, load_pipeline
from pledgebook.model.errors import PipelineMissing
from pledgebook.model.records import Sentence, Word

PLAIN = "Norland will give the island of Brask 40 million crowns for a new harbour."
REPORT = (
    "The cabinet of Norland met on Tuesday. It promised Brask (which had lost its harbour) a further 40 million crowns."
)


def word(sentence: Sentence, text: str) -> Word:
    return next(one for one in sentence.words if one.text == text)


def governor(sentence: Sentence, text: str) -> str:
    return sentence.words[word(sentence, text).head].text


def test_who_gives_what_to_whom_shows_in_the_relations(pipeline: Pipeline) -> None:
    (sentence,) = pipeline.parse([(0, PLAIN)])
    assert word(sentence, "give").dep == "ROOT"
    assert (word(sentence, "Norland").dep, governor(sentence, "Norland")) == ("nsubj", "give")
    assert (word(sentence, "crowns").dep, governor(sentence, "crowns")) == ("obj", "give")
    assert governor(sentence, "million") == "crowns"


def test_the_passive_names_its_agent(pipeline: Pipeline) -> None:
    (sentence,) = pipeline.parse([(0, "Forty million dollars were promised to Kenya by the government of Norway.")])
    assert word(sentence, "dollars").dep == "nsubj:pass"
    assert governor(sentence, "government") == "promised"


def test_word_offsets_are_those_of_the_document(pipeline: Pipeline) -> None:
    start = REPORT.index("It")
    first, second = pipeline.parse([(0, REPORT[: start - 1]), (start, REPORT[start:])])
    assert (first.start, first.end, second.start, second.end) == (0, start - 1, start, len(REPORT))
    assert all(REPORT[one.start : one.end] == one.text for one in (*first.words, *second.words))


def test_a_piece_with_two_sentences_stays_one_with_one_root(pipeline: Pipeline) -> None:
    (sentence,) = pipeline.parse([(0, REPORT)])
    assert [one.dep for one in sentence.words].count("ROOT") == 1


def test_blanks_left_by_markup_are_no_words(pipeline: Pipeline) -> None:
    (spread,) = pipeline.parse([(0, "  Norland   gave  \n  Brask    a   ship  .  ")])
    (plain,) = pipeline.parse([(0, "Norland gave Brask a ship .")])
    assert [one.text for one in spread.words] == ["Norland", "gave", "Brask", "a", "ship", "."]
    assert [(one.head, one.dep, one.tag) for one in spread.words] == [
        (one.head, one.dep, one.tag) for one in plain.words
    ]


def test_nothing_in_nothing_out(pipeline: Pipeline) -> None:
    assert pipeline.parse([]) == []
    assert pipeline.parse([(3, ""), (9, " \n ")]) == [Sentence(3, 3, ()), Sentence(9, 12, ())]


def test_a_very_long_piece_is_one_sentence_too(pipeline: Pipeline) -> None:
    text = ", ".join([PLAIN.removesuffix(".")] * 120)
    (sentence,) = pipeline.parse([(0, text)])
    assert [one.dep for one in sentence.words].count("ROOT") == 1
    assert len(sentence.words) > 4 * english.LONGEST_PARSE
    assert all(text[one.start : one.end] == one.text for one in sentence.words)


def test_a_run_without_a_blank_is_one_word(pipeline: Pipeline) -> None:
    run = "(" * 200_000
    (sentence,) = pipeline.parse([(0, f"Norland gave {run} crowns.")])
    assert [one.text for one in sentence.words] == ["Norland", "gave", run, "crowns", "."]


def test_letters_alone_are_split_as_the_tokenizer_splits_them(pipeline: Pipeline) -> None:
    tokenizer = spacy.blank("en").tokenizer
    draw = random.Random(11)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    runs = ["".join(draw.choices(letters, k=draw.randint(1, 9))) for _ in range(1000)]
    runs += ["cannot", "Gonna", "dont", "USD", "mln", "kg", "PhD"]
    for run, sentence in zip(runs, pipeline.parse([(0, run) for run in runs]), strict=True):
        assert [word.text for word in sentence.words] == [token.text for token in tokenizer(run)]


def test_a_sentence_parses_the_same_alone_as_in_company(pipeline: Pipeline) -> None:
    chance = random.Random(4)
    subjects, verbs = ["Norland", "The mayor of Brask", "A fund"], ["promised", "will lend", "has paid out", "cut"]
    pieces = [
        (at, f"{chance.choice(subjects)} {chance.choice(verbs)} {chance.randint(2, 99)} million crowns to {told}.")
        for at, told in enumerate(["the port", "farmers in the north, who lost their crops", "its neighbour"] * 30)
    ]
    together = pipeline.parse(pieces)
    assert [pipeline.parse([piece])[0] for piece in pieces] == together
    assert pipeline.parse(pieces[::-1]) == together[::-1]


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.text(max_size=80), max_size=4),
    gap=st.integers(0, 1000),
)
@example(texts=["it\N{RIGHT SINGLE QUOTATION MARK}s  \u00a0 5\u202f000 \N{EURO SIGN}", "\N{ZERO WIDTH SPACE}"], gap=7)
def test_any_text_gives_one_sentence_a_piece_with_true_offsets(pipeline: Pipeline, texts: list[str], gap: int) -> None:
    starts = [gap * (at + 1) for at in range(len(texts))]
    sentences = pipeline.parse(list(zip(starts, texts, strict=True)))
    assert len(sentences) == len(texts)
    for start, text, sentence in zip(starts, texts, sentences, strict=True):
        assert (sentence.start, sentence.end) == (start, start + len(text))
        assert all(text[one.start - start : one.end - start] == one.text for one in sentence.words)
        assert all(left.end <= right.start for left, right in pairwise(sentence.words))
        assert all(0 <= one.head < len(sentence.words) for one in sentence.words)
        roots = [at for at, one in enumerate(sentence.words) if one.dep == "ROOT"]
        assert roots == ([sentence.words[roots[0]].head] if sentence.words else [])
        covered = "".join(one.text for one in sentence.words)
        assert covered.split() == "".join(text.split()).split() or "".join(covered.split()) == "".join(text.split())


def test_the_version_names_the_model(pipeline: Pipeline) -> None:
    name, _, version = pipeline.version.rpartition("-")
    assert name == "pledgebook"
    assert version.isdigit()


def test_importing_pledgebook_does_not_load_spacy() -> None:
    told = (
        "import sys, pledgebook.language.english; print([m for m in sys.modules if m in {'spacy', 'thinc', 'numpy'}])"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_package_without_its_model_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(english, "files", lambda _: tmp_path)
    with pytest.raises(PipelineMissing, match="make model"):
        load_pipeline()
