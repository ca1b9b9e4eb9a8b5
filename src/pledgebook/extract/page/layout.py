"""Tell apart what a report is made of: title, lead, body, headings, lists, captions, links and furniture.

`Layout.plain` has the length of the document's text, so that every offset holds in both: markup is blanked with
spaces and line breaks inside a paragraph become spaces. All rules read `plain`; spans are cut from the text itself.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from pledgebook.model.records import Section

Match = re.Match[str]
Bounds = tuple[int, int]
"""Where a stretch of a report starts and ends."""

ASIDE = (Section.FURNITURE, Section.LINK)
"""Sections that are no part of what a report tells."""


class Block(Struct, frozen=True, gc=False):
    """One paragraph, heading, title or list item; `lead_in` is the index of the block that introduces an item or -1."""

    start: int
    end: int
    section: Section
    lead_in: int = -1
    item: bool = False


class Layout(Struct, frozen=True, dict=True):
    """The plain text of a report and its blocks in order; `dateline` holds the bounds of a date that stands alone."""

    plain: str
    blocks: tuple[Block, ...]
    title: tuple[int, int] | None = None
    dateline: tuple[int, int] | None = None

    @cached_property
    def starts(self) -> list[int]:
        """Where each block starts, for looking a place up."""
        return [block.start for block in self.blocks]

    def index_at(self, offset: int) -> int:
        """Return the index of the block that holds an offset, or of the last one before it (-1 before the first)."""
        return bisect_right(self.starts, offset) - 1

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds an offset, or the last one before it."""
        at = self.index_at(offset)
        return self.blocks[at] if at >= 0 else None

    def section_at(self, offset: int) -> Section:
        """Return which part of the report an offset stands in."""
        block = self.block_at(offset)
        return block.section if block else Section.FURNITURE


def _blank(match: Match) -> str:
    return " " * len(match.group())


def _keep_inner(match: Match) -> str:
    whole, inner = match.group(), match.group(1)
    before = match.start(1) - match.start()
    return " " * before + inner + " " * (len(whole) - before - len(inner))


def _escape(match: Match) -> str:
    sign = match.group(1)
    return "  " if sign == "_" else " " + sign


def _unicode_escape(match: Match) -> str:
    sign = chr(int(match.group(1), 16))
    return (" " * 5 + sign) if sign.isprintable() else " " * 6


def _entity(match: Match) -> str:
    sign = html.unescape(match.group())
    return sign.rjust(len(match.group())) if len(sign) == 1 else match.group()


# Each pattern is bounded, so that a text of nothing but brackets is still read in linear time.
_MARKUP: tuple[tuple[str, re.Pattern[str], Callable[[Match], str]], ...] = (
    ("\\u", re.compile(r"\\u([0-9a-fA-F]{4})"), _unicode_escape),
    ("\\", re.compile(r"\\\n"), lambda _: " \n"),
    ("\\", re.compile(r"\\ "), lambda _: "  "),
    ("\\", re.compile(r"\\([_#()*\[\]$.~|<>-])"), _escape),
    ("]{", re.compile(r"(?::(?:abbr|ABBR))?\[([^\]\n]{1,80})\]\{[^{}\n]{1,200}\}"), _keep_inner),
    ("[", re.compile(r":(?:abbr|ABBR)\[([^\]\n]{1,80})\]"), _keep_inner),
    ("[", re.compile(r"\[\s{0,4}\]"), _blank),
    ("](", re.compile(r"!\[[^\]\n]{0,300}\]\([^)\s]{0,1000}\)"), _blank),
    ("](", re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,1000}\)"), _keep_inner),
    ("*", re.compile(r"\*{1,3}"), _blank),
    ("<", re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>"), _blank),
    ("&", re.compile(r"&(?:#\d{2,5}|[a-z]{2,6});"), _entity),
    ("`", re.compile(r"`+"), _blank),
)
_SPACES = "\t\r\x0b\x0c\xa0\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u3000\ufeff"

_ITEM = re.compile(r" *(?:[-*•\u2013·▪‣●] +|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{2,4})[.)] +)(?=\S)")
_ROW = re.compile(r"[A-Z][^:.;]{1,60}?(?::| [\u2013\u2014-]) ?[^.;]{0,20}?\d.{0,240}$")
"""A row of a list without a bullet: "Norland: 6 million crowns"."""

