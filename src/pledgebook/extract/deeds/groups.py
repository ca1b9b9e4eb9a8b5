"""Find how far the words for an agreement reach: where its name starts, where what it is about ends."""

from pledgebook.extract.deeds.clauses import QUOTES, Clause
from pledgebook.model.deeds import load_instruments, words_of

_BY_WAY = 14  # words before an agreement in which "through" may stand
_WAYS = frozenset({"under", "through", "via", "within"})
_LONGEST = 28  # words that what an agreement is about may take


def name_start(clause: Clause, at: int) -> int:
    """Return where an agreement's group starts, over "and" and commas within its name: "Trade and Transit Pact"."""
    start = clause.chunk(at)[0]
    while (
        start > 1
        and clause.words[at].text[:1].isupper()
        and clause.words[start].text[:1].isupper()
        and clause.word_at(start - 1) in ("and", ",")
    ):
        before = start - 2 - (clause.word_at(start - 2) == ",")
        named = before >= 0 and clause.is_noun(before) and clause.words[before].text[:1].isupper()
        if not named or clause.word_at(before) in load_instruments():
            break
        start = clause.chunk(before)[0]
    return start


def group_end(clause: Clause, end: int) -> int:
    """Return where the words that say what an agreement is about end."""
    here = end
    if clause.word_at(here) == "(":
        here = next((at + 1 for at in range(here, len(clause)) if clause.word_at(at) == ")"), len(clause))
    while here < min(end + _LONGEST, len(clause)) and not _leaves_group(clause, here):
        here += 1
    while here > end and (clause.word_at(here - 1) in words_of("hanging") or clause.words[here - 1].text in QUOTES):
        here -= 1
    return here


def _leaves_group(clause: Clause, at: int) -> bool:
    """Tell whether an agreement's words end here: at a verb, a stop, another agreement."""
    word, after = clause.word_at(at), clause.word_at(at + 1)
    if word == "and" and (after in ("a", "an", "the", "other") or after in load_instruments()):
        return True
    if clause.is_finite(at) and not (clause.tag_at(at) == "VBD" and after in ("with", "by", "in")):
        return True
    return word in (",", ".", ";", ":", "(") or word in words_of("past_group")


def is_way(clause: Clause, start: int) -> bool:
    """Tell whether something is done by way of what stands here: "under the Andes Pact", "through A as well as B"."""
    for at in range(start, max(start - _BY_WAY, -1), -1):
        if clause.word_at(at) in _WAYS:
            return True
        if clause.is_finite(at):
            return False
    return False
