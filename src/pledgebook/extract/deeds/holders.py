"""Find who holds a stance or joins a deed: a name, a name behind a pronoun, an author behind a letter, a group."""

import re

from pledgebook.extract.deeds.authors import as_author, find_authors, find_pair, find_quoted, is_quoted
from pledgebook.extract.deeds.cast import STATES, Cast, Holder
from pledgebook.extract.deeds.clauses import Clause
from pledgebook.extract.deeds.known import (
    as_named,
    find_body,
    find_members,
    find_officer,
    first_named,
    is_named,
    last_person,
    read_name,
)
from pledgebook.model.deeds import Speaker, load_speakers, words_of
from pledgebook.model.naming import Surface
from pledgebook.model.timewords import LONG_DAY

_HE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_WE = frozenset({"i", "we", "us", "our", "my", "me", "ourselves"})
_STYLES = frozenset({"excellency", "majesty", "highness", "holiness"})
_PRIVATE = frozenset({"union", "party", "charity", "company", "association", "federation", "foundation", "church"})
_COUNTRIES = (Surface.COUNTRY, Surface.ADJECTIVE, Surface.CAPITAL, Surface.MINISTRY)
_DAY = re.compile(LONG_DAY)
_ISSUED = re.compile(
    r"\b(?:released|published|presented|issued|launched|unveiled|adopted|shared|submitted|approved)\b(?! by)"
)
_SUBJECT = 240  # characters before a verb in which the name of who issues a paper may stand
_OPENING = 1_500  # characters looked back for who issued the paper that speaks
_FAR = 20_000  # characters looked back for whom a noun speaks of, so that a long report is read in linear time
_GAP = 400  # characters looked back for a name where nothing was parsed
_BACK = 6  # sentences looked back for what a pronoun stands for


def find_holder(cast: Cast, clause: Clause, head: int) -> Holder | None:
    """Return who the noun or pronoun at an index stands for, or None when it is nobody who can hold a stance."""
    if head < 0:
        return None
    word = clause.word_at(head)
    if clause.tag_at(head).startswith("PRP") or word in _HE | _IT | _THEY | _WE:
        return _follow_pronoun(cast, clause, head)
    named = cast.name_over(clause.words[head].start, clause.words[head].end)
    if named and named.person:
        return as_named(cast, named)
    start, end = clause.chunk(head)
    if clause.tag_at(head + 1) == "POS":
        end = head + 1
    if word in _STYLES and clause.tag_at(start) == "PRP$":
        told = cast.people_in(0, clause.sentence.start)
        return Holder(*told[-1], "pronoun", "person") if told else None
    if word in ("two", "both") and end == start + 1 + (clause.word_at(start) == "the"):
        both = Holder(clause.words[head].start, clause.words[head].end, "group", "group")
        return both if find_pair(cast, both) else None
    return _read_group(cast, clause, start, end)


def find_joined(cast: Cast, clause: Clause, head: int, stop: int) -> tuple[Holder, ...]:
    """Return who else holds a stance with the one at an index: the names joined to it before a verb."""
    if head < 0 or not clause.words[head].text[:1].isupper() or clause.tag_at(head).startswith("PRP"):
        return ()
    start = clause.chunk(head)[0]
    alone = (
        clause.word_at(start - 1) == "and" and clause.word_at(start - 2) == "," and "," not in clause.lower[: start - 2]
    )
    if alone:
        return ()
    end = clause.chunk(head)[1]
    while clause.word_at(end) in ("and", "&", ",") and end + 1 < stop:
        after = end + 1 + (clause.word_at(end + 1) == "the")
        if not clause.is_noun(after):
            break
        end = clause.chunk(after)[1]
    found, at = list[Holder](), clause.list_start(head)
    while at < min(end, max(stop, head)):
        last = max(clause.chunk(at)[1], at + 1) if clause.is_noun(at) else at + 1
        holder = find_holder(cast, clause, last - 1) if clause.is_noun(at) else None
        if holder and holder.sort != "group":
            found.append(holder)
        at = last
    return tuple(found)


def find_listed(cast: Cast, clause: Clause, head: int) -> Holder | None:
    """Return who is named first in a list whose last is nobody: "Peru and sections of the press urged"."""
    start = clause.list_start(head) if head > 0 else head
    if start < 0 or start >= clause.chunk(head)[0]:
        return None
    first = next((at for at in range(start, head) if clause.is_noun(at)), -1)
    holder = find_holder(cast, clause, clause.chunk(first)[1] - 1) if first >= 0 else None
    return holder if holder and holder.sort != "group" else None


