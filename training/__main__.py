"""The recipe at a stroke: `python -m training TREEBANKS [--raw FOLDER]` leaves a measured pipeline in the package."""

import argparse
import json
from pathlib import Path

import msgspec

from training.lemmas import gather_lemmas
from training.rawtext import find_reports, read_sentences
from training.scores import score_folder
from training.ship import write_pipeline
from training.train import learn_words, train_pipeline
from training.treebanks import read_trees

PACKAGE_DATA = Path(__file__).parents[1] / "src" / "pledgebook" / "language" / "trained"


def main() -> None:
    """Train, measure and write the pipeline; an hour on one core with raw text, half an hour without."""
    told = _read_arguments()
    changes = dict(_read_setting(setting) for setting in told.set)
    sentences = [sentence for path in find_reports(told.raw) for sentence in read_sentences(path)] if told.raw else []
    trees = [tree for path in sorted(told.treebanks.glob("*-train.conllu")) for tree in read_trees(path)]
    lemmas = gather_lemmas(trees, sentences)
    weights = told.weights
    if told.raw and not weights and not told.start:
        weights = learn_words(told.raw, told.work / "words", changes)
    if weights:
        changes["paths.init_tok2vec"] = str(weights)
    nlp = train_pipeline(told.treebanks, told.work / "trees", changes, told.start)
    scores = score_folder(nlp, told.treebanks)
    write_pipeline(nlp, lemmas, scores, told.output, raw=bool(told.raw))
    print(msgspec.json.format(msgspec.json.encode(scores)).decode())  # noqa: T201 - the recipe's report


def _read_arguments() -> argparse.Namespace:
    """Return what the caller asks for."""
    parser = argparse.ArgumentParser(prog="training", description=__doc__)
    parser.add_argument("treebanks", type=Path, help="folder of *-train, *-dev and *-test.conllu files")
    parser.add_argument("--raw", type=Path, help="folder of JSONL reports to learn words from first")
    parser.add_argument("--weights", type=Path, help="first layers already learned from raw text")
    parser.add_argument("--start", type=Path, help="trained pipeline to go on from")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="folder for checkpoints")
    parser.add_argument("--output", type=Path, default=PACKAGE_DATA, help="where the pipeline goes")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=JSON", help="a setting of config.cfg")
    return parser.parse_args()


def _read_setting(setting: str) -> tuple[str, object]:
    name, _, value = setting.partition("=")
    return name, json.loads(value)


if __name__ == "__main__":
    main()
