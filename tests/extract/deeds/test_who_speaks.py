import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

QUOTED = '"We have talked about the harbour for two years and more," he said.'
CASES = {
    "who heads a release says I in it": (
        (
            "Lake tolls must fall\nMEDIA RELEASE\nThe Hon Ana Velt MP Minister for Foreign Affairs\n\n"
            "I call on the government of Peru to lower the tolls on the lake."
        ),
        "Ana Velt",
    ),
    "what a release judges is judged by who heads it": (
        (
            "Lake tolls must fall\nMEDIA RELEASE\nThe Hon Ana Velt MP\n\n"
            "The decision of Peru to raise the tolls is simply obscene."
        ),
        "Ana Velt",
    ),
    "a spokesperson speaks for the body": (
        "World Food Programme spokesperson Ana Velt called for lower tolls in Peru.",
        "World Food Programme",
    ),
    "a king with one name keeps the title": ("King Olaf called for lower tolls in Peru.", "King Olaf"),
    "the king is no one else who is named by him": (
        "King Olaf met Ana Velt of the harbour fund on Sunday. The king called for lower tolls in Peru.",
        "King Olaf",
    ),
    "the one leader of a state is its person": (
        "Peruvian President Ana Velt came to Chile. The Peruvian leader condemned the raid on the port.",
        "Ana Velt",
    ),
    "a report is of the body before the noun": (
        "A World Bank report on the lake came out in Lima. The report urged Peru to lower the tolls.",
        "World Bank",
    ),
    "where people are quoted a person supports": (
        f"Peruvian President Ana Velt expressed support for a reform of the council. {QUOTED}",
        "Ana Velt",
    ),
    "where nobody is quoted a government does": (
        "Peruvian President Ana Velt expressed support for a reform of the council.",
        "Peru",
    ),
    "they are those for whom somebody speaks": (
        "Ana Velt said that they are ready to host talks on the lake in Peru.",
        "Ana Velt",
    ),
    "who acts after a passive is the agent": (
        "The bill was welcomed by the World Bank, urging Peru to lower the tolls.",
        "World Bank",
    ),
}


@pytest.mark.parametrize(("text", "actor"), CASES.values(), ids=CASES)
def test_whose_stance_it_is(text: str, actor: str) -> None:
    assert [told["actor"][0] for told in read(text, Kind.POSITION)][-1:] == [actor]


def test_a_name_is_spelt_with_the_accents_that_the_report_writes() -> None:
    (plain,) = read("Hungarian Prime Minister Viktor Orban condemned the raid.", Kind.POSITION)
    (marked,) = read("Hungarian Prime Minister Viktor Orbán condemned the raid.", Kind.POSITION)
    assert (plain["actor"], marked["actor"]) == (["Viktor Orban"], ["Viktor Orbán"])


def test_what_a_president_says_his_state_should_do_he_stands_for() -> None:
    text = "Peruvian President Ana Velt said that Peru should join the fishing council."
    assert [told["stance"] for told in read(text, Kind.POSITION)] == [["supports"]]


def test_the_opposition_is_that_of_the_report_state() -> None:
    text = "Norwegian trawlers came home. The opposition condemned the plan to raise the toll."
    assert [told["actor"] for told in read(text, Kind.POSITION)] == [["Norwegian opposition"]]


def test_a_critic_is_one_over_what_he_is_called_before() -> None:
    (told,) = read("Ana Velt has been one of the loudest critics of the levy.", Kind.POSITION)
    assert (told["actor"], told["stance"]) == (["Ana Velt"], ["opposes"])


def test_a_list_without_a_subject_is_that_of_the_body_named_most() -> None:
    text = "Oxfam met Peru. Oxfam held a vote.\n\nThe suggestions included:\n\n- Stop the levy;\n"
    assert [told["actor"] for told in read(text, Kind.POSITION)] == [["Oxfam"]]
