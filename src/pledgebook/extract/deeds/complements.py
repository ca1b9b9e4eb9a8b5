"""Read what follows a wording of stance: an object, a clause, an infinitive, a doing, somebody who should act."""

from pledgebook.extract.deeds.clauses import QUOTES, Clause
from pledgebook.extract.deeds.endings import clause_end

_LISTED = 12  # words that a list of objects may take


def read_complement(clause: Clause, at: int) -> tuple[str, int]:
    """Return what kind of complement starts here, and where its words start."""
    word, tag = clause.word_at(at), clause.tag_at(at)
    if word == "to" and clause.tag_at(at + 1) in ("VB", "RB"):
        return "infinitive", at
    if word == "that" and (
        tag in ("IN", "WDT") or clause.tag_at(at + 1) in ("DT", "PRP", "NNP", "JJ", "NNS", "PRP$", "EX")
    ):
        return "that", at + 1
    if (tag == "VBG" and not clause.is_noun(at + 1)) or (
        tag == "VBG" and clause.word_at(at + 1) in ("the", "its", "their", "a")
    ):
        return "gerund", at
    if (
        tag in ("DT", "PDT", "JJ", "JJR", "JJS", "CD", "PRP", "PRP$", "VBN", "VBG", "$", "``")
        or clause.is_noun(at)
        or word in ('"', "“")
    ):
        return _noun_complement(clause, at)
    if (tag in ("RB", "RBR") or word == "further") and at + 1 < len(clause):
        kind, start = read_complement(clause, at + 1)
        return kind, at if word == "more" else start
    return "", at


def _noun_complement(clause: Clause, at: int) -> tuple[str, int]:
    """Tell "urged donors to act" and "insisted Ukraine give up land" from a plain object."""
    head = object_head(clause, at)
    end = head + 1
    while (
        clause.word_at(end) in ("of", "in", "and", ",")
        and clause.is_noun(object_head(clause, end + 1))
        and end - at < _LISTED
    ):
        end = object_head(clause, end + 1) + 1
    end += clause.tag_at(end) == "RB" and clause.word_at(end + 1) == "to"
    after = clause.word_at(end)
    verb = end + 1 + (clause.words[end + 1].text in QUOTES if end + 1 < len(clause) else 0)
    if after == "to" and clause.tag_at(verb) in ("VB", "RB"):
        return "person", at
    if clause.is_finite(end) and after != "'s":
        return "clause", at
    if after == "for" and clause.words[at].text[:1].isupper():
        return "party-for", at
    if clause.tag_at(end) == "VB":
        return "subjunctive", at
    return "object", at


def object_head(clause: Clause, at: int) -> int:
    """Return the last word of the noun group that starts here."""
    here = at
    while (
        here < len(clause)
        and (
            clause.tag_at(here)
            in ("DT", "PDT", "JJ", "JJR", "JJS", "CD", "PRP$", "POS", "VBN", "VBG", "HYPH", "RB", "$", "``")
        )
        and not clause.is_noun(here)
    ):
        here += 1
    if clause.tag_at(here) == "PRP":
        return here
    return clause.chunk(here)[1] - 1 if clause.is_noun(here) else max(here - 1, at)


def find_complement(clause: Clause, at: int, wanted: tuple[str, ...]) -> tuple[int, int] | None:
    """Return the words of a verb's complement, if it is of a wanted kind."""
    kind, start = read_complement(clause, at)
    if kind in ("clause", "that") and "subjunctive" in wanted:
        return None
    if "gerund" in wanted and clause.tag_at(start) == "VBG":
        return start, clause_end(clause, start)
    taken = (
        kind in wanted
        or (kind == "that" and "clause" in wanted)
        or (kind in ("person", "party-for") and "object" in wanted)
        or (kind == "subjunctive" and "clause" in wanted)
    )
    return (start, clause_end(clause, start)) if taken else None
