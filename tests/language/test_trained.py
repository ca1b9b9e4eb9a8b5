import json
from importlib.resources import files
from pathlib import Path

import pytest

from pledgebook.language.english import Pipeline

TRAINED = files("pledgebook.language") / "trained"
MOST_BYTES = 15_000_000


@pytest.fixture(scope="module")
def meta() -> dict[str, object]:
    told = json.loads((TRAINED / "meta.json").read_text())
    assert isinstance(told, dict)
    return told


def test_the_shipped_pipeline_names_its_licence_and_sources(meta: dict[str, object]) -> None:
    words = (TRAINED / "LICENCE.txt").read_text()
    assert meta["license"] == "CC BY-SA 4.0"
    assert isinstance(meta["sources"], list)
    for source in meta["sources"]:
        assert source["license"] in words
        assert source["name"] in words
    assert "EWT" in words
    assert "GUM" in words


def test_the_shipped_pipeline_tells_its_scores(meta: dict[str, object]) -> None:
    scores = meta["performance"]
    assert isinstance(scores, dict)
    assert scores["en_pud"]["las"] >= 84.0
    assert scores["en_ewt"]["las"] >= 82.0
    assert scores["en_gum_open"]["las"] >= 82.0


def test_the_documentation_holds_the_shipped_scores(meta: dict[str, object]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "language.md").read_text()
    scores = meta["performance"]
    assert isinstance(scores, dict)
    for told in scores.values():
        assert f"{told['uas']} / {told['las']} / {told['tags']}" in page


def test_the_shipped_pipeline_is_small_and_tells_no_path_of_the_machine_it_was_made_on() -> None:
    folder = Path(str(TRAINED))
    assert sum(path.stat().st_size for path in folder.rglob("*")) < MOST_BYTES
    assert "/" not in (folder / "config.cfg").read_text().replace("https://", "")


def test_lemmas_reach_the_words(pipeline: Pipeline) -> None:
    (sentence,) = pipeline.parse([(0, "Norland pledged boats and has since given men and supplies.")])
    lemmas = {word.text: word.lemma for word in sentence.words}
    assert (lemmas["pledged"], lemmas["boats"], lemmas["has"], lemmas["given"]) == ("pledge", "boat", "have", "give")
    assert lemmas["men"] == "man"
    assert lemmas["Norland"] == "Norland"
