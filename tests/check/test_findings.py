import datetime as dt
from pathlib import Path

import msgspec
import pytest

from pledgebook.check.findings import CHECKS, find_findings
from pledgebook.model.ledger import Finding, Severity
from pledgebook.model.records import Decision, Kind, Verb, Vote
from pledgebook.model.values import Party, PartyKind, Text
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.settling import settle_readings
from tests.tellers import RATES, Report, day, party

MAY = dt.date(2024, 5, 6)
DOCS = Path(__file__).parents[2] / "docs" / "findings.md"
COMMON = [f"common{number} news{number}" for number in range(20)]


def report(name: str, published: dt.date | None = MAY) -> Report:
    own = [f"{number}{name} {number}words" for number in range(60)]
    return Report(name, published, facts=[*COMMON, *own])


def find(*reports: Report, decisions: tuple[Decision, ...] = ()) -> tuple[Finding, ...]:
    readings = [one.read() for one in reports]
    return find_findings(settle_readings(readings, Rulings(decisions), RATES), readings)


def only(code: str, *reports: Report, decisions: tuple[Decision, ...] = ()) -> Finding:
    (one,) = (finding for finding in find(*reports, decisions=decisions) if finding.code == code)
    return one


def codes(*reports: Report) -> set[str]:
    return {finding.code for finding in find(*reports)}


def test_a_rest_that_nobody_itemises_is_told_with_the_sum() -> None:
    one = report("a")
    whole = one.tell("CAD 2bn")
    for part in ("CAD 835m", "CAD 680m", "CAD 220m"):
        one.tell(part, part_of=whole, sentence=9)
    found = only("package_sum", one)
    assert "835 million + 680 million + 220 million = 1.735 billion of CAD 2 billion: 265 million" in found.message
    assert len(found.evidence) == 4


def test_a_package_that_may_hold_another_sum_of_the_report_is_left_alone() -> None:
    one = report("a")
    whole = one.tell("CAD 2bn")
    for part in ("CAD 835m", "CAD 680m"):
        one.tell(part, part_of=whole, sentence=9)
    one.tell("CAD 485m", purpose="wells")
    assert "package_sum" not in codes(one)


def test_parts_beyond_their_whole_are_an_error() -> None:
    one = report("a")
    whole = one.tell("CAD 100m", sentence=9)
    for part in ("CAD 70m", "CAD 60m"):
        one.tell(part, part_of=whole, sentence=9)
    assert only("parts_exceed_whole", one).severity is Severity.ERROR


def test_parts_of_a_part_or_far_from_their_whole_exceed_nothing() -> None:
    nested, far = report("a"), report("b")
    whole = nested.tell("CAD 530m", sentence=9)
    for part in ("CAD 370m", "CAD 112m", "CAD 258m"):
        nested.tell(part, part_of=whole, sentence=9)
    assert "parts_exceed_whole" not in codes(nested)
    whole = far.tell("CAD 100m", sentence=2)
    for part in ("CAD 70m", "CAD 60m"):
        far.tell(part, part_of=whole, sentence=9)
    assert "parts_exceed_whole" not in codes(far)


def test_a_sum_larger_than_what_is_called_its_whole_is_no_part() -> None:
    one = report("a")
    whole = one.tell("CAD 100m")
    one.tell("CAD 900m", part_of=whole)
    assert [commitment.part_of for commitment in settle_readings([one.read()], Rulings(), RATES).commitments] == [
        None,
        None,
    ]


def test_a_sentence_that_names_more_money_than_was_read_itemises_nothing() -> None:
    one = report("a")
    whole = one.tell("CAD 2bn")
    for part in ("CAD 835m", "CAD 680m"):
        one.tell(part, part_of=whole, sentence=9)
        one.reword("It holds 835m, 680m and C$485 million for wells.")
    assert "package_sum" not in codes(one)


def test_additional_against_promised_before_names_both_reports() -> None:
    first, second = report("a"), report("b")
    first.tell("CAD 2bn", novelty="new")
    second.tell("CAD 2bn", novelty="restated", announced=day(2024, 3, 1))
    found = only("novelty_conflict", first, second)
    assert found.message.endswith("a presents it as new, b says that it was promised before")


def test_what_was_announced_yesterday_is_the_announcement_itself_and_no_conflict() -> None:
    first, second = report("a"), report("b", MAY + dt.timedelta(days=1))
    first.tell("CAD 2bn", novelty="new")
    second.tell("CAD 2bn", novelty="restated")
    assert "novelty_conflict" not in codes(first, second)


