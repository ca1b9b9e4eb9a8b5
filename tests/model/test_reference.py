"""The reference tables hold what the rules rely on."""

from collections import Counter
from pathlib import Path

import pytest
from babel import Locale
from babel.core import get_global

from pledgebook.model.naming import Surface
from pledgebook.model.reference import (
    agencies,
    aliases,
    body_of,
    holders,
    known_people,
    mechanisms,
    name_office,
    offices,
    parties,
    read_rows,
    summits,
)
from pledgebook.model.values import AidType, PartyKind

NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


def test_every_territory_of_iso_3166_stands_in_the_table() -> None:
    territories = [str(code) for code in Locale("en").territories]
    two_letters = {code for code in territories if len(code) == 2 and code.isalpha()} - NO_COUNTRIES
    longer = get_global("territory_aliases")
    named = {two for code, twos in longer.items() if code in parties() for two in twos} | {"XK"}
    assert two_letters <= named


def test_codes_are_unique() -> None:
    codes = Counter(
        row["code"] for table in ("countries.csv", "parties.csv") for row in read_rows(table) if row["code"]
    )
    assert [code for code, count in codes.items() if count > 1] == []


def test_every_agency_of_a_state_acts_for_a_party_that_stands_in_the_table() -> None:
    assert all(entry.acts_for in parties() for entry in parties().values())


def test_every_country_is_named_by_its_own_name() -> None:
    named = {(alias.words, alias.code) for alias in aliases() if alias.surface is Surface.COUNTRY}
    countries = [entry for entry in parties().values() if entry.kind is PartyKind.COUNTRY]
    assert len(countries) >= 249
    assert all((entry.name, entry.code) in named for entry in countries)


def test_no_wording_names_two_countries() -> None:
    countries = {
        (alias.words, alias.code) for alias in aliases() if alias.surface in {Surface.COUNTRY, Surface.ADJECTIVE}
    }
    assert [words for words, count in Counter(words for words, _ in countries).items() if count > 1] == []


def test_every_holder_has_a_known_office_and_body() -> None:
    names = {office.name for office in offices()}
    assert [one for one in holders() if one.office not in names or one.of not in parties()] == []


def test_an_office_is_held_by_whom_the_year_says() -> None:
    held = [one for one in holders() if (one.office, one.of) == ("prime minister", "SWE")]
    assert [one.name for one in held if one.start <= 2020 <= one.end] == ["Stefan Löfven"]


def test_a_surname_tells_the_country_only_where_one_holder_has_it() -> None:
    assert (body_of("defence minister", "Blair"), body_of("defence minister", "Nobody")) == ("CAN", "")


def test_a_person_is_known_by_every_spelling() -> None:
    assert {known_people()[name][0].name for name in ("volodymyr zelenskiy", "zelenskyy")} == {"Volodymyr Zelenskyy"}


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("Prime Minister", "prime minister"),
        ("PM", "prime minister"),
        ("Secretary -General", "secretary-general"),
        ("Minister for Foreign Trade and Development Cooperation", "development minister"),
        ("Federal Minister of Defence", "defence minister"),
        ("minister of health", "health minister"),
        ("Minister of Silly Walks", "minister of silly walks"),
    ],
)
def test_an_office_has_one_name_under_all_its_titles(words: str, office: str) -> None:
    assert name_office(words) == office


def test_programmes_name_parties_and_aid_types_of_the_tables() -> None:
    kinds = {kind.value for kind in AidType} | {""}
    for mechanism in mechanisms():
        assert {mechanism.provider, mechanism.recipient} - {""} <= set(parties())
        assert mechanism.aid_type in kinds


def test_summits_have_days_in_order_and_a_country() -> None:
    assert all(summit.start <= summit.end and summit.country in parties() for summit in summits())


def test_no_alias_stands_for_two_agencies() -> None:
    named = Counter(words for agency in agencies() for words in set(agency.aliases))
    assert [words for words, count in named.items() if count > 1] == []


def test_every_column_of_the_tables_stands_in_the_documentation() -> None:
    told = (Path(__file__).parents[2] / "docs" / "reference.md").read_text("utf-8")
    tables = ("countries", "parties", "offices", "holders", "mechanisms", "agencies", "summits", "name_words")
    for table in tables:
        line = next(line for line in told.splitlines() if line.startswith(f"| `{table}.csv`"))
        assert [column for column in read_rows(f"{table}.csv")[0] if f"`{column}`" not in line] == []
