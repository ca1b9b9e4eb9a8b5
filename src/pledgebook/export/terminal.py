"""The brief for a terminal, drawn by Rich."""

import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from pledgebook.export.brief import BriefView, Deal, Doubt, Line, Lone, Root, Section, Short, Source, Stand
from pledgebook.export.material import Material
from pledgebook.export.view import view_brief
from pledgebook.export.wording import clean_text, tell_count

ID_LENGTH: Final = 10
_ID: Final = re.compile(r"\b[a-z]-[0-9a-f]{16}\b")
MOST_STORIES: Final = 5
MOST_SHORTS: Final = 40
SUM_WIDTH: Final = 32
SEVERITIES: Final = {"error": "bold red", "warning": "bold yellow", "notice": "cyan", "info": "dim"}
FRESH: Final = "bold green"


def _text(words: str, style: str = "") -> Text:
    return Text(clean_text(words), style=style)


def _heading(words: str) -> RenderableType:
    return Padding(Text(words.upper(), style="bold red"), (1, 0, 0, 0))


def draw_branches(depths: Sequence[int]) -> list[str]:
    """Return what is drawn before each line of a tree, given how deep each line stands."""
    drawn = []
    for place, depth in enumerate(depths):
        if not depth:
            drawn.append("")
            continue
        stem = "".join("│  " if _goes_on(depths, place, level) else "   " for level in range(1, depth))
        drawn.append(f"{stem}{'├─ ' if _goes_on(depths, place, depth) else '└─ '}")
    return drawn


def _goes_on(depths: Sequence[int], place: int, level: int) -> bool:
    """Say whether another line at this level follows under the same whole."""
    for later in depths[place + 1 :]:
        if later < level:
            return False
        if later == level:
            return True
    return False


def _told_by(reports: int, origins: int) -> str:
    return f"{reports}/{origins}" if reports else ""


def _what(line: Line) -> Text:
    told = Text()
    if line.kind == "rest":
        return _text(line.what, "italic dim")
    told.append(clean_text(line.provider or "not named"))
    if line.recipient:
        told.append(" → ", "dim").append(clean_text(line.recipient))
    if line.programme:
        told.append(f" [{clean_text(line.programme)}]", "bold")
    for words in (line.what, line.remark):
        if words:
            told.append(f"\n{clean_text(words)}", "dim")
    return told


def _amount(branch: str, below: str, line: Line) -> Text:
    style = "italic dim" if line.kind == "rest" else "" if line.depth else "bold"
    told = Text(branch, "dim").append_text(_text(line.amount, style))
    if line.converted or line.kind != "rest":
        told.append(f"\n{below}{clean_text(line.converted)}", "dim")
    for words in line.also:
        told.append(f"\n{below}= {clean_text(words)}", "dim")
    return told


def _ledger(lines: Sequence[Line]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="dim", padding=(0, 1, 0, 0), expand=True)
    table.add_column("Sum", max_width=SUM_WIDTH)
    table.add_column("Who to whom, for what", ratio=1)
    table.add_column("Stage, new?", no_wrap=True)
    table.add_column("Told by", no_wrap=True)
    table.add_column("Id", style="dim", no_wrap=True)
    depths = [line.depth for line in lines]
    branches = draw_branches(depths)
    for place, line in enumerate(lines):
        last = place + 1 == len(lines) or depths[place + 1] <= line.depth
        below = _carry(branches[place]) + ("" if last else "│  ")
        stage = _text(line.stage).append("\n").append(line.novelty, FRESH if line.novelty == "new" else "dim")
        name = "" if line.kind == "rest" else line.id[:ID_LENGTH]
        table.add_row(
            _amount(branches[place], below, line), _what(line), stage, _told_by(line.reports, line.origins), name
        )
    return table


def _carry(branch: str) -> str:
    """Return what stands below a branch, on the second row of the same line."""
    return branch.replace("├─ ", "│  ").replace("└─ ", "   ")


def _bullets(rows: Iterable[tuple[Text, str]]) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=1, style="dim")
    table.add_column(ratio=1)
    table.add_column(style="dim", no_wrap=True, justify="right")
    for words, aside in rows:
        table.add_row("•", words, aside)
    return table


def _deal(deal: Deal) -> tuple[Text, str]:
    told = _text(deal.parties, "bold").append(f" {deal.status}" if deal.status else "", "green")
    subject = f": {deal.subject}" if deal.subject else ""
    more = "".join(filter(None, (f" ({deal.amount})" if deal.amount else "", f", {deal.when}" if deal.when else "")))
    return told.append(clean_text(f" \N{EM DASH} {deal.type}{subject}{more}")), _told_by(deal.reports, deal.origins)


def _stand(stand: Stand) -> tuple[Text, str]:
    told = _text(stand.actor, "bold").append(f" {stand.stance} ", "italic").append(clean_text(stand.on))
    if stand.condition:
        told.append(clean_text(f", {stand.condition}"))
    if stand.speaker:
        told.append(clean_text(f" ({stand.speaker})"), "dim")
    return told, _told_by(stand.reports, stand.origins)


