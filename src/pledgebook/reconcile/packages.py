"""Wholes and parts: which commitment is a part of which, and what of a whole no report itemises."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

import msgspec
from msgspec import Struct

from pledgebook.model.errors import RateMissing
from pledgebook.model.ledger import Choice, Commitment, Rival
from pledgebook.model.rates import Rates
from pledgebook.model.records import Section, Span
from pledgebook.model.values import Money, Novelty, PartyKind, Qualifier, Text
from pledgebook.reconcile.consensus import GUESSED_RULE
from pledgebook.reconcile.conversions import convert
from pledgebook.reconcile.money import rounding_step
from pledgebook.reconcile.tellings import Telling, is_instalment, party_key

WITHIN_ROUNDING: Final = Decimal("0.015")
FIRST_REPORT: Final = "first-report"
MANY_GIVERS: Final = 3
LENDER: Final = re.compile(r"\bBank\b|\bMonetary Fund\b")
OWN_PURSES: Final = frozenset({PartyKind.COUNTRY, PartyKind.ORGANISATION})


class Itemised(Struct, frozen=True):
    """What one report itemises of a whole: its parts in the whole's currency, and their sum."""

    document: str
    parts: tuple[str, ...]
    total: Decimal
    converted: bool


def build_packages(
    commitments: Sequence[Commitment], tellings: Mapping[str, Telling], wholes: Mapping[str, str], rates: Rates
) -> tuple[Commitment, ...]:
    """Return the commitments with their whole, their parts and what no report itemises, sorted by id.

    Args:
        commitments: Every commitment of one closed piece of the book.
        tellings: The telling of each of their mentions.
        wholes: The whole of each part.
        rates: Who knows the rates, for parts told in another currency than their whole.
    """
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for part, whole in wholes.items():
        parts[whole].append(part)
    told = tuple(tellings.values())
    by_id = {one.id: one for one in inherit_novelty(commitments, wholes, _instalments(told), _headlines(told))}
    placed = []
    for _, one in sorted(by_id.items()):
        children = tuple(sorted(parts.get(one.id, ())))
        remainder = remainder_of(one, [by_id[child] for child in children], rates)
        placed.append(msgspec.structs.replace(one, part_of=wholes.get(one.id), parts=children, remainder=remainder))
    return tuple(placed)


def _instalments(tellings: Iterable[Telling]) -> frozenset[str]:
    """Return the mentions that tell of an instalment: its money flows anew, however old the sum it is paid from."""
    return frozenset(telling.id for telling in tellings if is_instalment(telling))


def _headlines(tellings: Iterable[Telling]) -> frozenset[str]:
    """Return the mentions in a report's title, which tell its news."""
    return frozenset(telling.id for telling in tellings if telling.mention.section is Section.TITLE)


def inherit_novelty(
    commitments: Iterable[Commitment],
    wholes: Mapping[str, str],
    instalments: Collection[str] = (),
    headlines: Collection[str] = (),
) -> tuple[Commitment, ...]:
    """Return the commitments, each part but an instalment taking the novelty of a whole that is no new money.

    "A further 220 million" of a package is further than the items before it, not newer than the package. A sum that
    a title tells, while its whole stands in the text alone, is news, and so are its own parts.
    """
    by_id = {one.id: one for one in commitments}
    for one in sorted(by_id):
        below, above = one, wholes.get(one)
        while above is not None and not set(by_id[one].mentions) & set(instalments):
            if set(by_id[below].mentions) & set(headlines) and not set(by_id[above].mentions) & set(headlines):
                break
            if _is_open(by_id[one], by_id[above]):
                by_id[one] = _as_whole(by_id[one], by_id[above])
            below, above = above, wholes.get(above)
    return tuple(by_id[one] for one in sorted(by_id))


def _is_open(part: Commitment, whole: Commitment) -> bool:
    """Tell whether a part takes its whole's novelty: it is told as new at most, a total's part not even that.

    What the giver of a running total is told to have given is counted in it; what one of many gives is as new as told.
    """
    choice = next((choice for choice in part.choices if choice.field == "novelty"), None)
    if choice is None or choice.rule == GUESSED_RULE:
        return whole.novelty is Novelty.RESTATED or (
            whole.novelty is Novelty.CUMULATIVE and part.providers == whole.providers
        )
    return whole.novelty is Novelty.RESTATED and part.novelty is Novelty.NEW and not choice.decided_by


def _as_whole(one: Commitment, whole: Commitment) -> Commitment:
    """Return a part with the novelty of its whole, and with its day where the part has none but its report's."""
    novelty = Novelty.RESTATED if whole.novelty is Novelty.CUMULATIVE else whole.novelty
    because = f"the whole it belongs to is {whole.novelty}, so it is no newer"
    by_field = {choice.field: choice for choice in one.choices}
    own = by_field.get("novelty")
    rivals = (Rival(own.values, "novelty", own.mentions),) if own and own.rule != GUESSED_RULE else ()
    by_field["novelty"] = Choice("novelty", (Text(novelty),), "as-its-whole", because, one.mentions, rivals)
    announced, day = one.announced, by_field.get("announced")
    if day is not None and day.rule == FIRST_REPORT:
        announced = whole.announced
        del by_field["announced"]
        if announced is not None:
            told = "announced with the whole it belongs to"
            by_field["announced"] = Choice("announced", (announced,), "as-its-whole", told, one.mentions)
    choices = tuple(by_field[field] for field in sorted(by_field))
    return msgspec.structs.replace(one, novelty=novelty, announced=announced, choices=choices)


