"""How far a sum has come: one kind of wording a line, in our own words."""

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

STAGES = [
    ("a pledge subject to approval", "Norway pledged 20 million euros to Malawi, subject to approval.", "pledged"),
    ("a decision to give", "Norway has decided to donate 20 million euros to Malawi.", "pledged"),
    ("forgiven debt", "Norway agreed to cancel 20 million euros of Malawi's debt.", "pledged|committed"),
    ("forgiven already", "Norway cancelled 20 million euros of Malawi's debt.", "committed"),
    ("an allocation received", "Malawi received an allocation of 20 million euros from Norway.", "allocated"),
    ("pledges received", "At the conference, 20 million euros in pledges were received for Malawi.", "pledged"),
    ("to be disbursed", "Norway pledged 20 million euros, to be disbursed to Malawi over two years.", "pledged"),
    (
        "a bill",
        "A bill would give Malawi 20 million euros; the House bill awaits a vote in Norway.",
        "considered|pledged",
    ),
    ("talks", "Norway is close to sending 20 million euros in aid to Malawi.", "considered"),
    ("approved", "The 20 million euro loan that Norway gives Malawi was approved in Oslo.", "committed"),
    ("voted", "The Norwegian parliament agreed to raise aid to Malawi, giving 20 million euros.", "committed"),
    ("another verb behind", "Norway pledged Malawi 20 million euros and gave Kenya tents.", "pledged"),
]


@pytest.mark.parametrize(("kind", "text", "stages"), STAGES)
def test_the_words_tell_how_far_it_has_come(kind: str, text: str, stages: str) -> None:
    told = read(text, Kind.COMMITMENT)
    assert told, kind
    assert told[0]["stage"][0] in stages.split("|"), kind


MORE = [
    ("asked of parliament", "Norway's government asked parliament for 20 million euros for Malawi.", "considered"),
    ("a budget request", "The request to Congress for 20 million dollars in aid for Malawi is new.", "considered"),
    ("a proposed rise", "Norway's proposed budget would provide 20 million euros in aid to Malawi.", "considered"),
    (
        "a bill passed",
        "Norway's parliament passed a spending bill with 20 million euros in aid for Malawi.",
        "committed",
    ),
    ("a noun of deed", "Wells in Malawi follow the bank's approval of 20 million euros in aid.", "committed"),
    ("a described noun", "Norway pledged a new EU-funded grant of 20 million euros to Malawi.", "pledged"),
    ("help has reached", "Norway's assistance to Malawi has exceeded 20 million euros.", "disbursed"),
    ("pledges have reached", "Norway said pledges for Malawi have reached 20 million euros.", "pledged"),
    ("channelled", "Norway has channelled 20 million euros to Malawi.", "disbursed"),
    ("extended", "Norway extended a loan of 20 million euros to Malawi.", "disbursed"),
    ("secured by a meeting", "The conference secured 20 million euros from Norway for Malawi.", "pledged"),
    ("secured by a land", "Malawi secured a loan of 20 million euros from Norway.", "committed"),
    ("may be drawn", "The review allows Malawi to withdraw 20 million euros from the bank's loan.", "committed"),
    ("releasing", "Norway is releasing 20 million euros to Malawi.", "pledged"),
    ("made a gift", "Norway's embassy made a donation of 20 million euros to Malawi's nurses.", "disbursed"),
    ("decided to make a gift", "Norway decided to make a contribution of 20 million euros to Malawi.", "committed"),
    ("suspended", "Norway has suspended 20 million euros in aid to Malawi.", "cancelled"),
    ("to be suspended", "The 20 million euros in aid to Malawi will be suspended by Norway.", "cancelled"),
    ("withheld", "Norway withheld 20 million euros in aid from Malawi.", "cancelled"),
    ("withdrawing", "Norway is withdrawing 20 million euros in aid to Malawi.", "cancelled"),
    ("planned to be dropped", "Norway plans to abandon its 20 million euro pledge to Malawi.", "pledged"),
    ("given before a freeze", "Norway has given 20 million euros to Malawi's fund before it was frozen.", "disbursed"),
    ("debt written off", "Norway has written off 20 million euros of Malawi's debt.", "disbursed"),
    ("approval granted", "The bank's board granted approval for 20 million euros in aid to Malawi.", "committed"),
    ("paid under a contract", "The bank on Monday disbursed a 20 million euro loan agreement to Malawi.", "disbursed"),
    ("expected to approve", "Malawi expects the bank to approve 20 million euros in aid.", "considered"),
    (
        "still to be approved",
        "Norway plans to lend Malawi 20 million euros, but the board must vote and still has to pass it.",
        "considered",
    ),
    ("the way is paved", "The review will pave the way for a payment of 20 million euros to Malawi.", "considered"),
    ("signed for", "Norway signed an accord with Malawi's bank to provide 20 million euros in grants.", "committed"),
    ("the whole of a tranche", "Malawi got the third tranche of a 20 million euro loan from the bank.", "committed"),
    ("what a budget holds", "Norway's yearly aid budget of 20 million euros goes to Malawi.", "allocated"),
    ("stands at", "Norway's contribution to the fund for Malawi stands at 20 million euros.", "disbursed"),
    ("yet to decide", "Norway, which last year gave Malawi 20 million euros, has yet to plan more.", "disbursed"),
    ("a facility's name", "Malawi drew on the Extended Fund Facility for 20 million euros in loans.", "pledged"),
    ("a relative clause", "Norway praised the 20 million euros in aid that it has provided to Malawi.", "disbursed"),
]


@pytest.mark.parametrize(("kind", "text", "stages"), MORE)
def test_proposals_budgets_and_nouns_tell_how_far_it_has_come(kind: str, text: str, stages: str) -> None:
    told = read(text, Kind.COMMITMENT)
    assert told, kind
    assert told[0]["stage"][0] in stages.split("|"), kind


def test_rows_of_a_request_are_no_further_than_it() -> None:
    text = (
        "Norway's request to parliament for 9 million euros in aid for Malawi holds:\n\n"
        "- 5 million euros for clinics in Malawi;\n- 4 million euros for wells in Malawi.\n"
    )
    assert {told["stage"][0] for told in read(text, Kind.COMMITMENT)} == {"considered"}


def test_sums_in_a_report_on_a_budget_stand_in_it() -> None:
    text = (
        "Norway's budget holds more for Africa\n\n"
        "Malawi will receive 9 million euros in aid from Norway. Kenya gets 4 million euros.\n"
    )
    assert {told["stage"][0] for told in read(text, Kind.COMMITMENT)} == {"allocated"}


def test_what_a_headline_donates_has_been_given() -> None:
    told = read("Norway donates 20 million euros to Malawi\n\nThe nurses of Malawi cheered.\n", Kind.COMMITMENT)
    assert [one["stage"][0] for one in told] == ["disbursed"]


def test_a_bill_that_is_not_passed_gives_nothing_yet() -> None:
    text = "Norway's draft bill funds Malawi's wells\n\nIt allocates 20 million euros in aid to Malawi.\n"
    assert {told["stage"][0] for told in read(text, Kind.COMMITMENT)} == {"considered"}
