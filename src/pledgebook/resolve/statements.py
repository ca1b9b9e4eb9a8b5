"""Turn the mentions of one report into statements: one value, one rule and one reason at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from pledgebook.model.naming import Names
from pledgebook.model.records import Document, Kind, Mention, Statement
from pledgebook.resolve.agreements import state_agreements
from pledgebook.resolve.commitments import state_commitments
from pledgebook.resolve.events import state_events
from pledgebook.resolve.people import state_credits, state_people
from pledgebook.resolve.positions import state_positions

State = Callable[[Document, Sequence[Mention], Names], Iterator[Statement]]


def resolve_mentions(document: Document, mentions: Sequence[Mention], names: Names) -> tuple[Statement, ...]:
    """Return what the mentions of one report say, kind by kind.

    Args:
        document: The report.
        mentions: All its mentions, in order.
        names: The party names of the report by the bounds of their words.
    """
    found = list[Statement]()
    for kind, state in STATES.items():
        held = tuple(mention for mention in mentions if mention.kind is kind)
        if held:
            found += state(document, held, names)
    return tuple(found)


STATES: Mapping[Kind, State] = {
    Kind.COMMITMENT: state_commitments,
    Kind.AGREEMENT: state_agreements,
    Kind.POSITION: state_positions,
    Kind.EVENT: state_events,
    Kind.PERSON: state_people,
    Kind.CREDIT: state_credits,
}
