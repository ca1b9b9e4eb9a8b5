"""Which reports tell of the same agreement, and what they say of it together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from msgspec import Struct

from pledgebook.model.ledger import Agreement, Choice
from pledgebook.model.records import Verb, content_id
from pledgebook.model.values import Money, Party, Period, Text
from pledgebook.reconcile.commitments import Told, stand_of
from pledgebook.reconcile.consensus import Said, apply_decisions, choose, gather_values
from pledgebook.reconcile.likeness import Deed, gather_deeds, origins_among
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.tellings import Telling, content_words, party_keys, values_of, word_of

GENERAL: Final = frozenset({"agreement", "other", "accord", ""})
_EMPTY: Final = frozenset(
    {"agreem", "accord", "letter", "intent", "memora", "unders", "partne", "action", "plan", "signed"}
)
FIELDS: Final = ("party", "type", "subject", "status", "date", "amount")
JOIN_AT: Final = 0.75
_ORDER: Final = {"planned": 0, "existing": 1, "signed": 2}


def settle_agreements(
    tellings: Sequence[Telling], rulings: Rulings, origins: Mapping[str, str]
) -> tuple[Agreement, ...]:
    """Return the agreements that the reports of one story tell of, sorted by id."""
    beside = Company(find_single(tellings), find_nested(tellings))
    deeds = gather_deeds(tellings, lambda left, right: judge_agreements(left, right, beside), rulings, JOIN_AT)
    return tuple(sorted((_settle(deed, rulings, origins) for deed in deeds), key=lambda agreement: agreement.id))


class Company(Struct, frozen=True):
    """What stands beside the tellings of a story: which are their report's only one, which speak of another one.

    `nested` holds, by telling, the words of the agreements that stand within its own words ("a plan carrying out last
    year's accord").
    """

    single: AbstractSet[str] = frozenset()
    nested: Mapping[str, AbstractSet[str]] = {}


def find_nested(tellings: Sequence[Telling]) -> Mapping[str, AbstractSet[str]]:
    """Return, for each telling whose words hold another agreement's, the telling words of that other one."""
    found: dict[str, frozenset[str]] = {}
    for outer in tellings:
        inner = [one.mention.span.quote for one in tellings if _holds(outer, one)]
        if inner:
            found[outer.id] = frozenset(content_words(" ".join(inner)))
    return found


def _holds(outer: Telling, inner: Telling) -> bool:
    """Tell whether the words of one telling stand within those of another, and are not all of them."""
    one, other = outer.mention, inner.mention
    within = one.span.start <= other.span.start and other.span.end <= one.span.end
    return (
        one.document == other.document
        and within
        and (one.span.start, one.span.end)
        != (
            other.span.start,
            other.span.end,
        )
    )


def find_single(tellings: Sequence[Telling]) -> frozenset[str]:
    """Return the tellings that are their report's only one of an agreement between their parties."""
    counts = Counter((telling.document, _parties(telling)) for telling in tellings)
    return frozenset(t.id for t in tellings if len(_parties(t)) > 1 and counts[t.document, _parties(t)] == 1)


def _parties(telling: Telling) -> tuple[str, ...]:
    """Return the keys of who is bound; an agency whose state stands beside it counts as the state."""
    told = tuple(values_of(telling.statements, "party", Party))
    codes = {party.code for party in told}
    return party_keys([party for party in told if not (party.of and party.of in codes)])


def judge_agreements(left: Telling, right: Telling, beside: Company) -> float:
    """Return how alike two tellings of an agreement are; below zero they are two agreements."""
    ours, theirs = _parties(left), _parties(right)
    if ours and theirs and not set(ours) & set(theirs):
        return -5.0
    if len(ours) > 1 and len(theirs) > 1 and ours != theirs:
        return -5.0
    if _listed(left, right) or _holds(left, right) or _holds(right, left):
        return -5.0
    score = 1.0 if ours and ours == theirs else 0.4
    score += 0.6 if left.id in beside.single and right.id in beside.single else 0.0
    return round(score + _types(left, right) + _subjects(left, right, beside.nested) + _status(left, right), 6)


def _listed(left: Telling, right: Telling) -> bool:
    """Tell whether one sentence tells of both: "an agreement on X and a plan for Y", "a plan under the accord"."""
    one, other = left.mention, right.mention
    return one.document == other.document and one.sentence == other.sentence and one.span != other.span


def _types(left: Telling, right: Telling) -> float:
    one, other = word_of(left.statements, "type"), word_of(right.statements, "type")
    if one == other:
        return 0.3
    return 0.0 if {one, other} & GENERAL else -0.3


def _subjects(left: Telling, right: Telling, nested: Mapping[str, AbstractSet[str]]) -> float:
    one, other = (_subject_words(telling) - nested.get(telling.id, frozenset()) for telling in (left, right))
    if not one or not other:
        return -0.1
    return len(one & other) / min(len(one), len(other)) - 0.5 if one & other else -0.8


def _subject_words(telling: Telling) -> set[str]:
    """Return what an agreement is on, without the words for agreements and the parties' own names."""
    told = f"{word_of(telling.statements, 'subject')} {telling.mention.span.quote}"
    names = " ".join(party.name for party in values_of(telling.statements, "party", Party))
    named = {word[:4] for word in content_words(names)}
    return {word for word in content_words(told) if word not in _EMPTY and word[:4] not in named}


def _status(left: Telling, right: Telling) -> float:
    one, other = word_of(left.statements, "status"), word_of(right.statements, "status")
    if {one, other} == {"existing", "signed"}:
        return -0.3
    return -0.2 if one != other and one and other else 0.0


def _settle(deed: Deed, rulings: Rulings, origins: Mapping[str, str]) -> Agreement:
    decided = rulings.on(deed.mentions)
    choices = (_choose(field, deed, origins) for field in FIELDS)
    settled = apply_decisions((c for c in choices if c is not None), [d for d in decided if d.verb is Verb.SET])
    told = Told(settled)
    return Agreement(
        id=content_id("a", deed.anchor),
        mentions=deed.mentions,
        documents=deed.documents,
        origins=origins_among(deed.documents, origins),
        parties=told.all("party", Party),
        type=told.word("type", "agreement"),
        subject=told.word("subject"),
        status=told.word("status"),
        date=told.one("date", Period),
        amount=told.one("amount", Money),
        choices=settled,
        stood=stand_of(decided),
    )


def _choose(field: str, deed: Deed, origins: Mapping[str, str]) -> Choice | None:
    said = gather_values(deed.tellings, field, origins)
    return choose(field, said, prefer=_PREFER.get(field), cause=lambda *_: field)


def _special_first(one: Said) -> tuple[float, ...]:
    """Prefer a type that says more than "agreement" ("letter of intent"), then weight."""
    value = one.values[0]
    return (0.0 if isinstance(value, Text) and value.value in GENERAL else 1.0, one.weight)


def _fullest(one: Said) -> tuple[float, ...]:
    return (min(len(one.values), 2), one.weight, len(one.key))


def _furthest(one: Said) -> tuple[float, ...]:
    value = one.values[0]
    return (one.weight, _ORDER.get(value.value, -1) if isinstance(value, Text) else -1)


_PREFER: Final = {
    "type": _special_first,
    "party": _fullest,
    "status": _furthest,
    "subject": lambda one: (one.weight, len(one.key)),
}
