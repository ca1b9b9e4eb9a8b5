"""Tell which amounts say the sum before them again in another currency: in brackets, behind "or", after a slash."""

from collections.abc import Sequence

from pledgebook.extract.quantities.figures import Figure
from pledgebook.extract.quantities.numbers import Token

_OPENERS = frozenset(
    {
        "(",
        "[",
        "/",
        "=",
        "≈",
        "~",
        "or",
        "equivalent",
        "equivalents",
        "i.e.",
        "i.e",
        "equals",
        "equal",
        "equating",
        "converts",
    }
)
_FILLING = _OPENERS | frozenset(
    [
        ",",
        ".",
        "-",
        "\u2013",
        "\u2014",
        "the",
        "of",
        "to",
        "which",
        "is",
        "was",
        "that",
        "worth",
        "about",
        "around",
        "roughly",
        "approximately",
        "approx",
        "approx.",
        "nearly",
        "some",
        "just",
        "over",
        "under",
        "almost",
        "more",
        "than",
        "an",
        "a",
        "estimated",
        "at",
        "converted",
        "currently",
        "into",
        "circa",
        "ca",
        "ca.",
        "respectively",
        "close",
        "value",
        "valued",
        "s",
        "'",
        "\u2019",
        "equates",
        "amounting",
        "amounts",
        "in",
        "i",
        "e",
        "ie",
    ]
)
_ASIDES = frozenset({",", "-", "\u2013", "\u2014"})
_ABOUTS = frozenset({"about", "around", "roughly", "approximately", "approx", "approx.", "nearly", "some", "almost"})
_OWN_PURPOSE = frozenset({"for", "to", "of", "from", "through", "via", "in", "is", "was", "will", "goes", "each"})
_LONGEST = 9
_CHAINED = 3


def find_equivalents(tokens: Sequence[Token], figures: Sequence[Figure]) -> dict[int, int]:
    """Return, for each figure that repeats an earlier one in another currency, the index of that earlier figure."""
    repeats: dict[int, int] = {}
    for index in range(1, len(figures)):
        if index > 1 and _measures_first(tokens, figures[index - 2 : index + 1]):
            repeats[index] = repeats.get(index - 2, index - 2)
            continue
        main = repeats.get(index - 1, index - 1)
        left, right = figures[index - 1], figures[index]
        if not left.has_currency or not right.has_currency or not _differ(figures[main], right):
            continue
        chained = index - 1 in repeats and _is_chain(tokens, left, right)
        if chained or (index - 1 not in repeats and _is_repeat(tokens, left, right)):
            repeats[index] = main
    return repeats


def find_echoes(tokens: Sequence[Token], figures: Sequence[Figure]) -> frozenset[int]:
    """Return the figures in brackets that only spell out the one before: "US$5,000,000 (five million US dollars)"."""
    return frozenset(
        index
        for index in range(1, len(figures))
        if [token.text for token in tokens[figures[index - 1].end : figures[index].begin]] == ["("]
        and _closes(tokens, figures[index])
        and figures[index - 1].codes == figures[index].codes
        and figures[index - 1].quantity.value == figures[index].quantity.value
    )


def _differ(left: Figure, right: Figure) -> bool:
    """Tell whether two figures can be in two currencies: neither says exactly what the other says."""
    return left.codes != right.codes or len(left.codes) > 1


def _is_chain(tokens: Sequence[Token], left: Figure, right: Figure) -> bool:
    """Tell whether a second equivalent follows the first in the same bracket ("(US$5m; £4m)")."""
    between = [token.lower for token in tokens[left.end : right.begin]]
    return 0 < len(between) <= _CHAINED and all(word in {",", ";", "/", "or", "and", "about", "="} for word in between)


def _is_repeat(tokens: Sequence[Token], left: Figure, right: Figure) -> bool:
    """Tell whether only words of equivalence stand between two amounts."""
    between = [token.lower for token in tokens[left.end : right.begin]]
    if len(between) > _LONGEST or any(word not in _FILLING for word in between):
        return False
    if left.codes == right.codes or "of which" in " ".join(between) or _goes_on(tokens, right):
        return False
    if not between:
        return _closes(tokens, right)
    if _OPENERS & set(between) or (len(between) == 1 and between[0] in _ABOUTS - {"some"}):
        return True
    return between[0] in _ASIDES and len(between) > 1 and between[1] in _ABOUTS and _ends_aside(tokens, right)


def _measures_first(tokens: Sequence[Token], figures: Sequence[Figure]) -> bool:
    """Tell whether a bracket says a sum in another measure first: "(93.8 percent of quota or about US$1.4 billion)"."""
    left, measure, right = figures
    if not left.has_currency or measure.has_currency or not right.has_currency or left.codes == right.codes:
        return False
    between = [token.lower for token in tokens[left.end : right.begin]]
    if len(between) > _LONGEST + 3 or between[0] not in ("(", "or", ",") or ")" in between[1:]:
        return False
    told = bool({"%", "percent", "cent", "quota"} & set(between))
    return told and (bool(_OPENERS & set(between[-2:])) or between[-1] in _ABOUTS)


def _goes_on(tokens: Sequence[Token], figure: Figure) -> bool:
    """Tell whether a figure has a purpose or a getter of its own, so that it is a share: "€50m ($20m for food)"."""
    return figure.end < len(tokens) and tokens[figure.end].lower in _OWN_PURPOSE and "(" in _before(tokens, figure)


def _before(tokens: Sequence[Token], figure: Figure) -> list[str]:
    """Return the few tokens before a figure."""
    return [token.text for token in tokens[max(0, figure.begin - 4) : figure.begin]]


def _closes(tokens: Sequence[Token], figure: Figure) -> bool:
    """Tell whether a closing bracket follows, the opening one having been lost."""
    return figure.end < len(tokens) and tokens[figure.end].text in (")", "]")


def _ends_aside(tokens: Sequence[Token], figure: Figure) -> bool:
    """Tell whether an aside between commas or dashes ends behind a figure."""
    return figure.end >= len(tokens) or tokens[figure.end].text in {",", ".", ";", "-", "\u2013", "\u2014", ")"}
