import datetime as dt

from pledgebook.model.ledger import Story
from pledgebook.model.records import Kind
from pledgebook.model.values import Party
from pledgebook.reconcile.origins import longest_rise
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.settling import settle_readings
from tests.tellers import RATES, Report

MAY = dt.date(2024, 5, 6)
OWN = [f"own{number} pair{number}" for number in range(60)]


def settle(*reports: Report) -> tuple[Story, ...]:
    return settle_readings([report.read() for report in reports], Rulings(), RATES).stories


def report(
    name: str, sums: str, published: dt.date | None = MAY, facts: list[str] | None = None, sketch: int = 0
) -> Report:
    kept = facts if facts is not None else [f"{name}{word}" for word in OWN]
    made = Report(name, published, facts=kept, sketch=[sketch * 1000 + place for place in range(64)] if sketch else ())
    for told in filter(None, sums.split(";")):
        made.tell(told.strip())
    return made


def test_reports_of_the_same_sums_in_the_same_days_are_one_story() -> None:
    (story,) = settle(report("a", "CAD 835m; CAD 680m"), report("b", "CAD 835m; CAD 680m"))
    assert len(story.documents) == 2


def test_the_same_sums_months_apart_are_two_stories() -> None:
    assert len(settle(report("a", "CAD 835m; CAD 680m"), report("b", "CAD 835m; CAD 680m", dt.date(2024, 9, 1)))) == 2


def test_a_form_of_words_filled_with_another_sum_is_another_story() -> None:
    first, second = report("a", "CAD 275m", None, OWN, 1), report("b", "CAD 125m", None, OWN, 1)
    assert len(settle(first, second)) == 2


def test_near_copies_are_one_origin() -> None:
    (story,) = settle(report("a", "CAD 835m", facts=OWN, sketch=1), report("b", "CAD 835m", facts=OWN, sketch=1))
    (origin,) = story.origins
    assert origin.because.startswith("near copies")


def test_a_rewrite_shows_by_rare_words_in_the_same_order() -> None:
    shared = [f"rare{number} words{number}" for number in range(12)]
    common = [f"common{number} news{number}" for number in range(20)]
    rewrites = [
        report(name, "CAD 835m; CAD 680m", facts=[*common, *shared, *(f"{name}{word}" for word in OWN)])
        for name in "ab"
    ]
    others = [report(name, "CAD 835m; CAD 680m", facts=[*common, *(f"{name}{word}" for word in OWN)]) for name in "cd"]
    (story,) = settle(*rewrites, *others)
    assert sorted(len(origin.documents) for origin in story.origins) == [1, 1, 2]
    (pair,) = (origin for origin in story.origins if len(origin.documents) == 2)
    assert set(pair.documents) == {one.id for one in rewrites}
    assert "“rare0 words0”" in pair.because


def test_reports_that_share_only_the_news_are_independent() -> None:
    common = [f"common{number} news{number}" for number in range(20)]
    reports = [
        report(name, "CAD 835m; CAD 680m", facts=[*common, *(f"{name}{word}" for word in OWN)]) for name in "abcde"
    ]
    (story,) = settle(*reports)
    assert len(story.origins) == 5


def test_a_credit_stands_with_its_origin() -> None:
    first = report("a", "CAD 835m; CAD 680m")
    first.say(Kind.CREDIT, "according to Reuters", agency=Party("Reuters"))
    (story,) = settle(first, report("b", "CAD 835m; CAD 680m"))
    assert sorted(origin.credits for origin in story.origins) == [(), ("Reuters",)]


def test_a_story_keeps_its_id_when_a_later_report_comes() -> None:
    first, later = report("a", "CAD 835m; CAD 680m"), report("b", "CAD 835m; CAD 680m", MAY + dt.timedelta(days=2))
    assert settle(first)[0].id == settle(first, later)[0].id


def test_the_longest_rise_of_a_row_of_places_is_counted() -> None:
    assert longest_rise([3, 1, 2, 9, 4, 5]) == 4
    assert longest_rise([]) == 0


def alike(name: str, sums: str, published: dt.date | None) -> Report:
    """Return a report of help by the same giver that shares a tenth of its telling words with others of its name."""
    shared = [f"arms{number} aid{number}" for number in range(7)]
    return report(name, sums, published, [*shared, *(f"{name}{word}" for word in OWN)])


def test_without_a_day_two_packages_of_one_giver_are_two_stories() -> None:
    assert len(settle(alike("a", "CAD 835m", None), alike("b", "CAD 680m", None))) == 2


def test_without_a_day_shared_sums_and_words_still_make_one_story() -> None:
    assert len(settle(alike("a", "CAD 835m", None), alike("b", "CAD 835m", None))) == 1


def test_a_rounded_sum_is_no_sum_that_the_other_report_lacks() -> None:
    assert len(settle(alike("a", "CAD 298m", MAY), alike("b", "~CAD 300m", MAY))) == 1


def test_news_of_two_places_in_the_usual_words_of_one_ministry_is_two_stories() -> None:
    words = [f"usual{number} words{number}" for number in range(20)]
    first, second = report("a", "", None, [*words, *OWN]), report("b", "", None, [*words, *OWN])
    for one, place in ((first, "Nepal"), (second, "Chad")):
        one.tell("CAD 50k", to=place)
        one.tell("CAD 100k", to="")
    assert len(settle(first, second)) == 2


def test_undated_reports_that_share_only_a_sum_of_the_background_are_two_stories() -> None:
    words = [f"usual{number} words{number}" for number in range(8)]
    first = report("a", "CAD 64m; CAD 500m", None, [*words, *(f"a{word}" for word in OWN)])
    second = report("b", "CAD 71m; CAD 500m", None, [*words, *(f"b{word}" for word in OWN)])
    assert len(settle(first, second)) == 2
    third = report("c", "CAD 64m; CAD 500m", None, [*words, *(f"c{word}" for word in OWN)])
    assert len(settle(first, third)) == 1


def test_one_small_sum_by_and_for_the_same_within_a_round_of_news_is_one_story() -> None:
    near, later = MAY + dt.timedelta(days=1), MAY + dt.timedelta(days=6)
    assert len(settle(report("a", "CAD 1m"), report("b", "CAD 1m", near))) == 1
    assert len(settle(report("a", "CAD 1m"), report("b", "CAD 1m", later))) == 2
