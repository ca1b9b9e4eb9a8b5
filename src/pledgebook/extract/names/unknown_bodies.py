"""Bodies that no table holds, told by the last word of their name: foundations, funds, ministries, companies."""

import re
from functools import cache

from msgspec import Struct

from pledgebook.extract.names.lexicon import word_set
from pledgebook.extract.names.person_names import GENITIVES
from pledgebook.extract.names.wordings import Scan, Sight
from pledgebook.model.naming import Surface
from pledgebook.model.reference import Alias, mechanisms, name_portfolio, parties

_CONNECTORS = {"of", "for", "and", "&", "de", "des", "du", "on", "la"}
_AFTER = re.compile(r" (?:of|for|on|against) (?:the )?(?=[A-Z])|, (?=Inc\b|Ltd\b|LLC\b)")
_STEP = re.compile(r"(?:,? (?:and|&|for|of)(?: the)?|,)? (?=[A-Z])")
_WORD = re.compile(r"[A-ZÀ-Þ][\w&'\u2019.-]*")
_BODIES = frozenset({Surface.ORGANISATION, Surface.FUND})
_MOST_WORDS = 9
_WORD_REACH = 41


class Found(Struct, frozen=True, gc=False):
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
    owner: tuple[int, int] | None = None


def acting_for(code: str) -> str:
    """Return the code of who gives or gets when a party does: a ministry's country, else the party itself."""
    entry = parties().get(code)
    return entry.acts_for if entry else ""


def read_unknown_body(scan: Scan, sight: Sight) -> Found | None:
    """An organisation that no table holds, by its last word: "Ruritania Solidarity Fund", "Ministry of Health"."""
    if not isinstance(sight.meaning, str) or sight.meaning not in word_set("body"):
        return None
    start, end = _walk_left(scan, sight.start), _walk_right(scan, sight.end)
    if (start, end) == (sight.start, sight.end):
        return None
    words = scan.text[start:end]
    if words in _programmes() or words in word_set("inner body"):
        return None
    country = _country_of(scan, sight.meaning, start, end)
    if not country and sight.meaning not in word_set("ministry"):
        return Found(start, end, _weigh_kind(sight.meaning), words)
    return Found(start, end, Surface.MINISTRY, words, country, acting_for(country), name_portfolio(words))


@cache
def _programmes() -> frozenset[str]:
    """Return the wordings of programmes that money goes through but not to."""
    return frozenset(words for mechanism in mechanisms() if not mechanism.pot for words in mechanism.aliases)


def _weigh_kind(word: str) -> Surface:
    if word in word_set("firm"):
        return Surface.COMPANY
    return Surface.FUND if word in word_set("fund") else Surface.ORGANISATION


def _walk_left(scan: Scan, start: int) -> int:
    """Return where a capitalised run that ends before an offset starts; small words may stand within it."""
    best = at = start
    for _ in range(_MOST_WORDS):
        low = _word_before(scan.text, at)
        word = scan.text[low : at - 1]
        if _can_belong(word):
            best = at = low
        elif word in _CONNECTORS and at != start and not _is_party_end(scan, low - 1):
            at = low
        else:
            break
    return best


def _word_before(text: str, at: int) -> int:
    """Return where the word before an offset starts, or the offset itself when none stands on the same line."""
    if at < 1 or text[at - 1] != " ":
        return at
    low = text.rfind(" ", max(0, at - _WORD_REACH), at - 1) + 1
    return max(low, text.rfind("\n", low, at) + 1)


def _can_belong(word: str) -> bool:
    return bool(
        _WORD.fullmatch(word) and word.casefold() not in word_set("lead") and not word.endswith((".", *GENITIVES))
    )


def _is_party_end(scan: Scan, offset: int) -> bool:
    """Tell whether a party of the tables ends there: "Kenya and Acme Fund" is two names."""
    sight = scan.by_end.get(offset)
    return bool(sight and isinstance(sight.meaning, Alias))


def _walk_right(scan: Scan, end: int) -> int:
    """Return where a name goes on to after its kind: "Institute for Sea Research", "Fund for the Amazon Peoples"."""
    match = _AFTER.match(scan.text, end)
    at, best = (match.end() if match else end), end
    for _ in range(_MOST_WORDS if match else 0):
        word = _WORD.match(scan.text, at)
        if not word:
            break
        if word.group().endswith((".", *GENITIVES)):
            return word.end() - (1 if word.group().endswith(".") else 2)
        best = word.end()
        step = _STEP.match(scan.text, best)
        if not step or (step.group().startswith(", ") and not _is_field(scan, step.end())):
            break
        if " and" in step.group() and _begins_a_body(scan, step):  # "the Association of Chad and the Global Fund"
            break
        at = step.end()
    return best


def _begins_a_body(scan: Scan, step: re.Match[str]) -> bool:
    """Tell whether a body of the tables starts behind a joining word, its article included."""
    article = len("the ") if step.group().endswith("the ") else 0
    sight = scan.party_at(step.end() - article) or scan.party_at(step.end())
    return sight is not None and isinstance(sight.meaning, Alias) and sight.meaning.surface in _BODIES


def _is_field(scan: Scan, at: int) -> bool:
    """Tell whether a comma goes on with a ministry's fields rather than with another name."""
    word = _WORD.match(scan.text, at)
    return word is not None and word.group().rstrip(",") in word_set("portfolio")


def _country_of(scan: Scan, word: str, start: int, end: int) -> str:
    """Return whose state a body belongs to: a ministry's named country, an agency's that it is called by first."""
    if word in word_set("ministry"):
        return _country_within(scan, start, end)
    first = scan.party_at(start)
    if first is None or word not in word_set("state body") or not isinstance(first.meaning, Alias):
        return ""
    return first.meaning.code if first.meaning.surface in {Surface.ADJECTIVE, Surface.COUNTRY} else ""


def _country_within(scan: Scan, start: int, end: int) -> str:
    """Return the code of the first country named inside a body's name, else ""."""
    within = (scan.party_at(at) for at in range(start, end) if at in scan.by_start)
    codes = (sight.meaning.code for sight in within if sight and isinstance(sight.meaning, Alias))
    return next((code for code in codes if code in parties()), "")
