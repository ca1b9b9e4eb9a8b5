"""Weigh whether goods are handed over: signs for and against, each with its words and its weight.

Goods stand in many sentences that give nothing: what money is for, what an agency does every day, what was lost,
bought, asked for or refused. No sign decides alone.
"""

import re
from collections.abc import Iterable, Sequence

from pledgebook.extract.commitments.background import Sign
from pledgebook.extract.commitments.bringing import see_brought, see_carrier, see_coming
from pledgebook.extract.commitments.contents import match_holding
from pledgebook.extract.commitments.idle_goods import AGAINST, ARMED, STATE, SURE_NOT, See, are_counted, quote_sign
from pledgebook.extract.commitments.runs import Claim
from pledgebook.extract.commitments.sights import Sight
from pledgebook.extract.commitments.wording import Act
from pledgebook.extract.quantities.goods import Goods
from pledgebook.model.naming import Named

THRESHOLD = 2.3

_WEIGHTS = {
    "donate": 2.4,
    "send": 1.9,
    "deliver": 1.8,
    "supply": 1.7,
    "transfer": 1.6,
    "give": 1.6,
    "grant": 1.2,
    "provide": 1.5,
    "provided": 1.5,
    "put": 1.6,
    "pledge": 1.9,
    "promise": 1.9,
    "offer": 1.6,
    "contribute": 1.7,
    "allocate": 1.3,
    "disburse": 1.3,
    "commit": 1.6,
    "consider": 1.4,
    "receive": 1.5,
    "release": 1.0,
    "approve": 0.9,
    "announce": 0.9,
    "confirm": 0.7,
    "delegate": 1.0,
    "lend": 1.3,
    "sign": 0.6,
    "fund": 0.6,
    "purchase": 0.5,
    "launch": 0.4,
    "restore": 0.5,
}
"""How surely the object of a verb is handed over."""

_MOVED = frozenset({"send", "deliver", "donate"})

HANDING = frozenset(_WEIGHTS) - {"approve", "announce", "confirm", "sign", "fund", "purchase", "launch", "restore"}
"""Verbs that hand goods over; one that only announces or backs says too little of goods by itself."""

NEAR = 80  # characters between the verb and the goods
_DEED = re.compile(
    r"\b(?P<what>donations?|deliver(?:y|ies)|transfers?|shipments?|consignments?|(?:handover|presentation)(?:\s+ceremony)?|arrival|provision"
    r"|(?<!ources of )supply|gifts?|dispatch|deployment|tranche|batch(?:es)?|cargo"
    r"|pledges?|promise|offer|contributions?)\s+(?:of|with|containing)\s+(?:(?:[\w-]+"
    r"|\d[\d,.]*)\s+){0,5}?$",
    re.IGNORECASE,
)
_DONATED = re.compile(
    r"[^.;]{0,60}?\s(?:(?:donated|given|sent|gifted|contributed|supplied|offered|provided|presented"
    r"|delivered)\s+(?:by|from)"
    r"|from\s+the\s+(?:government|people|Government|People)\s+of)\s",
)
_BOUGHT_FOR = frozenset({"for after", "to after"})
_MEANT = re.compile(
    r"\b(?:ceremon(?:y|ies)|decid\w+|agree\w*|pledg\w+|promis\w+|plan(?:s|ned|ning)?|offer\w*|vow\w*|commit\w*|commitment"
    r"|undert\w+|intend\w*"
    r"|decision|plans|promise|offer|prepar\w+|ready|approv\w+|going|set|order\w*|instruct\w*|direct\w*"
    r"|authori[sz]\w+|due"
    r"|continu\w+|move[sd]?|able|first|begin\w*|began|begun|start\w*|schedul\w+|willing\w*|announc\w+|expected"
    r"|mobili[sz]ed"
    r"|want(?:s|ed)?|consider\w*|striv\w+)\s+(?:\w+\s+){0,3}?(?:to\s+(?:\w+ly\s+|also\s+|jointly\s+)?|[\w\s]{0,10})$",
    re.IGNORECASE,
)
"""What makes an infinitive a promise: "agreed to send", "is ready to donate"."""

