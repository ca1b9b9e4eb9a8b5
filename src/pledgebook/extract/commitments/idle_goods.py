"""Signs that goods are not handed over: refused, asked for, sold, lost, or an agency's daily work."""

import re
from collections.abc import Callable, Iterable, Sequence

from pledgebook.extract.commitments.background import HELP_ABROAD, Sign
from pledgebook.extract.commitments.home import is_about_home, is_titled_abroad, names_foreign
from pledgebook.extract.commitments.runs import Claim
from pledgebook.extract.commitments.sights import Sight
from pledgebook.extract.quantities.goods import Goods
from pledgebook.model.naming import Surface

SURE_NOT = frozenset({"named before", "named after", "aside", "in before", "in after"})
"""Witnesses that only saw a name stand somewhere."""

STATE = frozenset(
    {
        Surface.COUNTRY,
        Surface.ADJECTIVE,
        Surface.CAPITAL,
        Surface.MINISTRY,
        Surface.OFFICE,
        Surface.HOLDER,
        Surface.PEOPLE,
        Surface.PRONOUN,
    }
)
"""Names that stand for a state."""

ARMED = frozenset(
    {"missiles", "weapons", "artillery", "aircraft", "naval", "armour", "air defence", "ammunition", "drones"}
)
"""What an army keeps, moves and deploys for itself."""

See = Callable[[Sight, Sequence[Goods], Sequence[Claim]], Iterable[Sign]]

_SHORT = 1500  # characters up to which a report names all that matter
_BLOCKED = re.compile(
    r"\b(?:if|whether|were to|unless|could|might|may|should|must|instead of|rather than|(?:do|does|did|has|have"
    r"|had|will|would|is"
    r"|are|was|can) not|n't|cannot|without|nor|never|no (?:plans?|decision|intention|agreement|longer)|refus\w+"
    r"|declin\w+|rejected|ruled? out"
    r"|ruling out|reluctan\w+|hesita\w+|den(?:y|ied|ies)|oppos\w+|stopp?\w*|halt\w*|suspend\w*|paus\w+|ban(?:s"
    r"|ned)?|block\w*"
    r"|prevent\w*|barr(?:ed|ing)|fail\w*|unable|accus\w+|alleg\w+|reportedly asked)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|request\w*|appeal\w*|call(?:s|ed|ing)? (?:for|on|upon)|urg(?:e|es|ed|ing)|need(?:s|ed"
    r"|ing)?|requir\w+|demand\w*"
    r"|seek(?:s|ing)?|sought|beg(?:s|ged|ging)?|plead\w*|press(?:es|ed|ing)? for|hop(?:e|es|ed|ing)|wish\w*"
    r"|lobb(?:y|ied|ying)|shortage of|lack of"
    r"|lack(?:s|ed|ing)?|necessit(?:y|ies)|importance|emphasi[sz]\w*|in exchange for|in return for|wants? more"
    r"|desperate\w*)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_TRADED = re.compile(
    r"\b(?:sell(?:s|ing)?|sold|sale|sales|export\w*|import\w*|trade|trading|contract\w*|licen[cs]\w*|invest\w*"
    r"|produc(?:e|es|ed|ing|tion)"
    r"|manufactur(?:e|es|ing)|price\w*|market|black market|smuggl\w+|traffick\w*)\b",
    re.IGNORECASE,
)
_FOUGHT = re.compile(
    r"\b(?:captur\w+|seiz\w+|destroy\w+|lost|shot down|fir(?:es|ed|ing)|launch(?:ed|es) (?:\w+ )?(?:missiles?"
    r"|drones?|rockets?)|intercept\w*"
    r"|attack\w*|strikes?|struck|stolen|looted|damag\w+|shell(?:ed|ing)|bomb(?:ed|ing)|kill\w*|crash\w*)\b",
    re.IGNORECASE,
)
_ROUTINE = re.compile(
    r"\b(?:organi[sz]ations?|NGOs?|charit\w+|agenc\w+|partners?|volunteers|aid workers|humanitarians?|groups?"
    r"|teams|programmes?|programs?"
    r"|initiatives?|projects?|fund(?:s|ing)?|assistance|support|aid|donation|contribution|money|grant|WFP|UNICEF"
    r"|UNHCR|UNRWA|Red C\w+)\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\s*(?:that|which)?\s*(?:\w+\s+){0,3}(?:have|has|had|already|previously)\s+(?:\w+\s+){0,2}?(?:provided|sent"
    r"|given|donated|delivered|supplied|pledged)"
)
_ANY = re.compile(r"\bany\s+$", re.IGNORECASE)
_PASSIVE = re.compile(r"\s*(?:ha(?:ve|s|d)\s+)(?:\w+\s+){0,2}?been\s")
_WORKING = re.compile(
    r"\b(?:operations?|use|repair|maintenance|production|purchase|cost|loss|number|lack|safety|training on)\s+of\s+$",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?:but|while|whereas|however|although|in response)\b|;|,\s*(?:and|so)\s"
    r"|\band\s+(?:(?:also|then|now|already)\s+)?(?:has|have|had|will|is|are|was|were|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)


