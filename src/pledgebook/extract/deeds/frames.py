"""Find the wordings of stance in one parsed sentence: which frame, denied or not, whose, on what."""

from collections.abc import Iterator

from pledgebook.extract.deeds.clauses import BE, LINKING, NOT, QUOTES, Clause
from pledgebook.extract.deeds.complements import find_complement, object_head, read_complement
from pledgebook.extract.deeds.endings import clause_end
from pledgebook.extract.deeds.needs import Company, appeals, is_no_sum, meets
from pledgebook.extract.deeds.speech import Found, find_attribution, find_sayer, find_speech
from pledgebook.model.deeds import Frame, load_frames, load_speakers, words_of

_OVER = 5  # words that may stand between a verb and "against": "warned both sides against"
_NEAR = 8  # words between a verb and the noun of stance that it governs
_OWNERS = 14  # words that the names of those who hold a stance may take

_SPEAKING = frozenset({"agree", "concur", "speak", "insist", "point"})  # "agreed on the need for", "spoke of the need"
_MADE = frozenset({"propose", "offer"})  # what is proposed by somebody is described so, not stood for
_KEPT = frozenset({"commitment", "dedication", "adherence", "opposition"})  # nouns that hold a stance of their own


def find_frames(clause: Clause) -> Iterator[Found]:
    """Yield each wording of stance that the sentence holds, in the order of its words."""
    table = load_frames()
    for at, (lemma, told) in enumerate(zip(clause.lemmas, clause.words, strict=True)):
        word = told.text.lower()
        if lemma not in table and word not in table:
            continue
        for frame in (*table.get(lemma, ()), *(table.get(word, ()) if lemma != word else ())):
            end = match_words(clause, at, frame)
            found = READERS[frame.kind](clause, at, end, frame) if end else None
            if found:
                yield found
                break


def match_words(clause: Clause, at: int, frame: Frame) -> int:
    """Return the end of a frame's words from here on (0: they do not stand here); an adverb may come between."""
    here = at + 1
    for word in frame.words[1:]:
        between = clause.word_at(here) != word and clause.tag_at(here) in ("RB", "RP", "PRP$", "JJ")
        here += between and clause.word_at(here + 1) == word
        if clause.word_at(here) != word and word == "against":
            here = next((far for far in range(here, here + _OVER) if clause.word_at(far) == word), here)
        if clause.word_at(here) != word:
            return 0
        here += 1
    return here


def _read_verb(clause: Clause, at: int, end: int, frame: Frame) -> Found | None:
    """Read a verb of stance with what follows it, active or passive."""
    if clause.tag_at(at) == "VBG" and clause.is_noun(at - 1) and clause.word_at(clause.chunk(at - 1)[0] - 1) == "of":
        return None  # "the idea of Peru blocking the plan"
    described = clause.tag_at(at) == "VBN" and clause.tag_at(at - 1) in ("DT", "PRP$", "JJ", "RBS", "RBR", "POS", "``")
    if described or not clause.tag_at(at).startswith("VB") or clause.is_bidden(at):
        return None
    if clause.is_passive(at):
        return _read_passive(clause, at, end, frame)
    span = find_complement(clause, end, frame.complements)
    span = span or find_complement(clause, _over_paper(clause, end), frame.complements)
    negated = clause.is_negated(at)
    if span is None or not meets(frame.needs, Company(clause, at, span, negated)):
        return None
    after = object_head(clause, span[0]) + 1
    judged = frame.words[0] == "consider" and clause.word_at(after) == "to" and clause.word_at(after + 1) == "be"
    if judged or clause.word_at(after) == "ago":
        return None
    agent = clause.find_agent(at)
    holder = agent if agent >= 0 else clause.find_subject(at)
    return Found(frame.key, clause.group_start(at), end, negated, holder, "subject", *span)


