"""The deadlines of the year shown as a file for another calendar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from itadesk.deadlines import deadlines
from itadesk.errors import ItadeskError
from itadesk.naming import file_name
from itadesk.services.calendar import write_calendar
from itadesk.thai.digits import to_thai
from ui.dialogs import files
from ui.session import Session
from ui.widgets.notice import Tone, notify


def give_calendar(near: QWidget, session: Session) -> None:
    """Asks where to, writes it, and says what to do with it."""
    data = session.data
    if data is None:
        return
    name = file_name(f"กำหนดการ ITA ปี {to_thai(str(data.assessment.plan_year))}", ".ics")
    folder = session.path.parent if session.path else Path.home()
    target = files.pick_save(near, "ส่งออกปฏิทิน", folder / name, files.CALENDAR)
    if target is None:
        return
    days = deadlines(data.assessment.plan_year, data.own_deadlines, data.own_rounds)
    try:
        session.ask(write_calendar, data.year, days, target)
    except ItadeskError as refusal:
        notify(near, str(refusal), Tone.PROBLEM)
    else:
        notify(near, f"บันทึก “{target.name}” แล้ว เปิดในมือถือหรือ Outlook เพื่อเพิ่มลงปฏิทิน")
