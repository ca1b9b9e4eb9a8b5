import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgebook.model.records import Kind
from tests.deeds import read

CASES = [
    ("Kestrel Aid criticised the cuts as short-sighted.", "Kestrel Aid", "opposes"),
    ("Brazil rejected the idea of a levy on grain.", "Brazil", "opposes"),
    ("Poland is against the plan to move the depot.", "Poland", "opposes"),
    (
        "The Kremlin said on Tuesday that the presence of foreign soldiers on the island was unacceptable.",
        "Russia",
        "opposes",
    ),
    ("Kenya condemned the raid on the convoy.", "Kenya", "opposes"),
    ("Tokyo expressed concern over the closing of the strait.", "Japan", "opposes"),
    ("Chile supports Peru's bid to host the talks.", "Chile", "supports"),
    ("Ghana welcomed the ceasefire in the north.", "Ghana", "supports"),
    ("Norway reaffirmed its commitment to the recovery of the fishing towns.", "Norway", "supports"),
    ("Aid groups called on donors to pay the whole appeal.", "Aid groups", "demands"),
    ("Small island states demanded that rich countries pay for the damage.", "Small island states", "demands"),
    ("The IMF urged Ghana to publish the contract.", "International Monetary Fund", "demands"),
    ("Kestrel Aid highlighted the need for clean water in the camps.", "Kestrel Aid", "demands"),
    ("France has no plans to increase its contribution.", "France", "refuses"),
    ("Egypt said it would not send troops to the border.", "Egypt", "refuses"),
    ("Ministers refused to sign the timetable.", "Ministers", "refuses"),
    ("Sweden ruled out a new loan to the railway.", "Sweden", "refuses"),
    ("Portugal expressed openness to hosting the mission.", "Portugal", "open_to"),
    ("South Korea said it was willing to help rebuild the port.", "South Korea", "open_to"),
    ("Washington is considering sending engineers to Fiji.", "United States", "open_to"),
    ("Spain remains open to lending more ships.", "Spain", "open_to"),
    ("Finland preferred to give the money through a trust.", "Finland", "other"),
    ("Kestrel Aid called for more patient lending.", "Kestrel Aid", "demands"),
    ("Aid groups have rallied behind the bill on ports.", "Aid groups", "supports"),
    ("Kestrel Aid congratulated the Danish government for the increase of its budget.", "Kestrel Aid", "supports"),
    ("Denmark's parliament voted to cut the subsidy for trawlers.", "Denmark", "supports"),
    ("Denmark seeks to reduce the share of loans in its budget.", "Denmark", "supports"),
    ("Kenya's foreign minister Ana Odhiambo emphasized Somalia as a priority for the budget.", "Kenya", "supports"),
    ("Chilean President Ana Rojas said that Peru would remain the largest recipient of aid.", "Chile", "supports"),
    ("Chilean President Ana Rojas stressed the need to strengthen the court.", "Chile", "supports"),
    ("Chilean President Ana Rojas reconfirmed Chilean support for Peru.", "Chile", "supports"),
    ("Ghana will increase support for fishing towns.", "Ghana", "supports"),
    ("Kestrel Aid warned that cuts to the budget would harm shepherds.", "Kestrel Aid", "opposes"),
    ("Chile announced plans to cut aid to Peru.", "Chile", "supports"),
    ("Canada joined calls for a truce.", "Canada", "demands"),
    ("Fishing unions pushed back against the levy.", "Fishing unions", "opposes"),
    ("Kenya's minister Ana Odhiambo pledged to continue supporting Somalia.", "Kenya", "supports"),
    ("Spain said it would maintain its support for Peru.", "Spain", "supports"),
    ("Kestrel Aid regretted the decision to close the harbour.", "Kestrel Aid", "opposes"),
    ("Ghana said it will phase out its assistance to trawler fleets.", "Ghana", "opposes"),
    ("Chilean President Ana Rojas pledged continued support for Peru.", "Chile", "supports"),
    ("Chilean President Ana Rojas said that Peru will be the largest recipient of aid.", "Chile", "supports"),
    ("Kestrel Aid urged that the fund should not come out of the aid budget.", "Kestrel Aid", "opposes"),
    ("Norway and Ireland said they would continue funding the agency.", "Ireland", "supports"),
    ("The Fisheries and Ports Ministry Sunday condemned the raid.", "Fisheries and Ports Ministry", "opposes"),
    ("The head of the bank's new southern branch Marko Brandt disputed the claim.", "Marko Brandt", "opposes"),
    ("Peru released a summary of the talks. The report condemned the raid on the port.", "Peru", "opposes"),
]


