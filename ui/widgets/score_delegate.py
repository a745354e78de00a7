"""Paints the score table, and edits a cell the way Excel does."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QPolygon,
)
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.classes import SIGNS, class_colour
from ui.fonts import base_font
from ui.models.score_rows import Row, RowKind
from ui.models.scores import DRAFT, ROW, Column, Draft, Index
from ui.tokens import Tokens
from ui.widgets.options import has_state, room
from ui.widgets.painting import draw_figure, draw_lines, line_height, wrapped

SIDE, LEAST, LINES = 10, 34, 6  # px beside text, px of a row, most lines of a question
MARK, TINT = 9, 30  # px of the corner of a note; alpha of what is chosen
MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class ScoreDelegate(QStyledItemDelegate):
    """Emits `left` after an editor was left by Enter, Tab or an arrow (rows, columns to go)."""

    left = Signal(int, int)
    block_pasted = Signal()  # several cells were pasted while a cell was being edited

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("role", "cell")
        editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(model.index(index.row(), index.column()), editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        editor.setGeometry(room(option))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.matches(QKeySequence.StandardKey.Paste) and _is_block():
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
                self.block_pasted.emit()
                return True
            move = MOVES.get(Qt.Key(event.key()))
            if move is not None:
                self._leave(editor, event, move)
                return True
        return super().eventFilter(editor, event)

    def _leave(self, editor: QObject, event: QKeyEvent, move: tuple[int, int]) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and move == (1, 0)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.left.emit(-1 if back else move[0], move[1])

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        if not row.is_question:
            return QSize(60, theme.px(LEAST + 2 if row.kind is not RowKind.PART else LEAST))
        if index.column() != Column.TEXT:
            return QSize(60, theme.px(LEAST))
        lines = len(_question_lines(row, room(option).width()))
        return QSize(60, max(theme.px(LEAST), round(lines * line_height(base_font())) + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        tokens = theme.current()
        painter.save()
        _paint_ground(painter, option, index, tokens)
        _paint_content(painter, room(option), index, tokens)
        _paint_frame(painter, option, index.data(DRAFT), tokens)
        if row.note and index.column() == Column.SCORE:
            _paint_mark(painter, room(option), tokens)
        painter.restore()


def _is_block() -> bool:
    text = QGuiApplication.clipboard().text().strip()
    return "\t" in text or "\n" in text


def _question_lines(row: Row, width: int) -> tuple[str, ...]:
    lines = wrapped(row.text, base_font(), width - 2 * theme.px(SIDE), LINES)
    return (*lines, row.remark) if row.remark else lines


def _paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens
) -> None:
    """Colour and lines of a cell; what is chosen is tinted, on bands too."""
    row: Row = index.data(ROW)
    rect = room(option)
    chosen = has_state(option, QStyle.StateFlag.State_Selected)
    plain = tokens.accent_soft if chosen else tokens.card
    painter.fillRect(rect, QColor(_ground(row, tokens, plain)))
    if chosen and not row.is_question:
        tint = QColor(tokens.accent)
        tint.setAlpha(TINT)
        painter.fillRect(rect, tint)
    painter.setPen(QColor(tokens.border))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if index.column() >= Column.SCORE:
        painter.drawLine(rect.topLeft(), rect.bottomLeft())


def _paint_mark(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    """The corner that says there is a note."""
    corner = rect.topRight() + QPoint(1, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.improve))
    size = theme.px(MARK)
    painter.drawPolygon(QPolygon([corner, corner - QPoint(size, 0), corner + QPoint(0, size)]))


def _ground(row: Row, tokens: Tokens, plain: str) -> str:
    if row.kind in (RowKind.INSTRUMENT, RowKind.OVERALL):
        return tokens.accent_soft
    return tokens.band if row.kind is RowKind.INDICATOR else plain


def _paint_content(painter: QPainter, rect: QRect, index: Index, tokens: Tokens) -> None:
    row: Row = index.data(ROW)
    column = Column(index.column())
    side = theme.px(SIDE)
    space = rect.adjusted(side, 0, -side, 0)
    strong = row.kind in (RowKind.INSTRUMENT, RowKind.INDICATOR, RowKind.OVERALL)
    painter.setFont(base_font(strong=strong))
    painter.setPen(QColor(tokens.text))
    if column is Column.HEAD:
        _paint_head(painter, space, row, tokens)
    elif column is Column.TEXT:
        _paint_text(painter, space, row, tokens)
    else:
        _paint_figure(painter, space, index, tokens)


def _paint_head(painter: QPainter, space: QRect, row: Row, tokens: Tokens) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter
    if row.is_question:
        painter.setPen(QColor(tokens.quiet))
        painter.drawText(space, middle, row.head)
        return
    strong = row.kind is not RowKind.PART
    head = f"{row.head} · {row.text}" if row.text else row.head
    left = space.adjusted(0 if strong else SIDE, 0, 0, 0)
    painter.setFont(base_font(strong=strong))
    width = painter.fontMetrics().horizontalAdvance(head)
    elide = Qt.TextElideMode.ElideRight
    painter.drawText(left, middle, painter.fontMetrics().elidedText(head, elide, left.width()))
    painter.setFont(base_font(10))
    painter.setPen(QColor(tokens.quiet))
    for remark in (row.remark, row.remark.partition(" · ")[0]):  # or what stands first in it
        if width + painter.fontMetrics().horizontalAdvance(remark) + SIDE <= left.width():
            painter.drawText(left, middle | Qt.AlignmentFlag.AlignRight, remark)
            return


def _paint_text(painter: QPainter, space: QRect, row: Row, tokens: Tokens) -> None:
    lines = _question_lines(row, space.width() + 2 * theme.px(SIDE))
    if not row.remark:
        draw_lines(painter, space, lines)
        return
    height = round(line_height(painter.font()) * (len(lines) - 1))
    top = space.adjusted(0, 5, 0, 0)
    top.setHeight(height)
    painter.setPen(QColor(tokens.quiet if row.text.startswith("(") else tokens.text))
    draw_lines(painter, top, lines[:-1])
    painter.setPen(QColor(tokens.accent))
    painter.setFont(base_font(10))
    below = space.adjusted(0, 5 + height, 0, -5)
    painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, lines[-1])


def _paint_figure(painter: QPainter, space: QRect, index: Index, tokens: Tokens) -> None:
    row: Row = index.data(ROW)
    draft: Draft | None = index.data(DRAFT)
    text = index.data(Qt.ItemDataRole.DisplayRole)
    column = Column(index.column())
    if draft is not None:
        painter.setPen(QColor(tokens.urgent))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        elide = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideLeft, space.width() - 16
        )
        painter.drawText(space, right, elide)
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, "▲")
        return
    if _is_quiet(row, column):
        painter.setPen(QColor(tokens.quiet))
    draw_figure(painter, space, text)
    if column is Column.SCORE and row.is_lowest:
        painter.setPen(QColor(tokens.urgent))
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, "▼")
    elif column is Column.SCORE and row.found is not None and text:
        painter.setPen(QColor(class_colour(row.found, tokens)))
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, SIGNS[row.found])


def _is_quiet(row: Row, column: Column) -> bool:
    """A figure that is not what counts: computed from parts, or replaced by the official one."""
    if column is Column.DIFFERENCE:
        return not row.difference
    if column is not Column.SCORE:
        return False
    if row.is_question:
        return row.entered is not None and row.entered.score is None
    return row.figure.official is not None or not row.figure.complete


def _paint_frame(
    painter: QPainter, option: QStyleOptionViewItem, draft: Draft | None, tokens: Tokens
) -> None:
    current = has_state(option, QStyle.StateFlag.State_HasFocus)
    if draft is None and not current:
        return
    colour = tokens.urgent if draft is not None else tokens.accent
    painter.setPen(QPen(QColor(colour), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = 3 if draft is not None and current else 1
    if draft is not None and current:
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawRect(room(option).adjusted(1, 1, -1, -1))
        painter.setPen(QPen(QColor(colour), 2))
    painter.drawRect(room(option).adjusted(inset, inset, -inset, -inset))
