"""Write a trained pipeline as package data, with where it comes from and what it scores."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
import spacy
from spacy.language import Language

from pledgebook.language.lemmas import Lemmas
from training.scores import Scores

LICENCE = "CC BY-SA 4.0"

SOURCES = (
    {
        "name": "Universal Dependencies English EWT",
        "license": "CC BY-SA 4.0",
        "author": "Universal Dependencies contributors; Natalia Silveira and others (2014)",
        "url": "https://universaldependencies.org/treebanks/en_ewt/",
    },
    {
        "name": "Universal Dependencies English GUM, the documents under CC BY 4.0 or in the public domain",
        "license": "CC BY 4.0 and public domain",
        "author": "Amir Zeldes and contributors",
        "url": "https://universaldependencies.org/treebanks/en_gum/",
    },
)

RAW_SOURCE = {
    "name": "Statements, fact sheets and press briefings of the United States government, 2021 to 2025",
    "license": "public domain",
    "author": "The White House",
    "url": "https://www.whitehouse.gov",
}


def write_pipeline(nlp: Language, lemmas: Lemmas, scores: Mapping[str, Scores], folder: Path, *, raw: bool) -> None:
    """Replace what the folder holds by a pipeline, its lemma tables, licences and scores.

    Args:
        nlp: The trained pipeline.
        lemmas: What the lemma rules need to know.
        scores: Scores by test treebank.
        folder: Where the package looks for its pipeline.
        raw: Whether raw text was learned from, so that its source is named.
    """
    nlp.meta["name"] = "pledgebook"
    nlp.meta["version"] = "1"
    nlp.meta["description"] = "Tags and Universal Dependencies of English news and government prose"
    nlp.meta["license"] = LICENCE
    nlp.meta["spacy_version"] = ">=3.8,<3.9"  # as the package asks
    nlp.meta["sources"] = [*SOURCES, RAW_SOURCE] if raw else list(SOURCES)
    nlp.meta["performance"] = msgspec.to_builtins(dict(scores))
    for section in ("paths", "corpora", "training", "pretraining", "initialize"):
        nlp.config[section] = {}
    shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(folder)
    labels = {label for name in nlp.pipe_names for label in getattr(nlp.get_pipe(name), "labels", ())}
    strings = sorted({*spacy.blank("en").vocab.strings, *labels})  # not every word the treebanks hold
    (folder / "vocab" / "strings.json").write_bytes(msgspec.json.format(msgspec.json.encode(strings), indent=0))
    (folder / "LICENCE.txt").write_text(_tell_licence(nlp.meta["sources"]), encoding="utf-8")
    told = {"irregular": lemmas.irregular, "bases": sorted(lemmas.bases)}
    (folder / "lemmas.json").write_bytes(msgspec.json.format(msgspec.json.encode(told), indent=0))


def _tell_licence(sources: Iterable[Mapping[str, str]]) -> str:
    """Return the words that go with the pipeline wherever it is passed on."""
    lines = [f"- {source['name']}; {source['author']}; {source['license']}; {source['url']}" for source in sources]
    told = (
        f"This trained pipeline (this folder, not the program around it) is licensed under {LICENCE},",
        "https://creativecommons.org/licenses/by-sa/4.0/, as one of its sources asks. It was trained on:",
        "",
        *lines,
        "",
        "None of their texts is contained in it.",
    )
    return "\n".join(told) + "\n"
