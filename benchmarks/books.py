"""Random books with their truth known: packages, restatements, draw-downs, running totals, copies, two currencies.

`make_book` returns readings as `digest` would make them, what each mention really tells of, and the new money there
really is; so grouping, totals, growth and incremental settling can be held against truth at any scale.
"""

import datetime as dt
import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

import msgspec
from msgspec import Struct

from pledgebook.model.rates import DAY_RULE, Rates
from pledgebook.model.records import How, Kind, Mention, Part, Reading, Section, Span, Statement, content_id, mention_id
from pledgebook.model.reference import read_rows
from pledgebook.model.values import Money, Party, PartyKind, Period, Precision, Text, Value

FIRST_DAY: Final = dt.date(2018, 1, 8)
DAYS: Final = 2600
LATER_DAYS: Final = 40
TOLD_AGAIN, TOTALLED, COPIED, LEFT_OUT, IN_DOLLARS, EQUATED, NO_RECIPIENT = 0.3, 0.2, 0.25, 0.3, 0.2, 0.4, 0.05
PROVIDERS: Final = (
    ("USA", "USD"), ("GBR", "GBP"), ("DEU", "EUR"), ("FRA", "EUR"), ("CAN", "CAD"), ("JPN", "JPY"), ("NOR", "NOK"),
    ("SWE", "SEK"), ("CHE", "CHF"), ("AUS", "AUD"), ("KOR", "KRW"), ("DNK", "DKK"), ("POL", "PLN"), ("NLD", "EUR"),
    ("ITA", "EUR"), ("ESP", "EUR"), ("FIN", "EUR"), ("NZL", "NZD"), ("CZE", "CZK"), ("IRL", "EUR"),
)  # fmt: skip
PURPOSES: Final = (
    "shelter drainage", "wheat flour", "ambulances", "school roofs", "solar pumps", "border bridges", "radar repair",
    "seed banks", "cold chains", "mine clearance", "river dykes", "teacher pay", "water tanks", "field kitchens",
    "road graders", "power lines",
)  # fmt: skip
AID: Final = ("humanitarian", "military", "financial", "development", "energy", "health")


class Undertaking(Struct, frozen=True):
    """What really was promised: by whom, to whom, how much, when; `whole` is the key of the package it is a part of."""

    key: str
    provider: str
    recipient: str
    money: Money
    dollars: Money | None
    purpose: str
    aid_type: str
    day: dt.date
    novelty: str
    whole: str = ""


class Book(Struct, frozen=True):
    """Readings, the undertaking each mention really tells of, and the packages that really were new money."""

    readings: tuple[Reading, ...]
    truth: Mapping[str, str]
    packages: tuple[Undertaking, ...]

    @property
    def statements(self) -> int:
        """How many statements the readings hold."""
        return sum(len(reading.statements) for reading in self.readings)


