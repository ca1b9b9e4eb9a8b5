import re

from pledgebook.export.markdown import escape, write_markdown
from pledgebook.export.material import Material
from pledgebook.model.ledger import Ledger


def test_every_footnote_that_is_cited_stands_below(kyiv: Material) -> None:
    told = write_markdown(kyiv)
    below = set(re.findall(r"^\[\^(\d+)\]:", told, re.MULTILINE))
    cited = set(re.findall(r"\[\^(\d+)\](?!:)", told))
    assert cited
    assert cited == below


def test_the_words_are_bold_in_their_sentence(kyiv: Material) -> None:
    assert "for its allocation of **500 million U.S. dollars** under the" in write_markdown(kyiv)


def test_parts_are_set_below_their_whole(kyiv: Material) -> None:
    rows = [line for line in write_markdown(kyiv).splitlines() if line.startswith("|")]
    assert len({row.count(" | ") for row in rows[2:]}) == 1
    assert any("↳ **C\\$680" in row for row in rows)


def test_a_report_cannot_write_markup() -> None:
    told = escape("a|b *c* [d](e) <f> `g` #h\ni_j\\")
    assert told == "a\\|b \\*c\\* \\[d\\](e) \\<f\\> \\`g\\` \\#h i\\_j\\\\"


def test_the_title_stands_once(kyiv: Material) -> None:
    told = write_markdown(kyiv)
    assert told.count(kyiv.ledger.stories[0].title) == 1
    assert told.startswith("# ")


def test_an_empty_book_says_so() -> None:
    assert "No report in this book tells of a promise yet." in write_markdown(Material(Ledger()))
