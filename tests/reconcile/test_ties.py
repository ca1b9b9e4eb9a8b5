import datetime as dt

import pytest

from pledgebook.model.ledger import Choice, Commitment
from pledgebook.model.values import Novelty, Party, PartyKind
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.settling import settle_readings
from tests.tellers import RATES, Report, month

SPRING, AUTUMN = dt.date(2024, 3, 5), dt.date(2024, 9, 17)
SHARED = [f"hall{number} talks{number}" for number in range(9)]


def settle(*reports: Report) -> dict[str, Commitment]:
    ledger = settle_readings([report.read() for report in reports], Rulings(), RATES)
    return {mention: one for one in ledger.commitments for mention in one.mentions}


def report(name: str, day: dt.date = SPRING) -> Report:
    """Return a report that shares enough telling words and a sum with the others of its day to be of one story."""
    made = Report(name, day, facts=SHARED)
    made.tell("CAD 17.3m", purpose="wells", novelty="new")
    return made


def why(one: Commitment, field: str) -> Choice:
    return next(choice for choice in one.choices if choice.field == field)


def donors(report: Report, sums: str) -> str:
    total = report.tell(sums, by="", novelty="new")
    report.state(total, "provider", Party("donors", "", PartyKind.GROUP))
    return total


def test_what_is_said_again_in_other_words_is_tied_to_its_first_announcement() -> None:
    spring, autumn = report("a"), report("b", AUTUMN)
    first = spring.tell("CAD 435m", novelty="new", mechanism="Bridge Fund")
    again = autumn.tell("CAD 435m", to="", novelty="restated", mechanism="Bridge Fund")
    found = settle(spring, autumn)
    assert found[again].restates == found[first].id
    assert why(found[again], "restates").rule == "told-again"


def test_another_programme_purpose_or_later_announcement_is_not_what_was_said_again() -> None:
    spring, autumn = report("a"), report("b", AUTUMN)
    spring.tell("CAD 435m", novelty="new", mechanism="Bridge Fund")
    other = autumn.tell("CAD 435m", novelty="restated", mechanism="School Fund")
    assert settle(spring, autumn)[other].restates is None
    late, early = report("c", AUTUMN), report("d")
    late.tell("CAD 435m", novelty="new")
    before = early.tell("CAD 435m", novelty="restated", announced=month(2024, 2), purpose="older promise")
    assert settle(late, early)[before].restates is None


def test_what_is_handed_over_months_later_is_what_was_promised_then() -> None:
    spring, autumn = report("a"), report("b", AUTUMN)
    first = spring.tell("CAD 60m", purpose="five harbour radars", stage="pledged")
    handed = autumn.tell("CAD 60m = USD 44m", purpose="harbour radars", stage="delivered")
    found = settle(spring, autumn)
    assert (found[handed].restates, found[handed].novelty) == (found[first].id, Novelty.RESTATED)
    assert found[handed].announced == found[first].announced
    assert why(found[handed], "novelty").rule == "handed-over"


@pytest.mark.parametrize(
    ("to", "purpose", "stage", "novelty"),
    [
        ("Nepal", "harbour radars", "delivered", ""),
        ("Ukraine", "school meals", "delivered", ""),
        ("Ukraine", "harbour radars", "pledged", ""),
        ("Ukraine", "harbour radars", "delivered", "new"),
    ],
)
def test_another_sum_handed_over_is_new_money(to: str, purpose: str, stage: str, novelty: str) -> None:
    spring, autumn = report("a"), report("b", AUTUMN)
    spring.tell("CAD 60m", purpose="five harbour radars", stage="pledged")
    handed = autumn.tell("CAD 60m", to=to, purpose=purpose, stage=stage, novelty=novelty)
    found = settle(spring, autumn)[handed]
    assert (found.restates, found.novelty) == (None, Novelty.NEW)


