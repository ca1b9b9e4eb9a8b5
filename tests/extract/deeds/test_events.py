import datetime as dt

from pledgebook.model.records import Kind
from tests.deeds import read


def test_a_visit_has_who_where_and_the_weekday() -> None:
    (told,) = read("Prime Minister Mark Carney arrived in Nairobi on Thursday.", Kind.EVENT)
    assert (told["type"], told["who"], told["where"], told["weekday"]) == (
        ["visit"],
        ["Mark Carney"],
        ["Nairobi"],
        ["thursday"],
    )


def test_a_visit_told_beside_what_was_announced() -> None:
    text = "During a visit to Accra on Monday, Danish Prime Minister Mette Frederiksen announced a grant."
    (told,) = read(text, Kind.EVENT)
    assert (told["who"], told["where"], told["weekday"]) == (["Mette Frederiksen"], ["Accra"], ["monday"])


def test_a_holiday_that_a_visit_falls_on_is_its_country_s() -> None:
    text = "Foreign Minister Anders Holm is visiting Ghana, coinciding with the nation's Independence Day."
    (told,) = read(text, Kind.EVENT)
    assert told["holiday"] == ["independence day|GHA"]


def test_a_summit_keeps_its_place_and_month() -> None:
    (told,) = read(
        "The plan was told at the G7 summit in Kananaskis, Alberta, in June.", Kind.EVENT, dt.date(2025, 8, 2)
    )
    assert (told["what"], told["where"]) == (["G7 summit"], ["Kananaskis, Alberta"])
    assert (told["when"], told["date"]) == (["in June"], ["2025-06-01/2025-06-30"])


def test_a_call_names_both_who_speak() -> None:
    text = "Kenyan President William Ruto spoke by phone with Ghanaian President John Mahama on Wednesday."
    (told,) = read(text, Kind.EVENT)
    assert (told["type"], told["who"]) == (["call"], ["William Ruto", "John Mahama"])


def test_the_time_of_another_verb_is_not_the_event_s() -> None:
    text = "The summit in Lima ended, and Brazil reiterated last Thursday that it would pay."
    (told,) = read(text, Kind.EVENT)
    assert "weekday" not in told


def test_to_meet_needs_is_no_meeting() -> None:
    assert read("The grant will help Kenya to meet its needs this winter.", Kind.EVENT) == []


def test_what_an_event_is_about_is_not_where_it_is() -> None:
    (told,) = read("Kenya will host thirty states in Nairobi for a summit on the war in Sudan.", Kind.EVENT)
    assert told["where"] == ["Nairobi"]


def test_goods_that_arrive_make_no_visit() -> None:
    assert read("Eight tanks from Chile arrived in Peru on Monday.", Kind.EVENT) == []


def test_two_who_visit_are_both_told() -> None:
    text = "Kenyan Foreign Minister Joan Mwangi and Finance Minister Grace Oduya visited Accra."
    (told,) = read(text, Kind.EVENT)
    assert set(told["who"]) == {"Joan Mwangi", "Grace Oduya"}


def test_who_reports_a_visit_takes_no_part() -> None:
    text = "Foreign Minister Joan Mwangi spoke of grain during a visit to Accra, Reuters reported."
    (told,) = read(text, Kind.EVENT)
    assert told["who"] == ["Joan Mwangi"]


def test_a_visit_to_the_country_is_to_the_other_state_that_is_named() -> None:
    text = "Kenya and Peru signed five pacts during Kenyan President Grace Oduya's state visit to the country."
    (told,) = read(text, Kind.EVENT)
    assert (told["type"], told["where"]) == (["visit"], ["Peru"])


def test_discussions_held_somewhere_on_a_day_are_a_meeting() -> None:
    text = "The signing followed discussions held at the Presidential Palace in Hanoi on Monday, Vietnam said."
    (told,) = [one for one in read(text, Kind.EVENT) if "discussions" in one["quote"][0]]
    assert (told["type"], told["where"], told["weekday"]) == (["meeting"], ["Hanoi"], ["monday"])