_DATE = re.compile(
    r"\s*(?:published|updated|date|posted)?:?\s*(?:on\s+)?(?:\d{4}-\d\d-\d\d(?:[T ][\d:.Z+-]+)?"
    r"|(?:\w+day,?\s+)?(?:\d{1,2}\.? \w{3,9},? \d{4}"
    r"|\w{3,9}\.? \d{1,2},? \d{4}))\s*$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\s*(?:copyright\b|©|\(c\) \d{4}|all rights reserved|source link\b|connect with us|subscribe\b|sign up\b"
    r"|share (?:this|on)\b|follow us\b"
    r"|https?://\S+\s*$|www\.\S+\s*$|#{2,}\s*$|advertisement\b|trending\s*$|published\s*$|on\s*$|editorial\s*$"
    r"|credited from\b|by staff\b"
    r"|cookie|terms of (?:use|service)|privacy policy|log ?in\s*$|for immediate release|-{2,}\s*$|_{3,}\s*$"
    r"|skip to\b|home\s*$"
    r"|newsletter\b|comments?\s*$|print\s*$)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-Z][A-Z ,.'\u2019&:-]{3,80}$")
_SIGNATURE = re.compile(r"\s*(?:[A-Z][A-Z.]*\s+){1,4}[A-Z]{2,}\.?\s*$")
_LINK = re.compile(
    r"\s*(?:read (?:more|also|next)|see also|also read|related(?: articles?| stories| news)?\s*:|more on\b"
    r"|watch\s*:|news article\b|press release\b|source\s*:)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\s*(?:(?:file )?photo(?:graph)?s?\b\s*[:(/]|image\s*[:(]|picture\s*:|\(?(?:photo|image) (?:by|credit"
    r"|courtesy)|caption\s*:)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"\s*by\s+[A-Z][\w.'\u2019-]+(?:\s+[A-Z][\w.'\u2019-]+){0,4}(?:,.{0,60})?\s*$")
_ENDED = re.compile(r"[.!?;:…][\"'\u201d\u2019)\]]*\s*$")
_WRAP = 100
_TITLE_TRAILS = 3  # blocks from which the last line may be the title
_TITLE_WORDS = 4
_SHORT = 12  # words; a line of fewer without a stop is a heading or furniture, not a paragraph
_TITLE_LONGEST = 240


class _Line(Struct, frozen=True, gc=False):
    start: int
    end: int
    words: str
    broken: bool  # a hard break or a blank line follows


def make_plain(text: str) -> str:
    """Return the text with its markup blanked, every character in its old place."""
    plain = text
    for sign in _SPACES:
        if sign in plain:
            plain = plain.replace(sign, " ")
    for sign, pattern, replace in _MARKUP:
        if sign in plain:
            plain = pattern.sub(replace, plain)
    return plain


def _read_lines(text: str, plain: str) -> list[_Line]:
    lines, at = [], 0
    for raw in plain.split("\n"):
        end = at + len(raw)
        words = raw.strip()
        if words:
            left = at + len(raw) - len(raw.lstrip())
            broken = text[max(at, end - 2) : end] == "  " or (
                text[end - 1 : end] == "\\" and text[end + 1 : end + 3] != "  "
            )
            lines.append(_Line(left, left + len(words), words, broken))
        elif lines:
            last = lines[-1]
            lines[-1] = _Line(last.start, last.end, last.words, broken=True)
        at = end + 1
    return lines