def _doubt(doubt: Doubt) -> tuple[Text, str]:
    told = Text(doubt.severity.upper(), SEVERITIES[doubt.severity]).append(f" {doubt.code}\n", "dim")
    told.append(clean_text(doubt.message))
    if doubt.suggestion:
        told.append(clean_text(f"\n{_cut_ids(doubt.suggestion)}"), "italic dim")
    return told, doubt.id[:ID_LENGTH]


def _cut_ids(words: str) -> str:
    """Return words with their ids as short as the column of ids shows them, which any command takes."""
    return _ID.sub(lambda found: found.group()[:ID_LENGTH], words)


def _lone(entry: Lone) -> tuple[Text, str]:
    return _text(entry.what), f"report {entry.report}"


def _root(root: Root, sources: dict[int, Source]) -> tuple[Text, str]:
    named = []
    for number in root.reports:
        source = sources[number]
        named.append(f"{source.outlet or source.name} ({number})" + (f", {source.when}" if source.when else ""))
    told = _text(f"{root.letter}  {'; '.join(named)}", "bold")
    because = "; ".join(filter(None, (root.because, f"credits {', '.join(root.credits)}" if root.credits else "")))
    return told.append(clean_text(f"\n   {because}"), "not bold dim") if because else told, ""


def _parts(section: Section, view: BriefView) -> Iterator[RenderableType]:
    sources = {source.number: source for source in view.sources}
    yield _text(section.title, "bold")
    yield _text(", ".join(filter(None, (section.where, section.when))))
    name = f" ({section.id[:ID_LENGTH]})" if view.stories > 1 else ""
    yield _text(f"{section.headline}.{name}", "dim")
    for event in section.happenings:
        place = ", ".join(filter(None, (event.where, event.when)))
        yield _text(f"{event.what}: {place}" if place else event.what)
    if section.lines:
        yield _heading("The ledger")
        yield _ledger(section.lines)
    if section.deals:
        yield _heading("Agreements")
        yield _bullets(_deal(deal) for deal in section.deals)
    if section.stands:
        yield _heading("Positions")
        yield _bullets(_stand(stand) for stand in section.stands)
    if section.doubts:
        yield _heading("Where the reports disagree, and what else to check")
        yield _bullets(_doubt(doubt) for doubt in section.doubts)
    if section.more_doubts:
        yield Text(f"  {tell_count(section.more_doubts, 'finding')} more: pledgebook findings", "dim")
    if section.lone:
        yield _heading("What only one report says")
        yield _bullets(_lone(entry) for entry in section.lone)
    if section.more_lone:
        yield Text(f"  and {section.more_lone:,} more", "dim")
    yield _heading("The reports, by origin")
    yield _bullets(_root(root, sources) for root in section.roots)


def _shorts(shorts: Sequence[Short]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="dim", expand=True)
    for name in ("Story", "When", "Largest sum", "Lines", "Told by", "Id"):
        table.add_column(name, ratio=1 if name == "Story" else None)
    for short in shorts[:MOST_SHORTS]:
        told = _told_by(short.reports, short.origins)
        row = (short.title, short.when, short.largest, f"{short.lines:,}", told, short.id[:ID_LENGTH])
        table.add_row(*(_text(words) for words in row))
    return table


def _brief(view: BriefView) -> Iterator[RenderableType]:
    many = f", {view.stories:,} stories" if view.stories > 1 else ""
    yield Rule(f"pledgebook · {tell_count(view.reports, 'report')}{many}", style="dim", align="left")
    if len(view.sections) != 1 or view.title != view.sections[0].title:
        yield _text(view.title, "bold")
    if not view.sections:
        yield Text("No report in this book tells of a promise yet.")
    for place, section in enumerate(view.sections):
        if place:
            yield Rule(style="dim")
        yield Group(*_parts(section, view))
    if view.shorts:
        yield _heading("Also in the book")
        yield _shorts(view.shorts)
        more = len(view.shorts) + view.more_shorts - MOST_SHORTS
        yield Text(f"  {f'and {more:,} more; ' if more > 0 else ''}one in full: pledgebook brief --story ID", "dim")
    yield Text("")
    if view.rates:
        yield _text(f"≈ converted: {'; '.join(view.rates)}", "dim")
    yield Text("Told by: reports/independent origins. Words and derivation of a line: pledgebook explain ID", "dim")


def write_terminal(material: Material) -> str:
    """Return the brief as lines of `material.width`, with ANSI colours where they are wanted."""
    page = StringIO()
    console = Console(
        file=page,
        width=material.width,
        force_terminal=material.colour,
        color_system="standard" if material.colour else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    for part in _brief(view_brief(material, MOST_STORIES)):
        console.print(part)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()) + "\n"
