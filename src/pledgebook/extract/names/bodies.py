"""Parties that wordings of the tables name alone or with what stands beside them: governments, peoples, offices."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from msgspec import Struct, structs

from pledgebook.extract.names.groups import read_group, read_national_group
from pledgebook.extract.names.lexicon import any_of, word_set
from pledgebook.extract.names.person_names import read_name_before, start_with_honours
from pledgebook.extract.names.titles import Holding, end_of_field, read_holding, start_with_field, title_after
from pledgebook.extract.names.unknown_bodies import Found, acting_for, read_unknown_body
from pledgebook.extract.names.wordings import Scan, Sight
from pledgebook.model.naming import Surface
from pledgebook.model.reference import Alias, Holder, Office, body_of, known_people, parties, word_list

GENITIVE = re.compile(r"(?:['\u2019]s|(?<=s)['\u2019])(?!\w)")
_BESIDE = re.compile(r"(?: \([A-Z][\w&-]{1,10}\))?(?:(?:['\u2019]s|(?<=s)['\u2019])(?!\w))?")
_NOUNS = r"(?:(?:countries|nations|states|governments|partners|allies|members?|economies|neighbou?rs)\b)"
_COUNTED = re.compile(
    r"[- ](?:(?:island|partner|member|donor|developing|least developed|low-income|middle-income|vulnerable|landlocked"
    rf"|coastal|host|neighbou?ring|union) )?{_NOUNS}",
    re.IGNORECASE,
)
_NATIONAL_SOCIETY = re.compile(r" (?:Red Cross|Red Crescent)(?: Society)?\b")
_OF_PLACE = re.compile(r" of (?:the )?([A-Z]\w+(?: [A-Z]\w+)*)")
_SOCIETY_OF = re.compile(r"\b(?:Red Cross|Red Crescent)(?: Society)? of (?:the )?$")
_WORD_AFTER = re.compile(r" ([A-Za-z][\w-]*)")
_WORD_BEFORE = re.compile(r"([A-Z][\w'\u2019-]+) $")
_PEOPLE_OF = ("people of", "people from", "citizens of", "civilians of", "refugees from", "defenders of")
_OF_LONGEST = 48
_NAME_BEFORE_REACH = 24
_ARTICLES = ("the ", "The ")
_BORDERING = (" neighbour", " neighbor")
"""Behind a land that only tells where another lies: "the Russian neighbouring country"."""
_ARTICLE_LENGTH = 4
_FIELDED = ("ministry", "department", "secretariat")
_APART = {"regional", "legislator"}
_MEETING = {Surface.GROUP, Surface.ORGANISATION, Surface.CAPITAL, Surface.MINISTRY}


class _Owner(Struct, frozen=True):
    """The country or body that a wording can put before a government or an office."""

    code: str = ""
    name: str = ""


@cache
def _tails() -> tuple[tuple[re.Pattern[str], Surface], ...]:
    """What follows a country's name and is its government, its people or one of its ministries."""
    adjectives = rf"(?:(?i:{any_of(word_list('describing'))}) ){{0,3}}"
    fields = any_of(word.casefold() for word in word_list("portfolio"))
    return (
        (
            re.compile(rf" {adjectives}(?i:{any_of(word_list('government'))})\b(?! (?:of|for) the [A-Z])"),
            Surface.MINISTRY,
        ),
        (re.compile(rf" {adjectives}(?i:{any_of(word_list('people'))})\b"), Surface.PEOPLE),
        (
            re.compile(
                rf" {adjectives}(?:[A-Z][\w&'\u2019-]* (?:(?:and|&|for) )?){{0,5}}"
                r"(?:[Mm]inistry|[Dd]epartment|[Ss]ecretariat|[Aa]gency|[Oo]ffice)\b"
            ),
            Surface.MINISTRY,
        ),
        (re.compile(rf" (?:(?i:{fields}|and|&) ){{1,5}}(?:ministry|agency)\b"), Surface.MINISTRY),
    )


@cache
def _government_of() -> re.Pattern[str]:
    return re.compile(rf"(?:\b[Tt]he )?(?i:{any_of(word_list('government of'))}) (?:of )?(?:the )?$")


def read_party_sight(scan: Scan, sight: Sight) -> Found | None:
    """A wording of the tables by itself: "Canada", "Kyiv", "the World Bank"."""
    alias = sight.meaning
    if not isinstance(alias, Alias):
        return None
    start = sight.start
    if _is_given_name(scan, sight) or scan.text.startswith(_BORDERING, sight.end):
        return None
    if scan.text.startswith(_ARTICLES, start) and alias.surface is not Surface.PRONOUN:
        start += _ARTICLE_LENGTH
    after = scan.text[sight.end : sight.end + 2]
    joined = alias.surface is Surface.COUNTRY and after[:1] == "-" and after[1:].islower()
    kind = Surface.ADJECTIVE if joined else alias.surface
    return Found(start, sight.end, kind, alias.name, alias.code, acting_for(alias.code))


