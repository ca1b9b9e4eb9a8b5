"""Find who makes an agreement: named beside it, acting on it, or whom the report speaks of most."""

from collections.abc import Iterator
from functools import cache

from pledgebook.extract.deeds.cast import Cast, Holder, rank_states
from pledgebook.extract.deeds.clauses import Clause
from pledgebook.extract.deeds.groups import name_start
from pledgebook.extract.deeds.holders import find_holder
from pledgebook.extract.deeds.instruments import Deed
from pledgebook.extract.deeds.known import half_of
from pledgebook.extract.deeds.listed import BODIES, as_party, find_listed
from pledgebook.extract.deeds.named_bodies import split_joint
from pledgebook.extract.deeds.represented import (
    find_both,
    find_bought,
    find_gathered,
    find_keeper,
    find_leaders,
    find_represented,
    find_signer,
    is_framework,
    is_setting,
)
from pledgebook.model.deeds import load_speakers, words_of
from pledgebook.model.naming import Named, Surface
from pledgebook.model.records import Part, Section
from pledgebook.model.reference import aliases

_PLACES = frozenset({Surface.PRONOUN, Surface.CAPITAL, Surface.REGION, Surface.PEOPLE})
_SIGNERS = frozenset({Surface.HOLDER, Surface.OFFICE, Surface.COUNTRY, Surface.MINISTRY}) | BODIES
_SENDERS = frozenset({Surface.GROUP}) | BODIES
_BESIDE = frozenset({"and", "&", ",", "(", ")", "the", "as", "well", "/"})
_PAIR = 2
_LIST = 28  # words that a list of parties may take
_OFFICE = 8  # words between an office and the state it is of: "Ambassador Extraordinary and Plenipotentiary of Peru"


def find_parties(cast: Cast, clause: Clause, deed: Deed) -> list[Part]:
    """Return who makes an agreement: named beside it, the subject of its verb, else whom the report speaks of."""
    told = [*find_represented(cast, clause)]
    if _count(told) < _PAIR:
        told += [*_parties_beside(cast, clause, deed)] or [*_parties_of_office(cast, clause, deed)]
        told += _parties_before(cast, clause, deed)
        told += _parties_acting(cast, clause, deed)
        told += find_leaders(cast, clause, deed) if deed.verb < 0 else ()
        told += () if told else _parties_together(cast, clause, deed)
    told = [one for holder in told for one in split_joint(cast, holder)]
    if _count(told) == 1:
        told += [*_parties_served(cast, clause, deed), *find_bought(clause, deed), *_lenders(cast, clause, deed)]
    if len({code_of(cast, holder) for holder in told}) < _PAIR and not any(holder.sort == "group" for holder in told):
        told += _parties_about(cast, clause, deed, told)
    return [Part("party", cast.page.cut(one.start, one.end), one.rule) for one in _once(cast, told)]


