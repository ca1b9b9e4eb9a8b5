"""Find whom a name in a report stands for: a person by the full name, a body by its longer one, who holds an office."""

import re

from pledgebook.extract.deeds.cast import NAME, Cast, Holder
from pledgebook.extract.deeds.clauses import Clause
from pledgebook.model.deeds import load_instruments, load_speakers, words_of
from pledgebook.model.naming import Named, Surface
from pledgebook.model.timewords import LONG_DAY, LONG_MONTH

_GLUED = re.compile(r"(?<=[a-z]{3})(?:Which|Who|The|That|This|It|In|And|But|He|She)$")
_NO_BODIES = (Surface.HOLDER, Surface.OFFICE, Surface.PRONOUN, Surface.REGION, Surface.PEOPLE)
_BODIES = (Surface.ORGANISATION, Surface.COMPANY, Surface.FUND, Surface.UNKNOWN)
_MEMBERS = 20  # characters around a group's name in which its leaders or ministers are told
_SINGLE = frozenset(
    {"leader", "president", "pm", "premier", "minister", "chancellor", "king", "queen", "emir", "sultan"}
)
_LEADING = frozenset({"president", "prime minister", "chancellor", "king", "premier"})
_ROYAL = frozenset({"king", "queen", "emir", "sultan", "pope", "crown prince"})
_FAR = 20_000  # characters looked back for whom a noun speaks of, so that a long report is read in linear time


def find_premodifier(cast: Cast, clause: Clause, at: int) -> Holder | None:
    """Return whom a name before a noun stands for: "U.S. support"."""
    named = cast.name_over(clause.words[at].start, clause.words[at].end)
    return as_named(cast, named) if named and is_named(named) else None


def is_named(named: Named) -> bool:
    """Tell whether words name one party: "the G7", not "a group of donors", "the country" or an office."""
    last = named.span.quote.split()[-1]
    told = bool(named.code) and last[:1].isupper() and last.lower() not in load_speakers()
    return named.kind not in (Surface.PRONOUN, Surface.OFFICE) and (told or named.kind is not Surface.GROUP)


def read_name(cast: Cast, clause: Clause, start: int, end: int) -> Holder | None:
    """Return the person or party that a noun group ends in."""
    last = clause.words[end - 1].end
    named = cast.name_over(clause.words[end - 1].start, last)
    first = half_of(cast, named) if named else None
    if named and first:
        return Holder(first.span.start, named.span.end, "name", "name")
    if named and is_named(named):
        return as_named(cast, named)
    if end == 1 and not clause.words[0].tag.startswith("NNP") and not clause.words[0].text.isupper():
        return None
    if not clause.words[end - 1].text[:1].isupper() or (named and named.kind is not Surface.OFFICE):
        return None
    if clause.word_at(end - 1) in words_of("not_holders") or clause.word_at(end - 1) in load_instruments():
        return None
    at = end - 1
    while (
        at > start
        and clause.words[at - 1].text[:1].isupper()
        and not _is_title(clause, at - 1)
        and clause.tag_at(at - 1) != "POS"
    ):
        at -= 1
    if at == 0 and clause.tag_at(0) in ("DT", "IN", "PRP$") and end > 1:
        at = 1
    return as_known(cast, clause.words[at].start, last)


def half_of(cast: Cast, named: Named) -> Named | None:
    """Return the firm whose name a hyphen joins a country to: "Rheinmetall-Italy", not "Canada-Ukraine"."""
    at = named.span.start - 1
    other = cast.name_over(at - 1, at) if at > 0 and cast.page.plain[at] == "-" else None
    return other if other and other.kind in (Surface.COMPANY, Surface.UNKNOWN, Surface.ORGANISATION) else None


def as_named(cast: Cast, named: Named) -> Holder:
    """Return the holder that a name of the tables stands for; a person by the full name the report gives."""
    if named.person:
        surname = named.person.quote.split()[-1].lower()
        same = cast.in_office.get((surname, named.office))
        if same or (named.office and surname in cast.titled):
            return Holder(*(same or (named.person.start, named.person.end)), "name", "person")
        known = as_known(cast, named.person.start, named.person.end)
        return Holder(known.start, known.end, "name", "person")
    sort = "name" if named.kind in (Surface.UNKNOWN, Surface.COMPANY) else "party"
    if named.kind in (Surface.UNKNOWN, Surface.COMPANY, Surface.ORGANISATION) and " " not in named.span.quote:
        return _as_lengthened(cast, named.span.start, named.span.end, sort)
    return Holder(named.span.start, named.span.end, "name", sort)


def _is_title(clause: Clause, at: int) -> bool:
    after = load_speakers().get(clause.word_at(at + 1))
    if after is not None and after.kind == "body":  # "General Assembly"
        return False
    told = load_speakers().get(clause.word_at(at))
    return clause.word_at(at) in words_of("title") or (told is not None and told.kind in ("office", "voice"))


def as_known(cast: Cast, start: int, end: int) -> Holder:
    """Return the full name of a person known by surname, or the name itself."""
    glued = _GLUED.search(cast.page.plain[start:end])
    end = start + glued.start() if glued else end
    words = cast.page.plain[start:end].split()
    known = cast.surnames.get(words[-1].lower())
    if known and (len(words) == 1 or cast.page.plain[known[0] : known[1]].split()[0] == words[0]):
        return Holder(*known, "name", "person")
    if (start, end) in cast.people:
        return Holder(start, end, "name", "person")
    within = _fuller_name(cast, words[0]) if len(words) == 1 else None
    if within:
        return Holder(*within, "name", "person")
    if len(words) == 1:
        return _as_lengthened(cast, start, end, "name")
    return Holder(start, end, "name", "name")


