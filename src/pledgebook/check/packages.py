"""Wholes and parts that do not add up, or leave a rest that no report itemises."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from pledgebook.check.bench import Bench, make_finding, say_money, say_number
from pledgebook.model.ledger import Commitment, Finding, Severity
from pledgebook.model.records import Kind
from pledgebook.model.values import Money, Novelty, Party, Qualifier, Text

OVERFLOW: Final = Decimal("0.02")
OPEN_ENDED: Final = {Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.ABOUT}
LEAST_PARTS: Final = 2


def package_sum(bench: Bench) -> Iterator[Finding]:
    """The parts that a report itemises leave some of the whole untold."""
    for whole in bench.ledger.commitments:
        if whole.amount is None or whole.remainder is None or not whole.remainder.value:
            continue
        for document, parts in _itemisations(bench, whole):
            total = sum((money.value for _, money in parts), Decimal(0))
            fits = len(parts) >= LEAST_PARTS and total + whole.remainder.value == whole.amount.value
            if fits and not _may_hold_more(bench, whole, document):
                yield _not_itemised(bench, whole, parts, document)
                break


def _may_hold_more(bench: Bench, whole: Commitment, document: str) -> bool:
    """Tell whether a report tells of another smaller sum by the same giver that could be a part it was not read as."""
    placed = set(whole.mentions).union(*(child.mentions for part in whole.parts if (child := bench.commitment(part))))
    givers = {party.name for party in whole.providers}
    for mention in bench.readings[document].mentions if document in bench.readings else ():
        if mention.kind is not Kind.COMMITMENT or mention.id in placed:
            continue
        amounts = [s.value for s in bench.statements(mention.id, "amount") if isinstance(s.value, Money)]
        smaller = any(whole.amount is not None and money.value < whole.amount.value for money in amounts)
        gives = {s.value.name for s in bench.statements(mention.id, "provider") if isinstance(s.value, Party)}
        novelty = {s.value for s in bench.statements(mention.id, "novelty")}
        if smaller and givers & gives and Text(Novelty.CUMULATIVE) not in novelty:
            return True
    return False


def _not_itemised(bench: Bench, whole: Commitment, parts: Sequence[tuple[Commitment, Money]], document: str) -> Finding:
    currency = whole.amount.currency if whole.amount else ""
    total = sum((money.value for _, money in parts), Decimal(0))
    added = " + ".join(say_number(money.value) for _, money in parts)
    rest = say_number(whole.remainder.value) if whole.remainder else "0"
    of = say_number(whole.amount.value) if whole.amount else "0"
    told = [m for part, _ in parts for m in part.mentions if document in bench.documents_of([m])]
    return make_finding(
        "package_sum",
        Severity.NOTICE,
        f"{bench.name(document)} itemises {added} = {say_number(total)} of {currency} {of}: {rest} is not itemised",
        cause="scope",
        evidence=bench.evidence([*whole.mentions, *told]),
        about=[whole.id, *(part.id for part, _ in parts)],
        suggestion="Look for the rest in other reports; it is shown as a remainder and counted with the whole.",
    )


def parts_exceed_whole(bench: Bench) -> Iterator[Finding]:
    """The parts that one report itemises are more than the whole it names."""
    for whole in bench.ledger.commitments:
        if whole.amount is None or whole.amount.qualifier in OPEN_ENDED:
            continue
        for document, parts in _itemisations(bench, whole):
            total = sum((money.value for _, money in parts), Decimal(0))
            if total <= whole.amount.value * (1 + OVERFLOW):
                continue
            told = [m for part, _ in parts for m in part.mentions if document in bench.documents_of([m])]
            yield make_finding(
                "parts_exceed_whole",
                Severity.ERROR,
                f"{bench.name(document)} tells of parts of {say_money(Money(total, whole.amount.currency))} in a whole "
                f"of {say_money(whole.amount)}",
                cause="scope",
                evidence=bench.evidence([*whole.mentions, *told]),
                about=[whole.id, *(part.id for part, _ in parts)],
                suggestion="One of them may be no part of it, or a part of another part; set part_of.",
            )


def _itemisations(bench: Bench, whole: Commitment) -> Iterator[tuple[str, Sequence[tuple[Commitment, Money]]]]:
    """Yield what each report that names the whole itemises of it, in the whole's currency."""
    children = [child for part in whole.parts if (child := bench.commitment(part)) is not None]
    for document in whole.documents:
        parts = [
            (child, money)
            for child in children
            if (money := _in_currency(whole, child)) and document in child.documents
        ]
        counted = [(child, money) for child, money in parts if child.novelty is not Novelty.CUMULATIVE]
        if counted:
            yield document, sorted(counted, key=lambda part: (-part[1].value, part[0].id))


def _in_currency(whole: Commitment, part: Commitment) -> Money | None:
    """Return a part's sum as a report gives it in the whole's currency."""
    if whole.amount is None or part.amount is None:
        return None
    return next((m for m in (part.amount, *part.equivalents) if m.currency == whole.amount.currency), None)


CHECKS: Final[tuple[Callable[[Bench], Iterator[Finding]], ...]] = (package_sum, parts_exceed_whole)