def test_a_tranche_is_a_part_of_the_sum_of_its_programme_told_months_before() -> None:
    spring, autumn = report("a"), report("b", AUTUMN)
    whole = spring.tell("CAD 800m", novelty="new", mechanism="Bridge Fund")
    tranche = autumn.tell("CAD 150m", novelty="drawn_down", mechanism="Bridge Fund")
    found = settle(spring, autumn)
    assert found[tranche].part_of == found[whole].id
    assert found[whole].parts == (found[tranche].id,)
    assert why(found[tranche], "part_of").rule == "drawn-from"


def test_what_is_drawn_without_a_larger_sum_before_it_stands_alone() -> None:
    spring, autumn = report("a", AUTUMN), report("b")
    spring.tell("CAD 800m", novelty="new", mechanism="Bridge Fund")
    tranche = autumn.tell("CAD 150m", novelty="drawn_down", mechanism="Bridge Fund")
    assert settle(spring, autumn)[tranche].part_of is None


def test_pledges_in_one_report_fall_under_the_total_that_another_tells() -> None:
    first, second = report("a"), report("b")
    total = donors(first, "CAD 900m")
    pledges = [
        second.tell(sums, by=giver, novelty="new")
        for giver, sums in (("Japan", "CAD 310m"), ("Norway", "CAD 270m"), ("United States", "USD 90m"))
    ]
    found = settle(first, second)
    assert {found[pledge].part_of for pledge in pledges} == {found[total].id}


def test_pledges_that_do_not_fit_or_are_few_stay_beside_the_total() -> None:
    first, second = report("a"), report("b")
    donors(first, "CAD 900m")
    few = second.tell("CAD 310m", by="Japan", novelty="new")
    assert settle(first, second)[few].part_of is None
    more = second.tell("USD 540m", by="United States", novelty="new")
    assert settle(first, second)[more].part_of is None


def test_the_share_of_one_giver_is_a_part_of_what_several_give_together() -> None:
    first, second = report("a"), report("b")
    joint = first.tell("CAD 500m", by="Japan;Norway", novelty="new", purpose="border bridges")
    share = second.tell("CAD 135m", by="Norway", novelty="new", purpose="bridges")
    other = second.tell("CAD 77m", by="Norway", to="Chad", novelty="new", purpose="bridges")
    found = settle(first, second)
    assert (found[share].part_of, found[other].part_of) == (found[joint].id, None)
    assert why(found[share], "part_of").rule == "share-of"


def test_a_sum_of_one_giver_for_something_else_is_no_share() -> None:
    first, second = report("a"), report("b")
    first.tell("CAD 500m", by="Japan;Norway", novelty="new", purpose="border bridges")
    own = second.tell("CAD 135m", by="Norway", novelty="new", purpose="teacher training")
    assert settle(first, second)[own].part_of is None


def twice(first: str, again: str, days: int = 6, **fields: str) -> tuple[str, ...]:
    """Return what the second of two reports of two events may repeat."""
    reports = [Report("a", SPRING), Report("b", SPRING + dt.timedelta(days=days))]
    reports[0].tell(first, purpose="radar repair", novelty="new")
    told = reports[1].tell(
        again, novelty="new", purpose=fields.get("purpose", "radar repair"), to=fields.get("to", "Ukraine")
    )
    return settle(*reports)[told].echoes


def test_a_round_sum_told_as_new_of_two_events_within_days_may_be_one() -> None:
    assert len(twice("CAD 125m", "CAD 125m")) == 1
    assert twice("CAD 125m", "CAD 126m") == ()
    assert twice("CAD 125m", "CAD 125m", days=30) == ()
    assert twice("CAD 125m", "CAD 125m", purpose="flood shelters") == ()
    assert twice("CAD 125m", "CAD 125m", to="Chad") == ()


def test_another_equal_sum_or_an_order_made_out_in_one_form_is_no_echo() -> None:
    form = "By the power given to me I hereby direct that goods and services of the stocks be drawn worth "
    for words in ("Today it gives another ", form):
        reports = [Report("a", SPRING), Report("b", SPRING + dt.timedelta(days=6))]
        for one in reports:
            told = one.tell("CAD 125m", purpose="radar repair", novelty="new")
            one.reword(words, "CAD 125m")
        assert settle(*reports)[told].echoes == ()
