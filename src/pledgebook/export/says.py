"""Mentions as entries of the JSON ledger: the words, and what one report says by itself there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec

from pledgebook.export.entries import write_item, write_money, write_party, write_span, write_value
from pledgebook.export.ledger_file import MentionEntry, Says, StatementEntry, VoteEntry
from pledgebook.model.records import How, Kind, Mention, Reading, Statement, content_id
from pledgebook.model.values import Item, Money, Party, Text

# the field of a statement, and the field of `says` that gathers its values
LISTS: Final = {
    "equivalent": "equivalents",
    "item": "items",
    "provider": "providers",
    "recipient": "recipients",
    "channel": "channels",
    "party": "parties",
    "who": "who",
}
SINGLES: Final = ("amount", "actor", "agency", "aid_type", "general_type", "stage", "novelty")
FIRMNESS: Final = {how: place for place, how in enumerate(How)}


def order_statements(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements with the firmest first, otherwise as they stand."""
    return sorted(statements, key=lambda each: FIRMNESS[each.how])


def _plain(statement: Statement) -> Any:  # noqa: ANN401 - the kind of entry hangs on the field
    match statement.value:
        case Money():
            return write_money(statement.value)
        case Party():
            return write_party(statement.value)
        case Item():
            return write_item(statement.value)
        case Text():
            return statement.value.value
        case _:
            return None


def write_says(statements: Sequence[Statement]) -> Says:
    """Return what a report says at one place; of several values of a single field the firmest stands."""
    lists: dict[str, list[Any]] = {}
    singles: dict[str, Any] = {}
    other: dict[str, list[Any]] = {}
    for statement in order_statements(statements):
        if statement.field in LISTS:
            lists.setdefault(LISTS[statement.field], []).append(_plain(statement))
        elif statement.field in SINGLES:
            singles.setdefault(statement.field, _plain(statement))
        else:
            other.setdefault(statement.field, []).append(write_value(statement.value))
    singles = _part_types(singles)
    fields: dict[str, Any] = singles | {field: tuple(values) for field, values in lists.items()}
    return Says(**fields, other={field: tuple(other[field]) for field in sorted(other)})


def _part_types(singles: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with the general class as type of aid, where one was found, and the finer type as sector."""
    rest = {field: value for field, value in singles.items() if field not in ("aid_type", "general_type")}
    sector, general = singles.get("aid_type"), singles.get("general_type")
    return rest | {"aid_type": general or sector, "sector": sector}


def write_statement(statement: Statement) -> StatementEntry:
    """Return one statement as the file holds it."""
    return StatementEntry(
        statement.field,
        write_value(statement.value),
        statement.rule,
        statement.how,
        None if statement.span is None else write_span(statement.span),
        statement.reason,
        tuple(VoteEntry(vote.rule, vote.says, vote.weight) for vote in statement.votes),
    )


def _role(mention: Mention) -> Any:  # noqa: ANN401 - one of the words the schema lists
    return mention.role if mention.kind is Kind.COMMITMENT else mention.kind.value


def write_mention(mention: Mention, statements: Sequence[Statement], tells_of: str | None) -> MentionEntry:
    """Return one mention with what is said there and the entry it tells of."""
    return MentionEntry(
        id=mention.id,
        document=mention.document,
        start=mention.span.start,
        end=mention.span.end,
        quote=mention.span.quote,
        role=_role(mention),
        commitment=tells_of if mention.kind is Kind.COMMITMENT else None,
        entry=tells_of,
        sentence=write_span(mention.sentence),
        section=mention.section,
        says=write_says(statements),
        statements=tuple(write_statement(each) for each in statements),
    )


def _equivalent(
    mention: Mention, statements: Sequence[Statement], statement: Statement, tells_of: str | None
) -> Iterator[MentionEntry]:
    """Yield the entry of a sum in another currency: it says what the sum itself says but for the money."""
    span, money = statement.span, statement.value
    if span is None or not isinstance(money, Money):
        return
    rest = [one for one in statements if one.field not in ("amount", "equivalent")]
    yield MentionEntry(
        id=content_id("m", mention.id, "equivalent", str(span.start), str(span.end)),
        document=mention.document,
        start=span.start,
        end=span.end,
        quote=span.quote,
        role="equivalent",
        commitment=tells_of,
        entry=tells_of,
        sentence=write_span(mention.sentence),
        section=mention.section,
        says=msgspec.structs.replace(write_says(rest), amount=write_money(money)),
        statements=(),
    )


def _with_equivalents(
    mention: Mention, statements: Sequence[Statement], tells_of: str | None
) -> Iterator[MentionEntry]:
    yield write_mention(mention, statements, tells_of)
    said: set[tuple[int, int]] = {(mention.span.start, mention.span.end)}
    for statement in statements:
        span = statement.span
        if statement.field == "equivalent" and span is not None and (span.start, span.end) not in said:
            said.add((span.start, span.end))
            yield from _equivalent(mention, statements, statement, tells_of)


def write_mentions(readings: Iterable[Reading], tells_of: Mapping[str, str]) -> tuple[MentionEntry, ...]:
    """Return every mention by document and place, each followed by its sum in other currencies.

    Args:
        readings: What the documents say.
        tells_of: The id of the ledger's entry that a mention was gathered into, by the mention's id.
    """
    entries: list[MentionEntry] = []
    for reading in readings:
        told: dict[str, list[Statement]] = {}
        for statement in reading.statements:
            told.setdefault(statement.mention, []).append(statement)
        for mention in reading.mentions:
            entries += _with_equivalents(mention, told.get(mention.id, ()), tells_of.get(mention.id))
    return tuple(sorted(entries, key=lambda each: (each.document, each.start, each.end, each.id)))
