"""The book: documents, readings and decisions that are kept, and the ledger that is derived from them."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Self

import msgspec
from sqlalchemy import Column, Connection, Engine, Row, delete, func, insert, select
from sqlalchemy.exc import SQLAlchemyError

from pledgebook.model.errors import UnknownId, UnreadableBook
from pledgebook.model.ledger import Change, Ledger
from pledgebook.model.records import Decision, Document, Reading
from pledgebook.store import address, migrations, payloads, rows
from pledgebook.store.rows import Shelf
from pledgebook.store.schema import BLOCK, DECISION, DOCUMENT, ENTRY, NEWS, READING, TOUCH

SMALL_PART = 5  # news of at most one document in so many are settled by themselves, more by settling everything
Touches = Iterable[tuple[str, str, str]]


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


class News(msgspec.Struct, frozen=True):
    """What changed since the ledger was last settled: documents that came or went, mentions that were decided on."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]
    decided: tuple[str, ...]


class Settler(msgspec.Struct, frozen=True):
    """How the derived half comes out of the kept half; pure functions that the store is given.

    `derive` makes the whole ledger; `touches` tells which documents its entries touch; `revise` settles news alone and
    must come to the same ledger; `rules` names the versions of all of them.
    """

    rules: str
    derive: Callable[[Sequence[Reading], Sequence[Decision]], Ledger]
    touches: Callable[[Ledger, Sequence[Reading]], Touches] = lambda _ledger, _readings: ()
    revise: Callable[[Shelf, News, Sequence[Decision]], Change] | None = None
    keys: Callable[[Reading], tuple[str, ...]] = lambda _reading: ()


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
                for part in rows.in_parts(identities)
                for row in connection.execute(columns.where(DOCUMENT.c.id.in_(part)))
            }

    def listings(self) -> tuple[Listing, ...]:
        """Return a line on every document, by name and then id."""
        described = (column for column in DOCUMENT.c if column.name != "text")
        length = func.length(DOCUMENT.c.text).label("characters")
        asked = select(*described, length, READING.c.mentions, READING.c.made_by)
        with self._reading() as connection:
            found = connection.execute(asked.join(READING, READING.c.document == DOCUMENT.c.id)).mappings()
            listed = [Listing(**row) for row in found]
        return tuple(sorted(listed, key=lambda listing: (listing.name, listing.id)))

    def readings(self, identities: Iterable[str] | None = None) -> tuple[Reading, ...]:
        """Return every reading, or those of some documents, by document id."""
        with self._reading() as connection:
            return rows.read_readings(connection, self.where, identities)

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision in the order they were made, revoked ones too."""
        with self._reading() as connection:
            return rows.read_decisions(connection, self.where)

    def keep(self, read: Sequence[tuple[Document, Reading]], settler: Settler | None = None) -> None:
        """Take documents with their readings in, all of them or none; a document that is held is replaced.

        Args:
            read: Each document with its reading.
            settler: Tells what each falls under, so that it can be settled with its neighbours alone.
        """
        if not read:
            return
        keys = [settler.keys(reading) if settler else () for _, reading in read]
        identities = [document.id for document, _ in read]
        with self._writing() as connection:
            _note_keys(connection, settler.rules if settler else "")
            rows.forget_reports(connection, identities)
            rows.write_reports(connection, read, keys)
            rows.write_news(connection, "changed", identities)

    def remove(self, identities: Sequence[str]) -> None:
        """Take documents and their readings out, all of them or none; decisions stay."""
        with self._writing() as connection:
            rows.forget_reports(connection, identities)
            rows.write_news(connection, "gone", identities)

    def record(self, decision: Decision) -> None:
        """Write a decision behind all earlier ones."""
        with self._writing() as connection:
            last = connection.scalar(select(func.max(DECISION.c.ordinal)))
            row = {"id": decision.id, "ordinal": (last or 0) + 1, "payload": payloads.write(decision)}
            connection.execute(insert(DECISION).values(row))
            rows.write_news(connection, "decided", _spoken_of(decision, rows.read_decisions(connection, self.where)))

    # ------------------------------------------------------------------ the derived half

    def ledger(self) -> Ledger:
        """Return the ledger as it was last settled."""
        with self._reading() as connection:
            return rows.read_ledger(connection, self.where)

    def is_settled(self, rules: str) -> bool:
        """Tell whether the ledger was derived by these rules from all that is kept."""
        with self._reading() as connection:
            return _stands(connection, rules)

    def settle(self, settler: Settler) -> bool:
        """Derive the ledger anew if what is kept, or the rules, changed since; tell whether it did.

        Other writers wait meanwhile, so that what is derived is derived from what is kept.
        """
        with self._writing() as connection:
            if _stands(connection, settler.rules):
                return False
            news = News(*(rows.read_news(connection, sort) for sort in News.__struct_fields__))
            if settler.revise and _is_small(connection, news, settler.rules):
                decisions = rows.read_decisions(connection, self.where)
                _apply(connection, settler.revise(Shelf(connection, self.where), news, decisions))
            else:
                self._rebuild(connection, settler)
            connection.execute(delete(NEWS))
            rows.write_meta(connection, "settled", rows.read_meta(connection, "kept"))
            rows.write_meta(connection, "rules", settler.rules)
        return True

    # ------------------------------------------------------------------ within

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

    def _rebuild(self, connection: Connection, settler: Settler) -> None:
        """Settle everything; where other rules said what the documents fall under, lay that out anew too."""
        readings = rows.read_readings(connection, self.where)
        ledger = settler.derive(readings, rows.read_decisions(connection, self.where))
        rows.replace_ledger(connection, ledger)
        connection.execute(delete(TOUCH))
        rows.add_touches(connection, settler.touches(ledger, readings))
        if rows.read_meta(connection, "keyed") != settler.rules:
            connection.execute(delete(BLOCK))
            rows.write_keys(connection, ((each.document, settler.keys(each)) for each in readings))
            rows.write_meta(connection, "keyed", settler.rules)

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


def _spoken_of(decision: Decision, earlier: Iterable[Decision]) -> set[str]:
    """Return the mentions a decision speaks of; one that revokes speaks of what the revoked one, or ones, did."""
    known = {each.id: each for each in earlier}
    spoken: set[str] = set()
    told: Decision | None = decision
    while told is not None:
        spoken.update(mention for group in told.anchors for mention in group)
        told = known.get(told.revokes)
    return spoken


def _stands(connection: Connection, rules: str) -> bool:
    same = rows.read_meta(connection, "settled") == rows.read_meta(connection, "kept")
    return same and rows.read_meta(connection, "rules") == rules


def _is_small(connection: Connection, news: News, rules: str) -> bool:
    if rows.read_meta(connection, "rules") != rules or rows.read_meta(connection, "keyed") != rules:
        return False
    return SMALL_PART * sum(len(getattr(news, sort)) for sort in News.__struct_fields__) <= _count(connection)


def _note_keys(connection: Connection, rules: str) -> None:
    """Note by which rules documents that now come are keyed; where others were keyed by others, by none."""
    if not _count(connection):
        rows.write_meta(connection, "keyed", rules)
    elif rows.read_meta(connection, "keyed") != rules:
        rows.write_meta(connection, "keyed", "")


def _count(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(DOCUMENT)) or 0


def _apply(connection: Connection, change: Change) -> None:
    fresh = rows.payloads_of(change.put)
    rows.drop_entries(connection, change.drop)
    rows.put_entries(connection, fresh, fresh)
    rows.add_touches(connection, change.touches)


def _ids(connection: Connection, column: Column[str], beginning: str) -> list[str]:
    return list(connection.scalars(select(column).where(column.startswith(beginning, autoescape=True))))
