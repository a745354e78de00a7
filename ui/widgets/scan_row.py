"""The signed copy of a document, as a scan or a picture: attach, open, replace, take out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadesk.errors import ItadeskError
from itadesk.model.kept import KeptFile
from itadesk.services.documents import attach_scan
from itadesk.services.files import file_body, remove_file
from ui.dialogs import files
from ui.document_output import DocumentOutput
from ui.session import Session
from ui.widgets.buttons import button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label
from ui.widgets.notice import Tone, notify, notify_done


class ScanRow(QWidget):
    """`made` gives the id of the document, which may have to be begun first."""

    def __init__(
        self, session: Session, output: DocumentOutput, made: Callable[[], int | None]
    ) -> None:
        super().__init__()
        self._session, self._output, self._made = session, output, made
        self._scan: KeptFile | None = None
        self.name = label(wrap=True)
        self.attach = button("แนบสำเนาที่ลงนาม", self._attach, role="quiet", sign="plus")
        self.open = button("เปิด", self._open, role="quiet")
        self.replace = button("เปลี่ยน", self._attach, role="quiet")
        self.remove = button("เอาออก", self._remove, role="quiet")
        holder = QWidget()
        flow = FlowLayout(holder, gap=4)
        for each in (self.open, self.replace, self.remove):
            flow.addWidget(each)
        self._known = holder
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addWidget(holder)
        column.addWidget(self.attach, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_scan(self, scan: KeptFile | None) -> None:
        """The signed copy, or the way to attach one."""
        self._scan = scan
        self.name.setText(f"สำเนาที่ลงนาม: {scan.name}" if scan else "")
        for each in (self.name, self._known):
            each.setVisible(scan is not None)
        self.attach.setVisible(scan is None)

    def _attach(self) -> None:
        year = self._session.year
        folder = self._output.folder or Path.home()
        path = files.pick_open(self, "เลือกสำเนาที่ลงนาม", folder, files.SCAN)
        if path is None or year is None:
            return
        try:
            body = path.read_bytes()
        except OSError:
            words = f"อ่านไฟล์ “{path.name}” ไม่ได้ โปรดปิดโปรแกรมที่เปิดไฟล์นี้อยู่ แล้วเลือกใหม่"
            notify(self, words, Tone.PROBLEM)
            return
        self._output.folder = path.parent
        document = self._made()
        if document is None:
            return
        told = (year, document, path.name, body, str(path))
        if self._session.run(attach_scan, *told) is not None:
            notify_done(self, f"แนบ “{path.name}” แล้ว", self._session)

    def _open(self) -> None:
        scan = self._scan
        if scan is None or scan.id is None:
            return
        try:
            body = Path(scan.path).read_bytes() if scan.path else self._body(scan.id)
        except (OSError, ItadeskError):
            words = f"ไม่พบไฟล์ “{scan.name}” ที่เดิมแล้ว โปรดเลือก “เปลี่ยน” แล้วแนบใหม่"
            notify(self, words, Tone.PROBLEM)
            return
        self._output.open_copy(body, scan.name)

    def _body(self, file_id: int) -> bytes:
        return self._session.ask(file_body, file_id)

    def _remove(self) -> None:
        if self._scan is None or self._scan.id is None:
            return
        if self._session.run(remove_file, self._scan.id) is not None:
            notify_done(self, "เอาสำเนาที่ลงนามออกแล้ว", self._session)
