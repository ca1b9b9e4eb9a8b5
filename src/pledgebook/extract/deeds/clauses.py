"""Read a parsed sentence by its words' order first and its tree second: noun groups, verb groups, subjects, negation.

The parser is right about most subjects and wrong about many attachments, so that what stands next to what decides
where the two differ.
"""

from functools import cached_property

from msgspec import Struct

from pledgebook.model.deeds import load_speakers, stance_particles, stance_verbs, words_of
from pledgebook.model.records import Sentence, Word

BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "\u2019s", "'re", "\u2019re"})
HAVE = frozenset({"have", "has", "had", "having", "'ve", "\u2019ve"})
DO = frozenset({"do", "does", "did"})
MODALS = frozenset(
    {
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "should",
        "must",
        "ought",
        "wo",
        "ca",
        "'ll",
        "\u2019ll",
        "'d",
        "\u2019d",
    }
)
NOT = frozenset({"not", "n't", "n\u2019t", "never", "no"})
LINKING = frozenset(
    {
        *("remain", "remains", "remained", "remaining", "become", "becomes", "became", "seem", "seems", "seemed"),
        *(
            "appear",
            "appears",
            "appeared",
            "feel",
            "feels",
            "felt",
            "stay",
            "stays",
            "stayed",
            "stand",
            "stands",
            "stood",
        ),
    }
)
RELATIVES = frozenset({"who", "which", "that", "whom"})
_AUXILIARY = BE | HAVE | DO | MODALS
QUOTES = frozenset({'"', "“", "”", "``", "''", "\u2018", "'", "\u2019"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIERS = frozenset({"DT", "PDT", "JJ", "JJR", "JJS", "CD", "PRP$", "POS", "HYPH", "$", "AFX"})
_PRONOUNS = frozenset({"PRP", "EX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_EXAMPLES = frozenset({"spanning", "including", "comprising", "representing"})
_DESCRIBING = frozenset({"developing", "emerging", "participating", "warring", "ruling", "governing", "leading"})
_WHEN = frozenset({"today", "yesterday", "earlier", "later", "recently", "again", "tonight", "also"})
_MISTAKEN = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})  # tags that the parser gives some verbs
_AMOUNTS = frozenset({"series", "number", "range", "host", "handful", "majority", "dozens", "hundreds", "scores"})
_LEFT = 40  # words: how far to the left a subject may stand


class Clause(Struct, frozen=True, dict=True):
    """One parsed sentence as the rules on deeds read it; indices count its words."""

    sentence: Sentence

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        return self.sentence.words

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case, with straight apostrophes."""
        return tuple(word.text.lower().replace("\u2019", "'") for word in self.sentence.words)

    def __len__(self) -> int:
        return len(self.sentence.words)

    def word_at(self, at: int) -> str:
        """Return a word in lower case, or nothing outside the sentence."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The words' tags, those of verbs that the parser took for nouns put right."""
        told = [word.tag for word in self.words]
        for at in self._mistagged:
            told[at] = "VBD" if self.lower[at].endswith("ed") else "VBZ"
        return tuple(told)

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """The words' lemmas in lower case."""
        told = [word.lemma.lower() for word in self.words]
        for at in self._mistagged:
            told[at] = self._bare(at)
        return tuple(told)

    @cached_property
    def _mistagged(self) -> frozenset[int]:
        """Which words called nouns are verbs: "Schoof echoed this sentiment", "Germany opposes joint debt"."""
        ends = (at for at, word in enumerate(self.lower) if word.endswith(("s", "ed")))
        told = (at for at in ends if self.words[at].tag in _MISTAKEN)
        return frozenset(at for at in told if self._looks_past(at) or self._looks_present(at))

    def _bare(self, at: int) -> str:
        """Return the lemma of a verb that the parser took for a noun."""
        bare = self.lower[at][:-1]
        known = words_of("saying") | words_of("telling") | words_of("signing")
        return bare if not self.lower[at].endswith("ed") or bare in known else bare[:-1]

    def tag_at(self, at: int) -> str:
        """Return a word's tag, or nothing outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.words) else ""

    def lemma_at(self, at: int) -> str:
        """Return a word's lemma in lower case, or nothing outside the sentence."""
        return self.lemmas[at] if 0 <= at < len(self.words) else ""

    def is_noun(self, at: int) -> bool:
        """Tell whether a word can head a noun group: a noun, or a capitalised word inside the sentence."""
        if not 0 <= at < len(self.words):
            return False
        word = self.words[at]
        if self.lower[at] in MODALS:
            return False
        return at not in self._mistagged and (
            word.tag in _NOMINAL
            or (word.pos in ("PROPN", "NOUN") and not word.tag.startswith(("VB", "MD")))
            or (at > 0 and word.text[:1].isupper() and word.tag.startswith(("JJ", "FW")))
        )

    def _looks_present(self, at: int) -> bool:
        """Tell whether a plural after a name is a verb: "Germany opposes joint debt", "Hungary remains opposed"."""
        told = self.words[at].tag in ("NNS", "NNPS", "NN") and self.lower[at].endswith("s")
        if not (0 < at < len(self) - 1 and told and self.words[at].text.islower()):
            return False
        bare, after = self.lower[at][:-1], self.words[at + 1].tag
        if bare in words_of("verbs_only") and after not in ("VBD", "VBZ", "VBP", "MD", "IN", ",", "."):
            return self.words[at - 1].tag.startswith(("NN", "PRP"))
        named = self.words[at - 1].text[:1].isupper() or self.words[at - 1].tag == "PRP"
        that = after == "IN" and self.lower[at + 1] == "that"
        follows = that or after in ("DT", "PRP$", "PRP", "TO", "NNP", "JJ", "VBG", "EX")
        particle = (bare, self.lower[at + 1]) in stance_particles()
        headline = after in ("NN", "NNS") and self.words[0].tag.startswith("NN") and not self._ends_in_stop
        stance = bare in stance_verbs() and (follows or particle or headline)
        return named and (stance or self.lower[at] in LINKING)

    @cached_property
    def _ends_in_stop(self) -> bool:
        """Whether the sentence is one of running text, which a heading is not."""
        return self.words[-1].text in {".", "!", "?", ":", ";", *QUOTES}

    def _looks_past(self, at: int) -> bool:
        """Tell whether a noun or adjective in -ed is a past tense: between a name and an object, or after "has"."""
        told = self.lower[at].endswith("ed") and self.words[at].text.islower()
        if not told or not 0 < at < len(self) - 1 or self.words[at].tag not in ("NN", "NNP", "JJ"):
            return False
        if self.lower[at - 1] in ("has", "have", "had"):
            return True
        after = self.words[at + 1].tag in ("DT", "PRP$", "PRP", "IN", "TO", "NNP", "JJ", "RB", "EX")
        return self.words[at - 1].tag.startswith("NNP") and after

    def is_verb(self, at: int) -> bool:
        """Tell whether a word is tagged as a verb or modal."""
        return self.tag_at(at).startswith(("VB", "MD")) or self.word_at(at) in _AUXILIARY

    def is_finite(self, at: int) -> bool:
        """Tell whether a verb carries tense or mood."""
        return (
            self.tag_at(at) in _FINITE
            or at in self._mistagged
            or self.word_at(at) in (MODALS | DO | {"is", "are", "was", "were", "has", "have", "had"})
        )

    def group_start(self, at: int) -> int:
        """Return where the verb group that ends in a verb starts: its auxiliaries, adverbs and negations."""
        start = at
        while start > 0 and (
            self.word_at(start - 1) in _AUXILIARY | NOT | LINKING
            or self.tag_at(start - 1) in ("RB", "RBR", "MD")
            or self.word_at(start - 1) in _WHEN
            or self.word_at(start - 1) in ("to", "not", "expected", "likely", "unlikely", "set", "due")
        ):
            start -= 1
        while (
            start < at
            and self.tag_at(start) == "RB"
            and self.word_at(start) not in NOT
            and not self.words[start].text[0].islower()
        ):
            start += 1
        return start

    def is_negated(self, at: int) -> bool:
        """Tell whether the verb group that ends here is denied: not, never, no longer, nor."""
        span = self.lower[max(self.group_start(at) - 1, 0) : at]
        return any(word in {"not", "n't", "never", "nor", "neither"} for word in span) or (
            "no" in span and "longer" in span
        )

    def has_modal(self, at: int, *which: str) -> bool:
        """Tell whether the verb group that ends here holds one of these words."""
        return any(word in which for word in self.lower[self.group_start(at) : at])

    def is_passive(self, at: int) -> bool:
        """Tell whether a participle follows a form of to be."""
        if self.tag_at(at) not in ("VBN", "VBD"):
            return False
        if self.word_at(at + 1) == "by" and self.is_noun(at - 1):
            return True
        return any(word in BE for word in self.lower[self.group_start(at) : at])

    def chunk(self, head: int) -> tuple[int, int]:
        """Return the bounds of the noun group around a word: modifiers on its left, names and nouns on its right."""
        start, end = head, head + 1
        while start > 0 and self._joins(start - 1):
            start -= 1
        while end < len(self) and self._runs_on(end):
            end += 1
        return start, end

    def _joins(self, at: int) -> bool:
        if self.tag_at(at) in _MODIFIERS or self.is_noun(at):
            return self.word_at(at) != "that" or self.tag_at(at) == "DT"
        after = self.tag_at(at + 1)
        if self.word_at(at) in _DESCRIBING and after in ("NNS", "NN"):
            return True
        if self.tag_at(at) in ("RB", "VBN", "VBG", "IN") and after in ("JJ", "CD", "NN", "NNS") and at > 0:
            before = self.tag_at(at - 1)
            described = self.words[at].dep == "amod" and self.words[at].head > at
            if self.tag_at(at) == "VBN" and (before == "HYPH" or described):
                return True
            return (after == "CD" and self.word_at(at) in ("over", "about", "nearly", "some")) or (
                self.tag_at(at) in ("VBN", "RB") and before in ("DT", "PRP$", "POS", "JJ")
            )
        return self.word_at(at) in ("over", "nearly", "about") and after == "CD"

    def _runs_on(self, at: int) -> bool:
        return (
            self.is_noun(at)
            or (self.tag_at(at) in ("POS", "HYPH") and self.is_noun(at + 1))
            or (self.tag_at(at) == "CD" and self.is_noun(at - 1) and self.words[at - 1].tag.startswith("NNP"))
        )

    def widen(self, head: int) -> tuple[int, int]:
        """Return a noun group with what "of", "from" or "and" ties to it, for a party's whole name."""
        start, end = self.chunk(head)
        while (
            end + 1 < len(self)
            and self.word_at(end) in ("of", "on", "for")
            and (self.is_noun(end + 1) or self.tag_at(end + 1) in _MODIFIERS)
        ):
            nested = self._first_noun(end + 1)
            if nested < 0 or not (self.words[nested].tag.startswith("NNP") or self.word_at(end) == "of"):
                break
            end = self.chunk(nested)[1]
        return start, end

    def _first_noun(self, at: int) -> int:
        while at < len(self) and self.tag_at(at) in _MODIFIERS:
            at += 1
        return at if self.is_noun(at) or self.tag_at(at) in _PRONOUNS else -1

    def list_start(self, head: int) -> int:
        """Return where the list of nouns starts that ends in a head word: "Biden, Scholz and Macron"."""
        start = self.chunk(head)[0]
        joined = self.word_at(start - 1) in ("and", "&")
        while joined and start > 1 and self.word_at(start - 1) in ("and", "&", ","):
            before = start - 2 - (self.word_at(start - 2) == ",")
            if self.word_at(before) == ")":
                before = next((at - 1 for at in range(before, -1, -1) if self.word_at(at) == "("), before)
            if before < 0 or not self.is_noun(before):
                break
            start = self.chunk(before)[0]
        return start

    def find_subject(self, verb: int) -> int:
        """Return the head of a verb's subject, or -1: its left neighbour, else as tree or verb before says."""
        start = self.group_start(verb)
        near = self._neighbour(start)
        if near < 0 and self.word_at(start - 1) == "who":
            return -1
        if near >= 0 and (self.is_finite(start) or self.is_finite(verb) or self._is_controlled(start, near)):
            return near
        told = self._told_subject(verb)
        if 0 <= told < verb:
            return self._over_copula(self._before_list(told))
        return self._over_copula(self._shared_subject(start, verb))

    def is_bidden(self, verb: int) -> bool:
        """Tell whether somebody else bids the subject of an infinitive to act: "called on Peru to accept it"."""
        start = self.group_start(verb)
        near = self._neighbour(start) if self.word_at(start) == "to" else -1
        return near >= 0 and self._is_controlled(start, near)

    def _is_controlled(self, start: int, near: int) -> bool:
        """Tell whether a noun before "to" is who acts, as another verb bids it: "encourages people to consider"."""
        if self.word_at(start) != "to":
            return False
        before = self.chunk(near)[0] - 1
        pressed = self.word_at(before) == "on" and self.lemma_at(before - 1) in ("pressure", "call", "appeal")
        return pressed or any(
            self.lemma_at(at) in words_of("controlling") for at in (before, before - 1) if self.is_verb(at)
        )

    def _over_copula(self, noun: int) -> int:
        """Return whom a predicate noun speaks of: "Orban is the only leader opposing it" leads to Orban."""
        before = self.chunk(noun)[0] - 1 if noun > 0 else -1
        if before < 1 or self.word_at(before) not in ("is", "was", "are", "were"):
            return noun
        subject = self._neighbour(self.group_start(before))
        return subject if subject >= 0 else noun

    def _neighbour(self, start: int) -> int:
        """Return the noun or pronoun just left of a verb group, over a relative pronoun and a bracketed aside."""
        at = start - 1
        while at >= 0 and self.words[at].text in QUOTES:
            at -= 1
        person = self.word_at(at) == "who"
        if self.word_at(at) in RELATIVES and self.tag_at(at) in ("WP", "WDT", "IN"):
            at -= 1
            while self.word_at(at) == ",":
                at -= 1
        if self.word_at(at) == ")":
            while at >= 0 and self.word_at(at) != "(":
                at -= 1
            at -= 1
        if self.word_at(at) == ",":
            return self._before_aside(at)
        if self.tag_at(at) in _PRONOUNS or (person and self.is_noun(at) and self.lemma_at(at) in load_speakers()):
            return at
        return self._climb(at) if self.is_noun(at) or self.tag_at(at) == "CD" else -1

    def _before_aside(self, comma: int) -> int:
        """Return the noun before an aside that a comma closes: "Lindner, the finance minister, said"."""
        opened = next((at for at in range(comma - 1, max(comma - 16, -1), -1) if self.word_at(at) == ","), -1)
        if opened > 0 and self.word_at(opened + 1) in ("which", "who", "whose"):
            return opened - 1 if self.is_noun(opened - 1) else -1
        if opened <= 0 or any(self.is_finite(at) for at in range(opened, comma)):
            return -1
        return self._climb(opened - 1) if self.is_noun(opened - 1) else -1

    def _climb(self, noun: int) -> int:
        """Return the noun that governs a phrase after it: "officials from the ministry" leads to officials."""
        at = noun
        for _ in range(4):
            start = self.chunk(at)[0]
            before = start - 1
            if (
                self.tag_at(before) == "IN"
                and self.word_at(before)
                in ("of", "from", "in", "for", "at", "on", "with", "to", "within", "among", "under")
                and self.is_noun(before - 1)
                and self.word_at(before - 1) not in _AMOUNTS
            ):
                at = before - 1
            else:
                break
        return self._before_list(at)

    def _before_list(self, noun: int) -> int:
        """Return the noun that a list of examples belongs to: "groups spanning unions, charities and churches"."""
        for at in range(noun, max(noun - 18, 0), -1):
            if self.word_at(at) in _EXAMPLES:
                before = at - 1 - (self.word_at(at - 1) in (",", "such"))
                return before if self.is_noun(before) else noun
            if not (self.is_noun(at) or self.tag_at(at) in _MODIFIERS or self.word_at(at) in (",", "and", "or", "as")):
                return noun
        return noun

    def _told_subject(self, verb: int) -> int:
        """Return the subject that the tree gives a verb, or the verb that shares its subject with it."""
        at = verb
        for _ in range(4):
            for index, word in enumerate(self.words):
                if (
                    word.head == at
                    and index != at
                    and word.dep.startswith("nsubj")
                    and index < verb
                    and word.tag not in ("WDT", "WP", "EX")
                ):
                    return index
            if (
                self.words[at].dep not in ("conj", "xcomp", "advcl", "acl:relcl", "acl", "aux", "cop")
                or self.words[at].head == at
            ):
                return -1
            if self.words[at].dep.startswith("acl"):
                return self.words[at].head if self.is_noun(self.words[at].head) and self.words[at].head < verb else -1
            at = self.words[at].head
        return -1

    def _shared_subject(self, start: int, verb: int) -> int:
        """Return the subject of the finite verb before: participles, infinitives and second verbs share it."""
        for at in range(start - 1, max(start - _LEFT, -1), -1):
            if self.tag_at(at) in ("VBP", "VB") and self.tag_at(verb) in ("VBD", "VBZ"):
                continue
            if (self.is_finite(at) and self.tag_at(at) != "VBP") or self.tag_at(at) in ("VBD", "VBZ"):
                near = self._neighbour(self.group_start(at))
                if near >= 0:
                    return near
                told = self._told_subject(at)
                if 0 <= told < verb:
                    return told
        return -1

    def find_agent(self, participle: int) -> int:
        """Return who acts in an aside after a passive: "was welcomed by Peru, urging more" leads to Peru, or -1."""
        if self.tag_at(participle) != "VBG" or self.word_at(participle - 1) != ",":
            return -1
        noun = participle - 2
        before = self.chunk(noun)[0] - 1 if self.is_noun(noun) else -1
        return noun if before > 0 and self.word_at(before) == "by" and self.tag_at(before - 1) == "VBN" else -1
