"""Bodies that are named by their kind: governments, ministries, armed forces, and organisations no table holds."""

import re

from msgspec import Struct

from pledgebook.extract.name_scan import Scan, Sight
from pledgebook.extract.titles import name_field, read_holding, read_name_before, title_after
from pledgebook.extract.titles import Holding
from pledgebook.model.naming import Surface
from pledgebook.model.reference import Alias, Holder, Office, parties

GENITIVE = re.compile(r"(?:['’]s|(?<=s)['’])(?!\w)")
_ADJECTIVES = (
    r"(?:(?:federal|Federal|central|national|National|interim|transitional|military|new|current|previous|former|caretaker|coalition|own"
    r"|incoming|outgoing|local|regional|senior|top|royal|Royal|then|democratic|conservative|Conservative|Labour|Liberal|liberal"
    r"|minority|unity|internationally recognized|internationally recognised) ){0,3}"
)
_GOVERNMENT = re.compile(
    rf" {_ADJECTIVES}(?:[Gg]overnment|GOVERNMENT|[Aa]dministration|[Cc]abinet|[Pp]arliament|[Aa]uthorities|[Oo]fficials|[Ll]awmakers"
    r"|[Ll]eaders?(?:hip)?|[Mm]ilitary|[Aa]rmy|[Aa]rmed [Ff]orces|[Ff]orces|[Tt]roops|[Dd]efenders|[Ee]mbassy|[Tt]axpayers|[Ss]tate budget"
    r"|[Cc]ouncil of Ministers|[Cc]hancellery|[Pp]residency|[Ss]enate|[Cc]ongress|[Dd]elegation|side|[Tt]reasury|[Nn]avy|[Aa]ir [Ff]orce"
    r"|[Ff]oreign [Oo]ffice|[Dd]evelopment [Cc]ooperation|[Pp]olice|[Ss]tate|MPs|legislators|ministers|diplomats)\b(?! (?:of|for) the [A-Z])"
)
_PEOPLE = re.compile(
    rf" {_ADJECTIVES}(?:[Pp]eople|[Rr]efugees?|[Cc]ivilians|[Cc]itizens|[Nn]ationals|[Ff]amilies|[Cc]hildren|[Ww]omen|[Ff]armers|[Ss]oldiers"
    r"|[Pp]opulation|[Cc]ommunit(?:y|ies)|[Ss]ociety|[Hh]ouseholds|[Vv]illagers|[Rr]esidents|[Yy]outh|[Gg]irls|[Ss]tudents|[Vv]eterans"
    r"|[Ee]vacuees|[Rr]eturnees|[Pp]atients|[Ss]urvivors|[Vv]ictims)\b"
)
_MINISTRY = re.compile(
    rf" {_ADJECTIVES}(?:[A-Z][\w&’'-]* (?:(?:and|&|for) )?){{0,5}}(?:[Mm]inistry|[Dd]epartment|[Ss]ecretariat|[Aa]gency|[Oo]ffice)\b"
)
_LOWER_MINISTRY = re.compile(
    r" (?:(?:foreign|defen[cs]e|finance|health|development|economy|interior|energy|agriculture|education|trade|climate|justice)(?: and | )?"
    r"(?:affairs|aid|cooperation|trade)? ?){1,3}ministry\b"
)
_COUNTED = re.compile(
    r"[- ](?:(?:island|partner|member|donor|developing|least developed|low-income|vulnerable|landlocked|coastal|host|neighbou?ring) )?"
    r"(?:countries|nations|states|governments|partners|allies|members?|economies)\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?:\b[Tt]he )?(?:[Gg]overnment|GOVERNMENT|[Pp]eople|[Aa]rmed [Ff]orces|[Mm]ilitary|[Aa]uthorities|[Cc]abinet(?: of [Mm]inisters)?|[Pp]arliament"
    r"|[Ee]mbassy|[Kk]ingdom|[Rr]epublic|[Ss]tate|[Ss]overeign [Ss]tate|[Cc]ommonwealth|[Cc]ouncil of [Mm]inisters|[Nn]ational [Aa]ssembly"
    r"|[Nn]ational [Bb]ank|[Cc]entral [Bb]ank|[Rr]eserve [Bb]ank|[Bb]ank|[Oo]ffice of the (?:[Pp]resident|[Pp]rime [Mm]inister)|[Gg]overnments|[Pp]residency) of (?:the )?$"
)
_OF_LONGEST = 48
_NATIONAL_BODY = re.compile(r" (?:Red Cross|Red Crescent)(?: Society)?\b")
_CONNECTORS = {"of", "for", "and", "&", "de", "des", "du", "on", "la"}
_LEAD_WORDS = frozenset(
    "the a an this that these those in on at to from by with through under via as its his her their our while when"
    " after before since according also today yesterday both each every all some other another such said meanwhile"
    " additionally moreover furthermore however although because if but or nor and of for including last next new"
    " is was are were has have had".split()
)
_AFTER = re.compile(r" (?:of|for|on|against|to) (?:the )?(?=[A-Z])|, (?=Inc\b|Ltd\b|LLC\b)")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w&’'.-]*")
_LONGEST_NAME = 9
_MINISTRIES = {"Ministry", "Department", "Secretariat", "Office", "Embassy"}
_FIRMS = {
    "Inc",
    "Ltd",
    "Limited",
    "Corp",
    "Corporation",
    "Company",
    "Holdings",
    "Holding",
    "Systems",
    "Group",
    "Partners",
}
_FUNDS = {"Fund", "Funds", "Facility", "Trust"}


