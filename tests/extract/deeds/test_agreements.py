import datetime as dt

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

CASES = [
    (
        "Canada and Norway signed a memorandum of understanding on critical minerals.",
        {"Canada", "Norway"},
        "memorandum",
        "signed",
    ),
    (
        "Indonesia and Australia inked a defence cooperation pact, the ministry said.",
        {"Indonesia", "Australia"},
        "agreement",
        "signed",
    ),
    (
        "Japan and the Philippines are negotiating a reciprocal access agreement.",
        {"Japan", "Philippines"},
        "agreement",
        "planned",
    ),
    (
        "Britain plans to sign a bilateral security agreement with Moldova.",
        {"United Kingdom", "Moldova"},
        "agreement",
        "planned",
    ),
    ("Ecuador scrapped its extradition treaty with Cuba.", {"Ecuador", "Cuba"}, "treaty", "rejected"),
    (
        "A Letter of Intent on Chile-Peru Rail Freight was signed on Friday.",
        {"Chile", "Peru"},
        "letter of intent",
        "signed",
    ),
    (
        "Kenya has also entered into a security partnership with the European Union.",
        {"Kenya", "European Union"},
        "partnership",
        "existing",
    ),
    ("Under the Chile-Peru water treaty, both sides share the river.", {"Chile", "Peru"}, "treaty", "existing"),
    (
        "The World Bank (WB) and the African Development Bank have signed a 40 million euro loan agreement.",
        {"World Bank", "African Development Bank"},
        "agreement",
        "signed",
    ),
    (
        "An IMF team reached a staff-level agreement with Ghana.",
        {"International Monetary Fund", "Ghana"},
        "agreement",
        "signed",
    ),
    ("UNICEF signed with Kenya to build twelve wells.", {"UNICEF", "Kenya"}, "agreement", "signed"),
    ("Kenya was the first country to sign a fishing accord with Japan.", {"Kenya", "Japan"}, "agreement", "signed"),
    (
        "The Peruvian foreign minister and the Chilean ambassador exchanged notes concerning a loan.",
        {"Peru", "Chile"},
        "agreement",
        "signed",
    ),
    ("Ghana and Kenya have finalized a Maritime Rescue Framework.", {"Ghana", "Kenya"}, "agreement", "signed"),
    (
        "Chile has secured an agreement with international creditors.",
        {"Chile", "international creditors"},
        "agreement",
        "signed",
    ),
]


@pytest.mark.parametrize(("text", "parties", "kind", "status"), CASES, ids=[case[0][:40] for case in CASES])
def test_what_is_agreed_between_whom(text: str, parties: set[str], kind: str, status: str) -> None:
    told = read(text, Kind.AGREEMENT)
    assert [(set(one["party"]), one["type"], one["status"]) for one in told] == [(parties, [kind], [status])]


def test_one_phrase_can_tell_of_two_agreements() -> None:
    text = "Chile and Peru held talks.\n\nThe leaders signed an action plan implementing their bilateral water accord."
    told = read(text, Kind.AGREEMENT)
    assert [one["type"] for one in told] == [["action plan"], ["agreement"]]
    assert [one["status"] for one in told] == [["signed"], ["existing"]]
    assert all(set(one["party"]) == {"Chile", "Peru"} for one in told)


def test_a_minister_signs_for_the_country() -> None:
    text = "Danish Trade Minister Anders Holm and Kenyan Finance Minister Grace Oduya signed an agreement on shipping."
    (told,) = read(text, Kind.AGREEMENT)
    assert set(told["party"]) == {"Denmark", "Kenya"}


def test_the_short_form_in_brackets_is_no_second_agreement() -> None:
    assert len(read("Kenya and Ghana signed a Memorandum of Understanding (MoU) on fuel.", Kind.AGREEMENT)) == 1


def test_who_signs_on_behalf_of_a_state_binds_it() -> None:
    text = "The fuel pact was signed by Ama Boateng on behalf of the Ghanaian government and Joan Mwangi for Kenya."
    (told,) = read(text, Kind.AGREEMENT)
    assert set(told["party"]) >= {"Ghana", "Kenya"}


def test_a_word_glued_to_a_name_is_left_out() -> None:
    (told,) = read(
        "Kenya also signed a defence agreement with the European UnionWhich will ease trade.", Kind.AGREEMENT
    )
    assert set(told["party"]) == {"Kenya", "European Union"}


def test_the_sum_of_an_agreement_is_kept() -> None:
    (told,) = read("Chile and Peru announced a 15 million euro rail cooperation initiative.", Kind.AGREEMENT)
    assert (told["amount"], told["status"]) == (["15000000 EUR"], ["planned"])


def test_the_subject_leaves_the_day_out() -> None:
    (told,) = read("Kenya and Ghana signed an agreement on Tuesday to link their power grids.", Kind.AGREEMENT)
    assert told["subject"] == ["link their power grids"]


