from pledgebook.extract.frames import NEEDS, READERS
from pledgebook.extract.instruments import STRENGTHS
from pledgebook.model.deeds import frames_by_key, load_events, load_frames, load_instruments, load_speakers


def test_every_wording_of_stance_has_a_reader_and_a_known_need() -> None:
    for frame in frames_by_key().values():
        assert frame.kind == "clause" or frame.kind in READERS
        assert frame.kind != "verb" or frame.needs in NEEDS


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
