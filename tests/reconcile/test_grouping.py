import datetime as dt
import itertools

import pytest

from pledgebook.model.ledger import Commitment, Ledger
from pledgebook.model.records import Section
from pledgebook.model.values import Novelty
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.settling import settle_readings
from tests.tellers import RATES, Report, day, month

MAY = dt.date(2024, 5, 6)


def settle(*reports: Report) -> Ledger:
    return settle_readings([report.read() for report in reports], Rulings(), RATES)


def groups(*reports: Report) -> set[frozenset[str]]:
    return {frozenset(one.mentions) for one in settle(*reports).commitments}


def of(ledger: Ledger, mention: str) -> Commitment:
    return next(one for one in ledger.commitments if mention in one.mentions)


def test_two_reports_of_one_event_tell_of_one_commitment() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    pair = {first.tell("CAD 835m"), second.tell("CAD 835m")}
    assert groups(first, second) == {frozenset(pair)}


def test_a_title_and_its_lead_are_one_although_the_title_rounds() -> None:
    report = Report("a", MAY)
    pair = {report.tell("USD 12m", section=Section.TITLE), report.tell("CAD 16.4m = USD 12.1m", section=Section.LEAD)}
    assert groups(report) == {frozenset(pair)}


def test_sums_listed_side_by_side_are_never_one() -> None:
    report = Report("a", MAY)
    listed = [report.tell("CAD 5m", to=to, sentence=3) for to in ("Chad", "Mali")]
    twice = [report.tell("CAD 5m", sentence=4), report.tell("CAD 5m", sentence=4)]
    found = groups(report)
    assert not any(set(listed) <= group for group in found)
    assert not any(set(twice) <= group for group in found)


def test_two_equal_sums_for_two_purposes_stay_two() -> None:
    report = Report("a", MAY)
    roads = report.tell("CAD 5m", purpose="mountain roads and bridges")
    wells = report.tell("CAD 5m", purpose="village wells and pumps")
    assert groups(report) == {frozenset({roads}), frozenset({wells})}


def test_one_sum_in_two_currencies_is_one_where_the_rate_explains_it() -> None:
    report = Report("a", MAY)
    pair = {
        report.tell("CAD 680m", purpose="air defence with American arms", aid_type="military"),
        report.tell("USD 500m", purpose="American weapons", mechanism="PURL", aid_type="military"),
    }
    assert groups(report) == {frozenset(pair)}


def test_other_givers_and_other_recipients_are_kept_apart() -> None:
    first, second, third = (Report(name, MAY) for name in "abc")
    first.tell("CAD 5m", by="Japan")
    second.tell("CAD 5m", by="Norway")
    third.tell("CAD 5m", by="Japan", to="Chad")
    assert len(groups(first, second, third)) == 3


def test_a_running_total_is_not_the_pledge_beside_it() -> None:
    report = Report("a", MAY)
    new = report.tell("CAD 50m", novelty="new")
    total = report.tell("CAD 50m", novelty="cumulative")
    assert groups(report) == {frozenset({new}), frozenset({total})}


def test_two_announcements_of_one_sum_months_apart_are_two() -> None:
    spring, autumn = Report("a", dt.date(2024, 3, 1)), Report("b", dt.date(2024, 9, 1))
    spring.tell("CAD 400m", novelty="new")
    autumn.tell("CAD 400m", novelty="new")
    assert len(groups(spring, autumn)) == 2


def test_what_is_told_again_months_later_goes_to_the_first_announcement() -> None:
    spring, autumn = Report("a", dt.date(2024, 3, 1)), Report("b", dt.date(2024, 9, 1))
    first = spring.tell("CAD 400m", novelty="new")
    again = autumn.tell("CAD 400m", novelty="restated", announced=month(2024, 3))
    ledger = settle(spring, autumn)
    assert of(ledger, first).mentions == tuple(sorted((first, again)))
    assert of(ledger, first).novelty is Novelty.NEW


def test_of_two_equal_announcements_the_one_of_that_day_is_told_again() -> None:
    reports = [Report("a", dt.date(2024, 1, 9)), Report("b", dt.date(2024, 3, 5)), Report("c", dt.date(2024, 6, 1))]
    january = reports[0].tell("CAD 400m", novelty="new", announced=day(2024, 1, 9))
    march = reports[1].tell("CAD 400m", novelty="new", announced=day(2024, 3, 5))
    again = reports[2].tell("CAD 400m", novelty="restated", announced=day(2024, 3, 5))
    assert groups(*reports) == {frozenset({january}), frozenset({march, again})}


def test_a_whole_and_its_part_are_two_even_if_equal() -> None:
    report = Report("a", MAY)
    whole = report.tell("CAD 5m")
    report.tell("CAD 5m", part_of=whole)
    assert len(groups(report)) == 2


def test_what_a_report_says_is_the_same_is_joined() -> None:
    report = Report("a", MAY)
    first = report.tell("CAD 5m", purpose="wells")
    second = report.tell("CAD 5m", purpose="water", to="", same_as=first)
    assert groups(report) == {frozenset({first, second})}


def test_the_same_goods_are_one_and_other_counts_are_not() -> None:
    first, second, third = (Report(name, MAY) for name in "abc")
    told = []
    for report, count in ((first, 40), (second, 40), (third, 12)):
        told.append(report.tell("", aid_type="humanitarian"))
        report.goods(told[-1], "water tankers", count)
    assert groups(first, second, third) == {frozenset(told[:2]), frozenset(told[2:])}


