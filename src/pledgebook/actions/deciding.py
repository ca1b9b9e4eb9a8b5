"""Deciding: a person's word on the ledger, anchored on the mentions it speaks of and kept for ever."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from pledgebook.actions.explaining import ENTRIES, tell_entry
from pledgebook.actions.naming import find_id, list_entries
from pledgebook.actions.settling import settle
from pledgebook.actions.typed import read_value
from pledgebook.model.errors import BadDecision, UnknownId
from pledgebook.model.ledger import Ledger
from pledgebook.model.records import Decision, Verb, content_id
from pledgebook.model.values import Text
from pledgebook.reconcile.rulings import TIED_FIELDS, standing_decisions
from pledgebook.store.book import Book

PAIRED = frozenset({Verb.SAME, Verb.NOT_SAME})
NOTHING = "none"
TWO = 2


class Wish(Struct, frozen=True):
    """What a person wants decided, as typed: a verb, what it speaks of, and for `set` the field and its value.

    `ids` are ids of entries, or of mentions ("m-…", several with commas between them), or for `revoke` of a decision;
    each may be abbreviated. The value of `part_of` and `restates` is the id of another commitment, or "none".
    """

    verb: Verb
    ids: tuple[str, ...]
    why: str = ""
    field: str = ""
    value: str = ""


class Target(Struct, frozen=True):
    """What a decision speaks of: the kind of entry, the mentions that anchor it, and what was on the screen."""

    kind: str
    anchors: tuple[str, ...]
    seen: str


def decide(book: Book, wish: Wish, *, by: str, at: dt.datetime) -> Decision:
    """Write a decision into a book and settle it anew.

    Args:
        book: The book decided on.
        wish: What is wanted.
        by: Who decides.
        at: When, with its time zone.

    Raises:
        BadDecision: If it cannot be carried out as worded.
        UnknownId: If an id names nothing, or more than one thing.
    """
    if not by.strip():
        raise BadDecision("a decision needs a name; give it with --by.")
    settle(book)
    decision = _revoke(book, wish, by, at) if wish.verb is Verb.REVOKE else _rule(book, wish, by, at)
    book.record(decision)
    settle(book)
    return decision


def list_decisions(book: Book) -> tuple[tuple[Decision, bool], ...]:
    """Return every decision in the order they were made, each with whether it was revoked."""
    made = book.decisions()
    standing = {each.id for each in standing_decisions(made)}
    return tuple((each, each.verb is not Verb.REVOKE and each.id not in standing) for each in made)


def undo(book: Book, *, by: str, at: dt.datetime, why: str = "") -> Decision:
    """Revoke the latest decision that stands.

    Raises:
        BadDecision: If none stands.
    """
    standing = standing_decisions(book.decisions())
    if not standing:
        raise BadDecision(f"{book.where} holds no decision that stands; there is nothing to undo.")
    return decide(book, Wish(Verb.REVOKE, (standing[-1].id,), why), by=by, at=at)


def _rule(book: Book, wish: Wish, by: str, at: dt.datetime) -> Decision:
    ledger = book.ledger()
    targets = [_find_target(book, ledger, typed) for typed in wish.ids]
    _check_targets(wish, targets)
    if wish.verb is Verb.NOT_SAME:
        targets = _part_from_rest(targets)
    value = read_value(targets[0].kind, wish.field, wish.value) if wish.verb is Verb.SET else ()
    if wish.field in TIED_FIELDS and wish.value.strip().lower() != NOTHING:
        targets.append(_find_other(book, ledger, wish, targets[0]))
        value = (Text(targets[1].seen),)
    anchors = tuple(target.anchors for target in targets)
    seen = "; ".join(target.seen for target in targets)
    identity = _name(wish.verb, anchors, by, at, wish.field, repr(value))
    return Decision(identity, wish.verb, anchors, by, at, wish.why, wish.field, value, seen=seen)


def _part_from_rest(targets: Sequence[Target]) -> list[Target]:
    """Return two things to part; mentions that are parted from their own entry are parted from the rest of it."""
    (one, other), shared = targets, set(targets[0].anchors) & set(targets[1].anchors)
    rest = [tuple(anchor for anchor in each.anchors if anchor not in shared) for each in targets]
    if not shared or not any(rest):
        return [one, other]
    return [replace(each, anchors=left or each.anchors) for each, left in zip((one, other), rest, strict=True)]


def _find_other(book: Book, ledger: Ledger, wish: Wish, one: Target) -> Target:
    """Return the commitment that another is made a part, or a telling again, of."""
    other = _find_target(book, ledger, wish.value)
    if other.kind != one.kind:
        raise BadDecision(f"{wish.field} takes the id of another commitment, or {NOTHING}, not of {other.kind}.")
    if set(other.anchors) & set(one.anchors):
        raise BadDecision(f"{wish.field} takes the id of another commitment, or {NOTHING}, not its own.")
    return other


def _revoke(book: Book, wish: Wish, by: str, at: dt.datetime) -> Decision:
    if len(wish.ids) != 1:
        raise BadDecision("revoke takes the id of one decision; `pledgebook decisions` lists them.")
    _, identity = find_id(book, wish.ids[0], ("decisions",))
    decisions = {each.id: each for each in book.decisions()}
    earlier = next((each for each in decisions.values() if each.revokes == identity), None)
    if earlier is not None and not any(each.revokes == earlier.id for each in decisions.values()):
        raise BadDecision(f"{identity} is revoked already, by {earlier.by} in {earlier.id}.")
    return Decision(_name(wish.verb, (), by, at, identity), wish.verb, (), by, at, wish.why, revokes=identity)


def _name(verb: Verb, anchors: Sequence[Sequence[str]], by: str, at: dt.datetime, *said: str) -> str:
    groups = "|".join(",".join(group) for group in anchors)
    return content_id("x", verb, groups, by, at.isoformat(), *said)


def _check_targets(wish: Wish, targets: Sequence[Target]) -> None:
    verb = wish.verb.replace("_", "-")
    if wish.verb in PAIRED:
        _check_pair(verb, targets)
    elif len(targets) != 1:
        raise BadDecision(f"{verb} takes one id, not {len(targets)}.")
    elif targets[0].kind == "people":
        raise BadDecision(f"people are only joined and parted, by same and not-same, not by {verb}.")
    if wish.verb is not Verb.SET and (wish.field or wish.value):
        raise BadDecision(f"{verb} takes no field and no value; only set does.")


def _check_pair(verb: str, targets: Sequence[Target]) -> None:
    if len(targets) != TWO:
        raise BadDecision(f"{verb} takes two ids, not {len(targets)}.")
    one, other = targets
    if one.kind != other.kind:
        raise BadDecision(f"{verb} takes two of one kind, not {one.kind} and {other.kind}.")
    shared = set(one.anchors) & set(other.anchors)
    if shared and (verb == "same" or set(one.anchors) == set(other.anchors)):
        raise BadDecision(f"{verb} takes two different things; name mentions (m-…, see explain) to part one entry.")


def _find_target(book: Book, ledger: Ledger, typed: str) -> Target:
    if typed.strip().lower().startswith("m-"):
        return _join_targets([_find_mention(ledger, one.strip()) for one in typed.lower().split(",") if one.strip()])
    kind, identity = find_id(book, typed, ENTRIES)
    entry = next(each for each in list_entries(ledger, kind) if each.id == identity)
    return Target(kind, entry.mentions, tell_entry(entry))


def _join_targets(targets: Sequence[Target]) -> Target:
    """Return several mentions as the one thing a decision speaks of."""
    kinds = sorted({target.kind for target in targets})
    if len(kinds) > 1:
        raise BadDecision(f"mentions with a comma between them are of one kind, not of {' and '.join(kinds)}.")
    anchors = tuple(sorted({anchor for target in targets for anchor in target.anchors}))
    return Target(kinds[0], anchors, ", ".join(target.seen for target in targets))


def _find_mention(ledger: Ledger, typed: str) -> Target:
    found = {
        mention: (kind, entry)
        for kind in ENTRIES
        for entry in list_entries(ledger, kind)
        for mention in entry.mentions
        if mention.startswith(typed)
    }
    if len(found) != 1:
        raise UnknownId(
            f"{len(found)} mentions of the ledger begin with {typed!r}; `pledgebook explain ID` lists them."
        )
    [(mention, (kind, entry))] = found.items()
    return Target(kind, (mention,), f"{mention} of {tell_entry(entry)}")
