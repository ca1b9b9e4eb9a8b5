"""Find commitments in kind: goods, training and people that somebody sends, and goods that a sum is spent on."""

import re
from collections.abc import Iterator, Sequence

from pledgebook.extract.commitments.parts import item_parts, witness_parts
from pledgebook.extract.commitments.roles import hear_witnesses
from pledgebook.extract.commitments.runs import Claim, without_owned
from pledgebook.extract.commitments.scenes import Scene, previous_scene
from pledgebook.extract.commitments.sights import Sight
from pledgebook.extract.commitments.wording import Act, find_wording
from pledgebook.extract.page.page import Page
from pledgebook.extract.page.sentences import Zone
from pledgebook.extract.quantities.amounts import Amount, find_amounts
from pledgebook.extract.quantities.goods import Goods, find_goods
from pledgebook.model.naming import Surface
from pledgebook.model.records import Kind, Mention, Part, Section, mention_id

_LISTED = 90  # characters between goods of one list
HANDING = frozenset(
    {
        "donate",
        "give",
        "send",
        "deliver",
        "supply",
        "transfer",
        "provide",
        "provided",
        "put",
        "pledge",
        "promise",
        "offer",
        "contribute",
        "allocate",
        "disburse",
        "commit",
        "consider",
    }
)
"""Verbs that hand goods over; one that only announces or backs says too little of goods without a sum."""

NEAR = 60  # characters between the verb and the goods
_FREE = 6000  # characters up to which a report may leave the receiver of goods out
_UNCOUNTED = re.compile(
    r"\b(?P<what>(?:[Ff]urther |[Aa]dditional |[Mm]ore )?(?:[Ff]unds|[Ff]unding|[Mm]oney|[Ss]upport"
    r"|[Aa]ssistance|[Aa]id))\s+(?:will|would|is to|are to)"
    r"\s+(?:also|in addition)\s+be\s+(?:provided|given|sent|delivered|donated|transferred)\b"
)
_TRAINS = re.compile(r"train", re.IGNORECASE)
_RELATIVE = re.compile(r"\s+(?:(?:that|which)\s+)?(?:(?!and\b|but\b|then\b)\w+(?: [A-Z]\w+)?)?\s*")
"""Between a sum and the verb whose object or subject it is: "the 5 million euros that Norway is giving"."""
_WORTH = re.compile(r"\W*(?:\w+\s+){0,2}(?:worth|valued|costing|for|at)\s+(?:\w+\s+){0,3}", re.IGNORECASE)
_CARRIED = re.compile(
    r"\b(?:planes?|aircraft|flights?|ships?|vessels?|trucks?|convoys?|lorries|train|airlift|cargo|consignment|shipment)\b"
    r"[^.;]{0,240}\b(?:arriv\w+|land(?:ed|s)|depart\w*|left|leaves|took off|touched down|sets? off|set sail"
    r"|on (?:its|their) way|reach(?:ed|es)|carrying|carried|loaded with|laden with)\b",
    re.IGNORECASE,
)
"""Goods on their way: what carries them arrives or leaves."""

_RELIEF = frozenset({"relief", "food", "health", "shelter", "water", "rescue", "clothing", "people", "agriculture"})
_BOUGHT_FOR = frozenset({"for after", "to after"})
_SUPPOSED = re.compile(
    r"\b(?:if|whether|were|unless|could|might|may|should|asked for|instead of|rather than|(?:do|does|did) not|n't)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_CARRIER = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:planes?|aircraft|flights?|ships?|vessels?|trucks?|convoys?|airlift|cargo)\b",
    re.IGNORECASE,
)
_ARRIVES = re.compile(
    r"\b(?:arriv\w+|land(?:ed|s)|touched down|left|departed|set off|bound|headed|on (?:its|their) way)\s+"
    r"(?:(?:on|this)\s+\w+\s+)?(?:in|at|for|to)\s+(?:the\s+|[A-Z][\w'-]+\s+){0,3}$"
)


def find_items(page: Page) -> tuple[Mention, ...]:
    """Return a mention for every run of goods that is given and has no sum of its own."""
    matter = [zone for zone in page.zones if {"goods", "money"} & set(zone.why)]
    told = [zone for zone in matter if page.section_at(zone.start) is not Section.TITLE] or matter
    return tuple(
        mention
        for zone in told
        if "goods" in zone.why and not page.plain[zone.start : zone.end].rstrip().endswith("?")
        for mention in _read_zone(page, zone)
    )


def _read_zone(page: Page, zone: Zone) -> Iterator[Mention]:
    sentence = page.sentence_at(zone.start)
    goods = find_goods(page.document.text, page.plain, zone.start, zone.end, sentence) or find_uncounted(page, zone)
    if not goods:
        return
    wording, names = (
        find_wording(page.plain, zone.start, zone.end),
        without_owned(page.names_in(zone.start, zone.end), page.plain),
    )
    amounts = find_amounts(page.document.text, page.plain, zone.start, zone.end) if "money" in zone.why else ()
    before = tuple(previous_scene(page, zone.start))
    runs = gather_goods(goods, wording.acts)
    for at, run in enumerate(runs):
        left = runs[at - 1][-1].span.end if at else zone.start
        right = runs[at + 1][0].span.start if at + 1 < len(runs) else zone.end
        bounds = (run[0].span.start, run[-1].span.end)
        sight = Sight(page, *bounds, left, right, (zone.start, zone.end), wording, names, sentence)
        claims = hear_witnesses(sight)
        told = (*claims, *(claim for scene in before for claim in scene.claims if claim.role == "provider"))
        carried = () if _is_given(sight, told) else tuple(claim_carriers(sight, run))
        claims = (*claims, *carried)
        if (_is_given(sight, told) or carried) and _is_apart(sight, amounts):
            yield _make_mention(sight, run, claims, before)


