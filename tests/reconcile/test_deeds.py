import datetime as dt

from pledgebook.model.ledger import Ledger
from pledgebook.model.records import Kind
from pledgebook.model.values import Party, PartyKind, Text
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.settling import settle_readings
from tests.tellers import RATES, Report, day, party

MAY = dt.date(2024, 5, 6)


def settle(*reports: Report) -> Ledger:
    for report in reports:
        report.tell("CAD 835m")
        report.tell("CAD 17.3m", purpose="wells")
    return settle_readings([report.read() for report in reports], Rulings(), RATES)


def person(name: str) -> Party:
    return Party(name, "", PartyKind.PERSON)


def test_spellings_of_one_office_holder_are_one_person_under_the_usual_name() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    first.say(
        Kind.PERSON,
        "Volodymyr Zelensky",
        name=Text("Volodymyr Zelensky"),
        office=Text("president"),
        of=party("Ukraine"),
    )
    second.say(
        Kind.PERSON,
        "Folodimir Zellinski",
        name=Text("Folodimir Zellinski"),
        office=Text("president"),
        of=party("Ukraine"),
    )
    second.say(Kind.PERSON, "Zellinski", name=Text("Zellinski"))
    (one,) = settle(first, second).people
    assert one.variants == ("Folodimir Zellinski", "Volodymyr Zelensky", "Zellinski")
    assert one.name.startswith("Volodymyr Zelensk")


def test_two_ministers_of_one_office_but_other_names_stay_two() -> None:
    report = Report("a", MAY)
    for name in ("Aino Lahti", "Petr Novak"):
        report.say(Kind.PERSON, name, name=Text(name), office=Text("foreign minister"), of=party("Norway"))
    assert len(settle(report).people) == 2


def test_an_agreement_told_in_other_words_is_one_and_keeps_its_proper_type() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    sides = (party("Canada"), party("Ukraine"))
    first.say(
        Kind.AGREEMENT,
        "letter",
        party=sides,
        type=Text("letter of intent"),
        subject=Text("building drones together"),
        status=Text("signed"),
    )
    second.say(
        Kind.AGREEMENT,
        "deal",
        party=sides,
        type=Text("agreement"),
        subject=Text("drone building"),
        status=Text("signed"),
    )
    (one,) = settle(first, second).agreements
    assert one.type == "letter of intent"
    assert one.status == "signed"
    assert len(one.mentions) == 2


def test_agreements_of_other_parties_or_subjects_stay_two() -> None:
    report = Report("a", MAY)
    for sides, subject in (("Japan", "fish stocks"), ("Norway", "fish stocks"), ("Norway", "school exchange")):
        report.say(
            Kind.AGREEMENT,
            subject,
            party=(party("Canada"), party(sides)),
            type=Text("agreement"),
            subject=Text(subject),
        )
    assert len(settle(report).agreements) == 3


def test_one_stand_told_twice_is_one_position() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    first.say(
        Kind.POSITION,
        "would not rule out",
        actor=person("Mark Carney"),
        stance=Text("open_to"),
        on=Text("sending Canadian troops"),
    )
    second.say(
        Kind.POSITION,
        "does not exclude",
        actor=person("Mark Carney"),
        stance=Text("open_to"),
        on=Text("the presence of soldiers"),
    )
    second.say(
        Kind.POSITION, "refuses", actor=party("United States"), stance=Text("refuses"), on=Text("sending troops")
    )
    found = settle(first, second).positions
    assert sorted(len(one.mentions) for one in found) == [1, 2]


def test_a_garbled_name_does_not_make_a_second_actor() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    for report, name in ((first, "Mark Carney"), (second, "Mark Carne")):
        report.say(Kind.PERSON, name, name=Text(name), office=Text("prime minister"), of=party("Canada"))
        report.say(Kind.POSITION, "backs", actor=person(name), stance=Text("supports"), on=Text("a ceasefire"))
    (one,) = settle(first, second).positions
    assert one.actor.name == "Mark Carney"


def test_a_visit_with_a_wrong_year_is_solved_by_the_reports_together() -> None:
    first, second = Report("a"), Report("b")
    who = person("Mark Carney")
    first.say(Kind.EVENT, "visiting", type=Text("visit"), who=who, where=Text("Ukraine"), date=day(2023, 8, 24))
    first.say(
        Kind.AGREEMENT, "pact", party=(party("Canada"), party("Ukraine")), type=Text("agreement"), date=day(2024, 2, 24)
    )
    second.say(Kind.EVENT, "arrived", type=Text("visit"), who=who, where=Text("Kyiv"), weekday=Text("sunday"))
    second.say(Kind.EVENT, "day", type=Text("visit"), who=who, where=Text("Kiev"), holiday=Text("Independence Day|UKR"))
    ledger = settle(first, second)
    (visit,) = ledger.events
    assert visit.date == day(2025, 8, 24)
    (date,) = (choice for choice in visit.choices if choice.field == "date")
    assert date.rule == "solved"
    assert [rival.values for rival in date.rivals] == [(day(2023, 8, 24),)]
    assert "Thursday" in date.rivals[0].cause
    assert "2024" in date.rivals[0].cause
    assert ledger.stories[0].day == dt.date(2025, 8, 24)


def test_visits_to_two_places_are_two() -> None:
    report = Report("a", MAY)
    for where in ("Warsaw", "Kyiv"):
        report.say(Kind.EVENT, "visit", type=Text("visit"), who=person("Mark Carney"), where=Text(where))
    assert len(settle(report).events) == 2


def test_a_summit_of_our_tables_is_dated_by_them() -> None:
    report = Report("a", dt.date(2025, 8, 25))
    report.say(Kind.EVENT, "summit", type=Text("summit"), what=Text("the G7 summit"), where=Text("Kananaskis, Alberta"))
    report.say(Kind.EVENT, "summit", type=Text("summit"), what=Text("last G7 summit"), when=Text("in June"))
    (summit,) = settle(report).events
    assert summit.date is not None
    assert (summit.date.start, summit.date.end) == (dt.date(2025, 6, 15), dt.date(2025, 6, 17))


def test_a_plan_that_carries_out_an_older_pact_is_not_that_pact() -> None:
    first, second = Report("a", MAY), Report("b", MAY)
    sides = (party("Canada"), party("Ukraine"))
    first.say(
        Kind.AGREEMENT,
        "road map carrying out the river pact",
        party=sides,
        type=Text("action plan"),
        subject=Text("the river pact"),
        status=Text("signed"),
    )
    first.say(Kind.AGREEMENT, "river pact", party=sides, type=Text("agreement"), status=Text("existing"))
    first.nest(inner=1, outer=0)
    second.say(Kind.AGREEMENT, "river pact of 2021", party=sides, type=Text("agreement"), status=Text("existing"))
    plan, pact = sorted(settle(first, second).agreements, key=lambda one: len(one.mentions))
    assert (plan.type, plan.status, len(pact.mentions)) == ("action plan", "signed", 2)
