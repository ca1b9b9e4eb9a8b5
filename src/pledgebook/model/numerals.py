"""Numbers as reports write them: digits in every common grouping, English number words, scale words and fractions."""

import re
from decimal import Decimal
from functools import cache

ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
FRACTIONS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}
SIGNED_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
GROUPS = {"dozen": 12, "dozens": 12, "couple": 2, "pair": 2, "score": 20}

# scale words and their short forms; "m" is million in money, never metre
SCALES: dict[str, Decimal] = {
    **dict.fromkeys(("hundred", "hundreds"), Decimal(100)),
    **dict.fromkeys(("thousand", "thousands", "k", "thsd"), Decimal(10) ** 3),
    **dict.fromkeys(("lakh", "lakhs", "lac", "lacs"), Decimal(10) ** 5),
    **dict.fromkeys(("million", "millions", "m", "mn", "mln", "mil", "mill", "mio", "mm"), Decimal(10) ** 6),
    **dict.fromkeys(("crore", "crores", "cr"), Decimal(10) ** 7),
    **dict.fromkeys(
        ("billion", "billions", "b", "bn", "bln", "bil", "milliard", "milliards", "mrd", "mld", "miljard", "miliard"),
        Decimal(10) ** 9,
    ),
    **dict.fromkeys(("trillion", "trillions", "t", "tn", "trn", "tln"), Decimal(10) ** 12),
    # scale words of other languages, which stand in English reports beside a sign ("R$ 200 milhões")
    **dict.fromkeys(("milliarden", "md", "mlrd", "miliardi", "miljarder", "milyar", "miliar"), Decimal(10) ** 9),
    **dict.fromkeys(
        ("millionen", "milhões", "milhoes", "milhão", "millones", "millón", "milioni", "miljoen", "miljoner", "milyon"),
        Decimal(10) ** 6,
    ),
    **dict.fromkeys(("quadrillion", "quadrillions"), Decimal(10) ** 15),
}
_COLLAPSED = {
    **dict.fromkeys(("milion", "milon", "milions", "miliion", "millin", "milin", "milloin", "miloin"), "million"),
    **dict.fromkeys(("bilion", "bilon", "bilions", "bilin", "biloin"), "billion"),
    **dict.fromkeys(("trilion", "trilon", "trilions"), "trillion"),
    **dict.fromkeys(("thousnd", "thosand", "thousan", "tousand"), "thousand"),
}
# how many of a scale "several million", "tens of millions" may mean: lowest and highest
VAGUE: dict[str, tuple[int, int]] = {
    "": (2, 999),
    "several": (3, 9),
    "few": (2, 9),
    "some": (2, 999),
    "many": (2, 999),
    "multi": (2, 999),
    "couple": (2, 3),
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2000, 999_999),
}
_LONG_WORD = 4
_LONGEST_DIGITS = 28
_DIGITS = re.compile(r"\d[\d.,'\u2019\s]*\d|\.?\d+")
_STEP = re.compile(r"([a-z]+)\s+(\d[\d.,]*)\s*([a-z]+)$")
_REPEATED = re.compile(r"(.)\1+")
_GROUPED = re.compile(r"\d{1,3}(?:(?:,\s?|['\u2019\s])\d{3})+(?:\.\d+)?$|\d{1,3}(?:,\d{2})+,\d{3}(?:\.\d+)?$")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|\d{1,3}(?:[.\s]\d{3})+,\d{1,2}$")
_PLAIN = re.compile(r"\d*\.?\d+$")
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}$")
_DOTTED_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}$")


@cache
def scale_of(word: str) -> Decimal | None:
    """Return what a scale word multiplies by, also when it is misspelt ("billlion", "milion"); None for other words."""
    lowered = word.lower().rstrip(".").removeprefix("multi")
    if lowered in SCALES:
        return SCALES[lowered]
    known = _COLLAPSED.get(_REPEATED.sub(r"\1", lowered)) if len(lowered) > _LONG_WORD else None
    return SCALES[known] if known else None


def read_digits(quote: str, *, scaled: bool = False) -> Decimal | None:
    """Return the value of digits with any common grouping, or None where the grouping is not safe to read.

    Args:
        quote: Digits with `,`, `.`, spaces or apostrophes between them.
        scaled: Whether a scale word follows, so that "1.200" and "1,2" can only hold decimals.
    """
    if len(quote) <= _LONGEST_DIGITS and _GROUPED.match(quote):
        return Decimal(re.sub(r"[,'\u2019\s]", "", quote))
    if _CONTINENTAL.match(quote):
        return Decimal(re.sub(r"[.\s]", "", quote).replace(",", "."))
    if _DECIMAL_COMMA.match(quote):
        return Decimal(quote.replace(",", ".")) if scaled else None
    if not scaled and _DOTTED_THOUSANDS.match(quote):
        return Decimal(quote.replace(".", ""))
    return Decimal(quote) if len(quote) <= _LONGEST_DIGITS and _PLAIN.match(quote) else None