def quote_sign(found: re.Match[str], rule: str, weight: float) -> Sign:
    """Return a sign at the words that a pattern found."""
    return Sign(rule, found.start(), found.end(), weight)


def are_counted(run: Sequence[Goods]) -> bool:
    """Tell whether any goods of a run are counted by more than an article."""
    return any(
        part.role == "count" and part.span.quote.lower() not in ("a", "an", "one") for one in run for part in one.parts
    )


def see_work(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """The goods are only worked with: "the operation of", "the loss of"."""
    del run, claims
    found = _WORKING.search(sight.plain, max(sight.bounds[0], sight.start - 30), sight.start)
    if found and found.group().split()[0].lower() != "purchase":
        yield quote_sign(found, "not handed over", -1.6)
    elif _ANY.search(sight.plain, max(0, sight.start - len(" any  ")), sight.start):
        yield Sign("any at all", sight.start - len("any "), sight.start, -1.6)


def see_blocked(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """The goods are refused, asked for, needed or only supposed."""
    del run, claims
    act = sight.acts[0][0] if sight.acts else None
    left = min(sight.start, act.start) if act else sight.start
    opens = max(_clause_start(sight, left), left - 110)
    for rule, pattern in (("refused or supposed", _BLOCKED), ("asked for", _ASKED)):
        found = pattern.search(sight.plain, opens, left)
        if found and not _TURN.search(sight.plain, found.start(), left):
            yield quote_sign(found, rule, -3.0)
            return


def _clause_start(sight: Sight, end: int) -> int:
    """Return where the clause of a verb begins: behind the last comma that its subject follows."""
    for group in reversed(sight.groups):
        start = group[0].span.start
        comma = sight.plain.rfind(",", sight.bounds[0], start)
        if group[-1].span.end <= end and comma >= 0 and not sight.plain[comma + 1 : start].strip(" the"):
            return comma + 1
    return sight.bounds[0]


def see_trade(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """The goods are sold, made or priced."""
    del run, claims
    found = _TRADED.search(sight.plain, max(sight.bounds[0], sight.start - 60), min(sight.bounds[1], sight.end + 30))
    if found:
        yield quote_sign(found, "trade", -1.0)


def see_fight(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """The goods are captured, lost or fired."""
    del run, claims
    found = _FOUGHT.search(sight.plain, max(sight.bounds[0], sight.start - 35), sight.start) or _FOUGHT.search(
        sight.plain, sight.end, min(sight.bounds[1], sight.end + 25)
    )
    if found:
        yield quote_sign(found, "fighting", -1.2)


def see_routine(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """An agency, a fund or its partners do their daily work."""
    act = sight.acts[0][0] if sight.acts else None
    givers = [
        name
        for claim in claims
        if claim.role == "provider" and claim.rule not in SURE_NOT and ": " not in claim.rule
        for name in claim.names
    ]
    if act is None or act.end > sight.start or (givers and any(name.kind in STATE for name in givers)):
        return
    found = _ROUTINE.search(sight.plain, max(sight.bounds[0], act.group_start - 70), act.group_start)
    if found:
        yield quote_sign(found, "an agency's work", -0.5 if are_counted(run) else -1.2)


def see_told_before(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """Goods without a count that were given already: "the weapons we have already provided"."""
    del claims
    found = _TAKEN_BACK.match(sight.plain, sight.end, sight.bounds[1])
    if found and not are_counted(run) and not _PASSIVE.match(found.group()):
        yield quote_sign(found, "given already", -1.6)


_RIGHT = re.compile(
    r"\b(?:right|ability|power|chance|opportunity|means|how|way|permission|authority|funds?|money"
    r"|resources)\s+to\s+[a-z]+\b"
    r"(?!\s+(?:of|to)\b)",
)


def see_other_deed(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """What is given is to do something with the goods: "gave farmers the right to repair their equipment"."""
    del run, claims
    act = sight.acts[0][0] if sight.acts else None
    found = _RIGHT.search(sight.plain, act.end, sight.start) if act and act.end < sight.start else None
    if found and not any(found.start() < one.start and one.end <= sight.start for one in sight.wording.acts):
        yield quote_sign(found, "given to do something with", -1.2)


_SENT_TO = frozenset({"to after", "object", "to before"})


def _go_to_land(claims: Sequence[Claim]) -> bool:
    """Tell whether goods are said to go to a land that is not the one that gives them."""
    givers = {name.acts_for for claim in claims if claim.role == "provider" for name in claim.names}
    getters = [name for claim in claims if claim.role == "recipient" and claim.rule in _SENT_TO for name in claim.names]
    return any(name.kind is Surface.COUNTRY and name.acts_for not in givers for name in getters)


_REPAIRED = re.compile(
    r"[^.;]{0,40}\b(?:in\s+disrepair|to\s+be\s+(?:repaired|rebuilt|replaced|upgraded))\b", re.IGNORECASE
)


def see_home(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """A long report about home names nobody abroad beside the goods: masks for its own clinics, oil for its market."""
    del run
    page = sight.page
    if len(sight.plain) <= _SHORT or is_titled_abroad(page) or names_foreign(sight.names) or _go_to_land(claims):
        return
    if is_about_home(page) and not HELP_ABROAD.search(sight.plain, *sight.bounds):
        yield Sign("a report about home names nobody abroad", *sight.bounds, -3.0)


def see_repair(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """The goods stand where they are: "bridges to be repaired"."""
    del run, claims
    found = _REPAIRED.match(sight.plain, sight.end, sight.bounds[1])
    if found:
        yield quote_sign(found, "stays where it is", -1.6)


_MOVED = ARMED | {"people"}
_OWN_USE = re.compile(
    r"[^.;,]{0,40}?\s(?:to\s+(?:circle|patrol|attack|strike|fight|invade|occupy|guard|intercept|shadow|conduct"
    r"|counter|deter|encircle|bomb|hunt)|into|near|close to|around|across|through|on\s+(?:drills?|exercises?"
    r"|patrols?))\b",
    re.IGNORECASE,
)


def see_own_use(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """An army moves what it keeps: "sent ships to circle the island"."""
    del claims
    found = _OWN_USE.match(sight.plain, sight.end, sight.bounds[1]) if run[0].group in _MOVED else None
    if found and any(act.verb.name in ("send", "put") and act.end <= sight.start for act, _ in sight.acts[:1]):
        yield quote_sign(found, "an army's own use", -2.5)


_OWN_PEOPLE = re.compile(
    r"\b(?:to|for) (?:all|every|each|its|their|our|his)(?: own| of (?:its|our|their))? (?:citizens?|residents?"
    r"|households?|pensioners?|taxpayers?|voters?|Americans?)\b"
    r"|\b(?:to|for) (?:\w+ )?(?:pharmacies|stores|states) (?:across|around|throughout) (?:the|our) (?:country|nation)\b"
)


def see_own_people(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """The goods go to the people of who gives them: "sent test kits to all citizens"."""
    del run
    found = _OWN_PEOPLE.search(sight.plain, sight.left, sight.right) if not _go_to_land(claims) else None
    if found:
        yield quote_sign(found, "for one's own people", -2.5)


AGAINST: tuple[See, ...] = (
    see_work,
    see_blocked,
    see_trade,
    see_fight,
    see_routine,
    see_told_before,
    see_other_deed,
    see_home,
    see_repair,
    see_own_use,
    see_own_people,
)
