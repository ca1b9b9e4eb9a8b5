"""Find the words and signs that name a currency, token by token."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from pledgebook.extract.quantities.numbers import Token, tokens_of, touches
from pledgebook.model.currencies import load_currencies, load_forms


class CurrencyWords(Struct, frozen=True, gc=False):
    """A place that names a currency: its token range and the codes it may stand for.

    `is_sign` tells signs and codes from unit words; `is_weak` forms mean money only beside a large number.
    """

    begin: int
    end: int
    codes: tuple[str, ...]
    is_sign: bool
    is_weak: bool


class _Lexicon(Struct, frozen=True):
    """Forms by their first token, so that most tokens are passed over with one look."""

    signs: dict[str, tuple[str, ...]]
    sign_starts: dict[str, int]
    names: dict[str, tuple[str, ...]]
    name_starts: dict[str, int]
    dollars: dict[str, tuple[str, ...]]
    weak: frozenset[str]


@cache
def _load_lexicon() -> _Lexicon:
    """Return the forms of every currency, ready to be met token by token."""
    forms = load_forms()
    names = {_joined(name): codes for name, codes in forms.names.items()}
    return _Lexicon(
        signs=forms.signs,
        sign_starts=_lengths(list(forms.signs)),
        names=names,
        name_starts=_lengths(list(forms.names), lower=True),
        dollars={
            adjective: (currency.code,)
            for currency in load_currencies().values()
            for adjective in currency.adjectives
            if "dollar" in currency.units and adjective.endswith(("an", "ese"))
        },
        weak=forms.weak,
    )


def _joined(name: str) -> str:
    """Return a name as its tokens with one space between them."""
    return " ".join(token.lower for token in tokens_of(name, 0, len(name)))


def _lengths(forms: list[str], *, lower: bool = False) -> dict[str, int]:
    """Return for each first token of a form how many tokens the longest such form has."""
    lengths: dict[str, int] = {}
    for form in forms:
        tokens = tokens_of(form, 0, len(form))
        first = tokens[0].lower if lower else tokens[0].text
        lengths[first] = max(lengths.get(first, 0), len(tokens))
    return lengths


@cache
def first_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return what the first token of a currency form can be: as it is written for signs, in lower case for names."""
    lexicon = _load_lexicon()
    return frozenset(lexicon.sign_starts), frozenset((*lexicon.name_starts, *lexicon.dollars))


def currency_at(plain: str, tokens: Sequence[Token], index: int) -> CurrencyWords | None:
    """Return the longest currency form that starts at a token, or None."""
    if index >= len(tokens) or tokens[index].kind == "num":
        return None
    sign = _adjective_sign(tokens, index) or _sign_at(plain, tokens, index)
    name = _name_at(tokens, index)
    return name if sign is None or (name is not None and name.end > sign.end) else sign


def _sign_at(plain: str, tokens: Sequence[Token], index: int) -> CurrencyWords | None:
    """Return a sign or an ISO code ("$", "US$", "Rs.", "EUR"), a doubled sign ("US$$") as one."""
    lexicon = _load_lexicon()
    longest = lexicon.sign_starts.get(tokens[index].text)
    if longest is None:
        return None
    for end in range(min(index + longest, len(tokens)), index, -1):
        form = plain[tokens[index].start : tokens[end - 1].end].replace("\u00a0", " ")
        codes = lexicon.signs.get(form)
        if codes:
            return CurrencyWords(index, _past_doubled(tokens, end), codes, is_sign=True, is_weak=form in lexicon.weak)
    return None


def _past_doubled(tokens: Sequence[Token], end: int) -> int:
    """Return the index behind a sign that was typed twice ("US$$")."""
    while end < len(tokens) and touches(tokens, end) and tokens[end].text == tokens[end - 1].text == "$":
        end += 1
    return end


def _adjective_sign(tokens: Sequence[Token], index: int) -> CurrencyWords | None:
    """Return a dollar sign with the people's adjective before it ("Canadian $")."""
    codes = _load_lexicon().dollars.get(tokens[index].lower)
    if codes is None or index + 1 >= len(tokens) or tokens[index + 1].text != "$":
        return None
    return CurrencyWords(index, index + 2, codes, is_sign=True, is_weak=False)


def _name_at(tokens: Sequence[Token], index: int) -> CurrencyWords | None:
    """Return a name in words ("Canadian dollars", "dollar", "yen")."""
    lexicon = _load_lexicon()
    longest = lexicon.name_starts.get(tokens[index].lower)
    if longest is None:
        return None
    for end in range(min(index + longest, len(tokens)), index, -1):
        form = " ".join(token.lower for token in tokens[index:end])
        codes = lexicon.names.get(form)
        if codes:
            return CurrencyWords(index, end, codes, is_sign=False, is_weak=form in lexicon.weak)
    return _hyphenated_name(tokens, index)


def _hyphenated_name(tokens: Sequence[Token], index: int) -> CurrencyWords | None:
    """Return a name whose words a hyphen joins ("US-dollars")."""
    if index + 2 < len(tokens) and tokens[index + 1].text == "-":
        form = f"{tokens[index].lower} {tokens[index + 2].lower}"
        codes = _load_lexicon().names.get(form)
        if codes:
            return CurrencyWords(index, index + 3, codes, is_sign=False, is_weak=False)
    return None
