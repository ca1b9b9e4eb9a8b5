"""Find the visits, summits, conferences, calls, meetings and ceremonies a report tells of: who, where and when."""

from collections.abc import Iterator

from pledgebook.extract.deeds.cast import Cast, Holder, cast_of
from pledgebook.extract.deeds.clauses import BE, MODALS, Clause
from pledgebook.extract.deeds.endings import clause_end
from pledgebook.extract.deeds.holders import find_holder, find_joined
from pledgebook.extract.deeds.places import TIMES, Happening, adds_place, find_place
from pledgebook.extract.page.page import Page, in_text_order
from pledgebook.extract.quantities.times import Time, find_times
from pledgebook.model.deeds import load_events, load_speakers, words_of
from pledgebook.model.naming import Surface
from pledgebook.model.records import Kind, Mention, Part, mention_id

TRIGGERS = (
    "visit", "trip to", "trip,", "arrived in", "arrives in", "arrive in", "arriving in", "travelled to",
    "traveled to", "travels to", "flew to", "summit", "conference", "meeting", "met with", "met ", "meets with",
    "meet with", "talks with", "talks in", "phone call", "telephone call", "video call", "spoke with",
    "spoke by phone", "discussions held", "symposium", "ceremony", "independence day", "hosted", "convened", "celebrat",
)  # fmt: skip
"""How words of events begin, for the gate."""

_ENDINGS = frozenset({";", ".", ":", "that", "which", "who", "where", "as", "but", "and"})
_BESIDE = 24  # characters beside a holiday in which its country stands
_BEFORE_NOUN = ("DT", "PRP$", "POS", "JJ")
_COUNTRIES = (Surface.COUNTRY, Surface.CAPITAL, Surface.ADJECTIVE)
_OPENING = 16  # characters within which "On Sunday," opens a sentence
_VERBS = {
    "visit": "visit", "tour": "visit", "arrive": "visit", "travel": "visit", "fly": "visit", "flew": "visit",
    "meet": "meeting", "met": "meeting", "speak": "call", "spoke": "call",
}  # fmt: skip
_FOLLOWED = {
    "arrive": ("in", "at"), "travel": ("to",), "fly": ("to", "into"), "flew": ("to", "into"), "meet": ("with",),
    "met": ("with",), "speak": ("with", "phone"), "spoke": ("with", "phone"), "tour": (),
}  # fmt: skip
_ARRIVING = frozenset({"arrive", "fly", "flew", "travel"})
_GENERIC = frozenset(
    {
        *("call", "session", "tour", "signing", "celebration", "celebrations", "dialogue"),
        *("negotiations", "talks", "conversation", "discussions", "consultations"),
    }
)


def find_events(page: Page) -> tuple[Mention, ...]:
    """Return each place where the report tells of an event, in order."""
    cast = cast_of(page)
    return in_text_order(mention for clause in cast.clauses_in("event") for mention in _find_in_clause(cast, clause))


def _find_in_clause(cast: Cast, clause: Clause) -> Iterator[Mention]:
    happenings = [*_happenings(clause)]
    times = find_times(cast.page.document.text, cast.page.plain, clause.sentence.start, clause.sentence.end)
    owners = _share_times(clause, happenings, times)
    for index, happening in enumerate(happenings):
        own = [time for time, owner in zip(times, owners, strict=True) if owner == index]
        parts = [*_parts(cast, clause, happening, own)]
        if _matters(clause, happening, parts):
            yield _build(cast, clause, happening, parts)


