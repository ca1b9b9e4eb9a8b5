"""The piece of a book that a change touches, found and settled anew; everything outside it stays as it was.

Why a piece can be settled alone: whether two reports tell of one event, and whether two tellings are of one commitment,
depends on the two (and, for tellings, on whether they share a story) and on nothing else in the book. A piece that is
closed under these ties, under whole and part, and under what is already joined there, therefore comes out as it would
in a full rebuild. What the store must provide is the protocol `Shelf`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from msgspec import Struct

from pledgebook.model.ledger import Ledger, Story
from pledgebook.model.rates import Rates
from pledgebook.model.records import Reading
from pledgebook.reconcile.announcements import Beside
from pledgebook.reconcile.links import JOIN_AT, Setting, book_cells, may_meet, score_pair, story_cells
from pledgebook.reconcile.profiles import Profile, make_profile
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.settling import (
    Report,
    Scene,
    find_context,
    gather_ledger,
    open_report,
    setting_of,
    settle_commitments,
    settle_stories,
)
from pledgebook.reconcile.stories import STORY_AT, sought_keys, story_keys, tie_reports
from pledgebook.reconcile.tellings import Telling
from pledgebook.reconcile.ties import is_tied, tie_cells, tie_sought

STORY_PREFIX: Final = "s "
TELLING_PREFIX: Final = "t "


def block_keys(reading: Reading) -> tuple[str, ...]:
    """Return the keys a reading falls under, from the reading alone; whom it may be settled with shares one of them."""
    profile = make_profile(reading)
    keys = {f"{STORY_PREFIX}{key}" for key in story_keys(profile)}
    keys.update(f"{TELLING_PREFIX}{key}" for telling in profile.tellings for key in _cells(telling))
    keys.update(f"{TELLING_PREFIX}{mention.id}" for mention in reading.mentions)
    return tuple(sorted(keys))


def _cells(telling: Telling) -> tuple[str, ...]:
    """Return all cells in which a telling is found by those of other stories."""
    return (*book_cells(telling), *tie_cells(telling))


class Shelf(Protocol):
    """What a book must hand out for a piece of it to be settled."""

    def documents_under(self, keys: Iterable[str]) -> Iterable[str]:
        """Return the ids of the documents that fall under any of some keys."""

    def readings(self, documents: Iterable[str]) -> Iterable[Reading]:
        """Return the readings of some documents; those that are gone are left out."""

    def stories_of(self, documents: Iterable[str]) -> Iterable[Story]:
        """Return the stories, as they stand, that some documents are in."""

    def entries_of(self, documents: Iterable[str]) -> Ledger:
        """Return the derived entries, as they stand, that touch any of some documents."""


class Piece(Struct, frozen=True):
    """What was settled anew, the readings it rests on, the stories around it, and the entries that it replaces.

    Neither `ledger` nor `stale` holds findings: what checks make of a piece is composed in the pipeline.
    """

    ledger: Ledger
    readings: tuple[Reading, ...]
    around: tuple[Story, ...]
    stale: Ledger


class Table:
    """What was fetched from a shelf while a piece is closed; nothing is fetched or opened twice."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.readings: dict[str, Reading] = {}
        self.stories: dict[str, Story] = {}
        self.tellings: dict[str, Telling] = {}
        self._reports: dict[str, Report] = {}
        self._profiles: dict[str, Profile] = {}
        self._asked: set[str] = set()
        self._keys: set[str] = set()
        self._told: set[str] = set()
        self._under: defaultdict[str, list[str]] = defaultdict(list)

    def fetch(self, documents: Iterable[str]) -> None:
        """Fetch the readings of some documents, and lay their tellings in their cells."""
        wanted = sorted(set(documents) - self._asked)
        self._asked.update(wanted)
        for reading in self.shelf.readings(wanted) if wanted else ():
            self.readings[reading.document] = reading
            self._profiles[reading.document] = make_profile(reading)
            for telling in self.told_in(reading.document):
                self.tellings[telling.id] = telling
                for key in _cells(telling):
                    self._under[key].append(telling.id)

    def report(self, document: str) -> Report:
        """Return a document fetched before, ready for settling."""
        if document not in self._reports:
            self._reports[document] = open_report(self.readings[document], self._profiles[document])
        return self._reports[document]

    def profile(self, document: str) -> Profile:
        """Return the profile of a document fetched before."""
        return self._profiles[document]

    def told_in(self, document: str) -> tuple[Telling, ...]:
        """Return the tellings of a document fetched before; none of one that is gone."""
        return self._profiles[document].tellings if document in self._profiles else ()

    def near(self, profile: Profile) -> list[str]:
        """Return the documents, fetched, under the keys that a report looks under."""
        keys = [f"{STORY_PREFIX}{key}" for key in sought_keys(profile)]
        found = sorted(set(self.shelf.documents_under(keys)))
        self.fetch(found)
        return [document for document in found if document in self.readings]

    def in_cells(self, cells: Iterable[str]) -> list[str]:
        """Return the tellings in some cells, after fetching what the book has in them."""
        wanted = set(cells)
        if missing := sorted(wanted - self._keys):
            self._keys.update(missing)
            self.fetch(self.shelf.documents_under(f"{TELLING_PREFIX}{key}" for key in missing))
        return sorted({one for key in wanted for one in self._under.get(key, ())})

    def tell_stories(self, documents: Iterable[str]) -> None:
        """Fetch the old stories of some documents, and the readings of everything in them."""
        wanted = sorted(set(documents) - self._told)
        self._told.update(wanted)
        for story in self.shelf.stories_of(wanted) if wanted else ():
            self.stories[story.id] = story
            self.fetch(story.documents)


