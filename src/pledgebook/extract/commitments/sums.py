"""Find the phrases that tell of a commitment: every sum that is given, with the words of its witnesses."""

import re
from collections.abc import Iterable, Iterator

from pledgebook.extract.commitments.background import Sign, is_commitment, see_abroad, weigh
from pledgebook.extract.commitments.contents import find_following
from pledgebook.extract.commitments.figures import see_figures
from pledgebook.extract.commitments.home import see_at_home
from pledgebook.extract.commitments.notes import see_asked, see_notes, see_row
from pledgebook.extract.commitments.parts import item_parts, money_parts, sign_parts, witness_parts
from pledgebook.extract.commitments.roles import hear_witnesses
from pledgebook.extract.commitments.runs import Claim
from pledgebook.extract.commitments.scenes import Scene, lead_in_scene, look, next_scene, previous_scene, title_scene
from pledgebook.extract.commitments.sharing import share_out
from pledgebook.extract.commitments.sights import GIVING, Sight
from pledgebook.extract.page.page import Page
from pledgebook.extract.page.sentences import split_block
from pledgebook.extract.quantities.amounts import Amount, find_amounts
from pledgebook.extract.quantities.goods import find_goods
from pledgebook.model.records import Kind, Mention, Part, Section, mention_id

_LEAN = {"lead-in": 0.6, "title": 0.25, "previous": 0.35}
"""How much what another sentence speaks of says about a sum here."""

_FIRST_ITEM = 10  # group of the first goods that a sum is spent on; the groups below are the sum's own


def find_commitments(page: Page) -> tuple[Mention, ...]:
    """Return a mention for every sum that the report tells of as a commitment, in order."""
    title = title_scene(page)
    found = list[Mention]()
    for zone in page.zones:
        if "money" not in zone.why:
            continue
        bounds = (zone.start, zone.end)
        amounts = _find_sums(page, bounds)
        if not amounts:
            continue
        scenes = (
            *previous_scene(page, zone.start),
            *lead_in_scene(page, zone.start),
            *((title,) if title and page.section_at(zone.start) is not Section.TITLE else ()),
        )
        before: Sight | None = None
        for sight in look(page, bounds, amounts):
            claims = hear_witnesses(sight)
            near = tuple(scene.sight for scene in scenes)
            near_signs = (*_lean(scenes), *see_abroad(sight, claims, near))
            told = (
                *see_row(sight, before),
                *see_notes(sight),
                *see_at_home(sight, claims),
                *see_figures(sight, claims),
            )
            signs = weigh(sight, claims, (*near_signs, *told))
            if is_commitment(signs):
                mention = _make_mention(sight, claims, signs, (*scenes, *next_scene(page, zone.end)))
                found += share_out(mention, page.plain)
                before = sight
    return tuple(found)


_BARE = re.compile(r"\d\s?(?:million|billion|mn|bn|m)\b")
_LENT = 400  # characters of the sentence before in which a sum may name the currency


def _find_sums(page: Page, bounds: tuple[int, int]) -> tuple[Amount, ...]:
    """Return the sums of a sentence; where none names a currency, the sentence before may lend it."""
    text, plain = page.document.text, page.plain
    amounts = find_amounts(text, plain, *bounds)
    block = page.layout.block_at(bounds[0])
    if not amounts and block is not None and block.start < bounds[0] and _BARE.search(plain, *bounds):
        told = [one for one in split_block(plain, block.start, block.end) if one[1] <= bounds[0]][-1:]
        start = max(told[0][0], bounds[0] - _LENT) if told else bounds[0]
        amounts = tuple(one for one in find_amounts(text, plain, start, bounds[1]) if one.span.start >= bounds[0])
    return tuple(one for one in amounts if _is_counted(one))


_VAGUE = re.compile(r"\b(?:hundreds|thousands|tens|dozens|several|many|millions|billions|scores)\b", re.IGNORECASE)


def _is_counted(amount: Amount) -> bool:
    """Tell whether a sum says a number: "billions of dollars" is none to keep a book of."""
    return any(part.role == "number" and not _VAGUE.search(part.span.quote) for part in amount.parts)


def _lean(scenes: Iterable[Scene]) -> Iterator[Sign]:
    """Yield what the title and the lead-in add to a sum being a commitment or background."""
    for scene in scenes:
        signs = weigh(scene.sight, ())
        share = _LEAN[scene.place]
        total = max(min(sum(sign.weight for sign in signs), 3.0), -3.0) * share
        if total:
            yield Sign(f"{scene.place} speaks of {'giving' if total > 0 else 'background'}", *scene.sight.bounds, total)
        if scene.place == "lead-in":
            yield from see_asked(scene.sight)


def _make_mention(
    sight: Sight, claims: tuple[Claim, ...], signs: tuple[Sign, ...], scenes: tuple[Scene, ...]
) -> Mention:
    page, amount = sight.page, sight.amount
    if amount is None:
        raise ValueError("a sight without a sum makes no mention of a commitment")
    start, end = amount.span.start, amount.span.end
    parts = (
        *money_parts(amount),
        *witness_parts(sight, claims, scenes),
        *sign_parts(page, signs),
        *_item_parts(sight),
    )
    return Mention(
        mention_id(page.document.id, Kind.COMMITMENT, start, end),
        page.document.id,
        Kind.COMMITMENT,
        "amount",
        page.cut(start, end),
        page.cut(*sight.bounds),
        page.section_at(start),
        parts,
    )


_NEXT_CLAUSE = re.compile(r",\s+(?:and|but)\s+(?:that|said|added|whether)\b|,\s+(?:while|whereas)\s")
"""Where another clause begins, whose goods are not the sum's."""


def _item_parts(sight: Sight) -> Iterator[Part]:
    """Yield the goods that stand in the sum's own window, which it is spent on or worth; a semicolon ends a window."""
    left = sight.plain.rfind(";", sight.left, sight.start) + 1 or sight.left
    ends = sight.plain.find(";", sight.end, sight.right)
    right = sight.right if ends < 0 else ends
    apart = _NEXT_CLAUSE.search(sight.plain, sight.end, right)
    right = apart.start() if apart else right
    found = find_goods(sight.page.document.text, sight.plain, left, right, sight.sentence)
    goods = tuple(one for one in found if not _has_own_verb(sight, one.span.end))
    if sight.right == sight.bounds[1]:
        goods = (*goods, *find_following(sight.page, sight.bounds[1]))
    yield from item_parts(goods, _FIRST_ITEM)


def _has_own_verb(sight: Sight, end: int) -> bool:
    """Tell whether goods before a sum are another verb's: "sent 40 tents and gave 5 million euros"."""
    return any(end <= act.start and act.end <= sight.start and act.verb.role in GIVING for act in sight.wording.acts)
