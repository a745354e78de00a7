"""What an import would do, as a table to keep or to send back: Excel or CSV."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

from itadesk.errors import BadValue
from itadesk.exchange.planning.plan import ImportRow, Outcome
from itadesk.files import replace_file
from itadesk.thai.digits import to_thai

HEADS = ("ผล", "ชีต", "แถว", "ช่อง", "รายละเอียด", "ค่าเดิม", "ค่าใหม่")
_WIDTHS = (12.0, 20.0, 8.0, 26.0, 80.0, 30.0, 30.0)
_FORMULA = ("=", "+", "-", "@")
_RESULTS: Mapping[Outcome, str] = {
    Outcome.REFUSED: "ต้องแก้ไข",
    Outcome.ADDED: "เพิ่ม",
    Outcome.CHANGED: "เปลี่ยน",
    Outcome.SAME: "เหมือนเดิม",
}


def write_import_report(rows: Sequence[ImportRow], title: str, path: Path) -> None:
    """The rows in this order, as the ending of `path` says; BadValue for an unknown one."""
    ending = path.suffix.lower()
    if ending == ".xlsx":
        from itadesk.exchange.flat import FlatSheet, write_flat

        sheet = FlatSheet("รายการนำเข้า", title, HEADS, _WIDTHS, list(map(_texts, rows)))
        replace_file(path, write_flat((sheet,), "", thai=True))
    elif ending == ".csv":
        replace_file(path, _csv(rows))
    else:
        raise BadValue(f"ไม่รู้จักชนิดของไฟล์ “{path.name}” โปรดตั้งชื่อให้ลงท้ายด้วย .xlsx หรือ .csv")


def detail(row: ImportRow) -> str:
    """The sentence without its place, which has columns of its own."""
    return row.message.split(": ", 1)[-1] if row.message.startswith("ชีต") else row.message


def _texts(row: ImportRow) -> tuple[str, ...]:
    number = to_thai(str(row.row)) if row.row else ""
    return (_RESULTS[row.result], row.sheet, number, row.column, detail(row), row.before, row.after)


def _csv(rows: Sequence[ImportRow]) -> bytes:
    """Excel takes the mark at the beginning for UTF-8, and an apostrophe for no formula."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADS)
    for row in rows:
        texts = _texts(row)
        writer.writerow(f"'{text}" if text.startswith(_FORMULA) else text for text in texts)
    return out.getvalue().encode("utf-8-sig", "replace")
