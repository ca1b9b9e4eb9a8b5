"""Ids as people type them: abbreviated to any beginning that only one thing has."""

from collections.abc import Collection

from pledgebook.model.errors import UnknownId
from pledgebook.store.book import Book


def find_id(book: Book, typed: str, kinds: Collection[str] = ()) -> tuple[str, str]:
    """Return the kind and the whole id of what a typed id names.

    Args:
        book: Where to look; it must be settled.
        typed: An id or its beginning.
        kinds: The kinds looked for ("documents", "commitments", "decisions" …); all where empty.

    Raises:
        UnknownId: If nothing or more than one thing begins so.
    """
    beginning = typed.strip().lower()
    found = [pair for pair in book.identities(beginning) if not kinds or pair[0] in kinds] if beginning else []
    exact = [pair for pair in found if pair[1] == beginning]
    if len(exact or found) == 1:
        return (exact or found)[0]
    among = " or ".join(sorted(kinds)) or "ids"
    if not found:
        raise UnknownId(f"nothing among the {among} begins with {typed!r}; the lists print ids in their first column.")
    shown = ", ".join(each for _, each in found[:5])
    raise UnknownId(f"{typed!r} is the beginning of {len(found)} {among} ({shown} …); type more of it.")
