"""Weigh whether a sum is a commitment or background: signs for and against, each with its words and its weight."""

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from pledgebook.extract.commitments.runs import Claim
from pledgebook.extract.commitments.sights import Sight
from pledgebook.extract.commitments.wording import Hit
from pledgebook.model.naming import Surface
from pledgebook.model.records import Section

THRESHOLD = 0.9
_NEAR = 45  # characters from a sum within which a background word speaks of it
_BACKGROUND_REACH = {"need": 15, "cut": 4, "budget": 12}  # those that speak of the sum only right beside it
_FADED = 0.3  # what a background word in the same sentence but farther off still counts
_AFAR = 110
_GIFT_NEAR = 60
_MEASURE_NEAR = 30
_TOPIC = 0.35
_OPENING = 3000  # characters in which a report tells what it is about
_SHORT = 1500  # characters; a note so short is about one thing
_GOES_TO = frozenset({"in after", "for after", "to after", "about after"})
_PLACES = frozenset({Surface.COUNTRY, Surface.CAPITAL, Surface.PEOPLE, Surface.REGION})
_LENDERS = frozenset({Surface.ORGANISATION, Surface.FUND})
_NOBODY = frozenset({Surface.PRONOUN, Surface.UNKNOWN, Surface.COMPANY})
HELP_ABROAD = re.compile(
    r"\b(?:humanitarian|military (?:aid|assistance|support|help|package)|security assistance|presidential drawdown"
    r"|drawdown authority|ODA|official development assistance"
    r"|(?:development|bilateral|multilateral|international) (?:assistance|cooperation|aid|development)"
    r"|foreign (?:aid|assistance|military financing)|climate finance"
    r"|macro-?financial|[Ff]ood (?:security|assistance|aid|crisis)|world hunger|hunger crisis"
    r"|defen[cs]e articles|weapons package|defen[cs]e (?:aid|package|assistance)|aid (?:to|for|package)"
    r"|partner countries|developing countries|low-income countries|development (?:policy|budget|minister)"
    r"|UN agencies|United Nations|World Food Program\w*|UNICEF|UNHCR"
    r"|refugee (?:response|crisis)|global health|relief (?:aid|effort|efforts|supplies)|reconstruction of)\b"
)
"""Words for help that a state gives only abroad."""
_BASELINE = re.compile(r"\bfrom\s+(?:about\s+|around\s+|some\s+|just\s+|an?\s+)*(?:estimated\s+)?$", re.IGNORECASE)
_UP_TO = re.compile(r"^[^.;]{0,40}?\bto\s+(?:about\s+|around\s+|over\s+|some\s+|more than\s+)*$", re.IGNORECASE)
_ROSE = re.compile(
    r"\b(?:increased|rose|grew|fell|dropped|declined|decreased"
    r"|jumped)\b[^;]{0,60}\bfrom\b[^;]{0,60}\d[^;]{0,60}\bin\s+\d{4}\s+to\s+"
    r"(?:about\s+|around\s+|over\s+|some\s+|more than\s+|approximately\s+)?$",
    re.IGNORECASE,
)
_FALL = re.compile(
    r"\b(?:reductions?|decreases?|cuts?|drop|fall|decline|down)\b[^.;]{0,25}\bfrom\b[^.;]*$", re.IGNORECASE
)
_OUT_OF = re.compile(
    r"\b(?:out of|part of|portion of|of) (?:the|a|an|its)\s+(?:total\s+|overall\s+|wider\s+|larger\s+|broader\s+)*$",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"[A-Z]\w+\s+(?:(?:of|for|and|on|the)\s+)*$")
_CALL = re.compile(
    r"call(?:s|ed|ing)?\s+for\s+(?:\w+\s+)?(?:proposals|applications|projects|concept|tenders|expressions)\b",
    re.IGNORECASE,
)
"""Money offered to those who send in plans; no need."""

_GETTERS = re.compile(r"\b(?:recipients?|beneficiar(?:y|ies)|receivers?)\b", re.IGNORECASE)
_LABEL = re.compile(r"\b[A-Z][\w-]+\s*\(\s*$")
_MEANS_TO = re.compile(
    r"\s+to\s+(?:provide|invest|give|contribute|support|lend|grant|commit|donate|allocate|deliver|offer|finance"
    r"|fund)\b",
    re.IGNORECASE,
)
"""Behind "seeks": what somebody means to do for others is no need."""

