"""What the parse says of a verb of giving: its subject, and the agent behind a passive."""

import re

from pledgebook.extract.commitments.wording import Act
from pledgebook.model.naming import Named
from pledgebook.model.records import Sentence, Word

_CLIMB = 4
_CLIMBING = frozenset({"xcomp", "conj", "advcl", "acl", "ccomp", "parataxis", "aux", "acl:relcl"})
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
_BY = re.compile(r"\bby\s+(?:the\s+)?(?:(?!(?:to|for|in|from|with|on|at|and|that|which)\b)[a-z]\w*\s+){0,4}$")
_OTHER_VERB = re.compile(
    r"\b(?:[a-z]{3,}ed|(?:following|after|pending|under|upon|subject to|until|once)\s+[^,.;]{1,40}|led|run|made|held"
    r"|sent|given|set up|drawn up|put forward|known|seen)\s+$"
)
"""A participle right before "by", whose agent follows: "to the plan launched by the UN office"."""
_ASIDE_CASES = frozenset({"for", "to", "in", "with", "on", "at", "from", "by", "against", "between"})
"""What parts a name from the subject it stands in: "funding for Chad", "the office in Mali"."""
_AGENT_REACH = 80


def _subject_of(words: tuple[Word, ...], verb: int) -> int | None:
    return next(
        (at for at, word in enumerate(words) if word.head == verb and at != verb and word.dep in _SUBJECTS), None
    )


def find_subject(sentence: Sentence, act: Act, names: tuple[Named, ...]) -> tuple[Named, ...]:
    """Return the names that head the subject of a verb, joined ones included; nothing where it is no name."""
    words = sentence.words
    at = next((i for i, word in enumerate(words) if word.start <= act.start < word.end), None)
    if at is None:
        return ()
    for _ in range(_CLIMB):
        subject = _subject_of(words, at)
        if subject is not None:
            if words[subject].tag in ("WDT", "WP") and words[at].dep.startswith("acl"):
                return _names_under(words, words[at].head, names)
            return _names_under(words, subject, names)
        if words[at].dep.split(":")[0] not in _CLIMBING or words[at].head == at:
            return ()
        at = words[at].head
    return ()


def _names_under(words: tuple[Word, ...], head: int, names: tuple[Named, ...]) -> tuple[Named, ...]:
    """Return the names that hold the head word or a word tied to it as part of its name, title or list."""
    inside = {head}
    for _ in range(3):
        inside |= {
            at
            for at, word in enumerate(words)
            if word.head in inside and word.dep.split(":")[0] in {"compound", "flat", "amod", "appos", "conj"}
        }
        inside |= {at for at, word in enumerate(words) if word.head in inside and word.dep == "nmod:poss"}
        inside |= {
            at for at, word in enumerate(words) if word.head == head and word.dep == "nmod" and not _is_aside(words, at)
        }
    held = [name for name in names if any(name.span.start <= words[at].start < name.span.end for at in inside)]
    direct = [name for name in held if name.span.start <= words[head].start < name.span.end]
    return tuple(held if not direct else [name for name in held if name in direct or _is_joined(words, head, name)])


def _is_aside(words: tuple[Word, ...], at: int) -> bool:
    """Tell whether a noun hangs on its head by a preposition other than "of"."""
    return any(word.head == at and word.dep == "case" and word.text.lower() in _ASIDE_CASES for word in words)


def _is_joined(words: tuple[Word, ...], head: int, name: Named) -> bool:
    return any(
        name.span.start <= word.start < name.span.end and word.dep.startswith("conj") and word.head == head
        for word in words
    )


def find_agent(plain: str, act: Act, groups: tuple[tuple[Named, ...], ...], end: int) -> tuple[Named, ...]:
    """Return the names behind the "by" of a passive verb; what another participle has for its agent is none."""
    for group in groups:
        start = group[0].span.start
        by = _BY.search(plain, act.end, start) if act.end <= start < min(end, act.end + _AGENT_REACH) else None
        if by and not _OTHER_VERB.search(plain, act.end, by.start()):
            return group
    return ()
