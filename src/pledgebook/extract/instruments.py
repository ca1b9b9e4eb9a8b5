"""Find the words for agreements in one parsed sentence: the noun, its group, what is done with it."""

from collections.abc import Iterator

from msgspec import Struct

from pledgebook.extract.clauses import Clause
from pledgebook.model.deeds import Instrument, load_instruments, words_of

_PARTNERING = frozenset({"partner", "cooperate", "collaborate", "team", "join"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "any", "each", "every", "no"})
_REACH = 9  # words between a verb and the agreement it brings about


class Deed(Struct, frozen=True):
    """One agreement as a sentence tells it; indices count the sentence's words.

    `noun` and `noun_end` bound the words for the instrument, `start` and `end` its whole group with what it is about.
    `verb` is the word that brings it about (-1: none), `mood` how the verb stands: done, planned, ended, standing.
    """

    noun: int
    noun_end: int
    start: int
    end: int
    verb: int
    mood: str
    type: str


def find_deeds(clause: Clause) -> Iterator[Deed]:
    """Yield each agreement of a sentence that is one by its wording, in order."""
    table = load_instruments()
    last = -1
    for at in range(len(clause)):
        if at < last:
            continue
        for instrument in table.get(clause.word_at(at), ()):
            end = at + len(instrument.words)
            if clause.lower[at:end] == instrument.words and _is_head(clause, at, end):
                deed = _read_deed(clause, at, end, instrument)
                if deed:
                    last = end
                    yield deed
                break
        else:
            partnered = _read_partnering(clause, at) or _read_agreeing(clause, at)
            if partnered:
                yield partnered


def _is_head(clause: Clause, at: int, end: int) -> bool:
    """Tell whether the words are the head of their group, not the first half of "agreement talks"."""
    after = clause.word_at(end)
    if clause.tag_at(at).startswith("VB") or clause.word_at(at - 1) == "to":
        return False
    return not (
        clause.is_noun(end)
        and not clause.words[end].tag.startswith("VB")
        and after not in ("month", "week")
        and not clause.words[end].text[:1].isupper()
    )


def _read_deed(clause: Clause, at: int, end: int, instrument: Instrument) -> Deed | None:
    """Return the agreement that a noun tells of, if its company shows that it is one."""
    verb = find_act(clause, at, end)
    mood = "past" if verb == end else read_mood(clause, verb, at)
    start = clause.chunk(at)[0]
    named = _is_named(clause, start, at, end)
    bound = _is_bound(clause, start, end)
    done = verb >= 0 and clause.words[verb].lemma.lower() in words_of("signing") | words_of("ending")
    if not _is_one(instrument.strength, clause, start, end, named=named, bound=bound, acted=verb >= 0, done=done):
        return None
    while start < at and (clause.tag_at(start) in ("DT", "PDT", "PRP$") or clause.tag_at(start) == "POS"):
        start += 1
    return Deed(at, end, start, _group_end(clause, end), verb, mood, instrument.type)


def _is_one(
    strength: str, clause: Clause, start: int, end: int, *, named: bool, bound: bool, acted: bool, done: bool
) -> bool:
    """Tell whether a word for an agreement means one here; the weaker the word, the more company it needs."""
    points_back = clause.word_at(start) in _DEFINITE and not named and not bound
    if strength == "plain":
        return (acted or named or bound) and not (points_back and not done)
    if strength == "weak":
        return (
            (done and bound and not points_back) or (done and clause.word_at(start) in ("a", "an")) or (named and bound)
        )
    if strength == "signed":
        return (
            done
            and not points_back
            and clause.words[find_act(clause, end - 1, end)].lemma.lower()
            in ("sign", "ink", "issue", "release", "conclude", "exchange")
        )
    if strength == "named":
        return named or (done and bound)
    if strength == "bound":
        return (
            (done and not points_back)
            or (named and (bound or acted))
            or (bound and acted)
            or (acted and _joins_two(clause, end))
            or clause.word_at(end) == "implementing"
        )
    if strength == "joint":
        return acted or named
    words = clause.lower[start:end]
    cooperative = any(
        word.startswith(("cooperat", "co-operat", "joint", "bilateral", "partner", "co-produc")) for word in words
    )
    return cooperative and _joins_two(clause, end)


