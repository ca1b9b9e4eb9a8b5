"""The lines of a ledger that a question asks for, in words and as a tree of wholes and parts."""

import datetime as dt
import re
from collections.abc import Iterable

from msgspec import Struct

from pledgebook.actions.settling import settle
from pledgebook.export.brief import Line
from pledgebook.export.evidence import Evidence
from pledgebook.export.ledger_file import CommitmentEntry
from pledgebook.export.ledger_json import shape_ledger
from pledgebook.export.lines import LineWriter
from pledgebook.export.material import Material
from pledgebook.model.ledger import Commitment, Ledger
from pledgebook.model.reference import aliases
from pledgebook.model.values import AidType, Novelty, Party, Stage
from pledgebook.read.rates import load_rates
from pledgebook.store.book import Book

__all__ = ["Line", "Listed", "Question", "answers", "choose_lines", "list_lines", "write_lines"]
NEW_MONEY = frozenset({Novelty.NEW, Novelty.TOPPED_UP})


class Question(Struct, frozen=True):
    """Which commitments are asked for; what is empty asks nothing. Days bound when a commitment was announced."""

    provider: str = ""
    recipient: str = ""
    aid_type: AidType | None = None
    stage: Stage | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    new_only: bool = False


class Listed(Struct, frozen=True):
    """The answer to a question: lines in words, and the entries behind them as `export json` writes them."""

    lines: tuple[Line, ...]
    commitments: tuple[CommitmentEntry, ...]
    totals: tuple[str, ...] = ()


def list_lines(book: Book, question: Question, currency: str) -> Listed:
    """Return the commitments of a book that answer a question, with sums in the reader's currency too."""
    settle(book)
    ledger = book.ledger()
    chosen = choose_lines(ledger.commitments, question)
    material = Material(ledger=Ledger(commitments=chosen), rates=load_rates(), currency=currency)
    return Listed(write_lines(material, chosen), shape_ledger(material).commitments)


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
        and (not question.new_only or commitment.novelty in NEW_MONEY)
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
