"""State what each commitment phrase of a report says, then what it leaves to its neighbours and to the report."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from pledgebook.model.naming import Names
from pledgebook.model.records import Document, How, Mention, Part, Span, Statement, Vote
from pledgebook.model.values import AidType, Money, Novelty, Party, PartyKind, Stage, Text
from pledgebook.resolve.beside import own_verbs
from pledgebook.resolve.context import find_past_summits, state_ties
from pledgebook.resolve.currency import Hints
from pledgebook.resolve.general_types import find_usual_class, state_general_type
from pledgebook.resolve.goods import read_item
from pledgebook.resolve.homes import money_groups, read_hints
from pledgebook.resolve.mechanisms import read_mechanism
from pledgebook.resolve.money import read_sums
from pledgebook.resolve.novelty import Around, read_novelty
from pledgebook.resolve.pointing import cast_names
from pledgebook.resolve.priors import (
    Prior,
    find_home_prior,
    find_leading_giver,
    find_money_prior,
    find_named_prior,
    find_players,
    find_prior,
    find_programme_prior,
    find_topic_prior,
)
from pledgebook.resolve.roles import part_partners, read_channels, read_provider, read_recipient
from pledgebook.resolve.stages import read_stage
from pledgebook.resolve.sums import Sum
from pledgebook.resolve.voices import Cast, Parties, is_country
from pledgebook.resolve.weighing import Choice
from pledgebook.resolve.wording import find_usual_type, read_aid_type, read_instrument

_AT_LARGE = re.compile(
    r"\b(?:budget(?! support)|ODA|development cooperation|international development|worldwide|globally|international"
    r" humanitarian|(?:around|across) the (?:world|globe)|for global health security"
    r"|global (?:health(?! security)|food|humanitarian|development)"
    r"|foreign (?:aid|assistance)(?! to)|(?:bi|multi)lateral cooperation|\d+ (?:humanitarian )?crises)\b"
)
"""Help for all the world, which has no receiver of its own."""


class Setting(Struct, frozen=True):
    """What the report as a whole says: who gives and gets, what for, and which sums stand beside a past summit."""

    giver: Prior | None
    named: Prior | None
    receiver: Prior | None
    topic: Prior | None
    usual: AidType | None
    counted: str
    past: frozenset[str]
    hints: Hints


def read_setting(document: Document, mentions: Sequence[Mention], names: Names, cast: Cast) -> Setting:
    """Return what all sums of a report together say of each of them."""
    giver, topic = find_prior(mentions, cast, "provider"), None
    receiver = find_prior(mentions, cast, "recipient", giver.parties if giver else ())
    if receiver is None or not is_country(receiver.parties):
        givers = (*find_players(mentions, cast, "provider"), *(giver.parties if giver else ()))
        topic = find_programme_prior(mentions) or find_topic_prior(document, names, givers)
    getters = (*(receiver.parties if receiver else ()), *find_players(mentions, cast, "recipient"))
    named = find_leading_giver(mentions, cast) or find_named_prior(document, names, getters)
    usual, past = find_usual_type(mentions), find_past_summits(document, mentions)
    hints = read_hints(document, mentions, giver.parties if giver else named.parties if named else ())
    return Setting(giver, named, receiver, topic, usual, find_usual_class(mentions), past, hints)


def state_commitments(document: Document, mentions: Sequence[Mention], names: Names) -> Iterator[Statement]:
    """Yield every statement on the commitments of one report."""
    cast = cast_names(document, names)
    settled = {bounds: held[0] for bounds, held in cast.items() if len(held) == 1}
    setting = read_setting(document, mentions, settled, cast)
    sums = list[Sum]()
    stage: Stage | None = None
    novelty: Novelty | None = None
    passing: Choice[Stage] | None = None
    sentence: Span | None = None
    for mention in mentions:
        who = tuple(_state_who(mention, cast, setting))
        providers = tuple(s.value for s in who if s.field == "provider" and isinstance(s.value, Party))
        money = tuple(_state_money(mention, setting.hints, providers))
        told = read_stage(mention, passing.value if passing and mention.sentence == sentence else stage)
        newness = read_novelty(mention, Around(document.published, novelty, mention.id in setting.past))
        stage = told.value if told and own_verbs(mention) else stage
        passing, sentence = told, mention.sentence
        novelty = newness.value if newness else novelty
        yield from (*who, *money)
        yield _state_choice(mention, "stage", told, Stage.PLEDGED)
        yield _state_choice(mention, "novelty", newness, Novelty.NEW)
        yield from _state_words(mention, setting)
        values = tuple(statement.value for statement in money if isinstance(statement.value, Money))
        if values:
            lands = (_lands_named(who, "provider"), _lands_named(who, "recipient"))
            sums.append(Sum(mention, values, novelty is Novelty.CUMULATIVE, *lands, *_known_givers(who)))
    yield from state_ties(document, sums)


def _lands_named(who: Sequence[Statement], role: str) -> frozenset[str]:
    """Return the codes of the lands that the sentence itself names in a role; none where others are named too."""
    told = [one.value for one in who if one.field == role and one.how is How.SAID]
    lands = [one.code for one in told if isinstance(one, Party) and one.kind is PartyKind.COUNTRY and one.code]
    return frozenset(lands) if len(lands) == len(told) else frozenset()


def _known_givers(who: Sequence[Statement]) -> tuple[frozenset[str], bool]:
    """Return who gives a sum, all that is known of the report, and whether its own sentence names them by a code."""
    told = [one for one in who if one.field == "provider" and isinstance(one.value, Party)]
    parties = [one.value for one in told if isinstance(one.value, Party)]
    outright = bool(told) and all(one.how is How.SAID for one in told) and all(party.code for party in parties)
    return frozenset(party.code or party.name for party in parties), outright


def _state_who(mention: Mention, cast: Cast, setting: Setting) -> Iterator[Statement]:
    """Yield who gives, who gets and through whom."""
    giver = setting.giver or find_money_prior(mention) or setting.named
    provider, partner = part_partners(read_provider(mention, cast, giver, setting.receiver), mention, cast)
    providers = provider.value if provider else ()
    at_large = _AT_LARGE.search(mention.sentence.quote)  # a budget for all aid has no receiver of its own
    usual = (partner, setting.receiver, setting.topic, find_home_prior(mention))
    report = () if at_large else tuple(prior for prior in usual if prior)
    recipient = read_recipient(mention, cast, providers, report)
    yield from _state_parties(mention, "provider", provider)
    yield from _state_parties(mention, "recipient", recipient)
    yield from _state_channels(mention, cast, (*providers, *(recipient.value if recipient else ())))


def _state_parties(mention: Mention, field: str, choice: Choice[Parties] | None) -> Iterator[Statement]:
    if choice is None:
        return
    rule, span = choice.voice.rule, choice.voice.span
    how = How.DOCUMENT if ": " in rule else How.SAID
    reason = (
        f"{rule}: {span.quote}" if span else f"the sentence leaves it out; {rule.partition(': ')[2]} in this report"
    )
    for party in choice.value:
        yield Statement(mention.id, field, party, rule, how, span, reason, choice.votes)


def _state_channels(mention: Mention, cast: Cast, taken: Parties) -> Iterator[Statement]:
    seen = set[str]()
    for voice in read_channels(mention, cast, taken):
        for party in voice.value:
            if party.name not in seen:
                seen.add(party.name)
                yield Statement(
                    mention.id, "channel", party, voice.rule, How.SAID, voice.span, f"{voice.rule}: {party.name}"
                )


def _state_money(mention: Mention, hints: Hints, providers: Parties) -> Iterator[Statement]:
    groups = money_groups(mention)
    spans = {part.group: part.span for part in reversed(mention.parts) if part.role in ("amount", "equivalent")}
    votes = tuple(
        Vote(p.rule, "commitment" if p.role == "for" else "background", round(p.weight, 2))
        for p in mention.parts
        if p.role in ("for", "against")
    )
    own = structs.replace(hints, providers=tuple(party.code for party in providers if party.code))
    for group, read in zip(groups, read_sums([*groups.values()], own), strict=True):
        if read is None:
            continue
        reason = f"{read.reason}; {read.conflict}" if read.conflict else read.reason
        field, told = ("equivalent", ()) if group else ("amount", votes)
        yield Statement(mention.id, field, read.money, read.rule, read.how, spans[group], reason, told)


def _state_mechanism(mention: Mention) -> Iterator[Statement]:
    found = read_mechanism(mention)
    if found and found[1].rule != "title":
        row, part = found
        how = How.SAID if part.rule in ("own", "sentence") else How.DOCUMENT
        yield Statement(
            mention.id, "mechanism", Text(row.name), "programme", how, part.span, f"named: {part.span.quote}"
        )


def _state_items(mention: Mention) -> Iterator[Statement]:
    groups = dict[int, list[Part]]()
    for part in mention.parts:
        if part.role in _ITEM:
            groups.setdefault(part.group, []).append(part)
    for parts in groups.values():
        goods = next((part for part in parts if part.role == "goods"), None)
        item = read_item(parts) if goods else None
        if item and goods:
            yield Statement(
                mention.id,
                "item",
                item,
                "goods",
                How.SAID,
                goods.span,
                f"said so: {' '.join(goods.span.quote.split())}",
            )


_ITEM = frozenset({"goods", "item", "count", "unit", "qualifier"})


def _state_words(mention: Mention, setting: Setting) -> Iterator[Statement]:
    """Yield aid type, general class, items, programme, instrument and spread."""
    kind, instrument = read_aid_type(mention, setting.usual), read_instrument(mention)
    if kind:
        yield _state_choice(mention, "aid_type", kind, "")
    yield state_general_type(mention, kind, setting.counted)
    yield from _state_items(mention)
    yield from _state_mechanism(mention)
    if instrument:
        yield _state_choice(mention, "instrument", instrument, "")
    for part in mention.parts:
        if part.role in ("spread", "per"):
            yield Statement(
                mention.id,
                "spread",
                Text(part.span.quote),
                part.rule,
                How.SAID,
                part.span,
                f"said of the sum: {part.span.quote}",
            )
            break


_FAINT = frozenset({"nothing speaks against it", "lies ahead"})
"""Rules that only say what is usual."""


def _state_choice(
    mention: Mention,
    field: str,
    choice: Choice[Stage] | Choice[Novelty] | Choice[AidType] | Choice[str] | None,
    usual: str,
) -> Statement:
    if choice is None:
        return Statement(
            mention.id,
            field,
            Text(str(usual)),
            "usual",
            How.GUESSED,
            None,
            "nothing in the sentence tells; this is usual",
        )
    span = choice.voice.span
    if choice.voice.rule in _FAINT:
        return Statement(
            mention.id, field, Text(str(choice.value)), "usual", How.GUESSED, span, choice.voice.rule, choice.votes
        )
    reason = f"{choice.voice.rule}: {span.quote}" if span else choice.voice.rule
    return Statement(
        mention.id, field, Text(str(choice.value)), choice.voice.rule, How.SAID, span, reason, choice.votes
    )
