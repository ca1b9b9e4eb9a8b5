"""What one mention says, gathered from its statements into one value that can be compared with another."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, TypeVar

from msgspec import Struct

from pledgebook.model.naming import strip_marks
from pledgebook.model.records import INSTALMENT, How, Kind, Mention, Reading, Statement
from pledgebook.model.values import AidType, Item, Money, Novelty, Party, PartyKind, Period, Text, Value

V = TypeVar("V", Money, Item, Party, Period, Text)

FIRMNESS: Final = {How.SAID: 1.0, How.SENTENCE: 0.9, How.DOCUMENT: 0.6, How.STORY: 0.5, How.GUESSED: 0.25}
NEVER: Final = dt.date.max
VAGUE: Final = frozenset({"", AidType.MIXED, AidType.OTHER})
_WORD: Final = re.compile(r"[^\W\d_][\w']*")
_DOTTED: Final = re.compile(r"\b((?:[A-Z]\.){2,})")
_ALIKE: Final = {
    word: kind
    for kind, words in {
        "arms": "arms armaments weapon weapons weaponry munitions munition",
        "food": "food grain wheat rice nutrition",
        "health": "health medical medicine medicines vaccine vaccines hospital hospitals",
        "energy": "energy power electricity grid",
        "climate": "climate emissions green",
        "drone": "drone drones uav uavs unmanned",
        "military": "military defence defense",
        "troops": "troops troop forces soldiers",
    }.items()
    for word in words.split()
}
_PLAIN: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "assistance",
        "aid",
        "support",
        "help",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "other",
        "over",
        "the",
        "their",
        "to",
        "with",
        "via",
        "its",
        "new",
        "package",
        "funding",
        "funds",
        "money",
        "help",
        "million",
        "billion",
    ]
)


_OF_GIVING: Final = frozenset(
    """announ provid intend commit pledge contri suppor assist congre presid minist govern today week month year fundin
    additi total includ also which that this has have will been was were with part under through since all as at be its
    our they working usaid notifi subjec""".split()  # noqa: SIM905 - a list of words reads best as words
)


FAINT_VOTE: Final = 0.5
FIRM: Final = 0.5
PLAIN: Final = 3.0
DEFAULTS: Final = frozenset({"usual", "nothing speaks against it"})


def firmness(statement: Statement) -> float:
    """Return how much a statement counts, 1 for what is said outright.

    What a rule takes because nothing was said, or what won with no more than a faint vote, is a guess whatever its
    place in the report.
    """
    own = max((vote.weight for vote in statement.votes), default=1.0)
    guessed = statement.rule in DEFAULTS or own < FAINT_VOTE
    return min(FIRMNESS[statement.how], FIRMNESS[How.GUESSED] if guessed else 1.0)


class Telling(Struct, frozen=True, gc=False):
    """One mention with the values it was found to carry; `gives` and `gets` are the sorted keys of its parties.

    `lone` marks the only sum that its report tells of its giver and recipient.
    """

    mention: Mention
    published: dt.date | None
    statements: tuple[Statement, ...]
    amount: Money | None
    equivalents: tuple[Money, ...]
    items: tuple[Item, ...]
    gives: tuple[str, ...]
    gets: tuple[str, ...]
    gives_firmly: bool
    gets_firmly: bool
    mechanism: str
    aid_type: str
    stage: str
    novelty: str
    purpose: tuple[str, ...]
    announced: Period | None
    part_of: str
    same_as: str
    lone: bool = False
    apart_from: str = ""

    @property
    def id(self) -> str:
        """The mention's id."""
        return self.mention.id

    @property
    def document(self) -> str:
        """The id of the document that tells."""
        return self.mention.document

    @property
    def sums(self) -> tuple[Money, ...]:
        """The amount and everything the report itself equates with it."""
        return (self.amount, *self.equivalents) if self.amount else self.equivalents

    @property
    def age(self) -> tuple[dt.date, str]:
        """What sorts tellings from the first report to the last, ties by id."""
        return (self.published or NEVER, self.mention.id)

    @property
    def place(self) -> tuple[str, int, int, str]:
        """What sorts tellings by document and by where in it they stand."""
        return (self.mention.document, self.mention.span.start, self.mention.span.end, self.mention.id)


class Gathered(Struct, frozen=True):
    """The tellings of one entry of the ledger, the first report's first."""

    tellings: tuple[Telling, ...]

    @property
    def anchor(self) -> str:
        """The mention of the first report; the entry's id hangs on it."""
        return self.tellings[0].id

    @property
    def mentions(self) -> tuple[str, ...]:
        """The ids of its mentions, sorted."""
        return tuple(sorted(telling.id for telling in self.tellings))

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of its documents, sorted."""
        return tuple(sorted({telling.document for telling in self.tellings}))


def gather_tellings(reading: Reading, kind: Kind = Kind.COMMITMENT) -> tuple[Telling, ...]:
    """Return the tellings of one kind in a reading, in the order of its text."""
    by_mention = statements_by_mention(reading.statements)
    told = [m for m in reading.mentions if m.kind is kind]
    found = (make_telling(m, by_mention.get(m.id, ()), reading.published) for m in told)
    return tuple(sorted(found, key=lambda telling: telling.place))


def statements_by_mention(statements: Iterable[Statement]) -> dict[str, tuple[Statement, ...]]:
    """Return the statements under the id of their mention, in the order they came."""
    gathered: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        gathered[statement.mention].append(statement)
    return {mention: tuple(found) for mention, found in gathered.items()}


def make_telling(mention: Mention, statements: Sequence[Statement], published: dt.date | None) -> Telling:
    """Return one mention's telling; of several values of a field that holds one, the firmest is taken."""
    return Telling(
        mention=mention,
        published=published,
        statements=tuple(statements),
        amount=firmest(statements, "amount", Money),
        equivalents=tuple(values_of(statements, "equivalent", Money)),
        items=tuple(values_of(statements, "item", Item)),
        gives=party_keys(values_of(statements, "provider", Party)),
        gets=party_keys(values_of(statements, "recipient", Party)),
        gives_firmly=is_firm(statements, "provider"),
        gets_firmly=is_firm(statements, "recipient"),
        mechanism=word_of(statements, "mechanism"),
        aid_type=word_of(statements, "aid_type"),
        stage=word_of(statements, "stage"),
        novelty=word_of(statements, "novelty") or Novelty.NEW,
        purpose=purpose_words(statements),
        announced=firmest(statements, "announced", Period),
        part_of=word_of(statements, "part_of"),
        same_as=word_of(statements, "same_as"),
        apart_from=word_of(statements, "apart_from"),
    )


