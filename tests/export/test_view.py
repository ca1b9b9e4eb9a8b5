import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import pytest
from msgspec import structs

from pledgebook.export.material import Material
from pledgebook.export.view import rank_findings, view_brief
from pledgebook.model.errors import UnknownId
from pledgebook.model.ledger import Commitment, Event, Finding, Ledger, Origin, Severity, Story
from pledgebook.model.records import Reading
from pledgebook.model.values import Money, Period, Precision


def many_stories(number: int) -> Material:
    stories, events, readings = [], [], []
    for place in range(number):
        document = f"d-{place:016x}"
        readings.append(Reading(document, f"{place}.txt", "", "", "", dt.date(2025, 1, 1), (), ()))
        origin = Origin(f"o-{place:016x}", (document,), "alone")
        stories.append(Story(f"s-{place:016x}", f"Story {place}", (document,), (origin,)))
        day = dt.date(2025, 1, 1) + dt.timedelta(days=place)
        when = Period(day, day, Precision.DAY)
        events.append(Event(f"e-{place:016x}", (), (document,), (), "visit", (), "Here", when))
    return Material(Ledger(stories=tuple(stories), events=tuple(events)), readings)


def test_the_event_says_when_and_where(kyiv: Material) -> None:
    (section,) = view_brief(kyiv).sections
    assert (section.where, section.when) == ("Kyiv", "Sunday 24 August 2025")


def test_the_headline_counts_reports_and_origins_and_says_that_nothing_is_new(kyiv: Material) -> None:
    (section,) = view_brief(kyiv).sections
    told = "5 reports from 5 independent origins; no new money: every sum was promised before"
    assert section.headline == told


def test_every_figure_leads_to_evidence(kyiv: Material) -> None:
    brief = view_brief(kyiv)
    (section,) = brief.sections
    cited = [entry.notes for entry in section.deals] + [entry.notes for entry in section.stands]
    cited += [line.notes for line in section.lines if line.kind != "rest"]
    assert all(cited)
    numbers = {note.number for note in brief.notes}
    assert numbers == set(range(1, len(brief.notes) + 1))
    assert {number for notes in cited for number in notes} <= numbers


def test_a_note_marks_the_very_words_in_their_sentence(kyiv: Material) -> None:
    notes = view_brief(kyiv).notes
    marked = {"".join(piece.text for piece in note.pieces if piece.cited) for note in notes}
    assert "1.45 billion U.S. dollars" in marked
    assert all(note.report for note in notes)


def test_what_the_parts_leave_over_is_shown_as_not_itemised(kyiv: Material) -> None:
    (section,) = view_brief(kyiv).sections
    (rest,) = [line for line in section.lines if line.kind == "rest"]
    assert rest.amount == "C$265\xa0million"
    assert rest.notes == ()


def test_what_one_report_alone_says_names_the_report(kyiv: Material) -> None:
    (section,) = view_brief(kyiv).sections
    lone = {entry.what.replace("\xa0", " "): entry.report for entry in section.lone}
    assert lone["C$4.3 billion — Canada to Ukraine"] == 5
    assert not any("C$2 billion" in what for what in lone)


def test_a_single_report_is_not_told_to_be_the_only_one(kyiv: Material) -> None:
    document = kyiv.documents[4]
    story = Story("s-1", "One", (document.id,), (Origin("o-1", (document.id,), ""),))
    alone = [each for each in kyiv.ledger.commitments if each.documents == (document.id,)]
    ledger = Ledger(stories=(story,), commitments=tuple(alone))
    (section,) = view_brief(kyiv._replace(ledger=ledger)).sections
    assert section.lines
    assert section.lone == ()


def test_the_gravest_finding_comes_first() -> None:
    def finding(name: str, severity: Severity) -> Finding:
        return Finding(name, name, severity, "", "", (), ())

    told = rank_findings([finding("a", Severity.INFO), finding("b", Severity.ERROR), finding("c", Severity.NOTICE)])
    assert [each.id for each in told] == ["b", "c", "a"]