def _happenings(clause: Clause) -> Iterator[Happening]:
    """Yield the events that nouns and verbs of a sentence tell of."""
    table = load_events()
    for at in range(len(clause)):
        word = clause.word_at(at)
        lemma = word if word in _VERBS else clause.lemma_at(at)
        if clause.tag_at(at).startswith("VB") and lemma in _VERBS and clause.tag_at(at - 1) not in _BEFORE_NOUN:
            follows = _FOLLOWED.get(lemma)
            if lemma in _ARRIVING and not _travels(clause, at):
                continue
            if (
                not follows
                or set(clause.lower[at + 1 : at + 4]) & set(follows)
                or (lemma in ("meet", "met") and _meets_people(clause, at))
            ):
                yield Happening(at, clause.group_start(at), _verb_end(clause, at), _VERBS[lemma], verb=True)
        elif (
            word in table
            and clause.is_noun(at)
            and not (word == "call" and clause.word_at(at + 1) in ("to", "for", "on"))
            and f"{word} {clause.word_at(at + 1)}" not in table
            and not (
                clause.is_noun(at + 1) and clause.word_at(at + 1) not in table and clause.word_at(at + 1)[-3:] != "ing"
            )
        ):
            two = table.get(f"{clause.word_at(at - 1)} {word}")
            yield Happening(at, clause.chunk(at)[0], _noun_end(clause, at), (two or table[word]).type, verb=False)
        elif (
            lemma == "visit"
            and clause.tag_at(at - 1) not in _BEFORE_NOUN
            and not clause.tag_at(at).startswith("NN")
            and word.startswith("visit")
            and clause.is_noun(at + 1)
        ):
            yield Happening(at, at, _verb_end(clause, at), "visit", verb=True)


def _travels(clause: Clause, at: int) -> bool:
    """Tell whether people arrive, not goods: "eight tanks arrived in Poland"."""
    subject = clause.find_subject(at)
    if subject < 0:
        return True
    told = load_speakers().get(clause.word_at(subject)) or load_speakers().get(clause.lemma_at(subject))
    group = clause.words[slice(*clause.chunk(subject))]
    named = any(word.text[:1].isupper() and word.tag != "CD" for word in group) or clause.tag_at(subject).startswith(
        "PRP"
    )
    return named or told is not None or clause.word_at(subject) in words_of("acting_for")


def _meets_people(clause: Clause, at: int) -> bool:
    """Tell whether "met" has people for its object: a name or an office, not needs or targets."""
    first = clause.words[at + 1] if at + 1 < len(clause) else None
    return (
        first is not None
        and first.tag.startswith("NNP")
        and clause.tag_at(clause.chunk(at + 1)[1]) != "POS"
        and clause.words[clause.chunk(at + 1)[1] - 1].text[:1].isupper()
    )


def _verb_end(clause: Clause, at: int) -> int:
    return clause_end(clause, at + 1) if at + 1 < len(clause) else at + 1


def _noun_end(clause: Clause, at: int) -> int:
    """Return where what belongs to an event's noun ends: its place, its time, whom it is with."""
    here = at + 1
    while here < min(at + 16, len(clause)) and not _ends_noun(clause, here):
        here += 1
    while here > at + 1 and clause.words[here - 1].text in (",", "(", '"', "“"):
        here -= 1
    return here


def _ends_noun(clause: Clause, at: int) -> bool:
    """Tell whether an event's words end here; a comma only adds a larger place or a time."""
    word, after = clause.word_at(at), clause.word_at(at + 1)
    if word == ",":
        return after not in ("in", "on") and not adds_place(clause, at)
    acts = word == "to" and clause.tag_at(at + 1) == "VB"
    return acts or word in _ENDINGS or word.startswith("coincid") or clause.is_finite(at)


def _share_times(clause: Clause, happenings: list[Happening], times: tuple[Time, ...]) -> list[int]:
    """Return to which event each time of a sentence belongs: whose words hold it, else the nearest before it."""
    owners = []
    for time in times:
        inside = [
            i
            for i, one in enumerate(happenings)
            if clause.words[one.start].start <= time.span.start < clause.words[one.end - 1].end
        ]
        before = [i for i, one in enumerate(happenings) if clause.words[one.head].start < time.span.start]
        together = [i for i in before[:1] if _coincides(clause, happenings[i].head, time)]
        near = together or inside[-1:] or [i for i in before[-1:] if not _verb_between(clause, happenings[i].end, time)]
        owners.append(near[0] if near else -1)
    first = next((at for at in range(len(clause)) if clause.is_finite(at)), 0)
    for index, time in enumerate(times):
        opens = owners[index] < 0 and time.span.start - clause.sentence.start < _OPENING
        if opens and happenings and 0 not in owners and (happenings[0].verb or happenings[0].head < first):
            owners[index] = 0
    return owners


