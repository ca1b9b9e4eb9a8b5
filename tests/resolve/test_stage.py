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
    ("another verb behind", "Norway pledged Malawi 20 million euros and gave Kenya tents.", "pledged"),
]


@pytest.mark.parametrize(("kind", "text", "stages"), STAGES)
def test_the_words_tell_how_far_it_has_come(kind: str, text: str, stages: str) -> None:
    told = read(text, Kind.COMMITMENT)
    assert told, kind
    assert told[0]["stage"][0] in stages.split("|"), kind
