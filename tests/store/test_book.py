from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from pledgebook.model.errors import UnknownId, UnreadableBook
from pledgebook.model.ledger import Ledger
from pledgebook.model.records import Decision, Document, Reading, Verb, make_document
from pledgebook.store import address as addresses
from pledgebook.store.book import Book, Settler
from tests.sums import SETTLER, decision_at, derive_sums, digest_sums

DOCUMENTS = [
    make_document("b/one.txt", "Norway gives $5 today.\r\n"),
    make_document("a/two.txt", "Norway gives $5, Chile gives $7 — “all of it”.", url="https://example.org/2"),
    make_document("a/three.txt", "Nothing is given."),
]


@pytest.fixture
def book(address: str) -> Iterator[Book]:
    with Book.open(address, create=True) as opened:
        yield opened


def fill(book: Book, documents: Sequence[Document] = DOCUMENTS) -> None:
    book.keep(list(zip(documents, digest_sums(documents), strict=True)))


def test_documents_come_back_as_they_went_in(book: Book) -> None:
    fill(book)
    assert set(book.documents()) == set(DOCUMENTS)
    assert [each.name for each in book.documents()] == ["a/three.txt", "a/two.txt", "b/one.txt"]
    assert book.document(DOCUMENTS[0].id) == DOCUMENTS[0]


def test_readings_come_back_as_they_went_in_by_document_id(book: Book) -> None:
    fill(book)
    assert book.readings() == tuple(sorted(digest_sums(DOCUMENTS), key=lambda each: each.document))
    assert book.readings([DOCUMENTS[1].id]) == tuple(digest_sums(DOCUMENTS[1:2]))


def test_keeping_twice_changes_nothing(book: Book) -> None:
    fill(book)
    fill(book)
    assert len(book.documents()) == len(book.readings()) == 3


def test_an_unknown_document_is_refused_by_name(book: Book) -> None:
    with pytest.raises(UnknownId, match="no document d-0"):
        book.document("d-0")


def test_what_is_held_is_told_without_its_text(book: Book) -> None:
    fill(book)
    held = book.holdings([DOCUMENTS[0].id, "d-unknown"])
    assert list(held) == [DOCUMENTS[0].id]
    assert held[DOCUMENTS[0].id].text == ""


def test_more_documents_than_one_query_may_name(book: Book) -> None:
    many = [make_document(f"many/{number}.txt", f"Chile gives ${number}.") for number in range(1200)]
    fill(book, many)
    assert set(book.holdings(each.id for each in many)) == {each.id for each in many}
    book.remove([each.id for each in many])
    assert book.documents() == ()


def test_the_ledger_is_derived_once_and_again_only_after_a_change(book: Book) -> None:
    fill(book)
    assert not book.is_settled(SETTLER.rules)
    assert book.settle(SETTLER)
    assert book.is_settled(SETTLER.rules)
    assert not book.settle(SETTLER)
    assert {each.id for each in book.ledger().commitments} == {
        each.id for each in derive_sums(digest_sums(DOCUMENTS), ()).commitments
    }
    book.remove([DOCUMENTS[1].id])
    assert not book.is_settled(SETTLER.rules)


def test_other_rules_unsettle_a_book(book: Book) -> None:
    fill(book)
    book.settle(SETTLER)
    assert not book.is_settled("2")
    assert book.settle(Settler("2", derive_sums))


def test_a_ledger_comes_back_as_it_was_derived(book: Book) -> None:
    fill(book)
    book.settle(SETTLER)
    assert book.ledger() == derive_sums(book.readings(), book.decisions())


def test_entries_that_are_no_longer_derived_are_gone(book: Book) -> None:
    fill(book)
    book.settle(SETTLER)
    book.remove([DOCUMENTS[1].id])
    book.settle(SETTLER)
    assert [each.documents for each in book.ledger().commitments] == [(DOCUMENTS[0].id,)]


def test_a_settling_that_breaks_leaves_the_old_ledger_and_the_mark(book: Book) -> None:
    fill(book, DOCUMENTS[:1])
    book.settle(SETTLER)
    before = book.ledger()
    fill(book, DOCUMENTS[1:])

    def break_off(_readings: Sequence[Reading], _decisions: Sequence[Decision]) -> Ledger:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        book.settle(Settler("1", break_off))
    assert book.ledger() == before
    assert not book.is_settled(SETTLER.rules)


def test_decisions_keep_their_order_and_outlive_rebuilding(book: Book) -> None:
    made = [decision_at(minute, Verb.ACCEPT, f"m-{minute}") for minute in (3, 1, 2)]
    for each in made:
        book.record(each)
    fill(book)
    book.settle(SETTLER)
    book.remove([each.id for each in DOCUMENTS])
    assert book.decisions() == tuple(made)


def test_ids_are_found_by_their_beginning(book: Book) -> None:
    fill(book)
    book.settle(SETTLER)
    commitment = book.ledger().commitments[0]
    assert book.identities(commitment.id[:9]) == (("commitments", commitment.id),)
    assert ("documents", DOCUMENTS[0].id) in book.identities("d-")
    assert book.identities("%") == ()


