"""Which decisions stand: what a later one revokes does not, unless that one is revoked in turn."""

from collections.abc import Iterable

from pledgebook.model.records import Decision, Verb


def standing_decisions(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that no standing later one revokes, oldest first, revocations themselves left out."""
    ordered = sorted(decisions, key=lambda each: (each.at.isoformat(), each.id))
    revoked: set[str] = set()
    for decision in reversed(ordered):
        if decision.verb is Verb.REVOKE and decision.id not in revoked:
            revoked.add(decision.revokes)
    return tuple(each for each in ordered if each.id not in revoked and each.verb is not Verb.REVOKE)
