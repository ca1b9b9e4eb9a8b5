"""Find the words for agreements in one parsed sentence: the noun, its group, what is done with it."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from pledgebook.extract.deeds.clauses import QUOTES, Clause
from pledgebook.extract.deeds.endings import clause_end
from pledgebook.model.deeds import Instrument, load_instruments, words_of

_PARTNERING = frozenset({"partner", "team", "join"})
_DEFINITE = frozenset(
    {"our", "its", "his", "my", "the", "this", "that", "these", "those", "such", "any", "each", "every", "no"}
)
_LONGEST = 28  # words that what an agreement is about may take
_REACH = 16  # words between a verb and the agreement it brings about


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
            partnered = _read_partnering(clause, at) or _read_agreeing(clause, at) or _read_signing(clause, at)
            if partnered:
                yield partnered


def _is_head(clause: Clause, at: int, end: int) -> bool:
    """Tell whether the words are the head of their group, not the first half of "agreement talks"."""
    after = clause.word_at(end)
    if clause.tag_at(at).startswith("VB") or clause.word_at(at - 1) == "to":
        return False
    if words_of("at_home") & set(clause.lower[clause.chunk(at)[0] : at]):
        return False
    opened = {"(", *QUOTES} & set(clause.lower[max(at - 2, 0) : at])
    short_form = bool(opened) and (after == ")" or (after in QUOTES and clause.word_at(end + 1) == ")"))
    if short_form or (clause.word_at(at - 1) == "in" and after == "with"):
        return False
    return not (
        clause.is_noun(end)
        and not clause.words[end].tag.startswith("VB")
        and after not in ("month", "week", "opportunity", "opportunities", "worth", "valued")
        and not clause.words[end].text[:1].isupper()
    )


class Company(Struct, frozen=True):
    """A word for an agreement and what stands beside it; `verb` is what is done with it, or -1."""

    clause: Clause
    start: int
    end: int
    verb: int
    named: bool
    bound: bool

    @property
    def acted(self) -> bool:
        """Whether a verb of making, planning or ending governs it."""
        return self.verb >= 0

    @property
    def done(self) -> bool:
        """Whether the verb makes it or ends it."""
        lemma = self.clause.lemma_at(self.verb) if self.acted else ""
        made = self.acted and self.clause.word_at(self.verb) in ("signing", "signature", "conclusion", "inking")
        return made or lemma in words_of("signing") | words_of("ending") or self.happens

    @property
    def happens(self) -> bool:
        """Whether it takes place: "the exchange of notes took place"."""
        return self.acted and self.clause.word_at(self.verb + 1) == "place"

    @property
    def points_back(self) -> bool:
        """Whether it only speaks again of what was named before."""
        return self.clause.word_at(self.start) in _DEFINITE and not self.named and not self.bound


def _read_deed(clause: Clause, at: int, end: int, instrument: Instrument) -> Deed | None:
    """Return the agreement that a noun tells of, if its company shows that it is one."""
    verb = find_act(clause, at, end)
    mood = "past" if verb == end and clause.word_at(end + 1) not in ("by", "place") else read_mood(clause, verb, at)
    start = _name_start(clause, at)
    company = Company(clause, start, end, verb, _is_named(clause, start, at, end), _is_bound(clause, start, end))
    if not STRENGTHS[instrument.strength](company):
        return None
    start = max((here for here in range(start, at) if clause.tag_at(here) == "DT"), default=start)
    while start < at and (clause.tag_at(start) in ("DT", "PDT", "PRP$") or clause.tag_at(start) == "POS"):
        start += 1
    return Deed(at, end, start, _group_end(clause, end), verb, mood, instrument.type)


def _name_start(clause: Clause, at: int) -> int:
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


def _is_plain(one: Company) -> bool:
    """An agreement, an accord: acted on, named or bound to parties, and not merely spoken of again."""
    if one.points_back and one.verb == one.end and not one.happens:
        return False
    many = one.clause.words[one.end - 1].tag in ("NNS", "NNPS") and one.clause.tag_at(one.start) not in ("CD", "DT")
    return (one.named or one.bound or one.done or (one.acted and not many)) and (one.done or not one.points_back)


def _is_weak(one: Company) -> bool:
    """A deal: made, and bound to parties or new."""
    new = one.clause.word_at(one.start) in ("a", "an")
    return (one.done and (new or (one.bound and not one.points_back))) or (one.named and one.bound)


def _is_signed(one: Company) -> bool:
    """A contract, a memorandum: only when it is signed."""
    signing = one.acted and one.clause.lemma_at(one.verb) in ("sign", "ink", "issue", "release", "conclude", "exchange")
    return signing and not one.points_back


def _is_partnered(one: Company) -> bool:
    """A partnership, a plan: made, or bound to parties that act on it."""
    clause = one.clause
    made = one.done and not one.points_back and clause.word_at(one.start - 1) != "in"
    bound = one.bound and (one.named or one.acted)
    return made or bound or (one.acted and _joins_two(clause, one.end)) or clause.word_at(one.end) == "implementing"


def _is_initiative(one: Company) -> bool:
    """An initiative of cooperation that two parties announce together."""
    words = one.clause.lower[one.start : one.end]
    cooperative = ("cooperat", "co-operat", "joint", "bilateral", "partner", "co-produc")
    return any(word.startswith(cooperative) for word in words) and _joins_two(one.clause, one.end)


STRENGTHS: dict[str, Callable[[Company], bool]] = {
    "plain": _is_plain,
    "weak": _is_weak,
    "signed": _is_signed,
    "named": lambda one: one.named or (one.done and one.bound),
    "bound": _is_partnered,
    "joint": lambda one: one.acted or one.named or "gave" in one.clause.lower[max(one.start - 1, 0) : one.end],
    "between": _is_initiative,
    "declared": lambda one: one.named or (one.acted and _joins_two(one.clause, one.end)),
    "inked": lambda one: one.acted and one.clause.lemma_at(one.verb) in ("sign", "ink") and one.bound,
}
"""What must stand beside a word for an agreement, by the table's column `strength`."""


