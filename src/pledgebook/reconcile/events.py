"""Which reports tell of the same visit or summit, and on which day it was."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

import msgspec

from pledgebook.model.ledger import Choice, Event, Rival
from pledgebook.model.naming import Surface
from pledgebook.model.records import Verb, content_id
from pledgebook.model.reference import aliases
from pledgebook.model.values import Party, Period, Precision, Text
from pledgebook.reconcile.commitments import Told
from pledgebook.reconcile.consensus import apply_decisions, choose, choose_wording, gather_values
from pledgebook.reconcile.dates import Clue, Hint, Solved, solve_day
from pledgebook.reconcile.likeness import Deed, gather_deeds, origins_among
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.summits import GATHERINGS, days_of, month_told, summit_of
from pledgebook.reconcile.tellings import Telling, content_words, firmest, party_keys, values_of, word_of

FIELDS: Final = ("type", "who", "where", "what")
MEETINGS: Final = frozenset({"meeting", "call", "visit", "ceremony", "signing"})


def settle_events(
    tellings: Sequence[Telling], past: Iterable[Hint], rulings: Rulings, origins: Mapping[str, str]
) -> tuple[Event, ...]:
    """Return the events that the reports of one story tell of, sorted by id, each on its solved day.

    Args:
        tellings: The events each report tells of.
        past: What else the reports show of the time: when they came out, what they tell of as past.
        rulings: What people decided.
        origins: The origin of each document.
    """
    shown = tuple(past)
    meetings = [telling for telling in tellings if word_of(telling.statements, "type") not in GATHERINGS]
    deeds = gather_deeds(meetings, judge_events, rulings)
    settled = [_settle(deed, [*shown, *_shared_hints(deed, deeds, origins)], rulings, origins) for deed in deeds]
    near = _day_near(settled, shown)
    gatherings = [telling for telling in tellings if word_of(telling.statements, "type") in GATHERINGS]
    held = gather_deeds(gatherings, lambda left, right: judge_gatherings(left, right, near), rulings)
    settled += [_settle_gathering(deed, shown, near, rulings, origins) for deed in held]
    return tuple(sorted(settled, key=lambda event: event.id))


def _day_near(events: Sequence[Event], past: Sequence[Hint]) -> dt.date | None:
    """Return the day a story stands on: that of its main event, else of its first report."""
    if (day := day_of_story(events)) is not None:
        return day.start
    return min((hint.period.start for hint in past if hint.clue is Clue.PUBLISHED and hint.period), default=None)


def judge_gatherings(left: Telling, right: Telling, near: dt.date | None) -> float:
    """Return how alike two tellings of a summit or conference are; two that our tables know are one or are not."""
    one, other = summit_of(left, near), summit_of(right, near)
    if one is not None and other is not None:
        return 2.0 if one.name == other.name else -5.0
    return judge_events(left, right)


def _settle_gathering(
    deed: Deed, past: Sequence[Hint], near: dt.date | None, rulings: Rulings, origins: Mapping[str, str]
) -> Event:
    """Return a summit or conference, its days from our tables where they know it and the reports do not say them."""
    event = _settle(deed, past, rulings, origins)
    if event.date is not None:
        return event
    known = next((summit for telling in deed.tellings if (summit := summit_of(telling, near))), None)
    if known is not None:
        return _dated(event, Choice("date", (days_of(known),), "reference", f"our tables hold it as {known.name}", ()))
    month = next((told for telling in deed.tellings if near and (told := month_told(telling, near))), None)
    if month is None:
        return event
    because = "the month a report names, the last before the event it reports"
    return _dated(event, Choice("date", (month,), "month-before", because, event.mentions))


def _dated(event: Event, choice: Choice) -> Event:
    """Return an event on the days that a choice gives it."""
    choices = tuple(sorted((*event.choices, choice), key=lambda one: one.field))
    date = next((value for value in choice.values if isinstance(value, Period)), None)
    return msgspec.structs.replace(event, date=date, choices=choices)


def _shared_hints(deed: Deed, deeds: Sequence[Deed], origins: Mapping[str, str]) -> Iterator[Hint]:
    """Yield what a story says of the day of other meetings of the same people in one place: one visit holds them."""
    kinds, places, who = _meeting_of(deed)
    for other in deeds:
        its_kinds, its_places, its_who = _meeting_of(other)
        if other is not deed and (kinds | its_kinds) <= MEETINGS and places & its_places and who & its_who:
            yield from (hint for hint in hints_of(other, origins) if hint.clue is not Clue.SAID)


def _meeting_of(deed: Deed) -> tuple[set[str], set[str], set[str]]:
    """Return the types of an event, the names of its place and the keys of who was there."""
    kinds = {word_of(telling.statements, "type") for telling in deed.tellings}
    told = (place_key(word_of(telling.statements, "where")) for telling in deed.tellings)
    places = {name for place in told for name in place.split("|") if name}
    who = {key for telling in deed.tellings for key in party_keys(values_of(telling.statements, "who", Party))}
    return kinds, places, who


def judge_events(left: Telling, right: Telling) -> float:
    """Return how alike two tellings of an event are; below zero they are two events."""
    kinds = {word_of(one.statements, "type") for one in (left, right)}
    if len(kinds) > 1:
        return -5.0
    ours, theirs = (place_key(word_of(one.statements, "where")) for one in (left, right))
    if ours and theirs and not _same_place(ours, theirs):
        return -5.0
    who = [set(party_keys(values_of(one.statements, "who", Party))) for one in (left, right)]
    what = [set(content_words(word_of(one.statements, "what"))) for one in (left, right)]
    score = 0.7 if ours and theirs else 0.4 if kinds <= MEETINGS else 0.0
    score += 0.6 if who[0] & who[1] else (-0.6 if who[0] and who[1] and kinds <= MEETINGS else 0.0)
    score += 0.6 if what[0] & what[1] else (-0.8 if what[0] and what[1] and kinds <= GATHERINGS else 0.0)
    return round(score + _times(left, right), 6)


def _same_place(one: str, other: str) -> bool:
    return bool(set(one.split("|")) & set(other.split("|")))


def _times(left: Telling, right: Telling) -> float:
    """Return what the dates say: a month apart and more speaks against one event, unless only the year differs."""
    ours, theirs = (firmest(one.statements, "date", Period) for one in (left, right))
    if ours is None or theirs is None:
        return 0.0
    if ours.start <= theirs.end and theirs.start <= ours.end:
        return 0.5
    same_day = (ours.start.month, ours.start.day) == (theirs.start.month, theirs.start.day)
    return 0.0 if same_day else -2.0


@cache
def _countries() -> Mapping[str, str]:
    named = {Surface.CAPITAL, Surface.COUNTRY}
    return {alias.words.casefold(): alias.code for alias in aliases() if alias.surface in named}


def place_key(where: str) -> str:
    """Return the names of a place, bar-separated; a capital and its country are one ("Kiev", "Kyiv", "Ukraine")."""
    names = [name.strip(" .").casefold() for name in where.split(",")]
    return "|".join(sorted({_countries().get(name, name) for name in names if name}))


def hints_of(deed: Deed, origins: Mapping[str, str]) -> tuple[Hint, ...]:
    """Return what the tellings of one event say of its day."""
    found: list[Hint] = []
    for telling in deed.tellings:
        origin = origins.get(telling.document, telling.document)
        said = firmest(telling.statements, "date", Period)
        if said is not None:
            found.append(Hint(Clue.SAID, telling.document, origin, telling.id, period=said))
        for field, clue in (("weekday", Clue.WEEKDAY), ("holiday", Clue.HOLIDAY)):
            if word := word_of(telling.statements, field):
                found.append(Hint(clue, telling.document, origin, telling.id, word=word.strip()))
    return tuple(found)


def _settle(deed: Deed, past: Sequence[Hint], rulings: Rulings, origins: Mapping[str, str]) -> Event:
    decided = rulings.on(deed.mentions)
    choices = [choice for field in FIELDS if (choice := choose_wording(field, deed.tellings, origins)) is not None]
    if (date := _choose_date(deed, past, origins)) is not None:
        choices.append(date)
    settled = apply_decisions(choices, [d for d in decided if d.verb is Verb.SET])
    told = Told(settled)
    return Event(
        id=content_id("e", deed.anchor),
        mentions=deed.mentions,
        documents=deed.documents,
        origins=origins_among(deed.documents, origins),
        type=told.word("type", "meeting"),
        who=told.all("who", Party),
        where=told.word("where"),
        date=told.one("date", Period),
        what=told.word("what"),
        choices=settled,
    )


def _choose_date(deed: Deed, past: Sequence[Hint], origins: Mapping[str, str]) -> Choice | None:
    """Return the solved day of an event as a choice, with the dates that were not taken and why."""
    hints = hints_of(deed, origins)
    documents = set(deed.documents)
    shown = [hint for hint in past if hint.document in documents or hint.clue in {Clue.WEEKDAY, Clue.HOLIDAY}]
    solved = solve_day([*hints, *shown])
    if solved is None:
        said = gather_values(deed.tellings, "date", origins)
        return choose("date", said, cause=lambda *_: "date")
    day = Period(solved.day, solved.day, Precision.DAY)
    broken = {one.hint.mention for one in solved.broken}
    mentions = tuple(sorted({hint.mention for hint in hints} - broken))
    because = "; ".join(solved.because) or "the only day told"
    return Choice("date", (day,), "solved", because, mentions, tuple(_rivals(solved, hints, past)))


def _rivals(solved: Solved, hints: Sequence[Hint], past: Sequence[Hint]) -> Iterable[Rival]:
    """Yield each date that was not taken, with everything that speaks against it.

    A report that alone gives the day taken and gives another day too speaks of two days, and contradicts nobody.
    """
    said = {
        hint.document for hint in hints if hint.clue is Clue.SAID and hint.period and hint.period.start == solved.day
    }
    for one in solved.broken:
        if one.hint.clue in {Clue.PUBLISHED, Clue.NOT_BEFORE} or said == {one.hint.document}:
            continue
        value = one.hint.period or Text(one.hint.word)
        told = one.because
        if one.hint.clue is Clue.SAID and one.hint.period is not None:
            later = [h for h in past if h.document == one.hint.document and h.clue is Clue.NOT_BEFORE and h.period]
            told += "".join(
                f"; the same report tells of {h.period.start.year} as past"
                for h in later
                if h.period and one.hint.period.end < h.period.start
            )
        yield Rival((value,), f"date: {told}", tuple(filter(None, (one.hint.mention,))))


def day_of_story(events: Sequence[Event]) -> Period | None:
    """Return the day of the event that most reports of a story tell of, the earliest of equals; None without one."""
    dated = [event for event in events if event.date is not None and event.date.precision is Precision.DAY]
    if not dated:
        return None
    counts = Counter({event.id: len(event.documents) for event in dated})
    best = min(dated, key=lambda event: (-counts[event.id], event.date.start if event.date else None, event.id))
    return best.date
