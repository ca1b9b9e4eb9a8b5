"""What a person can do about a finding, as a command that can be typed as it stands."""

import shlex
from collections.abc import Iterable

from pledgebook.model.values import Item, Money, Party, Period, Precision, Text, Value


def to_set(entry: str, field: str, values: Iterable[Value]) -> str:
    """Return the command that sets a field of an entry."""
    typed = "; ".join(type_value(value) for value in values)
    return f"`decide set {entry} {field} {shlex.quote(typed)}`"


def to_part(entry: str, mentions: Iterable[str]) -> str:
    """Return the command that parts some mentions from the rest of their entry."""
    return f"`decide not-same {entry} {','.join(sorted(set(mentions)))}`"


def to_free(part: str) -> str:
    """Return the command that says that a commitment is no part of another."""
    return f"`decide set {part} part_of none`"


def to_join(one: str, other: str) -> str:
    """Return the command that makes one entry of two."""
    return f"`decide same {one} {other}`"


def to_keep_apart(one: str, other: str) -> str:
    """Return the command that says that two entries are two."""
    return f"`decide not-same {one} {other}`"


def to_accept(entry: str) -> str:
    """Return the command that lets an entry stand."""
    return f"`decide accept {entry}`"


def to_reject(entry: str) -> str:
    """Return the command that strikes an entry out."""
    return f"`decide reject {entry}`"


def to_explain(entry: str) -> str:
    """Return the command that tells how something came about."""
    return f"`explain {entry}`"


def type_value(value: Value) -> str:
    """Return a value as a person types it."""
    match value:
        case Money():
            return f"{value.currency or value.candidates[0]} {value.value:f}"
        case Period():
            return _type_period(value)
        case Party():
            return value.name
        case Item():
            return f"{value.count:f} {value.what}" if value.count is not None else value.what
        case Text():
            return value.value


def _type_period(period: Period) -> str:
    match period.precision:
        case Precision.DAY:
            return period.start.isoformat()
        case Precision.MONTH:
            return f"{period.start:%Y-%m}"
        case Precision.QUARTER:
            return f"{period.start:%Y}-Q{(period.start.month + 2) // 3}"
        case Precision.YEAR:
            return f"{period.start:%Y}"
        case _:
            return f"{period.start.isoformat()}..{period.end.isoformat()}"
