"""Settings: the people of the office who sign, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from itadesk.model.document import Signatory
from itadesk.reports.parts.names import usual_signatories
from itadesk.services.office import save_settings
from itadesk.thai.digits import to_thai
from ui import theme
from ui.session import Session
from ui.widgets.autosave import AutoSave
from ui.widgets.buttons import ToolButton, button
from ui.widgets.card import Card
from ui.widgets.form_grid import FormGrid
from ui.widgets.item_look import item_style
from ui.widgets.labels import label
from ui.widgets.notice import notify_done
from ui.widgets.text_field import LineField
from ui.widgets.turning_row import TurningRow

_FIELDS = {
    "name": ("ชื่อ", "คำนำหน้า ชื่อ และนามสกุล"),
    "rank": ("ยศ", "เช่น ว่าที่ร้อยตรี (ถ้ามี)"),
    "position": ("ตำแหน่ง", "ตำแหน่งเต็ม"),
    "acting": ("บรรทัดรักษาราชการแทน", "เช่น รักษาราชการแทน … (ถ้ามี)"),
}


class SignersCard(Card):
    """A list beside the lines of the chosen one; each change is saved by itself."""

    def __init__(self, session: Session) -> None:
        super().__init__("ผู้ลงนาม")
        self._session = session
        self._people: tuple[Signatory, ...] = ()
        self._row = -1
        self.list = QListWidget()
        self.list.setAccessibleName("ผู้ลงนามตามลำดับ")
        self.list.setMinimumHeight(theme.px(150))
        self.list.setStyleSheet(item_style("QListView", "4px 8px"))
        self.list.currentRowChanged.connect(self._choose)
        self.fields = {part: LineField() for part in _FIELDS}
        self.add_one = button("เพิ่มผู้ลงนาม", self.append, sign="plus")
        self.usual = button("เริ่มจากตำแหน่งในหน่วยงาน", self.begin)
        self.up = ToolButton("up", "เลื่อนขึ้น (Alt+↑)", lambda: self.shift(-1))
        self.down = ToolButton("down", "เลื่อนลง (Alt+↓)", lambda: self.shift(1))
        self.delete = ToolButton("delete", "ลบผู้ลงนามที่เลือก", self.remove)
        self._form = QWidget()
        self._lay_out()
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            made = QShortcut(QKeySequence(key), self.list)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)
            made.activated.connect(lambda step=step: self.shift(step))
        self._saving = AutoSave(self, session)
        for field in self.fields.values():
            self._saving.watch(field)
        self._saving.due.connect(self.save)
        self.load()

    def load(self) -> None:
        """Shows what is stored; the chosen place stays."""
        self._show(self._session.ask(lambda store: store.office.settings()).signatories, self._row)

    def save(self) -> None:
        """The chosen one as typed."""
        if 0 <= self._row < len(self._people):
            typed = Signatory(**{part: field.stored() for part, field in self.fields.items()})
            self._store(
                (*self._people[: self._row], typed, *self._people[self._row + 1 :]), self._row
            )

    def append(self) -> None:
        """One more, to be filled in."""
        self._saving.flush()
        self._store((*self._people, Signatory()), len(self._people))
        self.fields["name"].setFocus()

    def begin(self) -> None:
        """The positions that sign in offices of this kind."""
        office = self._session.ask(lambda store: store.office.get())
        self._store(usual_signatories(office), 0)
        self.fields["name"].setFocus()

    def shift(self, step: int) -> None:
        """The chosen one up or down."""
        self._saving.flush()
        to = self._row + step
        if 0 <= self._row < len(self._people) and 0 <= to < len(self._people):
            order = list(self._people)
            order.insert(to, order.pop(self._row))
            self._store(tuple(order), to)

    def remove(self) -> None:
        """Takes the chosen one out."""
        self._saving.flush()
        if not 0 <= self._row < len(self._people):
            return
        rest = (*self._people[: self._row], *self._people[self._row + 1 :])
        if self._store(rest, min(self._row, len(rest) - 1)):
            notify_done(self, "ลบผู้ลงนามแล้ว", self._session)

    def _store(self, people: tuple[Signatory, ...], row: int) -> bool:
        stored = self._session.ask(lambda store: store.office.settings())
        changed = replace(stored, signatories=people)
        self._row = row
        return changed != stored and self._session.run(save_settings, changed) is not None

    def _choose(self, row: int) -> None:
        self._saving.flush()
        self._show(self._people, row)

    def _show(self, people: Sequence[Signatory], row: int) -> None:
        self._people = tuple(people)
        self._row = min(max(row, 0), len(people) - 1)
        self.list.blockSignals(True)
        while self.list.count() > len(people):
            self.list.takeItem(self.list.count() - 1)
        self.list.addItems([""] * (len(people) - self.list.count()))
        for place, each in enumerate(people):
            self.list.item(place).setText(_words(place + 1, each))
        self.list.setCurrentRow(self._row)
        self.list.blockSignals(False)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._people[self._row] if self._row >= 0 else None
        self._form.setEnabled(chosen is not None)
        self.usual.setVisible(not self._people)
        self.up.setEnabled(self._row > 0)
        self.down.setEnabled(0 <= self._row < len(self._people) - 1)
        self.delete.setEnabled(chosen is not None)
        for part, field in self.fields.items():
            field.show_text(getattr(chosen, part) if chosen else "")

    def _lay_out(self) -> None:
        self.add(
            label(
                "คนแรกลงนามในหนังสือ ประกาศ และคำสั่งที่ไม่ได้ระบุผู้ลงนาม คนอื่นลงนามในช่องที่ตรงกับตำแหน่ง "
                "เช่น ความเห็นท้ายบันทึกข้อความ",
                "quiet",
                wrap=True,
            )
        )
        actions = QHBoxLayout()
        actions.setSpacing(theme.GAP)
        for each in (self.add_one, self.up, self.down, self.delete):
            actions.addWidget(each)
        actions.addStretch()
        chosen = QWidget()
        left = QVBoxLayout(chosen)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.GAP)
        left.addWidget(self.list, 1)
        left.addWidget(self.usual)
        left.addLayout(actions)
        form = FormGrid()
        for part, (name, hint) in _FIELDS.items():
            form.add(name, self.fields[part])
            self.fields[part].setPlaceholderText(hint)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch()
        self.add(TurningRow({chosen: 2, self._form: 3}, theme.BLOCK))


def _words(place: int, person: Signatory) -> str:
    name = f"{person.rank}{person.name}" or "(ยังไม่ได้กรอกชื่อ)"
    return f"{to_thai(str(place))}  {name}\n{person.position or person.acting or '-'}"