def _over_paper(clause: Clause, at: int) -> int:
    """Return where what is told goes on after the paper it is told in: "condemned in a joint statement the raid"."""
    head = object_head(clause, at + 1) if clause.word_at(at) in ("in", "at") else at
    speaker = load_speakers().get(clause.word_at(head))
    return head + 1 if head > at and speaker is not None and speaker.kind == "paper" else len(clause)


def _read_passive(clause: Clause, at: int, end: int, frame: Frame) -> Found | None:
    """Read "the plan was rejected by Moscow": who stands after "by" holds the stance on the subject."""
    if frame.words[0] in _MADE:
        return None
    by = next((here for here in range(end, min(end + 4, len(clause))) if clause.word_at(here) == "by"), -1)
    theme = clause.find_subject(at)
    if by < 0 or theme < 0 or "object" not in frame.complements:
        return None
    holder = object_head(clause, by + 1)
    if not clause.is_noun(holder):
        return None
    start = clause.chunk(theme)[0]
    negated = clause.is_negated(at)
    if not meets(frame.needs, Company(clause, at, (start, max(theme + 1, start + 1)), negated)):
        return None
    return Found(frame.key, clause.group_start(at), end, negated, holder, "agent", start, clause.group_start(at))


def _read_noun(clause: Clause, at: int, end: int, frame: Frame) -> Found | None:
    """Read a noun of stance: who voices it, or whose it is."""
    if clause.tag_at(at).startswith("VB") or clause.word_at(at - 1) == "to":
        return None
    link, span = _noun_link(clause, end, frame)
    if span is None:
        return None
    owner, how = _find_owner(clause, at, link)
    teller = _find_teller(clause, at)
    company = Company(clause, at, span, negated=False)
    kept = how == "possessor" and frame.words[0] in _KEPT and _is_kept(clause, owner, span)
    voiced = (kept or _is_voiced(clause, at, frame, teller, span, owned=owner >= 0)) and is_no_sum(company)
    denied = frame.words[0] == "assurances" and {"no", "not", "never"} & set(clause.lower[slice(*span)])
    if denied or not voiced or (frame.needs == "owned-appeal" and not appeals(company)):
        return None
    lemma = clause.lemma_at(teller) if teller >= 0 else ""
    telling = words_of("saying") | words_of("telling") | words_of("stressing") | words_of("announcing")
    if owner < 0 and teller >= 0 and (lemma in telling or lemma in _SPEAKING):
        owner, how = clause.find_subject(teller), "teller"
    if owner < 0 and frame.needs in ("owned", "owned-appeal"):
        start = clause.chunk(at)[0]
        owner, how = (start, "possessor") if clause.tag_at(start) == "PRP$" else (-1, "")
    if owner < 0:
        return None
    if (
        frame.words[0] in ("desire", "wish")
        and how == "teller"
        and lemma not in words_of("saying") | words_of("telling")
    ):
        return None
    negated = clause.word_at(at - 1) in ("no", "little") or (teller >= 0 and clause.is_negated(teller))
    start = clause.group_start(teller) if 0 <= teller < at and at - teller < _NEAR else clause.chunk(at)[0]
    return Found(frame.key, start, end, negated, owner, how, *span, said_by=teller)


def _is_voiced(clause: Clause, at: int, frame: Frame, teller: int, complement: tuple[int, int], *, owned: bool) -> bool:
    """Tell whether a verb puts a noun of stance into somebody's mouth, as strongly as the noun needs it."""
    lemma = clause.lemma_at(teller) if teller >= 0 else ""
    if frame.needs in ("voiced", "stressed"):
        plain = clause.word_at(at) == frame.words[0]
        stressed = lemma in words_of("stressing") or lemma in _SPEAKING
        return stressed if frame.needs == "stressed" else plain and lemma in words_of("declaring")
    if frame.needs == "political" and clause.word_at(at - 1) != "political":
        return False
    if frame.words[0] in ("support", "backing"):
        telling = words_of("declaring") | (words_of("hailing") | words_of("saying") if owned else set())
        lasting = lemma in words_of("telling") and bool(_adjectives(clause, at) & words_of("lasting"))
        return lasting or lemma in telling
    if frame.needs == "course":
        return lemma in words_of("announcing") and meets("course", Company(clause, at, complement, negated=False))
    if frame.needs == "prized":
        return lemma in words_of("stressing") and bool(_adjectives(clause, at) & words_of("prized"))
    told = words_of("saying") | words_of("telling")
    return frame.needs not in ("told", "political") or lemma in (told | words_of("hailing") if owned else told)


