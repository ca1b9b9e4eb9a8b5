"""Readings written in one line a telling, for tests of what reports say together."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from pledgebook.model.rates import RateTable
from pledgebook.model.records import How, Kind, Mention, Part, Reading, Section, Span, Statement, content_id, mention_id
from pledgebook.model.values import Item, Money, Party, PartyKind, Period, Precision, Qualifier, Text, Value

RATES = RateTable(
    "test rates",
    ["USD", "CAD", "GBP"],
    [f"{day},1.10,1.50,0.85" for day in (dt.date(2020, 1, 1) + dt.timedelta(days=n) for n in range(2500))],
)

COUNTRIES = {
    "Canada": "CAN",
    "Ukraine": "UKR",
    "Japan": "JPN",
    "Nepal": "NPL",
    "Norway": "NOR",
    "United States": "USA",
    "Chad": "TCD",
    "Mali": "MLI",
}


def party(name: str) -> Party:
    """Return a country by its name, or a body that has no code."""
    code = COUNTRIES.get(name, "")
    return Party(name, code, PartyKind.COUNTRY if code else PartyKind.ORGANISATION)


def money(told: str) -> Money:
    """Return a sum written as `CAD 2bn`, `~USD 1.4bn`, `>CAD 1bn` or `CAD/USD 220m` (bare sign, the first taken)."""
    marks = {"~": Qualifier.ABOUT, ">": Qualifier.OVER, "<": Qualifier.NEARLY}
    qualifier = marks.get(told[0], Qualifier.EXACT)
    codes, figure = told.lstrip("~><").split()
    scale = {"bn": 10**9, "m": 10**6, "k": 10**3}
    word = next((word for word in scale if figure.endswith(word)), "")
    value = Decimal(figure.removesuffix(word)) * scale.get(word, 1)
    first, *others = codes.split("/")
    return Money(value.quantize(Decimal(1)), first, qualifier, tuple(sorted([first, *others])) if others else ())


def month(year: int, number: int) -> Period:
    """Return a month as a period."""
    last = (dt.date(year + number // 12, number % 12 + 1, 1) - dt.timedelta(days=1)).day
    return Period(dt.date(year, number, 1), dt.date(year, number, last), Precision.MONTH)


def day(year: int, number: int, at: int) -> Period:
    """Return a day as a period."""
    return Period(dt.date(year, number, at), dt.date(year, number, at), Precision.DAY)


class Report:
    """One report while it is written; `tell` adds a sum, `say` anything else; `read` gives the reading."""

    def __init__(
        self, name: str, published: dt.date | None = None, *, facts: Sequence[str] = (), sketch: Sequence[int] = ()
    ) -> None:
        self.name = name
        self.id = content_id("d", name)
        self.published = published
        self.facts, self.sketch = tuple(facts), tuple(sketch)
        self.mentions: list[Mention] = []
        self.statements: list[Statement] = []

    def tell(
        self,
        sums: str,
        *,
        by: str = "Canada",
        to: str = "Ukraine",
        novelty: str = "",
        section: Section = Section.BODY,
        sentence: int | None = None,
        **fields: str | Period,
    ) -> str:
        """Tell of a sum (`CAD 2bn = USD 1.45bn`) and return the mention's id.

        Args:
            sums: The sum, and after each `=` what the report equates with it; "" for goods without a sum.
            by: Who gives, `;` between several.
            to: Who gets, likewise.
            novelty: As said outright; "" where nothing is said.
            section: Where it stands.
            sentence: The number of its sentence; its own if None.
            **fields: Other fields, by their names.
        """
        place = len(self.mentions)
        mention = self._mention(Kind.COMMITMENT, sums or "goods", section, place if sentence is None else sentence)
        amounts = [money(told.strip()) for told in sums.split("=")] if sums else []
        for field, value in zip(("amount", *["equivalent"] * 9), amounts, strict=False):
            bare = How.DOCUMENT if value.candidates else How.SAID
            self._state(mention, field, value, how=bare)
        for field, names in (("provider", by), ("recipient", to)):
            for name in filter(None, names.split(";")):
                self._state(mention, field, party(name.strip()))
        self._state(mention, "novelty", Text(novelty or "new"), how=How.SAID if novelty else How.GUESSED)
        for field, told in fields.items():
            self._state(mention, field, Text(told) if isinstance(told, str) else told)
        return mention.id

    def goods(self, mention: str, what: str, count: int | None = None) -> None:
        """Add goods to a mention."""
        one = next(m for m in self.mentions if m.id == mention)
        self._state(one, "item", Item(what, None if count is None else Decimal(count)))

    def say(self, kind: Kind, quote: str, *, section: Section = Section.BODY, **fields: Value | Sequence[Value]) -> str:
        """Add a mention of another kind with its fields, and return its id."""
        mention = self._mention(kind, quote, section, len(self.mentions))
        for field, told in fields.items():
            for value in [told] if isinstance(told, Value) else told:
                self._state(mention, field, value)
        return mention.id

    def state(self, mention: str, field: str, value: Value) -> None:
        """Add what a mention says outright."""
        self._state(next(m for m in self.mentions if m.id == mention), field, value)

    def reword(self, words: str, amount: str = "") -> None:
        """Let the last mention stand in a sentence of other words, right after them if its amount is given."""
        last = self.mentions[-1]
        start, told = last.sentence.start, words + amount
        span = Span(start + len(words), start + len(told), amount) if amount else last.span
        self.mentions[-1] = msgspec.structs.replace(last, sentence=Span(start, start + len(told), told), span=span)

    def place(self, sentence: int) -> None:
        """Let the last mention stand in the sentence of a number."""
        words = f"Sentence {sentence}."
        at = Span(10_000 * sentence, 10_000 * sentence + len(words), words)
        self.mentions[-1] = msgspec.structs.replace(self.mentions[-1], sentence=at)

    def nest(self, inner: int, outer: int) -> None:
        """Let the words of one mention stand at the end of those of another, in its sentence."""
        within, around = self.mentions[inner], self.mentions[outer]
        at = Span(around.span.end - len(within.span.quote), around.span.end, within.span.quote)
        self.mentions[inner] = msgspec.structs.replace(within, span=at, sentence=around.sentence)

    def read(self) -> Reading:
        """Return the reading."""
        return Reading(
            self.id,
            self.name,
            "",
            "",
            "",
            self.published,
            tuple(self.mentions),
            tuple(self.statements),
            self.sketch,
            self.facts,
            "tests",
        )

    def _mention(self, kind: Kind, quote: str, section: Section, sentence: int) -> Mention:
        start = 200 * len(self.mentions)
        span = Span(start, start + len(quote), quote)
        words = f"Sentence {sentence}."
        one = mention_id(self.id, kind, span.start, span.end)
        of = Span(10_000 * sentence, 10_000 * sentence + len(words), words)
        role = "amount" if kind is Kind.COMMITMENT else str(kind)
        made = Mention(one, self.id, kind, role, span, of, section, (Part(role, span, "test"),))
        self.mentions.append(made)
        return made

    def _state(self, mention: Mention, field: str, value: Value, *, how: How = How.SAID) -> None:
        self.statements.append(Statement(mention.id, field, value, "test", how, mention.span))
