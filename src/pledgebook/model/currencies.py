"""The currencies of `reference/currencies.csv`: their names, signs, unit words and homes."""

import csv
from functools import cache
from importlib.resources import files

from msgspec import Struct


class Currency(Struct, frozen=True):
    """One currency: ISO code, names, the unit words and signs it may share, and the countries that use it.

    `adjectives` stand before a unit word ("canadian" dollars), `aliases` are whole names beside the usual ones, `homes`
    are ISO alpha-3 codes with the issuer first, `weak` are the forms that mean money only beside a large number.
    """

    code: str
    name: str
    plural: str
    units: tuple[str, ...]
    signs: tuple[str, ...]
    adjectives: tuple[str, ...]
    aliases: tuple[str, ...]
    homes: tuple[str, ...]
    current: bool
    weak: tuple[str, ...]


class Forms(Struct, frozen=True):
    """How currencies are written: each form with the codes it may stand for, sorted.

    `names` holds lower-case words ("canadian dollars", "dollars"), `signs` exact writing ("C$", "kr"), `weak` the
    forms of either that need a large number beside them; `adjectives` whose money a word before a unit says.
    """

    names: dict[str, tuple[str, ...]]
    signs: dict[str, tuple[str, ...]]
    weak: frozenset[str]
    adjectives: dict[str, tuple[str, ...]]


def _split(cell: str) -> tuple[str, ...]:
    """Return the pieces of a table cell that bars divide."""
    return tuple(piece for piece in cell.split("|") if piece)


@cache
def load_currencies() -> dict[str, Currency]:
    """Return every currency by its ISO 4217 code, in the order of the codes."""
    table = files("pledgebook").joinpath("reference/currencies.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {row["code"]: _currency_of(row) for row in rows}


def _currency_of(row: dict[str, str]) -> Currency:
    """Return the currency that one row of the table tells of."""
    lists = {name: _split(row[name]) for name in ("units", "signs", "adjectives", "aliases", "homes", "weak")}
    return Currency(code=row["code"], name=row["name"], plural=row["plural"], current=row["current"] == "1", **lists)


@cache
def load_forms() -> Forms:
    """Return how every currency is written, by name and by sign."""
    names: dict[str, set[str]] = {}
    signs: dict[str, set[str]] = {}
    weak: set[str] = set()
    adjectives: dict[str, set[str]] = {}
    for currency in load_currencies().values():
        for name in _names_of(currency):
            names.setdefault(name, set()).add(currency.code)
        for sign in (currency.code, *currency.signs, *(["$"] if "dollar" in currency.units else [])):
            signs.setdefault(sign, set()).add(currency.code)
        for adjective in currency.adjectives:
            adjectives.setdefault(adjective, set()).add(currency.code)
        weak.update(currency.weak if currency.current else (currency.code, *currency.weak))
    return Forms(
        names={name: _by_use(codes) for name, codes in sorted(names.items())},
        signs={sign: _by_use(codes) for sign, codes in sorted(signs.items())},
        weak=frozenset(weak),
        adjectives={adjective: _by_use(codes) for adjective, codes in sorted(adjectives.items())},
    )


def _by_use(codes: set[str]) -> tuple[str, ...]:
    """Return the codes of currencies in use, sorted; of past ones only where none is in use."""
    table = load_currencies()
    return tuple(sorted(code for code in codes if table[code].current)) or tuple(sorted(codes))


def _names_of(currency: Currency) -> list[str]:
    """Return every lower-case name: full, alias, unit word alone, and adjective with unit word."""
    units = list(currency.units)
    joined = [f"{adjective} {unit}" for adjective in currency.adjectives for unit in units]
    full = [currency.name.lower(), currency.plural.lower()] if currency.current or " " in currency.name else []
    return [*full, *currency.aliases, *units, *joined]


def money_of(country: str) -> tuple[str, ...]:
    """Return the codes of the currencies a country uses, its own before those it shares; "EU" uses the euro."""
    if country in ("EU", "EUU", "EUE"):
        return ("EUR",)
    current = (currency for currency in load_currencies().values() if currency.current)
    users = [(currency.homes.index(country), currency.code) for currency in current if country in currency.homes]
    return tuple(code for _, code in sorted(users))


@cache
def load_domains() -> dict[str, str]:
    """Return the ISO alpha-3 code of the country that each ending of an address belongs to ("nz": "NZL")."""
    table = files("pledgebook").joinpath("reference/domains.csv").read_text(encoding="utf-8")
    return {row["domain"]: row["country"] for row in csv.DictReader(table.splitlines())}
