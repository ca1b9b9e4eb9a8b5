"""What each witness says of who gives and who gets: claims in a mention's parts become votes for parties."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pledgebook.model.currencies import load_currencies
from pledgebook.model.naming import RED_CROSS, Named, Surface
from pledgebook.model.records import Mention, Part
from pledgebook.model.reference import aliases, parties, word_list
from pledgebook.model.values import Party, PartyKind
from pledgebook.resolve.currency import read_currency
from pledgebook.resolve.parties import read_party
from pledgebook.resolve.weighing import Choice, Voice, choose

Cast = Mapping[tuple[int, int], tuple[Named, ...]]
"""Whom each name of a report stands for, by its bounds; words that point ("both countries") for what they point at."""

Parties = tuple[Party, ...]

WEIGHTS = {
    "subject in the tree": 2.6,
    "subject in order": 2.0,
    "agent": 4.0,
    "thanked": 3.2,
    "thanks": 1.6,
    "approver": 0.2,
    "possessor": 2.4,
    "source": 2.2,
    "author": 2.6,
    "funder": 7.0,
    "whose money": 3.2,
    "labelled": 6.0,
    "row of a list": 5.5,
    "received from": 5.5,
    "pledges of many": 2.5,
    "a meeting pledges": 5.0,
    "subject beside": 5.0,
    "owner told": 4.8,
    "object": 3.0,
    "to after": 2.6,
    "for after": 2.4,
    "in after": 1.4,
    "in before": 1.0,
    "headed": 2.0,
    "sender": 2.6,
    "signatory": 6.5,
    "about after": 1.0,
    "example after": 0.8,
    "fled after": 0.7,
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

_HOME = re.compile(
    r"(?:the )?(?:National|State|Federal|Central|Provincial|District|County|Local|Municipal|Health|Royal)\b"
)
_PLAN = re.compile(
    r"\b(?:Programme|Program|Project|Initiative|Plan|Strategy|Training)\b|^(?:the )?(?:Multi-Donor )?Trust Fund$"
)
_IN_NEED = re.compile(
    r"\b(?:refugees?|displaced|NGOs?|civil society|people|women|children|farmers|communities|victims)\b"
)
_NO_GIVER = re.compile(
    r"\b(?:NGOs?|refugees?|organi[sz]ations|developing|low-|least developed|vulnerable|fragile|partner countries"
    r"|civilians|people|neighbou?ring|private sector)\b",
    re.IGNORECASE,
)
_ANY_STATES = re.compile(
    r"(?:various|several|many|numerous|different|dozens of) (?:donor )?(?:countries|nations|states|governments"
    r"|lenders)",
    re.IGNORECASE,
)
_ROWS = frozenset({"row of a list", "labelled"})
_REFUGEES = re.compile(r"\b(?:refugees?|migrants?|asylum seekers|returnees)\b")
_FLED = 0.4
_WIDE = 0.8  # a region that a sentence opens with is less surely where its help goes than a country
_SOURCES = frozenset({"source", "author"})
_POT = 0.33  # what is left for a fund that money comes from, where somebody is said to give it
_UNKNOWN_POT = 0.42  # one that no table knows counts for half already
_LOOSE = frozenset({"about after", "example after", "named after", "named before", "in after", "in before", "aside"})
"""What does not make a receiver of a union that hardly ever gets."""
_LENDER = re.compile(r"\bBank\b|\bFund\b|\bEBRD\b|European Union|\bFacility\b|Foundation\b")
_MEMBERS = "member countries"
_SIGNED = "signatory"
_SURE = frozenset({"whose money", "thanks"})
"""What names no place even behind "in" ("5 million in US aid"), and officials who stand for their land."""
_PAIR = 2
_COMMON = frozenset({"USD", "EUR"})  # money that many use
_OF_MANY = frozenset({"pledges of many", "a meeting pledges"})
_DONORS = Party("donors", "", PartyKind.GROUP)
ORGANISATIONS = frozenset({PartyKind.ORGANISATION, PartyKind.FUND, PartyKind.COMPANY})
_UNKNOWN = 0.5
_DESCRIBING = 0.7  # an adjective ("Ukrainian grain") names a receiver less surely than a name
STRONG = 1.3  # weight from which a witness's word counts for what the report as a whole speaks of
COUNTRY_ENOUGH = 0.65  # weight at which a country named beside an organisation is who the sum is for


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


def read_named_party(named: Named) -> Party | None:
    """Return the party a name stands for; a state's body without a country of its own is nobody yet."""
    party = read_party(named)
    if party.kind is PartyKind.PERSON or (named.kind in (Surface.OFFICE, Surface.HOLDER) and not named.acts_for):
        return None
    if party.code or not _GENERIC.search(party.name):
        return party
    owner = parties().get(_owners().get(party.name.split()[0], ""))
    return owner.party if owner else None


