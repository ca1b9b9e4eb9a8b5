"""Ids as people type them: abbreviated to any beginning that only one thing has, or one that an entry had before."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from pledgebook.model.errors import UnknownId
from pledgebook.model.ledger import Entry, Ledger, Story
from pledgebook.model.records import content_id
from pledgebook.store.book import Book

PREFIXES: Final[Mapping[str, str]] = {
    "stories": "y",
    "commitments": "c",
    "agreements": "a",
    "positions": "p",
    "events": "e",
    "people": "h",
}


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
    if not found and (earlier := _find_earlier(book, beginning, kinds)) is not None:
        return earlier
    among = " or ".join(sorted(kinds)) or "ids"
    if not found:
        raise UnknownId(f"nothing among the {among} begins with {typed!r}; the lists print ids in their first column.")
    shown = ", ".join(each for _, each in found[:5])
    raise UnknownId(f"{typed!r} is the beginning of {len(found)} {among} ({shown} …); type more of it.")


def list_entries(ledger: Ledger, kind: str) -> Sequence[Entry]:
    """Return the entries of one kind ("commitments", "agreements" …)."""
    entries: Sequence[Entry] = getattr(ledger, kind)
    return entries


def _find_earlier(book: Book, typed: str, kinds: Collection[str]) -> tuple[str, str] | None:
    """Return the one entry that answers to an id it had before other reports came or went; None if no one does."""
    wanted = [
        kind for kind, prefix in PREFIXES.items() if typed.startswith(f"{prefix}-") and kind in (kinds or PREFIXES)
    ]
    if not wanted:
        return None
    ledger = book.ledger()
    found = [(kind, one.id) for kind in wanted for one in _list_named(ledger, kind) if typed in _answers_to(kind, one)]
    return found[0] if len(found) == 1 else None


def _list_named(ledger: Ledger, kind: str) -> Sequence[Entry | Story]:
    return ledger.stories if kind == "stories" else list_entries(ledger, kind)


def _answers_to(kind: str, one: Entry | Story) -> Iterator[str]:
    """Yield the id an entry would have if it hung on each of its reports, or each of its mentions, in turn.

    An id hangs on the first of them. So whatever id was ever written down still names what its first report tells of.
    """
    anchors = one.documents if isinstance(one, Story) else one.mentions
    yield from (content_id(PREFIXES[kind], anchor) for anchor in anchors)
