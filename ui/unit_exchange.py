"""Sheets out to the units and back, from a page that shows a round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from itadesk.reports.parts.names import parts_word
from itadesk.thai.digits import to_thai
from ui.dialogs import files
from ui.session import Session
from ui.typesetting import Typesetter
from ui.widgets.notice import Tone, notify, notify_done

SEND, TAKE = "ส่งให้{parts}…", "รับจาก{parts}…"
PARTS = "สำนัก/กอง"  # before a year is shown


class UnitExchange:
    """Keeps the folder that was last used while the page lives."""

    def __init__(
        self,
        page: QWidget,
        session: Session,
        months: Callable[[], int],
        show_round: Callable[[int], None],
        today: Callable[[], date],
    ) -> None:
        self._page, self._session = page, session
        self._months, self._show_round, self._today = months, show_round, today
        self._folder = session.path.parent if session.path else Path.home()
        self._typesetter = Typesetter(page)

    def actions(self) -> tuple[QAction, QAction]:
        """Out and back, as actions of the page."""
        parts = self._parts()
        send, take = (QAction(each.format(parts=parts), self._page) for each in (SEND, TAKE))
        send.triggered.connect(self.send)
        take.triggered.connect(self.take)
        return send, take

    def _parts(self) -> str:
        """What the office calls its units."""
        data = self._session.data
        return parts_word(data.office) if data else PARTS

    def send(self) -> None:
        """Asks which units, then writes a file for each into one folder."""
        from ui.dialogs.unit_sheets import UnitSheetsDialog

        self._session.settling.emit()
        data = self._session.data
        if data is None or not data.measures:
            notify(self._page, "ยังไม่มีมาตรการให้ส่ง โปรดเพิ่มมาตรการที่หน้ามาตรการก่อน", Tone.PROBLEM)
            return
        dialog = UnitSheetsDialog(
            self._page, self._session, self._typesetter, self._folder, self._months(), self._today
        )
        dialog.exec()
        self._folder = dialog.place

    def take(self) -> None:
        """Asks for the files that came back, shows what they would change, and takes them."""
        title = f"เลือกไฟล์ที่{self._parts()}ส่งคืน (เลือกได้หลายไฟล์)"
        paths = files.pick_several(self._page, title, self._folder, files.EXCEL)
        if paths:
            self.take_files(paths)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Shows what these files would change, and takes them when agreed."""
        from ui.dialogs.unit_sheets_in import UnitSheetsIn, told

        self._folder = paths[0].parent
        self._session.settling.emit()
        dialog = UnitSheetsIn(self._page, self._session, paths, self._parts(), self._today)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.plan is not None:
            if dialog.plan.back:
                self._show_round(dialog.plan.back[-1].months)
            taken = to_thai(str(len(dialog.plan.returned) - len(dialog.plan.left_out)))
            words = f"รับแบบจาก{self._parts()} {taken} ไฟล์แล้ว {told(dialog.plan)}"
            notify_done(self._page, words, self._session)
