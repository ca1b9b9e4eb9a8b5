"""Say which currency the words of a sum mean; the first rule that decides settles a bare sign, with its reason."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from pledgebook.model.currencies import load_forms, money_of
from pledgebook.model.records import How


class Hints(Struct, frozen=True):
    """What the surroundings say about the currency of a bare sign or unit word.

    Args:
        providers: ISO alpha-3 codes (or "EU") of who gives this sum.
        value: What the sum itself says.
        marked: Every currency word or sign written in the document, each once, in order.
        partners: Codes that this sum cannot be in, since it repeats a sum in them.
        places: ISO alpha-3 codes of the countries the report is about, the most named first.
        home: ISO alpha-3 code of the country where the report was published, "" where that is not known.
        usual: ISO alpha-3 codes of who gives most of the report's sums.
        stated: Every sum of the report whose words name one currency: its value and code.
        strangers: ISO alpha-3 codes of givers of bare "$" whose own money is no dollar.
    """

    providers: tuple[str, ...] = ()
    value: Decimal | None = None
    marked: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    home: str = ""
    usual: tuple[str, ...] = ()
    stated: frozenset[tuple[Decimal, str]] = frozenset()
    strangers: frozenset[str] = frozenset()


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


_ENOUGH = 2  # givers with other money whose sums show what a bare sign means
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


def currency_of_strangers(codes: tuple[str, ...], quotes: Sequence[str], hints: Hints) -> Choice | None:
    """The US dollar, or that of the land of publication, where givers with other money are told in bare dollars too.

    One bare sign is one money all through a report: where Britain and Japan give "$5 million", so does Canada.
    """
    if len(hints.strangers) < _ENOUGH or quotes[0] != "$" or "USD" not in codes or "USD" in hints.partners:
        return None
    home = [code for code in money_of(hints.home) if code in codes] if hints.home else []
    taken = home[0] if home else "USD"
    reason = f"{quotes[0]} in a report that tells the sums of {', '.join(sorted(hints.strangers))} in it too"
    return Choice(taken, (), How.DOCUMENT, reason, "currency_of_strangers")


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


def currency_of_same_number(codes: tuple[str, ...], quotes: Sequence[str], hints: Hints) -> Choice | None:
    """The currency that the report writes out where it says the same number again ("$210k", then "FJD 210,000")."""
    named = sorted({code for value, code in hints.stated if value == hints.value and code in codes})
    own = [code for country in hints.providers for code in money_of(country)[:1] if code in codes]
    if len(named) != 1 or named[0] in hints.partners or (own and own[0] not in (named[0], "USD")):
        return None
    reason = f"{quotes[0]}: the report says the same number in {named[0]} elsewhere"
    return Choice(named[0], (), How.DOCUMENT, reason, "currency_of_same_number")


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


def currency_of_usual_giver(codes: tuple[str, ...], quotes: Sequence[str], hints: Hints) -> Choice | None:
    """The money of who gives most of the report's sums: one bare sign means one money all through a report."""
    own = [code for country in hints.usual for code in money_of(country)[:1] if code in codes]
    if not own or own[0] in hints.partners or ("$" in quotes[0] and own[0] not in _WRITTEN_BARE):
        return None
    rivals = tuple(sorted({own[0], *(code for code in ("USD",) if code in codes)}))
    reason = f"{quotes[0]} in a report whose sums are given mostly in {own[0]}"
    return Choice(own[0], rivals if len(rivals) > 1 else (), How.DOCUMENT, reason, "currency_of_usual_giver")


def currency_named_in_full(codes: tuple[str, ...], quotes: Sequence[str], hints: Hints) -> Choice | None:
    """The one currency of this unit that the report names in full elsewhere ("Danish kroner", then "kroner")."""
    named = [found[0] for mark in hints.marked if "$" not in mark and len(found := codes_of(mark)) == 1]
    fitting = list(dict.fromkeys(code for code in named if code in codes and code not in hints.partners))
    if len(fitting) != 1 or ("$" in quotes[0] and fitting == ["USD"] and hints.providers):
        return None
    reason = f"the report says {fitting[0]} in full elsewhere"
    return Choice(fitting[0], (), How.DOCUMENT, reason, "currency_named_in_full")


def currency_of_home(codes: tuple[str, ...], quotes: Sequence[str], hints: Hints) -> Choice | None:
    """The money of the country where the report was published, whose readers need no mark."""
    own = [code for code in money_of(hints.home) if code in codes and code not in hints.partners] if hints.home else []
    if not own:
        return None
    rivals = tuple(sorted({own[0], *(code for code in ("USD",) if code in codes)}))
    reason = f"{quotes[0]} in a report published in {hints.home}"
    return Choice(own[0], rivals if len(rivals) > 1 else (), How.DOCUMENT, reason, "currency_of_home")


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
    currency_of_same_number,
    currency_by_house_style,
    currency_of_strangers,
    currency_of_provider,
    currency_of_usual_giver,
    currency_named_in_full,
    currency_of_home,
    currency_of_place,
    currency_usual,
)
