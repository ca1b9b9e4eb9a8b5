import datetime as dt

from pledgebook.model.ledger import Ledger
from pledgebook.model.records import Kind, Section
from pledgebook.model.values import Party, PartyKind, Text
from pledgebook.pipeline import settle as settle_all
from tests.tellers import RATES, Report

MAY = dt.date(2024, 5, 6)
SHARED = [f"h{number:02d} talks" for number in range(8)]


def report(name: str, sums: str, day: dt.date | None = MAY, *, by: str = "Canada", **told: str) -> Report:
    """Return a report of one sum for power lines, told of at the same talks in like words as the others."""
    made = Report(name, day, facts=(*SHARED, *(f"{name}{number:02d} words" for number in range(28))))
    made.say(Kind.EVENT, "talks", type=Text("summit"), where=Text("Hall"), who=Party("Ukraine", "UKR"))
    fields = {"purpose": "power lines", "aid_type": "energy", "stage": "pledged", **told}
    mention = made.tell(sums, by=by, novelty="new")
    for field, word in fields.items():
        made.state(mention, field, Text(word))
    return made


def settle(*reports: Report) -> Ledger:
    return settle_all([one.read() for one in reports], (), RATES)


def codes(ledger: Ledger) -> set[str]:
    return {finding.code for finding in ledger.findings}


def causes(ledger: Ledger, field: str) -> set[str]:
    (one,) = ledger.commitments
    return {rival.cause for choice in one.choices if choice.field == field for rival in choice.rivals}


def test_figures_that_slipped_are_one_undertaking_with_a_conflict() -> None:
    for slipped in ("CAD 420m", "CAD 42bn", "CAD 24m"):
        ledger = settle(report("a", "CAD 42m"), report("b", slipped))
        assert causes(ledger, "amount") == {"typo"}
        assert "amount_conflict" in codes(ledger)


def test_figures_that_differ_a_little_are_one_undertaking_with_a_conflict() -> None:
    ledger = settle(report("a", "CAD 42m"), report("b", "CAD 47m"), report("c", "CAD 47m"))
    assert causes(ledger, "amount") == {"scope"}
    (one,) = ledger.commitments
    assert one.amount is not None
    assert one.amount.value == 47_000_000
    assert "amount_conflict" in codes(ledger)


def test_figures_far_apart_of_other_days_or_for_other_things_stay_two() -> None:
    assert len(settle(report("a", "CAD 42m"), report("b", "CAD 95m")).commitments) == 2
    late = MAY + dt.timedelta(days=5)
    assert len(settle(report("a", "CAD 42m"), report("b", "CAD 47m", late)).commitments) == 2
    other = report("b", "CAD 47m", purpose="school roofs")
    assert len(settle(report("a", "CAD 42m"), other).commitments) == 2


def test_a_sum_beside_others_of_its_report_has_no_rival() -> None:
    second = report("b", "CAD 47m")
    second.tell("CAD 81m", purpose="power lines", novelty="new")
    assert len(settle(report("a", "CAD 42m"), second).commitments) == 3


def test_one_figure_in_two_currencies_is_one_undertaking() -> None:
    ledger = settle(report("a", "CAD 42m"), report("b", "USD 42m"))
    assert causes(ledger, "amount") == {"currency"}
    assert "same_amount_two_currencies" in codes(ledger)


def test_an_odd_sum_of_two_givers_is_one_with_a_conflict_and_a_round_one_is_two() -> None:
    ledger = settle(report("a", "CAD 43m", by="Norway"), report("b", "CAD 43m", by="Japan"))
    assert causes(ledger, "provider") == {"party"}
    assert "party_conflict" in codes(ledger)
    assert len(settle(report("a", "CAD 25m", by="Norway"), report("b", "CAD 25m", by="Japan")).commitments) == 2


def test_donors_and_the_host_of_their_conference_give_one_total() -> None:
    second = report("b", "CAD 735m", by="")
    second.state(second.mentions[-1].id, "provider", Party("donors", "", PartyKind.GROUP))
    ledger = settle(report("a", "CAD 735m", by="Norway"), second)
    assert causes(ledger, "provider") == {"scope"}
    assert "party_conflict" not in codes(ledger)


def test_reports_of_one_day_that_differ_in_stage_by_far_are_told() -> None:
    ledger = settle(report("a", "CAD 42m", stage="considered"), report("b", "CAD 42m", stage="disbursed"))
    assert "stage_conflict" in codes(ledger)


def test_a_lead_may_round_what_the_text_tells_exactly() -> None:
    one = Report("a", MAY)
    one.tell(">CAD 250m", section=Section.LEAD)
    one.tell("CAD 252.7m")
    assert len(settle(one).commitments) == 1
    two = Report("b", MAY)
    two.tell("CAD 250m")
    two.tell("CAD 252.7m")
    assert len(settle(two).commitments) == 2
