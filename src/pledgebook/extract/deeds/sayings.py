"""Read what somebody said: what must be done, what will not be, what is not needed, what a list recommends."""

from collections.abc import Iterator
from functools import cache

from pledgebook.extract.deeds.clauses import QUOTES, Clause
from pledgebook.extract.deeds.complements import object_head
from pledgebook.extract.deeds.endings import clause_end
from pledgebook.extract.deeds.frames import match_words
from pledgebook.extract.deeds.speech import NOT_DENIED, Found, find_attribution, find_sayer, find_speech
from pledgebook.model.deeds import load_frames, words_of

_OBLIGED = frozenset({"should", "must", "ought"})
_NEAR = 20
_WIDE = 12  # words between a subject and "has to"
_FIRST = frozenset({"we", "i"})
_DENIED = frozenset({"not", "n't", "never", "no", "nor"})
_OFFERING = frozenset({"would", "could", "might", "may"})
_NEGATED_MODALS = frozenset({"will", "would", "wo", "can", "could", "ca", "cannot", "won't"})


def find_sayings(clause: Clause) -> Iterator[Found]:
    """Yield each stance that shows in a clause that somebody says, in the order of its words."""
    openers = _openers()
    for at in range(len(clause)):
        if clause.word_at(at) in openers or clause.lemma_at(at) in openers:
            found = next((found for read in _READERS if (found := read(clause, at))), None)
            if found:
                yield found


@cache
def _openers() -> frozenset[str]:
    """Return the words and lemmas at which one of the readers below may find something; at most words none does."""
    return (
        _OBLIGED
        | _NEGATED_MODALS
        | _OFFERING
        | {"need", "needs", "needed", "has", "have", "not", "n't", "no", "to"}
        | {"priorities", "continue", "continues", "keep", "keeps", "remain", "remains", "be"}
        | words_of("needless")
        | words_of("raising")
        | words_of("ceasing")
        | words_of("halting")
    )


def _read_obliged(clause: Clause, at: int) -> Found | None:
    """Read "argued that Norway should increase the budget", "must not come out of the aid budget"."""
    if not _obliges(clause, at):
        return None
    said = _said_above(clause, at)
    theme = clause.find_subject(at)
    if theme < 0 or said == at or clause.word_at(at - 1) in ("that", "which", "this", "it"):
        return None
    if clause.word_at(at) not in _OBLIGED and at - theme > _WIDE:
        return None
    if said < 0 and (clause.word_at(at) not in ("should", "must") or clause.word_at(theme) in _FIRST):
        return None
    if clause.word_at(theme) in _FIRST and _stands_itself(clause, at):
        return None
    denied = any(word in _DENIED for word in clause.lower[at : at + 3]) or (
        clause.tag_at(theme) == "EX" and "no" in clause.lower[at : at + 4]
    )
    rule = "clause resolved" if clause.word_at(theme) in _FIRST else "clause obliged"
    start = _said_start(clause, said, theme, at)
    return Found(
        rule,
        start,
        at + 1,
        denied,
        find_sayer(clause, said) if said >= 0 else -1,
        "speech" if said >= 0 else "author",
        start,
        clause_end(clause, at),
        said_by=said,
    )


def _stands_itself(clause: Clause, at: int) -> bool:
    """Tell whether what "we" must do is a stance of its own: "we should vote against it"."""
    verb = at + 1
    while clause.tag_at(verb) == "RB":
        verb += 1
    return any(
        frame.kind == "verb" and match_words(clause, verb, frame)
        for frame in load_frames().get(clause.lemma_at(verb), ())
    )


def _said_start(clause: Clause, said: int, theme: int, at: int) -> int:
    """Return where the clause that must be done starts: after the verb of speech, unless another verb comes between."""
    start = min(clause.chunk(theme)[0], at)
    after = said + 1 + (clause.word_at(said + 1) == "that")
    between = any(clause.is_finite(here) for here in range(after, at))
    return after if said < at and clause.word_at(said + 1) == "that" and not between else start


def _obliges(clause: Clause, at: int) -> bool:
    """Tell whether a word says that something has to be done."""
    word, after = clause.word_at(at), clause.word_at(at + 1)
    if word in _OBLIGED:
        return True
    return (
        word in ("need", "needs", "needed", "has", "have")
        and after == "to"
        and clause.tag_at(at + 2) == "VB"
        and clause.is_finite(at)
    )


