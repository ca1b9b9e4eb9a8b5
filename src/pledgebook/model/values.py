"""Resolved values: money, time, parties, goods; immutable and checked when made."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Final

from msgspec import Struct


class Qualifier(StrEnum):
    """How firmly a number is said."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at_least"
    NEARLY = "nearly"
    UP_TO = "up_to"
    BETWEEN = "between"


class Stage(StrEnum):
    """How far an undertaking has come; the order is the order of the words in the field."""

    CONSIDERED = "considered"
    PLEDGED = "pledged"
    COMMITTED = "committed"
    ALLOCATED = "allocated"
    DISBURSED = "disbursed"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


class Novelty(StrEnum):
    """Whether a sum is new money or money said again."""

    NEW = "new"
    RESTATED = "restated"
    CUMULATIVE = "cumulative"
    DRAWN_DOWN = "drawn_down"
    TOPPED_UP = "topped_up"


FRESH: Final = frozenset({Novelty.NEW, Novelty.TOPPED_UP})
"""What adds to the money that is known of."""


class AidType(StrEnum):
    """What the help is for."""

    MILITARY = "military"
    HUMANITARIAN = "humanitarian"
    FINANCIAL = "financial"
    RECONSTRUCTION = "reconstruction"
    DEVELOPMENT = "development"
    FOOD = "food"
    HEALTH = "health"
    EDUCATION = "education"
    CLIMATE = "climate"
    ENERGY = "energy"
    INVESTMENT = "investment"
    MIXED = "mixed"
    OTHER = "other"


class Stance(StrEnum):
    """Where an actor stands towards a proposition."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    DEMANDS = "demands"
    REFUSES = "refuses"
    OPEN_TO = "open_to"
    OTHER = "other"


class PartyKind(StrEnum):
    """What sort of party a name stands for."""

    COUNTRY = "country"
    REGION = "region"
    GROUP = "group"
    ORGANISATION = "organisation"
    FUND = "fund"
    COMPANY = "company"
    OFFICE = "office"
    PERSON = "person"
    PEOPLE = "people"


class Precision(StrEnum):
    """How finely a time is said."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"


class Money(Struct, frozen=True, gc=False, tag="money", tag_field="is"):
    """An amount in major units (euros, not cents) with its currency, or the currencies it may be in.

    `currency` is an ISO 4217 code, or None while `candidates` (sorted codes) still holds several.
    `low` and `high` bound a range ("between"); `value` is then the upper bound the source prints.
    """

    value: Decimal
    currency: str | None
    qualifier: Qualifier = Qualifier.EXACT
    candidates: tuple[str, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        if not self.value.is_finite() or self.value < 0:
            raise ValueError(f"money must be a finite amount of zero or more, not {self.value}")
        if self.currency is None and not self.candidates:
            raise ValueError("money needs a currency or the currencies it may be in")


class Period(Struct, frozen=True, gc=False, tag="period", tag_field="is"):
    """A stretch of days, both ends included, with the precision it was said in."""

    start: dt.date
    end: dt.date
    precision: Precision

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")


class Party(Struct, frozen=True, gc=False, tag="party", tag_field="is"):
    """Who gives, gets, signs or speaks: the field's common name, a code where one stands, and the kind.

    `code` is ISO 3166 alpha-3 for countries, a code of `reference/parties.csv` for what stands there, else "".
    `of` is the code of the country or body a person, office or company belongs to, else "".
    """

    name: str
    code: str = ""
    kind: PartyKind = PartyKind.ORGANISATION
    of: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a party needs a name")


class Item(Struct, frozen=True, gc=False, tag="item", tag_field="is"):
    """Goods or people in kind: what, how many (None where no count is said), in which unit."""

    what: str
    count: Decimal | None = None
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    category: str = ""


class Text(Struct, frozen=True, gc=False, tag="text", tag_field="is"):
    """Any value that is a word of a closed list or free wording: stage, novelty, purpose, subject."""

    value: str


Value = Money | Period | Party | Item | Text
