"""The measures in the rail, and how many indicators have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itadesk.thai.digits import to_thai
from ui.models.indicators import Written, indicator_rows
from ui.pages import Page, Progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from itadesk.model.year import YearData
    from ui.session import Session


def progress(data: YearData) -> Progress:
    """How many indicators that need a measure have one."""
    if not data.measures:
        return Progress("none")
    return Progress("begun" if without_measure(data) else "done", how_far(data))


def without_measure(data: YearData) -> list[int]:
    """Indicators that could be better and have no measure."""
    covered = {measure.indicator for measure in data.measures}
    return [
        row.no
        for row in indicator_rows(data)
        if row.no not in covered and row.found is not None and row.written is not Written.NEEDLESS
    ]


def how_far(data: YearData) -> str:
    missing = without_measure(data)
    if missing:
        return f"ยังไม่มีมาตรการ {to_thai(str(len(missing)))} ตัวชี้วัด"
    if not data.measures:
        return "ยังไม่มีมาตรการ"
    return f"มาตรการ {to_thai(str(len(data.measures)))} รายการ"


def _make(session: Session) -> QWidget:
    from ui.pages.measures import MeasuresPage

    return MeasuresPage(session)


PAGE = Page("measures", 30, "มาตรการ", "measures", _make, progress=progress)
