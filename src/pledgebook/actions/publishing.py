"""Publishing: the ledger and its sources, handed to a writer."""

from collections.abc import Iterable

from pledgebook.actions.settling import settle
from pledgebook.export.formats import WRITERS, Writer
from pledgebook.export.material import Material
from pledgebook.model.errors import UnknownFormat
from pledgebook.read.rates import load_rates
from pledgebook.store.book import Book


def gather(book: Book, *, currency: str = "EUR", title: str = "") -> Material:
    """Return all a writer needs of a book, settled first.

    Args:
        book: The book to tell of.
        currency: ISO 4217 code of the reader's currency.
        title: What heads a brief.
    """
    settle(book)
    return Material(
        ledger=book.ledger(),
        readings=book.readings(),
        documents=book.documents(),
        decisions=book.decisions(),
        rates=load_rates(),
        currency=currency,
        title=title,
    )


def find_writer(name: str, writers: Iterable[Writer] = WRITERS) -> Writer:
    """Return the writer of a format.

    Raises:
        UnknownFormat: If there is none of that name.
    """
    known = {writer.name: writer for writer in writers}
    if name not in known:
        raise UnknownFormat(f"there is no format {name!r}; there are: {', '.join(sorted(known))}.")
    return known[name]


def publish(book: Book, form: str, *, currency: str = "EUR") -> str:
    """Return the book in a format: json, terminal, html or markdown.

    Raises:
        UnknownFormat: If there is no such format.
    """
    return find_writer(form).write(gather(book, currency=currency))