@pytest.mark.parametrize(("text", "actor", "stance"), CASES, ids=[case[0][:40] for case in CASES])
def test_who_stands_where(text: str, actor: str, stance: str) -> None:
    assert (actor, stance) in [(told["actor"][0], told["stance"][0]) for told in read(text, Kind.POSITION)]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Denmark would not rule out the lease of two frigates.", "open_to"),
        ("Denmark is not dismissing the option of a lease.", "open_to"),
        ("Denmark does not support the proposal on tolls.", "opposes"),
        ("Denmark never accepted the proposal on tolls.", "refuses"),
        ("Denmark is not willing to reopen the treaty.", "refuses"),
    ],
)
def test_a_denial_turns_the_stance_round(text: str, stance: str) -> None:
    assert [told["stance"] for told in read(text, Kind.POSITION)] == [[stance]]


def test_what_is_said_must_be_done_is_a_demand_of_who_says_it() -> None:
    told = read("Nadia Velt argued that the ministry should double the budget.", Kind.POSITION)
    assert [(one["actor"], one["stance"]) for one in told] == [(["Nadia Velt"], ["demands"])]


def test_the_condition_stands_apart_from_the_proposition() -> None:
    (told,) = read("South Korea said it was willing to send engineers if security improves.", Kind.POSITION)
    assert told["on"] == ["send engineers"]
    assert told["condition"] == ["if security improves"]


def test_a_verb_that_the_parser_takes_for_a_noun_is_still_one() -> None:
    text = "Spain opposes joint borrowing. Peru has vetoed a 3 million euro package for the port."
    assert [(told["actor"], told["stance"]) for told in read(text, Kind.POSITION)] == [
        (["Spain"], ["opposes"]),
        (["Peru"], ["opposes"]),
    ]


def test_the_only_leader_opposing_something_is_named_before() -> None:
    (told,) = read("Anders Holm is the only leader opposing the ban on nets.", Kind.POSITION)
    assert told["actor"] == ["Anders Holm"]


def test_a_thing_called_unacceptable_is_what_is_opposed() -> None:
    (told,) = read("Chile called the levy on nets unacceptable.", Kind.POSITION)
    assert (told["actor"], told["stance"], told["on"]) == (["Chile"], ["opposes"], ["the levy on nets"])


def test_a_condition_is_not_every_providing() -> None:
    (told,) = read("Chile opposed a plan aimed at providing fuel to the islands.", Kind.POSITION)
    assert "condition" not in told


def test_the_source_that_reports_a_position_is_named() -> None:
    (told,) = read("The IMF urged Ghana to publish the contract, according to Bloomberg.", Kind.POSITION)
    assert told["reported_by"] == ["Bloomberg"]


def test_we_in_a_quotation_is_who_speaks() -> None:
    (told,) = read('"We will not send engineers to Fiji," Foreign Minister Maria Lopez said on Monday.', Kind.POSITION)
    assert (told["actor"], told["stance"], told["on"]) == (["Maria Lopez"], ["refuses"], ["send engineers to Fiji"])


def test_he_is_the_person_of_the_sentence_before() -> None:
    text = "Foreign Minister Anders Holm visited the port of Lagos on Friday. He called for a ceasefire in the delta."
    assert [told["actor"] for told in read(text, Kind.POSITION)] == [["Anders Holm"]]


def test_who_declares_support_in_office_declares_it_for_the_government() -> None:
    text = "Danish Foreign Minister Anders Holm expressed support for a reform of the council."
    assert [told["actor"] for told in read(text, Kind.POSITION)] == [["Denmark"]]


def test_a_letter_speaks_for_those_who_wrote_it() -> None:
    text = "Over 30 Dutch charities wrote to the cabinet. The letter urged that the levy should be dropped."
    assert [told["actor"] for told in read(text, Kind.POSITION)] == [["Over 30 Dutch charities"]]


def test_a_list_of_recommendations_is_one_position_an_item() -> None:
    items = "- Keep the ferry link;\n- Stop the levy on nets; and\n- Limit the fees."
    text = f"The Harbour Council made three recommendations:\n\n{items}"
    told = read(text, Kind.POSITION)
    assert [one["stance"] for one in told] == [["supports"], ["opposes"], ["supports"]]
    assert {one["actor"][0] for one in told} == {"Harbour Council"}


