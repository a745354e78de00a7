"""Which sheet and columns of a workbook that is not ours hold the scores."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from itadesk.exchange import layout as at
from itadesk.exchange.foreign import ForeignBook, ForeignSheet, letter, read_foreign
from itadesk.exchange.foreign_guess import fingerprint, guess, guess_for, heads_of
from itadesk.exchange.foreign_rows import Columns, FoundRow, Naming, RowKind, found_rows, naming
from itadesk.model.year import YearData
from itadesk.services.foreign import left_out
from itadesk.thai.digits import to_thai
from ui import theme
from ui.background import run_in_background
from ui.dialogs.frame import open_at
from ui.foreign_memory import keep_columns, kept_columns
from ui.models.foreign_cells import SHORT, ForeignCells
from ui.settings import UiSettings
from ui.widgets.buttons import button, primary_button
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.labels import field_label, label

_MOST_HEADS = 40  # rows that may be chosen as the head
_LEAST = 6  # letters that a list shows at least
_SHORT = 28  # letters of a head in a list
_NONE = "— ไม่มี —"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The file and what of it is taken."""

    book: ForeignBook
    columns: Columns
    rows: tuple[FoundRow, ...]


class ForeignColumns(QDialog):
    """Begins with a guess, or with what was chosen for the same heads before."""

    def __init__(
        self, parent: QWidget | None, data: YearData, settings: UiSettings, path: Path
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("นำเข้าคะแนนจากไฟล์อื่น")
        open_at(self, 940, 500)
        self._data, self._settings = data, settings
        self._book = ForeignBook(path.name, ())
        self._name: Naming | None = None
        self._columns = Columns("")
        self._rows: tuple[FoundRow, ...] = ()
        self.words = label(wrap=True)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.sheet, self.head, self.code = CalmCombo(), CalmCombo(), CalmCombo()
        self.scores = {name: CalmCombo() for name in at.SCORES}
        self.found = label(wrap=True)
        self.model = ForeignCells(self)
        self.table = _table(self.model)
        self.agree = primary_button("ดูรายการก่อนนำเข้า", self.accept)
        self.agree.setEnabled(False)
        self.cancel = button("ยกเลิก", self.reject)
        self._choices = QWidget()
        self._lay_out()
        self._listen()
        self.words.setText(f"กำลังอ่านไฟล์ “{path.name}”…")
        remembered = kept_columns(settings)

        def work() -> tuple[ForeignBook, Naming, Columns]:
            book, name = read_foreign(path), naming(data.catalogue)
            return book, name, guess(book, name, data.year, remembered)

        run_in_background(self, work, self._read, self._refuse)

    @classmethod
    def ask(
        cls, parent: QWidget | None, data: YearData, settings: UiSettings, path: Path
    ) -> Chosen | None:
        """What is to be taken from the file; None when it was given up."""
        dialog = cls(parent, data, settings, path)
        return dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def chosen(self) -> Chosen:
        """What stands in the lists now."""
        return Chosen(self._book, self._columns, self._rows)

    def accept(self) -> None:
        keep_columns(self._settings, fingerprint(self._sheet(), self._columns.head), self._columns)
        super().accept()

    def _lay_out(self) -> None:
        lists = QGridLayout(self._choices)
        lists.setContentsMargins(0, 0, 0, 0)
        lists.setHorizontalSpacing(12)
        named = (
            *(("แผ่นงาน", self.sheet), ("แถวหัวตาราง", self.head), ("ช่องรหัสข้อ", self.code)),
            *((SHORT[name], field) for name, field in self.scores.items()),
        )
        for place, (name, field) in enumerate(named):
            field.setMinimumContentsLength(_LEAST)
            field.view().setMinimumWidth(theme.px(280))
            row, column = divmod(place, 3)
            lists.addWidget(field_label(name, field), row, 2 * column)
            lists.addWidget(field, row, 2 * column + 1)
            lists.setColumnStretch(2 * column + 1, 1)
        self._choices.hide()
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column_of_all.setSpacing(theme.GAP)
        column_of_all.addWidget(label("นำเข้าคะแนนจากไฟล์อื่น", "heading"))
        for widget in (self.words, self.busy, self._choices, self.found):
            column_of_all.addWidget(widget)
        column_of_all.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.agree)
        column_of_all.addLayout(buttons)
        for one, after in pairwise((*(field for _, field in named), self.table, self.cancel)):
            QWidget.setTabOrder(one, after)
        QWidget.setTabOrder(self.cancel, self.agree)

    def _listen(self) -> None:
        self.sheet.activated.connect(self._choose_sheet)
        for each in (self.head, self.code, *self.scores.values()):
            each.activated.connect(self._choose)

    def _read(self, found: tuple[ForeignBook, Naming, Columns]) -> None:
        self._book, self._name, self._columns = found
        year = to_thai(str(self._data.year))
        self.busy.hide()
        self._choices.show()
        self.words.setText(
            f"ไฟล์ “{self._book.file}” เป็นแบบอื่น โปรดตรวจว่าคะแนนปี {year} อยู่ช่องใด (จำไว้ใช้ครั้งต่อไป)"
        )
        for each in self._book.sheets:
            self.sheet.addItem(each.name, each.name)
        self._show_sheet()
        (self.agree if self.agree.isEnabled() else self.code).setFocus()

    def _refuse(self, text: str) -> None:
        self.busy.hide()
        self.words.setText(f"▲ {text}")
        self.cancel.setText("ปิด")
        self.cancel.setFocus()

    def _sheet(self) -> ForeignSheet:
        return next(each for each in self._book.sheets if each.name == self._columns.sheet)

    def _choose_sheet(self) -> None:
        if self._name is not None and self.sheet.currentData() != self._columns.sheet:
            sheet = self._book.sheets[self.sheet.currentIndex()]
            self._columns = guess_for(sheet, self._name, self._data.year)
            self._show_sheet()

    def _choose(self) -> None:
        chosen = ((name, field.currentData()) for name, field in self.scores.items())
        self._columns = replace(
            self._columns,
            head=self.head.currentData(),
            code=self.code.currentData() or 0,
            scores=tuple((name, column) for name, column in chosen if column),
        )
        self._show_sheet()

    def _show_sheet(self) -> None:
        """Lists, table and what is found, for the columns as they are chosen."""
        sheet, columns = self._sheet(), self._columns
        self.sheet.choose(columns.sheet)
        _fill(self.head, [(0, _NONE), *_head_rows(sheet, columns.head)], columns.head)
        names = [(0, _NONE), *_column_names(sheet, columns.head)]
        _fill(self.code, names, columns.code)
        for name, field in self.scores.items():
            _fill(field, names, columns.column_of(name))
        self._rows = tuple(found_rows(sheet, columns, self._name)) if self._name else ()
        self.model.show_sheet(sheet, columns, self._rows)
        self.table.resizeColumnsToContents()
        first = self.model.index(max(0, columns.head - 2), 0)  # heads may have two rows
        self.table.scrollTo(first, QTableView.ScrollHint.PositionAtTop)
        self._show_found()

    def _show_found(self) -> None:
        """How much is found; which rows are left out is told before it is done, and on pointing."""
        scored = {row.code for row in self._rows if row.kind is RowKind.SCORED}
        left = sum(row.kind in (RowKind.SUM, RowKind.STRAY) for row in self._rows)
        self.agree.setEnabled(bool(scored))
        told = f"✓ พบคะแนน {len(scored)} จาก {sum(1 for _ in self._data.catalogue.questions)} ข้อ"
        told += f" · เว้น {left} แถวที่ไม่ใช่ข้อคำถาม" if left else ""
        self.found.setText(
            to_thai(told)
            if scored
            else "▲ ยังไม่พบคะแนน โปรดเลือกแผ่นงาน ช่องรหัสข้อหรือข้อคำถาม และช่องคะแนน"
        )
        self.found.setToolTip("\n".join(left_out(self._rows)))


