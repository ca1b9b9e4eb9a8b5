import subprocess
import sys

import pytest

from pledgebook.export.formats import WRITERS, Writer
from pledgebook.export.material import Material


@pytest.mark.parametrize("writer", WRITERS, ids=[writer.name for writer in WRITERS])
def test_every_writer_writes_says_what_it_is_and_has_a_suffix(writer: Writer, kyiv: Material) -> None:
    assert writer.write(kyiv).endswith("\n") or writer.name == "html"
    assert writer.told.endswith(".")
    assert writer.suffix.startswith(".")


@pytest.mark.parametrize("writer", WRITERS, ids=[writer.name for writer in WRITERS])
def test_every_writer_writes_the_same_twice(writer: Writer, kyiv: Material) -> None:
    assert writer.write(kyiv) == writer.write(kyiv)


def test_the_names_are_all_different() -> None:
    assert len({writer.name for writer in WRITERS}) == len(WRITERS)


def test_the_table_loads_neither_rich_nor_jinja() -> None:
    asked = "import sys, pledgebook.export.formats; print(sorted({'rich', 'jinja2', 'spacy'} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
