"""A label that finds the line breaks of Thai itself, where Qt cannot."""

from __future__ import annotations

from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from ui.line_breaks import breakable, shown


class BrokenLabel(QLabel):
    """Only what is painted has the breaks: not `text()`, the clipboard, nor a screen reader."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._plain = ""
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802
        named = self.accessibleName() != self._plain
        self._plain = text
        super().setText(breakable(text) if self.wordWrap() else text)
        self.update()  # marks reach into the margins, which Qt does not draw anew
        if not named:
            self.setAccessibleName(text)

    def text(self) -> str:
        return self._plain

    def selectedText(self) -> str:  # noqa: N802
        return shown(super().selectedText())

    def setWordWrap(self, on: bool) -> None:  # noqa: N802
        super().setWordWrap(on)
        self.setText(self._plain)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.hasSelectedText():
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        copy = QAction("คัดลอก", menu)
        copy.triggered.connect(self._copy)
        menu.addAction(copy)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.selectedText())
