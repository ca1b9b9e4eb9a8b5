#!/usr/bin/env python3
"""Writes the JSON Schema of the ledger and the tables of docs/format.md from the records in export/ledger_file.py.

    python tools/write_format.py

Run it after a record has changed; tests/export/test_ledger_json.py fails until it has been.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from pledgebook.export.ledger_file import LedgerFile

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "src" / "pledgebook" / "export" / "ledger.schema.json"
PAGE = ROOT / "docs" / "format.md"
MARK = "<!-- tables: written by tools/write_format.py -->\n"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
PATTERNS = {"^[a-z]+-": "id", "^[0-9]{4}": "day", "^[0-9]+": "number in a string"}


def make_schema() -> dict[str, Any]:
    """Return the schema as the records have it."""
    return {"$schema": DIALECT, "title": "pledgebook ledger", **msgspec.json.schema(LedgerFile)}


def name_type(field: dict[str, Any]) -> str:
    """Return what a field holds, in a word or a link to its record."""
    if "$ref" in field:
        name = field["$ref"].rsplit("/", maxsplit=1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(map(name_type, field["anyOf"]))
    if "enum" in field or "const" in field:
        return " ".join(f"`{word}`" for word in field.get("enum", [field.get("const")]))
    if field.get("type") == "array":
        return f"list of {name_type(field['items'])}" if field.get("items") else "list"
    named = [name for start, name in PATTERNS.items() if field.get("pattern", "").startswith(start)]
    return named[0] if named else str(field.get("type", "anything"))


def find_names(part: object) -> Iterator[str]:
    """Yield the records that a part of the schema refers to."""
    if isinstance(part, dict):
        if "$ref" in part:
            yield part["$ref"].rsplit("/", maxsplit=1)[-1]
        for value in part.values():
            yield from find_names(value)
    elif isinstance(part, list):
        for value in part:
            yield from find_names(value)


def order_records(records: dict[str, Any], name: str, seen: dict[str, None]) -> dict[str, None]:
    """Return the names of records in the order in which a reader meets them."""
    if name not in seen:
        seen[name] = None
        for field in records[name].get("properties", {}).values():
            for other in find_names(field):
                order_records(records, other, seen)
    return seen


def tell_record(name: str, record: dict[str, Any]) -> Iterator[str]:
    """Yield the section on one record."""
    yield f"### {name}\n\n{record['description']}\n\n| field | holds | meaning |\n|---|---|---|"
    for field, told in record["properties"].items():
        absent = "" if field in record.get("required", []) else "; may be absent"
        rest = {key: value for key, value in told.items() if key != "description"}
        yield f"| `{field}` | {name_type(rest)}{absent} | {told.get('description', '')} |"
    yield ""


def make_tables(schema: dict[str, Any]) -> str:
    """Return the sections on every record and every closed list of words."""
    records = schema["$defs"]
    order = order_records(records, "LedgerFile", {})
    lines = [line for name in order if "properties" in records[name] for line in tell_record(name, records[name])]
    lines.append("## Closed lists of words\n")
    for name in sorted(name for name in order if "enum" in records[name]):
        words = " · ".join(f"`{word}`" for word in records[name]["enum"])
        lines.append(f"### {name}\n\n{records[name].get('description', '')}\n\n{words}\n")
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Write both files."""
    schema = make_schema()
    SCHEMA.write_text(json.dumps(schema, indent=1) + "\n", "utf-8")
    prose = PAGE.read_text("utf-8").split(MARK, maxsplit=1)[0]
    PAGE.write_text(f"{prose}{MARK}\n{make_tables(schema)}", "utf-8")


if __name__ == "__main__":
    main()
