from hypothesis import given
from hypothesis import strategies as st

from pledgebook.export.brief import Piece
from pledgebook.export.evidence import Evidence, cut_pieces
from pledgebook.export.material import Material
from pledgebook.model.records import Document, Reading, cut, make_document

TEXT = "🙂 Bérénice pledged €5 million.\nIt goes to Ruritania."


def evidence_for(document: Document) -> Evidence:
    reading = Reading(document.id, document.name, "", "", "", None, (), ())
    return Evidence([reading], {document.id: document}, {document.id: 1})


@given(st.text(min_size=1, max_size=40), st.data())
def test_pieces_put_together_are_the_text(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    ranges = data.draw(st.lists(st.tuples(place, place), max_size=5))
    marks = [(min(pair), max(pair), Piece("", cited=True)) for pair in ranges if pair[0] != pair[1]]
    pieces = cut_pieces(text, 0, len(text), marks)
    assert "".join(piece.text for piece in pieces) == text
    marked = {place for start, end, _ in marks for place in range(start, end)}
    told = [piece.cited for piece in pieces for _ in piece.text]
    assert [place in marked for place in range(len(text))] == told


def test_offsets_count_code_points_so_that_emoji_do_not_shift_the_mark() -> None:
    document = make_document("emoji.txt", TEXT)
    evidence = evidence_for(document)
    start = TEXT.index("€5 million")
    evidence.cite_span(document.id, cut(TEXT, start, start + len("€5 million")))
    (note,) = evidence.notes
    assert [piece.text for piece in note.pieces if piece.cited] == ["€5 million"]


def test_words_outside_any_mention_are_shown_in_their_paragraph() -> None:
    document = make_document("emoji.txt", TEXT)
    evidence = evidence_for(document)
    start = TEXT.index("Ruritania")
    evidence.cite_span(document.id, cut(TEXT, start, start + len("Ruritania")))
    assert "".join(piece.text for piece in evidence.notes[0].pieces) == "It goes to Ruritania."


def test_the_same_words_are_one_note(kyiv: Material) -> None:
    numbers = {each.document: place for place, each in enumerate(kyiv.readings, start=1)}
    evidence = Evidence(kyiv.readings, {each.id: each for each in kyiv.documents}, numbers)
    mentions = kyiv.ledger.commitments[0].mentions
    assert evidence.cite(mentions, 9) == evidence.cite(mentions, 9)
    assert len(evidence.notes) == len(mentions)


def test_a_document_that_is_gone_still_has_its_sentence(kyiv: Material) -> None:
    evidence = Evidence(kyiv.readings, {}, {})
    evidence.cite(kyiv.ledger.commitments[0].mentions, 1)
    (note,) = evidence.notes
    assert any(piece.cited for piece in note.pieces)
    assert (note.before, note.after) == ("", "")
