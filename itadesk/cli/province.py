"""`itadesk consolidate`: workbooks of offices into a province's file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from itadesk.errors import BadFile, ItadeskError
from itadesk.ports import Store
from itadesk.services.arrivals import Arrival
from itadesk.services.consolidating import Line, Result
from itadesk.thai.digits import to_thai

_COUNTED = 20  # files from one count to the next
_WORDS = {
    Result.ADDED: "เพิ่ม",
    Result.CHANGED: "แก้ไข",
    Result.SAME: "เหมือนเดิม",
    Result.REFUSED: "ไม่รับ",
}


def consolidate(store: Store, paths: Sequence[Path], year: int | None, *, as_json: bool) -> None:
    """Takes every file that can be taken, tells of each; BadFile at the end for refused ones."""
    from itadesk.services.consolidating import (
        apply_consolidation,
        catalogues_of,
        in_order,
        opener_of,
        plan_consolidation,
        read_files,
        workbooks_of,
    )

    files = list(workbooks_of(paths))
    if not files:
        raise BadFile("ไม่พบไฟล์ Excel (.xlsx) ในที่ที่เลือก โปรดเลือกไฟล์หรือโฟลเดอร์ที่หน่วยงานส่งมา")
    reading = read_files(files, catalogues_of(store), opener=opener_of(store))
    arrivals = in_order(_counted(reading, len(files)), files)
    lines = plan_consolidation(store, arrivals, year)
    apply_consolidation(store, lines)
    _print(lines, as_json=as_json)
    refused = [line for line in lines if line.result is Result.REFUSED]
    if refused:
        raise _refusal(refused[0], len(refused))


def _counted(arrivals: Iterable[Arrival], files: int) -> Iterator[Arrival]:
    """Counts them on a screen while they are read."""
    shown = sys.stderr.isatty()
    for number, arrival in enumerate(arrivals, start=1):
        if shown and (number % _COUNTED == 0 or number == files):
            told = to_thai(f"\rอ่านแล้ว {number} จาก {files} ไฟล์")
            print(told, end="" if number < files else "\n", file=sys.stderr, flush=True)
        yield arrival


def _print(lines: Sequence[Line], *, as_json: bool) -> None:
    if as_json:
        rows = [
            {
                "file": line.arrival.path.name,
                "result": str(line.result),
                "office": line.office,
                "year": line.year,
                "message": line.message,
            }
            for line in lines
        ]
        print(json.dumps(rows, ensure_ascii=False))
        return
    for line in lines:
        print(f"{_WORDS[line.result]}\t{line.arrival.path.name}\t{line.message}")


def _refusal(line: Line, count: int) -> ItadeskError:
    return BadFile(
        f"ไม่รับ {to_thai(str(count))} ไฟล์ ได้แก่ “{line.arrival.path.name}”: {line.message} "
        "ไฟล์อื่นรับไว้แล้ว"
    )
