"""กู้คืนจากสำเนาสำรอง: the copies at the left, what the chosen one holds at the right."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from itadesk.errors import ItadeskError
from itadesk.model.backup import Backup, backup_at
from itadesk.services.summary import FileSummary, compared, summarise
from itadesk.storage import Storage
from itadesk.thai.digits import to_thai
from ui import theme
from ui.background import run_in_background
from ui.copying import moment_words
from ui.dialogs.files import OFFICE, pick_open
from ui.dialogs.frame import open_at
from ui.dialogs.restore_text import comparison
from ui.widgets.buttons import button, primary_button
from ui.widgets.item_look import item_style
from ui.widgets.labels import label

COPY = Qt.ItemDataRole.UserRole
Read = FileSummary | str  # or why it cannot be read
_LONGEST, _AROUND = "๓๐ มิ.ย. ๒๕๖๙ ๒๐.๐๐ น.", 44  # of a line of the list; px of edges and bar


class RestoreDialog(QDialog):
    """Reads in the background; `chosen` is the copy that was agreed to."""

    def __init__(
        self, parent: QWidget | None, storage: Storage, path: Path, second: Path | None
    ) -> None:
        super().__init__(parent)
        self._storage, self._path, self._second = storage, path, second
        self._read: dict[Path, Read] = {}
        self.chosen: Path | None = None
        self.setWindowTitle("กู้คืนจากสำเนาสำรอง")
        open_at(self, 940, 470)
        self.list, self.text = QListWidget(), QTextBrowser()
        self.list.setAccessibleName("สำเนาสำรอง")
        self.list.setStyleSheet(item_style("QListView", "6px 8px"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setAccessibleName("ข้อมูลในสำเนาที่เลือก")
        self.state = label("กำลังค้นหาสำเนาสำรอง…", "quiet", wrap=True)
        self.other = button("เลือกไฟล์สำรองอื่น…", self._pick, role="quiet")
        self.agree = primary_button("กู้คืนสำเนานี้", self._agree)
        self.agree.setEnabled(False)
        self.cancel = button("ยกเลิก", self.reject)
        self._lay_out()
        self.list.currentItemChanged.connect(self._show)
        self._look(path)
        run_in_background(self, self._found, self._list, self.state.setText)

    @classmethod
    def ask(
        cls, parent: QWidget | None, storage: Storage, path: Path, second: Path | None
    ) -> Path | None:
        """The copy that is to take the file's place, or None."""
        dialog = cls(parent, storage, path, second)
        return dialog.chosen if dialog.exec() == QDialog.DialogCode.Accepted else None

    def add(self, copy: Path, words: str) -> QListWidgetItem:
        """A line of the list."""
        item = QListWidgetItem(words)
        item.setData(COPY, copy)
        item.setToolTip(str(copy))
        self.list.addItem(item)
        return item

    def _found(self) -> tuple[Sequence[Backup], Sequence[Backup]]:
        usual = self._storage.backups(self._path)
        return usual, self._storage.backups(self._path, self._second) if self._second else ()

    def _list(self, found: tuple[Sequence[Backup], Sequence[Backup]]) -> None:
        for place, copies in zip(("", " · ที่เก็บที่สอง"), found, strict=True):
            for each in copies:
                self.add(each.path, f"{moment_words(each.made)}\n{size_words(each)}{place}")
        count = self.list.count()
        self.state.setText(
            f"มีสำเนา {to_thai(str(count))} ฉบับ เลือกดูข้อมูลในแต่ละฉบับก่อนกู้คืนได้"
            if count
            else "ยังไม่มีสำเนาของไฟล์นี้ในที่เก็บ หากเก็บสำเนาไว้ที่อื่น โปรดเลือกไฟล์นั้น"
        )
        if count:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _pick(self) -> None:
        path = pick_open(self, "เลือกไฟล์สำรอง", self._second or self._path.parent, OFFICE)
        if path is None:
            return
        found = backup_at(path)
        words = f"{moment_words(found.made)}\n{size_words(found)}" if found else path.stem
        self.list.setCurrentItem(self.add(path, words))

    def _current(self) -> Path | None:
        item = self.list.currentItem()
        copy: Path | None = item.data(COPY) if item is not None else None
        return copy

    def _look(self, path: Path) -> None:
        """Reads what a file holds, once."""

        def keep(read: Read) -> None:
            self._read[path] = read
            self._show()

        run_in_background(self, partial(_summary, self._storage, path), keep, keep)

    def _show(self) -> None:
        copy = self._current()
        read = self._read.get(copy) if copy is not None else None
        self.agree.setEnabled(isinstance(read, FileSummary) and copy != self._path)
        if copy is None:
            self.text.clear()
        elif read is None:
            self.text.setPlainText("กำลังอ่านสำเนานี้…")
            self._look(copy)
        elif isinstance(read, str):
            self.text.setPlainText(f"▲ {read}")
        else:
            present = self._read.get(self._path)
            other = present if isinstance(present, FileSummary) else None
            self.text.setHtml(comparison(compared(read, other), beside=other is not None))

    def _agree(self) -> None:
        self.chosen = self._current()
        self.accept()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.list, 1)
        column.addWidget(self.other)
        moment = self.list.fontMetrics().horizontalAdvance(_LONGEST)
        left.setMinimumWidth(moment + theme.px(_AROUND))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(left)
        splitter.addWidget(self.text)
        splitter.setSizes([theme.px(280), theme.px(640)])
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(
            label("ไฟล์ปัจจุบันไม่หาย เก็บไว้ในโฟลเดอร์เดียวกันในชื่อที่ลงท้ายว่า “ก่อนกู้คืน”", "quiet", wrap=True), 1
        )
        row.addWidget(self.cancel)
        row.addWidget(self.agree)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        outer.setSpacing(theme.GAP)
        outer.addWidget(label(f"กู้คืน “{self._path.stem}”", "heading", wrap=True))
        outer.addWidget(self.state)
        outer.addWidget(splitter, 1)
        outer.addLayout(row)


def size_words(copy: Backup) -> str:
    """Number and size of a copy: สำเนาที่ ๑๒ · ๑.๔ MB."""
    size = to_thai(f"{copy.size / 1_000_000:.1f}")
    return f"สำเนาที่ {to_thai(str(copy.number))} · {size} MB"


def _summary(storage: Storage, path: Path) -> Read:
    try:
        with closing(storage.read(path)) as store:
            return summarise(store)
    except ItadeskError as refusal:
        return str(refusal)
