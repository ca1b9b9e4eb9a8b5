"""What the verbs and cue words of a commitment say: its stage, how new it is, what for, and as what."""

import re
from collections.abc import Iterator, Sequence

from pledgebook.model.cues import cue_for
from pledgebook.model.records import Mention, Part, Section
from pledgebook.model.values import AidType, Stage
from pledgebook.resolve.mechanisms import read_mechanism, type_voice
from pledgebook.resolve.moods import AHEAD, moods_of, verb_of
from pledgebook.resolve.weighing import Choice, Voice, choose

_GOT = 0.6  # weight of "received" for money having been paid
_DEBT = re.compile(r"\b(?:debts?|arrears|owed)\b", re.IGNORECASE)
_SECTORS = frozenset({AidType.FOOD, AidType.HEALTH, AidType.EDUCATION, AidType.ENERGY, AidType.CLIMATE})
_OWN_PLACES = frozenset({"wording beside", "wording after"})
_MANY = 3  # sectors that make help one for development
_USUAL = 0.9  # weight of what most of the report's help is for


def _stage_of_verb(part: Part, sentence: str) -> Stage | None:
    """Return the stage that a verb tells of by itself, its tense and its auxiliaries."""
    verb = verb_of(part)
    if verb is None or not verb.stage:
        return None
    mood = moods_of(part)
    if verb.role == "cancel" and _DEBT.search(sentence):
        return Stage.PLEDGED if mood & AHEAD else Stage.COMMITTED
    if "negated" in mood:
        return Stage.CANCELLED if verb.role in ("give", "boost") and mood & AHEAD else None
    if verb.stage == "give":
        done = ("past" in mood and not mood & AHEAD) and "maybe" not in mood
        return Stage.DISBURSED if done else Stage.CONSIDERED if "maybe" in mood else Stage.PLEDGED
    stage = Stage(verb.stage)
    if stage in (Stage.COMMITTED, Stage.DISBURSED, Stage.ALLOCATED) and mood & AHEAD:
        return Stage.CONSIDERED if "maybe" in mood else Stage.PLEDGED
    return stage


def _weigh_verb(part: Part) -> float:
    """Return how far a verb is believed: one that "received an allocation" or "received pledges" says little."""
    verb = verb_of(part)
    return _GOT if verb and verb.role == "get" and "past" in moods_of(part) else 1


def stage_voices(mention: Mention) -> Iterator[Voice[Stage]]:
    """Yield what each verb and each cue word says of the stage."""
    for part in mention.parts:
        if part.role == "verb":
            stage = _stage_of_verb(part, mention.sentence.quote)
            if stage:
                yield Voice(stage, part.rule.partition(":")[0], part.weight * _weigh_verb(part), part.span)
        elif part.role == "stage":
            for cue in cue_for(part.span.quote, "stage"):
                yield Voice(Stage(cue.value), f"wording {part.rule}", part.weight, part.span)


def read_stage(mention: Mention, before: Stage | None) -> Choice[Stage] | None:
    """Return how far the undertaking has come; where no verb of its own tells, as far as the sum before it."""
    told = tuple(stage_voices(mention))
    own = any(part.role == "verb" and not part.rule.startswith("lead-in") for part in mention.parts)
    if before and not own:
        return choose((*told, Voice(before, "document: as the sum before it", 1.6)))
    return choose(told)


def type_voices(parts: Sequence[Part]) -> Iterator[Voice[AidType]]:
    """Yield what each cue word says of what the help is for; a word said twice in one place counts once."""
    seen = set[tuple[str, str]]()
    for part in parts:
        if part.role != "aid_type" or (part.span.quote.lower(), part.rule) in seen:
            continue
        seen.add((part.span.quote.lower(), part.rule))
        for cue in cue_for(part.span.quote, "aid_type"):
            yield Voice(AidType(cue.value), f"wording {part.rule}", part.weight, part.span)


def _many_sectors(parts: Sequence[Part]) -> Iterator[Voice[AidType]]:
    """Help for farms, schools and clinics at once is for development, however often one of them is named."""
    named = [voice for voice in type_voices(parts) if voice.rule in _OWN_PLACES and voice.value in _SECTORS]
    weights = dict[AidType, float]()
    for voice in named:
        weights[voice.value] = weights.get(voice.value, 0.0) + voice.weight
    if len(weights) >= _MANY:
        yield Voice(AidType.DEVELOPMENT, "many sectors named beside the sum", max(weights.values()) + 1, named[0].span)


def find_usual_type(mentions: Sequence[Mention]) -> AidType | None:
    """Return what most of a report's help is for, by the words at its sums; the first in the body counts double."""
    told = [
        Voice(voice.value, voice.rule, voice.weight * (2 if at == 0 else 1))
        for at, mention in enumerate(m for m in mentions if m.section is not Section.TITLE)
        for voice in type_voices(mention.parts)
        if voice.rule in ("wording beside", "wording after")
    ]
    best = choose(told)
    return best.value if best else None


def read_aid_type(mention: Mention, usual: AidType | None) -> Choice[AidType] | None:
    """Return what the help is for; the report's usual type has a word too."""
    told = (*type_voices(mention.parts), *_many_sectors(mention.parts))
    found = read_mechanism(mention)
    programme = type_voice(*found) if found else None
    told = (*told, programme) if programme else told
    return choose((*told, Voice(usual, "document: what most of its help is for", _USUAL)) if usual else told)


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
