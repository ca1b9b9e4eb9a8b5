"""Dictionary forms of words: endings taken off by rule, guided by the words and irregular forms the treebanks hold."""

import re
from collections.abc import Iterator

from msgspec import Struct

NAMES = frozenset({"NNP", "NNPS"})
"""Tags of names, which keep the form they are written in."""

_DOUBLED = re.compile(r"([bdfgkmnprtvz])\1$")
_WANTS_E = re.compile(
    r"(?:[cguvz]|[^aeious]s|[aeiou]s|[^aeioulr]l|[^aeo]at|[aeiou]id|[aiou]r|ut|in|ib|ak|ok|ap|op|im|am)$"
)
_HISSES = re.compile(r"(?:ch|sh|ss|x|zz|o)es$")


class Lemmas(Struct, frozen=True):
    """What the rules need to know: irregular forms by tag, and words that stand as dictionary forms."""

    irregular: dict[str, dict[str, str]]
    bases: frozenset[str]


def find_lemma(lemmas: Lemmas, form: str, tag: str) -> str:
    """Return the dictionary form, in small letters, of a word with a Penn tag; names stay as they are."""
    if tag in NAMES:
        return form
    low = form.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    irregular = lemmas.irregular.get(tag, {}).get(low)
    if irregular is not None:
        return irregular
    candidates = list(_strip(low, tag))
    return next((one for one in candidates if one in lemmas.bases), candidates[0] if candidates else low)


def _strip(low: str, tag: str) -> Iterator[str]:
    """Yield what a form may come from, the likeliest first where the words themselves decide nothing."""
    for ending in _ENDINGS.get(tag, ()):
        stem = low.removesuffix(ending)
        if stem != low and any(letter in "aeiouy" for letter in stem):
            yield from _strip_plural(low) if ending == "s" else _mend(stem)


def _strip_plural(low: str) -> Iterator[str]:
    """Yield the singulars a form in -s may have."""
    if low.endswith("ies") and len(low) > len("ties"):
        yield low[:-3] + "y"
    if _HISSES.search(low):
        yield low[:-2]
    if not low.endswith(("ss", "us", "is")):
        yield low[:-1]
    yield low


def _mend(stem: str) -> Iterator[str]:
    """Yield the words that a stem without -ed, -ing, -er or -est may belong to."""
    plain = _DOUBLED.sub(r"\1", stem)
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    if plain != stem:
        yield from (plain, stem)
    elif _WANTS_E.search(stem):
        yield from (stem + "e", stem)
    else:
        yield from (stem, stem + "e")


_ENDINGS = {
    "VBZ": ("s",),
    "NNS": ("s",),
    "VBD": ("ed",),
    "VBN": ("ed",),
    "VBG": ("ing",),
    "JJR": ("er",),
    "RBR": ("er",),
    "JJS": ("est",),
    "RBS": ("est",),
}
"""Endings by the Penn tags that are inflected."""
