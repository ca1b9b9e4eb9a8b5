"""What the documentation says of money, goods and times is what the code has."""

import csv
import re
from importlib.resources import files
from pathlib import Path

from pledgebook.extract.quantities.times import find_times
from pledgebook.resolve.currency import CURRENCY_RULES
from pledgebook.resolve.dates import TIME_RULES

DOCS = (Path(__file__).parents[2] / "docs" / "values.md").read_text(encoding="utf-8")


def test_every_currency_rule_stands_in_the_docs_in_its_order() -> None:
    told = re.findall(r"^\| `(currency_\w+)`", DOCS, re.MULTILINE)
    assert [name for name in told if name in {rule.__name__ for rule in CURRENCY_RULES}] == [
        rule.__name__ for rule in CURRENCY_RULES
    ]
    assert all(rule.__doc__ for rule in CURRENCY_RULES)


def test_every_way_of_saying_when_stands_in_the_docs_with_an_example_that_it_reads() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|(]+?)(?: \(.*)? \|$", DOCS, re.MULTILINE))
    for rule in TIME_RULES:
        example = rows[rule].split(",")[0] if rule not in ("days_of_month", "month_day") else rows[rule]
        assert rule in {time.rule for time in find_times(example, example, 0, len(example))}, rule


def test_every_column_of_the_tables_stands_in_the_docs() -> None:
    for name in ("currencies", "domains", "equipment", "units"):
        table = files("pledgebook").joinpath(f"reference/{name}.csv").read_text(encoding="utf-8")
        for column in next(csv.reader(table.splitlines())):
            assert f"`{column}`" in DOCS
