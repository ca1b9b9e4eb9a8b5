"""Say how much money the parts of an amount mean, and in which currency; a bare sign is settled with a reason."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct, structs

from pledgebook.model.currencies import load_forms, money_of
from pledgebook.model.numerals import VAGUE, read_number, scale_of
from pledgebook.model.qualifiers import read_qualifier
from pledgebook.model.records import How, Part
from pledgebook.model.values import Money, Qualifier


class Hints(Struct, frozen=True):
    """What the surroundings say about the currency of a bare sign or unit word.

    Args:
        providers: ISO alpha-3 codes (or "EU") of who gives this sum.
        marked: Every currency word or sign written in the document, as often as it stands there, in order.
        partners: Codes that this sum cannot be in, since it repeats a sum in them.
        places: ISO alpha-3 codes of dateline, outlet and the countries the report is about, nearest first.
    """

    providers: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


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
    choice = choose_currency(codes, quotes["currency"], hints) if not conflict else _choice_in_conflict(quotes, hints)
    money = Money(_plain(value), choice.code, qualifier, choice.candidates, low and _plain(low), high and _plain(high))
    elided = any(part.rule.endswith("_of_neighbour") for part in parts)
    how = How.SENTENCE if elided and choice.how is How.SAID else choice.how
    return MoneyRead(money, how, choice.reason, choice.rule, conflict)


def read_sums(
    main: Sequence[Part], again: Sequence[Sequence[Part]], hints: Hints | None = None
) -> tuple[MoneyRead | None, tuple[MoneyRead, ...]]:
    """Return an amount and its equivalents, none in the currency of another where a bare sign leaves the choice.

    Args:
        main: The parts of the amount.
        again: The parts of each equivalent, in order.
        hints: What decides between the currencies of a bare sign.
    """
    hints = hints or Hints()
    certain = [_sure_code(parts) for parts in (main, *again)]
    first = read_amount(main, structs.replace(hints, partners=_codes(certain[1:])))
    taken = _codes([certain[0] or (first.money.currency if first else None), *certain[1:]])
    others = [
        read_amount(parts, structs.replace(hints, partners=() if certain[at + 1] else taken))
        for at, parts in enumerate(again)
    ]
    return first, tuple(read for read in others if read is not None)


def _sure_code(parts: Sequence[Part]) -> str | None:
    """Return the one currency that the words of an amount name, or None where they leave a choice."""
    codes, conflict = read_currency(part.span.quote for part in parts if part.role == "currency")
    return codes[0] if len(codes) == 1 and not conflict else None


def _codes(codes: Sequence[str | None]) -> tuple[str, ...]:
    """Return the codes that are known, sorted, each once."""
    return tuple(sorted({code for code in codes if code}))


def _plain(value: Decimal) -> Decimal:
    """Return a value without idle zeros behind the point, so that equal sums are written alike."""
    return Decimal(f"{value.normalize():f}")


def _choice_in_conflict(quotes: dict[str, list[str]], hints: "Hints") -> "Choice":
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


def read_currency(quotes: Iterable[str]) -> tuple[tuple[str, ...], str]:
    """Return the sorted codes that currency words allow, and the contradiction between them in words, if any."""
    allowed = [codes for quote in quotes if (codes := codes_of(quote))]
    if not allowed:
        return (), ""
    shared = set(allowed[0]).intersection(*allowed[1:])
    if shared:
        return tuple(sorted(shared)), ""
    told = " and ".join(sorted({"/".join(codes[:3]) for codes in allowed}))
    return tuple(sorted({code for codes in allowed for code in codes})), f"the words name two currencies: {told}"


def codes_of(quote: str) -> tuple[str, ...]:
    """Return the codes that one currency word or sign may stand for, sorted; () for words that name none."""
    forms = load_forms()
    bare = quote.replace("\u00a0", " ").strip("()[] ")
    while bare.endswith("$$"):
        bare = bare[:-1]
    if bare in forms.signs:
        return forms.signs[bare]
    name = " ".join(bare.lower().split())
    loose = " ".join(name.replace("-", " ").split())
    return forms.names.get(name) or forms.names.get(loose) or _adjective_codes(bare)


def _adjective_codes(words: str) -> tuple[str, ...]:
    """Return the money of a people's adjective alone ("Canadian", "U.S.") or before a shared sign ("Nepali Rs")."""
    forms = load_forms()
    people, _, sign = words.rpartition(" ")
    if people and sign in forms.signs:
        own = forms.adjectives.get(" ".join(people.lower().split()), ())
        return tuple(code for code in forms.signs[sign] if code in own)
    return forms.adjectives.get(" ".join(words.lower().replace("-", " ").split()), ())


class Choice(Struct, frozen=True):
    """Which currency a bare sign is taken to be in, which others it may be, and why."""

    code: str | None
    candidates: tuple[str, ...]
    how: How
    reason: str
    rule: str


# dollars that their own country's reports write with the bare sign; other dollars are marked (NT$, HK$, J$)
_WRITTEN_BARE = frozenset({"USD", "CAD", "AUD", "NZD", "SGD"})
# what a bare unit or sign means in English reports when nothing else is known
_USUAL = (
    "USD",
    "GBP",
    "JPY",
    "INR",
    "CHF",
    "CZK",
    "SEK",
    "RUB",
    "MXN",
    "SAR",
    "AED",
    "KRW",
    "TRY",
    "KES",
    "RON",
    "XOF",
    "PHP",
)


