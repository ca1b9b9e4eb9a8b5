"""Complete amounts that a sentence leaves short: "a further 500m", "$40 million for food and 60 for shelter"."""

from collections.abc import Sequence

from msgspec import Struct

from pledgebook.extract.quantities.figures import Figure
from pledgebook.extract.quantities.numbers import Token

_CUES = frozenset({"further", "another", "additional", "extra", "more", "remaining", "plus", "including", "rest"})
_LISTS = frozenset({"and", ",", ";", "with", "plus", "or", "while", "but"})
_GOALS = frozenset({"for", "to", "towards", "toward", "through", "via", "on"})
_GIVING = (
    "provid",
    "allocat",
    "pledg",
    "announc",
    "promis",
    "offer",
    "contribut",
    "donat",
    "receiv",
    "spen",
    "worth",
    "valued",
    "total",
    "invest",
    "commit",
    "disburs",
    "grant",
    "report",
    "earmark",
    "give",
    "gave",
    "giving",
    "paid",
    "pay",
    "sets",
    "setting",
    "set",
)
# in lists of shares: the Red Cross - 45 million, the food programme: 50 million
_SHARES = frozenset("-\u2013\u2014:(")
_CLOSERS = frozenset([",", ";", ".", ")", "and"]) | {""}
_AFTER_MONEY = _GOALS | frozenset(
    [
        "from",
        "in",
        "over",
        "by",
        "per",
        "each",
        "annually",
        "this",
        "last",
        "next",
        "as",
        "with",
        "at",
        "and",
        "or",
        "will",
        "would",
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "had",
        "which",
        "that",
        "under",
        "between",
        "during",
        "of",
    ]
)
_AFTER_OF = frozenset({"which", "that", "it", "them", "this", "those"})
_MONEY = frozenset(
    [
        "aid",
        "assistance",
        "support",
        "help",
        "funding",
        "funds",
        "money",
        "finance",
        "financing",
        "investment",
        "investments",
        "grants",
        "loans",
        "debt",
        "credit",
        "budget",
        "relief",
    ]
)


_SMALL = 1000
_AHEAD = 12  # tokens behind a list within which "respectively" closes it


class Loan(Struct, frozen=True, gc=False):
    """What a short figure takes from another: the lender's index, and whether it takes the scale too."""

    lender: int
    takes_scale: bool


def find_loans(tokens: Sequence[Token], figures: Sequence[Figure]) -> dict[int, Loan]:
    """Return for each bare figure that is money all the same the figure that lends it currency and perhaps scale."""
    loans: dict[int, Loan] = {}
    first = next((at for at, figure in enumerate(figures) if figure.has_currency), None)
    lender = first
    for index, figure in enumerate(figures):
        lender = index if figure.has_currency else lender
        if figure.has_currency or figure.quantity.value is None:
            continue
        before = figures[index - 1] if index else figure
        counted = before.quantity.is_scaled and not before.has_currency and index > 0 and index - 1 not in loans
        if lender is not None and not counted and _is_money_again(tokens, figures[lender], figure):
            loans[index] = Loan(lender, takes_scale=not figure.quantity.is_scaled)
    return {**loans, **find_shared_scales(tokens, figures)}


def _is_money_again(tokens: Sequence[Token], lender: Figure, figure: Figure) -> bool:
    """Tell whether a bare figure goes on in the currency of an earlier one."""
    if lender.quantity.value is None or not _is_followed_as_money(tokens, figure):
        return False
    floor = lender.end if lender.end <= figure.begin else 0
    before = [token.lower for token in tokens[max(floor, figure.begin - 2) : figure.begin]]
    last = before[-1] if before else ""
    if "than" in before and "more" in before:
        return False
    if figure.quantity.is_scaled:
        shared_out = last in _SHARES and len(before) > 1 and _goal_of(tokens, figure) in _CLOSERS
        shared_out = shared_out or _is_named_share(tokens, figure, floor)
        next_to = last == "from" and figure.begin - lender.end == 1
        named = {token.lower for token in tokens[figure.end : figure.end + 2]}
        if next_to or ({"of", "in"} & named and _MONEY & named):
            return True
        given = any(word.startswith(_GIVING) for word in before)
        return (
            bool(_CUES & set(before)) or shared_out or given or (last in _LISTS and _goal_of(tokens, figure) in _GOALS)
        )
    is_small = figure.quantity.mantissa is not None and 1 < figure.quantity.mantissa < _SMALL
    is_digits = tokens[figure.begin].kind == "num"
    same_goal = _goal_of(tokens, figure) in _GOALS and _goal_of(tokens, figure) == _goal_of(tokens, lender)
    return is_small and is_digits and lender.quantity.is_scaled and last in _LISTS and same_goal