def _said_above(clause: Clause, at: int) -> int:
    """Return the verb of speech whose words hold an index: to the left with its clause, or after a quotation."""
    left = find_speech(clause, at)
    if left >= 0 and clause.find_subject(left) != clause.find_subject(at):
        return left
    after = find_attribution(clause, at)
    return after if after >= 0 else left


def _read_needless(clause: Clause, at: int) -> Found | None:
    """Read "said there was no need for troops"."""
    if (
        clause.word_at(at) not in words_of("needless")
        or clause.word_at(at - 1) not in ("no", "any")
        or "there" not in clause.lower[max(at - 6, 0) : at]
    ):
        return None
    said = find_speech(clause, at)
    if said < 0:
        return None
    start = at + 2 if clause.word_at(at + 1) in ("for", "to") else at - 1
    return Found(
        "clause needless",
        said,
        at + 1,
        NOT_DENIED,
        find_sayer(clause, said),
        "speech",
        start,
        clause_end(clause, start),
        said_by=said,
    )


def _read_refusing(clause: Clause, at: int) -> Found | None:
    """Read "will not send troops", "has no plans to join", "does not want to pay"."""
    verb = _refused_act(clause, at)
    if verb < 0:
        return None
    holder = clause.find_subject(at)
    said = find_speech(clause, at)
    first = clause.group_start(at)
    beside = 0 <= holder < at and clause.chunk(holder)[1] == first
    start = clause.chunk(holder)[0] if beside else min(first, at)
    return Found(
        "clause refusing", start, verb + 1, NOT_DENIED, holder, "subject", verb, clause_end(clause, verb), said_by=said
    )


def _refused_act(clause: Clause, at: int) -> int:
    """Return the verb of an act that the words from here on refuse, or -1."""
    word, quoted = clause.word_at(at), clause.word_at(at - 1) in QUOTES
    if word in _NEGATED_MODALS and (word in ("cannot", "won't") or clause.word_at(at + 1) in ("not", "n't", "never")):
        start = at + (1 if word in ("cannot", "won't") else 2)
    elif (
        word in ("not", "n't")
        and clause.word_at(at - 1) in ("do", "does", "did")
        and clause.word_at(at + 1) in ("want", "intend", "plan", "wish")
    ):
        start = at + 3 if clause.word_at(at + 2) == "to" else len(clause)
    elif (
        word == "no"
        and clause.word_at(at + 1) in ("plans", "intention", "intentions", "plan")
        and clause.word_at(at - 1 - quoted) in ("has", "have", "had")
    ):
        start = at + 3 + (clause.word_at(at + 2) in QUOTES)
    elif (word, clause.word_at(at + 1)) in (("to", "not"), ("not", "to")) and clause.words[at - 1].text[:1].isupper():
        start = at + 2
    else:
        return -1
    while clause.tag_at(start) == "RB":
        start += 1
    acts = start < len(clause) and clause.lemma_at(start) in words_of("act") and clause.tag_at(start).startswith("VB")
    stands = acts and any(
        len(one.words) == 1 and one.kind == "verb" and one.needs not in ("as", "policy-act")
        for one in load_frames().get(clause.lemma_at(start), ())
    )
    return start if acts and not stands else -1


def _read_needing(clause: Clause, at: int) -> Found | None:
    """Read "we urgently need more doctors": what somebody asks for in his own words."""
    theme = clause.find_subject(at) if clause.word_at(at) == "need" else -1
    if theme < 0 or clause.word_at(theme) not in _FIRST or clause.is_negated(at):
        return None
    if clause.word_at(at + 1) in ("to", "for") or clause.tag_at(at) not in ("VBP", "VB"):
        return None
    end = clause_end(clause, at + 1)
    return Found("clause needed", clause.group_start(at), at + 1, NOT_DENIED, theme, "subject", at + 1, end)


def _read_keeping(clause: Clause, at: int) -> Found | None:
    """Read "will continue to work for peace", "will keep supporting": what somebody will go on doing."""
    if clause.word_at(at) not in ("continue", "continues", "keep", "keeps") or not clause.tag_at(at).startswith("VB"):
        return None
    told = clause.has_modal(at, "would") and find_speech(clause, at) >= 0
    modal = told or clause.has_modal(at, "will", "shall", "'ll") or clause.word_at(at) in ("continues", "keeps")
    verb = at + 1 + (clause.word_at(at + 1) == "to")
    verb += clause.tag_at(verb) == "RB"
    spoken = clause.tag_at(verb) in ("VB", "VBG") and clause.lemma_at(verb) in words_of("keeping")
    if not modal or not spoken or clause.is_negated(at) or not _serves(clause, verb):
        return None
    holder = clause.find_subject(at)
    after = verb + 1 if clause.lemma_at(verb) in ("support", "back") else verb
    return Found(
        "clause keeping",
        clause.group_start(at),
        verb + 1,
        NOT_DENIED,
        holder,
        "subject",
        after,
        clause_end(clause, after),
    )


