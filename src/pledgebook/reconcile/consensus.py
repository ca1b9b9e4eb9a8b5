"""What the reports say together: for each field the value taken, the rule that chose it, and every other value."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from pledgebook.model.ledger import Choice, Rival
from pledgebook.model.records import Decision, How, Section, Statement
from pledgebook.model.values import Value
from pledgebook.reconcile.tellings import FIRMNESS, Telling, firmness, value_key

PLACE: Final = {
    Section.TITLE: 0.6,
    Section.HEADING: 0.4,
    Section.LINK: 0.3,
    Section.FURNITURE: 0.1,
    Section.CAPTION: 0.7,
}
CLEAR_SUPPORT: Final = 1e-9
GUESSED_RULE: Final = "guessed"


class Said(Struct, frozen=True):
    """One value of a field: who says it, how firmly for each origin, and the words that say so."""

    values: tuple[Value, ...]
    mentions: tuple[str, ...]
    origins: tuple[str, ...]
    weight: float
    guessed: bool = False

    @property
    def key(self) -> str:
        """What sorts values the same in every run."""
        return "; ".join(value_key(value) for value in self.values)


Sort = Callable[[Said], tuple[float, ...]]
Cause = Callable[[Said, Said], str]


def gather_values(tellings: Sequence[Telling], field: str, origins: Mapping[str, str]) -> tuple[Said, ...]:
    """Return every value told for a field, the one with most weight first.

    The values that one mention gives side by side are one value of several parts (the parties of a joint pledge). Each
    origin lends a value its firmest telling's weight once, however many documents retell it.
    """
    weights: defaultdict[str, dict[str, float]] = defaultdict(dict)
    values: dict[str, tuple[Value, ...]] = {}
    mentions: defaultdict[str, list[str]] = defaultdict(list)
    firm: dict[str, bool] = {}
    for telling in tellings:
        told = [statement for statement in telling.statements if statement.field == field]
        if not told:
            continue
        ordered = tuple(sorted((statement.value for statement in told), key=value_key))
        key = "; ".join(map(value_key, ordered))
        values.setdefault(key, ordered)
        mentions[key].append(telling.id)
        origin = origins.get(telling.document, telling.document)
        weights[key][origin] = max(weights[key].get(origin, 0.0), _weight(telling, told))
        firm[key] = firm.get(key, False) or any(firmness(statement) > FIRMNESS[How.GUESSED] for statement in told)
    said = [
        Said(
            values[key],
            tuple(sorted(mentions[key])),
            tuple(sorted(weights[key])),
            round(sum(weights[key].values()), 6),
            guessed=not firm[key],
        )
        for key in values
    ]
    return tuple(sorted(said, key=lambda one: (-one.weight, one.key)))


def _weight(telling: Telling, told: Sequence[Statement]) -> float:
    """Return how much a telling counts: how its value is derived, and where in the report it stands."""
    return min(firmness(statement) for statement in told) * PLACE.get(telling.mention.section, 1.0)


def choose(
    field: str, said: Sequence[Said], *, prefer: Sort | None = None, cause: Cause | None = None
) -> Choice | None:
    """Return the choice of a field's value: the most weight, ties and more by `prefer`; None where nothing is said.

    Args:
        field: The field's name.
        said: Every value told.
        prefer: What to sort by instead of weight alone, largest first.
        cause: Why another value differs from the one taken, in a word; "differs" if not given.
    """
    if not said:
        return None
    sort = prefer or (lambda one: (one.weight,))
    taken = min(said, key=lambda one: (tuple(-figure for figure in sort(one)), one.key))
    rivals = tuple(rival_of(taken, other, cause) for other in said if other is not taken)
    rule, because = _why(taken, said)
    return Choice(field, taken.values, rule, because, taken.mentions, rivals)


def choose_wording(
    field: str, tellings: Sequence[Telling], origins: Mapping[str, str], why: str = "wording"
) -> Choice | None:
    """Return the choice of a field's most weighty value, of equals the one with most words; `why` others differ."""
    said = gather_values(tellings, field, origins)
    return choose(field, said, prefer=lambda one: (one.weight, len(one.key)), cause=lambda *_: why)


def rival_of(taken: Said, other: Said, cause: Cause | None) -> Rival:
    """Return a value that was not taken, with why it differs; a value that nobody says outright is only a guess."""
    why = GUESSED_RULE if other.guessed else cause(taken, other) if cause else "differs"
    return Rival(other.values, why, other.mentions)


def _why(taken: Said, said: Sequence[Said]) -> tuple[str, str]:
    """Return the rule that chose and its words."""
    count = len(taken.origins)
    if taken.guessed:
        return GUESSED_RULE, "no report says it outright; this is usual where nothing is said"
    if len(said) == 1:
        return "unanimous", f"all that speak of it say so ({_count(count)})"
    others = max(one.weight for one in said if one is not taken)
    if count > max(len(one.origins) for one in said if one is not taken):
        return "most-origins", f"{_count(count)} say so, more than for any other value"
    if taken.weight > others + CLEAR_SUPPORT:
        return "firmest", f"said most firmly ({_count(count)}; weight {taken.weight:g} against {others:g})"
    return "preferred", f"as well supported as any other, and preferred by the rule of the field ({_count(count)})"


def _count(origins: int) -> str:
    return "one origin" if origins == 1 else f"{origins} independent origins"


def rule_by(choice: Choice, rule: str, because: str) -> Choice:
    """Return a choice under the name and words of the rule that really made it."""
    return Choice(choice.field, choice.values, rule, because, choice.mentions, choice.rivals, choice.decided_by)


def apply_decisions(choices: Iterable[Choice], decisions: Sequence[Decision]) -> tuple[Choice, ...]:
    """Return the choices with what a person set in place of what the rules chose; the last word counts."""
    by_field = {choice.field: choice for choice in choices}
    for decision in decisions:
        if decision.field and decision.value:
            by_field[decision.field] = _set(decision, by_field.get(decision.field))
    return tuple(by_field[field] for field in sorted(by_field))


def _set(decision: Decision, choice: Choice | None) -> Choice:
    """Return a choice that a person made, with what the reports say as rivals."""
    rivals: tuple[Rival, ...] = ()
    if choice is not None and choice.values != decision.value:
        rivals = (Rival(choice.values, "decided", choice.mentions), *choice.rivals)
    because = decision.why or "set by a person"
    return Choice(decision.field, decision.value, "decided", because, _anchors(decision), rivals, decision.by)


def _anchors(decision: Decision) -> tuple[str, ...]:
    return tuple(sorted({anchor for group in decision.anchors for anchor in group}))