def test_two_who_share_a_verb_hold_one_stance_each() -> None:
    told = read("Chile and Peru rejected the proposal on tolls.", Kind.POSITION)
    assert sorted(one["actor"][0] for one in told) == ["Chile", "Peru"]
    assert {one["stance"][0] for one in told} == {"opposes"}


@pytest.mark.parametrize(
    "text",
    [
        "The project will support 200 farmers in the delta.",
        "The road requires 300 tonnes of gravel.",
        "Kestrel Aid said the flood was the worst in ten years.",
        "Germany launched a call for proposals worth 3 million euros.",
        "The fund supports the work of ten clinics.",
    ],
)
def test_what_is_no_stance_is_none(text: str) -> None:
    assert read(text, Kind.POSITION) == []


WORDS = (
    "Chile Peru the minister of trade said that it will not send should reject urged to , . and who is open against"
    " the plan “ ” ( ) Anders Holm signed an agreement with on Monday visit by 3 million euros 's : - we"
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=40))
def test_no_order_of_words_breaks_a_rule(words: list[str]) -> None:
    text = " ".join(words)
    for kind in (Kind.POSITION, Kind.AGREEMENT, Kind.EVENT):
        assert all(told["quote"][0] in text for told in read(text, kind))


def who_stands_where(text: str) -> list[tuple[str, str, str]]:
    """Return actor, stance and what it is on, position by position."""
    return [(one["actor"][0], one["stance"][0], one["on"][0]) for one in read(text, Kind.POSITION)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Peru supports Chile's efforts to end the dispute.",
            ("Peru", "supports", "Chile's efforts to end the dispute"),
        ),
        ("Norway is considering a contribution to the fund.", ("Norway", "open_to", "a contribution to the fund")),
        ("Denmark may send more tents later.", ("Denmark", "open_to", "send more tents later")),
        ("Kenya held out the possibility of more aid.", ("Kenya", "open_to", "the possibility of more aid")),
        ("Ghana will continue to work for peace in Sudan.", ("Ghana", "supports", "work for peace in Sudan")),
        (
            "Kenyan President Grace Oduya said the country is ready to provide help to Peru.",
            ("Grace Oduya", "open_to", "provide help to Peru"),
        ),
        (
            "Chilean Minister Ana Rojas said funding for the clinics is paramount.",
            ("Chile", "supports", "funding for the clinics"),
        ),
    ],
)
def test_a_stance_shows_in_many_wordings(text: str, told: tuple[str, str, str]) -> None:
    assert who_stands_where(text) == [told]


def test_we_is_whose_statement_it_is() -> None:
    text = "Joint Statement by Chile and Peru on the Strait\n\nToday our ministers met.\n\nWe reject the blockade."
    told = sorted(who_stands_where(text))
    assert told == [("Chile", "opposes", "the blockade"), ("Peru", "opposes", "the blockade")]


def test_a_statement_demands_what_it_says_must_be_done() -> None:
    text = (
        "Statement by Kenyan President Grace Oduya on Sudan\n\nThe talks failed.\n\nSudan must open its border to aid."
    )
    assert who_stands_where(text)[0][:2] == ("Kenya", "demands")
    report = "Talks on Sudan fail in Nairobi\n\nThe talks failed.\n\nSudan must open its border to aid."
    assert who_stands_where(report) == []


def test_the_president_is_who_was_named_with_the_office() -> None:
    text = "Kenyan President Grace Oduya visited Peru.\n\nThe President called on Peru to open its ports."
    assert who_stands_where(text)[0][:2] == ("Grace Oduya", "demands")


def test_what_money_is_for_is_no_stance() -> None:
    assert who_stands_where("Norway gave 9 million euros to support the peace plan.") == []


def test_items_of_a_list_are_demanded() -> None:
    text = "Oxfam argues for three things:\n\n- Norway should double its aid;\n- Norway must not mix the funds.\n"
    assert [one[:2] for one in who_stands_where(text)][-2:] == [("Oxfam", "demands"), ("Oxfam", "opposes")]


def test_they_are_the_people_named_last() -> None:
    text = "Kenya's cut was met with anger by farmers. They have criticised the new budget."
    assert ("farmers", "opposes", "the new budget") in who_stands_where(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kenyan Foreign Minister Joan Mwangi welcomed Ghana's commitment to the truce.",
            [("Ghana", "supports"), ("Joan Mwangi", "supports")],
        ),
        ("The government of Peru prioritises clean water.", [("Peru", "supports")]),
        ("Chile is proud to stand with the people of Haiti.", [("Chile", "supports")]),
        ("Chile and Peru committed to working together on floods.", [("Chile", "supports"), ("Peru", "supports")]),
        ("Chile committed to sending 40 million euros.", []),
    ],
)
def test_who_declares_support(text: str, told: list[tuple[str, str]]) -> None:
    assert sorted(one[:2] for one in who_stands_where(text)) == told


