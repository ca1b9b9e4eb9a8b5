"""Wholes and parts that do not add up, or leave a rest that no report itemises."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from pledgebook.check.bench import Bench, make_finding, say_money, say_number
from pledgebook.check.suggesting import to_free, to_set
from pledgebook.model.ledger import Commitment, Finding, Severity
from pledgebook.model.records import Kind, Mention, Span
from pledgebook.model.values import Money, Novelty, Qualifier, Text

OVERFLOW: Final = Decimal("0.02")
OPEN_ENDED: Final = {Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.ABOUT}
LEAST_PARTS: Final = 2
LIST_GAP: Final = 16
NESTED: Final = Decimal("0.05")
NEARLY_ALL: Final = Decimal("0.9")
NEAR: Final = 6
MONEY: Final = re.compile(r"(?:[$€£¥]\s?|\b[A-Z]{2,3}\$?\s?)\d[\d.,]*\s?(?:thousand|million|billion|trillion|m\b|bn\b)")

TO_EACH: Final = re.compile(r"\b(?:each|apiece)\b", re.IGNORECASE)
RECKONED: Final = re.compile(
    r"\b(?:we|this entry|the entry|this row)\s+(?:\w+\s+)?"
    r"(?:record|report|assign|count|estimate|assume|value|convert|split|subtract|deduct|book)(?:s|ed)?\b"
    r"|\b(?:is|are) (?:estimated|valued|assumed) (?:to be|at)\b",
    re.IGNORECASE,
)

Parts = Sequence[tuple[Commitment, Money]]


def package_sum(bench: Bench) -> Iterator[Finding]:
    """The parts that a report itemises leave some of the whole untold."""
    for whole in bench.ledger.commitments:
        if whole.amount is None or whole.remainder is None or not whole.remainder.value or whole.part_of:
            continue
        for document, parts in _itemisations(bench, whole):
            total = sum((money.value for _, money in parts), Decimal(0))
            fits = len(parts) >= LEAST_PARTS and total + whole.remainder.value == whole.amount.value
            if fits and not _may_hold_more(bench, whole, parts, document):
                yield _not_itemised(bench, whole, parts, document)
                break


def _may_hold_more(bench: Bench, whole: Commitment, parts: Parts, document: str) -> bool:
    """Tell whether a report may itemise more than was read, or otherwise.

    A smaller sum may stand nowhere, its list have a gap, a sum be given to each of several, the whole be named only
    after what seems to be of it, or the text reckon with sums ("here we record half of it") rather than tell of them.
    """
    told = [mention for part, _ in parts for mention in _told_in(bench, part, document)]
    if _told_in(bench, whole, document)[0].sentence.start > min(mention.sentence.start for mention in told):
        return True
    if any(RECKONED.search(m.sentence.quote) for m in (*told, *_told_in(bench, whole, document))):
        return True
    if any(TO_EACH.search(mention.sentence.quote) for mention in told):
        return True
    placed = set(whole.mentions).union(*(child.mentions for part in whole.parts if (child := bench.commitment(part))))
    for mention in bench.readings[document].mentions if document in bench.readings else ():
        if mention.kind is not Kind.COMMITMENT or mention.id in placed:
            continue
        amounts = [s.value for s in bench.statements(mention.id, "amount") if isinstance(s.value, Money)]
        smaller = any(whole.amount is not None and money.value < whole.amount.value for money in amounts)
        if smaller and Text(Novelty.CUMULATIVE) not in {s.value for s in bench.statements(mention.id, "novelty")}:
            return True
    return _has_gaps(told)


def _has_gaps(told: Sequence[Mention]) -> bool:
    """Tell whether the sentences of some parts hold money that was not read, or do not follow on one another."""
    sentences: dict[Span, list[Span]] = {}
    for mention in told:
        read = [part.span for part in mention.parts if part.role in {"amount", "equivalent"}]
        sentences.setdefault(mention.sentence, []).extend(read)
    ordered = sorted(sentences)
    if any(later.start - before.end > LIST_GAP for before, later in pairwise(ordered)):
        return True
    return any(_is_unread(sentence, sentences[sentence]) for sentence in ordered)


def _is_unread(sentence: Span, read: Sequence[Span]) -> bool:
    """Tell whether a sentence names money outside the spans that were read."""
    found = (match.start() + sentence.start for match in MONEY.finditer(sentence.quote))
    return any(not any(span.start - NEAR <= at <= span.end for span in read) for at in found)


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
        suggestion="Look for the rest in other reports; it is counted with the whole. "
        f"{to_set(whole.id, 'amount', [Money(total, currency)])} if the parts are all of it.",
    )


def parts_exceed_whole(bench: Bench) -> Iterator[Finding]:
    """The parts that one sentence itemises are more than the whole its report names."""
    for whole in bench.ledger.commitments:
        if whole.amount is None or whole.amount.qualifier in OPEN_ENDED:
            continue
        for document, parts in _itemisations(bench, whole):
            for listed in _by_sentence(bench, parts, document):
                total = sum((money.value for _, money in listed), Decimal(0))
                over = len(listed) >= LEAST_PARTS and total > whole.amount.value * (1 + OVERFLOW)
                if over and not _is_nested(listed, whole.amount) and _stands_by(bench, whole, listed, document):
                    yield _exceeding(bench, whole, listed, document)


def _is_nested(listed: Parts, whole: Money) -> bool:
    """Tell whether the other parts may be parts of the largest: it nearly fills the whole, or they add up to it."""
    largest, *others = sorted((money.value for _, money in listed), reverse=True)
    return largest >= whole.value * NEARLY_ALL or abs(sum(others, Decimal(0)) - largest) <= NESTED * largest


def _stands_by(bench: Bench, whole: Commitment, listed: Parts, document: str) -> bool:
    """Tell whether a report names a whole in the sentence of its parts."""
    start = min(mention.sentence.start for part, _ in listed for mention in _told_in(bench, part, document)[:1])
    return any(mention.sentence.start == start for mention in _told_in(bench, whole, document))


def _by_sentence(bench: Bench, parts: Parts, document: str) -> list[list[tuple[Commitment, Money]]]:
    """Return the parts a report tells of, those of one sentence together."""
    listed: defaultdict[int, list[tuple[Commitment, Money]]] = defaultdict(list)
    for part, money in parts:
        for mention in _told_in(bench, part, document)[:1]:
            listed[mention.sentence.start].append((part, money))
    return [listed[start] for start in sorted(listed)]


def _exceeding(bench: Bench, whole: Commitment, parts: Parts, document: str) -> Finding:
    total = sum((money.value for _, money in parts), Decimal(0))
    told = [mention.id for part, _ in parts for mention in _told_in(bench, part, document)]
    named = say_money(whole.amount) if whole.amount else "no sum"
    return make_finding(
        "parts_exceed_whole",
        Severity.ERROR,
        f"{bench.name(document)} tells of parts of {say_money(parts[0][1])} and more, {say_number(total)} in all, in a "
        f"whole of {named}",
        cause="scope",
        evidence=bench.evidence([*whole.mentions, *told]),
        about=[whole.id, *(part.id for part, _ in parts)],
        suggestion=f"One of them may be no part of it, or a part of another part: {to_free(parts[0][0].id)}.",
    )


def _told_in(bench: Bench, part: Commitment, document: str) -> list[Mention]:
    """Return the mentions of a part in one report, in the order of the text."""
    found = (bench.mention(one) for one in part.mentions)
    return sorted((m for m in found if m is not None and m.document == document), key=lambda m: (m.span, m.id))


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
