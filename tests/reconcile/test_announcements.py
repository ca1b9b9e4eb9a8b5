import datetime as dt

from pledgebook.model.ledger import Commitment
from pledgebook.model.records import Kind
from pledgebook.model.values import Novelty, Text
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.settling import settle_readings
from pledgebook.reconcile.totals import total_new_money
from tests.tellers import RATES, Report, day, party

AUGUST = dt.date(2025, 8, 25)


def settle(report: Report) -> dict[str, Commitment]:
    ledger = settle_readings([report.read()], Rulings(), RATES)
    return {mention: one for one in ledger.commitments for mention in one.mentions}


def summit(report: Report, sentence: int) -> None:
    report.say(Kind.EVENT, "summit", type=Text("summit"), what=Text("the G7 summit"), where=Text("Kananaskis"))
    report.place(sentence)


def test_a_sum_beside_last_months_summit_was_promised_there() -> None:
    report = Report("a", AUGUST)
    mention = report.tell("CAD 4.3bn", sentence=4)
    summit(report, 4)
    one = settle(report)[mention]
    assert one.announced is not None
    assert (one.announced.start, one.announced.end) == (dt.date(2025, 6, 15), dt.date(2025, 6, 17))
    assert one.novelty is Novelty.RESTATED


def test_a_sum_that_a_report_calls_new_stays_new() -> None:
    report = Report("a", AUGUST)
    mention = report.tell("CAD 4.3bn", sentence=4, novelty="new")
    summit(report, 4)
    assert settle(report)[mention].novelty is Novelty.NEW


def test_a_summit_in_another_sentence_dates_nothing() -> None:
    report = Report("a", AUGUST)
    mention = report.tell("CAD 4.3bn", sentence=4)
    summit(report, 5)
    assert settle(report)[mention].announced == day(2025, 8, 25)


def test_parts_of_what_was_promised_before_share_its_day() -> None:
    report = Report("a", AUGUST)
    whole = report.tell("CAD 2bn", novelty="restated", announced=day(2025, 6, 17))
    part = report.tell("CAD 835m", part_of=whole)
    assert settle(report)[part].announced == day(2025, 6, 17)


def test_what_two_sides_agree_to_do_together_is_a_deal_and_no_new_money() -> None:
    report = Report("a", AUGUST)
    mention = report.tell("USD 15bn", by="Canada;Ukraine", to="", sentence=4, novelty="new")
    report.say(Kind.AGREEMENT, "drone deal", party=(party("Canada"), party("Ukraine")), type=Text("agreement"))
    report.place(4)
    one = settle(report)[mention]
    assert one.instrument == "deal"
    assert total_new_money([one], "all", "USD", RATES) == ()


def test_a_joint_pledge_to_somebody_is_no_deal() -> None:
    report = Report("a", AUGUST)
    mention = report.tell("USD 15bn", by="Canada;Norway", to="Nepal", sentence=4, novelty="new")
    report.say(Kind.AGREEMENT, "pact", party=(party("Canada"), party("Norway")), type=Text("agreement"))
    report.place(4)
    assert settle(report)[mention].instrument == ""