def values_of(statements: Iterable[Statement], field: str, shape: type[V]) -> Iterator[V]:
    """Yield the values of a field that have the shape it should have."""
    for statement in statements:
        if statement.field == field and isinstance(statement.value, shape):
            yield statement.value


def firmest(statements: Iterable[Statement], field: str, shape: type[V]) -> V | None:
    """Return the value of a field that rests on the firmest ground, the first of equals; None if it is not told."""
    found = [s for s in statements if s.field == field and isinstance(s.value, shape)]
    best = max(found, key=firmness, default=None)
    return best.value if best is not None and isinstance(best.value, shape) else None


def is_firm(statements: Iterable[Statement], field: str) -> bool:
    """Tell whether a field is told, and every value of it firmly."""
    told = [firmness(statement) for statement in statements if statement.field == field]
    return bool(told) and min(told) >= FIRM


def is_plain(statements: Iterable[Statement], field: str) -> bool:
    """Tell whether a field's value is said with little against it; what no witness weighs is."""
    told = [statement for statement in statements if statement.field == field]
    return any(not one.votes or _margin(one) >= PLAIN for one in told)


def _margin(statement: Statement) -> float:
    """Return by how much the votes for what a statement says outweigh all others."""
    said = statement.value.value if isinstance(statement.value, Text) else value_key(statement.value)
    return sum(vote.weight if vote.says == said else -vote.weight for vote in statement.votes)


def is_group(telling: Telling) -> bool:
    """Tell whether a sum is given by a group as such: donors, allies, partners."""
    gives = tuple(values_of(telling.statements, "provider", Party))
    return bool(gives) and all(party.kind is PartyKind.GROUP for party in gives)


def is_instalment(telling: Telling) -> bool:
    """Tell whether a sum is told as a tranche or instalment of an older one."""
    return any(one.field == "novelty" and one.rule == INSTALMENT for one in telling.statements)


def one_programme(left: Telling, right: Telling) -> bool:
    """Tell whether two sums are given under one programme that both reports name."""
    return bool(left.mechanism) and left.mechanism.casefold() == right.mechanism.casefold()


def kinds_of_aid(left: Telling, right: Telling) -> set[str]:
    """Return the kinds of aid that two sums are clearly told to be: two of them where they differ."""
    return {left.aid_type, right.aid_type} - VAGUE


def word_of(statements: Iterable[Statement], field: str) -> str:
    """Return the firmest word told for a field, "" if none is."""
    found = firmest(statements, field, Text)
    return found.value if found else ""


def party_key(party: Party) -> str:
    """Return what two namings of one party share: its code, else its name without case, article and accents."""
    name = party.name if party.name.isascii() else strip_marks(party.name)
    return party.code or name.casefold().removeprefix("the ").strip()


def party_keys(parties: Iterable[Party]) -> tuple[str, ...]:
    """Return the keys of several parties, sorted, each once."""
    return tuple(sorted({party_key(party) for party in parties}))


@lru_cache(maxsize=4096)
def content_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that tell what for, cut to their first six letters so that endings do not count.

    Kept for the last few sentences and names, as each telling is held against all that are near it.
    """
    whole = _DOTTED.sub(lambda dotted: dotted.group().replace(".", "") + " ", text)
    words = (word.casefold().removesuffix("'s") for word in _WORD.findall(whole) if len(word) > 1)
    return tuple(sorted({_ALIKE.get(word, word)[:6] for word in words if word not in _PLAIN}))


def purpose_words(statements: Sequence[Statement]) -> tuple[str, ...]:
    """Return the telling words of everything a mention says about what the sum is for."""
    told = [text.value for text in values_of(statements, "purpose", Text)]
    told += [item.what for item in values_of(statements, "item", Item)]
    return content_words(" ".join(told))


def told_words(telling: Telling) -> set[str]:
    """Return the telling words of the sentence a sum stands in, without those that name its parties or its giving."""
    parties = [*values_of(telling.statements, "provider", Party), *values_of(telling.statements, "recipient", Party)]
    named = {word[:4] for word in content_words(" ".join(party.name for party in parties))}
    words = content_words(telling.mention.sentence.quote)
    return {word for word in words if word[:4] not in named and word not in _OF_GIVING}


def value_key(value: Value) -> str:
    """Return a string that is equal for equal values and sorts the same in every run."""
    if isinstance(value, Money):
        return f"money {value.currency or '/'.join(value.candidates)} {value.value.normalize():f} {value.qualifier}"
    if isinstance(value, Period):
        return f"period {value.start} {value.end}"
    if isinstance(value, Party):
        return f"party {party_key(value)}"
    if isinstance(value, Item):
        return f"item {value.what.casefold()} {'' if value.count is None else format(value.count.normalize(), 'f')}"
    return f"text {value.value}"
