"""Whether a sum is new money, money said again, or a running total: what wording, tense and time say, one rule each."""

import datetime as dt
import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from pledgebook.model.cues import Verb, cue_for
from pledgebook.model.records import Mention, Part, Section
from pledgebook.model.values import Novelty, Precision
from pledgebook.resolve import newness
from pledgebook.resolve.beside import is_of_debt, may_be_drawn, own_verbs, words_before, words_behind
from pledgebook.resolve.dates import read_time
from pledgebook.resolve.moods import AHEAD, moods_of, verb_of
from pledgebook.resolve.retold import OF_OLD, OF_TOTALS, hear_first, is_aside
from pledgebook.resolve.weighing import Choice, Voice, choose

_LONG_AGO = 40  # days before the report after which what was pledged is no news
_LATE = 0.3  # "new" far behind a sum rather speaks of something else
_ONE_GIFT = frozenset({"donate", "grant", "lend", "deliver", "send"})  # verbs of a single act, even in the perfect
_AFAR = 0.5
_NEAR = 45  # characters on either side of a sum in which "in total" speaks of it
_AGES = 3650  # days before the report after which a time is history, not the sum's own


class Around(Struct, frozen=True):
    """What stands around a sum: the day of its report, how new the sum before is, whether its summit lies back."""

    published: dt.date | None = None
    before: Novelty | None = None
    back: bool = False


