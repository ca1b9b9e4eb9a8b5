"""The commands by which a person has the last word: decide, decisions, undo."""

import datetime as dt
import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from pledgebook.cli.options import DEFAULT_BOOK, BookOption, JsonOption
from pledgebook.cli.screen import print_json, print_line
from pledgebook.model.records import Verb

if TYPE_CHECKING:
    from pledgebook.actions.deciding import Wish

FIELD_AND_VALUE = 2
VERBS = {verb.value.replace("_", "-"): verb for verb in Verb}

WhyOption = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, for whoever reads this later.")]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides; by default the user's name.")]


def decide(
    verb: Annotated[str, typer.Argument(metavar="VERB", help="accept, reject, same, not-same, set or revoke.")],
    words: Annotated[
        list[str],
        typer.Argument(metavar="ID…", help="One id; two for same and not-same; for set an id, a field and its value."),
    ],
    *,
    why: WhyOption = "",
    by: ByOption = "",
    book: BookOption = DEFAULT_BOOK,
) -> None:
    """Decide on an entry of the ledger; a decision outlives every rebuilding until it is revoked.

    accept ID and reject ID say whether an entry stands. same ID ID and not-same ID ID join and part entries, or single
    mentions (m-…). set ID FIELD VALUE gives a field its value. revoke ID takes a decision back.
    """
    from pledgebook import actions
    from pledgebook.actions.deciding import decide as write_decision
    from pledgebook.actions.explaining import tell_decision

    wish = _read_wish(verb, words, why)
    with actions.open_book(book) as opened:
        decision = write_decision(opened, wish, by=by or _find_name(), at=_now())
    print_line(tell_decision(decision))


def decisions(*, json: JsonOption = False, book: BookOption = DEFAULT_BOOK) -> None:
    """List every decision, the oldest first; revoked ones are marked."""
    from pledgebook import actions
    from pledgebook.actions.deciding import list_decisions
    from pledgebook.actions.explaining import tell_decision

    with actions.open_book(book) as opened:
        made = list_decisions(opened)
    if json:
        print_json([decision for decision, _ in made])
        return
    for each, revoked in made:
        print_line(f"{tell_decision(each)}{' (revoked)' if revoked else ''}")


def undo(*, why: WhyOption = "", by: ByOption = "", book: BookOption = DEFAULT_BOOK) -> None:
    """Revoke the latest decision that stands."""
    from pledgebook import actions
    from pledgebook.actions.deciding import undo as revoke_latest
    from pledgebook.actions.explaining import tell_decision

    with actions.open_book(book) as opened:
        decision = revoke_latest(opened, by=by or _find_name(), at=_now(), why=why)
    print_line(tell_decision(decision))


def _read_wish(verb: str, words: list[str], why: str) -> "Wish":
    from pledgebook.actions.deciding import Wish
    from pledgebook.model.errors import BadDecision

    meant = VERBS.get(verb.lower().replace("_", "-"))
    if meant is None:
        raise BadDecision(f"there is no verb {verb!r}; there are: {', '.join(VERBS)}.")
    if meant is not Verb.SET:
        return Wish(meant, tuple(words), why)
    identity, *rest = words
    if len(rest) < FIELD_AND_VALUE:
        raise BadDecision("set takes an id, a field and its value, as in: decide set c-3f92a1 amount CAD 680000000")
    return Wish(meant, (identity,), why, rest[0].replace("-", "_"), " ".join(rest[1:]))


def _find_name() -> str:
    """Return the user's name; "" where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _now() -> dt.datetime:
    return dt.datetime.now(tz=dt.UTC)