def _is_kept(clause: Clause, owner: int, span: tuple[int, int]) -> bool:
    """Tell whether a commitment is told as somebody's own, and not one to give: "Peru's commitment to free trade"."""
    named = clause.words[owner].text[:1].isupper() or clause.tag_at(owner) == "PRP$"
    rest = slice(*span)
    counted = {"CD", "$"} & set(clause.tags[rest]) or words_of("scale") & set(clause.lower[rest])
    return named and not counted and clause.lemma_at(span[0]) not in words_of("handing")


def _adjectives(clause: Clause, at: int) -> set[str]:
    """Return the words before a noun in its group: "continued and unwavering support"."""
    return set(clause.lower[max(clause.chunk(at)[0] - 1, 0) : at])


def _noun_link(clause: Clause, end: int, frame: Frame) -> tuple[int, tuple[int, int] | None]:
    """Return the word that ties a noun of stance to its words, and their bounds; "of the Kremlin" may come between."""
    at = end
    if (clause.word_at(at) in ("of", "from", "by") and "of" not in frame.complements) or (
        clause.word_at(at) == "of"
        and clause.is_noun(object_head(clause, at + 1))
        and clause.word_at(object_head(clause, at + 1) + 1) in frame.complements
        and clause.words[object_head(clause, at + 1)].tag.startswith("NNP")
    ):
        at = object_head(clause, at + 1) + 1
        while clause.word_at(at) in ("and", ",") and clause.is_noun(object_head(clause, at + 1)) and at - end < _OWNERS:
            at = object_head(clause, at + 1) + 1
    if clause.word_at(at) in ("last", "this", "on", "earlier") and "that" in frame.complements:
        at = next(
            (far for far in range(at + 1, at + 4) if clause.word_at(far) == "that"), at
        )  # "worry last month that"
    if clause.word_at(at) not in frame.complements:
        return -1, None
    about = clause.word_at(at) == "with" and clause.word_at(at + 1) in ("respect", "regard")
    start = at + 3 if about else at + 1
    return at, (start, clause_end(clause, start))


def _find_owner(clause: Clause, at: int, link: int) -> tuple[int, str]:
    """Return whose stance a noun tells: "Japan's commitment", "U.S. support", "the rejection of the Kremlin"."""
    for here in range(at + 1, link):
        if clause.word_at(here) in ("of", "from", "by"):
            return object_head(clause, here + 1), "possessor"
    start = clause.chunk(at)[0]
    for here in range(at - 1, start - 1, -1):
        if clause.tag_at(here) == "POS" and clause.is_noun(here - 1):
            return here - 1, "possessor"
        if clause.tag_at(here) == "PRP$" and clause.word_at(here) not in ("its", "his", "her", "their", "my", "our"):
            return -1, ""
    for here in range(start, at):
        word = clause.words[here]
        adjective = word.tag == "JJ" and word.text[:1].isupper() and here > 0
        if word.tag.startswith("NNP") or adjective or word.text in ("U.S.", "US", "UK", "EU"):
            return here, "premodifier"
    return -1, ""


def _find_teller(clause: Clause, at: int) -> int:
    """Return the verb that a noun of stance is the object of, or -1: the verb left of its noun group."""
    start = clause.chunk(at)[0]
    for here in range(start - 1, max(start - 9, -1), -1):
        if clause.word_at(here) in words_of("lasting"):
            continue
        if clause.tag_at(here).startswith("VB") and clause.word_at(here) not in BE:
            accused = clause.tag_at(here) == "VBG" and clause.word_at(here - 1) == "of"
            return -1 if accused else here
        stops = clause.word_at(here) in (",", ";") and not clause.is_noun(here - 1)
        if clause.word_at(here) in ("on", "upon", "of", "to") and clause.lemma_at(here - 1) in _SPEAKING:
            return here - 1
        if stops or (clause.tag_at(here) == "IN" and clause.word_at(here) != "of"):
            return -1
    return -1


