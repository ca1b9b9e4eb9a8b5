"""Find verbs of giving and cue words in a stretch of text; tense, voice and negation stand in the words before."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import ahocorasick_rs
from msgspec import Struct

from pledgebook.model.cues import Cue, Verb, load_cues, load_verbs

_WORD = re.compile(r"[\w\u2019'-]+")
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "gets", "got"])
_HAVE = frozenset(["has", "have", "had", "having"])
_MODALS = frozenset(["will", "would", "shall", "may", "might", "could", "can", "should", "must", "'ll", "to"])
_MAYBE = frozenset(["may", "might", "could", "can", "should"])
_NOT = frozenset(["not", "never", "no", "nor", "n't", "cannot", "without"])
_FILLERS = frozenset(
    [
        "also",
        "now",
        "already",
        "so",
        "far",
        "then",
        "today",
        "thus",
        "further",
        "jointly",
        "recently",
        "previously",
        "initially",
        "together",
        "all",
        "just",
        "each",
        "both",
        "only",
        "still",
        "later",
        "again",
        "therefore",
        "hereby",
        "immediately",
        "currently",
        "subsequently",
        "reportedly",
        "finally",
        "first",
    ]
)
_IRREGULAR = frozenset(
    [
        "sent",
        "written",
        "wrote",
        "forgave",
        "forgiven",
        "withheld",
        "gotten",
        "gave",
        "given",
        "paid",
        "spent",
        "lent",
        "got",
        "put",
        "made",
        "sought",
        "underwrote",
        "brought",
        "set",
        "vowed",
        "handed",
        "went",
        "paid",
        "came",
        "stood",
        "chose",
        "chosen",
        "withdrew",
        "withdrawn",
        "froze",
        "frozen",
    ]
)
_BEFORE = 60  # characters: how far auxiliaries may stand before their verb


class Hit(Struct, frozen=True, gc=False):
    """A cue word at a place in the text."""

    start: int
    end: int
    cue: Cue


class Act(Struct, frozen=True, gc=False):
    """A verb of giving at a place, with what its auxiliaries say."""

    start: int
    end: int
    verb: Verb
    passive: bool = False
    perfect: bool = False
    modal: bool = False
    infinitive: bool = False
    maybe: bool = False
    negated: bool = False
    past: bool = False
    gerund: bool = False
    group_start: int = 0

    @property
    def mood(self) -> str:
        """Return what the auxiliaries say, as one word per trait."""
        traits = ("passive", "perfect", "modal", "infinitive", "maybe", "negated", "past", "gerund")
        return " ".join(name for name in traits if getattr(self, name)) or "present"


class Wording(Struct, frozen=True):
    """The verbs and cues of one stretch of text, each in order."""

    acts: tuple[Act, ...]
    hits: tuple[Hit, ...]

    def between(self, start: int, end: int, *fields: str) -> tuple[Hit, ...]:
        """Return the cues of these fields that lie between two offsets."""
        return tuple(hit for hit in self.hits if start <= hit.start and hit.end <= end and hit.cue.field in fields)


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    words = tuple(sorted({*load_verbs(), *load_cues()}))
    return ahocorasick_rs.AhoCorasick(words), words


@lru_cache(maxsize=1024)
def find_wording(plain: str, start: int, end: int) -> Wording:
    """Return the verbs and cues between two offsets; of two that overlap in one field the longer stands.

    Kept for the last few stretches, as a sum, its neighbours and the sieve ask for the same ones.
    """
    scanner, words = _automaton()
    piece = plain[start:end].lower().replace("\u2019", "'")
    if len(piece) != end - start:
        piece = plain[start:end]
    acts, hits = list[Act](), list[Hit]()
    for which, left, right in scanner.find_matches_as_indexes(piece, overlapping=True):
        if _is_inside_word(piece, left, right) or piece.endswith("non-", 0, left):
            continue
        verb = load_verbs().get(words[which])
        if verb and not _is_described(piece, left, right):
            acts.append(_read_act(piece, left, right, verb, start))
        hits += [Hit(start + left, start + right, cue) for cue in load_cues().get(words[which], ())]
    return Wording(_longest_acts(acts), _longest_hits(hits))


def _is_inside_word(piece: str, left: int, right: int) -> bool:
    before = piece[left - 1] if left else " "
    after = piece[right] if right < len(piece) else " "
    return before.isalnum() or after.isalnum()


_NOUNS = frozenset({"funding", "financing", "lending", "spending"})
"""Words that end like a verb's form but name money; they are verbs only with an object behind them."""

_OBJECT = re.compile(
    r"\s+(?:an?|the|its|their|his|her|our|up|about|some|around|over|more|nearly|almost|another|all|half|at"
    r"|[\d$€£¥])(?!\w)"
    r"|\s+[$€£¥\d]"
)


def _is_described(piece: str, left: int, right: int) -> bool:
    """Tell whether a verb's form only describes: in "EU-funded" or "a funding plan" nobody does anything."""
    word = piece[left:right]
    if word in _NOUNS:
        return not _OBJECT.match(piece, right)
    return left > 1 and piece[left - 1] == "-" and piece[left - 2].isalpha() and word.endswith("ed")


def _read_act(piece: str, left: int, right: int, verb: Verb, offset: int) -> Act:
    before = _WORD.findall(piece[max(0, left - _BEFORE) : left])
    chain = list[str]()
    for word in reversed(before):
        if word not in _BE | _HAVE | _MODALS | _NOT | _FILLERS and not word.endswith(("ly", "n't")):
            break
        chain.append(word)
    group = piece.rfind(chain[-1], max(0, left - _BEFORE), left) if chain else left
    form = piece[left:right].split(maxsplit=1)[0]
    past = form.endswith("ed") or form in _IRREGULAR
    return Act(
        start=offset + left,
        end=offset + right,
        verb=verb,
        passive=past and any(word in _BE for word in chain),
        perfect=past and any(word in _HAVE for word in chain),
        modal=any(word in _MODALS and word != "to" for word in chain),
        infinitive="to" in chain,
        maybe=any(word in _MAYBE for word in chain),
        negated=any(word in _NOT or word.endswith("n't") for word in chain),
        past=past,
        gerund=form.endswith("ing"),
        group_start=offset + max(group, 0),
    )


def _longest_acts(acts: Sequence[Act]) -> tuple[Act, ...]:
    kept = [act for act in acts if not any(o.start <= act.start and act.end <= o.end and o != act for o in acts)]
    return tuple(sorted(kept, key=lambda act: act.start))


def _covers(one: Hit, hit: Hit) -> bool:
    """Tell whether a cue is a longer one of the same field that holds another, or cuts into its beginning."""
    if one.cue.field != hit.cue.field or one.end <= hit.start or hit.end <= one.start:
        return False
    inside = one.start <= hit.start and hit.end <= one.end and one.end - one.start > hit.end - hit.start
    return inside or one.start < hit.start < one.end < hit.end


def _longest_hits(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Drop what lies within, or begins within, another cue of the same field: of "food security aid" the first stands.

    Hits of a sentence are few, so pairs are compared.
    """
    kept = [hit for hit in hits if not any(_covers(other, hit) for other in hits)]
    return tuple(sorted(kept, key=lambda hit: (hit.start, hit.end, hit.cue.field, hit.cue.value)))
