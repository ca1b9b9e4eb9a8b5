"""Rows of a book in one transaction: how they are read, written, and looked up by what they touch."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Column, Connection, Table, delete, insert, select, update

from pledgebook.model.ledger import Ledger, Story
from pledgebook.model.records import Decision, Document, Reading
from pledgebook.store import payloads
from pledgebook.store.schema import BLOCK, DECISION, DOCUMENT, ENTRY, META, NEWS, READING, TOUCH

KINDS = Ledger.__struct_fields__
MANY = 500  # ids to one query; SQLite refuses more than some thousand

Key = tuple[str, str]


def in_parts(identities: Iterable[str]) -> Iterator[list[str]]:
    """Yield ids sorted and once each, as many at a time as a query may name."""
    listed = sorted(set(identities))
    for start in range(0, len(listed), MANY):
        yield listed[start : start + MANY]


def delete_where(connection: Connection, column: Column[str], identities: Iterable[str]) -> None:
    """Delete the rows of a table whose column holds one of some ids."""
    for part in in_parts(identities):
        connection.execute(delete(column.table).where(column.in_(part)))


def add_rows(connection: Connection, table: Table, rows: Sequence[dict[str, object]]) -> None:
    """Insert rows, which may be none."""
    if rows:
        connection.execute(insert(table), rows)


def read_meta(connection: Connection, key: str) -> str:
    """Return what the book notes of itself under a key, or ""."""
    return connection.scalar(select(META.c.value).where(META.c.key == key)) or ""


def write_meta(connection: Connection, key: str, value: str) -> None:
    """Note something of the book itself."""
    if not connection.execute(update(META).where(META.c.key == key).values(value=value)).rowcount:
        connection.execute(insert(META).values(key=key, value=value))


def read_readings(connection: Connection, where: str, identities: Iterable[str] | None = None) -> tuple[Reading, ...]:
    """Return readings by document id: all, or those of some documents."""
    asked = select(READING.c.payload)
    asked_in_parts = (
        [asked] if identities is None else [asked.where(READING.c.document.in_(part)) for part in in_parts(identities)]
    )
    found = [payloads.read(row, Reading, where=where) for each in asked_in_parts for row in connection.scalars(each)]
    return tuple(sorted(found, key=lambda reading: reading.document))


def read_decisions(connection: Connection, where: str) -> tuple[Decision, ...]:
    """Return every decision in the order they were made."""
    rows = connection.scalars(select(DECISION.c.payload).order_by(DECISION.c.ordinal))
    return tuple(payloads.read(row, Decision, where=where) for row in rows)


def write_reports(
    connection: Connection, read: Sequence[tuple[Document, Reading]], keys: Sequence[tuple[str, ...]]
) -> None:
    """Write documents with their readings and the keys of each; none of them may be there."""
    documents = [{name: getattr(document, name) for name in Document.__struct_fields__} for document, _ in read]
    add_rows(connection, DOCUMENT, documents)
    readings: list[dict[str, object]] = [
        {
            "document": reading.document,
            "made_by": reading.made_by,
            "mentions": len(reading.mentions),
            "payload": payloads.write(reading),
        }
        for _, reading in read
    ]
    add_rows(connection, READING, readings)
    write_keys(connection, [(reading.document, of) for (_, reading), of in zip(read, keys, strict=True)])


def write_keys(connection: Connection, keys: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Write the keys that documents fall under; those documents may have none yet."""
    pairs = sorted((key, document) for document, of in keys for key in of)  # in the table's order it writes fastest
    add_rows(connection, BLOCK, [{"key": key, "document": document} for key, document in pairs])


def forget_reports(connection: Connection, identities: Sequence[str]) -> None:
    """Delete documents with their readings and keys."""
    for column in (READING.c.document, BLOCK.c.document, DOCUMENT.c.id):
        delete_where(connection, column, identities)


def read_news(connection: Connection, sort: str) -> tuple[str, ...]:
    """Return the ids of one sort of news since the last settling, sorted."""
    return tuple(sorted(connection.scalars(select(NEWS.c.id).where(NEWS.c.sort == sort))))


def write_news(connection: Connection, sort: str, identities: Iterable[str]) -> None:
    """Note ids as news; a document is either changed or gone, whichever came last."""
    listed = sorted(set(identities))
    for part in in_parts(listed):
        connection.execute(delete(NEWS).where(NEWS.c.id.in_(part)))
    add_rows(connection, NEWS, [{"sort": sort, "id": each} for each in listed])
    write_meta(connection, "kept", str(int(read_meta(connection, "kept") or "0") + 1))


