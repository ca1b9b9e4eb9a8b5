"""The road from a report to its reading: pure, batched, and the same in any company."""

from pledgebook.model.records import make_document
from pledgebook.pipeline import digest, digest_many, open_page
from tests.deeds import pipeline

TEXTS = [
    "Norway pledged 20 million kroner to Malawi.",
    "",
    "The weather was fine.",
    "Sweden gave Chad 5 million euros in food aid. The two signed an agreement in Stockholm.",
]


def test_a_report_reads_the_same_alone_and_in_company() -> None:
    documents = [make_document(f"{at}.txt", text) for at, text in enumerate(TEXTS)]
    together = list(digest_many(documents, pipeline().parse))
    assert together == [digest(document, pipeline().parse) for document in documents]


def test_every_quote_stands_where_its_span_says() -> None:
    for document in (make_document("report.txt", text) for text in TEXTS):
        reading = digest(document, pipeline().parse)
        spans = [part.span for mention in reading.mentions for part in mention.parts]
        spans += [statement.span for statement in reading.statements if statement.span]
        assert all(document.text[span.start : span.end] == span.quote for span in spans)


def test_every_statement_speaks_of_a_mention_of_the_reading() -> None:
    reading = digest(make_document("report.txt", TEXTS[3]), pipeline().parse)
    known = {mention.id for mention in reading.mentions}
    assert reading.statements
    assert all(statement.mention in known and statement.reason for statement in reading.statements)


def test_a_report_without_triggers_is_never_parsed() -> None:
    page = open_page(make_document("report.txt", TEXTS[2]))
    assert page.zones == ()


def test_ten_times_the_text_has_ten_times_the_zones() -> None:
    one = open_page(make_document("report.txt", f"{TEXTS[3]}\n\n"))
    ten = open_page(make_document("report.txt", f"{TEXTS[3]}\n\n" * 10))
    assert len(ten.zones) == 10 * len(one.zones)
