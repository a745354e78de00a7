"""A text to be looked at, copied, and dealt with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.labels import label


class TextView(QDialog):
    """`deeds` are words of buttons and what they do; the dialog closes with any of them."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        remark: str,
        text: str,
        deeds: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._chosen: Callable[[], object] | None = None
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label(title, "heading", wrap=True))
        column.addWidget(label(remark, "quiet", wrap=True))
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        self.copy = button("คัดลอก", self._copy)
        row.addWidget(self.copy)
        row.addStretch()
        self.buttons = [button(words, partial(self._choose, deed)) for words, deed in deeds]
        for each in self.buttons:
            row.addWidget(each)
        self.shut = button("ปิด", self.reject, role="primary")
        self.shut.setDefault(True)
        row.addWidget(self.shut)
        column.addLayout(row)
        room = self.screen().availableSize()
        self.resize(QSize(theme.px(640), theme.px(440)).boundedTo(room - QSize(40, 80)))
        self.text.setFocus()

    def ask(self) -> None:
        """Shows it until it is closed, then does what was chosen."""
        self.exec()
        if self._chosen is not None:
            self._chosen()

    def _choose(self, deed: Callable[[], object]) -> None:
        self._chosen = deed
        self.accept()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
