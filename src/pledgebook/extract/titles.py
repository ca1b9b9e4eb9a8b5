"""Offices and who holds them: "Canadian Prime Minister Mark Carney", "Mark Carney, Canada's prime minister"."""

import re

from msgspec import Struct

from pledgebook.extract.name_scan import Scan
from pledgebook.model.reference import Alias, Holder, Office

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŐŒŘŚŞŠŤŪŮŰŹŻŽȘȚ"
_WORD = rf"(?:[{_UPPER}]\.(?:[{_UPPER}]\.)*|(?:al-|Al-|el-|El-|bin |O['’]|d['’]|N['’])?[{_UPPER}][\w’'ʼ-]*)"
_PARTICLES = r"(?:(?:de|van|von|der|den|del|della|di|da|dos|das|du|la|al|el|bin|ibn|bint|ter|ten|zu|af|e) ){0,3}"
_NAME = re.compile(rf"{_WORD}(?: {_PARTICLES}{_WORD}){{0,5}}(?:,? (?:Jr|Sr)\.|,? I{{2,3}}\b)?")
_NAME_BEFORE = re.compile(
    rf"(?<![\w’'-])({_WORD}(?: {_PARTICLES}{_WORD}){{1,4}}), (?:the |a |an |then |former |new |acting |senior )?$"
)
_BEFORE = 70
_TITLE_GAP = re.compile(
    r"(?: (?:new|former|then|outgoing|acting|interim|incoming|late|caretaker|first|current|ex|deputy|top|chief|senior|newly"
    r" elected|transitional|opposition|military))?[ -]"
)
_JOINED = re.compile(r",? (?:and|&) (?:the )?")
_BELONGS = re.compile(r" (?:of|for|to|at) (?:the )?")
_PORTFOLIO_WORD = (
    r"(?:Foreign|External|Internal|International|European|Global|National|Federal|Federal|Public|Social|Economic|Economy|Economics"
    r"|Finance|Financial|Fiscal|Budget|Treasury|Planning|Trade|Commerce|Commercial|Industry|Industrial|Investment|Business|Enterprise"
    r"|Development|Cooperation|Co-operation|Aid|Humanitarian|Affairs|Relations|Integration|Partnerships?|Neighbou?rhood|Enlargement"
    r"|Defen[cs]e|Security|Policy|Interior|Home|Justice|Law|Legal|Order|Citizenship|Immigration|Migration|Refugees|Health|Welfare"
    r"|Population|Education|Science|Research|Technology|Innovation|Digital|Transformation|Information|Communications?|Culture|Sports?"
    r"|Youth|Women|Gender|Equality|Family|Families|Children|Labou?r|Employment|Work|Pensions|Agriculture|Agrarian|Food|Rural|Fisheries"
    r"|Forestry|Forests|Livestock|Land|Lands|Water|Irrigation|Sanitation|Energy|Power|Mines|Mining|Minerals|Petroleum|Natural|Resources"
    r"|Environment|Environmental|Protection|Ecology|Climate|Change|Action|Infrastructure|Transport|Transportation|Works|Housing|Urban"
    r"|Construction|Regional|Local|Territories|Communities|Municipalities|Disaster|Disasters|Emergency|Emergencies|Management|Crisis|Relief"
    r"|Reconstruction|Recovery|Strategic|Industries|Veterans|Tourism|Parliamentary|Religious|Tribal|States|Pacific|Africa|Asia|Europe"
    r"|State|Management|Situations|Sustainable|Growth|Net|Zero|Military|Nuclear|Safety|Consumer|Nature|Peace|Services|Administration"
    r"|General|Supply|Reintegration|Temporarily|Occupied|Commonwealth|Civil|Small|Francophonie|Families|Diaspora|Tax|Revenue)"
)
_PORTFOLIO = re.compile(
    rf"(?: (?:of|for) (?:the )?{_PORTFOLIO_WORD}| (?:Cooperation|Affairs|Policy)\\b| (?:and|&) (?:Development|Foreign Trade|Trade|Climate)\\b)(?:(?:,? (?:and|&|for|of)(?: the)?|,)? {_PORTFOLIO_WORD}){{0,9}}\b",
    re.IGNORECASE,
)
_OPEN_TITLES = re.compile(
    r"(?:minister|secretary(?: of state)?|commissioner|secretary -? ?general|department|ministry|coordinator|for|to)$",
    re.IGNORECASE,
)
_FIELDS = (
    ("foreign minister", ("foreign affairs", "external")),
    ("development minister", ("development", "cooperation", "aid")),
    ("defence minister", ("defence", "defense")),
    ("finance minister", ("finance", "treasury")),
    ("economy minister", ("econom",)),
    ("energy minister", ("energy", "power")),
    ("health minister", ("health",)),
    ("agriculture minister", ("agricult", "agrarian", "food")),
    ("interior minister", ("interior", "home")),
)
_NOT_A_NAME = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday the a an in on at of to for from with and but as by this that these those he she"
    " it they we his her its our today yesterday read more photo image source here also however meanwhile when while"
    " after before during since who what where if not no".split()
)
_HEADLINE_VERBS = frozenset(
    "announces announced pledges pledged says said meets met visits visited signs signed calls called urges urged"
    " launches launched secures secured commits committed donates donated gives gave approves approved unveils unveiled"
    " welcomes welcomed hails hailed warns warned vows vowed backs backed rejects rejected offers offered arrives"
    " arrived hosts hosted holds held delivers delivered sends sent provides provided promises promised joins joined"
    " seeks sought thanks thanked tells told asks asked considers will would to has is was reaffirms reiterates speaks"
    " spoke discusses discussed receives received presents extends boosts increases doubles allocates grants hands"
    " attends inaugurates participates travels addresses outlines sets makes takes leads opens releases statement"
    " remarks readout press administration fact sheet".split()
)


