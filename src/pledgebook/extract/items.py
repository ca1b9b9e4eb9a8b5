"""Find commitments in kind: goods, training and people that somebody sends, and goods that a sum is spent on."""

import re
from collections.abc import Iterator, Sequence

from pledgebook.extract.goods import Goods, find_goods
from pledgebook.extract.page import Page
from pledgebook.extract.parts import item_parts, witness_parts
from pledgebook.extract.roles import Claim, hear_witnesses
from pledgebook.extract.runs import without_owned
from pledgebook.extract.sentences import Zone
from pledgebook.extract.sights import Sight
from pledgebook.extract.wording import Act, find_wording
from pledgebook.model.records import Kind, Mention, Part, Section, mention_id

_LISTED = 90  # characters between goods of one list
HANDING = frozenset(
    {"donate", "give", "send", "deliver", "supply", "transfer", "provide", "provided", "put", "pledge", "promise"}
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
_SUPPOSED = re.compile(r"\b(?:if|whether|were|unless|could|might|may|should)\b[^.;]{0,60}$", re.IGNORECASE)


def find_items(page: Page) -> tuple[Mention, ...]:
    """Return a mention for every run of goods that is given and has no sum of its own."""
    matter = [zone for zone in page.zones if {"goods", "money"} & set(zone.why)]
    told = [zone for zone in matter if page.section_at(zone.start) is not Section.TITLE] or matter
    return tuple(
        mention
        for zone in told
        if "goods" in zone.why and "money" not in zone.why
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
    runs = gather_goods(goods)
    for at, run in enumerate(runs):
        left = runs[at - 1][-1].span.end if at else zone.start
        right = runs[at + 1][0].span.start if at + 1 < len(runs) else zone.end
        bounds = (run[0].span.start, run[-1].span.end)
        sight = Sight(page, *bounds, left, right, (zone.start, zone.end), wording, names, sentence)
        claims = hear_witnesses(sight)
        if _is_given(sight, claims):
            yield _make_mention(sight, run, claims)


def find_uncounted(page: Page, zone: Zone) -> tuple[Goods, ...]:
    """Return help that is promised beside other help but not counted: "Funds will also be provided through"."""
    found = _UNCOUNTED.search(page.plain, zone.start, zone.end)
    if not found:
        return ()
    span = page.cut(*found.span("what"))
    return (Goods(span, (Part("item", span, "uncounted"),), ""),)


def gather_goods(goods: Sequence[Goods]) -> list[list[Goods]]:
    """Return goods that stand in one list together."""
    runs = list[list[Goods]]()
    for one in goods:
        if runs and one.span.start - runs[-1][-1].span.end <= _LISTED:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _is_given(sight: Sight, claims: Sequence[Claim]) -> bool:
    """Tell whether a verb of handing over governs the goods, as fact or intent, and somebody gives and gets them."""
    roles = {claim.role for claim in claims if claim.rule not in ("named before", "named after", "aside")}
    told = {"provider", "recipient"} <= roles or (bool(roles) and len(sight.plain) <= _FREE)
    return told and (_trains(sight) or any(_hands_over(sight, act) for act, _ in sight.acts[:2]))


def _trains(sight: Sight) -> bool:
    """Tell whether the help is to train somebody, which is a deed and its object in one."""
    trains = _TRAINS.match(sight.plain, sight.start, sight.end)
    return bool(trains) and not _SUPPOSED.search(sight.plain, sight.bounds[0], sight.start)


def _hands_over(sight: Sight, act: Act) -> bool:
    if act.verb.name not in HANDING or act.negated or act.maybe:
        return False
    gap = act.start - sight.end if act.start >= sight.end else sight.start - act.end
    return gap <= NEAR and not _SUPPOSED.search(sight.plain, sight.bounds[0], act.group_start)


def _make_mention(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> Mention:
    page, start, end = sight.page, sight.start, sight.end
    return Mention(
        mention_id(page.document.id, Kind.COMMITMENT, start, end),
        page.document.id,
        Kind.COMMITMENT,
        "items",
        page.cut(start, end),
        page.cut(*sight.bounds),
        page.section_at(start),
        (*item_parts(run), *witness_parts(sight, claims)),
    )
