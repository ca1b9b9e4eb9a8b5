"""Tell by the words around a wording of stance whether it is one: what is backed, weighed, refused or welcomed."""

from collections.abc import Callable

from msgspec import Struct

from pledgebook.extract.deeds.clauses import QUOTES, Clause
from pledgebook.extract.deeds.complements import object_head
from pledgebook.model.deeds import words_of

_ADVERBS = 8  # words that may stand between "to" and its verb


class Company(Struct, frozen=True):
    """A wording with the words around it that must show that it is one of stance."""

    clause: Clause
    at: int
    span: tuple[int, int]
    negated: bool

    def lemmas(self, stop: int) -> set[str]:
        """Return the lemmas of the complement up to a word."""
        return {word.lemma.lower() for word in self.clause.words[self.span[0] : stop]}

    @property
    def head(self) -> int:
        """The head word of the complement's first noun group."""
        return object_head(self.clause, self.span[0])


def _names_policy(one: Company) -> bool:
    """A proposal, a right, a peace, a doing: something to stand for or against."""
    stop = min(one.head + 3, one.span[1])
    return one.negated or one.clause.tag_at(one.span[0]) == "VBG" or bool(one.lemmas(stop) & words_of("policy"))


def _names_deal(one: Company) -> bool:
    """A policy, or money and help that can be stopped."""
    return one.negated or _names_policy(one) or bool(one.lemmas(min(one.head + 3, one.span[1])) & words_of("deal"))


def _names_act(one: Company) -> bool:
    """An act of a government: to send, to join, to pay."""
    return bool(one.lemmas(one.span[0] + 3) & words_of("act"))


def _names_course(one: Company) -> bool:
    """A change of course that somebody is after: to cut, to strengthen; no sum to be given."""
    lemmas = {word.lemma.lower() for word in one.clause.words[one.span[0] : one.span[0] + 3]}
    willed = one.clause.has_modal(one.at, "will", "would", "shall", "'ll")
    held = willed or _is_held(one) or one.clause.is_noun(one.at)
    return held and bool(lemmas & words_of("course")) and "$" not in one.clause.tags[slice(*one.span)]


def _names_wish(one: Company) -> bool:
    """What somebody wants or hopes to do about a cause: to join, to help, to cut; no sum to be given."""
    lemmas = {word.lemma.lower() for word in one.clause.words[one.span[0] : one.span[0] + 3]}
    counted = {"$", "CD"} & set(one.clause.tags[slice(*one.span)])
    return _is_held(one) and bool(lemmas & (words_of("course") | words_of("willed"))) and not counted


def _is_unpriced(one: Company) -> bool:
    """What somebody promises that is no sum: that the budget will grow, that the law will stand."""
    rest = slice(*one.span)
    return _is_finite(one) and "$" not in one.clause.tags[rest] and not words_of("scale") & set(one.clause.lower[rest])


def _names_cutting(one: Company) -> bool:
    """Cuts, a withdrawal, a delay: what somebody warns of."""
    return _is_finite(one) and bool(one.lemmas(one.span[1]) & words_of("cutting"))


def _names_keeping(one: Company) -> bool:
    """To continue, to maintain: a cause, not a sum."""
    first = {word.lemma.lower() for word in one.clause.words[one.span[0] : one.span[0] + 2]}
    rest = slice(*one.span)
    counted = "$" in one.clause.tags[rest] or words_of("scale") & set(one.clause.lower[rest])
    return _is_finite(one) and bool(first & {"continue", "keep", "maintain", "remain", "stand"}) and not counted


def _names_party(one: Company) -> bool:
    """A name, or an ally."""
    head = one.head
    named = one.clause.tag_at(head).startswith("NNP") or one.clause.tag_at(head) == "PRP"
    return named or one.clause.lemma_at(head) in ("ally", "people", "country", "side")


def _names_claim(one: Company) -> bool:
    """A claim, a report, having done something."""
    return any(word.rstrip("s") in words_of("claim") for word in one.clause.lower[one.span[0] - 1 : one.span[0] + 3])


def _is_finite(one: Company) -> bool:
    return one.clause.is_finite(one.at) or one.clause.has_modal(one.at, "will", "would", "did", "does")


def appeals(one: Company) -> bool:
    """Not a call for proposals or bids."""
    return not one.lemmas(one.span[0] + 2) & words_of("appeal_for")


def _is_thing(one: Company) -> bool:
    """Not a guest: "welcomed him home", "welcomed Chancellor Vogel to the palace"."""
    clause, start = one.clause, one.span[0]
    end = one.head + 1
    while clause.word_at(end) == "of" and clause.is_noun(end + 1):
        end = object_head(clause, end + 1) + 1
    after = clause.word_at(end)
    guest = clause.words[one.head].text[:1].isupper() and after in ("to", "home", "back", "at")
    return not guest and clause.tag_at(start) != "PRP" and clause.word_at(start) not in ("home", "back")


def is_no_sum(one: Company) -> bool:
    """Not a commitment to billions."""
    first = one.clause.word_at(one.span[0])
    return one.clause.tag_at(one.span[0]) not in ("CD", "$") and first not in ("billions", "millions", "thousands")


def _is_backed(one: Company) -> bool:
    """A policy that is backed, not what money is for: "90 million to support the plan"."""
    clause, at = one.clause, one.at
    purpose = clause.tag_at(at) == "VB" and clause.word_at(at - 1) == "to" and {"CD", "$"} & set(clause.tags[:at])
    aside = clause.tag_at(at) == "VBG" and clause.word_at(at - 1) in ("and", "by", "for")
    return one.negated or (_names_policy(one) and not purpose and not aside)