def _joins_two(clause: Clause, end: int) -> bool:
    """Tell whether two parties act on an agreement together."""
    verb = find_act(clause, end - 1, end)
    subject = clause.find_subject(verb) if verb >= 0 else -1
    return subject >= 0 and "and" in clause.lower[max(subject - 6, 0) : verb]


def _is_named(clause: Clause, start: int, at: int, end: int) -> bool:
    """Tell whether the agreement bears a name: "South Pacific Tuna Treaty", "Declaration on Future Generations"."""
    if not clause.words[at].text[:1].isupper() or (clause.words[at].text.isupper() and len(clause.words[at].text) > 3):
        return False
    before = [word for word in clause.words[start:at] if word.text[:1].isupper() and word.tag not in ("DT", "PRP$")]
    after = (
        clause.word_at(end) in ("on", "for", "to", "of", "against")
        and end + 1 < len(clause)
        and any(word.text[:1].isupper() for word in clause.words[end + 1 : end + 3])
    )
    return (bool(before) or after) and not all(
        word.text[:1].isupper() for word in clause.words[:8] if word.text.isalpha()
    )


def _is_bound(clause: Clause, start: int, end: int) -> bool:
    """Tell whether the words beside the noun name parties: with, between, a hyphened pair, "their"."""
    for at in range(end, min(end + 7, len(clause))):
        if (
            clause.word_at(at) in ("with", "between")
            and at + 1 < len(clause)
            and any(word.text[:1].isupper() for word in clause.words[at + 1 : at + 5])
        ):
            return True
        if clause.word_at(at) in (",", ".", ";") or clause.is_finite(at):
            break
    return any(
        clause.word_at(at) == "their"
        or "bilateral" in clause.word_at(at)
        or (clause.tag_at(at) == "POS" and clause.words[at - 1].tag.startswith("NNP") and False)
        for at in range(start, end)
    ) or _has_pair(clause, start, end)


def _has_pair(clause: Clause, start: int, end: int) -> bool:
    """Tell whether a hyphen or dash joins two names before the noun: "Canada-Ukraine", "U.S.-Japan"."""
    for at in range(max(start - 1, 0), end):
        text = clause.words[at].text
        halves = text.replace("–", "-").split("-")
        if len(halves) > 1 and halves[0][:1].isupper() and halves[1][:1].isupper():
            return True
        if (
            text in ("-", "–")
            and clause.words[at - 1].text[:1].isupper()
            and at + 1 < end
            and clause.words[at + 1].text[:1].isupper()
        ):
            return True
    return False


def _group_end(clause: Clause, end: int) -> int:
    """Return where the words that say what an agreement is about end."""
    here = end
    if clause.word_at(here) == "(":
        while here < len(clause) and clause.word_at(here) != ")":
            here += 1
        here = min(here + 1, len(clause))
    while here < min(end + 28, len(clause)):
        word, tag = clause.word_at(here), clause.tag_at(here)
        if word == "and" and clause.word_at(here + 1) in ("a", "an", "the", "other"):
            break
        if clause.is_finite(here) and not (tag == "VBD" and clause.word_at(here + 1) in ("with", "by", "in")):
            break
        if word in (
            ",",
            ".",
            ";",
            ":",
            "that",
            "which",
            "who",
            "while",
            "as",
            "worth",
            "totaling",
            "totalling",
            "during",
            "after",
            "(",
            "at",
            "amid",
            "because",
        ):
            break
        here += 1
    while here > end and clause.word_at(here - 1) in (
        "and",
        "but",
        "to",
        "the",
        "also",
        "of",
        "in",
        "on",
        "for",
        '"',
        "”",
        "with",
    ):
        here -= 1
    return here


