"""A ledger becomes what an editor wants on the desk: one section a story, every figure with its evidence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pledgebook.export.book_index import StoryParts, sort_into_stories
from pledgebook.export.brief import (
    BriefView,
    Deal,
    Doubt,
    Happening,
    Line,
    Lone,
    Root,
    Section,
    Short,
    Source,
    Stand,
)
from pledgebook.export.evidence import Evidence, cut_pieces
from pledgebook.export.lines import LineWriter, name_line
from pledgebook.export.material import Material
from pledgebook.export.wording import (
    NOVELTIES,
    STANCES,
    tell_count,
    tell_day,
    tell_money,
    tell_parties,
    tell_period,
    tell_rounded,
)
from pledgebook.model.errors import UnknownId
from pledgebook.model.ledger import Agreement, Commitment, Event, Finding, Origin, Position, Severity
from pledgebook.model.records import Document, Reading
from pledgebook.model.values import FRESH

MOST_NOTES: Final = 6
MOST_DOUBTS: Final = 30
MOST_LONE: Final = 12
MOST_EVENTS: Final = 5
MOST_STORIES: Final = 20
MOST_SHORTS: Final = 500
MOST_TEXT: Final = 400_000
RANKS: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2, Severity.INFO: 3}
NEW_MONEY: Final = frozenset(NOVELTIES[novelty] for novelty in FRESH)
LETTERS: Final = 26
ALONE: Final = "single_source"
"""Findings of this code say what the part on what only one report says shows anyway."""


class _Desk(NamedTuple):
    """What every part of the view is written with."""

    material: Material
    evidence: Evidence
    writer: LineWriter
    numbers: dict[str, int]
    readings: dict[str, Reading]


def _letter(place: int) -> str:
    return (_letter(place // LETTERS - 1) if place >= LETTERS else "") + chr(ord("A") + place % LETTERS)


def _root(origin: Origin, place: int, desk: _Desk) -> Root:
    reports = tuple(sorted(desk.numbers[each] for each in origin.documents))
    return Root(_letter(place), reports, origin.because, origin.credits)


def _happening(event: Event, desk: _Desk) -> Happening:
    who = tell_parties(event.who)
    name = event.what or event.type
    what = " \N{EM DASH} ".join(filter(None, (name[:1].upper() + name[1:], who)))
    return Happening(what, event.where, tell_period(event.date), desk.evidence.cite(event.mentions, MOST_NOTES))


def _placed(events: Sequence[Event]) -> list[Event]:
    """Return the events of which a day is known, else those of which a place is, else all; best known first."""
    dated = [each for each in events if each.date is not None]
    return sorted(dated or [each for each in events if each.where] or events, key=lambda each: not each.where)


def _deal(deal: Agreement, desk: _Desk) -> Deal:
    return Deal(
        id=deal.id,
        parties=tell_parties(deal.parties),
        type=deal.type,
        subject=deal.subject,
        status=deal.status,
        when=tell_period(deal.date),
        amount=tell_money(deal.amount) if deal.amount else "",
        reports=len(deal.documents),
        origins=len(deal.origins),
        notes=desk.evidence.cite(deal.mentions, MOST_NOTES),
    )


def _stand(position: Position, desk: _Desk) -> Stand:
    return Stand(
        id=position.id,
        actor=position.actor.name,
        stance=STANCES[position.stance],
        on=position.on,
        condition=position.condition,
        speaker=position.speaker if position.speaker != position.actor.name else "",
        reports=len(position.documents),
        origins=len(position.origins),
        notes=desk.evidence.cite(position.mentions, MOST_NOTES),
    )


def rank_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings as they are worth reading, then the gravest, then those that most words speak for."""
    return sorted(
        findings, key=lambda each: (-each.rank, RANKS[each.severity], -len(each.evidence), each.code, each.id)
    )


def _name_reports(message: str, desk: _Desk) -> str:
    """Return a message in which reports have the numbers that the brief gives them, not the names of their files."""
    for document in sorted(desk.numbers, key=lambda each: -len(_file_name(each, desk))):
        name = _file_name(document, desk)
        if name and "." in name:
            message = message.replace(name, f"report {desk.numbers[document]}")
    return message[:1].upper() + message[1:]


def _file_name(document: str, desk: _Desk) -> str:
    return desk.readings[document].name.rsplit("/", maxsplit=1)[-1] if document in desk.readings else ""


def _doubt(finding: Finding, desk: _Desk) -> Doubt:
    notes = (desk.evidence.cite_span(each.document, each.span) for each in finding.evidence[:MOST_NOTES])
    return Doubt(
        finding.id,
        finding.code.replace("_", " "),
        finding.severity.value,
        _name_reports(finding.message, desk),
        finding.suggestion,
        tuple(dict.fromkeys(notes)),
    )


