"""Hear who brings goods or people in words that tell of no sum: flown in, presented with, arrived from, set up."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pledgebook.extract.commitments.background import Sign
from pledgebook.extract.commitments.idle_goods import ARMED, SURE_NOT, are_counted, quote_sign
from pledgebook.extract.commitments.runs import Claim, Group
from pledgebook.extract.commitments.sights import Sight
from pledgebook.extract.quantities.goods import Goods
from pledgebook.model.naming import Surface

_WINDOW = 110  # characters before goods in which a verb has them as its object
_SOME = (
    r"(?:(?:an?|the|its|their|another|some|about|around|over|more|than|up|to|additional|further|nearly|almost|also"
    r"|as|many|at|least|first|emergency|urgent)\s+){0,4}$"
)
_BRINGS = re.compile(
    r"\b(?:(?P<flown>(?:flew|flown|fly|flies|flying)(?:\s+(?:in|out|over))?)"
    r"|(?P<brought>(?:brought|bring|brings|bringing)\s+in)"
    r"|(?P<presented>present(?:ed|s|ing)?(?:\s+(?:the\s+)?(?:[\w.'\u2019-]+\s+){1,6}?with)?)"
    r"|(?P<gathered>gathered|collected|assembled|raised|packed|mobili[sz](?:ed|ing|es)|activated)"
    r"|(?P<founded>set(?:ting|s)?\s+up|establish(?:ed|es|ing)?|erect(?:ed|s|ing)?|open(?:ed|s|ing)?|buil[dt](?:ing|s)?)"
    r"|(?P<helped>(?:help|support|assist|aid|back|equip)(?:s|ed|ing|ped|ping)?"
    r"\s+(?:the\s+)?(?:[\w.'\u2019-]+\s+){1,6}?with)"
    r"|(?P<prolonged>(?:extend|prolong|renew|expand|continu)(?:s|ed|ing|es?)?)"
    r"|(?P<joined>(?:(?:tak(?:e|es|ing)|took)\s+part\s+in|join(?:s|ed|ing)?|contribut(?:es?|ed|ing)\s+to)"
    r"\s+(?:[\w-]+\s+){1,6}?to))\s+" + _SOME,
    re.IGNORECASE,
)
"""A verb and, between it and its object, no more than who gets it: "presented the Togolese army with"."""

_WEIGHTS = {
    "flown": 1.9,
    "brought": 1.8,
    "presented": 2.0,
    "gathered": 1.4,
    "founded": 1.8,
    "helped": 1.0,
    "prolonged": 1.3,
    "joined": 1.0,
}
_AUXILIARY = re.compile(
    r"(?:['\u2019]s\s+\w+)?,?\s*(?:too,\s+)?(?:\([^)]*\)\s*)?(?:(?:has|have|had|is|are|was|were|will|would|also|today"
    r"|been|be|now|already|jointly|so|far|soon|immediately|quickly|to|government|army|navy|air|force|military)\s+){0,5}",
    re.IGNORECASE,
)
_CARED = re.compile(
    r"\b(?:hospitals?|clinics?|camps?|shelters?|kitchens?|centres?|centers?|units?|stations?)\b", re.IGNORECASE
)
"""What is set up for others."""
_HELPERS = re.compile(
    r"\b(?:rescu\w*|medic\w*|doctors?|nurses?|surg\w+|paramedics?|fire\w*|search|relief|disaster|emergency|health"
    r"|humanitarian|demin\w+|engineers?|response|epidemiolog\w+|dogs?|canine|brigades?|volunteers?|instructors?)\b",
    re.IGNORECASE,
)
"""People who come to help rather than to fight or to talk."""
_HELPS = re.compile(rf"{_HELPERS.pattern}|\b(?:personnel|experts?|specialists?|teams?|workers?|staff)\b", re.IGNORECASE)
_VISITS = re.compile(r"\bfor\s+(?:\w+\s+){0,2}?(?:training|treatment|talks|visit|exercises?|drills?)\b", re.IGNORECASE)

WILL_COME = re.compile(
    r"\s(?:will\s+(?:\w+\s+)?(?:return|arrive|travel|come|join|be (?:deployed|sent|dispatched|stationed))"
    r"|arrived|landed|touched down|(?:on (?:its|their) way|en route|bound|headed|heading|left|departed|took off)\b"
    r"|reached|docked|presented|flew|flown|flying|set up|brought in"
    r"|(?:help|support)(?:s|ed|ing)?\s+[\w ]{2,40}?\swith)\b"
)
"""What tells in a sentence that goods or people come."""
_COMING = re.compile(
    r"(?:,[^,.;]{2,60},)?(?:\s+[\w'\u2019.&-]+){0,9}?\s+(?:arriv(?:ed|es|ing)|landed|lands|land\s+(?:today|on|in)"
    r"|touched down|docked|departed|left|set off|set sail|sailed|flew|flying|reached|headed|heading|travell?ing"
    r"|(?:is|are|was|were|already|now)\s+(?:en route|on (?:its|their) way)"
    r"|(?:is|are)\s+(?:also\s+|now\s+|already\s+)*(?:among|working|helping|assisting|searching|at work|on the ground)"
    r"|will\s+(?:\w+\s+)?(?:return|arrive|travel|come|join|land|be (?:deployed|sent|dispatched|stationed)))\b"
)
"""Goods, or people, are on their way, there or at work."""
_BOUND = re.compile(
    r"\s+(?:[\w-]+\s+){0,8}?(?:arriv\w+|(?:is|are|was|were)\s+(?:bound|headed|on (?:its|their) way|being (?:sent"
    r"|shipped|distributed|delivered))"
    r"|have (?:just )?(?:arrived|landed|left|reached)|has (?:arrived|landed|left|reached)|landed|reached|docked"
    r"|will (?:also |soon )?(?:benefit|allow|help|go|feed|be (?:sent|shipped|given|delivered|handed|distributed"
    r"|used)))\b"
)
_CARRIERS = r"planes?|aircraft|flights?|ships?|warships?|vessels?|trucks?|convoys?|lorries|trains?|airlift|cargo"
_CARRIED = re.compile(
    rf"\b(?:{_CARRIERS}|consignment|shipment)\b"
    r"[^.;]{0,240}\b(?:arriv\w+|land(?:ed|s)|depart\w*|left|leaves|took off|touch(?:ed)? down|sets? off|set sail|sailed"
    r"|docked|on (?:its|their) way|reach(?:ed|es)|carrying|carried|loaded with|laden with)\b",
    re.IGNORECASE,
)
"""Goods on their way: what carries them arrives or leaves."""
_CARRIER = re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}?(?:{_CARRIERS})\b", re.IGNORECASE)
_WORDS = re.compile(r"(?:['\u2019]s?)?\s+(?:[\w-]+\s+){0,3}?")
_ARRIVES = re.compile(
    r"\b(?:(?:arriv\w+|land(?:ed|s|ing)?|touch(?:ed|es)? down|docked|departed|set off|set sail|sailed|bound|headed"
    r"|heading|en route|travell?(?:ed|ing)|flew|flying|on (?:its|their) way)\s+(?:[\w-]+\s+){0,3}?(?:in|at|for|to)"
    r"|reach(?:ed|es|ing)|left\s+(?:[\w.'\u2019-]+\s+){0,4}?for)\s+(?:the\s+|port\s+of\s+|[A-Z][\w'-]+\s+){0,3}$"
)
_STARTED = re.compile(
    r"\b(?:shipped|sent|flown|delivered|transferred|airlifted|brought|arriv\w+|came|took off|departed|left|sailed)\s+"
    r"(?:[\w-]+\s+){0,3}?from\s+(?:the\s+)?$"
)
_RELIEF = frozenset(
    {"relief", "food", "health", "shelter", "water", "rescue", "clothing", "people", "agriculture", "fuel"}
)
_FREE = 6000  # characters up to which a report may leave the receiver of goods out


def match_bringing(plain: str, left: int, start: int) -> re.Match[str] | None:
    """Return the verb, behind an offset, that brings the goods that start at another and tells of no sum."""
    return _BRINGS.search(plain, max(left, start - _WINDOW), start)


def find_bringing(sight: Sight) -> re.Match[str] | None:
    """Return the verb that brings the goods behind it, where it is one that tells of no sum."""
    held = vars(sight).get("bringing", ())
    if held == ():
        held = match_bringing(sight.plain, sight.bounds[0], sight.start)
        vars(sight)["bringing"] = held
    return held if isinstance(held, re.Match) else None


def see_brought(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """Goods are flown in, presented, gathered for others, or given to help somebody "with"."""
    found = find_bringing(sight)
    if found is None or found.lastgroup is None:
        return
    gets = any(claim.role == "recipient" and claim.rule not in SURE_NOT for claim in claims)
    cared = any(_CARED.search(one.span.quote) for one in run)
    trained = run[0].group == "training"
    if run[0].group == "people" and not _HELPS.search(run[0].span.quote):
        return  # troops may be brought in to fight
    needed = {"gathered": gets, "founded": cared, "prolonged": trained, "joined": trained}
    if needed.get(found.lastgroup, True):
        yield quote_sign(found, f"{found.lastgroup} for others", _WEIGHTS[found.lastgroup])


def see_carrier(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """A plane or ship carries relief goods."""
    del claims
    if len(sight.plain) > _FREE or all(one.group not in _RELIEF for one in run):
        return
    found = _CARRIED.search(sight.plain, *sight.bounds)
    if found:
        yield quote_sign(found, "carried", 1.5)


def see_coming(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """Goods, or people who help, arrive or are on their way; it says more where both ends of the way are known."""
    bound = _BOUND.match(sight.plain, sight.end, sight.bounds[1])
    if bound and are_counted(run):
        yield quote_sign(bound, "on the way", 1.2)
    coming = _find_coming(sight, run)
    if coming is None:
        return
    if any(one.group == "people" for one in run):
        yield quote_sign(coming, "people come", 1.8)
    elif not (bound and are_counted(run)) and _know_both(claims):
        yield quote_sign(coming, "come from one to another", 1.9)


def _know_both(claims: Sequence[Claim]) -> bool:
    sure = {claim.role for claim in claims if claim.rule not in SURE_NOT and ": " not in claim.rule}
    return {"provider", "recipient"} <= sure


def _find_coming(sight: Sight, run: Sequence[Goods]) -> re.Match[str] | None:
    """Return the words that tell that goods, or people who help, come; arms may come to fight."""
    coming = _COMING.match(sight.plain, sight.end, sight.bounds[1])
    if coming is None or _VISITS.search(sight.plain, coming.end(), sight.bounds[1]):
        return None
    if any(one.group in ARMED for one in run):
        return None
    people = [one.span.quote for one in run if one.group == "people"]
    return coming if not people or any(_HELPERS.search(quote) for quote in people) else None


def claim_bringers(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield who brings the goods and where they arrive: "two Qatari planes landed in Kabul", "Chad too brought in"."""
    found = find_bringing(sight)
    if found is not None:
        group = _subject_of(sight, found.start())
        if group:
            yield Claim("provider", "subject in order", group)
        yield from _claim_helped(sight, found)
    carried = any(see_carrier(sight, run, ()))
    if not (carried or _find_coming(sight, run) or _is_sent(sight)):
        return
    if not any(claim.role == "provider" and claim.rule.startswith("subject") for claim in claims):
        yield from _claim_senders(sight, carried=carried)
    for group in sight.groups:
        if _ARRIVES.search(sight.plain, sight.bounds[0], group[0].span.start):
            yield Claim("recipient", "to before", group)