def test_an_agreement_of_a_year_gone_by_exists() -> None:
    published = dt.date(2025, 3, 4)
    (told,) = read("In 2019, Kenya signed a trade agreement with Ghana.", Kind.AGREEMENT, published)
    assert (told["status"], told["date"]) == (["existing"], ["2019-01-01/2019-12-31"])


@pytest.mark.parametrize(
    "text",
    [
        "The agreement will help farmers on both banks.",
        "Stable budgets are key for meeting international agreements.",
        "The clinic works in partnership with local doctors.",
        "The memorandum explained how the budget changed.",
        "The Paris Agreement guides the plan.",
    ],
)
def test_what_is_only_spoken_of_is_no_agreement(text: str) -> None:
    assert read(text, Kind.AGREEMENT) == []


def test_two_who_agree_to_give_make_a_promise_not_a_pact() -> None:
    assert read("Norway and Denmark agreed to send 900 tents to Peru.", Kind.AGREEMENT) == []


def test_what_an_office_is_for_is_no_party() -> None:
    text = "Lena Holm, vice-president of Risk and Control at UNICEF, and Kenya signed an agreement on wells."
    (told,) = read(text, Kind.AGREEMENT)
    assert "Risk" not in told["party"]


def test_the_year_that_an_agreement_is_for_is_not_its_date() -> None:
    (told,) = read("Kenya and Ghana signed an agreement on fuel prices for 2023.", Kind.AGREEMENT)
    assert (told["status"], told.get("date")) == (["signed"], None)


def test_the_place_a_report_comes_from_signs_nothing() -> None:
    (told,) = read("NAIROBI: Somalia has secured an agreement with its lenders. Somalia thanked them.", Kind.AGREEMENT)
    assert "Kenya" not in told["party"]


def test_an_agreement_keeps_its_whole_name() -> None:
    (told,) = read("Kenya and Ghana signed a Trade, Transit and Rescue Agreement in Accra.", Kind.AGREEMENT)
    assert told["subject"] == ["Trade, Transit and Rescue"]


def test_what_is_done_through_an_agreement_leaves_it_as_it_is() -> None:
    text = "Chile and Peru discussed fishing through their bilateral Border Waters Agreement."
    (told,) = read(text, Kind.AGREEMENT)
    assert told["status"] == ["existing"]


def test_a_loan_that_is_signed_with_a_state_is_an_agreement() -> None:
    (told,) = read("Japan signed a 40 million euro loan with Peru for its ports.", Kind.AGREEMENT)
    assert (set(told["party"]), told["status"]) == ({"Japan", "Peru"}, ["signed"])


def test_whoever_signs_with_an_office_signs_with_its_state() -> None:
    text = "Kenya signed a memorandum of understanding with the director for water of the ministry of Peru."
    (told,) = read(text, Kind.AGREEMENT)
    assert set(told["party"]) == {"Kenya", "Peru"}


def test_people_without_a_name_of_their_own_can_agree() -> None:
    (told,) = read("The participants reached an agreement on aid to Haiti and Peru.", Kind.AGREEMENT)
    assert told["party"] == ["participants"]


def test_a_partnership_that_a_memorandum_affirms_was_not_signed() -> None:
    text = "Chile and Peru signed a memorandum of understanding affirming their close partnership."
    assert [one["type"] for one in read(text, Kind.AGREEMENT) if one["status"] == ["signed"]] == [["memorandum"]]


def test_notes_that_are_exchanged_between_ambassadors_bind_their_states() -> None:
    text = "The Exchange of Notes took place between the Ambassador of Japan and the Foreign Minister of Samoa."
    (told,) = read(text, Kind.AGREEMENT)
    assert (set(told["party"]), told["status"]) == ({"Japan", "Samoa"}, ["signed"])


def test_a_headline_lists_who_signs_with_a_comma() -> None:
    text = "World Bank, Mali sign two loan agreements\n\nThe bank and the ministry met."
    assert set(read(text, Kind.AGREEMENT)[0]["party"]) == {"World Bank", "Mali"}


def test_the_day_after_a_passive_verb_is_the_day_of_the_agreement() -> None:
    (told,) = read("The fishing accord between Chile and Peru was signed on 3 May 2021.", Kind.AGREEMENT)
    assert told["date"] == ["2021-05-03/2021-05-03"]


def test_a_draft_that_is_approved_is_not_yet_signed() -> None:
    (told,) = read("A draft agreement between Kenya and Ghana has been approved.", Kind.AGREEMENT)
    assert told["status"] == ["planned"]


def test_a_body_whose_funding_is_agreed_is_a_party() -> None:
    told = read("Denmark signed a multi-year agreement to secure UNHCR funding.", Kind.AGREEMENT)
    assert "Denmark" in told[0]["party"]
    assert len(told[0]["party"]) == len(("Denmark", "UNHCR"))


def test_whom_a_meeting_is_with_signs_nothing() -> None:
    told = read("Chile signed a fishing agreement at the meeting with Rojas.", Kind.AGREEMENT)
    assert [one["party"] for one in told if "Rojas" in one["party"]] == []
