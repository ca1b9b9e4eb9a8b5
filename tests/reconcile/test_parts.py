import datetime as dt

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
