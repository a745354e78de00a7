"""The names a template may use, by group, with an example of this office; one click copies."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from itadesk.reports.placeholders import PLACEHOLDERS, Placeholder, Value
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.item_look import item_style
from ui.widgets.labels import label
from ui.widgets.pdf_source import folded

_SLOT = Qt.ItemDataRole.UserRole
PLAIN = "หน่วยงานและปี"


class PlaceholderList(QWidget):
    """`copied` brings what is on the clipboard now."""

    copied = Signal(str)

    def __init__(self, values: Mapping[str, Value], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText("พิมพ์เพื่อค้นหา เช่น คะแนน")
        self.search.setAccessibleName("ค้นหาช่องเติมข้อมูล")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.copy_chosen)
        self.tree = _tree()
        self._fill(values)
        self.copy = button("คัดลอก", self.copy_chosen, sign="copy")
        self.tree.currentItemChanged.connect(self._chosen)
        self.tree.itemActivated.connect(self._activated)
        above = QHBoxLayout()
        above.addWidget(self.search, 1)
        above.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(label("ช่องเติมข้อมูล", "strong"))
        column.addLayout(above)
        column.addWidget(self.tree, 1)
        self.tree.setCurrentItem(self.tree.topLevelItem(0).child(0))

    def slot(self) -> str:
        """What the chosen line puts into a template, "" for a group."""
        item = self.tree.currentItem()
        return str(item.data(0, _SLOT) or "") if item is not None else ""

    def copy_chosen(self) -> None:
        """Puts the chosen placeholder on the clipboard."""
        if self.slot():
            QApplication.clipboard().setText(self.slot())
            self.copied.emit(self.slot())

    def _fill(self, values: Mapping[str, Value]) -> None:
        plain = _group(self.tree, f"{PLAIN} — ใส่ที่ใดก็ได้ในแม่แบบ")
        for each in PLACEHOLDERS:
            value = values.get(each.name, "")
            if isinstance(value, str):
                _line(plain, each.thai, each, value)
                continue
            group = _group(self.tree, f"{each.thai} — {each.meaning} (เพิ่มแถวให้ครบ)")
            for field in each.fields:
                first = value[0][field.name] if value else ""
                _line(group, f"{each.thai}.{field.thai}", field, first)
        self.tree.expandAll()

    def _narrow(self, words: str) -> None:
        """Shows what fits and chooses the first of it, so that what is copied is seen."""
        wanted = folded(words)
        fitting = []
        for n in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(n)
            lines = [group.child(row) for row in range(group.childCount())]
            fits = [each for each in lines if wanted in folded(each.text(0) + each.text(1))]
            for each in lines:
                each.setHidden(each not in fits)
            group.setHidden(not fits)
            fitting += fits
        if fitting:
            self.tree.setCurrentItem(fitting[0])
        else:
            self.tree.setCurrentIndex(QModelIndex())

    def _chosen(self) -> None:
        self.copy.setEnabled(bool(self.slot()))

    def _activated(self) -> None:
        self.copy_chosen()


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setColumnCount(3)
    tree.setHeaderLabels(["ชื่อช่อง", "ความหมาย", "ตัวอย่างจากหน่วยงานนี้"])
    tree.setAccessibleName("ช่องเติมข้อมูล")
    tree.setRootIsDecorated(False)
    tree.setIndentation(14)
    tree.setUniformRowHeights(True)
    tree.setStyleSheet(item_style("QTreeView", "4px"))
    tree.setTextElideMode(Qt.TextElideMode.ElideRight)
    tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    tree.header().setSectionsMovable(False)
    for column, width in enumerate((190, 190)):
        tree.header().resizeSection(column, width)
    tree.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    return tree


def _group(tree: QTreeWidget, name: str) -> QTreeWidgetItem:
    group = QTreeWidgetItem(tree, [name])
    group.setFirstColumnSpanned(True)
    group.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = group.font(0)
    font.setBold(True)
    group.setFont(0, font)
    group.setToolTip(0, name)
    return group


def _line(group: QTreeWidgetItem, name: str, field: Placeholder, example: str) -> None:
    shown = " ".join(example.split())
    item = QTreeWidgetItem(group, [name, field.meaning, shown])
    item.setData(0, _SLOT, f"{{{{ {name} }}}}")
    for column, text in enumerate((f"{{{{ {name} }}}}", field.meaning, example)):
        item.setToolTip(column, text)
