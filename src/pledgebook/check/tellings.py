"""Reports that tell one thing differently: when it was, whether it is new, how far it came, who gives and gets."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from pledgebook.check.bench import Bench, choice_of, firm_rivals, is_guessed, join_words, make_finding, say_values
from pledgebook.check.suggesting import to_join, to_keep_apart, to_set
from pledgebook.model.ledger import Choice, Commitment, Event, Finding, Rival, Severity
from pledgebook.model.values import FRESH, Money, Novelty, Party, Period, Stage, Text, Value

V = TypeVar("V", Money, Period)

TOLD_BEFORE: Final = {Novelty.RESTATED, Novelty.DRAWN_DOWN}
PLAIN: Final = 4.0
CLEAR: Final = 1.0
A_DAY: Final = dt.timedelta(days=1)
FAR_STAGES: Final = (
    ({Stage.CONSIDERED}, {Stage.DISBURSED, Stage.DELIVERED}),
    ({Stage.CANCELLED}, {Stage.PLEDGED, Stage.COMMITTED, Stage.ALLOCATED, Stage.DISBURSED, Stage.DELIVERED}),
)


def date_conflict(bench: Bench) -> Iterator[Finding]:
    """A report's date for an event, or for an announcement, breaks what the others say."""
    for event in bench.ledger.events:
        if len(event.documents) > 1:
            yield from _event_dates(bench, event)
    for one in bench.ledger.commitments:
        choice = choice_of(one.choices, "announced")
        for rival in firm_rivals(choice):
            if choice is not None and rival.cause == "date" and not is_guessed(choice):
                told = f"announced {say_values(choice.values)}, says {_who(bench, choice)}"
                other = f"{say_values(rival.values)}, says {_who(bench, rival)}"
                yield _conflict(bench, "date_conflict", f"{_title(one)}: {told}; {other}", choice, rival, one.id)


def _event_dates(bench: Bench, event: Event) -> Iterator[Finding]:
    choice = choice_of(event.choices, "date")
    for rival in firm_rivals(choice):
        if choice is None or not rival.cause.startswith("date: "):
            continue
        where = f" in {event.where}" if event.where else ""
        documents = bench.documents_of(rival.mentions)
        yield make_finding(
            "date_conflict",
            Severity.WARNING,
            f"{bench.names(documents)} dates the {event.type}{where} {say_values(rival.values)}: "
            f"{rival.cause.removeprefix('date: ')}. {say_values(choice.values)} is taken: {choice.because}",
            cause="date",
            evidence=bench.evidence([*rival.mentions, *choice.mentions]),
            about=[event.id],
            suggestion=f"The solved date is taken; {to_set(event.id, 'date', rival.values)} takes the other.",
        )


def novelty_conflict(bench: Bench) -> Iterator[Finding]:
    """One report calls a sum new or additional, another says that it was promised before."""
    for one in bench.ledger.commitments:
        choice = choice_of(one.choices, "novelty")
        if choice is None or is_guessed(choice) or choice.rule == "as-its-whole":
            continue
        for rival in firm_rivals(choice):
            words = {_word(choice.values), _word(rival.values)}
            if words & FRESH and words & TOLD_BEFORE and _same_days(bench, choice, rival):
                fresh, again = (choice, rival) if _word(choice.values) in FRESH else (rival, choice)
                told = {*bench.documents_of(choice.mentions), *bench.documents_of(rival.mentions)}
                plainly = _is_plainly_told_again(bench, again) and _tells_of_then(bench, fresh, again)
                if len(told) == 1 or not plainly:
                    continue
                message = (
                    f"{_title(one)}: {_who(bench, fresh)} {_verb(fresh, bench, 'present')} it as "
                    f"{_said_of(bench, fresh.mentions)}, {_who(bench, again)} {_verb(again, bench, 'say')} that it "
                    f"was promised before"
                )
                yield _conflict(bench, "novelty_conflict", message, choice, rival, one.id)


def _tells_of_then(bench: Bench, fresh: Choice | Rival, again: Choice | Rival) -> bool:
    """Tell whether what is told again, the same figure, is older than the report that calls it new.

    "The sum we announced yesterday" may be the announcement itself.
    """
    figures = [{m.value for m in _told_as(bench, told, "amount", Money)} for told in (fresh, again)]
    if all(figures) and figures[0].isdisjoint(figures[1]):
        return False
    days = [bench.readings[d].published for told in (fresh, again) for d in bench.documents_of(told.mentions)]
    if None in days:
        return True
    news = min(filter(None, (bench.readings[d].published for d in bench.documents_of(fresh.mentions))))
    first = min(filter(None, (bench.readings[d].published for d in bench.documents_of(again.mentions))))
    return first < news or any(one.end < news - A_DAY for one in _told_as(bench, again, "announced", Period))


def _told_as(bench: Bench, told: Choice | Rival, field: str, shape: type[V]) -> list[V]:
    """Return the values that the mentions of a choice give a field."""
    values = (one.value for mention in told.mentions for one in bench.statements(mention, field))
    return [value for value in values if isinstance(value, shape)]


def _said_of(bench: Bench, mentions: Sequence[str]) -> str:
    """Return the words that make a sum sound new, in quotes, "new" where no words do."""
    told = {
        part.span.quote
        for one in mentions
        if (mention := bench.mention(one)) is not None
        for part in mention.parts
        if part.role in {"novelty", "new"}
    }
    return join_words([f"“{words}”" for words in sorted(told)[:2]]) or "new"


