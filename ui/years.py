"""The year chooser of the rail."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from itadesk.services.years import score_years, start_year
from itadesk.thai.digits import to_thai
from ui.dialogs.add_year import AddYearDialog
from ui.session import Session
from ui.widgets.notice import notify


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


def add_year(near: QWidget, session: Session) -> None:
    """Asks which year and adds it; the new one is shown."""
    answer = AddYearDialog.ask(near.window(), session)
    if answer is None:
        return
    if session.run(start_year, answer.year, answer.plan_year) is not None:
        session.show_year(answer.year)
        notify(near, f"เพิ่มปี {to_thai(str(answer.year))} แล้ว เริ่มกรอกคะแนนได้เลย")
