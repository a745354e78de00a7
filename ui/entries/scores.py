"""The scores in the rail, and how many of them are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itadesk.thai.digits import to_thai
from ui.models.score_rows import filled
from ui.pages import Page, Progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from itadesk.model.year import YearData
    from ui.session import Session


def progress(data: YearData) -> Progress:
    """How many of the scores are there."""
    have, all_of_them = filled(data)
    if data.result.complete:
        full = have == all_of_them
        return Progress("done", "กรอกคะแนนครบแล้ว" if full else "คะแนนครบแล้วตามที่ประกาศ")
    if not all_of_them:
        return Progress("none", "ยังไม่มีข้อคำถามของปีนี้")
    words = f"กรอกแล้ว {to_thai(f'{have} จาก {all_of_them}')} ข้อ"
    return Progress("begun" if have or data.assessment.official else "none", words)


def _make(session: Session) -> QWidget:
    from ui.pages.scores import ScoresPage

    return ScoresPage(session)


PAGE = Page(
    id="scores",
    order=1,
    title="คะแนน",
    icon="scores",
    make=_make,
    progress=progress,
)
