"""Train the English pipeline, on one core: first what words look like, from raw text, then tags and trees."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.training.pretrain import pretrain
from spacy.util import compile_prefix_regex, compile_suffix_regex, load_config, load_model_from_config, registry
from thinc.api import Config, NumpyOps, set_current_ops

from training import corpora, rawtext

CONFIG = Path(__file__).with_name("config.cfg")

READERS = {
    "pledgebook.varied.v1": corpora.read_varied,
    "pledgebook.plain.v1": corpora.read_plain,
    "pledgebook.raw.v1": rawtext.read_raw,
}
"""What `config.cfg` may read from."""


def learn_words(raw: Path, work: Path, changes: Mapping[str, object]) -> Path:
    """Return the weights of the first layers, having learned to spell the words of raw text from their neighbours.

    Args:
        raw: Folder of JSONL files, packed or not, whose lines hold a `text`.
        work: Folder for checkpoints.
        changes: Settings that differ from `config.cfg`, by dotted name.
    """
    filled = load_model_from_config(_configure({"paths.raw": str(raw), **changes}), auto_fill=True).config
    work.mkdir(parents=True, exist_ok=True)
    pretrain(filled.interpolate(), work, silent=False)
    return work / "model-last.bin"


def train_pipeline(treebanks: Path, work: Path, changes: Mapping[str, object], start: Path | None = None) -> Language:
    """Return the pipeline that did best on the dev sentences.

    Args:
        treebanks: Folder of `*-train.conllu` and `*-dev.conllu` files.
        work: Folder for checkpoints.
        changes: Settings that differ from `config.cfg`, by dotted name.
        start: A pipeline of the same make to go on from.
    """
    config = _configure({"paths.treebanks": str(treebanks), **changes})
    if start:
        config["components"] = {name: {"source": str(start)} for name in config["nlp"]["pipeline"]}
    nlp = init_nlp(config)
    split_money(nlp)
    # With max_epochs 0 the labels of the whole treebanks were gathered; -1 now asks for new variants each time round.
    nlp.config["training"]["max_epochs"] = -1
    work.mkdir(parents=True, exist_ok=True)
    train(nlp, work)
    return spacy.load(work / "model-best")


def split_money(nlp: Language) -> None:
    """Let the tokenizer part codes and scale letters from figures: EUR, 16, m; spaCy's own knows a few signs only."""
    prefixes = [*(nlp.Defaults.prefixes or ()), r"[A-Z]{3}(?=[0-9])", r"(?:[A-Z]{1,2}|Mex)\$(?=[0-9])"]
    suffixes = [*(nlp.Defaults.suffixes or ()), r"(?<=[0-9])(?:bn|mn|tn|mln|[mbkMBK])"]
    tokenizer: Any = nlp.tokenizer  # compiled, so mypy does not know it
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search


def _configure(changes: Mapping[str, object]) -> Config:
    """Return the configuration with some settings changed, reckoning with numpy's products, not with BLIS."""
    for name, reader in READERS.items():
        registry.readers.register(name, func=reader)
    set_current_ops(NumpyOps(use_blis=False))
    return load_config(CONFIG, overrides=dict(changes), interpolate=False)
