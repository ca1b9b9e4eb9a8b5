"""How each field of a commitment is chosen from what the reports say, and why a report may differ."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final

from pledgebook.model.currencies import money_of
from pledgebook.model.ledger import Choice
from pledgebook.model.values import FRESH, Money, Novelty, Party, PartyKind, Period, Stage, Text, Value
from pledgebook.reconcile.consensus import Said, choose, choose_wording, gather_values, rival_of, rule_by
from pledgebook.reconcile.features import EARLY_DAYS
from pledgebook.reconcile.money import Likeness, compare_same_currency, currencies_of, precision_of, rounding_step
from pledgebook.reconcile.rivals import find_slip
from pledgebook.reconcile.tellings import NEVER, Telling, is_firm, is_plain

Chooser = Callable[[Sequence[Telling], Mapping[str, str]], Choice | None]

STAGES: Final = {stage.value: place for place, stage in enumerate(Stage)}
SPAN_OF_ONE_EVENT: Final = 14
A_DAY: Final = dt.timedelta(days=1)


@cache
def home_currencies(provider: str) -> tuple[str, ...]:
    """Return the currencies of a provider's own, by its code; () for who has none."""
    return money_of(provider)


def choose_amount(tellings: Sequence[Telling], origins: Mapping[str, str]) -> Choice | None:
    """The amount in the provider's own currency if a report gives it, from most origins, then the most precise."""
    homes = {code for telling in tellings for provider in telling.gives for code in home_currencies(provider)[:1]}
    said = [one for one in gather_values(tellings, "amount", origins) if isinstance(one.values[0], Money)]

    def prefer(one: Said) -> tuple[float, ...]:
        money = _money(one)
        backing = sum(
            other.weight
            for other in said
            if compare_same_currency(money, _money(other)) and _one_currency(money, _money(other))
        )
        return (money.currency in homes, money.currency is not None, round(backing, 6), one.weight, precision_of(money))

    choice = choose("amount", said, prefer=prefer, cause=_amount_cause)
    if choice is None or len(said) == 1:
        return choice
    taken = choice.values[0]
    if isinstance(taken, Money) and taken.currency in homes and any(_money(one).currency not in homes for one in said):
        return rule_by(choice, "nearest-to-provider", f"{taken.currency} is the provider's own currency")
    return choice


def _money(said: Said) -> Money:
    value = said.values[0]
    if not isinstance(value, Money):
        raise TypeError(f"an amount must be money, not {value!r}")
    return value


def _one_currency(left: Money, right: Money) -> bool:
    if left.currency and right.currency:
        return left.currency == right.currency
    return bool(set(currencies_of(left)) & set(currencies_of(right)))


def _amount_cause(taken: Said, other: Said) -> str:
    """Return why a report gives another figure: currency, rounding, scope or typo."""
    left, right = _money(taken), _money(other)
    if not _one_currency(left, right):
        return "currency"
    if compare_same_currency(left, right) is not Likeness.UNLIKE:
        return "rounding" if left.value != right.value else "wording"
    if abs(left.value - right.value) <= max(rounding_step(left), rounding_step(right)):
        return "rounding"
    return "typo" if find_slip(left, right) else "scope"


def choose_parties(field: str) -> Chooser:
    """Return the chooser of a field of parties: most weight, of equals the fullest."""

    def chosen(tellings: Sequence[Telling], origins: Mapping[str, str]) -> Choice | None:
        said = gather_values(tellings, field, origins)
        return choose(field, said, prefer=lambda one: (one.weight, len(one.values)), cause=_party_cause)

    return chosen


def _party_cause(taken: Said, other: Said) -> str:
    """Return why a report names others: fewer, more, those who hand it on, a group they are of, or really others."""
    kinds = {value.kind for value in (*taken.values, *other.values) if isinstance(value, Party)}
    if len(kinds) > 1 or kinds & {PartyKind.GROUP, PartyKind.REGION, PartyKind.PEOPLE}:
        return "scope"
    left = {value.name for value in taken.values if isinstance(value, Party)}
    right = {value.name for value in other.values if isinstance(value, Party)}
    return "scope" if left & right else "party"


def choose_stage(tellings: Sequence[Telling], origins: Mapping[str, str]) -> Choice | None:
    """The stage most origins give; over reports weeks apart, the furthest that was reached."""
    said = gather_values(tellings, "stage", origins)
    days = [telling.published for telling in tellings if telling.published]
    apart = bool(days) and (max(days) - min(days)).days > SPAN_OF_ONE_EVENT
    choice = choose("stage", said, prefer=_furthest if apart else _most_weight, cause=lambda *_: "stage")
    if choice is None or not apart or len(said) == 1:
        return choice
    return rule_by(choice, "furthest-stage", "reports weeks apart tell of it; this is how far it came")


def _furthest(one: Said) -> tuple[float, ...]:
    return (STAGES.get(_word(one), -1), one.weight)


def _most_weight(one: Said) -> tuple[float, ...]:
    return (one.weight, STAGES.get(_word(one), -1))


def _word(one: Said) -> str:
    value = one.values[0]
    return value.value if isinstance(value, Text) else ""


