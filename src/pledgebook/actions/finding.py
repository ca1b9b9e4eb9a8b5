"""Findings as lists show them: the gravest first."""

from msgspec import Struct

from pledgebook.actions.settling import settle
from pledgebook.model.ledger import Severity
from pledgebook.store.book import Book

GRAVITY = {severity: place for place, severity in enumerate(Severity)}


class FindingLine(Struct, frozen=True):
    """One finding with the names of the reports it speaks of, and the words in them."""

    id: str
    code: str
    severity: str
    message: str
    cause: str
    suggestion: str
    about: tuple[str, ...]
    reports: tuple[str, ...]
    words: tuple[str, ...]


def list_findings(book: Book, *, code: str = "", severity: Severity | None = None) -> tuple[FindingLine, ...]:
    """Return the findings of a book, of one code or from one severity on if asked; the gravest first."""
    settle(book)
    names = {each.id: each.name for each in book.listings()}
    found = [
        each
        for each in book.ledger().findings
        if code in {"", each.code} and (severity is None or GRAVITY[each.severity] >= GRAVITY[severity])
    ]
    found.sort(key=lambda each: (-GRAVITY[each.severity], each.code, each.id))
    return tuple(
        FindingLine(
            each.id,
            each.code,
            each.severity.value,
            each.message,
            each.cause,
            each.suggestion,
            each.about,
            tuple(sorted({names.get(one.document, one.document) for one in each.evidence})),
            tuple(one.span.quote for one in each.evidence),
        )
        for each in found
    )
