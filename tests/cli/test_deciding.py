import json
from pathlib import Path

import pytest

from pledgebook.actions import open_book, remove
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("filled")


def commitments(run: Run, *options: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("ledger", "--json", *options).out)["commitments"]
    return found


def first_id(run: Run, provider: str = "Chile") -> str:
    return str(commitments(run, "--provider", provider)[0]["id"])


@pytest.mark.parametrize(("verb", "status"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_person_accepts_or_rejects_a_line_and_takes_it_back(run: Run, verb: str, status: str) -> None:
    before = commitments(run)
    chile = first_id(run)
    ran = run("decide", verb, chile[:9], "--by", "Ada", "--why", "checked with the ministry")
    assert ran.code == 0
    assert f"Ada: {verb}: checked with the ministry" in ran.out
    assert {str(each["id"]): each["status"] for each in commitments(run)}[chile] == status
    assert run("undo", "--by", "Ada").code == 0
    assert commitments(run) == before


def test_a_value_that_is_set_says_by_whom_and_why(run: Run) -> None:
    chile = first_id(run)
    assert run("decide", "set", chile, "amount", "CAD 9.5 million", "--by", "Ada", "--why", "the release").code == 0
    told = run("explain", chile).out
    assert "amount: C$9.5\N{NO-BREAK SPACE}million" in told
    assert "decided by Ada: the release" in told
    assert "decisions:" in told


def test_two_lines_are_joined_and_parted(run: Run) -> None:
    one, other = (str(each["id"]) for each in commitments(run, "--provider", "Chile"))
    assert run("decide", "same", one, other, "--by", "Ada").code == 0
    [joined] = commitments(run, "--provider", "Chile")
    mentions = joined["mentions"]
    assert isinstance(mentions, list)
    assert len(mentions) == 2
    assert run("decide", "not-same", *mentions, "--by", "Ada").code == 0
    assert len(commitments(run, "--provider", "Chile")) == 2


def test_decisions_are_listed_and_never_lost(run: Run, filled: Path) -> None:
    chile = first_id(run)
    run("decide", "accept", chile, "--by", "Ada")
    run("undo", "--by", "Bo", "--why", "too early")
    told = run("decisions").out.splitlines()
    assert [("(revoked)" in each, "Ada" in each) for each in told] == [(True, True), (False, False)]
    assert [each["verb"] for each in json.loads(run("decisions", "--json").out)] == ["accept", "revoke"]
    with open_book(str(filled)) as book:
        remove(book, [each.id for each in book.documents()])
    assert len(run("decisions").out.splitlines()) == 2


def test_a_decision_holds_again_when_its_report_comes_back(run: Run, filled: Path, reports: Path) -> None:
    chile = first_id(run)
    run("decide", "accept", chile, "--by", "Ada")
    with open_book(str(filled)) as book:
        remove(book, [each.id for each in book.documents()])
    assert commitments(run) == []
    run("read", reports)
    assert {str(each["id"]): each["status"] for each in commitments(run)}[chile] == "accepted"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("praise", "ID"), "there is no verb 'praise'"),
        (("accept", "c-nothing"), "nothing among the"),
        (("accept", "m-nothing"), "0 mentions of the ledger begin with"),
        (("accept", "ID", "ID"), "accept takes one id, not 2"),
        (("same", "ID"), "same takes two ids, not 1"),
        (("same", "ID", "ID"), "takes two different things"),
        (("set", "ID", "stage"), "set takes an id, a field and its value"),
        (("set", "ID", "colour", "red"), "commitments have no field 'colour' to set"),
        (("set", "ID", "stage", "promised"), "is none of considered, pledged"),
        (("set", "ID", "amount", "plenty"), "is no sum"),
        (("set", "ID", "part_of", "ID"), "takes the id of another commitment, or none, not its own"),
        (("set", "ID", "restates", "c-nothing"), "nothing among the"),
        (("revoke", "x-nothing"), "nothing among the decisions begins with"),
    ],
)
def test_nonsense_is_refused_in_a_line_and_nothing_written(run: Run, words: tuple[str, ...], told: str) -> None:
    chile = first_id(run)
    ran = run("decide", *[chile if word == "ID" else word for word in words], "--by", "Ada")
    assert ran.code == 2
    assert told in ran.err
    assert run("decisions").out == ""


def test_a_decision_is_revoked_only_once(run: Run) -> None:
    run("decide", "accept", first_id(run), "--by", "Ada")
    identity = run("decisions").out.split()[0]
    assert run("decide", "revoke", identity, "--by", "Bo").code == 0
    again = run("decide", "revoke", identity, "--by", "Bo")
    assert again.code == 2
    assert "is revoked already, by Bo" in again.err
    assert "holds no decision that stands" in run("undo", "--by", "Ada").err


def test_a_line_is_made_a_part_of_another_and_freed_again(run: Run) -> None:
    small, large = (str(each["id"]) for each in sorted(commitments(run, "--provider", "Chile"), key=_amount))
    assert run("decide", "set", small, "part_of", large[:10], "--by", "Ada").code == 0
    assert told_of(run, small)["part_of"] == large
    assert run("decide", "set", small, "part_of", "none", "--by", "Ada").code == 0
    assert told_of(run, small)["part_of"] is None


def test_a_line_that_tells_another_again_is_no_new_money(run: Run) -> None:
    late, first = (str(each["id"]) for each in commitments(run, "--provider", "Chile"))
    assert run("decide", "set", late, "restates", first, "--by", "Ada", "--why", "one grant").code == 0
    assert (told_of(run, late)["restates"], told_of(run, late)["novelty"]) == (first, "restated")
    assert "decided by Ada: one grant" in run("explain", late).out
    assert run("undo", "--by", "Ada").code == 0
    assert (told_of(run, late)["restates"], told_of(run, late)["novelty"]) == (None, "new")


def test_a_mention_is_parted_from_the_rest_of_its_entry(run: Run) -> None:
    one, other = (str(each["id"]) for each in commitments(run, "--provider", "Norway"))
    run("decide", "same", one, other, "--by", "Ada")
    [norway] = commitments(run, "--provider", "Norway")
    mentions = norway["mentions"]
    assert isinstance(mentions, list)
    assert run("decide", "not-same", str(norway["id"]), mentions[0], "--by", "Ada").code == 0
    assert len(commitments(run, "--provider", "Norway")) == 2


def told_of(run: Run, identity: str) -> dict[str, object]:
    return next(each for each in commitments(run) if each["id"] == identity)


def _amount(one: dict[str, object]) -> str:
    return json.dumps(one["amount"])
