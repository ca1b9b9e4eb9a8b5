"""Numbers every piece of evidence a brief cites, and shows it in its sentence with the words marked."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pledgebook.export.brief import Note, Piece
from pledgebook.model.records import Document, Mention, Reading, Section, Span, Statement

CONTEXT: Final = 280
SECTIONS: Final = {
    Section.TITLE: "headline",
    Section.HEADING: "heading",
    Section.CAPTION: "caption",
    Section.LINK: "link",
    Section.FURNITURE: "page furniture",
}
LABELS: Final = {
    "provider": "who gives",
    "recipient": "who gets",
    "channel": "who passes it on",
    "mechanism": "programme",
    "stage": "stage",
    "novelty": "new or not",
    "purpose": "purpose",
    "condition": "condition",
    "actor": "whose position",
    "party": "party",
    "status": "status",
    "date": "when",
    "announced": "when",
    "where": "where",
    "equivalent": "the same sum",
}


class Words(NamedTuple):
    """Words to be cited: where they stand, the sentence around them, and what else in it tells something."""

    document: str
    span: Span
    sentence: Span
    section: Section = Section.BODY
    labels: tuple[tuple[int, int, str], ...] = ()


def cut_pieces(text: str, start: int, end: int, marks: Sequence[tuple[int, int, Piece]]) -> tuple[Piece, ...]:
    """Cut `text[start:end]` at the borders of all marks; a later mark covers an earlier one.

    Args:
        text: The whole text that all offsets count in.
        start: Where the first piece begins.
        end: Where the last one ends.
        marks: Half-open ranges, each with a piece whose marking it gives to the words in it (its text is ignored).
    """
    inside = [(max(a, start), min(b, end), mark) for a, b, mark in marks if a < end and b > start]
    borders = sorted({start, end, *(a for a, _, _ in inside), *(b for _, b, _ in inside)})
    pieces = []
    for left, right in pairwise(borders):
        over = [mark for a, b, mark in inside if a <= left and right <= b]
        notes = tuple(sorted({number for mark in over for number in mark.notes}))
        label = over[-1].label if over else ""
        pieces.append(Piece(text[left:right], any(mark.cited for mark in over), label, notes))
    return tuple(pieces)


def _labels(mention: Mention, statements: Iterable[Statement]) -> tuple[tuple[int, int, str], ...]:
    told = {
        (each.span.start, each.span.end, LABELS[each.field])
        for each in statements
        if each.span is not None and each.field in LABELS and each.span != mention.span
    }
    return tuple(sorted(told, key=lambda each: (each[0] - each[1], each)))


class Evidence:
    """The notes of one brief, numbered as they are first cited.

    Args:
        readings: What the documents say; their mentions are what most notes show.
        documents: The documents by id, for the text around a sentence; one that is missing has no context.
        numbers: The number of each report in the brief, by document id.
    """

    def __init__(
        self, readings: Iterable[Reading], documents: Mapping[str, Document], numbers: Mapping[str, int]
    ) -> None:
        self._documents = documents
        self._numbers = numbers
        self._readings = {reading.document: reading for reading in readings}
        self._mentions = {mention.id: mention for each in self._readings.values() for mention in each.mentions}
        self._told: dict[str, list[Statement]] = {}
        self._cited: dict[tuple[str, int, int], int] = {}
        self.notes: list[Note] = []

    def cite(self, mentions: Iterable[str], most: int) -> tuple[int, ...]:
        """Return the numbers of notes for mentions, evidence proper before headlines, at most so many."""
        found = [self._mentions[each] for each in mentions if each in self._mentions]
        found.sort(key=lambda each: (each.section in SECTIONS, self._numbers.get(each.document, 0), each.span.start))
        return tuple(dict.fromkeys(self._number(self._words(each)) for each in found[:most]))

    def reports_of(self, mentions: Iterable[str]) -> list[int]:
        """Return the numbers of the reports that mentions stand in, in order."""
        found = (self._mentions[each].document for each in mentions if each in self._mentions)
        return sorted({self._numbers[each] for each in found if each in self._numbers})

    def cite_span(self, document: str, span: Span) -> int:
        """Return the number of the note for words that a finding speaks of."""
        reading = self._readings.get(document)
        mentions = reading.mentions if reading else ()
        around = [each for each in mentions if each.sentence.start <= span.start and span.end <= each.sentence.end]
        if around:
            sentence, section = around[0].sentence, around[0].section
        else:
            sentence, section = self._paragraph(document, span), Section.BODY
        return self._number(Words(document, span, sentence, section))

    def spans_of(self, document: str) -> list[tuple[int, int, Piece]]:
        """Return the words of a document that notes cite, in order, to be marked in its text."""
        cited = sorted((start, end, number) for (where, start, end), number in self._cited.items() if where == document)
        return [(start, end, Piece("", cited=True, notes=(number,))) for start, end, number in cited]

    def _words(self, mention: Mention) -> Words:
        labels = _labels(mention, self._statements(mention))
        return Words(mention.document, mention.span, mention.sentence, mention.section, labels)

    def _statements(self, mention: Mention) -> list[Statement]:
        reading = self._readings[mention.document]
        if reading.document not in self._told:
            self._told[reading.document] = []
            for statement in reading.statements:
                self._told.setdefault(statement.mention, []).append(statement)
        return self._told.get(mention.id, [])

    def _number(self, words: Words) -> int:
        key = (words.document, words.span.start, words.span.end)
        if key not in self._cited:
            self._cited[key] = len(self.notes) + 1
            self.notes.append(self._note(words, self._cited[key]))
        return self._cited[key]

    def _note(self, words: Words, number: int) -> Note:
        sentence, span = words.sentence, words.span
        base = sentence.start
        marks = [(a - base, b - base, Piece("", label=label)) for a, b, label in words.labels]
        marks.append((span.start - base, span.end - base, Piece("", cited=True)))
        pieces = cut_pieces(sentence.quote, 0, len(sentence.quote), marks)
        before, after = self._context(words.document, sentence)
        report = self._numbers.get(words.document, 0)
        return Note(number, report, SECTIONS.get(words.section, ""), pieces, before, after)

    def _context(self, document: str, sentence: Span) -> tuple[str, str]:
        if document not in self._documents:
            return "", ""
        text = self._documents[document].text
        before = text[max(sentence.start - CONTEXT, 0) : sentence.start]
        after = text[sentence.end : sentence.end + CONTEXT]
        return _last_words(before, cut=sentence.start > CONTEXT), _first_words(
            after, cut=sentence.end + CONTEXT < len(text)
        )

    def _paragraph(self, document: str, span: Span) -> Span:
        text = self._documents[document].text if document in self._documents else ""
        if not text:
            return span
        start = max(text.rfind("\n", 0, span.start) + 1, span.start - CONTEXT)
        stop = text.find("\n", span.end)
        end = min(len(text) if stop < 0 else stop, span.end + CONTEXT)
        return Span(start, end, text[start:end])


def _last_words(text: str, *, cut: bool) -> str:
    told = text.rsplit("\n", 1)[-1]
    return f"… {told.split(' ', 1)[-1]}" if cut and told == text and " " in told else told


def _first_words(text: str, *, cut: bool) -> str:
    told = text.split("\n", 1)[0]
    return f"{told.rsplit(' ', 1)[0]} …" if cut and told == text and " " in told else told
