"""Find commitments in kind: goods, training and people that somebody sends, and goods that a sum is spent on."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from pledgebook.extract.commitments.background import Sign
from pledgebook.extract.commitments.bringing import claim_bringers, find_bringing, match_bringing
from pledgebook.extract.commitments.contents import SHORTLY, find_lists, match_holding
from pledgebook.extract.commitments.handing import HANDING, are_handed_over, see_invited, weigh_goods
from pledgebook.extract.commitments.idle_goods import are_counted
from pledgebook.extract.commitments.parts import item_parts, sign_parts, witness_parts
from pledgebook.extract.commitments.roles import hear_witnesses
from pledgebook.extract.commitments.runs import Claim, Group, without_owned
from pledgebook.extract.commitments.scenes import Scene, lead_in_scene, look, previous_scene, title_scene
from pledgebook.extract.commitments.sights import Sight
from pledgebook.extract.commitments.wording import Act, Wording, find_wording
from pledgebook.extract.page.page import Page
from pledgebook.extract.page.sentences import Zone
from pledgebook.extract.quantities.amounts import Amount, find_amounts
from pledgebook.extract.quantities.goods import Goods, find_goods
from pledgebook.model.naming import Named, Surface
from pledgebook.model.records import Kind, Mention, Part, Section, mention_id

_LISTED = 90  # characters between goods of one list
_UNCOUNTED = re.compile(
    r"(?:\b(?:opens?|opened|opening|issues?|issued|issuing|extend(?:s|ed|ing)?|grant(?:s|ed|ing)?|refinanc(?:es"
    r"|ed|ing)|approv(?:es|ed|ing)"
    r"|renew(?:s|ed|ing)?)\s+(?:of\s+)?|\bRefinancing of )(?:an?\s+|the\s+|its\s+)?(?P<line>(?:[\w-]+\s+){0,3}?"
    r"(?:lines? of credit|credit lines?|[Bb]onds? program(?:me)?|swap lines?|debt relief|debt moratorium"
    r"|suspension of debt service))\b"
    r"|\b(?P<what>(?:[Ff]urther |[Aa]dditional |[Mm]ore )?(?:[Ff]unds|[Ff]unding|[Mm]oney|[Ss]upport"
    r"|[Aa]ssistance|[Aa]id))\s+(?:will|would|is to|are to)"
    r"\s+(?:also|in addition)\s+be\s+(?:provided|given|sent|delivered|donated|transferred)\b"
)
_FURTHER = re.compile(
    r"\b(?:announc(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)|promis(?:e[sd]?|ing)|approv(?:e[sd]?|ing)|will\s+(?:also\s+)?provide)\s+"
    r"(?P<more>(?:further|additional|voluntary)\s+(?:[\w-]+\s+){0,2}?(?:support|assistance|aid|funding|contributions?))"
    r"\s+(?:for|to)\b"
    r"|\b[Tt]he\s+(?P<rest>(?:remaining\s+(?:funds?|funding|money|aid|amount)|rest\s+of\s+the\s+(?:funds?|funding|money"
    r"|aid)|(?:final|last|remaining|other)\s+part\s+of\s+the\s+(?:package|aid|funds?|funding|assistance)))"
    r"\s+(?:will|would|is to|are to|goes|go)\b"
)
"""More of help told of before, without a sum: "announced further support for", "the remaining funds will"."""
_SUM_NEAR = re.compile(r"[$\u20ac\u00a3\u00a5]|\b(?:million|billion|crore)\b")
_SUM_REACH = 200  # characters in which a sum tells how much further help is
_RELATIVE = re.compile(r"\s+(?:(?:that|which)\s+)?(?:(?!and\b|but\b|then\b)\w+(?: [A-Z]\w+)?)?\s*")
"""Between a sum and the verb whose object or subject it is: "the 5 million euros that Norway is giving"."""
_WORTH = re.compile(r"\W*(?:\w+\s+){0,2}(?:worth|valued|costing|for|at)\s+(?:\w+\s+){0,3}", re.IGNORECASE)


def find_items(page: Page) -> tuple[Mention, ...]:
    """Return a mention for every run of goods that is given and has no sum of its own."""
    matter = [zone for zone in page.zones if {"goods", "money"} & set(zone.why)]
    told = [zone for zone in matter if page.section_at(zone.start) is not Section.TITLE] or matter
    title = title_scene(page)
    listed = tuple(_read_list(page, head, goods, title) for head, goods in (find_lists(page) if page.zones else ()))
    found = (
        mention
        for zone in told
        if "goods" in zone.why and not page.plain[zone.start : zone.end].rstrip().endswith("?")
        for mention in _read_zone(page, zone, title)
    )
    lists = tuple(mention for mention in listed if mention is not None)
    held = {part.span.start for mention in lists for part in mention.parts if part.role == "goods"}
    return (*lists, *(one for one in found if one.span.start not in held))


def _read_list(page: Page, head: tuple[int, int], goods: tuple[Goods, ...], title: Scene | None) -> Mention | None:
    """Return the mention of goods that stand in a list below the sentence that hands them over."""
    whole = look(page, head)[0]
    sight = structs.replace(whole, start=max(head[0], head[1] - 1))
    claims, scenes = hear_witnesses(sight), _scenes(page, head[0], title)
    signs = weigh_goods(sight, goods, (*claims, *_givers(scenes)))
    if not are_handed_over((*signs, Sign("a list of goods", *head, 1.0))):
        return None
    mention = _make_mention(sight, goods, claims, signs, scenes)
    first = goods[0].span
    told = mention_id(page.document.id, Kind.COMMITMENT, first.start, first.end)
    return structs.replace(mention, id=told, span=first)


def _scenes(page: Page, start: int, title: Scene | None) -> tuple[Scene, ...]:
    """Return the sentences that goods lean on: the one before, what introduces their list, the title."""
    own = title if title and page.section_at(start) is not Section.TITLE else None
    return (*previous_scene(page, start), *lead_in_scene(page, start), *((own,) if own else ()))


def _givers(scenes: Sequence[Scene]) -> Iterator[Claim]:
    """Yield who gives in the sentences around, with the place of each in its rule."""
    for scene in scenes:
        for claim in scene.claims:
            if claim.role == "provider":
                yield Claim(claim.role, f"{scene.place}: {claim.rule}", claim.names)


def _read_zone(page: Page, zone: Zone, title: Scene | None) -> Iterator[Mention]:
    sentence = page.sentence_at(zone.start)
    found = find_goods(page.document.text, page.plain, zone.start, zone.end, sentence)
    goods = tuple(sorted((*found, *find_uncounted(page, zone)), key=lambda one: one.span.start))
    if not goods:
        return
    wording, names = (
        find_wording(page.plain, zone.start, zone.end),
        without_owned(page.names_in(zone.start, zone.end), page.plain),
    )
    amounts = find_amounts(page.document.text, page.plain, zone.start, zone.end) if "money" in zone.why else ()
    scenes = _scenes(page, zone.start, title)
    if match_holding(page, (zone.start, zone.end)) and _follows_sum(page, zone.start):
        return  # the goods of the sum before
    goods = without_names(goods, names)
    runs = gather_goods(goods, wording.acts, amounts, page.plain)
    handed = False
    for at, run in enumerate(runs):
        left = runs[at - 1][-1].span.end if at else zone.start
        right = runs[at + 1][0].span.start if at + 1 < len(runs) else zone.end
        bounds = (run[0].span.start, run[-1].span.end)
        own = _own_wording(wording, left, run, page.plain) if at else wording
        sight = Sight(page, *bounds, left, right, (zone.start, zone.end), own, names, sentence)
        claims = hear_witnesses(sight)
        claims = _turn_thanks(sight, (*_turn_sources(sight, run, claims), *claim_bringers(sight, run, claims)))
        signs = weigh_goods(sight, run, (*claims, *_givers(scenes)))
        handed = are_handed_over(signs) or (handed and _are_shared(runs[at - 1], run[0], page.plain))
        if handed and _is_apart(sight, run, amounts):
            yield _make_mention(sight, run, claims, signs, scenes)


_TRAINER = re.compile(
    r"\s+(?:(?:will|would|has|have|had|is|are|was|also|to|agreed|plans?|pledged|offer(?:s|ed)|announced|been|now"
    r"|jointly|help|help(?:ed|ing)"
    r"|continue|begin|began|begun|started|ready|set|going|invite|host)\s+){0,5}(?:(?:up to|about|some|another"
    r"|over)\s+)?"
)
"""Between those who train or invite and whom they do."""


def _turn_sources(sight: Sight, run: Sequence[Goods], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims with those who are trained or invited "from" a land as who gets."""
    if run[0].group != "training" and not any(see_invited(sight, run, ())):
        return tuple(claims)
    turned = [Claim("recipient", "for after", one.names) if one.rule == "source" else one for one in claims]
    if not any(one.rule.startswith("subject") for one in claims):
        turned += [Claim("provider", "subject in order", group) for group in sight.groups if _trains(sight, group)]
    return tuple(turned)


