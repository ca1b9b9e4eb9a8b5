import datetime as dt
from decimal import Decimal

import pytest

from pledgebook.export.brief import Line
from pledgebook.export.evidence import Evidence
from pledgebook.export.lines import LineWriter, convert_money, name_line
from pledgebook.export.material import Material
from pledgebook.model.ledger import Choice, Commitment, Conversion, Ledger, Rival
from pledgebook.model.rates import RateTable
from pledgebook.model.values import AidType, Item, Money, Novelty, Party, Qualifier, Stage, Text

DAY = dt.date(2025, 8, 24)
RATES = RateTable("test", ["USD", "CAD"], ["2025-08-21,1.2,1.5", "2025-08-22,1.25,1.6"])
MATERIAL = Material(Ledger(), rates=RATES)


def commitment(name: str, amount: Money | None, **more: object) -> Commitment:
    fields = {
        "id": name,
        "mentions": (),
        "documents": (),
        "origins": (),
        "stories": (),
        "providers": (Party("Canada"),),
        "recipients": (Party("Ukraine"),),
        "amount": amount,
        "stage": Stage.PLEDGED,
        "novelty": Novelty.NEW,
        "aid_type": AidType.MILITARY,
    }
    return Commitment(**(fields | more))  # type: ignore[arg-type] # the fields are named by each test


def lines_of(*commitments: Commitment) -> tuple[Line, ...]:
    return LineWriter(MATERIAL, Evidence((), {}, {})).write_lines(commitments, DAY)


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def test_parts_stand_below_their_whole_and_the_rest_below_the_parts() -> None:
    whole = commitment("c-whole", Money(Decimal(2000), "CAD"), remainder=Money(Decimal(300), "CAD"))
    small = commitment("c-small", Money(Decimal(700), "CAD"), part_of="c-whole")
    large = commitment("c-large", Money(Decimal(1000), "CAD"), part_of="c-whole")
    told = [(line.depth, line.amount, line.kind) for line in lines_of(small, large, whole)]
    assert told == [(0, "C$2,000", "sum"), (1, "C$1,000", "sum"), (1, "C$700", "sum"), (1, "C$300", "rest")]


def test_a_part_whose_whole_is_in_another_story_stands_by_itself() -> None:
    (line,) = lines_of(commitment("c-part", Money(Decimal(5), "CAD"), part_of="c-elsewhere"))
    assert line.depth == 0


def test_goods_stand_after_money_and_name_their_count() -> None:
    goods = commitment("c-goods", None, items=(Item("tents", Decimal(20000)),))
    cash = commitment("c-money", Money(Decimal(1), "EUR"))
    assert [line.amount for line in lines_of(goods, cash)] == ["€1", "20,000 tents"]


def test_lines_are_ordered_by_what_they_are_worth_not_by_their_digits() -> None:
    dollars = commitment("c-usd", Money(Decimal(100), "USD"))
    canadian = commitment("c-cad", Money(Decimal(110), "CAD"))
    assert [line.id for line in lines_of(canadian, dollars)] == ["c-usd", "c-cad"]


def test_a_conversion_names_its_rate_and_its_day() -> None:
    told = convert_money(Money(Decimal(680_000_000), "CAD"), MATERIAL, DAY)
    assert plain(told.told) == "≈€425 million"
    assert told.how == "ECB rate of 22 August 2025: CAD 1 = EUR 0.6250"


def test_a_reports_own_figure_goes_before_any_rate() -> None:
    own = Conversion(Money(Decimal(430_000_000), "EUR"), "source", "0.63", None, "")
    rate = Conversion(Money(Decimal(425_000_000), "EUR"), "ecb-day", "0.625", DAY, "test")
    told = convert_money(Money(Decimal(680_000_000), "CAD"), MATERIAL, DAY, (rate, own))
    assert (plain(told.told), told.how) == ("€430 million", "a report's own figure")