def find_earlier(cast: Cast, clause: Clause) -> Holder | None:
    """Return whose priorities are told where nobody is named: the party that the sentences before speak of."""
    titled = [one for one in cast.names_in(*(cast.page.layout.title or (0, 0))) if one.kind in STATES and one.code]
    if titled:
        return Holder(titled[0].span.start, titled[0].span.end, "nominal", "party")
    return _before_sentence(cast, clause, ("party", "name"))


def find_officers(cast: Cast, clause: Clause, head: int) -> tuple[Holder, ...]:
    """Return the states that people in office stand for together: "the foreign ministers of Chile, Peru and Kenya"."""
    if head < 0 or clause.word_at(head) not in words_of("officers"):
        return ()
    at = clause.chunk(head)[1]
    found = list[Holder]()
    while clause.word_at(at) in ("of", ",", "and", "the") or clause.is_noun(at):
        named = cast.name_over(clause.words[at].start, clause.words[at].end)
        if clause.is_noun(at) and (named is None or named.kind not in (*_COUNTRIES, Surface.ORGANISATION)):
            break
        if named and (not found or found[-1].start != named.span.start):
            found.append(Holder(named.span.start, named.span.end, "office", "party"))
        at += 1
    return tuple(found) if len(found) > 1 else ()


def _read_group(cast: Cast, clause: Clause, start: int, end: int) -> Holder | None:
    """Return who a noun group names; a weekday behind it is the time: "the Transport Ministry Sunday said"."""
    while end - 1 > start and _DAY.fullmatch(clause.words[end - 1].text):
        end -= 1
    named = cast.name_over(clause.words[end - 1].start, clause.words[end - 1].end)
    if named and named.kind in (Surface.OFFICE, Surface.MINISTRY) and named.acts_for:
        person = find_officer(cast, named) if named.kind is Surface.OFFICE else None
        return person or Holder(named.span.start, named.span.end, "office", "party")
    while end > start + 1 and clause.tag_at(end - 1) == "POS":
        end -= 1
    owner = next((at for at in range(end - 1, start, -1) if clause.tag_at(at) == "POS"), start - 1)
    if owner + 1 >= end:
        return None
    return _read_owned(cast, clause, (start, owner), owner + 1, end)


def _read_owned(cast: Cast, clause: Clause, owner: tuple[int, int], start: int, end: int) -> Holder | None:
    """Return who a noun group names, or whose government it is: "Australia's Labor government"."""
    speaker = _speaker(clause, end - 1)
    if speaker and speaker.kind == "office" and all(_is_office(word) for word in clause.lower[start:end]):
        first = start + (clause.word_at(start) == "the")
        named = clause.words[end - 1].text[:1].isupper()
        return last_person(cast, clause, " ".join(clause.lower[first:end]), named=named)
    holder = read_name(cast, clause, start, end)
    if speaker is None or (holder and clause.words[end - 1].text[:1].isupper()):
        return holder
    told = _read_noun(cast, clause, start, end, speaker)
    if told is None and owner[1] > owner[0] and clause.word_at(end - 1) in _PRIVATE:
        return _read_people(clause, owner[0], end)
    if told is None and owner[1] > owner[0] and speaker.kind in ("government", "office", "body"):
        return read_name(cast, clause, *owner)
    return told


def _is_office(word: str) -> bool:
    """Tell whether a word belongs to an office's name alone: "the Prime Minister", "the vice president"."""
    told = load_speakers().get(word)
    return word in ("the", "prime", "vice", "-", "deputy", "foreign", "defence", "defense") or bool(
        told and told.kind == "office"
    )


def _speaker(clause: Clause, at: int) -> Speaker | None:
    speakers = load_speakers()
    return speakers.get(clause.word_at(at)) or speakers.get(clause.lemma_at(at))


def _read_noun(cast: Cast, clause: Clause, start: int, end: int, speaker: Speaker) -> Holder | None:
    """Return who a common noun stands for: an author, a body named before, a country, a group."""
    first, last = clause.words[start].start, clause.words[end - 1].end
    adjectives = [named for named in cast.names_in(first, last) if is_named(named)]
    if speaker.kind in ("body", "government"):
        if clause.tag_at(start) == "PRP$":
            return _follow_pronoun(cast, clause, start)
        if adjectives and clause.word_at(end - 1) not in _PRIVATE:
            return Holder(adjectives[0].span.start, adjectives[0].span.end, "adjective", "party")
    if speaker.kind in ("paper", "voice"):
        owner = as_named(cast, adjectives[-1]) if adjectives and speaker.kind == "paper" else None
        author = owner or (_find_author(cast, clause, clause.word_at(end - 1)) if speaker.kind == "paper" else None)
        return author if speaker.kind == "paper" else _read_voice(cast, clause, start, end)
    named = _find_members(cast, clause, start, end) if speaker.kind == "group" else None
    if named:
        return named
    if speaker.kind == "group" or adjectives:
        return _read_people(clause, start, end)
    points_back = clause.word_at(start) in ("the", "this") or speaker.kind in ("author", "government")
    return _find_before(cast, clause, end - 1, speaker) if points_back else None


