"""Find the few sentences of a report that can matter, by one fast scan for money and trigger words.

A trigger is a lower-case word or phrase; it is found without case at the start of a word and may run on
("agree" finds "agreement"). The scan reads one byte for each character, so that its offsets are the text's.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol

import re2

from pledgebook.extract.deeds.agreements import TRIGGERS as AGREEMENTS
from pledgebook.extract.deeds.events import TRIGGERS as EVENTS
from pledgebook.extract.deeds.positions import TRIGGERS as POSITIONS
from pledgebook.extract.page.layout import Layout
from pledgebook.extract.page.sentences import Zone, bound_at, split_block
from pledgebook.extract.scan import money_pattern
from pledgebook.model.equipment import equipment_by_form
from pledgebook.model.records import Section


class Match(Protocol):
    """One place that a scanner found."""

    def start(self) -> int:
        """Return the offset of the match."""


class Scanner(Protocol):
    """A compiled pattern over bytes."""

    def finditer(self, text: bytes) -> Iterator[Match]:
        """Yield the matches in order."""


HANDING = (
    "give", "gave", "giving", "provid", "donat", "deliver", "send", "sent", "suppl", "pledg", "promis", "commit",
    "transfer", "hand over", "handed over", "ship", "dispatch", "approv", "gift", "deploy", "train", "offer",
    "made available", "make available", "receiv", "distribut", "contribut", "airlift", "carrying", "loaded with",
    "consider", "purchas", "buy",
)  # fmt: skip
"""Words of handing over; goods matter only in their company."""

_SKIPPED = (Section.FURNITURE, Section.LINK)


def _spell(triggers: Sequence[str]) -> str:
    """Return a pattern that finds any trigger at the start of a word, over line breaks too."""
    told = (re2.escape(word.encode("cp1252", "replace").decode("latin-1")) for word in sorted(triggers))
    return r"(?i)\b(?:" + "|".join(word.replace("\\ ", r"\s+") for word in told) + ")"


UNCOUNTED = tuple(f"{what} will also be" for what in ("funds", "funding", "money", "support", "assistance", "aid"))
"""Help that is promised beside other help but not counted."""


@cache
def _scanners() -> tuple[tuple[str, Scanner], ...]:
    """Return the compiled scan of each kind of trigger, in a fixed order."""
    return (
        ("money", _compile(money_pattern())),
        ("giving", _compile(_spell(HANDING))),
        ("goods", _compile(_spell((*(" ".join(form) for form in equipment_by_form()), *UNCOUNTED)))),
        ("agreement", _compile(_spell(AGREEMENTS))),
        ("position", _compile(_spell(POSITIONS))),
        ("event", _compile(_spell(EVENTS))),
    )


def _compile(pattern: str) -> Scanner:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    scanner: Scanner = re2.compile(pattern.encode("latin-1"), options)
    return scanner


def scan(plain: str) -> dict[str, list[int]]:
    """Return where each kind of trigger starts in the plain text, in order."""
    told = plain.encode("cp1252", "replace")
    return {kind: [match.start() for match in scanner.finditer(told)] for kind, scanner in _scanners()}


def find_zones(layout: Layout) -> tuple[Zone, ...]:
    """Return the sentences that can matter, in order, each with the kinds of triggers that it holds."""
    kinds = dict[tuple[int, int], set[str]]()
    for at, hits in _hits_by_block(layout).items():
        block = layout.blocks[at]
        bounds = split_block(layout.plain, block.start, block.end)
        for kind, places in hits.items():
            for place in places:
                kinds.setdefault(bounds[bound_at(bounds, place)], set()).add(kind)
    return tuple(Zone(start, end, tuple(sorted(why))) for (start, end), why in sorted(kinds.items()) if _matters(why))


def _hits_by_block(layout: Layout) -> dict[int, dict[str, list[int]]]:
    found = dict[int, dict[str, list[int]]]()
    for kind, places in scan(layout.plain).items():
        for place in places:
            at = layout.index_at(place)
            if at >= 0 and layout.blocks[at].section not in _SKIPPED and place < layout.blocks[at].end:
                found.setdefault(at, {}).setdefault(kind, []).append(place)
    return found


def _matters(why: set[str]) -> bool:
    """Tell whether a sentence with these triggers can matter: giving alone says nothing, nor do goods alone."""
    return bool(why & {"money", "agreement", "position", "event"}) or {"goods", "giving"} <= why
