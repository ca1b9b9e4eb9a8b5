import datetime as dt

from pledgebook.model.ledger import Commitment
from pledgebook.model.records import Section
from pledgebook.model.values import Novelty, Text
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.settling import settle_readings
from tests.tellers import RATES, Report, money

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


def test_a_circle_of_parts_is_cut() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    one = first.tell("CAD 50m")
    other = first.tell("CAD 40m", part_of=one)
    again = second.tell("CAD 40m")
    second.tell("CAD 50m", part_of=again)
    found = settle(first, second)
    assert [found[one].part_of, found[other].part_of].count(None) == 1
