import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.model.errors import SpanMismatch
from pledgebook.model.records import Span, content_id, cut, make_document


@given(st.text(min_size=1), st.data())
def test_a_cut_span_quotes_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = cut(text, start, end)
    assert text[span.start : span.end] == span.quote


@pytest.mark.parametrize(("start", "end", "quote"), [(0, 3, "ab"), (2, 2, ""), (-1, 1, "ab"), (5, 3, "ab")])
def test_a_span_that_cannot_hold_its_quote_is_refused(start: int, end: int, quote: str) -> None:
    with pytest.raises(SpanMismatch):
        Span(start, end, quote)


def test_a_document_is_known_by_url_and_text_alone() -> None:
    first = make_document("a.txt", "Norway gives.", url="https://example.org/1")
    assert first.id == make_document("b.txt", "Norway gives.", url="https://example.org/1", title="x").id
    assert first.id != make_document("a.txt", "Norway gives.", url="https://example.org/2").id
    assert first.id != make_document("a.txt", "Norway gave.", url="https://example.org/1").id


def test_ids_do_not_run_parts_together() -> None:
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")


def test_lone_surrogates_have_an_id_too() -> None:
    assert content_id("x", "\ud800").startswith("x-")


def test_documents_survive_the_store() -> None:
    document = make_document("a.txt", "Norway gives.\r\n")
    assert msgspec.json.decode(msgspec.json.encode(document), type=type(document)) == document
