import itertools
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pledgebook.actions import open_book, read, remove, settle
from pledgebook.actions.publishing import publish
from pledgebook.actions.reading import BATCH_DOCUMENTS, Outcome
from pledgebook.model.records import Document, Reading
from pledgebook.store.book import Book
from tests.sums import digest_sums

TEXTS = {
    "north/a.txt": "Norway gives $5.",
    "north/b.txt": "Norway gives $5, and Chile gives $7.",
    "south/c.txt": "Chile gives $7 and Chile gives $9.",
    "south/d.txt": "Nothing is given.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / "reports" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "reports" / name).write_text(text)
    return tmp_path / "reports"


@pytest.fixture
def book(address: str) -> Iterator[Book]:
    with open_book(address, create=True) as opened:
        yield opened


def read_sums(book: Book, *paths: Path) -> Outcome:
    outcome = read(book, paths, digest=digest_sums)
    settle(book)
    return outcome


def test_reading_tells_what_is_new(book: Book, folder: Path) -> None:
    outcome = read_sums(book, folder)
    assert outcome.added == ["north/a.txt", "north/b.txt", "south/c.txt", "south/d.txt"]
    assert not outcome.remarks


def test_reading_the_same_report_twice_changes_nothing(book: Book, folder: Path) -> None:
    read_sums(book, folder)
    before = publish(book, "json")
    digested: list[str] = []

    def digest(documents: Sequence[Document]) -> list[Reading]:
        digested.extend(each.name for each in documents)
        return digest_sums(documents)

    outcome = read(book, [folder, folder / "north" / "a.txt"], digest=digest)
    assert (outcome.added, outcome.known, digested) == ([], sorted(TEXTS), [])
    assert not settle(book)
    assert publish(book, "json") == before


def test_any_order_one_by_one_or_at_once_gives_the_same_ledger(folder: Path, tmp_path: Path) -> None:
    exports = set()
    for number, order in enumerate(itertools.permutations(sorted(TEXTS))):
        with open_book(str(tmp_path / f"{number}.db"), create=True) as book:
            for name in order:
                read_sums(book, folder / name)
            exports.add(publish(book, "json"))
    with open_book(str(tmp_path / "once.db"), create=True) as book:
        read_sums(book, folder)
        exports.add(publish(book, "json"))
    assert len(exports) == 1


def test_removing_leaves_no_trace_in_the_ledger(book: Book, folder: Path) -> None:
    read_sums(book, folder / "north")
    before = publish(book, "json")
    read_sums(book, folder / "south")
    assert publish(book, "json") != before
    remove(book, [each.id for each in book.documents() if each.name.startswith("south")])
    settle(book)
    assert publish(book, "json") == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(data=st.data())
def test_one_text_told_in_several_ways_is_one_document_in_any_order(tmp_path: Path, data: st.DataObject) -> None:
    tellings: list[dict[str, str]] = [
        {"name": "x", "outlet": "Gazette"},
        {"name": "a", "outlet": "Herald", "published": "2026-01-02"},
        {"name": "a", "outlet": "Herald", "published": "2026-01-01"},
        {"name": "a", "outlet": "Herald", "title": "Norway gives"},
    ]
    order = data.draw(st.permutations(tellings))
    cut = data.draw(st.integers(0, len(order)))
    folder = Path(data.draw(st.just(tmp_path))) / "-".join(str(tellings.index(each)) for each in order) / str(cut)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "book.db").unlink(missing_ok=True)
    with open_book(str(folder / "book.db"), create=True) as book:
        for part in (order[:cut], order[cut:]):
            lines = [json.dumps({"text": "Norway gives $5.", **each}) for each in part]
            (folder / "n.jsonl").write_text("\n".join(lines))
            read(book, [folder / "n.jsonl"], digest=digest_sums)
        [document] = book.documents()
        [reading] = book.readings()
    assert (document.name, document.outlet, document.title) == ("n.jsonl/a", "Herald", "")
    assert str(document.published) == str(reading.published) == "2026-01-01"


