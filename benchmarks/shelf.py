"""A book in memory that hands out what incremental settling asks for, and takes the changes that come of it."""

from collections import defaultdict
from collections.abc import Iterable

from pledgebook.model.ledger import Change, Ledger, Story
from pledgebook.model.records import Reading
from pledgebook.reconcile.blocks import block_keys
from pledgebook.reconcile.touches import find_touches


class MemoryShelf:
    """A ledger with the readings it was settled from, both under the keys that `Shelf` asks by."""

    def __init__(self, ledger: Ledger, readings: Iterable[Reading]) -> None:
        self.kept: dict[str, Reading] = {}
        self.entries = {kind: {one.id: one for one in getattr(ledger, kind)} for kind in ledger.__struct_fields__}
        self._under: defaultdict[str, set[str]] = defaultdict(set)
        self._touching: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        self._touched: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self.keep(readings)
        self._touch(find_touches(ledger, self.kept.values()))

    def keep(self, readings: Iterable[Reading]) -> None:
        """Keep readings; what is derived stays as it is until a change is taken."""
        for reading in readings:
            self.kept[reading.document] = reading
            for key in block_keys(reading):
                self._under[key].add(reading.document)

    def forget(self, documents: Iterable[str]) -> None:
        """Remove documents; what is derived stays as it is until a change is taken."""
        for document in documents:
            del self.kept[document]

    def take(self, change: Change) -> None:
        """Put what a change brings in place of what it drops."""
        for kind, one in change.drop:
            del self.entries[kind][one]
            for document in self._touched.pop((kind, one), ()):
                self._touching[document].discard((kind, one))
        for kind in change.put.__struct_fields__:
            self.entries[kind] |= {one.id: one for one in getattr(change.put, kind)}
        self._touch(change.touches)

    def _touch(self, touches: Iterable[tuple[str, str, str]]) -> None:
        for kind, one, document in touches:
            self._touching[document].add((kind, one))
            self._touched[kind, one].add(document)

    def documents_under(self, keys: Iterable[str]) -> list[str]:
        """Return the documents under any of some keys."""
        found = {document for key in keys for document in self._under.get(key, ())}
        return sorted(found & self.kept.keys())

    def readings(self, documents: Iterable[str]) -> list[Reading]:
        """Return the readings of some documents."""
        return [self.kept[one] for one in documents if one in self.kept]

    def stories_of(self, documents: Iterable[str]) -> list[Story]:
        """Return the stories some documents are in."""
        return list(self.entries_of(documents).stories)

    def entries_of(self, documents: Iterable[str]) -> Ledger:
        """Return the entries that touch some documents."""
        found = {entry for document in documents for entry in self._touching.get(document, ())}
        ids = {kind: sorted(one for of, one in found if of == kind) for kind in self.entries}
        return Ledger(
            **{kind: tuple(its[one] for one in ids[kind] if one in its) for kind, its in self.entries.items()}
        )

    def ledger(self) -> Ledger:
        """Return the whole derived half, each tuple sorted by id."""
        return Ledger(**{kind: tuple(its[one] for one in sorted(its)) for kind, its in self.entries.items()})
