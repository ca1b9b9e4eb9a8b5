"""Money is found in every common notation, with its neighbours told apart."""

import pytest

from pledgebook.extract.quantities.amounts import Amount, find_amounts
from tests.scans import scan_money


def find(text: str) -> tuple[Amount, ...]:
    return find_amounts(text, text, 0, len(text))


def quotes(text: str) -> list[str]:
    return [amount.span.quote for amount in find(text)]


def parts(text: str, role: str) -> list[str]:
    return [part.span.quote for amount in find(text) for part in amount.parts if part.role == role]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Freedonia gives US$1.2bn to schools", "US$1.2bn"),
        ("a grant of 1.2 bn euros for dams", "1.2 bn euros"),
        ("worth NOK 7.5bn in all", "NOK 7.5bn"),
        ("lent Rs 700 crore to its neighbour", "Rs 700 crore"),
        ("sent half a billion euros", "half a billion euros"),
        ("reached half-a-billion pesos", "half-a-billion pesos"),
        ("three euro million for wells", "three euro million"),
        ("gave two and a half million Swiss francs", "two and a half million Swiss francs"),
        ("put up $ 4.3 billion", "$ 4.3 billion"),
        ("a 15 billion dollar bridge", "15 billion dollar"),
        ("paid USD  3 million", "USD  3 million"),
        ("found $100 milion", "$100 milion"),
        ("a one-billion-dollar loan", "one-billion-dollar"),
        ("US$1,200,000.50 exactly", "US$1,200,000.50"),
        ("EUR500,000 for wells", "EUR500,000"),
        ("1 000 000 euros for wells", "1 000 000 euros"),
        ("Rs. 5,00,000 for wells", "Rs. 5,00,000"),
        ("10 EUR million for wells", "10 EUR million"),
        ("US$$4.6 billion for wells", "US$$4.6 billion"),
        ("NZ$5m and no more", "NZ$5m"),
        ("a $400-million swap", "$400-million"),
        ("Tk304cr for the flooded", "Tk304cr"),
        ("Dh10.8 billion over the years", "Dh10.8 billion"),
        ("5M€ for the theatre", "5M€"),
        ("US Dollar one billion for rails", "US Dollar one billion"),
        ("$20 million (CAD) for rails", "$20 million (CAD)"),
        ("20 million Norwegian krones (NOK) for rails", "20 million Norwegian krones (NOK)"),
        ("tens of millions of dollars for rails", "tens of millions of dollars"),
        ("300 million in special drawing rights", "300 million in special drawing rights"),
        ("Canadian $5m for rails", "Canadian $5m"),
        ("Saudi riyals (SAR) 31 billion for rails", "Saudi riyals (SAR) 31 billion"),
        ("$185 million [USD] for rails", "$185 million [USD]"),
        ("300 (three hundred) million euros for rails", "300 (three hundred) million euros"),
        ("10 bn. kronor for rails", "10 bn. kronor"),
        ("multibillion-dollar aid", "multibillion-dollar"),
        ("FJD $210k for tents", "FJD $210k"),
        ("Nepali Rs 20 million for tents", "Nepali Rs 20 million"),
        ("$20 million (Canadian) for tents", "$20 million (Canadian)"),
        ("$20 million Cdn for tents", "$20 million Cdn"),
        ("USD 25 M for tents", "USD 25 M"),
        ("5 M€ for tents", "5 M€"),
        ("a 20-mln-euro loan", "20-mln-euro"),
        ("R$ 200 milhões for tents", "R$ 200 milhões"),
        ("S/.200 million for tents", "S/.200 million"),
        ("five million (5,000,000) US dollars for tents", "five million (5,000,000) US dollars"),
        ("US$5,000,000 (five million US dollars) for tents", "US$5,000,000"),
        ("K 20 million for tents", "K 20 million"),
    ],
)
def test_money_is_found_to_its_last_letter(text: str, quote: str) -> None:
    assert quotes(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "5 million people fled",
        "about 5 million tonnes of wheat",
        "the M4 rifles of 2,000 men",
        "20 pounds of flour each",
        "two 2,000-pound bombs",
        "the team of 11 won the cup",
        "growth of 4.5 per cent in 2024",
        "call 555 1234 before noon",
        "goal SDG 16 of the agenda",
        "the four DHS offices",
        "from 2 Euro area members",
        "image P20250806MR shows it",
        "Q 157 million is not audible",
        "spoke of 25 B Company men",
    ],
)
def test_what_only_looks_like_money_is_left_alone(text: str) -> None:
    assert quotes(text) == []


def test_a_list_of_short_sums_takes_the_scale_of_its_last() -> None:
    for text in ("$5, $10 and $15 million", "5, 10 and 15 million euros respectively"):
        assert parts(text, "scale") == ["million"] * 3
    assert parts("€5 million and 3 million respectively", "currency") == ["€", "€"]
    assert parts("tickets for $5, $10 and $15", "scale") == []


@pytest.mark.parametrize("qualifier", ["approx.", "c.", "ca.", "around"])
def test_a_qualifier_is_found_with_its_dot(qualifier: str) -> None:
    assert parts(f"lent {qualifier} €5m", "qualifier") == [qualifier]


