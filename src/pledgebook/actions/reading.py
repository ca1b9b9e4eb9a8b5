"""Reading reports into a book: each document lands with all that it says, or not at all."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field, structs

from pledgebook import __version__
from pledgebook.actions.settling import make_settler
from pledgebook.model.errors import PledgebookError
from pledgebook.model.records import Document, Reading
from pledgebook.read.documents import find_reports, read_file
from pledgebook.read.remarks import Remark
from pledgebook.store.book import Book

Digest = Callable[[Sequence[Document]], Iterable[Reading]]
Progress = Callable[[int, int], None]

if TYPE_CHECKING:
    from pledgebook.language.english import Pipeline

# errors that a report's words can bring about where a rule of ours is wrong; what lacks memory or a module goes on up
WHAT_WORDS_CAUSE = (
    PledgebookError,
    ValueError,
    LookupError,
    ArithmeticError,
    TypeError,
    AttributeError,
    RecursionError,
)
BATCH_DOCUMENTS = 128
BATCH_CHARACTERS = 1_000_000


class Outcome(Struct):
    """What a reading came to: names of new, renewed and known documents; remarks on what was lost or read with care."""

    added: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def lost(self) -> list[Remark]:
        """The remarks on what could not be read."""
        return [remark for remark in self.remarks if remark.lost]


def read(
    book: Book,
    paths: Iterable[Path],
    *,
    digest: Digest | None = None,
    progress: Progress | None = None,
    again: bool = False,
) -> Outcome:
    """Read files and folders into a book.

    Documents are digested and taken in batches, each batch in one transaction: whatever ends the reading early, a
    document is wholly in or wholly out. A document that the book holds costs no more than finding that out.

    Args:
        book: Where the documents go.
        paths: Files, and folders that are searched for reports.
        digest: What makes readings of documents, in their order; by default the pipeline, loaded when first needed.
        progress: Told after each file how many are done, of how many.
        again: Digest what the book holds already, too, as a newer version may read more in it.
    """
    outcome = Outcome()
    digest = digest or make_digest()
    batch: list[Document] = []
    size = 0
    for document in _find_documents(find_reports(paths), outcome, progress):
        batch.append(document)
        size += len(document.text)
        if len(batch) >= BATCH_DOCUMENTS or size >= BATCH_CHARACTERS:
            _take(book, batch, digest, outcome, again=again)
            batch, size = [], 0
    _take(book, batch, digest, outcome, again=again)
    return outcome


def remove(book: Book, identities: Sequence[str]) -> None:
    """Take documents out of a book; decisions on what they said stay, and hold again if they come back."""
    book.remove(identities)


def make_digest() -> Digest:
    """Return the real digest; the language pipeline is loaded when the first document comes to it."""
    loaded: list[Pipeline] = []

    def digest(documents: Sequence[Document]) -> Iterator[Reading]:
        from pledgebook.language.english import load_pipeline
        from pledgebook.pipeline import digest_many

        if not loaded:
            loaded.append(load_pipeline())
        made_by = f"pledgebook {__version__}, english {loaded[0].version}"
        for reading in digest_many(documents, loaded[0].parse):
            yield structs.replace(reading, made_by=made_by)

    return digest


def _find_documents(files: Sequence[Path | Remark], outcome: Outcome, progress: Progress | None) -> Iterator[Document]:
    for number, file in enumerate(files, 1):
        for found in [file] if isinstance(file, Remark) else read_file(file):
            if isinstance(found, Remark):
                outcome.remarks.append(found)
            else:
                yield found
        if progress:
            progress(number, len(files))


def _take(book: Book, batch: Sequence[Document], digest: Digest, outcome: Outcome, *, again: bool) -> None:
    """Digest and keep what of a batch the book does not hold, or holds under a later telling."""
    first: dict[str, Document] = {}
    for document in sorted(batch, key=_telling):
        first.setdefault(document.id, document)
    held = book.holdings(first)
    told = [min(each, held.get(each.id, each), key=_telling) for each in first.values()]
    told = [structs.replace(each, text=first[each.id].text) for each in told]
    fresh = [each for each in told if again or each.id not in held or _telling(each) < _telling(held[each.id])]
    read = list(_digest_each(fresh, digest, outcome))
    book.keep(read, make_settler())
    news = {document.id: outcome.renewed if document.id in held else outcome.added for document, _ in read}
    known = {*news, *held}
    for document in batch:
        if document.id in known:
            news.pop(document.id, outcome.known).append(document.name)


def _telling(document: Document) -> tuple[str, str, str, dt.date]:
    """Return what orders the ways one text came to us; the first is kept, so that the order of reading is no matter."""
    return document.name, document.outlet, document.title, document.published or dt.date.max


def _digest_each(documents: Sequence[Document], digest: Digest, outcome: Outcome) -> Iterator[tuple[Document, Reading]]:
    """Yield documents with their readings; one that breaks the digest is told of and costs the others nothing."""
    try:
        yield from zip(documents, list(digest(documents)) if documents else [], strict=True)
    except WHAT_WORDS_CAUSE as error:
        if len(documents) == 1:
            told = f"could not be understood ({type(error).__name__}: {error}); please report this."
            outcome.remarks.append(Remark(documents[0].name, told))
            return
        for document in documents:
            yield from _digest_each([document], digest, outcome)
