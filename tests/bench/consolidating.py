"""A province's desk: workbooks of a whole country in, and what is looked at with five years of them."""

import gc
import os
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import offices
import timing
from window import OURS

from db.opening import create_store, open_store
from itadesk import gathering
from itadesk.model.office import Office, OfficeKind
from itadesk.ports import Store
from itadesk.services.arrivals import Arrival
from itadesk.services.consolidating import (
    apply_consolidation,
    catalogues_of,
    in_order,
    plan_consolidation,
    read_files,
    workbooks_of,
    year_of_office,
)
from itadesk.services.province import load_province
from itadesk.services.sample import sample_year

COUNTRY = 8_317  # offices a year
YEARS = 5
COMPARED = 300  # files that the loops read, a part of them all


def main(count: int = COUNTRY) -> None:
    gc.set_threshold(100_000)  # as the command line has it
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CONFIG_HOME"] = name
        folder, file = Path(name) / "มา", Path(name) / "จังหวัด.itadesk"
        folder.mkdir()
        offices.make(folder, count)
        paths = list(workbooks_of([folder]))
        size = sum(path.stat().st_size for path in paths)
        print(f"{count} workbooks, {size / 1e6:.0f} MB")
        before = _loops(paths[:COMPARED])
        store = create_store(file, Office("จังหวัดตัวอย่าง", OfficeKind.PROVINCE, "ตัวอย่าง"))
        start, cpu = time.perf_counter(), _cpu()
        arrivals = in_order(read_files(paths, catalogues_of(store)), paths)
        read = count / (time.perf_counter() - start)
        apply_consolidation(store, plan_consolidation(store, arrivals))
        rate, work = count / (time.perf_counter() - start), (_cpu() - cpu) / count
        after = _loops(paths[:COMPARED])
        _tell(before, after, read, rate, work)
        free = (os.cpu_count() or 1) * _seconds(_calamine_all(paths), time.process_time)
        print(
            f"by processor time, as if every core were free: {free / COMPARED / work:.2f} of the calamine loop"
        )
        print(
            f"peak memory: {_peak(resource.RUSAGE_SELF):.0f} MB here, largest reader {_peak(resource.RUSAGE_CHILDREN):.0f} MB (aim 400)"
        )
        _store_years(store, arrivals)
        store.close()
        print(f"{YEARS} years of them: file of {file.stat().st_size / 1e6:.0f} MB")
        _views(file)
        _window(file)


def _loops(paths: list[Path]) -> dict[str, float]:
    """Files a second."""
    return {
        name: len(paths) / _seconds(lambda read=read: [read(path) for path in paths])
        for name, read in LOOPS.items()
    }


def _tell(
    before: dict[str, float], after: dict[str, float], read: float, rate: float, work: float
) -> None:
    mean = {name: (before[name] + after[name]) / 2 for name in LOOPS}
    print(
        f"calamine loop {mean['calamine']:.0f}, openpyxl loop {mean['openpyxl']:.0f} files a second; "
        f"read {read:.0f}, read and stored {rate:.0f}, on {os.cpu_count()} cores"
    )
    print(
        f"{rate / mean['calamine']:.2f} of the calamine loop (aim 0.4), "
        f"{rate / mean['openpyxl']:.1f} times the openpyxl loop (aim 2); {1000 * work:.1f} ms of processor a file"
    )


def _calamine(path: Path) -> None:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def _openpyxl(path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    for sheet in book.worksheets:
        for _ in sheet.iter_rows(values_only=True):
            pass
    book.close()


LOOPS = {"calamine": _calamine, "openpyxl": _openpyxl}


def _store_years(store: Store, arrivals: list[Arrival]) -> None:
    """The same files as if they were of the years before too."""
    last = sample_year()
    for year in range(last - YEARS + 1, last):
        _store_again(store, arrivals, year)


def _views(file: Path) -> None:
    """Every view of the last year."""
    last = sample_year()
    store = open_store(file)
    found = _timed("read the year and the one before", lambda: load_province(store, last))
    lines = _timed("office_lines", lambda: gathering.office_lines(found))
    _timed("by district", lambda: gathering.by_group(lines, lambda line: line.district))
    _timed("by kind", lambda: gathering.by_group(lines, lambda line: line.kind))
    _timed("levels", lambda: gathering.levels(lines))
    _timed("not sent", lambda: gathering.not_sent(lines))
    _timed("weakest indicators", lambda: gathering.weakest_indicators(lines))
    _timed("weakest questions", lambda: gathering.weakest_questions(found.received))
    _timed("one office", lambda: year_of_office(store, found.received[0]))
    store.close()


def _store_again(store: Store, arrivals: list[Arrival], year: int) -> None:
    older = [
        replace(each, sent=replace(each.sent, received=replace(each.sent.received, year=year)))
        for each in arrivals
        if each.sent is not None
    ]
    apply_consolidation(store, plan_consolidation(store, older))


def _timed(name: str, work: Callable[[], object]):
    """The fastest of five: the machine does other things too."""
    times, result = [], None
    for _ in range(5):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    print(f"{name}: {1000 * min(times):.0f} ms (aim 100)")
    return result


def _window(file: Path) -> None:
    own = file.with_name("office.itadesk")
    store = create_store(own, Office("จังหวัดตัวอย่าง", OfficeKind.PROVINCE, "ตัวอย่าง"))
    store.close()
    medians = timing.interleaved(
        {
            "few": timing.python("-c", OURS, str(own)),
            "country": timing.python("-c", OURS, str(file)),
        }
    )
    print(
        f"window with an empty province {1000 * medians['few']:.0f} ms, "
        f"with five years of the country {1000 * medians['country']:.0f} ms"
    )


def _calamine_all(paths: list[Path]) -> Callable[[], object]:
    return lambda: [_calamine(path) for path in paths[:COMPARED]]


def _seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return clock() - start


def _cpu() -> float:
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in spent)


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024
