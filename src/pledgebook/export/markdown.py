"""The brief in Markdown, with the evidence as footnotes."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pledgebook.export.brief import BriefView, Doubt, Line, Note, Root, Section, Source
from pledgebook.export.material import Material
from pledgebook.export.view import view_brief
from pledgebook.export.wording import clean_text, tell_count

INDENT: Final = "\N{EM SPACE}"
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#|~$&!])")


def escape(words: str) -> str:
    """Return words on one line in which Markdown and HTML mean nothing."""
    return _SPECIAL.sub(r"\\\1", " ".join(clean_text(words).split(" ")).replace("\n", " "))


def _refs(notes: Sequence[int]) -> str:
    return "".join(f"[^{number}]" for number in notes)


def _told_by(reports: int, origins: int) -> str:
    return f"{tell_count(reports, 'report')}, {tell_count(origins, 'origin')}"


def _line(line: Line) -> str:
    branch = f"{INDENT * line.depth}↳ " if line.depth else ""
    amount = f"*{escape(line.amount)}*" if line.kind == "rest" else f"**{escape(line.amount)}**"
    if line.kind == "rest":
        cells = (f"{branch}{amount}", escape(line.converted), f"*{escape(line.what)}*", "", "", "")
    else:
        who = " → ".join(filter(None, (line.provider, line.recipient)))
        what = "; ".join(filter(None, (who, line.programme, line.what, line.remark)))
        told = _told_by(line.reports, line.origins)
        stage, new = escape(line.stage), escape(line.novelty)
        amount += _refs(line.notes)
        also = "".join(f"<br>= {escape(words)}" for words in line.also)
        cells = (f"{branch}{amount}{also}", escape(line.converted), escape(what), stage, new, told)
    return f"| {' | '.join(cells)} |"


def _ledger(lines: Sequence[Line], currency: str) -> Iterator[str]:
    yield f"| Sum | in {currency} | Who to whom, for what | Stage | New money? | Told by |"
    yield "|---|--:|---|---|---|---|"
    yield from (_line(line) for line in lines)


def _doubt(doubt: Doubt) -> str:
    words = " ".join(filter(None, (doubt.message, doubt.suggestion)))
    return f"- **{doubt.severity}**, {escape(doubt.code)}: {escape(words)}{_refs(doubt.notes)}"


def _root(root: Root, sources: dict[int, Source]) -> str:
    named = "; ".join(f"{number} {_name(sources[number])}" for number in root.reports)
    because = "; ".join(filter(None, (root.because, f"credits {', '.join(root.credits)}" if root.credits else "")))
    return f"- **{root.letter}**: {named}" + (f" \N{EM DASH} {escape(because)}" if because else "")


def _name(source: Source) -> str:
    title = f"“{source.title}”" if source.title else ""
    return escape(", ".join(filter(None, (source.outlet or source.name, title, source.when))))


def _heading(words: str) -> tuple[str, str, str]:
    return "", f"### {words}", ""


def _section(section: Section, view: BriefView) -> Iterator[str]:
    sources = {source.number: source for source in view.sources}
    yield from (f"## {escape(section.title)}", "") if section.title != view.title else ()
    place = ", ".join(filter(None, (section.where, section.when)))
    yield from (escape(place), "") if place else ()
    yield from (f"{escape(section.headline)}.", "")
    for event in section.happenings:
        told = ", ".join(filter(None, (event.where, event.when)))
        yield f"- {escape(event.what)}{f': {escape(told)}' if told else ''}{_refs(event.notes)}"
    if section.lines:
        yield from _heading("The ledger")
        yield from _ledger(section.lines, view.currency)
    if section.deals:
        yield from _heading("Agreements")
    for deal in section.deals:
        more = ", ".join(filter(None, (deal.status, deal.amount, deal.when, _told_by(deal.reports, deal.origins))))
        subject = f"{deal.type}: {deal.subject}" if deal.subject else deal.type
        yield f"- **{escape(deal.parties)}** \N{EM DASH} {escape(subject)} ({escape(more)}){_refs(deal.notes)}"
    if section.stands:
        yield from _heading("Positions")
    for stand in section.stands:
        what = ", ".join(filter(None, (stand.on, stand.condition)))
        told = _told_by(stand.reports, stand.origins)
        yield f"- **{escape(stand.actor)}** {stand.stance} {escape(what)} ({told}){_refs(stand.notes)}"
    yield from _doubts(section)
    yield from _heading("The reports")
    yield from (_root(root, sources) for root in section.roots)
    yield ""


def _doubts(section: Section) -> Iterator[str]:
    if section.doubts:
        yield from _heading("Where the reports disagree, and what else to check")
        yield from (_doubt(doubt) for doubt in section.doubts)
    if section.more_doubts:
        yield f"- {tell_count(section.more_doubts, 'finding')} more: `pledgebook findings`"
    if section.lone:
        yield from _heading("What only one report says")
        yield from (f"- {escape(each.what)} (report {each.report}){_refs(each.notes)}" for each in section.lone)
    if section.more_lone:
        yield f"- and {section.more_lone:,} more"


def _note(note: Note, sources: dict[int, Source]) -> str:
    words = "".join(_mark(piece.text) if piece.cited else escape(piece.text) for piece in note.pieces)
    source = f" {_name(sources[note.report])}" if note.report in sources else ""
    where = f", {note.section}" if note.section else ""
    return f"[^{note.number}]: Report {note.report}{source}{where}: “{words.strip()}”"


def _mark(text: str) -> str:
    inner = text.strip()
    return text.replace(inner, f"**{escape(inner)}**", 1) if inner else text


def _shorts(view: BriefView) -> Iterator[str]:
    yield from ("## Also in the book", "", "| Story | When | Largest sum | Lines | Told by |", "|---|---|---|--:|---|")
    for short in view.shorts:
        told = _told_by(short.reports, short.origins)
        yield f"| {escape(short.title)} | {short.when} | {escape(short.largest)} | {short.lines:,} | {told} |"
    yield from ("", f"And {view.more_shorts:,} more.") if view.more_shorts else ()
    yield ""


def _brief(view: BriefView) -> Iterator[str]:
    yield from (f"# {escape(view.title)}", "")
    if not view.sections:
        yield "No report in this book tells of a promise yet."
    for section in view.sections:
        yield from _section(section, view)
    if view.shorts:
        yield from _shorts(view)
    if view.notes:
        yield from ("## Evidence", "")
    sources = {source.number: source for source in view.sources}
    yield from (_note(note, sources) for note in view.notes)
    if view.rates:
        yield f"\n≈ converted: {escape('; '.join(view.rates))}"


def write_markdown(material: Material) -> str:
    """Return the brief as Markdown with tables and footnotes as GitHub and Pandoc read them."""
    return "\n".join(_brief(view_brief(material))).rstrip() + "\n"