def find_act(clause: Clause, at: int, end: int) -> int:
    """Return the verb that brings an agreement about, changes or ends it, or -1: before its group or after it (passive)."""
    known = words_of("signing") | words_of("planning") | words_of("ending")
    if clause.tag_at(end) == "VBN" and clause.words[end].lemma.lower() in words_of("signing"):
        return end
    start = clause.chunk(at)[0]
    for here in range(start - 1, max(start - _REACH, -1), -1):
        if clause.tag_at(here).startswith("VB") and clause.words[here].lemma.lower() in known:
            return here
        if clause.word_at(here) in (";", ":", ".") or (
            clause.is_finite(here) and clause.word_at(here) not in ("has", "have", "had")
        ):
            return here if clause.words[here].lemma.lower() in known else -1
        noun = clause.word_at(here)
        if noun in (
            "signing",
            "signature",
            "conclusion",
            "inking",
            "negotiations",
            "negotiation",
            "talks",
            "negotiating",
            "ratification",
        ):
            return here
    stop = _group_end(clause, end)
    for here in range(end, min(stop + 6, len(clause))):
        if (
            clause.tag_at(here) in ("VBN", "VBD")
            and clause.words[here].lemma.lower() in known
            and (clause.is_passive(here) or here == end)
        ):
            return here
        if clause.word_at(here) in (";", "which", "that", "who"):
            return -1
    return -1


def read_mood(clause: Clause, verb: int, at: int) -> str:
    """Return how the verb leaves an agreement: done, planned, ended; standing when there is none."""
    if verb < 0:
        return "standing"
    word, lemma = clause.word_at(verb), clause.words[verb].lemma.lower()
    group = clause.lower[clause.group_start(verb) : verb]
    before = clause.lower[max(clause.group_start(verb) - 6, 0) : verb]
    if lemma in words_of("ending") or clause.is_negated(verb):
        return "ended"
    if (
        word in ("negotiations", "negotiation", "talks", "negotiating")
        or lemma in words_of("planning")
        or any(w in ("negotiations", "talks") for w in clause.lower[min(verb, at) : max(verb, at)])
    ):
        return "planned"
    if any(w in ("will", "would", "could", "may", "might", "should", "shall", "'ll", "must") for w in group) or (
        clause.word_at(verb - 1) == "to" and clause.tag_at(verb) == "VB"
    ):
        return "planned" if not any(w in ("agreed", "met", "gathered", "able") for w in before) else "done"
    return (
        "past"
        if {"also", "already", "previously", "earlier"} & set(group) and {"has", "have", "had"} & set(group)
        else "done"
    )


def _read_partnering(clause: Clause, at: int) -> Deed | None:
    """Read "A and B will partner on", "agreed to team up": two parties that act together without a noun for it."""
    word = clause.words[at]
    if (
        word.lemma.lower() not in _PARTNERING
        or clause.tag_at(at) not in ("VB", "VBP", "VBD", "VBN")
        or (clause.word_at(at - 1) not in ("will", "to", "and", "have", "has") and clause.tag_at(at) != "VBD")
    ):
        return None
    if (word.lemma.lower() == "join" and clause.word_at(at + 1) != "forces") or (
        word.lemma.lower() == "team" and clause.word_at(at + 1) != "up"
    ):
        return None
    subject = clause.find_subject(at)
    if subject < 0 or ("and" not in clause.lower[max(subject - 8, 0) : at] and clause.word_at(at + 1) != "with"):
        return None
    mood = (
        "planned" if clause.has_modal(at, "will", "would", "may", "could") or clause.word_at(at - 1) == "to" else "done"
    )
    return Deed(at, at + 1, clause.group_start(at), clause.clause_end(at), at, mood, "partnership")


def _read_agreeing(clause: Clause, at: int) -> Deed | None:
    """Read "the two countries agreed to strengthen cooperation", "Japan agreed to provide assistance"."""
    if clause.words[at].lemma.lower() != "agree" or clause.tag_at(at) not in ("VBD", "VBN", "VBP", "VBZ"):
        return None
    here = at + 1
    if clause.word_at(here) not in ("to", "on") or (clause.word_at(here) == "to" and clause.tag_at(here + 1) != "VB"):
        return None
    mood = (
        "ended"
        if clause.is_negated(at)
        else "planned"
        if clause.has_modal(at, "will", "would", "may", "could")
        else "done"
    )
    return Deed(at, at + 1, clause.group_start(at), clause.clause_end(here), at, mood, "agreement")
