"""Read the tokens of a sentence into money figures: a quantity with its currency before, behind or on both sides."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from pledgebook.extract.quantities.currencies import (
    CurrencyWords,
    abbreviation_at,
    adjective_at,
    currency_at,
    first_words,
)
from pledgebook.extract.quantities.numbers import (
    NUMBER_STARTS,
    Quantity,
    Token,
    read_quantity,
    read_scaled_first,
    scale_with,
    scaled_behind,
    touches,
)

_DASHES = frozenset("-\u2010\u2011\u2013\u2014")
_LARGE = Decimal(1000)
_YEAR_DIGITS = 4
_SHORT_SCALE = 3  # letters of a scale that a dot may close: "bn.", "mln."
_BRACKETS = {"(": ")", "[": "]"}
_GROWTH = frozenset(
    [
        "rise",
        "rises",
        "rose",
        "risen",
        "raise",
        "raised",
        "raises",
        "raising",
        "increase",
        "increased",
        "increases",
        "increasing",
        "grow",
        "grew",
        "grown",
        "up",
        "jump",
        "jumped",
        "expand",
        "expanded",
        "cut",
        "cuts",
        "fall",
        "fell",
        "fallen",
        "drop",
        "dropped",
        "reduce",
        "reduced",
        "lower",
        "lowered",
        "down",
        "slash",
        "slashed",
        "double",
        "doubled",
        "triple",
        "tripled",
        "boost",
        "boosted",
        "boosting",
        "climb",
        "climbed",
        "went",
        "go",
        "gone",
    ]
)
# "pounds of rice" is a weight; "pounds of aid" is money
_MONEY_NOUNS = frozenset(
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
        "taxpayers",
        "taxpayer",
        "public",
        "government",
        "new",
        "extra",
        "additional",
        "spending",
        "military",
        "humanitarian",
        "emergency",
        "development",
        "overseas",
        "foreign",
        "debt",
        "damage",
        "budget",
        "uk",
        "british",
        "frozen",
        "private",
        "donations",
        "sterling",
    ]
)
_OPENING = frozenset("([\"'“\u2018-\u2013\u2014/|")
# single letters that stand apart from their number in common use: naira, rand, kina and kwacha, pula and peso
_LONE_LETTERS = frozenset("NRKP")
_NOT_MONEY_AFTER_EURO = frozenset({"area", "zone", "bloc", "countries", "members", "atlantic", "championship"})
_ADJECTIVE_ENDS = frozenset(
    [
        ")",
        ",",
        ".",
        ";",
        ":",
        "to",
        "for",
        "in",
        "and",
        "over",
        "or",
        "on",
        "from",
        "at",
        "towards",
        "toward",
        "]",
        "\u2014",
    ]
)


class Figure(Struct, frozen=True, gc=False):
    """A quantity with what names its currency, as token ranges; `low` is the lower end of a range.

    `codes` are the currencies that all its signs and words allow together; where they contradict each other, all of
    them. No currency words and no codes: a bare number that only its neighbours can make money.
    """

    begin: int
    end: int
    quantity: Quantity
    currencies: tuple[tuple[int, int], ...]
    codes: tuple[str, ...]
    low: Quantity | None = None
    rule: str = ""

    @property
    def has_currency(self) -> bool:
        """Whether the figure names a currency itself."""
        return bool(self.currencies)


def find_figures(plain: str, tokens: Sequence[Token]) -> list[Figure]:
    """Return every quantity of the tokens, with its currency where one stands beside it, ranges joined, in order."""
    figures: list[Figure] = []
    signs, names = first_words()
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not (token.kind == "num" or token.text in signs or token.lower in names or token.lower in NUMBER_STARTS):
            index += 1
            continue
        figure = _figure_at(plain, tokens, index)
        if figure is None or figure.quantity.value == 0:
            index += 1
            continue
        index = figure.end
        if figures and (joined := _range_of(tokens, figures[-1], figure)) is not None:
            figures[-1] = joined
        else:
            figures.append(figure)
    return figures


def _figure_at(plain: str, tokens: Sequence[Token], index: int) -> Figure | None:
    """Return the figure that starts at a token: a currency and a quantity, or a quantity and perhaps a currency."""
    before = currency_at(plain, tokens, index)
    if before is not None:
        code = _bracketed_code(plain, tokens, before.end) or _second_sign(plain, tokens, before)
        quantity = _quantity_behind(tokens, before, code)
        if quantity is not None:
            figure = _after_currency(plain, tokens, before, quantity, code)
            if figure is not None:
                return figure
    quantity = read_quantity(tokens, index)
    return _before_currency(plain, tokens, quantity) if quantity is not None else None


def _quantity_behind(tokens: Sequence[Token], before: CurrencyWords, code: CurrencyWords | None) -> Quantity | None:
    """Return the quantity behind a currency; its scale may stand before it ("EUR million 10", "MSEK 100")."""
    index = code.end if code else _past_hyphen(tokens, before.end)
    quantity = read_quantity(tokens, index)
    if not before.is_sign or before.is_weak:
        return quantity
    at = before.begin - 1
    if at >= 0 and tokens[at].text == "M" and touches(tokens, before.begin):
        return scale_with(tokens, quantity, (at, before.begin)) or quantity
    return quantity or read_scaled_first(tokens, index)


def _second_sign(plain: str, tokens: Sequence[Token], first: CurrencyWords) -> CurrencyWords | None:
    """Return a sign behind a code that says the same currency again, or with less care ("FJD $", "AUD A$")."""
    second = currency_at(plain, tokens, first.end) if first.is_sign else None
    return second if second is not None and second.is_sign and set(first.codes) & set(second.codes) else None


def _past_hyphen(tokens: Sequence[Token], index: int) -> int:
    """Return the index past a hyphen that touches both its sides, else the index itself."""
    if index + 1 < len(tokens) and tokens[index].text in _DASHES and touches(tokens, index + 1):
        return index + 1 if touches(tokens, index) else index
    return index


def _after_currency(
    plain: str, tokens: Sequence[Token], before: CurrencyWords, quantity: Quantity, second: CurrencyWords | None
) -> Figure | None:
    """Return a figure whose currency stands before it; words and weak signs need a large number behind them."""
    if before.is_weak and not _carries_weak_sign(tokens, before, quantity):
        return None
    is_large = quantity.is_scaled or (quantity.value is not None and quantity.value >= _LARGE)
    if not before.is_sign and (before.is_weak or not is_large or _is_year(tokens, quantity)):
        return None
    again = _currency_behind(plain, tokens, quantity, before)
    if not before.is_sign and again is not None:
        return None
    found = [words for words in (before, second, again) if words is not None]
    return _figure(found, quantity, "currency_before")


def _carries_weak_sign(tokens: Sequence[Token], sign: CurrencyWords, quantity: Quantity) -> bool:
    """Tell whether a number makes a letter or two money: digits, scaled or grouped, beside it ("N250 million")."""
    number = tokens[quantity.begin]
    if number.kind != "num" or (
        sign.begin and touches(tokens, sign.begin) and tokens[sign.begin - 1].text not in _OPENING
    ):
        return False
    text = tokens[sign.begin].text
    lone = sign.end - sign.begin == 1 and len(text) == 1 and text not in _LONE_LETTERS
    scale = tokens[quantity.end - 1]
    if len(text) == 1 and text == scale.text and touches(tokens, quantity.end - 1):  # "B2B" is no sum
        return False
    if lone and not touches(tokens, quantity.begin):
        return False
    return quantity.is_scaled or any(mark in number.text for mark in ",  ")


def _before_currency(plain: str, tokens: Sequence[Token], quantity: Quantity) -> Figure:
    """Return a figure whose currency, if any, stands behind it."""
    behind = _currency_behind(plain, tokens, quantity, None)
    if behind is None:
        return _figure([], quantity, "currency_behind")
    if not quantity.is_scaled:
        quantity = scaled_behind(tokens, quantity, behind.end)
    code = _bracketed_code(plain, tokens, behind.end)
    return _figure([behind] if code is None else [behind, code], quantity, "currency_behind")


def _bracketed_code(plain: str, tokens: Sequence[Token], index: int) -> CurrencyWords | None:
    """Return a sign or code that stands alone in brackets from an index on ("Norwegian kroner (NOK)")."""
    if index >= len(tokens) or tokens[index].text not in _BRACKETS:
        return None
    words = currency_at(plain, tokens, index + 1)
    if words is None or words.end >= len(tokens) or tokens[words.end].text != _BRACKETS[tokens[index].text]:
        return None
    return CurrencyWords(index, words.end + 1, words.codes, is_sign=True, is_weak=False)


def _figure(found: Sequence[CurrencyWords], quantity: Quantity, rule: str) -> Figure:
    """Return the figure of a quantity and the currencies beside it."""
    begin = min([quantity.begin, *(words.begin for words in found)])
    end = max([quantity.end, *(words.end for words in found)])
    shared = set(found[0].codes).intersection(*(words.codes for words in found)) if found else set()
    codes = shared or {code for words in found for code in words.codes}
    return Figure(
        begin, end, quantity, tuple((words.begin, words.end) for words in found), tuple(sorted(codes)), rule=rule
    )


def _is_year(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a bare number looks like a year."""
    text = tokens[quantity.begin].text
    return not quantity.is_scaled and len(text) == _YEAR_DIGITS and text.isdigit() and text[:2] in ("19", "20")


