import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_dependency_stands_in_the_docs_with_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["postgres"]]
    asked = {re.split(r"[\[<>=]", one)[0] for one in wanted}
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    rows = re.findall(r"^\| ([a-z][\w, -]*?)(?: \(.*?\))? \|", page, re.MULTILINE)
    told = {name for row in rows for name in row.split(", ")} - {"library"}
    assert told == asked
