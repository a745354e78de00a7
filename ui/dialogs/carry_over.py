"""Taking work of another year over into the year shown, and what has to be looked at then."""

from __future__ import annotations

from dataclasses import dataclass

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
    """What was taken over and still speaks of the earlier year, by place."""

    def __init__(self, parent: QWidget | None, remarks: tuple[Remark, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle("สิ่งที่ต้องตรวจหลังนำข้อมูลปีก่อนมาใช้")
        self.resize(620, 420)
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setStyleSheet(item_style("QTreeView", "4px 6px"))
        self.list.setWordWrap(True)
        self._fill(remarks)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(primary_button("ปิด", self.accept))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label(self.windowTitle(), "heading"))
        words = "โปรแกรมไม่แก้ข้อความเหล่านี้เอง โปรดเปิดแต่ละแห่งแล้วแก้ให้ตรงกับปีใหม่"
        column.addWidget(label(words, "quiet", wrap=True))
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def _fill(self, remarks: tuple[Remark, ...]) -> None:
        places: dict[str, QTreeWidgetItem] = {}
        for remark in remarks:
            name = place_of(remark)
            if name not in places:
                places[name] = QTreeWidgetItem(self.list, [name])
            QTreeWidgetItem(places[name], [remark.words])
        self.list.expandAll()


def place_of(remark: Remark) -> str:
    """Where a remark is about, a form by its title."""
    if not remark.form:
        return remark.place
    from itadesk.reports.forms import forms

    title = next((form.title for form in forms() if form.id == remark.form), remark.form)
    return f"{remark.place} “{title}”"
