"""Values as people type them for `decide set`: each field of the ledger with the way its value is read."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from pledgebook.model.currencies import load_currencies, load_forms
from pledgebook.model.errors import BadDecision
from pledgebook.model.numerals import read_digits, scale_of
from pledgebook.model.reference import aliases, parties
from pledgebook.model.values import (
    AidType,
    Item,
    Money,
    Novelty,
    Party,
    Period,
    Precision,
    Stage,
    Stance,
    Text,
    Value,
)

Read = Callable[[str], tuple[Value, ...]]

_MONEY = re.compile(r"(?P<sign>[^\d\s.]+)?\s*(?P<digits>\d[\d.,_' ]*\d|\d)\s*(?P<scale>[a-z]+)?\s*(?P<code>[A-Z]{3})?")
_ITEM = re.compile(r"(?:(?P<count>\d[\d,]*(?:\.\d+)?)\s+)?(?P<what>\S.*)")
_QUARTER_MONTHS = 3


def read_value(kind: str, field: str, typed: str) -> tuple[Value, ...]:
    """Return the typed value of a field; several parties are parted by semicolons.

    Args:
        kind: The kind of entry: "commitments", "agreements", "positions" or "events".
        field: A field of that kind.
        typed: What the person wrote.

    Raises:
        BadDecision: If there is no such field, or the words are no value of it.
    """
    fields = FIELDS.get(kind, {})
    if field not in fields:
        raise BadDecision(f"{kind} have no field {field!r} to set; there are: {', '.join(fields) or 'none'}.")
    if not typed.strip():
        raise BadDecision(f"{field} needs a value.")
    return fields[field](typed.strip())


def read_money(typed: str) -> tuple[Value, ...]:
    """Read "CAD 680000000", "680 million CAD", "US$1.2bn" or "€20m"."""
    match = _MONEY.fullmatch(typed)
    if match is None:
        raise BadDecision(f"{typed!r} is no sum; write it as CAD 680000000 or 1.2bn EUR.")
    scale = scale_of(match["scale"]) if match["scale"] else Decimal(1)
    digits = match["digits"].replace("_", "")
    number = read_digits(digits, scaled=scale != 1)
    if scale is None or number is None:
        raise BadDecision(f"{typed!r} holds no number that can be read; write it as CAD 680000000 or 1.2bn EUR.")
    return (Money(number * scale, _read_currency(match["sign"] or match["code"] or "", typed)),)


def _read_currency(sign: str, typed: str) -> str:
    if sign.upper() in load_currencies():
        return sign.upper()
    codes = load_forms().signs.get(sign, ())
    if len(codes) == 1:
        return codes[0]
    which = (
        f"{sign!r} may be {', '.join(codes[:4])}" if codes else f"{sign!r} is no currency" if sign else "no currency"
    )
    raise BadDecision(f"{typed!r}: {which}; write the ISO code, as in CAD 680000000.")


def read_parties(typed: str) -> tuple[Value, ...]:
    """Read the names of one party or more, known ones under their common name and code."""
    return tuple(_read_party(" ".join(name.split())) for name in typed.split(";") if name.strip())


def _read_party(name: str) -> Party:
    codes = {alias.code for alias in aliases() if alias.words.casefold() == name.casefold()}
    known = parties().get(name.upper()) or (parties().get(codes.pop()) if len(codes) == 1 else None)
    return known.party if known else Party(name)


def read_items(typed: str) -> tuple[Value, ...]:
    """Read goods, with or without a count: "220 drones", "field hospitals"; several are parted by semicolons."""
    return tuple(_read_item(one.strip()) for one in typed.split(";") if one.strip())


def _read_item(typed: str) -> Item:
    match = _ITEM.fullmatch(typed)
    if match is None:
        raise BadDecision(f"{typed!r} names no goods; write them as 220 drones.")
    try:
        return Item(match["what"], Decimal(match["count"].replace(",", "")) if match["count"] else None)
    except InvalidOperation:
        raise BadDecision(f"{typed!r} holds no count that can be read; write it as 220 drones.") from None


def read_period(typed: str) -> tuple[Value, ...]:
    """Read "2025-08-24", "2025-08", "2025-Q3", "2025", or two days with ".." between them."""
    first, range_sign, last = typed.partition("..")
    try:
        if range_sign:
            begins, ends = (dt.date.fromisoformat(each.strip()) for each in (first, last))
            return (Period(begins, ends, Precision.RANGE),)
        return (_read_time(typed),)
    except ValueError as error:
        told = "2025-08-24, 2025-08, 2025-Q3, 2025 or 2025-08-01..2025-08-31"
        raise BadDecision(f"{typed!r} is no time ({error}); write it as {told}.") from None


def _read_time(typed: str) -> Period:
    if match := re.fullmatch(r"(\d{4})", typed):
        year = int(match[1])
        return Period(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR)
    if match := re.fullmatch(r"(\d{4})-?[qQ]([1-4])", typed):
        year, last = int(match[1]), int(match[2]) * _QUARTER_MONTHS
        return Period(dt.date(year, last - 2, 1), _month_end(year, last), Precision.QUARTER)
    if match := re.fullmatch(r"(\d{4})-(\d{2})", typed):
        year, month = int(match[1]), int(match[2])
        return Period(dt.date(year, month, 1), _month_end(year, month), Precision.MONTH)
    day = dt.date.fromisoformat(typed)
    return Period(day, day, Precision.DAY)


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def read_words(typed: str) -> tuple[Value, ...]:
    """Read free wording as it stands."""
    return (Text(typed),)


def choose_from(words: type[StrEnum]) -> Read:
    """Return what reads one word of a closed list."""

    def read(typed: str) -> tuple[Value, ...]:
        asked = typed.strip().lower().replace("-", "_").replace(" ", "_")
        if asked not in {word.value for word in words}:
            raise BadDecision(f"{typed!r} is none of {', '.join(word.value for word in words)}.")
        return (Text(asked),)

    return read


FIELDS: Mapping[str, Mapping[str, Read]] = {
    "commitments": {
        "amount": read_money,
        "item": read_items,
        "provider": read_parties,
        "recipient": read_parties,
        "channel": read_parties,
        "mechanism": read_words,
        "aid_type": choose_from(AidType),
        "instrument": read_words,
        "stage": choose_from(Stage),
        "novelty": choose_from(Novelty),
        "purpose": read_words,
        "announced": read_period,
        "delivery": read_period,
        "part_of": read_words,
        "restates": read_words,
    },
    "agreements": {
        "party": read_parties,
        "type": read_words,
        "subject": read_words,
        "status": read_words,
        "date": read_period,
        "amount": read_money,
    },
    "positions": {
        "actor": read_parties,
        "stance": choose_from(Stance),
        "on": read_words,
        "condition": read_words,
        "speaker": read_words,
    },
    "events": {
        "type": read_words,
        "who": read_parties,
        "where": read_words,
        "date": read_period,
        "what": read_words,
    },
}
