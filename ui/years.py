"""The year chooser of the rail."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from itadesk.services.years import score_years, start_year
from itadesk.thai.digits import to_thai
from ui.session import Session
from ui.widgets.notice import Tone, notify, notify_done

if TYPE_CHECKING:  # the rest is imported when a year is added
    from itadesk.carrying import Carrying, Remark

NOTHING = "ไฟล์นี้ยังไม่มีปีอื่นที่มีมาตรการหรือข้อความให้นำมาใช้ โปรดเพิ่มปีก่อน"


class YearMenu(QObject):
    """Lists the years of the file, the shown one ticked, and adds another."""

    def __init__(self, button: QToolButton, session: Session) -> None:
        super().__init__(button)
        self._button, self._session = button, session
        self.menu = QMenu(button)
        self.menu.aboutToShow.connect(self.fill)
        button.setMenu(self.menu)
        self.fill()

    def fill(self) -> None:
        """Reads the years again."""
        self.menu.clear()
        for year in self._session.ask(score_years):
            action = QAction(f"ปี {to_thai(str(year))}", self.menu)
            action.setCheckable(True)
            action.setChecked(year == self._session.year)
            action.triggered.connect(lambda _=False, year=year: self._session.show_year(year))
            self.menu.addAction(action)
        self.menu.addSeparator()
        add = self.menu.addAction("เพิ่มปี…")
        add.triggered.connect(lambda: add_year(self._button, self._session))
        if len(self._session.ask(score_years)) > 1:
            take = self.menu.addAction("นำข้อมูลปีก่อนมาใช้…")
            take.triggered.connect(lambda: take_over(self._button, self._session))


def add_year(near: QWidget, session: Session) -> None:
    """Asks which year and adds it, with what is to be taken over; the new one is shown."""
    from itadesk.services.carrying import carrying_from, start_year_with
    from ui.dialogs.add_year import AddYearDialog

    answer = AddYearDialog.ask(near.window(), session)
    if answer is None:
        return
    year, plan_year, wanted = to_thai(str(answer.year)), answer.plan_year, answer.wanted
    if wanted is None:
        if session.run(start_year, answer.year, plan_year) is not None:
            session.show_year(answer.year)
            notify(near, f"เพิ่มปี {year} แล้ว เริ่มกรอกคะแนนได้เลย")
        return
    source = (wanted.year, answer.year, plan_year, wanted.what)
    found = session.ask(carrying_from, *source)
    if session.run(start_year_with, answer.year, plan_year, found) is not None:
        session.show_year(answer.year)
        _tell_carried(
            near, session, f"เพิ่มปี {year} และนำข้อมูลปี {to_thai(str(wanted.year))} มาแล้ว", found
        )


def take_over(near: QWidget, session: Session) -> None:
    """Asks what of another year to take into the year shown, and takes it."""
    from itadesk.services.carrying import carriable, carry_over, carrying_from
    from ui.dialogs.carry_over import CarryDialog

    data = session.data
    if data is None:
        return
    counts = session.ask(carriable)
    if not any(year != data.year and any(have.values()) for year, have in counts.items()):
        notify(near, NOTHING, Tone.INFO, ("เพิ่มปี…", lambda: add_year(near, session)))
        return
    wanted = CarryDialog.ask(near.window(), data.year, counts)
    if wanted is None:
        return
    plan_year = data.assessment.plan_year
    found = session.ask(carrying_from, wanted.year, data.year, plan_year, wanted.what)
    if session.run(carry_over, data.year, found) is not None:
        _tell_carried(near, session, f"นำข้อมูลปี {to_thai(str(wanted.year))} มาใช้แล้ว", found)


def _tell_carried(near: QWidget, session: Session, words: str, found: Carrying) -> None:
    """Offers the list of what has to be looked at, else undo."""
    if not found.remarks:
        notify_done(near, words, session)
        return
    count = to_thai(str(len(found.remarks)))

    def show() -> None:
        from ui.dialogs.carry_over import RemarksDialog

        RemarksDialog(near.window(), _as_numbered(session, found), go).show()

    def go(place: str) -> None:
        from ui.window import Window

        window = near.window()
        if isinstance(window, Window) and window.frame is not None:
            window.frame.show_page(place)

    notify(near, f"{words} มีข้อความต้องตรวจ {count} เรื่อง", Tone.INFO, ("ดูรายการ", show))


def _as_numbered(session: Session, found: Carrying) -> tuple[Remark, ...]:
    """Measures by the numbers that they have got in the year."""
    data = session.data
    numbers = {(m.title, m.activities): m.position for m in data.measures} if data else {}
    given = {
        f"measures:{n}": f"measures:{numbers.get((each.title, each.activities), n)}"
        for n, each in enumerate(found.measures, 1)
    }
    return tuple(replace(each, at=given.get(each.at, each.at)) for each in found.remarks)
