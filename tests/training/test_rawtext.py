import gzip
import json
from pathlib import Path

from training.rawtext import find_reports, read_sentences, split_text


def test_sentences_lose_their_markdown() -> None:
    text = "## The **harbour** of\nBrask is [open again](https://example.org/a_b).\n\n- It took three long years."
    assert list(split_text(text)) == ["The harbour of Brask is open again.", "It took three long years."]


def test_scraps_and_walls_are_left_out() -> None:
    assert list(split_text("Too short.\n\n" + "far too long " * 60)) == []


def test_packed_and_plain_reports_are_read(tmp_path: Path) -> None:
    line = json.dumps({"text": "The mayor of Brask sold his last ship."})
    (tmp_path / "a.jsonl").write_text(line + "\n", encoding="utf-8")
    with gzip.open(tmp_path / "b.jsonl.gz", "wt", encoding="utf-8") as packed:
        packed.write(line + "\n")
    told = [sentence for path in find_reports(tmp_path) for sentence in read_sentences(path)]
    assert told == ["The mayor of Brask sold his last ship."] * 2