def read_ledger(connection: Connection, where: str, keys: Iterable[Key] | None = None) -> Ledger:
    """Return the ledger, or the part of it that some (kind, id) name, each tuple sorted by id."""
    asked = select(ENTRY.c.kind, ENTRY.c.id, ENTRY.c.payload)
    if keys is None:
        rows = connection.execute(asked).all()
    else:
        rows = [
            row
            for kind, part in _by_kind(keys)
            for row in connection.execute(asked.where(ENTRY.c.kind == kind, ENTRY.c.id.in_(part)))
        ]
    entries: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for kind, _, payload in sorted(rows, key=lambda row: (row.kind, row.id)):
        entries[kind].append(payload)
    told = ",".join(f'"{kind}":[{",".join(each)}]' for kind, each in entries.items())
    return payloads.read(f"{{{told}}}", Ledger, where=where)


def replace_ledger(connection: Connection, ledger: Ledger) -> None:
    """Write a whole ledger in place of what is derived; rows that would stay as they are are left alone."""
    held = {(kind, each): payload for kind, each, payload in connection.execute(select(ENTRY))}
    fresh = payloads_of(ledger)
    put_entries(connection, {key: payload for key, payload in fresh.items() if held.get(key) != payload}, held.keys())
    drop_entries(connection, held.keys() - fresh.keys())


def payloads_of(ledger: Ledger) -> dict[Key, str]:
    """Return the payload of every entry of a ledger by kind and id."""
    return {(kind, entry.id): payloads.write(entry) for kind in KINDS for entry in getattr(ledger, kind)}


def put_entries(connection: Connection, fresh: dict[Key, str], held: Iterable[Key]) -> None:
    """Write entries, in place of those that are held."""
    drop_entries(connection, fresh.keys() & set(held))
    add_rows(connection, ENTRY, [{"kind": key[0], "id": key[1], "payload": payload} for key, payload in fresh.items()])


def drop_entries(connection: Connection, keys: Iterable[Key]) -> None:
    """Delete entries and what is noted of the documents they touch."""
    for kind, part in _by_kind(keys):
        connection.execute(delete(ENTRY).where(ENTRY.c.kind == kind, ENTRY.c.id.in_(part)))
        connection.execute(delete(TOUCH).where(TOUCH.c.kind == kind, TOUCH.c.entry.in_(part)))


def add_touches(connection: Connection, touches: Iterable[tuple[str, str, str]]) -> None:
    """Note which documents entries touch, as (kind, id, document)."""
    rows: list[dict[str, object]] = [
        {"document": document, "kind": kind, "entry": entry} for kind, entry, document in touches
    ]
    add_rows(connection, TOUCH, rows)


def _by_kind(keys: Iterable[Key]) -> Iterator[tuple[str, list[str]]]:
    listed = list(keys)
    for kind in KINDS:
        for part in in_parts(each for of, each in listed if of == kind):
            yield kind, part


class Shelf:
    """What settling a piece of a book asks for, looked up in one transaction."""

    def __init__(self, connection: Connection, where: str) -> None:
        self._connection = connection
        self._where = where

    def documents_under(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the documents that fall under any of some keys, sorted."""
        asked = select(BLOCK.c.document).distinct()
        found = {
            each for part in in_parts(keys) for each in self._connection.scalars(asked.where(BLOCK.c.key.in_(part)))
        }
        return tuple(sorted(found))

    def readings(self, documents: Iterable[str]) -> tuple[Reading, ...]:
        """Return the readings of some documents by document id; those that are gone are left out."""
        return read_readings(self._connection, self._where, documents)

    def stories_of(self, documents: Iterable[str]) -> tuple[Story, ...]:
        """Return the stories, as they stand, that some documents are in, by id."""
        keys = self._touched(documents, "stories")
        return read_ledger(self._connection, self._where, keys).stories

    def entries_of(self, documents: Iterable[str]) -> Ledger:
        """Return the derived entries, as they stand, that touch any of some documents."""
        return read_ledger(self._connection, self._where, self._touched(documents))

    def _touched(self, documents: Iterable[str], kind: str = "") -> set[Key]:
        asked = select(TOUCH.c.kind, TOUCH.c.entry)
        if kind:
            asked = asked.where(TOUCH.c.kind == kind)
        parts = in_parts(documents)
        rows = (row for part in parts for row in self._connection.execute(asked.where(TOUCH.c.document.in_(part))))
        return {(row.kind, row.entry) for row in rows}
