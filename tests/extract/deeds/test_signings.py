"""Agreements as fresh reports tell them: who signs for whom, what lies ahead, what lapsed, what is only a framework."""

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

CASES = [
    (
        "Fatima Kane signed the loan agreement on behalf of Jordan and Pedro Rey signed on behalf of the World Bank.",
        {"Jordan", "World Bank"},
        "signed",
    ),
    (
        "The Paris Club said its members had reached bilateral agreements with Zambia to cancel debt.",
        {"Paris Club", "Zambia"},
        "signed",
    ),
    ("Chile and Peru signed a budget support arrangement.", {"Chile", "Peru"}, "signed"),
    ("Twelve bilateral deals between Kenya and Ghana are expected to be signed.", {"Kenya", "Ghana"}, "planned"),
    ("The MoU is to be signed next month by Kenya and Ghana.", {"Kenya", "Ghana"}, "planned"),
    (
        "Peru and Chile agreed to work towards the early conclusion of a free trade agreement.",
        {"Peru", "Chile"},
        "planned",
    ),
    (
        "Chile's cabinet approved a proposal for a memorandum of understanding with Peru on customs.",
        {"Chile", "Peru"},
        "planned",
    ),
    (
        "Chile's cabinet has approved the signing of a memorandum of understanding with Peru on customs.",
        {"Chile", "Peru"},
        "planned",
    ),
    ("Kenya is close to a trade deal with Ghana.", {"Kenya", "Ghana"}, "planned"),
    ("Germany is launching a new energy partnership with Kenya.", {"Germany", "Kenya"}, "planned"),
    ("Kenya and Ghana have concluded negotiations to launch a compact.", {"Kenya", "Ghana"}, "planned"),
    ("Kenya and Ghana concluded negotiations on a trade agreement.", {"Kenya", "Ghana"}, "signed"),
    ("Talks between Kenya and Ghana on a trade deal collapsed.", {"Kenya", "Ghana"}, "rejected"),
    ("The fishing agreement between Chile and Peru expired last year.", {"Chile", "Peru"}, "rejected"),
    ("Kenya ended its defence pact with Ghana.", {"Kenya", "Ghana"}, "rejected"),
    ("The treaty between Chile and Peru entered into force on Friday.", {"Chile", "Peru"}, "existing"),
    ("Exchange of notes between Japan and Kenya signed in Nairobi for a grant.", {"Japan", "Kenya"}, "signed"),
    ("Kenya entered into a loan with the African Development Bank.", {"Kenya", "African Development Bank"}, "signed"),
    ("Peru and Chile reached a 60-day truce in their trade war.", {"Peru", "Chile"}, "signed"),
    ("Peru initialled a fisheries protocol with the European Union.", {"Peru", "European Union"}, "signed"),
    ("Germany and Kenya set up a partnership on green hydrogen.", {"Germany", "Kenya"}, "signed"),
    ("Chile and Peru sign two Memorandums of Understandings on fishing.", {"Chile", "Peru"}, "signed"),
    (
        "Both Kenya and Ghana witnessed the exchange of agreements between the two countries.",
        {"Kenya", "Ghana"},
        "signed",
    ),
    ("Peru reaffirmed the three Peru-Chile joint communiques.", {"Peru", "Chile"}, "existing"),
    ("Chile is working with Peru under the Andes Water Agreement.", {"Chile", "Peru"}, "existing"),
    ("Kenya and Norway cooperate through the Fjord Declaration on Migration.", {"Kenya", "Norway"}, "existing"),
    ("The Sky Shield Coalition, co-led by Germany and France, met.", {"Germany", "France"}, "existing"),
    (
        "Kenyan firm Safari Steel has signed a definitive agreement to acquire 40 percent of Boro Iron.",
        {"Safari Steel", "Boro Iron"},
        "signed",
    ),
    (
        "During Indian Prime Minister Narendra Modi's visit to Fiji, the two sides inked seven MoUs.",
        {"India", "Fiji"},
        "signed",
    ),
]


