"""Values of the model as entries of the JSON ledger."""

from decimal import Decimal

from pledgebook.export.values_file import ItemEntry, MoneyEntry, PartyEntry, PeriodEntry, SpanEntry, ValueEntry
from pledgebook.model.records import Span
from pledgebook.model.values import Item, Money, Party, Period, Text, Value


def write_number(number: Decimal) -> str:
    """Return a decimal in digits, without exponent or idle zeros: 2E+9 is "2000000000"."""
    told = format(number, "f")
    return (told.rstrip("0").rstrip(".") if "." in told else told) or "0"


def _number(number: Decimal | None) -> str | None:
    return None if number is None else write_number(number)


def write_money(money: Money) -> MoneyEntry:
    """Return a sum as the file holds it."""
    return MoneyEntry(
        write_number(money.value),
        money.currency,
        money.qualifier,
        money.candidates,
        _number(money.low),
        _number(money.high),
    )


def write_party(party: Party) -> PartyEntry:
    """Return a party as the file holds it."""
    return PartyEntry(party.name, party.code, party.kind, party.of)


def write_period(period: Period) -> PeriodEntry:
    """Return a time as the file holds it."""
    return PeriodEntry(period.start.isoformat(), period.end.isoformat(), period.precision)


def write_item(item: Item) -> ItemEntry:
    """Return goods as the file holds them."""
    return ItemEntry(item.what, _number(item.count), item.unit, item.qualifier, item.category)


def write_span(span: Span) -> SpanEntry:
    """Return a span without its words, which stand in the document."""
    return SpanEntry(span.start, span.end)


def write_value(value: Value) -> ValueEntry:
    """Return any value, in the one field of its kind."""
    match value:
        case Money():
            return ValueEntry(money=write_money(value))
        case Party():
            return ValueEntry(party=write_party(value))
        case Period():
            return ValueEntry(period=write_period(value))
        case Item():
            return ValueEntry(item=write_item(value))
        case Text():
            return ValueEntry(word=value.value)


def write_values(values: tuple[Value, ...]) -> tuple[ValueEntry, ...]:
    """Return all values of one field."""
    return tuple(write_value(value) for value in values)


def maybe_money(money: Money | None) -> MoneyEntry | None:
    """Return a sum, or nothing where none stands."""
    return None if money is None else write_money(money)


def maybe_period(period: Period | None) -> PeriodEntry | None:
    """Return a time, or nothing where none stands."""
    return None if period is None else write_period(period)