def _read_adjective(clause: Clause, at: int, end: int, frame: Frame) -> Found | None:
    """Read "is open to", "remains opposed to": an adjective of stance after a linking verb, or alone as an aside."""
    linked = _linking_verb(clause, at)
    end += clause.words[end].text in QUOTES if end < len(clause) else 0
    start = end + 1
    against = clause.word_at(end) == "in" and clause.lemma_at(object_head(clause, start)) in words_of("against")
    if linked < 0 or against or clause.word_at(end) not in frame.complements:
        return None
    if clause.has_modal(linked + 1, "must", "should", "shall", "may", "might"):
        return None
    company = Company(clause, at, (start, clause_end(clause, start)), negated=False)
    if frame.needs == "standing" and not meets("standing", company):
        return None
    if frame.needs in ("act", "policy-act") and not any(
        word.lemma.lower() in words_of("act") for word in clause.words[start : start + 2]
    ):
        return None
    negated = clause.is_negated(linked + 1) or any(word in NOT for word in clause.lower[linked:at])
    holder = clause.find_subject(linked)
    if clause.word_at(clause.group_start(linked) - 1) in ("that", "which") and not _names_somebody(clause, holder):
        return None
    return Found(
        frame.key, clause.group_start(linked), end, negated, holder, "subject", start, clause_end(clause, start)
    )


def _names_somebody(clause: Clause, noun: int) -> bool:
    """Tell whether a noun is a name or who can speak, not a thing: "tanks that are ready to roll"."""
    return noun >= 0 and (clause.words[noun].text[:1].isupper() or clause.lemma_at(noun) in load_speakers())


def _linking_verb(clause: Clause, at: int) -> int:
    """Return the linking verb before an adjective or preposition: is, remains, has said it was."""
    if clause.lemma_at(at) == "priority":
        start = clause.chunk(at)[0]
        return start - 1 if clause.word_at(start - 1) in BE | LINKING else -1
    if clause.is_noun(at) and clause.word_at(at + 1) == "of":
        return _linked_before(clause, at)
    for here in range(at - 1, max(at - 5, -1), -1):
        if clause.word_at(here) in BE | LINKING and clause.tag_at(here) != "POS":
            return here
        told = clause.tag_at(here) in ("RB", "RBR", "JJ", "CC", "DT", "``") or clause.word_at(here) in NOT
        if not told and clause.word_at(here) not in ("nothing", "short", "of"):
            return -1
    return -1


def _linked_before(clause: Clause, at: int) -> int:
    """Return the linking verb of "has been one of the town's loudest critics of the levy and a friend of the port"."""
    for here in range(at - 1, max(at - _OWNERS, -1), -1):
        if clause.word_at(here) in BE:
            return here
        if clause.is_finite(here) or clause.word_at(here) in (",", ";", "that"):
            return -1
    return -1


def _read_preposition(clause: Clause, at: int, end: int, frame: Frame) -> Found | None:
    """Read "is against", "are in favour of" after a linking verb."""
    linked = _linking_verb(clause, at)
    kind, start = read_complement(clause, end)
    if linked < 0 or kind not in ("object", "gerund", "person"):
        return None
    negated = any(word in NOT for word in clause.lower[linked:at])
    return Found(
        frame.key,
        clause.group_start(linked),
        end,
        negated,
        clause.find_subject(linked),
        "subject",
        start,
        clause_end(clause, start),
    )


