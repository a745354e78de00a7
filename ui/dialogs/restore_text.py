"""A table of what a copy holds, beside the present file, as rich text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from itadesk.services.summary import Line
from itadesk.thai.digits import to_thai
from ui import theme

WIDTHS = (24, 34, 8, 34)  # percent of the columns


HEADS = ("ในสำเนานี้", "ในไฟล์ปัจจุบัน")


def comparison(lines: Sequence[Line], *, beside: bool, heads: tuple[str, str] = HEADS) -> str:
    """`beside`: with the present file in a column of its own, ≠ and how many rows differ."""
    rows = "".join(_rows(lines, beside, heads))
    return f"<table width='100%' cellspacing='0' cellpadding='4'>{rows}</table>"


def _rows(lines: Sequence[Line], beside: bool, heads: tuple[str, str]) -> Iterator[str]:
    columns = 4 if beside else 2
    here_head, there_head = (f"<b>{escape(head)}</b>" for head in heads)
    yield _row(("", here_head, "", there_head), columns)
    year: int | None = None
    for line in lines:
        if line.year != year:
            year = line.year
            yield f"<tr><td colspan='{columns}'><b>ปี {to_thai(str(year))}</b></td></tr>"
        here, there = escape(line.here), escape(line.there)
        if beside and line.differs:
            count = f" {to_thai(str(line.changed))}" if line.changed else ""
            mark = f"<font color='{theme.current().accent}'><b>≠{count}</b></font>"
            yield _row((escape(line.name), f"<b>{here}</b>", mark, f"<b>{there}</b>"), columns)
        else:
            yield _row((escape(line.name), here, "", there), columns)


def _row(cells: Sequence[str], columns: int) -> str:
    shown = zip(WIDTHS, cells[:columns], strict=False)
    return "<tr>" + "".join(f"<td width='{width}%'>{cell}</td>" for width, cell in shown) + "</tr>"
