"""The recipe of the English pipeline: `python -m training TREEBANKS` trains, measures and writes it."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy loads; two threads train at half the speed of one
