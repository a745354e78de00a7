"""The analysis in the rail, and how many indicators have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itadesk.thai.digits import to_thai
from ui.models.indicators import IndicatorRow, Written, indicator_rows
from ui.pages import Page, Progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from itadesk.model.year import YearData
    from ui.session import Session


def progress(data: YearData) -> Progress:
    """How many indicators that need an analysis have one."""
    rows = indicator_rows(data)
    if all(row.found is None for row in rows):
        return Progress("none")
    begun = any(row.written in (Written.DONE, Written.PARTLY) for row in rows)
    state = "begun" if begun else "none"
    return Progress(state if any(map(is_open, rows)) else "done", how_far(rows))


def is_open(row: IndicatorRow) -> bool:
    return row.written in (Written.NOT_YET, Written.PARTLY)


def how_far(rows: tuple[IndicatorRow, ...], noun: str = "ตัวชี้วัด") -> str:
    missing, whole = sum(map(is_open, rows)), to_thai(str(len(rows)))
    if not missing:
        return f"เขียนครบทั้ง {whole} {noun}แล้ว"
    return f"ยังไม่ได้เขียน {to_thai(str(missing))} จาก {whole} {noun}"


def _make(session: Session) -> QWidget:
    from ui.pages.analysis import AnalysisPage

    return AnalysisPage(session)


PAGE = Page("analysis", 20, "วิเคราะห์ผล", "analysis", _make, progress=progress)
