"""Find where a report tells of an agreement: the words that name it, its parties, its subject, how far it has come."""

import re
from collections.abc import Iterator

from msgspec import structs

from pledgebook.extract.deeds.cast import Cast, cast_of
from pledgebook.extract.deeds.clauses import Clause
from pledgebook.extract.deeds.instruments import Deed, find_deeds
from pledgebook.extract.deeds.signatories import find_parties
from pledgebook.extract.page.page import Page, in_text_order
from pledgebook.extract.quantities.amounts import find_amounts
from pledgebook.extract.quantities.times import Time, find_times
from pledgebook.model.deeds import words_of
from pledgebook.model.records import Kind, Mention, Part, mention_id

TRIGGERS = (
    "agreement", "agreed", "agree to", "agrees to", "accord ", "accords ", "accord.", "accord,", "pact", "treaty",
    "treaties", "compact", "memorandum", "memoranda", "mou", "moa ", "letter of inten", "finaliz", "finalis",
    "initialled", "initialed", "ratif", "consensus on", "new charter", "defense framework", "defence framework",
    "exchanged notes", "exchanged letters", "term sheet", "heads of terms", "protocol", "convention on",
    "declaration against", "partnership", "signs ", "inks ", "loan with", "grant with", "statement of commitment",
    "statement of shared", "letters of inten", "letter of interest", "letters of interest", "letter of a",
    "exchange of notes", "exchange notes", "joint statement", "joint declaration", "joint communiq", "declaration on",
    "declaration of", "statement of intent", "statement of cooperation", "action plan", "plan of action", "roadmap",
    "strategic partnership", "concluded a", "security partnership", "will partner", "partner on", "partner with",
    "partnered", "alliance with", "alliance between", "joint venture", "cooperation initiative", "joint initiative",
    "cooperation framework", "signed", "sign a", "signing", "inked", "will cooperate", "to cooperate on", "team up",
    "trade deal", "peace deal", "deal with", "deal to", "join forces", "truce", "inking ", "initialed", "co-led by",
    "co-chaired by", "working group", "joint communique", "memorandae", "entered into", "strategic dialogue",
    "bilateral deals",
)  # fmt: skip
"""How words of agreement begin, for the gate."""

_PAIRED = ("deal", "deals", "truce")  # words that need both parties to be told
_LISTED = 600  # characters before an entry of a list in which the report says what was signed
_SIGNED = re.compile(r"\b(?:signed|inked|exchanged)\b")
_SOON = 400  # characters within which a report calls a deed an agreement
_TOPICS = ("on", "for", "to", "of", "regarding", "concerning", "covering", "implementing", "about", "aimed")


def find_agreements(page: Page) -> tuple[Mention, ...]:
    """Return each place where the report tells of an agreement, in order."""
    cast = cast_of(page)
    return in_text_order(
        mention for clause in cast.clauses_in("agreement") for mention in _find_in_clause(cast, clause)
    )


def _find_in_clause(cast: Cast, clause: Clause) -> Iterator[Mention]:
    for deed in find_deeds(clause):
        parties = find_parties(cast, clause, deed)
        if _stands(cast, clause, deed, parties):
            yield _build(cast, clause, _as_listed(cast, clause, deed), parties)


def _as_listed(cast: Cast, clause: Clause, deed: Deed) -> Deed:
    """Return an agreement as signed where it stands without a verb in a list of what the report calls signed."""
    before = cast.page.plain[max(clause.sentence.start - _LISTED, 0) : clause.sentence.start]
    bare = deed.mood == "standing" and not any(clause.is_finite(at) for at in range(len(clause)))
    return structs.replace(deed, mood="done") if bare and _SIGNED.search(before) else deed


def _stands(cast: Cast, clause: Clause, deed: Deed, parties: list[Part]) -> bool:
    """Tell whether a deed told by a verb alone is an agreement: two take part, or the report calls it one later."""
    told = sum(not part.rule.startswith("whom") for part in parties)
    if clause.word_at(deed.noun) == "memorandum" and deed.noun_end == deed.noun + 1:
        return told > 1
    if deed.verb != deed.noun:
        return len(parties) > (clause.word_at(deed.noun) in _PAIRED)
    if clause.lemma_at(deed.noun) in ("sign", "ink"):
        return told > 1
    subject = clause.find_subject(deed.noun)
    pair = subject >= 0 and bool(words_of("pair") & set(clause.lower[slice(*clause.chunk(subject))]))
    joint = len(parties) > 1 and (told > 1 or pair)
    if clause.lemma_at(deed.noun) != "agree":
        return joint
    act = clause.lemma_at(deed.noun + 2)
    if joint and act not in words_of("idle") and act not in words_of("giving"):
        return True
    after = cast.page.plain[clause.sentence.end : clause.sentence.end + _SOON]
    return len(parties) > 1 and bool(re.search(r"\b[Tt]h(?:e|is) agreement\b", after))


