"""The tree of a catalogue: instruments, indicators, sub-indicators, questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from itadesk.model.catalogue import Catalogue, Indicator, Question
from itadesk.thai.digits import to_thai
from ui import theme
from ui.models.catalogue_draft import open_texts
from ui.widgets.item_look import item_style

_KEY = Qt.ItemDataRole.UserRole
UNKNOWN, OPEN, EMPTY = "ยังไม่มีข้อความ", "ยังไม่ยืนยัน", "ยังไม่มีข้อ"


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the catalogue: kind (rule, instrument, indicator, sub, question) and code."""

    kind: str
    code: str = ""

    @property
    def number(self) -> int:
        return int(self.code)


RULE = Node("rule")


class CatalogueTree(QTreeWidget):
    """Tells which place was chosen; keeps what is open and chosen when shown anew."""

    chosen = Signal(Node)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setAccessibleName("ชุดข้อคำถาม")
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setUniformRowHeights(True)
        self.setStyleSheet(item_style("QTreeView", "4px"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._tell)

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """All of a catalogue."""
        chosen = self.node()
        opened = {item.data(0, _KEY) for item in self._items() if item.isExpanded()}
        first = self.topLevelItemCount() == 0
        self.blockSignals(True)
        self.clear()
        self._item(self, RULE, "น้ำหนักและระดับผลการประเมิน", "")
        for instrument in catalogue.instruments:
            place = Node("instrument", instrument.code)
            top = self._item(self, place, f"{instrument.code} {instrument.name.text}", "")
            top.setExpanded(True)
            for indicator in instrument.indicators:
                self._add_indicator(top, indicator)
        for item in self._items():
            if item.data(0, _KEY) in opened:
                item.setExpanded(True)
        self.blockSignals(False)
        self.choose(chosen if chosen and not first else RULE)

    def node(self) -> Node | None:
        """The place chosen now."""
        item = self.currentItem()
        node = item.data(0, _KEY) if item is not None else None
        return node if isinstance(node, Node) else None

    def choose(self, node: Node) -> None:
        """Goes to a place; to the first where it is gone."""
        items = list(self._items())
        found = [item for item in items if item.data(0, _KEY) == node]
        self.setCurrentItem(found[0] if found else items[0])

    def _add_indicator(self, top: QTreeWidgetItem, indicator: Indicator) -> None:
        missing = len(open_texts(indicator))
        remark = f"{OPEN} {to_thai(str(missing))}" if missing else ""
        remark = remark if indicator.questions else EMPTY
        name = f"{to_thai(str(indicator.no))} {indicator.name.text}"
        item = self._item(top, Node("indicator", str(indicator.no)), name, remark)
        for sub in indicator.sub_indicators:
            state = "" if sub.name.confirmed else OPEN
            name = f"{to_thai(sub.code)} {sub.name.text}"
            below = self._item(item, Node("sub", sub.code), name, state)
            for question in indicator.questions:
                if question.sub_indicator == sub.code:
                    self._add_question(below, question)
        known = {sub.code for sub in indicator.sub_indicators}
        for question in indicator.questions:
            if question.sub_indicator not in known:
                self._add_question(item, question)

    def _add_question(self, parent: QTreeWidgetItem, question: Question) -> None:
        text = question.text
        shown = text.text or next(iter(text.candidates), "") or UNKNOWN
        name = f"{to_thai(question.code)} {shown}"
        state = "" if text.confirmed else OPEN
        self._item(parent, Node("question", question.code), name, state)

    def _item(
        self, parent: QTreeWidget | QTreeWidgetItem, node: Node, text: str, state: str
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [text, state])
        item.setData(0, _KEY, node)
        item.setToolTip(0, text)
        tokens = theme.current()
        item.setForeground(1, QBrush(QColor(tokens.improve)))
        if state == OPEN:
            item.setForeground(0, QBrush(QColor(tokens.quiet)))
        return item

    def _items(self) -> Iterator[QTreeWidgetItem]:
        waiting = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item is not None:
                yield item
                waiting.extend(item.child(n) for n in range(item.childCount()))

    def _tell(self) -> None:
        node = self.node()
        if node is not None:
            self.chosen.emit(node)
