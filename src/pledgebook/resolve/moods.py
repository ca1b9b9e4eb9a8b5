"""What a verb's part says beside its word: its tense, voice and auxiliaries, and its row in the table of verbs."""

from pledgebook.model.cues import Verb, load_verbs
from pledgebook.model.records import Part

AHEAD = frozenset({"modal", "infinitive"})
"""Moods of what has not been done yet."""


def moods_of(part: Part) -> frozenset[str]:
    """Return the traits of a verb that its rule carries: "passive", "perfect", "past" and so on."""
    return frozenset(part.rule.partition(": ")[2].split())


def verb_of(part: Part) -> Verb | None:
    """Return the table's row of a verb's part."""
    return load_verbs().get(" ".join(part.span.quote.lower().replace("\u2019", "'").split()))
