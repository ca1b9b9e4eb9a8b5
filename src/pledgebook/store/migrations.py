"""How a book of any age comes to the newest schema: numbered steps, each run once, all in one transaction.

Our own table of functions rather than Alembic: a book carries one number, its steps are few and only go forward, and
Alembic's import alone takes longer than a command that does not read may.
"""

from collections.abc import Callable

from sqlalchemy import Connection, delete, insert, inspect, select

from pledgebook.model.errors import UnreadableBook
from pledgebook.store.schema import BLOCK, DECISION, DOCUMENT, ENTRY, META, NEWS, READING, TOUCH


def upgrade(connection: Connection, *, where: str) -> None:
    """Bring a book, or an empty database, to the newest schema.

    Raises:
        UnreadableBook: If the book was written by a newer version.
    """
    standing = schema_number(connection, where=where)
    for step in STEPS[standing:]:
        step(connection)
    if standing < len(STEPS):
        connection.execute(delete(META).where(META.c.key == "schema"))
        connection.execute(insert(META).values(key="schema", value=str(len(STEPS))))


def schema_number(connection: Connection, *, where: str) -> int:
    """Return how many migrations a database has seen: 0 for an empty one.

    Raises:
        UnreadableBook: If the database is something else than a book, or a book from the future.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return 0
    if META.name not in tables:
        shown = ", ".join(sorted(tables)[:3])
        raise UnreadableBook(f"{where} is no book: it holds other tables ({shown}); give another --book.")
    number = connection.scalar(select(META.c.value).where(META.c.key == "schema"))
    if number is None or not number.isdecimal():
        raise UnreadableBook(f"{where} is no book: its schema number is {number!r}; give another --book.")
    if int(number) > len(STEPS):
        raise UnreadableBook(
            f"{where} has schema {number}, this pledgebook knows up to {len(STEPS)}; install a newer pledgebook."
        )
    return int(number)


def _lay_foundation(connection: Connection) -> None:
    """1: documents, readings, decisions, and the derived entries."""
    for table in (META, DOCUMENT, READING, DECISION, ENTRY):
        table.create(connection)


def _lay_out_neighbours(connection: Connection) -> None:
    """2: what a change touches, so that settling need not begin anew; the first settling fills it for what is there."""
    for table in (NEWS, BLOCK, TOUCH):
        table.create(connection)
    connection.execute(delete(META).where(META.c.key.in_(["settled", "rules", "keyed"])))


STEPS: tuple[Callable[[Connection], None], ...] = (_lay_foundation, _lay_out_neighbours)
