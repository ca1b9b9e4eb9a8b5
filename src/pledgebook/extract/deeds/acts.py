"""Find the verb that brings an agreement about, changes or ends it, and how it leaves it: done, planned, ended."""

from pledgebook.extract.deeds.clauses import BE, Clause
from pledgebook.extract.deeds.groups import group_end, name_start
from pledgebook.model.deeds import words_of

_REACH = 16  # words between a verb and the agreement it brings about
_HERALD = 5  # words before a noun of making in which stands that it lies ahead
_WILL = frozenset({"will", "would", "could", "may", "might", "should", "shall", "'ll", "must"})
_MADE = frozenset({"met", "gathered", "able", "first", "latest", "second", "third"})
_STILL_TO_DO = frozenset({"sign", "negotiate", "conclude", "finalise", "finalize", "ink", "pursue", "seek"})


def find_act(clause: Clause, at: int, end: int) -> int:
    """Return the verb that brings an agreement about, changes or ends it, or -1."""
    signed = end + (clause.word_at(end) == "," and clause.tag_at(end + 1) == "VBN")
    if clause.tag_at(signed) == "VBN" and clause.lemma_at(signed) in words_of("signing"):
        return signed
    before = _act_before(clause, at)
    return before if before is not None else _act_after(clause, end)


def _act_before(clause: Clause, at: int) -> int | None:
    """Return the verb before an agreement's group; -1 for one that does nothing to it, None where there is none."""
    start = name_start(clause, at)
    for here in range(start - 1, max(start - _REACH, -1), -1):
        if _brings_about(clause, here):
            return here
        if clause.word_at(here) in words_of("by_way_of"):
            return -1
        if clause.tag_at(here) == "VBG" and (clause.is_noun(here - 1) or clause.word_at(here - 1) == ")"):
            return -1
        has = clause.word_at(here) in ("has", "have", "had")
        if clause.word_at(here) in (";", ":", ".") or (clause.is_finite(here) and not has):
            return -1
    return None


def _brings_about(clause: Clause, at: int) -> bool:
    """Tell whether a word before an agreement makes it, leads to it or ends it."""
    word, tag = clause.word_at(at), clause.tag_at(at)
    if word in words_of("making"):
        return True
    if word in words_of("nearing"):
        return clause.word_at(at + 1) in ("to", "of", "a", "an") or word == "nearing"
    if word == "exchange":
        return clause.word_at(at + 1) == "of"
    known = words_of("signing") | words_of("planning") | words_of("ending")
    if tag.startswith("VB"):
        return clause.lemma_at(at) in known or _comes_to(clause, at) or _sets_up(clause, at)
    return word == "inking" and clause.word_at(at - 1) == ","


def _comes_to(clause: Clause, at: int) -> bool:
    """Tell whether two come to an agreement."""
    return clause.lemma_at(at) == "come" and clause.word_at(at + 1) == "to"


def _sets_up(clause: Clause, at: int) -> bool:
    """Tell whether somebody sets a partnership up."""
    return clause.lemma_at(at) == "set" and clause.word_at(at + 1) == "up"


def _act_after(clause: Clause, end: int) -> int:
    """Return the verb after an agreement's group, "was signed", or -1."""
    known = words_of("signing") | words_of("planning") | words_of("ending")
    for here in range(end, min(group_end(clause, end) + 6, len(clause))):
        if clause.word_at(here) in ("took", "takes") and clause.word_at(here + 1) == "place":
            return here
        if clause.is_finite(here) and (clause.lemma_at(here) in words_of("lapsing") or _comes_into_force(clause, here)):
            return here
        told = clause.tag_at(here) in ("VBN", "VBD")
        headline = clause.word_at(here) in ("signed", "inked") and clause.tag_at(here + 1) == "IN"
        passive = told and (here == end or clause.is_passive(here) or headline or not _has_tense(clause))
        if passive and clause.lemma_at(here) in known:
            return _awaited(clause, here)
        if clause.word_at(here) in (";", "which", "that", "who"):
            return -1
    return -1


def _has_tense(clause: Clause) -> bool:
    """Tell whether a sentence has a verb with tense; a headline or an entry of a list may have none."""
    return any(clause.is_finite(at) for at in range(len(clause)))


