"""Whole processes measured from outside: wall seconds and peak memory, several runs, medians."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Medians over the runs of one command: seconds of wall time, megabytes of peak memory."""

    seconds: float
    megabytes: float


class CommandFailed(RuntimeError):
    """A measured command that did not end well; its figures would mean nothing."""


def measure(command: Sequence[str], *, runs: int = 3, allowed: tuple[int, ...] = (0,)) -> Figure:
    """Run a command several times and return its medians.

    Raises:
        CommandFailed: If it exits with a code that is not allowed.
    """
    figures = [_measure_once(command, allowed) for _ in range(runs)]
    return Figure(statistics.median(f.seconds for f in figures), statistics.median(f.megabytes for f in figures))


def _measure_once(command: Sequence[str], allowed: tuple[int, ...]) -> Figure:
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as child:  # noqa: S603 - our own commands
        stderr = child.stderr.read() if child.stderr else b""
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in allowed:
        raise CommandFailed(f"{' '.join(command)} exited with {child.returncode}: {stderr.decode()[-500:]}")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Figure(time.perf_counter() - started, kilobytes / 1024)
