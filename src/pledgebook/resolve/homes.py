"""Where a report comes from and which lands it speaks of: what settles a bare "$", "Rs" or "K"."""

import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from pledgebook.model.naming import Surface
from pledgebook.model.records import Document, Mention, Part
from pledgebook.model.reference import aliases
from pledgebook.resolve.currency import Hints
from pledgebook.resolve.money import find_stated
from pledgebook.resolve.voices import Names, Parties

_HOST = re.compile(r"^(?:[a-z]+://)?(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)
_LANDS = (Surface.COUNTRY, Surface.ADJECTIVE)
_LONGEST = 4  # words of a land's name
_MONEY = frozenset({"number", "scale", "currency", "qualifier", "low", "low_scale"})


def read_hints(document: Document, mentions: Sequence[Mention], names: Names, givers: Parties) -> Hints:
    """Return what a report as a whole says of the currency of its bare signs.

    Args:
        document: The report.
        mentions: Its phrases of commitments.
        names: The parties that it names.
        givers: Who gives most of its sums, or acts most.
    """
    marked = tuple(part.span.quote for mention in mentions for part in mention.parts if part.role == "currency")
    stated = find_stated(group for mention in mentions for group in money_groups(mention).values())
    usual = tuple(party.code for party in givers if party.code)
    return Hints(marked=marked, places=find_places(names), home=find_home(document), usual=usual, stated=stated)


def money_groups(mention: Mention) -> dict[int, list[Part]]:
    """Return the parts of a mention's amount and of each of its equivalents, by their group, in order."""
    groups = sorted({part.group for part in mention.parts if part.role in ("amount", "equivalent")})
    return {group: [part for part in mention.parts if part.group == group and part.role in _MONEY] for group in groups}


def find_places(names: Names) -> tuple[str, ...]:
    """Return the codes of the lands a report names, the most named first; of equals the one named first."""
    counts = Counter(named.acts_for or named.code for _, named in sorted(names.items()))
    return tuple(code for code, _ in counts.most_common() if code)


def find_home(document: Document) -> str:
    """Return the code of the country where a report was published, by its outlet's name, then its address; or ""."""
    words = re.findall(r"\w+", document.outlet)
    for first in range(len(words)):
        for last in range(min(first + _LONGEST, len(words)), first, -1):
            land = _lands().get(" ".join(words[first:last]))
            if land:
                return land
    host = _HOST.match(document.url)
    return _domains().get(host.group(1).lower().rpartition(".")[2], "") if host else ""


@cache
def _lands() -> Mapping[str, str]:
    """Return the codes of lands by their names and adjectives."""
    return {alias.words: alias.code for alias in aliases() if alias.surface in _LANDS}


@cache
def _domains() -> Mapping[str, str]:
    """Return the codes of countries by the endings of their addresses."""
    table = files("pledgebook").joinpath("reference/domains.csv").read_text(encoding="utf-8")
    return {row["domain"]: row["country"] for row in csv.DictReader(table.splitlines())}