def _awaited(clause: Clause, at: int) -> int:
    """Return the verb that is awaited after "are expected", where one makes an agreement: "to be signed"."""
    signed = at + 3
    awaited = clause.lower[at + 1 : signed] == ("to", "be") and clause.lemma_at(signed) in words_of("signing")
    return signed if awaited else at


def _comes_into_force(clause: Clause, at: int) -> bool:
    """Tell whether an agreement enters into force or takes effect here."""
    after = clause.lower[at + 1 : at + 3]
    return clause.lemma_at(at) in ("enter", "come", "go", "take") and ("force" in after or "effect" in after)


def read_mood(clause: Clause, verb: int, at: int) -> str:
    """Return how the verb leaves an agreement: done, planned, ended; standing when there is none."""
    if verb < 0 or _comes_into_force(clause, verb):
        return "standing"
    lemma = clause.lemma_at(verb)
    before = clause.lower[max(clause.group_start(verb) - 6, 0) : verb]
    failed = {"failed", "unable", "refused", "declined", "without"} & set(before)
    if lemma in words_of("ending") | words_of("lapsing") or clause.is_negated(verb) or failed:
        return "ended"
    if verb == 0 and clause.tag_at(0) == "VB":
        return "planned"
    if clause.word_at(verb) in words_of("making"):
        return _read_making(clause, verb, at)
    planned = lemma in words_of("planning") or clause.word_at(verb) in words_of("nearing")
    if planned or _is_sought(clause, verb, at) or _is_ahead(clause, verb, before):
        return "planned"
    group = set(clause.lower[clause.group_start(verb) : verb])
    told_before = {"also", "already", "previously", "earlier"} & group and {"has", "have", "had"} & group
    return "past" if told_before else "done"


def _is_sought(clause: Clause, verb: int, at: int) -> bool:
    """Tell whether what a verb is done to only leads to an agreement: "approved a proposal for a pact"."""
    between = set(clause.lower[min(verb, at) : max(verb, at)])
    talks = between & words_of("talking")
    ahead = at > verb and between & {"proposal", "plan", "plans", "proposals", "request", "mandate", "draft"}
    return bool(ahead or (talks and not _ends_talks(clause, max(verb, at))))


def _is_ahead(clause: Clause, verb: int, before: tuple[str, ...]) -> bool:
    """Tell whether a verb of making still lies ahead: will sign, is to be signed, is launching, agreed to sign."""
    group = clause.lower[clause.group_start(verb) : verb]
    if set(group) & _WILL or group[-2:] == ("to", "be"):
        return True
    if clause.tag_at(verb) == "VBG" and set(group) & (BE - {"been", "being"}):
        return True
    if clause.word_at(verb - 1) != "to" or clause.tag_at(verb) != "VB":
        return False
    return not _MADE & set(before) and ("agreed" not in before or clause.lemma_at(verb) in _STILL_TO_DO)


def _read_making(clause: Clause, verb: int, at: int) -> str:
    """Return how a noun of making leaves an agreement: "the signing of", "talks on", "the early conclusion of"."""
    before = clause.lower[max(verb - _HERALD, 0) : verb]
    if clause.word_at(verb) in words_of("talking"):
        broken = any(clause.lemma_at(here) in words_of("lapsing") for here in range(at, len(clause)))
        return "ended" if broken else "done" if _ends_talks(clause, verb + 1) else "planned"
    herald = set(before) & words_of("heralding") and not set(before) & {"ceremony", "met", "gathered"}
    talks = set(clause.lower[verb:at]) & words_of("talking") and clause.word_at(verb) != "conclusion"
    to_come = before[-1:] == ("to",) and not _MADE & set(before)
    sign = clause.tag_at(verb) == "VB" and (set(before) & _WILL or to_come)
    return "planned" if herald or talks or sign else "done"


def _ends_talks(clause: Clause, stop: int) -> bool:
    """Tell whether talks on an agreement are said to have ended well: "concluded negotiations on a pact"."""
    at = next((here for here in range(stop - 1, -1, -1) if clause.word_at(here) in words_of("talking")), -1)
    over = {"concluded", "completed", "finalised", "finalized", "conclusion", "completion", "finished"}
    return at >= 0 and bool(over & set(clause.lower[max(at - 4, 0) : at])) and clause.word_at(at + 1) != "to"
