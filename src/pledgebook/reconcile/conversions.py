"""A sum in other currencies: as the reports themselves give it, and by published rates, each with its rule."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from pledgebook.model.errors import RateMissing
from pledgebook.model.ledger import Conversion
from pledgebook.model.rates import DAY_RULE, MONTH_RULE, Rates
from pledgebook.model.values import Money, Qualifier
from pledgebook.reconcile.tellings import Telling, value_key

SOURCE_RULE: Final = "source"
STATED_RULE: Final = "stated"
READER_CURRENCIES: Final = ("EUR", "USD")


def convert(money: Money, currency: str, on: dt.date, rates: Rates, rule: str = DAY_RULE) -> Conversion:
    """Return a sum in another currency by the rate of a day or its month's mean.

    Args:
        money: The amount as the source states it, in major units (euros, not cents), of one known currency.
        currency: ISO 4217 code to convert to.
        on: Day of the report, not of the transfer.
        rates: Who knows the rates.
        rule: "ecb-day" or "ecb-month-mean".

    Raises:
        RateMissing: If the sum's currency is not settled, or no rate stands near enough to the day.
    """
    if money.currency is None:
        raise RateMissing(f"a sum that may be in {', '.join(money.candidates)} has no rate; decide its currency first")
    rate, day = rates.rate(money.currency, currency, on, rule)
    cents = (money.value * rate).quantize(Decimal("0.01"))
    return Conversion(Money(cents, currency, Qualifier.ABOUT), rule, f"{rate:.6f}", day, rates.version)


def gather_equivalents(amount: Money | None, tellings: Sequence[Telling]) -> tuple[Money, ...]:
    """Return every other figure the reports give for a commitment's sum, in another currency or rounding, sorted."""
    told = {value_key(money): money for telling in tellings for money in telling.sums if money.currency}
    if amount is not None:
        told = {
            key: money
            for key, money in told.items()
            if (money.value, money.currency) != (amount.value, amount.currency)
        }
    unique: dict[tuple[str, Decimal], Money] = {}
    for key in sorted(told):
        unique.setdefault((told[key].currency or "", told[key].value), told[key])
    return tuple(unique[key] for key in sorted(unique))


def list_conversions(
    amount: Money | None, equivalents: Iterable[Money], on: dt.date | None, rates: Rates
) -> tuple[Conversion, ...]:
    """Return a sum's conversions: the reports' own figures, and the day's rate and month's mean for each currency."""
    if amount is None or amount.currency is None:
        return ()
    others = [money for money in equivalents if money.currency != amount.currency]
    own = [_source(amount, money, on) for money in others] if amount.value else []
    wanted = sorted(({money.currency or "" for money in others} | {*READER_CURRENCIES}) - {amount.currency})
    return (*own, *(_published(amount, wanted, on, rates) if on else ()))


def _source(amount: Money, equivalent: Money, on: dt.date | None) -> Conversion:
    return Conversion(equivalent, SOURCE_RULE, f"{equivalent.value / amount.value:.6f}", on, "")


def _published(amount: Money, currencies: Iterable[str], on: dt.date, rates: Rates) -> Iterator[Conversion]:
    for currency in currencies:
        for rule in (DAY_RULE, MONTH_RULE):
            try:
                yield convert(amount, currency, on, rates, rule)
            except RateMissing:
                continue
