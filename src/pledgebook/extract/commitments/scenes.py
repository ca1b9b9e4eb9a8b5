"""The sentences that a sum leans on: the title, the sentence before, a list's lead-in, its neighbours."""

import re
from collections.abc import Iterator

from msgspec import Struct

from pledgebook.extract.commitments.roles import hear_witnesses
from pledgebook.extract.commitments.runs import Claim, without_owned, word_before
from pledgebook.extract.commitments.sights import Sight
from pledgebook.extract.commitments.wording import Wording, find_wording
from pledgebook.extract.names.mechanisms import find_mechanisms
from pledgebook.extract.page.page import Page
from pledgebook.extract.page.sentences import bound_at, split_block
from pledgebook.extract.quantities.amounts import Amount, find_amounts
from pledgebook.model.naming import Named, Surface
from pledgebook.model.records import Section

_LEADING = 40  # characters of a programme's name before a land in it
_NAMED = 60  # and behind it


class Scene(Struct, frozen=True):
    """A sentence that the sum leans on: the title, a list's lead-in, the sentence before or after."""

    place: str
    sight: Sight
    claims: tuple[Claim, ...]


def look(page: Page, bounds: tuple[int, int], amounts: tuple[Amount, ...] = ()) -> list[Sight]:
    """Return a sight for each amount of a sentence, or one of the whole sentence when it holds none."""
    start, end = bounds
    wording = find_wording(page.plain, start, end)
    names = without_owned(_outside_programmes(page, page.names_in(start, end)), page.plain)
    sentence = page.sentence_at(start)
    edges = [_edges(amount) for amount in amounts] or [(end, end)]
    lefts = [start, *(edge[1] for edge in edges[:-1])]
    rights = [*(edge[0] for edge in edges[1:]), end]
    whose = amounts or (None,)
    return [
        Sight(page, at[0], at[1], left, right, bounds, wording, names, sentence, amount)
        for at, left, right, amount in zip(edges, lefts, rights, whose, strict=True)
    ]


def _outside_programmes(page: Page, names: tuple[Named, ...]) -> tuple[Named, ...]:
    """Return names without the lands that only belong to a programme's name: "the Czech ammunition initiative"."""
    if not names:
        return names
    start, end = names[0].span.start, names[-1].span.end
    spans = [
        one.span for one in find_mechanisms(page.document.text, page.plain, max(0, start - _LEADING), end + _NAMED)
    ]
    return tuple(
        name
        for name in names
        if name.kind is not Surface.ADJECTIVE
        or not any(span.start <= name.span.start and name.span.end < span.end for span in spans)
    )


def _edges(amount: Amount) -> tuple[int, int]:
    """Return where a money phrase starts and ends with its qualifiers and equivalents."""
    spans = [amount.span, *(part.span for part in amount.parts if not amount.elided)]
    spans += [one.span for one in amount.equivalents]
    return min(span.start for span in spans), max(span.end for span in spans)


class _Kept(Struct, frozen=True):
    """The scenes of one page, by their place and start: neighbouring sums and goods lean on the same ones."""

    scenes: dict[tuple[str, int], Scene]


def _scenes_of(page: Page) -> dict[tuple[str, int], Scene]:
    held = vars(page).get("scenes")
    if not isinstance(held, _Kept):
        held = vars(page)["scenes"] = _Kept({})
    return held.scenes


def title_scene(page: Page) -> Scene | None:
    """Return the title, where the report has one."""
    if not page.layout.title:
        return None
    start, end = page.layout.title
    kept = _scenes_of(page)
    if ("title", start) not in kept:
        amounts = find_amounts(page.document.text, page.plain, start, end)
        sight = look(page, (start, end), amounts[:1])[0]
        kept["title", start] = Scene("title", sight, (*hear_witnesses(sight), *_claim_topics(sight)))
    return kept["title", start]


def _claim_topics(sight: Sight) -> Iterator[Claim]:
    """Yield the names that a title is about: "with Kenya", "in the Sahel"."""
    for group in sight.groups:
        if word_before(sight.plain, group[0].span.start) in ("in", "with", "of", "across", "throughout"):
            yield Claim("recipient", "in after", group)


def previous_scene(page: Page, start: int) -> Iterator[Scene]:
    """Yield the sentence before, in the same block or at the end of the paragraph before."""
    at = page.layout.index_at(start)
    block = page.layout.blocks[at]
    if block.item or block.section is Section.TITLE:
        return
    told = tuple(one for one in split_block(page.plain, block.start, block.end) if one[1] <= start)
    if not told and at > 0 and page.layout.blocks[at - 1].section in (Section.BODY, Section.LEAD):
        before = page.layout.blocks[at - 1]
        told = split_block(page.plain, before.start, before.end)
    if told:
        kept, key = _scenes_of(page), ("previous", told[-1][0])
        if key not in kept:
            sight = look(page, told[-1])[0]
            kept[key] = Scene("previous", sight, hear_witnesses(sight))
        yield kept[key]


def lead_in_scene(page: Page, start: int) -> Iterator[Scene]:
    """Yield the last two sentences of the block that introduces a list, for one of its items; the last one first."""
    block = page.layout.block_at(start)
    if block is None or not block.item or block.lead_in < 0:
        return
    lead = page.layout.blocks[block.lead_in]
    bounds = split_block(page.plain, lead.start, lead.end)
    for one in reversed(bounds[-2:]):
        kept, key = _scenes_of(page), ("lead-in", one[0])
        if key not in kept:
            amounts = find_amounts(page.document.text, page.plain, *one)
            sight = look(page, one, amounts[-1:])[-1]
            kept[key] = Scene("lead-in", sight, hear_witnesses(sight))
        yield kept[key]


def neighbours(page: Page, bounds: tuple[int, int]) -> Iterator[tuple[str, Wording]]:
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


_FOLLOWS = re.compile(
    r"(?:the|this|these|its|such)\s+(?:[\w-]+\s+){0,3}?(?:funding|funds?|package|grants?|money|support"
    r"|assistance|contributions?|projects?|amount|aid|donations?|pledge"
    r"|initiative|programme|program|loans?|investments?|resources|allocation|sum|financing|effort|shipment)\b"
    r"|it (?:will|is|aims)\b",
    re.IGNORECASE,
)


def next_scene(page: Page, end: int) -> Iterator[Scene]:
    """Yield the sentence after, where it speaks on of the same money: "The funding will support"."""
    at = page.layout.index_at(end - 1)
    block = page.layout.blocks[at]
    told = tuple(one for one in split_block(page.plain, block.start, block.end) if one[0] >= end)
    if (
        not told
        and not block.item
        and at + 1 < len(page.layout.blocks)
        and page.layout.blocks[at + 1].section is Section.BODY
    ):
        follower = page.layout.blocks[at + 1]
        told = split_block(page.plain, follower.start, follower.end)
    if told and _FOLLOWS.match(page.plain, *told[0]):
        sight = look(page, told[0])[0]
        opening = Sight(
            page, told[0][0], told[0][0], *told[0], sight.bounds, sight.wording, sight.names, sight.sentence
        )
        yield Scene("next", opening, hear_witnesses(opening))
