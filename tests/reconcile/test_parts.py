import datetime as dt

import msgspec

from pledgebook.model.values import Party, PartyKind
from pledgebook.reconcile.parts import infer_parts
from pledgebook.reconcile.tellings import gather_tellings
from tests.tellers import Report

MAY = dt.date(2024, 5, 6)


def parts_of(report: Report) -> set[str]:
    return {telling.id for telling in infer_parts(gather_tellings(report.read())) if telling.part_of}


def test_sums_that_add_up_to_one_before_them_are_its_parts() -> None:
    report = Report("a", MAY)
    report.tell("USD 135m")
    parts = {report.tell("USD 109m", purpose="roads"), report.tell("USD 26m", purpose="wells")}
    assert parts_of(report) == parts


def test_they_add_up_within_the_rounding_of_each() -> None:
    report = Report("a", MAY)
    report.tell("USD 21m")
    parts = {report.tell("CAD 20m = USD 13m"), report.tell("CAD 10m = USD 7m")}
    assert parts_of(report) == parts


def test_sums_that_only_come_near_are_no_parts() -> None:
    report = Report("a", MAY)
    report.tell("USD 135m")
    report.tell("USD 100m", purpose="roads")
    report.tell("USD 29m", purpose="wells")
    assert parts_of(report) == set()


def test_another_givers_sum_is_not_added() -> None:
    report = Report("a", MAY)
    report.tell("USD 135m")
    report.tell("USD 109m", by="Japan")
    report.tell("USD 26m", by="Norway")
    assert parts_of(report) == set()


def test_what_words_already_place_stays_where_it_is() -> None:
    report = Report("a", MAY)
    whole = report.tell("USD 135m")
    part = report.tell("USD 109m", part_of=whole)
    report.tell("USD 26m")
    assert parts_of(report) == {part}


def test_the_rest_of_a_list_joins_the_parts_that_words_place() -> None:
    report = Report("a", MAY)
    whole = report.tell("USD 135m")
    parts = {report.tell("USD 109m", part_of=whole, sentence=3), report.tell("USD 26m", sentence=3)}
    report.tell("USD 7m", sentence=3)
    assert parts_of(report) == parts


def test_of_two_equal_sums_only_another_one_is_added() -> None:
    report = Report("a", MAY)
    report.tell("USD 120m")
    first = report.tell("USD 60m", purpose="roads")
    report.tell("USD 60m", purpose="roads")
    assert parts_of(report) == set()
    another = report.tell("USD 60m", purpose="wells", apart_from=first)
    assert parts_of(report) == {first, another}


def donors(report: Report, sums: str) -> str:
    mention = report.tell(sums, by="donors", to="Nepal")
    report.statements = [
        msgspec.structs.replace(s, value=Party("donors", "DONORS", PartyKind.GROUP))
        if s.mention == mention and s.field == "provider"
        else s
        for s in report.statements
    ]
    return mention


def test_pledges_under_a_conferences_total_are_its_parts() -> None:
    report = Report("a", MAY)
    donors(report, "USD 410m")
    parts = {
        report.tell("USD 150m", by="Japan", to="Nepal"),
        report.tell("CAD 60m", by="Canada", to="Nepal"),
        report.tell("USD 39m", by="United States", to="Nepal"),
    }
    elsewhere = report.tell("USD 20m", by="Japan", to="Chad")
    assert parts_of(report) == parts
    assert elsewhere not in parts


def test_pledges_beyond_a_total_are_not_its_parts() -> None:
    report = Report("a", MAY)
    donors(report, "USD 100m")
    for giver in ("Japan", "Norway", "United States"):
        report.tell("USD 60m", by=giver, to="Nepal")
    assert parts_of(report) == set()
