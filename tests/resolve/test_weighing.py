"""Voices are summed by what they say, and every vote is kept."""

from pledgebook.resolve.weighing import Voice, choose


def test_two_weak_voices_outweigh_one_strong() -> None:
    choice = choose([Voice("a", "one", 2.0), Voice("b", "two", 1.2), Voice("b", "three", 1.1)])
    assert choice is not None
    assert choice.value == "b"
    assert choice.voice.rule == "two"
    assert [(vote.rule, vote.says, vote.weight) for vote in choice.votes] == [
        ("one", "a", 2.0),
        ("two", "b", 1.2),
        ("three", "b", 1.1),
    ]


def test_nobody_speaking_chooses_nothing() -> None:
    assert choose([]) is None
