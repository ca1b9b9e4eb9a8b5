"""People told apart by name and office, so that a garbled spelling of a president is no second president."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec
from rapidfuzz.fuzz import ratio, token_sort_ratio

from pledgebook.model.ledger import Person
from pledgebook.model.records import Statement, content_id
from pledgebook.model.reference import Holder, holders
from pledgebook.model.values import Party, PartyKind
from pledgebook.reconcile.likeness import Deed, gather_deeds
from pledgebook.reconcile.rulings import Rulings
from pledgebook.reconcile.tellings import Telling, party_keys, values_of, word_of

SAME_OFFICE: Final = 52
SAME_NAME: Final = 86
SPELLING: Final = 80
GARBLED: Final = 55
OTHER_NAME: Final = 40


def settle_people(tellings: Sequence[Telling], rulings: Rulings) -> tuple[Person, ...]:
    """Return the people that the reports of one story name, sorted by id, each under the firmest spelling."""
    told = [telling for telling in tellings if name_of(telling)]
    deeds = gather_deeds(told, judge_people, rulings)
    return tuple(sorted((_settle(deed) for deed in deeds), key=lambda person: person.id))


def rename_people(tellings: Iterable[Telling], people: Iterable[Person]) -> list[Telling]:
    """Return tellings of deeds, each person in them under the name that all spellings of one story were joined to."""
    names = {variant.casefold(): person.name for person in people for variant in person.variants}
    return [_rename(telling, names) for telling in tellings]


def _rename(telling: Telling, names: Mapping[str, str]) -> Telling:
    statements = tuple(_rename_in(statement, names) for statement in telling.statements)
    return telling if statements == telling.statements else msgspec.structs.replace(telling, statements=statements)


def _rename_in(statement: Statement, names: Mapping[str, str]) -> Statement:
    value = statement.value
    if not isinstance(value, Party) or value.kind is not PartyKind.PERSON or value.code:
        return statement
    name = names.get(value.name.casefold(), value.name)
    return msgspec.structs.replace(statement, value=msgspec.structs.replace(value, name=name))


def name_of(telling: Telling) -> str:
    """Return the name a telling gives a person, as spelt."""
    return word_of(telling.statements, "name")


def _office(telling: Telling) -> tuple[str, tuple[str, ...]]:
    return word_of(telling.statements, "office").casefold(), party_keys(values_of(telling.statements, "of", Party))


def judge_people(left: Telling, right: Telling) -> float:
    """Return how alike two namings are; below zero they are two people."""
    one, other = name_of(left), name_of(right)
    (office, of), (other_office, other_of) = _office(left), _office(right)
    if _are_two(one, other):
        return -5.0
    alike = likeness(one, other)
    if _is_short_of(one, other) or _is_short_of(other, one):
        return 1.5
    if office and office == other_office and of and of == other_of:
        return 2.0 if alike >= SAME_OFFICE else -5.0
    if alike >= SAME_NAME:
        return 1.2
    return -5.0 if alike < SAME_OFFICE else 0.0


def likeness(one: str, other: str) -> float:
    """Return how alike two names are spelt, 0 to 100; a name of one word is held against the other's last."""
    words, other_words = one.casefold().split(), other.casefold().split()
    if min(len(words), len(other_words)) == 1 < max(len(words), len(other_words)):
        return ratio(words[-1], other_words[-1])
    return token_sort_ratio(one.casefold(), other.casefold())


def _are_two(one: str, other: str) -> bool:
    """Tell whether two full names share a word and differ wholly in another, as of a couple or of namesakes."""
    words, others = (sorted(set(name.casefold().split())) for name in (one, other))
    if min(len(words), len(others)) == 1 or not set(words) & set(others):
        return False
    shared = set(words) & set(others)
    few, many = sorted(([word for word in name if word not in shared] for name in (words, others)), key=len)
    return any(max(ratio(word, another) for another in many) < OTHER_NAME for word in few)


def _is_short_of(one: str, other: str) -> bool:
    """Tell whether a name of one word is how the last word of a full name is spelt."""
    short, full = one.casefold().split(), other.casefold().split()
    return len(short) == 1 and len(full) > 1 and ratio(short[0], full[-1]) >= SPELLING


def _settle(deed: Deed) -> Person:
    spelt = Counter(name_of(telling) for telling in deed.tellings)
    office, of = _firmest_office(deed.tellings)
    known = known_holder(spelt, office, of)
    name = known.name if known else min(spelt, key=lambda one: (-len(one.split()), -spelt[one], one))
    of_key = of or (known.of if known else "")
    return Person(
        id=content_id("h", deed.anchor),
        name=name,
        office=office or (known.office if known else ""),
        of=of_key,
        variants=tuple(sorted(spelt)),
        mentions=deed.mentions,
    )


def _firmest_office(tellings: Iterable[Telling]) -> tuple[str, str]:
    """Return the office most tellings give, with the code of the body it belongs to."""
    told = Counter((office, of[0] if of else "") for office, of in map(_office, tellings) if office)
    return min(told, key=lambda one: (-told[one], one)) if told else ("", "")


def known_holder(spelt: Counter[str], office: str, of: str) -> Holder | None:
    """Return the holder in our tables whom the spellings mean: by name, or by office and a name not too far off."""
    best: tuple[float, str, Holder] | None = None
    for holder in holders():
        at_post = bool(office) and holder.of == of and _same_office(holder.office, office)
        for name in (holder.name, *holder.variants):
            alike = max(_alike(one, name) for one in spelt)
            if alike >= (GARBLED if at_post else SAME_NAME) and (best is None or (-alike, holder.name) < best[:2]):
                best = (-alike, holder.name, holder)
    return best[2] if best else None


def _alike(one: str, name: str) -> float:
    """Return how alike two spellings of full names are, 0 for a name of one word and for that of another person."""
    if len(one.split()) == 1 or _are_two(one, name):
        return 0.0
    return token_sort_ratio(one.casefold(), name.casefold())


def _same_office(one: str, other: str) -> bool:
    return one.replace("-", " ").casefold() == other.replace("-", " ").casefold()
