"""The strip above the score table: overall, rating, instruments, how much is filled in."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from itadesk.findings import classify
from itadesk.model.result import NOTHING, Figure
from itadesk.model.year import YearData
from itadesk.thai.numbers import format_score
from ui import theme
from ui.classes import SIGNS
from ui.fonts import base_font
from ui.widgets.buttons import button

WHOLE, LEAST, BARE = 760, 600, 420  # px of all figures, without the last, without instruments


class FigureBox(QWidget):
    """A name above its figure; a quiet sign says that it is not complete."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._text, self._remark, self._ink = name, "–", "", "text"
        self._size = 13.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_figure(self, text: str, remark: str = "", ink: str = "text", size: float = 13) -> None:
        """`remark` stands beside the name, `ink` names a token."""
        self._text, self._remark, self._ink, self._size = text or "–", remark, ink, size
        self.setAccessibleName(" ".join(filter(None, (self._name, self._text, remark))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        small, large = base_font(10), base_font(self._size, strong=True)
        heading = f"{self._name} {self._remark}".strip()
        wide = max(_wide(small, heading), _wide(large, self._text))
        return QSize(round(wide) + theme.px(10), theme.px(46))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setFont(base_font(10))
        painter.setPen(QColor(tokens.quiet))
        heading = f"{self._name} {self._remark}".strip()
        painter.drawText(
            QRect(0, 0, self.width(), theme.px(20)), Qt.AlignmentFlag.AlignVCenter, heading
        )
        painter.setFont(base_font(self._size, strong=True))
        painter.setPen(QColor(str(getattr(tokens, self._ink))))
        below = QRect(0, theme.px(18), self.width(), theme.px(28))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()
        event.accept()


class ScoreStrip(QFrame):
    """Live figures in one line; at the right the way to what else was announced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.overall = FigureBox("คะแนนภาพรวม")
        self.rating = FigureBox("ระดับ")
        self.instruments: dict[str, FigureBox] = {}
        self.filled = FigureBox("กรอกแล้ว")
        self._boxes = QHBoxLayout()
        self._boxes.setSpacing(24)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.BLOCK, 6, 10, 6)
        row.setSpacing(24)
        row.addWidget(self.overall)
        row.addWidget(self.rating)
        row.addLayout(self._boxes)
        row.addWidget(self.filled)
        row.addStretch()
        self.announced = button("ข้อมูลที่ประกาศ…", role="quiet")
        self.announced.setToolTip("วันที่ประกาศผล ระดับ จำนวนผู้ตอบ และข้อเสนอแนะ")
        row.addWidget(self.announced)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands above the page or in the table too gives way."""
        super().resizeEvent(event)
        self.filled.setVisible(event.size().width() >= theme.px(WHOLE))
        for box in self.instruments.values():
            box.setVisible(event.size().width() >= theme.px(LEAST))

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme.px(BARE)), hint.height())

    def show_year(self, data: YearData, filled: str) -> None:
        """All figures of a year; `filled` says how many scores are there."""
        thai = data.settings.digits == "thai"
        overall = data.result.overall
        self.overall.show_figure(
            format_score(overall.value, thai), "" if overall.complete else "ยังไม่ครบ", size=16
        )
        passes = data.result.passes
        ink = "quiet" if passes is None else "keep" if passes else "urgent"
        self.rating.show_figure(data.result.rating or "ยังไม่ครบ", ink=ink)
        self._match_boxes([instrument.code for instrument in data.catalogue.instruments])
        for code, box in self.instruments.items():
            self._show(box, data, data.result.instruments.get(code, NOTHING), thai)
        self.filled.show_figure(filled)

    def _show(self, box: FigureBox, data: YearData, figure: Figure, thai: bool) -> None:
        remark, ink = "", "text"
        if figure.value is not None:
            found = classify(figure.value, data.settings.thresholds)
            ink = str(found)
            remark = SIGNS[found] if figure.complete else "ยังไม่ครบ"
        box.show_figure(format_score(figure.value, thai), remark, ink)

    def _match_boxes(self, codes: list[str]) -> None:
        if list(self.instruments) == codes:
            return
        for box in self.instruments.values():
            self._boxes.removeWidget(box)
            box.deleteLater()
        self.instruments = {code: FigureBox(code) for code in codes}
        for box in self.instruments.values():
            self._boxes.addWidget(box)
            box.setVisible(self.width() >= theme.px(LEAST))


def _wide(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