def test_an_announcement_and_what_is_told_of_it_later_are_no_conflict() -> None:
    first, later = report("a"), report("b", MAY + dt.timedelta(days=90))
    first.tell("CAD 2bn", novelty="new")
    later.tell("CAD 2bn", novelty="restated")
    assert "novelty_conflict" not in codes(first, later)


def test_one_sum_in_two_currencies_is_shown_with_both_rates() -> None:
    one = report("a")
    one.tell("CAD 680m", purpose="air defence arms", aid_type="military")
    one.tell("USD 500m", purpose="weapons", aid_type="military")
    found = only("same_amount_two_currencies", one)
    assert "imply a rate of 0.7353" in found.message
    assert "(0.733333)" in found.message


def test_equivalents_that_differ_by_rounding_are_told_as_right() -> None:
    first, second = report("a"), report("b")
    first.tell("CAD 2bn = USD 1.45bn")
    second.tell("CAD 2bn = ~USD 1.4bn")
    assert only("equivalent_rounding", first, second).severity is Severity.INFO


def test_an_equivalent_that_no_rate_explains_is_doubted() -> None:
    one = report("a")
    one.tell("CAD 2.00bn = USD 1.95bn")
    assert "it was USD 1.467 billion" in only("equivalent_unexplained", one).message


def test_a_lost_scale_word_is_an_error() -> None:
    one = report("a")
    one.tell("CAD 787m = USD 577")
    assert only("scale_typo", one).severity is Severity.ERROR


def test_a_currency_worth_a_thousandth_is_no_lost_scale_word() -> None:
    one = report("a", None)
    one.tell("KRW 818bn = USD 620m")
    assert "scale_typo" not in codes(one)