def test_a_book_opens_again_as_it_was_closed(address: str) -> None:
    with Book.open(address, create=True) as book:
        fill(book)
    with Book.open(address) as book:
        assert len(book.documents()) == 3


def test_two_who_have_one_book_open_see_each_others_work(address: str) -> None:
    with Book.open(address, create=True) as one, Book.open(address, create=True) as other:
        fill(one, DOCUMENTS[:2])
        fill(other, DOCUMENTS[1:])
        assert one.documents() == other.documents()
        assert one.settle(SETTLER)
        assert not other.settle(SETTLER)


def test_a_newer_schema_is_refused_and_told(address: str) -> None:
    Book.open(address, create=True).close()
    engine = create_engine(addresses.find_url(address))
    with engine.begin() as connection:
        connection.execute(text("UPDATE pledgebook SET value = '99' WHERE key = 'schema'"))
    engine.dispose()
    for create in (True, False):
        with pytest.raises(UnreadableBook, match=r"has schema 99, .* knows up to \d+; install a newer pledgebook"):
            Book.open(address, create=create)


def test_a_database_of_something_else_is_refused_and_left_alone(address: str) -> None:
    engine = create_engine(addresses.find_url(address))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE invoices (number INTEGER)"))
    with pytest.raises(UnreadableBook, match="is no book: it holds other tables"):
        Book.open(address, create=True)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT * FROM invoices")).all() == []
        with pytest.raises(UnreadableBook, match="is no book"):
            Book.open(address)
    engine.dispose()


def test_there_is_no_book_until_something_is_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableBook, match=r"there is no book at .*none\.db; make one with: pledgebook read"):
        Book.open(str(tmp_path / "none.db"))
    (tmp_path / "killed.db").touch()
    with pytest.raises(UnreadableBook, match="is an empty book; read reports into it first"):
        Book.open(str(tmp_path / "killed.db"))


@pytest.mark.parametrize("held", [b"%PDF-1.7 not a book at all", b"plain words", bytes(5000)])
def test_a_file_that_is_no_book_is_refused_and_left_as_it_is(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(held)
    with pytest.raises(UnreadableBook, match="is no book: it is not an SQLite file"):
        Book.open(str(path), create=True)
    assert path.read_bytes() == held
    assert [each.name for each in tmp_path.iterdir()] == ["report.pdf"]


def test_a_foreign_sqlite_file_is_not_changed_by_a_byte(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE shop (id INTEGER)"))
    engine.dispose()
    before = path.read_bytes()
    with pytest.raises(UnreadableBook, match="other tables"):
        Book.open(str(path), create=True)
    assert path.read_bytes() == before


def test_a_damaged_book_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    path.write_bytes(b"SQLite format 3\0" + b"\x07" * 5000)
    with pytest.raises(UnreadableBook, match=r"^[^\n]*book\.db cannot be used: file is not a database\.$"):
        Book.open(str(path))


def test_a_book_on_a_read_only_disk_can_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a book.db"
    with Book.open(str(path), create=True) as book:
        fill(book)
        book.settle(SETTLER)
        before = book.ledger()
    monkeypatch.setattr("os.access", lambda *_: False)
    with Book.open(str(path)) as book:
        assert book.ledger() == before
        assert len(book.documents()) == 3
        with pytest.raises(UnreadableBook, match=r"cannot be used: attempt to write a readonly database\.$"):
            book.remove([DOCUMENTS[0].id])
    assert [each.name for each in tmp_path.iterdir()] == ["a book.db"]


def test_a_folder_and_a_missing_folder_are_no_place_for_a_book(tmp_path: Path) -> None:
    with pytest.raises(UnreadableBook, match="is a folder, no book; name a file in it"):
        Book.open(str(tmp_path), create=True)
    with pytest.raises(UnreadableBook, match="there is no folder"):
        Book.open(str(tmp_path / "no" / "book.db"), create=True)


@pytest.mark.parametrize("url", ["mysql://me@there/books", "nonsense://"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(UnreadableBook, match="neither SQLite nor PostgreSQL"):
        Book.open(url)


def test_a_password_is_never_shown() -> None:
    url = addresses.find_url("postgresql://me:secret@nowhere.invalid/books")
    assert addresses.show(url) == "postgresql://me:***@nowhere.invalid/books"
    assert addresses.find_url("postgres://me@there/books") == addresses.find_url("postgresql+psycopg://me@there/books")


def test_a_book_can_have_a_schema_of_its_own_beside_other_tables(make_address: Callable[[], str]) -> None:
    address = make_address()
    engine = create_engine(addresses.find_url(address))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE invoices (number INTEGER)"))
        connection.execute(text("CREATE SCHEMA pledges"))
    engine.dispose()
    own = f"{address}&options=-csearch_path%3Dpledges"
    with Book.open(own, create=True) as book:
        fill(book)
    with Book.open(own) as book:
        assert len(book.documents()) == 3


def test_a_server_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    pytest.importorskip("psycopg", reason="no PostgreSQL driver here: pip install 'pledgebook[postgres]'")
    with pytest.raises(UnreadableBook, match=r"^postgresql://me@/books\S* cannot be used: [^\n]+\.$"):
        Book.open(f"postgresql://me@/books?host={tmp_path}")
