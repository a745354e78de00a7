"""Taking work of another year over into the year shown, and what has to be looked at then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from itadesk.carrying import Carried, Remark
from itadesk.thai.digits import to_thai
from ui import theme
from ui.dialogs.frame import FormDialog
from ui.widgets.buttons import primary_button
from ui.widgets.carry_choice import CarryChoice, Counts
from ui.widgets.item_look import item_style
from ui.widgets.labels import label
from ui.widgets.row_breaks import break_words


@dataclass(frozen=True, slots=True)
class Wanted:
    """A year and what to take of it."""

    year: int
    what: frozenset[Carried]


class CarryDialog(FormDialog):
    """Asks which year, and what of it."""

    def __init__(self, parent: QWidget | None, year: int, counts: Counts) -> None:
        super().__init__(
            parent,
            "นำข้อมูลปีก่อนมาใช้",
            f"เพิ่มลงในปี {to_thai(str(year))} สิ่งที่เขียนไว้แล้วในปีนี้ยังอยู่ครบ และเลิกทำได้",
            "นำมาใช้",
            640,
        )
        self.choice = CarryChoice(counts, may_be_none=False)
        self.choice.show_for(year)
        self.add_field("นำมาจาก", self.choice.source)
        self.add_line(self.choice, wide=True)
        self.choice.changed.connect(self._look_again)

    @classmethod
    def ask(cls, parent: QWidget | None, year: int, counts: Counts) -> Wanted | None:
        """What was chosen, or None."""
        dialog = cls(parent, year, counts)
        source = dialog.choice.year()
        if source is None or dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return Wanted(dialog.choice.year() or source, dialog.choice.what())

    def check(self) -> str:
        return "" if self.choice.what() else "ยังไม่ได้เลือกสิ่งที่จะนำมา โปรดเลือกอย่างน้อยหนึ่งอย่าง"


class RemarksDialog(QDialog):
    """What was taken over and still speaks of the earlier year, by place.

    Stays beside the window while the texts are mended; a click or Enter goes to one.
    """

    def __init__(
        self, parent: QWidget | None, remarks: Sequence[Remark], go: Callable[[str], None]
    ) -> None:
        super().__init__(parent)
        self._go_to = go
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("สิ่งที่ต้องตรวจหลังนำข้อมูลปีก่อนมาใช้")
        self.resize(theme.px(560), theme.px(400))
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setStyleSheet(item_style("QTreeView", "4px 6px"))
        self.list.setWordWrap(True)
        break_words(self.list)
        self._fill(remarks)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(primary_button("ปิด", self.close))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label(self.windowTitle(), "heading"))
        words = "โปรแกรมไม่แก้ข้อความเหล่านี้เอง กดที่รายการเพื่อไปยังข้อความนั้น แล้วแก้ให้ตรงกับปีใหม่"
        column.addWidget(label(words, "quiet", wrap=True))
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def _fill(self, remarks: Sequence[Remark]) -> None:
        places: dict[str, QTreeWidgetItem] = {}
        for remark in remarks:
            name = place_of(remark)
            if name not in places:
                places[name] = QTreeWidgetItem(self.list, [name])
            line = QTreeWidgetItem(places[name], [remark.words])
            for item in (places[name], line):
                item.setData(0, Qt.ItemDataRole.UserRole, remark.at)
        self.list.expandAll()

    def _go(self, item: QTreeWidgetItem) -> None:
        self._go_to(item.data(0, Qt.ItemDataRole.UserRole))


def place_of(remark: Remark) -> str:
    """Where a remark is about, a text of a form by the form's title."""
    page, _, form_id = remark.at.partition(":")
    if page != "documents":
        return remark.place
    from itadesk.reports.forms import forms

    title = next((form.title for form in forms() if form.id == form_id), form_id)
    return f"{remark.place} “{title}”"
