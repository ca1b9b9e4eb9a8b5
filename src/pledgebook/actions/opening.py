"""Opening a book."""

from pledgebook.store.book import Book


def open_book(book: str, *, create: bool = False) -> Book:
    """Open the book at a path or database URL; with `create`, make it where there is none.

    Raises:
        UnreadableBook: If there is none, it is no book, or a newer pledgebook wrote it.
    """
    return Book.open(book, create=create)
