"""Find for whom people sign, who leads a coalition and who works under an agreement: parties that a phrase tells."""

import re
from collections import Counter
from collections.abc import Iterator

from pledgebook.extract.deeds.cast import Cast, Holder
from pledgebook.extract.deeds.clauses import Clause
from pledgebook.extract.deeds.groups import is_way
from pledgebook.extract.deeds.instruments import Deed
from pledgebook.extract.deeds.named_bodies import has_office
from pledgebook.model.deeds import words_of
from pledgebook.model.naming import Named, Surface

_STATES = (Surface.COUNTRY, Surface.ADJECTIVE, Surface.HOLDER, Surface.OFFICE)
_NAMED = (*_STATES, Surface.ORGANISATION, Surface.COMPANY, Surface.FUND, Surface.MINISTRY, Surface.GROUP)
_BODIES = (Surface.ORGANISATION, Surface.COMPANY, Surface.FUND)
_GATHERED = re.compile(r"\b((?:[A-Z][\w-]+ )+(leaders|ministers|members|countries|nations|states))\b")
_NEAR = 4_000  # characters looked back for whose leaders gather
_AFTER = 12  # words after "on behalf of" in which the name stands: "the Government of the Democratic Republic of Peru"
_LEADERS = 20  # words behind a coalition in which those who lead it stand
_PAIR = 2
_KEEPER = 3  # times that a page must name the body whose list of agreements it is
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
    if has_office(clause, start, stop):
        return
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
    elif is_framework(clause, deed):
        yield from _working(cast, clause, deed)


def _leads(clause: Clause, at: int) -> bool:
    return clause.word_at(at) in ("led", "chaired", "hosted", "co-led", "co-chaired") and clause.word_at(at + 1) == "by"


def is_framework(clause: Clause, deed: Deed) -> bool:
    """Tell whether something is done through an agreement that bears a name: "under the Andes Water Agreement"."""
    start = clause.chunk(deed.noun)[0]
    named = clause.words[deed.noun].text[:1].isupper()
    return named and is_way(clause, start) and not words_of("worldwide") & set(clause.lower[start : deed.noun])


def _working(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield the states that a sentence tells to work together under an agreement, where they are few."""
    states = dict[str, Holder]()
    for named in cast.names_in(clause.sentence.start, clause.words[deed.noun].end):
        code = named.acts_for or named.code
        if named.kind in (*_STATES, Surface.ORGANISATION) and code and not named.place:
            states.setdefault(code, Holder(named.span.start, named.span.end, "whom it joins", "party"))
    if 1 < len(states) <= _FEW:
        yield from states.values()


def find_signer(clause: Clause, verb: int) -> int:
    """Return the subject of a verb of signing; a past tense that the parser took for a participle has one too."""
    subject = clause.find_subject(verb)
    talked = clause.word_at(subject) in words_of("talking")
    if (subject < 0 or talked) and clause.word_at(verb - 1) == "to":
        before = next((at for at in range(verb - 1, -1, -1) if clause.is_finite(at)), -1)
        return clause.find_subject(before) if before >= 0 else -1
    if subject >= 0 or clause.tag_at(verb) != "VBN" or any(clause.is_finite(at) for at in range(len(clause))):
        return subject
    at = clause.group_start(verb) - 1
    if clause.word_at(at) == ")":
        at = next((here - 1 for here in range(at, -1, -1) if clause.word_at(here) == "("), -1)
    return at if clause.is_noun(at) else -1


def find_both(cast: Cast, clause: Clause, subject: int) -> tuple[Holder, ...]:
    """Return the two states that a sentence names before "the two sides", by a name or by who acts for one."""
    start, end = clause.chunk(subject)
    if not {"two", "both"} & set(clause.lower[start:end]) or not words_of("pair") & set(clause.lower[subject:end]):
        return ()
    states = dict[str, Holder]()
    for named in cast.names_in(clause.sentence.start, clause.words[start].start):
        code = named.acts_for or named.code
        if code and named.kind in (*_STATES, Surface.CAPITAL):
            states.setdefault(code, Holder(named.span.start, named.span.end, "of the two", "party"))
    return tuple(states.values()) if len(states) == _PAIR else ()


def find_gathered(cast: Cast, clause: Clause, subject: int) -> Holder | None:
    """Return whose leaders gather where a sentence says "leaders" alone: "Pacific leaders" named before."""
    if subject < 0 or clause.words[subject].tag != "NNS" or clause.chunk(subject) != (subject, subject + 1):
        return None
    start = max(clause.sentence.start - _NEAR, 0)
    told = _GATHERED.finditer(cast.page.plain, start, clause.sentence.start)
    fits = [one for one in told if one.group(2) == clause.word_at(subject)]
    return Holder(fits[-1].start(1), fits[-1].end(1), "who gathers", "group") if fits else None


def find_bought(clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield the firm that another one agrees to buy or to join with: "an agreement to acquire 40 percent of Boro"."""
    for at in range(deed.noun_end, min(deed.end, len(clause))):
        if clause.lemma_at(at) in ("acquire", "merge", "purchase") and clause.tag_at(at) == "VB":
            last = next((here for here in range(deed.end - 1, at, -1) if clause.is_noun(here)), -1)
            if last > 0 and clause.words[last].text[:1].isupper():
                start = next(here for here in range(last, at - 1, -1) if not clause.words[here].text[:1].isupper()) + 1
                yield Holder(clause.words[start].start, clause.words[last].end, "whom it buys", "name")
            return


def find_keeper(cast: Cast) -> Iterator[Named]:
    """Yield the body whose own list a report is: named most of all, more often than any state."""
    counts = Counter(one.name for one in cast.names if one.kind in (*_BODIES, Surface.COUNTRY))
    told = counts.most_common(1)
    best = next((one for one in cast.names if told and one.name == told[0][0]), None)
    if best and best.kind in _BODIES and told[0][1] >= _KEEPER:
        yield best


def is_setting(cast: Cast, named: Named) -> bool:
    """Tell whether a state only says where: "in Washington DC, United States", "the Fiji-based embassy"."""
    plain = cast.page.plain
    if plain[named.span.end : named.span.end + 6] == "-based":
        return True
    before = plain[max(named.span.start - 2, 0) : named.span.start]
    near = cast.name_over(named.span.start - 3, named.span.start - 2) if before == ", " else None
    token = plain[max(named.span.start - 40, 0) : max(named.span.start - 2, 0)].split()[-1:] if before == ", " else []
    listed = plain[named.span.end : named.span.end + 4].startswith((",", " and"))
    apart = near is None or near.kind is Surface.CAPITAL or (near.kind in _BODIES and not listed)
    return bool(token and token[0][:1].isupper()) and apart
