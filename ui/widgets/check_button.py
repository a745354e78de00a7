"""The way from a document to what was found before it is printed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from itadesk.checks import examine
from itadesk.services.checking import check_data
from itadesk.thai.digits import to_thai
from ui import theme
from ui.session import Session
from ui.widgets.buttons import SignButton


class CheckButton(SignButton):
    """Says how much was found; emits the place that was chosen out of it."""

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__("ตรวจทาน…", "search")
        self._session = session
        self.setProperty("role", "quiet")
        self.setMinimumHeight(theme.TARGET)
        self.draw()
        self.clicked.connect(self._open)

    def count(self) -> None:
        """Checks the year as it is now, where it is seen."""
        data = self._session.data
        if data is not None and self.isVisible():
            count = len(examine(self._session.ask(check_data, data)).open)
            words = f"ตรวจทานก่อนพิมพ์ พบ {to_thai(str(count))} เรื่อง…"
            self.setText(words if count else "ตรวจทานแล้ว ไม่พบข้อที่ต้องแก้ไข…")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.count()

    def _open(self) -> None:
        from ui.dialogs.checking import look_over

        place = look_over(self, self._session)
        self.count()
        if place:
            self.chosen.emit(place)
