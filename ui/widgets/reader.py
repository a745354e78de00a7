"""Markdown with pictures as wide as there is room, read inside the program."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from resources import ROOT
from ui import theme

FOLDER = ROOT / "help"


class Reader(QTextBrowser):
    """Shows one text; `asked` carries the name that a link in it points to."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setAccessibleName("เนื้อหาวิธีใช้")
        self.document().setDocumentMargin(theme.px(16))
        self.setTabChangesFocus(True)
        # a bar that comes with a long text would take room from the pictures that made it long
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._text, self._words = "", ""
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self.anchorClicked.connect(lambda link: self.asked.emit(link.toString()))

    def read(self, text: str, words: str = "") -> None:
        """Shows a text from its beginning, or from the first place with `words`, all marked."""
        self._text, self._words = text, words
        self.clear()
        self.setCurrentCharFormat(QTextCharFormat())  # else it begins as the last text did
        self.setMarkdown(text)
        self._space()
        self._mark()

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802
        """A picture of the help folder, as it is or as wide as the window."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        image = QImage(str(FOLDER / QUrl(name).toString()))
        room = self.viewport().width() - 2 * round(self.document().documentMargin()) - 4
        if image.width() > room > 0:
            return image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._text and event.size().width() != event.oldSize().width():
            self._fitting.start()  # the text cannot be changed while it is being laid out

    def _fit(self) -> None:
        """Takes the pictures in the new width, at the same place of the text."""
        place = self.verticalScrollBar().value()
        self.read(self._text, self._words)
        self.verticalScrollBar().setValue(place)

    def _space(self) -> None:
        """Lines far enough apart for Thai, heads a little further."""
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setLineHeight(115, 1)  # ProportionalHeight
            form.setTopMargin(theme.px(14 if form.headingLevel() > 1 else 2))
            form.setBottomMargin(theme.px(4))
            QTextCursor(block).setBlockFormat(form)
            block = block.next()

    def _mark(self) -> None:
        """Colours the words that were searched for, and goes to the first place."""
        ground = QTextCharFormat()
        ground.setBackground(QColor(theme.current().accent_soft))
        found = self.document().find(self._words) if self._words else QTextCursor()
        first = found.selectionStart()
        while not found.isNull():
            found.mergeCharFormat(ground)
            found = self.document().find(self._words, found)
        if first >= 0 and self._words:
            place = self.textCursor()
            place.setPosition(first)
            self.setTextCursor(place)
            self.ensureCursorVisible()
