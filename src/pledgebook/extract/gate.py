"""Find the few sentences of a report that can matter, by one fast scan for money and trigger words.

A trigger is a lower-case word or phrase; it is found without case at the start of a word and may run on
("agree" finds "agreement"). The scan reads one byte for each character, so that its offsets are the text's.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

import re2

from pledgebook.extract.deeds.agreements import TRIGGERS as AGREEMENTS
from pledgebook.extract.deeds.events import TRIGGERS as EVENTS
from pledgebook.extract.deeds.positions import TRIGGERS as POSITIONS
from pledgebook.extract.page.layout import ASIDE, Layout
from pledgebook.extract.page.sentences import Zone, bound_at, split_block
from pledgebook.extract.scan import Scanner, compile_scanner, money_pattern, to_bytes
from pledgebook.model.equipment import equipment_by_form

HANDING = (
    "give", "gave", "giving", "provid", "donat", "deliver", "send", "sent", "suppl", "pledg", "promis", "commit",
    "transfer", "hand over", "handed over", "ship", "dispatch", "approv", "gift", "deploy", "train", "offer",
    "made available", "make available", "receiv", "distribut", "contribut", "airlift", "carrying", "loaded with",
    "consider", "purchas", "buy", "despatch", "fly in", "flew in", "flown in", "flying in", "rush", "arriv", "support",
    "peace corps volunteers will", "refinanc", "issu", "extend", "invit", "includ", "compris",
    "consist", "contain", "present", "flew", "flying", "lend", "loan", "on its way", "on their way", "en route",
    "reached", "landed", "lands", "will land", "touch down", "touched down", "took off", "left", "depart", "heading",
    "headed", "travel", "brought in", "set up", "field hospital", "mobilis", "mobiliz", "gather", "packed", "raised",
    "share", "hand", "will get", "will assist", "will return",
)  # fmt: skip
"""Words of handing over; goods matter only in their company."""

LOADS = ("tonnes of", "tons of", "kg of", "kilograms of", "batch of", "consignment of", "shipment of", "tranche of")
"""Measures of goods that need no name: "40 tonnes of aid"."""

Hits = dict[int, dict[str, list[int]]]
"""Where each kind of trigger starts in a block, by the block's place among all."""

_CLOSERS = " \"'*_)]\u2019\u201d"  # what may stand behind the last mark of a sentence
_CLOSING = 12  # characters in which they do


def _spell(triggers: Sequence[str]) -> str:
    """Return a pattern that finds any trigger at the start of a word, over line breaks too."""
    told = (re2.escape(word.encode("cp1252", "replace").decode("latin-1")) for word in sorted(triggers))
    return r"(?i)\b(?:" + "|".join(word.replace("\\ ", r"\s+") for word in told) + ")"


UNCOUNTED = (
    *(f"{what} will also be" for what in ("funds", "funding", "money", "support", "assistance", "aid")),
    "line of credit", "lines of credit", "credit line", "bonds program", "bond program", "swap line", "debt relief",
    "debt moratorium", "suspension of debt service", "remaining part of the", "final part of the", "last part of the",
    *(f"{rest} {what}" for rest in ("remaining", "rest of the") for what in ("fund", "money", "aid")),
    *(
        f"{more} {what}"
        for more in ("further", "additional", "voluntary")
        for what in ("support", "assistance", "aid", "fund", "financial", "humanitarian", "military", "contribution")
    ),
)  # fmt: skip
"""Help that is promised beside other help, or by its kind alone, but not counted."""


@cache
def _scanners() -> tuple[tuple[str, Scanner], ...]:
    """Return the compiled scan of each kind of trigger, in a fixed order."""
    return (
        ("money", compile_scanner(money_pattern())),
        ("giving", compile_scanner(_spell(HANDING))),
        ("goods", compile_scanner(_spell((*(" ".join(form) for form in equipment_by_form()), *LOADS, *UNCOUNTED)))),
        ("agreement", compile_scanner(_spell(AGREEMENTS))),
        ("position", compile_scanner(_spell(POSITIONS))),
        ("event", compile_scanner(_spell(EVENTS))),
    )


def scan(plain: str) -> dict[str, list[int]]:
    """Return where each kind of trigger starts in the plain text, in order."""
    told = to_bytes(plain)
    return {kind: [match.start() for match in scanner.finditer(told)] for kind, scanner in _scanners()}


def find_hits(layout: Layout) -> Hits:
    """Return where each kind of trigger starts, by the block of a report that it stands in."""
    found: Hits = {}
    blocks = [(block.start, block.end, at) for at, block in enumerate(layout.blocks) if block.section not in ASIDE]
    for kind, places in scan(layout.plain).items():
        left, stop = 0, len(places)
        for start, end, at in blocks:
            left = bisect_left(places, start, left)
            if left == stop:
                break
            right = bisect_left(places, end, left)
            if right > left:
                found.setdefault(at, {})[kind] = places[left:right]
                left = right
    return found


def cut_zones(layout: Layout, hits: Hits, blocks: Iterable[int]) -> tuple[Zone, ...]:
    """Return the sentences of some blocks that can matter, in order, each with the kinds of triggers that it holds."""
    kinds = dict[tuple[int, int], set[str]]()
    for at in blocks:
        block = layout.blocks[at]
        bounds = split_block(layout.plain, block.start, block.end)
        for kind, places in hits[at].items():
            for place in places:
                kinds.setdefault(bounds[bound_at(bounds, place)], set()).add(kind)
    return tuple(
        Zone(start, end, tuple(sorted(why)))
        for (start, end), why in sorted(kinds.items())
        if _matters(why) and not _asks(layout.plain, start, end)
    )


def _asks(plain: str, start: int, end: int) -> bool:
    """Tell whether a sentence is a question, which tells of nothing."""
    return plain[max(start, end - _CLOSING) : end].rstrip(_CLOSERS).endswith("?")


def _matters(why: set[str]) -> bool:
    """Tell whether a sentence with these triggers can matter: giving alone says nothing, nor do goods alone."""
    return bool(why & {"money", "agreement", "position", "event"}) or {"goods", "giving"} <= why
