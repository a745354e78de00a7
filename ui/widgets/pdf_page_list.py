"""The pages of a PDF as small pictures with their numbers; one is chosen by click or keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from itadesk.thai.digits import to_thai
from ui import theme
from ui.widgets.pdf_pictures import PagePictures, Picture
from ui.widgets.pdf_source import PdfSource
from ui.widgets.pdf_view import PdfView

WIDTH = 104  # px of the list
_PAPER, _EDGE, _NUMBER = 68, 6, 24  # px: of a page across, around it, of the number below
_A4 = (595.0, 842.0)  # points
_KEPT = 200  # small pictures of pages that are not seen


class PageList(QListWidget):
    """Only pictures that are seen are drawn, by the worker of the view; `chosen` counts from 0."""

    chosen = Signal(int)

    def __init__(self, view: PdfView) -> None:
        super().__init__()
        self._source: PdfSource | None = None
        self._pictures = PagePictures(view.worker, "small", _KEPT)
        self.setFixedWidth(WIDTH)
        self.setItemDelegate(_PageDelegate(self))
        self.setAccessibleName("รายการหน้า")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentRowChanged.connect(self.chosen)
        view.drew_small.connect(self._take)

    def show_source(self, source: PdfSource | None) -> None:
        """The pages of a document; pictures of the one before stand until they are drawn anew."""
        self._source = source
        count = len(source.sizes) if source else 0
        self.blockSignals(True)
        while self.count() > count:
            self.takeItem(self.count() - 1)
        while self.count() < count:
            words = to_thai(f"หน้า {self.count() + 1}")
            item = QListWidgetItem(words, self)
            item.setToolTip(words)
        self.blockSignals(False)
        if source is None:
            self._pictures.forget()
        self.scheduleDelayedItemsLayout()

    def mark(self, page: int) -> None:
        """The page looked at, from 0."""
        self.blockSignals(True)
        self.setCurrentRow(page)
        self.blockSignals(False)

    def size_of(self, page: int) -> QSize:
        """px of a page's picture."""
        width, height = self._source.sizes[page] if self._source else _A4
        return QSize(_PAPER, round(_PAPER * height / width))

    def picture(self, page: int) -> Picture | None:
        """What is drawn of a page."""
        return self._pictures.of(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._source:
            scale = _PAPER * self.devicePixelRatioF() / _A4[0]
            self._pictures.ask(self._source, self._seen(), scale)

    def _take(self, page: int, picture: Picture) -> None:
        self._pictures.keep(page, picture, self._source, self._seen())
        self.viewport().update()

    def _seen(self) -> range:
        """Pages in sight."""
        first = self.indexAt(QPoint(_EDGE, 0)).row()
        last = self.indexAt(QPoint(_EDGE, self.viewport().height() - 1)).row()
        return range(max(first, 0), (last if last >= 0 else self.count() - 1) + 1)


class _PageDelegate(QStyledItemDelegate):
    """Paper above its number; the page looked at has a frame."""

    def __init__(self, pages: PageList) -> None:
        super().__init__(pages)
        self._pages = pages

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        height = self._pages.size_of(index.row()).height()
        return QSize(_PAPER + 2 * _EDGE, height + _NUMBER + 2 * _EDGE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look: Any = option  # the stubs know none of its fields
        tokens = theme.current()
        chosen = bool(look.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or look.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(look.rect, QColor(tokens.accent_soft if chosen else tokens.hover))
        paper = QRect(QPoint(0, look.rect.top() + _EDGE), self._pages.size_of(index.row()))
        paper.moveLeft(look.rect.center().x() - paper.width() // 2)
        painter.fillRect(paper, QColor("white"))
        picture = self._pages.picture(index.row())
        if picture:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, picture.image)
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.border), 2 if chosen else 1))
        painter.drawRect(paper)
        painter.setPen(QColor(tokens.text if chosen else tokens.quiet))
        below = QRect(look.rect.left(), paper.bottom() + 3, look.rect.width(), _NUMBER)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, to_thai(str(index.row() + 1)))
        painter.restore()