def _joins_two(clause: Clause, end: int) -> bool:
    """Tell whether two parties act on an agreement together."""
    verb = find_act(clause, end - 1, end)
    subject = clause.find_subject(verb) if 0 <= verb < end else -1
    return subject >= 0 and "and" in clause.lower[max(subject - 6, 0) : verb]


def _is_named(clause: Clause, start: int, at: int, end: int) -> bool:
    """Tell whether the agreement bears a name: "South Pacific Tuna Treaty", "Declaration on Future Generations"."""
    if not clause.words[at].text[:1].isupper() or (
        clause.words[at].text.isupper() and len(clause.words[at].text) > len("MoU")
    ):
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
            and any(word.text[:1].isupper() or word.tag == "CD" for word in clause.words[at + 1 : at + 5])
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
        halves = text.replace("\u2013", "-").split("-")
        if len(halves) > 1 and halves[0][:1].isupper() and halves[1][:1].isupper():
            return True
        if (
            text in ("-", "\u2013")
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


def find_act(clause: Clause, at: int, end: int) -> int:
    """Return the verb that brings an agreement about, changes or ends it, or -1."""
    if clause.tag_at(end) == "VBN" and clause.lemma_at(end) in words_of("signing"):
        return end
    before = _act_before(clause, at)
    return before if before is not None else _act_after(clause, end)


def _act_before(clause: Clause, at: int) -> int | None:
    """Return the verb before an agreement's group; -1 for one that does nothing to it, None where there is none."""
    known = words_of("signing") | words_of("planning") | words_of("ending")
    start = _name_start(clause, at)
    for here in range(start - 1, max(start - _REACH, -1), -1):
        if clause.word_at(here) in words_of("making") or (
            clause.tag_at(here).startswith("VB") and (clause.lemma_at(here) in known or _comes_to(clause, here))
        ):
            return here
        if clause.word_at(here) in words_of("by_way_of"):
            return -1
        if clause.tag_at(here) == "VBG" and (clause.is_noun(here - 1) or clause.word_at(here - 1) == ")"):
            return -1
        has = clause.word_at(here) in ("has", "have", "had")
        if clause.word_at(here) in (";", ":", ".") or (clause.is_finite(here) and not has):
            return -1
    return None


def _comes_to(clause: Clause, at: int) -> bool:
    """Tell whether two come to an agreement."""
    return clause.lemma_at(at) == "come" and clause.word_at(at + 1) == "to"


def _act_after(clause: Clause, end: int) -> int:
    """Return the verb after an agreement's group, "was signed", or -1."""
    known = words_of("signing") | words_of("planning") | words_of("ending")
    for here in range(end, min(_group_end(clause, end) + 6, len(clause))):
        if clause.word_at(here) in ("took", "takes") and clause.word_at(here + 1) == "place":
            return here
        passive = clause.tag_at(here) in ("VBN", "VBD") and (clause.is_passive(here) or here == end)
        if passive and clause.lemma_at(here) in known:
            return here
        if clause.word_at(here) in (";", "which", "that", "who"):
            return -1
    return -1


def read_mood(clause: Clause, verb: int, at: int) -> str:
    """Return how the verb leaves an agreement: done, planned, ended; standing when there is none."""
    if verb < 0:
        return "standing"
    word, lemma = clause.word_at(verb), clause.lemma_at(verb)
    group = clause.lower[clause.group_start(verb) : verb]
    before = clause.lower[max(clause.group_start(verb) - 6, 0) : verb]
    failed = {"failed", "unable", "refused", "declined", "without"} & set(before)
    if lemma in words_of("ending") or clause.is_negated(verb) or failed:
        return "ended"
    if verb == 0 and clause.tag_at(0) == "VB":
        return "planned"
    if (
        word in ("negotiations", "negotiation", "talks", "negotiating")
        or lemma in words_of("planning")
        or any(w in ("negotiations", "talks") for w in clause.lower[min(verb, at) : max(verb, at)])
    ):
        return "planned"
    if any(w in ("will", "would", "could", "may", "might", "should", "shall", "'ll", "must") for w in group) or (
        clause.word_at(verb - 1) == "to" and clause.tag_at(verb) == "VB"
    ):
        made = {"agreed", "met", "gathered", "able", "first", "latest", "second", "third"}
        return "planned" if not made & set(before) else "done"
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
    return Deed(at, at + 1, clause.group_start(at), clause_end(clause, at), at, mood, "partnership")


def _read_agreeing(clause: Clause, at: int) -> Deed | None:
    """Read "the two countries agreed to strengthen cooperation", "Japan agreed to provide assistance"."""
    described = clause.tag_at(at) == "VBN" and clause.is_noun(at - 1)
    if clause.lemma_at(at) != "agree" or described or clause.tag_at(at) not in ("VBD", "VBN", "VBP", "VBZ"):
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
    return Deed(at, at + 1, clause.group_start(at), clause_end(clause, here), at, mood, "agreement")


def _read_signing(clause: Clause, at: int) -> Deed | None:
    """Read "the fund signed with UNICEF to build wells": no noun says what was signed."""
    after = clause.words[at + 2] if at + 2 < len(clause) else None
    if clause.lemma_at(at) not in ("sign", "ink") or clause.word_at(at + 1) != "with" or after is None:
        return None
    named = clause.is_noun(at - 1) and clause.word_at(at - 1) in load_instruments()
    if named or not (clause.tag_at(at) in ("VBD", "VBN") and (after.text[:1].isupper() or after.tag == "DT")):
        return None
    return Deed(at, at + 1, clause.group_start(at), clause_end(clause, at + 1), at, "done", "agreement")
