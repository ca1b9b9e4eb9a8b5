"""Offices and who holds them: "Canadian Prime Minister Mark Carney", "Minister of Health of Malawi"."""

import re
from functools import cache

from msgspec import Struct, structs

from pledgebook.extract.names.lexicon import any_of, word_set
from pledgebook.extract.names.person_names import read_holder
from pledgebook.extract.names.wordings import Scan
from pledgebook.model.naming import Surface
from pledgebook.model.reference import Alias, Office, name_portfolio, word_list

_JOINED = re.compile(r",? (?:and|&) (?:the |concurrently )?")
_BELONGS = re.compile(r" (?P<how>of|for|to|at|in) ")
_OPEN_TITLES = re.compile(r"minister|secretary|commissioner|coordinator|general$", re.IGNORECASE)
_FIELD_REACH = 60
_TITLE_REACH = 80
_FIELDED = ("minister", "secretary", "commissioner", "coordinator")
_OWNERS = {Surface.ORGANISATION, Surface.MINISTRY, Surface.FUND, Surface.GROUP}


class Holding(Struct, frozen=True):
    """An office read in the laid-out text: where the title stands, its name, the body it names, who holds it."""

    start: int
    end: int
    title_end: int
    office: Office
    name: str
    of: str
    person: tuple[int, int] | None = None
    owner: tuple[int, int] | None = None


@cache
def _portfolio(*, lower: bool) -> re.Pattern[str]:
    """The field of a minister after the title: " for Foreign Trade and Development Cooperation"."""
    word = f"(?:{any_of(each.lower() if lower else each for each in word_list('portfolio'))})\\b"
    other = word if lower else rf"(?:{word}|[A-Z][\w-]+)"
    joint = r"(?:,? (?:and|&)(?: for)?(?: the)?)"
    title = r"(?! (?:[A-Za-z]+ ){0,2}(?i:minister|secretary|coordinator|commissioner)\b)"
    first = rf"(?: (?:of|for) (?:the )?{word}| (?:Cooperation|Affairs|Policy)\b|{joint} {word}{title})"
    return re.compile(rf"{first}(?:{joint} {other}{title}|(?:,|,? for(?: the)?| of(?: the)?)? {word}{title}){{0,9}}")


@cache
def _title_gap() -> re.Pattern[str]:
    fields = any_of(word_list("portfolio"))
    return re.compile(
        rf"(?: (?:{any_of(word_list('before title'))}))?(?: (?i:{fields}),?(?: and| &)?){{0,5}}(?: chief)?[ -]"
    )


@cache
def _field_before() -> re.Pattern[str]:
    """The field of a minister before the title: "Planning and International Cooperation Minister"."""
    word = f"(?:{any_of(word_list('portfolio'))})"
    return re.compile(rf"(?<![\w-])(?:{word}(?:,? (?:and|&)|,)? ){{1,5}}$")


def end_of_field(scan: Scan, end: int) -> int:
    """Return where a ministry's name ends with the field that stands behind it: "Ministry" in "Ministry of Health"."""
    field = _portfolio(lower=False).match(scan.text, end) or _portfolio(lower=True).match(scan.text, end)
    return field.end() if field else end


def start_with_field(scan: Scan, start: int) -> int:
    """Return where a minister's title starts with the field that stands before it."""
    sight = scan.by_start.get(start)
    word = scan.text[max(0, start - _FIELD_REACH) : start].rsplit(None, 1)[-1:]
    if not word or word[0] not in word_set("portfolio"):
        return start
    if sight is None or not scan.text[start : sight.end].casefold().endswith(_FIELDED):
        return start
    before = _field_before().search(scan.text[max(0, start - _FIELD_REACH) : start])
    return start - len(before.group()) if before else start


def read_holding(scan: Scan, start: int, joins: int = 2) -> Holding | None:
    """Return the office whose title starts at an offset, with its portfolio, body and holder where they follow.

    `joins` is how many further offices of the same person may follow after "and".
    """
    sight = scan.title_at(start)
    if sight is None or not isinstance(sight.meaning, Office):
        return None
    end, name = sight.end, sight.meaning.name
    if _OPEN_TITLES.search(scan.text[start:end]):
        field = _portfolio(lower=scan.text[end - 1].islower() and scan.text[start].islower()).match(scan.text, end)
        end = field.end() if field else end
        name = name_portfolio(scan.text[start:end]) if field and name == "minister" else name
    second = _read_second(scan, sight.meaning, end, joins - 1) if joins else None
    if second:
        of = sight.meaning.of or second.of
        return Holding(start, second.end, second.title_end, sight.meaning, name, of, second.person, second.owner)
    return _read_held(scan, Holding(start, end, end, sight.meaning, name, sight.meaning.of))


def _read_held(scan: Scan, holding: Holding) -> Holding:
    """Return an office with its body, before or after the holder's name, and the holder."""
    holding = _read_bodies(scan, holding)
    person = read_holder(scan, holding.end)
    if person is None:
        return holding
    held = structs.replace(holding, end=person[1], person=person)
    after = _BELONGS.match(scan.text, person[1])
    return _read_bodies(scan, held) if after and after["how"] == "of" and not holding.owner else held


def _read_bodies(scan: Scan, holding: Holding) -> Holding:
    """Return an office with the bodies named after it: "Ambassador of Japan to Nepal", "Director for Asia"."""
    for _ in range(2):
        belongs = _BELONGS.match(scan.text, holding.end)
        body = scan.party_behind(belongs.end()) if belongs else None
        if not belongs or not body or not isinstance(body.meaning, Alias):
            break
        owns = belongs["how"] == "of" or (belongs["how"] in {"at", "for"} and body.meaning.surface in _OWNERS)
        if owns and body.meaning.code and not holding.owner:
            holding = structs.replace(holding, of=body.meaning.code, owner=(body.start, body.end))
        holding = structs.replace(holding, end=body.end)
    return holding


def _read_second(scan: Scan, first: Office, end: int, joins: int) -> Holding | None:
    """Return the second office of one person: "Deputy Prime Minister and Foreign Minister Antonio Tajani"."""
    joined = _JOINED.match(scan.text, end)
    second = read_holding(scan, joined.end(), joins) if joined and first.level != "honorific" else None
    return second if second and second.person and second.office.level in {"minister", "head", "organisation"} else None


def title_after(scan: Scan, end: int) -> int | None:
    """Return where an office title starts that follows a country: "Canada's new prime minister"."""
    if not scan.has_title_within(end, _TITLE_REACH):
        return None
    if scan.title_at(end + 1) and scan.text[end : end + 1] in {" ", "-"}:
        return end + 1
    gap = _title_gap().match(scan.text, end)
    return gap.end() if gap and scan.title_at(gap.end()) else None
