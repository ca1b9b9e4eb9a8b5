"""What a part takes from its whole in the same report: who gives and gets, and the currency of a bare sign."""

from collections.abc import Sequence
from typing import Final

import msgspec

from pledgebook.model.currencies import load_currencies
from pledgebook.model.records import How, Statement
from pledgebook.model.values import Money, Party, PartyKind
from pledgebook.reconcile.tellings import Telling, firmness, make_telling, values_of

OUTRIGHT: Final = 0.9
USUAL_CURRENCY: Final = "currency_usual"


def inherit_from_wholes(told: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return the tellings of one report, each part with what it does not say outright as its whole has it.

    "The package includes 835 million" names nobody; who gives the package gives its parts, whatever else the report
    speaks of. A bare sign that was read as what it usually means is read in the currency of the whole.
    """
    by_id = {telling.id: telling for telling in told}
    return tuple(_inherit(t, by_id[t.part_of]) if t.part_of in by_id else t for t in told)


def _inherit(part: Telling, whole: Telling) -> Telling:
    statements = part.statements
    for field in ("provider", "recipient"):
        statements = _parties_of(field, part, whole, statements)
    statements = tuple(_in_currency_of(statement, whole) for statement in statements)
    if statements == part.statements:
        return part
    made = make_telling(part.mention, statements, part.published)
    return msgspec.structs.replace(made, part_of=part.part_of)


def _parties_of(field: str, part: Telling, whole: Telling, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return a part's statements, with its whole's parties where it names none outright and the whole does better."""
    own = [statement for statement in statements if statement.field == field]
    its = [statement for statement in whole.statements if statement.field == field]
    if not its or any(firmness(statement) >= OUTRIGHT for statement in own):
        return statements
    gets = {party.name for party in values_of(whole.statements, "recipient", Party)}
    turned = field == "provider" and any(isinstance(s.value, Party) and s.value.name in gets for s in own)
    if field == "provider" and not turned and len(its) > 1 and _is_another_of_many(own, its):
        return statements
    if own and not turned and max(map(firmness, own)) >= max(map(firmness, its)):
        return statements
    reason = "the part of a sum has the parties of its whole"
    taken = [Statement(part.id, field, s.value, "as_its_whole", How.DOCUMENT, s.span, reason) for s in its]
    return (*(statement for statement in statements if statement.field != field), *taken)


def _is_another_of_many(own: Sequence[Statement], its: Sequence[Statement]) -> bool:
    """Tell whether a sum has one giver who is none of those that its whole names: one of many who make up a total."""
    told = {s.value.code or s.value.name for s in its if isinstance(s.value, Party)}
    parties = [s.value for s in own if isinstance(s.value, Party)]
    return len(parties) == 1 and parties[0].kind is not PartyKind.GROUP and parties[0].code not in {"", *told}


def _in_currency_of(statement: Statement, whole: Telling) -> Statement:
    """Return a statement of a sum in its whole's currency where a bare sign may well stand for it."""
    money = statement.value
    if statement.field != "amount" or statement.rule != USUAL_CURRENCY or not isinstance(money, Money):
        return statement
    code = whole.amount.currency if whole.amount else None
    if code is None or money.currency is None or code == money.currency or not _share_unit(code, money.currency):
        return statement
    settled = msgspec.structs.replace(money, currency=code, candidates=tuple(sorted((code, money.currency))))
    reason = f"the whole that it is a part of is in {code}"
    return msgspec.structs.replace(statement, value=settled, rule="currency_of_whole", how=How.DOCUMENT, reason=reason)


def _share_unit(one: str, other: str) -> bool:
    """Tell whether two currencies are called by one word, as dollars are."""
    known = load_currencies()
    return one in known and other in known and bool(set(known[one].units) & set(known[other].units))