def _names_cause(one: Company) -> bool:
    """A cause that somebody stands for in word: "supports Peru's efforts", not "a grant to support recovery"."""
    spoken = one.clause.tag_at(one.at) in ("VBP", "VBZ") or one.negated
    stop = min(one.head + 3, one.span[1])
    return spoken and bool(one.lemmas(stop) & (words_of("policy") | words_of("cause")))


def _is_held(one: Company) -> bool:
    """Said of somebody, not bidden or done to something."""
    return one.clause.is_finite(one.at) or one.clause.tag_at(one.at) == "VBG"


def _names_standing(one: Company) -> bool:
    """To stand with, to support, to join."""
    return bool({"stand", "support", "join", "back", "lead"} & one.lemmas(one.span[0] + 2))


def _is_uncounted(one: Company) -> bool:
    """No promise of a sum or of goods."""
    words = set(one.clause.lower[one.span[0] : one.span[1]])
    return one.clause.is_finite(one.at) and not (
        {"CD", "$"} & set(one.clause.tags[slice(*one.span)]) or words & words_of("scale")
    )


def _is_bidding(one: Company) -> bool:
    """Somebody is bidden to act, later in the sentence at the latest: "called on Peru, which borders it, to help"."""
    bidden = (at + 1 for at in range(one.head, len(one.clause) - 1) if one.clause.word_at(at) == "to")
    return any(_bids(one.clause, at) for at in bidden)


def _bids(clause: Clause, at: int) -> bool:
    """Tell whether an infinitive starts here, over a quotation mark and adverbs: "to “fully and quickly” leave"."""
    for here in range(at, min(at + _ADVERBS, len(clause))):
        if clause.tag_at(here) == "VB":
            return True
        if clause.word_at(here) not in QUOTES | {",", "and"} and clause.tag_at(here) != "RB":
            return False
    return False


def _names_offer(one: Company) -> bool:
    """Help, or a way to give it, that is weighed now, not in the past."""
    return one.clause.tag_at(one.at) in ("VBG", "VB", "VBZ", "VBP") and one.clause.lemma_at(one.head) in words_of(
        "offer"
    )


def _names_chance(one: Company) -> bool:
    """A possibility, an option, an idea."""
    return one.clause.lemma_at(one.head) in words_of("chance")


def _names_ally(one: Company) -> bool:
    """A name that is supported in word, where no sum or goods tell that it is help that is given."""
    rest = one.clause.tags[one.at : one.span[1]]
    given = {"with", "through", "by"} & set(one.clause.lower[one.span[0] : one.span[1]])
    spoken = one.clause.tag_at(one.at) in ("VBP", "VBZ")
    return spoken and _names_party(one) and not given and not {"CD", "$"} & set(rest)


def _is_taken_as(one: Company) -> bool:
    """Something is taken as something: "recognises Palau as a state"."""
    return one.clause.is_finite(one.at) and "as" in one.clause.lower[one.head : one.head + 4]


def _names_value(one: Company) -> bool:
    """A policy, a principle, a partnership that somebody stands by: "reaffirmed their friendship"."""
    held = words_of("affirmed") & one.lemmas(one.head + 1)
    return bool(held) and _is_finite(one) and "need" not in one.clause.lower[one.span[0] : one.head + 1]


def _names_remedy(one: Company) -> bool:
    """An apology, a ceasefire, a guarantee: what somebody is after."""
    return _is_held(one) and one.clause.lemma_at(one.head) in words_of("sought")


def _is_tried(one: Company) -> bool:
    """Somebody tries to bring another to act: "would try to convince the banks to lend"."""
    before = one.clause.lemmas[max(one.at - 3, 0) : one.at]
    tried = one.clause.tag_at(one.at) in ("VB", "VBG") and bool(words_of("trying") & set(before))
    return tried and _is_bidding(one)


def _is_plain(one: Company) -> bool:
    return not one.clause.has_modal(one.at, "must", "should", "shall")


NEEDS: dict[str, Callable[[Company], bool]] = {
    "": lambda _: True,
    "policy": _names_policy,
    "deal": _names_deal,
    "act": _names_act,
    "course": _names_course,
    "willed": _names_wish,
    "unpriced": _is_unpriced,
    "cutting": _names_cutting,
    "keeping": _names_keeping,
    "for": lambda one: "for" in one.clause.lower[one.span[0] : one.span[1]],
    "policy-act": _names_act,
    "party": _names_party,
    "claim": _names_claim,
    "of": lambda one: "of" in one.clause.lower[one.span[0] : one.span[0] + 8],
    "negated": lambda one: one.negated,
    "finite": _is_finite,
    "appeal": appeals,
    "person": lambda _: True,
    "plain": _is_plain,
    "backed": _is_backed,
    "cause": _names_cause,
    "held": _is_held,
    "standing": _names_standing,
    "bidding": _is_bidding,
    "uncounted": _is_uncounted,
    "offer": _names_offer,
    "chance": _names_chance,
    "ally": _names_ally,
    "thing": _is_thing,
    "as": _is_taken_as,
    "affirmed": _names_value,
    "sought": _names_remedy,
    "trying": _is_tried,
}
"""What the words around a wording must show, by the table's column `needs`."""


def meets(needs: str, company: Company) -> bool:
    """Tell whether the words around a wording show one of what a row asks for, with a bar between them."""
    return any(NEEDS[need](company) for need in needs.split("|"))