def test_the_latest_story_comes_first_and_the_rest_get_one_row_each() -> None:
    brief = view_brief(many_stories(30)._replace(limit=5))
    assert [section.title for section in brief.sections] == [f"Story {place}" for place in (29, 28, 27, 26, 25)]
    assert [short.title for short in brief.shorts][:2] == ["Story 24", "Story 23"]
    assert brief.stories == 30
    assert len(brief.sources) == 5


def test_one_story_can_be_asked_for_by_the_start_of_its_id() -> None:
    brief = view_brief(many_stories(3)._replace(story=f"s-{1:016x}"))
    assert [section.title for section in brief.sections] == ["Story 1"]
    with pytest.raises(UnknownId, match="no story 's-zzz'"):
        view_brief(many_stories(3)._replace(story="s-zzz"))


def test_an_entry_of_two_stories_stands_in_both(kyiv: Material) -> None:
    first, second = (document.id for document in kyiv.documents[:2])
    stories = tuple(
        Story(f"s-{place}", f"Story {place}", (document,), (Origin(f"o-{place}", (document,), ""),))
        for place, document in enumerate((first, second))
    )
    shared: Commitment = next(each for each in kyiv.ledger.commitments if {first, second} <= set(each.documents))
    brief = view_brief(kyiv._replace(ledger=Ledger(stories=stories, commitments=(shared,))))
    assert [[line.id for line in section.lines] for section in brief.sections] == [[shared.id], [shared.id]]


def test_a_large_book_leaves_out_the_full_texts_but_keeps_the_sentences(
    kyiv: Material, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pledgebook.export.view.MOST_TEXT", 100)
    brief = view_brief(kyiv)
    assert all(source.text == () for source in brief.sources)
    assert all(note.pieces for note in brief.notes)


def test_an_empty_book_has_an_empty_brief() -> None:
    brief = view_brief(Material(Ledger()))
    assert brief.sections == ()
    assert brief.notes == ()


def test_a_story_without_a_title_is_named_by_what_happened_or_by_who_promised(kyiv: Material) -> None:
    (story,) = kyiv.ledger.stories
    untitled = structs.replace(kyiv.ledger, stories=(structs.replace(story, title=""),))
    (section,) = view_brief(kyiv._replace(ledger=untitled)).sections
    assert section.title == "Mark Carney in Kyiv: visit"
    (section,) = view_brief(kyiv._replace(ledger=structs.replace(untitled, events=()))).sections
    assert section.title == "Canada to Ukraine"
    (section,) = view_brief(kyiv._replace(ledger=structs.replace(untitled, events=(), commitments=()))).sections
    assert section.title in {each.name for each in kyiv.documents}


def test_an_event_of_which_no_day_is_known_gives_way_to_those_that_have_one(kyiv: Material) -> None:
    bare = Event("e-bare", (), tuple(document.id for document in kyiv.documents), (), "ceremony", (), "", None)
    ledger = structs.replace(kyiv.ledger, events=(bare, *kyiv.ledger.events))
    (section,) = view_brief(kyiv._replace(ledger=ledger)).sections
    assert [event.what for event in section.happenings] == ["Visit — Mark Carney", "G7 summit"]


def test_new_money_is_added_up_by_whoever_knows_how(flood: Material) -> None:
    def add(commitments: Sequence[Commitment], currency: str) -> Money:
        return Money(Decimal(len(commitments) * 1_000_000), currency)

    (section,) = view_brief(flood._replace(add_new_money=add)).sections
    assert section.headline.replace("\xa0", " ").endswith("15 of 16 sums new, together ≈€24 million of new money")
    (section,) = view_brief(flood._replace(add_new_money=lambda *_: None)).sections
    assert section.headline.endswith("15 of 16 sums new")


def test_a_finding_names_reports_by_their_numbers(kyiv: Material) -> None:
    told = "3-eastern-courier.txt itemises 1.735 of 2 billion; 1-harbour-ledger.txt does not"
    finding = structs.replace(kyiv.ledger.findings[0], message=told)
    (section,) = view_brief(kyiv._replace(ledger=structs.replace(kyiv.ledger, findings=(finding,)))).sections
    assert section.doubts[0].message == "Report 3 itemises 1.735 of 2 billion; report 1 does not"
