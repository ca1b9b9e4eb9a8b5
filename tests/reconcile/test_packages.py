import datetime as dt

import pytest

from pledgebook.model.ledger import Commitment
from pledgebook.model.records import Section
from pledgebook.model.values import Novelty, Text
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.settling import settle_readings
from tests.tellers import RATES, Report, money

GIVERS = ("Japan", "Norway", "Canada")
MAY = dt.date(2024, 5, 6)


def settle(*reports: Report) -> dict[str, Commitment]:
    ledger = settle_readings([report.read() for report in reports], Rulings(), RATES)
    return {mention: one for one in ledger.commitments for mention in one.mentions}


def test_the_rest_that_no_report_itemises_is_shown() -> None:
    report = Report("a", MAY)
    whole = report.tell("CAD 2bn")
    for part in ("CAD 835m", "CAD 680m", "CAD 220m"):
        report.tell(part, part_of=whole)
    found = settle(report)
    assert found[whole].remainder == money("CAD 265m")
    assert len(found[whole].parts) == 3
    assert {found[mention].part_of for mention in found} == {None, found[whole].id}


def test_parts_that_two_reports_cut_differently_are_never_added() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    whole = first.tell("CAD 2bn", novelty="new")
    first.tell("CAD 1.1bn", part_of=whole, purpose="industry at home")
    again = second.tell("CAD 2bn", novelty="new")
    second.tell("CAD 835m", part_of=again, purpose="drones")
    second.tell("CAD 680m", part_of=again, purpose="missiles")
    assert settle(first, second)[whole].remainder == money("CAD 485m")


def test_parts_beyond_the_whole_leave_no_rest() -> None:
    report = Report("a", MAY)
    whole = report.tell("CAD 100m")
    report.tell("CAD 70m", part_of=whole)
    report.tell("CAD 60m", part_of=whole)
    assert settle(report)[whole].remainder is None


def test_a_part_of_what_was_promised_before_is_no_new_money() -> None:
    report = Report("a", MAY)
    whole = report.tell("CAD 2bn", novelty="restated")
    guessed = report.tell("CAD 835m", part_of=whole)
    said = report.tell("CAD 90m", part_of=whole, novelty="new")
    found = settle(report)
    assert found[guessed].novelty is Novelty.RESTATED
    assert found[said].novelty is Novelty.RESTATED
    (told,) = [choice for choice in found[said].choices if choice.field == "novelty"]
    assert told.rule == "as-its-whole"
    assert [rival.values for rival in told.rivals] == [(Text("new"),)]


def test_a_part_that_the_title_tells_is_news() -> None:
    report = Report("a", MAY)
    whole = report.tell("CAD 2bn", novelty="restated")
    told = report.tell("CAD 90m", part_of=whole, novelty="new", section=Section.TITLE)
    assert settle(report)[told].novelty is Novelty.NEW


def test_a_part_of_a_running_total_may_be_new_money() -> None:
    report = Report("a", MAY)
    whole = report.tell("CAD 2bn", novelty="cumulative")
    said = report.tell("CAD 90m", part_of=whole, novelty="new")
    assert settle(report)[said].novelty is Novelty.NEW


def test_a_lands_sum_is_no_part_of_another_lands() -> None:
    report = Report("a", MAY)
    whole = report.tell("USD 900m", by="United States")
    part, own = (report.tell("USD 80m", by=giver, part_of=whole) for giver in ("Japan", "United States"))
    found = settle(report)
    assert (found[part].part_of, found[own].part_of) == (None, found[whole].id)


def test_it_is_no_part_of_a_lenders() -> None:
    report = Report("a", MAY)
    whole = report.tell("USD 900m", by="Lakeland Development Bank")
    part = report.tell("USD 80m", by="Japan", part_of=whole)
    assert settle(report)[part].part_of is None


@pytest.mark.parametrize("holder", ["Japan;Norway", "Club of Lake States"])
def test_it_may_be_a_part_of_what_several_or_a_body_of_many_give(holder: str) -> None:
    report = Report("a", MAY)
    whole = report.tell("USD 900m", by=holder)
    part = report.tell("USD 80m", by="Canada", part_of=whole)
    found = settle(report)
    assert found[part].part_of == found[whole].id


def test_a_list_of_many_givers_shows_a_total_of_all_whoever_is_read_as_its_giver() -> None:
    report = Report("a", MAY)
    whole = report.tell("USD 900m", by="Chad")
    parts = [report.tell(f"USD {n}m", by=by, part_of=whole, sentence=4) for n, by in enumerate(GIVERS, start=60)]
    found = settle(report)
    assert {found[part].part_of for part in parts} == {found[whole].id}


def test_a_circle_of_parts_is_cut() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    one = first.tell("CAD 50m")
    other = first.tell("CAD 40m", part_of=one)
    again = second.tell("CAD 40m")
    second.tell("CAD 50m", part_of=again)
    found = settle(first, second)
    assert [found[one].part_of, found[other].part_of].count(None) == 1
