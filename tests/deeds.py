"""What a few sentences tell of agreements, positions and events, read on the whole road with the shipped pipeline."""

import datetime as dt
from functools import cache

from pledgebook.language.english import Pipeline, load_pipeline
from pledgebook.model.records import Kind, make_document
from pledgebook.model.values import Money, Party, Period, Text, Value
from pledgebook.pipeline import digest

Told = dict[str, list[str]]
"""The statements of one mention, by field, their values as words; under "quote" the mention's own words."""


@cache
def pipeline() -> Pipeline:
    """Load the shipped pipeline once for all tests."""
    return load_pipeline()


def spell(value: Value) -> str:
    """Return a value in words."""
    if isinstance(value, Party):
        return value.name
    if isinstance(value, Text):
        return value.value
    if isinstance(value, Money):
        return f"{value.value} {value.currency}"
    return f"{value.start}/{value.end}" if isinstance(value, Period) else value.what


def read(text: str, kind: Kind, published: dt.date | None = None) -> list[Told]:
    """Return what a text tells of one kind of deed, mention by mention, in its order."""
    reading = digest(make_document("report.txt", text, published=published), pipeline().parse)
    told = []
    for mention in reading.mentions:
        if mention.kind is kind:
            assert text[mention.span.start : mention.span.end] == mention.span.quote
            fields: Told = {"quote": [mention.span.quote]}
            for statement in reading.statements:
                if statement.mention == mention.id:
                    fields.setdefault(statement.field, []).append(spell(statement.value))
            told.append(fields)
    return told
