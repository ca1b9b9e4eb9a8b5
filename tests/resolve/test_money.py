"""Amounts read to the value and the currency that their words mean, and say why."""

import re
from decimal import Decimal

import pytest
from babel.numbers import get_currency_name
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.extract.quantities.amounts import find_amounts
from pledgebook.model.currencies import load_currencies
from pledgebook.model.records import How
from pledgebook.model.values import Qualifier
from pledgebook.resolve.currency import Hints, choose_currency, codes_of
from pledgebook.resolve.money import MoneyRead, read_amount, read_sums


def read(text: str, hints: Hints | None = None) -> MoneyRead:
    (amount,) = find_amounts(text, text, 0, len(text))
    told = read_sums([each.parts for each in (amount, *amount.equivalents)], hints)[0]
    assert told is not None
    return told


def again(text: str, hints: Hints | None = None) -> tuple[MoneyRead | None, ...]:
    (amount,) = find_amounts(text, text, 0, len(text))
    return read_sums([each.parts for each in (amount, *amount.equivalents)], hints)[1:]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("US$1.2bn", "1200000000", "USD"),
        ("Tk 50 lakh", "5000000", "BDT"),
        ("₹1.5 lakh crore", "1500000000000", "INR"),
        ("three quarters of a billion euros", "750000000", "EUR"),
        ("one hundred and twenty million pounds sterling", "120000000", "GBP"),
        ("€1,2 billion", "1200000000", "EUR"),
        ("€1.234.567,89", "1234567.89", "EUR"),
        ("10 000 000 euros", "10000000", "EUR"),
        ("2½ million Swiss francs", "2500000", "CHF"),
        ("a quarter-million Danish kroner", "250000", "DKK"),
        ("US$1.6 billlion", "1600000000", "USD"),
        ("Kshs. 283,460,000", "283460000", "KES"),
        ("UAE dirhams 5 million", "5000000", "AED"),
        ("Rs 2 crore 50 lakh (Nepali)", "25000000", "NPR"),
        ("1 billion 500 million yen", "1500000000", "JPY"),
        ("two million five hundred thousand US dollars", "2500000", "USD"),
        ("Sri Lankan Rs 20 million", "20000000", "LKR"),
        ("AUD A$3 million", "3000000", "AUD"),
        ("20 million lire", "20000000", "ITL"),
        ("K20m (PGK)", "20000000", "PGK"),
    ],
)
def test_money_keeps_the_value_and_the_currency_the_source_named(text: str, value: str, currency: str) -> None:
    told = read(text)
    assert (told.money.value, told.money.currency, told.how) == (Decimal(value), currency, How.SAID)


def test_every_currency_in_use_is_known_by_name_and_code() -> None:
    missed = []
    for code, currency in load_currencies().items():
        if not currency.current:
            continue
        name = re.sub(r"\s*\(.*?\)", "", get_currency_name(code, 2, "en"))
        for text in (f"5 million {name}", f"{code} 5 million"):
            found = find_amounts(text, text, 0, len(text))
            told = read_amount(found[0].parts) if len(found) == 1 else None
            if told is None or told.money.currency != code:
                missed.append(text)
    assert missed == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$1-1.5 billion", "1000000000", "1500000000"),
        ("between 5 and 10 million euros", "5000000", "10000000"),
        ("£800m to £1.2bn", "800000000", "1200000000"),
    ],
)
def test_a_range_has_bounds_and_the_upper_end_as_value(text: str, low: str, high: str) -> None:
    money = read(text).money
    assert (money.low, money.high, money.value) == (Decimal(low), Decimal(high), Decimal(high))
    assert money.qualifier is Qualifier.BETWEEN


def test_a_vague_sum_has_bounds_and_claims_no_more_than_the_least() -> None:
    money = read("tens of millions of euros").money
    assert (money.value, money.low, money.high) == (Decimal(20_000_000), Decimal(20_000_000), Decimal(99_000_000))


