"""Find the phrases that tell of a commitment: every sum that is given rather than told of, with its witnesses' words."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from pledgebook.extract.amounts import Amount, find_amounts
from pledgebook.extract.background import Sign, is_commitment, weigh
from pledgebook.extract.page import Page
from pledgebook.extract.roles import Claim, hear_witnesses
from pledgebook.extract.sentences import bound_at, split_block
from pledgebook.extract.sights import Sight
from pledgebook.extract.wording import Hit, Wording, find_wording
from pledgebook.model.records import Kind, Mention, Part, Section, mention_id

_FIELDS = ("aid_type", "instrument", "novelty", "stage", "condition", "spread")
_PLACES = {"beside": 2.0, "after": 1.3, "before": 0.8, "afar": 0.35, "lead-in": 0.5, "title": 0.4, "next": 0.35, "previous": 0.25}
_BESIDE = 32  # characters behind a sum within which "in military aid" says what it is for
_SUBJECTS = (
    "subject in the tree",
    "subject in order",
    "agent",
    "possessor",
    "to after",
    "for after",
    "object",
    "to before",
    "in after",
)


class Scene(Struct, frozen=True):
    """A sentence other than the sum's own that it leans on: the title, the lead, a list's lead-in, the next sentence."""

    place: str
    sight: Sight
    claims: tuple[Claim, ...]


def _look(page: Page, bounds: tuple[int, int], amounts: tuple[Amount, ...] = ()) -> list[Sight]:
    """Return a sight for each amount of a sentence, or one of the whole sentence when it holds none."""
    start, end = bounds
    wording = find_wording(page.plain, start, end)
    names = page.names_in(start, end)
    sentence = page.sentence_at(start)
    edges = [_edges(amount) for amount in amounts] or [(end, end)]
    lefts = [start, *(edge[1] for edge in edges[:-1])]
    rights = [*(edge[0] for edge in edges[1:]), end]
    whose = amounts or (None,)
    return [
        Sight(page, at[0], at[1], left, right, bounds, wording, names, sentence, amount)
        for at, left, right, amount in zip(edges, lefts, rights, whose, strict=True)
    ]


def _edges(amount: Amount) -> tuple[int, int]:
    """Return where a money phrase starts and ends with its qualifiers and equivalents."""
    spans = [amount.span, *(part.span for part in amount.parts if not amount.elided)]
    spans += [one.span for one in amount.equivalents]
    return min(span.start for span in spans), max(span.end for span in spans)


def find_commitments(page: Page) -> tuple[Mention, ...]:
    """Return a mention for every sum that the report tells of as a commitment, in order."""
    title = _title_scene(page)
    found = list[Mention]()
    for zone in page.zones:
        if "money" not in zone.why:
            continue
        bounds = (zone.start, zone.end)
        amounts = find_amounts(page.document.text, page.plain, *bounds)
        if not amounts:
            continue
        scenes = (
            *_lead_in_scene(page, zone.start),
            *((title,) if title and page.section_at(zone.start) is not Section.TITLE else ()),
        )
        for sight in _look(page, bounds, amounts):
            claims = hear_witnesses(sight)
            signs = weigh(sight, claims, tuple(_lean(scenes)))
            if is_commitment(signs):
                found.append(_make_mention(sight, claims, signs, scenes))
    return tuple(found)


def _title_scene(page: Page) -> Scene | None:
    if not page.layout.title:
        return None
    start, end = page.layout.title
    amounts = find_amounts(page.document.text, page.plain, start, end)
    sight = _look(page, (start, end), amounts[:1])[0]
    return Scene("title", sight, hear_witnesses(sight))


def _lead_in_scene(page: Page, start: int) -> Iterator[Scene]:
    """Yield the last sentence of the block that introduces a list, for one of its items."""
    block = page.layout.block_at(start)
    if block is None or not block.item or block.lead_in < 0:
        return
    lead = page.layout.blocks[block.lead_in]
    bounds = split_block(page.plain, lead.start, lead.end)
    if bounds:
        amounts = find_amounts(page.document.text, page.plain, *bounds[-1])
        sight = _look(page, bounds[-1], amounts[-1:])[-1]
        yield Scene("lead-in", sight, hear_witnesses(sight))


def _lean(scenes: Iterable[Scene]) -> Iterator[Sign]:
    """Yield what the title and the lead-in add to a sum being a commitment or background."""
    for scene in scenes:
        signs = weigh(scene.sight, ())
        share = 0.6 if scene.place == "lead-in" else 0.25
        total = max(min(sum(sign.weight for sign in signs), 3.0), -3.0) * share
        if total:
            yield Sign(f"{scene.place} speaks of {'giving' if total > 0 else 'background'}", *scene.sight.bounds, total)


def _make_mention(
    sight: Sight, claims: tuple[Claim, ...], signs: tuple[Sign, ...], scenes: tuple[Scene, ...]
) -> Mention:
    page, amount = sight.page, sight.amount
    if amount is None:
        raise ValueError("a sight without a sum makes no mention of a commitment")
    start, end = amount.span.start, amount.span.end
    parts = (
        *_money_parts(amount),
        *_claim_parts(page, claims),
        *_scene_parts(page, scenes),
        *_act_parts(sight),
        *_cue_parts(sight, scenes),
        *_sign_parts(page, signs),
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


def _money_parts(amount: Amount) -> Iterator[Part]:
    """Yield the sum's own pieces as group 0, and each equivalent's as groups 1, 2 and so on."""
    for group, one in enumerate((amount, *amount.equivalents)):
        yield Part("equivalent" if group else "amount", one.span, "money", group)
        yield from (Part(part.role, part.span, part.rule, group) for part in one.parts)


def _claim_parts(page: Page, claims: Iterable[Claim], place: str = "") -> Iterator[Part]:
    for group, claim in enumerate(claims):
        if place and claim.rule not in _SUBJECTS:
            continue
        rule = f"{place}: {claim.rule}" if place else claim.rule
        for name in claim.names:
            yield Part(claim.role, page.cut(name.span.start, name.span.end), rule, group)


def _scene_parts(page: Page, scenes: Iterable[Scene]) -> Iterator[Part]:
    for scene in scenes:
        yield from _claim_parts(page, scene.claims, scene.place)
        for act, _ in scene.sight.acts[:1]:
            if scene.place == "lead-in":
                yield Part("verb", page.cut(act.start, act.end), f"lead-in: {act.mood}", 0, act.verb.weight / 2)


def _act_parts(sight: Sight) -> Iterator[Part]:
    """Yield the verbs that can govern the sum, each with its mood; the first counts most."""
    for rank, (act, rule) in enumerate(sight.acts[:3]):
        yield Part(
            "verb", sight.page.cut(act.start, act.end), f"{rule}: {act.mood}", rank, act.verb.weight / (1 + rank)
        )


def _cue_parts(sight: Sight, scenes: Iterable[Scene]) -> Iterator[Part]:
    for hit in sight.wording.hits:
        if hit.cue.field in _FIELDS:
            yield _cue_part(sight.page, hit, _place(sight, hit))
    for scene in scenes:
        for hit in scene.sight.wording.hits:
            if hit.cue.field == "aid_type" or (hit.cue.field == "stage" and scene.place == "lead-in"):
                yield _cue_part(sight.page, hit, scene.place)
    for place, wording in _neighbours(sight.page, sight.bounds):
        yield from (_cue_part(sight.page, hit, place) for hit in wording.hits if hit.cue.field == "aid_type")


def _neighbours(page: Page, bounds: tuple[int, int]) -> Iterator[tuple[str, Wording]]:
    """Yield the wording of the sentences before and after, in the same block or the next paragraph."""
    at = page.layout.index_at(bounds[0])
    block = page.layout.blocks[at]
    told = split_block(page.plain, block.start, block.end)
    here = bound_at(told, bounds[0])
    if here > 0:
        yield "previous", find_wording(page.plain, *told[here - 1])
    if here + 1 < len(told):
        yield "next", find_wording(page.plain, *told[here + 1])
    elif not block.item and at + 1 < len(page.layout.blocks):
        follower = page.layout.blocks[at + 1]
        if follower.section is Section.BODY and not follower.item:
            yield "next", find_wording(page.plain, *split_block(page.plain, follower.start, follower.end)[0])


def _place(sight: Sight, hit: Hit) -> str:
    if sight.end <= hit.start < sight.right:
        return "beside" if hit.start - sight.end <= _BESIDE else "after"
    return "before" if sight.left <= hit.start and hit.end <= sight.start else "afar"


def _cue_part(page: Page, hit: Hit, place: str) -> Part:
    return Part(hit.cue.field, page.cut(hit.start, hit.end), place, 0, hit.cue.weight * _PLACES[place])


def _sign_parts(page: Page, signs: Iterable[Sign]) -> Iterator[Part]:
    for sign in signs:
        yield Part("for" if sign.weight > 0 else "against", page.cut(sign.start, sign.end), sign.rule, 0, sign.weight)
