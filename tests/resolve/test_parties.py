"""A name becomes the party that gives, gets or speaks."""

import pytest

from pledgebook.extract.names.parties import find_all_names
from pledgebook.model.values import Party, PartyKind
from pledgebook.resolve.parties import read_actor, read_party, read_person_name


def party_in(words: str) -> Party:
    return read_party(find_all_names(words, words)[0])


@pytest.mark.parametrize(
    "words",
    ["US", "U.S.", "the White House", "Washington", "the State Department", "USAID", "President Joe Biden", "America",
     "the US government", "the Pentagon", "Americans", "the Trump administration", "US Secretary of State Jane Roe"],
)  # fmt: skip
def test_all_wordings_for_a_country_are_one_party(words: str) -> None:
    assert party_in(f"{words} agreed.") == Party("United States", "USA", PartyKind.COUNTRY)


def test_a_unit_of_the_commission_is_the_union() -> None:
    assert party_in("DG ECHO agreed.") == Party("European Union", "EU", PartyKind.ORGANISATION)


def test_an_unknown_body_keeps_its_own_name() -> None:
    assert party_in("The Hope and Light Foundation agreed.") == Party("Hope and Light Foundation")


def test_a_person_stays_a_person_as_actor() -> None:
    words = "Ukrainian President Volodymyr Zelenskiy agreed."
    actor = read_actor(find_all_names(words, words)[0])
    assert actor == Party("Volodymyr Zelenskyy", "", PartyKind.PERSON, "UKR")


def test_a_name_no_table_knows_stays_as_written() -> None:
    assert read_person_name("Folodimir  Zellinski", "UKR") == "Folodimir Zellinski"


def test_honours_are_no_part_of_a_name() -> None:
    assert read_person_name("Sheikh Abdullah bin Zayed Al Nahyan") == "Abdullah bin Zayed Al Nahyan"
