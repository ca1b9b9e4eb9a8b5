"""Matrix products for the parser: numpy's own, and the same for a sentence alone as in company. Imports thinc."""

from typing import Any

import numpy as np
from thinc.api import Model, NumpyOps
from threadpoolctl import threadpool_limits

FEWEST_ROWS = 64
"""Rows a product is given at least. For few rows OpenBLAS adds up in another order (seen below 25 rows on AVX-512),
and the last bit of a score, so now and then a parse, would hang on what else is parsed in the same call."""


class SteadyOps(NumpyOps):  # type: ignore[misc,unused-ignore]  # compiled, so mypy sees no class
    """NumPy's products in place of BLIS: three times as fast on AVX-512, no slower elsewhere."""

    def __init__(self) -> None:
        super().__init__(use_blis=False)

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002 - thinc's own signature
        """Return the matrix product, with rows of noughts below too few."""
        rows = x.shape[0]
        if trans1 or out is not None or not 0 < rows < FEWEST_ROWS:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        padded = np.zeros((FEWEST_ROWS, x.shape[1]), dtype=x.dtype)
        padded[:rows] = x
        return super().gemm(padded, y, trans2=trans2)[:rows]


def steady(model: "Model[Any, Any]") -> None:
    """Let every layer of a model reckon with `SteadyOps`."""
    ops = SteadyOps()
    for layer in model.walk():
        layer.ops = ops


def stay_on_one_thread() -> None:
    """Keep numpy's products on one thread: on small ones two threads mostly wait for each other, at half the speed."""
    threadpool_limits(limits=1, user_api="blas")