def _currency_behind(
    plain: str, tokens: Sequence[Token], quantity: Quantity, left: CurrencyWords | None
) -> CurrencyWords | None:
    """Return the currency named behind a quantity, past a hyphen, "of", "in" or an opening bracket around a code."""
    index = quantity.end
    if index >= len(tokens):
        return None
    step = _past_hyphen(tokens, index)
    if step == index and tokens[index].lower in ("of", "in") and quantity.scale > 1:
        step = index + 1
    if tokens[index].text in _BRACKETS:
        return _bracketed_code(plain, tokens, index) or _adjective_behind(tokens, index, left)
    if (
        tokens[index].text == "."
        and 0 < tokens[index - 1].end - tokens[index - 1].start <= _SHORT_SCALE
        and quantity.is_scaled
    ):
        step = index + 1
    words = currency_at(plain, tokens, step)
    if words is None:
        return _adjective_behind(tokens, index, left)
    return words if _belongs_behind(tokens, quantity, words, has_left=left is not None) else None


def _belongs_behind(tokens: Sequence[Token], quantity: Quantity, words: CurrencyWords, *, has_left: bool) -> bool:
    """Tell whether currency words behind a quantity are its own, and name money at all."""
    if words.is_weak and not _precedes_weak(tokens, words, quantity):
        return False
    if words.is_sign and _leads_on(tokens, words, quantity, has_left=has_left):
        return False
    is_bare_vague = quantity.value is None and quantity.number[0] == quantity.number[1]
    if is_bare_vague and tokens[words.begin - 1].lower not in ("of", "in", "-"):
        return False
    return words.end >= len(tokens) or _is_money_unit(tokens, quantity, words)


