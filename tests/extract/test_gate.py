"""The gate lets through what can matter, and the sieve keeps long reports cheap."""

from pledgebook.extract.gate import find_zones
from pledgebook.extract.page.layout import read_layout
from pledgebook.extract.sieve import blank_beyond, sieve_zones

QUIET = "The weather was fine all day and the boats lay still in the bay. "


def zones(text: str) -> list[tuple[str, tuple[str, ...]]]:
    layout = read_layout(text)
    return [(text[zone.start : zone.end], zone.why) for zone in find_zones(layout)]


def test_only_sentences_with_triggers_come_through() -> None:
    text = f"{QUIET * 3}Norway pledged 5 million kroner. {QUIET * 3}"
    assert [words for words, _ in zones(text)] == ["Norway pledged 5 million kroner."]


def test_signs_beyond_the_code_page_are_seen() -> None:
    assert [why for _, why in zones("India gave Nepal \u20b9500 million.")] == [("giving", "money")]


def test_goods_matter_only_beside_giving() -> None:
    assert zones("The tents stood in the rain.") == []
    assert [why for _, why in zones("Chile sent 40 tents.")] == [("giving", "goods")]


def test_a_long_report_of_money_at_home_is_left_unparsed() -> None:
    text = f"Norland opens a railway\n\nNorland spent 5 million dollars on stations. {QUIET * 200}"
    layout = read_layout(text)
    assert find_zones(layout)
    assert sieve_zones(layout, find_zones(layout)) == ()


def test_a_sum_for_somebody_abroad_is_kept_however_far_down() -> None:
    text = f"Norway opens a railway\n\n{QUIET * 200}Norway pledged 5 million dollars to Chad. {QUIET * 20}"
    layout = read_layout(text)
    kept = sieve_zones(layout, find_zones(layout))
    assert [text[zone.start : zone.end] for zone in kept] == ["Norway pledged 5 million dollars to Chad."]
    blanked = blank_beyond(layout, kept)
    assert len(blanked) == len(text)
    assert "5 million dollars to Chad" in blanked
    assert len(blanked.split()) < len(text.split()) / 2