def _parties_served(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield the body whose money an agreement that one signs is about: "signed an agreement to secure WHO funding"."""
    if deed.verb < 0 or clause.lemma_at(deed.verb) not in ("sign", "ink"):
        return
    for named in cast.names_in(clause.words[deed.noun_end - 1].end, clause.words[min(deed.end, len(clause)) - 1].end):
        after = cast.page.plain[named.span.end :].split(maxsplit=1)[:1]
        if (
            named.kind in BODIES
            and named.code
            and after
            and after[0].strip(".,;") in ("funding", "financing", "budget")
        ):
            yield Holder(named.span.start, named.span.end, "whose money it is about", "party")
            return


def _lenders(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield whose money an agreement is about: "signed a deal for a 5 million dollar loan from the World Bank"."""
    for at in range(deed.noun, min(deed.end + 2, len(clause) - 1)):
        if clause.word_at(at) == "from" and clause.lemma_at(at - 1) in words_of("lent"):
            yield from find_listed(cast, clause, at + 1, min(at + 12, len(clause)), "whose money it is about")
            return


def _count(holders: list[Holder]) -> int:
    return len({(holder.start, holder.end) for holder in holders})


def _once(cast: Cast, holders: list[Holder]) -> list[Holder]:
    """Return the parties without those that the same code or the same words named before."""
    seen, kept = set[str](), list[Holder]()
    for holder in holders:
        code = code_of(cast, holder)
        if code not in seen:
            seen.add(code)
            kept.append(holder)
    return kept


def code_of(cast: Cast, holder: Holder) -> str:
    """Return the code of a party, or its words in lower case."""
    named = [one for one in cast.names_in(holder.start, holder.end) if one.span.end == holder.end]
    return (
        (named[-1].acts_for or named[-1].code or named[-1].name)
        if named
        else cast.page.plain[holder.start : holder.end].lower()
    )


def _parties_beside(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield the parties after "with" and "between", and the names they are joined with."""
    for at in range(deed.noun_end, max(deed.end, deed.noun_end)):
        if clause.word_at(at) in ("with", "between"):
            yield from find_listed(cast, clause, at + 1, min(at + _LIST, len(clause)), f"after {clause.word_at(at)}")
            return
    for at in range(deed.noun_end, len(clause) - 1):
        if clause.word_at(at) == "between":
            told = [*find_listed(cast, clause, at + 1, min(at + _LIST, len(clause)), "after between")]
            yield from told if len(told) > 1 else _signers(cast, clause, at + 1, _end_of_list(clause, at + 1))
            return
    yield from _parties_apart(cast, clause, deed)


def _parties_apart(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield the parties that "with" and "between" tell apart from the agreement's own words."""
    talking = clause.word_at(deed.verb) in words_of("talking")
    for at in range(deed.verb + 1, deed.noun) if talking and deed.verb >= 0 else ():
        if clause.word_at(at) in ("between", "with"):
            yield from find_listed(cast, clause, at + 1, deed.noun, f"after {clause.word_at(at)}")
            return
    if deed.verb >= 0:
        for at in range(deed.noun_end, min(deed.noun_end + 14, len(clause) - 1)):
            if clause.tag_at(at) == "VBG" or (clause.word_at(at) == "," and at > deed.noun_end + 1):
                break
            meeting = clause.word_at(at - 1) in words_of("meeting")
            if (
                clause.word_at(at) == "with"
                and not meeting
                and clause.words[at + 1].text[:1].isupper()
                | (clause.word_at(at + 1) in ("the", "its") or clause.tag_at(at + 1) == "CD")
            ):
                yield from find_listed(cast, clause, at + 1, min(at + 10, len(clause)), "after with")
                return


def _parties_of_office(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield the state or body of the office after "with": "with the director-general of the ministry of Peru"."""
    start = next((at + 1 for at in range(deed.noun_end, len(clause)) if clause.word_at(at) == "with"), -1)
    here = clause.lower[start : start + 5] if start > 0 else ()
    speakers = [load_speakers().get(word) for word in here[: here.index(",") if "," in here else len(here)]]
    if not any(one and one.kind == "office" for one in speakers):
        return
    last = clause.words[_end_of_list(clause, start) - 1].end
    told = [
        one
        for one in cast.names_in(clause.words[start].start, last)
        if one.kind in _SIGNERS and (one.acts_for or one.kind in BODIES)
    ]
    states = [one for one in told if one.kind is Surface.COUNTRY]
    for named in (states or told)[:1]:
        yield Holder(named.span.start, named.span.end, "after with", "party")


def _parties_before(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield the parties named in the agreement's own group: "G7 agreement", "Canada-Ukraine", "Malawi compact"."""
    words, plain = clause.words, cast.page.plain
    first = name_start(clause, deed.noun)
    for named in cast.names_in(words[first].start, words[max(deed.end, deed.noun_end) - 1].end):
        before, after = plain[named.span.start - 1 : named.span.start], plain[named.span.end : named.span.end + 1]
        own = named.code and named.kind not in _PLACES and named.span.quote not in _capitals()
        if named.span.end > words[deed.noun].start:
            yield from _halves(cast, named)
        elif "-" in (before, after) or own:
            yield Holder(named.span.start, named.span.end, "in its name", "party")
    for at in range(first, deed.noun):
        if clause.tag_at(at) == "POS" and at:
            owner = as_party(cast, clause, at - 1)
            if owner:
                yield Holder(owner.start, owner.end, "possessor", owner.sort)


@cache
def _capitals() -> frozenset[str]:
    """Return the names of capitals that are no country's: "Paris", not "Singapore"."""
    countries = {alias.words for alias in aliases() if alias.surface is Surface.COUNTRY}
    return frozenset(alias.words for alias in aliases() if alias.surface is Surface.CAPITAL) - countries


def _halves(cast: Cast, named: Named) -> Iterator[Holder]:
    """Yield the parties that a hyphen joins inside a longer name: "Canada-Ukraine Science Partnership"."""
    for word in named.span.quote.replace("\u2013", "-").split():
        for half in word.split("-") if "-" in word else ():
            known = cast.by_words.get(half)
            if known:
                yield Holder(known.span.start, known.span.end, "hyphen", "party")


def _parties_acting(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield the subject of the agreement's verb with whom it is joined, or who stands after "by"."""
    verb = deed.verb
    if verb < 0:
        return
    if clause.is_passive(verb) or verb == deed.noun_end:
        by = next((at for at in range(verb, min(verb + 6, len(clause))) if clause.word_at(at) == "by"), -1)
        if by >= 0:
            yield from _acting(cast, clause, by + 1, min(by + 14, len(clause)))
            yield from _signers(cast, clause, by + 1, _end_of_list(clause, by + 1))
        return
    subject = find_signer(clause, verb)
    if subject < 0:
        return
    both = [*find_both(cast, clause, subject)]
    if both:
        yield from both
        return
    first = clause.list_start(subject)
    acting = [*_acting(cast, clause, first, subject + 1)]
    yield from acting
    opened = next((at + 1 for at in range(min(first, verb) - 1, -1, -1) if clause.is_finite(at)), 0)
    headline = cast.page.section_at(clause.sentence.start) is Section.TITLE and clause.word_at(first - 1) == ","
    if not acting or headline or "and" in clause.lower[opened : clause.group_start(verb)]:
        yield from _signers(cast, clause, opened, verb)


def _end_of_list(clause: Clause, start: int) -> int:
    """Return where a list of those who sign ends: at a verb or a stop."""
    return next(
        (at for at in range(start, len(clause)) if clause.is_finite(at) or clause.word_at(at) in (";", "in", "during")),
        len(clause),
    )


def _signers(cast: Cast, clause: Clause, start: int, stop: int) -> Iterator[Holder]:
    """Yield the states and bodies of who is listed: "Canadian Minister A and the head of the fund, B, signed"."""
    last = clause.words[stop].start if stop < len(clause) else clause.sentence.end
    kept, before = True, -1
    for named in cast.names_in(clause.words[start].start, last):
        first = next((at for at in range(start, stop) if clause.words[at].start >= named.span.start), stop)
        linked = before >= 0 and set(clause.lower[before:first]) <= _BESIDE
        kept = _is_beside(clause, start, first) and (kept or not linked)
        before = next((at for at in range(first, stop) if clause.words[at].start >= named.span.end), stop)
        short = cast.page.plain[named.span.start - 1 : named.span.start] == "("
        if kept and not short and _can_sign(cast, named):
            yield Holder(named.span.start, named.span.end, "who acts", "party")


def _is_beside(clause: Clause, start: int, at: int) -> bool:
    """Tell whether a name stands among those who act, not in a phrase of place; "of" may tell whose office it is."""
    here = at - 1
    while here >= start and clause.tag_at(here) == "DT":
        here -= 1
    if here < start or clause.tag_at(here) not in ("IN", "TO"):
        return True
    speakers = load_speakers()
    offices = (speakers.get(word) for word in clause.lower[max(here - _OFFICE, start) : here])
    return clause.word_at(here) in ("of", "for") and any(one and one.kind in ("office", "group") for one in offices)


def _can_sign(cast: Cast, named: Named) -> bool:
    return (
        named.kind in _SIGNERS
        and bool(named.acts_for or named.kind in BODIES)
        and not (named.place or named.possessive or half_of(cast, named))
        and cast.page.plain[named.span.end : named.span.end + 1] != "-"
    )


def _acting(cast: Cast, clause: Clause, start: int, stop: int) -> Iterator[Holder]:
    """Yield the states and bodies behind the people and names between two words."""
    if any(word in words_of("pair") for word in clause.lower[start:stop]) and not cast.names_in(
        clause.words[start].start, clause.words[stop - 1].end
    ):
        return
    at = start
    while at < stop:
        if clause.is_noun(at) or clause.tag_at(at).startswith("PRP"):
            end = max(clause.chunk(at)[1], at + 1)
            named = cast.name_over(clause.words[end - 1].start, clause.words[end - 1].end)
            placed = named is not None and named.place
            holder = None if placed else as_party(cast, clause, end - 1) or _sent_by(cast, clause, end - 1)
            if holder:
                yield Holder(holder.start, holder.end, "who acts", holder.sort)
            at = end
        at += 1


def _sent_by(cast: Cast, clause: Clause, head: int) -> Holder | None:
    """Return whose team, mission or government acts: "the IMF team", "a delegation from Peru"."""
    start = clause.chunk(head)[0]
    if clause.word_at(head) in words_of("belonging") and head - start < len(("its", "members", "all")):
        told = [one for one in cast.names_in(clause.sentence.start, clause.words[head].start) if one.kind in _SENDERS]
        return Holder(told[-1].span.start, told[-1].span.end, "sent by", "party") if told else None
    if clause.word_at(head) not in words_of("acting_for"):
        return None
    names = cast.names_in(clause.words[start].start, clause.words[head].start)
    if not names and clause.word_at(head + 1) in ("from", "of"):
        end = clause.widen(head)[1]
        names = cast.names_in(clause.words[head].end, clause.words[min(end + 3, len(clause)) - 1].end)
    named = next((one for one in names if one.kind is not Surface.PRONOUN), None)
    return Holder(named.span.start, named.span.end, "sent by", "party") if named else None


def _parties_together(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield the people without a name of their own who make an agreement: "the participants reached an agreement"."""
    subject = clause.find_subject(deed.verb) if deed.verb >= 0 else -1
    gathered = find_gathered(cast, clause, subject)
    if gathered:
        yield gathered
        return
    holder = find_holder(cast, clause, subject) if subject >= 0 else None
    if holder and holder.sort == "group":
        words = set(cast.page.plain[holder.start : holder.end].lower().split())
        if not words & words_of("pair"):
            yield Holder(holder.start, holder.end, "who acts", "group")


def _parties_about(cast: Cast, clause: Clause, deed: Deed, told: list[Holder]) -> Iterator[Holder]:
    """Yield the states that the sentence, then the report, speaks of most, until there are two parties."""
    many = any(code_of(cast, holder).startswith(("G7", "G20", "UN", "NATO")) for holder in told)
    if many or _stands_alone(clause, deed, told) or not _takes_two(clause, deed, told):
        return
    have = {code_of(cast, holder) for holder in told}
    own = range(clause.words[deed.noun].start, clause.words[deed.noun].end)
    for named in _candidates(cast, clause):
        code = named.acts_for or named.code
        if len(have) < _PAIR and code not in have and named.span.start not in own:
            have.add(code)
            yield Holder(named.span.start, named.span.end, "whom the report speaks of", "party")


def _takes_two(clause: Clause, deed: Deed, told: list[Holder]) -> bool:
    """Tell whether the words leave a second party out: they sign, they share it, one stands after "with"."""
    shared = {"their", "bilateral", "trilateral", "both"} & set(clause.lower[max(deed.start - 2, 0) : deed.noun])
    verb = deed.verb if deed.verb >= 0 else deed.noun
    acted = clause.lemma_at(verb) in words_of("two_sided") or clause.word_at(verb) in words_of("making")
    acted = acted or (verb >= deed.noun_end and clause.tag_at(verb) == "VBN" and not clause.is_passive(verb))
    beside = any(holder.rule.startswith("after") for holder in told)
    return bool(shared) or acted or beside or deed.mood in ("standing", "past")


def _candidates(cast: Cast, clause: Clause) -> Iterator[Named]:
    """Yield the states of the sentence, then those of the title and those that the report names often.

    A capital in which something happens, or that opens a report, says nothing of who takes part.
    """
    here = [
        one
        for one in cast.names_in(clause.sentence.start, clause.sentence.end)
        if one.kind is not Surface.CAPITAL and not is_setting(cast, one)
    ]
    if not any(clause.is_finite(at) for at in range(len(clause))):
        yield from find_keeper(cast)
    yield from rank_states(tuple(here))
    acting = {one.acts_for or one.code for one in cast.names if one.kind is not Surface.CAPITAL}
    yield from (one for one in cast.often if (one.acts_for or one.code) in acting)


def _stands_alone(clause: Clause, deed: Deed, told: list[Holder]) -> bool:
    """Tell whether a declaration or treaty is only named, so that nothing says whose it is."""
    shared = {"their", "bilateral", "trilateral"} & set(clause.lower[max(deed.start - 2, 0) : deed.noun])
    beside = any(holder.rule.startswith("after") for holder in told)
    together = is_framework(clause, deed) and bool((words_of("pair") | {"our", "we"}) & set(clause.lower))
    named = clause.words[deed.noun].text[:1].isupper()
    return deed.mood == "standing" and named and not (shared or beside or together)
