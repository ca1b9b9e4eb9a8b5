"""Sums that do not fit: figures in conflict, currencies that contradict, equivalents that no rate explains."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

import msgspec

from pledgebook.check.bench import (
    ACCEPTED,
    Bench,
    choice_of,
    day_rate,
    firm_rivals,
    is_decided,
    join_words,
    make_finding,
    say_money,
    say_values,
)
from pledgebook.check.suggesting import to_accept, to_part, to_set
from pledgebook.model.currencies import load_currencies
from pledgebook.model.ledger import Commitment, Finding, Severity
from pledgebook.model.records import How
from pledgebook.model.values import Money

ROUNDING: Final = Decimal("0.06")
RATE_SLACK: Final = Decimal("0.08")
WIDEST_STEP: Final = Decimal("0.10")
SCALE_SLIPS: Final = (Decimal(1000), Decimal(1_000_000))
SLIP_WIDTH: Final = Decimal("0.15")


def amount_conflict(bench: Bench) -> Iterator[Finding]:
    """Reports of one commitment give sums that rounding and currency do not explain."""
    for one in bench.ledger.commitments:
        choice = choice_of(one.choices, "amount")
        for rival in firm_rivals(choice):
            if choice is None or rival.cause not in {"scope", "typo"}:
                continue
            told = f"{say_values(choice.values)} is taken; {bench.names(bench.documents_of(rival.mentions))} "
            yield make_finding(
                "amount_conflict",
                Severity.WARNING,
                f"{told}says {say_values(rival.values)} of the same commitment",
                cause=rival.cause,
                evidence=bench.evidence([*choice.mentions, *rival.mentions]),
                about=[one.id],
                suggestion=f"{to_set(one.id, 'amount', rival.values)} takes the other figure, "
                f"{to_part(one.id, rival.mentions)} makes them two sums.",
            )


def scale_typo(bench: Bench) -> Iterator[Finding]:
    """A sum is a thousand or a million times its own equivalent: a scale word was lost or mistyped."""
    for one in _undecided(bench):
        for mention in one.mentions:
            sums = [s.value for s in bench.statements(mention) if s.field in {"amount", "equivalent"}]
            for left, right in combinations([money for money in sums if isinstance(money, Money)], 2):
                scale = None if left.currency == right.currency else _scale_between(one, left, right)
                if scale is None:
                    continue
                meant = msgspec.structs.replace(left, value=left.value * scale)
                yield make_finding(
                    "scale_typo",
                    Severity.ERROR,
                    f"{say_money(left)} is given as {say_money(right)}: one of the two has lost its scale word",
                    cause="typo",
                    evidence=bench.evidence([mention]),
                    about=[one.id],
                    suggestion=f"If {say_money(right)} is right, {to_set(one.id, 'amount', [meant])}.",
                )


def _undecided(bench: Bench) -> Iterator[Commitment]:
    """Yield the commitments whose amount no person has set."""
    yield from (one for one in bench.ledger.commitments if not is_decided(one, "amount"))


def _scale_between(one: Commitment, left: Money, right: Money) -> Decimal | None:
    """Return what the left of two figures said to be equal must be taken times to meet the right at the day's rate.

    None where they do not lie a whole scale apart, or no rate is known.
    """
    if one.amount is None or left.currency != one.amount.currency or not left.value or not right.value:
        return None
    rate = day_rate(one.conversions, right.currency or "")
    if rate is None:
        return None
    ratio = right.value / left.value / Decimal(rate.rate)
    scales = (scale for slip in SCALE_SLIPS for scale in (slip, 1 / slip))
    return next((scale for scale in scales if abs(ratio / scale - 1) <= SLIP_WIDTH), None)


def currency_contradiction(bench: Bench) -> Iterator[Finding]:
    """A sign and a word on one number name two currencies ("£600 million dollars")."""
    for one in _undecided(bench):
        for mention in one.mentions:
            for statement in bench.statements(mention):
                if statement.rule != "currency_in_conflict" or not isinstance(statement.value, Money):
                    continue
                if not all(load_currencies()[code].current for code in statement.value.candidates):
                    continue  # "$5 billion in ARP funds": three capitals that once meant money
                yield make_finding(
                    "currency_contradiction",
                    Severity.ERROR,
                    f"{statement.reason}; {say_money(statement.value)} is taken",
                    cause="typo",
                    evidence=bench.evidence([mention]),
                    about=[one.id],
                    suggestion=_other_currencies(one, statement.value),
                )


def _other_currencies(one: Commitment, taken: Money) -> str:
    """Return how to take each other currency that stands on a number."""
    others = [code for code in taken.candidates if code != taken.currency]
    orders = [to_set(one.id, "amount", [Money(taken.value, code)]) for code in others]
    return f"{' or '.join(orders)} takes the other." if orders else f"{to_accept(one.id)} if it is right."


def same_amount_two_currencies(bench: Bench) -> Iterator[Finding]:
    """Two places tell one sum in two currencies, and no report equates them."""
    for one in bench.ledger.commitments:
        by_currency: defaultdict[str, list[tuple[str, Money]]] = defaultdict(list)
        bare = set[str]()
        equated: set[frozenset[str]] = set()
        for mention in one.mentions:
            sums = [s.value for s in bench.statements(mention) if s.field in {"amount", "equivalent"}]
            codes = [money.currency for money in sums if isinstance(money, Money) and money.currency]
            equated.update(frozenset(pair) for pair in combinations(codes, 2))
            for statement in bench.statements(mention, "amount"):
                if isinstance(statement.value, Money) and statement.value.currency:
                    by_currency[statement.value.currency].append((mention, statement.value))
                    bare |= {mention} if statement.value.candidates or statement.how is not How.SAID else set()
        for left, right in combinations(sorted(by_currency), 2):
            shown = [by_currency[code][0] for code in (left, right)]
            fits = bare.isdisjoint(mention for mention, _ in shown) or _meets_rate(one, *(money for _, money in shown))
            if frozenset((left, right)) not in equated and fits:
                told = [mention for mention, _ in by_currency[right]]
                yield _two_currencies(bench, one, by_currency[left][0], by_currency[right][0], told)


def _meets_rate(one: Commitment, left: Money, right: Money) -> bool:
    """Tell whether two figures are what the day's rate makes of each other, as a bare sign needs to be believed."""
    money, other = (left, right) if one.amount and left.currency == one.amount.currency else (right, left)
    rate = day_rate(one.conversions, other.currency or "")
    if rate is None or not other.value:
        return False
    return abs(money.value * Decimal(rate.rate) - other.value) <= (RATE_SLACK + _half_step(other.value)) * other.value


