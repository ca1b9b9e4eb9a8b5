"""The goods and people in kind of `reference/equipment.csv`, by every form, and the words that count them."""

import csv
from functools import cache
from importlib.resources import files

from msgspec import Struct


class Equipment(Struct, frozen=True):
    """One row of the table: the usual name, the class it belongs to, and its forms in the singular, lower case.

    `counted` are the forms that mean goods only with a count before them: common words and names ("14 Leopard").
    """

    name: str
    group: str
    forms: tuple[str, ...]
    counted: tuple[str, ...]


_SPELLINGS = {
    "defense": "defence",
    "armored": "armoured",
    "armor": "armour",
    "program": "programme",
    "center": "centre",
    "fiber": "fibre",
    "men": "man",
    "women": "woman",
    "servicemen": "serviceman",
    "policemen": "policeman",
    "firemen": "fireman",
    "children": "child",
    "people": "people",
    "vehicules": "vehicle",
    "buses": "bus",
    "minibuses": "minibus",
    "trolleybuses": "trolleybus",
    "advisor": "adviser",
}
_KEPT_PLURALS = frozenset(
    {"mars", "gas", "bus", "gps", "uas", "manpads", "nasams", "himars", "scissors", "series", "status", "arms"}
)
_SHORTEST = 3


@cache
def singular_of(word: str) -> str:
    """Return a lower-case noun in the singular and in British spelling, by rule."""
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    if word[:-1].isdigit():
        return word.removesuffix("s")
    if word in _KEPT_PLURALS or len(word) <= _SHORTEST or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    stem = word[:-1]
    return _SPELLINGS.get(stem, stem)


@cache
def load_equipment() -> tuple[Equipment, ...]:
    """Return the rows of the table, in its order."""
    table = files("pledgebook").joinpath("reference/equipment.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return tuple(_equipment_of(row) for row in rows)


def _equipment_of(row: dict[str, str]) -> Equipment:
    """Return the equipment of one row; a star marks the forms that need a count."""
    marked = row["forms"].split("|")
    counted = tuple(form.removesuffix("*") for form in marked if form.endswith("*"))
    return Equipment(row["name"], row["class"], tuple(form.removesuffix("*") for form in marked), counted)


@cache
def forms_with_count() -> frozenset[tuple[str, ...]]:
    """Return the forms that mean goods only with a count before them."""
    return frozenset(key_of(form) for row in load_equipment() for form in row.counted)


@cache
def equipment_by_form() -> dict[tuple[str, ...], Equipment]:
    """Return each form, as its words in the singular without hyphens, with its row; the first row of a form counts."""
    forms: dict[tuple[str, ...], Equipment] = {}
    for row in load_equipment():
        for form in row.forms:
            forms.setdefault(key_of(form), row)
    return forms


@cache
def key_of(form: str) -> tuple[str, ...]:
    """Return the words of a form in the singular, lower case, hyphens as spaces."""
    return tuple(singular_of(word) for word in form.lower().replace("-", " ").split())


@cache
def load_counting() -> dict[str, frozenset[str]]:
    """Return the words of `reference/units.csv` by role: units of count, words apart from a name, people trained."""
    table = files("pledgebook").joinpath("reference/units.csv").read_text(encoding="utf-8")
    return {row["role"]: frozenset(row["words"].split("|")) for row in csv.DictReader(table.splitlines())}
