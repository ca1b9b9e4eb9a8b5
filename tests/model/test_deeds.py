from pathlib import Path

import pytest

from pledgebook.extract.deeds.frames import READERS
from pledgebook.extract.deeds.instruments import STRENGTHS
from pledgebook.extract.deeds.needs import NEEDS
from pledgebook.model.deeds import frames_by_key, load_events, load_frames, load_instruments, load_speakers
from pledgebook.model.reference import read_rows


def test_every_wording_of_stance_has_a_reader_and_a_known_need() -> None:
    for frame in frames_by_key().values():
        assert frame.kind == "clause" or frame.kind in READERS
        assert frame.kind != "verb" or set(frame.needs.split("|")) <= set(NEEDS)


def test_every_wording_of_stance_stands_once() -> None:
    told = [frame.key for frames in load_frames().values() for frame in frames]
    assert len(told) == len(set(told))


def test_every_word_for_an_agreement_has_a_known_strength() -> None:
    assert {one.strength for found in load_instruments().values() for one in found} <= set(STRENGTHS)


def test_the_longest_word_for_an_agreement_comes_first() -> None:
    assert [" ".join(one.words) for one in load_instruments()["memorandum"]][-1] == "memorandum"


def test_words_for_events_and_speakers_are_in_small_letters() -> None:
    for word in (*load_events(), *load_speakers()):
        assert word == word.lower()


DOCUMENTATION = (Path(__file__).parents[2] / "docs" / "deeds.md").read_text("utf-8")


@pytest.mark.parametrize("table", ["stances", "instruments", "events", "speakers", "deed_words"])
def test_every_column_of_a_table_stands_in_the_documentation(table: str) -> None:
    line = next(line for line in DOCUMENTATION.splitlines() if line.startswith(f"| `{table}.csv`"))
    assert [column for column in read_rows(f"{table}.csv")[0] if f"`{column}`" not in line] == []


def test_every_need_and_strength_stands_in_the_documentation() -> None:
    needs = {need for frame in frames_by_key().values() for need in frame.needs.split("|")} - {""}
    assert [need for need in sorted(needs | set(STRENGTHS)) if f"`{need}`" not in DOCUMENTATION] == []


def test_no_word_stands_twice_in_a_class() -> None:
    told = [(row["class"], row["word"]) for row in read_rows("deed_words.csv")]
    assert len(told) == len(set(told))
