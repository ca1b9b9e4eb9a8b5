"""Cut a range of text into tokens and find the quantities in it, in digits or words, with their scale words."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from unicodedata import category

from msgspec import Struct, structs

from pledgebook.model.numerals import FRACTIONS, GROUPS, ONES, SCALES, TENS, VAGUE, read_number, scale_of

_TOKEN = re.compile(
    r"(?P<num>\d{1,3}(?:[ \u00a0\u2008\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?"
    r"|\d{1,3}, (?:000|\d{3},\d{3})\b|\d+(?:[.,'\u2019]\d+)*[½¼¾]?|[½¼¾]|(?<![\w./])\.\d+)"
    r"|(?P<word>\bM(?=(?:EUR|USD|SEK|NOK|DKK|CHF|GBP|CZK|PLN|AUD|CAD)\b)|[^\W\d_]+(?:\.[^\W\d_]+)+\.?|[^\W\d_]+)"
    r"|(?P<mark>\S)"
)
_MOST_SCALES, _MOST_WORDS = 3, 16  # longer runs are no numbers, and would make reading slow
_SHORT = 2
_LONGER = 4
# short scales glued to digits or one space away; single letters beyond "m" only when glued
_SHORT_SCALES = frozenset(scale for scale in SCALES if len(scale) <= _SHORT + 1)
_LETTER_SCALES = frozenset("MBK")  # one space from digits they scale money alone: "USD 25 M", "5 M EUR"
_CODE_LETTERS = 3
_GLUED_ONLY = frozenset({"t", "b", "md", "cr", "mm"}) - {"cr"}
_NUMBER_WORDS = frozenset({*ONES, *TENS, *FRACTIONS, *GROUPS})
_LONG_SCALES = frozenset(scale for scale in SCALES if len(scale) > _SHORT + 1)
# no number by themselves: "300 (three hundred) million" must not be read from its last word
_BARE_SCALES = frozenset({"million", "billion", "trillion", "crore", "lakh", "quadrillion"})
_PLURAL_SCALES = frozenset({"millions", "billions", "trillions", "crores", "lakhs"})
_MULTIPLE_SCALES = frozenset({"multimillion", "multibillion", "multitrillion"})
_VAGUE_STARTS = frozenset(VAGUE) - {""}
_HYPHENS = frozenset("-\u2010\u2011\u2013")
_AFTER_ARTICLE = [[word] for word in sorted({*_LONG_SCALES, *FRACTIONS, *GROUPS})]
NUMBER_STARTS = frozenset(
    {*_NUMBER_WORDS, *_PLURAL_SCALES, *_MULTIPLE_SCALES, *_VAGUE_STARTS, "a", "an", "hundred", "thousand", "million"}
)


class Token(Struct, frozen=True, gc=False):
    """One token: its words, the same in lower case, offsets into the document, its kind ("num", "word", "mark")."""

    text: str
    lower: str
    start: int
    end: int
    kind: str


class Quantity(Struct, frozen=True, gc=False):
    """A number with its scale words, as ranges of token indexes (empty where there is none).

    `value` is the number times the scale; None for a vague one ("tens of millions"). `scale` is 1 without scale words.
    """

    begin: int
    end: int
    number: tuple[int, int]
    scaling: tuple[int, int]
    value: Decimal | None
    mantissa: Decimal | None
    scale: Decimal

    @property
    def is_scaled(self) -> bool:
        """Whether a scale word stands beside the number."""
        return self.scaling[0] < self.scaling[1]


def tokens_of(plain: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a range of text; numbers keep their grouping, abbreviations their dots."""
    return list(_cut(plain, start, end))