def _fill(field: CalmCombo, entries: list[tuple[int, str]], chosen: int) -> None:
    if [field.itemText(n) for n in range(field.count())] != [words for _, words in entries]:
        field.clear()
        for value, words in entries:
            field.addItem(words, value)
    field.choose(chosen)
    field.setToolTip(field.currentText())


def _head_rows(sheet: ForeignSheet, chosen: int) -> list[tuple[int, str]]:
    rows = range(1, min(sheet.rows, max(_MOST_HEADS, chosen)) + 1)
    return [(row, f"แถว {to_thai(str(row))} {_row_words(sheet, row)}".strip()) for row in rows]


def _row_words(sheet: ForeignSheet, row: int) -> str:
    texts = (sheet.text(row, column) for column in range(1, sheet.columns + 1))
    return " · ".join(dict.fromkeys(filter(None, texts)))[:_SHORT]


def _column_names(sheet: ForeignSheet, head: int) -> list[tuple[int, str]]:
    columns = range(1, sheet.columns + 1)
    return [(n, f"{letter(n)} {heads_of(sheet, head, n)[:_SHORT]}".strip()) for n in columns]


def _table(model: ForeignCells) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName("ข้อมูลในแผ่นงานที่เลือก")
    table.setMinimumHeight(theme.px(80))
    table.setSelectionMode(QTableView.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setMinimumSectionSize(theme.px(64))
    head.setMaximumSectionSize(theme.px(180))
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    beside = table.verticalHeader()
    beside.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    beside.setDefaultSectionSize(theme.px(26))
    beside.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