def _two_currencies(
    bench: Bench, one: Commitment, left: tuple[str, Money], right: tuple[str, Money], told: Sequence[str]
) -> Finding:
    """Return the finding on a sum in two currencies; `told` are the mentions of the right one."""
    (first, money), (second, other) = left, right
    if one.amount and other.currency == one.amount.currency:
        money, other = other, money
    implied = other.value / money.value if money.value else Decimal(0)
    rate = day_rate(one.conversions, other.currency or "")
    shown = f"; {say_money(money)} was {say_money(rate.to)} at the rate of {rate.day} ({rate.rate})" if rate else ""
    return make_finding(
        "same_amount_two_currencies",
        Severity.NOTICE,
        f"{say_money(money)} and {say_money(other)} are one sum: the two imply a rate of {implied:.4f}{shown}",
        cause="currency",
        evidence=bench.evidence([first, second]),
        about=[one.id],
        suggestion=f"It is counted once; {to_part(one.id, told)} if they are two.",
    )


def equivalent_rounding(bench: Bench) -> Iterator[Finding]:
    """Reports convert one sum to figures that differ only by rounding or by the day of the rate."""
    for one in _undecided(bench):
        if one.status == ACCEPTED:
            continue
        for currency, told in sorted(_equivalents_told(bench, one).items()):
            low, high = min(told), max(told)
            if len(told) > 1 and high - low <= ROUNDING * high:
                figures = join_words([say_money(Money(value, currency)) for value in sorted(told, reverse=True)])
                mentions = sorted({mention for value in told.values() for mention in value})
                yield make_finding(
                    "equivalent_rounding",
                    Severity.INFO,
                    f"{say_money(one.amount) if one.amount else 'It'} is given as {figures}, right within rounding",
                    cause="rounding",
                    evidence=bench.evidence(mentions),
                    about=[one.id],
                    suggestion=f"Nothing is wrong; {to_accept(one.id)} once you have looked.",
                )


def _equivalents_told(bench: Bench, one: Commitment, *, own: bool = False) -> dict[str, dict[Decimal, list[str]]]:
    """Return the figures told in each currency but the commitment's own, with the mentions that tell them.

    Args:
        bench: Where the statements are.
        one: The commitment.
        own: Take only the conversions of mentions that give the sum in the commitment's currency too.
    """
    told: defaultdict[str, dict[Decimal, list[str]]] = defaultdict(dict)
    currency = one.amount.currency if one.amount else None
    for mention in one.mentions:
        sums = [s.value for s in bench.statements(mention) if s.field in {"amount", "equivalent"}]
        if own and currency not in {money.currency for money in sums if isinstance(money, Money)}:
            continue
        for statement in bench.statements(mention):
            money = statement.value
            if statement.field not in {"amount", "equivalent"} or not isinstance(money, Money) or not money.currency:
                continue
            if one.amount is not None and money.currency != one.amount.currency:
                told[money.currency].setdefault(money.value, []).append(mention)
    return told


def equivalent_unexplained(bench: Bench) -> Iterator[Finding]:
    """A report's own conversion is not what any rate of the day gives."""
    for one in _undecided(bench):
        for currency, given in sorted(_equivalents_told(bench, one, own=True).items()):
            rate = day_rate(one.conversions, currency)
            if rate is None or one.amount is None or one.amount.low is not None:
                continue
            told = {v: m for v, m in given.items() if _scale_between(one, one.amount, Money(v, currency)) is None}
            for value, mentions in sorted(told.items()):
                gap = abs(value - rate.to.value) / max(value, rate.to.value, Decimal(1))
                if gap <= RATE_SLACK + _half_step(value) + min(_half_step(one.amount.value), WIDEST_STEP):
                    continue
                yield make_finding(
                    "equivalent_unexplained",
                    Severity.WARNING,
                    f"{say_money(one.amount)} is given as {say_money(Money(value, currency))}, yet at the rate of "
                    f"{rate.day} ({rate.rate}) it was {say_money(rate.to)}",
                    cause="conversion",
                    evidence=bench.evidence(mentions),
                    about=[one.id],
                    suggestion="The original currency counts, the conversion may be of another day or mistyped; "
                    f"{to_set(one.id, 'amount', [Money(value, currency)])} if it is the other way round.",
                )


def _half_step(value: Decimal) -> Decimal:
    """Return half the unit of a figure's last digit as a share of it."""
    if not value:
        return Decimal(0)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2 / value


CHECKS: Final[tuple[Callable[[Bench], Iterator[Finding]], ...]] = (
    amount_conflict,
    scale_typo,
    currency_contradiction,
    same_amount_two_currencies,
    equivalent_rounding,
    equivalent_unexplained,
)
