"""The register of public items in the rail, and how many of them are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itadesk.oit import items, register
from itadesk.thai.digits import to_thai
from ui.pages import Page, Progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from itadesk.model.year import YearData
    from ui.session import Session


def progress(data: YearData) -> Progress:
    """How many of the year's items are answered มี or ไม่มี."""
    whole = len(items(data.catalogue))
    if not whole:
        return Progress("none", how_far(data))
    answered = whole - len(unanswered(data))
    if answered == whole:
        return Progress("done", how_far(data))
    return Progress("begun" if data.oit else "none", how_far(data))


def unanswered(data: YearData) -> list[str]:
    """Codes of the year's items without an answer."""
    known = {item.code for item in items(data.catalogue)}
    entries = register(data.catalogue, data.oit)
    return [each.code for each in entries if each.code in known and each.answer is None]


def how_far(data: YearData) -> str:
    whole = len(items(data.catalogue))
    if not whole:
        return "ยังไม่มีรายการ OIT ของปีนี้"
    return f"กรอกแล้ว {to_thai(f'{whole - len(unanswered(data))} จาก {whole}')} ข้อ"


def _make(session: Session) -> QWidget:
    from ui.pages.oit import OitPage

    return OitPage(session)


PAGE = Page("oit", 60, "ทะเบียน OIT", "oit", _make, progress=progress)
