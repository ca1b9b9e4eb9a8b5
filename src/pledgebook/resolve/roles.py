"""Weigh who gives, who gets and through whom, from the witnesses' claims in a mention's parts."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from pledgebook.model.naming import Surface
from pledgebook.model.records import Mention
from pledgebook.model.values import PartyKind
from pledgebook.resolve.mechanisms import party_voice, read_mechanism
from pledgebook.resolve.priors import NAMED, Prior, find_money_prior
from pledgebook.resolve.voices import (
    COUNTRY_ENOUGH,
    ORGANISATIONS,
    Cast,
    Parties,
    choose_parties,
    complete_list,
    is_country,
    is_home_body,
    is_in_need,
    is_land,
    usually_gives,
    voices,
    without,
)
from pledgebook.resolve.weighing import Choice, Voice

_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
_WORLD = re.compile(r"\b(?:in|around|across|throughout|all over) the (?:world|globe)\b|\b(?:worldwide|globally)\b")
_SPEAKS_ON = re.compile(r"\W*(?:It|He|She|They)\b(?!\s+(?:brings|takes|raises|comes|follows))")
_SAME_MONEY = re.compile(
    r"\W*(?:(?:Of|From|Out of) )?(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hat) (?:[\w-]+ ){0,2}?"
    r"(?:package|grants?|loans?|money|funding|funds|aid"
    r"|assistance|support|contribution|donation|help|financing|amount|total|sum|programme|program)\b"
)
"""What opens a sentence that speaks on of the money of the one before."""
_BEFORE = ("previous: subject", "previous: to before", "previous: for after")
_AGENCY = 0.5  # weight of a donor whose agency a sum goes through
_POINTED = 2.0  # how much more the subject before counts where a pronoun speaks on of it
_FIRM = 3.0  # weight from which even the report's usual receiver is taken for a giver
_OWN = 1.9  # weight of a word of the sentence itself that silences the one before
_TWO = 2
_PARTNER = 1.2  # weight of who is named beside the giver as a partner
_HANDLES = 0.8  # weight at which who handles a sum counts as who gets it, where nobody else is named


def read_provider(mention: Mention, cast: Cast, prior: Prior | None, receiver: Prior | None) -> Choice[Parties] | None:
    """Return who gives; a party that is more firmly named as the receiver does not."""
    receivers = {v.value: v.weight for v in voices(mention, cast, "recipient") if v.rule in ("object", "to after")}
    told = [v for v in voices(mention, cast, "provider") if receivers.get(v.value, 0.0) <= v.weight]
    told += [
        Voice(v.value, v.rule, _AGENCY, v.span)
        for v in voices(mention, cast, "channel")
        if ": " not in v.rule and all(p.kind is PartyKind.COUNTRY and usually_gives(p) for p in v.value)
    ]
    silent = prior is not None and prior.weight > NAMED
    silent = silent or any(": " not in v.rule for v in told)
    if any(_leads(v) for v in told):
        told = [v for v in told if v.rule != "pledges of many"]
    if any(": " not in v.rule and v.weight >= _OWN for v in told):
        told = [v for v in told if not v.rule.startswith("previous: ")]
    elif _SPEAKS_ON.match(mention.sentence.quote):
        told = [_heard_on(v) for v in told]
    if prior and _WE.search(mention.sentence.quote):  # of two told before, whose report it is speaks on
        told = [v for v in told if not (v.rule.startswith("previous: ") and set(prior.parties) < set(v.value))]
    told = [complete_list(v, told) for v in told if not silent or not v.rule.startswith("title: ")]
    if receiver and not (prior and prior.parties == receiver.parties):
        told = [v for v in told if v.value != receiver.parties or v.weight >= _FIRM or _passes_on(v)]
    payer = _of_programme(mention, "provider")
    if payer:  # a programme pays with its owner's money
        told = [v for v in told if v.span != payer.span]
        told.append(payer)
    own_money = find_money_prior(mention)
    if own_money:
        told = [_doubt_ministry(voice, cast, own_money) for voice in told]
    return choose_parties(iter([*told, prior.voice()] if prior else told))


def _heard_on(voice: Voice[Parties]) -> Voice[Parties]:
    """Return the word of the subject before with more weight, where the sentence speaks on of it: "It also gave"."""
    weight = voice.weight * _POINTED if voice.rule.startswith(_BEFORE) else voice.weight
    return Voice(voice.value, voice.rule, weight, voice.span)


def _leads(voice: Voice[Parties]) -> bool:
    """Tell whether a list's introduction names who gives what its items tell: "The agency helps by: Raising 5"."""
    return voice.rule.startswith("lead-in: subject") and not any(p.kind is PartyKind.GROUP for p in voice.value)


def _passes_on(voice: Voice[Parties]) -> bool:
    """Tell whether a body that gets the report's sums is itself said to give: "the fund has allocated 5 million"."""
    return voice.rule == "subject in the tree" and all(party.kind in ORGANISATIONS for party in voice.value)


def part_partners(
    choice: Choice[Parties] | None, mention: Mention, cast: Cast
) -> tuple[Choice[Parties] | None, Prior | None]:
    """Return who gives, and who of those named as givers gets: a land that seldom gives beside one that does.

    Only where the sentence names no other receiver, as in "the pact of the Union and Chad includes 5 million".
    """
    if choice is None or len(choice.value) != _TWO or not any(usually_gives(party) for party in choice.value):
        return choice, None
    partners = tuple(p for p in choice.value if p.kind is PartyKind.COUNTRY and p.code and not usually_gives(p))
    others = without(voices(mention, cast, "recipient"), choice.value)
    if len(partners) != 1 or any(
        is_country(v.value) and v.weight >= COUNTRY_ENOUGH and ": " not in v.rule for v in others
    ):
        return choice, None
    givers = tuple(party for party in choice.value if party not in partners)
    return structs.replace(choice, value=givers), Prior(partners, _PARTNER, "the other of the two")


