import datetime as dt

from pledgebook.model.ledger import Ledger
from pledgebook.model.records import Decision, Verb
from pledgebook.model.values import Text, Value
from pledgebook.reconcile.rulings import Rulings, standing_decisions
from pledgebook.reconcile.settling import settle_readings
from tests.tellers import RATES, Report, money

MAY = dt.date(2024, 5, 6)


def decide(
    number: int, verb: Verb, *anchors: str, field: str = "", value: tuple[Value, ...] = (), revokes: str = ""
) -> Decision:
    at = dt.datetime(2026, 1, number, tzinfo=dt.UTC)
    return Decision(
        f"x-{number}", verb, tuple((anchor,) for anchor in anchors), "Ines", at, "she asked", field, value, revokes
    )


def settle(reports: list[Report], *decisions: Decision) -> Ledger:
    return settle_readings([report.read() for report in reports], Rulings(decisions), RATES)


def test_a_person_joins_what_the_rules_keep_apart_and_is_named() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    one, other = first.tell("CAD 835m"), second.tell("CAD 900m", to="Chad")
    (joined,) = settle([first, second], decide(1, Verb.SAME, one, other)).commitments
    assert set(joined.mentions) == {one, other}
    assert any("decided by Ines" in words for link in joined.links for _, _, words in link.features)


def test_a_person_keeps_apart_what_the_rules_join_and_may_think_again() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    one, other = first.tell("CAD 835m"), second.tell("CAD 835m")
    apart = decide(1, Verb.NOT_SAME, one, other)
    assert len(settle([first, second], apart).commitments) == 2
    assert len(settle([first, second], apart, decide(2, Verb.SAME, one, other)).commitments) == 1
    assert len(settle([first, second], apart, decide(3, Verb.REVOKE, revokes="x-1")).commitments) == 1


def test_a_value_that_was_set_stands_and_says_by_whom() -> None:
    report = Report("a", MAY)
    mention = report.tell("CAD 835m", stage="pledged")
    sets = decide(1, Verb.SET, mention, field="amount", value=(money("CAD 853m"),))
    (one,) = settle([report], sets, decide(2, Verb.SET, mention, field="stage", value=(Text("committed"),))).commitments
    assert one.amount == money("CAD 853m")
    choice = next(choice for choice in one.choices if choice.field == "amount")
    assert (choice.rule, choice.decided_by, choice.because) == ("decided", "Ines", "she asked")
    assert choice.rivals[0].values == (money("CAD 835m"),)
    assert one.stage == "committed"


def test_the_last_word_on_an_entry_counts() -> None:
    report = Report("a", MAY)
    mention = report.tell("CAD 835m")
    reject, accept = decide(1, Verb.REJECT, mention), decide(2, Verb.ACCEPT, mention)
    assert settle([report], reject).commitments[0].status == "rejected"
    assert settle([report], accept, reject).commitments[0].status == "accepted"


def test_a_revoked_revocation_lets_the_first_word_stand_again() -> None:
    first, second = decide(1, Verb.REJECT, "m"), decide(2, Verb.REVOKE, revokes="x-1")
    third = decide(3, Verb.REVOKE, revokes="x-2")
    assert standing_decisions([third, first, second]) == (first,)