def test_links_say_in_words_why_two_were_joined_or_kept_apart() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    joined = first.tell("CAD 835m", purpose="wells")
    second.tell("CAD 835m", purpose="wells")
    apart = second.tell("CAD 835m", novelty="cumulative", purpose="roads")
    one = of(settle(first, second), joined)
    link = next(link for link in one.links if link.joined)
    assert ("same_provider", 2.0, "same giver: CAN") in link.features
    miss = next(link for link in one.links if not link.joined and apart in {link.left, link.right})
    assert any(name == "running_total" for name, _, _ in miss.features)


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_no_order_of_reports_changes_the_ledger(order: tuple[int, ...]) -> None:
    reports = [Report(name, MAY) for name in "abcd"]
    for report, told in zip(reports, ("CAD 2bn", "CAD 2bn = USD 1.45bn", "USD 1.45bn", "CAD 1.96bn"), strict=True):
        report.tell(told)
    assert settle(*(reports[place] for place in order)) == settle(*reports)


def test_a_later_report_leaves_the_id_as_it_was() -> None:
    first, later = Report("a", MAY), Report("b", MAY + dt.timedelta(days=1))
    mention = first.tell("CAD 835m")
    later.tell("CAD 835m")
    assert of(settle(first, later), mention).id == of(settle(first), mention).id


def test_goods_in_no_number_of_two_stories_stay_two() -> None:
    reports = [Report("a", MAY), Report("b", MAY)]
    for report in reports:
        report.goods(report.tell(""), "ammunition")
    assert len(groups(*reports)) == 2


def test_equal_round_sums_told_as_new_of_two_undated_events_stay_two() -> None:
    first, second = Report("a"), Report("b")
    first.tell("USD 400m", by="United States", novelty="new")
    second.tell("USD 400m", by="United States", novelty="new")
    assert len(groups(first, second)) == 2
    third, fourth = Report("c"), Report("d")
    third.tell("USD 400m", by="United States", novelty="restated", purpose="radar repair")
    fourth.tell("USD 400m", by="United States", novelty="new", purpose="repair of radars")
    assert len(groups(first, third)) == 2, "a round sum alone shows nothing"
    assert len(groups(third, fourth)) == 1


def test_news_of_two_events_days_apart_is_not_one_sum() -> None:
    first, second = Report("a", MAY), Report("b", MAY + dt.timedelta(days=6))
    first.tell("CAD 125m", novelty="new", purpose="radar repair", mechanism="Stocks")
    second.tell("CAD 125m", novelty="new", purpose="radar repair", mechanism="Stocks")
    assert len(groups(first, second)) == 2


def test_news_of_one_odd_sum_is_one_though_told_as_of_two_events_days_apart() -> None:
    first, second = Report("a", MAY), Report("b", MAY + dt.timedelta(days=6))
    first.tell("CAD 132.7m", novelty="new", purpose="radar repair")
    second.tell("CAD 132.7m", novelty="new", purpose="radar repair")
    assert len(groups(first, second)) == 1
    third, fourth = Report("c", MAY), Report("d", MAY + dt.timedelta(days=6))
    third.tell("CAD 132.7m", novelty="new", purpose="radar repair")
    fourth.tell("CAD 132.7m", novelty="new", purpose="flood shelters")
    assert len(groups(third, fourth)) == 2


def test_a_sum_called_another_than_the_equal_one_before_it_is_never_that_one() -> None:
    report = Report("a", MAY)
    first = report.tell("EUR 35m", purpose="shelter for the displaced")
    another = report.tell("EUR 35m", purpose="shelter for the displaced", apart_from=first)
    again = report.tell("EUR 35m", purpose="shelter for the displaced", same_as=another)
    assert groups(report) == {frozenset({first}), frozenset({another, again})}


@pytest.mark.parametrize(
    ("purpose", "count"), [("air defence against military raids", 2), ("military education and services", 1)]
)
def test_an_older_sum_of_an_unknown_day_is_the_equal_one_only_where_more_shows_it(purpose: str, count: int) -> None:
    dated, undated = Report("a", MAY), Report("b")
    dated.tell("USD 275m", by="United States", purpose="articles, services and military education")
    undated.tell("USD 275m", by="United States", purpose=purpose, novelty="restated")
    assert len(groups(dated, undated)) == count


def test_another_equal_sum_in_one_report_is_another_sum() -> None:
    report = Report("a", MAY)
    report.tell("CAD 150k", novelty="new")
    report.tell("CAD 150k", novelty="new")
    report.reword("An additional ", amount="CAD 150k")
    assert len(groups(report)) == 2
    report.reword("The additional ", amount="CAD 150k")
    assert len(groups(report)) == 1


def test_one_sum_told_the_other_way_round_by_a_report_of_the_event_is_one() -> None:
    reports = [Report(name, MAY, facts=[f"hall{number} talks{number}" for number in range(9)]) for name in "abc"]
    told = [one.tell("CAD 837m") for one in reports[:2]]
    turned = reports[2].tell("CAD 837m", by="Ukraine", to="Canada")
    for one in reports:
        one.tell("CAD 17.3m", purpose="wells")
    assert frozenset({*told, turned}) in groups(*reports)
    ledger = settle_readings([one.read() for one in reports], Rulings(), RATES)
    joined = next(one for one in ledger.commitments if turned in one.mentions)
    assert ([one.name for one in joined.providers], [one.name for one in joined.recipients]) == (
        ["Canada"],
        ["Ukraine"],
    )


def test_a_headline_in_the_money_of_its_outlet_is_the_sum_that_its_text_converts() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    text = first.tell("CAD 190m = USD 139m")
    headline = first.tell("CAD/USD 139m", section=Section.TITLE, same_as=text)
    other = second.tell("CAD 190m")
    assert groups(first, second) == {frozenset({text, headline, other})}
