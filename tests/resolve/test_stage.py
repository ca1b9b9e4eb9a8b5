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
