"""Many files into one new folder, while the window stays awake."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from itadesk.errors import ItadeskError
from itadesk.services.whole_set import NamedFile, Written, new_folder, write_files
from itadesk.thai.digits import to_thai
from ui import theme
from ui.dialogs.files import pick_folder
from ui.dialogs.frame import open_at
from ui.session import Session
from ui.typesetting import Typesetter
from ui.widgets.buttons import button, primary_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.item_look import item_style
from ui.widgets.labels import label
from ui.widgets.row_breaks import break_words

_ID = Qt.ItemDataRole.UserRole


class _Relay(QObject):
    """Speaks from the thread of the typesetting to the window's."""

    wrote = Signal(Written)
    ended = Signal()


class FolderSet(QDialog):
    """Ticks for what is to be made; then what is being written, and in the end how it went.

    A set of its own fills `list`, says by `files` what is to be written, and by `count` how much
    that is; `begun_with` are the widgets that go once the writing begins.
    """

    what = "เอกสาร ITA"  # begins the name of the folder
    asking = "เลือกที่เก็บเอกสารทั้งชุด"

    def __init__(
        self, parent: QWidget | None, session: Session, typesetter: Typesetter, folder: Path
    ) -> None:
        super().__init__(parent)
        self._session, self._typesetter = session, typesetter
        self.place = folder  # where the folder of the set is made
        self.folder: Path | None = None  # of the set, once it is made
        self.results: list[Written] = []
        self._relay, self._stop, self._running = _Relay(), Event(), False
        self.state, self.problem = label(role="quiet", wrap=True), label(role="problem", wrap=True)
        self.list = _list()
        self.everything = button("เลือกทั้งหมด", self._tick_all, role="quiet")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.look = button("เปิดโฟลเดอร์", self._look, sign="folder")
        self.cancel = button("ยกเลิก", self.reject)
        self.agree = primary_button("เลือกที่เก็บแล้วสร้าง…", self.start)
        self.kinds: dict[str, QCheckBox] = {}  # by ending

    def files(self, year: int) -> Sequence[NamedFile]:
        """What is ticked; raises ItadeskError."""
        raise NotImplementedError

    def count(self) -> None:
        """Says what will be made; nothing can be begun while that is nothing."""
        raise NotImplementedError

    def finish(self, good: Sequence[str]) -> None:
        """After the last file; `good` are the names of those that were written."""

    def recount(self) -> None:
        """After something was ticked or not."""
        everything = len(self.chosen()) == self.offered()
        self.everything.setText("ไม่เลือกเลย" if everything else "เลือกทั้งหมด")
        self.count()

    def chosen(self) -> tuple[str, ...]:
        """Ids of the ticked entries."""
        return tuple(str(each.data(_ID)) for each in self._offered() if _ticked(each))

    def endings(self) -> tuple[str, ...]:
        """Of the kinds of file that are ticked."""
        return tuple(ending for ending, box in self.kinds.items() if box.isChecked())

    def start(self) -> None:
        """Asks for the place, makes the folder there and begins to write."""
        year = self._session.year
        parent = pick_folder(self, self.asking, self.place)
        if year is None or parent is None:
            return
        self.place = parent
        try:
            files = self.files(year)
            self.folder = new_folder(parent, year, self.what)
        except ItadeskError as refusal:
            self._judge(str(refusal))
            return
        self._begin(files, self.folder)

    def reject(self) -> None:
        """Closes; while files are written, stops after the one that is being made."""
        if not self._running:
            super().reject()
            return
        self._stop.set()
        self.cancel.setEnabled(False)
        self.state.setText("กำลังหยุด ไฟล์ที่กำลังสร้างจะเสร็จก่อน…")

    def offered(self) -> int:
        """How many entries can be ticked."""
        return len(self._offered())

    def add_entry(
        self, name: str, words: str, tip: str, *, ticked: bool = True, offered: bool = True
    ) -> None:
        """A line with a box, or without one where it cannot be made."""
        item = QListWidgetItem(words, self.list)
        item.setData(_ID, name)
        item.setToolTip(tip)
        if offered:
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        else:
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def lay_out(self, title: str, kinds: dict[str, str], *above: QWidget) -> None:
        """`kinds` are words by ending, the first one ticked; `above` stands below the head."""
        self.setWindowTitle(title)
        self.list.setAccessibleName(title)
        self._begun_with = QWidget()
        row = FlowLayout(self._begun_with, theme.GAP)
        for each in above:
            row.addWidget(each)
        for ending, words in kinds.items():
            self.kinds[ending] = QCheckBox(words)
            row.addWidget(self.kinds[ending])
        next(iter(self.kinds.values())).setChecked(True)
        row.addWidget(self.everything)
        below = QHBoxLayout()
        below.setSpacing(theme.GAP)
        below.addWidget(self.look)
        below.addStretch()
        below.addWidget(self.cancel)
        below.addWidget(self.agree)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label(title, "heading"))
        for widget in (self.state, self.progress, self._begun_with):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.problem)
        column.addLayout(below)
        for hidden in (self.progress, self.problem, self.look):
            hidden.hide()
        open_at(self, 620, 480)
        self._listen()

    def _listen(self) -> None:
        self.list.itemChanged.connect(self.recount)
        for box in self.kinds.values():
            box.toggled.connect(self.recount)
        queued = Qt.ConnectionType.QueuedConnection
        self._relay.wrote.connect(self._show_written, queued)
        self._relay.ended.connect(self._end, queued)
        self.recount()

    def _tick_all(self) -> None:
        some_left = len(self.chosen()) < self.offered()
        for item in self._offered():
            item.setCheckState(Qt.CheckState.Checked if some_left else Qt.CheckState.Unchecked)

    def _offered(self) -> list[QListWidgetItem]:
        items = (self.list.item(n) for n in range(self.list.count()))
        return [each for each in items if each.flags() & Qt.ItemFlag.ItemIsEnabled]

    def _begin(self, files: Sequence[NamedFile], folder: Path) -> None:
        self._running = True
        self.list.blockSignals(True)
        self.list.clear()
        self.list.setAccessibleName("ไฟล์ที่สร้างแล้ว")
        for widget in (self._begun_with, self.agree, self.problem):
            widget.hide()
        self.progress.setRange(0, len(files))
        self.progress.show()
        self.cancel.setFocus()
        self.state.setText(f"กำลังสร้าง {to_thai(str(len(files)))} ไฟล์ใน “{folder.name}”…")
        self._typesetter.do_between(partial(_write, files, folder, self._stop, self._relay))

    def _show_written(self, result: Written) -> None:
        self.results.append(result)
        self.progress.setValue(len(self.results))
        words = f"▲ {result.name}\n{result.problem}" if result.problem else f"✓ {result.name}"
        QListWidgetItem(words, self.list)
        self.list.scrollToBottom()

    def _end(self) -> None:
        self._running = False
        bad = [each for each in self.results if each.problem]
        good, total = len(self.results) - len(bad), self.progress.maximum()
        words = f"สร้างแล้ว {to_thai(str(good))} จาก {to_thai(str(total))} ไฟล์"
        if self._stop.is_set() and len(self.results) < total:
            words = f"หยุดตามที่สั่ง {words} ไฟล์ที่เสร็จแล้วยังอยู่"
        if bad:
            self.list.scrollToItem(self.list.item(self.results.index(bad[0])))
            words += f" · สร้างไม่ได้ {to_thai(str(len(bad)))} ไฟล์ ดูเหตุผลในรายการ"
        self.state.setText(f"{words}\nในโฟลเดอร์ “{self.folder}”")
        self.progress.hide()
        self.look.show()
        self.cancel.setText("ปิด")
        self.cancel.setEnabled(True)
        self.cancel.setFocus()
        self.finish([each.name for each in self.results if not each.problem])
        bugs = [each.bug for each in self.results if each.bug is not None]
        if bugs:
            raise ExceptionGroup("documents that could not be made", bugs)

    def _look(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def _judge(self, sentence: str) -> None:
        self.problem.setText(f"▲ {sentence}")
        self.problem.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()


def _write(files: Sequence[NamedFile], folder: Path, stop: Event, relay: _Relay) -> None:
    try:
        write_files(files, folder, relay.wrote.emit, stop.is_set)
    finally:
        relay.ended.emit()


def _list() -> QListWidget:
    made = QListWidget()
    made.setStyleSheet(item_style("QListView", "4px"))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    made.setWordWrap(True)
    break_words(made)
    return made


def _ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