def _lone(
    parts: StoryParts, lines: Sequence[Line], deals: Sequence[Deal], stands: Sequence[Stand], desk: _Desk
) -> Iterator[Lone]:
    if len(parts.story.documents) < 2:  # noqa: PLR2004 - with one report, all of it is told by one
        return
    entries: list[Commitment | Agreement | Position] = [*parts.commitments, *parts.agreements, *parts.positions]
    only = {each.id: desk.numbers.get(each.documents[0], 0) for each in entries if len(each.documents) == 1}
    for line in lines:
        if line.id in only and line.kind != "rest":
            yield Lone(name_line(line), only[line.id], line.notes)
    for deal in deals:
        if deal.id in only:
            yield Lone(
                f"{deal.type.capitalize()}: {deal.parties} \N{EM DASH} {deal.subject}", only[deal.id], deal.notes
            )
    for stand in stands:
        if stand.id in only:
            yield Lone(f"{stand.actor} {stand.stance} {stand.on}", only[stand.id], stand.notes)


def _headline(parts: StoryParts, lines: Sequence[Line], desk: _Desk) -> str:
    reports = tell_count(len(parts.story.documents), "report")
    told = [f"{reports} from {tell_count(len(parts.story.origins), 'independent origin')}"]
    sums = [line for line in lines if line.kind == "sum"]
    fresh = [line for line in sums if line.novelty in NEW_MONEY]
    if sums and not fresh:
        told.append("no new money: every sum was promised before")
    elif sums:
        told.append(f"{len(fresh)} of {tell_count(len(sums), 'sum')} new{_new_money(parts, desk)}")
    return "; ".join(told)


def _new_money(parts: StoryParts, desk: _Desk) -> str:
    add = desk.material.add_new_money
    money = add(parts.commitments, desk.material.currency) if add else None
    if money is None or money.currency is None:
        return ""
    return f", together ≈{tell_rounded(money.value, money.currency)} of new money"


def _section(parts: StoryParts, desk: _Desk) -> Section:
    happenings = tuple(_happening(each, desk) for each in _placed(parts.events)[:MOST_EVENTS])
    lines = desk.writer.write_lines(parts.commitments, parts.day)
    deals = tuple(_deal(each, desk) for each in _by_weight(parts.agreements))
    stands = tuple(_stand(each, desk) for each in _by_actor(parts.positions))
    findings = rank_findings(each for each in parts.findings if each.code != ALONE)
    lone = tuple(_lone(parts, lines, deals, stands, desk))
    return Section(
        id=parts.story.id,
        title=name_story(parts, desk.readings),
        when=_when(parts),
        where=parts.event.where if parts.event else "",
        happenings=happenings,
        lines=lines,
        deals=deals,
        stands=stands,
        doubts=tuple(_doubt(each, desk) for each in findings[:MOST_DOUBTS]),
        more_doubts=max(0, len(findings) - MOST_DOUBTS),
        lone=lone[:MOST_LONE],
        more_lone=max(0, len(lone) - MOST_LONE),
        sources=tuple(sorted(desk.numbers[each] for each in parts.story.documents)),
        roots=tuple(_root(each, place, desk) for place, each in enumerate(_by_first(parts, desk))),
        headline=_headline(parts, lines, desk),
    )


def name_event(event: Event) -> str:
    """Return an event as a headline: "Mark Carney in Kyiv: first official visit", "G7 summit, Kananaskis"."""
    what = event.what or event.type
    who = tell_parties(event.who)
    if what.casefold() in who.casefold():
        what, who = who, ""
    if not who:
        return ", ".join(filter(None, (what[:1].upper() + what[1:], event.where)))
    return f"{' in '.join(filter(None, (who, event.where)))}: {what}"


def name_story(parts: StoryParts, readings: Mapping[str, Reading]) -> str:
    """Return a story's title; where it has none: that of its only report, its event, who promised whom."""
    if parts.story.title:
        return parts.story.title
    titles = [readings[each].title for each in parts.story.documents if each in readings and readings[each].title]
    if len(parts.story.documents) == 1 and titles:
        return titles[0]
    if parts.event is not None:
        return name_event(parts.event)
    givers = Counter((tell_parties(each.providers), tell_parties(each.recipients)) for each in parts.commitments)
    if givers:
        (giver, getter), _ = min(givers.items(), key=lambda each: (-each[1], each[0]))
        return " to ".join(filter(None, (giver, getter))) or "A promise by someone unnamed"
    names = [readings[each].name for each in parts.story.documents if each in readings]
    return (*titles, *names, parts.story.id)[0]


def _when(parts: StoryParts) -> str:
    if parts.event is not None and parts.event.date is not None:
        return tell_period(parts.event.date)
    return f"reported {tell_day(parts.day)}" if parts.day else ""


