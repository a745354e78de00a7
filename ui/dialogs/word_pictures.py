"""Choosing one of the pictures of a Word file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from itadesk.services.emblems import WordPicture, WordPictures, thumbnail
from itadesk.thai.digits import to_thai
from ui import theme
from ui.widgets.buttons import button, primary_button
from ui.widgets.item_look import item_style
from ui.widgets.labels import label

SIDE = 120  # px of a picture


class WordPicturesDialog(QDialog):
    """The pictures side by side; a double click takes one."""

    def __init__(self, parent: QWidget | None, found: WordPictures, file: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("เลือกภาพจากไฟล์ Word")
        self.resize(640, 430)
        self.list = QListWidget()
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setIconSize(QSize(SIDE, SIDE))
        self.list.setSpacing(theme.GAP)
        self.list.setStyleSheet(item_style("QListView", "6px"))
        self.list.setAccessibleName(self.windowTitle())
        self._fill(found.pictures)
        self.list.itemActivated.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label(self.windowTitle(), "heading"))
        column.addWidget(label(f"ภาพที่อยู่ในไฟล์ “{file}”", "quiet", wrap=True))
        column.addWidget(self.list, 1)
        if found.skipped:
            column.addWidget(label(skipped_sentence(found.skipped), "quiet", wrap=True))
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button("ยกเลิก", self.reject))
        self.agree = primary_button("ใช้ภาพนี้", self.accept)
        self.agree.setDefault(True)
        row.addWidget(self.agree)
        column.addLayout(row)
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, found: WordPictures, file: str) -> WordPicture | None:
        """The chosen picture, or None."""
        dialog = cls(parent, found, file)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return found.pictures[dialog.list.currentRow()]

    def _fill(self, pictures: Sequence[WordPicture]) -> None:
        for number, picture in enumerate(pictures, start=1):
            shown = QPixmap()
            shown.loadFromData(thumbnail(picture.body, SIDE))
            sign = QIcon(_on_paper(shown))
            sign.addPixmap(_on_paper(shown), QIcon.Mode.Selected)  # or Qt tints it
            item = QListWidgetItem(sign, f"ภาพที่ {to_thai(str(number))}")
            item.setToolTip(picture.name)
            self.list.addItem(item)
        self.list.setCurrentRow(0)


def _on_paper(picture: QPixmap) -> QPixmap:
    """In the middle of a white square, so that all stand on one line."""
    paper = QPixmap(SIDE, SIDE)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawPixmap((SIDE - picture.width()) // 2, (SIDE - picture.height()) // 2, picture)
    painter.end()
    return paper


def skipped_sentence(count: int) -> str:
    """Why not all pictures of a Word file are offered, and the way around."""
    return (
        f"ข้าม {to_thai(str(count))} ภาพที่โปรแกรมอ่านไม่ได้ (เช่น ชนิด EMF หรือ WMF) "
        "หากเป็นภาพที่ต้องการ โปรดคลิกขวาที่ภาพใน Word เลือก “บันทึกเป็นรูปภาพ” ชนิด PNG แล้วกด “เลือกภาพ…”"
    )
