"""How settling grows: full rebuilds of random books, a hundred reports more, and grouping held to the truth.

python -m benchmarks.growth [STATEMENTS …]   prints seconds of processor time, memory and B-cubed f1 for each size
"""

import gc
import math
import random
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.books import Book, b_cubed, make_book
from benchmarks.report import Row, print_rows
from benchmarks.shelf import MemoryShelf
from pledgebook.model.ledger import Change, Ledger
from pledgebook.model.records import Reading
from pledgebook.pipeline import settle, settle_change
from pledgebook.read.rates import load_rates

SMALL, LARGE = 25_000, 100_000
REPORTS_MORE = 100
STREWN = "100 reports more, strewn over old stories: share of the time beside share of commitments changed"


def measure_growth(folder: Path, runs: int) -> list[Row]:
    """A full rebuild within n log n, a hundred reports more within 5 % of one, grouping as the truth is.

    A hundred reports strewn over as many old stories change more of the book than a twentieth, so that their share of
    a rebuild's time is held to the share of the commitments that they change.
    """
    del folder, runs
    small, large = make_book(SMALL, load_rates()), make_book(LARGE, load_rates())
    short, _ = rebuild(small)
    full, ledger = rebuild(large)
    allowed = short * large.statements * math.log(large.statements) / (small.statements * math.log(small.statements))
    more, _ = add_reports(large.readings)
    strewn, changed = add_reports(_strew(large.readings))
    return [
        Row("a full rebuild of 100,000 statements, beside n log n of 25,000", full, allowed, "s", 1.3, at_least=False),
        Row("100 reports more, beside the full rebuild", more, full, "s", 0.05, at_least=False),
        Row(STREWN, strewn / full, changed, "", 2, at_least=False),
        Row("grouping of 100,000 statements, B-cubed f1", grade(large, ledger), None, "", 0.97, at_least=True),
    ]


def rebuild(book: Book) -> tuple[float, Ledger]:
    """Return the processor seconds a full rebuild takes, and the ledger."""
    started = time.process_time()
    ledger = settle(book.readings, (), load_rates())
    return time.process_time() - started, ledger


def _strew(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return readings in an order of chance, so that the last of them are of as many stories as there are of them."""
    return tuple(random.Random(3).sample(readings, len(readings)))  # noqa: S311 - an order to test with, no secret


def add_reports(readings: Sequence[Reading]) -> tuple[float, float]:
    """Return the processor seconds that the last hundred of some readings take when the rest is settled.

    And the share of the book's commitments that they change.
    """
    news, held = readings[-REPORTS_MORE:], readings[:-REPORTS_MORE]
    shelf = MemoryShelf(settle(held, (), load_rates()), held)
    shelf.keep(news)
    gc.collect()
    gc.freeze()  # the book in memory stands for a store, whose rows no collector looks at
    started = time.process_time()
    change = settle_change(shelf, [reading.document for reading in news], (), load_rates())
    return time.process_time() - started, _share_changed(shelf, change)


def _share_changed(shelf: MemoryShelf, change: Change) -> float:
    """Return the share of a book's commitments that a change makes, drops or says otherwise."""
    before, put = shelf.entries["commitments"], {one.id: one for one in change.put.commitments}
    dropped = {one for kind, one in change.drop if kind == "commitments" and one not in put}
    return len(dropped | {one for one in put if put[one] != before.get(one)}) / len(before)


def grade(book: Book, ledger: Ledger) -> float:
    """Return the B-cubed f1 of a ledger's grouping against what each mention really tells of."""
    return b_cubed(book.truth, {mention: one.id for one in ledger.commitments for mention in one.mentions})


def main() -> None:
    """Print the growth over the sizes asked for, or the rows that `python -m benchmarks` prints."""
    sizes = [int(told) for told in sys.argv[1:]]
    if not sizes:
        print_rows(measure_growth(Path(), 1))
    for size in sizes:
        book = make_book(size, load_rates())
        seconds, ledger = rebuild(book)
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        figures = f"{seconds:.1f} s, {megabytes:,} MB, B-cubed f1 {grade(book, ledger):.4f}"
        sys.stdout.write(f"{book.statements:,} statements: {figures}\n")


if __name__ == "__main__":
    main()
