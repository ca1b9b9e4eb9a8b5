"""Find where the words of a stance end: at a stop, a new clause, the close of a quotation, a condition."""

from pledgebook.extract.deeds.clauses import QUOTES, Clause
from pledgebook.model.deeds import stance_verbs, words_of

_SAID = frozenset(
    {"say", "add", "tell", "note", "explain", "write", "stress", "state", "emphasise", "emphasize", "argue"}
)


def clause_end(clause: Clause, at: int) -> int:
    """Return where the words that belong to a stance end: a stop, a new main clause, or an aside by the writer."""
    depth = 0
    for here in range(at, len(clause)):
        word = clause.word_at(here)
        depth += word == "("
        depth -= word == ")"
        if depth == 0 and here > at and _closes(clause, here):
            return here
    end = len(clause)
    while end > at + 1 and clause.words[end - 1].text in {".", "!", "?", ";", ":", *QUOTES}:
        end -= 1
    return end


def _closes(clause: Clause, at: int) -> bool:
    word = clause.word_at(at)
    if word in (";", "\u2013", "—", "--"):
        return True
    if word in (".", "?", "!") and at + 1 < len(clause):
        return clause.words[at + 1].text[:1].isupper()
    if word == ",":
        return _leaves(clause, at + 1)
    if _ends_quote(clause, at):
        return True
    joined = word in ("and", "but") and (
        _acts_on(clause, at + 1) or (clause.tag_at(at + 1) == "RB" and _acts_on(clause, at + 2))
    )
    return joined or word in ("while", "whereas", "although")


def _leaves(clause: Clause, at: int) -> bool:
    """Tell whether what follows a comma is no longer what somebody stands for or against."""
    if clause.word_at(at) in words_of("leaving") or clause.tag_at(at) in ("VBG", "VBD", "VBZ"):
        return True
    joined = clause.word_at(at) == "and" and any(clause.is_finite(near) for near in range(at + 1, at + 6))
    return joined or _starts_anew(clause, at) or _says_after(clause, at)


def _starts_anew(clause: Clause, at: int) -> bool:
    """Tell whether a pronoun opens a new main clause after a comma: ", it also criticised"."""
    told = clause.tag_at(at) == "PRP" and clause.word_at(at) in ("it", "he", "she", "they", "we", "i")
    return told and any(clause.is_finite(near) for near in (at + 1, at + 2))


def _acts_on(clause: Clause, at: int) -> bool:
    """Tell whether a second verb of the same subject stands here."""
    participle = clause.tag_at(at) == "VBN" and clause.lemma_at(at) in stance_verbs()
    return participle or (clause.is_finite(at) and clause.word_at(at) != "'s")


def _ends_quote(clause: Clause, at: int) -> bool:
    """Tell whether a quotation ends here and the writer goes on."""
    told = clause.words[at].text in ("\u2019", "'") and _says_after(clause, at + 1)
    return told or (clause.words[at].text in ('"', "\u201d", "''") and clause.word_at(at - 1) in (",", ".", "!", "?"))


def _says_after(clause: Clause, at: int) -> bool:
    """Tell whether the writer names who spoke from here on: ", the minister said"."""
    for near in range(at, min(at + 10, len(clause))):
        if clause.word_at(near) == ",":
            return False
        if clause.lemma_at(near) in _SAID and clause.is_finite(near):
            return True
    return False


def find_condition(clause: Clause, at: int, end: int) -> int:
    """Return where a condition starts between two words, or -1: if, unless, provided, as long as, on condition."""
    for here in range(at, end):
        word, after = clause.word_at(here), clause.word_at(here + 1)
        if clause.word_at(here - 1) == "for":
            continue
        given = word in ("provided", "providing") and after in ("that", "there")
        given = given or (word == "provided" and clause.word_at(here - 1) == "," and after != "by")
        if (
            given
            or word in ("if", "unless")
            or (word, after)
            in {
                ("on", "condition"),
                ("as", "long"),
                ("in", "case"),
                ("so", "long"),
                ("subject", "to"),
            }
        ):
            return here
        if (word, after) == ("in", "the") and clause.word_at(here + 2) == "event":
            return here
    return -1
