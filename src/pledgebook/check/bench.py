"""What a check looks at: a piece of the ledger, and the words it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from pledgebook.model.ledger import Choice, Commitment, Conversion, Evidence, Finding, Ledger, Rival, Severity, Story
from pledgebook.model.rates import DAY_RULE
from pledgebook.model.records import Mention, Reading, Statement, Vote, content_id
from pledgebook.model.values import Item, Money, Party, Period, Precision, Text, Value

GUESSED: Final = "guessed"
ACCEPTED: Final = "accepted"
MOST_EVIDENCE: Final = 12
UNWEIGHED: Final = 9.0
CARRIED_ON: Final = "document: as"


class Bench:
    """A piece of the ledger with the mentions and statements behind it, by their ids.

    `stories` holds, beside the piece's own, those around it in which some of its commitments are told too.
    """

    def __init__(self, ledger: Ledger, readings: Iterable[Reading], around: Iterable[Story] = ()) -> None:
        self.ledger = ledger
        self.stories = (*ledger.stories, *around)
        self.readings: Mapping[str, Reading] = {reading.document: reading for reading in readings}
        self._mentions = {m.id: m for reading in self.readings.values() for m in reading.mentions}
        self._commitments = {one.id: one for one in ledger.commitments}
        self._statements: dict[str, list[Statement]] = {}
        for reading in self.readings.values():
            for statement in reading.statements:
                self._statements.setdefault(statement.mention, []).append(statement)

    def mention(self, mention: str) -> Mention | None:
        """Return a mention by its id."""
        return self._mentions.get(mention)

    def commitment(self, commitment: str | None) -> Commitment | None:
        """Return a commitment of this piece by its id."""
        return self._commitments.get(commitment or "")

    def statements(self, mention: str, field: str = "") -> Sequence[Statement]:
        """Return what was resolved of a mention, of one field if one is named."""
        told = self._statements.get(mention, ())
        return [statement for statement in told if statement.field == field] if field else told

    def backing(self, mention: str, field: str, says: str) -> float:
        """Return by how much the votes for a word a mention says of a field outweigh all others; 9 without votes.

        What a report only carries on from another of its sentences is no vote.
        """
        told = [s for s in self.statements(mention, field) if isinstance(s.value, Text) and s.value.value == says]
        margins = [sum(_signed(vote, says) for vote in s.votes) if s.votes else UNWEIGHED for s in told]
        return max(margins, default=0.0)

    def name(self, document: str) -> str:
        """Return what a reader knows a document by: its outlet, else the last part of its name."""
        reading = self.readings.get(document)
        return (reading.outlet or reading.name.rpartition("/")[2]) if reading else document

    def names(self, documents: Iterable[str]) -> str:
        """Return several documents by what a reader knows them by."""
        return join_words(sorted({self.name(document) for document in documents}))

    def documents_of(self, mentions: Iterable[str]) -> tuple[str, ...]:
        """Return the documents that some mentions stand in, sorted."""
        return tuple(sorted({found.document for one in mentions if (found := self.mention(one)) is not None}))

    def evidence(self, mentions: Iterable[str]) -> tuple[Evidence, ...]:
        """Return the words of some mentions, by document and place."""
        found = [m for one in mentions if (m := self.mention(one)) is not None]
        ordered = sorted({(m.document, m.span) for m in found})
        return tuple(Evidence(document, span) for document, span in ordered[:MOST_EVIDENCE])


def _signed(vote: Vote, says: str) -> float:
    if vote.rule.startswith(CARRIED_ON):
        return 0.0
    return vote.weight if vote.says == says else -vote.weight


def make_finding(
    code: str,
    severity: Severity,
    message: str,
    *,
    cause: str,
    evidence: Sequence[Evidence],
    about: Sequence[str],
    suggestion: str = "",
) -> Finding:
    """Return a finding whose id hangs on its code, what it is about and the words it shows."""
    places = [f"{one.document} {one.span.start}" for one in evidence]
    subject = tuple(sorted(about))
    return Finding(
        content_id("f", code, *subject, *places), code, severity, message, cause, tuple(evidence), subject, suggestion
    )


def choice_of(choices: Iterable[Choice], field: str) -> Choice | None:
    """Return the choice made for a field."""
    return next((choice for choice in choices if choice.field == field), None)


def firm_rivals(choice: Choice | None) -> tuple[Rival, ...]:
    """Return the other values of a field that a report really says; none where a person has decided."""
    if choice is None or choice.decided_by:
        return ()
    return tuple(rival for rival in choice.rivals if rival.cause != GUESSED)


def is_decided(one: Commitment, field: str) -> bool:
    """Tell whether a person has set a field of a commitment."""
    choice = choice_of(one.choices, field)
    return choice is not None and bool(choice.decided_by)


def is_guessed(choice: Choice) -> bool:
    """Tell whether the value taken is one that no report says outright."""
    return choice.rule == GUESSED


def day_rate(conversions: Iterable[Conversion], currency: str) -> Conversion | None:
    """Return the conversion to a currency at the day's published rate."""
    return next((one for one in conversions if one.rule == DAY_RULE and one.to.currency == currency), None)


def join_words(words: Sequence[str]) -> str:
    """Return words as English lists them: a, b and c."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def say_value(value: Value) -> str:
    """Return a value as a reader would write it."""
    match value:
        case Money():
            return say_money(value)
        case Period():
            return say_period(value)
        case Party():
            return value.name
        case Item():
            return f"{value.count:f} {value.what}" if value.count is not None else value.what
        case Text():
            return value.value.replace("_", " ")


def say_values(values: Iterable[Value]) -> str:
    """Return several values as English lists them."""
    return join_words([say_value(value) for value in values])


def say_money(money: Money) -> str:
    """Return a sum as a reader would write it: CAD 2 billion."""
    currency = money.currency or " or ".join(money.candidates)
    return f"{currency} {say_number(money.value)}"


def say_number(value: Decimal) -> str:
    """Return an amount in millions, billions or trillions where that shortens it."""
    for size, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= size:
            shown = f"{value / size:,.3f}".rstrip("0").rstrip(".")
            return f"{shown} {word}"
    return f"{value:,.0f}"


def say_period(period: Period) -> str:
    """Return a time as precisely as it was said."""
    match period.precision:
        case Precision.DAY:
            return f"{period.start.day} {period.start:%B %Y}"
        case Precision.MONTH:
            return f"{period.start:%B %Y}"
        case Precision.YEAR:
            return f"{period.start:%Y}"
        case _:
            return f"{period.start} to {period.end}"