_BUDGETED = re.compile(r"\bin the (?:\d{4} )?(?:draft |proposed )?budget\b", re.IGNORECASE)
_OBJECT_GAP = 30  # characters between a verb of giving and "an increase of", which it then gives
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
    worst = dict[str, Sign]()
    for hit in sight.wording.between(*sight.bounds, "background"):
        kind = hit.cue.value
        if _is_in_a_name(sight, hit.start) or (kind == "need" and _is_no_need(sight, hit)):
            continue
        sign = Sign(f"background: {kind}", hit.start, hit.end, -hit.cue.weight * _strength(sight, hit))
        if kind not in worst or sign.weight < worst[kind].weight:
            worst[kind] = sign
    yield from worst.values()


def _is_no_need(sight: Sight, hit: Hit) -> bool:
    """Tell whether a word of need says what somebody means to give: "seeks to provide", "a call for proposals"."""
    return bool(_MEANS_TO.match(sight.plain, hit.end) or _CALL.match(sight.plain, hit.start))


def _strength(sight: Sight, hit: Hit) -> float:
    """Return how far a background word speaks of the sum: in full right beside it, a little from farther off."""
    kind = hit.cue.value
    gap = max(_gap(sight, sight.end, hit.start), _gap(sight, hit.end, sight.start))
    inside = sight.left <= hit.start and hit.end <= sight.right
    reach = _BACKGROUND_REACH.get(kind, _NEAR) if kind == "budget" or hit.start >= sight.end else _NEAR
    if inside and gap <= reach:
        return 1.0
    return _FADED if kind not in ("need", "cut", "statistic", "budget") else 0.1


def _is_in_a_name(sight: Sight, start: int) -> bool:
    """Tell whether a word is part of a body's name: the "Damage" of a "Register of Damage" destroys nothing."""
    return bool(
        sight.page.section_at(sight.start) is not Section.TITLE
        and sight.plain[start].isupper()
        and _IN_NAME.search(sight.plain, sight.bounds[0], start)
    )


def _gap(sight: Sight, start: int, end: int) -> int:
    """Return the characters between two places, blanked markup not counted."""
    return len(" ".join(sight.plain[start:end].split())) if start < end else 0


def see_baseline(sight: Sight) -> Iterable[Sign]:
    """The sum is where a rise started: "from 300 million to 740 million"; or the size of a step."""
    before = sight.plain[max(sight.bounds[0], sight.start - _NEAR) : sight.start]
    after = sight.plain[sight.end : sight.right]
    if _BASELINE.search(before) and _UP_TO.match(after):
        yield Sign("background: baseline", sight.start, sight.end, -4)
    if _ROSE.search(sight.plain, sight.bounds[0], sight.start) and not _BUDGETED.search(sight.plain, *sight.bounds):
        yield Sign("background: what a figure rose or fell to", sight.start, sight.end, -2)
    if _FALL.search(sight.plain, max(sight.bounds[0], sight.start - 3 * _NEAR), sight.start):
        yield Sign("background: fall", sight.start, sight.end, -2)
    if _STEP.search(before) and not _gives_it(sight):
        yield Sign("background: step", sight.start, sight.end, -2)


def _gives_it(sight: Sight) -> bool:
    """Tell whether a verb of giving stands right before the step: "announced an increase of 5 million"."""
    return any(
        act.verb.role in ("give", "announce") and 0 <= sight.start - act.end <= _OBJECT_GAP for act, _ in sight.acts[:1]
    )


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


