"""The common shape of dialogs: head, fields, a sentence when something is wrong, two buttons."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import field_label, label

CAPTION = 40  # px that the system's frame around a dialog takes


class FormDialog(QDialog):
    """Fields below each other with their names at the left; `check` runs before it closes."""

    def __init__(
        self, parent: QWidget | None, title: str, remark: str, agree: str, width: int = 560
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(min(theme.px(width), self.screen().availableSize().width()))
        self.problem = label(role="problem", wrap=True)
        self.problem.hide()
        self.agree: QPushButton = primary_button(agree, self.try_accept)
        self.agree.setDefault(True)
        self.fields = QGridLayout()
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(theme.GAP)
        self.fields.setColumnStretch(1, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label(title, "heading"))
        if remark:
            column.addWidget(label(remark, "quiet", wrap=True))
        column.addSpacing(4)
        column.addWidget(FieldRoom(self.fields), 1)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch()
        self.cancel = button("ยกเลิก", self.reject)
        row.addWidget(self.cancel)
        row.addWidget(self.agree)
        column.addLayout(row)
        self._filled: list[QWidget] = []

    def add_field(self, name: str, field: QWidget) -> None:
        """A field in the next line."""
        line = self.fields.rowCount()
        self.fields.addWidget(field_label(name, field), line, 0)
        self.fields.addWidget(field, line, 1)
        self._filled.append(field)
        if isinstance(field, QLineEdit):
            field.textChanged.connect(self._look_again)
        elif isinstance(field, QComboBox):
            field.currentIndexChanged.connect(self._look_again)

    def add_line(self, widget: QWidget, *, wide: bool = False) -> None:
        """A widget below the fields, in their column or from edge to edge."""
        self.fields.addWidget(widget, self.fields.rowCount(), 0 if wide else 1, 1, 2 if wide else 1)
        self._filled += [widget, *widget.findChildren(QWidget)]

    def check(self) -> str:
        """What has to be mended before the dialog can close, "" when nothing."""
        return ""

    def try_accept(self) -> None:
        """Closes when there is nothing to mend."""
        wrong = self.check()
        self._show_problem(wrong)
        if not wrong:
            self.accept()

    def _look_again(self) -> None:
        """What is mended is no longer said to be wrong."""
        if not self.problem.isHidden():
            self._show_problem(self.check())

    def _show_problem(self, wrong: str) -> None:
        self.problem.setText(f"▲ {wrong}")
        self.problem.setVisible(bool(wrong))

    def _put_keys_in_order(self) -> None:
        """Tab goes through the fields as they stand, then to the buttons."""
        stops = [*filter(_takes_keys, self._filled), self.cancel, self.agree]
        for one, after in pairwise(stops):
            QWidget.setTabOrder(one, after)
        if self.focusWidget() in (None, self.cancel, self.agree):
            stops[0].setFocus()

    def take_room(self) -> None:
        """As large as everything in it needs; Qt itself stops at two thirds of the screen."""
        for room in list[FieldRoom](self.findChildren(FieldRoom)):
            room.updateGeometry()  # its texts may wrap otherwise by now
        column, screen = self._column, self.screen().availableSize() - QSize(0, CAPTION)
        wide = min(max(self.width(), column.totalMinimumSize().width()), screen.width())
        high = column.totalHeightForWidth(wide) if column.hasHeightForWidth() else 0
        self.resize(wide, min(max(self.height(), high), screen.height()))

    def showEvent(self, event: QShowEvent) -> None:
        self._put_keys_in_order()
        self.take_room()
        super().showEvent(event)


def open_at(dialog: QDialog, width: int, height: int) -> None:
    """Begins as large as the text needs, `width` by `height` at 100 %, and within the screen."""
    room = dialog.screen().availableSize()
    dialog.resize(min(theme.px(width), room.width()), min(theme.px(height), room.height()))


class FieldRoom(QScrollArea):
    """As high as its fields; they scroll where the screen is not high enough for them."""

    def __init__(self, fields: QLayout) -> None:
        super().__init__()
        holder = QWidget()
        fields.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(fields)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(holder)
        for part in (self.viewport(), holder):
            part.setAutoFillBackground(False)  # the dialog shows through

    def sizeHint(self) -> QSize:
        hint, holder = self.widget().sizeHint(), self.widget()
        wide = min(hint.width(), self.viewport().width()) if self.isVisible() else hint.width()
        return QSize(hint.width(), max(hint.height(), holder.heightForWidth(wide)))


def _takes_keys(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus
