"""What an Excel file would change, row by row, before anything is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from itadesk.exchange.book import Book
from itadesk.exchange.planning.plan import ImportPlan, Outcome
from itadesk.exchange.reading import read_workbook
from itadesk.services.exchange import apply_import, plan_read
from itadesk.thai.digits import to_thai
from ui import theme
from ui.background import run_in_background
from ui.models.import_rows import RESULT, WORDS, ImportModel
from ui.session import Session
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import label


class ImportPreview(QDialog):
    """Reads the file in the background, shows the plan, and does it when agreed."""

    def __init__(self, parent: QWidget | None, session: Session, path: Path) -> None:
        super().__init__(parent)
        self._session, self._path = session, path
        self.plan: ImportPlan | None = None
        self.setWindowTitle("นำเข้าจาก Excel")
        self.resize(900, 480)
        self.words = label(f"กำลังอ่านไฟล์ “{path.name}”…", wrap=True)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.warnings = label(role="quiet", wrap=True)
        self.warnings.hide()
        self.model = ImportModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self.model)
        self._shown.setFilterRole(RESULT)
        self.table = _table(self._shown)
        self.filters = QButtonGroup(self)
        self._filter_row = QHBoxLayout()
        self._filter_row.setSpacing(theme.GAP)
        self.agree = primary_button("นำเข้า", self._apply)
        self.agree.setEnabled(False)
        self.cancel = button("ยกเลิก", self.reject)
        self._lay_out()
        run_in_background(self, lambda: read_workbook(path), self._show, self._refuse)

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, path: Path) -> bool:
        """True when the file was imported."""
        return cls(parent, session, path).exec() == QDialog.DialogCode.Accepted

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label("นำเข้าจาก Excel", "heading"))
        for widget in (self.words, self.busy, self.warnings):
            column.addWidget(widget)
        column.addLayout(self._filter_row)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.agree)
        column.addLayout(row)

    def _show(self, book: Book) -> None:
        self.busy.hide()
        plan = self._session.ask(plan_read, book)
        self.plan = plan
        self.model.show_rows(plan.rows)
        self.warnings.setText("\n".join(plan.warnings))
        self.warnings.setVisible(bool(plan.warnings))
        self.words.setText(_summary(plan, self._path.name))
        self._offer_filters(plan)
        self.agree.setEnabled(not plan.refused and not plan.changes_nothing)
        self.table.resizeRowsToContents()
        (self.agree if self.agree.isEnabled() else self.cancel).setFocus()

    def _refuse(self, text: str) -> None:
        self.busy.hide()
        self.words.setText(f"▲ {text}")
        self.cancel.setText("ปิด")
        self.cancel.setFocus()

    def _apply(self) -> None:
        if self.plan is None:
            return
        self._session.failed.connect(self._refuse)
        done = self._session.run(apply_import, self.plan) is not None
        self._session.failed.disconnect(self._refuse)
        if done:
            self.accept()

    def _offer_filters(self, plan: ImportPlan) -> None:
        """A button per outcome that occurs; refused rows show first when there are any."""
        self._add_filter("ทั้งหมด", "", len(plan.rows), chosen=not plan.refused)
        for outcome in (Outcome.REFUSED, Outcome.ADDED, Outcome.CHANGED, Outcome.SAME):
            count = sum(row.result is outcome for row in plan.rows)
            if count:
                self._add_filter(
                    WORDS[outcome], str(outcome), count, chosen=outcome is Outcome.REFUSED
                )
        self._filter_row.addStretch()

    def _add_filter(self, words: str, pattern: str, count: int, *, chosen: bool) -> None:
        made = button(f"{words} {to_thai(str(count))}", lambda: self._filter(pattern))
        made.setCheckable(True)
        self.filters.addButton(made)
        self._filter_row.addWidget(made)
        if chosen:
            made.setChecked(True)
            self._filter(pattern)

    def _filter(self, pattern: str) -> None:
        self._shown.setFilterFixedString(pattern)
        self.table.resizeRowsToContents()


def _table(model: QSortFilterProxyModel) -> QTableView:
    table = QTableView()
    table.setProperty("role", "plain")
    table.setModel(model)
    table.setAccessibleName("รายการที่จะนำเข้า")
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setWordWrap(True)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    for column, width in enumerate((120, 150, 56, 150)):
        head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(column, width)
    head.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
    return table


def _summary(plan: ImportPlan, file: str) -> str:
    count = {one: sum(row.result is one for row in plan.rows) for one in Outcome}
    year = f" ปี {to_thai(str(plan.year))}" if plan.year else ""
    if count[Outcome.REFUSED]:
        return (
            f"▲ ไฟล์ “{file}”{year} มี {to_thai(str(count[Outcome.REFUSED]))} รายการ"
            "ที่ต้องแก้ไขใน Excel ก่อน จึงยังนำเข้าไม่ได้ โปรดแก้ไขตามรายการข้างล่าง บันทึกไฟล์ แล้วนำเข้าใหม่"
        )
    if plan.changes_nothing:
        return f"ข้อมูลในไฟล์ “{file}”{year} ตรงกับที่มีอยู่แล้ว ไม่มีอะไรต้องนำเข้า"
    added, changed = to_thai(str(count[Outcome.ADDED])), to_thai(str(count[Outcome.CHANGED]))
    return f"ไฟล์ “{file}”{year} จะเพิ่ม {added} รายการ และเปลี่ยน {changed} รายการ นำเข้าแล้วยังเลิกทำได้"
