"""All checks in one place: what they find in a piece of the ledger, ranked for a reader."""

import math
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Final

import msgspec

from pledgebook.check import amounts, packages, sources, tellings
from pledgebook.check.bench import Bench
from pledgebook.model.ledger import Commitment, Finding, Ledger, Severity, Story
from pledgebook.model.rates import DAY_RULE
from pledgebook.model.records import Reading

Check = Callable[[Bench], Iterator[Finding]]

WEIGHTS: Final = {Severity.ERROR: 40.0, Severity.WARNING: 30.0, Severity.NOTICE: 20.0, Severity.INFO: 10.0}
LARGEST: Final = 9.0

CHECKS: Final[tuple[Check, ...]] = (*amounts.CHECKS, *packages.CHECKS, *tellings.CHECKS, *sources.CHECKS)


def find_findings(ledger: Ledger, readings: Iterable[Reading], around: Iterable[Story] = ()) -> tuple[Finding, ...]:
    """Return what a person should look at in a piece of the ledger, sorted by id, each with its rank.

    What a person decided is settled: nothing is found on a rejected commitment, no conflict on a field that was set.

    Args:
        ledger: A whole ledger, or a piece that was settled by itself.
        readings: Those of every document of its stories and commitments.
        around: Stories that some of its commitments are told in too, and that are not settled with it.
    """
    standing = tuple(one for one in ledger.commitments if one.status != "rejected")
    bench = Bench(msgspec.structs.replace(ledger, commitments=standing), readings, around)
    weigh = {one.id: weight_of(one) for one in ledger.commitments}
    found = {finding.id: finding for check in CHECKS for finding in check(bench)}
    ranked = (msgspec.structs.replace(finding, rank=rank_of(finding, weigh)) for finding in found.values())
    return tuple(sorted(ranked, key=lambda finding: finding.id))


def rank_of(finding: Finding, weigh: dict[str, float]) -> float:
    """Return how much a finding is worth reading: its severity first, then how much money hangs on it."""
    return round(WEIGHTS[finding.severity] + max((weigh.get(one, 0.0) for one in finding.about), default=0.0), 3)


def weight_of(one: Commitment) -> float:
    """Return the size of a commitment from 0 to 9: about the digits of its sum in dollars or euros, less five."""
    if one.amount is None or not one.amount.value:
        return 0.0
    sizes = [c.to.value for c in one.conversions if c.rule == DAY_RULE] or [one.amount.value]
    return round(min(max(math.log10(max(min(sizes), Decimal(1))) - 5, 0.0), LARGEST), 3)
