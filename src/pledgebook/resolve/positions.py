"""State what each position of a report says: who holds it, the stance, on what, under which condition, who tells it."""

from collections.abc import Iterator, Mapping, Sequence

from pledgebook.model.deeds import Frame, frames_by_key
from pledgebook.model.naming import Names
from pledgebook.model.records import Document, How, Mention, Part, Statement
from pledgebook.model.values import Stance, Text
from pledgebook.resolve.actors import Known, name_actor, name_government

_FROM_ELSEWHERE = frozenset({"pronoun", "nominal", "author", "quote", "we"})
_FLIPPED = {Stance.DEMANDS: Stance.OPPOSES, Stance.OPPOSES: Stance.SUPPORTS, Stance.SUPPORTS: Stance.OPPOSES}


def state_positions(document: Document, mentions: Sequence[Mention], names: Names) -> Iterator[Statement]:
    """Yield every statement on where somebody stands in one report."""
    known = Known(document, names)
    for mention in mentions:
        parts = {part.role: part for part in mention.parts}
        yield _state_actor(mention, parts, known)
        yield _state_stance(mention, parts, known)
        yield from _state_words(mention, parts)


def _state_actor(mention: Mention, parts: Mapping[str, Part], known: Known) -> Statement:
    """State who holds the stance, and from where that was taken.

    Who declares support in an office declares it for the government; who refuses, demands or objects stays a person.
    """
    part = parts["actor"]
    owner, _, way = part.rule.partition(" ")
    found, _, sort = way.partition(" ")
    inside = mention.sentence.start <= part.span.start < mention.sentence.end
    how = How.SAID if inside and found not in _FROM_ELSEWHERE else How.SENTENCE if inside else How.DOCUMENT
    reason = f"{_OWNERS.get(owner, owner)}: “{' '.join(part.span.quote.split())}”"
    if how is How.DOCUMENT:
        reason += ", named elsewhere in the report"
    declared = found == "we" or parts["stance"].rule in _DECLARED or "own" in parts
    government = name_government(part.span, known) if declared else None
    if government:
        return Statement(
            mention.id,
            "actor",
            government,
            "speaks for the government",
            how,
            part.span,
            f"{reason}, who declares support in office",
        )
    return Statement(mention.id, "actor", name_actor(part.span, known, sort), part.rule, how, part.span, reason)


_DECLARED = frozenset(
    {
        "noun support",
        "noun backing",
        "noun solidarity",
        "noun commitment",
        "noun dedication",
        "noun importance",
        "noun will",
        "noun role",
        "noun pride",
        "verb propose",
        "verb aim",
        "verb seek",
        "verb intend",
        "verb pledge",
        "verb vow",
        "verb promise",
        "noun plans",
        "noun intention",
        "verb stand by",
        "verb stand with",
        "verb advocate for",
        "verb advocate",
        "verb prioritise",
        "verb prioritize",
        "clause keeping",
        "clause resolved",
        "clause recommended",
        "clause ceasing",
        "verdict paramount",
        "verdict essential",
        "verdict crucial",
        "verdict vital",
        "verdict priority",
        "verdict cornerstone",
        "verdict pillar",
        "verb commit",
        "verb commit to",
        "adjective steadfast",
        "adjective proud",
    }
)
"""Wordings of support that are spoken for a government."""


_OWNERS = {
    "subject": "subject of the words of stance",
    "agent": "who stands after “by”",
    "possessor": "whose stance the noun tells",
    "premodifier": "whose stance the noun tells",
    "teller": "who voices it",
    "speech": "who says so",
    "list": "who makes the list",
}


def read_stance(frame: Frame, parts: Mapping[str, Part]) -> tuple[Stance, str]:
    """Return the stance of a wording with what turns it round, and why."""
    words = " ".join(frame.words) if frame.kind != "clause" else _READINGS[frame.words[0]]
    if "negation" in parts:
        return frame.negated or Stance.OTHER, f"“{words}”, denied"
    if "forbidding" in parts and frame.stance is Stance.DEMANDS:
        return Stance.OPPOSES, f"“{words}” that something is not to be"
    if "asked" in parts and frame.stance is Stance.SUPPORTS:
        return Stance.DEMANDS, f"“{words}” something from somebody"
    if "hindering" in parts and frame.key in ("verb deny", "adjective adamant"):
        return _FLIPPED[frame.stance], f"“{words}” with “{parts['hindering'].span.quote}”"
    return frame.stance, f"“{words}”"


_READINGS = {
    "obliged": "it must or should be done",
    "resolved": "we must",
    "needless": "there is no need",
    "refusing": "will not",
    "possible": "could",
    "keeping": "will go on",
    "needed": "we need",
    "ceasing": "will end",
    "listed": "an item of a list of demands",
    "recommended": "an item of a list of recommendations",
    "discouraged": "an item of a list of recommendations that says stop",
}


def _state_stance(mention: Mention, parts: Mapping[str, Part], known: Known) -> Statement:
    part = parts["stance"]
    stance, reason = read_stance(frames_by_key()[part.rule], parts)
    if stance is Stance.DEMANDS and "own" in parts and name_government(parts["actor"].span, known):
        stance, reason = Stance.SUPPORTS, f"{reason}, said of what a government is to do itself"
    return Statement(mention.id, "stance", Text(stance.value), part.rule, How.SAID, part.span, reason)


def _state_words(mention: Mention, parts: Mapping[str, Part]) -> Iterator[Statement]:
    """Yield the proposition, the condition, who tells it and which source reports it, in the report's words."""
    for role in ("on", "condition", "speaker", "reported_by"):
        if role in parts:
            part = parts[role]
            yield Statement(
                mention.id,
                role,
                Text(tidy(part.span.quote)),
                part.rule,
                How.SAID,
                part.span,
                f"{role.replace('_', ' ')}, in the report's words",
            )


def tidy(words: str) -> str:
    """Return words on one line, without markup, and without stops and lone quotation marks around them."""
    told = " ".join(words.replace(":abbr[", "").replace("]", "").replace("*", "").split()).strip(" ,.;:")
    if told.count('"') % 2 or told.count("\u201c") != told.count("\u201d"):
        told = "".join(sign for sign in told if sign not in '"\u201c\u201d')
    return told.strip(' ,.;:"\u201c\u201d') or words.strip()