class Found(Struct, frozen=True):
    """One name in the laid-out text, before it is a span of the report."""

    start: int
    end: int
    kind: Surface
    name: str
    code: str = ""
    acts_for: str = ""
    office: str = ""
    person: tuple[int, int] | None = None
    title: tuple[int, int] | None = None


def acting_for(code: str) -> str:
    """Return the code of who gives or gets when a party does: a ministry's country, else the party itself."""
    entry = parties().get(code)
    return entry.acts_for if entry else ""


def read_party_sight(scan: Scan, sight: Sight) -> Found | None:
    """A wording of the tables by itself: "Canada", "Kyiv", "the World Bank"."""
    alias = sight.meaning
    if not isinstance(alias, Alias):
        return None
    kind = alias.surface
    if (
        kind is Surface.COUNTRY
        and scan.text[sight.end : sight.end + 1] == "-"
        and scan.text[sight.end + 1 : sight.end + 2].islower()
    ):
        kind = Surface.ADJECTIVE
    return Found(sight.start, sight.end, kind, alias.name, alias.code, acting_for(alias.code))


def read_government(scan: Scan, sight: Sight) -> Found | None:
    """A government, army, people or ministry after its country: "the Canadian government", "Japan's Cabinet"."""
    of = _belonging(sight)
    if not of:
        return None
    after = _after_genitive(scan, sight.end)
    for pattern, kind in _TAILS:
        match = pattern.match(scan.text, after)
        if match:
            code, name = of
            return Found(
                sight.start,
                match.end(),
                kind,
                name if kind is not Surface.UNKNOWN else scan.text[sight.start : match.end()],
                code,
                acting_for(code),
            )
    return None


_TAILS = (
    (_GOVERNMENT, Surface.MINISTRY),
    (_PEOPLE, Surface.PEOPLE),
    (_MINISTRY, Surface.MINISTRY),
    (_LOWER_MINISTRY, Surface.MINISTRY),
)


def _belonging(sight: Sight) -> tuple[str, str] | None:
    """Return code and name of the country or body that a wording can put before a government or an office."""
    meaning = sight.meaning
    if isinstance(meaning, Alias) and meaning.code and meaning.surface not in {Surface.PRONOUN, Surface.GROUP}:
        return meaning.code, meaning.name
    if isinstance(meaning, Holder):
        entry = parties().get(meaning.of)
        return (meaning.of, entry.name) if entry else None
    return None


def _after_genitive(scan: Scan, end: int) -> int:
    match = GENITIVE.match(scan.text, end)
    return match.end() if match else end


def read_government_of(scan: Scan, sight: Sight) -> Found | None:
    """A government, people or army before its country: "the Government of Canada", "the people of Syria"."""
    of = _belonging(sight)
    if not of or isinstance(sight.meaning, Holder):
        return None
    low = max(0, sight.start - _OF_LONGEST)
    match = _OF.search(scan.text[low : sight.start])
    if not match:
        return None
    kind = Surface.PEOPLE if "eople of" in match.group() else Surface.MINISTRY
    return Found(low + match.start(), sight.end, kind, of[1], of[0], acting_for(of[0]))


def read_counted_countries(scan: Scan, sight: Sight) -> Found | None:
    """The countries of a region: "15 African countries", "Caribbean island states"."""
    alias = sight.meaning
    if not isinstance(alias, Alias) or alias.surface not in {Surface.REGION, Surface.GROUP}:
        return None
    match = _COUNTED.match(scan.text, sight.end)
    return (
        Found(sight.start, match.end(), alias.surface, alias.name, alias.code, acting_for(alias.code))
        if match
        else None
    )


def read_national_society(scan: Scan, sight: Sight) -> Found | None:
    """A country's Red Cross or Red Crescent society."""
    alias = sight.meaning
    match = _NATIONAL_BODY.match(scan.text, sight.end)
    if not match or not isinstance(alias, Alias):
        return None
    return Found(sight.start, match.end(), Surface.ORGANISATION, scan.text[sight.start : match.end()])


def read_office(scan: Scan, sight: Sight) -> Found | None:
    """An office with the country before it and the holder around it: "Dutch Prime Minister Mark Rutte"."""
    of = _belonging(sight)
    after = _after_genitive(scan, sight.end)
    start = title_after(scan, after) if of else sight.start
    holding = read_holding(scan, start) if start is not None else None
    if holding is None:
        return None
    before = read_name_before(scan, sight.start) if holding.person is None else None
    return _read_held(scan, sight.start, holding, of, before)