def test_sums_that_a_person_joined_and_nothing_explains_are_in_conflict() -> None:
    first, second = report("a"), report("b")
    anchors = ((first.tell("CAD 835m"),), (second.tell("CAD 600m"),))
    joined = Decision("x", Verb.SAME, anchors, "Ines", dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    found = only("amount_conflict", first, second, decisions=(joined,))
    assert "CAD 600 million" in found.message
    assert "CAD 835 million" in found.message


def test_givers_that_two_reports_name_differently_are_in_conflict() -> None:
    first, second = report("a"), report("b")
    anchors = ((first.tell("CAD 835m", by="Japan"),), (second.tell("CAD 835m", by="Norway"),))
    joined = Decision("x", Verb.SAME, anchors, "Ines", dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    assert "gives it, says" in only("party_conflict", first, second, decisions=(joined,)).message


def test_considered_and_paid_out_in_the_same_days_are_in_conflict() -> None:
    first, second = report("a"), report("b")
    first.tell("CAD 835m", stage="considered")
    second.tell("CAD 835m", stage="disbursed")
    assert "considered" in only("stage_conflict", first, second).message


def test_a_wrong_year_is_refuted_in_words() -> None:
    first, second, third = report("a", None), report("b", None), report("c", None)
    who = Party("Mark Carney", "", PartyKind.PERSON)
    for one in (first, second, third):
        one.tell("CAD 835m")
        one.tell("CAD 17.3m", purpose="wells")
    first.say(Kind.EVENT, "visit", type=Text("visit"), who=who, where=Text("Kyiv"), date=day(2023, 8, 24))
    for one in (second, third):
        one.say(Kind.EVENT, "visit", type=Text("visit"), who=who, where=Text("Kyiv"), weekday=Text("sunday"))
    found = only("date_conflict", first, second, third)
    assert "24 August 2023 was a Thursday" in found.message
    assert "24 August 2025 is taken" in found.message


def test_of_several_reports_only_one_tells() -> None:
    reports = [report(name) for name in "abc"]
    for one in reports:
        one.tell("CAD 835m")
        one.tell("CAD 17.3m", purpose="wells")
    reports[0].tell("CAD 4.3bn", purpose="roads")
    assert only("single_source", *reports).message.startswith("Only a tells of CAD 4.3 billion")


def test_reports_that_retell_are_not_independent() -> None:
    told = [*COMMON, *(f"{number}wire {number}words" for number in range(60))]
    copies = [Report(name, MAY, facts=told, sketch=range(64)) for name in "ab"]
    credited = report("c")
    credited.say(Kind.CREDIT, "according to Reuters", agency=Party("Reuters"))
    for one in (*copies, credited):
        one.tell("CAD 835m")
        one.tell("CAD 17.3m", purpose="wells")
    messages = [finding.message for finding in find(*copies, credited) if finding.code == "dependent_sources"]
    assert any(message.startswith("a and b retell one original") for message in messages)
    assert any(message.startswith("c retells Reuters") for message in messages)


def test_a_garbled_name_is_joined_and_told() -> None:
    first, second = report("a"), report("b")
    for one, name in ((first, "Volodymyr Zelensky"), (second, "Folodimir Zellinski")):
        one.tell("CAD 835m")
        one.tell("CAD 17.3m", purpose="wells")
        one.say(Kind.PERSON, name, name=Text(name), office=Text("president"), of=party("Ukraine"))
    found = only("name_variant", first, second)
    assert "“Folodimir Zellinski” in b" in found.message
    assert found.cause == "mistranslation"


@pytest.mark.parametrize(
    "words",
    [
        "The war -torn land got $ 4 million from the UnionWhich helps.",
        "US -backed roads, post -war aid and $ 5 million.",
    ],
)
def test_broken_spacing_reads_as_machine_translated(words: str) -> None:
    one = report("a")
    one.tell("CAD 835m")
    one.reword(words)
    assert only("machine_translated", one).cause == "mistranslation"


def test_plain_sentences_do_not_read_as_machine_translated() -> None:
    one = report("a")
    one.tell("CAD 835m")
    one.reword("The post-war fund holds $4 million - most of it for roads; McDonald and YouTube gave the rest.")
    assert "machine_translated" not in codes(one)


def test_findings_are_ranked_by_severity_then_by_money() -> None:
    one = report("a")
    small, large = one.tell("CAD 100m", sentence=8), one.tell("CAD 9bn", purpose="roads", sentence=9)
    for at, whole, parts in ((8, small, ("CAD 70m", "CAD 60m")), (9, large, ("CAD 7.1bn", "CAD 6.2bn"))):
        for part in parts:
            one.tell(part, part_of=whole, sentence=at)
    found = sorted(find(one), key=lambda finding: -finding.rank)
    assert [finding.code for finding in found[:2]] == ["parts_exceed_whole", "parts_exceed_whole"]
    assert "9 billion" in found[0].message


def test_every_code_stands_in_the_docs() -> None:
    told = DOCS.read_text(encoding="utf-8")
    assert [check.__name__ for check in CHECKS if f"`{check.__name__}`" not in told] == []


def test_every_check_says_what_it_finds() -> None:
    assert all(check.__doc__ for check in CHECKS)


def test_a_fuller_name_or_a_title_is_no_other_spelling() -> None:
    one = report("a")
    for name in ("Aino Lahti", "Excellency Aino Lahti", "Aíno Lahti"):
        one.say(Kind.PERSON, name, name=Text(name), office=Text("president"), of=party("Ukraine"))
    assert "name_variant" not in codes(one)


def test_spaces_astray_of_one_kind_are_a_style_and_no_translation() -> None:
    one = report("a")
    for number in range(4):
        one.tell(f"CAD 8{number}m")
        one.reword(f"Canada gives $ 8{number} million for wells.")
    assert "machine_translated" not in codes(one)


@pytest.mark.parametrize(("others", "conflict"), [("b", False), ("bc", True)])
def test_a_clear_word_that_it_was_promised_before_is_a_conflict_where_two_reports_have_it(
    others: str, *, conflict: bool
) -> None:
    votes = (Vote("wording", "restated", 2.6), Vote("nothing speaks against it", "new", 0.7))
    reports = [report(name) for name in ("a", *others)]
    for one in reports:
        if one is reports[0]:
            one.tell("CAD 835m", novelty="new")
        else:
            one.tell("CAD 835m", novelty="restated", announced=day(2024, 3, 1))
    readings = [
        msgspec.structs.replace(
            reading,
            statements=tuple(
                msgspec.structs.replace(one, votes=votes) if one.value == Text("restated") else one
                for one in reading.statements
            ),
        )
        for reading in (one.read() for one in reports)
    ]
    ledger = settle_readings(readings, Rulings(), RATES)
    assert ("novelty_conflict" in {finding.code for finding in find_findings(ledger, readings)}) is conflict


def test_a_sum_that_another_report_tells_of_otherwise_has_more_than_one_source() -> None:
    reports = [report(name) for name in "abc"]
    for one in reports:
        one.tell("CAD 835m")
        one.tell("CAD 680m", purpose="wells")
    reports[0].tell("CAD 17.3m", by="Norway")
    assert any("17.3 million" in finding.message for finding in find(*reports))
    reports[1].tell("CAD 17.3m", by="Japan", to="Chad")
    assert not any("17.3 million" in finding.message for finding in find(*reports))
