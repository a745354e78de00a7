"""Copying a file while it is written: how long the copy takes, and how long a writer waits."""

import hashlib
import os
import statistics
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

import large_year

from db.opening import open_store
from itadesk.__main__ import Files
from itadesk.model.kept import FileRole, KeptFile
from itadesk.services.scores import record_score

MEGABYTES = (0, 30, 100)  # of scans and photos beside ten years of an office


def main() -> None:
    for size in MEGABYTES:
        with tempfile.TemporaryDirectory() as name:
            _measure(Path(name), size)


def _measure(folder: Path, megabytes: int) -> None:
    path = folder / "office.itadesk"
    year = large_year.make(path)
    with closing(open_store(path)) as store:
        for n in range(megabytes):
            with store.transaction("x"):
                body = os.urandom(10**6)
                digest = hashlib.sha256(body).hexdigest()
                kept = KeptFile(FileRole.EVIDENCE, f"{n}", size=len(body), digest=digest, year=year)
                store.files.add(kept, body)
        quiet = _writes(store, year, 60, threading.Event())
        stop, took = threading.Event(), []

        def copy() -> None:
            files = Files(folder / "home")
            for _ in range(3):
                begun = time.perf_counter()
                files.back_up(path)
                took.append(time.perf_counter() - begun)
            stop.set()

        thread = threading.Thread(target=copy)
        thread.start()
        busy = _writes(store, year, 100_000, stop)
        thread.join()
    print(
        f"{path.name} + {megabytes} MB: a copy {statistics.median(took) * 1000:.0f} ms, "
        f"a change {_ms(quiet)} alone, {_ms(busy)} beside it ({len(busy)} changes)"
    )


def _writes(store, year: int, most: int, stop: threading.Event) -> list[float]:
    times = []
    for n in range(most):
        if stop.is_set():
            break
        begun = time.perf_counter()
        record_score(store, year, "i1", str(n % 100))
        times.append(time.perf_counter() - begun)
        time.sleep(0.02)  # faster than anybody types
    return times


def _ms(times: list[float]) -> str:
    ordered = sorted(times)
    worst, median = ordered[-1], statistics.median(ordered)
    return f"{median * 1000:.1f} ms (longest {worst * 1000:.0f})"


if __name__ == "__main__":
    main()
