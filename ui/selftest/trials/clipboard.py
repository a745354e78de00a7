"""Thai text and a table go to the clipboard and come back; what was there is put back."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from itadesk.selftest import Found, Place, Trial, Verdict

_TEXT = "ข้อ\tคะแนน\ni๑\t๙๘.๗๕\nน้ำใจ\t๑๐๐"
_HTML = "<table><tr><td>น้ำใจ</td><td>๑๐๐</td></tr></table>"
_ADVICE = "โปรดปิดโปรแกรมที่จัดการคลิปบอร์ด แล้วตรวจอีกครั้ง"


def _run(_place: Place) -> Found:
    board = QGuiApplication.clipboard()
    before = _copied(board.mimeData())
    ours = QMimeData()
    ours.setText(_TEXT)
    ours.setHtml(_HTML)
    board.setMimeData(ours)
    back = board.mimeData()
    text, table = back.text().replace("\r\n", "\n") == _TEXT, "น้ำใจ" in back.html()
    board.clear()
    if before.formats():
        board.setMimeData(before)
    if not (text and table):
        return Found(Verdict.BAD, "ข้อความที่วางไม่ตรงกับที่คัดลอก", _ADVICE)
    return Found(Verdict.GOOD, "คัดลอกและวางข้อความไทยและตารางได้ตรงกัน คืนของเดิมให้แล้ว")


def _copied(mime: QMimeData | None) -> QMimeData:
    """What the clipboard holds belongs to it and goes with the next copy."""
    kept = QMimeData()
    if mime is not None:
        for kind in mime.formats():
            kept.setData(kind, mime.data(kind))
    return kept


TRIAL = Trial("clipboard", 230, "คัดลอกและวาง", "คัดลอกข้อความและตารางภาษาไทย แล้ววางกลับ", _run)
