"""A province's desk: workbooks of a whole country in, and what is looked at with five years of them."""

import gc
import os
import re
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
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
QUARTERS = 4
COMPARED = 200  # files of a quarter that the loops read
_MOST = re.compile(r"VmHWM:\s+(\d+) kB")


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
        store = create_store(file, Office("จังหวัดตัวอย่าง", OfficeKind.PROVINCE, "ตัวอย่าง"))
        arrivals = _consolidated(store, paths)
        _store_years(store, arrivals)
        store.close()
        print(f"{YEARS} years of them: file of {file.stat().st_size / 1e6:.0f} MB")
        _views(file)
        _window(file)


def _consolidated(store: Store, paths: list[Path]) -> list[Arrival]:
    """Reads and stores a quarter at a time, each beside the two loops: the machine drifts."""
    arrivals: list[Arrival] = []
    loops, spent = Counter(), Counter()
    size = -(-len(paths) // QUARTERS)
    for start in range(0, len(paths), size):
        some = paths[start : start + size]
        for name, read in LOOPS.items():
            loops[name] += _seconds(partial(_each, read, some[:COMPARED]))
        loops["processor"] += _seconds(
            partial(_each, _calamine, some[:COMPARED]), time.process_time
        )
        loops["files"] += len(some[:COMPARED])
        clock, cpu = time.perf_counter(), _cpu()
        read = in_order(_watched(read_files(some, catalogues_of(store)), spent), some)
        apply_consolidation(store, plan_consolidation(store, read))
        spent["clock"] += time.perf_counter() - clock
        spent["processor"] += _cpu() - cpu
        arrivals += read
    _tell(loops, spent, len(paths))
    return arrivals


def _each(read: Callable[[Path], object], paths: list[Path]) -> None:
    for path in paths:
        read(path)


def _watched(arrivals: Iterator[Arrival], spent: Counter[str]) -> Iterator[Arrival]:
    for number, arrival in enumerate(arrivals):
        if number % 100 == 50:
            spent["readers"] = max(spent["readers"], _readers())
        yield arrival


def _readers() -> float:
    """The most memory each of the processes that read has had, together, in MB."""
    lists = [each.read_text() for each in Path("/proc/self/task").glob("*/children")]
    states = [(Path("/proc") / pid / "status").read_text() for pid in " ".join(lists).split()]
    return sum(int(found[1]) / 1024 for state in states if (found := _MOST.search(state)))


def _tell(loops: Counter[str], spent: Counter[str], count: int) -> None:
    rates = {name: loops["files"] / loops[name] for name in LOOPS}
    ours = count / spent["clock"]
    cores = os.cpu_count() or 1
    free = cores * loops["processor"] / loops["files"] / (spent["processor"] / count)
    print(
        f"files a second: calamine loop {rates['calamine']:.0f}, openpyxl loop {rates['openpyxl']:.0f}, "
        f"read and stored {ours:.0f} on {cores} cores"
    )
    print(
        f"{ours / rates['calamine']:.2f} of the calamine loop (aim 0.4; {free:.2f} by processor time, as if all cores were free), "
        f"{ours / rates['openpyxl']:.1f} times the openpyxl loop (aim 2)"
    )
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"peak memory: {own:.0f} MB here, {spent['readers']:.0f} MB in all readers (aim 400 together)"
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
    first = _seconds(lambda: load_province(store, last))
    print(f"reading the year and the one before, once for all views: {1000 * first:.0f} ms")
    found = _timed("the year again", lambda: load_province(store, last))
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


def _seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return clock() - start


def _cpu() -> float:
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in spent)
