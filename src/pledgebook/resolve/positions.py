"""State what each position of a report says: who holds it, the stance, on what, under which condition, who tells it."""

from collections.abc import Iterator, Mapping, Sequence

from pledgebook.model.deeds import Frame, frames_by_key
from pledgebook.model.naming import Names, Surface
from pledgebook.model.records import Document, How, Mention, Part, Statement
from pledgebook.model.values import Stance, Text
from pledgebook.resolve.actors import Known, find_named, name_actor, name_government, name_principal

_FROM_ELSEWHERE = frozenset({"pronoun", "nominal", "author", "quote", "we"})
_HEADS = frozenset({"president", "prime minister", "chancellor", "king"})
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

    Who declares support in an office declares it for the government; who refuses, demands or objects stays a person,
    and so does everybody in a report that quotes people at length.
    """
    part = parts["actor"]
    owner, _, way = part.rule.partition(" ")
    found, _, sort = way.partition(" ")
    inside = mention.sentence.start <= part.span.start < mention.sentence.end
    how = How.SAID if inside and found not in _FROM_ELSEWHERE else How.SENTENCE if inside else How.DOCUMENT
    reason = f"{_OWNERS.get(owner, owner)}: “{' '.join(part.span.quote.split())}”"
    if how is How.DOCUMENT:
        reason += ", named elsewhere in the report"
    principal = name_principal(part.span, known)
    if principal:
        spoken = f"{reason}, who speaks for others"
        return Statement(mention.id, "actor", principal, "speaks for others", how, part.span, spoken)
    declared = found == "we" or "own" in parts or (parts["stance"].rule in _DECLARED and not known.quotes)
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
    own = "own" in parts or _tells_of_own(parts, known)
    if stance is Stance.DEMANDS and own and name_government(parts["actor"].span, known):
        stance, reason = Stance.SUPPORTS, f"{reason}, said of what a government is to do itself"
    return Statement(mention.id, "stance", Text(stance.value), part.rule, How.SAID, part.span, reason)


def _tells_of_own(parts: Mapping[str, Part], known: Known) -> bool:
    """Tell whether who speaks in office says what his own country should do: "the president said Peru should join"."""
    if parts["stance"].rule != "clause obliged":
        return False
    start, speaker = parts["on"].span.start, find_named(parts["actor"].span, known)
    meant = next((one for at, one in known.names.items() if at[0] == start and one.kind is Surface.COUNTRY), None)
    heads = speaker is not None and speaker.office in _HEADS
    return heads and meant is not None and bool(meant.code) and speaker is not None and meant.code == speaker.acts_for


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