def _is_given_name(scan: Scan, sight: Sight) -> bool:
    """Tell whether a name of a place is a person's: "Jordan Roe", "Michael Jordan"."""
    if scan.text[sight.start : sight.end] not in word_set("given"):
        return False
    after = _WORD_AFTER.match(scan.text, sight.end)
    capital = after is not None and after.group(1)[0].isupper() and after.start(1) not in scan.by_start
    verb = after is not None and after.group(1).casefold() in word_set("headline")
    return (capital and not verb) or follows_first_name(scan, sight.start)


def read_government(scan: Scan, sight: Sight) -> Found | None:
    """A government, army, people or ministry after its country: "the Canadian government", "Japan's Cabinet"."""
    owner = _owning(sight)
    if not owner.code:
        return None
    after = _after_genitive(scan, sight.end)
    if not _may_go_on(scan.text, after):
        return None
    tails = ((pattern.match(scan.text, after), kind) for pattern, kind in _tails())
    match, kind = next(((match, kind) for match, kind in tails if match), (None, Surface.UNKNOWN))
    if match is None or _is_region(sight):
        return None
    end = match.end()
    if match.group().casefold().endswith(_FIELDED):
        end = end_of_field(scan, end)
    return Found(sight.start, end, kind, owner.name, owner.code, acting_for(owner.code))


def _is_region(sight: Sight) -> bool:
    return isinstance(sight.meaning, Alias) and sight.meaning.surface is Surface.REGION


def _may_go_on(text: str, at: int) -> bool:
    """Tell at little cost whether the word after a name can begin one of its tails."""
    word = _WORD_AFTER.match(text, at)
    return word is not None and (word.group(1)[0].isupper() or word.group(1).casefold() in _first_words())


@cache
def _last_words() -> frozenset[str]:
    return frozenset(words.split()[-1].casefold() for words in word_list("government of"))


@cache
def _first_words() -> frozenset[str]:
    listed = ("describing", "government", "people", "portfolio")
    return frozenset(words.split()[0].casefold() for name in listed for words in word_list(name))


def _owning(sight: Sight) -> _Owner:
    meaning = sight.meaning
    if isinstance(meaning, Alias) and meaning.code and meaning.surface not in {Surface.PRONOUN, Surface.GROUP}:
        return _Owner(meaning.code, meaning.name)
    entry = parties().get(meaning.of) if isinstance(meaning, Holder) else None
    return _Owner(entry.code, entry.name) if entry else _Owner()


def _after_genitive(scan: Scan, end: int) -> int:
    match = _BESIDE.match(scan.text, end)
    return match.end() if match else end


def read_government_of(scan: Scan, sight: Sight) -> Found | None:
    """A government, people or army before its country: "the Government of Canada", "the people of Syria"."""
    owner = _owning(sight)
    if not owner.code or isinstance(sight.meaning, Holder) or scan.text.startswith(_BORDERING, sight.end):
        return None
    if not scan.text.startswith(("of ", "om ", "he "), sight.start - 3):
        return None
    low = max(0, sight.start - _OF_LONGEST)
    before = scan.text[low : sight.start]
    head = before.removesuffix("the ").removesuffix("of ").rsplit(None, 1)[-1:]
    match = _government_of().search(before) if head and head[0].casefold() in _last_words() else None
    if not match:
        return None
    people = match.group().casefold().removeprefix("the ").startswith(_PEOPLE_OF)
    kind = Surface.PEOPLE if people else Surface.MINISTRY
    return Found(low + match.start(), sight.end, kind, owner.name, owner.code, acting_for(owner.code))


def read_counted_countries(scan: Scan, sight: Sight) -> Found | None:
    """The countries of a region: "15 African countries", "Caribbean island states"."""
    alias = sight.meaning
    if not isinstance(alias, Alias) or alias.surface not in {Surface.REGION, Surface.GROUP}:
        return None
    match = _COUNTED.match(scan.text, sight.end)
    if not match:
        return None
    return Found(sight.start, match.end(), alias.surface, alias.name, alias.code, acting_for(alias.code))


@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(rf"(?:['\u2019]s?)? (?:\d{{4}} )?(?i:{any_of(word_list('meeting'))})\b(?! (?:of|between) the)")


def read_venue(scan: Scan, sight: Sight) -> Found | None:
    """Where parties meet, named by a group, a body or a city: "the G7 summit", "NATO's Madrid summit"."""
    alias = sight.meaning
    if not isinstance(alias, Alias) or alias.surface not in _MEETING:
        return None
    match = _meeting().match(scan.text, sight.end)
    if not match:
        return None
    return Found(sight.start, match.end(), Surface.VENUE, scan.text[sight.start : match.end()], alias.code)