def _build(cast: Cast, clause: Clause, deed: Deed, parties: list[Part]) -> Mention:
    """Return the mention of an agreement with its parts."""
    page, words = cast.page, clause.words
    start, end = words[deed.start].start, words[max(deed.end, deed.noun_end) - 1].end
    parts = [Part("instrument", page.cut(words[deed.noun].start, words[deed.noun_end - 1].end), deed.type), *parties]
    parts += _subjects(cast, clause, deed, parties)
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


def _subjects(cast: Cast, clause: Clause, deed: Deed, parties: list[Part]) -> Iterator[Part]:
    """Yield the words that say what an agreement is about: what follows it, else what stands before the noun."""
    words, page = clause.words, cast.page
    times = find_times(page.document.text, page.plain, clause.sentence.start, clause.sentence.end)
    starts = {time.span.start for time in times}
    by = next((at for at in range(deed.noun_end, deed.end) if clause.word_at(at) == "by"), deed.end)
    named = [(part.span.start, part.span.end) for part in parties]
    for at in range(deed.noun_end, by - 1):
        within = any(start <= words[at].start < end for start, end in named)
        loose = clause.word_at(at) == "of" and at > deed.noun_end and clause.word_at(at - 1) != ")"
        if clause.word_at(at) in _TOPICS and words[at + 1].start not in starts and not within and not loose:
            end = next((near for near in range(at + 2, by) if words[near].start in starts), by)
            end -= end < by and clause.tag_at(end - 1) == "IN"
            yield Part("subject", page.cut(words[at + 1].start, words[end - 1].end), f"after {clause.word_at(at)}")
            return
    start = deed.start
    while start < deed.noun and (clause.word_at(start) in words_of("plain_describing") or _is_count(clause, start)):
        start += 1
    if start < deed.noun:
        yield Part("subject", page.cut(words[start].start, words[deed.noun - 1].end), "before the noun")


def _is_count(clause: Clause, at: int) -> bool:
    """Tell whether a number only counts agreements: "six memoranda", not "15 billion dollar loan"."""
    return clause.tag_at(at) == "CD" and clause.tag_at(at + 1) not in ("CD", "HYPH") and clause.word_at(at - 1) != "$"


def _times_after(clause: Clause, deed: Deed, times: list[Time]) -> list[Time]:
    """Return the time that follows a passive verb: "the treaty was signed by the two on 3 May"."""
    if deed.verb < deed.noun_end:
        return []
    stop = next((at for at in range(deed.verb + 1, len(clause)) if clause.is_finite(at)), len(clause) - 1)
    low, high = clause.words[deed.verb].end, clause.words[stop].end
    return [time for time in times if low <= time.span.start < high][:1]


def _is_reach(clause: Clause, start: int) -> bool:
    """Tell whether a time is what an agreement is for, not when it was made: "the budget for 2027", "until 2030"."""
    at = next((at for at in range(len(clause)) if clause.words[at].start >= start), 0)
    return bool({"for", "by", "until", "through", "over", "from", "to"} & set(clause.lower[max(at - 1, 0) : at + 1]))


def _times(cast: Cast, clause: Clause, deed: Deed) -> Iterator[Part]:
    """Yield when the agreement was made: the time in its own words, else in its sentence."""
    words, page = clause.words, cast.page
    found = find_times(page.document.text, page.plain, clause.sentence.start, clause.sentence.end)
    times = [time for time in found if not _is_reach(clause, time.span.start)]
    first, last = words[deed.noun].start, words[max(deed.end, deed.noun_end) - 1].end
    inside = [time for time in times if first <= time.span.start < last] or _times_after(clause, deed, times)
    if deed.verb == deed.noun_end and clause.word_at(deed.verb + 1) != "by":
        times = []
    near = inside or (
        [time for time in times if time.span.start < last or deed.noun_end >= len(words) - 8] if deed.verb >= 0 else []
    )
    if near:
        yield Part("date", near[0].span, "inside" if inside else "sentence")
