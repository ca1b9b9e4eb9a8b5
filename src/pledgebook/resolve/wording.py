"""What the verbs and cue words of a commitment say: its stage, how new it is, what for, and as what."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from pledgebook.model.cues import cue_for, load_verbs
from pledgebook.model.records import Mention, Part, Section
from pledgebook.model.values import AidType, Novelty, Precision, Stage
from pledgebook.resolve.dates import read_time
from pledgebook.resolve.mechanisms import read_mechanism, type_voice
from pledgebook.resolve.weighing import Choice, Voice, choose

_LONG_AGO = 40  # days before the report after which what was pledged is no news
_USUAL = 0.9  # weight of what most of the report's help is for


_OF_TOTAL = re.compile(r"(?:\([^)]{0,60}\)\s*)?of (?:the|this|that) (?:total|whole|overall|amount|sum)\b")
_TOTAL = re.compile(r"\b(?:a (?:combined )?total of|in total|altogether|all told)\b", re.IGNORECASE)
_SO_FAR = re.compile(
    r"[^.;:$\d]{0,25}(?:\([^)]{0,40}\)\s*)?[^.;:$\d]{0,90}\b(?:has|have|had)\s+(?:already\s+"
    r"|so far\s+)?(?:provided|given|contributed|delivered|donated|sent|committed|allocated)\b"
)
_LATE = 0.3  # "new" far behind a sum rather speaks of something else
_AHEAD = frozenset({"modal", "infinitive"})


def _moods(part: Part) -> frozenset[str]:
    return frozenset(part.rule.partition(": ")[2].split())


def _stage_of_verb(part: Part) -> Stage | None:
    """Return the stage that a verb tells of by itself, its tense and its auxiliaries."""
    verb = load_verbs().get(" ".join(part.span.quote.lower().replace("\u2019", "'").split()))
    if verb is None or not verb.stage:
        return None
    mood = _moods(part)
    if "negated" in mood:
        return Stage.CANCELLED if verb.role in ("give", "boost") and mood & _AHEAD else None
    if verb.stage == "give":
        done = ("past" in mood and not mood & _AHEAD) and "maybe" not in mood
        return Stage.DISBURSED if done else Stage.CONSIDERED if "maybe" in mood else Stage.PLEDGED
    stage = Stage(verb.stage)
    if stage in (Stage.COMMITTED, Stage.DISBURSED, Stage.ALLOCATED) and mood & _AHEAD:
        return Stage.CONSIDERED if "maybe" in mood else Stage.PLEDGED
    return stage


def stage_voices(mention: Mention) -> Iterator[Voice[Stage]]:
    """Yield what each verb and each cue word says of the stage."""
    for part in mention.parts:
        if part.role == "verb":
            stage = _stage_of_verb(part)
            if stage:
                yield Voice(stage, part.rule.partition(":")[0], part.weight, part.span)
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


class Around(Struct, frozen=True):
    """What stands around a sum: the day of its report, how new the sum before is, whether its summit lies back."""

    published: dt.date | None = None
    before: Novelty | None = None
    back: bool = False


def novelty_voices(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """Yield what the wording and the tense say of whether the sum is new."""
    yield Voice(Novelty.NEW, "nothing speaks against it", 0.7, mention.span)
    behind = " ".join(mention.sentence.quote[mention.span.end - mention.sentence.start :].split())
    if around.before and _OF_TOTAL.match(behind):
        yield Voice(around.before, "document: a share of the sum before", 1.3, mention.span)
    if _SO_FAR.match(behind):
        yield Voice(Novelty.CUMULATIVE, "what has been given by now", 1.5, mention.span)
    if around.back and any(part.role == "verb" and "past" in _moods(part) for part in mention.parts):
        yield Voice(Novelty.RESTATED, "document: told of a summit that lies back", 1.3, mention.span)
    for part in mention.parts:
        if part.role == "novelty":
            for cue in cue_for(part.span.quote, "novelty"):
                late = cue.value == Novelty.NEW and part.rule == "after"
                yield Voice(Novelty(cue.value), f"wording {part.rule}", part.weight * (_LATE if late else 1), part.span)
        elif part.role == "verb" and part.group == 0 and "lead-in" not in part.rule:
            yield from _novelty_of_verb(part)
    if _TOTAL.search(mention.sentence.quote) and any(
        p.role == "verb" and "perfect" in _moods(p) for p in mention.parts
    ):
        yield Voice(Novelty.CUMULATIVE, "a total of what has been done", 1.6, mention.span)
    main = next(
        (p for p in mention.parts if p.role == "verb" and "lead-in" not in p.rule and "infinitive" not in _moods(p)),
        None,
    )
    if main:
        yield from _novelty_of_time(mention, main, around.published)
    yield from _novelty_of_outset(mention, around.published)


def _novelty_of_verb(part: Part) -> Iterator[Voice[Novelty]]:
    verb = load_verbs().get(" ".join(part.span.quote.lower().replace("\u2019", "'").split()))
    mood = _moods(part)
    if verb and verb.stage == "give" and "perfect" in mood:
        yield Voice(Novelty.CUMULATIVE, "has already been given", 1.2, part.span)
    elif verb and verb.role == "cancel":
        yield Voice(Novelty.RESTATED, "what is taken back was pledged before", 1.4, part.span)
    elif mood & _AHEAD:
        yield Voice(Novelty.NEW, "lies ahead", 0.8, part.span)


def _novelty_of_outset(mention: Mention, published: dt.date | None) -> Iterator[Voice[Novelty]]:
    """What the sentence before dates well back ("was launched in May"), this one goes on about."""
    for part in mention.parts:
        if published and part.role == "time" and part.rule == "previous":
            when = read_time(part.span.quote, published)
            if when and (published - when.end).days >= _LONG_AGO:
                yield Voice(Novelty.RESTATED, "document: begun before the report", 1.4, part.span)
                return


def _novelty_of_time(mention: Mention, verb: Part, published: dt.date | None) -> Iterator[Voice[Novelty]]:
    """A past verb beside a time well before the report tells of money given or pledged by then."""
    mood = _moods(verb)
    if published is None or "past" not in mood or "modal" in mood:
        return
    for part in mention.parts:
        if part.role != "time" or part.rule == "previous":
            continue
        when = read_time(part.span.quote, published)
        if when is None or (published - when.end).days < _LONG_AGO:
            continue
        known = load_verbs().get(" ".join(verb.span.quote.lower().split()))
        given = known is not None and known.stage in ("give", "disbursed")
        novelty = (
            Novelty.CUMULATIVE if given and when.precision in (Precision.YEAR, Precision.RANGE) else Novelty.RESTATED
        )
        yield Voice(novelty, "told of a time before the report", 1.6, part.span)
        return


def read_novelty(mention: Mention, around: Around) -> Choice[Novelty] | None:
    """Return whether the sum is new money or money said again."""
    return choose(novelty_voices(mention, around))


def type_voices(parts: Sequence[Part]) -> Iterator[Voice[AidType]]:
    """Yield what each cue word says of what the help is for; a word said twice in one place counts once."""
    seen = set[tuple[str, str]]()
    for part in parts:
        if part.role != "aid_type" or (part.span.quote.lower(), part.rule) in seen:
            continue
        seen.add((part.span.quote.lower(), part.rule))
        for cue in cue_for(part.span.quote, "aid_type"):
            yield Voice(AidType(cue.value), f"wording {part.rule}", part.weight, part.span)


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
    told = tuple(type_voices(mention.parts))
    found = read_mechanism(mention)
    programme = type_voice(*found) if found else None
    told = (*told, programme) if programme else told
    return choose((*told, Voice(usual, "document: what most of its help is for", _USUAL)) if usual else told)


def read_instrument(mention: Mention) -> Choice[str] | None:
    """Return as what the sum is given: grant, loan, guarantee, in kind, equity."""
    return choose(
        Voice(cue.value, f"wording {part.rule}", part.weight, part.span)
        for part in mention.parts
        if part.role == "instrument" and part.rule in ("after", "before")
        for cue in cue_for(part.span.quote, "instrument")
    )