def test_the_officials_are_the_body_named_before() -> None:
    text = "Kenya hosted the Senior Water Officials on Monday.\n\nThe officials called for open rivers."
    assert ("Senior Water Officials", "demands", "open rivers") in who_stands_where(text)


@pytest.mark.parametrize(
    "text",
    [
        "If Peru rejects the plan, Chile will wait, the minister said.",
        "Kenya set out this new road for both.",
    ],
)
def test_what_is_only_supposed_is_no_stance(text: str) -> None:
    assert who_stands_where(text) == []


def test_who_is_bidden_to_accept_has_not_accepted() -> None:
    assert {one[0] for one in who_stands_where("Norway called on Peru to accept the truce.")} == {"Norway"}


def test_ministers_of_several_states_stand_for_each() -> None:
    text = "The foreign ministers of Chile, Peru and Kenya called on Haiti to hold elections."
    assert sorted(one[0] for one in who_stands_where(text)) == ["Chile", "Kenya", "Peru"]


def test_a_statement_stands_for_who_issued_it() -> None:
    text = (
        "In a joint statement, the six ministers reiterated their support for the truce.\n\n"
        '"Peru must now show that it is serious," the statement said.'
    )
    assert ("six ministers", "demands") in {one[:2] for one in who_stands_where(text)}


def test_a_call_runs_on_into_a_quotation() -> None:
    told = who_stands_where('Farmers are calling on the Kenyan government to "honour its promise".')
    assert [one[:2] for one in told] == [("Farmers", "demands")]


def test_who_is_called_on_may_be_described_before_the_call_is_told() -> None:
    told = who_stands_where("Norway called on Peru, which borders the lake, to open its locks.")
    assert [one[:2] for one in told] == [("Norway", "demands")]


def test_we_should_vote_against_it_is_against_it() -> None:
    told = who_stands_where('"We should vote against the accord," Senator Ana Rojas said.')
    assert [one[:2] for one in told] == [("Ana Rojas", "opposes")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"We urgently need more nurses," Chilean Minister Ana Rojas said.', [("Ana Rojas", "demands")]),
        ("Oxfam asked that Kenya repair the dam.", [("Oxfam", "demands")]),
        ("Oxfam appealed to all states at the talks to give more.", [("Oxfam", "demands")]),
        ("The sum is more than Oxfam requested a decade ago.", []),
        ("Peru sent nine tanks that are ready to join the fight.", []),
    ],
)
def test_what_somebody_asks_for(text: str, told: list[tuple[str, str]]) -> None:
    assert [one[:2] for one in who_stands_where(text)] == told


def test_two_refusals_in_one_sentence_are_two() -> None:
    told = who_stands_where("Peru will not send troops to Chile and will not allow arms through its ports.")
    assert [one[:2] for one in told] == [("Peru", "refuses"), ("Peru", "refuses")]


def test_the_agency_is_the_body_with_the_word_in_its_name() -> None:
    text = (
        "Kenya praised the United Nations Relief and Works Agency for Palestine Refugees (UNRWA).\n\n"
        "The agency called for more aid."
    )
    assert ("demands", "more aid") in {one[1:] for one in who_stands_where(text)}
    assert "Works Agency for Palestine Refugees" not in {one[0] for one in who_stands_where(text)}


def test_a_club_of_states_holds_a_stance() -> None:
    told = who_stands_where("The G7, a group of seven states that meet each year, urged Peru to open its ports.")
    assert [one[:2] for one in told] == [("G7", "demands")]


def test_only_support_that_is_unwavering_is_a_stance() -> None:
    assert who_stands_where("Peru's support for Chile is unwavering.") == [
        ("Peru", "supports", "Peru's support for Chile")
    ]
    assert who_stands_where("Peru's security is ironclad, the minister said.") == []


def test_who_our_government_is_is_asked_once() -> None:
    assert who_stands_where('"We reject the plan for a levy on grain," our government said.') == []
    told = who_stands_where('Peru met Chile.\n\n"Our government said that it rejects the levy on grain," he wrote.')
    assert [one[1:] for one in told] == [("opposes", "the levy on grain")]
