import json
import subprocess
import sys
from pathlib import Path

import spacy

ROOT = Path(__file__).parents[2]


def test_the_recipe_trains_measures_and_writes_a_pipeline(treebanks: Path, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    line = json.dumps({"text": "The mayor of Brask sold his last ship. He lent the money to his son at once."})
    (raw / "reports.jsonl").write_text(line + "\n", encoding="utf-8")
    settings = ["variables.steps=8", "training.eval_frequency=4", "pretraining.max_epochs=1", "variables.width=16"]
    settings.append("corpora.train.made_up=0")  # this little treebank lacks tags that they hold
    told = [part for setting in settings for part in ("--set", setting)]
    command: list[str | Path] = [sys.executable, "-m", "training", treebanks, "--raw", raw, "--work", tmp_path / "work"]
    subprocess.run([*command, "--output", tmp_path / "out", *told], check=True, cwd=ROOT, capture_output=True)
    meta = json.loads((tmp_path / "out" / "meta.json").read_text())
    assert meta["performance"]["en_own"]["sentences"] == 3
    assert len(meta["sources"]) == 3
    assert json.loads((tmp_path / "out" / "lemmas.json").read_text())["irregular"]["NNS"] == {"children": "child"}
    nlp = spacy.load(tmp_path / "out")
    assert [word.text for word in nlp("Brask sold ships.")] == ["Brask", "sold", "ships", "."]
