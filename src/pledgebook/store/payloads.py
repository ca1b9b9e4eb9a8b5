"""How records become rows' payloads and come back: JSON that a person can read in any database tool."""

from typing import TypeVar

import msgspec

from pledgebook.model.errors import UnreadableBook

T = TypeVar("T")


def write(record: msgspec.Struct) -> str:
    """Return a record as JSON: equal records give equal text."""
    return msgspec.json.encode(record).decode()


def read(payload: str, kind: type[T], *, where: str) -> T:
    """Return the record a payload holds.

    Raises:
        UnreadableBook: If the payload is damaged or was written by another version.
    """
    try:
        return msgspec.json.decode(payload, type=kind)
    except msgspec.MsgspecError as error:
        raise UnreadableBook(f"{where} holds a damaged {kind.__name__.lower()}: {error}.") from error
