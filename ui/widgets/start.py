"""The start screen: three big choices, and the files that were open last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.fonts import LARGE, base_font
from ui.icons import app_icon, drawing
from ui.recent import where
from ui.widgets.buttons import button
from ui.widgets.by_enter import press_by_enter
from ui.widgets.labels import label, show_if
from ui.widgets.notice import NoticeBar
from ui.widgets.painting import draw_lines, wrapped

WIDE = 860  # px of the column in the middle


class Choice(QAbstractButton):
    """A large button: icon, words, and a line that says what it does."""

    def __init__(self, sign: str, words: str, remark: str, *, main: bool = False) -> None:
        super().__init__()
        self._sign, self._remark, self._main = sign, remark, main
        press_by_enter(self)
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(remark)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(250), theme.px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink, quiet = tokens.card, tokens.text, tokens.quiet
        if self._main:
            ground, ink, quiet = tokens.accent, tokens.on_accent, tokens.on_accent
        if self.underMouse():
            ground = tokens.accent_hover if self._main else tokens.hover
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(QColor(ink if self._main else tokens.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(5, 5, -5, -5), 4, 4)
        sign = drawing(
            self._sign, ink if self._main else tokens.accent, theme.px(28), self.devicePixelRatioF()
        )
        painter.drawPixmap(theme.px(18), theme.px(18), sign)
        painter.setPen(QColor(ink))
        painter.setFont(base_font(LARGE, strong=True))
        room = self.rect().adjusted(theme.px(18), theme.px(54), -theme.px(16), 0)
        room.setHeight(theme.px(28))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setPen(QColor(quiet))
        painter.setFont(base_font())
        room = self.rect().adjusted(theme.px(18), theme.px(84), -theme.px(16), -theme.px(14))
        draw_lines(painter, room, wrapped(self._remark, base_font(), room.width(), 2), top=True)
        painter.end()
        event.accept()


class RecentFile(QAbstractButton):
    """A line with a file's name and its folder, or that it is gone."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._where = where(path)
        press_by_enter(self)
        self.setText(path.stem)
        self.setAccessibleName(f"เปิด {path.stem}")
        self.setAccessibleDescription(self._where)
        self.setToolTip(str(path))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        picture = drawing("documents", tokens.accent, theme.px(20), self.devicePixelRatioF())
        painter.drawPixmap(10, (self.height() - theme.px(20)) // 2, picture)
        middle, elide = Qt.AlignmentFlag.AlignVCenter, Qt.TextElideMode
        painter.setFont(base_font())
        painter.setPen(QColor(tokens.text))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(self.text(), elide.ElideRight, round(self.width() * 0.55))
        room = self.rect().adjusted(theme.px(40), 0, -10, 0)
        painter.drawText(room, middle, name)
        painter.setPen(QColor(tokens.quiet))
        room.setLeft(room.left() + metrics.horizontalAdvance(name) + 16)
        folder = metrics.elidedText(self._where, elide.ElideMiddle, room.width())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, folder)
        painter.end()
        event.accept()


class StartScreen(QWidget):
    """Shown while no file is open."""

    chosen = Signal(Path)  # one of the recent files

    def __init__(self, *, sample: bool) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.notice = NoticeBar()
        self.new = Choice("new", "สร้างไฟล์ของหน่วยงาน", "เริ่มปีแรก แล้วกรอกหรือวางคะแนนที่ได้", main=True)
        self.open = Choice("open", "เปิดไฟล์", "เปิดไฟล์ของหน่วยงานที่ทำไว้แล้ว")
        self.sample = Choice("eye", "ดูตัวอย่าง", "ดูไฟล์ตัวอย่างที่กรอกไว้ครบ ลองแก้ได้ ไม่กระทบงานจริง")
        show_if(sample, self.sample)
        self.help = button("วิธีเริ่มต้นใช้งาน (F1)", role="quiet", sign="help")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._recent_head = label("เปิดล่าสุด", "heading")
        self._lay_out()
        self.setFocusProxy(self.new)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """The files that were open last, newest first."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            widget.hide()
            widget.deleteLater()
        for path in paths[:5]:
            line = RecentFile(path)
            line.clicked.connect(lambda _=False, path=path: self.chosen.emit(path))
            self._recent.addWidget(line)
        self._recent_head.setVisible(bool(paths))

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(theme.BLOCK)
        middle.addStretch(2)
        middle.addLayout(_name())
        middle.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(theme.BLOCK)
        for choice in (self.new, self.open, self.sample):
            row.addWidget(choice)
        middle.addLayout(row)
        middle.addSpacing(theme.GAP)
        middle.addWidget(self._recent_head)
        middle.addLayout(self._recent)
        middle.addWidget(self.help, alignment=Qt.AlignmentFlag.AlignLeft)
        middle.addStretch(3)
        holder = QWidget()
        holder.setMaximumWidth(theme.px(WIDE))
        holder.setLayout(middle)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(theme.PAGE, theme.BLOCK, theme.PAGE, theme.BLOCK)
        outer.addStretch()
        outer.addWidget(holder, 100)
        outer.addStretch()


def _name() -> QHBoxLayout:
    """The program's sign, its name, and what it is for."""
    sign = QLabel()
    sign.setPixmap(app_icon().pixmap(QSize(theme.px(48), theme.px(48))))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label("itadesk", "title"))
    words.addWidget(label("จากผลคะแนน ITA ไปสู่เอกสารที่พร้อมเสนอ ทำงานได้โดยไม่ต้องใช้อินเทอร์เน็ต", "quiet"))
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(sign)
    row.addLayout(words, 1)
    return row


def has_sample() -> bool:
    """False in a build without the sample office."""
    from importlib.util import find_spec

    return find_spec("itadesk.services.sample") is not None
