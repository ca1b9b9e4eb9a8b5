"""Explaining: how each field of an entry came about, down to the words, the rules and the votes."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from pledgebook.actions.naming import find_id, list_entries
from pledgebook.export.wording import tell_item, tell_list, tell_money, tell_period
from pledgebook.model.ledger import (
    Agreement,
    Choice,
    Commitment,
    Entry,
    Event,
    Finding,
    Ledger,
    Link,
    Person,
    Position,
    Story,
)
from pledgebook.model.records import Decision, Mention, Reading, Statement, Vote
from pledgebook.model.values import Item, Money, Party, Period, Text, Value
from pledgebook.reconcile.profiles import make_profile
from pledgebook.reconcile.stories import choose_ties
from pledgebook.reconcile.totals import find_run_over
from pledgebook.store.book import Book

MOST_RUN_OVER = 12
ENTRIES = ("commitments", "agreements", "positions", "events", "people")


class Witness(Struct, frozen=True):
    """What one report says of one field: the value, its words, the rule, and the votes that were weighed."""

    field: str
    value: str
    how: str
    rule: str
    words: str = ""
    reason: str = ""
    votes: tuple[str, ...] = ()


class Place(Struct, frozen=True):
    """One mention: its report, its sentence, its words and what it says."""

    mention: str
    report: str
    section: str
    sentence: str
    words: str
    says: tuple[Witness, ...]


class Account(Struct, frozen=True):
    """How one field was chosen, and what else is said."""

    field: str
    value: str
    rule: str
    because: str
    reports: tuple[str, ...]
    rivals: tuple[str, ...] = ()
    decided_by: str = ""


class Explanation(Struct, frozen=True):
    """All there is to tell about one entry of the ledger."""

    id: str
    kind: str
    fields: tuple[Account, ...] = ()
    conversions: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


def explain(book: Book, typed: str) -> Explanation:
    """Explain a commitment, an agreement, a position, an event, a person, a story or a finding of a settled book.

    Raises:
        UnknownId: If the id names nothing of that sort, or more than one thing.
    """
    kind, identity = find_id(book, typed, (*ENTRIES, "stories", "findings"))
    ledger = book.ledger()
    if kind == "stories":
        return _explain_story(next(each for each in ledger.stories if each.id == identity), ledger, book)
    if kind == "findings":
        return _explain_finding(next(each for each in ledger.findings if each.id == identity), book)
    entry = next(each for each in list_entries(ledger, kind) if each.id == identity)
    teller = _Teller(book.readings(_documents_of(entry)), ledger)
    return Explanation(
        id=identity,
        kind=kind,
        fields=(*(teller.account(choice) for choice in getattr(entry, "choices", ())), *_tell_run_over(entry, ledger)),
        conversions=tuple(_tell_conversions(entry)),
        links=tuple(teller.tell_link(link) for link in getattr(entry, "links", ())),
        findings=tuple(f"{each.code}: {each.message}" for each in ledger.findings if identity in each.about),
        decisions=tuple(tell_decision(each) for each in book.decisions() if _concerns(each, entry.mentions)),
        places=tuple(teller.places(entry.mentions)),
    )


def _tell_run_over(entry: Entry, ledger: Ledger) -> Iterator[Account]:
    """Yield what a running total runs over, as far as the book tells of it."""
    held = find_run_over(entry, ledger.commitments) if isinstance(entry, Commitment) else ()
    if held:
        shown = tell_list(tell_entry(one) for one in held[:MOST_RUN_OVER])
        because = f"new money of the same parties told no later, {len(held)} in the book"
        yield Account("runs_over", shown, "running-total", because, ())


def tell_values(values: Iterable[Value]) -> str:
    """Return values in words, joined by "and"."""
    return tell_list(tell_value(value) for value in values)


def tell_value(value: Value) -> str:
    """Return a value in words."""
    match value:
        case Money():
            return tell_money(value)
        case Period():
            return tell_period(value)
        case Party():
            return value.name
        case Item():
            return tell_item(value)
        case Text():
            return value.value


def tell_entry(entry: Entry) -> str:
    """Return an entry in one line, as a person has it before them when they decide."""
    match entry:
        case Commitment():
            sums = tell_money(entry.amount) if entry.amount else tell_values(entry.items)
            who = f"{tell_values(entry.providers) or 'unnamed'} to {tell_values(entry.recipients) or 'unnamed'}"
            told = f"{sums}, {who}, {entry.stage.value}, {entry.novelty.value}"
        case Agreement():
            told = f"{entry.type} of {tell_values(entry.parties)}: {entry.subject}, {entry.status}"
        case Position():
            told = f"{entry.actor.name} {entry.stance.value}: {entry.on}"
        case Event():
            told = f"{entry.type} of {tell_values(entry.who)}, {entry.where}"
        case Person():
            told = f"{entry.name}, {entry.office}"
    return f"{entry.id} {told}"


def tell_decision(decision: Decision) -> str:
    """Return a decision in one line: when, who, what, why."""
    set_to = f" {decision.field} = {tell_values(decision.value)}" if decision.field else ""
    revokes = f" {decision.revokes}" if decision.revokes else ""
    what = f"{decision.verb.value.replace('_', ' ')}{set_to}{revokes}"
    why = f": {decision.why}" if decision.why else ""
    return f"{decision.id} {decision.at:%Y-%m-%d %H:%M} {decision.by}: {what}{why}"


class _Teller:
    """Tells of the mentions of some readings."""

    def __init__(self, readings: Iterable[Reading], ledger: Ledger) -> None:
        self._told = {mention: each for each in ledger.commitments for mention in each.mentions}
        self._names: dict[str, str] = {}
        self._mentions: dict[str, Mention] = {}
        self._says: dict[str, list[Statement]] = {}
        for reading in readings:
            for mention in reading.mentions:
                self._names[mention.id] = reading.name
                self._mentions[mention.id] = mention
            for statement in reading.statements:
                self._says.setdefault(statement.mention, []).append(statement)

    def account(self, choice: Choice) -> Account:
        rivals = tuple(
            f"{tell_values(rival.values)} ({rival.cause}; {tell_list(self._reports(rival.mentions))})"
            for rival in choice.rivals
        )
        reports = self._reports(choice.mentions)
        value = tell_values(choice.values)
        return Account(choice.field, value, choice.rule, choice.because, reports, rivals, choice.decided_by)

    def tell_link(self, link: Link) -> str:
        features = "; ".join(f"{words} ({weight:+g})" for _, weight, words in link.features)
        verdict = "joined" if link.joined else "kept apart"
        both = f"{self._tell_mention(link.left)} and {self._tell_mention(link.right)}"
        return f"{both}: {verdict} ({link.score:+g}): {features}"

    def places(self, mentions: Iterable[str]) -> Iterator[Place]:
        found = [self._mentions[each] for each in mentions if each in self._mentions]
        for mention in sorted(found, key=lambda each: (self._names[each.id], each.span.start, each.id)):
            yield Place(
                mention=mention.id,
                report=self._names[mention.id],
                section=mention.section.value,
                sentence=mention.sentence.quote,
                words=mention.span.quote,
                says=tuple(_witness(each) for each in self._says.get(mention.id, ())),
            )

    def _reports(self, mentions: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({self._names[each] for each in mentions if each in self._names}))

    def _tell_mention(self, mention: str) -> str:
        if mention not in self._mentions:
            elsewhere = self._told.get(mention)
            return f"{mention} of {tell_entry(elsewhere)}" if elsewhere else mention
        return f"{self._mentions[mention].span.quote!r} in {self._names[mention]}"


def _witness(statement: Statement) -> Witness:
    votes = tuple(_tell_votes(statement.votes))
    words = statement.span.quote if statement.span else ""
    value = tell_value(statement.value)
    return Witness(statement.field, value, statement.how.value, statement.rule, words, statement.reason, votes)


def _tell_votes(votes: Iterable[Vote]) -> Iterator[str]:
    """Yield each witness with what it says, those that say the same in one line."""
    weights: dict[tuple[str, str], list[float]] = {}
    for vote in votes:
        weights.setdefault((vote.rule, vote.says), []).append(vote.weight)
    for (rule, says), of in weights.items():
        times = f"{len(of)} times, " if len(of) > 1 else ""
        yield f"{rule} says {says} ({times}{sum(of):+.3g})"


def _explain_finding(finding: Finding, book: Book) -> Explanation:
    names = {each.id: each.name for each in book.listings()}
    account = Account("finding", finding.message, finding.code, finding.cause, ())
    places = tuple(
        Place("", names.get(each.document, each.document), "", "", each.span.quote, ()) for each in finding.evidence
    )
    return Explanation(finding.id, "findings", (account,), findings=(finding.suggestion,), places=places)


def _explain_story(story: Story, ledger: Ledger, book: Book) -> Explanation:
    """Tell a story's origins, each with its reports, and what ties its reports into one story."""
    readings = {reading.document: reading for reading in book.readings(story.documents)}
    names = {document: reading.name for document, reading in readings.items()}
    origins = [
        Account("origin", tell_list(origin.credits) or origin.id, "origin", origin.because or "stands alone", told)
        for origin in story.origins
        if (told := tuple(sorted(names[document] for document in origin.documents if document in names)))
    ]
    ties = choose_ties([make_profile(readings[document]) for document in sorted(readings)])
    return Explanation(
        id=story.id,
        kind="stories",
        fields=(Account("title", story.title, "first-report", "the first report with a title", ()), *origins),
        links=tuple(
            f"{names[tie.left]} and {names[tie.right]}: {'; '.join(tie.because)} ({tie.score:+.3g})" for tie in ties
        ),
        findings=tuple(f"{each.code}: {each.message}" for each in ledger.findings if story.id in each.about),
    )


def _documents_of(entry: Entry) -> tuple[str, ...] | None:
    """Return the ids of the documents that speak of an entry; None, which is all, where it does not know them."""
    return None if isinstance(entry, Person) else entry.documents


def _tell_conversions(entry: Entry) -> Iterator[str]:
    for each in entry.conversions if isinstance(entry, Commitment) else ():
        day = f" of {each.day}" if each.day else ""
        table = f", {each.table}" if each.table else ""
        yield f"{tell_money(each.to)} by {each.rule}{day} at {each.rate}{table}"


def _concerns(decision: Decision, mentions: Iterable[str]) -> bool:
    return not {anchor for group in decision.anchors for anchor in group}.isdisjoint(mentions)
