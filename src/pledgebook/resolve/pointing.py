"""Whom words stand for that only point: "the country", "the fund", "both banks" are what the report named before."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from msgspec import structs

from pledgebook.model.currencies import load_currencies
from pledgebook.model.naming import Named, Names, Surface
from pledgebook.model.records import Document
from pledgebook.model.reference import known_people, parties, word_list
from pledgebook.model.values import PartyKind
from pledgebook.resolve.voices import Cast, Hearing

_BODIES = frozenset({Surface.ORGANISATION, Surface.FUND, Surface.MINISTRY, Surface.COMPANY})
_LANDS = frozenset({Surface.COUNTRY, Surface.PEOPLE, Surface.ADJECTIVE, Surface.CAPITAL, Surface.MINISTRY})
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTRY = (
    r"(?:country|countries|nations?|islands?|kingdom|republic|archipelago|states|governments|sides|parties|leaders)"
)
_SORTS = (
    (re.compile(r"\b(?:fund|facility)$"), re.compile(r"Fund|Facility|Trust|\b[A-Z]{3,}\b|Gavi")),
    (re.compile(r"\b(?:banks?|lender)$"), re.compile(r"Bank|Monetary|\b[A-Z][A-Za-z]*[BD]B\b|EBRD|KfW|IMF")),
    (
        re.compile(r"\b(?:foundation|charity|trust)$"),
        re.compile(r"Foundation|Trust|Charity|Philanthrop|Relief|Aid|Care"),
    ),
    (re.compile(r"\bsociety$"), re.compile(r"Society|Red Cross|Red Crescent")),
    (re.compile(r"\b(?:ministry|department)$"), re.compile(r"Ministry|Department|ministry|department")),
    (re.compile(r"\b(?:company|firm)$"), re.compile(r"")),
    (re.compile(r"\balliance$"), re.compile(r"NATO|Alliance")),
    (
        re.compile(r"\b(?:bloc|union)$"),
        re.compile(r"\bEU\b|Union|ECOWAS|ASEAN|Community|CARICOM|Mercosur|SADC|Commission"),
    ),
    (re.compile(r"\b(?:commission)$"), re.compile(r"Commission")),
    (re.compile(r"\bcouncil$"), re.compile(r"Council")),
    (
        re.compile(r"\b(?:agency|organi[sz]ations?|institutions?|body|bodies|group)$"),
        re.compile(r"Agency|Organi[sz]ation|Programme|Program|Bank|Fund|Foundation|Society|Cross|\b[A-Z]{3,}[a-z]?\b"),
    ),
)
"""The noun that points, and the words that a name has which it can point at."""

_ASIDE = re.compile(
    r"\b(?:to|for|in|with|from|against|on|of|by|help(?:s|ed)?|give|gives|gave)\s+(?:the\s+)?$", re.IGNORECASE
)
_AND = re.compile(r"\s+(?:and|&)\s+(?:the\s+)?")
_WITH = re.compile(r"\bwith (?:the )?$")
_DOING = re.compile(r"\s+(?:providing|giving|contributing|pledging|donating|committing|allocating|sending|offering)\b")
_BY = re.compile(r"\w(?:ed|en) by (?:the )?$")
_COMMON_NAME = re.compile(
    r"(?:the )?(?:(?:Department|Ministry|Federal Ministry) of |(?:National|Federal|Central) )(?!UK|US)[A-Z][\w ,&]+$"
)
_OPENING = 20_000  # characters of a report in which its money is looked for
_FAR = 400  # names back at most to what words point at
_SEVERAL = 2
_LATELY = 12  # names before the words that point
_NEAR = 16  # characters before a name
_OFFICIALS = frozenset({Surface.HOLDER, Surface.OFFICE})
_SAID = 60  # characters between an official and words for the land that is spoken for
_OWN_NOUNS = frozenset({"fund", "bank", "foundation", "trust", "facility", "alliance", "society"})
_TWO = re.compile(r"\b(?:two|both)\b")
_PARTNERS = re.compile(r"\b(?:sides|parties|partners)$")
_PLURAL = re.compile(r"\b(?:institutions|organi[sz]ations|banks|agencies|bodies|funds)$")


def cast_names(document: Document, names: Names) -> Cast:
    """Return whom each name of a report stands for: itself, or what it points at where it only points.

    What acts ("the country will give") points at what acted before it, not at what was given to.
    """
    lands = frozenset(one.acts_for for one in names.values() if one.kind in _LANDS - {Surface.MINISTRY})
    told, acting = list[Named](), list[Named]()
    cast = Hearing()
    ordered = sorted(names.items())
    for at, (bounds, written) in enumerate(ordered):
        named = _of_a_land_named(_as_then(written, document), lands, document.text[:_OPENING])
        if named.kind is Surface.PRONOUN:
            among = _likely_getters(told) if _is_aside(document, named) and not _acts(document, named) else acting
            beside = [ordered[one][1] for one in (at - 1, at + 1) if 0 <= one < len(ordered)]
            joined = {_who(one) for one in beside if _are_joined(document.text, one, named)}
            others = [one for one in among[-_FAR:] if _who(one) not in joined]
            pair = _find_pair(named, told, document.text)
            called = _find_called(named, [one for one in told[-_FAR:] if _who(one) not in joined])
            cast[bounds] = pair or called or tuple(_find_antecedents(named, others)) or (named,)
        else:
            told.append(named)
            acting += () if _is_aside(document, named) else (named,)
            cast[bounds] = (named,)
    return cast


def _of_a_land_named(named: Named, lands: frozenset[str], text: str) -> Named:
    """Return a ministry under a name that many states use as nobody's where the report never names that state.

    Neither by name nor by its money.
    """
    if named.kind is not Surface.MINISTRY or named.acts_for in lands or not _COMMON_NAME.match(named.span.quote):
        return named
    entry = parties().get(named.acts_for)
    own = any(named.acts_for in money.homes and code in text for code, money in load_currencies().items())
    if entry is None or entry.name in named.span.quote or own or not lands:
        return named
    return structs.replace(named, name=named.span.quote, code="", acts_for="")


def _as_then(named: Named, document: Document) -> Named:
    """Return a person named without an office as the holder of the office of that time, where he held several."""
    if named.kind is not Surface.HOLDER or named.person is None or named.title or document.published is None:
        return named
    called = known_people().get(named.person.quote.casefold(), ())
    known = known_people().get(called[0].name.casefold(), ()) if called else ()
    then = [holder for holder in known if holder.start <= document.published.year <= holder.end]
    if len({holder.of for holder in known}) < _SEVERAL or not then:
        return named
    if any(holder.of == named.acts_for for holder in then):
        return named
    return structs.replace(named, code=then[0].of, acts_for=then[0].of, office=then[0].office)


def _likely_getters(told: Sequence[Named]) -> list[Named]:
    """Return names with those last that seldom give, for what is given to is one of them where there is any."""
    near = list(told[-_LATELY:])
    return [*(one for one in near if _gives(one)), *(one for one in near if not _gives(one))]


def _gives(named: Named) -> bool:
    return named.acts_for in word_list("donor") or named.acts_for in word_list("new donor")


def _is_aside(document: Document, named: Named) -> bool:
    return bool(_ASIDE.search(document.text, max(0, named.span.start - _NEAR), named.span.start))


def _who(named: Named) -> str:
    return named.acts_for or named.name


def _are_joined(text: str, one: Named, other: Named) -> bool:
    """Tell whether two names stand joined by "and": words that point do not point at whom they stand beside."""
    left, right = sorted((one.span, other.span), key=lambda span: span.start)
    return _AND.fullmatch(text, left.end, right.start) is not None


def _acts(document: Document, named: Named) -> bool:
    """Tell whether words that point act: "was given by the society", "with the country providing"."""
    before = (max(0, named.span.start - _NEAR), named.span.start)
    gives = _DOING.match(document.text, named.span.end) and _WITH.search(document.text, *before)
    return bool(gives or _BY.search(document.text, *before))


def _find_antecedents(pointing: Named, told: Sequence[Named]) -> Iterator[Named]:
    """Yield what words that point stand for, in the order of the report."""
    words = pointing.span.quote.casefold().removesuffix("'s").removesuffix("\u2019s")
    many = next((count for word, count in _COUNTS.items() if re.search(rf"\b{word}\b", words)), 1)
    fits = _sort_of(words)
    if fits is None:
        return
    found = dict[str, Named]()
    for named in reversed(told[-_FAR:]):
        if many == 1 and fits is _is_land and _speaks_for_land(named, pointing):
            yield named
            return
        if fits(named) and (named.acts_for or named.name) not in found:
            found[named.acts_for or named.name] = named
        if len(found) == many:
            break
    if len(found) == many:
        yield from reversed(found.values())


def _speaks_for_land(named: Named, pointing: Named) -> bool:
    """Tell whether an official right before "the country" stands for it: "Chad's minister said the country gives"."""
    entry = parties().get(named.acts_for) if named.kind in _OFFICIALS else None
    near = pointing.span.start - named.span.end < _SAID
    return near and entry is not None and entry.kind is PartyKind.COUNTRY


def _find_called(pointing: Named, told: Sequence[Named]) -> tuple[Named, ...]:
    """Return the last body named whose own name has the noun that points: "the fund" is a fund before any other."""
    noun = pointing.span.quote.casefold().removesuffix("'s").removesuffix("\u2019s").rsplit(None, 1)[-1]
    if noun not in _OWN_NOUNS:
        return ()
    called = (
        one
        for one in reversed(told[-_FAR:])
        if one.kind in _BODIES and noun in f"{one.name} {one.span.quote}".casefold().split()
    )
    return next(((one,) for one in called), ())


def _find_pair(pointing: Named, told: Sequence[Named], text: str) -> tuple[Named, ...]:
    """Return the last two names that stand joined by "and" where words point at two: "both countries"; else ()."""
    words = pointing.span.quote.casefold()
    if not _TWO.search(words):
        return ()
    fits = _is_party if _PARTNERS.search(words) else _sort_of(words.removesuffix("'s").removesuffix("\u2019s"))
    near = told[-_FAR:]
    pairs = ((one, other) for one, other in pairwise(reversed(near)) if fits and fits(one) and fits(other))
    return next(
        ((one, other) for other, one in pairs if _who(one) != _who(other) and _are_joined(text, one, other)), ()
    )


def _is_party(named: Named) -> bool:
    return _is_land(named) or (named.kind in _BODIES and bool(named.name))


def _sort_of(words: str) -> Callable[[Named], bool] | None:
    """Return which names a wording can point at; None where it tells no sort."""
    if words.endswith("kingdom"):
        return _is_kingdom
    if re.search(rf"\b{_COUNTRY}$", words):
        return _is_land
    for noun, marks in _SORTS:
        if noun.search(re.sub(r"s$", "", words) if _PLURAL.search(words) else words):
            return partial(_is_body, marks)
    return None


def _is_land(named: Named) -> bool:
    entry = parties().get(named.acts_for)
    return named.kind in _LANDS and entry is not None and entry.kind is PartyKind.COUNTRY


def _is_kingdom(named: Named) -> bool:
    return _is_land(named) and named.acts_for in word_list("kingdom")


def _is_body(marks: re.Pattern[str], named: Named) -> bool:
    return named.kind in _BODIES and bool(marks.search(f"{named.name} {named.span.quote}"))
