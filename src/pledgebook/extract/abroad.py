"""Where a report names lands, bodies and help that only goes abroad: found once in the whole of it, asked for often."""

from bisect import bisect_left
from collections import Counter
from functools import cache
from itertools import accumulate

from msgspec import Struct

from pledgebook.extract.commitments.background import HELP_ABROAD
from pledgebook.extract.scan import compile_scanner, to_bytes
from pledgebook.model.matcher import Matcher
from pledgebook.model.naming import Surface
from pledgebook.model.reference import aliases

OPENING = 3000
"""Characters in which a report tells what it is about."""

_LONGEST_HELP = 60  # characters; no wording of help abroad is longer
_LANDS = frozenset(
    {
        Surface.COUNTRY,
        Surface.ADJECTIVE,
        Surface.PEOPLE,
        Surface.REGION,
        Surface.ORGANISATION,
        Surface.GROUP,
        Surface.FUND,
        Surface.MINISTRY,
        Surface.CAPITAL,
    }
)


class Abroad(Struct, frozen=True):
    """The lands and bodies that a report names, in order, the one it speaks of most at first, and its help abroad."""

    starts: list[int]
    ends: list[int]
    codes: list[str]
    usual: Counter[str]
    home: str
    strangers: list[int]
    helped: list[int]

    def names(self, start: int, end: int) -> bool:
        """Tell whether any land or body is named between two offsets."""
        return bool(self._codes_in(start, end))

    def names_stranger(self, start: int, end: int) -> bool:
        """Tell whether a land or body other than the report's own is named between two offsets."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.strangers[high] > self.strangers[low] and any(
            code != self.home for code in self._codes_in(start, end)
        )

    def may_help(self, start: int, end: int) -> bool:
        """Tell whether words of help abroad can stand between two offsets; none does where this says no."""
        at = bisect_left(self.helped, start - _LONGEST_HELP)
        return start < end and at < len(self.helped) and self.helped[at] < end

    def says_anything(self) -> bool:
        """Tell whether a report names anything abroad at all."""
        return bool(self.helped) or self.strangers[-1] > 0

    def names_anyone(self) -> bool:
        """Tell whether a report names any land or body, its own among them, or help abroad."""
        return bool(self.helped or self.starts)

    def _codes_in(self, start: int, end: int) -> list[str]:
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        while high > low and self.ends[high - 1] > end:
            high -= 1
        return self.codes[low:high]


@cache
def _lands() -> tuple[Matcher, tuple[str, ...]]:
    """Return the matcher of names of lands and bodies, and the code of each of its wordings."""
    codes = {alias.words: alias.code for alias in aliases() if alias.surface in _LANDS and alias.code}
    matcher = Matcher(codes)
    return matcher, tuple(codes[words] for words in matcher.wordings)


def look_abroad(plain: str) -> Abroad:
    """Return what a report's plain text names abroad, in time that grows with its length alone."""
    matcher, codes = _lands()
    named = matcher.find(plain)
    told = [codes[index] for _, _, index in named]
    usual = Counter(code for code, (_, end, _) in zip(told, named, strict=True) if end <= OPENING)
    home = max(usual, key=lambda code: (usual[code], code)) if usual else ""
    return Abroad(
        starts=[start for start, _, _ in named],
        ends=[end for _, end, _ in named],
        codes=told,
        usual=usual,
        home=home,
        strangers=[0, *accumulate(code != home for code in told)],
        helped=[found.start() for found in compile_scanner(HELP_ABROAD.pattern).finditer(to_bytes(plain))],
    )
