"""ประวัติการแก้ไข: every changed field with what stood there before, the newest first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from itadesk.model.logged import ChangeLine
from itadesk.table_names import TABLE_NAMES
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line
from ui import theme
from ui.dialogs.frame import open_at
from ui.session import Session
from ui.widgets.buttons import button
from ui.widgets.item_look import item_style
from ui.widgets.labels import label
from ui.widgets.text_field import LineField

MOST, _PATIENCE = 500, 200  # lines shown; ms after a letter
HEADS = ("เมื่อ", "สิ่งที่ทำ", "ส่วน", "เดิม", "ใหม่")
_WIDTHS = (180, 160, 140)  # px of the first ones; the rest share what is left
ABOUT = "โปรแกรมจดทุกช่องที่แก้ไขไว้ในไฟล์นี้ ล้างของเก่าได้ที่ ดูแลไฟล์ → ลบถาวร"


class HistoryDialog(QDialog):
    """Finds while one types; what is cut is whole in the tip."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("ประวัติการแก้ไข")
        open_at(self, 940, 480)
        self.words, self.list = LineField(), QTreeWidget()
        self.words.setPlaceholderText("ค้นหาในประวัติ เช่น ข้อความเดิม")
        self.words.setAccessibleName("ค้นหาในประวัติการแก้ไข")
        self.remark = label("", "quiet", wrap=True)
        self._dress()
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self.look)
        self.words.textChanged.connect(self._timer.start)
        self._lay_out()
        session.settling.emit()
        self.look()

    def look(self) -> None:
        """Reads what fits the words now."""
        self._timer.stop()
        words = self.words.stored()
        lines = self._session.ask(lambda store: store.change_log.found(words, MOST))
        self.list.clear()
        self.list.addTopLevelItems([_row(line) for line in lines])
        count = to_thai(f"{len(lines):,}")
        if not lines:
            self.remark.setText("ไม่พบในประวัติการแก้ไข" if words else "ยังไม่มีการแก้ไข")
        elif len(lines) == MOST:
            self.remark.setText(f"แสดง {count} รายการล่าสุด พิมพ์คำเพื่อค้นหารายการที่เก่ากว่า")
        else:
            self.remark.setText(f"{count} รายการ")

    def _dress(self) -> None:
        self.list.setHeaderLabels(HEADS)
        self.list.setAccessibleName("ประวัติการแก้ไข")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet(item_style("QTreeView", "4px 6px"))
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, theme.px(width))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 16)
        column.setSpacing(theme.GAP)
        column.addWidget(label("ประวัติการแก้ไข", "heading"))
        column.addWidget(label(ABOUT, "quiet", wrap=True))
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.remark, 1)
        row.addWidget(button("ปิด", self.reject))
        column.addLayout(row)


def _row(line: ChangeLine) -> QTreeWidgetItem:
    texts = (
        _moment(line.at),
        line.action,
        TABLE_NAMES.get(line.table, ""),
        _shown(line.before),
        _shown(line.after),
    )
    item = QTreeWidgetItem(list(texts))
    for column, text in enumerate((*texts[:3], line.before or "", line.after or "")):
        item.setToolTip(column, text)
    return item


def _moment(at: str) -> str:
    moment = datetime.fromisoformat(at).astimezone()
    return f"{format_date(moment.date(), 'short')} {to_thai(f'{moment:%H.%M} น.')}"


def _shown(text: str | None) -> str:
    return "" if text is None else normalise_line(text)
