"""Programmes are found under their names and acronyms."""

import pytest

from pledgebook.extract.names.mechanisms import find_mechanisms


@pytest.mark.parametrize(
    ("text", "name", "provider"),
    [
        ("paid under the Prioritized Ukraine Requirements List", "PURL", ""),
        ("the 12th presidential drawdown", "PDA", "USA"),
        ("through the European Peace Facility", "European Peace Facility", "EU"),
        ("its share of IDA21", "International Development Association", ""),
    ],
)
def test_a_programme_is_found_with_who_usually_pays(text: str, name: str, provider: str) -> None:
    (programme,) = find_mechanisms(text, text, 0, len(text))
    assert (programme.mechanism.name, programme.mechanism.provider) == (name, provider)


def test_a_longer_word_is_no_programme() -> None:
    assert find_mechanisms("a PURLish idea", "a PURLish idea", 0, 14) == ()
