"""The ledger's lines as a brief shows them: packages with their parts below, and what no report itemises."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from pledgebook.export.brief import Line
from pledgebook.export.evidence import Evidence
from pledgebook.export.material import Material
from pledgebook.export.wording import (
    NOVELTIES,
    STAGES,
    STEPS,
    tell_day,
    tell_item,
    tell_list,
    tell_money,
    tell_parties,
    tell_period,
    tell_rounded,
)
from pledgebook.model.errors import RateMissing
from pledgebook.model.ledger import Choice, Commitment, Conversion, Rival
from pledgebook.model.rates import MONTH_RULE
from pledgebook.model.values import Item, Money, Party, Period, Qualifier, Text, Value

MOST_NOTES: Final = 8
PLAIN_RULES: Final = frozenset({"unanimous"})
RATE_PLACES: Final = Decimal("0.0001")


class Converted(NamedTuple):
    """A sum in the reader's currency, and in words how it came about; `value` orders lines."""

    told: str = ""
    how: str = ""
    value: Decimal = Decimal(0)


def _tell_rate(rate: Decimal, base: str, target: str, day: dt.date, rule: str) -> str:
    shown = rate.quantize(RATE_PLACES) if rate >= Decimal("0.01") else rate.normalize()
    source = f"mean of the ECB's rates in {day:%B %Y}" if rule == MONTH_RULE else f"ECB rate of {tell_day(day)}"
    return f"{source}: {base} 1 = {target} {shown:f}"


def _kept(conversion: Conversion, base: str) -> Converted:
    to = conversion.to
    if conversion.rule == "source":
        return Converted(tell_money(to), "a report's own figure", to.value)
    target = to.currency or ""
    how = conversion.rule
    if conversion.day is not None:
        how = _tell_rate(Decimal(conversion.rate), base, target, conversion.day, conversion.rule)
    return Converted(f"≈{tell_rounded(to.value, target)}", how, to.value)


def _by_rate(money: Money, base: str, material: Material, on: dt.date | None) -> Converted:
    if material.rates is None or on is None:
        return Converted()
    day = min(on, material.rates.last_day)
    try:
        rate, of = material.rates.rate(base, material.currency, day, material.rate_rule)
    except RateMissing:
        return Converted()
    value = money.value * rate
    told = f"≈{tell_rounded(value, material.currency)}"
    return Converted(told, _tell_rate(rate, base, material.currency, of, material.rate_rule), value)


def convert_money(
    money: Money | None, material: Material, on: dt.date | None, kept: Sequence[Conversion] = ()
) -> Converted:
    """Return a sum in the reader's currency: a report's own figure first, then what the ledger converted, then a rate.

    Nothing is told where the sum stands in that currency already, or where no rate is known; `value` then orders by
    the number alone.
    """
    if money is None or money.currency is None:
        return Converted(value=money.value if money else Decimal(0))
    if money.currency == material.currency:
        return Converted(value=money.value)
    fitting = [each for each in kept if each.to.currency == material.currency]
    fitting.sort(key=lambda each: (each.rule != "source", each.rule != material.rate_rule))
    found = _kept(fitting[0], money.currency) if fitting else _by_rate(money, money.currency, material, on)
    return found if found.told else Converted(value=money.value)


def find_rate_day(commitment: Commitment, published: Mapping[str, dt.date]) -> dt.date | None:
    """Return the day whose rate a sum is converted at: when it was announced, else when it was first reported."""
    if commitment.announced is not None:
        return commitment.announced.end
    days = [published[document] for document in commitment.documents if document in published]
    return min(days, default=None)


def _stated(commitment: Commitment, currency: str) -> tuple[Conversion, ...]:
    equivalents = (
        Conversion(money, "source", "", None, "") for money in commitment.equivalents if money.currency == currency
    )
    return (*commitment.conversions, *equivalents)


def _amount(commitment: Commitment) -> str:
    if commitment.amount is not None:
        return tell_money(commitment.amount)
    return tell_list(tell_item(item) for item in commitment.items) or "no sum named"


def _what(commitment: Commitment) -> str:
    goods = tell_list(tell_item(item) for item in commitment.items) if commitment.amount is not None else ""
    purpose = commitment.purpose
    if goods and goods.casefold() in purpose.casefold():
        goods = ""
    through = f"through {tell_parties(commitment.channels)}" if commitment.channels else ""
    form = commitment.instrument.replace("_", " ") if commitment.instrument in {"loan", "guarantee", "equity"} else ""
    return "; ".join(filter(None, (purpose, goods, form, through)))


def tell_rest(rest: Money) -> str:
    """Return what parts leave over, in three digits where parts had to be converted to tell."""
    if rest.qualifier is Qualifier.ABOUT and rest.currency is not None:
        return f"about {tell_rounded(rest.value, rest.currency)}"
    return tell_money(rest)


def tell_value(value: Value) -> str:
    """Return any value of a field in words."""
    match value:
        case Money():
            return tell_money(value)
        case Party():
            return value.name
        case Period():
            return tell_period(value)
        case Item():
            return tell_item(value)
        case Text():
            return value.value.replace("_", " ")


