"""Run all benchmarks and print them as ratios to a peer measured in the same run.

python -m benchmarks [--runs N] [--json] [--only NAME]
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from benchmarks.digest import measure_digest
from benchmarks.growth import measure_growth
from benchmarks.report import Row, print_rows
from benchmarks.whole import measure_five, measure_thousand

BENCHMARKS = (measure_five, measure_thousand, measure_digest, measure_growth)


def main() -> int:
    """Measure, print, and return 1 if a bound that we promise was not met."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=3, help="runs of each command; the median counts (default 3)")
    arguments.add_argument("--json", action="store_true", help="print the rows as JSON")
    arguments.add_argument("--only", choices=[each.__name__ for each in BENCHMARKS], help="run one benchmark")
    asked = arguments.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for benchmark in BENCHMARKS:
            if asked.only in {None, benchmark.__name__}:
                rows += benchmark(Path(folder), asked.runs)
    if asked.json:
        sys.stdout.write(json.dumps([row.as_dict() for row in rows], indent=1) + "\n")
    else:
        print_rows(rows)
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
