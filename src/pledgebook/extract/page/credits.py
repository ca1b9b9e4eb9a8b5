"""Find whom a report credits for what it tells: "according to Reuters", "(AP)", "told Al Jazeera", a lone address."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct

from pledgebook.extract.page.enclosing import sentence_span
from pledgebook.extract.page.page import Page
from pledgebook.model.matcher import Matcher
from pledgebook.model.records import Kind, Mention, Part, mention_id
from pledgebook.model.reference import Agency, agencies

_BEFORE = re.compile(
    r"\b(?:according to|reported by|reports? (?:by|from|in|on)"
    r"|as (?:told|said|reported) (?:to|by)|told|tells|telling"
    r"|said to|spoke (?:to|with)|speaking (?:to|with)|(?:interview|conversation) (?:with|to|by|on|for)"
    r"|cit(?:ed|es|ing)(?: by)?"
    r"|quot(?:ed|es|ing)(?: by)?|credit(?:ed)? ?(?:to|from|:)|credited from:"
    r"|source(?:s|d)? ?(?:from|:)|via"
    r"|seen by|obtained by|reviewed by|published (?:by|in|on)|wrote (?:in|for)|write in|article (?:in|by|for)"
    r"|inputs? from|contribut(?:ion|ed|ions) (?:by|from|to)|reporting (?:by|from)|courtesy of|carried by|broadcaster"
    r"|newspaper|daily|magazine|(?:news |state |wire )?agency|outlet|by|photo|image|video|tv station)"
    r":? (?:the |its |a )?(?:[A-Z]?[a-z]+(?:-[a-z]+)? "
    r"(?:newspaper|daily|broadcaster|news agency|outlet|magazine|channel) )?$",
    re.IGNORECASE,
)
_SAYING = (
    r"(?:report(?:s|ed|ing)|said|says|wrote|writes|revealed|learned|contributed|understands|quoted|cited|noted|added"
    r"|confirmed|has (?:learned|reported|seen)|correspondent|interview|journalist|reporter)\b"
)
_AFTER = re.compile(
    rf"(?:['\u2019]s?)?,? (?:(?:first|also|earlier|previously|which|has|had) )?{_SAYING}",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:,| and| or|,? as well as|/|;| &) ?(?:the )?$")
_BRACKETED = (re.compile(r"[(\[] ?(?:photo: |image: |source: )?$", re.IGNORECASE), re.compile(r" ?[)\]]"))
_CAPITAL = re.compile(r"\b[A-Z][\w-]*")
_BYLINE = re.compile(r"(?:^|\n)\s*(?:by )?(?:[A-Z][\w.'-]* ){0,4}[-\u2013\u2014|/,]? ?$")
_LINE_END = re.compile(r"\s*(?:\n|$|[-\u2013\u2014|/] )")
_ADDRESS = re.compile(r"https?://(?:[\w-]+\.)*?([\w-]{2,40})\.(?:com|org|net|[a-z]{2,3}(?:\.[a-z]{2})?)(?=[/\s:]|$)")
_REACH = 60


class Credit(Struct, frozen=True):
    """One credited agency: where it stands and the rule that found it."""

    start: int
    end: int
    rule: str


@cache
def _matcher() -> tuple[Matcher, tuple[Agency, ...]]:
    named = {words: agency for agency in agencies() for words in agency.aliases}
    matcher = Matcher(named)
    return matcher, tuple(named[words] for words in matcher.wordings)


def _credited_before(plain: str, start: int, _end: int, _agency: Agency) -> bool:
    """A word of crediting stands before it: "according to Reuters"."""
    return bool(_BEFORE.search(plain[max(0, start - _REACH) : start]))


def _reporting(plain: str, _start: int, end: int, _agency: Agency) -> bool:
    """It is what reports: "Reuters reported", "AFP contributed"."""
    return bool(_AFTER.match(plain, end))


def _bracketed(plain: str, start: int, end: int, agency: Agency) -> bool:
    """A wire service in brackets: "KYIV (AP)"; not letters that the words before them spell out."""
    opens, closes = _BRACKETED
    before = opens.search(plain[max(0, start - _REACH) : start])
    if not agency.wire or before is None or not closes.match(plain, end):
        return False
    return not _is_spelt_out(plain[max(0, start - _REACH) : start][: before.start()], plain[start:end], agency)


def _is_spelt_out(before: str, letters: str, agency: Agency) -> bool:
    """Tell whether letters in brackets abbreviate other words than the agency's: "Armed Forces of the Philippines"."""
    named = any(before.rstrip().casefold().endswith(words.casefold()) for words in agency.aliases)
    initials = "".join(word[0] for word in _CAPITAL.findall(before))
    return not named and initials.casefold().endswith(letters.casefold())


def _bylined(plain: str, start: int, end: int, agency: Agency) -> bool:
    """A wire service in a line of its own or after an author: "By Jane Roe, Reuters"."""
    low = max(0, start - _REACH)
    line = plain[plain.rfind("\n", low, start) + 1 : start] if "\n" in plain[low:start] or low == 0 else None
    return agency.wire and line is not None and bool(_BYLINE.search("\n" + line) and _LINE_END.match(plain, end))


def find_credits(page: Page) -> tuple[Mention, ...]:
    """Return a mention for each agency or outlet that a report credits, in order; its one part is "agency".

    A report with nothing that can matter needs no credits.
    """
    if not page.zones:
        return ()
    found = sorted({*_find_named(page.plain), *_find_addresses(page.plain)}, key=lambda one: (one.start, one.end))
    return tuple(_build(page, credit) for credit in found)


def _find_named(plain: str) -> Iterator[Credit]:
    matcher, named = _matcher()
    last_end = -1
    for start, end, index in matcher.find(plain):
        rule = next((rule for rule in RULES if rule(plain, start, end, named[index])), None)
        listed = 0 <= last_end <= start and _LISTED.fullmatch(plain[last_end:start])
        if rule or listed:
            last_end = end
            yield Credit(start, end, rule.__name__.lstrip("_") if rule else "listed")


@cache
def _known_words() -> frozenset[str]:
    return frozenset(words.casefold() for agency in agencies() for words in agency.aliases)


def _find_addresses(plain: str) -> Iterator[Credit]:
    known = _known_words()
    for match in _ADDRESS.finditer(plain):
        if match.group(1).casefold() in known:
            yield Credit(match.start(1), match.end(1), "address")


def _build(page: Page, credit: Credit) -> Mention:
    span = page.cut(credit.start, credit.end)
    return Mention(
        mention_id(page.document.id, Kind.CREDIT, credit.start, credit.end),
        page.document.id,
        Kind.CREDIT,
        "credit",
        span,
        sentence_span(page, credit.start),
        page.section_at(credit.start),
        (Part("agency", span, credit.rule),),
    )


RULES: tuple[Callable[[str, int, int, Agency], bool], ...] = (_credited_before, _reporting, _bracketed, _bylined)