def see_measure(sight: Sight) -> Iterable[Sign]:
    """The sum is what a gift is worth or holds: "the package is worth", "valued at", "this includes"."""
    for act in reversed(sight.wording.acts):
        if act.verb.role in ("measure", "part") and 0 <= sight.start - act.end <= _MEASURE_NEAR:
            yield Sign(f"measure: {act.verb.name}", act.start, act.end, 0.7)
            return
    if sight.left > sight.bounds[0] and _OUT_OF.search(sight.plain, sight.left, sight.start):
        yield Sign("measure: the whole of the sum before", sight.start, sight.end, 1.2)
    elif (label := _LABEL.search(sight.plain, sight.bounds[0], sight.start)) is not None and _GETTERS.search(
        sight.plain, sight.bounds[0], label.start()
    ):
        yield Sign("measure: what one of the receivers got", label.start(), sight.end, 1.6)


def see_topic(sight: Sight) -> Iterable[Sign]:
    """The sum's own window speaks of a kind of help."""
    best = max(sight.wording.between(sight.left, sight.right, "aid_type"), key=lambda hit: hit.cue.weight, default=None)
    if best and best.cue.value != "other":
        yield Sign(f"help: {best.cue.words}", best.start, best.end, best.cue.weight * _TOPIC)


def see_abroad(sight: Sight, claims: tuple[Claim, ...], near: tuple[Sight, ...]) -> Iterable[Sign]:
    """Nobody abroad is named near the sum, nor help that only goes abroad: then the money stays at home."""
    givers = {name.acts_for or name.name for claim in claims if claim.role == "provider" for name in claim.names}
    if _is_abroad(sight, givers) or (sight.amount and _names_help(sight)) or lends_abroad(claims):
        return
    beside = any(_is_abroad(one, givers) or _names_help(one) for one in near)
    if not beside:
        about_help = len(sight.plain) < _SHORT or HELP_ABROAD.search(sight.plain, 0, _OPENING)
        yield Sign("nobody abroad is named", sight.start, sight.end, -0.4 if about_help else -4.0)


_LENDER = re.compile(r"\bBank\b|\bMonetary Fund\b|\bFund for\b|\bOPEC Fund\b")
"""Names of bodies between lands whose money is for others always."""


def lends_abroad(claims: tuple[Claim, ...]) -> bool:
    """Tell whether a bank or fund of many lands, one that the tables know, is said to give."""
    return any(
        name.kind in _LENDERS and bool(name.code) and _LENDER.search(name.name) is not None
        for claim in claims
        if claim.role == "provider"
        for name in claim.names
    )


def see_home(claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum goes to a place in the giver's own country: "for refugees in Norway"."""
    givers = {name.acts_for for claim in claims if claim.role == "provider" for name in claim.names if name.acts_for}
    reached = [claim for claim in claims if claim.role == "recipient" and claim.rule in _GOES_TO]
    abroad = any(name.acts_for not in givers and name.kind in _PLACES for claim in reached for name in claim.names)
    for claim in claims if len(givers) == 1 and not abroad else ():
        if claim.role == "recipient" and claim.rule in _GOES_TO:
            places = all(name.kind in _PLACES and not name.possessive for name in claim.names)
            if places and {name.acts_for for name in claim.names} <= givers:
                first = claim.names[0].span
                yield Sign("stays in the giver's country", first.start, first.end, -2.5)
                return


def _is_abroad(sight: Sight, givers: set[str]) -> bool:
    """Tell whether a sentence names a party that is not the giver."""
    return any(
        name.kind not in _NOBODY
        and (name.acts_for or name.name) not in givers
        and (bool(givers) or name.acts_for != "")
        for name in sight.names
    )


def _names_help(sight: Sight) -> bool:
    return bool(HELP_ABROAD.search(sight.plain, *sight.bounds))


SIGNS: tuple[Callable[[Sight], Iterable[Sign]], ...] = (
    see_verb,
    see_gift,
    see_measure,
    see_topic,
    see_background,
    see_baseline,
)


def weigh(sight: Sight, claims: tuple[Claim, ...], extra: tuple[Sign, ...] = ()) -> tuple[Sign, ...]:
    """Return every sign for and against the sum being a commitment."""
    return (*(sign for see in SIGNS for sign in see(sight)), *see_receiver(claims), *see_home(claims), *extra)


def is_commitment(signs: tuple[Sign, ...]) -> bool:
    """Tell whether the signs together speak for a commitment."""
    return sum(sign.weight for sign in signs) >= THRESHOLD
