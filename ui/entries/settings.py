"""The settings in the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session


SECTIONS = {
    "office": "หน่วยงาน",
    "year": "ปีงบประมาณ",
    "signers": "ผู้ลงนาม",
    "lists": "สำนัก/กองและรายชื่อ",
    "scoring": "เกณฑ์และถ้อยคำ",
    "catalogues": "ชุดข้อคำถาม",
    "printing": "เอกสารและแบบอักษร",
    "emblems": "ตราครุฑและตรา",
    "display": "หน้าจอ",
    "backup": "สำรองข้อมูล",
}


def _make(session: Session) -> QWidget:
    from ui.pages.settings import SettingsPage

    return SettingsPage(session)


PAGE = Page(
    id="settings",
    order=90,
    title="ตั้งค่า",
    icon="settings",
    make=_make,
    step=False,
    needs_year=False,
    sections=SECTIONS,
)
