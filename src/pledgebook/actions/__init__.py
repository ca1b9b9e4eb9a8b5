"""The verbs of a user, and the one writer of books."""

from pledgebook.actions.opening import open_book
from pledgebook.actions.reading import Outcome, read, remove
from pledgebook.actions.settling import settle
from pledgebook.store.book import Book

__all__ = ["Book", "Outcome", "open_book", "read", "remove", "settle"]
