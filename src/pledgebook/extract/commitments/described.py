"""Who gives or gets by what a sum's money is called ("in Japanese grants"), and what joined sums share."""

import re
from collections.abc import Callable, Iterable

from msgspec import structs

from pledgebook.extract.commitments.receivers import claim_receiver
from pledgebook.extract.commitments.runs import Claim
from pledgebook.extract.commitments.sights import Sight, groups_after
from pledgebook.extract.quantities.amounts import find_amounts
from pledgebook.model.naming import Named, Surface
from pledgebook.model.reference import word_list

_MONEY = (
    r"(?:aid|assistance|grants?|loans?|funding|funds|financing|finance|support|money|credits?|donations?"
    r"|contributions?|help|relief|gifts?|bailout|projects?|programm?e?s?|FMF"
    r"|Foreign Military Financing|(?:financial|security) assistance)\b"
    r"(?!\s+(?:work|agenc|group|organi[sz]ation|official|convoy|flight))"
)
_CALLED = re.compile(rf"\s+(?:[a-z][a-z-]+\s+){{0,3}}?{_MONEY}")
"""Behind a name that tells whose money, or for whom, a sum is: "Japanese development grants"."""
_IN = re.compile(
    r"\s*(?:\([^()]{0,60}\)\s*)?(?:\s(?:in|of|worth of|as)\s+)(?:(?:new|additional|annual|more|further)\s+)?"
)
_DIRECT = re.compile(r"(?:\s*\([^()]{0,60}\))?[\s-]+(?:(?:new|concessional|soft|emergency|annual)\s+)?")
_LANDS = frozenset({Surface.COUNTRY, Surface.ADJECTIVE, Surface.REGION})
_BODIES = frozenset({Surface.ORGANISATION, Surface.FUND, Surface.COMPANY})
_JOINED = re.compile(
    r"(?:\s*\([^()]{0,40}\))?(?:\s+(?:(?:in|of|as|for)\s+)?(?:[a-z][a-z-]*\s+){0,5}|\s*)(?:and|plus|as well as)\s+"
    r"(?:(?:an?|another|further|additional|about|around|some|up to|over|the)\s+){0,2}"
)
"""Between two sums that share what follows: "a 3 million grant and a 2 million loan from the bank"."""
_SUM = re.compile(
    r"[^\s\d]{0,4}\s?\d[\d.,]*(?:\s?(?:million|billion|trillion|thousand|crore|lakh|mn|bn|m|k)\b)?"
    r"(?:\s+(?:US\s+|[A-Z][a-z]+\s+)?(?:euros?|dollars?|pounds?|yen|francs?|kron\w+|won|yuan|dinars?|dirhams?|riyals?|rupees?)\b)?"
)


def _usually_gives(name: Named) -> bool:
    """Tell whether a name before money is who gives it: a body, a donor, or the adjective of one that lately gives."""
    if name.kind in _BODIES:
        return True
    donor = name.acts_for in word_list("donor")
    adjective = name.kind is Surface.ADJECTIVE and name.span.quote != name.name
    return donor or (adjective and name.acts_for in word_list("new donor"))


def claim_described(sight: Sight) -> Iterable[Claim]:
    """The name that tells whose money a sum is, or for whom: "in Japanese grants", "in Chad aid"."""
    for group in groups_after(sight)[:1]:
        start, end = group[0].span.start, group[-1].span.end
        of_kind = group[-1].kind in _LANDS | _BODIES and not group[-1].possessive
        if not of_kind or start - sight.end > _NEAR or not _CALLED.match(sight.plain, end):
            return
        direct = _DIRECT.fullmatch(sight.plain, sight.end, start) is not None
        if not direct and not _IN.fullmatch(sight.plain, sight.end, start):
            return
        gives = all(_usually_gives(name) for name in group)
        yield Claim("provider", "whose money", group) if gives else Claim("recipient", "for after", group)


_SEVERAL = 2
_NEAR = 80  # characters between a sum and the name that its money is called by


def look_past_joined(sight: Sight) -> Sight | None:
    """Return a sum's sight as it would stand at the place of the one joined behind it, whose names it shares."""
    if sight.right >= sight.bounds[1] or sight.right - sight.end > _NEAR:
        return None
    if not _JOINED.fullmatch(sight.plain, sight.end, sight.right):
        return None
    other = _SUM.match(sight.plain, sight.right)
    return structs.replace(sight, end=other.end(), right=sight.bounds[1]) if other else None


def narrow_respective(sight: Sight, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return claims with only the name of a sum's own place, where as many are named as there are sums.

    "Norway and Chad gave 3 million and 2 million respectively": each gives its own.
    """
    place, count = _find_place(sight)
    if count < _SEVERAL:
        return claims
    if place + 1 < count:
        claims += tuple(claim_receiver(structs.replace(sight, right=sight.bounds[1])))
    own = {(claim.role, claim.names[place]) for claim in claims if len(claim.names) == count}
    others = {(claim.role, name) for claim in claims if len(claim.names) == count for name in claim.names} - own
    narrowed = (
        structs.replace(claim, names=(claim.names[place],)) if len(claim.names) == count else claim for claim in claims
    )
    return tuple(claim for claim in narrowed if (claim.role, claim.names[0]) not in others)


def _find_place(sight: Sight) -> tuple[int, int]:
    """Return which of the sums that "respectively" speaks of this one is, and how many they are; (0, 0) for none."""
    said = sight.plain.find("respectively", *sight.bounds)
    sums = find_amounts(sight.page.document.text, sight.plain, *sight.bounds)
    before = [one.span for one in sums if one.span.end <= said]
    row = before or [one.span for one in sums]
    place = next((at for at, span in enumerate(row) if span.start <= sight.end and sight.start <= span.end), -1)
    return (place, len(row)) if place >= 0 else (0, 0)


DESCRIBED: tuple[Callable[[Sight], Iterable[Claim]], ...] = (claim_described,)