_THANKED = re.compile(
    r"\b(?:thank\w*|grateful|gratitude|appreciat\w+|prais\w+|laud\w+|commend\w+|applaud\w+|hail\w+|by|after"
    r"|besides|apart from|in addition to|as well as|consider\w*|start\w*|began|begin\w*|begun|continu\w+|finish\w*"
    r"|complet\w+|committ?(?:ed|ing) to|discuss\w*|about|while)\b[^,;]{0,70}?$"
    r"|\b(?:of|is|are|was|were|been|be|am|process of|['\u2019]re|['\u2019]s|['\u2019]m)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""What makes a gerund a deed: "is sending", "thanked Norway for donating", "began delivering"."""

_HELPED = re.compile(
    r"\b(?:help(?:s|ed|ing)?|enabl\w+|allow\w*|aim\w*|design\w*|work\w*|used|use|support\w*|partner\w*"
    r"|programmes?|programs?|projects?"
    r"|fund\w*|financ\w+|initiatives?|efforts?|serv\w+|meant|intended|necessary|organi[sz]ations?|in order|so as"
    r"|able|opportunit\w+|capacity|ability|cash)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_VAGUE_GROUPS = frozenset(
    {
        "food",
        "water",
        "health",
        "shelter",
        "relief",
        "fuel",
        "energy",
        "education",
        "equipment",
        "weapons",
        "training",
        "clothing",
        "agriculture",
        "transport",
        "",
    }
)
_DEFINITE = re.compile(
    r"\b(?:an?|another|additional|further|more|extra|new|first|second|third|its|their)\s+(?:[\w-]+\s+){0,2}?$",
    re.IGNORECASE,
)
_LISTED = 3  # so many kinds of goods are a list, which says more than one word for all
_OURS = re.compile(r"\b(?:I|[Ww]e|[Ii]t)\b[^,.;]{0,30}$")


_SUPPORTED = re.compile(
    r"\b(?:will|to|has|have)\s+(?:also\s+)?support(?:ed)?\s+(?:(?:about|over|more than|some|up to|around)\s+)?$"
)


def see_verb(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """A verb hands the goods over; what is only its purpose says little."""
    del claims
    best = max(
        (_verb_sign(sight, act, run[0].group) for act, _ in sight.acts[:3] if _reaches(sight, act)),
        key=lambda sign: sign.weight,
        default=None,
    )
    if best is not None:
        yield best
    supported = _SUPPORTED.search(sight.plain, max(sight.bounds[0], sight.start - 40), sight.start)
    if best is None and supported:
        yield quote_sign(supported, "verb: support", 1.2)
    if any(act.verb.name == "sign" and act.end <= sight.start for act in sight.wording.acts):
        yield Sign("signed for", sight.start, sight.end, 0.5)


def _reaches(sight: Sight, act: Act) -> bool:
    gap = act.start - sight.end if act.start >= sight.end else sight.start - act.end
    return gap <= NEAR and act.verb.name in _WEIGHTS and not act.negated and not act.maybe


def _verb_sign(sight: Sight, act: Act, group: str) -> Sign:
    weight = _WEIGHTS[act.verb.name]
    if (
        sight.plain.startswith(_STATIONED, act.start)
        and group in ARMED
        and not _TO_HELP.search(sight.plain, sight.start, sight.bounds[1])
    ):
        weight -= 1.0
    before = sight.plain[max(sight.bounds[0], act.start - 90) : act.start]
    led = before[: act.group_start - act.start] if act.infinitive and act.group_start < act.start else before
    if act.end > sight.start:
        return Sign(f"verb: {act.verb.name}", act.start, act.end, weight)
    if act.infinitive and not _opens_title(sight, act):
        meant, helped = _MEANT.search(before), _HELPED.search(led)
        weight += 0.0 if meant and not helped else -1.0 if meant else -1.7
    elif _HELP_TO.search(led):
        weight -= 1.7
    elif act.gerund:
        weight += 0.0 if _THANKED.search(before) else -1.2
    return Sign(f"verb: {act.verb.name}", act.start, act.end, weight)


_HELP_TO = re.compile(r"\bhelp(?:s|ed|ing)?\s+(?:to\s+)?(?:\w+ly\s+)?$", re.IGNORECASE)


_STATIONED = ("deploy", "Deploy")
_TO_HELP = re.compile(
    r"\b(?:to\s+(?:\w+ly\s+)?(?:help|assist|support|aid|fight\s+(?:the\s+)?\w*fires?|evacuate|deliver|airlift|provide"
    r"|rescue)|relief|rescue|humanitarian|(?:cyclone|quake|flood|earthquake|tsunami|storm)-\w+)\b",
    re.IGNORECASE,
)
"""What an army deploys for others."""


def _opens_title(sight: Sight, act: Act) -> bool:
    """Tell whether an infinitive is a headline's future: "Norway to send"."""
    name = next((group for group in reversed(sight.groups) if group[-1].span.end <= act.start), None)
    return name is not None and act.start - name[-1].span.end <= len(" to also ") + 1


def see_deed(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """A noun of handing over stands before the goods: "a shipment of", "the transfer of"."""
    del run, claims
    found = _DEED.search(sight.plain, max(sight.bounds[0], sight.start - 90), sight.start)
    if found:
        what = found["what"].lower()
        yield quote_sign(found, f"a {what}", 1.6 if what.startswith(("handover", "presentation")) else 1.3)


def see_package(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """The sentence opens up a package: "the new shipment includes"."""
    del claims
    found = match_holding(sight.page, sight.bounds)
    if found and found.end() <= run[-1].span.start:
        yield quote_sign(found, "what a package holds", 1.9)


def see_donor_behind(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """Who gave the goods stands behind them: "donated by"."""
    del run, claims
    found = _DONATED.match(sight.plain, sight.end, sight.bounds[1])
    if found:
        yield quote_sign(found, "given by", 1.8)


def see_count(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """Goods are counted, or too vague for a book."""
    del claims
    if are_counted(run):
        yield Sign("counted", sight.start, sight.end, 1.0)
    elif _DEFINITE.search(sight.plain, max(sight.bounds[0], sight.start - 30), sight.start) or any(
        part.role == "count" for one in run for part in one.parts
    ):
        yield Sign("certain ones", sight.start, sight.end, 0.4)
    elif len(run) >= _LISTED:
        yield Sign("a list", sight.start, sight.end, 0.3)
    elif all(one.group in _VAGUE_GROUPS for one in run) and run[0].parts[0].rule != "uncounted":
        yield Sign("uncounted", sight.start, sight.end, -0.7)


_TYPE = re.compile(
    r"[A-Z]{2,}|\b[A-Z][a-z]+ ?\d|\w-\d|\b(?:Patriot|Leopard|Abrams|Stinger|Javelin|Gepard|Bradley|Marder)"
)


def see_type(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """Goods are named by their type: "F-16 jets", "Leopard 2 tanks"."""
    del claims
    if any(_TYPE.search(part.span.quote) for one in run for part in one.parts if part.role == "item"):
        yield Sign("a named type", sight.start, sight.end, 0.4)


def see_uncounted_help(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """Help that is promised beside other help."""
    del claims
    if any(part.rule == "uncounted" for one in run for part in one.parts):
        yield Sign("help without a sum", sight.start, sight.end, 2.6)


def see_parties(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """The sentence, or one that it leans on, names who gives and who gets; or nobody does."""
    sure = [claim for claim in claims if claim.rule.rpartition(": ")[2] not in SURE_NOT]
    givers = [name for claim in sure if claim.role == "provider" and ": " not in claim.rule for name in claim.names]
    yield Sign(*_giver_sign(sight, givers, around=any(claim.role == "provider" for claim in sure)))
    inside = any(sight.start <= name.span.start and name.span.end <= sight.end for name in sight.names)
    if any(claim.role == "recipient" for claim in sure) or (inside and run[0].group == "training"):
        yield Sign("who gets", sight.start, sight.end, 0.5)
        act = sight.acts[0][0] if sight.acts else None
        if act and act.verb.name in _MOVED and act.end <= sight.start and any(one.kind in STATE for one in givers):
            yield Sign("from one to another", act.start, act.end, 0.3)


def _giver_sign(sight: Sight, givers: Sequence[Named], *, around: bool) -> tuple[str, int, int, float]:
    """Return what is known of who gives, where, and how much it says."""
    first = sight.acts[0][0].group_start if sight.acts else sight.bounds[0]
    if any(name.kind in STATE for name in givers):
        return "who gives", sight.start, sight.end, 0.6
    if _OURS.search(sight.plain, sight.bounds[0], first):
        return "we give", sight.start, sight.end, 0.5
    if givers:
        return "a body gives", sight.start, sight.end, 0.2
    if around:
        return "who gives stands near", sight.start, sight.end, 0.1
    return "nobody gives", sight.start, sight.end, -0.7


def see_bought(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """Goods are bought for another."""
    del run
    rules = {claim.rule for claim in claims if claim.role == "recipient"}
    if rules & _BOUGHT_FOR and any(claim.role == "provider" and claim.rule not in SURE_NOT for claim in claims):
        for act, _ in sight.acts[:2]:
            if act.verb.name in ("purchase", "fund") and not act.negated and not act.maybe:
                yield Sign("bought for another", act.start, act.end, 0.9)
                return


_INVITED = re.compile(
    r"\b(?:will|to|has|have|had|would)\s+(?:also\s+)?(?:invit|host)(?:e|ed)?\s+"
    r"(?:(?:up to|about|some|another|over)\s+)?$"
)


def see_invited(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """So many people are invited: "will invite 40 officers"."""
    del claims
    found = _INVITED.search(sight.plain, max(sight.bounds[0], sight.start - 40), sight.start)
    if found and any(one.group == "people" for one in run):
        yield quote_sign(found, "invited", 1.6)


def see_trained(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Iterable[Sign]:
    """The help is to train somebody, which is a deed and its object in one."""
    del run, claims
    if sight.plain[sight.start : sight.start + 5].lower() == "train":
        yield Sign("training", sight.start, sight.end, 1.4)


SIGNS: tuple[See, ...] = (
    see_verb,
    see_deed,
    see_package,
    see_donor_behind,
    see_carrier,
    see_coming,
    see_brought,
    see_count,
    see_type,
    see_uncounted_help,
    see_parties,
    see_bought,
    see_trained,
    see_invited,
    *AGAINST,
)


def weigh_goods(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> tuple[Sign, ...]:
    """Return every sign for and against goods being handed over, in the order of the table."""
    return tuple(sign for see in SIGNS for sign in see(sight, run, claims))


def are_handed_over(signs: Sequence[Sign]) -> bool:
    """Tell whether the signs outweigh what a run of goods needs to be a commitment."""
    return sum(sign.weight for sign in signs) >= THRESHOLD