def _leads_on(tokens: Sequence[Token], sign: CurrencyWords, quantity: Quantity, *, has_left: bool) -> bool:
    """Tell whether a sign behind a number belongs to the next number, or to a name that a hyphen joins."""
    if tokens[sign.begin - 1].text in _DASHES and not quantity.is_scaled:
        return True
    is_number = sign.end < len(tokens) and tokens[sign.end].kind == "num"
    return is_number and (has_left or _glued(tokens, sign))


def _is_money_unit(tokens: Sequence[Token], quantity: Quantity, words: CurrencyWords) -> bool:
    """Tell whether a unit word is money where it may be a weight or a place ("pounds of rice", "euro area")."""
    unit = tokens[words.end - 1].lower
    if unit in ("pound", "pounds") and words.end - words.begin == 1:
        return _is_money_pound(tokens, quantity, words.end)
    is_joined = tokens[words.end].text == "-" and words.end + 1 < len(tokens)
    following = tokens[words.end + 1 if is_joined else words.end]
    return not (unit in ("euro", "euros") and following.lower in _NOT_MONEY_AFTER_EURO)


def _precedes_weak(tokens: Sequence[Token], words: CurrencyWords, quantity: Quantity) -> bool:
    """Tell whether a number makes weak words behind it money ("500 million kr"); no lone letter ever is."""
    if not words.is_sign:
        return quantity.is_scaled or (quantity.value or Decimal(0)) >= _LARGE
    number, text = tokens[quantity.begin], tokens[words.begin].text
    is_long = quantity.is_scaled or any(mark in number.text for mark in ",\u00a0 ")
    return number.kind == "num" and is_long and (len(text) > 1 or words.end - words.begin > 1)


