"""Settling: the derived half of a book, built anew when what is kept has changed."""

from collections.abc import Callable, Sequence

from pledgebook import __version__
from pledgebook.model.ledger import Ledger
from pledgebook.model.records import Decision, Reading
from pledgebook.store.book import Book

Derive = Callable[[Sequence[Reading], Sequence[Decision]], Ledger]


def settle(book: Book, derive: Derive | None = None) -> bool:
    """Bring the ledger up to date with what is kept; tell whether there was anything to do.

    It needs no language pipeline: what the documents say was kept when they were read.
    """
    if book.is_settled(RULES):
        return False
    return book.settle(derive or _derive, rules=RULES)


def _derive(readings: Sequence[Reading], decisions: Sequence[Decision]) -> Ledger:
    from pledgebook import pipeline
    from pledgebook.read.rates import load_rates

    return pipeline.settle(readings, decisions, load_rates())


RULES = f"pledgebook {__version__}"