def _find_members(cast: Cast, clause: Clause, start: int, end: int) -> Holder | None:
    """Return the body that "the officials" or "the foreign ministers" belong to, which was named before."""
    limit, noun = clause.sentence.start, clause.word_at(end - 1)
    if clause.word_at(start) != "the":
        return None
    body = find_members(cast, limit, noun) if noun in words_of("officers") else None
    longer = find_body(cast, limit, noun) if end - start == len(("the", "officials")) else None
    plain = cast.page.plain
    fuller = longer and (body is None or plain[longer.start : longer.end].startswith(plain[body.start : body.end]))
    return longer if fuller else body


def _read_voice(cast: Cast, clause: Clause, start: int, end: int) -> Holder | None:
    """Return the body that a spokesman or official speaks for: "an FCDO spokesman", "a spokesman for the ministry"."""
    parties = cast.names_in(clause.words[start].start, clause.words[end - 1].end)
    if parties:
        return Holder(parties[-1].span.start, parties[-1].span.end, "voice", "party")
    capitals = [
        at
        for at in range(start, end - 1)
        if clause.words[at].text[:1].isupper() and clause.tag_at(at).startswith("NN") and at > 0
    ]
    if capitals:
        return Holder(clause.words[capitals[0]].start, clause.words[capitals[-1]].end, "voice", "name")
    if clause.word_at(end) in ("for", "from", "of", "at", "in"):
        head = next((at for at in range(end + 1, min(end + 8, len(clause))) if clause.is_noun(at)), -1)
        told = _read_group(cast, clause, *clause.chunk(head)) if head >= 0 else None
        if told:
            return told
    return _read_people(clause, start, end) if clause.words[end - 1].tag == "NNS" or start < end - 1 else None


def _read_people(clause: Clause, start: int, end: int) -> Holder:
    """Return a group by its own words, without the article."""
    start -= clause.word_at(start) == "-" and start > 0
    of = clause.word_at(end) == "of" and clause.word_at(start) == "some"
    if (of or clause.word_at(start) in ("the", "these", "those", "both", "all", "a", "an")) and start < end - 1:
        start += 1
    if clause.word_at(end) in ("from", "of") and clause.words[end - 1].tag == "NNS":
        end = clause.widen(end - 1)[1]
    return Holder(clause.words[start].start, clause.words[end - 1].end, "group", "group")


def _find_author(cast: Cast, clause: Clause, paper: str) -> Holder | None:
    """Return who wrote the letter or report that speaks: who published one before, or who is named with it."""
    here = cast.index_of(clause)
    for at in range(here, max(here - 12, -1), -1):
        one = cast.clauses[at]
        for index, word in enumerate(one.words):
            if (
                word.tag.startswith("VB")
                and word.lemma.lower() in words_of("writing")
                and (paper in one.lower[index : index + 12] or word.lemma.lower() == "write")
            ):
                holder = find_holder(cast, one, one.find_subject(index)) if at < here or index < len(one) else None
                if holder and holder.sort != "person":
                    return Holder(holder.start, holder.end, "author", holder.sort)
        issued = _issued_in(cast, one, paper) if at < here else None
        if issued:
            return issued
        for index in range(len(one) - 1):
            if one.word_at(index) in ("report", "study", "paper", "letter", "brief", "analysis") and one.word_at(
                index + 1
            ) in ("by", "from", "of"):
                head = next((near for near in range(index + 2, min(index + 8, len(one))) if one.is_noun(near)), -1)
                holder = _read_group(cast, one, *one.chunk(head)) if head >= 0 else None
                if holder:
                    return Holder(holder.start, holder.end, "author", holder.sort)
    return _find_named_paper(cast, clause, paper) or _find_issuer(cast, clause)


