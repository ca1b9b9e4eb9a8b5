import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from pledgebook.actions import open_book, settle
from pledgebook.actions.naming import find_id
from pledgebook.actions.settling import make_settler
from pledgebook.model.errors import UnknownId
from pledgebook.model.records import Document
from tests.promises import promise


def test_an_id_once_printed_names_its_entry_whatever_reports_come_later(tmp_path: Path) -> None:
    settler = make_settler()
    printed: dict[tuple[str, str], str] = {}
    readings = [replace(one, published=None) for one in promise(4).readings]
    with open_book(str(tmp_path / "book.db"), create=True) as book:
        for reading in readings:
            book.keep([(Document(reading.document, reading.name, "Words."), reading)], settler)
            settle(book, settler)
            ledger = book.ledger()
            printed |= {("commitments", one.id): one.mentions[0] for one in ledger.commitments}
            printed |= {("stories", one.id): one.documents[0] for one in ledger.stories}
        standing = {one.id for one in ledger.commitments} | {one.id for one in ledger.stories}
        assert any(identity not in standing for _, identity in printed), "no id ever changed; nothing is tried"
        for kind, identity in printed:
            assert find_id(book, identity, (kind,))[1] in standing
        with pytest.raises(UnknownId):
            find_id(book, "y-0000000000000000")


def test_reports_that_come_day_by_day_never_rename_a_story(tmp_path: Path) -> None:
    settler = make_settler()
    readings = sorted(promise(8).readings, key=lambda one: (one.published or dt.date.max, one.document))
    named: dict[str, str] = {}
    with open_book(str(tmp_path / "book.db"), create=True) as book:
        for reading in readings:
            book.keep([(Document(reading.document, reading.name, "Words."), reading)], settler)
            settle(book, settler)
            now = {document: story.id for story in book.ledger().stories for document in story.documents}
            assert {document: now[document] for document in named} == named
            named = now
