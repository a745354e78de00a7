"""Where a finished document goes: a printer, a file, another program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from itadesk.errors import ItadeskError
from itadesk.files import replace_file
from itadesk.model.office import Digits
from itadesk.thai.digits import to_thai
from ui.background import run_in_background
from ui.dialogs import files
from ui.session import Session
from ui.typesetting import Typesetter
from ui.widgets.notice import Tone, notify
from ui.widgets.pdf_view import PdfView
from ui.widgets.pdf_worker import PdfWorker

_KINDS = {".pdf": ("เอกสาร PDF", "pdf"), ".docx": ("เอกสาร Word", "docx"), ".xlsx": files.EXCEL}
_NO_PROGRAM = "ไม่พบโปรแกรมสำหรับเปิดไฟล์นี้ในเครื่อง โปรดบันทึกไฟล์แล้วเปิดที่เครื่องอื่น"


class DocumentOutput(QObject):
    """Asks where to, does it, and says so beside `page`; names are without an ending."""

    printed = Signal(int)  # pages

    def __init__(self, page: QWidget, folder: Path | None) -> None:
        super().__init__(page)
        self._page = page
        self.folder = folder
        self._jobs = PdfWorker(self._printed)

    def print_out(self, pdf: bytes, name: str, view: PdfView) -> None:
        """Asks for the printer, then prints in a thread what `view` shows."""
        from ui.dialogs import output
        from ui.printing import print_pdf

        pages = len(view.source.sizes) if view.source else 1
        printer = output.ask_printer(self._page, name, pages)
        if printer is not None:
            self._jobs.do("print", partial(print_pdf, pdf, printer, view.page))

    def save(self, name: str, ending: str, write: Callable[[Path], None], remark: str = "") -> None:
        """Writes to a file the user chooses; `remark` ends the sentence that says so."""
        target = self._target(name, ending)
        if target is None:
            return
        try:
            write(target)
        except ItadeskError as refusal:
            self._refused(str(refusal))
        else:
            notify(self._page, f"บันทึก “{target.name}” แล้ว{remark}")

    def save_made(
        self, name: str, ending: str, make: Callable[[], bytes], remark: str = ""
    ) -> None:
        """As `save`, of what takes its time to make and needs no store: in another thread."""
        target = self._target(name, ending)
        if target is None:
            return
        notify(self._page, f"กำลังบันทึก “{target.name}”…")
        run_in_background(
            self,
            lambda: replace_file(target, make()),
            lambda _done: notify(self._page, f"บันทึก “{target.name}” แล้ว{remark}"),
            self._refused,
        )

    def _target(self, name: str, ending: str) -> Path | None:
        folder = self.folder if self.folder and self.folder.is_dir() else Path.home()
        suggestion = folder / f"{name}{ending}"
        target = files.pick_save(self._page, "บันทึกเอกสาร", suggestion, _KINDS[ending])
        self.folder = target.parent if target else self.folder
        return target

    def _refused(self, sentence: str) -> None:
        notify(self._page, sentence, Tone.PROBLEM)

    def save_pdf(self, pdf: bytes, name: str) -> None:
        """Writes what is shown to a file the user chooses."""
        self.save(name, ".pdf", lambda target: replace_file(target, pdf))

    def make_set(
        self, session: Session, typesetter: Typesetter, digits: Mapping[str, Digits]
    ) -> None:
        """The documents of the year into one folder; `digits` by form where they were chosen."""
        from ui.dialogs.whole_set import WholeSetDialog

        session.settling.emit()
        place = self.folder if self.folder and self.folder.is_dir() else Path.home()
        dialog = WholeSetDialog(self._page, session, typesetter, digits, place)
        dialog.exec()
        self.folder = dialog.place

    def show_templates(self, session: Session) -> None:
        """The office's own templates."""
        from ui.dialogs.templates import Templates

        Templates.show_for(self._page, session)

    def open_copy(self, content: bytes, name: str) -> None:
        """Opens a copy with the computer's own program; `name` has its ending."""
        from ui.dialogs import output

        try:
            opened = output.open_elsewhere(name, content)
        except ItadeskError as refusal:
            notify(self._page, str(refusal), Tone.PROBLEM)
            return
        if not opened:
            notify(self._page, _NO_PROGRAM, Tone.PROBLEM)

    def _printed(self, _name: str, future: Future[int]) -> None:
        pages = future.result()
        notify(self._page, to_thai(f"ส่งไปพิมพ์แล้ว {pages} หน้า"))
        self.printed.emit(pages)
