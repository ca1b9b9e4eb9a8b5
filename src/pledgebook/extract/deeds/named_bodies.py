"""Tell which words of a sentence name a body or firm that no table holds, and where its whole name ends."""

from pledgebook.extract.deeds.cast import Cast, Holder
from pledgebook.extract.deeds.clauses import Clause
from pledgebook.model.deeds import load_speakers, words_of
from pledgebook.model.naming import Surface


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
    if clause.tag_at(end) == "JJ" and is_body(clause, end + 1):
        end += 2
    while clause.word_at(end) in ("of", "for", "at") and clause.words[end - 1].text[:1].isupper():
        after = end + 1 + (clause.word_at(end + 1) == "the")
        if not (clause.is_noun(after) and clause.words[after].text[:1].isupper()):
            break
        end = clause.chunk(after)[1]
    return end