def _read(parts: tuple[Part, ...], cast: Cast, role: str) -> Parties:
    """Return the parties a claim names, each once, in order; what no table knows gives way to what one does."""
    found = dict[str, Party]()
    for part in parts:
        for named in cast.get((part.span.start, part.span.end), ()):
            plays = part.rule in _SURE or _can_play(named, role)
            party = read_named_party(named) if plays else None
            party = _land_of(party) if party and party != _DONORS and role == "recipient" else party
            if party and role == "provider" and _ANY_STATES.fullmatch(party.name):
                party = _DONORS
            if party == _DONORS and role == "recipient":  # all who give are nobody who gets
                continue
            if party and not (role == "provider" and party.kind is PartyKind.GROUP and _NO_GIVER.search(party.name)):
                found.setdefault(party.code or party.name.casefold(), party)
    if "EU" in found:  # "the European Union and its member states" are one giver
        found.pop(_MEMBERS, None)
    return tuple(found.values())


def _land_of(body: Party) -> Party:
    """Return the land whose own society, bank or board a receiver is by its name; others stay themselves."""
    if body.kind is not PartyKind.ORGANISATION or (body.code and not RED_CROSS.search(body.name)):
        return body
    words = body.name.split()
    ends = (" ".join(words[:2]), words[0], " ".join(words[-2:]), words[-1])
    owner = parties().get(next((_owners()[end] for end in ends if end in _owners()), ""))
    if owner and owner.code in word_list("donor") and not RED_CROSS.search(body.name):
        return body  # a charity of a donor works elsewhere
    return owner.party if owner and owner.kind is PartyKind.COUNTRY else body


def is_home_body(told: Parties) -> bool:
    """Tell whether the parties are bodies that every state has, named without the state: a national authority."""
    return all(
        party.kind in ORGANISATIONS and (_HOME.match(party.name) or (not party.code and _PLAN.search(party.name)))
        for party in told
    )


def _can_play(named: Named, role: str) -> bool:
    """Tell whether a name can give or get: no word that points at nobody, no person who gets, no mere place."""
    return not (
        named.kind is Surface.PRONOUN
        or (role == "recipient" and named.kind in (Surface.HOLDER, Surface.OFFICE))
        or (named.place and (role == "provider" or named.kind is Surface.CAPITAL))
    )


def home_of(mention: Mention) -> str:
    """Return the code of the country whose own money a sum is in, unless that money is used by many; or ""."""
    quotes = [part.span.quote for part in mention.parts if part.role == "currency" and part.group == 0]
    codes, _ = read_currency(quotes)
    homes = load_currencies()[codes[0]].homes if len(codes) == 1 and codes[0] not in _COMMON else ()
    return homes[0] if homes else ""


def _fled(cast: Cast, part: Part) -> bool:
    """Tell whether words name people who have left their land: help for them goes to where they are."""
    named = cast.get((part.span.start, part.span.end), ())
    return bool(named) and all(one.kind is Surface.PEOPLE and _REFUGEES.search(one.span.quote) for one in named)


def pick_signatories(signed: Parties, role: str, home: str) -> Parties:
    """Return who of those that sign together gives, or who gets: the one whose money it is, or the usual donor, gives.

    Nobody where that does not tell them apart.
    """
    owner = parties().get(home)
    usually = [usually_gives(party) for party in signed]
    gives = [party for party, usual in zip(signed, usually, strict=True) if usual or (home and party.code == home)]
    own = [party for party in gives if home and party.code == home]
    if not gives and owner and home in word_list("donor"):
        gives = [owner.party]
    givers = own if len(own) == 1 and len(gives) <= _PAIR else gives
    alone = len(signed) < _PAIR and givers and givers[0].kind is PartyKind.COUNTRY
    if len(givers) != 1 or (alone and givers[0] in signed):
        return ()
    return tuple(givers) if role == "provider" else tuple(party for party in signed if party not in givers)


def usually_gives(party: Party) -> bool:
    """Tell whether a party that signs is one that usually gives: a bank or a donor country."""
    listed = party.code in word_list("donor") or party.code in word_list("new donor")
    return listed or (party.kind is not PartyKind.COUNTRY and bool(party.code and _LENDER.search(party.name)))


def _is_known(parties: Parties) -> bool:
    return all(party.code for party in parties)


def _describes(cast: Cast, part: Part) -> bool:
    named = cast.get((part.span.start, part.span.end), ())
    return bool(named) and all(one.kind is Surface.ADJECTIVE for one in named)


