"""Weigh who gives, who gets and through whom, from the witnesses' claims in a mention's parts."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from pledgebook.model.currencies import load_currencies
from pledgebook.model.naming import Named, Surface
from pledgebook.model.records import Document, Mention, Part, Section
from pledgebook.model.reference import aliases, parties
from pledgebook.model.values import Party, PartyKind
from pledgebook.resolve.mechanisms import party_voice, read_mechanism
from pledgebook.resolve.money import read_currency
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
    "author": 2.6,
    "funder": 5.0,
    "labelled": 6.0,
    "row of a list": 5.5,
    "received from": 5.5,
    "pledges of many": 2.5,
    "a meeting pledges": 5.0,
    "subject beside": 5.0,
    "object": 3.0,
    "to after": 2.6,
    "for after": 2.4,
    "in after": 1.4,
    "about after": 1.0,
    "named after": 0.6,
    "aside": 0.25,
    "to before": 1.8,
    "named before": 0.3,
    "through": 1.0,
}
"""How much each witness's word counts; from reading which of them was right where they differed."""

PLACES = {"title": 0.35, "lead-in": 0.5, "previous": 0.24, "next": 0.6}
"""How much of its weight a witness keeps when it speaks from another sentence."""

_GENERIC = re.compile(
    r"\b(?:Committees?|Councils?|Ministry|Ministries|Ministers?|Cabinet|Government|Parliament|Senate|Assembly"
    r"|Department|Directorate|Chancellor|Secretary"
    r"|Administration|Treasury|Rada|Bundestag|Congress|Ambassador|Embassy)\b"
)
"""What names a state's own body without saying whose: the report tells elsewhere."""

_OFFICIALS = frozenset({Surface.HOLDER, Surface.OFFICE, Surface.MINISTRY, Surface.PRONOUN, Surface.CAPITAL})
_IS_GROUP = re.compile(r"\b(?:countries|states|nations)\b")
_TOWARDS = re.compile(
    r"\b(?:to|for|in|across|throughout|support(?:ing)?|help(?:ing)?|assist(?:ing)?)\s+(?:the\s+|some\s+|many\s+|\d+\s+)?$"
)
_IN_NEED = re.compile(
    r"\b(?:refugees?|displaced|NGOs?|civil society|people|women|children|farmers|communities|victims)\b"
)
_NO_GIVER = re.compile(
    r"\b(?:NGOs?|refugees?|organi[sz]ations|developing|low-|least developed|vulnerable|fragile|partner countries"
    r"|civilians|people|neighbou?ring|private sector)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:['\u2019]s\s+)?(?:[\w-]+\s+){0,2}?(?:invasion|aggression|war|summit|conference|meeting|forum)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:to|for|in|with|of|from|against|on|by)\s+(?:the\s+)?$", re.IGNORECASE)
_COMMON = frozenset({"USD", "EUR"})  # money that many use

_OF_MANY = frozenset({"pledges of many", "a meeting pledges"})
_DONORS = Party("donors", "", PartyKind.GROUP)
_ORGANISATIONS = frozenset({PartyKind.ORGANISATION, PartyKind.FUND, PartyKind.COMPANY})
_UNKNOWN = 0.5
_DESCRIBING = 0.6  # an adjective ("Ukrainian grain") names a receiver less surely than a name
STRONG = 1.3  # weight from which a witness's word counts for what the report as a whole speaks of
_SPEAKER = 300  # characters in which a speech says who holds it
_FIRM = 3.0  # weight from which even the report's usual receiver is taken for a giver
PRIOR = 0.9  # weight of what the report as a whole speaks of; less than any firm word of the sentence
_NAMED = 0.6  # weight of the country a report names most; less than any word of a sentence
_HANDLES = 0.8  # weight at which who handles a sum counts as who gets it, where nobody else is named
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


@cache
def _owners() -> Mapping[str, str]:
    """Return the codes of countries by their adjectives and names, for bodies that begin with one."""
    return {alias.words: alias.code for alias in aliases() if alias.surface in (Surface.ADJECTIVE, Surface.COUNTRY)}


def _read_named(named: Named) -> Party | None:
    """Return the party a name stands for; a state's body without a country of its own is nobody yet."""
    party = read_party(named)
    if party.kind is PartyKind.PERSON or (named.kind in (Surface.OFFICE, Surface.HOLDER) and not named.acts_for):
        return None
    if party.code or not _GENERIC.search(party.name):
        return party
    owner = parties().get(_owners().get(party.name.split()[0], ""))
    return Party(owner.name, owner.code, owner.kind) if owner else None


def _read(parts: tuple[Part, ...], names: Names, role: str) -> Parties:
    """Return the parties a claim names, each once, in order; what no table knows gives way to what one does."""
    found = dict[str, Party]()
    for part in parts:
        named = names.get((part.span.start, part.span.end))
        if (
            named is None
            or named.kind is Surface.PRONOUN
            or (role == "recipient" and named.kind in (Surface.HOLDER, Surface.OFFICE))
            or (named.place and (role == "provider" or named.kind is Surface.CAPITAL))
        ):
            continue
        party = _read_named(named)
        if party and not (role == "provider" and party.kind is PartyKind.GROUP and _NO_GIVER.search(party.name)):
            found.setdefault(party.code or party.name.casefold(), party)
    return tuple(found.values())


