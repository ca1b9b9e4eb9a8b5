"""Say which general class of help a sum is counted in: arms, relief or money for a budget; apart from its sector.

A sum for schools has the sector education and is counted as humanitarian; a loan for power lines has the sector energy
and is counted as financial. Each witness speaks for itself: the words, the goods, the programme, the sector.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from pledgebook.model.cues import cue_for
from pledgebook.model.records import How, Mention, Part, Statement
from pledgebook.model.values import AidType, Text
from pledgebook.resolve.goods import class_of
from pledgebook.resolve.mechanisms import PLACES, read_mechanism
from pledgebook.resolve.weighing import Choice, Voice, choose


class General(StrEnum):
    """The classes in which trackers add help up."""

    MILITARY = "military"
    HUMANITARIAN = "humanitarian"
    FINANCIAL = "financial"


_GENERAL = {
    AidType.MILITARY: General.MILITARY,
    AidType.FINANCIAL: General.FINANCIAL,
    AidType.INVESTMENT: General.FINANCIAL,
}
"""The class of a sector; every other one is relief or civil help, counted as humanitarian."""

_SECTOR = {AidType.MILITARY: 1.0, AidType.HUMANITARIAN: 1.0, AidType.FINANCIAL: 1.0, AidType.INVESTMENT: 0.7}
_CIVIL = 0.5  # what a word of another sector says of the class: schools are built by loans too
_SAID_TWICE = 0.5  # what a word counts that has been heard in a nearer place
_WEAPONS = frozenset(
    ["air defence", "ammunition", "armour", "artillery", "drones", "missiles", "naval", "small arms", "weapons"]
)
_RELIEF = frozenset(["energy", "education", "food", "health", "relief", "rescue", "shelter", "water", "agriculture"])
_GOODS = 0.8
_INSTRUMENTS = {"loan": 1.4, "guarantee": 1.4, "equity": 1.2}
_NEAR = frozenset({"after", "before"})
_CHOSEN = 0.4
_UNTOLD = "none"  # of a word for a sector that tells nothing of the class: the giver's "state budget"
_USUAL = 0.7
_REST = 0.2
_REST_RULE = "neither arms nor money for a budget"
_REPORT_RULE = "document: what most of its help is counted as"
_HOW = {_REST_RULE: How.GUESSED, _REPORT_RULE: How.DOCUMENT}


def find_usual_class(mentions: Sequence[Mention]) -> str:
    """Return the class that most is said for in a report, by the words, goods and programmes at all its sums."""
    best = choose(voice for mention in mentions for voice in _of_mention(mention))
    return best.value if best else ""


def state_general_type(mention: Mention, sector: Choice[AidType] | None, usual: str = "") -> Statement:
    """Return the general class that a sum is counted in, with all votes; what its report is usually about has one."""
    told = tuple(general_voices(mention, sector))
    report = (Voice(usual, _REPORT_RULE, _USUAL),) if usual else ()
    choice = choose((*told, *report))
    if choice is None:
        raise ValueError("the rest always has a voice")
    voice = choice.voice
    how = _HOW.get(voice.rule, How.SAID if voice.span else How.SENTENCE)
    reason = f"{voice.rule}: {' '.join(voice.span.quote.split())}" if voice.span else voice.rule
    return Statement(mention.id, "general_type", Text(choice.value), voice.rule, how, voice.span, reason, choice.votes)


def general_voices(mention: Mention, sector: Choice[AidType] | None) -> Iterator[Voice[str]]:
    """Yield what each witness says of the general class."""
    yield from _of_mention(mention)
    if sector and not _is_heard(sector):
        general = _GENERAL.get(sector.value, General.HUMANITARIAN)
        yield Voice(general.value, f"the class of its sector, {sector.value}", _CHOSEN)
    yield Voice(General.HUMANITARIAN.value, _REST_RULE, _REST)


def _of_mention(mention: Mention) -> Iterator[Voice[str]]:
    for part in mention.parts:
        yield from _of_instrument(part)
        yield from _of_goods(part)
    yield from _of_words(mention)
    yield from _of_programme(mention)


def _is_heard(sector: Choice[AidType]) -> bool:
    """Tell whether the word that a sector stands on tells, or does not tell, the class by itself."""
    return sector.voice.span is not None and bool(cue_for(sector.voice.span.quote, "general_type"))


def _of_words(mention: Mention) -> Iterator[Voice[str]]:
    """Yield what the cue words say: those for a class in full, those for a sector by how surely it tells the class."""
    heard = dict[tuple[str, str], int]()
    for part in sorted(
        (part for part in mention.parts if part.role in ("general_type", "aid_type")), key=lambda part: -part.weight
    ):
        words = part.span.quote.lower()
        for general, share in _meanings(part):
            times = heard.get((words, general), 0)
            heard[words, general] = times + 1
            yield Voice(general, f"wording {part.rule}", part.weight * share * _SAID_TWICE**times, part.span)


def _meanings(part: Part) -> Iterator[tuple[str, float]]:
    own = cue_for(part.span.quote, "general_type")
    if part.role == "general_type":
        yield from ((cue.value, 1.0) for cue in own if cue.value != _UNTOLD)
    elif not own:
        for cue in cue_for(part.span.quote, "aid_type"):
            if cue.value == _UNTOLD:
                continue
            sector = AidType(cue.value)
            yield _GENERAL.get(sector, General.HUMANITARIAN).value, _SECTOR.get(sector, _CIVIL)


def _of_instrument(part: Part) -> Iterator[Voice[str]]:
    """A loan, a guarantee or a stake is financial help, whatever is built with it."""
    if part.role == "instrument" and part.rule in _NEAR:
        for cue in cue_for(part.span.quote, "instrument"):
            if cue.value in _INSTRUMENTS:
                yield Voice(General.FINANCIAL.value, f"given as a {cue.value}", _INSTRUMENTS[cue.value], part.span)


def _of_goods(part: Part) -> Iterator[Voice[str]]:
    """Arms are military help, tents and generators are relief."""
    if part.role == "item":
        group = class_of(part.span.quote)
        if group in _WEAPONS:
            yield Voice(General.MILITARY.value, f"goods: {group}", _GOODS, part.span)
        elif group in _RELIEF:
            yield Voice(General.HUMANITARIAN.value, f"goods: {group}", _GOODS, part.span)


def _of_programme(mention: Mention) -> Iterator[Voice[str]]:
    """What flows through a programme is counted as the programme is."""
    found = read_mechanism(mention)
    if found and found[0].aid_type in set(AidType) - {AidType.MIXED, AidType.OTHER}:
        row, part = found
        sector = AidType(row.aid_type)
        share = _SECTOR.get(sector, _CIVIL)
        general = _GENERAL.get(sector, General.HUMANITARIAN)
        yield Voice(general.value, f"programme: {row.name}", PLACES[part.rule] * share, part.span)
