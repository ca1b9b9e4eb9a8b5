"""The gate lets through what can matter, and the sieve keeps long reports cheap."""

import random

import pytest

from pledgebook.extract.gate import cut_zones, find_hits
from pledgebook.extract.page.layout import read_layout
from pledgebook.extract.page.sentences import split_block
from pledgebook.extract.sieve import blank_beyond, find_worthy_zones

QUIET = "The weather was fine all day and the boats lay still in the bay. "


def zones(text: str) -> list[tuple[str, tuple[str, ...]]]:
    layout = read_layout(text)
    hits = find_hits(layout)
    return [(text[zone.start : zone.end], zone.why) for zone in cut_zones(layout, hits, sorted(hits))]


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
    assert zones(text)
    assert find_worthy_zones(read_layout(text)) == ()


def test_a_sum_for_somebody_abroad_is_kept_however_far_down() -> None:
    text = f"Norway opens a railway\n\n{QUIET * 200}Norway pledged 5 million dollars to Chad. {QUIET * 20}"
    layout = read_layout(text)
    kept = find_worthy_zones(layout)
    assert [text[zone.start : zone.end] for zone in kept] == ["Norway pledged 5 million dollars to Chad."]
    blanked = blank_beyond(layout, kept)
    assert len(blanked) == len(text)
    assert "5 million dollars to Chad" in blanked
    assert len(blanked.split()) < len(text.split()) / 2


def test_a_question_tells_of_nothing() -> None:
    assert zones("Will Norway give Chad 5 million dollars?") == []
    assert zones('"Has Norway pledged 40 tents?"') == []
    assert len(zones("Norway gave Chad 5 million dollars.")) == 1


def worthy(text: str) -> list[str]:
    return [text[zone.start : zone.end] for zone in find_worthy_zones(read_layout(text))]


def test_a_short_report_that_names_nobody_is_read_for_gifts_alone() -> None:
    local = "The council met late and called for calm. The dairy sold milk for $40,000. "
    gift = "The minister announced 5 million dollars for the flooded villages."
    assert worthy(f"Notes of the day\n\n{QUIET * 8}{local}{gift}") == [gift]
    assert len(worthy("The council met late and called for calm.")) == 1, "a quotation need not name its speaker's land"


def test_in_a_long_report_goods_must_be_counted_or_listed() -> None:
    told = {
        "Norway sent 40 tents to Malawi.": True,
        "Norway sent tents, blankets and generators to Malawi.": True,
        "Norway sent weapons to Malawi.": False,
    }
    for sentence, kept in told.items():
        assert (sentence in worthy(f"Norway opens a railway\n\n{QUIET * 200}{sentence} {QUIET * 20}")) is kept
        assert sentence in worthy(f"Norway opens a railway\n\n{QUIET * 2}{sentence}")


TELLING = (
    "Norway pledged 5 million dollars to Chad.",
    "The town will pay $40,000 for the bridge.",
    "The ministry gives 3 million euros in humanitarian aid.",
    "Kenya sent 40 tents to Malawi.",
    "The minister called for a ceasefire.",
    "Chad and Kenya signed a memorandum of understanding.",
    "They met in Oslo.",
    "The partner countries receive:",
    "- 3 million dollars for seeds",
    "- $7 million for wells in Mali",
)


def test_passing_over_blocks_early_loses_no_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(7)  # noqa: S311 - varied, not secret
    for _ in range(150):
        blocks = [draw.choice((QUIET * draw.randint(1, 20), *TELLING, " ".join(TELLING[:5]))) for _ in range(14)]
        layout = read_layout("\n\n".join(("Chad asks its neighbours for wells", *blocks)))
        kept = find_worthy_zones(layout)
        with monkeypatch.context() as patch:
            patch.setattr("pledgebook.extract.sieve._may_hold_sum", lambda *_: True)
            patch.setattr("pledgebook.extract.abroad.Abroad.says_anything", lambda _: True)
            assert find_worthy_zones(layout) == kept


def test_only_blocks_that_can_hold_a_sum_abroad_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = list[int]()

    def watch(plain: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
        cut.append(start)
        return split_block(plain, start, end)

    monkeypatch.setattr("pledgebook.extract.gate.split_block", watch)
    home = f"The town spent 5 million dollars on a bridge and called for more. {QUIET}"
    assert find_worthy_zones(read_layout("\n\n".join([home] * 200))) == ()
    assert cut == []
    abroad = "Norway pledged 5 million dollars to Chad."
    text = "\n\n".join([*[home] * 100, abroad, *[home] * 100])
    assert abroad in {text[zone.start : zone.end] for zone in find_worthy_zones(read_layout(text))}
    opening = 3000
    assert len([start for start in cut if start > opening]) <= 3, "the sum's own block and its neighbours"
