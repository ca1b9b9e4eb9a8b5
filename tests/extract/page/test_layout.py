"""A report is told apart into title, lead, body, headings, lists, links and furniture, every offset kept."""

from hypothesis import given
from hypothesis import strategies as st

from pledgebook.extract.page.layout import Layout, make_plain, read_layout
from pledgebook.model.records import Section

REPORT = """Norland sends pumps to Sudmark
2031-05-02

**On May 2, 2031, the :abbr[NDA] said it would send pumps.**\\
\\
The funds will be shared out as:
- 2 million kroner for wells;
- 1 million kroner for pipes.

[Press release - Norland](https://example.org/press)

Copyright 2031 The Daily Example. All rights reserved.
"""


def sections(layout: Layout) -> list[tuple[str, str]]:
    return [(str(block.section), " ".join(layout.plain[block.start : block.end].split())) for block in layout.blocks]


def test_each_block_is_known_for_what_it_is() -> None:
    told = sections(read_layout(REPORT))
    assert told[0] == ("title", "Norland sends pumps to Sudmark")
    assert told[1] == ("furniture", "2031-05-02")
    assert told[2] == ("lead", "On May 2, 2031, the NDA said it would send pumps.")
    assert told[-2] == ("link", "Press release - Norland")
    assert told[-1][0] == "furniture"


def test_items_of_a_list_know_their_lead_in() -> None:
    layout = read_layout(REPORT)
    items = [block for block in layout.blocks if block.item]
    leads = {layout.plain[layout.blocks[item.lead_in].start :][:9] for item in items}
    assert [layout.plain[item.start : item.start + 9] for item in items] == ["2 million", "1 million"]
    assert leads == {"The funds"}


def test_a_date_that_stands_alone_is_the_dateline() -> None:
    layout = read_layout(REPORT)
    assert layout.dateline is not None
    assert REPORT[slice(*layout.dateline)] == "2031-05-02"


def test_a_title_that_is_folded_over_two_lines_is_one() -> None:
    text = "Readout of the Minister\\u2019s Call With the President\\\n  \\ of\\_Sudmark\n\n\nThe two spoke today.\n"
    layout = read_layout(text)
    assert layout.title is not None
    words = " ".join(layout.plain[slice(*layout.title)].split())
    assert words == "Readout of the Minister \N{RIGHT SINGLE QUOTATION MARK}s Call With the President of Sudmark"


def test_wrapped_lines_of_one_paragraph_are_one_block() -> None:
    line = "The ministry of the small island said that it would send help to its neighbours by sea\n"
    layout = read_layout("A long title without a stop\n\n" + line * 4 + "and by air.\n")
    assert len(layout.blocks) == 2
    assert "\n" not in layout.plain[layout.blocks[1].start : layout.blocks[1].end]


def test_a_short_line_between_long_ones_is_a_heading() -> None:
    long = "The island's council met for a third day and heard how far the work on the harbour had come. " * 2
    layout = read_layout(f"{long}\nWhat comes next\n{long}\n")
    assert [str(block.section) for block in layout.blocks] == ["lead", "heading", "body"]


def test_a_headline_at_the_end_is_a_title_too() -> None:
    long = "The island's council met for a third day and heard how far the work on the harbour had come. " * 2
    layout = read_layout(f"{long}\n{long}\n{long}\nNorland gives a harbour to its neighbours\n")
    assert layout.blocks[-1].section is Section.TITLE


@given(st.text(alphabet="ab *[](){}:\\_#<>&;.\n-$1\u2019\u00e9\u00a0\U0001f600", max_size=300))
def test_plain_text_keeps_every_offset(text: str) -> None:
    layout = read_layout(text)
    assert len(make_plain(text)) == len(text) == len(layout.plain)
    assert all(0 <= block.start < block.end <= len(text) for block in layout.blocks)
    assert [block.start for block in layout.blocks] == sorted(block.start for block in layout.blocks)


def test_the_last_row_of_a_list_is_no_title() -> None:
    rows = "Norland gave this:\n\nChad: 6 million crowns for wells\n\nMali: 4 million crowns for seeds and tools"
    layout = read_layout(f"Norland opens its purse\n\nThe minister told of gifts. They go to two lands.\n\n{rows}")
    assert layout.blocks[-1].section is not Section.TITLE
    closing = read_layout(
        "The minister told of gifts.\n\nThey go to two lands.\n\nNorland opens its purse to two lands"
    )
    assert closing.blocks[-1].section is Section.TITLE


def test_rows_without_bullets_are_items_of_the_list_that_a_colon_opens() -> None:
    rows = "Chad: 6 million crowns\n\nMali - 4 million crowns\n\nSeeds\n\nTogo: 2 million crowns"
    layout = read_layout(f"Norland opens its purse\n\nThe minister told of gifts.\n\nThese lands get money:\n\n{rows}")
    told = [(layout.plain[block.start : block.end], block.item, block.lead_in) for block in layout.blocks[3:]]
    assert told == [
        ("Chad: 6 million crowns", True, 2),
        ("Mali - 4 million crowns", True, 2),
        ("Seeds", False, -1),
        ("Togo: 2 million crowns", False, -1),
    ]
