"""One sum in its sentence: its window between other sums, the verbs around it, and which of them governs it."""

import re
from functools import cached_property

from msgspec import Struct

from pledgebook.extract.commitments.runs import Group, group_names
from pledgebook.extract.commitments.wording import Act, Wording
from pledgebook.extract.page.page import Page
from pledgebook.extract.quantities.amounts import Amount
from pledgebook.model.naming import Named
from pledgebook.model.records import Section, Sentence

GIVING = frozenset({"give", "get", "announce", "flow", "propose", "boost", "cancel", "consider", "buy"})
_PASSIVE_GAP = 30  # characters between a sum and the verb that follows and governs it
_WITH = re.compile(r"\bwith\s+(?:[\w-]+\s+){0,3}$")
_WITH_REACH = 60
_OF_HELP = (
    r"(?:\s+(?:in|of)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:aid|assistance|support|funding|help|relief|equipment|supplies|programming))"
)
_WHICH = re.compile(
    rf"{_OF_HELP}?\s+(?:(?:that|which)\s+)?"
    r"(?:we|they|it|I|he|she|(?:the\s+)?[A-Z]\w+(?: [A-Z]\w+)?)(?:['\u2019]\w+)?\s*"
)
"""Between a sum and the verb whose object it is: "the 5 million euros that we are giving"."""
_HELPED = re.compile(rf"{_OF_HELP}\s*")
"""Between a sum and the participle that tells of it: "5 million euros in aid provided last year"."""

_PAPER = re.compile(
    r"\s+(?:an?|the|its|their|his|her|this)?\s*(?:[\w\u2019'-]+\s+){0,2}?(?:reports?|statements?|letters?"
    r"|documents?|figures|data|survey|study|memorandum|press"
    r"|note|strategy|results|analysis|article|overview|conference|summit|session)\b",
    re.IGNORECASE,
)
"""What is published rather than given: "released a report", "signed a letter"."""

_REACH = 320  # characters to the right of a sum in which a party still belongs to it
_CLIMB = 12  # steps from the sum's word up the tree


class Sight(Struct, frozen=True, dict=True):
    """A sum, or goods, at `start` to `end`, seen in its sentence.

    `left` and `right` bound the window that no other sum shares; `sentence` is the parse where there is one.
    """

    page: Page
    start: int
    end: int
    left: int
    right: int
    bounds: tuple[int, int]
    wording: Wording
    names: tuple[Named, ...]
    sentence: Sentence | None = None
    amount: Amount | None = None

    @property
    def plain(self) -> str:
        """The text without markup."""
        return self.page.plain

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The names of the sentence in runs."""
        return tuple(group_names(self.names, self.plain))

    @cached_property
    def word(self) -> int:
        """The index of the word that the sum starts with in the parse, or -1."""
        if self.sentence is None:
            return -1
        return next((at for at, word in enumerate(self.sentence.words) if word.end > self.start), -1)

    @cached_property
    def acts_before(self) -> tuple[Act, ...]:
        """The verbs of giving that end before the sum, nearest first."""
        return tuple(act for act in reversed(self.wording.acts) if act.end <= self.start and self._gives(act))

    def _gives(self, act: Act) -> bool:
        """Tell whether a verb can give the sum: one of giving, or one of help "with" it, whose object is no paper."""
        if self._is_noun(act):
            return False
        if act.verb.role == "support":
            return bool(_WITH.search(self.plain, act.end, self.start)) and self.start - act.end < _WITH_REACH
        return act.verb.role in GIVING and not _PAPER.match(self.plain, act.end)

    def _is_noun(self, act: Act) -> bool:
        """Tell whether the parse takes the word for a noun ("the pledge exceeded"); headlines are not asked."""
        if (
            self.sentence is None
            or act.modal
            or act.perfect
            or act.passive
            or self.page.section_at(self.start) is Section.TITLE
        ):
            return False
        word = next((word for word in self.sentence.words if word.start <= act.start < word.end), None)
        return word is not None and word.pos in ("NOUN", "PROPN", "ADJ") and not act.past and not act.gerund

    @cached_property
    def act_after(self) -> Act | None:
        """The verb that follows the sum and has it as its subject: "was allocated", "will go to", "pledged by"."""
        for act in self.wording.acts:
            if self.end <= act.start < self.right and act.verb.role in GIVING:
                gap = act.group_start - self.end
                told = act.passive or act.verb.role == "flow" or (act.past and gap <= _PASSIVE_GAP // 3)
                which = _WHICH.fullmatch(self.plain, self.end, act.group_start) is not None
                bare = act.past and _HELPED.fullmatch(self.plain, self.end, act.group_start) is not None
                near = which or bare or (told and gap <= _PASSIVE_GAP)
                return act if near and self._is_clear(self.end, act.group_start) else None
        return None

    def _is_clear(self, start: int, end: int) -> bool:
        return not any(sign in self.plain[start:end] for sign in (",", ";", ":", ".", " and ", " but "))

    @cached_property
    def act_above(self) -> Act | None:
        """The verb of giving that the parse puts above the sum."""
        if self.sentence is None or self.word < 0:
            return None
        words, at = self.sentence.words, self.word
        starts = {act.start: act for act in self.wording.acts if self._gives(act)}
        for _ in range(_CLIMB):
            act = starts.get(words[at].start)
            if act is not None and words[at].pos in ("VERB", "AUX"):
                return act
            if words[at].head == at:
                return None
            at = words[at].head
        return None

    @cached_property
    def acts(self) -> tuple[tuple[Act, str], ...]:
        """The verbs that can govern the sum, the likeliest first, each with the rule that found it."""
        found = list[tuple[Act, str]]()
        if self.act_after:
            found.append((self.act_after, "verb after"))
        near = self.acts_before[0] if self.acts_before else None
        above = self.act_above
        if (
            above
            and above.end <= self.start
            and (near is None or above.start >= near.start or _weight(above) >= _weight(near))
        ):
            found.append((above, "verb above"))
        elif above and above.start >= self.end and not found and (above.passive or above.verb.role == "flow"):
            found.append((above, "verb after"))
        found += [(act, "verb before") for act in self.acts_before if all(act != one for one, _ in found)]
        return tuple(found)


def _weight(act: Act) -> float:
    return act.verb.weight


def groups_after(sight: Sight) -> list[Group]:
    """Return the runs of names behind a sum that still belong to it."""
    limit = min(sight.right, sight.end + _REACH)
    return [g for g in sight.groups if g[0].span.start >= sight.end and g[0].span.start < limit]
