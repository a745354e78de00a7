"""Thai for the few words that Qt itself shows; its own translations have none."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

WORDS = {
    "Undo": "เลิกทำ",
    "Redo": "ทำซ้ำ",
    "Cut": "ตัด",
    "Copy": "คัดลอก",
    "Paste": "วาง",
    "Delete": "ลบ",
    "Select All": "เลือกทั้งหมด",
    "Copy Link Location": "คัดลอกที่อยู่ลิงก์",
    "Step up": "เพิ่มขึ้น",
    "Step down": "ลดลง",
    "OK": "ตกลง",
    "Cancel": "ยกเลิก",
    "Close": "ปิด",
    "Yes": "ใช่",
    "No": "ไม่ใช่",
    "Open": "เปิด",
    "Save": "บันทึก",
    "Scroll here": "เลื่อนมาที่นี่",
    "Top": "บนสุด",
    "Bottom": "ล่างสุด",
    "Left edge": "ซ้ายสุด",
    "Right edge": "ขวาสุด",
    "Page up": "ขึ้นหนึ่งหน้า",
    "Page down": "ลงหนึ่งหน้า",
    "Page left": "ไปทางซ้ายหนึ่งหน้า",
    "Page right": "ไปทางขวาหนึ่งหน้า",
    "Scroll up": "เลื่อนขึ้น",
    "Scroll down": "เลื่อนลง",
    "Scroll left": "เลื่อนซ้าย",
    "Scroll right": "เลื่อนขวา",
}


class ThaiWords(QTranslator):
    """Looks words up without the mark of their key; what it does not know stays as it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        _context: str,
        source: str,
        _disambiguation: str | None = None,
        _count: int = -1,
    ) -> str:
        return WORDS.get(source.replace("&", ""), source)
