"""The form of one public item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from itadesk.model.oit import OitEntry
from ui import theme
from ui.models.oit import ANSWERS, OitRow
from ui.widgets.address_field import AddressField
from ui.widgets.autosave import Typed
from ui.widgets.buttons import button
from ui.widgets.date_field import DateField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import field_label, label
from ui.widgets.text_field import TextField
from ui.widgets.unit_line import UnitLine

NARROWEST = 320  # px
GONE = "ข้อนี้ไม่อยู่ในรายการ OIT ของปีนี้แล้ว จึงแก้ไขไม่ได้ ข้อมูลที่กรอกไว้ยังพิมพ์ในทะเบียน"


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed and not in the file: a refused entry, no addresses, no date."""

    entry: OitEntry | None = None
    urls: str = ""
    day: str = ""

    def __bool__(self) -> bool:
        return self != NO_DRAFT


NO_DRAFT = Draft()


class OitForm(QWidget):
    """`entry()` is what is typed, `stored` what the file holds."""

    edited = Signal()
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stored = OitEntry("")
        self._today, self._touched = today, False
        self.note = label(GONE, "quiet", wrap=True)
        self.answers = {value: QRadioButton(words) for value, words in ANSWERS.items()}
        self.urls, self.explanation, self.unit = AddressField(), TextField(2, most=6), UnitLine()
        self.checked = DateField("วันที่ตรวจล่าสุด")
        self.today = button("วันนี้", self._put_today)
        self.urls.setPlaceholderText("บรรทัดละหนึ่งที่อยู่")
        self.copy = button("คัดลอก URL", role="quiet", sign="copy")
        self.open = button("เปิดดู", role="quiet", sign="link")
        self.url_problem = label(role="problem", wrap=True)
        self.day_problem = label(role="problem", wrap=True)
        self._lay_out()
        self._listen()

    @property
    def unsaved(self) -> bool:
        """True when the user changed something that the file does not hold yet."""
        return self._touched and self.entry() != self.stored

    def entry(self) -> OitEntry:
        """The entry as it is typed now; stored addresses and day where the typed are none."""
        stored = self.stored
        return OitEntry(
            stored.code,
            next((value for value, each in self.answers.items() if each.isChecked()), None),
            self.urls.value(stored.urls),
            self.explanation.text(),
            self.unit.line.stored(),
            self.checked.value(stored.checked_on),
        )

    def draft(self) -> Draft:
        """What would be lost by showing another item."""
        refused = self.entry() if self.unsaved else None
        return Draft(refused, self.urls.unread(), self.checked.unread())

    def begin(self, row: OitRow, units: tuple[str, ...], draft: Draft = NO_DRAFT) -> None:
        """Shows another item, with what was typed there and could not be kept."""
        self.stored, shown = row.entry, draft.entry or row.entry
        self._touched = draft.entry is not None
        self.answers[shown.answer].setChecked(True)
        self.urls.begin_urls(row.code, shown.urls, draft.urls)
        self.explanation.begin(shown.explanation)
        self.unit.show_known(units)
        self.unit.line.begin(shown.unit)
        self.checked.begin_day(shown.checked_on, draft.day)
        self._lock(not row.listed)
        self._offer_copy()

    def take(self, row: OitRow, units: tuple[str, ...]) -> None:
        """Shows what the file holds now; what is typed and not saved yet stays."""
        keep = self.unsaved
        self.stored, entry = row.entry, row.entry
        self.unit.show_known(units)
        self._lock(not row.listed)
        if keep and self.entry() != entry:  # not when it was just saved
            return
        self._touched = False
        self.answers[entry.answer].setChecked(True)
        self.urls.show_urls(entry.urls)
        self.explanation.show_text(entry.explanation)
        self.unit.line.show_text(entry.unit)
        self.checked.show_day(entry.checked_on)
        self._offer_copy()

    def settle(self) -> None:
        """Takes addresses and day as they stand."""
        self.urls.judge()
        self.checked.settle()

    def _lock(self, locked: bool) -> None:
        self.note.setVisible(locked)
        fields = (self.urls, self.explanation, self.unit, self.checked, self.today)
        for each in (*self.answers.values(), *fields):
            each.setEnabled(not locked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(4)
        column.addWidget(self.note)
        self.note.hide()
        group, answers = QButtonGroup(self), FlowLayout(gap=theme.BLOCK)
        for each in self.answers.values():
            group.addButton(each)
            answers.addWidget(each)
        column.addLayout(answers)
        above = QHBoxLayout()
        above.addWidget(field_label("URL", self.urls), 1)
        above.addWidget(self.open)
        above.addWidget(self.copy)
        column.addLayout(above)
        column.addWidget(self.urls)
        column.addWidget(self.url_problem)
        _put(column, field_label("คำอธิบาย", self.explanation), self.explanation)
        _put(column, field_label("หน่วยงานรับผิดชอบ", self.unit.line), self.unit)
        day = QHBoxLayout()
        day.setSpacing(theme.GAP)
        day.addWidget(self.checked, 1)
        day.addWidget(self.today)
        self.today.setAccessibleName("วันที่ตรวจล่าสุดคือวันนี้")
        _put(column, field_label("วันที่ตรวจล่าสุด", self.checked))
        column.addLayout(day)
        column.addWidget(self.day_problem)
        column.addStretch()

    def _listen(self) -> None:
        fields: tuple[Typed, ...] = (self.urls, self.explanation, self.unit, self.checked)
        for field in fields:
            field.edited.connect(self._tell)
            field.left.connect(self.left)
        for each in self.answers.values():
            each.clicked.connect(self._answered)
        self.urls.judged.connect(self._show_problems)
        self.checked.judged.connect(self._show_problems)
        self.urls.edited.connect(self._offer_copy)

    def _tell(self) -> None:
        self._touched = True
        self.edited.emit()

    def _answered(self) -> None:
        self._tell()
        self.left.emit()

    def _put_today(self) -> None:
        self.checked.begin_day(self._today())
        self._answered()

    def _offer_copy(self) -> None:
        for each in (self.copy, self.open):
            each.setEnabled(bool(self.urls.lines()))

    def _show_problems(self) -> None:
        for shown, field in ((self.url_problem, self.urls), (self.day_problem, self.checked)):
            shown.setText(field.problem)
            shown.setVisible(bool(field.problem))

    def minimumSizeHint(self) -> QSize:
        """Narrow; what it holds wraps."""
        return QSize(theme.px(NARROWEST), super().minimumSizeHint().height())


def _put(column: QVBoxLayout, *widgets: QWidget) -> None:
    column.addSpacing(theme.GAP)
    for each in widgets:
        column.addWidget(each)