def _read_held(
    scan: Scan, start: int, holding: Holding, of: tuple[str, str] | None, before: tuple[int, int] | None
) -> Found | None:
    code = _owner(scan, holding, of)
    person = holding.person or before
    if person is None and holding.office.level == "honorific":
        return None
    low, high = (_honoured(scan, before[0]) if before else start), max(holding.end, person[1] if person else 0)
    kind = Surface.HOLDER if person else Surface.OFFICE
    entry = parties().get(code)
    acts = acting_for(code) if holding.office.level not in {"regional", "legislator"} else ""
    name = (
        scan.text[person[0] : person[1]]
        if person
        else (entry.name if entry else scan.text[holding.start : holding.title_end])
    )
    return Found(low, high, kind, name, code, acts, holding.name, person, (holding.start, holding.title_end))


def _honoured(scan: Scan, start: int) -> int:
    """Return where a name starts with the title that stands before it: "Sheikh", "Dr"."""
    sight = scan.by_end.get(start - 1)
    return sight.start if sight and isinstance(sight.meaning, Office) else start


def _owner(scan: Scan, holding: Holding, of: tuple[str, str] | None) -> str:
    """Return the body of an office: said before or after it, its own, else what the tables know of the holder."""
    if of:
        return of[0]
    if holding.of:
        return holding.of
    sight = scan.by_end.get(holding.person[1]) if holding.person else None
    return sight.meaning.of if sight and isinstance(sight.meaning, Holder) else ""


def read_person(scan: Scan, sight: Sight) -> Found | None:
    """A person of the tables by name alone, unless another first name stands before it ("Hunter Biden")."""
    holder = sight.meaning
    if not isinstance(holder, Holder):
        return None
    before = re.search(r"([A-Z][\w’'-]+) $", scan.text[max(0, sight.start - 24) : sight.start])
    if before and scan.text[sight.start : sight.end] in holder.alone and not _can_precede(scan, sight, before.group(1)):
        return None
    words = scan.text[sight.start : sight.end]
    return Found(
        sight.start,
        sight.end,
        Surface.HOLDER,
        words,
        holder.of,
        acting_for(holder.of),
        holder.office,
        (sight.start, sight.end),
    )


def _can_precede(scan: Scan, sight: Sight, word: str) -> bool:
    return word.casefold() in _LEAD_WORDS or sight.start - 1 in scan.by_end


def read_unknown_body(scan: Scan, sight: Sight) -> Found | None:
    """An organisation that no table holds, by its last word: "Ruritania Solidarity Fund", "Ministry of Health"."""
    if not isinstance(sight.meaning, str):
        return None
    start = _walk_left(scan, sight.start)
    end = _walk_right(scan, sight.end)
    if start == sight.start and end == sight.end:
        return None
    words = scan.text[start:end]
    country = _country_within(scan, start, end)
    if sight.meaning in _MINISTRIES:
        return Found(start, end, Surface.MINISTRY, words, country, acting_for(country), name_field(words))
    kind = (
        Surface.COMPANY
        if sight.meaning in _FIRMS
        else Surface.FUND
        if sight.meaning in _FUNDS
        else Surface.ORGANISATION
    )
    return Found(start, end, kind, words)


def _walk_left(scan: Scan, start: int) -> int:
    """Return where a capitalised run that ends before an offset starts; small words may stand within it."""
    text, best, at = scan.text, start, start
    for _ in range(_LONGEST_NAME):
        if at < 1 or text[at - 1] != " ":
            break
        low = text.rfind(" ", max(0, at - 41), at - 1) + 1
        newline = text.rfind("\n", low, at)
        low = newline + 1 if newline >= 0 else low
        word = text[low : at - 1]
        if _CAPITALISED.fullmatch(word) and word.casefold() not in _LEAD_WORDS and not word.endswith((".", "'s", "’s")):
            best = at = low
        elif word in _CONNECTORS and at != start:
            at = low
        else:
            break
    return best


def _walk_right(scan: Scan, end: int) -> int:
    """Return where a name goes on to after its kind: "Institute for Sea Research", "Fund for the Amazon Peoples"."""
    match = _AFTER.match(scan.text, end)
    if not match:
        return end
    at, best = match.end(), end
    for _ in range(_LONGEST_NAME):
        word = _CAPITALISED.match(scan.text, at)
        if not word:
            break
        best = word.end() - (2 if word.group().endswith(("'s", "’s")) else 1 if word.group().endswith(".") else 0)
        if best < word.end():
            break
        step = re.compile(r"(?:,? (?:and|&|for|of)(?: the)?|,)? (?=[A-Z])").match(scan.text, best)
        if not step:
            break
        at = step.end()
    return best


def _country_within(scan: Scan, start: int, end: int) -> str:
    """Return the code of the first country named inside a body's name, else ""."""
    within = (scan.party_at(at) for at in range(start, end) if at in scan.by_start)
    codes = (sight.meaning.code for sight in within if sight and isinstance(sight.meaning, Alias))
    return next((code for code in codes if code in parties()), "")


RULES = (
    read_office,
    read_government_of,
    read_government,
    read_counted_countries,
    read_national_society,
    read_unknown_body,
    read_person,
    read_party_sight,
)
