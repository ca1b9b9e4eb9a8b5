"""Who gives and who gets, read anew where the reports of one sum tell the two the other way round."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from pledgebook.model.records import How, Statement
from pledgebook.reconcile.tellings import Telling, firmness

Way = tuple[str, str]
OTHER_SIDE = {"provider": "recipient", "recipient": "provider"}


def settle_turns(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return the tellings of one commitment, all from the giver to the getter that most reports, or the firmest, name.

    Nobody gives another the money that the other gives it: a sum that two reports tell both ways is misread in one.
    """
    ways = _weigh(tellings)
    if not any((getter, giver) in ways for giver, getter in ways):
        return tuple(tellings)
    giver, getter = max(ways, key=lambda way: (len(ways[way]), sum(ways[way].values()), way))
    return tuple(_turn(telling) if _is_turned(telling, giver, getter) else telling for telling in tellings)


def _weigh(tellings: Sequence[Telling]) -> dict[Way, dict[str, float]]:
    """Return for each way from one party to one other how firmly each report tells it."""
    ways: defaultdict[Way, dict[str, float]] = defaultdict(dict)
    for telling in tellings:
        if len(telling.gives) == len(telling.gets) == 1:
            way = (telling.gives[0], telling.gets[0])
            told = [firmness(one) for one in telling.statements if one.field in OTHER_SIDE]
            ways[way][telling.document] = max(ways[way].get(telling.document, 0.0), min(told, default=0.0))
    return ways


def _is_turned(telling: Telling, giver: str, getter: str) -> bool:
    return telling.gives == (getter,) and telling.gets in {(giver,), ()}


def _turn(telling: Telling) -> Telling:
    """Return a telling with its giver as getter, and its getter as giver."""
    statements = tuple(_turn_statement(one) for one in telling.statements)
    return msgspec.structs.replace(
        telling, statements=statements, gives=telling.gets, gets=telling.gives,
        gives_firmly=telling.gets_firmly, gets_firmly=telling.gives_firmly,
    )  # fmt: skip


def _turn_statement(one: Statement) -> Statement:
    if one.field not in OTHER_SIDE:
        return one
    reason = "the other reports of the same sum tell it the other way round"
    return msgspec.structs.replace(
        one, field=OTHER_SIDE[one.field], how=How.STORY, rule="turned_as_others", reason=reason
    )
