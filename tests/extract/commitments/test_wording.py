"""Verbs of giving are found with their tense and mood, and the longest cue stands."""

import pytest

from pledgebook.extract.commitments.wording import find_wording


@pytest.mark.parametrize(
    ("text", "verb", "mood"),
    [
        ("Peru has already given wheat", "give", "perfect past"),
        ("Peru will not send wheat", "send", "modal negated"),
        ("wheat was sent by Peru", "send", "passive past"),
        ("Peru may donate wheat", "donate", "modal maybe"),
        ("Peru agreed to supply wheat", "supply", "infinitive"),
        ("Peru is handing over wheat", "deliver", "gerund"),
    ],
)
def test_a_verb_tells_its_mood(text: str, verb: str, mood: str) -> None:
    acts = {act.verb.name: act.mood for act in find_wording(text, 0, len(text)).acts}
    assert acts[verb] == mood


def test_a_word_inside_another_is_no_cue() -> None:
    assert find_wording("The grantee sat by the lakeside.", 0, 32).acts == ()


def test_of_cues_that_overlap_the_longer_stands() -> None:
    text = "budget support for Fiji"
    told = {(hit.cue.field, hit.cue.value) for hit in find_wording(text, 0, len(text)).hits}
    assert ("aid_type", "financial") in told
    assert ("background", "budget") not in told


@pytest.mark.parametrize("text", ["a Peru-funded plan", "the funding bill", "non-earmarked money"])
def test_a_form_that_only_describes_is_no_verb(text: str) -> None:
    assert find_wording(text, 0, len(text)).acts == ()


def test_of_cues_that_cut_into_each_other_the_first_stands() -> None:
    text = "food security assistance"
    told = [hit.cue.value for hit in find_wording(text, 0, len(text)).hits if hit.cue.field == "aid_type"]
    assert told == ["food"]