def _coincides(clause: Clause, at: int, time: Time) -> bool:
    """Tell whether an event is said to fall on the same day: "the visit coincided with Independence Day"."""
    return any(
        clause.lemma_at(here).startswith(("coincid", "mark"))
        for here in range(at, len(clause))
        if clause.words[here].start < time.span.start
    )


def _verb_between(clause: Clause, start: int, time: Time) -> bool:
    """Tell whether another verb than those of coinciding stands between an event and a time."""
    return any(
        clause.is_finite(at)
        and clause.word_at(at) not in MODALS | BE
        and clause.lemma_at(at) not in ("coincide", "mark", "fall", "take", "be", "begin", "start", "hold")
        for at in range(start, len(clause))
        if clause.words[at].start < time.span.start
    )


def _matters(clause: Clause, happening: Happening, parts: list[Part]) -> bool:
    """Tell whether an event is told with enough to know it again: a place, a day, or people."""
    roles = {part.role for part in parts}
    word = clause.word_at(happening.head)
    both = sum(part.role == "who" for part in parts) > 1
    if word in _GENERIC and not both and not {"date", "weekday", "where"} & roles:
        return False
    return bool({"where", "date", "weekday", "holiday"} & roles) or (
        "who" in roles and happening.type in ("visit", "meeting", "call")
    )


def _build(cast: Cast, clause: Clause, happening: Happening, parts: list[Part]) -> Mention:
    page, words = cast.page, clause.words
    start = happening.start
    while start < happening.head and clause.tag_at(start) in ("DT", "PDT"):
        start += 1
    first, last = words[start].start, words[happening.end - 1].end
    return Mention(
        mention_id(page.document.id, Kind.EVENT, first, last),
        page.document.id,
        Kind.EVENT,
        "event",
        page.cut(first, last),
        page.cut(clause.sentence.start, clause.sentence.end),
        page.section_at(first),
        tuple(parts),
    )


def _parts(cast: Cast, clause: Clause, happening: Happening, times: list[Time]) -> Iterator[Part]:
    """Yield what an event is called, who takes part, where, and when."""
    words, page = clause.words, cast.page
    yield Part("event", page.cut(words[happening.head].start, words[happening.head].end), happening.type)
    if not happening.verb:
        yield Part(
            "what", page.cut(words[_name_start(clause, happening)].start, words[happening.head].end), "its group"
        )
    seen = set[tuple[int, int]]()
    for holder in _people(cast, clause, happening):
        if (holder.start, holder.end) not in seen:
            seen.add((holder.start, holder.end))
            yield Part("who", page.cut(holder.start, holder.end), holder.rule)
    yield from find_place(cast, clause, happening)
    for time in times:
        if not time.span.quote.lower().endswith((" before", " after", " ahead of")):
            yield from _time_parts(cast, clause, happening, time)


def _name_start(clause: Clause, happening: Happening) -> int:
    """Return where the event's own name starts, without whose it is."""
    start = happening.start
    for at in range(happening.start, happening.head):
        if clause.tag_at(at) in ("POS", "PRP$", "DT"):
            start = at + 1
    return min(start, happening.head)


def _time_parts(cast: Cast, clause: Clause, happening: Happening, time: Time) -> Iterator[Part]:
    """Yield a time as the date, the weekday or the holiday that it is."""
    told = {part.role: part for part in time.parts}
    if "holiday" in told:
        yield Part("holiday", time.span, time.rule)
        yield from _holiday_country(cast, clause, happening, time)
        return
    if "weekday" in told:
        yield Part("weekday", told["weekday"].span, time.rule)
    yield Part("date", time.span, time.rule)


def _holiday_country(cast: Cast, clause: Clause, happening: Happening, time: Time) -> Iterator[Part]:
    """Yield whose holiday it is: the country beside it, else the one where the event is."""
    start, end = (
        max(time.span.start - _BESIDE, clause.sentence.start),
        min(time.span.end + _BESIDE, clause.sentence.end),
    )
    beside = [one for one in cast.names_in(start, end) if one.code and one.kind in _COUNTRIES]
    if beside:
        closest = min(beside, key=lambda one: (abs(one.span.start - time.span.start), one.span.start))
        yield Part("holiday_of", closest.span, "beside the holiday")
        return
    for place in find_place(cast, clause, happening):
        yield Part("holiday_of", place.span, "where the event is")


