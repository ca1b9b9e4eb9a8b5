"""Find how many of something are told of before it: count, unit, "of", a crew of so many."""

from collections.abc import Sequence

from pledgebook.extract.quantities.numbers import Quantity, Token, read_quantity
from pledgebook.model.currencies import load_forms
from pledgebook.model.equipment import load_counting, singular_of

Range = tuple[int, int]
Count = tuple[Range, Range | None]

METRIC = frozenset({"metric", "short", "long", "cubic", "more", "additional", "further", "extra", "new", "square"})
MEASURES = frozenset(
    {"mm", "millimetre", "millimeter", "cm", "kVA", "kW", "MW", "caliber", "calibre", "inch", "foot", "hp"}
)
_MEASURING = frozenset({"metric", "cubic", "short", "square"})
_ARTICLES = frozenset({"a", "an", "one"})
_OWNERS = frozenset({"its", "their", "the", "these", "those", "his", "our"})
_VAGUE = frozenset({"variety", "range", "number", "supply", "stock", "type"})
_SIZES = frozenset({"member", "strong", "person", "man", "people"})
_REACH = 6
_OWNED = 7  # words of whose goods are counted: "12 of the Norwegian army's tanks"
_NAMED = 5  # words of a name between a crew and what it is: "33-member Ruritania Army Rescue Team"


def count_before(tokens: Sequence[Token], begin: int, floor: int) -> Count | None:
    """Return the token ranges of count and unit that stand before an index, none before `floor`."""
    unit = unit_before(tokens, _past_metric(tokens, begin, floor), floor)
    at = _past_metric(tokens, unit[0] if unit is not None else begin, floor)
    crew = _crew_before(tokens, at, floor)
    if crew is not None:
        return crew, unit
    quantity = _quantity_ending(tokens, at, floor)
    if quantity is not None:
        return (quantity.begin, quantity.end), unit
    is_one = at - 1 >= floor and tokens[at - 1].lower in _ARTICLES and not _is_vague(tokens, unit)
    plural = unit is None and begin < len(tokens) and singular_of(tokens[begin].lower) != tokens[begin].lower
    return ((at - 1, at), unit) if is_one and not plural else None


def _is_vague(tokens: Sequence[Token], unit: Range | None) -> bool:
    """Tell whether a unit tells no number with "a" before it ("a variety of")."""
    return unit is not None and tokens[unit[0]].lower in _VAGUE


def _past_metric(tokens: Sequence[Token], begin: int, floor: int) -> int:
    """Return the index of the first of the words like "metric" and "additional" that end right before an index."""
    while begin - 1 >= floor and tokens[begin - 1].lower in METRIC:
        begin -= 1
    return begin


def unit_before(tokens: Sequence[Token], begin: int, floor: int) -> Range | None:
    """Return the token range of a unit that "of" ties to what begins at an index ("metric tons of", "doses of the")."""
    at = begin - 1
    if at - 1 > floor and tokens[at].lower in ("the", "a", "an", "its", "their"):
        at -= 1
    if at - 1 < floor or tokens[at].lower != "of" or singular_of(tokens[at - 1].lower) not in load_counting()["unit"]:
        return None
    first = at - 2 if at - 2 >= floor and tokens[at - 2].lower in _MEASURING else at - 1
    return first, at


def _crew_before(tokens: Sequence[Token], end: int, floor: int) -> Range | None:
    """Return the token range of the number in "120-member" or "80-strong", names right before the index passed over."""
    first = max(floor, end - _NAMED)
    while end > first and tokens[end - 1].text[:1].isupper():
        end -= 1
    if end - 2 >= floor and tokens[end - 1].lower == "strong" and tokens[end - 2].lower in _SIZES:
        end -= 1  # "120-man strong"
    is_crew = end - 3 >= floor and tokens[end - 1].lower in _SIZES and tokens[end - 2].text == "-"
    return (end - 3, end - 2) if is_crew and tokens[end - 3].kind == "num" else None


def _quantity_ending(tokens: Sequence[Token], end: int, floor: int) -> Quantity | None:
    """Return the longest quantity that ends right before a token."""
    end = _past_owner(tokens, end, floor)
    skipped = end - 1 if end - 1 >= floor and tokens[end - 1].lower == "of" else end
    told = tokens[:end]  # "50,000t of rice" is no trillion
    for first in range(max(floor, skipped - _REACH), skipped):
        quantity = read_quantity(told, first)
        if quantity is not None and quantity.end in (end, skipped) and _counts_goods(tokens, quantity):
            return quantity
    return None


def _past_owner(tokens: Sequence[Token], end: int, floor: int) -> int:
    """Return the index behind "of" where whose the goods are stands before an index ("12 of its own tanks")."""
    at = end - 1 if end - 1 > floor and tokens[end - 1].lower == "own" else end
    if at - 1 > floor and tokens[at - 1].lower in _OWNERS:
        at -= 1
    elif at - 1 > floor and tokens[at - 1].lower == "s" and tokens[at - 2].text in "'\u2019":
        at = next((one for one in range(at - 3, max(floor, at - _OWNED), -1) if tokens[one - 1].lower == "of"), end)
    else:
        return end
    return at if tokens[at - 1].lower == "of" else end


def _counts_goods(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a quantity counts goods: no calibre ("155mm"), no money ("€5 million of fuel"), no type number."""
    first = quantity.begin
    if _is_glued(tokens, first) or (quantity.is_scaled and tokens[quantity.end - 1].text in MEASURES):
        return False
    return first == 0 or tokens[first - 1].text not in load_forms().signs


def _is_glued(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a number is glued to what stands before it ("F-16", "M777")."""
    return first > 0 and tokens[first - 1].end == tokens[first].start and tokens[first - 1].text not in "(\u201c\"'"


def count_within(tokens: Sequence[Token], begin: int, end: int) -> Count | None:
    """Return the token range of the first count inside a phrase ("train 1,500 soldiers")."""
    for at in range(begin + 1, end):
        quantity = read_quantity(tokens, at)
        if quantity is not None and quantity.end <= end:
            return (quantity.begin, quantity.end), None
    return None