def choose_novelty(tellings: Sequence[Telling], origins: Mapping[str, str]) -> Choice | None:
    """New money, unless a report of the same days says that it was told before, or it is a running total."""
    said = gather_values(tellings, "novelty", origins)
    choice = choose("novelty", said, cause=lambda *_: "novelty")
    words = {_word(one): one for one in said}
    if choice is None or len(said) == 1 or _word(said[0]) == Novelty.CUMULATIVE:
        return choice
    for again in (Novelty.RESTATED, Novelty.DRAWN_DOWN):
        fresh = max((words[new].weight for new in FRESH if new in words), default=0.0)
        if again in words and _said_again(tellings, again, plainly=words[again].weight < fresh):
            return _take(choice, said, words[again], f"a report of the same days says that it is {_spoken(again)}")
    first = next((words[fresh] for fresh in (Novelty.NEW, Novelty.TOPPED_UP) if fresh in words), None)
    if first is None:
        return choice
    return _take(choice, said, first, "the first report announces it; later ones tell of it again")


def _spoken(novelty: Novelty) -> str:
    return "taken out of an earlier sum" if novelty is Novelty.DRAWN_DOWN else "promised before"


def _said_again(tellings: Sequence[Telling], novelty: Novelty, *, plainly: bool) -> bool:
    """Tell whether the sum was told before already when the reports that call it new came out.

    Args:
        tellings: Those of one commitment.
        novelty: What some of them say.
        plainly: Whether one of them must say so with little against it, since more speaks for new money.
    """
    fresh = [telling.published or NEVER for telling in tellings if telling.novelty in FRESH]
    again = [telling for telling in tellings if telling.novelty == novelty and not _is_guess(telling)]
    again = [telling for telling in again if not _tells_of_news(telling, fresh)]
    if plainly:
        again = [telling for telling in again if is_plain(telling.statements, "novelty")]
    if not fresh or not again:
        return bool(again)
    first = min(telling.published or NEVER for telling in again)
    return NEVER in {first, min(fresh)} or (first - min(fresh)).days <= EARLY_DAYS


def _tells_of_news(again: Telling, fresh: Sequence[dt.date]) -> bool:
    """Tell whether what a report says was announced before was announced on the day of the reports that call it new."""
    known = [day for day in fresh if day != NEVER]
    return bool(known) and again.announced is not None and again.announced.start >= min(known) - A_DAY


def _is_guess(telling: Telling) -> bool:
    return not is_firm(telling.statements, "novelty")


def _take(choice: Choice, said: Sequence[Said], taken: Said, because: str) -> Choice:
    """Return the choice of one of the values said, all others as rivals."""
    rivals = tuple(rival_of(taken, one, lambda *_: "novelty") for one in said if one is not taken)
    return Choice(choice.field, taken.values, "told-before", because, taken.mentions, rivals)


def choose_announced(tellings: Sequence[Telling], origins: Mapping[str, str]) -> Choice | None:
    """When it was announced: as most origins say, of equals the narrowest time, then the earliest."""
    said = gather_values(tellings, "announced", origins)
    return choose("announced", said, prefer=lambda one: (one.weight, -_days(one), -_start(one)), cause=_date_cause)


def _days(one: Said) -> int:
    value = one.values[0]
    return (value.end - value.start).days if isinstance(value, Period) else 0


def _start(one: Said) -> int:
    value = one.values[0]
    return value.start.toordinal() if isinstance(value, Period) else 0


def _date_cause(taken: Said, other: Said) -> str:
    """Return whether another time is only less precise, or really another."""
    left, right = taken.values[0], other.values[0]
    if isinstance(left, Period) and isinstance(right, Period) and left.start <= right.end and right.start <= left.end:
        return "precision"
    return "date"


def choose_plainly(field: str, cause: str) -> Chooser:
    """Return the chooser of a field that takes the value with most weight, of equals the one with most words."""

    def chosen(tellings: Sequence[Telling], origins: Mapping[str, str]) -> Choice | None:
        return choose_wording(field, tellings, origins, cause)

    return chosen


def choose_items(tellings: Sequence[Telling], origins: Mapping[str, str]) -> Choice | None:
    """All goods that any report tells of, each kind once, with the count most origins give."""
    said = gather_values(tellings, "item", origins)
    taken: dict[str, Value] = {}
    for one in said:
        for value in one.values:
            taken.setdefault(getattr(value, "what", "").casefold(), value)
    if not taken:
        return None
    mentions = tuple(sorted({mention for one in said for mention in one.mentions}))
    return Choice("item", tuple(taken[what] for what in sorted(taken)), "gathered", "all goods told of", mentions)


CHOOSERS: Final[tuple[tuple[str, Chooser], ...]] = (
    ("amount", choose_amount),
    ("provider", choose_parties("provider")),
    ("recipient", choose_parties("recipient")),
    ("channel", choose_parties("channel")),
    ("stage", choose_stage),
    ("novelty", choose_novelty),
    ("aid_type", choose_plainly("aid_type", "scope")),
    ("general_type", choose_plainly("general_type", "scope")),
    ("mechanism", choose_plainly("mechanism", "scope")),
    ("instrument", choose_plainly("instrument", "scope")),
    ("purpose", choose_plainly("purpose", "wording")),
    ("condition", choose_plainly("condition", "wording")),
    ("spread", choose_plainly("spread", "scope")),
    ("announced", choose_announced),
    ("delivery", choose_plainly("delivery", "date")),
    ("item", choose_items),
)


def choose_fields(tellings: Sequence[Telling], origins: Mapping[str, str]) -> tuple[Choice, ...]:
    """Return the choice of every field that the tellings of one commitment speak of."""
    chosen = (chooser(tellings, origins) for _, chooser in CHOOSERS)
    return tuple(choice for choice in chosen if choice is not None)
