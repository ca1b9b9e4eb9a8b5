"""Names of parties are found under all the wordings that reports use."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.extract.names.parties import find_all_names
from pledgebook.model.naming import Named, Surface


def names_in(text: str) -> list[Named]:
    return list(find_all_names(text, text))


def told(text: str) -> list[tuple[str, str, str]]:
    return [(named.span.quote, named.kind.value, named.acts_for) for named in names_in(text)]


def only(text: str) -> Named:
    (named,) = names_in(text)
    return named


@pytest.mark.parametrize(
    ("words", "kind", "code"),
    [
        ("Ruritania spoke; Canada listened.", "country", "CAN"),
        ("He thanked the Swedes warmly.", "people", "SWE"),
        ("It was Berlin that paid.", "capital", "DEU"),
        ("It was the Kremlin that refused.", "ministry", "RUS"),
        ("Money came from the Norwegian government today.", "ministry", "NOR"),
        ("Japan's Cabinet agreed.", "ministry", "JPN"),
        ("The Swedish Ministry of Foreign Affairs agreed.", "ministry", "SWE"),
        ("the Ministry of Health of Malawi agreed.", "ministry", "MWI"),
        ("The Government of Kenya agreed.", "ministry", "KEN"),
        ("The Armed Forces of Ukraine got them.", "ministry", "UKR"),
        ("They went to Syrian refugees.", "people", "SYR"),
        ("BMZ paid.", "ministry", "DEU"),
        ("USAID paid.", "ministry", "USA"),
        ("The European Commission paid.", "ministry", "EU"),
        ("The World Food Program was paid.", "organisation", "WFP"),
        ("The UN refugee agency was paid.", "organisation", "UNHCR"),
        ("The Green Climate Fund was paid.", "fund", "GCF"),
        ("It serves the Horn of Africa best.", "region", "HORN"),
        ("Loans for 15 African countries grew.", "region", "AFRICA"),
        ("The Nordic countries paid.", "group", "NORDICS"),
        ("The Biden-Harris Administration paid.", "ministry", "USA"),
        ("The Meloni government paid.", "ministry", "ITA"),
        ("Taiwan's Ministry of Foreign Affairs agreed.", "ministry", "TWN"),
        ("The Federal Government of Nigeria agreed.", "ministry", "NGA"),
        ("The IMF's Executive Board agreed.", "ministry", "IMF"),
        ("The Pacific Islands Forum agreed.", "organisation", "PIF"),
        ("The Danish Sea Rescue Agency agreed.", "ministry", "DNK"),
    ],
)
def test_a_party_is_found_under_each_kind_of_wording(words: str, kind: str, code: str) -> None:
    assert [(kind, code)] == [(found, acts_for) for _, found, acts_for in told(words) if acts_for == code]


@pytest.mark.parametrize(
    ("words", "person", "office", "code"),
    [
        ("UK Prime Minister Jane Roe spoke.", "Jane Roe", "prime minister", "GBR"),
        ("The Dutch Minister for Foreign Trade and Development Cooperation Jan de Vries spoke.", "Jan de Vries",
         "development minister", "NLD"),
        ("Jane Roe, Canada\u2019s Prime Minister, spoke.", "Jane Roe", "prime minister", "CAN"),
        ("Prime Minister Jane Roe of Canada spoke.", "Jane Roe", "prime minister", "CAN"),
        ("NATO Secretary -General Mark Roe spoke.", "Mark Roe", "secretary-general", "NATO"),
        ("German Deputy Prime Minister and Defence Minister Otto von Stein spoke.", "Otto von Stein",
         "deputy prime minister", "DEU"),
        ("The President of Malawi Ada Phiri spoke.", "Ada Phiri", "president", "MWI"),
        ("Prime Minister Keir Starmer spoke.", "Keir Starmer", "prime minister", "GBR"),
        ("National Defence Minister Blair spoke.", "Blair", "defence minister", "CAN"),
        ("WFP Executive Director Ana Roe spoke.", "Ana Roe", "executive director", "WFP"),
        ("ROE Yutaka, Ambassador of Japan to Nepal, spoke.", "ROE Yutaka", "ambassador", "JPN"),
        ("The Chinese Ambassador to Kenya Roe Li spoke.", "Roe Li", "ambassador", "CHN"),
        ("Canada's High Commissioner to Ghana, Ana Roe, spoke.", "Ana Roe", "high commissioner", "CAN"),
        ("The UN Humanitarian Coordinator in Sudan, Ana Roe, spoke.", "Ana Roe", "executive director", "UN"),
        ("Jordan's Minister of Planning and International Cooperation Ana Roe spoke.", "Ana Roe", "planning minister",
         "JOR"),
        ("The EU crisis management commissioner Ana Roe spoke.", "Ana Roe", "commissioner", "EU"),
        ("Kenya's Treasury Cabinet Secretary Ana Roe spoke.", "Ana Roe", "minister", "KEN"),
        ("The Emir of Qatar Sheikh Omar bin Roe spoke.", "Omar bin Roe", "king", "QAT"),
        ("Sheikh Omar bin Roe Al Nahda, Foreign Minister of Oman, spoke.", "Omar bin Roe Al Nahda",
         "foreign minister", "OMN"),
    ],
)  # fmt: skip
def test_office_and_holder_are_one_name(words: str, person: str, office: str, code: str) -> None:
    named = only(words)
    assert named.person
    assert (named.person.quote, named.office, named.acts_for) == (person, office, code)


def test_an_office_is_found_without_a_holder() -> None:
    named = only("The US Secretary of State spoke.")
    assert (named.span.quote, named.kind, named.acts_for) == ("US Secretary of State", Surface.OFFICE, "USA")


@pytest.mark.parametrize(
    "words", ["The President EST spoke.", "The President Her- and so on.", "The President H. spoke."]
)
def test_what_cannot_be_a_name_is_none(words: str) -> None:
    assert [named.person for named in names_in(words)] == [None]


def test_a_headline_verb_is_no_part_of_a_name() -> None:
    named = names_in("Prime Minister Jane Roe Visits Kyiv")[0]
    assert named.person
    assert named.person.quote == "Jane Roe"


@pytest.mark.parametrize(
    "words",
    [
        "it is up to us and to who may",
        "the turkey was eaten and the china broke",
        "5 million Canadian dollars and 3 million Swiss francs",
        "US$ 5 million",
        "Hunter Biden went away",
        "Jordan Roe met Michael Jordan",
    ],
)
def test_what_names_no_party_is_left_alone(words: str) -> None:
    assert [named for named in names_in(words) if named.code or named.person] == []


def test_a_hyphen_joins_two_parties_or_describes() -> None:
    assert told("the Canada-Ukraine deal, a US-backed plan") == [
        ("Canada", "country", "CAN"),
        ("Ukraine", "country", "UKR"),
        ("US", "adjective", "USA"),
    ]


def test_genitive_and_place_are_told_apart_from_the_name() -> None:
    owner, place = names_in("Canada\u2019s minister spoke in Kyiv.")[0], names_in("They met in Kyiv.")[0]
    assert owner.span.quote.startswith("Canada")
    assert place.place
    assert names_in("Canada\u2019s gift grew.")[0].possessive


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The Ruritania Solidarity Fund paid.", "fund"),
        ("The Hope and Light Foundation paid.", "organisation"),
        ("Acme Shipping Corporation paid.", "company"),
        ("The Institute for Sea Research paid.", "organisation"),
        ("The Kenya Red Cross Society paid.", "organisation"),
        ("The Red Cross Society of China paid.", "organisation"),
    ],
)
def test_bodies_that_no_table_holds_are_told_by_their_last_word(words: str, kind: str) -> None:
    named = only(words)
    assert named.kind == kind
    assert named.span.quote == words.removeprefix("The ").removesuffix(" paid.")


def test_an_acronym_in_brackets_is_known_from_there_on() -> None:
    text = "The Ruritania Solidarity Fund (RSF) opened. Later RSF paid, and RSFX did not."
    assert [named.name for named in names_in(text)] == ["Ruritania Solidarity Fund"] * 3


def test_an_acronym_that_the_name_spells_is_taken_over() -> None:
    text = "The Provincial Relief Council (PRC) helped. PRC paid."
    assert {named.acts_for for named in names_in(text)} == {""}


def test_an_acronym_may_stand_between_a_body_and_its_officer() -> None:
    named = only("The Caribbean Development Bank (CDB) Acting President Mr. Ana Roe spoke.")
    assert (named.acts_for, named.office) == ("CDB", "president")


def test_offices_and_names_may_alternate_in_a_list() -> None:
    text = "They met Prime Minister, Hon. Ana Roe, Minister of Finance, Hon. Jan Roe, and others."
    told_of = [(named.person.quote, named.office) for named in names_in(text) if named.person]
    assert told_of == [("Ana Roe", "prime minister"), ("Jan Roe", "finance minister")]


def test_a_surname_is_known_after_the_full_name() -> None:
    text = "Swedish Finance Minister Eva Grönqvist spoke. Grönqvist paid. Karl Grönqvist did not."
    persons = [named.person.quote for named in names_in(text) if named.person]
    assert persons == ["Eva Grönqvist", "Grönqvist"]
    assert names_in(text)[1].acts_for == "SWE"


def test_words_that_only_point_do_not_hide_a_name() -> None:
    found = told("The country paid. The Foundation for Sea Research did too, as did donors and the two countries.")
    assert [kind for _, kind, _ in found] == ["pronoun", "organisation", "group", "pronoun"]


def test_a_summit_is_a_venue_and_no_giver() -> None:
    assert told("Canada promised it at the G7 summit.") == [("Canada", "country", "CAN")]


def test_the_government_of_a_province_is_not_the_state() -> None:
    assert told("The government of Tamil Nadu paid.") == [("The government of Tamil Nadu", "unknown", "")]


def test_a_ministry_does_not_take_in_the_name_behind_its_comma() -> None:
    first, second = names_in("the Ministry of Planning and Investment, Ms Ana Roe, agreed")
    assert (first.kind, second.name) == (Surface.MINISTRY, "Ana Roe")


def test_the_president_is_not_whoever_stands_before() -> None:
    assert [named.person for named in names_in("Under the Farm Bill, the President, he said, would pay.")] == [None]


def test_a_company_is_no_officer() -> None:
    assert [named.person for named in names_in("General Motors paid. General Services paid.")] == [None, None]


def test_an_unknown_body_does_not_take_over_a_known_acronym() -> None:
    text = "The Home Office of Many Wonders (IOM) closed. IOM paid."
    assert [named.acts_for for named in names_in(text)][-1] == "IOM"


@pytest.mark.parametrize(
    "group", ["10 nations", "More than 40 charities", "countries facing food shortages", "90 UK civil society groups"]
)
def test_groups_are_told_by_count_plight_or_country(group: str) -> None:
    named = only(f"{group} agreed.")
    assert (named.span.quote, named.kind) == (group, Surface.GROUP)


def test_a_name_across_closed_up_markup_keeps_its_place() -> None:
    text = "the **United** [Kingdom](x) paid"
    plain = "the   United     Kingdom     paid"[: len(text)].ljust(len(text))
    named = find_all_names(text, plain)[0]
    assert (named.acts_for, text[named.span.start : named.span.end]) == ("GBR", named.span.quote)


def test_a_short_name_does_not_count_where_the_report_gives_another_full_one() -> None:
    assert [code for _, _, code in told("Then the Commission paid.")] == ["EU"]
    assert [code for _, _, code in told("The Ruritania Water Commission met. The Commission paid.")] == [""]


def test_a_seat_is_a_place_or_its_body() -> None:
    place, body = names_in("They met in Brussels. Then Brussels paid.")
    assert (place.place, body.place, body.acts_for) == (True, False, "EU")


def test_a_lost_space_after_a_long_name_does_not_hide_it() -> None:
    assert [code for _, _, code in told("a pact with the European UnionWhich will help")] == ["EU"]


@given(st.text(alphabet="USA UKCanda's of the Prime Minister-\u2019. ()\n", max_size=120))
def test_spans_hold_their_words_and_never_overlap(text: str) -> None:
    done = 0
    for named in find_all_names(text, text):
        assert text[named.span.start : named.span.end] == named.span.quote
        assert named.span.start >= done
        done = named.span.end


def test_a_chain_of_offices_is_read_without_end() -> None:
    assert names_in("President and " * 3000)


def test_time_grows_no_faster_than_the_text() -> None:
    text = "Prime Minister Jane Roe of Canada gave the Hope and Light Foundation aid for 15 African countries in Kyiv. "

    def seconds(times: int) -> float:
        started = time.perf_counter()
        find_all_names(text * times, text * times)
        return time.perf_counter() - started

    seconds(10)
    assert seconds(1600) < 16 * max(seconds(400), 0.02)