def _read_verdict(clause: Clause, at: int, end: int, frame: Frame) -> Found | None:
    """Read "said that troops there are unacceptable": somebody's judgement of a thing."""
    said = max(find_speech(clause, at), find_attribution(clause, at))
    linked = _linking_verb(clause, at)
    if linked >= 0 and clause.word_at(linked - 1) != "to":
        theme = clause.find_subject(linked)
        pointing = clause.word_at(theme) == "it" and clause.word_at(end) in ("that", "to")
        vague = clause.tag_at(theme).startswith("PRP") and not pointing
        if theme < 0 or vague:
            return None
        negated = any(word in NOT for word in clause.lower[linked:at])
        if clause.is_noun(end) or (frame.needs == "negated" and not negated) or (frame.needs == "said" and said < 0):
            return None
        start = _theme_start(clause, said, theme)
        if frame.needs == "owned" and clause.lemma_at(theme) not in words_of("backing"):
            return None
        owner, how = _find_owner(clause, theme, theme) if frame.needs == "owned" else (-1, "")
        if owner < 0 and clause.tag_at(clause.chunk(theme)[0]) == "PRP$" and frame.needs == "owned":
            owner, how = clause.chunk(theme)[0], "possessor"
        spoken = "speech" if said >= 0 else "author"
        holder, how = (owner, how) if owner >= 0 else (find_sayer(clause, said), spoken)
        if clause.word_at(theme) == "it" and clause.word_at(end) in ("that", "to"):
            start, linked_end = end + (clause.word_at(end) == "that"), clause_end(clause, end + 1)
        else:
            linked_end = clause.group_start(linked)
        return Found(frame.key, linked, end, negated, holder, how, start, linked_end, said_by=said)
    return _read_calling(clause, at, end, frame)


def _read_calling(clause: Clause, at: int, end: int, frame: Frame) -> Found | None:
    """Read "called the move unacceptable", "described the cuts as unjust"."""
    before = range(at - 1, max(at - _OWNERS, -1), -1)
    verb = next((here for here in before if clause.tag_at(here).startswith("VB") and clause.word_at(here) != "be"), -1)
    if verb < 0 or clause.lemma_at(verb) not in (
        "call",
        "label",
        "brand",
        "deem",
        "find",
        "describe",
        "consider",
        "judge",
        "frame",
        "identify",
        "emphasise",
        "emphasize",
        "highlight",
        "underline",
        "denounce",
        "condemn",
        "criticise",
        "criticize",
        "dismiss",
    ):
        return None
    marked = next((here for here in range(at - 1, verb, -1) if clause.word_at(here) in ("as", "to")), -1)
    named = clause.is_noun(at) or clause.is_noun(end)
    start, stop = verb + 1, marked if marked > 0 else at
    if stop <= start and marked > 0:
        return _read_described(clause, verb, end, frame)
    if stop <= start or frame.needs == "negated" or (marked < 0 and named):
        return None
    return Found(
        frame.key,
        clause.group_start(verb),
        end,
        clause.is_negated(verb),
        clause.find_subject(verb),
        "subject",
        start,
        stop,
    )


def _read_described(clause: Clause, verb: int, end: int, frame: Frame) -> Found | None:
    """Read "a law the minister described as shameful": the thing stands before who judges it."""
    holder = clause.find_subject(verb)
    start = holder
    while start > 1 and clause.words[start - 1].tag.startswith("NNP"):
        start -= 1
    start -= clause.tag_at(start - 1) == "DT"
    theme = start - 1 - (clause.word_at(start - 1) in ("that", "which"))
    if start < 1 or not clause.is_noun(theme):
        return None
    first = clause.chunk(theme)[0]
    return Found(frame.key, first, end, clause.is_negated(verb), holder, "subject", first, theme + 1)


def _theme_start(clause: Clause, said: int, theme: int) -> int:
    start = clause.chunk(theme)[0]
    if 0 <= said < start and clause.word_at(said + 1) == "that":
        return said + 2
    return start


READERS = {
    "verb": _read_verb,
    "noun": _read_noun,
    "adjective": _read_adjective,
    "preposition": _read_preposition,
    "verdict": _read_verdict,
}
