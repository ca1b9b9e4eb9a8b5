import datetime as dt

from pledgebook.model.ledger import Choice, Commitment
from pledgebook.model.values import Money, Novelty, Stage
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.settling import settle_readings
from tests.tellers import RATES, Report, day, money

MAY = dt.date(2024, 5, 6)


def settle(*reports: Report) -> Commitment:
    (one,) = settle_readings([report.read() for report in reports], Rulings(), RATES).commitments
    return one


def choice(one: Commitment, field: str) -> Choice:
    return next(choice for choice in one.choices if choice.field == field)


def test_the_providers_own_currency_is_taken_and_the_other_kept() -> None:
    first, second, third = (Report(name, MAY) for name in "abc")
    first.tell("USD 1.45bn")
    second.tell("USD 1.45bn")
    third.tell("CAD 2bn = USD 1.45bn")
    one = settle(first, second, third)
    assert one.amount == money("CAD 2bn")
    assert one.equivalents == (money("USD 1.45bn"),)
    assert choice(one, "amount").rule == "nearest-to-provider"
    assert [rival.cause for rival in choice(one, "amount").rivals] == ["currency"]


def test_most_origins_decide_and_the_rest_are_rivals_with_their_cause() -> None:
    reports = [Report(name, MAY) for name in "abc"]
    for report, sums in zip(reports, ("CAD 835m", "CAD 835m", "CAD 840m"), strict=True):
        report.tell(sums)
    told = choice(settle(*reports), "amount")
    assert told.values == (money("CAD 835m"),)
    assert told.rule == "most-origins"
    assert [(rival.values, rival.cause) for rival in told.rivals] == [((money("CAD 840m"),), "rounding")]


def test_a_word_that_it_was_promised_before_outweighs_additional() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    first.tell("CAD 2bn", novelty="new")
    second.tell("CAD 2bn", novelty="restated")
    one = settle(first, second)
    assert one.novelty is Novelty.RESTATED
    assert [rival.cause for rival in choice(one, "novelty").rivals] == ["novelty"]


def test_what_nobody_says_is_marked_as_a_guess() -> None:
    report = Report("a", MAY)
    report.tell("CAD 2bn")
    assert choice(settle(report), "novelty").rule == "guessed"


def test_a_commitment_is_counted_as_most_reports_count_it() -> None:
    first, second, third = (Report(name, MAY) for name in "abc")
    first.tell("CAD 2bn", general_type="military")
    second.tell("CAD 2bn", general_type="military")
    third.tell("CAD 2bn", general_type="financial")
    assert settle(first, second, third).general_type == "military"


def test_over_months_the_furthest_stage_counts() -> None:
    first, second = Report("a", MAY), Report("b", dt.date(2024, 9, 1))
    first.tell("CAD 835m", novelty="new", stage="pledged")
    second.tell("CAD 835m", novelty="restated", stage="disbursed")
    one = settle(first, second)
    assert one.stage is Stage.DISBURSED
    assert choice(one, "stage").rule == "furthest-stage"


def test_a_bare_sign_takes_the_currency_another_report_marks() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    first.tell("CAD/USD 1.45bn")
    second.tell("CAD 2bn = USD 1.45bn")
    one = settle(first, second)
    assert one.amount == money("CAD 2bn")
    assert one.equivalents == (money("USD 1.45bn"),)


def test_conversions_carry_rule_rate_day_and_table() -> None:
    report = Report("a", MAY)
    report.tell("CAD 2bn = USD 1.45bn")
    told = {conversion.rule: conversion for conversion in settle(report).conversions if conversion.to.currency == "USD"}
    assert set(told) == {"source", "ecb-day", "ecb-month-mean"}
    assert told["source"].rate == "0.725000"
    assert told["ecb-day"].day == MAY
    assert told["ecb-day"].table == RATES.version
    assert isinstance(told["ecb-day"].to, Money)


def test_what_was_announced_on_the_day_of_the_first_news_is_that_news() -> None:
    first, second = Report("a", MAY), Report("b", MAY + dt.timedelta(days=1))
    first.tell("CAD 114m", novelty="new")
    second.tell("CAD 114m", novelty="restated", announced=day(2024, 5, 6))
    assert settle(first, second).novelty is Novelty.NEW
    third = Report("c", MAY + dt.timedelta(days=1))
    third.tell("CAD 114m", novelty="restated", announced=day(2024, 3, 6))
    assert settle(first, third).novelty is Novelty.RESTATED
