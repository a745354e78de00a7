"""What files from outside would change, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, Protocol, TypeVar

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

from itadesk.errors import ItadeskError
from itadesk.exchange.planning.plan import ImportRow, Outcome
from itadesk.model.changes import Changes
from itadesk.naming import file_name
from itadesk.thai.digits import to_thai
from ui import theme
from ui.background import run_in_background
from ui.dialogs.files import TABLE, pick_save
from ui.dialogs.frame import open_at
from ui.models.import_rows import RESULT, WORDS, ImportModel
from ui.session import Session
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import label
from ui.widgets.row_breaks import break_words

Read = TypeVar("Read")


class Plan(Protocol):
    """What a preview shows of a plan."""

    @property
    def rows(self) -> tuple[ImportRow, ...]: ...
    @property
    def warnings(self) -> tuple[str, ...]: ...
    @property
    def refused(self) -> bool: ...
    @property
    def changes_nothing(self) -> bool: ...


Planned = TypeVar("Planned", bound=Plan)


class PlanPreview(QDialog, Generic[Read, Planned]):
    """Reads in the background, shows the plan, and does it when agreed."""

    def __init__(self, parent: QWidget | None, session: Session, title: str, agree: str) -> None:
        super().__init__(parent)
        self._session = session
        self.plan: Planned | None = None
        self.setWindowTitle(title)
        open_at(self, 900, 480)
        self.words = label(wrap=True)
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
        self.agree = primary_button(agree, self._apply)
        self.agree.setEnabled(False)
        self.cancel = button("ยกเลิก", self.reject)
        self.save = button("บันทึกรายการ…", self.save_rows, role="quiet")
        self.save.setToolTip("บันทึกรายการที่แสดงอยู่เป็น Excel หรือ CSV")
        self.save.hide()
        self.saved = label(role="quiet", wrap=True)
        self._lay_out(title)

    def plan_of(self, read: Read) -> Planned:
        """What the files would change."""
        raise NotImplementedError

    def apply(self, plan: Planned) -> Changes | None:
        """Does it; None when it was refused."""
        raise NotImplementedError

    def summary(self, plan: Planned) -> str:
        """The sentence above the rows."""
        raise NotImplementedError

    def allowed(self, plan: Planned) -> bool:
        """Whether it can be agreed to."""
        return not plan.refused and not plan.changes_nothing

    def begin(self, words: str, read: Callable[[], Read]) -> None:
        """Reads in another thread and shows the plan; `words` stand there meanwhile."""
        self.words.setText(words)
        run_in_background(self, read, self._read, self._refuse)

    def show_plan(self, plan: Planned) -> None:
        """The rows, and a button for each outcome."""
        self.plan = plan
        self.model.show_rows(plan.rows)
        self.warnings.setText("\n".join(plan.warnings))
        self.warnings.setVisible(bool(plan.warnings))
        self.words.setText(self.summary(plan))
        self._offer_filters(plan)
        self.agree.setEnabled(self.allowed(plan))
        self.save.setVisible(bool(plan.rows))
        self.table.resizeRowsToContents()

    def save_rows(self) -> None:
        """The rows that are shown, as a table to keep or to send back to who sent the file."""
        from itadesk.exchange.import_report import write_import_report

        title = f"รายการ{self.windowTitle()}"
        home = self._session.path.parent if self._session.path else Path.home()
        target = pick_save(self, title, home / file_name(title, ".xlsx"), TABLE)
        if target is None:
            return
        places = (self._shown.index(row, 0) for row in range(self._shown.rowCount()))
        rows = [self.model.row(self._shown.mapToSource(place)) for place in places]
        try:
            write_import_report(rows, title, target)
        except ItadeskError as refusal:
            self.saved.setText(f"▲ {refusal}")
        else:
            self.saved.setText(f"บันทึก “{target.name}” แล้ว {to_thai(str(len(rows)))} รายการ")

    def add_line(self, widget: QWidget) -> None:
        """Something to choose, between the warnings and the rows."""
        self._column.insertWidget(self._column.indexOf(self.warnings) + 1, widget)

    def _lay_out(self, title: str) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        self._column.setSpacing(theme.GAP)
        self._column.addWidget(label(title, "heading"))
        for widget in (self.words, self.busy, self.warnings):
            self._column.addWidget(widget)
        self._column.addLayout(self._filter_row)
        self._column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.saved, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.agree)
        self._column.addLayout(row)

    def _read(self, read: Read) -> None:
        self.busy.hide()
        self.show_plan(self.plan_of(read))
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
        done = self.apply(self.plan) is not None
        self._session.failed.disconnect(self._refuse)
        if done:
            self.accept()

    def _offer_filters(self, plan: Planned) -> None:
        """A button per outcome that occurs; refused rows show first when there are any."""
        for old in self.filters.buttons():
            self.filters.removeButton(old)
            old.deleteLater()
        while self._filter_row.count():
            self._filter_row.takeAt(0)
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
    table.setMinimumHeight(theme.px(80))
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setWordWrap(True)
    break_words(table)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    for column, width in enumerate((104, 128, 52, 128)):
        head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(column, theme.px(width))
    head.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
    return table