def test_a_currency_without_a_rate_is_left_alone() -> None:
    assert convert_money(Money(Decimal(1000), "NPR"), MATERIAL, DAY).told == ""
    assert convert_money(Money(Decimal(1000), "CAD"), MATERIAL, dt.date(1990, 1, 1)).told == ""
    assert convert_money(Money(Decimal(1000), None, candidates=("CAD", "USD")), MATERIAL, DAY).told == ""
    assert convert_money(Money(Decimal(1000), "EUR"), MATERIAL, DAY).told == ""


def test_a_day_past_the_last_rate_takes_the_last_one() -> None:
    assert "22 August 2025" in convert_money(Money(Decimal(5), "CAD"), MATERIAL, dt.date(2030, 1, 1)).how


def test_a_decided_value_says_by_whom() -> None:
    choice = Choice("stage", (Text("allocated"),), "decided", "", (), decided_by="Ada")
    (line,) = lines_of(commitment("c-1", Money(Decimal(5), "CAD"), choices=(choice,), status="accepted"))
    assert line.remark == "accepted, decided by Ada"


@pytest.mark.parametrize(
    ("stage", "step"), [(Stage.CONSIDERED, 1), (Stage.PLEDGED, 2), (Stage.DELIVERED, 5), (Stage.CANCELLED, 0)]
)
def test_the_stage_is_shown_as_a_step(stage: Stage, step: int) -> None:
    (line,) = lines_of(commitment("c-1", Money(Decimal(5), "CAD"), stage=stage))
    assert line.step == step


def test_a_line_can_be_named_in_a_sentence() -> None:
    (line,) = lines_of(commitment("c-1", Money(Decimal(5_000_000), "CAD"), mechanism="PURL"))
    assert plain(name_line(line)) == "C$5 million — Canada to Ukraine — PURL"


def test_the_rule_that_the_reader_wants_goes_before_other_rates() -> None:
    mean = Conversion(Money(Decimal(431_000_000), "EUR"), "ecb-month-mean", "0.6340", DAY, "test")
    rate = Conversion(Money(Decimal(425_000_000), "EUR"), "ecb-day", "0.6250", DAY, "test")
    told = convert_money(Money(Decimal(680_000_000), "CAD"), MATERIAL, DAY, (mean, rate))
    assert plain(told.told) == "≈€425 million"
    by_month = convert_money(
        Money(Decimal(680_000_000), "CAD"), MATERIAL._replace(rate_rule="ecb-month-mean"), DAY, (rate, mean)
    )
    assert by_month.how == "mean of the ECB's rates in August 2025: CAD 1 = EUR 0.6340"


def test_a_choice_between_reports_is_told_with_its_ground_and_its_rivals() -> None:
    settled = Choice("stage", (Text("pledged"),), "unanimous", "all say so", ())
    rival = Rival((Text("new"),), "novelty", ())
    disputed = Choice("novelty", (Text("drawn_down"),), "told-before", "it was promised in June", (), (rival,))
    (line,) = lines_of(commitment("c-1", Money(Decimal(5), "CAD"), choices=(settled, disputed)))
    assert line.grounds == ("Novelty drawn down: it was promised in June; another has new (novelty)",)


def test_a_reports_own_equivalents_are_told_beside_the_sum() -> None:
    also = tuple(Money(Decimal(value), currency) for value, currency in ((500, "USD"), (310, "EUR"), (500, "USD")))
    (line,) = lines_of(commitment("c-1", Money(Decimal(680), "CAD"), equivalents=also))
    assert (line.also, line.converted) == (("US$500",), "€310")


def test_a_remainder_that_rests_on_a_rate_is_no_finer_than_three_digits() -> None:
    rest = Money(Decimal("14687692.91"), "USD", Qualifier.ABOUT)
    lines = lines_of(commitment("c-1", Money(Decimal(410_000_000), "USD"), remainder=rest))
    assert plain(lines[1].amount) == "about US$14.7 million"
