"""Find who speaks where a report is itself a statement: whose it is by its title, and who stands behind "we"."""

import re

from pledgebook.extract.deeds.cast import STATES, Cast, Holder, rank_states
from pledgebook.extract.deeds.clauses import Clause
from pledgebook.extract.deeds.known import as_known
from pledgebook.model.naming import Named, Surface

_PAPER = (
    r"(?:statement|declaration|communiqu[e\u00e9]|remarks|message|letter|speech|fact\s+sheet|press\s+release"
    r"|announcement|op-?ed)"
)
_BY = re.compile(rf"^\W*(?:\w+\s+){{0,2}}?{_PAPER}s?\b.{{0,200}}?\b(?:by|from|of)\b", re.IGNORECASE | re.DOTALL)
_OWN = re.compile(rf"\W{{1,9}}s?\s+(?:joint\s+|press\s+)?{_PAPER}\b", re.IGNORECASE)
_OPENS = re.compile(rf"^\W*(?:\w+\s+){{0,2}}?{_PAPER}s?\b", re.IGNORECASE)
_CLOSES = re.compile(r"\b(?:on|following|at|to|announcing|regarding|about|after)\b")
_MAKERS = frozenset({Surface.HOLDER, Surface.OFFICE, Surface.ORGANISATION, Surface.GROUP, Surface.COMPANY}) | STATES
_BODIES = frozenset({Surface.HOLDER, Surface.OFFICE, Surface.COUNTRY, Surface.MINISTRY, Surface.GROUP})
_SHEET = re.compile(r"fact\s+sheet|press\s+release", re.IGNORECASE)
_BEFORE_SAID = re.compile(r"\b([A-Z][\w\u2019'-]+)\s+(?:also\s+|has\s+)?$")
_SAID_SO = re.compile(r"\b(?:said|says|added|told|stated|explained)\b")
_QUOTE = 300  # characters around a quotation in which a verb of speech tells whose it is
_BESIDE = 40  # characters around a verb of speech in which its subject is named
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "and"})
_HEAD = 400  # characters in which a release names who issues it
_WORD = r"(?:[A-Z][\w'\u2019-]+|[A-Z]\.)"
_SIGNED = re.compile(
    rf"\b(?:Hon|HON)\.?(?:ourable)?\s+(?:(?:Dr|DR|Mr|MR|Ms|MS|Mrs|MRS)\.?\s+)?(?P<after>{_WORD}(?:[ ]{_WORD}){{1,2}}?)"
    rf"(?=[ ,\n]+(?:MP|M\.P|Minister|MINISTER|Parliamentary|\n)|\n)"
    rf"|(?:^|\n|RELEASE[ ])(?P<before>{_WORD}(?:[ ]{_WORD}){{1,2}}?),?[ ](?:MP|M\.P\.|MEP|MSP|MHR)(?=\W)"
)
_RELEASE = re.compile(r"release|statement|minister", re.IGNORECASE)
_OPENING = 600  # characters in which a report without a title of its own may name whose statement it is
_CLOSE = 10  # characters between the word for a paper and whose it is
_TOGETHER = frozenset(
    {"two", "both", "leaders", "sides", "countries", "nations", "presidents", "governments", "ministers", "parties"}
)
_MARKS = re.compile(r"[\"\u201c\u201d]")


def find_byline(cast: Cast) -> Holder | None:
    """Return the person in office whose name heads a release: "MEDIA RELEASE THE HON ANA SILVA MP"."""
    held = vars(cast).get("byline", ())
    if held == ():
        held = vars(cast)["byline"] = _read_byline(cast)
    return held if isinstance(held, Holder) else None


def _read_byline(cast: Cast) -> Holder | None:
    head = cast.page.plain[:_HEAD]
    stop = re.search(r"[a-z\u2019'\u201d][.!?]\s", head)
    head = head[: stop.start()] if stop else head
    for match in _SIGNED.finditer(head):
        group = "before" if match["before"] else "after"
        return Holder(match.start(group), match.end(group), "author", "person")
    told = [one for one in cast.names_in(0, len(head)) if one.person and one.office and _is_alone(head, one)]
    return Holder(told[0].person.start, told[0].person.end, "author", "person") if told and told[0].person else None


def _is_alone(head: str, named: Named) -> bool:
    """Tell whether a name closes a line of the heading of a release."""
    line = head[head.rfind("\n", 0, named.span.start) + 1 : named.span.start]
    closed = head[named.span.end : named.span.end + 1] in ("\n", "")
    return closed and (not line.strip() or _RELEASE.search(line) is not None)


def find_authors(cast: Cast) -> tuple[Named, ...]:
    """Return whose statement a report is by its title, () for a report of an outlet's own."""
    held = vars(cast).get("authors")
    if not isinstance(held, tuple):
        held = vars(cast)["authors"] = _read_authors(cast)
    return held


