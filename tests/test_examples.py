"""The whole road on the two examples, held to answer keys that were written by reading."""

import json
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pledgebook.export.ledger_json import read_schema

EXAMPLES = Path(__file__).parents[1] / "examples"
FOLDERS = ("kyiv-visit", "flood-appeal")
MENTIONED = ("commitments", "agreements", "positions", "optional_commitments", "not_commitments")
ROUNDING = Decimal("0.01")
# What the program still gets wrong here, by the key's ids; strike out what is put right, add nothing.
WRONG_LINES: dict[str, set[str]] = {"kyiv-visit": set(), "flood-appeal": {"f2", "f11", "f15"}}
FALSE_ALARMS = {
    "$180 million that Nepal owes",
    "Rs 300 crore",
    "NPR 5 billion",
    "$900 million",
}

Entry = dict[str, Any]


def read_key(folder: str) -> Entry:
    key: Entry = json.loads((EXAMPLES / folder / "key.json").read_text("utf-8"))
    return key


def places(entry: Entry) -> list[Entry]:
    found: list[Entry] = entry.get("mentions", [entry])
    return found


def run(*arguments: str) -> str:
    program = "from pledgebook.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    shelf = tmp_path_factory.mktemp("books")
    for folder in FOLDERS:
        run("read", str(EXAMPLES / folder), "--book", str(shelf / f"{folder}.db"))
    return {folder: shelf / f"{folder}.db" for folder in FOLDERS}


@pytest.fixture(scope="module")
def ledgers(books: dict[str, Path]) -> dict[str, Entry]:
    return {folder: json.loads(run("export", "json", "--book", str(book))) for folder, book in books.items()}


def spans_in_key(folder: str, entry: Entry) -> Iterator[tuple[str, int, int]]:
    for place in places(entry):
        start = (EXAMPLES / folder / place["file"]).read_text("utf-8").index(place["text"])
        yield place["file"], start, start + len(place["text"])


def entries_at(folder: str, ledger: Entry, entry: Entry, section: str) -> list[Entry]:
    """Return what the ledger holds where the key's words stand, what most of them tell of first."""
    names = {document["id"]: Path(document["name"]).name for document in ledger["documents"]}
    told: dict[str, int] = {}
    for file, start, end in spans_in_key(folder, entry):
        for mention in ledger["mentions"]:
            overlaps = mention["start"] < end and start < mention["end"]
            if overlaps and names[mention["document"]] == file and mention["entry"]:
                told[mention["entry"]] = told.get(mention["entry"], 0) + 1
    known = {each["id"]: each for each in ledger[section]}
    return [known[each] for each in sorted(told, key=lambda name: (-told[name], name)) if each in known]


def same_sum(wanted: Entry, found: Entry | None) -> bool:
    if found is None:
        return False
    sums = [wanted, *wanted.get("also", [])]
    value = Decimal(found["value"])
    return any(
        each["currency"] == found["currency"] and abs(value - each["value"]) <= ROUNDING * each["value"]
        for each in sums
    )


def line_errors(wanted: Entry, found: Entry) -> list[str]:
    """Return the fields in which a line of the ledger departs from the key."""
    errors = []
    names = {field: {party["name"].casefold() for party in found[field]} for field in ("providers", "recipients")}
    if names["providers"] != {name.casefold() for name in wanted["provider"]}:
        errors.append("provider")
    if names["recipients"] != {name.casefold() for name in wanted["recipient"]}:
        errors.append("recipient")
    if found["novelty"] not in wanted["novelty"].split("|"):
        errors.append("novelty")
    if not same_sum(wanted["amount"], found["amount"]):
        errors.append("amount")
    return errors


def wrong_lines(folder: str, ledger: Entry) -> dict[str, list[str]]:
    wrong = {}
    for wanted in read_key(folder)["commitments"]:
        if wanted["amount"]:
            found = entries_at(folder, ledger, wanted, "commitments")
            errors = line_errors(wanted, found[0]) if found else ["missing"]
            if errors:
                wrong[wanted["id"]] = errors
    return wrong


def false_alarms(folder: str, ledger: Entry) -> list[str]:
    denied = read_key(folder)["not_commitments"]
    return [each["text"] for each in denied if entries_at(folder, ledger, each, "commitments")]


def missing(folder: str, ledger: Entry, section: str) -> list[str]:
    wanted = read_key(folder)[section]
    return [each.get("subject") or each["on"] for each in wanted if not entries_at(folder, ledger, each, section)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_phrase_of_a_key_stands_once_in_its_report(folder: str) -> None:
    key = read_key(folder)
    for section in MENTIONED:
        for entry in key.get(section, []):
            for place in places(entry):
                text = (EXAMPLES / folder / place["file"]).read_text("utf-8")
                assert text.count(place["text"]) == 1, f"{place['file']}: {place['text']!r}"


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_ledger_keeps_to_its_schema_and_its_quotes_to_their_texts(folder: str, ledgers: dict[str, Entry]) -> None:
    ledger = ledgers[folder]
    jsonschema.validate(ledger, json.loads(read_schema()))
    texts = {document["id"]: document["text"] for document in ledger["documents"]}
    assert len(texts) == len(read_key(folder)["docs"])
    for mention in ledger["mentions"]:
        assert texts[mention["document"]][mention["start"] : mention["end"]] == mention["quote"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_line_is_wrong_that_was_right(folder: str, ledgers: dict[str, Entry]) -> None:
    wrong = wrong_lines(folder, ledgers[folder])
    assert {name: errors for name, errors in wrong.items() if name not in WRONG_LINES[folder]} == {}


def test_the_visit_has_its_agreements_and_positions(ledgers: dict[str, Entry]) -> None:
    assert missing("kyiv-visit", ledgers["kyiv-visit"], "agreements") == []
    assert len(missing("kyiv-visit", ledgers["kyiv-visit"], "positions")) <= 2


def test_the_visit_took_place_on_a_sunday_in_2025(ledgers: dict[str, Entry]) -> None:
    visits = [event for event in ledgers["kyiv-visit"]["events"] if event["type"] == "visit" and event["date"]]
    assert "2025-08-24" in {event["date"]["start"] for event in visits}


def test_a_remainder_is_less_than_its_whole_and_in_its_currency(ledgers: dict[str, Entry]) -> None:
    wholes = [each for ledger in ledgers.values() for each in ledger["commitments"] if each["remainder"]]
    assert wholes
    for whole in wholes:
        assert whole["parts"]
        assert whole["remainder"]["currency"] == whole["amount"]["currency"]
        assert 0 < Decimal(whole["remainder"]["value"]) < Decimal(whole["amount"]["value"])


def test_needs_damage_debts_and_budgets_at_home_are_no_commitments(ledgers: dict[str, Entry]) -> None:
    assert set(false_alarms("flood-appeal", ledgers["flood-appeal"])) <= FALSE_ALARMS


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_brief_is_written_in_every_form(folder: str, books: dict[str, Path], tmp_path: Path) -> None:
    assert "THE LEDGER" in run("brief", "--book", str(books[folder]))
    for form in ("html", "markdown"):
        run("brief", "--book", str(books[folder]), "--format", form, "--output", str(tmp_path / form))
        assert (tmp_path / form).stat().st_size > 5000
