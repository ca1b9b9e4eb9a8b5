"""Publishing: the ledger and its sources, handed to a writer."""

from collections.abc import Iterable, Sequence

from pledgebook.actions.naming import find_id
from pledgebook.actions.settling import settle
from pledgebook.export.formats import WRITERS, Writer
from pledgebook.export.material import Material
from pledgebook.model.currencies import load_currencies
from pledgebook.model.errors import RateMissing, UnknownFormat
from pledgebook.model.ledger import Commitment
from pledgebook.model.values import Money
from pledgebook.read.rates import load_rates
from pledgebook.reconcile.totals import total_new_money
from pledgebook.store.book import Book


def gather(book: Book, *, currency: str = "EUR") -> Material:
    """Return all a writer needs of a book, settled first.

    Args:
        book: The book to tell of.
        currency: ISO 4217 code of the reader's currency.

    Raises:
        RateMissing: If that is no currency.
    """
    if currency not in load_currencies():
        raise RateMissing(f"{currency!r} is no currency; give an ISO 4217 code such as EUR or USD.")
    settle(book)
    ledger, rates = book.ledger(), load_rates()

    def add_new_money(commitments: Sequence[Commitment], wanted: str) -> Money | None:
        found = total_new_money(
            ledger.commitments, "all", wanted, rates, only={commitment.id for commitment in commitments}
        )
        return found[0].money if found else None

    return Material(
        ledger=ledger,
        readings=book.readings(),
        documents=book.documents(),
        decisions=book.decisions(),
        rates=rates,
        currency=currency,
        add_new_money=add_new_money,
    )


def find_story(book: Book, typed: str) -> str:
    """Return the whole id of a story of a settled book.

    Raises:
        UnknownId: If none, or more than one, begins so.
    """
    return find_id(book, typed, ("stories",))[1]


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
