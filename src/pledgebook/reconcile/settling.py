"""The readings of a book, or of a closed piece of it, become its ledger; what that looks at nobody else needs."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct

from pledgebook.model.ledger import Agreement, Commitment, Event, Ledger, Person, Position, Story
from pledgebook.model.rates import Rates
from pledgebook.model.records import Kind, Reading
from pledgebook.model.values import Period, Precision
from pledgebook.reconcile.agreements import settle_agreements
from pledgebook.reconcile.announcements import Beside, find_deals, find_gatherings
from pledgebook.reconcile.bonds import gather_ties, tell_ties, tie_to_first, tie_to_wholes
from pledgebook.reconcile.commitments import settle_commitment
from pledgebook.reconcile.dates import Clue, Hint
from pledgebook.reconcile.echoes import mark_echoes
from pledgebook.reconcile.events import day_of_story, settle_events
from pledgebook.reconcile.grouping import Group, group_tellings
from pledgebook.reconcile.links import Setting
from pledgebook.reconcile.origins import find_origins, origins_of
from pledgebook.reconcile.packages import build_packages, find_wholes
from pledgebook.reconcile.people import rename_people, settle_people
from pledgebook.reconcile.pins import find_pins, pin_firsts, pin_wholes
from pledgebook.reconcile.positions import settle_positions
from pledgebook.reconcile.profiles import Profile, make_profile
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.signs import settle_signs
from pledgebook.reconcile.stories import Found, find_stories
from pledgebook.reconcile.tellings import Telling, firmest, gather_tellings
from pledgebook.reconcile.turns import settle_turns


class Report(Struct, frozen=True):
    """One reading made ready for settling: its profile, and its tellings of deeds by kind."""

    profile: Profile
    deeds: Mapping[Kind, tuple[Telling, ...]]


class Scene(Struct, frozen=True):
    """One story settled, with its origins and deeds; its day is the one its sums are converted at."""

    story: Story
    events: tuple[Event, ...]
    agreements: tuple[Agreement, ...]
    positions: tuple[Position, ...]
    people: tuple[Person, ...]


Entry = TypeVar("Entry", Agreement, Position, Event, Person)
DEEDS = (Kind.AGREEMENT, Kind.POSITION, Kind.EVENT, Kind.PERSON)


def open_report(reading: Reading, profile: Profile | None = None) -> Report:
    """Return a reading made ready for settling, its profile made anew where none is given."""
    return Report(profile or make_profile(reading), {kind: gather_tellings(reading, kind) for kind in DEEDS})


def settle_readings(readings: Iterable[Reading], rulings: Rulings, rates: Rates) -> Ledger:
    """Return the ledger of some readings, without findings; the order they come in changes nothing."""
    reports = {reading.document: open_report(reading) for reading in readings}
    profiles = [reports[document].profile for document in sorted(reports)]
    scenes = settle_stories(profiles, reports, rulings)
    tellings = [telling for profile in profiles for telling in profile.tellings]
    stories = [scene.story for scene in scenes]
    context = find_context([event for scene in scenes for event in scene.events], reports.values())
    return gather_ledger(scenes, settle_commitments(tellings, stories, rulings, rates, context=context))


def find_context(events: Iterable[Event], reports: Iterable[Report]) -> Beside:
    """Return what the sentences of some reports tell of beside sums: dated gatherings, and who agrees with whom."""
    held = tuple(reports)
    mentions = {telling.id: telling.mention for report in held for telling in report.deeds[Kind.EVENT]}
    deals = find_deals(telling for report in held for telling in report.deeds[Kind.AGREEMENT])
    return Beside(find_gatherings(events, mentions), deals)


def settle_stories(profiles: Sequence[Profile], reports: Mapping[str, Report], rulings: Rulings) -> tuple[Scene, ...]:
    """Return the stories of some reports, settled, sorted by id."""
    return tuple(settle_story(found, reports, rulings) for found in find_stories(profiles))


def gather_ledger(scenes: Sequence[Scene], commitments: tuple[Commitment, ...]) -> Ledger:
    """Return the ledger of settled stories and commitments, without findings."""
    return Ledger(
        stories=tuple(scene.story for scene in scenes),
        commitments=commitments,
        agreements=_sorted(one for scene in scenes for one in scene.agreements),
        positions=_sorted(one for scene in scenes for one in scene.positions),
        events=_sorted(one for scene in scenes for one in scene.events),
        people=_sorted(one for scene in scenes for one in scene.people),
    )


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.id))


def settle_story(found: Found, reports: Mapping[str, Report], rulings: Rulings) -> Scene:
    """Return one story with its origins, deeds and day."""
    origins = find_origins(found)
    by_document = origins_of(origins)
    told = {kind: [t for profile in found.reports for t in reports[profile.document].deeds[kind]] for kind in DEEDS}
    people = settle_people(told[Kind.PERSON], rulings)
    told |= {kind: rename_people(told[kind], people) for kind in (Kind.POSITION, Kind.EVENT)}
    past = tuple(_time_hints(found.reports, told[Kind.AGREEMENT], by_document))
    events = settle_events(told[Kind.EVENT], past, rulings, by_document)
    documents = tuple(sorted(profile.document for profile in found.reports))
    day = _day(found.reports, day_of_story(events))
    return Scene(
        story=Story(found.id, _title(found.reports), documents, origins, day),
        events=events,
        agreements=settle_agreements(told[Kind.AGREEMENT], rulings, by_document),
        positions=settle_positions(told[Kind.POSITION], rulings, by_document),
        people=people,
    )


def _title(reports: Sequence[Profile]) -> str:
    return next((profile.title for profile in reports if profile.title), "")


def _day(reports: Sequence[Profile], event: Period | None) -> dt.date | None:
    """Return the day a story's sums are converted at: its event's, else its first report's."""
    if event is not None:
        return event.start
    return min((profile.published for profile in reports if profile.published), default=None)


