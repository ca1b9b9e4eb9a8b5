"""Weigh whether a sum is a commitment or background: signs for and against, each with its words and its weight."""

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from pledgebook.extract.roles import Claim
from pledgebook.extract.sights import Sight

THRESHOLD = 1.0
_NEAR = 45  # characters from a sum within which a background word speaks of it
_BACKGROUND_REACH = {"need": 15, "cut": 15, "budget": 12}  # those that speak of the sum only right beside it
_FADED = 0.3  # what a background word in the same sentence but farther off still counts
_AFAR = 110
_GIFT_NEAR = 60
_BASELINE = re.compile(r"\bfrom\s+(?:about\s+|around\s+|some\s+|just\s+|an?\s+)*(?:estimated\s+)?$", re.IGNORECASE)
_UP_TO = re.compile(r"^[^.;]{0,40}?\bto\s+(?:about\s+|around\s+|over\s+|some\s+|more than\s+)*$", re.IGNORECASE)
_STEP = re.compile(
    r"\b(?:an? |the )?(?:increas|decreas|ris|fall|drop|growth|declin)\w*\s+(?:of|by)?\s*$", re.IGNORECASE
)


class Sign(Struct, frozen=True):
    """One sign for (weight above nothing) or against a sum being a commitment, at its words."""

    rule: str
    start: int
    end: int
    weight: float


def see_verb(sight: Sight) -> Iterable[Sign]:
    """A verb of giving governs the sum; the farther off, the less it says."""
    for act, rule in sight.acts[:1]:
        gap = max(act.start - sight.end, sight.start - act.end)
        fade = 1.0 if rule != "verb before" or gap <= _AFAR else 0.6
        yield Sign(f"{rule}: {act.verb.name}", act.start, act.end, act.verb.weight * fade)


def see_gift(sight: Sight) -> Iterable[Sign]:
    """A word for a gift stands beside the sum: aid, grant, support, package."""
    right = sight.wording.between(sight.end, min(sight.right, sight.end + _GIFT_NEAR), "aid_noun")
    left = sight.wording.between(max(sight.left, sight.start - _GIFT_NEAR), sight.start, "aid_noun")
    best = max((*right, *left), key=lambda hit: hit.cue.weight, default=None)
    if best:
        yield Sign(f"gift: {best.cue.words}", best.start, best.end, best.cue.weight)


def see_background(sight: Sight) -> Iterable[Sign]:
    """A word of need, damage, trade, cuts or home budgets stands by the sum."""
    seen = set[str]()
    for hit in sight.wording.between(*sight.bounds, "background"):
        kind = hit.cue.value
        gap = max(hit.start - sight.end, sight.start - hit.end, 0)
        inside = sight.left <= hit.start and hit.end <= sight.right
        reach = _BACKGROUND_REACH.get(kind, _NEAR) if kind == "budget" or hit.start >= sight.end else _NEAR
        strength = 1.0 if inside and gap <= reach else _FADED if kind not in ("need", "cut", "statistic", "budget") else 0.1
        if kind not in seen:
            seen.add(kind)
            yield Sign(f"background: {kind}", hit.start, hit.end, -hit.cue.weight * strength)


def see_baseline(sight: Sight) -> Iterable[Sign]:
    """The sum is where a rise started: "from 300 million to 740 million"; or the size of a step."""
    before = sight.plain[max(sight.bounds[0], sight.start - _NEAR) : sight.start]
    after = sight.plain[sight.end : sight.right]
    if _BASELINE.search(before) and _UP_TO.match(after):
        yield Sign("background: baseline", sight.start, sight.end, -4)
    if _STEP.search(before):
        yield Sign("background: step", sight.start, sight.end, -2)


def see_receiver(claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """Somebody is named to whom the sum goes."""
    worth = {
        "to after": 1.0,
        "object": 1.2,
        "for after": 1.0,
        "subject in order": 0.8,
        "subject in the tree": 0.8,
        "to before": 0.7,
    }
    best = max((c for c in claims if c.role == "recipient"), key=lambda c: worth.get(c.rule, 0.3), default=None)
    if best:
        yield Sign("a receiver is named", best.names[0].span.start, best.names[0].span.end, worth.get(best.rule, 0.3))


SIGNS: tuple[Callable[[Sight], Iterable[Sign]], ...] = (see_verb, see_gift, see_background, see_baseline)


def weigh(sight: Sight, claims: tuple[Claim, ...], extra: tuple[Sign, ...] = ()) -> tuple[Sign, ...]:
    """Return every sign for and against the sum being a commitment."""
    return (*(sign for see in SIGNS for sign in see(sight)), *see_receiver(claims), *extra)


def is_commitment(signs: tuple[Sign, ...]) -> bool:
    """Tell whether the signs together speak for a commitment."""
    return sum(sign.weight for sign in signs) >= THRESHOLD
