"""The sentence around a place in a report, whether or not it was parsed."""

from pledgebook.extract.page.page import Page
from pledgebook.extract.page.sentences import bound_at, split_block
from pledgebook.model.records import Span


def sentence_span(page: Page, offset: int) -> Span:
    """Return the sentence that holds an offset, cut by rule where it was not parsed."""
    parsed = page.sentence_at(offset)
    if parsed:
        return page.cut(parsed.start, parsed.end)
    block = page.layout.block_at(offset)
    low, high = (block.start, block.end) if block and offset < block.end else (offset, offset + 1)
    bounds = split_block(page.plain, low, high)
    return page.cut(*bounds[bound_at(bounds, offset)]) if bounds else page.cut(offset, offset + 1)
