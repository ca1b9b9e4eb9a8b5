"""What the cue words of a commitment say: what it is for, and as what it is given."""

import re
from collections.abc import Iterator, Sequence

from pledgebook.model.cues import cue_for
from pledgebook.model.records import Mention, Part, Section
from pledgebook.model.values import AidType
from pledgebook.resolve.goods import class_of
from pledgebook.resolve.mechanisms import read_mechanism, type_voice
from pledgebook.resolve.weighing import Choice, Voice, choose

_SECTORS = frozenset({AidType.FOOD, AidType.HEALTH, AidType.EDUCATION, AidType.ENERGY, AidType.CLIMATE})
_OWN_PLACES = frozenset({"wording beside", "wording after"})
_BESIDE = 2  # characters between two words that name one thing
_NO_SECTOR = "none"  # of "fiscal year", which says nothing of what money is for
_MANY = 3  # sectors that make help one for development
_SURE = 1.0  # weight from which a word at one sum tells what a report is about
_BREAK = re.compile(
    r"[,;]?\s+(?P<word>while|whereas|as (?:the|they|he|she|it|both|two|leaders|part of an?)\b|because|although|though"
    r"|ahead of|following|after|amid|when|one of|due to|in the wake of)\b"
)
"""Words with which a clause or an aside begins that tells of something else than what a sum is for."""

_CONTRAST = frozenset({"while", "whereas"})
_ASIDE = 0.3
_USUAL = 0.7  # weight of what most of the report's help is for


def type_voices(parts: Sequence[Part]) -> Iterator[Voice[AidType]]:
    """Yield what each cue word says of what the help is for; a word said twice in one place counts once."""
    seen = set[tuple[str, str]]()
    ends = dict[tuple[str, str], int]()
    for part in parts:
        if part.role != "aid_type" or (part.span.quote.lower(), part.rule) in seen:
            continue
        seen.add((part.span.quote.lower(), part.rule))
        for cue in cue_for(part.span.quote, "aid_type"):
            gap = part.span.start - ends.get((cue.value, part.rule), -9)
            ends[cue.value, part.rule] = part.span.end
            if cue.value != _NO_SECTOR and not 0 <= gap <= _BESIDE:  # the "COVID-19 pandemic" is one thing
                yield Voice(AidType(cue.value), f"wording {part.rule}", part.weight, part.span)


def _many_sectors(parts: Sequence[Part]) -> Iterator[Voice[AidType]]:
    """Help for farms, schools and clinics at once is for development, however often one of them is named."""
    named = [voice for voice in type_voices(parts) if voice.rule in _OWN_PLACES and voice.value in _SECTORS]
    weights = dict[AidType, float]()
    for voice in named:
        weights[voice.value] = weights.get(voice.value, 0.0) + voice.weight
    every = {voice.value for voice in type_voices(parts) if voice.rule in _OWN_PLACES and voice.weight >= _SURE}
    if len(every) > _MANY and len(weights) < _MANY:
        top = max(weights.values(), default=0.0) + 1
        yield Voice(AidType.MIXED, "many kinds of help named beside the sum", max(top, 3.0), None)
    if len(weights) >= _MANY:
        yield Voice(AidType.DEVELOPMENT, "many sectors named beside the sum", max(weights.values()) + 1, named[0].span)


def find_usual_type(mentions: Sequence[Mention]) -> AidType | None:
    """Return what most of a report's help is for, by the words at its sums; the first in the body counts double."""
    told = [
        Voice(voice.value, voice.rule, voice.weight * (2 if at == 0 else 1))
        for at, mention in enumerate(m for m in mentions if m.section is not Section.TITLE)
        for voice in _near_first(mention, type_voices(mention.parts))
        if voice.rule in _OWN_PLACES and voice.weight >= _SURE
    ]
    best = choose(told)
    return best.value if best else None


OF_GOODS = {
    "food": AidType.FOOD,
    "health": AidType.HEALTH,
    "energy": AidType.ENERGY,
    "education": AidType.EDUCATION,
    "relief": AidType.HUMANITARIAN,
    "shelter": AidType.HUMANITARIAN,
    "rescue": AidType.HUMANITARIAN,
    "weapons": AidType.MILITARY,
    "ammunition": AidType.MILITARY,
    "artillery": AidType.MILITARY,
    "missiles": AidType.MILITARY,
}
"""What a class of goods is given for; classes not named here say nothing by themselves."""

_GOODS = 0.7


def _of_goods(mention: Mention) -> Iterator[Voice[AidType]]:
    """Maize is food and tents are relief, whatever else the report tells of; goods beside a sum say less."""
    if mention.role == "items":
        named = [part for part in mention.parts if part.role == "item"]
        for part in named[:_MANY]:
            sector = OF_GOODS.get(class_of(part.span.quote))
            if sector:
                yield Voice(sector, "goods of that kind", _GOODS, part.span)


def read_aid_type(mention: Mention, usual: AidType | None) -> Choice[AidType] | None:
    """Return what the help is for; the report's usual type has a word too, a programme's name only as a whole."""
    found = read_mechanism(mention)
    programme = type_voice(*found) if found else None
    parts = _without_name(mention.parts, programme)
    told = (*_near_first(mention, type_voices(parts)), *_many_sectors(parts), *_of_goods(mention))
    told = (*told, programme) if programme else told
    return choose((*told, Voice(usual, "document: what most of its help is for", _USUAL)) if usual else told)


def _without_name(parts: Sequence[Part], programme: Voice[AidType] | None) -> Sequence[Part]:
    """Leave out words of a programme's name that tell of another kind of help: the "Resilience" of a climate fund."""
    name = programme.span if programme else None
    if programme is None or name is None:
        return parts
    return [
        part
        for part in parts
        if part.role != "aid_type"
        or not (name.start <= part.span.start and part.span.end <= name.end)
        or any(cue.value == programme.value for cue in cue_for(part.span.quote, "aid_type"))
    ]


def _near_first(mention: Mention, voices: Iterator[Voice[AidType]]) -> Iterator[Voice[AidType]]:
    """Yield the voices, those of another clause behind the sum more faintly: "9 million, as talks on energy began"."""
    told, start = mention.sentence.quote, mention.sentence.start
    broken = _BREAK.search(told, mention.span.end - start)
    for voice in voices:
        aside = broken and voice.span and voice.rule in _OWN_PLACES and voice.span.start - start >= broken.end()
        far = aside and broken and (voice.value is not AidType.HUMANITARIAN or broken["word"] in _CONTRAST)
        yield Voice(voice.value, voice.rule, voice.weight * _ASIDE, voice.span) if far else voice


_NO_INSTRUMENT = "none"  # of "security guarantees", which lend nobody money


def read_instrument(mention: Mention) -> Choice[str] | None:
    """Return as what the sum is given: grant, loan, guarantee, in kind, equity; words of another sense give none."""
    found = choose(
        Voice(cue.value, f"wording {part.rule}", part.weight, part.span)
        for part in mention.parts
        if part.role == "instrument" and part.rule in ("after", "before")
        for cue in cue_for(part.span.quote, "instrument")
    )
    return None if found is None or found.value == _NO_INSTRUMENT else found
