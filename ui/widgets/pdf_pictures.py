"""Pages of a PDF as pictures, drawn in a thread one at a time and kept while they are near."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QImage

from ui.widgets.pdf_source import PdfSource
from ui.widgets.pdf_worker import PdfWorker


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as drawn for a scale (device pixels a point) of a source."""

    image: QImage
    scale: float
    source: PdfSource


class PagePictures:
    """What the worker draws comes back to `keep` by the name it was asked under."""

    def __init__(self, worker: PdfWorker, name: str, kept: int) -> None:
        self._worker, self._name, self._kept = worker, name, kept
        self._pictures: dict[int, Picture] = {}
        self._drawing = False

    def of(self, page: int) -> Picture | None:
        """What is known of a page, if only from the document before."""
        return self._pictures.get(page)

    def forget(self) -> None:
        self._pictures.clear()

    def ask(self, source: PdfSource, pages: Iterable[int], scale: float) -> None:
        """Asks for the first of the pages that is not sharp yet; one at a time."""
        if self._drawing:
            return
        for page in pages:
            known = self._pictures.get(page)
            if known is None or known.source is not source or known.scale != scale:
                self._drawing = True
                self._worker.do(f"{self._name} {page}", partial(_drawn, source, page, scale))
                return

    def keep(self, page: int, picture: Picture, source: PdfSource | None, near: range) -> None:
        """Takes what was drawn, unless of another document; drops what is farthest from `near`."""
        self._drawing = False
        if picture.source is source:
            self._pictures[page] = picture
            far = sorted(self._pictures, key=lambda known: abs(known - near.start))
            for known in far[self._kept + len(near) :]:
                del self._pictures[known]


def _drawn(source: PdfSource, page: int, scale: float) -> Picture:
    return Picture(source.image(page, scale), scale, source)
