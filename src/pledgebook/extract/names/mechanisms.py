"""Find the programmes through which money flows: "PURL", "the European Peace Facility", "IDA20"."""

from functools import cache

from msgspec import Struct

from pledgebook.model.matcher import Matcher
from pledgebook.model.records import Span, cut
from pledgebook.model.reference import Mechanism, mechanisms


class Programme(Struct, frozen=True):
    """One programme where a report names it."""

    span: Span
    mechanism: Mechanism


@cache
def _matcher() -> tuple[Matcher, tuple[Mechanism, ...]]:
    named: dict[str, Mechanism] = {}
    for mechanism in mechanisms():
        for words in mechanism.aliases:
            for spelt in (words, words.replace("'", "\u2019"), words.replace("rogramme", "rogram")):
                named.setdefault(spelt, mechanism)
    matcher = Matcher(named)
    return matcher, tuple(named[words] for words in matcher.wordings)


def find_mechanisms(text: str, plain: str, start: int, end: int) -> tuple[Programme, ...]:
    """Return the programmes named inside a range of a report, in order."""
    matcher, named = _matcher()
    return tuple(
        Programme(cut(text, start + low, start + high), named[index])
        for low, high, index in matcher.find(plain[start:end])
    )
