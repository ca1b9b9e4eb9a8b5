"""The reference tables: parties, offices and who held them, programmes, news agencies, summits.

Each table is a CSV under `pledgebook/reference`, read once when it is first asked for.
"""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from msgspec import Struct

from pledgebook.model.naming import Surface
from pledgebook.model.values import Party, PartyKind


class Entry(Struct, frozen=True):
    """One party of the tables; `acts_for` is the code of the country or body that is meant when it gives or gets."""

    code: str
    name: str
    kind: PartyKind
    surface: Surface
    acts_for: str
    names: tuple[str, ...]

    @property
    def party(self) -> Party:
        """The party itself, under its common name."""
        return Party(self.name, self.code, self.kind)


class Alias(Struct, frozen=True):
    """One wording for a party and the kind of wording it is."""

    words: str
    code: str
    surface: Surface
    name: str


class Office(Struct, frozen=True):
    """One office under its common name; `of` is the code of the body it belongs to by itself, else ""."""

    name: str
    titles: tuple[str, ...]
    of: str
    level: str


class Holder(Struct, frozen=True):
    """One person in one office from one year to another, both included.

    `alone` are the names that mean this person without the office; `of` is the code of who the office acts for.
    """

    name: str
    variants: tuple[str, ...]
    alone: tuple[str, ...]
    office: str
    of: str
    start: int
    end: int


class Mechanism(Struct, frozen=True):
    """One programme through which money flows.

    `provider` and `recipient` are the codes of who usually pays and gets, `aid_type` says what for, each "" where it
    varies; `pot` tells that the programme can itself stand as the recipient or channel of a sum.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    provider: str
    recipient: str
    aid_type: str
    pot: bool


class Agency(Struct, frozen=True):
    """One news agency or outlet that others credit; `wire` tells a wire service from an outlet."""

    name: str
    aliases: tuple[str, ...]
    wire: bool


class Summit(Struct, frozen=True):
    """One summit or conference with its place and days (ISO dates, end included)."""

    name: str
    aliases: tuple[str, ...]
    place: str
    country: str
    start: str
    end: str


@cache
def read_rows(table: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of one reference table by column name."""
    text = (files("pledgebook") / "reference" / table).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def split_names(cell: str) -> tuple[str, ...]:
    """Return the wordings that a cell of a table lists, bar-separated."""
    return tuple(name.strip() for name in cell.split("|") if name.strip())


@cache
def word_list(name: str) -> tuple[str, ...]:
    """Return one list of words of `name_words.csv`."""
    return next(split_names(row["words"]) for row in read_rows("name_words.csv") if row["list"] == name)


_FIELDS = (
    ("foreign minister", ("foreign affairs", "external")),
    ("development minister", ("development", "cooperation", "aid")),
    ("defence minister", ("defence", "defense")),
    ("finance minister", ("finance", "treasury")),
    ("economy minister", ("econom",)),
    ("energy minister", ("energy", "power")),
    ("health minister", ("health",)),
    ("agriculture minister", ("agricult", "agrarian", "food")),
    ("interior minister", ("interior", "home")),
    ("education minister", ("education",)),
    ("environment minister", ("environment", "climate")),
    ("trade minister", ("trade", "commerce")),
)
_STILL = 9999
_KINDS = {
    "country": (PartyKind.COUNTRY, Surface.COUNTRY),
    "region": (PartyKind.REGION, Surface.REGION),
    "group": (PartyKind.GROUP, Surface.GROUP),
    "organisation": (PartyKind.ORGANISATION, Surface.ORGANISATION),
    "agency": (PartyKind.ORGANISATION, Surface.MINISTRY),
    "fund": (PartyKind.FUND, Surface.FUND),
    "company": (PartyKind.COMPANY, Surface.COMPANY),
    "people": (PartyKind.PEOPLE, Surface.PEOPLE),
    "pronoun": (PartyKind.GROUP, Surface.PRONOUN),
    "venue": (PartyKind.GROUP, Surface.VENUE),
}


def _read_country(row: Mapping[str, str]) -> Entry:
    code, name = row["code"], row["name"]
    return Entry(code, name, PartyKind.COUNTRY, Surface.COUNTRY, code, (name, *split_names(row["names"])))


def _read_party(row: Mapping[str, str]) -> Entry:
    kind, surface = _KINDS[row["kind"]]
    acts_for = row["for"] if row["kind"] in {"agency", "fund"} else ""
    names = (row["name"], *split_names(row["names"]))
    return Entry(row["code"], row["name"], kind, surface, acts_for or row["code"], names)


@cache
def _listed() -> tuple[Entry, ...]:
    countries = [_read_country(row) for row in read_rows("countries.csv")]
    return (*countries, *(_read_party(row) for row in read_rows("parties.csv")))


@cache
def parties() -> Mapping[str, Entry]:
    """Return every party of the tables that has a code, by its code."""
    return {entry.code: entry for entry in _listed() if entry.code}