def _rival(rival: Rival, evidence: Evidence) -> str:
    reports = tell_list(str(number) for number in evidence.reports_of(rival.mentions))
    said = tell_list(tell_value(value) for value in rival.values)
    where = f"report {reports}" if reports else "another"
    return f"{where} has {said}" + (f" ({rival.cause})" if rival.cause else "")


def tell_grounds(choices: Iterable[Choice], evidence: Evidence) -> Iterator[str]:
    """Tell how each field got its value, where the reports differ or do not say it outright."""
    for choice in choices:
        if choice.rivals or choice.rule not in PLAIN_RULES:
            said = tell_list(tell_value(value) for value in choice.values)
            told = f"{choice.field.replace('_', ' ').capitalize()} {said}: {choice.because}"
            yield "; ".join([told, *(_rival(rival, evidence) for rival in choice.rivals)])


def tell_also(commitment: Commitment, currency: str) -> tuple[str, ...]:
    """Return a sum as reports give it in currencies that are neither its own nor the reader's."""
    own = commitment.amount.currency if commitment.amount else None
    others = (money for money in commitment.equivalents if money.currency not in {own, currency})
    return tuple(dict.fromkeys(tell_money(money) for money in others))


def _remark(commitment: Commitment) -> str:
    by = tell_list(dict.fromkeys(choice.decided_by for choice in commitment.choices if choice.decided_by))
    told = [f"decided by {by}"] if by else []
    if commitment.status != "proposed":
        told.insert(0, commitment.status)
    return ", ".join(told)


class LineWriter:
    """Writes the lines of one brief.

    Args:
        material: What is to be written; its rates and the reader's currency are used.
        evidence: Gives every line its notes.
    """

    def __init__(self, material: Material, evidence: Evidence) -> None:
        self._material = material
        self._evidence = evidence
        self._published = {each.document: each.published for each in material.readings if each.published}

    def convert(self, commitment: Commitment, day: dt.date | None) -> Converted:
        """Return the sum of a commitment in the reader's currency; `day` serves where it has no day of its own."""
        on = find_rate_day(commitment, self._published) or day
        kept = _stated(commitment, self._material.currency)
        return convert_money(commitment.amount, self._material, on, kept)

    def write_lines(self, commitments: Iterable[Commitment], day: dt.date | None) -> tuple[Line, ...]:
        """Return the lines of a story, largest package first, parts below their whole, goods after money."""
        here = {each.id: each for each in commitments}
        below: dict[str, list[Commitment]] = {}
        for each in here.values():
            below.setdefault(each.part_of if each.part_of in here and each.part_of else "", []).append(each)
        return tuple(self._write_below("", 0, below, day))

    def _write_below(
        self, whole: str, depth: int, below: dict[str, list[Commitment]], day: dt.date | None
    ) -> Iterator[Line]:
        for commitment in sorted(below.pop(whole, ()), key=lambda each: self._rank(each, below, day, root=not depth)):
            yield self._line(commitment, depth, day)
            yield from self._write_below(commitment.id, depth + 1, below, day)
            if commitment.remainder is not None:
                yield self._rest(commitment, depth + 1, day)

    def _rank(
        self, commitment: Commitment, below: dict[str, list[Commitment]], day: dt.date | None, *, root: bool
    ) -> tuple[bool, bool, Decimal, str]:
        value = self.convert(commitment, day).value
        return commitment.amount is None, root and commitment.id not in below, -value, commitment.id

    def _line(self, commitment: Commitment, depth: int, day: dt.date | None) -> Line:
        converted = self.convert(commitment, day)
        return Line(
            id=commitment.id,
            kind="sum" if commitment.amount is not None else "goods",
            depth=depth,
            amount=_amount(commitment),
            converted=converted.told,
            conversion=converted.how,
            provider=tell_parties(commitment.providers),
            recipient=tell_parties(commitment.recipients),
            what=_what(commitment),
            programme=commitment.mechanism,
            stage=STAGES[commitment.stage],
            novelty=NOVELTIES[commitment.novelty],
            reports=len(commitment.documents),
            origins=len(commitment.origins),
            notes=self._evidence.cite(commitment.mentions, MOST_NOTES),
            more_notes=max(0, len(commitment.mentions) - MOST_NOTES),
            remark=_remark(commitment),
            step=STEPS[commitment.stage],
            also=tell_also(commitment, self._material.currency),
            grounds=tuple(tell_grounds(commitment.choices, self._evidence)),
        )

    def _rest(self, commitment: Commitment, depth: int, day: dt.date | None) -> Line:
        rest = commitment.remainder
        on = find_rate_day(commitment, self._published) or day
        converted = convert_money(rest, self._material, on)
        told = tell_rest(rest) if rest is not None else ""
        return Line(
            commitment.id, "rest", depth, told, converted.told, converted.how, what="not itemised in any report"
        )


def name_line(line: Line) -> str:
    """Return one line of the ledger in a sentence's words, for lists that have no columns."""
    who = " to ".join(filter(None, (line.provider, line.recipient)))
    what = ", ".join(filter(None, (line.what, line.programme)))
    return " \N{EM DASH} ".join(filter(None, (line.amount, who, what)))
