"""The list that those who got a circular sign."""

from __future__ import annotations

from itadesk.reports.content import Block, Cell, Gap, Row
from itadesk.reports.parts.cells import CellStyle

WIDTHS = (1.5, 6.5, 5.0, 3.0)
HEAD = ("ลำดับที่", "ผู้รับทราบ", "ลงชื่อ", "วันที่")


def circulation(text: str, style: CellStyle) -> list[Block]:
    """A row for each line of `text`; nothing without any."""
    names = [line.strip() for line in text.split("\n") if line.strip()]
    rows = [
        Row((style.number(str(number)), style.text(name), Cell(()), Cell(())), splittable=False)
        for number, name in enumerate(names, start=1)
    ]
    return [Gap(18.0), style.table(WIDTHS, HEAD, rows)] if rows else []
