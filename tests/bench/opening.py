"""Opening a ten-year office's file with the full check, beside plain SQLite's check of it."""

import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import large_year

from db.opening import open_reader, open_store
from itadesk.services.changing import action
from itadesk.services.measures import save_measure

RUNS = 15
AIM = 150  # ms


def main() -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        path = Path(name) / "office.itadesk"
        ten_years(path)
        _opening(path)


def ten_years(path: Path) -> None:
    """The large file of six years, with 100 measures in each, and its change log twice."""
    year = large_year.make(path)
    with closing(open_store(path)) as store, action(store, "สิบปี"):
        for other in (each for each in large_year.YEARS if each != year):
            for measure in store.measures.of_year(year):
                save_measure(store, other, replace(measure, id=None, findings=()))
    with closing(sqlite3.connect(path)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(change_log)")]
        names = ", ".join(column for column in columns if column != "id")
        connection.execute(f"INSERT INTO change_log ({names}) SELECT {names} FROM change_log")
        connection.commit()


def _opening(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        lines = connection.execute("SELECT count(*) FROM change_log").fetchone()[0]
    print(f"file: {path.stat().st_size / 1e6:.1f} MB, {lines:,} lines of the change log")
    ways = {
        "open": lambda: open_store(path).close(),
        "open for reading": lambda: open_reader(path).close(),
        "plain sqlite3, integrity_check": lambda: _plain(path),
    }
    times: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(RUNS + 1):
        for way, call in ways.items():
            start = time.perf_counter()
            call()
            times[way].append(1000 * (time.perf_counter() - start))
    medians = {way: statistics.median(each[1:]) for way, each in times.items()}
    plain = medians["plain sqlite3, integrity_check"]
    for way, median in medians.items():
        print(f"{way}: {median:.0f} ms, {median / plain:.2f} of plain sqlite3 (aim under {AIM} ms)")


def _plain(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
