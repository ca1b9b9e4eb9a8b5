"""The commands that show what a book holds: brief, ledger, findings, explain, export."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pledgebook.cli.options import DEFAULT_BOOK, SHOWN, BookOption, JsonOption, OutputOption
from pledgebook.cli.screen import Column, deliver, measure, print_json, print_line, print_table
from pledgebook.model.ledger import Severity
from pledgebook.model.values import AidType, Stage

if TYPE_CHECKING:
    from pledgebook.actions.explaining import Explanation, Place
    from pledgebook.actions.lines import Line

CurrencyOption = Annotated[
    str, typer.Option("--currency", metavar="CODE", help="Tell sums in this currency too, such as USD or EUR.")
]
DayOption = Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="A day.")]
LINE_COLUMNS = (
    Column("id"),
    Column("amount", most=32),
    Column("≈", right=True),
    Column("who to whom", most=30),
    Column("stage"),
    Column("novelty"),
    Column("told by"),
    Column("what for", rest=True),
)
FINDING_COLUMNS = (
    Column("id"),
    Column("severity"),
    Column("code"),
    Column("finding", most=200),
)


class Form(StrEnum):
    """The forms of a brief."""

    TERMINAL = "terminal"
    HTML = "html"
    MARKDOWN = "markdown"


class Exported(StrEnum):
    """The formats of an export."""

    JSON = "json"


class Heading(StrEnum):
    """What new money is added up by."""

    ALL = "all"
    PROVIDER = "provider"
    RECIPIENT = "recipient"
    TYPE = "type"
    STAGE = "stage"
    MONTH = "month"


class Rule(StrEnum):
    """How sums come to one currency."""

    STATED = "stated"
    DAY = "ecb-day"
    MONTH = "ecb-month-mean"


def brief(
    *,
    form: Annotated[Form, typer.Option("--format", help="For the terminal, a browser or a page of Markdown.")] = (
        Form.TERMINAL
    ),
    output: OutputOption = "",
    currency: CurrencyOption = "EUR",
    story: Annotated[str, typer.Option(metavar="ID", help="Tell only this story.")] = "",
    limit: Annotated[int, typer.Option(min=0, help="Tell at most so many stories in full; 0 leaves it open.")] = 0,
    book: BookOption = DEFAULT_BOOK,
) -> None:
    """Tell what the reports say together: what is promised, what they disagree about, what only one says."""
    from pledgebook import actions
    from pledgebook.actions.publishing import find_story, find_writer, gather

    width, colour = measure() if not output else (100, False)
    with actions.open_book(book) as opened:
        material = gather(opened, currency=currency.upper())
        chosen = find_story(opened, story) if story else ""
    wanted = material._replace(width=width, colour=colour, story=chosen, limit=limit)
    deliver(find_writer(form).write(wanted), output)


def export(
    form: Annotated[
        Exported, typer.Argument(metavar="FORMAT", help="json: the whole ledger, as docs/format.md tells.")
    ],
    *,
    output: OutputOption = "",
    book: BookOption = DEFAULT_BOOK,
) -> None:
    """Write the whole ledger with its documents, words and derivations."""
    from pledgebook import actions
    from pledgebook.actions.publishing import publish

    with actions.open_book(book) as opened:
        deliver(publish(opened, form), output)


def ledger(  # noqa: PLR0913 - each argument is an option of the command
    *,
    provider: Annotated[str, typer.Option(metavar="NAME", help="Only what this party gives (a name or a code).")] = "",
    recipient: Annotated[str, typer.Option(metavar="NAME", help="Only what this party gets.")] = "",
    aid_type: Annotated[AidType | None, typer.Option("--type", help="Only this type of aid.")] = None,
    stage: Annotated[Stage | None, typer.Option(help="Only what has come this far.")] = None,
    since: DayOption = None,
    until: DayOption = None,
    new_only: Annotated[bool, typer.Option("--new-only", help="Only new money, nothing that is said again.")] = False,
    by: Annotated[Heading, typer.Option(help="Add up new money under these headings.")] = Heading.ALL,
    currency: CurrencyOption = "EUR",
    rule: Annotated[Rule, typer.Option(help="Convert by the reports' own figures, or by the ECB's rates.")] = Rule.DAY,
    json: JsonOption = False,
    book: BookOption = DEFAULT_BOOK,
) -> None:
    """List the commitments, each package before its parts, and add up what of them is new money.

    --since and --until bound the day of announcement. "told by" counts reports and their independent origins. The
    total counts no sum twice: nothing restated, no running total, no part beside its whole.
    """
    from pledgebook import actions
    from pledgebook.actions.lines import Adding, Question, list_lines, shape_lines

    days = (since.date() if since else None, until.date() if until else None)
    question = Question(provider, recipient, aid_type, stage, *days, new_only)
    with actions.open_book(book) as opened:
        listed = list_lines(opened, question, Adding(currency.upper(), by, rule))
    if json:
        print_json(shape_lines(listed))
        return
    print_table(LINE_COLUMNS, [_line_cells(line) for line in listed.lines])
    for each in listed.new_money:
        print_line(each.tell())


def _line_cells(line: "Line") -> tuple[str, ...]:
    return (
        "" if line.kind == "rest" else line.id[:SHOWN],
        "  " * line.depth + line.amount,
        line.converted.removeprefix("≈"),
        " → ".join(filter(None, (line.provider, line.recipient))),
        line.stage,
        line.novelty,
        f"{line.reports}/{line.origins}" if line.reports else "",
        "; ".join(filter(None, (line.remark, line.programme, line.what))),
    )


def findings(
    *,
    code: Annotated[str, typer.Option(metavar="CODE", help="Only this kind of finding (docs/findings.md).")] = "",
    severity: Annotated[Severity | None, typer.Option(help="Only findings at least as grave as this.")] = None,
    json: JsonOption = False,
    book: BookOption = DEFAULT_BOOK,
) -> None:
    """List what a person should look at, the gravest first."""
    from pledgebook import actions
    from pledgebook.actions.finding import list_findings

    with actions.open_book(book) as opened:
        found = list_findings(opened, code=code, severity=severity)
    if json:
        print_json(found)
        return
    rows = [(each.id[:SHOWN], each.severity, each.code, each.message) for each in found]
    print_table(FINDING_COLUMNS, rows)


def explain(
    entry: Annotated[str, typer.Argument(metavar="ID", help="An id from a list, or its beginning.")],
    *,
    json: JsonOption = False,
    book: BookOption = DEFAULT_BOOK,
) -> None:
    """Tell how every field of an entry came about: words, rules, conversions, votes, links and decisions."""
    from pledgebook import actions
    from pledgebook.actions.explaining import explain as explain_entry

    with actions.open_book(book) as opened:
        actions.settle(opened)
        told = explain_entry(opened, entry)
    if json:
        print_json(told)
    else:
        print_line("\n".join(_tell_explanation(told)))


def _tell_explanation(told: "Explanation") -> Iterator[str]:
    yield f"{told.id} ({told.kind})"
    for field in told.fields:
        yield ""
        yield f"{field.field}: {field.value}"
        by = f"decided by {field.decided_by}" if field.decided_by else field.rule
        yield f"  {by}: {field.because}"
        if field.reports:
            yield f"  in {', '.join(field.reports)}"
        yield from (f"  not {rival}" for rival in field.rivals)
    sections = (
        ("conversions", told.conversions),
        ("joined or kept apart", told.links),
        ("findings", told.findings),
        ("decisions", told.decisions),
    )
    for heading, lines in sections:
        if lines:
            yield from ("", f"{heading}:", *(f"  {line}" for line in lines))
    for place in told.places:
        yield from _tell_place(place)


def _tell_place(place: "Place") -> Iterator[str]:
    yield ""
    yield " ".join(filter(None, (place.report, f"({place.section})" if place.section else "", place.mention)))
    if place.sentence:
        yield f"  {' '.join(place.sentence.split())}"
    yield f"  > {place.words}"
    for each in place.says:
        words = f" from {each.words!r}" if each.words else ""
        reason = f": {each.reason}" if each.reason else ""
        yield f"    {each.field} = {each.value} [{each.how}, {each.rule}]{words}{reason}"
        yield from (f"      {vote}" for vote in each.votes)
