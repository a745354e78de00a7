"""The files and photos of a measure in a round: attach, drop, caption, open, take out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadesk.errors import ItadeskError
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.year import YearData
from itadesk.services.evidence import attach_evidence, evidence_of
from itadesk.services.files import MUCH, change_caption, file_body, remove_file
from itadesk.thai.digits import to_thai
from ui.dialogs import files, output
from ui.session import Session
from ui.widgets.buttons import button
from ui.widgets.evidence_row import EvidenceRow
from ui.widgets.labels import label
from ui.widgets.notice import Tone, notify, notify_done


class EvidenceFiles(QWidget):
    """Saved at once; what is dropped on it is attached."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._place = (0, 0)  # measure, months
        self._folder = Path.home()
        self.rows: list[EvidenceRow] = []
        self.attach = button("แนบไฟล์หรือภาพ", self._pick, role="quiet", sign="plus")
        self.attach.setToolTip("หรือลากไฟล์มาวางที่นี่ ไฟล์ที่ใหญ่กว่า ๑๐ MB เก็บเป็นที่อยู่ของไฟล์")
        self.setAcceptDrops(True)
        head = QHBoxLayout()
        head.addWidget(label("ไฟล์และภาพถ่าย", "quiet"), 1)
        head.addWidget(self.attach)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)

    def show_files(self, data: YearData, measure: int, months: int) -> None:
        """The files of a measure in a round; rows that stay keep what is typed."""
        found = evidence_of(data.files, measure, months)
        before, self._place = self._place, (measure, months)
        if [each.id for each in found] == [
            row.kept.id for row in self.rows
        ] and before == self._place:
            for row, kept in zip(self.rows, found, strict=True):
                row.take(kept)
            return
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [self._made(kept) for kept in found]
        for row in self.rows:
            self._column.addWidget(row)

    def show_problems(self, problems: Mapping[int, str]) -> None:
        """Beside each file what is wrong with it outside."""
        for row in self.rows:
            row.show_problem(problems.get(row.kept.id or 0, ""))

    def settle(self) -> None:
        """Saves a caption that is still being typed."""
        for row in self.rows:
            row.settle()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Attaches files one by one; one that is refused is told and the others go on."""
        year = self._session.year
        if year is None or not self._place[0]:
            return
        place, kept = self._place, 0
        for path in paths:
            kept += self._session.run(attach_evidence, year, *place, path) is not None
        if kept == 1:
            notify_done(self, f"แนบไฟล์แล้ว{self._remark()}", self._session)
        elif kept:
            notify(self, f"แนบ {to_thai(str(kept))} ไฟล์แล้ว{self._remark()}")

    def _remark(self) -> str:
        data = self._session.data
        whole = sum(each.size for each in data.files if not each.path) if data else 0
        if whole <= MUCH:
            return ""
        size = to_thai(f"{whole / 1024**2:.0f}")
        return f" ไฟล์ของปีนี้รวม {size} MB แล้ว การคัดลอกและส่งไฟล์จะช้าลง"

    def _made(self, kept: KeptFile) -> EvidenceRow:
        photo = kept.role is FileRole.PHOTO and kept.id is not None
        row = EvidenceRow(kept, self._body(kept) if photo else None)
        row.opened.connect(partial(self._open, kept))
        row.removed.connect(partial(self._remove, kept))
        row.captioned.connect(partial(self._caption, kept))
        return row

    def _body(self, kept: KeptFile) -> bytes:
        return self._session.ask(file_body, kept.id or 0)

    def _pick(self) -> None:
        paths = files.pick_several(self, "เลือกไฟล์หรือภาพหลักฐาน", self._folder, files.ANY)
        if paths:
            self._folder = paths[0].parent
            self.take_in(paths)

    def _open(self, kept: KeptFile) -> None:
        if kept.path and not Path(kept.path).is_file():
            words = f"ไม่พบไฟล์ “{kept.name}” ที่ {kept.path} โปรดนำไฟล์กลับไปไว้ที่เดิม หรือแนบใหม่"
            notify(self, words, Tone.PROBLEM)
            return
        try:
            opened = (
                QDesktopServices.openUrl(QUrl.fromLocalFile(kept.path))
                if kept.path
                else output.open_elsewhere(kept.name, self._body(kept))
            )
        except ItadeskError as refusal:
            notify(self, str(refusal), Tone.PROBLEM)
            return
        if not opened:
            notify(self, f"ไม่พบโปรแกรมสำหรับเปิด “{kept.name}” ในเครื่องนี้", Tone.PROBLEM)

    def _remove(self, kept: KeptFile) -> None:
        if kept.id is not None and self._session.run(remove_file, kept.id) is not None:
            notify_done(self, f"เอา “{kept.name}” ออกแล้ว", self._session)

    def _caption(self, kept: KeptFile, words: str) -> None:
        self._session.run(change_caption, kept, words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        self.take_in([Path(url.toLocalFile()) for url in urls])
        event.acceptProposedAction()