def _find_named_paper(cast: Cast, clause: Clause, paper: str) -> Holder | None:
    """Return whose a paper is by the name before the noun: "a World Bank report", "a Peru Fund (PF) report"."""
    plain, limit = cast.page.plain, clause.sentence.start
    for match in re.finditer(rf"\b{re.escape(paper)}\b", plain[max(limit - _OPENING, 0) : limit]):
        at = max(limit - _OPENING, 0) + match.start() - 1
        at = max(plain.rfind("(", 0, at) - 1, 1) if plain[at - 1 : at] == ")" else at
        named = cast.name_over(at - 1, at)
        if named and is_named(named):
            return Holder(named.span.start, named.span.end, "author", "party")
    return None


def _find_issuer(cast: Cast, clause: Clause) -> Holder | None:
    """Return who issued, adopted or presented something last before a sentence, where that sentence was not parsed."""
    plain, limit = cast.page.plain, clause.sentence.start
    told = [*_ISSUED.finditer(plain, max(limit - _OPENING, 0), limit)]
    for match in reversed(told):
        first = max(
            plain.rfind(". ", 0, match.start()), plain.rfind("\n", 0, match.start()), match.start() - _SUBJECT, 0
        )
        names = [one for one in cast.names_in(first, match.start()) if is_named(one) and not one.person]
        if names and match.start() - names[-1].span.end < len(" ministers have jointly "):
            return Holder(names[-1].span.start, names[-1].span.end, "author", "party")
    return None


def _issued_in(cast: Cast, clause: Clause, paper: str) -> Holder | None:
    """Return who speaks in a paper: "in a joint statement, the ministers said"."""
    at = next((at for at in range(2, len(clause)) if clause.word_at(at) == paper), -1)
    if at < 0 or "in" not in clause.lower[max(at - 4, 0) : at]:
        return None
    verb = next((here for here in range(len(clause)) if clause.is_finite(here) and clause.find_subject(here) >= 0), -1)
    holder = find_holder(cast, clause, clause.find_subject(verb)) if verb >= 0 else None
    return Holder(holder.start, holder.end, "author", holder.sort) if holder else None


def _find_before(cast: Cast, clause: Clause, at: int, speaker: Speaker) -> Holder | None:
    """Return whom "the council", "the minister" or "the country" was called by before."""
    limit, noun = clause.sentence.start, clause.word_at(at)
    if speaker.kind == "office":
        return last_person(cast, clause, noun, named=False)
    if speaker.kind == "body":
        return find_body(cast, limit, noun)
    spoken = [one for one in cast.names_in(limit, clause.words[at].start) if one.person and one.acts_for]
    if spoken and noun in ("country", "nation", "government", "administration"):
        return Holder(spoken[-1].span.start, spoken[-1].span.end, "nominal", "party")
    wanted = (Surface.ORGANISATION,) if noun in ("bloc", "union") else _COUNTRIES
    last = noun in ("country", "nation", "bloc")
    near = [named for named in cast.names_in(max(limit - _FAR, 0), limit) if named.kind in wanted]
    chosen = near[-1 if last else 0] if near else None
    return Holder(chosen.span.start, chosen.span.end, "nominal", "party") if chosen else None


def _follow_pronoun(cast: Cast, clause: Clause, head: int) -> Holder | None:
    """Return who a pronoun stands for: who speaks, who is named in this sentence, who was the subject before."""
    word = clause.word_at(head)
    if word in _WE:
        return _find_speaker_once(cast, clause, head)
    sorts = ("person",) if word in _HE else ("party", "name") if word in _IT else ("group", "name")
    found = _in_sentence(cast, clause, head, sorts) or _before_sentence(cast, clause, sorts)
    return Holder(found.start, found.end, "pronoun", found.sort) if found else None


def _before_sentence(cast: Cast, clause: Clause, sorts: tuple[str, ...]) -> Holder | None:
    """Return who was the subject before a sentence, or was named in a sentence between that was not parsed."""
    here, start = cast.index_of(clause), clause.sentence.start
    for at in range(here - 1, max(here - _BACK, -2), -1):
        one = cast.clauses[at] if at >= 0 else None
        end = one.sentence.end if one else 0
        between = first_named(cast, max(end, start - _GAP), start, sorts) if start - end > len("  \\\n") * 2 else None
        if at == here - 1 and one and not between and _is_of_paper(one):
            return None
        found = between or (_first_subject(cast, one, sorts) if one else None)
        if found or one is None:
            return found
        start = one.sentence.start
    return None


def _is_of_paper(clause: Clause) -> bool:
    """Tell whether a sentence speaks of a paper or a plan, for which "it" stands next: "the declaration called"."""
    verb = next((at for at in range(len(clause)) if clause.is_finite(at)), -1)
    speaker = load_speakers().get(clause.lemma_at(clause.find_subject(verb))) if verb >= 0 else None
    return speaker is not None and speaker.kind == "paper"