def test_a_bare_dollar_is_the_givers_own_and_the_rival_stays_named() -> None:
    told = read("$2 billion", Hints(providers=("CAN",)))
    assert (told.money.currency, told.money.candidates) == ("CAD", ("CAD", "USD"))
    assert told.how is How.DOCUMENT
    assert "CAD" in told.reason


def test_a_bare_dollar_is_american_where_nothing_speaks_against_it() -> None:
    told = read("$2 billion", Hints(providers=("DEU",)))
    assert (told.money.currency, told.money.candidates) == ("USD", ())


def test_a_dollar_that_reports_abroad_always_mark_is_not_meant_by_the_bare_sign() -> None:
    told = read("$2 million", Hints(providers=("TWN",)))
    assert (told.money.currency, told.money.candidates) == ("USD", ("TWD", "USD"))


def test_a_bare_dollar_beside_marked_ones_is_the_unmarked_one() -> None:
    assert read("$5m", Hints(providers=("CAN",), marked=("C$", "C$"))).money.currency == "USD"
    assert read("$5m", Hints(providers=("AUS",), marked=("US$",))).money.currency == "AUD"


def test_a_bracketed_dollar_is_never_the_currency_it_translates() -> None:
    (dollars,) = again("C$2 billion (around $1.4 billion)", Hints(providers=("CAN",)))
    assert dollars is not None
    assert (dollars.money.currency, dollars.money.qualifier) == ("USD", Qualifier.ABOUT)


def test_a_bare_dollar_translated_into_american_ones_is_the_givers() -> None:
    assert read("$2 billion (US$1.45 billion)", Hints(providers=("CAN",))).money.currency == "CAD"


def test_kroner_without_a_country_stay_open_until_the_giver_is_known() -> None:
    told = read("100 million kroner")
    assert (told.money.currency, told.money.candidates) == (None, ("DKK", "NOK"))
    assert read("100 million kroner", Hints(providers=("NOR",))).money.currency == "NOK"
    assert read("100 million kroner", Hints(marked=("Danish kroner",))).money.currency == "DKK"
    assert read("100 million crowns", Hints(places=("CZE",))).money.currency == "CZK"


def test_a_bare_sign_is_the_money_in_which_the_report_says_the_same_number() -> None:
    stated = frozenset({(Decimal(210_000), "FJD")})
    assert read("$210k", Hints(stated=stated)).rule == "currency_of_same_number"
    assert read("$210k", Hints(providers=("NZL",), stated=stated)).money.currency == "NZD"
    assert read("$200k", Hints(stated=stated)).money.currency == "USD"


def test_a_bare_sign_without_a_giver_is_the_money_of_who_gives_most() -> None:
    told = read("$750,000", Hints(usual=("NZL",)))
    assert (told.money.currency, told.money.candidates) == ("NZD", ("NZD", "USD"))
    assert read("$750,000", Hints(usual=("TWN",))).money.currency == "USD"
    assert read("5 million kroner", Hints(usual=("DNK",))).money.currency == "DKK"


def test_a_bare_sign_is_the_money_of_the_land_that_prints_the_report() -> None:
    assert read("$750,000", Hints(home="FJI")).money.currency == "FJD"
    assert read("$750,000", Hints(home="DEU")).money.currency == "USD"
    assert read("K13 million", Hints(home="ZMB")).money.currency == "ZMW"


def test_a_bare_letter_is_the_money_of_a_land_the_report_is_about() -> None:
    told = read("K13 million", Hints(places=("JPN", "PNG")))
    assert (told.money.currency, told.rule) == ("PGK", "currency_of_place")


def test_a_sign_against_its_word_is_told_as_a_conflict() -> None:
    told = read("£600 million dollars")
    assert "two currencies" in told.conflict
    assert told.money.candidates == ("GBP", "USD")
    assert told.how is How.GUESSED


def test_a_borrowed_currency_says_that_the_sentence_lent_it() -> None:
    text = "€40 million for food and 60 for shelter"
    lent = read_amount(find_amounts(text, text, 0, len(text))[1].parts)
    assert lent is not None
    assert (lent.money.value, lent.how) == (Decimal(60_000_000), How.SENTENCE)


