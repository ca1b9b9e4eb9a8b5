from pledgebook.model.deeds import frames_by_key
from pledgebook.model.records import Part, cut
from pledgebook.model.values import Stance
from pledgebook.resolve.positions import read_stance, tidy

WORDS = "would not rule out restricting the port"


def parts(*roles: str) -> dict[str, Part]:
    """Return parts of these roles, all on the same words."""
    return {role: Part(role, cut(WORDS, 19, 30), "") for role in roles}


def test_a_denied_refusal_is_openness() -> None:
    assert read_stance(frames_by_key()["verb rule out"], parts("negation"))[0] is Stance.OPEN_TO


def test_a_denial_that_says_nothing_is_another_stance() -> None:
    assert read_stance(frames_by_key()["verb praise"], parts("negation"))[0] is Stance.OTHER


def test_insisting_on_a_restriction_opposes_what_it_restricts() -> None:
    assert read_stance(frames_by_key()["adjective adamant"], parts("hindering"))[0] is Stance.OPPOSES


def test_to_advocate_something_from_somebody_demands_it() -> None:
    assert read_stance(frames_by_key()["verb advocate for"], parts("asked"))[0] is Stance.DEMANDS


def test_the_reason_names_the_words() -> None:
    assert read_stance(frames_by_key()["verb rule out"], {})[1] == "“rule out”"


def test_a_proposition_is_told_on_one_line_without_markup() -> None:
    assert tidy(" the :abbr[ODA]\n budget, ") == "the ODA budget"
