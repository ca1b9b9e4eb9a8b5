import re
from pathlib import Path

from pledgebook.reconcile.features import FEATURES

ROOT = Path(__file__).parents[2]
TOLD = (ROOT / "docs" / "reconcile.md").read_text(encoding="utf-8")


def test_every_feature_stands_in_the_docs_in_its_own_words() -> None:
    for feature in FEATURES:
        assert f"| `{feature.__name__}` | {(feature.__doc__ or '').splitlines()[0]} |" in TOLD


def test_every_rule_of_a_choice_stands_in_the_docs() -> None:
    rooms = (ROOT / "src" / "pledgebook" / "reconcile").glob("*.py")
    source = "\n".join(path.read_text(encoding="utf-8") for path in rooms)
    rules = set(
        re.findall(r'(?:Choice\([^()]*(?:\([^()]*\))?[^()]*, |rule_by\(choice, )"([a-z]+(?:-[a-z]+)+)"', source)
    )
    assert {"first-report", "furthest-stage", "summit-in-sentence"} <= rules
    assert [rule for rule in sorted(rules) if f"`{rule}`" not in TOLD] == []
