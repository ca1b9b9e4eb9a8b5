"""Gather what the lemma rules need from the treebanks, and from raw text if there is some."""

from collections import Counter
from collections.abc import Iterable

from pledgebook.language.lemmas import Lemmas, find_lemma
from training.treebanks import Tree

INFLECTED = ("ed", "ing", "s", "d")
"""A word of the raw text is a base if one of these can be added to it and is."""

SEEN = 5
"""Times a word must stand in the raw text to count."""


def gather_lemmas(trees: Iterable[Tree], sentences: Iterable[str]) -> Lemmas:
    """Return bases and irregular forms: every word of the treebanks whose usual lemma the rules would miss."""
    pairs = Counter((node.form.lower(), node.tag, node.lemma) for tree in trees for node in tree)
    common = {(form, tag): lemma for (form, tag, lemma), _ in reversed(pairs.most_common())}
    bases = {lemma for (_, tag), lemma in common.items() if tag[:2] in {"VB", "NN", "JJ", "RB"} and lemma.islower()}
    bases |= _find_bases(sentences)
    bare = Lemmas(irregular={}, bases=frozenset(bases))
    irregular: dict[str, dict[str, str]] = {}
    for (form, tag), lemma in sorted(common.items()):
        told = form.isascii() and lemma.isascii() and lemma != "_" and tag in _CHANGING
        if told and find_lemma(bare, form, tag) != lemma:
            irregular.setdefault(tag, {})[form] = lemma
    return Lemmas(irregular, bare.bases)


def _find_bases(sentences: Iterable[str]) -> set[str]:
    """Return the words of the raw text that also stand there inflected."""
    words = Counter(word for sentence in sentences for word in sentence.split() if word.isalpha() and word.islower())
    return {
        word for word, seen in words.items() if seen >= SEEN and any(words[word + end] >= SEEN for end in INFLECTED)
    }


_INFLECTED = ("VBZ", "VBD", "VBN", "VBG", "NNS", "JJR", "RBR", "JJS", "RBS")
_CHANGING = frozenset({*_INFLECTED, "MD", "PRP", "PRP$", "RB", "VB", "VBP", "DT", "IN", "POS", "TO", "WP"})
"""Tags whose words may differ from their dictionary form; with the others a difference is a slip of the writer's."""