def _usual(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    del around
    yield Voice(Novelty.NEW, "nothing speaks against it", 0.7, mention.span)


def _as_before(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    if around.before and newness.OF_TOTAL.match(words_behind(mention)):
        yield Voice(around.before, "document: a share of the sum before", 1.3, mention.span)


def _given_by_now(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    del around
    behind = words_behind(mention)
    if (" has " in behind or " have " in behind or " had " in behind) and newness.SO_FAR.match(behind):
        yield Voice(Novelty.CUMULATIVE, "what has been given by now", 1.5, mention.span)


def _beside_a_past_summit(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    if (
        around.back
        and not newness.NOW.search(mention.sentence.quote)
        and any(part.role == "verb" and "past" in moods_of(part) for part in mention.parts)
    ):
        yield Voice(Novelty.RESTATED, "document: told of a summit that lies back", 1.3, mention.span)


def _cue_words(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    del around
    for part in mention.parts:
        for cue in cue_for(part.span.quote, "novelty") if part.role == "novelty" else ():
            if cue.value != "none":
                yield Voice(Novelty(cue.value), f"wording {part.rule}", part.weight * _trust(mention, part), part.span)


def _trust(mention: Mention, part: Part) -> float:
    """Return how far a cue word speaks of this sum, by where it stands."""
    words, told = part.span.quote.lower(), mention.sentence.quote
    if words.startswith(newness.ADJECTIVES) and part.span.start >= mention.span.end:
        between = told[mention.span.end - mention.sentence.start : part.span.start - mention.sentence.start]
        return 1 if part.rule == "beside" and newness.OF_THE_SUM.match(between) else _LATE
    if words.startswith(("reaffirm", "reiterat")) and _announces_behind(mention, part):
        return _LATE
    if _is_of_another(mention, part) or _says_nothing(told, part.span.start - mention.sentence.start, words):
        return 0
    return _AFAR if part.rule == "afar" else 1


def _announces_behind(mention: Mention, part: Part) -> bool:
    """Tell whether a sum is announced behind a word for saying an older thing again: "reaffirmed ties, announcing"."""
    verbs = ((one, verb_of(one)) for one in own_verbs(mention))
    return any(verb and verb.role == "announce" and one.span.start >= part.span.end for one, verb in verbs)


def _is_of_another(mention: Mention, part: Part) -> bool:
    """Tell whether a cue behind a sum speaks of the next, "bringing the total so far to", or one before of the last."""
    told, start, words = mention.sentence.quote, mention.sentence.start, part.span.quote.lower()
    if words in ("to date", "so far") and newness.SUPERLATIVE.search(told):
        return True
    if part.span.start < mention.span.end:
        return words == "on top of" and part.span.end <= mention.span.start
    if words.startswith(("bring", "brought", "total")) or newness.NEXT_SUM.match(told, part.span.end - start):
        return True  # what a sum brings the total to stands behind it
    if words == "previously" and newness.ADDED_TO.search(told, mention.span.end - start, part.span.start - start):
        return True
    brought = newness.BRINGING.search(told, mention.span.end - start, part.span.start - start)
    return bool(brought or newness.NEXT_DEED.match(told, part.span.start - start))


def _says_nothing(told: str, at: int, words: str) -> bool:
    """Tell whether a cue is denied, or tells no time: "not previously announced", "pledged in new aid"."""
    after = told[at + len(words) :].lstrip()
    if words.endswith(" in") and not newness.TIME_BEHIND.match(after):
        return True
    if after.startswith(",") and newness.OF_THE_LAST.search(told[:at]):
        return True
    return newness.FRIENDSHIP.match(after) is not None or newness.NOT_YET.search(told[:at]) is not None


def _tense(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """What the verb that governs the sum says by its tense: given by now, taken back, ahead."""
    del around
    for part in own_verbs(mention):
        verb, mood = verb_of(part), moods_of(part)
        if part.group or verb is None:
            continue
        if "perfect" in mood and (verb.stage == "give" or (verb.role == "cancel" and is_of_debt(mention))):
            yield Voice(Novelty.CUMULATIVE, "has already been given", _weigh_perfect(mention, verb), part.span)
        elif verb.role == "cancel" and not _is_no_loss(mention, part):
            yield Voice(Novelty.RESTATED, "what is taken back was pledged before", 2.0, part.span)
        elif mood & AHEAD:
            yield Voice(Novelty.NEW, "lies ahead", 0.8, part.span)


def _is_no_loss(mention: Mention, part: Part) -> bool:
    """Tell whether what is cancelled is a debt or another clause's, or what is withdrawn may be drawn from a loan."""
    return is_aside(mention, part) or is_of_debt(mention) or may_be_drawn(mention, part)


def _weigh_perfect(mention: Mention, verb: Verb) -> float:
    """Return how much "has given" speaks for a total: less of one gift, in news, or where the day is told."""
    one = verb.name in _ONE_GIFT or verb.role == "get" or newness.NOW.search(mention.sentence.quote)
    if mention.section is Section.LEAD:
        return 0.5 if one else 0.6
    return 0.5 if one else 1.2


def _past_perfect(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """What "had pledged" when something else happened is no news."""
    del around
    for part in own_verbs(mention)[:1]:
        before = mention.sentence.quote[: part.span.start - mention.sentence.start]
        known = verb_of(part)
        got = known is not None and known.role == "get"  # "the conference had secured" tells of what it just did
        if "perfect" in moods_of(part) and newness.HAD.search(before) and not got and not newness.SAID.search(before):
            yield Voice(Novelty.RESTATED, "had been done before", 1.5, part.span)


def _total_of_what_is_done(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    del around
    perfect = any(_has_given(part) for part in mention.parts if part.role == "verb")
    near = words_before(mention)[-_NEAR:] + mention.span.quote + words_behind(mention)[:_NEAR]
    if perfect and newness.TOTAL.search(near):
        yield Voice(Novelty.CUMULATIVE, "a total of what has been done", 1.6, mention.span)


def _has_given(part: Part) -> bool:
    """Tell whether a verb says that something has been given or set aside, not only approved or pledged."""
    verb = verb_of(part)
    given = verb is not None and (verb.stage in ("give", "disbursed", "allocated") or verb.name == "commit")
    return "perfect" in moods_of(part) and given


def _brings_to(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """What a new sum brings the total to, or what all help comes to."""
    del around
    yield from hear_first(OF_TOTALS, mention)


def _over_a_time(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """What was given "since 2011" or "in 2031 alone" is a total; "the worst flood since 2011" is none."""
    del around
    told, verb = mention.sentence.quote, next(iter(own_verbs(mention)), None)
    since = newness.SINCE.search(told)
    at = mention.span.end - mention.sentence.start
    near = since is not None and (since.start() < at or not newness.SUM.search(told, at, since.start()))
    other = since and (newness.RECORD.search(told) or newness.TROUBLED_SINCE.search(told))
    spans = (near and not other) or newness.ALONE.search(told)
    over = spans and (verb is None or _tells_of_giving(verb))
    past = verb is not None and "past" in moods_of(verb) and not newness.DAY.search(told)
    years = past and newness.BETWEEN_YEARS.search(told)
    if over or years or (verb is not None and "perfect" in moods_of(verb) and _is_done_by(mention, verb)):
        yield Voice(Novelty.CUMULATIVE, "what was given over a time", 1.7, mention.span)


def _is_done_by(mention: Mention, verb: Part) -> bool:
    """Tell whether "has given" is told of a time that begins or ends in words: "Since he took office", "by 2030"."""
    known, before = verb_of(verb), words_before(mention)
    given = known is not None and known.stage in ("give", "disbursed")
    return bool(newness.FROM_THERE.match(before)) or (given and bool(newness.BY_YEAR.search(mention.sentence.quote)))


def _tells_of_giving(part: Part) -> bool:
    """Tell whether a verb says that something has been given by now, not that it was pledged one day."""
    verb, mood = verb_of(part), moods_of(part)
    return not mood & AHEAD and ("perfect" in mood or verb is None or verb.stage != "pledged")


def _said_of_old(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """What a sum was raised from, what an instalment is of, an earlier pledge."""
    del around
    news = mention.section in (Section.TITLE, Section.LEAD)  # what was "recently" done is the news itself there
    yield from hear_first(OF_OLD[:-1] if news else OF_OLD, mention)


def _built_on(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """What a gift adds to was given or announced before it: "this builds on", "in addition to", "on top of"."""
    del around
    before = words_before(mention)
    if newness.SAID_NOW.match(words_behind(mention)):
        yield Voice(Novelty.NEW, "announced now", 2.0, mention.span)
        return
    found = list(newness.BUILDS.finditer(before))
    if found and not _is_told_apart(before, found[-1]):
        running = newness.RUNNING.search(before, found[-1].end()) or newness.RUNNING.match(words_behind(mention))
        running = running or newness.FROM_THERE.match(before)
        yield Voice(Novelty.CUMULATIVE if running else Novelty.RESTATED, "what a gift adds to", 2.4, mention.span)


def _is_told_apart(before: str, found: re.Match[str]) -> bool:
    """Tell whether a gift adds to another sum, a deed, or to what a comma closes: "In addition to talks, it gave"."""
    added = found.group().lower().startswith(("in addition", "on top", "additional", "separate"))
    closed = added and "," in before[found.end() :] and not newness.FROM_THERE.match(before)
    return bool(closed or newness.SUM.search(before, found.end()) or newness.DOING.match(before, found.end()))


def _beside_the_sum_before(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """A sum that "and" joins to the one before it under one verb is as new as that one."""
    before = words_before(mention)
    found = list(newness.SUM.finditer(before))
    if not found or around.before is None or around.before is Novelty.NEW:
        return
    joined = newness.JOINED.fullmatch(before, found[-1].end())
    at = mention.sentence.start + found[-1].start()
    if joined and not any(part.span.start > at and "gerund" not in moods_of(part) for part in own_verbs(mention)):
        yield Voice(around.before, "document: told with the sum before", 1.4, mention.span)


def _share_of_a_whole(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """A share that "Of the 9 million", "Of this" or "including" opens is as new as its whole."""
    before = words_before(mention)
    which = newness.OF_WHICH.search(before)
    if around.before is Novelty.RESTATED and newness.WHOLE_OPENS.fullmatch(before):
        return  # "Of the 9 million" names the whole itself, not a share of an older sum that stands between
    opens = newness.SHARE_OF.match(before) or newness.INCLUDING.search(before)
    if around.before and (opens or (which and newness.SUM.search(before, 0, which.start()))):
        yield Voice(around.before, "document: a share of the sum before", 1.5, mention.span)


def _begun_before(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """What the sentence before dates well back ("was launched in May"), this one goes on about."""
    for part in mention.parts:
        if around.published and part.role == "time" and part.rule == "previous":
            when = read_time(part.span.quote, around.published)
            if when and _LONG_AGO <= (around.published - when.end).days < _AGES:
                yield Voice(Novelty.RESTATED, "document: begun before the report", 1.4, part.span)
                return


def _told_of_the_past(mention: Mention, around: Around) -> Iterator[Voice[Novelty]]:
    """A past verb beside a time well before the report tells of money given or pledged by then."""
    verb = next((part for part in own_verbs(mention) if "infinitive" not in moods_of(part)), None)
    if verb is None or not _is_past(verb) or "modal" in moods_of(verb) or _is_as_it_stands(mention, verb):
        return
    published = around.published
    if published is None:
        yield from _told_of_a_month(mention)
        yield from _told_of_a_year(mention, verb)
        return
    for part in mention.parts:
        if part.role != "time" or part.rule == "previous" or _is_of_an_event(mention, part):
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


def _is_past(part: Part) -> bool:
    """Tell whether a verb tells of the past; "receiving" behind a verb in the past does too."""
    verb, mood = verb_of(part), moods_of(part)
    return "past" in mood or ("gerund" in mood and verb is not None and verb.role == "get")


def _is_as_it_stands(mention: Mention, verb: Part) -> bool:
    """Tell whether a verb says how a sum stands now: "is earmarked"."""
    told = mention.sentence.quote[: max(verb.span.start - mention.sentence.start, 0)]
    return "passive" in moods_of(verb) and newness.IS_NOW.search(told) is not None


def _is_of_an_event(mention: Mention, time: Part) -> bool:
    """Tell whether a time is that of an event, "which struck in 2019", or bounds what help is for, "until April"."""
    told, at = mention.sentence.quote, mention.sentence.start
    behind = mention.span.end - at if time.span.start > mention.span.end else 0
    before, words = told[behind : time.span.start - at], time.span.quote.split()
    if words[0].lower() in newness.BOUNDS or newness.PERIOD.search(before) or newness.EVENT_YEAR.search(before):
        return True
    return newness.TROUBLED_SINCE.search(told[behind : time.span.end - at]) is not None


def _told_of_a_month(mention: Mention) -> Iterator[Voice[Novelty]]:
    """In a report without a day of its own, what was done "in April" is told of the past; own news has a day."""
    for part in mention.parts:
        own = part.role == "time" and part.rule != "previous" and not _is_of_an_event(mention, part)
        if own and newness.MONTH_ALONE.fullmatch(" ".join(part.span.quote.split())):
            yield Voice(Novelty.RESTATED, "told of a month, not a day", 1.2, part.span)
            return


def _told_of_a_year(mention: Mention, verb: Part) -> Iterator[Voice[Novelty]]:
    """In a report without a day of its own, what was given "in 2030" is a year's total; news would name a day."""
    told, known = mention.sentence.quote, verb_of(verb)
    year, day = newness.YEAR_ONLY.search(told), newness.DAY.search(told)
    at = verb.span.start - mention.sentence.start
    said = day and newness.SAYING.search(told, day.end(), max(at, day.end()))  # "On May 2, it reported that it gave"
    behind = mention.span.end - mention.sentence.start
    meant_for = year is not None and year.group()[:3] == "for"
    if year is None or (day and (meant_for or not said)) or known is None:
        return
    if newness.EVENT_YEAR.search(told[behind if year.start() > behind else 0 : year.start()]):
        return
    promised = known.stage in ("allocated", "committed", "pledged") and newness.OPENING_YEAR.match(told)
    once = known.name in ("contribute", "disburse") and "perfect" not in moods_of(verb) and not meant_for
    if promised or once:
        yield Voice(Novelty.RESTATED, "told of a year, not a day", 1.8, mention.span)
    elif known.stage in ("give", "disbursed"):
        yield Voice(Novelty.CUMULATIVE, "told of a year, not a day", 1.2, mention.span)


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
    _built_on,
    _beside_the_sum_before,
    _share_of_a_whole,
    _told_of_the_past,
    _begun_before,
)
