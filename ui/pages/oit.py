"""ทะเบียน OIT: what the office answers for each public item, and where it is found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from itadesk.model.changes import Changes, Kind
from itadesk.model.year import YearData
from itadesk.services.oit import save_oit_entry
from itadesk.thai.digits import to_thai
from ui import theme
from ui.entries.oit import how_far, unanswered
from ui.session import Session
from ui.typesetting import Typesetter
from ui.widgets.autosave import AutoSave
from ui.widgets.buttons import ToolButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import heading
from ui.widgets.list_and_form import FormCard, on_alt_arrows
from ui.widgets.notice import Tone, notify
from ui.widgets.oit_form import NO_DRAFT, Draft, OitForm
from ui.widgets.oit_table import OitTable
from ui.widgets.one_shown import OneShown

SHOWS = (Kind.OIT, Kind.CATALOGUE, Kind.SETTINGS, Kind.YEARS)
NEXT, GO_ON = "ข้อถัดไปที่ยังไม่กรอก", "จัดทำเอกสาร"
Key = tuple[int, str]  # year and code


class OitPage(QWidget):
    """The items at the left, the form of the chosen one at the right."""

    wants_page = Signal(str)

    def __init__(self, session: Session, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self._shown: Key | None = None
        self._drafts: dict[Key, Draft] = {}
        self._saving = False
        self.table, self.form, self.name = OitTable(), OitForm(today), heading("")
        self.up = ToolButton("up", "ข้อก่อนหน้า (Alt+↑)", partial(self._step, -1))
        self.down = ToolButton("down", "ข้อถัดไป (Alt+↓)", partial(self._step, 1))
        self._stack = OneShown()
        self._lay_out()
        self.setFocusProxy(self.table)
        session.settling.connect(self.form.settle)  # before the saver looks
        self.saver = AutoSave(self, session)
        self.saver.watch(self.form)
        self.saver.due.connect(self._save)
        self.table.chosen.connect(self._choose)
        self.form.copy.clicked.connect(self._copy)
        self.form.open.clicked.connect(self._open)
        self._typesetter = Typesetter(self)
        self._add_actions()
        session.changed.connect(self._changed)
        session.year_shown.connect(self._reload)
        self._reload()

    def subtitle(self) -> str:
        data = self._session.data
        return "" if data is None else how_far(data)

    def unsaved(self) -> str:
        """Items with something typed that cannot be kept."""
        self._keep_draft()
        codes = [to_thai(code) for _year, code in self._drafts]
        if not codes:
            return ""
        return f"ข้อความที่พิมพ์ในทะเบียน OIT ข้อ {' '.join(codes)} ยังไม่ได้บันทึก เพราะยังไม่ถูกต้อง"

    def show_place(self, within: str) -> None:
        """Goes to an item by its code."""
        self.table.choose(within)

    def place(self) -> str:
        return self._shown[1] if self._shown is not None else ""

    def next_unanswered(self) -> None:
        """Goes to the next item without an answer, or on to the documents."""
        self.saver.flush()
        data, shown = self._session.data, self._shown
        if data is None or shown is None:
            return
        codes = unanswered(data)
        if not codes:
            self.wants_page.emit("documents")
            return
        here = self.table.rows.place(shown[1])
        later = [code for code in codes if self.table.rows.place(code) > here]
        self.table.choose((later or codes)[0])
        self.form.answers[None].setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        self.name.setWordWrap(True)
        head.addWidget(self.name, 1)
        for each in (self.up, self.down):
            head.addWidget(each, alignment=Qt.AlignmentFlag.AlignTop)
        card = FormCard(head, self.form, 360)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(12)
        self.table.setMinimumSize(theme.px(300), 134)
        for place, (part, share) in enumerate(((self.table, 3), (card, 2))):
            both.addWidget(part)
            both.setStretchFactor(place, share)
        both.setSizes([600, 400])
        empty = EmptyState(
            "ยังไม่มีรายการ OIT ของปีนี้",
            "รายการมาจากชุดข้อคำถามของปี โปรดเพิ่มไฟล์ชุดข้อคำถามที่หน้าตั้งค่า",
            "oit",
            ("ไปที่หน้าตั้งค่า", lambda: self.wants_page.emit("settings")),
        )
        self._stack.addWidget(both)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, theme.GAP, theme.PAGE, theme.BLOCK)
        column.addWidget(self._stack)

    def _add_actions(self) -> None:
        self.go_on = QAction(NEXT, self)
        self.go_on.triggered.connect(self.next_unanswered)
        self.addAction(self.go_on)
        whole = QAction("ชุดเอกสาร OIT…", self)
        whole.triggered.connect(self.make_set)
        self.addAction(whole)
        on_alt_arrows(self, self._step)

    def _step(self, by: int) -> None:
        self.table.step(by)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*SHOWS) and not self._saving:
            self._reload()

    def _reload(self) -> None:
        data = self._session.data
        if data is None:
            return
        if self._shown is not None and self._shown[0] != data.year:
            self._keep_draft()
        code = self._shown[1] if self._shown is not None else None
        self.table.show_data(data)
        rows = self.table.rows.items
        self._stack.setCurrentIndex(0 if rows else 1)
        self.go_on.setVisible(bool(rows))
        self.go_on.setText(NEXT if unanswered(data) else GO_ON)
        if not rows:
            self._shown = None
            return
        if self.table.rows.place(code) < 0:
            code = rows[0].code
        self._show(data, code)
        self.table.choose(code)

    def _choose(self, code: str) -> None:
        data = self._session.data
        if data is not None and self._shown != (data.year, code):
            self._leave()
            self._show(self._session.data or data, code)
            self.table.choose(code)

    def _show(self, data: YearData, code: str | None) -> None:
        place = self.table.rows.place(code)
        row, units = self.table.rows.items[place], data.settings.units
        key = (data.year, row.code)
        if key == self._shown:
            self.form.take(row, units)
        else:
            self._shown = key
            draft = self._drafts.pop(key, NO_DRAFT)
            self.form.begin(row, units, draft)
            if draft.entry is not None:
                self.saver.touch()
        self.name.setText(f"{row.number} {row.name}")
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < len(self.table.rows.items) - 1)

    def _leave(self) -> None:
        """Before another item is shown: saves, and remembers what cannot be saved."""
        self._save()
        self._keep_draft()

    def _keep_draft(self) -> None:
        if self._shown is None:
            return
        self._drafts.pop(self._shown, None)
        if draft := self.form.draft():
            self._drafts[self._shown] = draft

    def _save(self) -> None:
        """Saves what differs from the file; what is refused stays to be saved later."""
        if self._shown is None or self._saving:
            return
        self.form.settle()
        if not self.form.unsaved:
            return
        self._saving = True
        changes = self._session.run(save_oit_entry, self._shown[0], self.form.entry())
        self._saving = False
        if changes is not None and self._session.year == self._shown[0]:
            self._reload()

    def make_set(self) -> None:
        """The documents that the items of the year ask for, into one folder."""
        from ui.dialogs.oit_set import OitSetDialog

        self._session.settling.emit()
        path = self._session.path
        folder = path.parent if path else Path.home()
        OitSetDialog(self, self._session, self._typesetter, folder).exec()

    def _open(self) -> None:
        """In the program that the computer has for it; the day of the look is left to the clerk."""
        url = QUrl.fromUserInput(self.form.urls.lines()[0])
        if url.scheme() not in ("http", "https"):  # an imported row could name a program
            notify(self, "เปิดได้เฉพาะที่อยู่เว็บไซต์ที่ขึ้นต้นด้วย http โปรดแก้ไข URL", Tone.PROBLEM)
        elif not QDesktopServices.openUrl(url):
            notify(self, "ไม่พบโปรแกรมสำหรับเปิดเว็บไซต์ในเครื่องนี้ โปรดคัดลอก URL ไปเปิดที่อื่น", Tone.PROBLEM)

    def _copy(self) -> None:
        lines = self.form.urls.lines()
        QGuiApplication.clipboard().setText("\n".join(lines))
        many = f" {to_thai(str(len(lines)))} ที่อยู่" if len(lines) > 1 else ""
        notify(self, f"คัดลอก URL{many}แล้ว")