def _time_hints(
    reports: Sequence[Profile], agreements: Iterable[Telling], origins: Mapping[str, str]
) -> Iterator[Hint]:
    """Yield what reports show of the time beside their events: when they came out, which years they tell of as past."""
    for profile in reports:
        if profile.published:
            day = Period(profile.published, profile.published, Precision.DAY)
            yield Hint(Clue.PUBLISHED, profile.document, origins[profile.document], "", period=day)
    for telling in agreements:
        date = firmest(telling.statements, "date", Period)
        if date is not None:
            yield Hint(Clue.NOT_BEFORE, telling.document, origins[telling.document], telling.id, period=date)


def settle_commitments(
    tellings: Sequence[Telling],
    stories: Iterable[Story],
    rulings: Rulings,
    rates: Rates,
    *,
    context: Beside,
    beside: Iterable[Telling] = (),
) -> tuple[Commitment, ...]:
    """Return the commitments that tellings tell of together, sorted by id, wholes and parts placed.

    Args:
        tellings: All of a book, or a piece of it that nothing outside is linked to.
        stories: The story of each of their documents.
        rulings: What people decided.
        rates: Who knows the rates.
        context: What else their sentences tell of.
        beside: Others of the same stories, so that it can be told from whom the tellings were kept apart.
    """
    known = tuple(stories)
    setting = setting_of(known, rulings, rates)
    origins = {document: o.id for story in known for o in story.origins for document in o.documents}
    groups = [_settle_group_signs(group) for group in group_tellings(tellings, setting, beside)]
    settled = [settle_commitment(group, setting, origins, context) for group in groups]
    by_mention = {telling.id: telling for group in groups for telling in group.tellings}
    web = gather_ties(settled, by_mention, setting)
    pinned = find_pins(settled, rulings)
    wholes = find_wholes(settled, by_mention)
    bonds = {part: bond for part, bond in tie_to_wholes(web, wholes).items() if part not in pinned.wholes}
    held = pin_wholes(wholes | {part: bond.to for part, bond in bonds.items()}, pinned)
    placed = build_packages(settled, by_mention, held, rates)
    told = tell_ties(placed, {part: bond for part, bond in bonds.items() if held.get(part) == bond.to})
    tied = pin_firsts(tie_to_first(told, web, pinned.firsts), pinned)
    return mark_echoes(tied, by_mention, setting)


def setting_of(stories: Iterable[Story], rulings: Rulings, rates: Rates) -> Setting:
    """Return what pairs of tellings are judged in."""
    known = tuple(stories)
    home = {document: story.id for story in known for document in story.documents}
    days = {story.id: story.day for story in known if story.day is not None}
    return Setting(home, days, rates, rulings)


def _settle_group_signs(group: Group) -> Group:
    return msgspec.structs.replace(group, tellings=settle_turns(settle_signs(group.tellings)))
