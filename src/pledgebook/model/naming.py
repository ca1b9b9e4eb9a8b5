"""A name as it stands in a report, with what the tables know of it."""

import re
from collections.abc import Mapping
from enum import StrEnum
from unicodedata import combining, normalize

from msgspec import Struct

from pledgebook.model.records import Span

RED_CROSS = re.compile(r"\bRed (?:Cross|Crescent)\b")
"""Words that name a society of the Red Cross and Red Crescent."""


class Surface(StrEnum):
    """What kind of wording names a party: the same country is named by its people, its capital, a ministry.

    `PRONOUN` is a wording that points at a party named elsewhere ("the country", "the bloc", "the government"),
    `VENUE` names where parties meet ("the G7 summit") and is itself none.
    """

    COUNTRY = "country"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    MINISTRY = "ministry"
    OFFICE = "office"
    HOLDER = "holder"
    ORGANISATION = "organisation"
    FUND = "fund"
    REGION = "region"
    GROUP = "group"
    COMPANY = "company"
    PRONOUN = "pronoun"
    VENUE = "venue"
    UNKNOWN = "unknown"


class Named(Struct, frozen=True, gc=False):
    """One wording that names a party.

    `code` is the code of the party itself, `acts_for` the code of who gives or gets when it does (a ministry's
    country), both "" where the tables know none. `name` is the party's common name, the words themselves for what no
    table holds, and for a person the name as written. `place` tells that it follows "in", "at" or "near";
    `possessive` that a genitive ending follows. For an office `title` and `owner` are where the report says the title
    and the country or body; for a person named without the office, where the report introduced the person.
    """

    span: Span
    kind: Surface
    name: str
    code: str = ""
    acts_for: str = ""
    office: str = ""
    person: Span | None = None
    title: Span | None = None
    place: bool = False
    possessive: bool = False
    owner: Span | None = None


Names = Mapping[tuple[int, int], Named]
"""The names of a report by their bounds."""


def strip_marks(name: str) -> str:
    """Return a name without accents: "Anders Søren Åberg" keeps its letters that are no accented ones."""
    return "".join(sign for sign in normalize("NFKD", name) if not combining(sign))