def _read_authors(cast: Cast) -> tuple[Named, ...]:
    start, end = _title(cast)
    words = cast.page.plain[start:end]
    own = _OWN.search(words)
    if own:
        owners = [one for one in cast.names_in(start, start + own.start()) if one.kind in _MAKERS]
        if owners:
            return tuple(owners[-1:])
    opened = _OPENS.match(words)
    if not opened:
        return ()
    by = None if _SHEET.search(opened.group()) else _BY.match(words)
    told = (by and _listed(cast, start + by.end(), end)) or _beside(cast, start + opened.end(), end)
    spoken = tuple(one for one in told if one.acts_for or one.code)
    return spoken or (tuple(rank_states(cast.names)[:2]) if "joint" in opened.group().lower() else ())


def _beside(cast: Cast, start: int, end: int) -> tuple[Named, ...]:
    """Return who stands right behind the word for the paper: "Fact sheet: The United States announces"."""
    return tuple(one for one in cast.names_in(start, end) if one.kind in _BODIES and one.span.start - start < _CLOSE)[
        :1
    ]


def _title(cast: Cast) -> tuple[int, int]:
    """Return the bounds of a report's title, else of its first block."""
    layout = cast.page.layout
    if layout.title:
        return layout.title
    first = next(iter(layout.blocks), None)
    return (first.start, min(first.end, first.start + _OPENING)) if first else (0, 0)


def _listed(cast: Cast, start: int, end: int) -> tuple[Named, ...]:
    """Return who is listed after "by", up to what the statement is about."""
    found = list[Named]()
    at = start
    for named in cast.names_in(start, end):
        if _CLOSES.search(cast.page.plain, at, named.span.start):
            break
        at = named.span.end
        if named.kind in _MAKERS:
            found.append(named)
    return tuple(found)


def is_quoted(cast: Cast, offset: int) -> bool:
    """Tell whether a place stands within quotation marks of its paragraph."""
    block = cast.page.layout.block_at(offset)
    return block is not None and len(_MARKS.findall(cast.page.plain, block.start, offset)) % 2 == 1


def as_author(named: Named, rule: str) -> Holder:
    """Return the holder that an author is: a state by its name, a person by the office that speaks for one."""
    return Holder(named.span.start, named.span.end, rule, "party")


def find_pair(cast: Cast, holder: Holder) -> tuple[Holder, ...]:
    """Return who stands together behind one word: all whose statement it is, the two states of "the leaders"."""
    if holder.rule in ("we", "author"):
        return tuple(as_author(one, holder.rule) for one in find_authors(cast)) if len(find_authors(cast)) > 1 else ()
    words = set(cast.page.plain[holder.start : holder.end].lower().split())
    if holder.sort != "group" or not words <= _TOGETHER:
        return ()
    if len(find_authors(cast)) > 1 and not words & {"two", "both"}:
        return tuple(as_author(one, "we") for one in find_authors(cast))
    told = _representing(cast, *(cast.page.layout.title or (0, 0))) or _representing(cast, 0, len(cast.page.plain))
    return tuple(Holder(one.span.start, one.span.end, "pair", "party") for one in told)


def _representing(cast: Cast, start: int, end: int) -> tuple[Named, ...]:
    """Return the two states whose people a stretch of the report names, () when they are not two."""
    states = dict[str, Named]()
    for named in cast.names_in(start, end):
        if named.person and named.acts_for:
            states.setdefault(named.acts_for, named)
    told = [one for one in rank_states(cast.names) if (one.acts_for or one.code) in states]
    return tuple(told) if len(states) == len(told) == len(("one", "other")) else ()


def find_quoted(cast: Cast, clause: Clause, head: int) -> Holder | None:
    """Return whose words a sentence is in, where no verb of speech stands by it: who heads the release, who is quoted.

    A quotation runs on from the paragraph before; "she said" may stand in a sentence that was not parsed.
    """
    byline = find_byline(cast)
    quoted = is_quoted(cast, clause.words[head].start)
    if byline and not quoted:
        return Holder(byline.start, byline.end, "we" if clause.word_at(head) != "i" else "author", "person")
    if not quoted:
        return None
    plain, start, end = cast.page.plain, clause.sentence.start, clause.sentence.end
    told = [*_SAID_SO.finditer(plain, max(start - _QUOTE, 0), min(end + _QUOTE, len(plain)))]
    for match in sorted(told, key=lambda one: min(abs(one.start() - end), abs(start - one.end()))):
        near = cast.people_in(match.end(), match.end() + _BESIDE) or cast.surnames_in(
            match.start() - _BESIDE, match.end() + _BESIDE
        )
        if near:
            return Holder(*near[0], "quote", "person")
        before = _BEFORE_SAID.search(plain, max(match.start() - _BESIDE, 0), match.start())
        if before and before[1].lower() not in _PRONOUNS:
            return as_known(cast, *before.span(1))
    return None
