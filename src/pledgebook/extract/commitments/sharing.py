"""Sums that one phrase tells of several givers, each of whom gives as much: "Mali and Chad pledged 3 million each"."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from pledgebook.model.records import Kind, Mention, Part, Span, mention_id

_EACH_BEHIND = re.compile(r"\s*(?:\([^()]{0,60}\))?,?\s*(?:each|apiece|both|respectively)\b", re.IGNORECASE)
_EACH_BEFORE = re.compile(r"\b(?:each|both)\b(?:\s+[\w-]+){1,4}\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_BOTH = re.compile(r"\bboth\s+(?:the\s+)?$", re.IGNORECASE)
_THINGS = re.compile(r"\b(?:worth|valued at|costing|priced at|at)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
"""Before a sum that is the price of each of some things, not what each of some parties gives."""
_WITHIN = 60  # characters between "each" and the first of those who each give
_MOST = 12  # parties of one phrase

Run = tuple[Part, ...]


def share_out(mention: Mention, plain: str) -> Iterator[Mention]:
    """Yield a mention for each giver of a sum told of "each"; the mention itself where there is none.

    What several parties each get stays one mention: one giver hands it out.

    Args:
        mention: A sum with the claims of who gives and gets it.
        plain: The text without markup.
    """
    run = _find_run(mention, plain)
    if not run:
        yield mention
        return
    spans = [part.span for part in run]
    for ordinal, span in enumerate(spans):
        others = [other for other in spans if other != span]
        identity = mention_id(mention.document, Kind.COMMITMENT, mention.span.start, mention.span.end, ordinal)
        parts = tuple(part for part in mention.parts if not _is_of(part, others))
        yield structs.replace(mention, id=identity, parts=parts)


def _is_of(part: Part, others: Sequence[Span]) -> bool:
    """Tell whether a part names one of the other givers, who do not get it either."""
    return part.role in ("provider", "recipient") and any(
        other.start <= part.span.start < other.end for other in others
    )


def _find_run(mention: Mention, plain: str) -> Run:
    """Return the names that each give the sum, () where it is not told of each."""
    runs = sorted(_runs_of(mention), key=lambda run: run[0].span.start)
    start, end = mention.span.start, max(part.span.end for part in mention.parts if part.role in _MONEY)
    if _THINGS.search(plain, mention.sentence.start, start):
        return ()
    behind = _EACH_BEHIND.match(plain, end, mention.sentence.end)
    if behind:
        near = [run for run in runs if 0 <= run[0].span.start - behind.end() <= _WITHIN]
        near = near or [run for run in reversed(runs) if run[-1].span.end <= start]
        return near[0] if near else ()
    before = [run for run in reversed(runs) if run[-1].span.end <= start]
    if not before:
        return ()
    told = _EACH_BEFORE.search(plain, before[0][-1].span.end, start)
    return before[0] if told or _BOTH.search(plain, mention.sentence.start, before[0][0].span.start) else ()


_MONEY = frozenset({"amount", "equivalent", "number", "scale", "currency"})


def _runs_of(mention: Mention) -> Iterator[Run]:
    """Yield the runs of two names and more that one witness of the sentence hears as givers."""
    claims = dict[tuple[str, int], dict[Span, Part]]()
    for part in mention.parts:
        inside = mention.sentence.start <= part.span.start and part.span.end <= mention.sentence.end
        if part.role == "provider" and ":" not in part.rule and inside:
            claims.setdefault((part.rule, part.group), {}).setdefault(part.span, part)
    for named in claims.values():
        if 1 < len(named) <= _MOST:
            yield tuple(named[span] for span in sorted(named))
