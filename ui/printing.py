"""Sends a PDF to a printer, page by page as pdfium draws it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from ui.widgets.pdf_source import PdfSource

DPI = 300  # of the pictures; finer ones look the same on paper
_POINTS = 72  # an inch


def print_pdf(data: bytes, printer: QPrinter, current: int = 0) -> int:
    """Prints the chosen pages as often as chosen and gives their number.

    `current` (from 0) is the page looked at. May run in a thread of its own.
    """
    source = PdfSource(data)
    pages = list(_in_order(printer, _chosen(printer, len(source.sizes), current)))
    painter = QPainter()
    printer.setFullPage(True)
    for number, page in enumerate(pages):
        width, height = source.sizes[page]
        landscape = width > height
        orientation = QPageLayout.Orientation
        printer.setPageOrientation(orientation.Landscape if landscape else orientation.Portrait)
        if number:
            printer.newPage()
        elif not painter.begin(printer):
            break
        _draw(painter, printer, source, page)
    painter.end()
    source.close()
    return len(pages)


def _chosen(printer: QPrinter, count: int, current: int) -> list[int]:
    """Pages from 0 that the dialog left."""
    wanted = printer.printRange()
    if wanted == QPrinter.PrintRange.CurrentPage:
        return [min(current, count - 1)]
    ranges = printer.pageRanges()
    if wanted == QPrinter.PrintRange.PageRange and not ranges.isEmpty():
        return [page for page in range(count) if ranges.contains(page + 1)]
    return list(range(count))


def _in_order(printer: QPrinter, pages: list[int]) -> Iterable[int]:
    """Copies that the printer does not make by itself."""
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages = pages[::-1]
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _copy in range(copies)]


def _draw(painter: QPainter, printer: QPrinter, source: PdfSource, page: int) -> None:
    """The page in its own size, smaller only where the paper is."""
    per_point = printer.resolution() / _POINTS
    size = QSizeF(*source.sizes[page]) * per_point
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    fit = min(1.0, paper.width() / size.width(), paper.height() / size.height())
    if fit > 0.99:  # the same paper, named with other decimals
        fit = 1.0
    place = QRectF(0, 0, size.width() * fit, size.height() * fit)
    painter.drawImage(place, source.image(page, DPI / _POINTS))