SIGNS = {
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "C$": "CAD",
    "NOK ": "NOK",
    "CHF ": "CHF",
    "₦": "NGN",
    "₹": "INR",
    "R$": "BRL",
}
UNITS = {
    "euros": "EUR",
    "Swiss francs": "CHF",
    "US dollars": "USD",
    "Japanese yen": "JPY",
    "Nigerian naira": "NGN",
    "yuan": "CNY",
}
SCALES = {
    "": 1,
    "m": 10**6,
    "bn": 10**9,
    " million": 10**6,
    " billion": 10**9,
    " trillion": 10**12,
    " crore": 10**7,
    " lakh": 10**5,
    "-million": 10**6,
    " thousand": 10**3,
}


def _decimal(pair: tuple[int, int]) -> tuple[str, Decimal]:
    words = f"{pair[0]}.{pair[1]:02}"
    return words, Decimal(words)


NUMBERS = st.one_of(
    st.integers(1, 999).map(lambda n: (str(n), Decimal(n))),
    st.integers(1000, 999_999_999).map(lambda n: (f"{n:,}", Decimal(n))),
    st.integers(1000, 999_999_999).map(lambda n: (f"{n:,}".replace(",", "\u202f"), Decimal(n))),
    st.tuples(st.integers(0, 9999), st.integers(1, 99)).map(_decimal),
)
AROUND = st.sampled_from(["The sum was ", "They sent over ", "“", "(", "— a total of ", ""])
BEHIND = st.sampled_from([".", " to schools", ", it said", ")", " in aid over five years", "”"])


@given(AROUND, st.sampled_from(sorted(SIGNS)), NUMBERS, st.sampled_from(sorted(SCALES)), BEHIND)
def test_every_sum_behind_a_sign_is_found_whole_and_read_right(
    before: str, sign: str, number: tuple[str, Decimal], scale: str, behind: str
) -> None:
    words, value = number
    _check(before, f"{sign}{words}{scale}", behind, value * SCALES[scale], SIGNS[sign])


@given(AROUND, NUMBERS, st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(UNITS)), BEHIND)
def test_every_sum_before_a_unit_is_found_whole_and_read_right(
    before: str, number: tuple[str, Decimal], scale: str, unit: str, behind: str
) -> None:
    words, value = number
    _check(before, f"{words}{scale} {unit}", behind, value * SCALES[scale], UNITS[unit])


def _check(before: str, phrase: str, behind: str, value: Decimal, currency: str) -> None:
    text = f"{before}{phrase}{behind}"
    (amount,) = find_amounts(text, text, 0, len(text))
    assert amount.span.quote == phrase
    told = read_amount(amount.parts)
    assert told is not None
    assert (told.money.value, told.money.currency) == (value, currency)
    (once_more,) = find_amounts(phrase, phrase, 0, len(phrase))
    assert read_amount(once_more.parts) is not None


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading_and_every_quote_is_the_text(text: str) -> None:
    for amount in find_amounts(text, text, 0, len(text)):
        assert text[amount.span.start : amount.span.end] == amount.span.quote
        told = read_amount(amount.parts)
        assert told is None or told.money.value > 0


@pytest.mark.parametrize(
    "text",
    [
        "$" + "9" * 60,
        "5 " + "million " * 300 + "dollars",
        "1,2,3,4 million euros",
        "12.05.2023 euros",
        "half " * 200 + "a million euros",
    ],
)
def test_numbers_beyond_any_sum_are_refused_or_read_but_never_break(text: str) -> None:
    for amount in find_amounts(text, text, 0, len(text)):
        told = read_amount(amount.parts)
        assert told is None or told.money.value.is_finite()


def test_a_bare_sign_is_one_money_for_all_givers_of_a_report() -> None:
    told = Hints(providers=("CAN",), strangers=frozenset({"GBR", "NOR"}))
    assert choose_currency(codes_of("$"), ("$",), told).code == "USD"
    assert choose_currency(codes_of("$"), ("$",), Hints(providers=("CAN",))).code == "CAD"
