"""Which documents each entry of a ledger rests on or speaks of, so that a change to one finds what it touches."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from pledgebook.model.ledger import Commitment, Finding, Ledger
from pledgebook.model.records import Reading


def find_touches(ledger: Ledger, readings: Iterable[Reading]) -> tuple[tuple[str, str, str], ...]:
    """Return kind, id and document for every entry and each document it rests on or speaks of, sorted.

    Args:
        ledger: A whole ledger or a piece of one.
        readings: Those of every document that its entries' mentions stand in.
    """
    home = {mention.id: reading.document for reading in readings for mention in reading.mentions}
    by_id = {one.id: one for one in ledger.commitments}
    entries = {
        "stories": {one.id: set(one.documents) for one in ledger.stories},
        "commitments": {one.id: set(_rested_on(one, by_id)) for one in ledger.commitments},
        "agreements": {one.id: set(one.documents) for one in ledger.agreements},
        "positions": {one.id: set(one.documents) for one in ledger.positions},
        "events": {one.id: set(one.documents) for one in ledger.events},
        "people": {one.id: {home[mention] for mention in one.mentions} for one in ledger.people},
    }
    documents = {one: of for of_kind in entries.values() for one, of in of_kind.items()}
    known = set(home.values())
    entries["findings"] = {one.id: set(_spoken_of(one, documents, known)) for one in ledger.findings}
    return tuple(
        sorted((kind, one, d) for kind, of_kind in entries.items() for one, its in of_kind.items() for d in its)
    )


def _rested_on(one: Commitment, by_id: Mapping[str, Commitment]) -> Iterator[str]:
    """Yield the documents of a commitment, and of those that it says again, may repeat, or is a whole or a part of."""
    yield from one.documents
    for other in filter(None, (one.restates, one.part_of, *one.parts, *one.echoes)):
        if other in by_id:
            yield from by_id[other].documents


def _spoken_of(finding: Finding, documents: Mapping[str, AbstractSet[str]], known: AbstractSet[str]) -> Iterator[str]:
    """Yield the documents a finding shows words of, and those of what it is about."""
    yield from (evidence.document for evidence in finding.evidence)
    for subject in finding.about:
        yield from documents.get(subject, {subject} & known)