class Teller:
    """Writes the readings of one book; every choice comes from one seeded source."""

    def __init__(self, seed: int, rates: Rates) -> None:
        self._rates = rates
        self._recipients = [row["code"] for row in read_rows("countries.csv")]
        self._chance = random.Random(seed)  # noqa: S311 - a book to test with, no secret
        self._made = 0
        self.truth: dict[str, str] = {}
        self.packages: list[Undertaking] = []
        self._past: list[list[Undertaking]] = []

    def event(self, number: int, *, most_reports: int = 6) -> Iterator[Reading]:
        """Yield the reports of one event: a package, or one told again later, or a running total beside a new sum."""
        chance = self._chance
        day = FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))
        package = self._package(number, day)
        told = list(package)
        if self._past and self._is(TOLD_AGAIN):
            earlier = chance.choice(self._past)
            if (day - earlier[0].day).days > LATER_DAYS:
                told.append(_again(earlier[0]))
        if self._is(TOTALLED):
            told.append(self._total(number, package[0], day))
        self._past.append(package)
        self.packages.append(package[0])
        words = [self._words() for _ in range(24)]
        sketch = self._sketch()
        for _ in range(chance.randint(1, most_reports)):
            is_copy = self._is(COPIED)
            yield self._report(told, day, words, sketch if is_copy else self._sketch())

    def _package(self, number: int, day: dt.date) -> list[Undertaking]:
        """Return a new package: a whole and up to four parts that itemise it in full or nearly."""
        chance = self._chance
        provider, currency = chance.choice(PROVIDERS)
        recipient = chance.choice(self._recipients)
        step = 10**9 if currency in {"JPY", "KRW"} else 10**7
        parts = [Decimal(chance.randint(1, 99) * step) for _ in range(chance.choice((0, 0, 1, 2, 3, 4)))]
        rest = Decimal(chance.randint(1, 60) * step)
        aid_type = chance.choice(AID)
        value = sum(parts, Decimal(0)) + rest
        purposes = chance.sample(PURPOSES, len(parts) + 1)
        whole = f"u{number}"
        made = [self._undertake(whole, provider, recipient, Money(value, currency), purposes[0], aid_type, day)]
        seen = {value}
        for place, part in enumerate(parts):
            if part not in seen:
                seen.add(part)
                money = Money(part, currency)
                one = self._undertake(
                    f"{whole}.{place}", provider, recipient, money, purposes[place + 1], aid_type, day
                )
                made.append(msgspec.structs.replace(one, whole=whole))
        return made

    def _undertake(
        self, key: str, provider: str, recipient: str, money: Money, purpose: str, aid_type: str, day: dt.date
    ) -> Undertaking:
        """Return a new undertaking, with the dollars a report would give for it: by the day's rate, hardly exact."""
        dollars = None
        if money.currency not in {"USD", None}:
            rate, _ = self._rates.rate(money.currency or "", "USD", day, DAY_RULE)
            slip = Decimal(self._chance.randint(985, 1015)) / 1000
            dollars = Money(_rounded(money.value * rate * slip), "USD")
        return Undertaking(key, provider, recipient, money, dollars, purpose, aid_type, day, "new")

    def _total(self, number: int, new: Undertaking, day: dt.date) -> Undertaking:
        more = Decimal(self._chance.randint(200, 900)) * (10**9 if new.money.currency in {"JPY", "KRW"} else 10**7)
        total = Money(new.money.value * 3 + more, new.money.currency)
        return Undertaking(f"t{number}", new.provider, new.recipient, total, None, "", "mixed", day, "cumulative")

    def _report(self, told: list[Undertaking], day: dt.date, words: list[str], sketch: tuple[int, ...]) -> Reading:
        """Return one outlet's report: the whole always, each other undertaking most of the time."""
        chance = self._chance
        self._made += 1
        document = content_id("d", str(self._made), str(chance.random()))
        mentions: list[Mention] = []
        statements: list[Statement] = []
        ids: dict[str, str] = {}
        for place, one in enumerate(told):
            if place and self._is(LEFT_OUT):
                continue
            mention = _mention(document, place, one.money)
            ids[one.key] = mention.id
            self.truth[mention.id] = one.key
            mentions.append(mention)
            statements += self._statements(mention, one, ids)
        kept = tuple(chance.sample(words, 18)) + tuple(self._words() for _ in range(30))
        published = day + dt.timedelta(days=chance.choice((0, 0, 1, 2)))
        return Reading(
            document, f"book/{self._made}.txt", "", f"outlet {self._made % 97}", "", published,
            tuple(mentions), tuple(statements), sketch, kept, "books",
        )  # fmt: skip

    def _statements(self, mention: Mention, one: Undertaking, ids: Mapping[str, str]) -> Iterator[Statement]:
        chance = self._chance
        money = [one.dollars] if one.dollars is not None and self._is(IN_DOLLARS) else [one.money]
        if one.dollars is not None and money == [one.money] and self._is(EQUATED):
            money.append(one.dollars)
        yield _say(mention, "amount", money[0])
        yield from (_say(mention, "equivalent", other) for other in money[1:])
        yield _say(mention, "provider", Party(one.provider, one.provider, PartyKind.COUNTRY))
        if not self._is(NO_RECIPIENT):
            yield _say(mention, "recipient", Party(one.recipient, one.recipient, PartyKind.COUNTRY))
        yield _say(mention, "aid_type", Text(one.aid_type))
        yield _say(mention, "stage", Text(chance.choice(("pledged", "pledged", "committed"))))
        yield _say(mention, "novelty", Text(one.novelty))
        if one.purpose:
            yield _say(mention, "purpose", Text(one.purpose))
        if one.novelty == "restated":
            yield _say(mention, "announced", Period(one.day, one.day, Precision.DAY))
        if one.whole in ids:
            yield _say(mention, "part_of", Text(ids[one.whole]))

    def _is(self, share: float) -> bool:
        return self._chance.random() < share

    def _words(self) -> str:
        return f"w{self._chance.randrange(40_000):05d} w{self._chance.randrange(40_000):05d}"

    def _sketch(self) -> tuple[int, ...]:
        return tuple(self._chance.getrandbits(32) for _ in range(64))


