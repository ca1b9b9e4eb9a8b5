"""The table of currencies holds together."""

from pledgebook.model.currencies import load_currencies, load_forms, money_of


def test_shared_words_name_every_currency_they_may_mean() -> None:
    names = load_forms().names
    assert {"CAD", "USD", "AUD"} <= set(names["dollars"])
    assert names["canadian dollars"] == ("CAD",)
    assert names["kroner"] == ("DKK", "NOK")


def test_signs_keep_their_case() -> None:
    signs = load_forms().signs
    assert signs["R$"] == ("BRL",)
    assert "r$" not in signs


def test_a_country_has_its_own_money_before_what_it_shares() -> None:
    assert money_of("CAN") == ("CAD",)
    assert money_of("USA")[0] == "USD"
    assert money_of("NAM")[0] == "NAD"
    assert money_of("EU") == ("EUR",)
    assert money_of("ATA") == ()


def test_every_currency_in_use_has_a_unit_word_or_a_sign_or_a_name() -> None:
    for currency in load_currencies().values():
        assert currency.name
        assert currency.plural
        if currency.current:
            assert currency.homes or currency.aliases or currency.units, currency.code
