import datetime as dt

import msgspec

from pledgebook.model.records import How
from pledgebook.reconcile.parts import infer_parts
from pledgebook.reconcile.tellings import Telling, gather_tellings
from tests.tellers import Report, money

MAY = dt.date(2024, 5, 6)


def tell(report: Report, mention: str, *, faint: str = "", rule: str = "test") -> Telling:
    """Return a telling of which one field was only filled in from the report, and its amount read by a rule."""
    report.statements = [
        msgspec.structs.replace(s, how=How.DOCUMENT)
        if s.mention == mention and s.field == faint
        else msgspec.structs.replace(s, rule=rule)
        if s.mention == mention and s.field == "amount"
        else s
        for s in report.statements
    ]
    return next(t for t in infer_parts(gather_tellings(report.read())) if t.id == mention)


def test_a_part_that_names_nobody_has_the_giver_and_getter_of_its_whole() -> None:
    report = Report("a", MAY)
    whole = report.tell("CAD 2bn", by="Canada", to="Ukraine")
    part = report.tell("CAD 835m", by="Ukraine", to="", part_of=whole)
    found = tell(report, part, faint="provider")
    assert (found.gives, found.gets) == (("CAN",), ("UKR",))


def test_a_part_that_names_its_giver_outright_keeps_it() -> None:
    report = Report("a", MAY)
    whole = report.tell("CAD 2bn", by="Canada", to="Ukraine")
    part = report.tell("CAD 835m", by="Norway", to="Ukraine", part_of=whole)
    assert tell(report, part).gives == ("NOR",)


def test_bare_dollars_of_a_part_are_those_of_its_whole() -> None:
    report = Report("a", MAY)
    whole = report.tell("CAD 2bn")
    part = report.tell("USD 680m", part_of=whole)
    found = tell(report, part, rule="currency_usual")
    assert found.amount is not None
    assert (found.amount.currency, found.amount.candidates) == ("CAD", ("CAD", "USD"))


def test_marked_dollars_of_a_part_stay_as_they_are() -> None:
    report = Report("a", MAY)
    whole = report.tell("CAD 2bn")
    part = report.tell("USD 500m", part_of=whole)
    assert tell(report, part).amount == money("USD 500m")