@cache
def offices() -> tuple[Office, ...]:
    """Return the table of offices."""
    return tuple(
        Office(row["office"], split_names(row["titles"]), row["of"], row["level"]) for row in read_rows("offices.csv")
    )


@cache
def _titles() -> Mapping[str, str]:
    return {title.casefold(): office.name for office in offices() for title in office.titles}


def name_portfolio(words: str) -> str:
    """Return the common name of a minister's office by its portfolio, else the words themselves in lower case."""
    told = words.casefold()
    return next((office for office, marks in _FIELDS if any(mark in told for mark in marks)), told.strip())


def name_office(words: str) -> str:
    """Return the common name of an office by its title as a report words it: "Minister of Defence", "PM"."""
    told = " ".join(words.split()).casefold()
    listed = _titles().get(told.replace(" -", "-"))
    if listed and listed != "minister":
        return listed
    return name_portfolio(told) if "minister" in told or "secretary" in told else listed or told


@cache
def holders() -> tuple[Holder, ...]:
    """Return the table of people who hold or held an office."""
    return tuple(_read_holder(row) for row in read_rows("holders.csv"))


def _read_holder(row: Mapping[str, str]) -> Holder:
    body = parties()[row["of"]]
    return Holder(
        row["name"],
        split_names(row["variants"]),
        split_names(row["alone"]),
        row["office"],
        body.acts_for or body.code,
        int(row["start"] or 0),
        int(row["end"] or _STILL),
    )


@cache
def mechanisms() -> tuple[Mechanism, ...]:
    """Return the table of programmes."""
    return tuple(
        Mechanism(
            row["name"],
            (row["name"], *split_names(row["aliases"])),
            row["kind"],
            row["provider"],
            row["recipient"],
            row["aid_type"],
            row["pot"] == "yes",
        )
        for row in read_rows("mechanisms.csv")
    )


@cache
def agencies() -> tuple[Agency, ...]:
    """Return the table of news agencies and outlets."""
    return tuple(
        Agency(row["name"], (row["name"], *split_names(row["aliases"])), row["kind"] == "wire")
        for row in read_rows("agencies.csv")
    )


@cache
def summits() -> tuple[Summit, ...]:
    """Return the table of summits and conferences."""
    return tuple(
        Summit(row["name"], split_names(row["aliases"]), row["place"], row["country"], row["start"], row["end"])
        for row in read_rows("summits.csv")
    )


@cache
def known_people() -> Mapping[str, tuple[Holder, ...]]:
    """Return the holders by every spelling of their name, full or alone, casefolded."""
    people: dict[str, list[Holder]] = {}
    for holder in holders():
        for name in (holder.name, *holder.variants, *holder.alone):
            people.setdefault(name.casefold(), []).append(holder)
    return {name: tuple(found) for name, found in people.items()}


@cache
def _surnames() -> Mapping[tuple[str, str], frozenset[str]]:
    bodies: dict[tuple[str, str], set[str]] = {}
    for holder in holders():
        for words in (holder.name.split(), *(name.split() for name in holder.variants)):
            for surname in {words[0], words[-1]}:
                bodies.setdefault((holder.office, surname.casefold()), set()).add(holder.of)
    return {told: frozenset(of) for told, of in bodies.items()}


def body_of(office: str, surname: str) -> str:
    """Return the code of the one country or body in whose office the tables know someone of this name, else ""."""
    bodies = _surnames().get((office, surname.casefold()), frozenset())
    return next(iter(bodies)) if len(bodies) == 1 else ""


def _people_of(row: Mapping[str, str]) -> Iterator[str]:
    """Tell how the people of a country are called: as the table says, else by the rule for -an and -i."""
    yield from split_names(row["peoples"])
    if not row["peoples"]:
        yield from (f"{name}s" for name in split_names(row["adjectives"]) if name.endswith(("n", "i", "t", "b")))


def _country_aliases() -> Iterator[Alias]:
    columns = (("adjectives", Surface.ADJECTIVE), ("capitals", Surface.CAPITAL), ("seats", Surface.MINISTRY))
    for row in read_rows("countries.csv"):
        code, name = row["code"], row["name"]
        yield from (Alias(words, code, Surface.PEOPLE, name) for words in _people_of(row))
        for column, surface in columns:
            yield from (Alias(words, code, surface, name) for words in split_names(row[column]))
        yield from (Alias(words, code, Surface.COUNTRY, name) for words in (name, *split_names(row["names"])))


@cache
def aliases() -> tuple[Alias, ...]:
    """Return every wording of the party tables, the most telling meaning of a wording last."""
    listed = [
        Alias(words, entry.code, entry.surface, entry.name)
        for entry in _listed()
        if entry.kind is not PartyKind.COUNTRY
        for words in entry.names
    ]
    seats = [
        Alias(words, row["code"], Surface.CAPITAL, row["name"])
        for row in read_rows("parties.csv")
        for words in split_names(row["seats"] or "")
    ]
    return (*listed, *seats, *_country_aliases())
