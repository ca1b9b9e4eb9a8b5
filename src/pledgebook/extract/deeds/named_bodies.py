"""Tell which words of a sentence name a body or firm that no table holds, and where its whole name ends."""

import re

from pledgebook.extract.deeds.cast import Cast, Holder
from pledgebook.extract.deeds.clauses import Clause
from pledgebook.model.deeds import load_speakers, words_of
from pledgebook.model.naming import Named, Surface

_JOINT = re.compile(
    r"[a-z.](?:(?<=Corporation)|(?<=Company)|(?<=Limited)|(?<=Ltd)|(?<=University)|(?<=Institute)|(?<=Foundation)"
    r"|(?= and the ))( and (?:the )?)(?=[A-Z])"
)
_BRACKET = 5  # words that a short form in brackets may take, the brackets with it
_STATE = 9  # words behind a ministry in which its state stands


def own_words(cast: Cast, clause: Clause, first: int, end: int) -> Holder | None:
    """Return the body whose name its own words show: "Kenyan firm Boro", "Metro Lima"."""
    start = -1
    if clause.words[end - 1].text.islower() and is_body(clause, end - 1) and clause.words[first].tag == "NNP":
        known = cast.names_in(clause.words[first].start, clause.words[end - 1].end)
        start = first if not known else -1
    else:
        start = next((at + 1 for at in range(end - 2, first - 1, -1) if is_body(clause, at)), -1)
        named = start > 0 and clause.words[start].text[:1].isupper() and clause.words[start - 1].text.islower()
        start = start if named else -1
    last = cast.name_over(clause.words[end - 1].start, clause.words[end - 1].end)
    if start < 0 and last and last.kind is Surface.CAPITAL and _is_firm(clause, first, end):
        start = first
    return Holder(clause.words[start].start, clause.words[end - 1].end, "body", "name") if start >= 0 else None


def _is_firm(clause: Clause, first: int, end: int) -> bool:
    """Tell whether a name that ends in a city's is a firm's: "Metro Lima"."""
    own = clause.words[first : end - 1]
    return bool(own) and all(word.tag == "NNP" and word.text[:1].isupper() for word in own)


def is_body(clause: Clause, at: int) -> bool:
    """Tell whether a word says what sort of body the next one names: "the oil company Petrona"."""
    told = load_speakers().get(clause.word_at(at))
    return clause.word_at(at) in words_of("firm") or (told is not None and told.kind == "body")


def is_portfolio(clause: Clause, at: int) -> bool:
    """Tell whether a name is what an office is for, not a party: "the vice-president of Risk and Control"."""
    told = load_speakers().get(clause.word_at(at - 2))
    return clause.word_at(at - 1) in ("of", "for") and told is not None and told.kind == "office"


def whole_name(clause: Clause, end: int) -> int:
    """Return where a name ends that "of" and "at" carry on: "the School of Public Health at Lima University"."""
    end = after_bracket(clause, end)
    if clause.tag_at(end) == "JJ" and is_body(clause, end + 1):
        end += 2
    while clause.word_at(end) in ("of", "for", "at") and (
        clause.words[end - 1].text[:1].isupper() or clause.word_at(end - 1) == ")"
    ):
        after = end + 1 + (clause.word_at(end + 1) == "the")
        if not (clause.is_noun(after) and clause.words[after].text[:1].isupper()):
            break
        end = clause.chunk(after)[1]
    return end


def after_bracket(clause: Clause, end: int) -> int:
    """Return where a short form in brackets behind a name ends, else the same place."""
    if clause.word_at(end) != "(":
        return end
    return next((at + 1 for at in range(end, min(end + _BRACKET, len(clause))) if clause.word_at(at) == ")"), end)


def has_office(clause: Clause, start: int, end: int) -> bool:
    """Tell whether words name an office: "the Minister", "Operations Vice President"."""
    told = (load_speakers().get(word) for word in clause.lower[start:end])
    return any(one and one.kind == "office" for one in told)


def after_office(clause: Clause, end: int, stop: int) -> int:
    """Return where the next of a list starts behind an office whose state is not told: "the Minister of Roads and"."""
    joined = range(end, stop - 1)
    return next((at + 1 for at in joined if clause.word_at(at) == "and" and clause.tag_at(at + 1) == "DT"), stop)


def is_generic(words: str) -> bool:
    """Tell whether a word alone is no name of a body: "Group", "Bank"."""
    return words.lower() == "group" or words.lower() in load_speakers()


def state_of_ministry(cast: Cast, clause: Clause, end: int) -> Named | None:
    """Return the state that stands behind a ministry's name: "the Department of Defense of the Republic of Kenya"."""
    last = min(end + _STATE, len(clause)) - 1
    told = cast.name_over(clause.words[end - 1].start, clause.words[end - 1].end)
    body = told is not None and told.kind is Surface.MINISTRY
    if not body or clause.word_at(end) != "of" or last <= end:
        return None
    names = cast.names_in(clause.words[end].start, clause.words[last].end)
    state = next((one for one in names if one.kind in (Surface.COUNTRY, Surface.MINISTRY) and one.acts_for), None)
    between = cast.page.plain[clause.words[end].end : state.span.start].split() if state else ["and"]
    return state if set(map(str.lower, between)) <= {"the", "republic", "democratic", "socialist", "of"} else None


def end_of_name(cast: Cast, clause: Clause, end: int) -> int:
    """Return where the name that a word belongs to ends, which may be longer than the word's own group."""
    named = cast.name_over(clause.words[end - 1].start, clause.words[end - 1].end)
    while named and end < len(clause) and clause.words[end].start < named.span.end:
        end += 1
    return end


def end_at(clause: Clause, offset: int) -> int:
    """Return the word behind the one that ends at an offset."""
    return next((at + 1 for at, word in enumerate(clause.words) if word.end >= offset), len(clause))


def split_joint(cast: Cast, holder: Holder) -> tuple[Holder, ...]:
    """Return the bodies that one wording joins: "the University of Lima and the Peru Council for Forests"."""
    words = cast.page.plain[holder.start : holder.end]
    joint = _JOINT.search(words)
    named = cast.name_over(holder.start, holder.end)
    if joint is None or "\n\n" in words or (named and (named.code or named.acts_for)):
        return (holder,)
    first = Holder(holder.start, holder.start + joint.start(1), holder.rule, "name")
    return first, Holder(holder.start + joint.end(1), holder.end, holder.rule, "name")