def _fuller_name(cast: Cast, word: str) -> tuple[int, int] | None:
    """Return the one long name of a person that a word stands inside: "Lula" in "Ana Lula da Silva"."""
    told = [one for one in cast.people if word in cast.page.plain[slice(*one)].split()[1:-1]]
    names = {" ".join(cast.page.plain[slice(*one)].split()) for one in told}
    return told[0] if len(names) == 1 else None


def _as_lengthened(cast: Cast, start: int, end: int, sort: str) -> Holder:
    """Return a body by the longer name that the report gave it before: "Oxfam" after "Oxfam Novib"."""
    pattern = re.compile(rf"\b{re.escape(cast.page.plain[start:end])}(?: {NAME}){{1,6}}")
    longer = pattern.search(cast.page.plain, max(start - _FAR, 0), start)
    if longer and not words_of("not_people") & set(longer.group().split()):
        return Holder(longer.start(), longer.end(), "name", sort)
    return Holder(start, end, "name", sort)


def find_body(cast: Cast, limit: int, noun: str) -> Holder | None:
    """Return the body that a noun speaks of again: one with the noun in its name, else the last one named."""
    of = rf"(?: (?:of|on|for) (?:the )?(?!{LONG_DAY}|{LONG_MONTH}){NAME}(?: {NAME}){{0,6}})?"
    pattern = re.compile(rf"(?:{NAME} |[A-Z]{{2,6}} ){{1,8}}{noun.capitalize()}\b{of}")
    told = [*pattern.finditer(cast.page.plain, max(limit - _FAR, 0), limit)]
    known = cast.name_over(told[-1].start(), told[-1].end()) if told else None
    if known:
        return Holder(known.span.start, known.span.end, "nominal", "party")
    if told:
        return Holder(told[-1].start(), told[-1].end(), "nominal", "name")
    generic = noun in (
        "organization",
        "organisation",
        "agency",
        "association",
        "charity",
        "institute",
        "bank",
        "company",
    )
    bodies = [named for named in cast.names_in(max(limit - _FAR, 0), limit) if named.kind in _BODIES] if generic else []
    return Holder(bodies[-1].span.start, bodies[-1].span.end, "nominal", "party") if bodies else None


def find_members(cast: Cast, limit: int, noun: str) -> Holder | None:
    """Return the group that "the leaders" lead: "G7 leaders", "leaders of the Group of Seven" before."""
    for one in reversed(cast.names_in(max(limit - _FAR, 0), limit)):
        if one.kind is Surface.GROUP and one.code and one.span.quote.split()[0].upper() == one.span.quote.split()[0]:
            after = cast.page.plain[one.span.end : one.span.end + _MEMBERS].lower()
            before = cast.page.plain[max(one.span.start - _MEMBERS, 0) : one.span.start].lower()
            if one.span.quote.lower().endswith(noun) or noun in after or f"{noun} of" in before:
                return Holder(one.span.start, one.span.end, "nominal", "party")
    return None


def find_officer(cast: Cast, office: Named) -> Holder | None:
    """Return the one person whom a report names in an office of a state: "the Peruvian leader", "Peru's president"."""
    words = office.span.quote.lower().split()
    if not words or words[-1] not in _SINGLE or "former" in words:
        return None
    heads = [one for one in cast.names if one.person and one.acts_for == office.acts_for and _is_held(one, office)]
    surnames = {one.person.quote.split()[-1].lower() for one in heads if one.person}
    return as_named(cast, heads[0]) if len(surnames) == 1 else None


def _is_held(named: Named, office: Named) -> bool:
    """Tell whether somebody holds an office, or is the leader that a report speaks of."""
    leads = office.span.quote.lower().endswith(("leader", "pm", "premier"))
    return named.office == office.office or (leads and named.office in _LEADING)


def last_person(cast: Cast, clause: Clause, title: str, *, named: bool) -> Holder | None:
    """Return the person with an office: the first one where it is written like a name, else the one last named."""
    limit = clause.sentence.start
    pattern = re.compile(rf"(?<!vice )(?<!vice-)(?<!deputy )\b{re.escape(title)}\b")
    told = [one for one in cast.names_in(0, limit) if one.person and _holds(cast, one, pattern)]
    if told and (named or title in _ROYAL):
        return as_named(cast, told[0 if named else -1])
    for start, end in reversed(cast.people_in(max(limit - _FAR, 0), limit)):
        around = cast.page.plain[max(start - 80, 0) : start].lower() + " " + cast.page.plain[end : end + 60].lower()
        if pattern.search(around):
            return Holder(*_first_told(cast, start, end), "nominal", "person")
    return as_named(cast, told[-1]) if told else None


def _holds(cast: Cast, named: Named, title: re.Pattern[str]) -> bool:
    return bool(title.search(" ".join(cast.page.plain[named.span.start : named.span.end].lower().split())))


def _first_told(cast: Cast, start: int, end: int) -> tuple[int, int]:
    return cast.surnames.get(cast.page.plain[start:end].split()[-1].lower(), (start, end))


def first_named(cast: Cast, start: int, end: int, sorts: tuple[str, ...]) -> Holder | None:
    """Return who is named first between two offsets."""
    if "person" in sorts:
        known = cast.people_in(start, end)[:1] or cast.surnames_in(start, end)[:1]
        return Holder(*known[0], "pronoun", "person") if known else None
    if "group" in sorts:
        return None
    fitting = [named for named in cast.names_in(start, end) if named.kind not in _NO_BODIES]
    return Holder(fitting[0].span.start, fitting[0].span.end, "pronoun", "party") if fitting else None