def _by_weight(agreements: Iterable[Agreement]) -> list[Agreement]:
    return sorted(agreements, key=lambda each: (-len(each.documents), -len(each.mentions), each.id))


def _by_actor(positions: Iterable[Position]) -> list[Position]:
    told = list(positions)
    weight: dict[str, int] = {}
    for each in told:
        weight[each.actor.name] = weight.get(each.actor.name, 0) + len(each.mentions)
    return sorted(told, key=lambda each: (-weight[each.actor.name], each.actor.name, -len(each.mentions), each.id))


def _by_first(parts: StoryParts, desk: _Desk) -> list[Origin]:
    return sorted(parts.story.origins, key=lambda each: min(desk.numbers[one] for one in each.documents))


def _short(parts: StoryParts, desk: _Desk) -> Short:
    sums = sorted(parts.commitments, key=lambda each: (-desk.writer.convert(each, parts.day).value, each.id))
    largest = tell_money(sums[0].amount) if sums and sums[0].amount else ""
    return Short(
        parts.story.id,
        name_story(parts, desk.readings),
        _when(parts),
        len(parts.story.documents),
        len(parts.story.origins),
        len(parts.commitments),
        largest,
    )


def _rates(sections: Iterable[Section]) -> tuple[str, ...]:
    used = {line.conversion for section in sections for line in section.lines if " = " in line.conversion}
    return tuple(sorted(used))


def _choose(material: Material, most: int) -> tuple[list[StoryParts], list[StoryParts]]:
    """Return the stories to be told in full, and those that get one row each."""
    stories = sort_into_stories(material.ledger, material.readings)
    if not material.story:
        return stories[:most], stories[most:]
    wanted = [parts for parts in stories if parts.story.id.startswith(material.story)]
    if not wanted:
        raise UnknownId(f"no story {material.story!r} in this book; `pledgebook brief` lists those there are")
    return wanted, []


def _number_reports(told: Iterable[StoryParts], material: Material) -> dict[str, int]:
    """Number the reports of each story by day and name, story by story."""
    readings = {reading.document: reading for reading in material.readings}
    numbers: dict[str, int] = {}
    for parts in told:
        known = [readings[each] for each in parts.story.documents if each in readings]
        known.sort(key=lambda each: (str(each.published or ""), each.name, each.document))
        ordered = [each.document for each in known]
        ordered += [each for each in parts.story.documents if each not in readings]
        for document in ordered:
            numbers.setdefault(document, len(numbers) + 1)
    return numbers


def _sources(sections: Iterable[Section], desk: _Desk) -> tuple[Source, ...]:
    letters = {number: root.letter for each in sections for root in each.roots for number in root.reports}
    documents = {each.id: each for each in desk.material.documents}
    room = sum(len(documents[each].text) for each in desk.numbers if each in documents) <= MOST_TEXT
    return tuple(
        _source(documents.get(each, Document(each, each, "")), number, letters.get(number, ""), desk, room=room)
        for each, number in desk.numbers.items()
    )


def _source(document: Document, number: int, letter: str, desk: _Desk, *, room: bool) -> Source:
    marks = desk.evidence.spans_of(document.id) if room else []
    return Source(
        number=number,
        id=document.id,
        name=document.name,
        outlet=document.outlet,
        title=document.title,
        when=tell_day(document.published) if document.published else "",
        url=document.url,
        origin=letter,
        text=cut_pieces(document.text, 0, len(document.text), marks) if room else (),
    )


def view_brief(material: Material, most: int = MOST_STORIES) -> BriefView:
    """Return everything a brief shows, in words; pure, and the same for the same ledger.

    Args:
        material: What is to be told.
        most: How many stories are told in full, unless `material.limit` says.

    Raises:
        UnknownId: If a story is asked for that is not in the ledger.
    """
    told, rest = _choose(material, material.limit or most)
    numbers = _number_reports(told, material)
    evidence = Evidence(material.readings, {each.id: each for each in material.documents}, numbers)
    readings = {each.document: each for each in material.readings}
    desk = _Desk(material, evidence, LineWriter(material, evidence), numbers, readings)
    sections = tuple(_section(each, desk) for each in told)
    sources = _sources(sections, desk)
    one = len(sections) == 1 and not rest
    return BriefView(
        title=material.title or (sections[0].title if one else "The book of promises"),
        currency=material.currency,
        sections=sections,
        shorts=tuple(_short(each, desk) for each in rest[:MOST_SHORTS]),
        more_shorts=max(0, len(rest) - MOST_SHORTS),
        sources=sources,
        notes=tuple(evidence.notes),
        reports=len(material.readings),
        stories=len(told) + len(rest),
        rates=_rates(sections),
    )