def settle_piece(shelf: Shelf, changed: Iterable[str], rulings: Rulings, rates: Rates) -> Piece:
    """Return what a change touches, settled anew.

    Args:
        shelf: The book, with the change already made on its kept half and not yet on its derived half.
        changed: Documents that came or went, and those whose mentions a new decision speaks of.
        rulings: All standing decisions.
        rates: Those of the last settling; with others everything must be settled anew.
    """
    table = Table(shelf)
    touched = set(changed)
    inside = close_stories(table, touched)
    old = shelf.entries_of(sorted(inside | touched))
    reports = {document: table.report(document) for document in sorted(inside)}
    scenes = settle_stories([report.profile for report in reports.values()], reports, rulings)
    stories = tuple(scene.story for scene in scenes)
    start = {m for one in old.commitments for m in one.mentions}
    table.fetch(document for one in old.commitments for document in one.documents)
    start |= {telling.id for document in inside for telling in table.told_in(document)}
    closing = Closing(table, stories, rulings, rates)
    tellings = closing.close(start)
    around = closing.around()
    beside = [telling for story in around for document in story.documents for telling in table.told_in(document)]
    context = _context(table, scenes, around, {telling.document for telling in tellings})
    commitments = settle_commitments(tellings, (*stories, *around), rulings, rates, beside=beside, context=context)
    used = inside | {telling.document for telling in tellings} | {d for story in around for d in story.documents}
    return Piece(
        ledger=gather_ledger(scenes, commitments),
        readings=tuple(table.readings[document] for document in sorted(used & table.readings.keys())),
        around=around,
        stale=_stale(shelf, old, tellings, inside | touched),
    )


def _context(table: Table, scenes: Iterable[Scene], around: Iterable[Story], told: set[str]) -> Beside:
    """Return what the sentences of a piece tell of beside sums; the events of the stories around it stay."""
    documents = {document for story in around for document in story.documents}
    old = table.shelf.entries_of(sorted(documents)).events if documents else ()
    events = [event for scene in scenes for event in scene.events] + [e for e in old if documents >= set(e.documents)]
    return find_context(events, [table.report(document) for document in sorted(told | documents)])


def close_stories(table: Table, changed: set[str]) -> set[str]:
    """Return the documents tied to changed ones, or to those of their old stories, over any number of ties."""
    table.fetch(changed)
    table.tell_stories(changed)
    inside = {d for d in changed | {d for s in table.stories.values() for d in s.documents} if d in table.readings}
    waiting = sorted(inside)
    while waiting:
        one = table.profile(waiting.pop())
        for document in table.near(one):
            if document in inside:
                continue
            tie = tie_reports(one, table.profile(document))
            if tie is not None and tie.score >= STORY_AT:
                inside.add(document)
                waiting.append(document)
    return inside