def choose_currency(codes: tuple[str, ...], quotes: Sequence[str], hints: Hints) -> Choice:
    """Return which of several possible currencies a sum is in, by the first rule that decides."""
    if len(codes) == 1:
        return Choice(codes[0], (), How.SAID, f"the source writes {' … '.join(quotes)}", "currency_said")
    for rule in CURRENCY_RULES:
        choice = rule(codes, quotes, hints)
        if choice is not None:
            return choice
    return Choice(None, codes, How.GUESSED, f"{quotes[0]} can be any of {', '.join(codes)}", "currency_open")


def currency_of_provider(codes: tuple[str, ...], quotes: Sequence[str], hints: Hints) -> Choice | None:
    """The giver's own currency, where the sign or word can mean it."""
    own = [code for country in hints.providers for code in money_of(country)[:1] if code in codes]
    own = [code for code in own if code not in hints.partners]
    if not own:
        return None
    rivals = tuple(sorted({own[0], *(code for code in ("USD",) if code in codes and code not in hints.partners)}))
    taken = own[0] if len(rivals) == 1 or own[0] in _WRITTEN_BARE else "USD"
    reason = f"{quotes[0]} beside a giver whose own money is {own[0]}"
    if taken != own[0]:
        reason += ", which reports abroad always mark"
    return Choice(taken, rivals if len(rivals) > 1 else (), How.DOCUMENT, reason, "currency_of_provider")


def currency_of_other_partner(codes: tuple[str, ...], quotes: Sequence[str], hints: Hints) -> Choice | None:
    """The US dollar (or the usual one), where the sum repeats one that is already in the giver's money."""
    usual = next((code for code in _USUAL if code in codes and code not in hints.partners), None)
    if not set(hints.partners) & set(codes) or usual is None:
        return None
    told = ", ".join(hints.partners)
    reason = f"{quotes[0]} repeats a sum in {told}, so it is {usual}"
    return Choice(usual, (), How.SENTENCE, reason, "currency_of_other_partner")


def currency_by_house_style(codes: tuple[str, ...], quotes: Sequence[str], hints: Hints) -> Choice | None:
    """The dollar that the report leaves unmarked, where it marks the others ("C$" beside "$")."""
    signs = [found[0] for mark in hints.marked if "$" in mark and len(found := codes_of(mark)) == 1]
    if "$" not in quotes[0] or not signs:
        return None
    own = [code for country in hints.providers for code in money_of(country)[:1] if code in codes]
    if "USD" not in signs and "USD" in codes:
        reason = f"the report writes {signs[0]} with a mark of its own, so that the bare {quotes[0]} is USD"
        return Choice("USD", (), How.DOCUMENT, reason, "currency_by_house_style")
    if own and own[0] != "USD" and own[0] not in signs:
        reason = f"the report marks US$, so that the bare {quotes[0]} of a giver with {own[0]} is {own[0]}"
        return Choice(own[0], (), How.DOCUMENT, reason, "currency_by_house_style")
    return None


def currency_named_in_full(codes: tuple[str, ...], quotes: Sequence[str], hints: Hints) -> Choice | None:
    """The one currency of this unit that the report names in full elsewhere ("Danish kroner", then "kroner")."""
    named = [found[0] for mark in hints.marked if "$" not in mark and len(found := codes_of(mark)) == 1]
    fitting = list(dict.fromkeys(code for code in named if code in codes and code not in hints.partners))
    if len(fitting) != 1 or ("$" in quotes[0] and fitting == ["USD"] and hints.providers):
        return None
    reason = f"the report says {fitting[0]} in full elsewhere"
    return Choice(fitting[0], (), How.DOCUMENT, reason, "currency_named_in_full")


def currency_of_place(codes: tuple[str, ...], quotes: Sequence[str], hints: Hints) -> Choice | None:
    """The money of a country the report is about or comes from, for words other than the dollar."""
    if "USD" in codes or "GBP" in codes:
        return None
    for country in hints.places:
        own = [code for code in money_of(country) if code in codes]
        if own:
            reason = f"{quotes[0]} in a report about {country}"
            return Choice(own[0], (), How.DOCUMENT, reason, "currency_of_place")
    return None


def currency_usual(codes: tuple[str, ...], quotes: Sequence[str], hints: Hints) -> Choice | None:
    """What the bare sign or word means in English reports when nothing else decides."""
    usual = next((code for code in _USUAL if code in codes and code not in hints.partners), None)
    if usual is None:
        return None
    reason = f"a bare {quotes[0]} is usually {usual}, and nothing in the report speaks against it"
    return Choice(usual, (), How.DOCUMENT if usual in ("USD", "GBP") else How.GUESSED, reason, "currency_usual")


CURRENCY_RULES = (
    currency_of_other_partner,
    currency_by_house_style,
    currency_of_provider,
    currency_named_in_full,
    currency_of_place,
    currency_usual,
)
