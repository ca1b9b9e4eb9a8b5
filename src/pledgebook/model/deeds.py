"""The tables of stance wordings, of instruments and of who can speak: read once, when first asked for."""

import csv
from functools import cache
from importlib.resources import files

from msgspec import Struct

from pledgebook.model.values import Stance


class Frame(Struct, frozen=True):
    """One wording that shows where somebody stands.

    `words` is the head word with its particles ("call", "for"); `complements` says what may follow; `negated` is the
    stance when the wording is denied (None: then it says nothing); `needs` names a test that the wording must pass.
    """

    key: str
    words: tuple[str, ...]
    kind: str
    complements: tuple[str, ...]
    stance: Stance
    negated: Stance | None
    needs: str


class Instrument(Struct, frozen=True):
    """One word for an agreement: its type, and whether it says so by itself ("treaty") or needs company ("plan")."""

    words: tuple[str, ...]
    type: str
    strength: str


class Speaker(Struct, frozen=True):
    """One common noun for who can hold a stance or be a party: `kind` says what sort, `single` whether it is one."""

    word: str
    kind: str


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("pledgebook.reference") / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def load_frames() -> dict[str, tuple[Frame, ...]]:
    """Return the stance wordings by their first word, longest first; readings of clauses stand under ""."""
    by_word = dict[str, list[Frame]]()
    seen = set[str]()
    for row in _rows("stances.csv"):
        words = tuple(row["word"].split())
        key = f"{row['frame']} {row['word']}"
        key += f" {row['complement']}" if key in seen else ""
        seen.add(key)
        frame = Frame(
            key=key,
            words=words,
            kind=row["frame"],
            complements=tuple(filter(None, row["complement"].split("|"))),
            stance=Stance(row["stance"]),
            negated=Stance(row["negated"]) if row["negated"] else None,
            needs=row["needs"],
        )
        by_word.setdefault(words[0] if frame.kind != "clause" else "", []).append(frame)
    return {
        word: tuple(sorted(frames, key=lambda frame: (-len(frame.words), frame.key)))
        for word, frames in by_word.items()
    }


@cache
def frames_by_key() -> dict[str, Frame]:
    """Return the stance wordings by the key that a mention's part carries as its rule."""
    return {frame.key: frame for frames in load_frames().values() for frame in frames}


@cache
def stance_verbs() -> frozenset[str]:
    """Return the first words of the stance wordings that are verbs."""
    return frozenset(word for word, frames in load_frames().items() if any(frame.kind == "verb" for frame in frames))


@cache
def stance_particles() -> frozenset[tuple[str, str]]:
    """Return the verbs of stance that take a particle, each with it: "call" and "for"."""
    told = (frame.words[:2] for frames in load_frames().values() for frame in frames if frame.kind == "verb")
    return frozenset((words[0], words[1]) for words in told if len(words) > 1)


@cache
def load_instruments() -> dict[str, tuple[Instrument, ...]]:
    """Return the words for agreements by their last word (the head of the noun group), longest first."""
    by_word = dict[str, list[Instrument]]()
    for row in _rows("instruments.csv"):
        words = tuple(row["word"].split())
        by_word.setdefault(words[0], []).append(Instrument(words, row["type"], row["strength"]))
    return {word: tuple(sorted(found, key=lambda one: (-len(one.words), one.words))) for word, found in by_word.items()}


@cache
def load_speakers() -> dict[str, Speaker]:
    """Return the common nouns for who can speak, by the noun in lower case."""
    return {row["word"]: Speaker(row["word"], row["kind"]) for row in _rows("speakers.csv")}


@cache
def load_events() -> dict[str, Instrument]:
    """Return the words for events by the noun: `type` is what sort, `strength` the preposition of its place."""
    return {
        row["word"]: Instrument(tuple(row["word"].split()), row["type"], row["place"]) for row in _rows("events.csv")
    }


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of one class of `deed_words.csv`, by lemma where they are verbs."""
    return frozenset(row["word"] for row in _rows("deed_words.csv") if row["class"] == name)
