"""The shape of values in the JSON ledger: money, parties, times, goods and spans, with the words of its schema."""

from typing import Annotated

from msgspec import Meta, Struct

from pledgebook.model.values import PartyKind, Precision, Qualifier

Number = Annotated[str, Meta(pattern=r"^[0-9]+(\.[0-9]+)?$")]
Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Id = Annotated[str, Meta(pattern=r"^[a-z]+-[0-9a-f]{16}$")]
Offset = Annotated[int, Meta(ge=0)]


class MoneyEntry(Struct, frozen=True):
    """A sum in major units (euros, not cents)."""

    value: Annotated[Number, Meta(description="The sum as a decimal number, in a string so that no digit is lost.")]
    currency: Annotated[str | None, Meta(description="ISO 4217 code; null while it may be one of several.")]
    qualifier: Annotated[Qualifier, Meta(description="How firmly the number is said.")]
    candidates: Annotated[tuple[str, ...], Meta(description="The currencies it may be in where none is settled.")] = ()
    low: Annotated[Number | None, Meta(description="Lower bound of a range; `value` is then the upper one.")] = None
    high: Annotated[Number | None, Meta(description="Upper bound of a range.")] = None


class PartyEntry(Struct, frozen=True):
    """Who gives, gets, signs or speaks."""

    name: Annotated[str, Meta(description="The field's common name.")]
    code: Annotated[str, Meta(description="ISO 3166 alpha-3 for a country, else a code of our own table, or empty.")]
    kind: Annotated[PartyKind, Meta(description="What sort of party the name stands for.")]
    of: Annotated[str, Meta(description="Code of the country or body a person, office or company belongs to.")]


class PeriodEntry(Struct, frozen=True):
    """A stretch of days, both ends included."""

    start: Annotated[Day, Meta(description="First day.")]
    end: Annotated[Day, Meta(description="Last day.")]
    precision: Annotated[Precision, Meta(description="How finely the time is said: June 2025 is not a day.")]


class ItemEntry(Struct, frozen=True):
    """Goods or people in kind."""

    what: Annotated[str, Meta(description="What is given.")]
    count: Annotated[Number | None, Meta(description="How many; null where no count is said.")]
    unit: Annotated[str, Meta(description="Unit of the count: tonnes, rounds, people; empty for pieces.")]
    qualifier: Annotated[Qualifier, Meta(description="How firmly the count is said.")]
    category: Annotated[str, Meta(description="Class of the goods in our table.")]


class SpanEntry(Struct, frozen=True):
    """A half-open range of Unicode code points in a document's text."""

    start: Annotated[Offset, Meta(description="First code point.")]
    end: Annotated[Offset, Meta(description="Code point after the last one.")]


class ValueEntry(Struct, frozen=True, omit_defaults=True):
    """One value of any kind: exactly one of the fields stands."""

    money: Annotated[MoneyEntry | None, Meta(description="A sum.")] = None
    party: Annotated[PartyEntry | None, Meta(description="A party.")] = None
    period: Annotated[PeriodEntry | None, Meta(description="A time.")] = None
    item: Annotated[ItemEntry | None, Meta(description="Goods or people.")] = None
    word: Annotated[str | None, Meta(description="A word of a closed list, or free wording.")] = None