def find_wholes(commitments: Sequence[Commitment], tellings: Mapping[str, Telling]) -> dict[str, str]:
    """Return the whole of each part: the one most of its tellings name, of equals the larger, and never in a circle."""
    home = {mention: one.id for one in commitments for mention in one.mentions}
    votes = {}
    by_id = {one.id: one for one in commitments}
    sizes = {one.id: one.amount.value if one.amount else Decimal(0) for one in commitments}
    pools = _find_pools(tellings.values())
    for one in sorted(commitments, key=lambda one: one.id):
        named = (tellings[mention].part_of for mention in one.mentions if mention in tellings)
        counted = Counter(
            home[whole]
            for whole in named
            if whole in home and _may_hold(by_id[home[whole]], one, pooled=whole in pools)
        )
        if counted:
            votes[one.id] = min(counted, key=lambda whole: (-counted[whole], -sizes[whole], whole))
    wholes: dict[str, str] = {}
    for part, whole in sorted(votes.items()):
        if part not in _above(whole, wholes):
            wholes[part] = whole
    return wholes


def _find_pools(tellings: Iterable[Telling]) -> frozenset[str]:
    """Return the mentions of sums whose parts one sentence tells of several givers: many gave them, whoever is read."""
    givers: defaultdict[tuple[str, Span], set[tuple[str, ...]]] = defaultdict(set)
    for telling in tellings:
        if telling.part_of and telling.gives:
            givers[telling.part_of, telling.mention.sentence].add(telling.gives)
    return frozenset(whole for (whole, _), of in givers.items() if len(of) >= MANY_GIVERS)


def _may_hold(whole: Commitment, part: Commitment, *, pooled: bool) -> bool:
    return whole.id != part.id and not _is_over(part, whole) and (pooled or not _is_anothers(part, whole))


def _is_anothers(part: Commitment, whole: Commitment) -> bool:
    """Tell whether a sum is one party's and its whole another land's or lender's alone, which holds nobody's sums."""
    if len(part.providers) != 1 or len(whole.providers) != 1:
        return False
    (giver,), (holder,) = part.providers, whole.providers
    alone = holder.kind in {PartyKind.COUNTRY, PartyKind.COMPANY} or LENDER.search(holder.name) is not None
    return alone and bool(giver.code) and giver.kind in OWN_PURSES and party_key(giver) != party_key(holder)


def _is_over(part: Commitment, whole: Commitment) -> bool:
    """Tell whether a sum is larger than what is called its whole, so that it is no part of it."""
    if part.amount is None or whole.amount is None or part.amount.currency != whole.amount.currency:
        return False
    return part.amount.value > whole.amount.value * (1 + WITHIN_ROUNDING)


def _above(one: str, wholes: Mapping[str, str]) -> set[str]:
    """Return a commitment with everything it is a part of."""
    seen = {one}
    while (whole := wholes.get(one)) is not None and whole not in seen:
        seen.add(whole)
        one = whole
    return seen


def remainder_of(whole: Commitment, parts: Sequence[Commitment], rates: Rates) -> Money | None:
    """Return what the fullest itemisation by one report leaves of a whole; None where nothing can be said.

    Reports cut one package in different ways (one tells the half that goes to industry, another the projects), so
    the parts of two reports are never added.
    """
    best = fullest_itemisation(whole, parts, rates)
    if best is None or whole.amount is None or best.total > whole.amount.value:
        return None
    left = whole.amount.value - best.total
    if left <= min(rounding_step(whole.amount) / 2, whole.amount.value * WITHIN_ROUNDING):
        return None
    loose = best.converted or whole.amount.qualifier is not Qualifier.EXACT
    return Money(left, whole.amount.currency, Qualifier.ABOUT if loose else Qualifier.EXACT)


def fullest_itemisation(whole: Commitment, parts: Sequence[Commitment], rates: Rates) -> Itemised | None:
    """Return the report whose parts add up to most of a whole without exceeding it, else the one that exceeds least."""
    found = [item for document in whole.documents if (item := _itemise(whole, parts, document, rates)) is not None]
    if not found or whole.amount is None:
        return None
    value = whole.amount.value
    within = [item for item in found if item.total <= value]
    if within:
        return max(within, key=lambda item: (item.total, len(item.parts), item.document))
    return min(found, key=lambda item: (item.total, item.document))


def _itemise(whole: Commitment, parts: Sequence[Commitment], document: str, rates: Rates) -> Itemised | None:
    told = [part for part in parts if document in part.documents and part.novelty is not Novelty.CUMULATIVE]
    shares = [(part.id, in_currency_of(whole, part, rates)) for part in told]
    known = [(part, share) for part, share in shares if share is not None]
    if not known or len(known) < len([part for part in told if part.amount is not None]):
        return None
    total = sum((share.value for _, share in known), Decimal(0))
    converted = any(share.qualifier is not Qualifier.EXACT for _, share in known)
    return Itemised(document, tuple(part for part, _ in known), total, converted)


def in_currency_of(whole: Commitment, part: Commitment, rates: Rates) -> Money | None:
    """Return a part's sum in its whole's currency: as a report gives it, else by the day's rate."""
    if whole.amount is None or whole.amount.currency is None or part.amount is None:
        return None
    currency = whole.amount.currency
    for money in (part.amount, *part.equivalents):
        if money.currency == currency:
            return money
    day = next((conversion.day for conversion in part.conversions if conversion.day is not None), None)
    if day is None:
        return None
    try:
        return convert(part.amount, currency, day, rates).to
    except RateMissing:
        return None
