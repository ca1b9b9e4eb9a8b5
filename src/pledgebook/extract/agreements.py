"""Find where a report tells of an agreement: the words that name it, its parties, its subject, how far it has come."""

import re
from collections import Counter
from collections.abc import Iterator

from pledgebook.extract.amounts import find_amounts
from pledgebook.extract.clauses import Clause
from pledgebook.extract.holders import Cast, Holder, find_holder
from pledgebook.extract.instruments import Deed, find_deeds
from pledgebook.extract.page import Page
from pledgebook.extract.times import find_times
from pledgebook.model.deeds import words_of
from pledgebook.model.naming import Named, Surface
from pledgebook.model.records import Kind, Mention, Part, Section, mention_id

TRIGGERS = (
    "agreement", "agreed", "agree to", "agrees", "accord", "pact", "treat", "compact", "memorand", "mou", "letter of inten", "letters of inten",
    "letter of interest", "letters of interest", "letter of agreement", "exchange of notes", "exchange notes", "joint statement",
    "joint declaration", "joint communiq", "declaration", "statement of", "action plan", "plan of action", "roadmap", "partnership", "partner",
    "alliance", "joint venture", "initiative", "contract", "cooperation framework", "framework agreement", "signed", "sign a", "signing",
    "inked", "cooperate", "team up", "deal", "convention", "protocol", "statement of intent", "declaration of intent", "join forces",
)  # fmt: skip
"""How words of agreement begin, for the gate."""

_SKIPPED = (Section.FURNITURE, Section.LINK)
_STATES = frozenset({Surface.COUNTRY, Surface.ADJECTIVE, Surface.PEOPLE, Surface.CAPITAL, Surface.MINISTRY})
_MONTHS = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
_TOPICS = ("on", "for", "to", "of", "regarding", "concerning", "covering", "implementing", "about", "aimed")


def find_agreements(page: Page) -> tuple[Mention, ...]:
    """Return each place where the report tells of an agreement, in order."""
    cast = Cast(page)
    found = [mention for clause in cast.clauses for mention in _find_in_clause(cast, clause)]
    told = {mention.id: mention for mention in found}
    return tuple(sorted(told.values(), key=lambda mention: (mention.span.start, mention.span.end, mention.id)))


def _find_in_clause(cast: Cast, clause: Clause) -> Iterator[Mention]:
    if cast.page.section_at(clause.sentence.start) in _SKIPPED:
        return
    for deed in find_deeds(clause):
        parties = find_parties(cast, clause, deed)
        if _stands(cast, clause, deed, parties):
            yield _build(cast, clause, deed, parties)


def _stands(cast: Cast, clause: Clause, deed: Deed, parties: list[Part]) -> bool:
    """Tell whether a deed told by a verb alone is an agreement: two take part, or the report calls it one afterwards."""
    if deed.verb != deed.noun:
        return bool(parties)
    heads = clause.lower[max(deed.noun - 14, 0) : deed.noun]
    joint = len(parties) > 1 and (
        bool({"and", *words_of("pair")} & set(heads)) or "with" in clause.lower[deed.noun : deed.noun + 3]
    )
    if clause.words[deed.noun].lemma.lower() != "agree":
        return joint
    if joint and clause.word_at(deed.noun + 2) not in (
        "meet",
        "continue",
        "work",
        "remain",
        "keep",
        "hold",
        "disagree",
    ):
        return True
    after = cast.page.plain[clause.sentence.end : clause.sentence.end + 400]
    return len(parties) > 1 and bool(re.search(r"\b[Tt]h(?:e|is) agreement\b", after))


def _build(cast: Cast, clause: Clause, deed: Deed, parties: list[Part]) -> Mention:
    """Return the mention of an agreement with its parts."""
    page, words = cast.page, clause.words
    start, end = words[deed.start].start, words[max(deed.end, deed.noun_end) - 1].end
    parts = [Part("instrument", page.cut(words[deed.noun].start, words[deed.noun_end - 1].end), deed.type), *parties]
    parts += _subjects(cast, clause, deed)
    if deed.verb >= 0:
        verb = clause.group_start(deed.verb) if clause.tag_at(deed.verb).startswith("VB") else deed.verb
        parts.append(Part("act", page.cut(words[verb].start, words[deed.verb].end), deed.mood))
    else:
        parts.append(Part("act", page.cut(words[deed.noun].start, words[deed.noun_end - 1].end), deed.mood))
    parts += _times(cast, clause, deed)
    parts += _amounts(cast, start, end)
    return Mention(
        mention_id(page.document.id, Kind.AGREEMENT, start, end),
        page.document.id,
        Kind.AGREEMENT,
        "agreement",
        page.cut(start, end),
        page.cut(clause.sentence.start, clause.sentence.end),
        page.section_at(start),
        tuple(parts),
    )


