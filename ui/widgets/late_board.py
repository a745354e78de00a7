"""What is late, by responsible unit, the longest first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTreeWidget, QTreeWidgetItem, QWidget

from itadesk.lateness import Late, by_unit
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from ui import theme
from ui.models.rounds import title_of
from ui.widgets.empty import EmptyState
from ui.widgets.item_look import item_style

HEADS = ("มาตรการ", "งานที่ค้าง", "ครบกำหนด", "ล่าช้า")
_ID, _MONTHS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class LateBoard(QStackedWidget):
    """Tells the measure that was chosen, and the round it owes (0 for none)."""

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[int, Late] | None = None
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("งานล่าช้า แยกตามสำนักหรือกอง")
        self.tree.setHeaderLabels(HEADS)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setIndentation(theme.BLOCK)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setStyleSheet(item_style("QTreeView", "5px 8px"))
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.itemActivated.connect(self._tell)
        self.tree.itemClicked.connect(self._tell)
        self.addWidget(self.tree)
        self.addWidget(EmptyState("ไม่มีงานล่าช้า", "ทุกมาตรการเสร็จหรือยังอยู่ในกำหนด", "done"))

    def show_late(self, late: Mapping[int, Late]) -> None:
        """Keeps the place while the same is late."""
        if dict(late) == self._shown:
            return
        self._shown = dict(late)
        self.setCurrentIndex(0 if late else 1)
        self.tree.clear()
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        for unit, group in by_unit(late).items():
            head = QTreeWidgetItem(self.tree, [f"{unit}  {to_thai(str(len(group)))} มาตรการ"])
            head.setFont(0, strong)
            head.setFirstColumnSpanned(True)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for each in group:
                _add(head, each)
        self.tree.expandAll()

    def _tell(self, item: QTreeWidgetItem) -> None:
        measure = item.data(0, _ID)
        if measure is not None:
            self.chosen.emit(int(measure), int(item.data(0, _MONTHS)))


def _add(head: QTreeWidgetItem, late: Late) -> None:
    measure = late.measure
    texts = (
        f"{to_thai(str(measure.position))}. {title_of(measure)}",
        late.words,
        format_date(late.due, "short"),
        f"▲ {to_thai(str(late.days))} วัน",
    )
    item = QTreeWidgetItem(head, list(texts))
    item.setData(0, _ID, measure.id)
    item.setData(0, _MONTHS, late.months or 0)
    item.setToolTip(0, texts[0])
    item.setForeground(3, QColor(theme.current().urgent))
    item.setTextAlignment(3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
