import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from pledgebook.export.html import write_html
from pledgebook.export.material import Material
from pledgebook.model.ledger import Ledger, Origin, Story
from pledgebook.model.records import Reading, make_document

VOID = {"meta", "br", "link", "img", "hr", "input"}
HOSTILE = '</mark><script>alert(1)</script><img src=x onerror="alert(2)"> &amp; "\' {{ 7*7 }}'


class Page(HTMLParser):
    """Collects what a page links to, names and loads, and fails on tags that do not close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.notes: list[str] = []
        self.tags: list[str] = []
        self.loaded: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tag names, links to or loads."""
        told = dict(attrs)
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.links += [told["href"] or ""] if "href" in told else []
        self.notes += (told.get("data-notes") or "").split()
        self.loaded += [value or "" for name, value in attrs if name in {"src", "srcset", "data", "style", "onclick"}]

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self.open.pop() == tag, f"</{tag}> closes another tag"


@pytest.fixture(scope="module")
def page(kyiv: Material) -> str:
    return write_html(kyiv)


def hostile_book(url: str = "") -> Material:
    document = make_document("x.txt", HOSTILE, url=url, outlet=HOSTILE, title=HOSTILE)
    reading = Reading(document.id, "x.txt", url, HOSTILE, HOSTILE, None, (), ())
    story = Story("s-0000000000000000", HOSTILE, (document.id,), (Origin("o-1", (document.id,), HOSTILE, (HOSTILE,)),))
    return Material(Ledger(stories=(story,)), (reading,), (document,), title=HOSTILE)


def test_every_link_inside_the_page_has_its_target(page: str) -> None:
    read = Page(page)
    assert len(read.ids) == len(set(read.ids))
    targets = {link[1:] for link in read.links if link.startswith("#")}
    assert targets
    assert targets <= set(read.ids)
    assert {f"n{number}" for number in read.notes} <= set(read.ids)


def test_the_page_needs_nothing_from_outside(page: str) -> None:
    assert Page(page).loaded == []
    assert "url(" not in page
    assert "@import" not in page
    assert not re.search(r"https?://", page.replace("https://img.world-mirror.example", ""))


def test_the_words_of_a_figure_are_marked_in_its_sentence(page: str) -> None:
    assert "for its allocation of <mark>500 million U.S. dollars</mark> under the" in page


def test_the_browser_is_told_to_run_our_script_alone(page: str) -> None:
    script = page.split("<script>")[1].split("</script>", maxsplit=1)[0]
    style = page.split("<style>")[1].split("</style>", maxsplit=1)[0]
    for text in (script, style):
        assert f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}" in page


def test_hostile_text_stays_text() -> None:
    text = write_html(hostile_book())
    read = Page(text)
    assert read.tags.count("script") == 1
    assert "img" not in read.tags
    assert "{{ 7*7 }}" in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_only_web_addresses_become_links() -> None:
    assert "javascript:alert(1)" not in Page(write_html(hostile_book("javascript:alert(1)"))).links
    assert "https://example.org/a?b=1&c=2" in Page(write_html(hostile_book("https://example.org/a?b=1&c=2"))).links


def test_an_empty_book_is_a_page_too() -> None:
    assert "No report in this book tells of a promise yet." in write_html(Material(Ledger()))


def test_the_page_prints_reads_in_the_dark_and_on_a_phone(page: str) -> None:
    for query in ("@media print", "prefers-color-scheme: dark", "max-width: 44rem"):
        assert query in page
