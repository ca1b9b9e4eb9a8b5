"""What each kind of finding suggests can be typed as it stands, and does what it says."""

import datetime as dt
import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from pledgebook.actions import open_book, settle
from pledgebook.check.findings import CHECKS
from pledgebook.model.ledger import Finding
from pledgebook.model.records import Document, How, Kind, Statement
from pledgebook.model.values import Party, PartyKind, Text
from tests.cli.conftest import Run
from tests.tellers import Report, day, money, party

MAY = dt.date(2024, 5, 6)
COMMON = [f"common{number} news{number}" for number in range(20)]
WHO = Party("Mark Carney", "", PartyKind.PERSON)


def report(name: str, published: dt.date | None = MAY) -> Report:
    """Return a report of one event, with words of its own and words that all share."""
    return Report(name, published, facts=[*COMMON, *(f"{number}{name} {number}words" for number in range(60))])


def tell_figures(first: str, second: str) -> list[Report]:
    reports = [report("a"), report("b")]
    reports[0].tell(first, purpose="wells")
    reports[1].tell(second, purpose="wells")
    return reports


def tell_alone(*sums: str) -> list[Report]:
    one = report("a")
    for told in sums:
        one.tell(told, purpose="air defence", aid_type="military")
    return [one]


def tell_contradiction() -> list[Report]:
    one = report("a")
    told = one.tell("")
    signs = money("GBP/USD 600m")
    one.statements.append(Statement(told, "amount", signs, "currency_in_conflict", How.GUESSED, reason="two signs"))
    return [one]


def tell_package(*parts: str, sentence: int = 9) -> list[Report]:
    one = report("a")
    whole = one.tell("CAD 2bn", sentence=sentence)
    for part in parts:
        one.tell(part, part_of=whole, sentence=9)
    return [one]


def tell_givers() -> list[Report]:
    reports = [report("a"), report("b")]
    for one, giver in zip(reports, ("Japan", "Norway"), strict=True):
        one.tell("CAD 837m", by=giver, purpose="wells")
        one.say(Kind.EVENT, "talks", type=Text("summit"), where=Text("Hall"), who=WHO)
    return reports


def tell_news() -> list[Report]:
    reports = [report("a"), report("b")]
    reports[0].tell("CAD 2bn", novelty="new")
    reports[1].tell("CAD 2bn", novelty="restated", announced=day(2024, 3, 1))
    return reports


def tell_twice() -> list[Report]:
    reports = [Report("a", MAY), Report("b", MAY + dt.timedelta(days=6))]
    for one in reports:
        one.tell("CAD 125m", novelty="new", purpose="radar repair")
    return reports


def tell_stages() -> list[Report]:
    reports = [report("a"), report("b")]
    reports[0].tell("CAD 835m", stage="considered")
    reports[1].tell("CAD 835m", stage="disbursed")
    return reports


def tell_visit() -> list[Report]:
    reports = [report(name, None) for name in "abc"]
    for one in reports:
        one.tell("CAD 835m")
        one.tell("CAD 17.3m", purpose="wells")
    kyiv = Text("Kyiv")
    reports[0].say(Kind.EVENT, "visit", type=Text("visit"), who=WHO, where=kyiv, date=day(2023, 8, 24))
    for one in reports[1:]:
        one.say(Kind.EVENT, "visit", type=Text("visit"), who=WHO, where=kyiv, weekday=Text("sunday"))
    return reports


def tell_thrice() -> list[Report]:
    reports = [report(name) for name in "abc"]
    for one in reports:
        one.tell("CAD 835m")
        one.tell("CAD 17.3m", purpose="wells")
    reports[0].tell("CAD 4.3bn", purpose="roads")
    return reports


def tell_wire() -> list[Report]:
    reports = tell_thrice()
    reports[2].say(Kind.CREDIT, "according to Reuters", agency=Party("Reuters"))
    return reports


def tell_names() -> list[Report]:
    reports = tell_thrice()
    for one, name in zip(reports, ("Volodymyr Zelensky", "Folodimir Zellinski", "Volodymyr Zelensky"), strict=True):
        one.say(Kind.PERSON, name, name=Text(name), office=Text("president"), of=party("Ukraine"))
    return reports


def tell_slips() -> list[Report]:
    reports = tell_thrice()
    reports[0].reword("The war -torn land got $ 4 million from the UnionWhich helps.")
    return reports


SHOWN: Mapping[str, Callable[[], Sequence[Report]]] = {
    "amount_conflict": lambda: tell_figures("CAD 835m", "CAD 853m"),
    "scale_typo": lambda: tell_alone("CAD 787m = USD 577"),
    "currency_contradiction": tell_contradiction,
    "same_amount_two_currencies": lambda: tell_alone("CAD 680m", "USD 500m"),
    "equivalent_rounding": lambda: tell_figures("CAD 2bn = USD 1.45bn", "CAD 2bn = ~USD 1.4bn"),
    "equivalent_unexplained": lambda: tell_alone("CAD 2.00bn = USD 1.95bn"),
    "package_sum": lambda: tell_package("CAD 835m", "CAD 680m", "CAD 220m", sentence=8),
    "parts_exceed_whole": lambda: tell_package("CAD 1.4bn", "CAD 1.2bn"),
    "date_conflict": tell_visit,
    "novelty_conflict": tell_news,
    "told_as_new_twice": tell_twice,
    "stage_conflict": tell_stages,
    "party_conflict": tell_givers,
    "single_source": tell_thrice,
    "dependent_sources": tell_wire,
    "name_variant": tell_names,
    "machine_translated": tell_slips,
}


def keep(path: Path, reports: Sequence[Report]) -> tuple[Finding, ...]:
    """Write a book of some reports where commands look first, and return its findings."""
    with open_book(str(path), create=True) as book:
        book.keep([(Document(one.id, one.name, "Words."), one.read()) for one in reports])
        settle(book)
        return book.ledger().findings


def orders_of(finding: Finding) -> list[list[str]]:
    return [shlex.split(order) for order in re.findall(r"`([^`]+)`", finding.suggestion)]


def test_every_kind_of_finding_is_shown() -> None:
    assert list(SHOWN) == [check.__name__ for check in CHECKS]


@pytest.mark.parametrize("code", SHOWN)
def test_what_a_finding_suggests_can_be_typed_as_it_stands(code: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "pledgebook.db"
    found = [one for one in keep(path, SHOWN[code]()) if one.code == code]
    assert found
    for order in (order for finding in found for order in orders_of(finding)):
        path.unlink()
        keep(path, SHOWN[code]())
        ran = run(*order, *(("--by", "Ada") if order[0] == "decide" else ()))
        assert (ran.code, ran.err) == (0, ""), order


@pytest.mark.parametrize("code", SHOWN)
def test_every_finding_suggests_something_to_type(code: str, tmp_path: Path) -> None:
    for finding in keep(tmp_path / "pledgebook.db", SHOWN[code]()):
        assert orders_of(finding), finding


@pytest.mark.parametrize(
    "code", ["amount_conflict", "currency_contradiction", "date_conflict", "novelty_conflict", "parts_exceed_whole",
             "party_conflict", "same_amount_two_currencies", "scale_typo", "stage_conflict", "told_as_new_twice"],
)  # fmt: skip
def test_a_conflict_is_gone_once_what_it_suggests_is_decided(code: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "pledgebook.db"
    [finding] = [one for one in keep(path, SHOWN[code]()) if one.code == code]
    assert run(*orders_of(finding)[0], "--by", "Ada").code == 0
    with open_book(str(path)) as book:
        left = [one for one in book.ledger().findings if one.code == code]
    assert left == []
