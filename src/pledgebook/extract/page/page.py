"""One report laid open for the rules: its text, its layout and the sentences that were parsed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from pledgebook.extract.page.layout import Layout
from pledgebook.extract.page.sentences import Zone
from pledgebook.model.naming import Named
from pledgebook.model.records import Document, Mention, Section, Sentence, Span, cut


class Page(Struct, frozen=True, dict=True):
    """A document, its layout, the zones that can matter, and the parsed sentences and names there, in text order."""

    document: Document
    layout: Layout
    zones: tuple[Zone, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Named, ...] = ()

    @property
    def plain(self) -> str:
        """The text without markup, every character in its old place."""
        return self.layout.plain

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the parsed sentence that holds an offset, if one was parsed."""
        at = bisect_right(self._starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    @cached_property
    def name_starts(self) -> list[int]:
        """Where each name starts, for looking a place up."""
        return [named.span.start for named in self.names]

    def names_in(self, start: int, end: int) -> tuple[Named, ...]:
        """Return the names that lie between two offsets, in order."""
        low, high = bisect_left(self.name_starts, start), bisect_left(self.name_starts, end)
        return tuple(named for named in self.names[low:high] if named.span.end <= end)

    def section_at(self, offset: int) -> Section:
        """Return which part of the report an offset stands in."""
        return self.layout.section_at(offset)

    def cut(self, start: int, end: int) -> Span:
        """Return the span of the document's own text."""
        return cut(self.document.text, start, end)


def in_text_order(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return mentions in the order of their text, of those with one id the last."""
    told = {mention.id: mention for mention in found}
    return tuple(sorted(told.values(), key=lambda mention: (mention.span.start, mention.span.end, mention.id)))
