import pytest

from pledgebook.extract.quantities.amounts import find_amounts
from tests.scans import scan_money


@pytest.mark.parametrize(
    "text",
    [
        "a package worth about 600m euros.",
        "Norland is paying $US100 million into it.",
        "lends $A5 million",
        "12.5m kroner more",
        "CA $600 million",
        "Chad gets (USD nine million), says the bank",
        "a one-million-euro gift",
        "Rs94 crore in all",
        "SDR 1.67 billion",
        "$ 4.3 billion",
        "15 billion dollar plan",
        "600bn yen",
        "Birr 200 million more",
        "euros 20 million",
        "20M$ more",
        "₹ 20 crore more",
        "20 million Belgian francs",
    ],
)
def test_whatever_the_grammar_reads_as_money_the_scan_has_seen(text: str) -> None:
    hits = scan_money(text)
    amounts = find_amounts(text, text, 0, len(text))
    assert amounts
    for amount in amounts:
        assert any(start < amount.span.end and amount.span.start < end for start, end in hits), amount.span.quote


@pytest.mark.parametrize("text", ["The harvest of 2024 was poor.", "Seven people and 40 cows were saved.", ""])
def test_plain_numbers_are_no_money(text: str) -> None:
    assert scan_money(text) == []