def find_uncounted(page: Page, zone: Zone) -> tuple[Goods, ...]:
    """Return help that is promised beside other help but not counted: "Funds will also be provided through"."""
    found = _UNCOUNTED.search(page.plain, zone.start, zone.end)
    if not found:
        return ()
    span = page.cut(*found.span("what"))
    return (Goods(span, (Part("item", span, "uncounted"),), ""),)


def gather_goods(goods: Sequence[Goods], acts: Sequence[Act] = ()) -> list[list[Goods]]:
    """Return goods that stand in one list together; a verb of handing over between them begins another list."""
    runs = list[list[Goods]]()
    for one in goods:
        last = runs[-1][-1].span.end if runs else 0
        apart = any(last <= act.start and act.end <= one.span.start and act.verb.name in HANDING for act in acts)
        if runs and one.span.start - last <= _LISTED and not apart:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _is_given(sight: Sight, claims: Sequence[Claim]) -> bool:
    """Tell whether a verb of handing over governs the goods, as fact or intent, and somebody gives and gets them."""
    roles = {claim.role for claim in claims if claim.rule not in ("named before", "named after", "aside")}
    told = {"provider", "recipient"} <= roles or (bool(roles) and len(sight.plain) <= _FREE)
    bought = "provider" in roles and any(claim.rule in _BOUGHT_FOR for claim in claims)
    return told and (
        _trains(sight) or any(_hands_over(sight, act) or (bought and _buys(act)) for act, _ in sight.acts[:2])
    )


def _buys(act: Act) -> bool:
    return act.verb.name == "purchase" and not act.negated and not act.maybe


def _trains(sight: Sight) -> bool:
    """Tell whether the help is to train somebody, which is a deed and its object in one."""
    trains = _TRAINS.match(sight.plain, sight.start, sight.end)
    return bool(trains) and not _SUPPOSED.search(sight.plain, sight.bounds[0], sight.start)


def claim_carriers(sight: Sight, run: Sequence[Goods]) -> Iterator[Claim]:
    """Yield whose plane or ship carries relief goods, and where it arrives: "two Qatari planes landed in Kabul"."""
    relief = len(sight.plain) <= _FREE and any(one.group in _RELIEF for one in run)
    if not relief or not _CARRIED.search(sight.plain, *sight.bounds):
        return
    givers = [
        group
        for group in sight.groups
        if group[-1].kind is Surface.ADJECTIVE and _CARRIER.match(sight.plain, group[-1].span.end)
    ]
    if givers:
        yield Claim("provider", "subject in order", givers[0])
        for group in sight.groups:
            if _ARRIVES.search(sight.plain, sight.bounds[0], group[0].span.start):
                yield Claim("recipient", "to before", group)


def _is_apart(sight: Sight, amounts: Sequence[Amount]) -> bool:
    """Tell whether goods stand apart from every sum of their sentence: before a verb of its own, not worth it."""
    if not amounts:
        return True
    act = sight.acts[0][0] if sight.acts else None
    if act is None or any(act.start <= one.span.start < sight.end for one in amounts):
        return False
    if any(
        _RELATIVE.fullmatch(sight.plain, one.span.end, told.group_start) for one in amounts for told, _ in sight.acts
    ):
        return False  # "the 5 million euros Norway is giving will buy food"
    if (act.infinitive or act.gerund) and any(one.span.start < act.start for one in amounts):
        return False  # what an earlier sum is for
    if act.passive and any(
        one.span.end <= act.start and "," not in sight.plain[one.span.end : act.start] for one in amounts
    ):
        return False  # the sum is what the verb speaks of: "a further 5 million is set aside for"
    following = min((one.span.start for one in amounts if one.span.start >= sight.end), default=None)
    return following is None or (
        _WORTH.fullmatch(sight.plain, sight.end, following) is None
        and any(sight.end <= one.start and one.end <= following and one != act for one in sight.wording.acts)
    )


def _hands_over(sight: Sight, act: Act) -> bool:
    if act.verb.name not in HANDING or act.negated or act.maybe:
        return False
    gap = act.start - sight.end if act.start >= sight.end else sight.start - act.end
    return gap <= NEAR and not _SUPPOSED.search(sight.plain, sight.bounds[0], act.group_start)


def _make_mention(
    sight: Sight, run: Sequence[Goods], claims: tuple[Claim, ...], scenes: tuple[Scene, ...] = ()
) -> Mention:
    page, start, end = sight.page, sight.start, sight.end
    return Mention(
        mention_id(page.document.id, Kind.COMMITMENT, start, end),
        page.document.id,
        Kind.COMMITMENT,
        "items",
        page.cut(start, end),
        page.cut(*sight.bounds),
        page.section_at(start),
        (*item_parts(run), *witness_parts(sight, claims, scenes)),
    )
