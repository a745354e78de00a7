"""The questions of a year with a box each: whether they belong to the issue looked at."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from itadesk.model.catalogue import Catalogue, Indicator, Question
from itadesk.thai.digits import to_thai
from ui import theme
from ui.widgets.item_look import item_style

_CODE = Qt.ItemDataRole.UserRole
_NOWHERE = "ยังไม่อยู่ในประเด็นใด"


class IssueQuestions(QTreeWidget):
    """`put` brings the codes whose boxes were changed, and whether they are ticked now."""

    put = Signal(list, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setAccessibleName("ข้อคำถามของประเด็นนี้")
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        accent = theme.current().accent
        self.setStyleSheet(
            item_style("QTreeView", "4px")
            + f"QTreeView::indicator:indeterminate {{ border: 5px solid {accent}; }}"
        )
        self._rows: dict[str, QTreeWidgetItem] = {}  # by code; an indicator's by its number
        self.itemChanged.connect(self._tell)

    def show_issue(self, catalogue: Catalogue, number: int) -> None:
        """Every question, ticked where it is in the issue; the same rows change in place."""
        wanted = [str(each.no) for each in catalogue.indicators]
        wanted += [question.code for question in catalogue.questions]
        self.blockSignals(True)
        if set(wanted) != set(self._rows):
            self._build(catalogue)
        places = {issue.no: place for place, issue in enumerate(catalogue.issues, 1)}
        for indicator in catalogue.indicators:
            for question in indicator.questions:
                self._mark(question, number, places)
            self._mark_indicator(indicator, number)
        self.blockSignals(False)

    def reveal(self) -> None:
        """Brings the first ticked question into sight."""
        for item in self._rows.values():
            if item.checkState(0) is Qt.CheckState.Checked:
                self.scrollToItem(item, QTreeWidget.ScrollHint.PositionAtTop)
                return

    def item_of(self, key: str) -> QTreeWidgetItem:
        """The row of a question's code or an indicator's number."""
        return self._rows[key]

    def _build(self, catalogue: Catalogue) -> None:
        self.clear()
        self._rows = {}
        for indicator in catalogue.indicators:
            name = f"{to_thai(str(indicator.no))} {indicator.name.text}"
            top = self._row(self, str(indicator.no), f"ตัวชี้วัดที่ {name}")
            for question in indicator.questions:
                text = question.text.text or next(iter(question.text.candidates), "")
                self._row(top, question.code, f"{to_thai(question.code)} {text}")
        self.expandAll()

    def _row(self, parent: QTreeWidget | QTreeWidgetItem, key: str, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [text, ""])
        item.setData(0, _CODE, key)
        item.setToolTip(0, text)
        item.setForeground(1, QBrush(QColor(theme.current().quiet)))
        self._rows[key] = item
        return item

    def _mark(self, question: Question, number: int, places: dict[int, int]) -> None:
        item = self._rows[question.code]
        _tick(item, question.issues.count(number), 1, shown=bool(number))
        others = sorted(places[issue] for issue in question.issues)
        words = f"ประเด็น {to_thai(' '.join(map(str, others)))}" if others else _NOWHERE
        item.setText(1, words if places else "")
        tokens = theme.current()
        item.setForeground(1, QBrush(QColor(tokens.quiet if others else tokens.improve)))

    def _mark_indicator(self, indicator: Indicator, number: int) -> None:
        inside = sum(number in question.issues for question in indicator.questions)
        item, count = self._rows[str(indicator.no)], len(indicator.questions)
        _tick(item, inside, count, shown=bool(number and count))

    def _tell(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 0:
            ticked = item.checkState(0) is Qt.CheckState.Checked
            codes = [str(each.data(0, _CODE)) for each in _leaves(item)]
            self.put.emit(codes, ticked)


def _leaves(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    if item.childCount() == 0:
        yield item
    for place in range(item.childCount()):
        yield from _leaves(item.child(place))


def _tick(item: QTreeWidgetItem, inside: int, count: int, *, shown: bool) -> None:
    """The box of a row, none where there is nothing to choose."""
    all_or_some = Qt.CheckState.Checked if inside == count else Qt.CheckState.PartiallyChecked
    if shown:
        item.setCheckState(0, all_or_some if inside else Qt.CheckState.Unchecked)
    else:
        item.setData(0, Qt.ItemDataRole.CheckStateRole, None)