def _read_lasting(clause: Clause, at: int) -> Found | None:
    """Read "assured that Ukraine would remain the largest recipient": somebody says what stays first."""
    if clause.word_at(at) not in ("remain", "remains", "be") or not clause.tag_at(at).startswith("VB"):
        return None
    said, theme = find_speech(clause, at), clause.find_subject(at)
    head = _find_foremost(clause, at)
    first = "JJS" in clause.tags[at:head] and clause.has_modal(at, "will", "would", "shall")
    if clause.word_at(at) == "be" and not first and "continue" not in clause.lower[max(at - 2, 0) : at]:
        return None
    if said < 0 or theme < 0 or clause.lemma_at(head) not in words_of("foremost"):
        return None
    holder = find_sayer(clause, said)
    if holder == theme or clause.tag_at(theme).startswith("PRP") or clause.is_negated(at):
        return None
    start = clause.chunk(theme)[0]
    return Found(
        "clause keeping", said, at + 1, NOT_DENIED, holder, "speech", start, clause_end(clause, at + 1), said_by=said
    )


def _find_foremost(clause: Clause, at: int) -> int:
    """Return the head of what something remains: "a Peruvian foreign and trade policy priority"."""
    head = object_head(clause, at + 1)
    if clause.word_at(head + 1) == "and" and clause.lemma_at(head) not in words_of("foremost"):
        return object_head(clause, head + 2)
    return head


def _read_raising(clause: Clause, at: int) -> Found | None:
    """Read "will increase support for farmers": what somebody will do more of, without a sum."""
    if clause.tag_at(at) != "VB" or clause.lemma_at(at) not in words_of("raising") or clause.is_negated(at):
        return None
    told = clause.has_modal(at, "would") and find_speech(clause, at) >= 0
    if not told and not clause.has_modal(at, "will", "shall", "'ll"):
        return None
    end, head = clause_end(clause, at + 1), object_head(clause, at + 1)
    counted = {"$", "CD"} & set(clause.tags[at:end]) or words_of("scale") & set(clause.lower[at:end])
    if (
        counted
        or clause.lemma_at(head) not in words_of("raised")
        or clause.word_at(head + 1) not in ("for", "to", "with")
    ):
        return None
    return Found(
        "clause keeping", clause.group_start(at), at + 1, NOT_DENIED, clause.find_subject(at), "subject", at, end
    )


def _read_ceasing(clause: Clause, at: int) -> Found | None:
    """Read "will phase out its aid to the port": help that somebody will end."""
    if clause.tag_at(at) != "VB" or clause.lemma_at(at) not in words_of("ceasing") or clause.is_negated(at):
        return None
    start = at + 1 + (clause.word_at(at + 1) in ("out", "off"))
    head = object_head(clause, start)
    told = clause.has_modal(at, "will", "would", "shall", "'ll") and clause.lemma_at(head) in words_of("raised")
    if not told or clause.word_at(head + 1) not in ("for", "to", "with") or "$" in clause.tags[at:head]:
        return None
    return Found(
        "clause ceasing",
        clause.group_start(at),
        start,
        NOT_DENIED,
        clause.find_subject(at),
        "subject",
        start,
        clause_end(clause, start),
    )


def _read_halting(clause: Clause, at: int) -> Found | None:
    """Read "is suspending aid to the port", "froze its support for the militia": help that somebody no longer gives."""
    if clause.lemma_at(at) not in words_of("halting") or clause.tag_at(at) not in ("VBG", "VBD", "VBN", "VBZ", "VBP"):
        return None
    told = clause.is_finite(at) or clause.is_finite(clause.group_start(at))
    start = at + 1 + (clause.word_at(at + 1) in ("out", "off"))
    head = object_head(clause, start)
    helped = clause.lemma_at(head) in words_of("raised") and clause.word_at(head + 1) in ("for", "to", "with")
    if not told or not helped or "$" in clause.tags[at:head] or clause.is_negated(at) or clause.is_passive(at):
        return None
    end = clause_end(clause, start)
    return Found(
        "clause refusing", clause.group_start(at), start, NOT_DENIED, clause.find_subject(at), "subject", start, end
    )