@lru_cache(maxsize=16)
def _cut(plain: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens, kept for the last few ranges: sums and goods ask for the same ones."""
    tokens = []
    for found in _TOKEN.finditer(plain, start, end):
        text = found.group()
        tokens.append(Token(text, text.lower(), found.start(), found.end(), found.lastgroup or "mark"))
    return tuple(tokens)


def touches(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a token follows the one before it without a space."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def read_quantity(tokens: Sequence[Token], index: int) -> Quantity | None:
    """Return the quantity that starts at a token, or None."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.kind == "num":
        return _digits_at(tokens, index)
    if token.kind != "word" or token.lower not in NUMBER_STARTS:
        return None
    return _vague_at(tokens, index) or _words_at(tokens, index)


def scaled_behind(tokens: Sequence[Token], quantity: Quantity, index: int) -> Quantity:
    """Return a quantity with the scale words that stand from an index on, past a code ("10 EUR million")."""
    scaling = _scales_at(tokens, index)
    if quantity.is_scaled or scaling[0] == scaling[1]:
        return quantity
    scaled = _quantity(tokens, quantity.number, scaling)
    return scaled if scaled is not None else quantity


def read_scaled_first(tokens: Sequence[Token], index: int) -> Quantity | None:
    """Return the quantity whose scale word stands before its digits, from the scale on ("EUR million 10", "€m 2.5")."""
    scaling = _scales_at(tokens, index)
    number = scaling[1]
    if scaling[0] == number or number >= len(tokens) or tokens[number].kind != "num":
        return None
    return scale_with(tokens, _digits_at(tokens, number), scaling)


def scale_with(tokens: Sequence[Token], quantity: Quantity | None, scaling: tuple[int, int]) -> Quantity | None:
    """Return a quantity scaled by words before it, None where it has a scale of its own or is none."""
    if quantity is None or quantity.is_scaled:
        return None
    scaled = _quantity(tokens, quantity.number, scaling)
    return structs.replace(scaled, begin=scaling[0], end=quantity.end) if scaled is not None else None


def _digits_at(tokens: Sequence[Token], index: int) -> Quantity | None:
    """Return the quantity that starts with digits."""
    after = index + 1
    if _lowers(tokens, after, 3) in (["and", "a", "half"], ["and", "a", "quarter"]):
        after += 3
    spelt = _past_spelling(tokens, after)
    scaling = _scales_at(tokens, spelt)
    quantity = _quantity(tokens, (index, after), scaling)
    if quantity is None:
        return None
    if not quantity.is_scaled:
        return structs.replace(quantity, end=spelt)
    return _compound(tokens, quantity) or structs.replace(quantity, end=_past_spelling(tokens, quantity.end))


def _compound(tokens: Sequence[Token], high: Quantity) -> Quantity | None:
    """Return a number in two steps as one ("2 crore 50 lakh", "1 billion 500 million"); None for a single step."""
    index = high.end
    if index >= len(tokens) or tokens[index].kind != "num" or tokens[high.begin].text.count("."):
        return None
    low = _digits_at(tokens, index)
    if low is None or not low.is_scaled or low.value is None or not low.scale <= low.value < high.scale:
        return None
    return _quantity(tokens, (high.begin, low.end), (low.end, low.end))


def _past_spelling(tokens: Sequence[Token], index: int) -> int:
    """Return the index behind a number that is spelt out again in brackets ("300 (three hundred)")."""
    if index + 1 >= len(tokens) or tokens[index].text != "(" or tokens[index + 1].kind != "word":
        return index
    spelling = read_quantity(tokens, index + 1)
    closed = spelling is not None and spelling.end < len(tokens) and tokens[spelling.end].text == ")"
    return spelling.end + 1 if spelling is not None and closed else index


def _words_at(tokens: Sequence[Token], index: int) -> Quantity | None:
    """Return the quantity that starts with number words; its last scale word stands apart."""
    if tokens[index].lower in ("a", "an") and _lowers(tokens, index + 1, 1)[:1] not in _AFTER_ARTICLE:
        return None
    end = index
    while end < min(len(tokens), index + _MOST_WORDS) and _continues(tokens, index, end):
        end += 1
    while end > index and tokens[end - 1].lower in ("and", "a", "an", "of", "-"):
        end -= 1
    words = [token.lower for token in tokens[index:end]]
    if not words or (words[0] in ("a", "an") and len(words) == 1) or words[0] in _BARE_SCALES:
        return None
    cut = end
    while cut > index and words[cut - 1 - index] in _LONG_SCALES and words[cut - 1 - index] != "hundred":
        cut -= 1
    if _adds_up(words[: cut - index], words[cut - index :]):
        cut = end
    begin = cut - 1 if index < cut < end and tokens[cut - 1].text in _HYPHENS else cut
    quantity = _quantity(tokens, (index, begin), (cut, end))
    return structs.replace(quantity, end=_past_digits(tokens, quantity)) if quantity is not None else None


def _adds_up(number: Sequence[str], scaling: Sequence[str]) -> bool:
    """Tell whether the last scale words only scale the end of a number ("two million five hundred | thousand")."""
    last = max((scale_of(word) or Decimal(1) for word in scaling), default=Decimal(1))
    return any(word in _LONG_SCALES and word != "hundred" and (scale_of(word) or 0) > last for word in number)


def _past_digits(tokens: Sequence[Token], quantity: Quantity) -> int:
    """Return the index behind the digits that say a number in words again ("five million (5,000,000)")."""
    end = quantity.end
    if end + 2 >= len(tokens) or tokens[end].text != "(" or tokens[end + 1].kind != "num":
        return end
    again = _digits_at(tokens, end + 1)
    closed = again is not None and again.end < len(tokens) and tokens[again.end].text == ")"
    return again.end + 1 if again is not None and closed and again.value == quantity.value else end


def _continues(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Tell whether a token can be the next word of a number that began at `first`."""
    token = tokens[index]
    follows = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if token.lower in _NUMBER_WORDS or token.lower in _LONG_SCALES:
        return True
    if token.text in _HYPHENS:
        glued = touches(tokens, index) and touches(tokens, index + 1)
        return glued and (_is_numeral(follows) or _is_hyphened_article(tokens, index + 1))
    if token.lower in ("a", "an"):
        return _is_numeral(follows) or _is_hyphened_article(tokens, index)
    if token.lower == "and":
        return index > first and (_is_numeral(follows) or follows in ("a", "an"))
    return token.lower == "of" and follows in ("a", "an") and index > first


def _is_hyphened_article(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether an article stands in hyphens within a number: "half-a-billion"."""
    if index + 2 >= len(tokens) or tokens[index].lower not in ("a", "an") or tokens[index + 1].text not in _HYPHENS:
        return False
    return touches(tokens, index) and _is_numeral(tokens[index + 2].lower)


def _is_numeral(word: str) -> bool:
    """Tell whether a lower-case word is part of a number by itself."""
    return word in _NUMBER_WORDS or word in _LONG_SCALES


def _vague_at(tokens: Sequence[Token], index: int) -> Quantity | None:
    """Return a quantity without a figure: "tens of millions", "several hundred million", "multi-billion"."""
    first = tokens[index].lower
    if first in _PLURAL_SCALES or first in _MULTIPLE_SCALES:
        return _vague(tokens, (index, index), (index, index + 1))
    begin = index + 1 if first == "a" and _lowers(tokens, index + 1, 1) in (["few"], ["couple"]) else index
    if begin >= len(tokens) or tokens[begin].lower not in _VAGUE_STARTS:
        return None
    after = begin + 1
    number_end = after
    if after < len(tokens) and (tokens[after].lower == "of" or tokens[after].text in _HYPHENS):
        after += 1
    scaling = _scales_at(tokens, after)
    if scaling[0] == scaling[1] or tokens[scaling[0]].lower not in _LONG_SCALES | {"bn", "lakh"}:
        return None
    return _vague(tokens, (index, number_end), scaling)


def _vague(tokens: Sequence[Token], number: tuple[int, int], scaling: tuple[int, int]) -> Quantity:
    """Return a quantity that has no figure."""
    scale = _product(tokens, scaling)
    return Quantity(min(number[0], scaling[0]), scaling[1], number, scaling, None, None, scale)


def _scales_at(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """Return the range of scale words from an index on, past a hyphen; empty where none stands."""
    begin = index
    if begin < len(tokens) and tokens[begin].text in _HYPHENS and begin + 1 < len(tokens):
        following = tokens[begin + 1]
        if (
            (touches(tokens, begin) or len(following.lower) > _LONGER)
            and following.lower in _LONG_SCALES | _SHORT_SCALES
            and touches(tokens, begin + 1)
        ):
            begin += 1
    end = begin
    while end < min(len(tokens), begin + _MOST_SCALES) and _is_scale(tokens, end, first=end == begin):
        end += 1
    return (begin, end) if end > begin else (index, index)


def _is_scale(tokens: Sequence[Token], index: int, *, first: bool) -> bool:
    """Tell whether a token is a scale word; short forms need digits beside them."""
    token = tokens[index]
    if token.kind != "word" or scale_of(token.lower) is None:
        return False
    if token.lower in _SHORT_SCALES or len(token.lower) <= _SHORT + 1:
        if not first or touches(tokens, index):
            return first
        if token.text in _LETTER_SCALES:
            return _is_letter_scale(tokens, index)
        return token.lower not in _GLUED_ONLY
    return True


def _is_letter_scale(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a capital letter behind digits scales money: a sign or code stands on one side ("USD 25 M")."""
    if tokens[index - 1].kind != "num":
        return False
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is not None and _is_code(behind):
        return True
    goes_on = behind is not None and (behind.kind == "num" or behind.text[0].isupper() or behind.text in "&.-/")
    return index > 1 and _is_code(tokens[index - 2]) and not goes_on


def _is_code(token: Token) -> bool:
    """Tell whether a token is a currency sign or has the form of a currency code."""
    return category(token.text[-1]) == "Sc" or (len(token.text) == _CODE_LETTERS and token.text.isupper())


def _quantity(tokens: Sequence[Token], number: tuple[int, int], scaling: tuple[int, int]) -> Quantity | None:
    """Return the quantity of a number and its scale words, or None where its digits cannot be read."""
    scale, scaled = _product(tokens, scaling), scaling[0] < scaling[1]
    mantissa = Decimal(1)
    if number[0] < number[1]:
        read = read_number(_words_between(tokens, number), scaled=scaled)
        if read is None:
            return None
        mantissa = read
    begin = number[0] if number[0] < number[1] else scaling[0]
    end = scaling[1] if scaled else number[1]
    return Quantity(begin, end, number, scaling, mantissa * scale, mantissa, scale)


def _product(tokens: Sequence[Token], scaling: tuple[int, int]) -> Decimal:
    """Return what the scale words multiply by together ("lakh crore"); 1 for none."""
    product = Decimal(1)
    for token in tokens[scaling[0] : scaling[1]]:
        product *= scale_of(token.lower) or Decimal(1)
    return product


def _words_between(tokens: Sequence[Token], bounds: tuple[int, int]) -> str:
    """Return the words of a range of tokens as they are written, one space between those that do not touch."""
    pieces: list[str] = []
    for index in range(*bounds):
        if pieces and not touches(tokens, index):
            pieces.append(" ")
        pieces.append(tokens[index].text)
    return "".join(pieces)


def _lowers(tokens: Sequence[Token], index: int, count: int) -> list[str]:
    """Return the lower-case words of some tokens from an index on."""
    return [token.lower for token in tokens[index : index + count]]