def test_known_reports_are_read_again_when_asked(book: Book, folder: Path) -> None:
    read_sums(book, folder)
    (folder / "north" / "z.txt").write_text(TEXTS["north/a.txt"])
    outcome = read(book, [folder / "north"], digest=digest_sums)
    assert len(outcome.known) == 3

    def find_less(documents: Sequence[Document]) -> list[Reading]:
        return [replace(each, mentions=(), statements=()) for each in digest_sums(documents)]

    outcome = read(book, [folder / "north"], digest=find_less, again=True)
    assert (outcome.renewed, outcome.known) == (["north/a.txt", "north/b.txt"], ["north/z.txt"])
    assert [each.name for each in book.documents()] == sorted(TEXTS)
    assert [len(each.mentions) for each in book.readings() if each.name.startswith("north")] == [0, 0]


def test_one_content_under_two_names_keeps_the_first_name(book: Book, tmp_path: Path) -> None:
    for name in ("z.txt", "a.txt"):
        (tmp_path / name).write_text("Norway gives $5.")
    outcomes = [read_sums(book, tmp_path / name) for name in ("z.txt", "a.txt", "z.txt")]
    assert [each.name for each in book.documents()] == [f"{tmp_path.name}/a.txt"]
    assert [len(each.renewed) for each in outcomes] == [0, 1, 0]


def test_the_same_content_twice_in_one_reading_is_told_as_known(book: Book, tmp_path: Path) -> None:
    for name in ("z.txt", "a.txt"):
        (tmp_path / name).write_text("Norway gives $5.")
    outcome = read_sums(book, tmp_path / "z.txt", tmp_path / "a.txt")
    assert (len(outcome.added), len(outcome.known)) == (1, 1)


def test_more_reports_than_a_batch(book: Book, tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"Norway gives ${number}."}) for number in range(2 * BATCH_DOCUMENTS + 3)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    outcome = read_sums(book, tmp_path / "many.jsonl")
    assert len(outcome.added) == len(book.documents()) == len(lines)


def test_two_who_read_at_once_come_to_the_same_book(address: str, folder: Path, tmp_path: Path) -> None:
    open_book(address, create=True).close()

    def read_it(order: int) -> None:
        with open_book(address) as book:
            read_sums(book, *[folder / name for name in sorted(TEXTS, reverse=bool(order))])

    with ThreadPoolExecutor() as pool:
        list(pool.map(read_it, range(2)))
    with open_book(address) as book, open_book(str(tmp_path / "alone.db"), create=True) as alone:
        read_sums(alone, folder)
        assert publish(book, "json") == publish(alone, "json")


def test_what_cannot_be_read_is_told_and_the_rest_is_in(book: Book, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    outcome = read_sums(book, folder, folder / "none.txt")
    assert len(outcome.added) == len(TEXTS)
    assert [each.place.rpartition("/")[2] for each in outcome.lost] == ["empty.txt", "picture.txt", "none.txt"]


@pytest.mark.parametrize("error", [ValueError, RecursionError, IndexError])
def test_a_report_that_breaks_the_digest_is_told_and_costs_the_others_nothing(
    book: Book, folder: Path, error: type[Exception]
) -> None:
    def digest(documents: Sequence[Document]) -> Iterator[Reading]:
        for reading in digest_sums(documents):
            if reading.name == "north/b.txt":
                raise error("money must be finite")
            yield reading

    outcome = read(book, [folder], digest=digest)
    assert outcome.added == ["north/a.txt", "south/c.txt", "south/d.txt"]
    [remark] = outcome.lost
    assert remark.place == "north/b.txt"
    assert f"({error.__name__}: money must be finite)" in remark.words


def test_progress_is_told_file_by_file(book: Book, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    read(book, [folder], digest=digest_sums, progress=lambda done, files: told.append((done, files)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_no_language_is_loaded_when_all_is_known(book: Book, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_sums(book, folder)
    monkeypatch.setattr("pledgebook.language.english.load_pipeline", lambda: pytest.fail("loaded"))
    assert len(read(book, [folder]).known) == len(TEXTS)