def _people(cast: Cast, clause: Clause, happening: Happening) -> Iterator[Holder]:
    """Yield who takes part: the subject or whose visit it is, and whom they meet."""
    if happening.verb:
        yield from _acting(cast, clause, happening.head)
        if happening.type in ("meeting", "call"):
            near = range(happening.head + 1, happening.head + 5)
            with_at = next((at for at in near if clause.word_at(at) == "with"), happening.head)
            yield from _met(cast, clause, with_at + 1, happening.end)
        return
    owner = next((at for at in range(happening.start, happening.head) if clause.tag_at(at) in ("POS", "PRP$")), -1)
    if owner >= 0:
        yield from _holders(cast, clause, owner if clause.tag_at(owner) == "PRP$" else owner - 1)
    elif clause.word_at(happening.head + 1) in ("of", "by") and happening.type == "visit":
        yield from _met(cast, clause, happening.head + 2, happening.end)
    elif happening.type in ("visit", "meeting", "call", "ceremony", "signing") and not _is_aside(clause, happening):
        yield from _acting(cast, clause, _telling_verb(clause, happening))
    for at in range(happening.head + 1, happening.end):
        if clause.word_at(at) in ("with", "between", "alongside"):
            yield from _met(cast, clause, at + 1, happening.end + 8)
            return


def _telling_verb(clause: Clause, happening: Happening) -> int:
    """Return the verb whose subject takes part: the one before "during a visit", else the next one after it."""
    after = next((at for at in range(happening.head, len(clause)) if clause.is_finite(at)), -1)
    before = next((at for at in range(happening.start, -1, -1) if clause.is_finite(at)), -1)
    aside = clause.tag_at(happening.start - 1) == "IN"
    return before if before >= 0 and (aside or after < 0) else after


def _acting(cast: Cast, clause: Clause, verb: int) -> Iterator[Holder]:
    """Yield the subject of a verb with those whom "and" joins to it."""
    subject = clause.find_subject(verb) if verb >= 0 else -1
    first = [*_holders(cast, clause, subject)]
    yield from first
    sorts = {holder.sort for holder in first} & {"person", "party"}
    for holder in find_joined(cast, clause, subject, verb):
        if holder.sort in sorts:
            yield Holder(holder.start, holder.end, "who acts", holder.sort)


def _is_aside(clause: Clause, happening: Happening) -> bool:
    """Tell whether an event only tells when something else was done: "days before the meeting"."""
    return bool({"before", "ahead", "since"} & set(clause.lower[max(happening.start - 3, 0) : happening.start]))


def _holders(cast: Cast, clause: Clause, head: int) -> Iterator[Holder]:
    holder = find_holder(cast, clause, head)
    office = holder and cast.name_over(holder.start, holder.end)
    timed = holder is not None and cast.page.plain[holder.start : holder.end].lower() in TIMES
    told = holder and holder.sort in ("person", "party", "name") and not timed
    if holder and told and not (office and office.kind is Surface.OFFICE):
        yield Holder(holder.start, holder.end, "who acts", holder.sort)


def _met(cast: Cast, clause: Clause, start: int, stop: int) -> Iterator[Holder]:
    """Yield the people after "with", joined by "and"."""
    at = start
    while at < min(stop, len(clause)):
        if clause.is_noun(at) or clause.tag_at(at).startswith("PRP"):
            end = max(clause.chunk(at)[1], at + 1)
            for holder in _holders(cast, clause, end - 1):
                yield Holder(holder.start, holder.end, "whom", holder.sort)
            if clause.word_at(end) not in ("and", ","):
                return
            at = end
        elif clause.tag_at(at) not in ("DT", "JJ", "PRP$", "NN") and clause.word_at(at) not in ("and", ","):
            return
        at += 1
