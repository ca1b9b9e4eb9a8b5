"""What every writer is given: the ledger, what it was made of, and what the reader wishes to see."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pledgebook.model.ledger import Commitment, Ledger
from pledgebook.model.rates import DAY_RULE, Rates
from pledgebook.model.records import Decision, Document, Reading
from pledgebook.model.values import Money


class Material(NamedTuple):
    """A ledger to be written out.

    `currency` is the reader's own (ISO 4217), in which sums are told a second time; with no `rates` only what the
    ledger itself converted is told. `story` is the id of the one story to tell, or "" for all; `limit` says how many
    stories a brief tells in full, 0 that the writer knows best. `title` heads the brief; `width` and `colour` serve
    the terminal. `add_new_money` adds up what of some commitments is new money in a currency, nothing twice; None where
    nothing is; without it a brief counts the new sums and adds nothing up.
    """

    ledger: Ledger
    readings: Sequence[Reading] = ()
    documents: Sequence[Document] = ()
    decisions: Sequence[Decision] = ()
    rates: Rates | None = None
    currency: str = "EUR"
    rate_rule: str = DAY_RULE
    story: str = ""
    limit: int = 0
    title: str = ""
    width: int = 100
    colour: bool = False
    add_new_money: Callable[[Sequence[Commitment], str], Money | None] | None = None