class Hearing(dict[tuple[int, int], tuple[Named, ...]]):
    """The cast of one report, which keeps what the witnesses of each mention said: many rules ask for it."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[tuple[str, str], tuple[Mention, tuple[Voice[Parties], ...]]] = {}


def voices(mention: Mention, cast: Cast, role: str) -> Iterator[Voice[Parties]]:
    """Yield each witness's word for one role; of two that take the same words for a receiver the firmer is heard."""
    if not isinstance(cast, Hearing):
        return _hear(mention, cast, role)
    kept = cast.said.get((mention.id, role))
    if kept is None or kept[0] is not mention:
        kept = cast.said[mention.id, role] = (mention, tuple(_hear(mention, cast, role)))
    return iter(kept[1])


def _hear(mention: Mention, cast: Cast, role: str) -> Iterator[Voice[Parties]]:
    heard = dict[tuple[int, ...], Voice[Parties]]()
    home = home_of(mention)
    for number, parts in enumerate(_claims(mention, role)):
        parties = _read_claim(parts, cast, role, home)
        if not parties:
            continue
        weight = _weight(parts[0]) * _share(parts, parties, cast, role)
        key = tuple(part.span.start for part in parts) if role == "recipient" else (number,)
        if key not in heard or heard[key].weight < weight:
            heard[key] = Voice(parties, parts[0].rule, weight, parts[0].span)
    yield from heard.values()


def _read_claim(parts: tuple[Part, ...], cast: Cast, role: str, home: str) -> Parties:
    """Return whom one witness means: of all who sign only those who give, or get; of a joint sum the donors."""
    rule = parts[0].rule
    if rule in _OF_MANY:
        return (_DONORS,)
    if rule == _SIGNED:
        return pick_signatories(_read(parts, cast, "provider"), role, home)
    told = _read(parts, cast, role)
    return tuple(p for p in told if p.code != "EU") if role == "recipient" and rule in _LOOSE else told


def _share(parts: tuple[Part, ...], parties: Parties, cast: Cast, role: str) -> float:
    """Return what is left of a witness's weight where those it means are unknown, only described, or have fled."""
    share = 1.0 if _is_known(parties) or parts[0].rule in (_ROWS | _OF_MANY) else _UNKNOWN
    if role == "recipient":
        share *= _FLED if all(_fled(cast, part) for part in parts) else 1.0
        share *= _DESCRIBING if all(_describes(cast, part) for part in parts) else 1.0
        wide = parts[0].rule == "in before" and all(party.kind is PartyKind.REGION for party in parties)
        share *= _WIDE if wide else 1.0
        return share * (_UNKNOWN if parts[0].rule == _SIGNED else 1.0)
    if parts[0].rule in _SOURCES and all(party.kind is PartyKind.FUND for party in parties):
        share *= _POT if _is_known(parties) else _UNKNOWN_POT
    vague = all(party.kind is PartyKind.GROUP and not party.code for party in parties)
    return share * (_UNKNOWN if vague and parts[0].rule not in _OF_MANY else 1.0)


def complete_list(voice: Voice[Parties], told: Sequence[Voice[Parties]]) -> Voice[Parties]:
    """Let a witness that heard only some members of a list speak for the whole list that another read out."""
    whole = next((v for v in told if v.rule == "subject in order" and set(voice.value) < set(v.value)), None)
    heard_in_part = whole is not None and ": " not in voice.rule and voice.rule != "signatory"
    return Voice(whole.value, voice.rule, voice.weight, voice.span) if whole and heard_in_part else voice


def without(told: Iterator[Voice[Parties]], gone: Parties) -> Iterator[Voice[Parties]]:
    """Leave out the parties that already play another role."""
    codes = {party.code or party.name for party in gone}
    for voice in told:
        left = tuple(party for party in voice.value if (party.code or party.name) not in codes)
        if left:
            yield Voice(left, voice.rule, voice.weight, voice.span)


def label(parties: Parties) -> str:
    """Return parties in words."""
    return ", ".join(party.name for party in parties)


def choose_parties(told: Iterator[Voice[Parties]]) -> Choice[Parties] | None:
    """Return the parties with the most weight behind them, with all votes in words."""
    held = tuple(told)
    return choose(held, {voice.value: label(voice.value) for voice in held})


def is_land(told: Parties) -> bool:
    """Tell whether all parties are countries, regions or groups of them, not organisations or people in need."""
    return bool(told) and not any(party.kind in ORGANISATIONS or _IN_NEED.search(party.name) for party in told)


def is_in_need(told: Parties) -> bool:
    """Tell whether the parties are people in need or groups of bodies, who get in the name of a land told elsewhere."""
    return any(
        party.kind in (PartyKind.GROUP, PartyKind.PEOPLE)
        and (not party.code or _IN_NEED.search(party.name) is not None)
        for party in told
    )


def is_country(told: Parties) -> bool:
    """Tell whether any of the parties is a country or a region, which go before groups of people."""
    return any(
        party.kind in (PartyKind.COUNTRY, PartyKind.REGION) or party.code in word_list("union") for party in told
    )
