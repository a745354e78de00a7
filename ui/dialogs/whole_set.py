"""ทั้งชุด: the documents of the year into one folder, while the window stays awake."""

from __future__ import annotations

from collections.abc import Mapping
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
from itadesk.model.office import Digits
from itadesk.reports.forms import forms
from itadesk.services.whole_set import WholeSet, Written, new_folder, read_set, write_set
from itadesk.thai.digits import to_thai
from ui import theme
from ui.dialogs.files import pick_folder
from ui.models.forms import FormRow, form_rows
from ui.session import Session
from ui.typesetting import Typesetter
from ui.widgets.buttons import button, primary_button
from ui.widgets.item_look import item_style
from ui.widgets.labels import label

_ID = Qt.ItemDataRole.UserRole


class _Relay(QObject):
    """Speaks from the thread of the typesetting to the window's."""

    wrote = Signal(Written)
    ended = Signal()


class WholeSetDialog(QDialog):
    """Ticks for forms and kinds; then what is being written, and in the end how it went."""

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        typesetter: Typesetter,
        digits: Mapping[str, Digits],
        folder: Path,
    ) -> None:
        super().__init__(parent)
        self._session, self._typesetter, self._digits = session, typesetter, digits
        self.place = folder  # where the folder of the set is made
        self.folder: Path | None = None  # of the set, once it is made
        self.results: list[Written] = []
        self._relay, self._stop, self._running = _Relay(), Event(), False
        self.setWindowTitle("สร้างเอกสารทั้งชุด")
        self.state, self.problem = label(role="quiet", wrap=True), label(role="problem", wrap=True)
        self.list = _list("เอกสารที่จะสร้าง")
        data = session.data
        for row in form_rows(forms(), data) if data else ():
            self._add_form(row)
        self.pdf, self.word = QCheckBox("PDF"), QCheckBox("Word")
        self.workbook = QCheckBox("ข้อมูลเป็น Excel")
        self.everything = button("เลือกทั้งหมด", self._tick_all, role="quiet")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.look = button("เปิดโฟลเดอร์", self._look, sign="folder")
        self.cancel = button("ยกเลิก", self.reject)
        self.agree = primary_button("เลือกที่เก็บแล้วสร้าง…", self.start)
        self._lay_out()
        self._listen()
        self._count()

    def chosen(self) -> tuple[str, ...]:
        """Ids of the ticked forms."""
        items = (self.list.item(n) for n in range(self.list.count()))
        return tuple(str(each.data(_ID)) for each in items if _ticked(each))

    def start(self) -> None:
        """Asks for the place, makes the folder there and begins to write."""
        year = self._session.year
        parent = pick_folder(self, "เลือกที่เก็บเอกสารทั้งชุด", self.place)
        if year is None or parent is None:
            return
        self.place = parent
        try:
            whole = self._session.ask(
                read_set, year, self.chosen(), self._endings(),
                workbook=self.workbook.isChecked(), digits=self._digits,
            )  # fmt: skip
            self.folder = new_folder(parent, year)
        except ItadeskError as refusal:
            self._judge(str(refusal))
            return
        self._begin(whole, self.folder)

    def reject(self) -> None:
        """Closes; while files are written, stops after the one that is being made."""
        if not self._running:
            super().reject()
            return
        self._stop.set()
        self.cancel.setEnabled(False)
        self.state.setText("กำลังหยุด เอกสารที่กำลังสร้างจะเสร็จก่อน…")

    def _lay_out(self) -> None:
        self._kinds = QWidget()
        kinds = QHBoxLayout(self._kinds)
        kinds.setContentsMargins(0, 0, 0, 0)
        kinds.setSpacing(theme.BLOCK)
        for box in (self.pdf, self.word, self.workbook):
            kinds.addWidget(box)
        kinds.addStretch()
        kinds.addWidget(self.everything)
        self.pdf.setChecked(True)
        self.workbook.setChecked(True)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.look)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.agree)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label(self.windowTitle(), "heading"))
        for widget in (self.state, self.progress, self._kinds):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.problem)
        column.addLayout(row)
        for widget in (self.progress, self.problem, self.look):
            widget.hide()
        self.resize(620, 480)

    def _listen(self) -> None:
        self.list.itemChanged.connect(self._count)
        for box in (self.pdf, self.word, self.workbook):
            box.toggled.connect(self._count)
        queued = Qt.ConnectionType.QueuedConnection
        self._relay.wrote.connect(self._show_written, queued)
        self._relay.ended.connect(self._end, queued)

    def _add_form(self, row: FormRow) -> None:
        words = f"{row.title} · {row.state}" if row.lacking else row.title
        item = QListWidgetItem(words, self.list)
        item.setData(_ID, row.id)
        item.setToolTip("\n".join((row.title, row.state, *row.lacking)))
        item.setCheckState(Qt.CheckState.Checked)

    def _endings(self) -> tuple[str, ...]:
        kinds = ((self.pdf, ".pdf"), (self.word, ".docx"))
        return tuple(ending for box, ending in kinds if box.isChecked())

    def _count(self) -> None:
        """Says what will be made; nothing can be begun while that is nothing."""
        chosen, all_of_them = len(self.chosen()), self.list.count()
        forms = f"เอกสาร {to_thai(str(chosen))} จาก {to_thai(str(all_of_them))} แบบ"
        self.state.setText(f"{forms} จะอยู่ในโฟลเดอร์ใหม่โฟลเดอร์เดียว")
        self.everything.setText("ไม่เลือกเลย" if chosen == all_of_them else "เลือกทั้งหมด")
        files = chosen * len(self._endings()) + self.workbook.isChecked()
        self.agree.setEnabled(files > 0)

    def _tick_all(self) -> None:
        some_left = len(self.chosen()) < self.list.count()
        state = Qt.CheckState.Checked if some_left else Qt.CheckState.Unchecked
        for place in range(self.list.count()):
            self.list.item(place).setCheckState(state)

    def _begin(self, whole: WholeSet, folder: Path) -> None:
        self._running = True
        self.list.blockSignals(True)
        self.list.clear()
        self.list.setAccessibleName("เอกสารที่สร้างแล้ว")
        for widget in (self._kinds, self.agree, self.problem):
            widget.hide()
        self.progress.setRange(0, len(whole))
        self.progress.show()
        self.cancel.setFocus()
        self.state.setText(f"กำลังสร้าง {to_thai(str(len(whole)))} ไฟล์ใน “{folder.name}”…")
        self._typesetter.do_between(partial(_write, whole, folder, self._stop, self._relay))

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


def _write(whole: WholeSet, folder: Path, stop: Event, relay: _Relay) -> None:
    try:
        write_set(whole, folder, relay.wrote.emit, stop.is_set)
    finally:
        relay.ended.emit()


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setStyleSheet(item_style("QListView", "4px"))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    made.setWordWrap(True)
    return made


def _ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
