"""One report laid open for the rules: its text, its layout and the sentences that were parsed."""

from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from pledgebook.extract.layout import Layout
from pledgebook.extract.sentences import Zone
from pledgebook.model.records import Document, Section, Sentence, Span, cut


class Page(Struct, frozen=True, dict=True):
    """A document, its layout, the zones that can matter and their parsed sentences, both in the order of the text."""

    document: Document
    layout: Layout
    zones: tuple[Zone, ...] = ()
    sentences: tuple[Sentence, ...] = ()

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

    def section_at(self, offset: int) -> Section:
        """Return which part of the report an offset stands in."""
        return self.layout.section_at(offset)

    def cut(self, start: int, end: int) -> Span:
        """Return the span of the document's own text."""
        return cut(self.document.text, start, end)