def _is_known(parties: Parties) -> bool:
    return all(party.code for party in parties)


def _describes(names: Names, part: Part) -> bool:
    named = names.get((part.span.start, part.span.end))
    return named is not None and named.kind is Surface.ADJECTIVE


def voices(mention: Mention, names: Names, role: str) -> Iterator[Voice[Parties]]:
    """Yield each witness's word for one role; of two that take the same words for a receiver the firmer is heard."""
    heard = dict[tuple[int, ...], Voice[Parties]]()
    for number, parts in enumerate(_claims(mention, role)):
        if parts[0].rule in _OF_MANY:
            heard[number,] = Voice((_DONORS,), parts[0].rule, _weight(parts[0]), parts[0].span)
            continue
        parties = _read(parts, names, role)
        if not parties:
            continue
        weight = _weight(parts[0]) * (1.0 if _is_known(parties) else _UNKNOWN)
        if role == "provider" and all(party.kind is PartyKind.GROUP and not party.code for party in parties):
            weight *= _UNKNOWN
        if role == "recipient" and all(_describes(names, part) for part in parts):
            weight *= _DESCRIBING
        key = tuple(part.span.start for part in parts) if role == "recipient" else (number,)
        if key not in heard or heard[key].weight < weight:
            heard[key] = Voice(parties, parts[0].rule, weight, parts[0].span)
    yield from heard.values()


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


class Prior(Struct, frozen=True):
    """Whom the report as a whole speaks of in one role, how much that counts, and why."""

    parties: Parties
    weight: float
    reason: str

    def voice(self) -> Voice[Parties]:
        """Return the report's own word."""
        return Voice(self.parties, f"document: {self.reason}", self.weight)


def is_land(told: Parties) -> bool:
    """Tell whether all parties are countries, regions or groups of them, not organisations or people in need."""
    return bool(told) and not any(party.kind in _ORGANISATIONS or _IN_NEED.search(party.name) for party in told)


def _is_country(told: Parties) -> bool:
    """Tell whether any of the parties is a country or a region, which go before groups of people."""
    return any(party.kind in (PartyKind.COUNTRY, PartyKind.REGION) for party in told)


def names_somebody(mention: Mention, names: Names, role: str) -> bool:
    """Tell whether a mention's own sentence names anybody in a role firmly enough to be heard."""
    return any(voice.weight >= _COUNTRY_ENOUGH and ": " not in voice.rule for voice in voices(mention, names, role))


def find_prior(mentions: Sequence[Mention], names: Names, role: str) -> Prior | None:
    """Return the parties that most of the report's sums have in a role, if more than half; titles count double."""
    counts, told = Counter[Parties](), 0
    sums = [mention for mention in mentions if mention.role == "amount"]
    for mention in sums or mentions:
        strong = [v for v in voices(mention, names, role) if v.weight >= STRONG and ": " not in v.rule]
        lands = [v for v in strong if role == "recipient" and _is_country(v.value)]
        best = _choose(iter(lands or strong))
        if best:
            share = 2 if mention.section is Section.TITLE else 1
            counts[best.value] += share
            told += share
    title = _choose(v for mention in mentions[:1] for v in voices(mention, names, role) if v.rule.startswith("title: "))
    if title:
        counts[title.value] += 2
        told += 2
    if not counts:
        return None
    best_parties, count = max(counts.items(), key=lambda item: item[1])
    if count * 2 <= told:
        return None
    return Prior(best_parties, PRIOR, "most of its sums")


def find_named_prior(document: Document, names: Names, gone: Parties) -> Prior | None:
    """Return the country that the report names most as one that acts; the opening counts double."""
    counts = Counter[str]()
    codes = {party.code for party in gone}
    first = min((start for start, _ in names), default=0)
    for (start, _), named in names.items():
        entry = parties().get(named.acts_for)
        if (
            entry is None
            or entry.code in codes
            or named.place
            or not (entry.kind is PartyKind.COUNTRY or entry.code == "EU")
        ):
            continue
        if not _ASIDE.search(document.text, max(0, start - 16), start) and not _AFTER.match(
            document.text, named.span.end
        ):
            speaks = named.kind in (Surface.HOLDER, Surface.OFFICE, Surface.MINISTRY) and start < _SPEAKER
            counts[entry.code] += 5 if speaks else 2 if start == first else 1
    if not counts:
        return None
    entry = parties()[max(counts, key=lambda one: counts[one])]
    return Prior((Party(entry.name, entry.code, entry.kind),), _NAMED, "the country it names most")