def _is_money_pound(tokens: Sequence[Token], quantity: Quantity, end: int) -> bool:
    """Tell whether pounds are money and no weight ("2,000-pound bombs", "pounds of rice")."""
    following = tokens[end].lower
    if following == "of":
        return end + 1 < len(tokens) and tokens[end + 1].lower in _MONEY_NOUNS
    return quantity.is_scaled or tokens[end - 1].lower == "pounds" or following in _MONEY_NOUNS


def _glued(tokens: Sequence[Token], words: CurrencyWords) -> bool:
    """Tell whether a sign touches the number behind it rather than the one before it."""
    return touches(tokens, words.end) and not touches(tokens, words.begin)


def _adjective_behind(tokens: Sequence[Token], index: int, left: CurrencyWords | None) -> CurrencyWords | None:
    """Return an adjective that says whose dollars or rupees stood before ("$2 million Canadian", "(Canadian)")."""
    close = _BRACKETS.get(tokens[index].text)
    at = index + 1 if close else index
    people = adjective_at(tokens, at) or abbreviation_at(tokens, at)
    if people is None or left is None or not set(left.codes) & set(people.codes):
        return None
    following = tokens[people.end].lower if people.end < len(tokens) else ""
    if close and following == close:
        return CurrencyWords(index, people.end + 1, people.codes, is_sign=False, is_weak=False)
    return people if not close and (not following or following in _ADJECTIVE_ENDS) else None


_YEARS = range(1900, 2101)


def _range_of(tokens: Sequence[Token], low: Figure, high: Figure) -> Figure | None:
    """Return one figure for a range ("$1-1.5 billion", "between 5 and 10 million euros"), or None where it is none."""
    if low.low is not None or not _is_range_word(tokens, low, high) or not _may_share(low, high):
        return None
    bottom, top = low.quantity, high.quantity
    if bottom.mantissa is None or top.mantissa is None or bottom.value is None or top.value is None:
        return None
    if not low.has_currency and top.is_scaled and bottom.mantissa in _YEARS:  # "in 2021 to US$24 billion"
        return None
    if not bottom.is_scaled and top.is_scaled and bottom.mantissa < _LARGE:
        least, most = bottom.mantissa * top.scale, top.value
    elif bottom.is_scaled and not top.is_scaled:
        if tokens[top.begin].kind != "num" or tokens[high.begin - 1].lower == "to":
            return None
        least, most = bottom.value, top.mantissa * bottom.scale
    else:
        least, most = bottom.value, top.value
    if least >= most:
        return None
    codes = tuple(sorted(set(low.codes) & set(high.codes))) or low.codes or high.codes
    return Figure(low.begin, high.end, top, (*low.currencies, *high.currencies), codes, low=bottom, rule="range")


def _may_share(low: Figure, high: Figure) -> bool:
    """Tell whether two figures can be ends of one range: their currencies agree, or one leaves it to the other."""
    if low.has_currency and high.has_currency:
        return bool(set(low.codes) & set(high.codes))
    return low.has_currency or high.has_currency


def _is_range_word(tokens: Sequence[Token], low: Figure, high: Figure) -> bool:
    """Tell whether what stands between two figures makes them a range."""
    between = [token.lower for token in tokens[low.end : high.begin]]
    back = [token.lower for token in tokens[max(0, low.begin - 8) : low.begin]]
    if between == ["and"]:
        return "between" in back[-4:]
    if between in (["to"], ["up", "to"]):
        if "from" in back[-4:] and not {"range", "ranging", "ranges", "ranged", "anywhere"} & set(back):
            return not low.has_currency and not _GROWTH & set(back)
        return not _GROWTH & set(back)
    return len(between) == 1 and between[0] in _DASHES - {"\u2014"}
