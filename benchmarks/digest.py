"""Reading to statements alone (`digest`), one core, beside parsing everything with the same pipeline.

Takes the government statements in ../shared/whitehouse where they lie beside the checkout, and the reports that
`benchmarks.reports` makes with three in a hundred speaking of commitments.
"""

import gzip
import itertools
import sys
from pathlib import Path

from benchmarks.measure import measure_beside
from benchmarks.report import Row
from benchmarks.reports import write_reports
from benchmarks.whole import PEER, ROOT

STATEMENTS = ROOT.parent / "shared" / "whitehouse" / "wh_aid_subset.jsonl.gz"
DIGEST = (sys.executable, "-m", "benchmarks.digest_only")
MIXED = 4000
EVERY = 4


def measure_digest(folder: Path, runs: int) -> list[Row]:
    """Digest at ten times the peer on statements about aid, 25 times where 3 % of reports speak of commitments."""
    rows: list[Row] = []
    mixed = folder / "mixed"
    mixed.mkdir()
    write_reports(mixed / "reports.jsonl", MIXED, giving_share=0.03)
    corpora = [("3 % of reports speak of commitments", mixed, 25.0)]
    if STATEMENTS.exists():
        statements = folder / "statements"
        statements.mkdir()
        with gzip.open(STATEMENTS) as packed, (statements / "statements.jsonl").open("wb") as plain:
            plain.writelines(itertools.islice(packed, 0, None, EVERY))
        corpora.append(("government statements", statements, 10.0))
    for name, where, bound in corpora:
        rows += _beside_peer(name, where, bound, runs)
    return rows


def _beside_peer(name: str, where: Path, bound: float, runs: int) -> list[Row]:
    ours, peer = measure_beside([*DIGEST, str(where)], [*PEER, "parse", str(where)], runs=runs)
    return [
        Row(f"digest, {name} (runs per second)", 1 / ours.seconds, 1 / peer.seconds, "1/s", bound, at_least=True),
        Row(f"peak memory, {name}", ours.megabytes, None, "MB", 400, at_least=False),
    ]
