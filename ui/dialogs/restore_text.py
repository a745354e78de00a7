"""A table of what a copy holds, beside the present file, as rich text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from itadesk.services.summary import Line
from itadesk.thai.digits import to_thai
from ui import theme


def comparison(lines: Sequence[Line], *, beside: bool) -> str:
    """`beside`: with the present file in a column of its own, and ≠ where it differs."""
    rows = "".join(_rows(lines, beside))
    return f"<table width='100%' cellspacing='0' cellpadding='4'>{rows}</table>"


def _rows(lines: Sequence[Line], beside: bool) -> Iterator[str]:
    columns = 4 if beside else 2
    yield _row(("", "<b>ในสำเนานี้</b>", "", "<b>ในไฟล์ปัจจุบัน</b>"), columns)
    year: int | None = None
    for line in lines:
        if line.year != year:
            year = line.year
            yield f"<tr><td colspan='{columns}'><b>ปี {to_thai(str(year))}</b></td></tr>"
        here, there = escape(line.here), escape(line.there)
        if beside and line.differs:
            mark = f"<font color='{theme.current().accent}'><b>≠</b></font>"
            yield _row((escape(line.name), f"<b>{here}</b>", mark, f"<b>{there}</b>"), columns)
        else:
            yield _row((escape(line.name), here, "", there), columns)


def _row(cells: Sequence[str], columns: int) -> str:
    return "<tr>" + "".join(f"<td>{each}</td>" for each in cells[:columns]) + "</tr>"
