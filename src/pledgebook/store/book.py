"""The book: documents, readings and decisions that are kept, and the ledger that is derived from them."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Self

import msgspec
from sqlalchemy import Column, Connection, Engine, Row, delete, func, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from pledgebook.model.errors import UnknownId, UnreadableBook
from pledgebook.model.ledger import Ledger
from pledgebook.model.records import Decision, Document, Reading
from pledgebook.store import address, migrations, payloads
from pledgebook.store.schema import DECISION, DOCUMENT, ENTRY, META, READING

KINDS = Ledger.__struct_fields__
MANY = 500  # ids to one query; SQLite refuses more than some thousand


class Listing(msgspec.Struct, frozen=True):
    """A document as lists show it: all but its text, with how many mentions were found and by which version."""

    id: str
    name: str
    url: str
    outlet: str
    title: str
    published: dt.date | None
    characters: int
    mentions: int
    made_by: str


class Book:
    """A book at its address. Every method is one transaction; whatever is killed in between leaves no trace."""

    def __init__(self, engine: Engine, where: str) -> None:
        self.where = where
        self._engine = engine

    @classmethod
    def open(cls, book: str, *, create: bool = False) -> Self:
        """Open the book at a path or URL, bringing an older one to the newest schema.

        Raises:
            UnreadableBook: If there is none, it is no book, or it is a newer pledgebook's.
        """
        url = address.find_url(book)
        if url.get_backend_name() == "sqlite":
            address.check_file(url, create=create)
        opened = cls(address.make_engine(url), address.show(url))
        try:
            opened._prepare(create=create)
        except UnreadableBook:
            opened.close()
            raise
        return opened

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------------ the kept half

    def documents(self) -> tuple[Document, ...]:
        """Return every document, by name and then id."""
        with self._reading() as connection:
            found = [_document(row) for row in connection.execute(select(DOCUMENT))]
        return tuple(sorted(found, key=lambda document: (document.name, document.id)))

    def document(self, identity: str) -> Document:
        """Return one document.

        Raises:
            UnknownId: If the book holds no such document.
        """
        with self._reading() as connection:
            row = connection.execute(select(DOCUMENT).where(DOCUMENT.c.id == identity)).one_or_none()
        if row is None:
            raise UnknownId(f"{self.where} holds no document {identity}; `pledgebook documents` lists them.")
        return _document(row)

    def holdings(self, identities: Iterable[str]) -> dict[str, Document]:
        """Return those of some documents that the book knows, by id, their texts left out."""
        columns = select(*[column for column in DOCUMENT.c if column.name != "text"])
        with self._reading() as connection:
            return {
                row.id: _document(row, text="")
                for part in _parts(identities)
                for row in connection.execute(columns.where(DOCUMENT.c.id.in_(part)))
            }

    def listings(self) -> tuple[Listing, ...]:
        """Return a line on every document, by name and then id."""
        described = (column for column in DOCUMENT.c if column.name != "text")
        length = func.length(DOCUMENT.c.text).label("characters")
        asked = select(*described, length, READING.c.mentions, READING.c.made_by)
        with self._reading() as connection:
            rows = connection.execute(asked.join(READING, READING.c.document == DOCUMENT.c.id)).mappings()
            found = [Listing(**row) for row in rows]
        return tuple(sorted(found, key=lambda listing: (listing.name, listing.id)))

    def readings(self, identities: Iterable[str] | None = None) -> tuple[Reading, ...]:
        """Return every reading, or those of some documents, by document id."""
        with self._reading() as connection:
            return self._readings(connection, identities)

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision in the order they were made, revoked ones too."""
        with self._reading() as connection:
            return self._decisions(connection)

    def keep(self, read: Sequence[tuple[Document, Reading]]) -> None:
        """Take documents with their readings in, all of them or none; a document that is held is replaced."""
        if not read:
            return
        with self._writing() as connection:
            self._forget(connection, [document.id for document, _ in read])
            connection.execute(insert(DOCUMENT), [msgspec.structs.asdict(document) for document, _ in read])
            rows = [
                {
                    "document": reading.document,
                    "made_by": reading.made_by,
                    "mentions": len(reading.mentions),
                    "payload": payloads.write(reading),
                }
                for _, reading in read
            ]
            connection.execute(insert(READING), rows)
            _mark_changed(connection)

    def remove(self, identities: Sequence[str]) -> None:
        """Take documents and their readings out, all of them or none; decisions stay."""
        with self._writing() as connection:
            self._forget(connection, identities)
            _mark_changed(connection)

    def record(self, decision: Decision) -> None:
        """Write a decision behind all earlier ones."""
        with self._writing() as connection:
            last = connection.scalar(select(func.max(DECISION.c.ordinal)))
            row = {"id": decision.id, "ordinal": (last or 0) + 1, "payload": payloads.write(decision)}
            connection.execute(insert(DECISION).values(row))
            _mark_changed(connection)

    # ------------------------------------------------------------------ the derived half

    def ledger(self) -> Ledger:
        """Return the ledger as it was last settled."""
        with self._reading() as connection:
            rows = connection.execute(select(ENTRY.c.kind, ENTRY.c.id, ENTRY.c.payload)).all()
        entries: dict[str, list[str]] = {kind: [] for kind in KINDS}
        for kind, _, payload in sorted(rows):
            entries[kind].append(payload)
        told = ",".join(f'"{kind}":[{",".join(each)}]' for kind, each in entries.items())
        return payloads.read(f"{{{told}}}", Ledger, where=self.where)

    def is_settled(self, rules: str) -> bool:
        """Tell whether the ledger was derived by these rules from all that is kept."""
        with self._reading() as connection:
            return _stands(connection, rules)

    def settle(self, derive: Callable[[tuple[Reading, ...], tuple[Decision, ...]], Ledger], *, rules: str) -> bool:
        """Derive the ledger anew if what is kept, or the rules, changed since; tell whether it did.

        Other writers wait meanwhile, so that what is derived is derived from what is kept.
        """
        with self._writing() as connection:
            if _stands(connection, rules):
                return False
            ledger = derive(self._readings(connection, None), self._decisions(connection))
            _replace_entries(connection, ledger)
            _set_meta(connection, "settled", _meta(connection, "kept"))
            _set_meta(connection, "rules", rules)
        return True

    # ------------------------------------------------------------------ rows

    def identities(self, beginning: str) -> tuple[tuple[str, str], ...]:
        """Return (kind, id) of whatever is kept or derived under an id that begins so, sorted by id."""
        with self._reading() as connection:
            found = [("documents", each) for each in _ids(connection, DOCUMENT.c.id, beginning)]
            found += [("decisions", each) for each in _ids(connection, DECISION.c.id, beginning)]
            begins = ENTRY.c.id.startswith(beginning, autoescape=True)
            found += [(kind, each) for kind, each in connection.execute(select(ENTRY.c.kind, ENTRY.c.id).where(begins))]
        return tuple(sorted(found, key=lambda pair: (pair[1], pair[0])))

    def _prepare(self, *, create: bool) -> None:
        with self._told():
            with address.reading(self._engine) as connection:
                number = migrations.schema_number(connection, where=self.where)
            if number == 0 and not create:
                raise UnreadableBook(f"{self.where} is an empty book; read reports into it first: pledgebook read PATH")
            if number == 0:
                address.keep_log_ahead(self._engine)
            if number < len(migrations.STEPS):
                with address.writing(self._engine) as connection:
                    migrations.upgrade(connection, where=self.where)

    def _readings(self, connection: Connection, identities: Iterable[str] | None) -> tuple[Reading, ...]:
        asked = select(READING.c.payload)
        if identities is None:
            rows = list(connection.scalars(asked))
        else:
            parts = _parts(identities)
            rows = [row for part in parts for row in connection.scalars(asked.where(READING.c.document.in_(part)))]
        found = [payloads.read(row, Reading, where=self.where) for row in rows]
        return tuple(sorted(found, key=lambda reading: reading.document))

    def _decisions(self, connection: Connection) -> tuple[Decision, ...]:
        rows = connection.scalars(select(DECISION.c.payload).order_by(DECISION.c.ordinal))
        return tuple(payloads.read(row, Decision, where=self.where) for row in rows)

    def _forget(self, connection: Connection, identities: Sequence[str]) -> None:
        for part in _parts(identities):
            connection.execute(delete(READING).where(READING.c.document.in_(part)))
            connection.execute(delete(DOCUMENT).where(DOCUMENT.c.id.in_(part)))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._told(), address.reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._told(), address.writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell the database's own complaints in one line."""
        try:
            yield
        except SQLAlchemyError as error:
            said = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
            raise UnreadableBook(f"{self.where} cannot be used: {said}.") from error


