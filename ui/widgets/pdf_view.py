"""Shows a PDF as it will be printed: pages below each other, zoom, search."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui import theme
from ui.widgets.pdf_layout import PER_POINT, Anchor, Stack, fitting
from ui.widgets.pdf_pictures import PagePictures
from ui.widgets.pdf_source import Hit, PdfSource
from ui.widgets.pdf_worker import PdfWorker

LEAST, MOST, STEP = 0.25, 4.0, 1.2  # zoom, 1 is the paper's own size
KEPT = 8  # pictures of pages kept around those that are seen


class PdfView(QAbstractScrollArea):
    """Only pages that are seen are drawn, in a thread; fits the width until zoomed."""

    opened = Signal()
    page_shown = Signal(int, int)  # page from 1, number of pages; 0, 0 for none
    zoomed = Signal(int)  # percent
    found = Signal(int, int)  # hit from 1 (0: none), number of hits
    drew_small = Signal(int, object)  # page from 0, its Picture, for the list of pages

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.worker = PdfWorker(self._arrived)
        self._source: PdfSource | None = None
        self._pictures = PagePictures(self.worker, "draw", KEPT)
        self._zoom = 0.0  # 0 fits the width
        self._words = ""
        self._hits: list[Hit] = []
        self._hit = 0
        self._gone_to: tuple[int, int] | None = None  # place of the scroll bar, page
        self._opening = 0  # number of the newest document asked for
        self.setAccessibleName("ตัวอย่างเอกสารก่อนพิมพ์")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._moved)

    @property
    def source(self) -> PdfSource | None:
        """The document shown, for printing."""
        return self._source

    @property
    def page(self) -> int:
        """The page gone to, while nothing else is scrolled to; else the one seen most, from 0."""
        top = self.verticalScrollBar().value()
        if self._gone_to and self._gone_to[0] == top:
            return self._gone_to[1]
        return self._stack().at(top + self.viewport().height() / 3) if self._source else 0

    def picture(self, page: int) -> QImage | None:
        """What is drawn of a page of the present document; None before it is."""
        picture = self._pictures.of(page)
        return picture.image if picture and picture.source is self._source else None

    def show_pdf(self, data: bytes) -> None:
        """Opens a PDF; the place looked at stays."""
        self._opening += 1
        self.worker.do(f"open {self._opening}", partial(PdfSource, data))

    def clear(self) -> None:
        """Shows nothing; a document still being opened is dropped."""
        self._opening += 1
        self._take(None)
        self.page_shown.emit(0, 0)
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """1 is the paper's own size, 0 fits the width."""
        anchor = self._anchor()
        self._zoom = min(max(zoom, LEAST), MOST) if zoom else 0.0
        self._lay_out(anchor)

    def zoom_by(self, steps: float) -> None:
        """Larger with positive steps; a step is a fifth."""
        self.set_zoom(self._scale() / PER_POINT * STEP**steps)

    def go_to_page(self, page: int) -> None:
        """Brings the top of a page (from 0) into sight."""
        if self._source:
            wanted = min(max(page, 0), len(self._source.sizes) - 1)
            self._scroll_to(Anchor(wanted), -8)
            self._gone_to = (self.verticalScrollBar().value(), wanted)
            self._moved()

    def search(self, words: str) -> None:
        """Marks every place of the words; the first after the place looked at is shown."""
        self._words = words
        if self._source and words.strip():
            self.worker.do(f"find {words}", partial(self._source.find, words))
        else:
            self._show_hits([])

    def go_to_hit(self, step: int) -> None:
        """The next (1) or the previous (-1) hit."""
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)
            self._reveal()

    def _arrived(self, name: str, future: Future[Any]) -> None:
        what, _space, rest = name.partition(" ")
        if what == "open":
            self._opened(int(rest), future.result())
        elif what == "find":
            if rest == self._words:
                self._show_hits(future.result())
        elif what == "small":
            self.drew_small.emit(int(rest), future.result())
        elif what == "draw":
            self._pictures.keep(int(rest), future.result(), self._source, self._seen())
            self.viewport().update()

    def _opened(self, number: int, source: PdfSource) -> None:
        if number != self._opening:
            self.worker.do("close", source.close)
            return
        anchor = self._anchor()
        self._take(source)
        self._lay_out(anchor)
        if self._words:
            self.search(self._words)
        self.opened.emit()

    def _take(self, source: PdfSource | None) -> None:
        if self._source:
            self.worker.do("close", self._source.close)
        self._source, self._hits = source, []
        if source is None:
            self._pictures.forget()

    def _scale(self) -> float:
        if self._zoom:
            return self._zoom * PER_POINT
        return fitting(self._source.sizes if self._source else (), self.viewport().width())

    def _stack(self) -> Stack:
        sizes = self._source.sizes if self._source else ()
        return Stack(sizes, self._scale(), self.viewport().width())

    def _anchor(self) -> Anchor:
        return self._stack().anchor(self.verticalScrollBar().value())

    def _scroll_to(self, anchor: Anchor, margin: int = 0) -> None:
        self.verticalScrollBar().setValue(round(self._stack().height_of(anchor)) + margin)

    def _lay_out(self, anchor: Anchor) -> None:
        self._gone_to = None
        stack, window = self._stack(), self.viewport().size()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(stack.height) - window.height()))
        vertical.setPageStep(max(window.height() - 40, 1))
        vertical.setSingleStep(40)
        spare = max(0, round(stack.widest) - window.width())
        horizontal.setRange(0, spare if self._zoom else 0)
        horizontal.setPageStep(window.width())
        horizontal.setValue(spare // 2)
        self._scroll_to(anchor)
        self.zoomed.emit(round(stack.scale / PER_POINT * 100))
        self._moved()

    def _moved(self) -> None:
        if self._source:
            self.page_shown.emit(self.page + 1, len(self._source.sizes))
        self.viewport().update()

    def _seen(self) -> range:
        top = self.verticalScrollBar().value()
        return self._stack().between(top, top + self.viewport().height())

    def _draw_next(self) -> None:
        if self._source:
            scale = self._scale() * self.devicePixelRatioF()
            self._pictures.ask(self._source, self._seen(), scale)

    def _show_hits(self, hits: list[Hit]) -> None:
        self._hits = hits
        after = [n for n, hit in enumerate(hits) if hit.page >= self.page]
        self._hit = after[0] if after else 0
        self._reveal()

    def _reveal(self) -> None:
        self.found.emit(self._hit + 1 if self._hits else 0, len(self._hits))
        if self._hits and self._source:
            hit = self._hits[self._hit]
            height = self._source.sizes[hit.page][1]
            share = hit.places[0].top() / height if hit.places else 0.0
            self._scroll_to(Anchor(hit.page, share), -self.viewport().height() // 3)
        self.viewport().update()

    def _paint_page(self, painter: QPainter, page: int, rect: QRectF) -> None:
        painter.fillRect(rect, QColor("white"))
        picture = self._pictures.of(page)
        ratio = self.devicePixelRatioF()
        if picture and picture.scale == self._scale() * ratio:
            picture.image.setDevicePixelRatio(ratio)
            painter.drawImage(rect.topLeft(), picture.image)  # pixel by pixel, so that it is sharp
        elif picture:
            painter.drawImage(rect, picture.image, QRectF(picture.image.rect()))
        for number, hit in enumerate(self._hits):
            if hit.page == page:
                self._paint_hit(painter, hit, rect, number == self._hit)
        painter.setPen(QColor(theme.current().border))
        painter.drawRect(rect)

    def _paint_hit(self, painter: QPainter, hit: Hit, page: QRectF, chosen: bool) -> None:
        scale = self._scale()
        colour = QColor(255, 150, 0, 120) if chosen else QColor(255, 214, 0, 90)
        for place in hit.places:
            x, y = page.left() + place.left() * scale, page.top() + place.top() * scale
            painter.fillRect(QRectF(x, y, place.width() * scale, place.height() * scale), colour)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.current().border))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        dx, dy = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        stack = self._stack()
        for page in self._seen():
            rect = stack.page(page).translated(-dx, -dy)
            self._paint_page(painter, page, QRectF(rect.toRect()))
        painter.end()
        self._draw_next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._source and event.oldSize().width() > 0:
            before = replace(self._stack(), width=event.oldSize().width())
            if not self._zoom:
                before = replace(before, scale=fitting(before.sizes, event.oldSize().width()))
            self._lay_out(before.anchor(self.verticalScrollBar().value()))
        else:
            self._lay_out(Anchor())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom_by(-1 if key == Qt.Key.Key_Minus else 1)
        elif control and key == Qt.Key.Key_0:
            self.set_zoom(0)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and control:
            self.go_to_page(self.page + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)
