"""Read the parties of a list: "Peru, the University of Lima and the head of the bank", and who stands behind each."""

from collections.abc import Iterator

from pledgebook.extract.deeds.cast import Cast, Holder
from pledgebook.extract.deeds.clauses import Clause
from pledgebook.extract.deeds.holders import find_holder
from pledgebook.extract.deeds.named_bodies import (
    after_bracket,
    after_office,
    end_at,
    end_of_name,
    has_office,
    is_body,
    is_generic,
    is_portfolio,
    own_words,
    state_of_ministry,
    whole_name,
)
from pledgebook.extract.deeds.places import adds_place
from pledgebook.model.deeds import words_of
from pledgebook.model.naming import Surface
from pledgebook.model.timewords import DAY_NAMES, MONTH_NAMES

BODIES = frozenset({Surface.ORGANISATION, Surface.COMPANY, Surface.FUND})
_TIMES = frozenset((*MONTH_NAMES, *DAY_NAMES))


def find_listed(cast: Cast, clause: Clause, start: int, stop: int, rule: str) -> Iterator[Holder]:
    """Yield the parties of a list: "A, B and C"."""
    at = start
    while at < stop:
        if clause.is_noun(at) or clause.tag_at(at).startswith("PRP"):
            begun = at
            holder, end = _member(cast, clause, at)
            if holder:
                yield Holder(holder.start, holder.end, rule, holder.sort)
            elif end < stop and has_office(clause, begun, end):
                at = after_office(clause, end, stop)
                continue
            at = end
            named = cast.name_over(clause.words[end - 1].start, clause.words[end - 1].end)
            seated = clause.word_at(at) == "," and adds_place(clause, at) and (named is None or named.kind in BODIES)
            if seated or clause.word_at(at) not in (",", "and", "&"):
                return
        elif clause.word_at(at) not in (",", "and", "&", "the", "both") and clause.tag_at(at) not in (
            "DT",
            "JJ",
            "CD",
            "PRP$",
            "NN",
        ):
            return
        at += 1


def _member(cast: Cast, clause: Clause, at: int) -> tuple[Holder | None, int]:
    """Return the party that a list names at a word, and where its name ends."""
    end = end_of_name(cast, clause, clause.chunk(at)[1])
    state = state_of_ministry(cast, clause, end)
    if state:
        return Holder(state.span.start, state.span.end, "ministry", "party"), end_at(clause, state.span.end)
    whole = whole_name(clause, end)
    named = cast.name_over(clause.words[end - 1].start, clause.words[end - 1].end)
    if has_office(clause, at, end) and (named is None or not named.acts_for):
        told = cast.names_in(clause.words[end - 1].end, clause.words[whole - 1].end)
        body = next((one for one in told if one.kind in BODIES or one.acts_for), None)
        return Holder(body.span.start, body.span.end, "office", "party") if body else None, whole
    holder = as_party(cast, clause, (whole if clause.tag_at(end) == "JJ" else end) - 1)
    if holder and clause.words[at].start <= holder.start and not cast.name_over(holder.start, holder.end):
        holder = Holder(holder.start, max(holder.end, clause.words[whole - 1].end), holder.rule, holder.sort)
    return holder, after_bracket(clause, whole)


def as_party(cast: Cast, clause: Clause, head: int) -> Holder | None:
    """Return who can be a party under a noun: a state, a body or firm with a name, a counted group."""
    first, end = clause.chunk(head)
    if (
        clause.words[end - 1].tag in ("NNS", "NNPS")
        and clause.tag_at(first) == "CD"
        and clause.word_at(first) not in ("two", "both")
    ):
        return Holder(clause.words[first].start, clause.words[end - 1].end, "counted", "group")
    told = own_words(cast, clause, first, end)
    if told:
        return told
    holder = None if is_portfolio(clause, first) else as_state(cast, find_holder(cast, clause, head))
    if holder is None or holder.sort == "party":
        return holder
    if holder.sort == "group" and clause.word_at(first - 1) == "with":
        return holder
    words = cast.page.plain[holder.start : holder.end]
    if is_generic(words):
        return None
    named = (
        len(words.split()) > 1
        or words.isupper()
        or cast.name_over(holder.start, holder.end)
        or clause.word_at(end) in ("and", "will")
        or (clause.is_finite(end) and is_body(clause, head - 1))
        or (clause.word_at(first - 1) == "with" and clause.words[head].tag == "NNP")
    )
    return (
        holder
        if words[:1].isupper() and named and words not in _TIMES and not set(words.lower().split()) <= words_of("pair")
        else None
    )


def as_state(cast: Cast, holder: Holder | None) -> Holder | None:
    """Return the state or body that a person signs for, where the report tells it; whoever has none stays away."""
    if holder is None or holder.sort not in ("person", "name"):
        return holder
    office = cast.name_over(holder.start, holder.start + 1)
    if office and office.acts_for and office.kind in (Surface.OFFICE, Surface.HOLDER):
        return Holder(office.span.start, office.span.end, "office", "party")
    words = cast.page.plain[holder.start : holder.end].split()
    surname = words[-1]
    named = cast.offices.get(surname)
    if named:
        return Holder(named.span.start, named.span.end, "office", "party")
    titled = {"excellency", "honourable", "honorable", "hon.", "h.e."} & {word.lower() for word in words}
    return holder if holder.sort != "person" and not titled else None
