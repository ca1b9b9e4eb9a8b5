"""Some nine hundred ways of writing a sum are read to the value and the currency that they mean.

`notations.tsv` holds a phrase and what it says: the value and the code (several where a bare sign leaves a choice), the
qualifier, the lower end of a range in square brackets, what it is paid by; equivalents behind "=", several sums behind
";".
"""

import csv
from pathlib import Path

import pytest

from pledgebook.extract.quantities.amounts import Amount, find_amounts
from pledgebook.model.values import Qualifier
from pledgebook.resolve.money import read_amount
from tests.scans import scan_money

ROWS = [
    (row["phrase"], row["sums"])
    for row in csv.DictReader(
        (Path(__file__).parent / "notations.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
]


def tell_one(amount: Amount) -> str:
    """Return in words what one amount says."""
    read = read_amount(amount.parts)
    if read is None:
        return "nothing"
    money = read.money
    words = [f"{money.value:f}", money.currency or "|".join(money.candidates)]
    words += [str(money.qualifier)] if money.qualifier is not Qualifier.EXACT else []
    words += [f"[{money.low:f}]"] if money.low is not None else []
    words += ["CONFLICT"] if read.conflict else []
    words += [f"per:{part.span.quote}" for part in amount.parts if part.role == "per"][:1]
    return " ".join(words)


def tell(phrase: str) -> str:
    """Return in words what the sums of a phrase say, equivalents behind an equals sign."""
    found = find_amounts(phrase, phrase, 0, len(phrase))
    return "; ".join(" = ".join(map(tell_one, (amount, *amount.equivalents))) for amount in found)


@pytest.mark.parametrize(("phrase", "sums"), ROWS)
def test_every_notation_is_read_to_what_it_means(phrase: str, sums: str) -> None:
    assert tell(phrase) == sums


def test_nearly_every_notation_is_met_by_the_scan() -> None:
    told = [phrase for phrase, sums in ROWS if sums and not scan_money(f"They gave {phrase} in aid.")]
    assert len(told) <= len(ROWS) // 100, told
