"""The round reports in the rail, and how many measures have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itadesk.reports.parts.rounds import current_round, reports_of, written
from itadesk.thai.digits import to_thai
from ui.pages import Page, Progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from itadesk.model.year import YearData
    from ui.session import Session


def progress(data: YearData) -> Progress:
    """How many measures are reported in the latest round that was begun."""
    if not data.measures:
        return Progress("none")
    months = current_round(data)
    have = reported(data, months)
    words = how_far(data, months)
    if not have:
        return Progress("none", words)
    return Progress("done" if have == len(data.measures) else "begun", words)


def reported(data: YearData, months: int) -> int:
    """How many measures have a result in a round."""
    found = reports_of(data, months)
    return sum(each.id in found and written(found[each.id]) for each in data.measures)


def how_far(data: YearData, months: int) -> str:
    if not data.measures:
        return "ยังไม่มีมาตรการ"
    have, whole = reported(data, months), len(data.measures)
    return to_thai(f"รายงานแล้ว {have} จาก {whole} มาตรการ รอบ {months} เดือน")


def _make(session: Session) -> QWidget:
    from ui.pages.rounds import RoundsPage

    return RoundsPage(session)


PAGE = Page("rounds", 50, "ติดตามผล", "rounds", _make, progress=progress)
