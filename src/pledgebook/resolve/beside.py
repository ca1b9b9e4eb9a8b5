"""What stands beside a sum in its own sentence: the words before and behind it, its verbs, the list it is a row of."""

import re

from pledgebook.model.records import Mention, Part

GETTERS = re.compile(
    r"\b(?:recipients?|beneficiar(?:y|ies)|receivers?)\b[^;]*\b(?:was|were)\b[^;]*\(\s*$", re.IGNORECASE
)
"""Words before what one of several receivers got: "the largest recipients were Malawi ("."""

_LEAD_IN = "lead-in"  # how the rules of what a list's lead-in lends to its rows begin
_DEBT = re.compile(r"\b(?:debts?|arrears|owed)\b", re.IGNORECASE)
_DRAWS = re.compile(r"\b(?:allow|enabl|permit|able|eligible|entitl|access)\w*\b[^.;]{0,60}$", re.IGNORECASE)


def words_before(mention: Mention) -> str:
    """Return what the sentence says before the sum, in one line."""
    return re.sub(r"\s", " ", mention.sentence.quote[: mention.span.start - mention.sentence.start])


def words_behind(mention: Mention) -> str:
    """Return what the sentence says behind the sum, in one line."""
    return " ".join(mention.sentence.quote[mention.span.end - mention.sentence.start :].split())


def own_verbs(mention: Mention) -> tuple[Part, ...]:
    """Return the verbs that govern a sum in its own sentence, without those that a list's lead-in lends it."""
    return tuple(part for part in mention.parts if part.role == "verb" and not part.rule.startswith(_LEAD_IN))


def stands_in_list(mention: Mention) -> bool:
    """Tell whether a sum is an item of a list that a sentence leads in."""
    return any(part.rule.startswith(_LEAD_IN) for part in mention.parts)


def is_of_debt(mention: Mention) -> bool:
    """Tell whether a sum's sentence speaks of debts, which to cancel is to give."""
    return _DEBT.search(mention.sentence.quote) is not None


def may_be_drawn(mention: Mention, verb: Part) -> bool:
    """Tell whether the words before a verb allow what it says: "enabling the government to withdraw"."""
    return _DRAWS.search(mention.sentence.quote[: max(verb.span.start - mention.sentence.start, 0)]) is not None