@pytest.mark.parametrize(("text", "parties", "status"), CASES, ids=[case[0][:48] for case in CASES])
def test_who_makes_it_and_how_far_it_has_come(text: str, parties: set[str], status: str) -> None:
    told = read(text, Kind.AGREEMENT)
    assert [(set(one["party"]), one["status"]) for one in told] == [(parties, [status])]


LISTS = [
    (
        "Kenya signed a loan agreement with the African Development Bank (AfDB) and the World Bank.",
        {"Kenya", "African Development Bank", "World Bank"},
    ),
    (
        "An MoU was signed between the University of Lima and the Fjord Institute of Fishing (FIF) of Norway.",
        {"University of Lima", "Fjord Institute of Fishing"},
    ),
    (
        "Kenya signed a deal for a 5 million dollar loan from the World Bank to pave the road to Uganda.",
        {"Kenya", "World Bank"},
    ),
    (
        "A loan pact was signed between the Minister of Roads and the Director of the World Bank, Togo said.",
        {"Togo", "World Bank"},
    ),
    ("Talks continue on a CARICOM-Canada Trade and Fishing Agreement.", {"CARICOM", "Canada"}),
]


@pytest.mark.parametrize(("text", "parties"), LISTS, ids=[text[:48] for text, _ in LISTS])
def test_a_list_of_parties_is_read_over_brackets_and_offices(text: str, parties: set[str]) -> None:
    (told,) = read(text, Kind.AGREEMENT)
    assert set(told["party"]) == parties


def test_an_entry_of_what_was_signed_is_signed() -> None:
    text = "Kenya and Togo signed two pacts.\n\n1. Memorandum of Understanding on Trade between Kenya and Togo."
    assert [one["status"] for one in read(text, Kind.AGREEMENT)] == [["signed"], ["signed"]]


def test_a_number_or_a_day_is_no_subject() -> None:
    (told,) = read("Kenya and Ghana signed on Monday six agreements.", Kind.AGREEMENT)
    assert "subject" not in told


def test_an_agency_binds_itself_and_its_state() -> None:
    (told,) = read("KfW signed a loan agreement with Kenya.", Kind.AGREEMENT)
    assert set(told["party"]) == {"KfW", "Germany", "Kenya"}


def test_a_government_is_its_state_and_no_party_beside_it() -> None:
    (told,) = read("The Biden administration signed a trade agreement with Kenya.", Kind.AGREEMENT)
    assert set(told["party"]) == {"United States", "Kenya"}


def test_the_chief_of_a_fund_signs_for_the_fund() -> None:
    text = "Saudi Fund for Development Chief Executive Officer Omar Saleh signed a loan agreement with Ghana."
    (told,) = read(text, Kind.AGREEMENT)
    assert set(told["party"]) >= {"Saudi Fund for Development", "Ghana"}


def test_whose_list_a_page_is_signs_what_names_the_other_side_alone() -> None:
    text = (
        "The Fjord Foundation backs vaccines.\n\nThe Fjord Foundation is based in Bergen. The Fjord Foundation gave"
        " 3 million euros.\n\nCooperation agreement signed with the Lima Institute of Health, Peru."
    )
    (told,) = read(text, Kind.AGREEMENT)
    assert set(told["party"]) == {"Fjord Foundation", "Lima Institute of Health"}
    assert told["status"] == ["signed"]


def test_a_view_that_leaders_share_is_no_agreement() -> None:
    text = "The Peruvian and Chilean leaders agreed on the importance of free trade and agreed to be in touch."
    assert read(text, Kind.AGREEMENT) == []


def test_whose_leaders_sign_stands_before() -> None:
    text = "Pacific leaders signed the Reef Treaty.\n\nAt the forum, leaders signed the Calm Waters Declaration."
    assert [one["party"] for one in read(text, Kind.AGREEMENT)] == [["Pacific leaders"], ["Pacific leaders"]]
