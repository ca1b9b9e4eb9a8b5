"""The lines of a ledger that a question asks for, in words and as a tree of wholes and parts."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from pledgebook.actions.settling import settle
from pledgebook.export.brief import Line
from pledgebook.export.evidence import Evidence
from pledgebook.export.lines import LineWriter
from pledgebook.export.material import Material
from pledgebook.export.wording import tell_count, tell_rounded
from pledgebook.model.currencies import load_currencies
from pledgebook.model.errors import RateMissing
from pledgebook.model.ledger import Commitment, Ledger
from pledgebook.model.rates import DAY_RULE, MONTH_RULE, Rates
from pledgebook.model.reference import aliases
from pledgebook.model.values import FRESH, AidType, Party, Stage
from pledgebook.read.rates import load_rates
from pledgebook.reconcile.totals import is_given, total_new_money
from pledgebook.store.book import Book

__all__ = [
    "Adding",
    "Line",
    "Listed",
    "Question",
    "answers",
    "choose_lines",
    "list_lines",
    "shape_lines",
    "write_lines",
]


class Question(Struct, frozen=True):
    """Which commitments are asked for; what is empty asks nothing. Days bound when a commitment was announced."""

    provider: str = ""
    recipient: str = ""
    aid_type: AidType | None = None
    stage: Stage | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    new_only: bool = False


class Adding(Struct, frozen=True):
    """How new money is added up: under which heading, in which currency, by which rule of conversion.

    `by` is provider, recipient, type, stage, month or all; `rule` is stated, ecb-day or ecb-month-mean.
    """

    currency: str
    by: str = "all"
    rule: str = DAY_RULE


class Sum(Struct, frozen=True):
    """New money under one heading, the commitments it counts, and those that no rate brings to the currency."""

    heading: str
    value: Decimal
    currency: str
    rule: str
    commitments: tuple[str, ...]
    left_out: tuple[str, ...]

    def tell(self) -> str:
        """Return the sum in words."""
        without = f"; {len(self.left_out)} left out for want of a rate" if self.left_out else ""
        told = tell_count(len(self.commitments), "commitment")
        return f"{self.heading}: {tell_rounded(self.value, self.currency)} in {told} ({self.rule}){without}"


class Listed(Struct, frozen=True):
    """The answer to a question: the commitments, the same as lines in words, and the sums of new money."""

    commitments: tuple[Commitment, ...]
    lines: tuple[Line, ...]
    new_money: tuple[Sum, ...]


def list_lines(book: Book, question: Question, adding: Adding) -> Listed:
    """Return the commitments of a book that answer a question, and what of them is new money.

    Raises:
        RateMissing: If the currency to add in is none.
    """
    if adding.currency not in load_currencies():
        raise RateMissing(f"{adding.currency!r} is no currency; give an ISO 4217 code such as EUR or USD.")
    settle(book)
    every = book.ledger().commitments
    chosen = choose_lines(every, question)
    rates = load_rates()
    material = Material(
        ledger=Ledger(commitments=chosen), rates=rates, currency=adding.currency, rate_rule=rate_rule_of(adding.rule)
    )
    return Listed(chosen, write_lines(material, chosen), add_up(every, chosen, adding, rates))


def shape_lines(listed: Listed) -> dict[str, object]:
    """Return an answer for a script: the commitments as `export json` writes them, and the sums."""
    from pledgebook.export.ledger_json import shape_ledger

    shaped = shape_ledger(Material(ledger=Ledger(commitments=listed.commitments)))
    return {"commitments": shaped.commitments, "new_money": listed.new_money}


def add_up(every: Sequence[Commitment], chosen: Iterable[Commitment], adding: Adding, rates: Rates) -> tuple[Sum, ...]:
    """Return what is new money among chosen commitments of a whole book, nothing counted twice, by heading."""
    totals = total_new_money(
        every, adding.by, adding.currency, rates, adding.rule, only={commitment.id for commitment in chosen}
    )
    return tuple(
        Sum(each.heading, each.money.value, adding.currency, adding.rule, each.commitments, each.left_out)
        for each in totals
    )


def rate_rule_of(rule: str) -> str:
    """Return the rule by which single lines are converted: the day's where only stated figures are added up."""
    return rule if rule in {DAY_RULE, MONTH_RULE} else DAY_RULE


def choose_lines(commitments: Iterable[Commitment], question: Question) -> tuple[Commitment, ...]:
    """Return the commitments that answer a question, in the order given."""
    return tuple(each for each in commitments if answers(each, question))


def answers(commitment: Commitment, question: Question) -> bool:
    """Tell whether a commitment is one of those a question asks for; one without a date is in no stretch of time."""
    return (
        (not question.provider or _names_one(question.provider, commitment.providers))
        and (not question.recipient or _names_one(question.recipient, commitment.recipients))
        and question.aid_type in {None, commitment.aid_type}
        and question.stage in {None, commitment.stage}
        and _lies_within(commitment, question.since, question.until)
        and (not question.new_only or (commitment.novelty in FRESH and is_given(commitment)))
    )


def write_lines(material: Material, commitments: Iterable[Commitment]) -> tuple[Line, ...]:
    """Return commitments in words, each whole before its parts, with sums in the reader's currency too."""
    return LineWriter(material, Evidence((), {}, {})).write_lines(commitments, None)


def _names_one(asked: str, parties: Iterable[Party]) -> bool:
    codes = {alias.code for alias in aliases() if alias.words.casefold() == asked.strip().casefold()}
    wanted = _words(asked)
    return any(
        party.code in {*codes, asked.strip().upper()} or _stands_in(wanted, _words(party.name)) for party in parties
    )


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w[^\s,;()]*", name.casefold()) if word != "the"]


def _stands_in(wanted: list[str], words: list[str]) -> bool:
    return bool(wanted) and any(words[start : start + len(wanted)] == wanted for start in range(len(words)))


def _lies_within(commitment: Commitment, since: dt.date | None, until: dt.date | None) -> bool:
    if since is None and until is None:
        return True
    told = commitment.announced
    return told is not None and (since is None or told.end >= since) and (until is None or told.start <= until)
