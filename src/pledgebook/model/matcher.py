"""Find many fixed wordings in a text at once: one automaton, whole words only, the longest match wins."""

from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

Hit = tuple[int, int, int]


def _joins(text: str, at: int) -> bool:
    """Tell whether two neighbouring characters belong to one word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


class Matcher:
    """An automaton over wordings, each of which stands for one or more values given beside it."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self.wordings: Sequence[str] = sorted(set(wordings))
        self._automaton = AhoCorasick(list(self.wordings), matchkind=MatchKind.Standard)

    def find(self, text: str) -> list[Hit]:
        """Return start, end and index of each wording that stands there as whole words; leftmost, then longest."""
        best: dict[int, tuple[int, int]] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if _joins(text, start) or (_joins(text, end) and not self._is_glued(text, end, index)):
                continue
            if end > best.get(start, (0, 0))[0]:
                best[start] = (end, index)
        return list(_keep_leftmost(text, best))

    def _is_glued(self, text: str, end: int, index: int) -> bool:
        """Tell whether a space was lost after a name of several words: "European UnionWhich"."""
        return " " in self.wordings[index] and text[end - 1].islower() and text[end].isupper()


def _keep_leftmost(text: str, best: dict[int, tuple[int, int]]) -> Iterator[Hit]:
    """Yield the leftmost and longest; "the Gulf" gives way to "Gulf Cooperation Council" behind its article."""
    done = 0
    for start in sorted(best):
        end, index = best[start]
        behind = best.get(start + 4, (0, 0))[0] if text.startswith(("the ", "The "), start) else 0
        if start >= done and behind <= end:
            done = end
            yield start, end, index