def _document(row: Row[*tuple[object, ...]], text: str | None = None) -> Document:
    told = text if text is not None else row.text
    return Document(row.id, row.name, told, row.url, row.outlet, row.title, row.published)


def _replace_entries(connection: Connection, ledger: Ledger) -> None:
    """Write the ledger's entries; rows that would stay as they are are left alone."""
    held = {(kind, each): payload for kind, each, payload in connection.execute(select(ENTRY))}
    fresh = {(kind, entry.id): payloads.write(entry) for kind in KINDS for entry in getattr(ledger, kind)}
    for kind in KINDS:
        stale = [each for (of, each), payload in held.items() if of == kind and fresh.get((of, each)) != payload]
        for part in _parts(stale):
            connection.execute(delete(ENTRY).where(ENTRY.c.kind == kind, ENTRY.c.id.in_(part)))
    rows = [
        {"kind": kind, "id": each, "payload": payload}
        for (kind, each), payload in fresh.items()
        if held.get((kind, each)) != payload
    ]
    if rows:
        connection.execute(insert(ENTRY), rows)


def _mark_changed(connection: Connection) -> None:
    _set_meta(connection, "kept", str(int(_meta(connection, "kept") or "0") + 1))


def _stands(connection: Connection, rules: str) -> bool:
    return _meta(connection, "settled") == _meta(connection, "kept") and _meta(connection, "rules") == rules


def _meta(connection: Connection, key: str) -> str:
    return connection.scalar(select(META.c.value).where(META.c.key == key)) or ""


def _set_meta(connection: Connection, key: str, value: str) -> None:
    if not connection.execute(update(META).where(META.c.key == key).values(value=value)).rowcount:
        connection.execute(insert(META).values(key=key, value=value))


def _ids(connection: Connection, column: Column[str], beginning: str) -> list[str]:
    return list(connection.scalars(select(column).where(column.startswith(beginning, autoescape=True))))


def _parts(identities: Iterable[str]) -> Iterator[list[str]]:
    listed = sorted(set(identities))
    for start in range(0, len(listed), MANY):
        yield listed[start : start + MANY]
