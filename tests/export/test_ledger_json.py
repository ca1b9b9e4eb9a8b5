import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from pledgebook.export.ledger_file import LedgerFile
from pledgebook.export.ledger_json import read_schema, write_json
from pledgebook.export.material import Material
from pledgebook.model.records import Decision, Verb, content_id
from pledgebook.model.values import Text

DOCS = Path(__file__).parents[2] / "docs" / "format.md"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(read_schema())
    return read


def test_the_shipped_schema_is_the_one_the_records_have(schema: dict[str, Any]) -> None:
    made = json.loads(json.dumps(msgspec.json.schema(LedgerFile)))
    assert {name: schema[name] for name in made} == made


def test_the_ledger_keeps_to_its_schema(kyiv: Material, flood: Material, schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for material in (kyiv, flood):
        assert [error.message for error in validator.iter_errors(json.loads(write_json(material)))] == []


def test_the_schema_refuses_a_sum_that_is_no_string(kyiv: Material, schema: dict[str, Any]) -> None:
    book = json.loads(write_json(kyiv))
    book["commitments"][0]["amount"]["value"] = 2_000_000_000
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(book, schema)


def test_every_quote_is_what_the_text_holds_there(kyiv: Material) -> None:
    book = json.loads(write_json(kyiv))
    texts = {each["id"]: each["text"] for each in book["documents"]}
    assert book["mentions"]
    for mention in book["mentions"]:
        assert texts[mention["document"]][mention["start"] : mention["end"]] == mention["quote"]


def test_mentions_and_commitments_point_at_each_other(kyiv: Material) -> None:
    book = json.loads(write_json(kyiv))
    told = {mention["id"]: mention["commitment"] for mention in book["mentions"]}
    for commitment in book["commitments"]:
        assert all(told[mention] == commitment["id"] for mention in commitment["mentions"])


def test_the_order_of_reading_changes_nothing(kyiv: Material) -> None:
    turned = kyiv._replace(documents=tuple(reversed(kyiv.documents)), readings=tuple(reversed(kyiv.readings)))
    assert write_json(turned) == write_json(kyiv)


def test_a_decision_says_who_when_and_why(kyiv: Material) -> None:
    when = dt.datetime(2025, 8, 25, 9, 30, tzinfo=dt.UTC)
    anchors = ((kyiv.ledger.commitments[0].mentions[0],),)
    decision = Decision(
        content_id("x", "1"), Verb.SET, anchors, "Ada", when, "the release says so", "stage", (Text("allocated"),)
    )
    (told,) = json.loads(write_json(kyiv._replace(decisions=(decision,))))["decisions"]
    assert (told["by"], told["at"], told["why"]) == ("Ada", "2025-08-25T09:30:00+00:00", "the release says so")
    assert told["values"] == [{"word": "allocated"}]


def test_every_record_field_and_word_is_documented(schema: dict[str, Any]) -> None:
    page = DOCS.read_text("utf-8")
    sections = {part.split("\n", 1)[0]: part for part in page.split("\n### ")[1:]}
    for name, record in schema["$defs"].items():
        assert name in sections, f"docs/format.md has no section on {name}"
        for field in record.get("properties", {}):
            assert f"| `{field}` |" in sections[name], f"docs/format.md does not tell of {name}.{field}"
        for word in record.get("enum", ()):
            assert f"`{word}`" in sections[name], f"docs/format.md does not tell of {name} {word}"