def _is_wrapped(lines: list[_Line]) -> bool:
    """Tell whether paragraphs run over several lines: hardly any line is long, and most are not broken."""
    running = [line for line in lines if not line.broken]
    if len(running) < 2:  # noqa: PLR2004 - one line cannot run on
        return False
    long = sum(1 for line in lines if _is_longer(line, _WRAP))
    return long * 20 <= len(lines) and sum(1 for line in running if _is_longer(line, _WRAP // 2)) * 2 >= len(running)


def _is_longer(line: _Line, width: int) -> bool:
    """Tell whether a line has more characters, without what was blanked in it, as the target of a link."""
    words = line.words
    return len(words) > width and ("  " not in words or len(" ".join(words.split())) > width)


def _gather(lines: list[_Line]) -> list[list[_Line]]:
    """Return the lines of each paragraph, list item or heading together."""
    wrapped, groups = _is_wrapped(lines), list[list[_Line]]()
    for line in lines:
        before = groups[-1][-1] if groups else None
        title_runs_on = len(groups) == 1 and before is not None and _runs_on(before, line)
        joins = before is not None and not before.broken and not _ITEM.match(line.words) and (wrapped or title_runs_on)
        if joins:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _runs_on(title: _Line, line: _Line) -> bool:
    return not _ENDED.search(title.words) and line.start - title.end > 2 and len(line.words) < _WRAP  # noqa: PLR2004 - an indent


def _told_section(words: str) -> Section | None:
    """Return the section that a block's own words give away."""
    if (
        _DATE.match(words)
        or (_FURNITURE.match(words) and len(words.split()) < _SHORT)
        or words.startswith(("Copyright", "©"))
    ):
        return Section.FURNITURE
    if _SIGNATURE.match(words) or _BYLINE.match(words):
        return Section.FURNITURE
    if _LINK.match(words):
        return Section.LINK
    return Section.CAPTION if _CAPTION.match(words) else None


def _is_headline(words: str) -> bool:
    return not _ENDED.search(words) and len(words.split()) >= _TITLE_WORDS and len(words) <= _TITLE_LONGEST


def _words_of(group: list[_Line]) -> str:
    return " ".join(line.words for line in group)


def _name_sections(groups: list[list[_Line]], plain: str) -> list[Section]:
    told: list[Section] = []
    seen_title = seen_lead = False
    last = len(groups) - 1
    for at, group in enumerate(groups):
        words = _words_of(group)
        section = _told_section(words)
        item = _ITEM.match(plain, group[0].start)
        if section is None and not seen_lead and not item:
            section, seen_title, seen_lead = _open_section(words, is_last=at == last, seen_title=seen_title)
        if section is None:
            heading = (
                not item and len(group) == 1 and not _ENDED.search(words) and len(words.split()) < _SHORT and at < last
            )
            section = Section.HEADING if heading or words.startswith("#") else Section.BODY
        told.append(section)
    if (
        len(groups) >= _TITLE_TRAILS
        and told[-1] is Section.BODY
        and _is_headline(_words_of(groups[-1]))
        and _ENDED.search(_words_of(groups[-2]))  # else it is the last row of a list
        and not _ITEM.match(plain, groups[-1][0].start)
    ):
        told[-1] = Section.TITLE
    return told


def _open_section(words: str, *, is_last: bool, seen_title: bool) -> tuple[Section, bool, bool]:
    """Return the section of a block before the body, and whether title and lead have now been seen."""
    if not seen_title and not is_last and _is_headline(words) and not _CAPITALS.match(words):
        return Section.TITLE, True, False
    if not _ENDED.search(words) and not is_last and (len(words.split()) < _TITLE_WORDS or _CAPITALS.match(words)):
        return Section.FURNITURE, seen_title, False
    if not _ENDED.search(words) and not is_last and len(words.split()) < _SHORT:
        return Section.HEADING, seen_title, False
    return Section.LEAD, True, True


def _is_row(groups: list[list[_Line]], at: int, *, in_list: bool) -> bool:
    """Tell whether a line without a bullet is a row of the list that the line before opens or goes on with."""
    opened = in_list or (at > 0 and groups[at - 1][-1].words.endswith(":"))
    return opened and len(groups[at]) == 1 and _ROW.match(groups[at][0].words) is not None


def _tie_items(groups: list[list[_Line]], sections: list[Section], plain: str) -> list[Block]:
    blocks: list[Block] = []
    lead_in = -1
    for at, (group, section) in enumerate(zip(groups, sections, strict=True)):
        start, end = group[0].start, group[-1].end
        marker = _ITEM.match(plain, start)
        row = marker is None and lead_in >= 0 and _is_row(groups, at, in_list=bool(blocks) and blocks[-1].lead_in >= 0)
        item = (marker is not None or row) and section in (Section.BODY, Section.HEADING, Section.LEAD)
        if not item:
            lead_in = at if section in (Section.BODY, Section.LEAD, Section.HEADING) else lead_in
        begin = marker.end() if item and marker else start
        blocks.append(
            Block(
                begin,
                end,
                Section.BODY if item and section is Section.HEADING else section,
                lead_in if item else -1,
                item,
            )
        )
    return blocks


def _join_lines(plain: str, groups: list[list[_Line]]) -> str:
    joints = [line.end for group in groups for line in group[:-1]]
    if not joints:
        return plain
    pieces, at = [], 0
    for joint in joints:
        place = plain.index("\n", joint)
        pieces += [plain[at:place], " "]
        at = place + 1
    pieces.append(plain[at:])
    return "".join(pieces)


def read_layout(text: str) -> Layout:
    """Return the plain text of a report and what each of its blocks is."""
    plain = make_plain(text)
    lines = _read_lines(text, plain)
    groups = _gather(lines)
    sections = _name_sections(groups, plain)
    blocks = _tie_items(groups, sections, plain)
    title = next(((b.start, b.end) for b in blocks if b.section is Section.TITLE), None)
    dateline = next(((b.start, b.end) for b in blocks[:8] if _DATE.match(plain[b.start : b.end])), None)
    return Layout(_join_lines(plain, groups), tuple(blocks), title, dateline)