def read_number(quote: str, *, scaled: bool = False) -> Decimal | None:
    """Return the value of a number in digits or English words ("two and a half", "one hundred and five thousand").

    Args:
        quote: The words of the number alone, without currency.
        scaled: Whether a scale word follows outside the quote.
    """
    words = quote.lower().replace("-", " ").split()
    if not words:
        return None
    if words[0][0].isdigit() or words[0][0] == ".":
        return _read_mixed(quote.strip(), scaled=scaled)
    return _read_words(words)


def _read_mixed(quote: str, *, scaled: bool) -> Decimal | None:
    """Return the value of digits that a fraction sign, a half or a second step may follow ("2½", "2 crore 50 lakh")."""
    found = _DIGITS.match(quote)
    if found is None:
        return None
    rest = quote[found.end() :].strip().lower()
    step = _STEP.match(rest)
    if step is not None:
        return _read_steps(found.group(), *step.groups())
    base = read_digits(found.group(), scaled=scaled)
    if base is None or not rest:
        return base
    if rest in SIGNED_FRACTIONS:
        return base + SIGNED_FRACTIONS[rest]
    added = _read_words(rest.replace("-", " ").split()) if rest.startswith("and ") else None
    return base + added if added is not None and added < 1 else None


def _read_steps(high: str, high_scale: str, low: str, low_scale: str) -> Decimal | None:
    """Return the value of a number in two steps, None unless the second is the smaller ("1 billion 500 million")."""
    scales = scale_of(high_scale), scale_of(low_scale)
    first, second = read_digits(high, scaled=True), read_digits(low, scaled=True)
    if scales[0] is None or scales[1] is None or first is None or second is None:
        return None
    return first * scales[0] + second * scales[1] if second * scales[1] < scales[0] else None


def _read_words(words: list[str]) -> Decimal | None:
    """Return the value of number words; None when any word is no part of a number."""
    tally = _Tally()
    return tally.total_of(words) if all(tally.take(word) for word in words) else None


class _Tally:
    """A running sum of number words: what is closed by a scale word, and what still waits for one."""

    def __init__(self) -> None:
        self.closed = Decimal(0)
        self.waiting: Decimal | None = None
        self.article = False
        self.scale = Decimal(1)

    def total_of(self, words: list[str]) -> Decimal | None:
        """Return the sum, or None where only filling words stood ("and")."""
        filled = self.waiting is not None or self.closed
        return self.closed + (self.waiting or Decimal(0)) if filled and words else None

    def take(self, word: str) -> bool:
        """Add one word; tell whether it can be part of a number."""
        if word in ("and", "of"):
            return True
        if word in ("a", "an"):
            if self.waiting is None:
                self.waiting, self.article = Decimal(1), True
            return True
        digit = ONES.get(word, TENS.get(word))
        if digit is not None:
            self.waiting = (self.waiting or Decimal(0)) + digit
        elif word in FRACTIONS:
            self._take_fraction(FRACTIONS[word], plural=word.endswith("s"))
        elif word in GROUPS:
            self.waiting = (self.waiting or Decimal(1)) * GROUPS[word]
        elif word in SCALES and len(word) >= _LONG_WORD:
            self._take_scale(SCALES[word])
        else:
            return False
        self.article = False
        return True

    def _take_fraction(self, part: Decimal, *, plural: bool) -> None:
        """Add a half or a quarter: of one, of the scale just said ("a million and a half"), or that many of them."""
        if plural and self.waiting is not None:
            self.waiting *= part
        elif self.waiting is None or self.article:
            self.waiting = part * self.scale
        else:
            self.waiting += part

    def _take_scale(self, scale: Decimal) -> None:
        """Multiply what waits by a scale word; from a thousand up it closes the sum so far."""
        if scale < SCALES["thousand"]:
            self.waiting = (self.waiting or Decimal(1)) * scale
            return
        if self.waiting is None and self.closed:
            self.closed *= scale
        else:
            self.closed += (self.waiting or Decimal(1)) * scale
        self.waiting, self.scale = None, scale
