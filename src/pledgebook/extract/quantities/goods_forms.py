"""Find the forms of goods that `reference/equipment.csv` knows among the tokens of a sentence."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from pledgebook.extract.quantities.numbers import Token
from pledgebook.model.equipment import Equipment, equipment_by_form, singular_of


class Scene(Struct, frozen=True):
    """The tokens of a sentence and the part of speech at each token's offset, where the sentence was parsed."""

    text: str
    tokens: list[Token]
    speech: dict[int, str]


@cache
def first_words() -> dict[str, int]:
    """Return the longest form for each first word of a form."""
    longest = dict[str, int]()
    for key in equipment_by_form():
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


def form_at(tokens: Sequence[Token], index: int) -> tuple[Equipment | None, int]:
    """Return the row of the longest form that starts at a token, and where it ends."""
    if tokens[index].kind != "word":
        return None, index
    longest = first_words().get(singular_of(tokens[index].lower), 0)
    if not longest:
        return None, index
    words, taken = list[str](), list[int]()
    for at in range(index, len(tokens)):
        if tokens[at].text in "-/":
            continue
        if tokens[at].kind == "mark" or len(words) == longest:
            break
        words.append(singular_of(tokens[at].lower))
        taken.append(at)
    for length in range(len(words), 0, -1):
        row = equipment_by_form().get(tuple(words[:length]))
        if row is not None:
            return row, taken[length - 1] + 1
    return None, index
