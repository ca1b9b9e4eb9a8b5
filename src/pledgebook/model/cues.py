"""The tables of giving verbs and of cue words: read once, when first asked for."""

import csv
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct


class Verb(Struct, frozen=True):
    """One verb that can tell of a commitment.

    `role` says how it ties the sum to the parties: give (the subject gives), get (the subject gets), announce, flow
    (the sum itself goes somewhere), part, measure, boost, support, propose, consider, request, cancel, buy. `stage` is
    the stage that it tells of; "give" there means that the tense decides.
    """

    name: str
    role: str
    stage: str
    weight: float


class Cue(Struct, frozen=True):
    """One wording that speaks for a value of a field: aid type, instrument, stage, novelty, background and so on."""

    field: str
    value: str
    weight: float
    words: str


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files("pledgebook.reference") / name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


@cache
def load_verbs() -> dict[str, Verb]:
    """Return the verbs by each of their forms, in lower case."""
    verbs = dict[str, Verb]()
    for row in _rows("giving_verbs.csv"):
        verb = Verb(row["verb"], row["role"], row["stage"], float(row["weight"]))
        for form in row["forms"].split("|"):
            verbs.setdefault(form, verb)
    return verbs


@cache
def load_cues() -> dict[str, tuple[Cue, ...]]:
    """Return the cues by their words, in lower case; one wording may speak for several fields."""
    cues = dict[str, list[Cue]]()
    for row in _rows("cues.csv"):
        for words in row["words"].split("|"):
            cue = Cue(row["field"], row["value"], float(row["weight"]), words)
            held = cues.setdefault(words, [])
            if not any((one.field, one.value) == (cue.field, cue.value) for one in held):
                held.append(cue)
    return {words: tuple(held) for words, held in cues.items()}


@lru_cache(maxsize=4096)
def cue_for(words: str, field: str) -> tuple[Cue, ...]:
    """Return what a wording speaks for in one field."""
    return tuple(cue for cue in load_cues().get(" ".join(words.lower().split()), ()) if cue.field == field)
