"""Where a book lies: a file or a database URL becomes an engine that reads snapshots and writes one at a time."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from pledgebook.model.errors import UnreadableBook

SQLITE_HEAD = b"SQLite format 3\0"
PATIENCE_SECONDS = 60
WRITERS_LOCK = 0x504C4544  # "PLED": the advisory lock that makes writers to one PostgreSQL book queue up


def find_url(book: str) -> URL:
    """Return the database URL of a book given as a file path or as a URL.

    Raises:
        UnreadableBook: If a URL names a database this version cannot use.
    """
    if "://" not in book:
        return URL.create("sqlite", database=str(Path(book).expanduser()))
    try:
        url = make_url(book)
    except ArgumentError:
        raise UnreadableBook(f"{book!r} is no database URL; write postgresql://USER@HOST/NAME.") from None
    if url.drivername in {"postgresql", "postgres"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise UnreadableBook(
            f"{show(url)} is neither SQLite nor PostgreSQL; give a file or postgresql://USER@HOST/NAME."
        )
    return url


def show(url: URL) -> str:
    """Return a book's address as a person may see it: a path, or a URL without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or "memory"
    return url.render_as_string(hide_password=True).replace("postgresql+psycopg", "postgresql", 1)


def check_file(url: URL, *, create: bool) -> None:
    """Refuse a path that holds no book before anything touches it.

    Raises:
        UnreadableBook: If the file is absent and not to be made, or is something else than SQLite.
    """
    path = Path(url.database or "")
    try:
        if path.is_dir():
            raise UnreadableBook(f"{path} is a folder, no book; name a file in it, such as {path / 'pledgebook.db'}.")
        if path.exists():
            with path.open("rb") as file:
                head = file.read(len(SQLITE_HEAD))
            if head and head != SQLITE_HEAD:
                raise UnreadableBook(f"{path} is no book: it is not an SQLite file; give another --book.")
        elif not create:
            raise UnreadableBook(f"there is no book at {path}; make one with: pledgebook read PATH --book {path}")
        elif not path.parent.is_dir():
            raise UnreadableBook(f"{path} cannot be made: there is no folder {path.parent}; make it first.")
    except OSError as error:
        raise UnreadableBook(f"{path} cannot be opened: {error.strerror}.") from error


def make_engine(url: URL) -> Engine:
    """Return an engine for a book whose address was checked.

    Raises:
        UnreadableBook: If the database's driver is not installed.
    """
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "").absolute()
        if path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            # the write-ahead log would need files beside the book, which cannot be made there
            url = url.set(database=path.as_uri(), query={"mode": "ro", "immutable": "1", "uri": "true"})
        engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": PATIENCE_SECONDS})
        event.listen(engine, "connect", _leave_transactions_to_us)
        return engine
    try:
        return create_engine(url, pool_size=1)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise UnreadableBook(f"{show(url)} needs a driver: pip install 'pledgebook[postgres]'.") from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that sees one state of the book from its first query to its last."""
    with _isolated(engine, "REPEATABLE READ").begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN")
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that holds all other writers off; it lands whole when the block ends, or not at all.

    On PostgreSQL it reads what is committed, not a snapshot: one would be taken before the lock is ours and would not
    show what the writer before us did.
    """
    with _isolated(engine, "READ COMMITTED").begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITERS_LOCK})
        yield connection


def keep_log_ahead(engine: Engine) -> None:
    """Let a new SQLite file be read while it is written, and recover by itself after a kill (write-ahead log)."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")


def _isolated(engine: Engine, level: str) -> Engine:
    return engine if engine.dialect.name == "sqlite" else engine.execution_options(isolation_level=level)


def _leave_transactions_to_us(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Keep the driver from opening and closing transactions of its own, which begin late and end early."""
    if isinstance(connection, sqlite3.Connection):
        connection.isolation_level = None
        connection.execute("PRAGMA synchronous=NORMAL")
