"""Which sums of one report are part of which: by the words between them, by who pledged together."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from pledgebook.model.records import Document, Section
from pledgebook.resolve.adding import find_filling, find_leading
from pledgebook.resolve.lineup import Lineup
from pledgebook.resolve.shares import ALWAYS, FIRM, LIKELY, called_a_part, first_of, is_beside_the_rest
from pledgebook.resolve.sums import Sum, is_told_before, names_giver

_TOGETHER = (
    r"(?:(?:ha(?:ve|s|d)|today|yesterday|also|together|jointly|collectively|succeeded in|ended with|(?:on|in|at) \w+)"
    r"\s+){0,3}"
)
_POOL = re.compile(
    r"\b(?i:donors?|leaders|community|participants|nations|governments|countries|states|partners|conference|summit"
    rf"|meeting)\s+{_TOGETHER}"
    r"(?:pledge[sd]?|raise[sd]?|mobili[sz](?:e[sd]?|ing)|promise[sd]?|commit(?:s|ted)?)\b"
    r"|(?<!s )(?<!ir )(?<!its )\b[Pp]ledges (?:of|for|totall?ing|worth|amounting|close|came|reached|exceed\w*)\b"
    r"|\bin pledges\b"
    r"|\b(?:was|were|been|dollars|euros|million|billion) (?:pledged|raised|mobili[sz]ed)\b(?! by (?:the )?[A-Z])",
)
_GIVERS_LISTED = re.compile(
    r"\b(?:contributions|pledges|donations|sums|amounts) (?:came|come) from\b"
    r"|\b(?:donors|contributors|givers) (?:were|are)\b"
)
_GATHERING = re.compile(
    r"\b(?i:donors?|leaders|community|conference|summit|participants|countries|nations|appeal|fund|replenishment)\b",
    re.IGNORECASE,
)
_MOST_STEPS = 3  # from a part to its whole, and to that one's
_MOST_POOLS = 40  # totals before a sum that may hold it


def find_wholes(document: Document, sums: Sequence[Sum], same: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return for each phrase that is a part the phrase of its whole, and why."""
    told = [one for one in sums if one.mention.section is not Section.TITLE or one.mention.id not in same]
    lineup, placing = Lineup(document, told), _Placing(same)
    once = [at for at in _told_once(told, same) if not is_beside_the_rest(lineup, at)]
    for at in range(len(told)):
        placing.place(told[at], first_of(ALWAYS, lineup, at))
    for at in once:
        placing.place(told[at], first_of(FIRM, lineup, at))
    for one, whole in find_filling(told, same, placing.wholes):
        placing.place(one, (whole, "it and its neighbours add up to it"))
    for one, whole in find_leading(told, same, placing.wholes):
        placing.place(one, (whole, "it and those before it add up to the total"))
    pools = find_pools(told, same)
    for at in once:
        if told[at].mention.id not in placing.wholes:
            placing.place(told[at], first_of(LIKELY, lineup, at) or _pledged_together(pools, told[at], placing))
    for at in range(len(told)):
        placing.place_highest(told[at], called_a_part(lineup, at))
    return placing.wholes


class _Placing:
    """What was found to be part of what so far, and how much of each whole is taken."""

    def __init__(self, same: Mapping[str, str]) -> None:
        self.wholes: dict[str, tuple[str, str]] = {}
        self._same = same
        self._taken: dict[tuple[str, str | None], Decimal] = {}

    def place(self, one: Sum, found: tuple[Sum, str] | None) -> None:
        """Enter a sum as part of another, unless it has its place, is in the title, or holds the other."""
        first = self._same.get(one.mention.id, one.mention.id)
        if found is None or first in self.wholes or one.mention.section is Section.TITLE:
            return
        whole = self._same.get(found[0].mention.id, found[0].mention.id)
        if whole != first and self.wholes.get(whole, ("", ""))[0] != first:
            self.wholes[first] = (whole, found[1])
            key = whole, one.main.currency
            self._taken[key] = self._taken.get(key, Decimal(0)) + one.main.value

    def place_highest(self, one: Sum, found: tuple[Sum, str] | None) -> None:
        """Enter what a sum is part of as part of another, or the sum itself where it is part of none."""
        if found is None:
            return
        first = self._same.get(one.mention.id, one.mention.id)
        for _ in range(_MOST_STEPS):
            first = self.wholes[first][0] if first in self.wholes else first
        whole = self._same.get(found[0].mention.id, found[0].mention.id)
        if whole != first and first not in self.wholes:
            self.wholes[first] = (whole, found[1])

    def fits(self, one: Sum, pool: Sum) -> bool:
        """Tell whether a pool has room for a sum beside the parts already placed there."""
        if one.main.currency != pool.main.currency:
            return one.main.value < pool.main.value
        return self._taken.get((pool.mention.id, pool.main.currency), Decimal(0)) + one.main.value < pool.main.value


def _told_once(sums: Sequence[Sum], same: Mapping[str, str]) -> list[int]:
    """Return where the sums stand that the body tells for the first time and that are no running totals."""
    return [
        at
        for at, one in enumerate(sums)
        if not one.running and one.mention.id not in same and one.mention.section is not Section.TITLE
    ]


def find_pools(sums: Sequence[Sum], same: Mapping[str, str]) -> dict[str, Sum]:
    """Return the sums that many givers pledged together by the phrase that stands for each, the last one first."""
    gathered = {
        same.get(one.mention.id, one.mention.id)
        for one in sums
        if not (one.givers and len(one.givers) == 1)  # what one land gives is no pool
        and _POOL.search(quote := " ".join(one.mention.sentence.quote.split()))
        and _GATHERING.search(quote)
    }
    return {one.mention.id: one for one in reversed(sums) if one.mention.id in gathered}


def _pledged_together(pools: Mapping[str, Sum], one: Sum, placing: _Placing) -> tuple[Sum, str] | None:
    """Return the total of a pledging conference that a named giver's sum belongs to."""
    named = names_giver(one.mention) or _GIVERS_LISTED.search(one.mention.sentence.quote)
    if not named or is_told_before(one.mention) or one.mention.id in pools:
        return None
    near = [*pools.values()][:_MOST_POOLS]
    return next(((pool, "one giver's pledge at the same gathering") for pool in near if placing.fits(one, pool)), None)