def _amounts(cast: Cast, start: int, end: int) -> Iterator[Part]:
    """Yield the parts of the sum that an agreement is worth."""
    for amount in find_amounts(cast.page.document.text, cast.page.plain, start, end)[:1]:
        yield from amount.parts


def _subjects(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Part]:
    """Yield the words that say what an agreement is about: what follows it, else what stands before the noun."""
    words = clause.words
    for at in range(deed.noun_end, deed.end):
        if clause.word_at(at) in _TOPICS and at + 1 < deed.end:
            yield Part(
                "subject", cast.page.cut(words[at + 1].start, words[deed.end - 1].end), f"after {clause.word_at(at)}"
            )
            return
    if deed.start < deed.noun:
        yield Part("subject", cast.page.cut(words[deed.start].start, words[deed.noun - 1].end), "before the noun")


def _times(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Part]:
    """Yield when the agreement was made: the time in its own words, else in its sentence."""
    words, page = clause.words, cast.page
    times = find_times(page.document.text, page.plain, clause.sentence.start, clause.sentence.end)
    first, last = words[deed.noun].start, words[max(deed.end, deed.noun_end) - 1].end
    inside = [time for time in times if first <= time.span.start < last]
    near = inside or (
        [time for time in times if time.span.start < last or deed.noun_end >= len(words) - 8] if deed.verb >= 0 else []
    )
    if near:
        yield Part("date", near[0].span, "inside" if inside else "sentence")


def find_parties(cast: Cast, clause: Clause, deed: Deed) -> list[Part]:
    """Return who makes an agreement: named beside it, the subject of its verb, else whom the report speaks of."""
    told = [*_parties_beside(cast, clause, deed), *_parties_before(cast, clause, deed)]
    told += _parties_acting(cast, clause, deed)
    if _count(told) < 2:
        told += _parties_about(cast, clause, deed, told)
    return [Part("party", cast.page.cut(one.start, one.end), one.rule) for one in _once(cast, told)]


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
            yield from _joined(cast, clause, at + 1, min(at + 16, len(clause)), f"after {clause.word_at(at)}")
            return
    for at in range(deed.noun_end, len(clause) - 1):
        if clause.word_at(at) == "between":
            yield from _joined(cast, clause, at + 1, min(at + 16, len(clause)), "after between")
            return
    if deed.verb >= 0:
        for at in range(deed.noun_end, min(deed.noun_end + 14, len(clause) - 1)):
            if clause.word_at(at) == "with" and clause.words[at + 1].text[:1].isupper() | (
                clause.word_at(at + 1) in ("the", "its")
            ):
                yield from _joined(cast, clause, at + 1, min(at + 10, len(clause)), "after with")
                return


def _joined(cast: Cast, clause: Clause, start: int, stop: int, rule: str) -> Iterator[Holder]:
    """Yield the parties of a list: "A, B and C"."""
    at = start
    while at < stop:
        if clause.is_noun(at) or clause.tag_at(at).startswith("PRP"):
            first, end = clause.chunk(at)
            holder = _as_party(cast, clause, end - 1)
            if holder:
                yield Holder(holder.start, holder.end, rule, holder.sort)
            at = end
            if clause.word_at(at) not in (",", "and", "&"):
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


