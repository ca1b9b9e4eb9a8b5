"""Where a report comes from and which lands it speaks of: what settles a bare "$", "Rs" or "K"."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pledgebook.model.currencies import load_domains, money_of
from pledgebook.model.naming import Surface
from pledgebook.model.records import Document, Mention, Part
from pledgebook.model.reference import aliases
from pledgebook.resolve.currency import Hints, codes_of
from pledgebook.resolve.money import find_stated
from pledgebook.resolve.voices import Parties

_HOST = re.compile(r"^(?:[a-z]+://)?(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)
_LANDS = (Surface.COUNTRY, Surface.ADJECTIVE, Surface.PEOPLE, Surface.CAPITAL)
_CAPITALS = re.compile(r"\b[A-Z]\w*(?:[ \n](?:(?:and|of|the) )?[A-Z]\w*)*")
_READ = 20_000  # characters of a report that show what lands it is about
_LONGEST = 4  # words of a land's name
_MONEY = frozenset({"number", "scale", "currency", "qualifier", "low", "low_scale"})


def read_hints(document: Document, mentions: Sequence[Mention], givers: Parties) -> Hints:
    """Return what a report as a whole says of the currency of its bare signs.

    Args:
        document: The report.
        mentions: Its phrases of commitments.
        givers: Who gives most of its sums, or acts most.
    """
    marks = (part.span.quote for mention in mentions for part in mention.parts if part.role == "currency")
    marked = tuple(dict.fromkeys(marks))
    stated = find_stated(group for mention in mentions for group in money_groups(mention).values())
    usual = tuple(party.code for party in givers if party.code)
    places = find_places(document.text) if any(len(codes_of(mark)) > 1 and "$" not in mark for mark in marked) else ()
    strangers = find_strangers(mentions) if "$" in marked else frozenset[str]()
    home = find_home(document)
    return Hints(marked=marked, places=places, home=home, usual=usual, stated=stated, strangers=strangers)


def find_strangers(mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the codes of the lands that give sums written with a bare "$" while their own money is no dollar."""
    found = set[str]()
    for mention in mentions:
        if not any(part.role == "currency" and part.span.quote == "$" and part.group == 0 for part in mention.parts):
            continue
        givers = {part.span.quote for part in mention.parts if part.role == "provider" and ":" not in part.rule}
        for quote in sorted(givers):
            code = next(_lands_in(quote.removeprefix("the ").split()), "")
            own = money_of(code)[:1] if code else ()
            if own and own[0] not in codes_of("$"):
                found.add(code)
    return frozenset(found)


def money_groups(mention: Mention) -> dict[int, list[Part]]:
    """Return the parts of a mention's amount and of each of its equivalents, by their group, in order."""
    groups = sorted({part.group for part in mention.parts if part.role in ("amount", "equivalent")})
    return {group: [part for part in mention.parts if part.group == group and part.role in _MONEY] for group in groups}


def find_places(text: str) -> tuple[str, ...]:
    """Return the codes of the lands a text names, the most named first; of equals the one named first."""
    counts = Counter(land for words in _CAPITALS.finditer(text, 0, _READ) for land in _lands_in(words.group().split()))
    return tuple(code for code, _ in counts.most_common())


def _lands_in(words: Sequence[str]) -> Iterator[str]:
    """Yield the codes of the lands that stand in words, the longest name at each place."""
    first = 0
    while first < len(words):
        lasts = range(min(first + _LONGEST, len(words)), first, -1)
        last = next((at for at in lasts if " ".join(words[first:at]) in _lands()), None)
        if last is None:
            first += 1
        else:
            yield _lands()[" ".join(words[first:last])]
            first = last


def find_home(document: Document) -> str:
    """Return the code of the country where a report was published, by its outlet's name, then its address; or ""."""
    land = next(_lands_in(re.findall(r"\w+", document.outlet)), "")
    if land:
        return land
    host = _HOST.match(document.url)
    return load_domains().get(host.group(1).lower().rpartition(".")[2], "") if host else ""


@cache
def _lands() -> Mapping[str, str]:
    """Return the codes of lands by their names, adjectives, peoples and capitals."""
    return {alias.words: alias.code for alias in aliases() if alias.surface in _LANDS}
