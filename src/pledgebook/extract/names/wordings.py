"""A text laid out for the name rules: single spaces, every table wording in it, and the way back to its offsets."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from msgspec import Struct

from pledgebook.extract.names.lexicon import Meaning, read_lexicon, read_pronouns
from pledgebook.model.reference import Alias, Office

_SPACES = re.compile(r" {2,}")
_CURRENCY = re.compile(
    r"[$€£¥]|[ -](?:dollar|pound|euro|kron|franc|yen|yuan|renminbi|won\b|rupee|rupiah|ruble|rouble|peso|shilling|dinar"
    r"|dirham|riyal|rial|lira|hryvni|zloty|koruna|forint|leu\b|lei\b|lev\b|taka|baht|rand\b|naira|cedi|birr|real\b|reais"
    r"|kwacha|ringgit|dong\b|shekel|cents?\b|currency)",
    re.IGNORECASE,
)


_SIGN_APART = re.compile(r" ?\$ ?\d")
_INITIALS = {"US", "U.S.", "USA", "NZ"}
_SIGNS = {"$", "€", "£", "¥"}


class Sight(Struct, frozen=True, gc=False):
    """One table wording where it stands in the laid-out text."""

    start: int
    end: int
    meaning: Meaning


class Scan(Struct, frozen=True, dict=True):
    """The laid-out text; `cuts` are where runs of spaces were closed and `shifts` how much was left out by then."""

    text: str
    cuts: list[int]
    shifts: list[int]

    @cached_property
    def sights(self) -> tuple[Sight, ...]:
        """Every table wording, leftmost and longest, without those that only name a currency."""
        matcher, meanings = read_lexicon()
        found = (Sight(start, end, meanings[index]) for start, end, index in matcher.find(self.text))
        return tuple(sight for sight in found if not self._names_currency(sight))

    def _names_currency(self, sight: Sight) -> bool:
        """Tell whether a wording belongs to a sum: "US$", "$US", "Canadian dollars"."""
        apart = self.text[sight.start : sight.end] in _INITIALS and _SIGN_APART.match(self.text, sight.end)
        before = self.text[sight.start - 1 : sight.start] in _SIGNS
        return before or bool(apart or _CURRENCY.match(self.text, sight.end))

    @cached_property
    def pronouns(self) -> tuple[Sight, ...]:
        """Every wording that points at a party named elsewhere ("the country"), leftmost and longest."""
        matcher, meanings = read_pronouns()
        return tuple(Sight(start, end, meanings[index]) for start, end, index in matcher.find(self.text))

    @cached_property
    def by_start(self) -> dict[int, Sight]:
        """The wordings by where they start."""
        return {sight.start: sight for sight in self.sights}

    @cached_property
    def by_end(self) -> dict[int, Sight]:
        """The wordings by where they end."""
        return {sight.end: sight for sight in self.sights}

    @cached_property
    def _title_starts(self) -> list[int]:
        return [sight.start for sight in self.sights if isinstance(sight.meaning, Office)]

    def has_title_within(self, start: int, reach: int) -> bool:
        """Tell at little cost whether an office title starts within some characters after an offset."""
        at = bisect_left(self._title_starts, start)
        return at < len(self._title_starts) and self._title_starts[at] <= start + reach

    def party_at(self, start: int) -> Sight | None:
        """Return the party wording that starts at an offset."""
        sight = self.by_start.get(start)
        return sight if sight and isinstance(sight.meaning, Alias) else None

    def party_behind(self, start: int) -> Sight | None:
        """Return the party wording that starts at an offset or behind the article there."""
        behind = start + len("the ") if self.text.startswith("the ", start) else start
        return self.party_at(start) or self.party_at(behind)

    def title_at(self, start: int) -> Sight | None:
        """Return the office title that starts at an offset."""
        sight = self.by_start.get(start)
        return sight if sight and isinstance(sight.meaning, Office) else None

    def outer(self, offset: int, *, end: bool = False) -> int:
        """Return the offset in the report's own text; an end is the place after its last character."""
        at = bisect_right(self.cuts, offset - 1 if end else offset) - 1
        return offset + (self.shifts[at] if at >= 0 else 0)


def lay_out(plain: str) -> Scan:
    """Return a text with every run of spaces closed to one."""
    if "  " not in plain:
        return Scan(plain, [], [])
    cuts: list[int] = []
    shifts: list[int] = []
    pieces: list[str] = []
    done = left_out = length = 0
    for match in _SPACES.finditer(plain):
        piece = plain[done : match.start() + 1]
        pieces.append(piece)
        length += len(piece)
        left_out += match.end() - match.start() - 1
        cuts.append(length)
        shifts.append(left_out)
        done = match.end()
    pieces.append(plain[done:])
    return Scan("".join(pieces), cuts, shifts)
