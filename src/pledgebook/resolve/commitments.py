"""State what each commitment phrase of a report says, then what it leaves to its neighbours and to the report."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from pledgebook.model.records import Document, How, Mention, Section, Statement, Vote
from pledgebook.model.values import Item, Money, Novelty, Party, Stage, Text
from pledgebook.resolve.money import Hints, MoneyRead, read_amount
from pledgebook.resolve.roles import Names, Parties, label, read_channels, read_provider, read_recipient
from pledgebook.resolve.weighing import Choice
from pledgebook.resolve.wording import read_aid_type, read_instrument, read_novelty, read_stage

_OWN_CLAIM = 0.9  # weight from which a party counts as said in the sentence itself


class Told(Struct, frozen=True):
    """One mention with its parties, and how each was come by."""

    mention: Mention
    provider: Choice[Parties] | None
    recipient: Choice[Parties] | None


class Filled(Struct, frozen=True):
    """A party taken from elsewhere in the report, with the reason."""

    parties: Parties
    reason: str


def state_commitments(document: Document, mentions: Sequence[Mention], names: Names) -> Iterator[Statement]:
    """Yield every statement on the commitments of one report."""
    told = [_tell(mention, names) for mention in mentions]
    for at, one in enumerate(told):
        providers = one.provider.value if one.provider else ()
        given = one.provider or _fill(told, at, "provider")
        yield from _state_parties(one.mention, "provider", given)
        if not providers and given:
            providers = given.value if isinstance(given, Choice) else given.parties
        yield from _state_parties(one.mention, "recipient", one.recipient or _fill(told, at, "recipient"))
        yield from _state_channels(one, names, providers)
        yield from _state_money(document, one.mention, mentions, providers)
        yield from _state_words(one.mention)


def _tell(mention: Mention, names: Names) -> Told:
    provider = read_provider(mention, names)
    return Told(mention, provider, read_recipient(mention, names, provider.value if provider else ()))


def _fill(told: Sequence[Told], at: int, role: str) -> Filled | None:
    """Return the party that the report names elsewhere, where the sentence leaves it out and only one can be meant."""
    heard = [getattr(one, role) for one in told]
    own = [choice for choice in heard if choice]
    if not own:
        return None
    near = next((choice for choice in reversed(heard[:at]) if choice), None)
    known = {label(choice.value) for choice in own}
    if role == "recipient" and len(known) > 1:
        return None
    chosen = near or own[0]
    return Filled(chosen.value, f"the sentence names nobody; the report speaks of {label(chosen.value)}")


def _state_parties(mention: Mention, field: str, choice: Choice[Parties] | Filled | None) -> Iterator[Statement]:
    if choice is None:
        return
    if isinstance(choice, Filled):
        for party in choice.parties:
            yield Statement(mention.id, field, party, "named elsewhere", How.DOCUMENT, None, choice.reason)
        return
    rule = choice.voice.rule
    place = rule.partition(": ")[0] if ": " in rule else ""
    how = How.DOCUMENT if place in ("title", "lead", "lead-in") else How.SAID
    reason = f"{rule}: {choice.voice.span.quote}" if choice.voice.span else rule
    for party in choice.value:
        yield Statement(mention.id, field, party, rule, how, choice.voice.span, reason, choice.votes)


def _state_channels(told: Told, names: Names, providers: Parties) -> Iterator[Statement]:
    taken = (*providers, *(told.recipient.value if told.recipient else ()))
    seen = set[str]()
    for voice in read_channels(told.mention, names, taken):
        for party in voice.value:
            if party.name not in seen:
                seen.add(party.name)
                yield Statement(told.mention.id, "channel", party, voice.rule, How.SAID, voice.span, f"{voice.rule}: {party.name}")


def _marks(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(part.span.quote for mention in mentions for part in mention.parts if part.role == "currency")


def _state_money(document: Document, mention: Mention, mentions: Sequence[Mention], providers: Parties) -> Iterator[Statement]:
    groups = sorted({part.group for part in mention.parts if part.role in ("amount", "equivalent")})
    partners: tuple[str, ...] = ()
    votes = tuple(Vote(p.rule, "commitment" if p.role == "for" else "background", round(p.weight, 2)) for p in mention.parts if p.role in ("for", "against"))
    for group in groups:
        parts = [p for p in mention.parts if p.group == group and p.role in _MONEY]
        hints = Hints(tuple(party.code for party in providers if party.code), _marks(mentions), partners)
        read = read_amount(parts, hints)
        if read is None:
            continue
        span = next(p.span for p in mention.parts if p.group == group and p.role in ("amount", "equivalent"))
        reason = f"{read.reason}; {read.conflict}" if read.conflict else read.reason
        field = "equivalent" if group else "amount"
        yield Statement(mention.id, field, read.money, read.rule, read.how, span, reason, () if group else votes)
        partners = (*partners, read.money.currency) if read.money.currency else partners


_MONEY = frozenset({"number", "scale", "currency", "qualifier", "low", "low_scale"})


def _state_words(mention: Mention) -> Iterator[Statement]:
    """Yield stage, novelty, aid type, instrument, spread and condition."""
    stage, novelty = read_stage(mention), read_novelty(mention)
    yield _state_choice(mention, "stage", stage, Stage.PLEDGED)
    yield _state_choice(mention, "novelty", novelty, Novelty.NEW)
    kind, instrument = read_aid_type(mention), read_instrument(mention)
    if kind:
        yield _state_choice(mention, "aid_type", kind, "")
    if instrument:
        yield _state_choice(mention, "instrument", instrument, "")
    for part in mention.parts:
        if part.role in ("spread", "per"):
            yield Statement(mention.id, "spread", Text(part.span.quote), part.rule, How.SAID, part.span, f"said of the sum: {part.span.quote}")
            break


def _state_choice(mention: Mention, field: str, choice: Choice[str] | None, usual: str) -> Statement:
    if choice is None:
        return Statement(mention.id, field, Text(str(usual)), "usual", How.GUESSED, None, "nothing in the sentence tells; this is usual")
    span = choice.voice.span
    reason = f"{choice.voice.rule}: {span.quote}" if span else choice.voice.rule
    return Statement(mention.id, field, Text(str(choice.value)), choice.voice.rule, How.SAID, span, reason, choice.votes)