def _in_sentence(cast: Cast, clause: Clause, head: int, sorts: tuple[str, ...]) -> Holder | None:
    """Return who is subject to the left of a pronoun in its sentence."""
    for at in range(head - 1, -1, -1):
        if clause.is_finite(at) and clause.group_start(at) <= at:
            subject = clause.find_subject(at)
            if 0 <= subject < head and not clause.tag_at(subject).startswith("PRP"):
                holder = _read_group(cast, clause, *clause.chunk(subject))
                if holder and _fits(cast, holder, sorts):
                    return holder
    return first_named(cast, clause.sentence.start, clause.words[head].start, sorts)


def _fits(cast: Cast, holder: Holder, sorts: tuple[str, ...]) -> bool:
    """Tell whether a holder can stand behind a pronoun of these sorts; a paper stands for those who wrote it."""
    if "person" in sorts and holder.sort == "name":
        return not words_of("not_people") & set(cast.page.plain[holder.start : holder.end].split())
    return holder.sort in sorts or ("party" in sorts and holder.rule == "author")


def _first_subject(cast: Cast, clause: Clause, sorts: tuple[str, ...]) -> Holder | None:
    """Return the subject of a sentence's first verb that fits, else who is named first in it."""
    for at in range(len(clause)):
        if clause.is_finite(at):
            subject = clause.find_subject(at)
            if subject >= 0 and not clause.tag_at(subject).startswith("PRP"):
                holder = _read_group(cast, clause, *clause.chunk(subject))
                if holder and _fits(cast, holder, sorts):
                    return holder
    if "group" in sorts:
        return _last_group(clause)
    return first_named(cast, clause.sentence.start, clause.sentence.end, sorts)


def _last_group(clause: Clause) -> Holder | None:
    """Return the people named last in a sentence whose subject is none: "it was met with relief by doctors"."""
    for at in range(len(clause) - 1, -1, -1):
        speaker = _speaker(clause, at)
        start = clause.chunk(at)[0]
        if speaker and speaker.kind == "group" and clause.tag_at(at) == "NNS" and clause.word_at(start - 1) == "by":
            return _read_people(clause, *clause.chunk(at))
    return None


def _find_speaker_once(cast: Cast, clause: Clause, head: int) -> Holder | None:
    """Return who says "we", nobody where that is being asked: "our government said" would ask who "our" is forever."""
    asked = (clause.sentence.start, head)
    if asked in cast.being_asked:
        return None
    cast.being_asked.add(asked)
    try:
        return _find_speaker(cast, clause, head)
    finally:
        cast.being_asked.discard(asked)


def _find_speaker(cast: Cast, clause: Clause, head: int) -> Holder | None:
    """Return who says "we" or "I": whose statement the report is, else the subject of the verb of speech near by."""
    authors = () if is_quoted(cast, clause.words[head].start) else find_authors(cast)
    if authors:
        return as_author(authors[0], "we" if clause.word_at(head) in ("we", "us", "our", "ourselves") else "author")
    here = cast.index_of(clause)
    for at in _order_around(cast, here):
        if 0 <= at < len(cast.clauses):
            one = cast.clauses[at]
            for index, word in enumerate(one.words):
                if word.lemma.lower() in words_of("saying") and one.is_finite(index):
                    holder = _said_by(cast, one, index)
                    if holder:
                        return Holder(holder.start, holder.end, "quote", holder.sort)
    return find_quoted(cast, clause, head)


def _order_around(cast: Cast, here: int) -> tuple[int, int, int]:
    """Return a sentence and its neighbours, the one before it first where it stands in the same paragraph."""
    block = cast.page.layout.block_at(cast.clauses[here].sentence.start)
    near = here > 0 and block is not None and cast.clauses[here - 1].sentence.start >= block.start
    return (here, here - 1, here + 1) if near else (here, here + 1, here - 1)


def _said_by(cast: Cast, clause: Clause, verb: int) -> Holder | None:
    """Return the subject of a verb of speech, before it or after it ("said the minister")."""
    subject = clause.find_subject(verb)
    if subject >= 0 and not (clause.tag_at(subject).startswith("PRP") and clause.word_at(subject) in _WE):
        return find_holder(cast, clause, subject) if clause.word_at(subject) not in _WE else None
    head = next((near for near in range(verb + 1, min(verb + 8, len(clause))) if clause.is_noun(near)), -1)
    return _read_group(cast, clause, *clause.chunk(head)) if head >= 0 else None
