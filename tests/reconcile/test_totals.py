import datetime as dt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks.books import b_cubed, make_book
from pledgebook.model.records import Decision, Verb
from pledgebook.read.rates import load_rates
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.settling import settle_readings
from pledgebook.reconcile.totals import find_run_over, total_new_money
from tests.promises import promise
from tests.tellers import RATES, Report

MAY = dt.date(2024, 5, 6)


def total(report: Report, by: str = "all", currency: str = "CAD", rule: str = "ecb-day") -> dict[str, int]:
    commitments = settle_readings([report.read()], Rulings(), RATES).commitments
    return {one.heading: int(one.money.value) for one in total_new_money(commitments, by, currency, RATES, rule)}


def test_restated_running_and_part_sums_are_not_counted_twice() -> None:
    report = Report("a", MAY)
    whole = report.tell("CAD 100m", novelty="new")
    report.tell("CAD 60m", part_of=whole, novelty="new")
    report.tell("CAD 30m", novelty="restated", purpose="an older promise")
    report.tell("CAD 900m", novelty="cumulative")
    report.tell("CAD 25m", novelty="drawn_down", purpose="taken out")
    assert total(report) == {"all new money": 100_000_000}


def test_a_conference_total_is_told_apart_by_its_givers_and_the_rest_stays_with_it() -> None:
    report = Report("a", MAY)
    whole = report.tell("CAD 100m", by="donors", novelty="new")
    report.tell("CAD 60m", by="Japan", part_of=whole, novelty="new")
    report.tell("CAD 30m", by="Norway", part_of=whole, novelty="new")
    assert total(report, "provider") == {"Japan": 60_000_000, "Norway": 30_000_000, "donors": 10_000_000}


def test_what_a_new_pledge_adds_to_a_running_total_is_new() -> None:
    report = Report("a", MAY)
    whole = report.tell("CAD 900m", novelty="cumulative")
    report.tell("CAD 40m", part_of=whole, novelty="new")
    assert total(report) == {"all new money": 40_000_000}


def test_other_currencies_are_converted_by_the_stated_rule() -> None:
    report = Report("a", MAY)
    report.tell("USD 110m = CAD 149m", by="United States", novelty="new")
    assert total(report) == {"all new money": 150_000_000}
    assert total(report, rule="stated") == {"all new money": 149_000_000}


def test_what_no_rate_brings_to_the_currency_is_named() -> None:
    report = Report("a", MAY)
    report.tell("UAH 110m", by="Ukraine", to="Chad", novelty="new")
    commitments = settle_readings([report.read()], Rulings(), RATES).commitments
    (one,) = total_new_money(commitments, "all", "CAD", RATES)
    assert one.left_out == (commitments[0].id,)
    assert one.money.value == 0


def test_a_running_total_runs_over_the_new_money_told_before_it() -> None:
    spring, autumn = Report("a", dt.date(2024, 3, 5)), Report("b", dt.date(2024, 9, 17))
    new, other = spring.tell("CAD 40m", novelty="new"), spring.tell("CAD 30m", to="Chad", novelty="new")
    total = autumn.tell("CAD 900m", novelty="cumulative")
    commitments = settle_readings([spring.read(), autumn.read()], Rulings(), RATES).commitments
    by_mention = {mention: one for one in commitments for mention in one.mentions}
    assert find_run_over(by_mention[total], commitments) == (by_mention[new],)
    assert find_run_over(by_mention[other], commitments) == ()


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=1, max_value=10_000))
def test_new_money_of_a_random_book_is_what_was_really_promised(seed: int) -> None:
    book = make_book(400, load_rates(), seed, most_reports=3)
    gathered: dict[str, list[str]] = {}
    for mention, key in book.truth.items():
        gathered.setdefault(key, []).append(mention)
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    known = [Decision(f"x-{key}", Verb.SAME, (tuple(told),), "the truth", at) for key, told in gathered.items()]
    ledger = settle_readings(book.readings, Rulings(known), load_rates())
    joined = {mention: one.id for one in ledger.commitments for mention in one.mentions}
    assume(b_cubed(book.truth, joined) == 1.0)
    truth: dict[str, float] = {}
    for one in book.packages:
        rate, _ = load_rates().rate(one.money.currency or "", "EUR", one.day, "ecb-day")
        truth[one.provider] = truth.get(one.provider, 0.0) + float(one.money.value * rate)
    found = {
        one.heading: float(one.money.value)
        for one in total_new_money(ledger.commitments, "provider", "EUR", load_rates())
    }
    assert found == {provider: pytest.approx(value, rel=0.03) for provider, value in truth.items()}


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=1, max_value=10**6))
def test_money_told_again_drawn_down_pledged_under_totals_or_shared_is_counted_once(seed: int) -> None:
    book = promise(seed)
    commitments = settle_readings(book.readings, Rulings(), RATES).commitments
    (found,) = total_new_money(commitments, "all", "CAD", RATES)
    assert found.money.value == book.millions * 1_000_000
