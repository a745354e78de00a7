"""Asks before a changed catalogue makes scores stand for other questions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from itadesk.model.catalogue import Catalogue
from itadesk.services.catalogues import scores_that_would_move
from itadesk.thai.digits import to_thai
from ui.dialogs import message
from ui.session import Session

_NAMED = 12  # codes named in the question; more are counted


def may_move_scores(parent: QWidget, session: Session, catalogue: Catalogue) -> bool:
    """True when no score of the year would move, or the user wants it so."""
    codes = session.ask(scores_that_would_move, catalogue)
    if not codes:
        return True
    named = to_thai(" ".join(codes[:_NAMED]))
    more = len(codes) - _NAMED
    rest = f" และอีก {to_thai(str(more))} ข้อ" if more > 0 else ""
    return message.confirm(
        parent,
        "คะแนนที่กรอกไว้จะไปอยู่กับข้อคำถามอื่น",
        f"ปี {to_thai(str(catalogue.year))} มีคะแนนแล้ว เมื่อจำนวนข้อหรือช่วงข้อเปลี่ยน คะแนนยังอยู่กับเลขข้อเดิม "
        f"คะแนนของข้อ {named}{rest} จึงจะเป็นของข้อคำถามหรือตัวชี้วัดอื่น หรือไม่ถูกนำมาคิด "
        "หลังบันทึกโปรดตรวจคะแนนข้อเหล่านี้กับหน้าผลคะแนน (เลิกทำได้)",
        yes="บันทึก แล้วจะตรวจคะแนน",
        no="กลับไปแก้ไข",
        danger=True,
    )