def test_a_range_is_one_amount_with_a_lower_end() -> None:
    assert quotes("between 5 and 10 million euros") == ["5 and 10 million euros"]
    assert quotes("£1bn-£1.5bn a year") == ["£1bn-£1.5bn"]
    assert parts("$1-1.5 billion", "low") == ["1"]


def test_growth_from_one_sum_to_another_is_no_range() -> None:
    assert quotes("raised its share from $5m to $10m") == ["$5m", "$10m"]


def test_money_next_to_a_count_of_receivers_is_no_range() -> None:
    assert quotes("gave NOK 1 billion to seven groups") == ["NOK 1 billion"]


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("€25.5 million (US$27 million) for food", ["US$27 million"]),
        ("C$2 billion (around $1.4 billion) for food", ["$1.4 billion"]),
        ("100 million kroner, or about $9.4m, for food", ["$9.4m"]),
        ("€5m/$5.4m for food", ["$5.4m"]),
        ("GBP249 million US$298 million) for food", ["US$298 million"]),
        ("SEK 50m (US$5m; €4.4m) for food", ["US$5m", "€4.4m"]),
        ("TK 80 million worth ($842,647) of food", ["$842,647"]),
        ("SDR 1 billion (93.8 percent of quota or about US$1.4 billion) for rails", ["US$1.4 billion"]),
        ("USD 1 million about Rwf 553 million for food", ["Rwf 553 million"]),
    ],
)
def test_a_sum_said_again_in_another_currency_hangs_on_the_first(text: str, again: list[str]) -> None:
    (amount,) = find(text)
    assert [equivalent.span.quote for equivalent in amount.equivalents] == again


def test_a_second_sum_in_the_same_currency_stands_by_itself() -> None:
    assert quotes("$40m (of which $10m is a grant)") == ["$40m", "$10m"]
    assert quotes("$40m + £20m") == ["$40m", "£20m"]


def test_a_share_in_brackets_with_a_purpose_of_its_own_is_no_equivalent() -> None:
    assert quotes("€50 million ($20 million for wells) was given") == ["€50 million", "$20 million"]
    assert quotes("€50 million (of which $20 million is a grant)") == ["€50 million", "$20 million"]


def test_an_equivalent_without_its_scale_takes_that_of_the_sum() -> None:
    (amount,) = find("EUR787 million (US$846) in total")
    assert amount.equivalents[0].elided
    assert [part.span.quote for part in amount.equivalents[0].parts if part.role == "scale"] == ["million"]


def test_a_list_lends_its_currency_and_scale_to_short_members() -> None:
    first, second = find("$40 million for food and 60 for shelter")
    assert (first.elided, second.elided) == (False, True)
    assert [part.span.quote for part in second.parts if part.role in ("currency", "scale")] == ["$", "million"]


def test_a_further_sum_carries_on_in_the_currency_of_the_sentence_before() -> None:
    text = "Ruritania lent €90m. A further 500m will follow."
    start = text.index("A further")
    (amount,) = find_amounts(text, text, start, len(text))
    assert amount.elided
    assert amount.span.quote == "500m"
    assert [part.span.quote for part in amount.parts if part.role == "currency"] == ["€"]


def test_money_named_as_aid_needs_no_second_sign() -> None:
    assert quotes("Of the $17 billion, 11.4 billion of financing was paid") == ["$17 billion", "11.4 billion"]
    assert quotes("rose to 10 million euros from 5 million") == ["10 million euros", "5 million"]


def test_people_counted_beside_money_stay_people() -> None:
    assert quotes("$40 million for food for 5 million people and 60 villages") == ["$40 million"]
    assert quotes("$40m of aid; it reached 180 million children and another 60 million from abroad") == ["$40m"]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("over C$1 billion", "over"),
        ("up to an additional €50m", "up to"),
        ("at least another €5m", "at least"),
        ("$50m-plus", "-plus"),
        ("€5m or more", "or more"),
        ("an estimated 3 million euros", "an estimated"),
    ],
)
def test_the_qualifier_is_kept_in_its_own_words(text: str, qualifier: str) -> None:
    assert parts(text, "qualifier") == [qualifier]


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("N250 million each", "each"),
        ("$5 a day", "a day"),
        ("€3m per year", "per year"),
        ("an annual €3m", "annual"),
        ("a €5m-a-year plan", "a-year"),
    ],
)
def test_a_rate_is_kept_beside_its_amount(text: str, rate: str) -> None:
    assert parts(text, "per") == [rate]


def test_two_currencies_on_one_number_are_both_kept() -> None:
    assert parts("£600 million dollars", "currency") == ["£", "dollars"]


def test_spans_count_from_the_start_of_the_document() -> None:
    text = "Zażółć 🚀 gęślą. Sylvania gives €5m."
    start = text.index("Sylvania")
    (amount,) = find_amounts(text, text, start, len(text))
    assert text[amount.span.start : amount.span.end] == "€5m"


def test_the_scan_sees_every_amount_and_passes_over_plain_prose() -> None:
    text = "They met. It gave US$5m. Then ₦250 million. Then half a million euros. They left in 2023 with 40 men."
    places = scan_money(text)
    assert len(places) >= 3
    assert all(any(s < a.span.end and a.span.start < e for s, e in places) for a in find(text))
    assert scan_money("They met in 2023 with 40 men and 5 million readers.") == []


def test_letters_around_a_digit_are_no_sum() -> None:
    assert quotes("They spoke of 'B2B' and 'M2M' trade.") == []