def _is_named_share(tokens: Sequence[Token], figure: Figure, floor: int) -> bool:
    """Tell whether a name and a comma lead to a figure that ends its row ("Chad, 20 million, Mali, 5 million")."""
    at = figure.begin - 2
    named = at >= floor and tokens[at + 1].text == "," and tokens[at].kind == "word" and tokens[at].text[:1].isupper()
    return named and _goal_of(tokens, figure) in _CLOSERS


def _goal_of(tokens: Sequence[Token], figure: Figure) -> str:
    """Return the lower-case word behind a figure."""
    return tokens[figure.end].lower if figure.end < len(tokens) else ""


def _is_followed_as_money(tokens: Sequence[Token], figure: Figure) -> bool:
    """Tell whether what stands behind a bare number leaves it money: no counted noun, no percentage."""
    if figure.end >= len(tokens):
        return True
    following = tokens[figure.end]
    if following.lower == "of":
        return figure.end + 1 < len(tokens) and tokens[figure.end + 1].lower in _AFTER_OF | _MONEY
    return following.lower in _AFTER_MONEY or following.text in {",", ".", ";", ":", ")", "\u2014", "\u2013"}


def find_shared_scales(tokens: Sequence[Token], figures: Sequence[Figure]) -> dict[int, Loan]:
    """Return for each short figure of a list the one that lends it the scale: "$5, $10 and $15 million".

    Where the list ends in "respectively", it lends its currency too: "5, 10 and 15 million euros respectively".
    """
    loans = dict[int, Loan]()
    for index in range(len(figures) - 2, -1, -1):
        figure, following = figures[index], figures[index + 1]
        lender = loans[index + 1].lender if index + 1 in loans else index + 1
        if not _joins(tokens, figure, following) or not _is_short(tokens, figure):
            continue
        signed = figure.has_currency and figures[lender].codes == figure.codes
        shared = figures[lender].has_currency and _ends_respectively(tokens, figures[lender])
        if figures[lender].quantity.is_scaled and (signed or shared):
            loans[index] = Loan(lender, takes_scale=True)
    for index in range(1, len(figures)):
        before, figure = figures[index - 1], figures[index]
        if figure.has_currency or index in loans or not _joins(tokens, before, figure):
            continue
        if before.has_currency and before.quantity.is_scaled and _ends_respectively(tokens, figure):
            loans[index] = Loan(index - 1, takes_scale=not figure.quantity.is_scaled)
    return loans


def _joins(tokens: Sequence[Token], left: Figure, right: Figure) -> bool:
    """Tell whether only the joint of a list stands between two figures."""
    return [token.lower for token in tokens[left.end : right.begin]] in ([","], ["and"], [",", "and"], ["or"])


def _is_short(tokens: Sequence[Token], figure: Figure) -> bool:
    """Tell whether a figure is a small number in digits without a scale."""
    mantissa = figure.quantity.mantissa
    is_digits = tokens[figure.quantity.begin].kind == "num"
    return is_digits and not figure.quantity.is_scaled and mantissa is not None and mantissa < _SMALL


def _ends_respectively(tokens: Sequence[Token], figure: Figure) -> bool:
    """Tell whether "respectively" follows shortly."""
    return "respectively" in {token.lower for token in tokens[figure.end : figure.end + _AHEAD]}
