"""Find for whom people sign, who leads a coalition and who works under an agreement: parties that a phrase tells."""

from collections.abc import Iterator

from pledgebook.extract.deeds.cast import Cast, Holder
from pledgebook.extract.deeds.clauses import Clause
from pledgebook.extract.deeds.instruments import Deed
from pledgebook.model.deeds import words_of
from pledgebook.model.naming import Surface

_STATES = (Surface.COUNTRY, Surface.ADJECTIVE, Surface.HOLDER, Surface.OFFICE)
_NAMED = (*_STATES, Surface.ORGANISATION, Surface.COMPANY, Surface.FUND, Surface.MINISTRY, Surface.GROUP)
_AFTER = 12  # words after "on behalf of" in which the name stands: "the Government of the Democratic Republic of Peru"
_LEADERS = 20  # words behind a coalition in which those who lead it stand
_FEW = 3  # states that a sentence on work under an agreement may name for all of them to be its parties


def find_represented(cast: Cast, clause: Clause) -> Iterator[Holder]:
    """Yield for whom people sign: "A signed on behalf of the Government of Peru and B on behalf of the World Bank"."""
    if "behalf" not in clause.lower:
        return
    for at, word in enumerate(clause.lower):
        if word == "behalf" and clause.word_at(at + 1) == "of":
            stop = min(at + 2 + _AFTER, len(clause))
            stop = next((end for end in range(at + 2, stop) if clause.word_at(end) in ("and", ",", ";")), stop)
            yield from _first_named(cast, clause, at + 2, stop)


def _first_named(cast: Cast, clause: Clause, start: int, stop: int) -> Iterator[Holder]:
    """Yield the party named first between two words, or the capitalised words that open them."""
    last = min(stop, len(clause)) - 1
    if last < start:
        return
    names = cast.names_in(clause.words[start].start, clause.words[last].end)
    told = next((one for one in names if one.kind in _NAMED and (one.code or one.acts_for)), None)
    if told:
        yield Holder(told.span.start, told.span.end, "on behalf of", "party")
        return
    first = start + (clause.tag_at(start) == "DT")
    if clause.is_noun(first) and clause.words[first].text[:1].isupper():
        end = clause.chunk(first)[1]
        yield Holder(clause.words[first].start, clause.words[end - 1].end, "on behalf of", "name")


def find_leaders(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield who leads a coalition or works under an agreement that is only named."""
    led = next((at for at in range(deed.noun_end, min(deed.noun_end + _LEADERS, len(clause))) if _leads(clause, at)), 0)
    if led:
        stop = next((at for at in range(led + 2, len(clause)) if clause.is_finite(at)), len(clause))
        last = clause.words[stop - 1].end
        for named in cast.names_in(clause.words[led].start, last):
            if named.kind in _NAMED and (named.code or named.acts_for):
                yield Holder(named.span.start, named.span.end, "leads it", "party")
    elif is_way(clause, deed):
        yield from _working(cast, clause, deed)


def _leads(clause: Clause, at: int) -> bool:
    return clause.word_at(at) in ("led", "chaired", "hosted", "co-led", "co-chaired") and clause.word_at(at + 1) == "by"


def is_way(clause: Clause, deed: Deed) -> bool:
    """Tell whether something is done through an agreement that bears a name: "under the Andes Water Agreement"."""
    start = clause.chunk(deed.noun)[0]
    way = {"under", "through", "via", "within"} & set(clause.lower[max(start - 2, 0) : start + 1])
    named = clause.words[deed.noun].text[:1].isupper()
    return named and bool(way) and not words_of("worldwide") & set(clause.lower[start : deed.noun])


def _working(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield the states that a sentence tells to work together under an agreement, where they are few."""
    states = dict[str, Holder]()
    for named in cast.names_in(clause.sentence.start, clause.words[deed.noun].end):
        code = named.acts_for or named.code
        if named.kind in (*_STATES, Surface.ORGANISATION) and code and not named.place:
            states.setdefault(code, Holder(named.span.start, named.span.end, "whom it joins", "party"))
    if 1 < len(states) <= _FEW:
        yield from states.values()