def find_topic_prior(document: Document, names: Names, givers: Parties) -> Prior | None:
    """Return the land or group of lands that a report names most behind "in", "for" or "to", other than who gives."""
    counts = Counter[Party]()
    codes = {party.code for party in givers}
    for (start, _), named in sorted(names.items()):
        party = _read_named(named) if named.kind not in _OFFICIALS else None
        helped = (
            party and party.code and party.code not in codes and (_is_country((party,)) or _IS_GROUP.search(party.name))
        )
        if party and helped and _TOWARDS.search(document.text, max(0, start - 40), start):
            counts[party] += 1
    best = counts.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return Prior((best[0][0],), _COUNTRY_ENOUGH, "the land its help is told to go to")


def find_money_prior(mention: Mention) -> Prior | None:
    """Return the country whose own money the sum is in, unless that money is used by many."""
    quotes = [part.span.quote for part in mention.parts if part.role == "currency" and part.group == 0]
    codes, _ = read_currency(quotes)
    homes = load_currencies()[codes[0]].homes if len(codes) == 1 and codes[0] not in _COMMON else ()
    entry = parties().get(homes[0]) if homes else None
    return Prior((Party(entry.name, entry.code, entry.kind),), _NAMED, "whose money the sum is in") if entry else None


def read_provider(
    mention: Mention, names: Names, prior: Prior | None, receiver: Prior | None
) -> Choice[Parties] | None:
    """Return who gives; a party that is more firmly named as the receiver does not."""
    receivers = {v.value: v.weight for v in voices(mention, names, "recipient") if v.rule in ("object", "to after")}
    told = [v for v in voices(mention, names, "provider") if receivers.get(v.value, 0.0) <= v.weight]
    told = [_complete(v, told) for v in told if prior is None or not v.rule.startswith("title: ")]
    if receiver and not (prior and prior.parties == receiver.parties):
        told = [v for v in told if v.value != receiver.parties or v.weight >= _FIRM]
    payer = _of_programme(mention, "provider")
    if payer:  # a programme pays with its owner's money
        told = [v for v in told if v.span != payer.span]
        told.append(payer)
    own_money = find_money_prior(mention)
    if own_money:
        told = [_doubt_ministry(voice, names, own_money) for voice in told]
    return _choose(iter([*told, prior.voice()] if prior else told))


def _complete(voice: Voice[Parties], told: Sequence[Voice[Parties]]) -> Voice[Parties]:
    """Let a witness that heard only some members of a list speak for the whole list that another read out."""
    whole = next((v for v in told if v.rule == "subject in order" and set(voice.value) < set(v.value)), None)
    return Voice(whole.value, voice.rule, voice.weight, voice.span) if whole and ": " not in voice.rule else voice


def _doubt_ministry(voice: Voice[Parties], names: Names, own_money: Prior) -> Voice[Parties]:
    """Weaken a ministry without a country in its name where the sum is in another country's money."""
    named = names.get((voice.span.start, voice.span.end)) if voice.span else None
    country = voice.value[0].name if voice.value else ""
    doubted = named is not None and named.kind in (Surface.MINISTRY, Surface.OFFICE) and country not in named.span.quote
    if not doubted or voice.value == own_money.parties:
        return voice
    return Voice(own_money.parties, f"document: {own_money.reason}", voice.weight, voice.span)


def _of_programme(mention: Mention, role: str) -> Voice[Parties] | None:
    """Return what the programme that the sum flows through says of who gives or gets."""
    found = read_mechanism(mention)
    return party_voice(*found, found[0].provider if role == "provider" else found[0].recipient) if found else None


def read_recipient(mention: Mention, names: Names, providers: Parties, prior: Prior | None) -> Choice[Parties] | None:
    """Return who gets: countries and regions before groups, those before the organisations the sum goes through."""
    own = tuple(v for v in voices(mention, names, "recipient") if not v.rule.startswith("title: "))
    own += tuple(
        Voice(v.value, v.rule, _HANDLES, v.span) for v in voices(mention, names, "channel") if ": " not in v.rule
    )
    own = tuple(_without(iter(own), providers))
    if any(": " not in voice.rule and voice.weight >= _COUNTRY_ENOUGH for voice in own):
        own = tuple(voice for voice in own if not voice.rule.startswith(("next: ", "lead-in: ")))
    programme = _of_programme(mention, "recipient")
    report = (*((programme,) if programme else ()), *((prior.voice(),) if prior else ()))
    told = (*own, *_without(iter(report), providers))
    for among in (_is_country, is_land):
        best = _choose(v for v in told if among(v.value))
        if best and best.weight >= _COUNTRY_ENOUGH:
            return best
    return _choose(v for v in told if v.weight >= _COUNTRY_ENOUGH)


def read_channels(mention: Mention, names: Names, taken: Parties) -> Iterator[Voice[Parties]]:
    """Yield through whom the sum goes: what is said so, and organisations passed over as receivers."""
    yield from _without(voices(mention, names, "channel"), taken)
    for voice in _without(voices(mention, names, "recipient"), taken):
        if voice.rule in ("to after", "object") and all(party.kind in _ORGANISATIONS for party in voice.value):
            yield voice
