"""Thousands of spoilt workbooks through the processes that read: none may end, hang or write."""

import random
import resource
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from db.opening import open_store
from itadesk.exchange.sent import empty_targets
from itadesk.exchange.writing import write_workbook
from itadesk.services.arrivals import Arrival, read_arrival
from itadesk.services.consolidating import catalogues_of, read_files
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.years import load_year
from tests.exchange.mutated import bombs, mutated

COUNT = 10_000
AT_ONCE = 500


def main(count: int = COUNT) -> None:
    store = open_store(None)
    fill_sample(store)
    body = write_workbook(replace(load_year(store, sample_year()), office=sample_office()))
    catalogues = catalogues_of(store)
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        for start in range(0, count, AT_ONCE):
            made = {
                Path(name) / f"{number}.xlsx": mutated(body, random.Random(number))
                for number in range(start, min(start + AT_ONCE, count))
            }
            for path, data in made.items():
                path.write_bytes(data)
            found.update(_said(each) for each in read_files(tuple(made), catalogues))
            there = {path: path.read_bytes() for path in Path(name).iterdir()}
            found["written to"] += there != made
            for path in made:
                path.unlink()
        print(f"{count} spoilt workbooks: {dict(found)}")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"largest reader {peak:.0f} MB (aim 300)")
        _bombs(Path(name) / "bomb.xlsx", body, {each.year: each for each in catalogues})
    store.close()


def _said(arrival: Arrival) -> str:
    if arrival.sent is not None:
        return "taken"
    for words, kind in (("อ่านไฟล์ “", "DIED"), ("นานผิดปกติ", "HUNG")):
        if words in arrival.refusal and ("ไม่สำเร็จ" in arrival.refusal or kind == "HUNG"):
            print(f"{kind}: {arrival.path.name}")
            return kind
    return "refused" if "โปรด" in arrival.refusal else f"NO SENTENCE {arrival.refusal[:60]}"


def _bombs(path: Path, body: bytes, catalogues: dict) -> None:
    target_of = empty_targets(catalogues.__getitem__)
    for name, data in bombs(body):
        path.write_bytes(data)
        start = time.perf_counter()
        arrival = read_arrival(path, target_of)
        spent = 1000 * (time.perf_counter() - start)
        said = "refused" if arrival.refusal else "TAKEN"
        print(f"{name}, {len(data) / 1e6:.1f} MB: {said} in {spent:.0f} ms")
