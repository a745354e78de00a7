"""A field and a list over the window: type, choose with the arrows, Enter goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from itadesk.thai.folding import folded_words, place_of
from ui import theme
from ui.fonts import SMALL, base_font
from ui.models.choices import CHOICE, Choice, ChoiceModel, Index
from ui.widgets.labels import label
from ui.widgets.options import has_state, room
from ui.widgets.painting import line_height

_ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_SIDE, _EDGE = 12, 4  # px
_WIDEST, _HIGHEST = 720, 460  # px
_PATIENCE = 40  # ms after a letter before the list follows


class ChoiceDelegate(QStyledItemDelegate):
    """Title and remark in the first line, what stands around in the second."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        choice: Choice = index.data(CHOICE)
        font = base_font(SMALL, strong=True) if choice.do is None else base_font()
        lines = 2 if choice.around else 1
        return QSize(200, round(line_height(font) * lines) + 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice: Choice = index.data(CHOICE)
        tokens, area = theme.current(), room(option)
        painter.save()
        if has_state(option, QStyle.StateFlag.State_Selected):
            painter.fillRect(area, QColor(tokens.accent_soft))
            painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), QColor(tokens.accent))
        elif choice.do and has_state(option, QStyle.StateFlag.State_MouseOver):
            painter.fillRect(area, QColor(tokens.hover))
        area = area.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        painter.setFont(base_font(SMALL, strong=True) if choice.do is None else base_font())
        height = round(line_height(painter.font()))
        first = QRect(area.left(), area.top(), area.width(), height)
        painter.setPen(QColor(tokens.quiet))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(first, middle | Qt.AlignmentFlag.AlignRight, choice.remark)
        wide = painter.fontMetrics().horizontalAdvance(choice.remark)
        if choice.around:
            second = first.translated(_SIDE, height).adjusted(0, 0, -_SIDE, 0)
            _write(painter, second, choice.around, choice.words)
        painter.setPen(QColor(tokens.quiet if choice.do is None else tokens.text))
        first.setRight(first.right() - (wide + _SIDE if wide else 0))
        _write(painter, first, choice.title, choice.words)
        painter.restore()


def _write(painter: QPainter, area: QRect, text: str, words: str) -> None:
    """A line, with the words that were looked for on a ground of their own."""
    metrics, ink = painter.fontMetrics(), painter.pen()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    for place in filter(None, (place_of(shown, word) for word in folded_words(words))):
        left, right = (metrics.horizontalAdvance(shown[:n]) for n in place)
        marked = QRect(area.left() + left, area.top(), right - left, area.height())
        painter.fillRect(marked, QColor(theme.current().improve_soft))
    painter.setPen(ink)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


class Finder(QFrame):
    """Asks `source` for what fits the words; closes before a choice is carried out."""

    def __init__(
        self,
        window: QWidget,
        name: str,
        source: Callable[[str], Sequence[Choice]],
        hint: str,
    ) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        self._above, self._source, self._hint = window, source, hint
        self.field, self.list, self.rows = QLineEdit(), QListView(), ChoiceModel(self)
        self.none = label(role="quiet", wrap=True)
        self.none.setContentsMargins(_SIDE, _EDGE, _SIDE, _EDGE)
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.field.installEventFilter(self)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self.follow)
        self.field.textChanged.connect(self._timer.start)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self.list.setAccessibleName(name)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet("QListView { border: none; }")
        self.list.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(self.field)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)

    def open_over(self) -> None:
        """Shows it over the upper part of its window, ready for typing."""
        above = self._above
        wide = min(theme.px(_WIDEST), above.width() - 2 * theme.PAGE)
        self.resize(wide, min(theme.px(_HIGHEST), above.height() - 4 * theme.PAGE))
        self.move(above.mapToGlobal(QPoint((above.width() - wide) // 2, 2 * theme.PAGE)))
        self.follow()
        self.show()
        self.field.setFocus()

    def follow(self) -> None:
        """Brings the list up to what is typed; the first choice is marked."""
        self._timer.stop()
        words = self.field.text().strip()
        self.rows.show_choices(self._source(words))
        chosen = next((n for n, each in enumerate(self.rows.choices) if each.do), -1)
        self.list.setCurrentIndex(self.rows.index(chosen))
        self.list.scrollToTop()
        none = f"ไม่พบ “{words}” ลองใช้คำที่สั้นกว่านี้ หรือคั่นคำด้วยวรรค"
        self.none.setText(none if words else self._hint)
        self.none.setVisible(chosen < 0)

    def _take(self, index: Index) -> None:
        choice = self.rows.choices[index.row()] if index.isValid() else None
        if choice is not None and choice.do is not None:
            self.close()
            QTimer.singleShot(0, choice.do)  # when the keys are back in the window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list and Enter chooses, while typing goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ARROWS:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._timer.isActive():
                    self.follow()
                self._take(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)
