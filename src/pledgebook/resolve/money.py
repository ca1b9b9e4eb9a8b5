"""Say how much money the parts of an amount mean, and in which currency; a bare sign is settled with a reason."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct, structs

from pledgebook.model.currencies import money_of
from pledgebook.model.numerals import VAGUE, read_number, scale_of
from pledgebook.model.qualifiers import read_qualifier
from pledgebook.model.records import How, Part
from pledgebook.model.values import Money, Qualifier
from pledgebook.resolve.currency import Choice, Hints, choose_currency, codes_of, read_currency


class MoneyRead(Struct, frozen=True):
    """Money read from its words: the value, where its currency comes from, and why, in words for an editor.

    `money.candidates` beside a currency are the others it may be in. `conflict` tells of signs and words that name
    different currencies, "" where they agree.
    """

    money: Money
    how: How
    reason: str
    rule: str
    conflict: str = ""


def read_amount(parts: Sequence[Part], hints: Hints | None = None) -> MoneyRead | None:
    """Return the money that the parts of one amount say, or None where their words cannot be read again.

    Args:
        parts: Parts with the roles that `extract.amounts.Amount` lists; others are passed over.
        hints: What decides between the currencies of a bare "$" or "kroner".
    """
    hints = hints or Hints()
    quotes = {role: [part.span.quote for part in parts if part.role == role] for role in _ROLES}
    figures = _figures_of(quotes)
    codes, conflict = read_currency(quotes["currency"])
    if figures is None or not codes:
        return None
    value, low, high = figures
    qualifier = Qualifier.BETWEEN if low is not None else _qualifier_of(quotes["qualifier"])
    hints = structs.replace(hints, value=_plain(value))
    choice = choose_currency(codes, quotes["currency"], hints) if not conflict else _choice_in_conflict(quotes, hints)
    money = Money(_plain(value), choice.code, qualifier, choice.candidates, low and _plain(low), high and _plain(high))
    elided = any(part.rule.endswith("_of_neighbour") for part in parts)
    how = How.SENTENCE if elided and choice.how is How.SAID else choice.how
    return MoneyRead(money, how, choice.reason, choice.rule, conflict)


def read_sums(groups: Sequence[Sequence[Part]], hints: Hints | None = None) -> tuple[MoneyRead | None, ...]:
    """Return an amount and its equivalents in order, none in the currency of another where a bare sign leaves a choice.

    Args:
        groups: The parts of the amount, then those of each equivalent.
        hints: What decides between the currencies of a bare sign.
    """
    hints = hints or Hints()
    certain = [find_certain(parts) for parts in groups]
    first = read_amount(groups[0], structs.replace(hints, partners=_codes(certain[1:]))) if groups else None
    taken = _codes([certain[0] or (first.money.currency if first else None), *certain[1:]]) if groups else ()
    others = [
        read_amount(parts, structs.replace(hints, partners=() if sure else taken))
        for parts, sure in zip(groups[1:], certain[1:], strict=True)
    ]
    return (first, *others) if groups else ()


def find_stated(groups: Iterable[Sequence[Part]]) -> frozenset[tuple[Decimal, str]]:
    """Return the value and code of every sum whose own words name one currency."""
    read = (read_amount(parts) for parts in groups if find_certain(parts))
    return frozenset((one.money.value, one.money.currency) for one in read if one and one.money.currency)


def find_certain(parts: Sequence[Part]) -> str | None:
    """Return the one currency that the words of an amount name, or None where they leave a choice."""
    codes, conflict = read_currency(part.span.quote for part in parts if part.role == "currency")
    return codes[0] if len(codes) == 1 and not conflict else None


def _codes(codes: Sequence[str | None]) -> tuple[str, ...]:
    """Return the codes that are known, sorted, each once."""
    return tuple(sorted({code for code in codes if code}))


def _plain(value: Decimal) -> Decimal:
    """Return a value without idle zeros behind the point, so that equal sums are written alike."""
    return Decimal(f"{value.normalize():f}")


def _choice_in_conflict(quotes: dict[str, list[str]], hints: Hints) -> Choice:
    """Return the currency of a sum whose sign and word contradict each other: the giver's own, else the word's."""
    each = [choose_currency(codes, [quote], hints) for quote in quotes["currency"] if (codes := codes_of(quote))]
    named = [choice.code for choice in each if choice.code]
    own = [code for country in hints.providers for code in money_of(country)[:1] if code in named]
    taken = own[0] if own else named[-1] if named else None
    told = " and ".join(quotes["currency"])
    candidates = tuple(sorted(set(named))) or read_currency(quotes["currency"])[0]
    return Choice(taken, candidates, How.GUESSED, f"{told} stand on one number", "currency_in_conflict")


_SMALL = 1000  # an end of a range below it takes the other end's scale word
_ROLES = ("number", "scale", "currency", "qualifier", "low", "low_scale")


def _figures_of(quotes: dict[str, list[str]]) -> tuple[Decimal, Decimal | None, Decimal | None] | None:
    """Return value, low and high of the number words; low and high are None outside ranges."""
    scale = _scale_of(quotes["scale"])
    number = quotes["number"][0] if quotes["number"] else ""
    vague = _vague_of(number, quotes["scale"])
    if vague is not None:
        return vague[0] * scale, vague[0] * scale, vague[1] * scale
    value = read_number(number, scaled=scale > 1) if number else Decimal(1)
    if value is None:
        return None
    if not quotes["low"]:
        return value * scale, None, None
    return _range_of(value, scale, quotes)


def _range_of(value: Decimal, scale: Decimal, quotes: dict[str, list[str]]) -> tuple[Decimal, Decimal, Decimal] | None:
    """Return value, low and high of a range; an end without a scale word takes that of the other."""
    low_scale = _scale_of(quotes["low_scale"])
    low = read_number(quotes["low"][0], scaled=max(scale, low_scale) > 1)
    if low is None:
        return None
    if not quotes["scale"]:
        scale = low_scale
    if not quotes["low_scale"] and low < _SMALL:
        low_scale = scale
    high = value * scale
    return (high, low * low_scale, high) if low * low_scale < high else None


def _scale_of(quotes: Sequence[str]) -> Decimal:
    """Return what all scale words together multiply by; 1 for none."""
    product = Decimal(1)
    for quote in quotes:
        for word in quote.replace("-", " ").split():
            product *= scale_of(word) or Decimal(1)
    return product


def _vague_of(number: str, scales: Sequence[str]) -> tuple[Decimal, Decimal] | None:
    """Return the least and most of a number without figures ("tens of", "several", or only "millions")."""
    words = [word for word in number.lower().replace("-", " ").split() if word != "a"]
    key = " ".join(words).removesuffix(" of")
    plural = bool(scales) and not number and (scales[0].lower().endswith("s") or scales[0].lower().startswith("multi"))
    bounds = VAGUE.get(key) if key or plural else None
    return (Decimal(bounds[0]), Decimal(bounds[1])) if bounds else None


def _qualifier_of(quotes: Sequence[str]) -> Qualifier:
    """Return what the qualifying words say; the first that says something."""
    return next((read for quote in quotes if (read := read_qualifier(quote)) is not Qualifier.EXACT), Qualifier.EXACT)
