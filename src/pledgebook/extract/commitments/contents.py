"""Find what a package holds: the goods of a list below the words that introduce it, and of "the package includes"."""

import re
from collections.abc import Iterator

from pledgebook.extract.commitments.wording import find_wording
from pledgebook.extract.page.layout import Bounds
from pledgebook.extract.page.page import Page
from pledgebook.extract.page.sentences import split_block
from pledgebook.extract.quantities.amounts import find_amounts
from pledgebook.extract.quantities.goods import Goods, find_goods
from pledgebook.model.records import Section

HOLDS = re.compile(
    r"\W*(?:[^.;:]{0,60}\b(?:the|this|these|our|its|their|another|an?|first|second|third|new|latest|today's|previous|planned|shipments?"
    r"|supplies|[\d,.]+\s*\w+\s+of)\b[^.;:]{0,60}?\s)?"
    r"(?:package|aid|assistance|shipments?|consignments?|donations?|supplies|support|deliver(?:y|ies)|tranche"
    r"|batch|cargo"
    r"|contributions?|contents|items|goods|capabilities|equipment)\b[^.;:]{0,100}?\s"
    r"(?P<verb>includ(?:es?|ed|ing)|contain(?:s|ed)?|compris(?:es?|ed)|consist(?:s|ed)?(?: of)?|carries|carried"
    r"|cover(?:s|ed)|was made up of"
    r"|is made up of|will include|will contain|will comprise)\b",
    re.IGNORECASE,
)
"""What says that a package, named before, holds what follows: "the new package includes"."""

_HANDING = frozenset(
    {
        "donate",
        "send",
        "deliver",
        "supply",
        "transfer",
        "give",
        "provide",
        "provided",
        "put",
        "pledge",
        "promise",
        "offer",
    }
    | {"contribute", "allocate", "commit", "announce", "approve", "receive", "include"}
)
_ASKED = re.compile(
    r"\b(?:need\w*|request\w*|ask\w*|requir\w+|appeal\w*|captur\w+|seiz\w+|destroy\w+|lost|sold|bought)\b",
    re.IGNORECASE,
)
_SHARED = re.compile(r"\s+(?:to|for)\s+(?:the\s+)?[A-Z]")
"""Behind the goods of a list that shares out among receivers what was told as a whole."""

SHORTLY = 500  # characters behind a sum in which what a package holds is that sum's
_PARAGRAPHS = 4
_MOST = 60  # blocks of one list that are read
_LONGEST, _OPENS = 220, 32  # characters of an item that only names goods, and before the first of them
_HEAD = 300  # characters of what introduces a list that are looked at


def match_holding(page: Page, bounds: Bounds) -> re.Match[str] | None:
    """Return the words that open up a package, where a sentence begins with them."""
    return HOLDS.match(page.plain, *bounds)


def find_following(page: Page, end: int) -> tuple[Goods, ...]:
    """Return the goods that say what a sum's package holds: of the list below it, or of a sentence shortly behind."""
    at = page.layout.index_at(end - 1)
    block = page.layout.blocks[at]
    if not page.plain[end : block.end].strip():
        listed = tuple(goods for bounds in _items_below(page, at) for goods in _read_item(page, bounds))
        if listed:
            return listed
    for bounds in _sentences_behind(page, at, end):
        if find_amounts(page.document.text, page.plain, *bounds):
            return ()
        if match_holding(page, bounds):
            return _read(page, bounds)
    return ()


def _sentences_behind(page: Page, at: int, end: int) -> Iterator[Bounds]:
    """Yield the sentences that begin shortly behind a place, in its block and the paragraphs after."""
    for block in page.layout.blocks[at : at + _PARAGRAPHS]:
        if block.start >= end and (block.item or block.section not in (Section.BODY, Section.LEAD)):
            return
        for bounds in split_block(page.plain, block.start, block.end):
            if bounds[0] >= end + SHORTLY:
                return
            if bounds[0] >= end:
                yield bounds


def _read(page: Page, bounds: Bounds) -> tuple[Goods, ...]:
    return find_goods(page.document.text, page.plain, *bounds, page.sentence_at(bounds[0]))


def _read_item(page: Page, bounds: Bounds) -> tuple[Goods, ...]:
    """Return the goods of a list's item that opens with them; one that tells a story of its own names none."""
    goods = _read(page, bounds) if bounds[1] - bounds[0] <= _LONGEST else ()
    return goods if goods and goods[0].span.start - bounds[0] <= _OPENS else ()


def _items_below(page: Page, at: int) -> Iterator[Bounds]:
    """Yield the items of the list that a block introduces, so far as they name no sum and no deed of their own."""
    for block in page.layout.blocks[at + 1 : at + 1 + _MOST]:
        if not block.item or block.lead_in != at:
            return
        wording = find_wording(page.plain, block.start, block.end)
        if not any(
            act.verb.name in _HANDING and act.verb.name != "include" for act in wording.acts
        ) and not find_amounts(page.document.text, page.plain, block.start, block.end):
            yield block.start, block.end


def find_lists(page: Page) -> Iterator[tuple[Bounds, tuple[Goods, ...]]]:
    """Yield the sentence that introduces each list of goods handed over, where it names no sum, with the goods."""
    introducing = sorted({block.lead_in for block in page.layout.blocks if block.item and block.lead_in >= 0})
    for at in introducing:
        block = page.layout.blocks[at]
        head = split_block(page.plain, block.start, block.end)[-1]
        if _introduces(page, head) and not find_amounts(page.document.text, page.plain, *head):
            goods = tuple(goods for bounds in _items_below(page, at) for goods in _read_item(page, bounds))
            if goods and not any(_SHARED.match(page.plain, one.span.end) for one in goods):
                yield head, goods


def _introduces(page: Page, head: Bounds) -> bool:
    """Tell whether a sentence introduces what is handed over: it ends in a colon or opens up a package."""
    start = max(head[0], head[1] - _HEAD)
    if _ASKED.search(page.plain, start, head[1]) or not page.plain[: head[1]].rstrip().endswith((":", "-", "\u2013")):
        return False
    acts = find_wording(page.plain, start, head[1]).acts
    return any(act.verb.name in _HANDING and not act.negated and not act.maybe for act in acts)
