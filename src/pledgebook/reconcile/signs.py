"""A bare "$" read anew where the other reports of the same sum show which currency it stands for."""

from collections.abc import Iterator, Sequence

import msgspec

from pledgebook.model.records import How, Statement
from pledgebook.model.values import Money
from pledgebook.reconcile.money import Likeness, compare_same_currency, currencies_of, say_money
from pledgebook.reconcile.tellings import Telling


def settle_signs(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return the tellings of one commitment, each bare sum in the currency that a plainly marked equal one has."""
    firm = [money for telling in tellings for money in telling.sums if money.currency and not money.candidates]
    return tuple(_settle(telling, firm) for telling in tellings) if firm else tuple(tellings)


def settle_retold(told: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return the tellings of one report, a bare sum of its headline in the currency in which its text tells it plainly.

    "$118 million" over "190 million Australian dollars ($118 million in the money of the outlet)" is no Australian sum.
    """
    by_id = {one.id: one for one in told}
    plain = {one.id: [money for money in one.sums if money.currency and not money.candidates] for one in told}
    firm = {one.id: list(plain.get(one.same_as, ())) for one in told}
    for one in told:
        if one.same_as in by_id:
            firm[one.same_as] += plain[one.id]
    return tuple(_settle(one, firm[one.id]) if firm[one.id] else one for one in told)


def _settle(telling: Telling, firm: Sequence[Money]) -> Telling:
    sums = [_read_anew(money, firm) for money in telling.sums]
    if sums == list(telling.sums):
        return telling
    amount, *equivalents = sums if telling.amount else (None, *sums)
    changed = dict(zip(telling.sums, sums, strict=True))
    statements = tuple(_restate(statement, changed) for statement in telling.statements)
    return msgspec.structs.replace(
        telling, amount=amount, equivalents=tuple(e for e in equivalents if e), statements=statements
    )


def _read_anew(money: Money, firm: Sequence[Money]) -> Money:
    """Return a bare sum in the currency of the plainly marked sum it agrees with; as it was if none does."""
    if not money.candidates:
        return money
    matched = list(_matches(money, firm))
    if not matched:
        return money
    currency = (
        money.currency if money.currency in matched else min(matched, key=lambda code: (-matched.count(code), code))
    )
    return msgspec.structs.replace(money, currency=currency, candidates=())


def _matches(money: Money, firm: Sequence[Money]) -> Iterator[str]:
    for other in firm:
        if other.currency in currencies_of(money) and compare_same_currency(money, other) is not Likeness.UNLIKE:
            yield other.currency or ""


def _restate(statement: Statement, changed: dict[Money, Money]) -> Statement:
    """Return a statement of a sum with the currency it was settled in, and why."""
    value = statement.value
    if (
        statement.field not in {"amount", "equivalent"}
        or not isinstance(value, Money)
        or changed.get(value, value) == value
    ):
        return statement
    settled = changed[value]
    reason = f"another telling of the same sum marks it plainly as {say_money(settled)}"
    return msgspec.structs.replace(statement, value=settled, how=How.STORY, rule="currency_of_story", reason=reason)
