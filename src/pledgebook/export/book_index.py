"""Which entries of a ledger belong to which story, and in which order stories are told."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pledgebook.model.ledger import Agreement, Commitment, Event, Finding, Ledger, Position, Story
from pledgebook.model.records import Reading


class StoryParts(NamedTuple):
    """One story with the entries that its reports tell of; `event` is the one that most of them report."""

    story: Story
    day: dt.date | None
    event: Event | None
    events: tuple[Event, ...]
    commitments: tuple[Commitment, ...]
    agreements: tuple[Agreement, ...]
    positions: tuple[Position, ...]
    findings: tuple[Finding, ...]


_Entry = Commitment | Agreement | Position | Event


class _Shelf:
    """What has been gathered for one story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.events: list[Event] = []
        self.commitments: list[Commitment] = []
        self.agreements: list[Agreement] = []
        self.positions: list[Position] = []
        self.findings: list[Finding] = []

    def take(self, entry: _Entry | Finding) -> None:
        match entry:
            case Commitment():
                self.commitments.append(entry)
            case Agreement():
                self.agreements.append(entry)
            case Position():
                self.positions.append(entry)
            case Event():
                self.events.append(entry)
            case Finding():
                self.findings.append(entry)

    def close(self, published: Mapping[str, dt.date]) -> StoryParts:
        dated = sorted(self.events, key=lambda each: (each.date is None, -len(each.documents), -len(each.mentions)))
        event = dated[0] if dated else None
        days = [published[document] for document in self.story.documents if document in published]
        day = event.date.start if event is not None and event.date is not None else max(days, default=None)
        events = tuple(sorted(self.events, key=lambda each: (-len(each.documents), -len(each.mentions), each.id)))
        return StoryParts(
            self.story,
            day,
            event,
            events,
            tuple(self.commitments),
            tuple(self.agreements),
            tuple(self.positions),
            tuple(self.findings),
        )


def _entries(ledger: Ledger) -> Iterator[_Entry]:
    yield from ledger.commitments
    yield from ledger.agreements
    yield from ledger.positions
    yield from ledger.events


def sort_into_stories(ledger: Ledger, readings: Iterable[Reading]) -> list[StoryParts]:
    """Return every story with its entries, the latest event first; those without a day or without a promise come last.

    An entry that two stories tell of stands in both; a finding stands in the first story that it speaks of.
    """
    published = {each.document: each.published for each in readings if each.published}
    shelves = {story.id: _Shelf(story) for story in ledger.stories}
    home = {document: story.id for story in ledger.stories for document in story.documents}
    where: dict[str, list[str]] = {}
    for entry in _entries(ledger):
        told = [home[document] for document in entry.documents if document in home]
        where[entry.id] = sorted(set(told))
        for story in where[entry.id]:
            shelves[story].take(entry)
    for finding in ledger.findings:
        stories = [home[each.document] for each in finding.evidence if each.document in home]
        stories += [story for about in finding.about for story in where.get(about, ())]
        stories += [about for about in finding.about if about in shelves]
        if stories:
            shelves[stories[0]].take(finding)
    parts = [shelf.close(published) for shelf in shelves.values()]
    return sorted(parts, key=_newest_first)


def _newest_first(parts: StoryParts) -> tuple[bool, int, int, str]:
    return (
        not parts.commitments,
        -parts.day.toordinal() if parts.day else 0,
        -len(parts.story.documents),
        parts.story.id,
    )
