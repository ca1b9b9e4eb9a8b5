import datetime as dt

from msgspec import structs

from pledgebook.export.book_index import sort_into_stories
from pledgebook.export.material import Material
from pledgebook.model.ledger import Evidence, Finding, Ledger, Origin, Severity, Story
from pledgebook.model.records import Reading, Span


def story(name: str, *documents: str) -> Story:
    return Story(name, name, documents, (Origin(f"o-{name}", documents, ""),))


def reading(document: str, day: dt.date | None) -> Reading:
    return Reading(document, document, "", "", "", day, (), ())


def test_without_an_event_the_latest_report_dates_a_story() -> None:
    ledger = Ledger(stories=(story("s-old", "d-1"), story("s-new", "d-2", "d-3"), story("s-none", "d-4")))
    days = {"d-1": dt.date(2024, 1, 1), "d-2": dt.date(2025, 1, 1), "d-3": dt.date(2025, 2, 1), "d-4": None}
    told = sort_into_stories(ledger, [reading(name, day) for name, day in days.items()])
    assert [(parts.story.id, parts.day) for parts in told] == [
        ("s-new", dt.date(2025, 2, 1)),
        ("s-old", dt.date(2024, 1, 1)),
        ("s-none", None),
    ]


def test_a_finding_stands_in_the_story_whose_words_it_quotes() -> None:
    quoted = Evidence("d-2", Span(0, 3, "abc"))
    finding = Finding("f-1", "scale_typo", Severity.WARNING, "", "", (quoted,), ())
    ledger = Ledger(stories=(story("s-1", "d-1"), story("s-2", "d-2")), findings=(finding,))
    told = {parts.story.id: parts.findings for parts in sort_into_stories(ledger, ())}
    assert told == {"s-1": (), "s-2": (finding,)}


def test_a_finding_without_words_stands_where_its_entry_does(kyiv: Material) -> None:
    entry = kyiv.ledger.commitments[0]
    bare = Finding("f-1", "package_sum", Severity.NOTICE, "", "", (), (entry.id,))
    (parts,) = sort_into_stories(structs.replace(kyiv.ledger, findings=(bare,)), kyiv.readings)
    assert parts.findings == (bare,)


def test_the_event_most_reports_tell_of_is_the_one_that_dates_the_story(kyiv: Material) -> None:
    (parts,) = sort_into_stories(kyiv.ledger, kyiv.readings)
    assert parts.event is not None
    assert parts.event.type == "visit"
    assert parts.day == dt.date(2025, 8, 24)
