"""Credits are found wherever a report says whom it retells."""

import pytest

from pledgebook.extract.page.credits import find_credits
from pledgebook.extract.page.layout import read_layout
from pledgebook.extract.page.page import Page
from pledgebook.extract.page.sentences import Zone
from pledgebook.model.records import make_document


def credited(text: str) -> list[str]:
    """Return what a report that matters credits."""
    page = Page(make_document("report.txt", text), read_layout(text), (Zone(0, len(text), ("money",)),))
    return [mention.span.quote for mention in find_credits(page)]


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("The sum was agreed on Monday, according to Reuters.\n", ["Reuters"]),
        ("The sum was agreed on Monday, according to SCMP, Reuters and Al Jazeera.\n",
         ["SCMP", "Reuters", "Al Jazeera"]),
        ("AFP contributed to this report from Dakar.\n", ["AFP"]),
        ("The minister told Al Jazeera that it was agreed.\n", ["Al Jazeera"]),
        ("OSLO (AP) - The sum was agreed on Monday.\n", ["AP"]),
        ("Credited from: REUTERS\nThe sum was agreed on Monday.\n", ["REUTERS"]),
        ("Citing the newspaper Le Monde, he said that it was agreed.\n", ["Le Monde"]),
        ("The sum was agreed.\nhttps://www.reuters.com/world/sum-agreed\n", ["reuters"]),
    ],
)  # fmt: skip
def test_a_credit_is_found(text: str, agencies: list[str]) -> None:
    assert credited(text) == agencies


@pytest.mark.parametrize(
    "text",
    [
        "The Guardian of the forest was a statue in Dakar.\n",
        "The Times were hard, and the sum was agreed.\n",
        "He flew from Rome to Dakar and agreed to a sum.\n",
        "The Armed Forces of the Philippines (AFP) get a sum.\n",
    ],
)
def test_a_name_alone_is_no_credit(text: str) -> None:
    assert credited(text) == []