def read_local_government(scan: Scan, sight: Sight) -> Found | None:
    """A government of a place that is no state of the tables: "the government of Tamil Nadu"."""
    match = _OF_PLACE.match(scan.text, sight.end)
    if not match or match.start(1) in scan.by_start:
        return None
    state = scan.party_behind(sight.start)
    if state and state.end > sight.end:  # "the Kingdom of Saudi Arabia"
        return None
    return Found(sight.start, match.end(), Surface.UNKNOWN, scan.text[sight.start : match.end()])


def read_society_of(scan: Scan, sight: Sight) -> Found | None:
    """A Red Cross or Red Crescent society before its country: "the Red Cross Society of China"."""
    if not scan.text.startswith(("of ", "he "), sight.start - 3):
        return None
    low = max(0, sight.start - _OF_LONGEST)
    match = _SOCIETY_OF.search(scan.text[low : sight.start])
    if not match or not isinstance(sight.meaning, Alias):
        return None
    start = low + match.start()
    return Found(start, sight.end, Surface.ORGANISATION, scan.text[start : sight.end])


def read_national_society(scan: Scan, sight: Sight) -> Found | None:
    """A country's Red Cross or Red Crescent society."""
    match = _NATIONAL_SOCIETY.match(scan.text, sight.end)
    if not match or not isinstance(sight.meaning, Alias):
        return None
    return Found(sight.start, match.end(), Surface.ORGANISATION, scan.text[sight.start : match.end()])


def read_office(scan: Scan, sight: Sight) -> Found | None:
    """An office with the country before it and the holder around it: "Dutch Prime Minister Mark Rutte"."""
    owner = _owning(sight)
    start = title_after(scan, _after_genitive(scan, sight.end)) if owner.code else sight.start
    holding = read_holding(scan, start) if start is not None else None
    if holding is None:
        return None
    alone = not owner.code and not holding.of
    before = read_name_before(scan, sight.start, alone=alone) if holding.person is None else None
    if holding.person is None and before is None and holding.office.level == "honorific":
        return None
    if owner.code:
        holding = structs.replace(holding, of=owner.code, owner=(sight.start, sight.end))
    low = sight.start if owner.code else start_with_field(scan, sight.start)
    return _read_held(scan, low, holding, before)


def _read_held(scan: Scan, start: int, holding: Holding, before: tuple[int, int] | None) -> Found:
    person = holding.person or before
    code = holding.of or _known_body(scan, person, holding.name)
    low = start_with_honours(scan, before[0]) if before else start
    name = scan.text[person[0] : person[1]] if person else _office_name(scan, holding, code)
    return Found(
        low,
        max(holding.end, person[1] if person else 0),
        Surface.HOLDER if person else Surface.OFFICE,
        name,
        code,
        "" if holding.office.level in _APART else acting_for(code),
        holding.name,
        person,
        (start_with_field(scan, holding.start), holding.title_end),
        holding.owner,
    )


def _known_body(scan: Scan, person: tuple[int, int] | None, office: str) -> str:
    """Return the code of the body that the tables know a person by, or the holder of an office by surname, else ""."""
    if person is None:
        return ""
    words = scan.text[slice(*person)]
    known = [holder for holder in known_people().get(words.casefold(), ()) if holder.office == office]
    if known:
        return known[0].of
    sight = scan.by_end.get(person[1])
    if sight and isinstance(sight.meaning, Holder):
        return sight.meaning.of
    return "" if " " in words else body_of(office, words)


def _office_name(scan: Scan, holding: Holding, code: str) -> str:
    entry = parties().get(code)
    return entry.name if entry else scan.text[holding.start : holding.title_end]


def read_person(scan: Scan, sight: Sight) -> Found | None:
    """A person of the tables by name alone, unless another first name stands before it ("Hunter Biden")."""
    holder = sight.meaning
    if not isinstance(holder, Holder):
        return None
    words = scan.text[sight.start : sight.end]
    if words in holder.alone and follows_first_name(scan, sight.start):
        return None
    bounds = (sight.start, sight.end)
    return Found(*bounds, Surface.HOLDER, words, holder.of, acting_for(holder.of), holder.office, bounds)


def follows_first_name(scan: Scan, start: int) -> bool:
    """Tell whether a surname follows a capitalised word that is neither a title nor the first word of a clause."""
    before = _WORD_BEFORE.search(scan.text[max(0, start - _NAME_BEFORE_REACH) : start])
    return bool(before and before.group(1).casefold() not in word_set("lead") and start - 1 not in scan.by_end)


RULES: Mapping[type, tuple[Callable[[Scan, Sight], Found | None], ...]] = {
    Alias: (
        read_office,
        read_government_of,
        read_government,
        read_counted_countries,
        read_venue,
        read_national_group,
        read_group,
        read_national_society,
        read_society_of,
        read_party_sight,
    ),
    Office: (read_office,),
    Holder: (read_office, read_government, read_person),
    str: (read_unknown_body, read_group),
}
