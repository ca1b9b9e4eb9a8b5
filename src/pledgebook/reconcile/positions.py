"""Which reports tell of the same stand of the same actor, and how it is worded together."""

from collections.abc import Mapping, Sequence
from typing import Final

from pledgebook.model.ledger import Position
from pledgebook.model.records import Verb, content_id
from pledgebook.model.values import Party, PartyKind, Stance
from pledgebook.reconcile.commitments import Told, stand_of
from pledgebook.reconcile.consensus import apply_decisions, choose_wording
from pledgebook.reconcile.likeness import Deed, gather_deeds, origins_among
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.tellings import Telling, content_words, party_keys, values_of, word_of

FIELDS: Final = ("actor", "stance", "on", "condition", "speaker")
_EMPTY: Final = frozenset({"that", "any", "should", "would", "be", "not", "possib", "potent", "idea", "option"})


def settle_positions(tellings: Sequence[Telling], rulings: Rulings, origins: Mapping[str, str]) -> tuple[Position, ...]:
    """Return the positions that the reports of one story tell of, sorted by id."""
    told = [telling for telling in tellings if party_keys(values_of(telling.statements, "actor", Party))]
    deeds = gather_deeds(told, judge_positions, rulings)
    return tuple(sorted((_settle(deed, rulings, origins) for deed in deeds), key=lambda position: position.id))


def judge_positions(left: Telling, right: Telling) -> float:
    """Return how alike two tellings of a stand are: one actor, one stance, overlapping words for what it is on."""
    actors = [party_keys(values_of(one.statements, "actor", Party)) for one in (left, right)]
    stances = [word_of(one.statements, "stance") for one in (left, right)]
    if actors[0] != actors[1] or stances[0] != stances[1]:
        return -5.0
    ours, theirs = (_on_words(telling) for telling in (left, right))
    if not ours or not theirs:
        return 0.0
    return round(2.0 * len(ours & theirs) / min(len(ours), len(theirs)), 6)


def _on_words(telling: Telling) -> set[str]:
    return set(content_words(word_of(telling.statements, "on"))) - _EMPTY


def _settle(deed: Deed, rulings: Rulings, origins: Mapping[str, str]) -> Position:
    decided = rulings.on(deed.mentions)
    choices = (choose_wording(field, deed.tellings, origins) for field in FIELDS)
    settled = apply_decisions((c for c in choices if c is not None), [d for d in decided if d.verb is Verb.SET])
    told = Told(settled)
    return Position(
        id=content_id("p", deed.anchor),
        mentions=deed.mentions,
        documents=deed.documents,
        origins=origins_among(deed.documents, origins),
        actor=told.one("actor", Party) or Party("unknown", kind=PartyKind.GROUP),
        stance=Stance(told.word("stance", Stance.OTHER)),
        on=told.word("on"),
        condition=told.word("condition"),
        speaker=told.word("speaker"),
        choices=settled,
        stood=stand_of(decided),
    )
