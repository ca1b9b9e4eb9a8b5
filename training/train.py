"""Train the English pipeline and leave the best one seen in a folder."""

from collections.abc import Mapping
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import set_current_ops
from thinc.backends.numpy_ops import NumpyOps

from training import corpora

CONFIG = Path(__file__).with_name("config.cfg")


def train_pipeline(treebanks: Path, work: Path, changes: Mapping[str, object]) -> Language:
    """Return the pipeline that did best on the dev sentences, trained from scratch on one core.

    Args:
        treebanks: Folder of `*-train.conllu` and `*-dev.conllu` files.
        work: Folder for checkpoints.
        changes: Settings that differ from `config.cfg`, by dotted name.
    """
    set_current_ops(NumpyOps(use_blis=False))  # numpy's own BLAS is three times as fast on AVX-512
    told = {"paths.treebanks": str(treebanks), **changes}
    config = load_config(CONFIG, overrides=told, interpolate=False)
    nlp = init_nlp(config)  # with max_epochs 0 it gathers the labels of the whole treebanks, with -1 of a few sentences
    nlp.config["training"]["max_epochs"] = -1  # and this asks for new variants each time round
    work.mkdir(parents=True, exist_ok=True)
    train(nlp, work)
    return spacy.load(work / "model-best")


READERS = (corpora.read_varied, corpora.read_plain)
"""Named here so that spaCy knows them before it reads the configuration."""
