"""A program that reads reports in children it forks and ends each when it is told to; forking spares starts of Python.

It takes lines "BOOK FOLDER SECONDS" and answers each with the number of the signal that ended the child, 0 where the
child was done before. Called with "real" it reads with the language pipeline, else with a digest that needs none.
"""

import os
import signal
import sys
import time
from pathlib import Path

import pledgebook.reconcile.blocks  # noqa: F401 - what reading loads late, loaded once before the forks
from pledgebook.actions import open_book, read, reading, settle
from pledgebook.actions.settling import make_settler
from pledgebook.model.records import make_document
from tests.sums import SETTLER, digest_sums

SMALL_BATCH = 3  # so that there is much to be killed in
REAL = sys.argv[1:] == ["real"]
DIGEST = reading.make_digest() if REAL else digest_sums
WARM_UP = [make_document("warm-up", "Norway gives $5 million to Chile.")]


def read_reports(book: str, folder: str) -> None:
    """Read and settle as the command line does."""
    reading.BATCH_DOCUMENTS = SMALL_BATCH
    with open_book(book, create=True) as opened:
        read(opened, [Path(folder)], digest=DIGEST)
        settle(opened, make_settler() if REAL else SETTLER)


list(DIGEST(WARM_UP))
for line in sys.stdin:
    book, folder, seconds = line.split()
    child = os.fork()
    if not child:
        read_reports(book, folder)
        os._exit(0)
    if seconds != "never":
        time.sleep(float(seconds))
        os.kill(child, signal.SIGKILL)  # not yet waited for, so the number is still the child's
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        sys.exit("the reader broke by itself")
    sys.stdout.write(f"{os.WTERMSIG(status)}\n")
    sys.stdout.flush()
