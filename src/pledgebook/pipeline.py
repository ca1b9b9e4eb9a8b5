"""The story on one page: digest reads a report into statements, settle turns statements into a ledger."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import structs

from pledgebook.check.findings import find_findings
from pledgebook.extract.commitments.items import find_items
from pledgebook.extract.commitments.sums import find_commitments
from pledgebook.extract.deeds.agreements import find_agreements
from pledgebook.extract.deeds.events import find_events
from pledgebook.extract.deeds.positions import find_positions
from pledgebook.extract.names.parties import find_all_names
from pledgebook.extract.names.people import find_people
from pledgebook.extract.page.credits import find_credits
from pledgebook.extract.page.layout import read_layout
from pledgebook.extract.page.page import Page
from pledgebook.extract.page.sketch import find_facts, sketch_text
from pledgebook.extract.sieve import blank_beyond, find_worthy_zones
from pledgebook.model.ledger import Change, Ledger
from pledgebook.model.rates import Rates
from pledgebook.model.records import Decision, Document, Mention, Reading, Sentence
from pledgebook.reconcile.blocks import Shelf, settle_piece
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.settling import settle_readings
from pledgebook.reconcile.touches import find_touches
from pledgebook.resolve.statements import resolve_mentions

Piece = tuple[int, str]
Parse = Callable[[Sequence[Piece]], list[Sentence]]

SKETCHED = 12000
"""Characters of a report that its sketch and its facts are taken from: enough to know a copy or a rewrite by."""

BATCH = 64
"""Documents whose sentences are parsed together."""

FINDERS: tuple[Callable[[Page], tuple[Mention, ...]], ...] = (
    find_commitments,
    find_items,
    find_agreements,
    find_positions,
    find_events,
    find_people,
    find_credits,
)


def open_page(document: Document) -> Page:
    """Return a report laid open, with the zones that can matter but nothing parsed yet."""
    layout = read_layout(document.text)
    zones = find_worthy_zones(layout)
    names = find_all_names(document.text, blank_beyond(layout, zones)) if zones else ()
    return Page(document, layout, zones, (), names)


def pieces_of(page: Page) -> list[Piece]:
    """Return the sentences of a page to parse, each with its offset."""
    return [(zone.start, page.plain[zone.start : zone.end]) for zone in page.zones]


def read_page(page: Page) -> Reading:
    """Return all that one parsed page says; one that says nothing needs no sketch, for it meets no other report."""
    document = page.document
    mentions = tuple(mention for find in FINDERS for mention in find(page)) if page.zones else ()
    names = {(named.span.start, named.span.end): named for named in page.names}
    statements = resolve_mentions(document, mentions, names)
    return Reading(
        document=document.id,
        name=document.name,
        url=document.url,
        outlet=document.outlet,
        title=document.title,
        published=document.published,
        mentions=mentions,
        statements=statements,
        sketch=sketch_text(page.plain[:SKETCHED]) if mentions else (),
        facts=find_facts(page.plain[:SKETCHED]) if mentions else (),
    )


def digest(document: Document, parse: Parse) -> Reading:
    """Return what one report says; pure but for the parser it is given."""
    return next(digest_many((document,), parse))


def digest_many(documents: Iterable[Document], parse: Parse) -> Iterator[Reading]:
    """Yield what each report says, in order; their sentences are parsed together, which costs least."""
    for pages in _batches(open_page(document) for document in documents):
        pieces = [pieces_of(page) for page in pages]
        parsed = iter(parse([piece for of_page in pieces for piece in of_page]))
        for page, of_page in zip(pages, pieces, strict=True):
            yield read_page(structs.replace(page, sentences=tuple(next(parsed) for _ in of_page)))


def _batches(pages: Iterable[Page]) -> Iterator[list[Page]]:
    held = list[Page]()
    for page in pages:
        held.append(page)
        if len(held) == BATCH:
            yield held
            held = []
    if held:
        yield held


def settle(readings: Iterable[Reading], decisions: Iterable[Decision], rates: Rates) -> Ledger:
    """Return the ledger that readings and decisions make together; no order of either changes it."""
    held = tuple(readings)
    ledger = settle_readings(held, Rulings(decisions), rates)
    return structs.replace(ledger, findings=find_findings(ledger, held))


def settle_change(shelf: Shelf, changed: Iterable[str], decisions: Iterable[Decision], rates: Rates) -> Change:
    """Return what a change to a book makes of its ledger: the same, byte for byte, as settling everything anew.

    Args:
        shelf: The book, the change already made on what is kept.
        changed: Documents that came or went, and those whose mentions a new decision speaks of.
        decisions: All that stand in the book.
        rates: Those the ledger was last settled with.
    """
    piece = settle_piece(shelf, changed, Rulings(decisions), rates)
    findings = find_findings(piece.ledger, piece.readings, piece.around)
    ledger = structs.replace(piece.ledger, findings=findings)
    stale = [(kind, entry.id) for kind in ledger.__struct_fields__ for entry in getattr(piece.stale, kind)]
    return Change(tuple(sorted(stale)), ledger, find_touches(ledger, piece.readings))
