"""What a reading of stance yields, and who says something: the verb of speech around a word and its subject."""

from msgspec import Struct

from pledgebook.extract.deeds.clauses import Clause
from pledgebook.model.deeds import words_of

_NEAR = 8  # words between what was said and the verb of speech

NOT_DENIED = False
"""A wording told as it is, not denied."""


class Found(Struct, frozen=True):
    """One wording of stance: the words that carry it, whether denied, its holder's head word and the words after it.

    `frame` is the key of a row of the table, or "clause NAME" for a reading of what was said. `holder` is the index
    of the head of who holds the stance (-1: the writer names nobody), `owner` tells how it was found; `said_by` is
    the verb of speech above it, or -1.
    """

    frame: str
    start: int
    end: int
    negated: bool
    holder: int
    owner: str
    on_start: int
    on_end: int
    said_by: int = -1


def find_attribution(clause: Clause, at: int) -> int:
    """Return the verb of speech that follows what was said, after a comma: "…, she said", or -1."""
    for here in range(at + 1, len(clause)):
        spoken = clause.lemma_at(here) in words_of("saying") and clause.is_finite(here)
        if spoken and "," in clause.lower[max(here - _NEAR, at) : here]:
            return here
    return -1


def find_sayer(clause: Clause, said: int) -> int:
    """Return the head word of who speaks, before the verb or after it ("said the minister"), or -1."""
    if said < 0:
        return -1
    subject = clause.find_subject(said)
    if subject >= 0 and clause.word_at(subject) not in ("we", "i"):
        return subject
    return next((near for near in range(said + 1, min(said + _NEAR - 1, len(clause))) if clause.is_noun(near)), subject)


def find_speech(clause: Clause, at: int) -> int:
    """Return the verb of speech that governs a word: the nearest one to its left."""
    for here in range(at - 1, -1, -1):
        if clause.lemma_at(here) in words_of("saying") and clause.tag_at(here).startswith("VB"):
            return here
        if clause.word_at(here) == ";":
            return -1
    return -1