def _rounded(value: Decimal) -> Decimal:
    """Return a value to three digits, as reports convert."""
    exponent = value.adjusted() - 2
    return (value.scaleb(-exponent).to_integral_value() * Decimal(10) ** exponent).quantize(Decimal(1))


def _again(one: Undertaking) -> Undertaking:
    """Return an undertaking as a later report tells it: the same, announced on its old day."""
    return msgspec.structs.replace(one, novelty="restated")


def _mention(document: str, place: int, money: Money) -> Mention:
    quote = f"{money.currency} {money.value}"
    start = 100 * place + 10
    span = Span(start, start + len(quote), quote)
    words = f"Sum {place}: {quote}."
    sentence = Span(start - 7, start - 7 + len(words), words)
    parts = (Part("amount", span, "made"),)
    section = Section.LEAD if place == 0 else Section.BODY
    one = mention_id(document, Kind.COMMITMENT, span.start, span.end)
    return Mention(one, document, Kind.COMMITMENT, "amount", span, sentence, section, parts)


def _say(mention: Mention, field: str, value: Value) -> Statement:
    return Statement(mention.id, field, value, "made", How.SAID, mention.span)


def make_book(statements: int, rates: Rates, seed: int = 1, *, most_reports: int = 6) -> Book:
    """Return a random book of about so many statements, with its truth.

    Args:
        statements: How many statements to reach.
        rates: By which reports give sums in dollars.
        seed: The same seed gives the same book.
        most_reports: How many reports one event has at most.
    """
    teller = Teller(seed, rates)
    readings: list[Reading] = []
    held = number = 0
    while held < statements:
        for reading in teller.event(number, most_reports=most_reports):
            readings.append(reading)
            held += len(reading.statements)
        number += 1
    return Book(tuple(readings), teller.truth, tuple(teller.packages))


def b_cubed(truth: Mapping[str, str], found: Mapping[str, str]) -> float:
    """Return the B-cubed F1 of a grouping of mentions against the true one; both name each mention's group."""
    both: dict[tuple[str, str], int] = {}
    true_sizes: dict[str, int] = {}
    found_sizes: dict[str, int] = {}
    for mention, key in truth.items():
        group = found[mention]
        both[key, group] = both.get((key, group), 0) + 1
        true_sizes[key] = true_sizes.get(key, 0) + 1
        found_sizes[group] = found_sizes.get(group, 0) + 1
    precision = sum(n * n / found_sizes[group] for (_, group), n in both.items()) / len(truth)
    recall = sum(n * n / true_sizes[key] for (key, _), n in both.items()) / len(truth)
    return 2 * precision * recall / (precision + recall)