class Closing:
    """Closes a set of tellings under links, rulings, and whole and part."""

    def __init__(self, table: Table, stories: Iterable[Story], rulings: Rulings, rates: Rates) -> None:
        self._table = table
        self._new = tuple(stories)
        self._settled = {document for story in self._new for document in story.documents}
        self._rulings = rulings
        self._rates = rates
        self._reached: set[str] = set()
        self._cells: dict[str, tuple[str, ...]] = {}

    def close(self, start: Iterable[str]) -> tuple[Telling, ...]:
        """Return the tellings reached from some mentions, sorted by id; mentions that are gone are left out."""
        wave = {one for one in start if one in self._table.tellings}
        while wave:
            self._reached |= wave
            wave = set(self._next(sorted(wave)))
        return tuple(self._table.tellings[one] for one in sorted(self._reached))

    def around(self) -> tuple[Story, ...]:
        """Return the old stories of the documents reached that were not settled anew, sorted by id."""
        documents = {self._table.tellings[one].document for one in self._reached} - self._settled
        kept = [story for story in self._table.stories.values() if not documents.isdisjoint(story.documents)]
        return tuple(sorted(kept, key=lambda story: story.id))

    def _next(self, wave: list[str]) -> Iterator[str]:
        """Yield the tellings linked to those of a wave that were not reached before."""
        table = self._table
        tellings = [table.tellings[one] for one in wave]
        table.in_cells(key for one in tellings for key in self._keys(one))
        under = {one.id: table.in_cells(self._keys(one)) for one in tellings}
        table.tell_stories({table.tellings[t].document for met in under.values() for t in met} - self._settled)
        table.tell_stories({telling.document for telling in tellings} - self._settled)
        setting = self._setting()
        for telling in tellings:
            mates = self._mates(telling, setting)
            for other in sorted({*under[telling.id], *mates} - self._reached - {telling.id}):
                if self._belongs(telling, table.tellings[other], setting):
                    yield other

    def _keys(self, telling: Telling) -> Iterator[str]:
        yield from book_cells(telling)
        yield from tie_sought(telling)
        yield from self._rulings.partners(telling.id)

    def _setting(self) -> Setting:
        old = [story for story in self._table.stories.values() if self._settled.isdisjoint(story.documents)]
        return setting_of((*self._new, *old), self._rulings, self._rates)

    def _mates(self, telling: Telling, setting: Setting) -> Iterator[str]:
        """Yield the tellings of a telling's own story that may be linked or tied to it, and those of its own report."""
        story = setting.stories.get(telling.document, telling.document)
        cells = set(self._cells_of(telling, setting))
        for document in self._documents(story, telling.document):
            for other in self._table.told_in(document):
                near = document == telling.document or not cells.isdisjoint(self._cells_of(other, setting))
                if near or is_tied(telling, other, setting):
                    yield other.id

    def _cells_of(self, telling: Telling, setting: Setting) -> tuple[str, ...]:
        """Return the story cells of a telling, worked out once; its story does not change while a piece is closed."""
        if telling.id not in self._cells:
            self._cells[telling.id] = story_cells(telling, setting)
        return self._cells[telling.id]

    def _documents(self, story: str, own: str) -> Iterable[str]:
        found = next((one for one in self._new if one.id == story), None) or self._table.stories.get(story)
        return found.documents if found else (own,)

    def _belongs(self, one: Telling, other: Telling, setting: Setting) -> bool:
        """Tell whether two tellings are linked: of one commitment, as whole and part, or by a tie."""
        if one.part_of == other.id or other.part_of == one.id or is_tied(one, other, setting):
            return True
        if self._rulings.tied(one.id, other.id):
            return True
        return may_meet(one, other) and score_pair(one, other, setting).score >= JOIN_AT


def _stale(shelf: Shelf, old: Ledger, tellings: Iterable[Telling], documents: set[str]) -> Ledger:
    """Return the old entries that a piece replaces: all of its stories, and the commitments of any of its mentions."""
    told = tuple(tellings)
    reached = {telling.id for telling in told}
    beyond = shelf.entries_of(sorted({telling.document for telling in told} - documents))
    commitments = {one.id: one for one in (*old.commitments, *beyond.commitments)}
    gone = [c for c in commitments.values() if not reached.isdisjoint(c.mentions) or documents & set(c.documents)]
    kept = (gone, old.stories, old.agreements, old.positions, old.events, old.people)
    subjects = documents.union(entry.id for entries in kept for entry in entries)
    findings = {one.id: one for one in (*old.findings, *beyond.findings) if not subjects.isdisjoint(one.about)}
    return Ledger(
        stories=old.stories,
        commitments=tuple(sorted(gone, key=lambda one: one.id)),
        agreements=old.agreements,
        positions=old.positions,
        events=old.events,
        people=old.people,
        findings=tuple(findings[one] for one in sorted(findings)),
    )