def _read_excluding(clause: Clause, at: int) -> Found | None:
    """Read "said there would be no base on the island": what somebody says will not come."""
    if clause.word_at(at) != "no" or clause.word_at(at - 1) != "be" or clause.word_at(at - 3) != "there":
        return None
    head = object_head(clause, at + 1)
    said = _said_above(clause, at - 2)
    barred = words_of("excluded") | words_of("policy") | words_of("deal")
    if (
        said < 0
        or clause.word_at(at - 2) not in ("will", "would", "can", "could")
        or clause.lemma_at(head) not in barred
    ):
        return None
    holder = find_sayer(clause, said)
    end = clause_end(clause, at + 1)
    return Found("clause refusing", at - 3, at + 1, NOT_DENIED, holder, "speech", at + 1, end, said_by=said)


def _read_listing(clause: Clause, at: int) -> Found | None:
    """Read "priorities include fighting hunger": what the one last spoken of puts first."""
    if clause.word_at(at) != "priorities" or clause.lemma_at(at + 1) not in ("include", "be"):
        return None
    start = at + 2 + (clause.word_at(at + 2) == ":")
    if clause.tag_at(start) not in ("VBG", "NN", "NNS", "JJ", "DT", "TO") or not clause.is_finite(at + 1):
        return None
    first = clause.chunk(at)[0]
    owner = next((here - 1 for here in range(first + 1, at) if clause.tag_at(here) == "POS"), -1)
    owner = first if clause.tag_at(first) == "PRP$" else owner
    how = "possessor" if owner >= 0 else "before"
    return Found("clause keeping", first, at + 2, NOT_DENIED, owner, how, start, clause_end(clause, start))


def _serves(clause: Clause, verb: int) -> bool:
    """Tell whether what somebody will go on doing is a cause, not help that is counted or looking after oneself."""
    end = clause_end(clause, verb)
    if (
        "$" in clause.tags[verb:end]
        or words_of("scale") & set(clause.lower[verb:end])
        or clause.word_at(verb + 1).endswith(("self", "selves"))
    ):
        return False
    if clause.lemma_at(verb) in ("support", "back"):
        return "CD" not in clause.tags[verb:end]
    purpose = verb + 1 + (clause.tag_at(verb + 1) == "RB")
    return clause.lemma_at(verb) != "work" or clause.word_at(purpose) in ("to", "for", "towards", "toward")


def _read_offering(clause: Clause, at: int) -> Found | None:
    """Read "Peru may send more tents": help that its giver holds out without a promise."""
    if clause.word_at(at) not in ("may", "might", "could") or clause.tag_at(at + 1) != "VB":
        return None
    theme = clause.find_subject(at)
    more = {"more", "further", "additional", "also", "if", "extra"} & set(clause.lower[at:])
    named = theme >= 0 and clause.words[theme].tag.startswith("NNP")
    if not named or not more or clause.lemma_at(at + 1) not in words_of("handing"):
        return None
    return Found("clause possible", at, at + 2, NOT_DENIED, theme, "subject", at + 1, clause_end(clause, at + 1))


def _read_possible(clause: Clause, at: int) -> Found | None:
    """Read "suggested that contributions would be reassessed", "hinted that it could join"."""
    if clause.word_at(at) not in _OFFERING or clause.word_at(at + 1) in _DENIED:
        return None
    said = find_speech(clause, at)
    if (
        said < 0
        or clause.word_at(at - 1) in ("which", "that", "who")
        or clause.lemma_at(said) not in ("suggest", "hint", "indicate", "signal")
        or at - said > _NEAR
    ):
        return None
    verb = at + 1 + (clause.tag_at(at + 1) == "RB")
    acted = clause.word_at(verb) == "be" and clause.tag_at(verb + 1) == "VBN" and clause.lemma_at(verb + 1) != "give"
    acts = acted or clause.lemma_at(verb) in words_of("act")
    theme = clause.find_subject(at)
    if not acts or theme < 0:
        return None
    owner = next((here for here in range(*clause.chunk(theme)) if clause.tag_at(here + 1) == "POS"), -1)
    holder, how = (owner, "possessor") if owner >= 0 else (find_sayer(clause, said), "speech")
    start = clause.chunk(theme)[0]
    return Found("clause possible", at, verb + 1, NOT_DENIED, holder, how, start, clause_end(clause, at), said_by=said)


_READERS = (
    _read_obliged,
    _read_excluding,
    _read_needless,
    _read_refusing,
    _read_possible,
    _read_keeping,
    _read_lasting,
    _read_raising,
    _read_ceasing,
    _read_halting,
    _read_listing,
    _read_offering,
    _read_needing,
)
