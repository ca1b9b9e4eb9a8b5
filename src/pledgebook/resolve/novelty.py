"""Whether a sum is new money, money said again, or a running total: what wording, tense and time say, one rule each."""

import datetime as dt
import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from pledgebook.model.cues import cue_for
from pledgebook.model.records import Mention, Part
from pledgebook.model.values import Novelty, Precision
from pledgebook.resolve.dates import read_time
from pledgebook.resolve.moods import AHEAD, moods_of, verb_of
from pledgebook.resolve.weighing import Choice, Voice, choose

_LONG_AGO = 40  # days before the report after which what was pledged is no news
_LATE = 0.3  # "new" far behind a sum rather speaks of something else
_ONE_GIFT = frozenset({"donate", "grant", "lend", "deliver", "send"})  # verbs of a single act, even in the perfect
_HELP = (
    r"(?:contributions?|support|assistance|aid|funding|commitments?|pledges?|donations?|grants?|offers?|packages?"
    r"|promises?|allocations?|relief|loans?|help|spending|disbursements?)"
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"

_OF_TOTAL = re.compile(r"(?:\([^)]{0,60}\)\s*)?of (?:the|this|that) (?:total|whole|overall|amount|sum)\b")
_TOTAL = re.compile(r"\b(?:a (?:combined )?total of|in total|altogether|all told)\b", re.IGNORECASE)
_SO_FAR = re.compile(
    r"[^.;:$\d]{0,25}(?:\([^)]{0,40}\)\s*)?[^.;:$\d]{0,90}\b(?:has|have|had)\s+(?:already\s+"
    r"|so far\s+)?(?:provided|given|contributed|delivered|donated|sent|committed|allocated)\b"
)
_BRINGS = re.compile(
    r"\b(?:(?:brings?|bringing|brought)\b[^.;]{0,70}|(?:takes?|taking|took|raises?|raising|lifts?)\b[^.;]{0,40}\btotal\b"
    rf"[^.;]{{0,30}})\b(?:total|overall|{_HELP})\b[^.;]{{0,70}}\bto\s+(?:[\w-]+\s+){{0,3}}$",
    re.IGNORECASE,
)
_TOTALLED = re.compile(
    rf"\btotal (?:[\w-]+ )?{_HELP}\b[^.;]{{0,160}}"
    r"\b(?:reach(?:ed|es)?|amount(?:s|ed) to|stands? at|stood at|comes? to|is)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"\bsince\s+(?:the\s+(?:start|beginning|outbreak|onset|launch|invasion|war|crisis)|early|late|mid|its|\d{{4}}|{_MONTH})",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?:worst|first|largest|biggest|deadliest|strongest|highest|lowest|most)\b[^.;]{0,60}\bsince\b", re.IGNORECASE
)
_ALONE = re.compile(r"\b(?:in|for|during) (?:\d{4}|the (?:past|last) year) alone\b")
_RAISED_FROM = re.compile(
    r"\b(?:increas\w+|rais\w+|rose|doubl\w+|tripl\w+|expand\w+|up|boost\w+)\b[^.;$]{0,60}\bfrom\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_SO_INCLUDED = r"(?:[^.;$€£]{0,40}|[^.;]{0,60}\bincluded?\s+(?:[A-Z]{2,3}\s+)?)(?<!under the )(?<!under a )"
_EARLIER = re.compile(
    rf"\b(?:previous|earlier|original|prior|(?:last|that) (?:week|month|year)['\N{{RIGHT SINGLE QUOTATION MARK}}]s)\s+"
    rf"(?:[\w-]+\s+){{0,2}}{_HELP}\b{_SO_INCLUDED}$"
    rf"|(?:\w['\N{{RIGHT SINGLE QUOTATION MARK}}]s?|its|their)\s+initial\s+(?:[\w-]+\s+)?{_HELP} of\s+$"
    r"|\b(?:commitment|pledge|promise)s?\s+(?:made|given)\b[^.;]{0,80}$"
    r"|\b(?:originally|initially)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_TRANCHE_OF = re.compile(
    r"\b(?:tranche|instal?lment|disbursement) (?:of|from|under) (?:a|an|the|its|their)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_INSTALMENT = re.compile(r"[^.;$€£]{0,40}\b(?:tranche|instal?lment) (?:of|from|under)\b", re.IGNORECASE)
_HAD = re.compile(r"\bhad\s+(?:(?!been\b)[\w-]+\s+){0,2}$", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:today|yesterday|this (?:week|morning|afternoon)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", re.IGNORECASE
)
_MONTH_ALONE = re.compile(rf"(?:[Ii]n\s+)?(?:early\s+|late\s+|mid-)?(?:{_MONTH})(?:\s+(?:last year|\d{{4}}))?")
_DEBT = re.compile(r"\b(?:debts?|arrears|owed)\b", re.IGNORECASE)


class Around(Struct, frozen=True):
    """What stands around a sum: the day of its report, how new the sum before is, whether its summit lies back."""

    published: dt.date | None = None
    before: Novelty | None = None
    back: bool = False


def _told_before(mention: Mention) -> str:
    """Return what the sentence says before the sum, in one line."""
    return re.sub(r"\s", " ", mention.sentence.quote[: mention.span.start - mention.sentence.start])


def _told_behind(mention: Mention) -> str:
    """Return what the sentence says behind the sum, in one line."""
    return " ".join(mention.sentence.quote[mention.span.end - mention.sentence.start :].split())


def _own_verbs(mention: Mention) -> tuple[Part, ...]:
    return tuple(part for part in mention.parts if part.role == "verb" and "lead-in" not in part.rule)


def _usual(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    del around
    yield Voice(Novelty.NEW, "nothing speaks against it", 0.7, mention.span)


def _as_before(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    if around.before and _OF_TOTAL.match(_told_behind(mention)):
        yield Voice(around.before, "document: a share of the sum before", 1.3, mention.span)


def _given_by_now(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    del around
    if _SO_FAR.match(_told_behind(mention)):
        yield Voice(Novelty.CUMULATIVE, "what has been given by now", 1.5, mention.span)


def _beside_a_past_summit(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    if (
        around.back
        and not _NOW.search(mention.sentence.quote)
        and any(part.role == "verb" and "past" in moods_of(part) for part in mention.parts)
    ):
        yield Voice(Novelty.RESTATED, "document: told of a summit that lies back", 1.3, mention.span)


def _cue_words(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    del around
    for part in mention.parts:
        for cue in cue_for(part.span.quote, "novelty") if part.role == "novelty" else ():
            if cue.value != "none":
                late = cue.value == Novelty.NEW and part.rule == "after"
                yield Voice(Novelty(cue.value), f"wording {part.rule}", part.weight * (_LATE if late else 1), part.span)


def _tense(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """What the verb that governs the sum says by its tense: given by now, taken back, ahead."""
    del around
    for part in _own_verbs(mention):
        verb, mood = verb_of(part), moods_of(part)
        if part.group or verb is None:
            continue
        if verb.stage == "give" and "perfect" in mood:
            yield Voice(Novelty.CUMULATIVE, "has already been given", _weigh_perfect(mention, verb.name), part.span)
        elif verb.role == "cancel" and not _DEBT.search(mention.sentence.quote):
            yield Voice(Novelty.RESTATED, "what is taken back was pledged before", 1.4, part.span)
        elif mood & AHEAD:
            yield Voice(Novelty.NEW, "lies ahead", 0.8, part.span)


def _weigh_perfect(mention: Mention, verb: str) -> float:
    """Return how much "has given" speaks for a total: less where the verb is of one gift, or the day is told."""
    return 0.5 if verb in _ONE_GIFT or _NOW.search(mention.sentence.quote) else 1.2


def _past_perfect(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """What "had pledged" when something else happened is no news."""
    del around
    for part in _own_verbs(mention)[:1]:
        before = mention.sentence.quote[: part.span.start - mention.sentence.start]
        if "perfect" in moods_of(part) and _HAD.search(before):
            yield Voice(Novelty.RESTATED, "had been done before", 1.5, part.span)


def _total_of_what_is_done(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    del around
    perfect = any(part.role == "verb" and "perfect" in moods_of(part) for part in mention.parts)
    if _TOTAL.search(mention.sentence.quote) and perfect:
        yield Voice(Novelty.CUMULATIVE, "a total of what has been done", 1.6, mention.span)


def _brings_to(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """What a new sum brings the total to, or what all help comes to."""
    del around
    before = _told_before(mention)
    if _BRINGS.search(before):
        yield Voice(Novelty.CUMULATIVE, "what the total comes to by it", 2.6, mention.span)
    elif _TOTALLED.search(before):
        yield Voice(Novelty.CUMULATIVE, "what all help comes to", 1.8, mention.span)


def _over_a_time(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """What was given "since 2011" or "in 2031 alone" is a total; "the worst flood since 2011" is none."""
    del around
    told, verb = mention.sentence.quote, next(iter(_own_verbs(mention)), None)
    spans = (_SINCE.search(told) and not _RECORD.search(told)) or _ALONE.search(told)
    if spans and (verb is None or _tells_of_giving(verb)):
        yield Voice(Novelty.CUMULATIVE, "what was given over a time", 1.3, mention.span)


def _tells_of_giving(part: Part) -> bool:
    """Tell whether a verb says that something has been given by now, not that it was pledged one day."""
    verb, mood = verb_of(part), moods_of(part)
    return not mood & AHEAD and ("perfect" in mood or verb is None or verb.stage != "pledged")


def _said_of_old(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """What a sum was raised from, what an instalment is of, an earlier pledge."""
    del around
    before = _told_before(mention)
    if _RAISED_FROM.search(before):
        yield Voice(Novelty.RESTATED, "what it was raised from", 2.6, mention.span)
    elif _TRANCHE_OF.search(before):
        yield Voice(Novelty.RESTATED, "the whole that an instalment is paid of", 2.0, mention.span)
    elif _INSTALMENT.match(_told_behind(mention)):
        yield Voice(Novelty.NEW, "an instalment of an older sum", 1.0, mention.span)
    elif _EARLIER.search(before):
        yield Voice(Novelty.RESTATED, "called earlier", 1.9, mention.span)


def _begun_before(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """What the sentence before dates well back ("was launched in May"), this one goes on about."""
    for part in mention.parts:
        if around.published and part.role == "time" and part.rule == "previous":
            when = read_time(part.span.quote, around.published)
            if when and (around.published - when.end).days >= _LONG_AGO:
                yield Voice(Novelty.RESTATED, "document: begun before the report", 1.4, part.span)
                return


def _told_of_the_past(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """A past verb beside a time well before the report tells of money given or pledged by then."""
    verb = next((part for part in _own_verbs(mention) if "infinitive" not in moods_of(part)), None)
    if verb is None or "past" not in moods_of(verb) or "modal" in moods_of(verb):
        return
    published = around.published
    if published is None:
        yield from _told_of_a_month(mention)
        return
    for part in mention.parts:
        if part.role != "time" or part.rule == "previous":
            continue
        when = read_time(part.span.quote, published)
        if when is None or (published - when.end).days < _LONG_AGO:
            continue
        known = verb_of(verb)
        given = known is not None and known.stage in ("give", "disbursed")
        novelty = (
            Novelty.CUMULATIVE if given and when.precision in (Precision.YEAR, Precision.RANGE) else Novelty.RESTATED
        )
        yield Voice(novelty, "told of a time before the report", 1.6, part.span)
        return


def _told_of_a_month(mention: Mention) -> Iterator[Voice[Novelty]]:
    """In a report without a day of its own, what was done "in April" is told of the past; own news has a day."""
    for part in mention.parts:
        if (
            part.role == "time"
            and part.rule != "previous"
            and _MONTH_ALONE.fullmatch(" ".join(part.span.quote.split()))
        ):
            yield Voice(Novelty.RESTATED, "told of a month, not a day", 1.2, part.span)
            return


def read_novelty(mention: Mention, around: Around) -> Choice[Novelty] | None:
    """Return whether the sum is new money or money said again."""
    return choose(voice for rule in RULES for voice in rule(mention, around))


RULES: tuple[Callable[[Mention, Around], Iterator[Voice[Novelty]]], ...] = (
    _usual,
    _as_before,
    _given_by_now,
    _beside_a_past_summit,
    _cue_words,
    _tense,
    _past_perfect,
    _total_of_what_is_done,
    _brings_to,
    _over_a_time,
    _said_of_old,
    _told_of_the_past,
    _begun_before,
)