def _claim_helped(sight: Sight, found: re.Match[str]) -> Iterator[Claim]:
    """Yield who is presented with the goods, or where what is set up for them stands."""
    for group in sight.groups:
        start = group[0].span.start
        if found.start() < start < found.end():
            yield Claim("recipient", "object", group)
        elif found.lastgroup == "founded" and start > found.end() and sight.plain.startswith("in", start - 3):
            yield Claim("recipient", "to before", group)


def _subject_of(sight: Sight, verb: int) -> Group | None:
    """Return the names whose verb stands at a place: nothing but auxiliaries lie between them."""
    for group in reversed(sight.groups):
        end = group[-1].span.end
        if end <= verb:
            return group if _AUXILIARY.fullmatch(sight.plain, end, verb) else None
    return None


def _is_sent(sight: Sight) -> bool:
    """Tell whether a passive verb of sending follows the goods: "are being transferred"."""
    act = sight.act_after
    return act is not None and act.passive and act.verb.name in ("send", "deliver", "transfer")


def _claim_senders(sight: Sight, *, carried: bool) -> Iterator[Claim]:
    """Yield whose goods, people or carriers they are, and where they come from."""
    for group in sight.groups:
        start, end = group[0].span.start, group[-1].span.end
        owns = sight.start <= start and end <= sight.end
        owns = owns or (end <= sight.start and _WORDS.fullmatch(sight.plain, end, sight.start) is not None)
        of_land = group[-1].kind is Surface.ADJECTIVE or group[-1].possessive
        if of_land and (owns or (carried and _CARRIER.match(sight.plain, end))):
            yield Claim("provider", "subject in order", group)
            return
        if _STARTED.search(sight.plain, sight.bounds[0], start):
            yield Claim("provider", "source", group)
            return