def _same_days(bench: Bench, choice: Choice, rival: Rival) -> bool:
    """Tell whether the two tellings are not simply an announcement and what is told of it later."""
    days = [bench.readings[d].published for m in (choice, rival) for d in bench.documents_of(m.mentions)]
    known = [day for day in days if day is not None]
    return len(known) < len(days) or (max(known) - min(known)).days <= 3  # noqa: PLR2004 - a news cycle


def told_as_new_twice(bench: Bench) -> Iterator[Finding]:
    """An equal sum for the same is told as new of two events within days: one of them may count it again."""
    for one in bench.ledger.commitments:
        for first in filter(None, map(bench.commitment, one.echoes)):
            tells, told = bench.names(one.documents), bench.names(first.documents)
            two = to_keep_apart(first.id, one.id)
            yield make_finding(
                "told_as_new_twice",
                Severity.NOTICE,
                f"{_title(one)} is told as new by {tells}, as by {told} days before: one sum may count twice",
                cause="novelty",
                evidence=bench.evidence([*first.mentions, *one.mentions]),
                about=[first.id, one.id],
                suggestion=f"{to_join(first.id, one.id)} counts it once, {two} keeps them two.",
            )


def stage_conflict(bench: Bench) -> Iterator[Finding]:
    """Reports of the same days disagree on how far an undertaking has come by more than a step."""
    for one in bench.ledger.commitments:
        choice = choice_of(one.choices, "stage")
        if choice is None or is_guessed(choice):
            continue
        for rival in firm_rivals(choice):
            words = [_word(choice.values), _word(rival.values)]
            clear = _is_clear(bench, "stage", choice, CLEAR) and _is_clear(bench, "stage", rival, CLEAR)
            far = _far_apart(*words) and clear
            if far and _same_days(bench, choice, rival) and _two_reports(bench, choice, rival):
                told = f"{words[0]}, says {_who(bench, choice)}"
                other = f"{words[1]}, says {_who(bench, rival)}"
                yield _conflict(bench, "stage_conflict", f"{_title(one)}: {told}; {other}", choice, rival, one.id)


def _is_plainly_told_again(bench: Bench, again: Choice | Rival) -> bool:
    """Tell whether one report says with little against it that a sum was promised before, or several say it clearly."""
    clear = [mention for mention in again.mentions if bench.backing(mention, "novelty", _word(again.values)) >= CLEAR]
    return len(bench.documents_of(clear)) > 1 or _is_clear(bench, "novelty", again, PLAIN)


def _is_clear(bench: Bench, field: str, told: Choice | Rival, least: float) -> bool:
    """Tell whether one of the mentions of a word says it with little in its report against it."""
    says = _word(told.values)
    return any(bench.backing(mention, field, says) >= least for mention in told.mentions)


def _who(bench: Bench, told: Choice | Rival) -> str:
    """Return who tells a value, by the names of the reports."""
    return bench.names(bench.documents_of(told.mentions))


def _verb(told: Choice | Rival, bench: Bench, verb: str) -> str:
    """Return a verb as one report or several take it."""
    return verb if " and " in _who(bench, told) else f"{verb}s"


def _two_reports(bench: Bench, choice: Choice, rival: Rival) -> bool:
    return not set(bench.documents_of(rival.mentions)) & set(bench.documents_of(choice.mentions))


def _far_apart(one: str, other: str) -> bool:
    return any((one in low and other in high) or (other in low and one in high) for low, high in FAR_STAGES)


def party_conflict(bench: Bench) -> Iterator[Finding]:
    """Reports name wholly different givers of one sum."""
    for one in bench.ledger.commitments:
        choice = choice_of(one.choices, "provider")
        if choice is None or is_guessed(choice):
            continue
        for rival in firm_rivals(choice):
            getters = {value.name for value in one.recipients}
            turned = any(isinstance(v, Party) and v.name in getters for v in (*choice.values, *rival.values))
            if rival.cause == "party" and not turned and _two_reports(bench, choice, rival):
                told = f"{say_values(choice.values)} gives it, says {_who(bench, choice)}"
                other = f"{say_values(rival.values)}, says {_who(bench, rival)}"
                yield _conflict(bench, "party_conflict", f"{_title(one)}: {told}; {other}", choice, rival, one.id)


def _conflict(bench: Bench, code: str, message: str, choice: Choice, rival: Rival, about: str) -> Finding:
    return make_finding(
        code,
        Severity.WARNING,
        message,
        cause=rival.cause,
        evidence=bench.evidence([*choice.mentions, *rival.mentions]),
        about=[about],
        suggestion=f"Both stay on record; {to_set(about, choice.field, rival.values)} takes the other.",
    )


def _word(values: Sequence[Value]) -> str:
    return next((value.value for value in values if isinstance(value, Text)), "")


def _title(one: Commitment) -> str:
    gives = say_values(one.providers) or "Somebody"
    gets = f" for {say_values(one.recipients)}" if one.recipients else ""
    what = say_values([one.amount]) if one.amount else say_values(one.items) or "aid"
    return f"{gives}\u2019s {what}{gets}"


CHECKS: Final[tuple[Callable[[Bench], Iterator[Finding]], ...]] = (
    date_conflict,
    novelty_conflict,
    told_as_new_twice,
    stage_conflict,
    party_conflict,
)