class Holding(Struct, frozen=True):
    """An office read in the laid-out text: where the title stands, its name, the body it names, who holds it."""

    start: int
    end: int
    title_end: int
    office: Office
    name: str
    of: str
    person: tuple[int, int] | None = None


def is_headline_verb(word: str) -> bool:
    """Tell whether a capitalised word is one of the verbs that headlines put after a name."""
    return word.casefold() in _HEADLINE_VERBS


def read_name(scan: Scan, start: int) -> tuple[int, int] | None:
    """Return the bounds of a person's name that starts at an offset, cut before words that cannot be part of one."""
    match = _NAME.match(scan.text, start)
    if not match:
        return None
    end = _cut_name(scan, start, match.end())
    words = scan.text[start:end]
    if words.endswith(("'s", "’s")):
        end -= 2
    return (start, end) if len(words.strip(".'’")) > 1 else None


def _cut_name(scan: Scan, start: int, end: int) -> int:
    at = start
    while at < end:
        stop = scan.text.find(" ", at, end)
        stop = end if stop < 0 else stop
        word = scan.text[at:stop].casefold()
        sight = scan.by_start.get(at)
        listed = sight and not isinstance(sight.meaning, Holder) and (at > start or sight.end >= stop)
        if word in _NOT_A_NAME or (at > start and word in _HEADLINE_VERBS) or (listed and not _is_given(scan, at, end)):
            return max(start, at - 1)
        if word.endswith(("'s", "’s")):
            return stop
        at = stop + 1
    return end


_GIVEN = {
    "Jordan",
    "Chad",
    "Georgia",
    "Israel",
    "Paris",
    "Sofia",
    "Victoria",
    "Austin",
    "Dominica",
    "Lord",
    "Sir",
    "Judge",
    "Chair",
}


def _is_given(scan: Scan, at: int, end: int) -> bool:
    sight = scan.by_start[at]
    return scan.text[at : sight.end] in _GIVEN and sight.end < end


def name_field(words: str) -> str:
    """Return the common name of a minister's office by its portfolio, else the words themselves."""
    told = words.casefold()
    return next((office for office, marks in _FIELDS if any(mark in told for mark in marks)), told)


def read_holding(scan: Scan, start: int) -> Holding | None:
    """Return the office whose title starts at an offset, with its portfolio, body and holder where they follow."""
    sight = scan.title_at(start)
    if sight is None or not isinstance(sight.meaning, Office):
        return None
    end, name, of = sight.end, sight.meaning.name, sight.meaning.of
    field = _PORTFOLIO.match(scan.text, end) if _OPEN_TITLES.search(scan.text[start:end]) else None
    if field and "minister" in name:
        end, name = field.end(), name_field(field.group())
    elif field:
        end = field.end()
    joined = _JOINED.match(scan.text, end)
    second = read_holding(scan, joined.end()) if joined else None
    if second and second.person and sight.meaning.level != "honorific":
        return Holding(start, second.end, second.title_end, sight.meaning, name, of or second.of, second.person)
    title_end, of, end = _read_body(scan, end, of)
    person = _read_holder(scan, end)
    return Holding(start, person[1] if person else end, title_end, sight.meaning, name, of, person)


def _read_body(scan: Scan, end: int, of: str) -> tuple[int, str, int]:
    """Return where title and body end, and the body's code, for "President of the European Council"."""
    belongs = _BELONGS.match(scan.text, end)
    body = scan.party_at(belongs.end()) if belongs else None
    if body and isinstance(body.meaning, Alias):
        return body.end, body.meaning.code or of, body.end
    return end, of, end


def _read_holder(scan: Scan, end: int) -> tuple[int, int] | None:
    """Return the bounds of the name after a title, past a second title such as "Sir" or "General"."""
    if scan.text[end : end + 1] not in (" ", ","):
        return None
    start = end + 1 if scan.text[end] == " " else end + 2
    honour = scan.title_at(start)
    if honour and isinstance(honour.meaning, Office) and honour.meaning.level in {"honorific", "military", "head"}:
        start = honour.end + 1
    if scan.text[end] == "," and not re.match(r"[^,.;\n]{3,45},", scan.text[start : start + 50]):
        return None
    return read_name(scan, start)


def read_name_before(scan: Scan, start: int) -> tuple[int, int] | None:
    """Return the bounds of the name that stands with a comma before an office: "Mark Carney, prime minister"."""
    low = max(0, start - _BEFORE)
    match = _NAME_BEFORE.search(scan.text[low:start])
    if not match:
        return None
    name = read_name(scan, low + match.start(1))
    return name if name and name[1] == low + match.end(1) else None


def title_after(scan: Scan, end: int) -> int | None:
    """Return where an office title starts that follows a country: "Canada's new prime minister"."""
    gap = _TITLE_GAP.match(scan.text, end)
    if not gap:
        return None
    direct = end + 1
    return direct if scan.title_at(direct) else (gap.end() if scan.title_at(gap.end()) else None)
