"""Whole processes measured from outside: processor seconds and peak memory, several runs, medians.

Processor seconds, of a command and all that it started: what else runs on the machine lengthens the wall's, and a
ratio of those says little unless nothing else runs. One thread a process, so that the peer spends none on waiting.
"""

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

_ALONE = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Figure:
    """Medians over the runs of one command: seconds of processor time, megabytes of peak memory."""

    seconds: float
    megabytes: float


class CommandFailed(RuntimeError):
    """A measured command that did not end well; its figures would mean nothing."""


def measure(command: Sequence[str], *, runs: int = 3, allowed: tuple[int, ...] = (0,)) -> Figure:
    """Run a command several times and return its medians.

    Raises:
        CommandFailed: If it exits with a code that is not allowed.
    """
    return _middle([_measure_once(command, allowed) for _ in range(runs)])


def measure_beside(command: Sequence[str], peer: Sequence[str], *, runs: int = 3) -> tuple[Figure, Figure]:
    """Run a command some times before and some after its slower peer, which runs once; return the medians of both.

    A machine whose other work comes and goes is as slow for the one as for the other then.
    """
    before = [_measure_once(command, (0,)) for _ in range((runs + 1) // 2)]
    beside = _measure_once(peer, (0,))
    return _middle([*before, *(_measure_once(command, (0,)) for _ in range(runs // 2))]), beside


def _middle(figures: Sequence[Figure]) -> Figure:
    return Figure(statistics.median(f.seconds for f in figures), statistics.median(f.megabytes for f in figures))


def _measure_once(command: Sequence[str], allowed: tuple[int, ...]) -> Figure:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=_ALONE) as child:  # noqa: S603 - our own commands
        stderr = child.stderr.read() if child.stderr else b""
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in allowed:
        raise CommandFailed(f"{' '.join(command)} exited with {child.returncode}: {stderr.decode()[-500:]}")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Figure(usage.ru_utime + usage.ru_stime, kilobytes / 1024)
