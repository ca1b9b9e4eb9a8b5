"""Offices and who holds them: "Canadian Prime Minister Mark Carney", "Minister of Health of Malawi"."""

import re
from functools import cache

from msgspec import Struct

from pledgebook.extract.lexicon import any_of
from pledgebook.extract.name_scan import Scan, Sight
from pledgebook.extract.person_names import read_holder
from pledgebook.model.reference import Alias, Office, name_portfolio, word_list

_JOINED = re.compile(r",? (?:and|&) (?:the |concurrently )?")
_BELONGS = re.compile(r" (?:of|for|to|at) (?:the )?")
_OPEN_TITLES = re.compile(
    r"(?:minister|secretary(?: of state)?(?: for)?|commissioner|general|coordinator|for|development|trade"
    r"|cooperation)$",
    re.IGNORECASE,
)


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
def _portfolio() -> re.Pattern[str]:
    """The field of a minister after the title: " for Foreign Trade and Development Cooperation"."""
    word = f"(?:{any_of(word_list('portfolio'))})"
    more = r" (?:Cooperation|Affairs|Policy)| (?:and|&) (?:Development|Trade|Foreign Trade)"
    first = rf"(?: (?:of|for) (?:the )?{word}|{more})"
    return re.compile(rf"{first}(?:(?:,? (?:and|&|for|of)(?: the)?|,)? {word}){{0,9}}\b", re.IGNORECASE)


@cache
def _title_gap() -> re.Pattern[str]:
    return re.compile(rf"(?: (?:{any_of(word_list('before title'))}))?[ -]")


def read_holding(scan: Scan, start: int) -> Holding | None:
    """Return the office whose title starts at an offset, with its portfolio, body and holder where they follow."""
    sight = scan.title_at(start)
    if sight is None or not isinstance(sight.meaning, Office):
        return None
    end, name, of = sight.end, sight.meaning.name, sight.meaning.of
    field = _portfolio().match(scan.text, end) if _OPEN_TITLES.search(scan.text[start:end]) else None
    if field:
        end = field.end()
        name = name_portfolio(scan.text[start:end]) if name == "minister" else name
    second = _read_second(scan, sight.meaning, end)
    if second:
        of = of or second.of
        return Holding(start, second.end, second.title_end, sight.meaning, name, of, second.person, second.owner)
    body = _read_body(scan, end)
    title_end, owner = end, (body.start, body.end) if body else None
    if body and isinstance(body.meaning, Alias):
        end, of = body.end, body.meaning.code or of
    person = read_holder(scan, end)
    held = person[1] if person else end
    after = _read_body(scan, held) if person and not owner else None
    if after and isinstance(after.meaning, Alias) and scan.text[held : held + 4] == " of ":
        held, of, owner = after.end, after.meaning.code or of, (after.start, after.end)
    return Holding(start, held, title_end, sight.meaning, name, of, person, owner)


def _read_second(scan: Scan, first: Office, end: int) -> Holding | None:
    """Return the second office of one person: "Deputy Prime Minister and Foreign Minister Antonio Tajani"."""
    joined = _JOINED.match(scan.text, end)
    second = read_holding(scan, joined.end()) if joined and first.level != "honorific" else None
    return second if second and second.person and second.office.level in {"minister", "head", "organisation"} else None


def _read_body(scan: Scan, end: int) -> Sight | None:
    """Return the body that a title names after it: "President of the European Council"."""
    belongs = _BELONGS.match(scan.text, end)
    return scan.party_at(belongs.end()) if belongs else None


def title_after(scan: Scan, end: int) -> int | None:
    """Return where an office title starts that follows a country: "Canada's new prime minister"."""
    if scan.title_at(end + 1) and scan.text[end : end + 1] in {" ", "-"}:
        return end + 1
    gap = _title_gap().match(scan.text, end)
    return gap.end() if gap and scan.title_at(gap.end()) else None
