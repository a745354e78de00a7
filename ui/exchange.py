"""Excel in and out of the open file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from itadesk.naming import file_name
from itadesk.thai.digits import to_thai
from ui.background import run_in_background
from ui.dialogs.files import EXCEL, pick_open, pick_save
from ui.frame import Frame
from ui.session import Session
from ui.settings import UiSettings
from ui.widgets.notice import Tone, notify_done


class Exchange(QObject):
    """Asks for the file, does the slow part in the background, and says how it went."""

    def __init__(self, frame: Frame, session: Session, settings: UiSettings) -> None:
        super().__init__(frame)
        self._frame, self._session, self._settings = frame, session, settings

    def take_in(self) -> None:
        """Shows what an Excel file would change, and imports it when agreed."""
        path = pick_open(self._frame, "นำเข้าจาก Excel", self._settings.folder, EXCEL)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Shows what this file would change, and imports it when agreed.

        The sheet of a unit is taken where rounds are reported; a file that is not ours is asked
        about first.
        """
        from itadesk.exchange.foreign import is_foreign
        from itadesk.exchange.unit_sheet_reading import is_unit_sheet
        from ui.dialogs.import_preview import ImportPreview

        self._settings.folder = path.parent
        if self._session.year is not None and is_unit_sheet(path):
            self._take_from_unit(path)
        elif self._session.year is not None and is_foreign(path):
            self._take_foreign(path)
        elif ImportPreview.ask(self._frame, self._session, path):
            notify_done(self._frame, f"นำเข้าข้อมูลจาก “{path.name}” แล้ว", self._session)

    def _take_foreign(self, path: Path) -> None:
        from ui.dialogs.foreign_columns import ForeignColumns
        from ui.dialogs.foreign_preview import ForeignPreview

        data = self._session.data
        assert data is not None
        chosen = ForeignColumns.ask(self._frame, data, self._settings, path)
        if chosen is not None and ForeignPreview.ask(self._frame, self._session, chosen):
            notify_done(self._frame, f"นำเข้าคะแนนจาก “{path.name}” แล้ว", self._session)

    def _take_from_unit(self, path: Path) -> None:
        from ui.pages.rounds import RoundsPage

        self._frame.show_page("rounds")
        page = self._frame.page()
        assert isinstance(page, RoundsPage)
        page.units.take_files((path,))

    def give_out(self) -> None:
        """Writes the shown year as an Excel file."""
        self._session.settling.emit()
        data = self._session.data
        if data is None:
            return
        name = file_name(f"ITA {to_thai(str(data.year))} {data.office.name}", ".xlsx")
        path = pick_save(self._frame, "ส่งออก Excel", self._settings.folder / name, EXCEL)
        if path is None:
            return
        self._settings.folder = path.parent
        self._frame.busy(f"กำลังส่งออกไฟล์ “{path.name}”…")

        def work() -> Path:
            from itadesk.services.exchange import write_year

            write_year(data, path)
            return path

        run_in_background(self, work, self._written, self._refused)

    def _written(self, path: Path) -> None:
        self._frame.busy("")
        self._frame.notice.show_notice(
            f"ส่งออกไฟล์ “{path.name}” แล้ว และตรวจอ่านกลับครบถ้วน",
            Tone.DONE,
            ("เปิดโฟลเดอร์", lambda: open_folder(path)),
        )

    def _refused(self, text: str) -> None:
        self._frame.busy("")
        self._frame.tell(text, Tone.PROBLEM)


def open_folder(path: Path) -> None:
    """Shows the folder of a file in the system's file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
