"""Say what goods the parts of a phrase mean: what, how many, in which unit, how firmly counted."""

from collections.abc import Sequence
from decimal import Decimal

from pledgebook.model.equipment import equipment_by_form, key_of, load_counting
from pledgebook.model.numerals import VAGUE, read_number, scale_of
from pledgebook.model.qualifiers import read_qualifier
from pledgebook.model.records import Part
from pledgebook.model.values import Item, Qualifier


def read_item(parts: Sequence[Part]) -> Item | None:
    """Return the goods that parts with the roles item, count, unit and qualifier say; None without an item.

    A vague count ("dozens of", "hundreds of thousands of") stays None, with the qualifier "about".
    """
    quotes = {part.role: " ".join(part.span.quote.split()) for part in reversed(parts)}
    what = quotes.get("item", "")
    if not what:
        return None
    count = read_count(quotes.get("count", ""))
    qualifier = read_qualifier(quotes.get("qualifier", ""))
    if "count" in quotes and count is None:
        qualifier = Qualifier.ABOUT
    return Item(what, count, quotes.get("unit", ""), qualifier, class_of(what))


def read_count(quote: str) -> Decimal | None:
    """Return how many a count says in digits or words ("1.5 million", "two dozen", "a"); None for a vague one."""
    words = quote.lower().partition(" (")[0].replace("-", " ").split()  # "one crore (10 million)"
    if not words:
        return None
    if words in (["a"], ["an"]):
        return Decimal(1)
    scale, rest = Decimal(1), list(words)
    while len(rest) > 1 and rest[0][0].isdigit() and (by := scale_of(rest[-1])) is not None:
        scale *= by
        rest.pop()
    value = read_number(" ".join(rest), scaled=scale > 1)
    if value is None or value * scale < 1 or any(word in VAGUE for word in words):
        return None  # "dozens of", "a quarter of its tanks"
    return (
        (value * scale).quantize(Decimal(1)) if value * scale == (value * scale).to_integral_value() else value * scale
    )


def class_of(what: str) -> str:
    """Return the class of the last goods that a phrase names, or "" where the table knows none of it."""
    words = key_of(what)
    forms = equipment_by_form()
    if words and words[0] in ("train", "trained", "training") and words[-1] in load_counting()["trainee"]:
        return "training"
    for end in range(len(words), 0, -1):
        for begin in range(end):
            row = forms.get(words[begin:end])
            if row is not None and row.group != "-":
                return row.group
    return ""
