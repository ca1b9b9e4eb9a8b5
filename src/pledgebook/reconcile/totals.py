"""New money added up: nothing restated, cumulative or drawn down, and no part beside the whole that holds it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from pledgebook.model.errors import RateMissing
from pledgebook.model.ledger import Commitment
from pledgebook.model.rates import DAY_RULE, Rates
from pledgebook.model.values import FRESH, Money, Novelty, Party, Stage
from pledgebook.reconcile.announcements import DEAL
from pledgebook.reconcile.conversions import STATED_RULE, convert

UNKNOWN: Final = "unknown"


class Total(Struct, frozen=True):
    """New money under one heading; `left_out` are commitments that no rate could bring to the currency."""

    heading: str
    money: Money
    commitments: tuple[str, ...]
    left_out: tuple[str, ...] = ()


class Share(Struct, frozen=True):
    """A piece of new money that is counted once, with the commitment whose parties, type and time it goes under."""

    commitment: Commitment
    money: Money


def find_new_money(commitments: Sequence[Commitment]) -> tuple[Share, ...]:
    """Return the pieces of new money: each whole once, told apart among its parts as far as they itemise it.

    A whole that is new lends its parts their shares and keeps the rest; where the parts exceed it, or one is told in
    another currency, the whole counts alone. A part of a whole that is no new money is none either, unless the whole is
    a running total: what a new pledge adds to one is new.
    """
    by_id = {one.id: one for one in commitments}
    roots = [one for one in commitments if not _holder(one, by_id)]
    return tuple(share for root in sorted(roots, key=lambda one: one.id) for share in _shares(root, by_id))


def _holder(one: Commitment, by_id: Mapping[str, Commitment]) -> Commitment | None:
    """Return the whole that counts a commitment, None if it counts by itself."""
    whole = by_id.get(one.part_of or "")
    return None if whole is None or whole.novelty is Novelty.CUMULATIVE else whole


def _shares(one: Commitment, by_id: Mapping[str, Commitment]) -> Iterator[Share]:
    if one.novelty not in FRESH or not is_given(one) or one.amount is None:
        return
    parts = [by_id[part] for part in one.parts if part in by_id and is_given(by_id[part])]
    itemised = [(part, part.amount) for part in parts if part.amount is not None]
    told = sum((money.value for _, money in itemised), Decimal(0))
    if any(money.currency != one.amount.currency for _, money in itemised) or told > one.amount.value:
        yield Share(one, one.amount)
        return
    for part, money in itemised:
        yield from _spread(part, money, by_id)
    if one.amount.value > told:
        yield Share(
            one, Money(one.amount.value - told, one.amount.currency, one.amount.qualifier, one.amount.candidates)
        )


def _spread(part: Commitment, money: Money, by_id: Mapping[str, Commitment]) -> Iterator[Share]:
    """Yield a counted part's own shares; it counts whole even if it is itself told as said again."""
    inner = list(_shares(part, by_id))
    yield from inner or [Share(part, money)]


def is_given(one: Commitment) -> bool:
    """Tell whether a commitment stands and gives something: it is not rejected, cancelled, considered or a deal."""
    given = one.stage not in {Stage.CANCELLED, Stage.CONSIDERED} and one.instrument != DEAL
    return given and one.status != "rejected"


def find_run_over(total: Commitment, commitments: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Return the new money that a running total runs over: by and for the same parties, told no later, largest first.

    A total of one kind of aid runs over that kind alone.
    """
    if total.novelty is not Novelty.CUMULATIVE or total.amount is None:
        return ()
    held = [one for one in commitments if one.id != total.id and _runs_over(total, one)]
    return tuple(sorted(held, key=lambda one: (-one.amount.value if one.amount else Decimal(0), one.id)))


def _runs_over(total: Commitment, one: Commitment) -> bool:
    if one.novelty not in FRESH or not is_given(one) or one.amount is None or total.amount is None or one.part_of:
        return False
    given = {party.name for party in total.providers} >= {party.name for party in one.providers} > set()
    got = {party.name for party in total.recipients} & {party.name for party in one.recipients}
    kinds = {total.general_type, one.general_type} - {""}
    larger = one.amount.currency == total.amount.currency and one.amount.value > total.amount.value
    days = (_first_day(one), _first_day(total))
    late = days[0] is not None and days[1] is not None and days[0] > days[1]
    return given and bool(got) and len(kinds) <= 1 and not larger and not late


def _first_day(one: Commitment) -> dt.date | None:
    return one.announced.start if one.announced else _rate_day(one)


Heading = Callable[[Commitment], str]


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(party.name for party in parties) or UNKNOWN


def _month(one: Commitment) -> str:
    day = one.announced.start if one.announced else _rate_day(one)
    return f"{day:%Y-%m}" if day else UNKNOWN


def _rate_day(one: Commitment) -> dt.date | None:
    return next((conversion.day for conversion in one.conversions if conversion.day), None)


HEADINGS: Final[Mapping[str, Heading]] = {
    "provider": lambda one: _names(one.providers),
    "recipient": lambda one: _names(one.recipients),
    "type": lambda one: one.aid_type.value,
    "stage": lambda one: one.stage.value,
    "month": _month,
    "all": lambda _: "all new money",
}


def total_new_money(
    commitments: Sequence[Commitment],
    by: str,
    currency: str,
    rates: Rates,
    rule: str = DAY_RULE,
    *,
    only: Collection[str] | None = None,
) -> tuple[Total, ...]:
    """Return new money under each heading in one currency, sorted by heading.

    Args:
        commitments: Those of a whole book: a part needs its whole here, or it counts by itself.
        by: "provider", "recipient", "type", "stage", "month" or "all".
        currency: ISO 4217 code of the totals.
        rates: Who knows the rates.
        rule: "stated" (only sums and equivalents the reports themselves give), "ecb-day" or "ecb-month-mean".
        only: Ids of the commitments to count; the others still hold their parts back from being counted twice.
    """
    heading = HEADINGS[by]
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    counted: defaultdict[str, set[str]] = defaultdict(set)
    missing: defaultdict[str, set[str]] = defaultdict(set)
    for share in find_new_money(commitments):
        if only is not None and share.commitment.id not in only:
            continue
        under = heading(share.commitment)
        value = _value_in(share, currency, rates, rule)
        (missing if value is None else counted)[under].add(share.commitment.id)
        sums[under] += value or 0
    return tuple(
        Total(under, Money(sums[under], currency), tuple(sorted(counted[under])), tuple(sorted(missing[under])))
        for under in sorted(sums)
    )


def _value_in(share: Share, currency: str, rates: Rates, rule: str) -> Decimal | None:
    """Return a share's value in a currency under a rule; None where the rule gives none."""
    if share.money.currency == currency:
        return share.money.value
    stated = _stated(share, currency)
    if rule == STATED_RULE or share.money.currency is None:
        return stated
    day = _rate_day(share.commitment) or (share.commitment.announced.end if share.commitment.announced else None)
    if day is None:
        return stated
    try:
        return convert(share.money, currency, day, rates, rule).to.value
    except RateMissing:
        return stated


def _stated(share: Share, currency: str) -> Decimal | None:
    """Return the share of the figure that the reports themselves give for its commitment in a currency."""
    whole = share.commitment.amount
    if whole is None or not whole.value:
        return None
    for money in share.commitment.equivalents:
        if money.currency == currency:
            return money.value * share.money.value / whole.value
    return None
