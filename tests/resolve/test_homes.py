"""Where a report comes from is read from its outlet and its address; the lands it speaks of are counted."""

import pytest

from pledgebook.model.records import make_document
from pledgebook.resolve.homes import find_home, find_places


@pytest.mark.parametrize(
    ("outlet", "url", "home"),
    [
        ("", "https://www.wellnews.co.nz/aid/1", "NZL"),
        ("", "wellnews.com.fj", "FJI"),
        ("Radio New Zealand", "https://radio.example", "NZL"),
        ("The Jamaican Herald", "", "JAM"),
        ("Solomon Islands Voice", "https://voice.example", "SLB"),
        ("The Evening Post", "https://post.example", ""),
        ("", "", ""),
    ],
)
def test_the_home_of_a_report_is_told_by_its_outlet_or_its_address(outlet: str, url: str, home: str) -> None:
    assert find_home(make_document("one", "Text.", url=url, outlet=outlet)) == home


def test_the_lands_of_a_report_are_those_it_names_most_often() -> None:
    text = "Zambia thanked Papua New Guinea. The Zambian minister and Malawi's envoy met in Lusaka."
    assert find_places(text) == ("ZMB", "PNG", "MWI")
    assert find_places("nobody at all") == ()
