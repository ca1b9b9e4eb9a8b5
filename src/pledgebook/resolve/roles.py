"""Weigh who gives, who gets and through whom, from the witnesses' claims in a mention's parts."""

from collections.abc import Iterator, Mapping

from pledgebook.model.naming import Named, Surface
from pledgebook.model.records import Mention, Part, Span
from pledgebook.model.values import Party, PartyKind
from pledgebook.resolve.parties import read_party
from pledgebook.resolve.weighing import Choice, Voice, choose

Names = Mapping[tuple[int, int], Named]
Parties = tuple[Party, ...]

WEIGHTS = {
    "subject in the tree": 2.6,
    "subject in order": 2.0,
    "agent": 4.0,
    "possessor": 2.4,
    "source": 2.2,
    "object": 3.0,
    "to after": 2.6,
    "for after": 2.4,
    "in after": 1.4,
    "about after": 1.0,
    "named after": 0.7,
    "to before": 1.8,
    "named before": 0.3,
    "through": 1.0,
}
"""How much each witness's word counts; from reading which of them was right where they differed."""

PLACES = {"title": 0.35, "lead-in": 0.5, "lead": 0.25}
"""How much of its weight a witness keeps when it speaks from another sentence."""

_ORGANISATIONS = frozenset({PartyKind.ORGANISATION, PartyKind.FUND, PartyKind.COMPANY})
_UNKNOWN = 0.5
_COUNTRY_ENOUGH = 0.65  # weight at which a country named beside an organisation is who the sum is for


def _weight(part: Part) -> float:
    place, _, rule = part.rule.rpartition(": ")
    return WEIGHTS.get(rule, 0.5) * (PLACES.get(place, 1.0) if place else 1.0)


def _claims(mention: Mention, role: str) -> Iterator[tuple[Part, ...]]:
    """Yield the parts of each claim together: one witness, one run of joined names."""
    held = list[Part]()
    for part in mention.parts:
        if part.role != role:
            continue
        if held and (held[-1].rule, held[-1].group) != (part.rule, part.group):
            yield tuple(held)
            held = []
        held.append(part)
    if held:
        yield tuple(held)


def _read(parts: tuple[Part, ...], names: Names, role: str) -> Parties:
    """Return the parties a claim names, each once, in order."""
    found = dict[str, Party]()
    for part in parts:
        named = names.get((part.span.start, part.span.end))
        if named is None or named.kind is Surface.PRONOUN or (named.place and (role == "provider" or named.kind is Surface.CAPITAL)):
            continue
        party = read_party(named)
        if party.kind is PartyKind.PERSON or (named.kind in (Surface.OFFICE, Surface.HOLDER) and not named.acts_for):
            continue
        found.setdefault(party.code or party.name.casefold(), party)
    return tuple(found.values())


def _is_known(parties: Parties) -> bool:
    return all(party.code for party in parties)


def voices(mention: Mention, names: Names, role: str) -> Iterator[Voice[Parties]]:
    """Yield each witness's word for one role."""
    for parts in _claims(mention, role):
        parties = _read(parts, names, role)
        if parties:
            weight = _weight(parts[0]) * (1.0 if _is_known(parties) else _UNKNOWN)
            span = Span(parts[0].span.start, parts[0].span.end, parts[0].span.quote)
            yield Voice(parties, parts[0].rule, weight, span)


def _without(told: Iterator[Voice[Parties]], gone: Parties) -> Iterator[Voice[Parties]]:
    """Leave out the parties that already play another role."""
    codes = {party.code or party.name for party in gone}
    for voice in told:
        left = tuple(party for party in voice.value if (party.code or party.name) not in codes)
        if left:
            yield Voice(left, voice.rule, voice.weight, voice.span)


def label(parties: Parties) -> str:
    """Return parties in words."""
    return ", ".join(party.name for party in parties)


def _choose(told: Iterator[Voice[Parties]]) -> Choice[Parties] | None:
    held = tuple(told)
    return choose(held, {voice.value: label(voice.value) for voice in held})


def read_provider(mention: Mention, names: Names) -> Choice[Parties] | None:
    """Return who gives; a party that is more firmly named as the receiver does not."""
    receivers = {}
    for voice in voices(mention, names, "recipient"):
        if voice.rule in ("object", "to after"):
            receivers[voice.value] = voice.weight
    told = [v for v in voices(mention, names, "provider") if receivers.get(v.value, 0.0) <= v.weight]
    return _choose(iter(told))


def read_recipient(mention: Mention, names: Names, providers: Parties) -> Choice[Parties] | None:
    """Return who gets: countries and regions before the organisations that the sum goes through."""
    told = tuple(_without(voices(mention, names, "recipient"), providers))
    lands = tuple(v for v in told if not any(party.kind in _ORGANISATIONS for party in v.value))
    best = _choose(iter(lands))
    if best and best.weight >= _COUNTRY_ENOUGH:
        return best
    return _choose(iter(told))


def read_channels(mention: Mention, names: Names, taken: Parties) -> Iterator[Voice[Parties]]:
    """Yield through whom the sum goes: what is said so, and organisations passed over as receivers."""
    yield from _without(voices(mention, names, "channel"), taken)
    for voice in _without(voices(mention, names, "recipient"), taken):
        if voice.rule in ("to after", "object") and all(party.kind in _ORGANISATIONS for party in voice.value):
            yield voice
