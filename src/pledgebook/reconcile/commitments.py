"""Groups of tellings become commitments: every field chosen and explained, what a person decided on top."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from pledgebook.model.ledger import Choice, Commitment
from pledgebook.model.records import Decision, Verb, content_id
from pledgebook.model.values import FRESH, AidType, Item, Money, Novelty, Party, Period, Precision, Stage, Text
from pledgebook.reconcile.announcements import Beside, date_by_summit, name_deal
from pledgebook.reconcile.consensus import apply_decisions
from pledgebook.reconcile.conversions import gather_equivalents, list_conversions
from pledgebook.reconcile.fields import choose_fields
from pledgebook.reconcile.grouping import Group
from pledgebook.reconcile.likeness import origins_among
from pledgebook.reconcile.links import Setting
from pledgebook.reconcile.tellings import V

MOST_LINKS: Final = 60


def settle_commitment(group: Group, setting: Setting, origins: Mapping[str, str], beside: Beside) -> Commitment:
    """Return the commitment that a group of tellings tells of; its place among wholes and parts comes later.

    Args:
        group: The tellings, the first report's first.
        setting: Stories, days, rates and rulings.
        origins: The origin of each document.
        beside: What else their sentences tell of.
    """
    decided = setting.rulings.on(group.mentions)
    dated = date_by_summit(choose_fields(group.tellings, origins), group, beside.gatherings, setting)
    chosen = _with_first_day(name_deal(dated, group, beside), group, setting)
    choices = apply_decisions(chosen, [d for d in decided if d.verb is Verb.SET])
    told = Told(choices)
    amount = told.one("amount", Money)
    equivalents = gather_equivalents(amount, group.tellings)
    announced = told.one("announced", Period)
    documents = group.documents
    return Commitment(
        id=content_id("c", group.anchor),
        mentions=group.mentions,
        documents=documents,
        origins=origins_among(documents, origins),
        stories=tuple(sorted({setting.stories.get(document, document) for document in documents})),
        providers=told.all("provider", Party),
        recipients=told.all("recipient", Party),
        amount=amount,
        stage=Stage(told.word("stage", Stage.PLEDGED)),
        novelty=Novelty(told.word("novelty", Novelty.NEW)),
        aid_type=AidType(told.word("aid_type", AidType.OTHER)),
        equivalents=equivalents,
        items=told.all("item", Item),
        channels=told.all("channel", Party),
        mechanism=told.word("mechanism"),
        instrument=told.word("instrument"),
        purpose=told.word("purpose"),
        announced=announced,
        delivery=told.one("delivery", Period),
        choices=choices,
        links=(*group.links[:MOST_LINKS], *group.apart),
        conversions=list_conversions(amount, equivalents, rate_day(group, announced, setting), setting.rates),
        status=stand_of(decided),
        general_type=told.word("general_type"),
    )


def _with_first_day(choices: Sequence[Choice], group: Group, setting: Setting) -> tuple[Choice, ...]:
    """Return the choices, new money that no report dates as announced on the day of its first report or story."""
    told = Told(choices)
    first = min((day for telling in group.tellings if (day := setting.day_of(telling)) is not None), default=None)
    if first is None or told.one("announced", Period) or told.word("novelty") not in FRESH:
        return tuple(choices)
    because = "no report dates it; this is the day of the first report of it, or of the event it reports"
    announced = Period(first, first, Precision.DAY)
    return (*choices, Choice("announced", (announced,), "first-report", because, (group.anchor,)))


def rate_day(group: Group, announced: Period | None, setting: Setting) -> dt.date | None:
    """Return the day a commitment is converted at: its first report's or story's, else its announcement's end."""
    days = [day for telling in group.tellings if (day := setting.day_of(telling)) is not None]
    return min(days) if days else (announced.end if announced else None)


def stand_of(decisions: Iterable[Decision]) -> str:
    """Return what people said of an entry: "accepted", "rejected" by the last word, else "proposed"."""
    words = [d.verb for d in decisions if d.verb in {Verb.ACCEPT, Verb.REJECT}]
    return {Verb.ACCEPT: "accepted", Verb.REJECT: "rejected"}[words[-1]] if words else "proposed"


class Told:
    """The chosen values of an entry, by field and in the shape each field has."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._values = {choice.field: choice.values for choice in choices}

    def all(self, field: str, shape: type[V]) -> tuple[V, ...]:
        """Return the values of a field that holds several."""
        return tuple(value for value in self._values.get(field, ()) if isinstance(value, shape))

    def one(self, field: str, shape: type[V]) -> V | None:
        """Return the value of a field that holds one, None if nothing is told."""
        found = self.all(field, shape)
        return found[0] if found else None

    def word(self, field: str, otherwise: str = "") -> str:
        """Return the word of a field, else another."""
        found = self.one(field, Text)
        return found.value if found else otherwise
