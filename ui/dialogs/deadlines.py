"""The deadlines of a year, to change, add, remove, and bring back as usual."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QWidget

from itadesk.deadlines import Deadline
from ui.dialogs.frame import FormDialog
from ui.widgets.buttons import ToolButton, button
from ui.widgets.date_field import DateField
from ui.widgets.labels import label
from ui.widgets.text_field import LineField


class _Row:
    """The fields of one deadline."""

    def __init__(self, deadline: Deadline | None) -> None:
        self.key = deadline.key if deadline else ""
        self.day, self.what = DateField("วันที่"), LineField()
        self.what.setAccessibleName("งานที่ต้องทำ")
        self.what.setPlaceholderText("เช่น ส่งรายงานให้จังหวัด")
        self.remove = ToolButton("delete", "ลบกำหนดนี้")
        self.day.begin_day(deadline.day if deadline else None)
        self.what.begin(deadline.what if deadline else "")

    @property
    def empty(self) -> bool:
        return not self.key and not self.day.text().strip() and not self.what.stored()

    def widgets(self) -> tuple[QWidget, ...]:
        return (self.day, self.what, self.remove)


class DeadlinesDialog(FormDialog):
    """A line a deadline; nothing is kept before it is agreed to."""

    def __init__(
        self, parent: QWidget | None, shown: Sequence[Deadline], usual: Sequence[Deadline]
    ) -> None:
        super().__init__(
            parent,
            "กำหนดการของปี",
            "โปรแกรมนับวันที่เหลือและเตือนที่หน้าแรก แก้วันที่และชื่องานได้ หรือเพิ่มกำหนดของหน่วยงานเอง",
            "บันทึก",
            640,
        )
        self._usual = tuple(usual)
        self.rows: list[_Row] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, 150)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(label("วันที่", "quiet"), 0, 0)
        self._grid.addWidget(label("งานที่ต้องทำ", "quiet"), 0, 1)
        self.fields.addLayout(self._grid, 0, 0, 1, 2)
        self.more = button("เพิ่มกำหนด", self.add_row, role="quiet", sign="plus")
        self.again = button("กลับไปใช้กำหนดตามปกติ", self.restore, role="quiet", sign="undo")
        below = QHBoxLayout()
        below.addWidget(self.more)
        below.addWidget(self.again)
        below.addStretch()
        self.fields.addLayout(below, 1, 0, 1, 2)
        self._show(shown)

    def deadlines(self) -> tuple[Deadline, ...]:
        """What is typed; lines without a day are left out."""
        typed = ((row.day.value(None), row) for row in self.rows if not row.empty)
        return tuple(Deadline(day, row.what.stored(), row.key) for day, row in typed if day)

    def add_row(self) -> None:
        """An empty line, ready to be typed in."""
        self._append(_Row(None))
        for widget in self.rows[-1].widgets():
            widget.show()  # what is not shown yet takes no keys
        self._order()
        self.rows[-1].day.setFocus(Qt.FocusReason.OtherFocusReason)

    def restore(self) -> None:
        """The usual deadlines as they usually are, and the office's own as they are typed."""
        keys = {each.key for each in self._usual}
        own = [each for each in self.deadlines() if each.key not in keys]
        self._show(sorted((*self._usual, *own), key=lambda each: each.day))
        self._look_again()

    def check(self) -> str:
        for row in self.rows:
            if row.empty:
                continue
            row.day.settle()
            if row.day.value(None) is None:
                row.day.setFocus()
                name = f"ของ “{row.what.stored()}” " if row.what.stored() else ""
                return row.day.problem or f"ยังไม่ได้กรอกวันที่{name} โปรดกรอก เช่น ๑ ต.ค. ๒๕๖๘"
            if not row.what.stored():
                row.what.setFocus()
                return f"ยังไม่ได้กรอกว่าต้องทำอะไรภายในวันที่ {row.day.text()} โปรดกรอกชื่องาน"
        return ""

    def _show(self, deadlines: Sequence[Deadline]) -> None:
        for row in list(self.rows):
            self._drop(row)
        for each in deadlines:
            self._append(_Row(each))
        self._order()

    def _append(self, row: _Row) -> None:
        line = self._grid.rowCount()
        for column, widget in enumerate(row.widgets()):
            self._grid.addWidget(widget, line, column)
        for field in (row.day, row.what):
            field.textChanged.connect(self._look_again)
        row.remove.clicked.connect(partial(self._remove, row))
        self.rows.append(row)

    def _remove(self, row: _Row) -> None:
        place = self.rows.index(row)
        self._drop(row)
        self._order()
        after = self.rows[min(place, len(self.rows) - 1)].remove if self.rows else self.more
        after.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look_again()

    def _drop(self, row: _Row) -> None:
        self.rows.remove(row)
        for widget in row.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _order(self) -> None:
        """Tab goes line by line, then to the buttons."""
        fields = [widget for row in self.rows for widget in row.widgets()]
        self._filled = [*fields, self.more, self.again]
        self._put_keys_in_order()


def ask_deadlines(
    parent: QWidget | None, shown: Sequence[Deadline], usual: Sequence[Deadline]
) -> tuple[Deadline, ...] | None:
    """None when it was given up; tests replace this function."""
    dialog = DeadlinesDialog(parent, shown, usual)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.deadlines() if accepted else None
