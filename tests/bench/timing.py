"""Medians of repeated runs, whole process or inside this one."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]


def interleaved(commands: dict[str, Sequence[str]], runs: int = 7) -> dict[str, float]:
    """Medians of several commands run in turn, so that a drifting machine hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        environment = _as_installed(folder)
        for _ in range(runs + 1):
            for name, command in commands.items():
                start = time.perf_counter()
                subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(each[1:]) for name, each in times.items()}


def _as_installed(folder: str) -> dict[str, str]:
    """Bytecode is kept from one start to the next, as in the installed program."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": folder}


def median_call(work: Callable[[int], object], runs: int = 15) -> float:
    """Seconds of a call in this process; `work` gets the number of the run to vary its input."""
    work(-1)
    times = []
    for number in range(runs):
        start = time.perf_counter()
        work(number)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def python(*words: str) -> list[str]:
    return [sys.executable, *words]