def _parties_before(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield the parties named in the agreement's own group: "G7 agreement", "Canada-Ukraine", "Malawi compact"."""
    words = clause.words
    first = clause.chunk(deed.noun)[0]
    for named in cast.names_in(words[first].start, words[deed.noun_end - 1].end):
        if named.kind is not Surface.PRONOUN and named.span.start < words[deed.noun].start:
            yield Holder(named.span.start, named.span.end, "in its name", "party")
    for named in cast.names_in(words[deed.noun].start, words[max(deed.end, deed.noun_end) - 1].end):
        if (
            "-" in cast.page.plain[named.span.end : named.span.end + 1]
            or "-" in cast.page.plain[named.span.start - 1 : named.span.start]
        ):
            yield Holder(named.span.start, named.span.end, "hyphen", "party")


def _parties_acting(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Holder]:
    """Yield the subject of the agreement's verb with whom it is joined, or who stands after "by"."""
    verb = deed.verb
    if verb < 0:
        return
    if clause.is_passive(verb):
        by = next((at for at in range(verb, min(verb + 6, len(clause))) if clause.word_at(at) == "by"), -1)
        if by >= 0:
            yield from _acting(cast, clause, by + 1, min(by + 14, len(clause)))
        return
    subject = clause.find_subject(verb)
    if subject >= 0:
        yield from _acting(cast, clause, _list_start(clause, subject), subject + 1)


def _as_party(cast: Cast, clause: Clause, head: int) -> Holder | None:
    """Return who can be a party under a noun: a state, a body or firm with a name, a counted group."""
    first, end = clause.chunk(head)
    if (
        clause.words[end - 1].tag in ("NNS", "NNPS")
        and clause.tag_at(first) == "CD"
        and clause.word_at(first) not in ("two", "both")
    ):
        return Holder(clause.words[first].start, clause.words[end - 1].end, "counted", "group")
    holder = as_state(cast, find_holder(cast, clause, head))
    if holder is None or holder.sort == "party":
        return holder
    words = cast.page.plain[holder.start : holder.end]
    named = (
        len(words.split()) > 1
        or words.isupper()
        or cast.name_over(holder.start, holder.end)
        or clause.word_at(end) in ("and", "will")
    )
    return (
        holder
        if words[:1].isupper() and named and words not in _MONTHS and not words_of("pair") & set(words.lower().split())
        else None
    )


def _list_start(clause: Clause, head: int) -> int:
    """Return where the list of names starts that ends in a subject: "Biden, Scholz and Macron signed"."""
    start = clause.chunk(head)[0]
    while start > 1 and (
        clause.word_at(start - 1) in ("and", "&") or (clause.word_at(start - 1) == "," and clause.is_noun(start - 2))
    ):
        before = start - 2 if clause.word_at(start - 2) != "," else start - 3
        if not clause.is_noun(before):
            break
        start = clause.chunk(before)[0]
    return start


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
            holder = _as_party(cast, clause, end - 1)
            if holder:
                yield Holder(holder.start, holder.end, "who acts", holder.sort)
            at = end
        at += 1


def _parties_about(cast: Cast, clause: Clause, deed: Deed, told: list[Holder]) -> Iterator[Holder]:
    """Yield the states that the sentence, then the report, speaks of most, until there are two parties."""
    if any(code_of(cast, holder).startswith(("G7", "G20", "UN", "NATO")) for holder in told) or _stands_alone(
        clause, deed
    ):
        return
    have = {code_of(cast, holder) for holder in told}
    words = clause.words
    for start, end in ((clause.sentence.start, clause.sentence.end), (0, len(cast.page.plain))):
        for named in _salient(cast, start, end):
            code = named.acts_for or named.code
            if (
                len(have) < 2
                and code not in have
                and not words[deed.noun].start <= named.span.start < words[deed.noun].end
            ):  # noqa: PLR2004 - a pair
                have.add(code)
                yield Holder(named.span.start, named.span.end, "whom the report speaks of", "party")


def _stands_alone(clause: Clause, deed: Deed) -> bool:
    """Tell whether a declaration or treaty is only named, so that nothing says whose it is."""
    shared = {"their", "bilateral", "trilateral"} & set(clause.lower[max(deed.start - 2, 0) : deed.noun])
    beside = {"with", "between"} & set(clause.lower[deed.noun_end : deed.end + 1])
    return deed.mood == "standing" and clause.words[deed.noun].text[:1].isupper() and not shared and not beside


def _salient(cast: Cast, start: int, end: int) -> list[Named]:
    """Return the states named between two offsets, the most often named first, each once."""
    named = [one for one in cast.names_in(start, end) if one.kind in _STATES and (one.acts_for or one.code)]
    counts = Counter(one.acts_for or one.code for one in named)
    first = dict[str, Named]()
    for one in named:
        first.setdefault(one.acts_for or one.code, one)
    return sorted(first.values(), key=lambda one: (-counts[one.acts_for or one.code], one.span.start))


def as_state(cast: Cast, holder: Holder | None) -> Holder | None:
    """Return the state or body that a person signs for, where the report tells it; whoever has none stays away."""
    if holder is None or holder.sort not in ("person", "name"):
        return holder
    office = cast.name_over(holder.start, holder.start + 1)
    if office and office.acts_for:
        return Holder(office.span.start, office.span.end, "office", "party")
    surname = cast.page.plain[holder.start : holder.end].split()[-1]
    for named in cast.names:
        if named.acts_for and named.person and named.person.quote.split()[-1] == surname:
            return Holder(named.span.start, named.span.end, "office", "party")
    return holder if holder.sort != "person" else None
