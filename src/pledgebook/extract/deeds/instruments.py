"""Find the words for agreements in one parsed sentence: the noun, its group, what is done with it."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from pledgebook.extract.deeds.acts import find_act, read_mood
from pledgebook.extract.deeds.clauses import QUOTES, Clause
from pledgebook.extract.deeds.endings import clause_end
from pledgebook.extract.deeds.groups import group_end, is_way, name_start
from pledgebook.model.deeds import Instrument, load_instruments, words_of
from pledgebook.model.timewords import DAY_NAMES

_PARTNERING = frozenset({"partner", "team", "join"})
_DEFINITE = frozenset(
    {"our", "its", "his", "my", "the", "this", "that", "these", "those", "such", "any", "each", "every", "no"}
)


_NOW = frozenset((*(name.lower() for name in DAY_NAMES), "today", "yesterday", "tonight"))


_MODAL = frozenset({"will", "to", "would", "may", "could"})
_LEADERS = 12  # words behind a coalition in which those who lead it stand
_LEADING = frozenset({"co-led", "co-chaired", "co-hosted", "led", "chaired", "co"})


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
    if words_of("at_home") & set(clause.lower[clause.chunk(at)[0] : at]) and clause.word_at(at - 1) != "support":
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
    start = name_start(clause, at)
    near = (end, end + (clause.word_at(end) == ","))
    beside = verb in near and clause.tag_at(verb) == "VBN" and clause.word_at(verb + 1) != "place"
    mood = _read_participle(clause, start, verb) if beside else read_mood(clause, verb, at)
    if instrument.strength == "founded" and clause.word_at(verb - 1) == "to":
        mood = "planned"
    if mood == "planned" and _stands_already(clause, verb, start):
        mood = "standing"
    company = Company(clause, start, end, verb, _is_named(clause, start, at, end), _is_bound(clause, start, end))
    if not STRENGTHS[instrument.strength](company):
        return None
    if mood == "standing" and _is_listed(clause, at):
        mood = "done"
    start = max((here for here in range(start, at) if clause.tag_at(here) == "DT"), default=start)
    while start < at and (
        clause.tag_at(start) in ("DT", "PDT", "PRP$") or clause.word_at(start) in _NOW or clause.tag_at(start) == "POS"
    ):
        start += 1
    return Deed(at, end, start, group_end(clause, end), verb, mood, instrument.type)


def _is_listed(clause: Clause, at: int) -> bool:
    """Tell whether a sentence lists what was signed: "among the agreements signed was a pact on customs"."""
    before = clause.lower[:at]
    if {"recently", "newly", "just"} & set(before[-5:]) and "signed" in before[-4:]:
        return True
    return "signed" in before and ("among" in before or "include" in before) and not _MODAL & set(before)


def _stands_already(clause: Clause, verb: int, start: int) -> bool:
    """Tell whether a verb of planning has another object than what stands: "announced aid to expand the Andes Pact"."""
    if clause.word_at(start) != "the" or clause.lemma_at(verb) not in words_of("planning"):
        return False
    between = range(verb + 1, start)
    return "implementation" in clause.lower[verb:start] or any(
        clause.word_at(at - 1) == "to" and clause.lemma_at(at) in words_of("furthering") for at in between
    )


def _read_participle(clause: Clause, start: int, verb: int) -> str:
    """Return how a participle behind the noun leaves an agreement: "the deal signed with Peru" is one of before."""
    if clause.word_at(verb + 1) == "by" or clause.word_at(verb - 1) in ("recently", "newly", "just"):
        return "done"
    now = _NOW & set(clause.lower[verb + 1 :])
    back = clause.word_at(start) in _DEFINITE and not now
    return "past" if back or clause.word_at(start - 1) in words_of("by_way_of") else "done"


def _is_plain(one: Company) -> bool:
    """An agreement, an accord: acted on, named or bound to parties, and not merely spoken of again."""
    if one.points_back and one.verb == one.end and not one.happens:
        return False
    many = one.clause.words[one.end - 1].tag in ("NNS", "NNPS") and one.clause.tag_at(one.start) not in ("CD", "DT")
    return (one.named or one.bound or one.done or (one.acted and not many)) and (one.done or not one.points_back)


def _is_weak(one: Company) -> bool:
    """A deal: made, and bound to parties or new."""
    new = one.clause.word_at(one.start) in ("a", "an")
    word = one.clause.word_at(one.verb) if one.acted else ""
    talked = word in words_of("talking") and bool({"between", "with"} & set(one.clause.lower[one.verb : one.start]))
    done = one.done or (word in words_of("nearing") and one.bound) or talked
    return (done and (new or (one.bound and not one.points_back))) or (one.named and one.bound)


def _is_signed(one: Company) -> bool:
    """A contract, a memorandum: only when it is signed."""
    signing = one.acted and one.clause.lemma_at(one.verb) in ("sign", "ink", "issue", "release", "conclude", "exchange")
    return signing and not one.points_back


def _is_partnered(one: Company) -> bool:
    """A partnership, a plan: made, or bound to parties that act on it."""
    clause = one.clause
    made = one.done and not one.points_back and clause.word_at(one.start - 1) != "in"
    bound = one.bound and (one.named or one.acted)
    way = one.named and is_way(clause, one.start)
    joined = one.acted and _joins_two(clause, one.end)
    return made or bound or way or joined or clause.word_at(one.end) == "implementing"


def _is_initiative(one: Company) -> bool:
    """An initiative of cooperation that two parties announce together."""
    words = one.clause.lower[one.start : one.end]
    cooperative = ("cooperat", "co-operat", "joint", "bilateral", "partner", "co-produc")
    return any(word.startswith(cooperative) for word in words) and _joins_two(one.clause, one.end)


def _is_led(clause: Clause, end: int) -> bool:
    """Tell whether those who lead it together stand behind it: "the coalition, co-led by Peru and Kenya"."""
    near = clause.lower[end : end + _LEADERS]
    at = next((end + i for i, word in enumerate(near) if word in _LEADING), -1)
    return at >= 0 and "by" in clause.lower[at : at + 4] and "and" in clause.lower[at : at + _LEADERS]


def _is_founded(one: Company) -> bool:
    """Tell whether two agree to found something to talk or work in together: "agreed to launch a dialogue"."""
    founding = one.acted and one.clause.lemma_at(one.verb) in ("launch", "establish", "form", "create", "set")
    before = one.clause.lower[max(one.verb - 3, 0) : one.verb] if founding else ()
    new = one.clause.word_at(one.start) in ("a", "an", "joint") or one.named
    return founding and new and (bool({"pledged", "vowed", "decided", "committed"} & set(before)) or one.bound)


STRENGTHS: dict[str, Callable[[Company], bool]] = {
    "plain": _is_plain,
    "weak": _is_weak,
    "signed": _is_signed,
    "named": lambda one: one.named or (one.done and one.bound),
    "bound": _is_partnered,
    "joint": lambda one: (
        one.acted or one.named or one.bound or "gave" in one.clause.lower[max(one.start - 1, 0) : one.end]
    ),
    "between": _is_initiative,
    "declared": lambda one: one.named or (one.acted and _joins_two(one.clause, one.end)),
    "inked": lambda one: one.acted and one.clause.lemma_at(one.verb) in ("sign", "ink", "enter") and one.bound,
    "led": lambda one: _is_led(one.clause, one.end),
    "founded": _is_founded,
    "titled": lambda one: one.named and one.acted and one.clause.lemma_at(one.verb) in ("adopt", "endorse", "sign"),
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
    if words_of("agreed_view") & set(clause.lower[here + 1 : here + 4]):
        return None
    return Deed(at, at + 1, clause.group_start(at), clause_end(clause, here), at, _agreed_mood(clause, at), "agreement")


def _agreed_mood(clause: Clause, at: int) -> str:
    """Return how far an agreement goes that a verb tells: to launch, sign or negotiate something lies ahead."""
    if clause.is_negated(at):
        return "ended"
    ahead = clause.has_modal(at, "will", "would", "may", "could")
    first = clause.lemma_at(at + 2) if clause.word_at(at + 1) == "to" else ""
    return "planned" if ahead or first in words_of("beginning") else "done"


def _read_signing(clause: Clause, at: int) -> Deed | None:
    """Read "the fund signed with UNICEF to build wells": no noun says what was signed."""
    after = clause.words[at + 2] if at + 2 < len(clause) else None
    if clause.lemma_at(at) not in ("sign", "ink") or clause.word_at(at + 1) != "with" or after is None:
        return None
    named = clause.is_noun(at - 1) and clause.word_at(at - 1) in load_instruments()
    if named or not (clause.tag_at(at) in ("VBD", "VBN") and (after.text[:1].isupper() or after.tag == "DT")):
        return None
    return Deed(at, at + 1, clause.group_start(at), clause_end(clause, at + 1), at, "done", "agreement")