def _doubt_ministry(voice: Voice[Parties], cast: Cast, own_money: Prior) -> Voice[Parties]:
    """Weaken a ministry without a country in its name where the sum is in another country's money."""
    named = cast.get((voice.span.start, voice.span.end), ())[:1] if voice.span else ()
    country = voice.value[0].name if voice.value else ""
    doubted = any(one.kind in (Surface.MINISTRY, Surface.OFFICE) and country not in one.span.quote for one in named)
    if not doubted or voice.value == own_money.parties:
        return voice
    return Voice(own_money.parties, f"document: {own_money.reason}", voice.weight, voice.span)


def _of_programme(mention: Mention, role: str) -> Voice[Parties] | None:
    """Return what the programme that the sum flows through says of who gives or gets."""
    found = read_mechanism(mention)
    return party_voice(*found, found[0].provider if role == "provider" else found[0].recipient) if found else None


def read_recipient(mention: Mention, cast: Cast, providers: Parties, priors: Sequence[Prior]) -> Choice[Parties] | None:
    """Return who gets: countries and regions before groups, those before the organisations the sum goes through."""
    own = tuple(v for v in voices(mention, cast, "recipient") if not v.rule.startswith("title: "))
    if _SPEAKS_ON.match(mention.sentence.quote) or _SAME_MONEY.match(mention.sentence.quote):
        own = tuple(_heard_on(v) for v in own)
    own += tuple(
        Voice(v.value, v.rule, _HANDLES, v.span)
        for v in voices(mention, cast, "channel")
        if ": " not in v.rule and all(party.kind in ORGANISATIONS for party in v.value)
    )
    worldwide = _WORLD.search(mention.sentence.quote) is not None
    own = _without_examples(tuple(without(iter(own), providers)), worldwide=worldwide)
    if any(": " not in voice.rule and voice.weight >= COUNTRY_ENOUGH for voice in own):
        own = tuple(voice for voice in own if not voice.rule.startswith(("next: ", "lead-in: ")))
    programme = _of_programme(mention, "recipient")
    named = any(
        ": " not in voice.rule and voice.weight >= COUNTRY_ENOUGH and not _is_of_the_land(voice.value) for voice in own
    )
    heard = _hear_report(priors, named=named)
    report = (*((programme,) if programme else ()), *heard)
    told = (*own, *without(iter(report), providers))
    for among in (is_country, is_land):
        best = choose_parties(v for v in told if among(v.value))
        if best and best.weight >= COUNTRY_ENOUGH and not _is_passed_over(best, own):
            return best
    return choose_parties(v for v in told if v.weight >= COUNTRY_ENOUGH)


def _without_examples(own: Sequence[Voice[Parties]], *, worldwide: bool) -> tuple[Voice[Parties], ...]:
    """Leave out lands that are only examples where the sum is for all the world, or given to a body that is named."""
    given = worldwide or any(v.rule in _GIVEN_STRICTLY and all(p.kind in ORGANISATIONS for p in v.value) for v in own)
    return tuple(v for v in own if not given or v.rule != "example after")


def _hear_report(priors: Sequence[Prior], *, named: bool) -> list[Voice[Parties]]:
    """Return what the report says of who gets: who gets most sums, and what it is about where nobody is named."""
    usual = [prior for prior in priors if prior.weight > COUNTRY_ENOUGH]
    silent = named or any(not _is_of_the_land(prior.parties) and not is_land(prior.parties) for prior in usual)
    topics = [prior for prior in priors if prior.weight <= COUNTRY_ENOUGH]
    about = (
        [prior for prior in topics if prior.reason.endswith("programmes are for") and not named] if silent else topics
    )
    return [prior.voice() for prior in (*usual, *about[:1])]


_GIVEN_STRICTLY = frozenset({"to after", "object"})
_GIVEN = _GIVEN_STRICTLY | {"to before", "for after", "subject in the tree", "subject in order"}


def _is_passed_over(best: Choice[Parties], own: Sequence[Voice[Parties]]) -> bool:
    """Tell whether a region that only stands somewhere near gives way to the body that the sum is given to."""
    guessed = best.voice.rule.startswith("document: ")
    near = guessed or best.voice.rule in ("about after", "named after", "in after")
    region = all(party.kind is not PartyKind.COUNTRY for party in best.value)
    given = any(
        voice.rule in (_GIVEN_STRICTLY if not guessed else _GIVEN) and all(p.kind in ORGANISATIONS for p in voice.value)
        for voice in own
    )
    return near and region and given


def _is_of_the_land(told: Parties) -> bool:
    """Tell whether receivers are only somebody of a land that is named elsewhere: "the refugees", "the state bank"."""
    return is_in_need(told) or is_home_body(told)


def read_channels(mention: Mention, cast: Cast, taken: Parties) -> Iterator[Voice[Parties]]:
    """Yield through whom the sum goes: what is said so, and organisations passed over as receivers."""
    yield from without(voices(mention, cast, "channel"), taken)
    for voice in without(voices(mention, cast, "recipient"), taken):
        if voice.rule in ("to after", "object") and all(party.kind in ORGANISATIONS for party in voice.value):
            yield voice
