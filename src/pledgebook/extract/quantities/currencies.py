"""Find the words and signs that name a currency, token by token."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from pledgebook.extract.quantities.numbers import Token, tokens_of, touches
from pledgebook.model.currencies import load_forms
from pledgebook.model.naming import Surface
from pledgebook.model.reference import aliases


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
    adjectives: dict[str, tuple[str, ...]]
    adjective_starts: dict[str, int]
    weak: frozenset[str]


_SHORTENED = 3  # letters of a land in short: "US", "NZ", "Cdn"


@cache
def _load_lexicon() -> _Lexicon:
    """Return the forms of every currency, ready to be met token by token."""
    forms = load_forms()
    names = {_joined(name): codes for name, codes in forms.names.items()}
    adjectives = {_joined(name): codes for name, codes in forms.adjectives.items() if _is_adjective(name)}
    return _Lexicon(
        signs=forms.signs,
        sign_starts=_lengths(list(forms.signs)),
        names=names,
        name_starts=_lengths(list(forms.names), lower=True),
        adjectives=adjectives,
        adjective_starts=_lengths(list(adjectives), lower=True),
        weak=forms.weak,
    )


def _is_adjective(name: str) -> bool:
    """Tell whether a word can only describe money: the name of a land may begin a row ("Oman $5 million")."""
    return name.endswith(("an", "ese", "i", "ish", "ois")) and name not in _lands()


@cache
def _lands() -> frozenset[str]:
    """Return the names of lands, lower case."""
    return frozenset(alias.words.lower() for alias in aliases() if alias.surface is Surface.COUNTRY)


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
    return frozenset(lexicon.sign_starts), frozenset((*lexicon.name_starts, *lexicon.adjective_starts))


def currency_at(plain: str, tokens: Sequence[Token], index: int) -> CurrencyWords | None:
    """Return the longest currency form that starts at a token, or None."""
    if index >= len(tokens) or tokens[index].kind == "num":
        return None
    sign = _adjective_sign(plain, tokens, index) or _sign_at(plain, tokens, index)
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


def adjective_at(tokens: Sequence[Token], index: int) -> CurrencyWords | None:
    """Return the people's adjective that starts at a token, with their money ("Canadian", "Sri Lankan")."""
    lexicon = _load_lexicon()
    longest = lexicon.adjective_starts.get(tokens[index].lower) if index < len(tokens) else None
    if longest is None:
        return None
    for end in range(min(index + longest, len(tokens)), index, -1):
        codes = lexicon.adjectives.get(" ".join(token.lower for token in tokens[index:end]))
        if codes:
            return CurrencyWords(index, end, codes, is_sign=False, is_weak=True)
    return None


def abbreviation_at(tokens: Sequence[Token], index: int) -> CurrencyWords | None:
    """Return the capital letters behind a sum that say whose money it is ("$5m US", "$5m NZ", "$5m Cdn")."""
    if index >= len(tokens) or not tokens[index].text[0].isupper():
        return None
    letters = tokens[index].lower
    codes = load_forms().adjectives.get(letters) if len(letters.replace(".", "")) <= _SHORTENED else None
    return CurrencyWords(index, index + 1, codes, is_sign=False, is_weak=True) if codes else None


def _adjective_sign(plain: str, tokens: Sequence[Token], index: int) -> CurrencyWords | None:
    """Return a sign with the people's adjective before it ("Canadian $", "Nepali Rs")."""
    people = adjective_at(tokens, index)
    sign = _sign_at(plain, tokens, people.end) if people is not None and people.end < len(tokens) else None
    if people is None or sign is None or len(sign.codes) == 1:
        return None
    shared = tuple(code for code in sign.codes if code in people.codes)
    return CurrencyWords(index, sign.end, shared, is_sign=True, is_weak=False) if shared else None


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