def _trains(sight: Sight, group: Group) -> bool:
    end = group[-1].span.end
    return end <= sight.start and _TRAINER.fullmatch(sight.plain, end, sight.start) is not None


_THANKS = re.compile(
    r"\b(?:thank\w*|grateful to|gratitude to|prais\w+|laud\w+|commend\w+|applaud\w+|hail\w+)\s+[^,;]{0,60}$",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?:['\u2019]s?)?\s+(?:[\w.]+\s+){0,3}?for\s+(?:\w+ly\s+|also\s+)?")


def _turn_thanks(sight: Sight, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims with who is thanked as who gives: "Malawi thanked Norway for sending"."""
    for act, _ in sight.acts[:2]:
        for group in reversed(sight.groups) if act.gerund else ():
            start, end = group[0].span.start, group[-1].span.end
            if end <= act.start and _FOR.fullmatch(sight.plain, end, act.start):
                if _THANKS.search(sight.plain, sight.bounds[0], start):
                    subjects = (one for one in claims if one.rule.startswith("subject") and one.names != group)
                    getters = (Claim("recipient", "to before", one.names) for one in subjects)
                    kept = (one for one in claims if not one.rule.startswith("subject"))
                    return (Claim("provider", "subject beside", group), *getters, *kept)
                break
    return claims


def _own_wording(wording: Wording, left: int, run: Sequence[Goods], plain: str) -> Wording:
    """Return the verbs that can hand goods over: those behind the goods before, where there are any."""
    start = run[0].span.start
    own = any(left <= act.start and act.end <= start and act.verb.name in HANDING for act in wording.acts)
    if own or _is_passive(run[-1], wording.acts) or match_bringing(plain, left, start):
        return Wording(tuple(act for act in wording.acts if act.start >= left), wording.hits)
    return wording


def _follows_sum(page: Page, start: int) -> bool:
    """Tell whether a sum was named shortly before a place."""
    return bool(find_amounts(page.document.text, page.plain, max(0, start - SHORTLY), start))


def find_uncounted(page: Page, zone: Zone) -> tuple[Goods, ...]:
    """Return help that is promised beside other help but not counted: "Funds will also be provided through"."""
    found = _UNCOUNTED.search(page.plain, zone.start, zone.end)
    if not found and "money" not in zone.why:
        found = _FURTHER.search(page.plain, zone.start, zone.end)
        if found and _SUM_NEAR.search(page.plain, max(0, found.start() - _SUM_REACH), found.end() + _SUM_REACH):
            found = found if found.lastgroup == "rest" else None
    if not found:
        return ()
    span = page.cut(*found.span(found.lastgroup or 0))
    return (Goods(span, (Part("item", span, "uncounted"),), ""),)


_BODIES = frozenset({Surface.MINISTRY, Surface.ORGANISATION, Surface.FUND, Surface.OFFICE, Surface.COMPANY})


def without_names(goods: Sequence[Goods], names: Sequence[Named]) -> tuple[Goods, ...]:
    """Return the goods that do not begin within the name of a body: "Ministry of Agriculture and Food"."""
    bodies = [name.span for name in names if name.kind in _BODIES]
    return tuple(one for one in goods if not any(body.start < one.parts[0].span.start < body.end for body in bodies))


def gather_goods(
    goods: Sequence[Goods], acts: Sequence[Act] = (), amounts: Sequence[Amount] = (), plain: str = ""
) -> list[list[Goods]]:
    """Return goods that stand in one list together; a verb of handing over, or a sum, between them begins another."""
    runs = list[list[Goods]]()
    for one in goods:
        last = runs[-1][-1].span.end if runs else 0
        handed = any(last <= act.start and act.end <= one.span.start and act.verb.name in HANDING for act in acts)
        summed = any(last <= amount.span.start < one.span.start for amount in amounts)
        alone = _is_uncounted(one) or (bool(runs) and _is_uncounted(runs[-1][-1]))
        anew = bool(runs) and _begins_anew(runs[-1], one, acts, plain)
        if runs and one.span.start - last <= _LISTED and not (handed or summed or alone or anew):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


_ANEW = re.compile(r"(?:\b(?:while|whereas)\b|\bas\s+(?:the\s+)?[A-Z]\w+\s+[a-z]+|;)")
"""Between goods of two givers: "22 rescuers as Chad is flying two planes"."""


_SHARED = re.compile(
    r"\s(?:to|for)\s+(?:the\s+)?[A-Z][^,;.()]{1,40}?(?:,\s*(?:and\s+|as well as\s+)?|\s+(?:and|as well as)\s+)"
    r"(?:(?:an?|another|about|some|nearly|over|more|than|up|to)\s+){0,3}$"
)
"""Between goods of two receivers: "3,000 tents to Chad, and 500 tents to Mali"."""


def _are_shared(run: Sequence[Goods], one: Goods, plain: str) -> bool:
    """Tell whether counted goods go to another receiver than those right before them."""
    counted = are_counted(run) and any(part.role == "count" for part in one.parts)
    return counted and _SHARED.search(plain, run[-1].span.end, one.span.start) is not None


def _begins_anew(run: Sequence[Goods], one: Goods, acts: Sequence[Act], plain: str) -> bool:
    """Tell whether goods are told of another giver or receiver than those before them."""
    apart = _ANEW.search(plain, run[-1].span.end, one.span.start) is not None
    return apart or _is_passive(one, acts, run[0]) or _are_shared(run, one, plain)


def _is_passive(one: Goods, acts: Sequence[Act], before: Goods | None = None) -> bool:
    """Tell whether goods are the subject of a passive verb of their own: ", and 40 tents will be provided by".

    Goods that stand before them in the same list must be the object of an active verb.
    """
    end = one.span.end
    own = any(act.passive and act.verb.name in HANDING and 0 < act.group_start - end <= len("  ") for act in acts)
    if not own or before is None:
        return own
    return any(not act.passive and act.verb.name in HANDING and act.end <= before.span.start for act in acts)


def _is_uncounted(one: Goods) -> bool:
    return any(part.rule == "uncounted" for part in one.parts)


_JOINED = re.compile(
    r"(?:\s*\([^)]*\))?(?:\s+(?:in|of)\s+(?:[\w-]+\s+){0,5}?\w+)?,?\s*(?:as well as|along with|and|plus"
    r"|together with|,)\s+"
    r"(?:(?:also|about|over|more than|some|up to|nearly|another|an additional)\s+){0,2}",
    re.IGNORECASE,
)
"""Between a sum and goods that stand beside it: "5 million euros in grants, as well as 40 trucks"."""
_AND_SUM = re.compile(
    r"(?:\s+(?:to|for)\s+[\w ]{1,30})?,?\s*(?:as well as|along with|and|plus|together with|in addition to)\s+"
    r"(?:an?\s+[a-z]+ing\s+)?(?:(?:about|over|more|than|some|up|to|nearly|another|an|additional)\s+){0,3}",
    re.IGNORECASE,
)


def _is_joined(sight: Sight, run: Sequence[Goods], amounts: Sequence[Amount]) -> bool:
    """Tell whether counted goods stand in one list with a sum: neither is spent on the other."""
    if not any(part.role == "count" for part in run[0].parts):
        return False
    before = max((one.span.end for one in amounts if one.span.end <= sight.start), default=None)
    after = min((one.span.start for one in amounts if one.span.start >= sight.end), default=None)
    if before is not None and _JOINED.fullmatch(sight.plain, before, sight.start):
        return after is None or not _WORTH.fullmatch(sight.plain, sight.end, after)
    return before is None and after is not None and _AND_SUM.fullmatch(sight.plain, sight.end, after) is not None


def _is_apart(sight: Sight, run: Sequence[Goods], amounts: Sequence[Amount]) -> bool:
    """Tell whether goods stand apart from every sum of their sentence: before a verb of its own, not worth it."""
    if not amounts:
        return True
    if any(one.span.start < sight.end and sight.start < one.span.end for one in amounts):
        return False
    if _is_joined(sight, run, amounts):
        return True
    return _has_own_verb(sight, amounts)


def _has_own_verb(sight: Sight, amounts: Sequence[Amount]) -> bool:
    """Tell whether goods stand before a verb that is not a sum's own."""
    act = sight.acts[0][0] if sight.acts else None
    if find_bringing(sight) and not any(one.span.end <= sight.start for one in amounts):
        return _sum_has_verb(sight, amounts)
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
    return _sum_has_verb(sight, amounts, act)


def _sum_has_verb(sight: Sight, amounts: Sequence[Amount], act: Act | None = None) -> bool:
    """Tell whether the sum behind goods, if any, has a verb between them, and is not what they are worth."""
    following = min((one.span.start for one in amounts if one.span.start >= sight.end), default=None)
    return following is None or (
        _WORTH.fullmatch(sight.plain, sight.end, following) is None
        and any(sight.end <= one.start and one.end <= following and one != act for one in sight.wording.acts)
    )


def _make_mention(
    sight: Sight,
    run: Sequence[Goods],
    claims: tuple[Claim, ...],
    signs: tuple[Sign, ...],
    scenes: tuple[Scene, ...] = (),
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
        (*item_parts(run), *witness_parts(sight, claims, scenes), *sign_parts(page, signs)),
    )
