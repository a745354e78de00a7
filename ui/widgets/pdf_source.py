"""One PDF as pdfium reads it: page sizes, pictures of pages, places of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from itadesk.thai.digits import to_arabic

_PDFIUM = Lock()  # pdfium is one library for the whole program and not thread-safe
_MOST_PIXELS = 24_000_000  # a page at four times its size on a fine screen would take 200 MB
_NOT_LETTERS = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff\x00-\x1f]")
_SARA_AM, _NIKHAHIT, _SARA_AA = "\u0e33", "\u0e4d", "\u0e32"
_TONES = "\u0e48\u0e49\u0e4a\u0e4b"


class _Text(Protocol):
    """The text of a page; boxes are left, bottom, right, top from the page's bottom left."""

    def count_chars(self) -> int: ...
    def get_charbox(self, index: int, loose: bool) -> tuple[float, float, float, float]: ...


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: rectangles on one page, in points from its top left."""

    page: int
    places: tuple[QRectF, ...]


class PdfSource:
    """A PDF held in memory. Sizes and places are points, `scale` is pixels a point."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        with _PDFIUM:
            self._document = pypdfium2.PdfDocument(data)
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._document.get_page_size(n) for n in range(len(self._document))
            )

    def image(self, page: int, scale: float) -> QImage:
        """A page as a picture, scaled down where it would take too much memory."""
        width, height = self.sizes[page]
        scale = min(scale, (_MOST_PIXELS / (width * height)) ** 0.5)
        with _PDFIUM:
            shown = self._document[page]
            bitmap = shown.render(scale=scale, prefer_bgrx=True)
            picture = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()
            bitmap.close()
            shown.close()
        return picture

    def find(self, words: str) -> list[Hit]:
        """Every place of the words, over line ends and in either digits."""
        wanted = folded(words)
        return [hit for n in range(len(self.sizes)) for hit in self._on_page(n, wanted)]

    def close(self) -> None:
        with _PDFIUM:
            self._document.close()

    def _on_page(self, number: int, wanted: str) -> list[Hit]:
        if not wanted:
            return []
        with _PDFIUM:
            page = self._document[number]
            text = page.get_textpage()
            letters, index = _letters(text)
            starts = [match.start() for match in re.finditer(f"(?={re.escape(wanted)})", letters)]
            hits = [
                Hit(number, self._places(text, index[at : at + len(wanted)], number))
                for at in starts
            ]
            text.close()
            page.close()
        return hits

    def _places(self, text: _Text, indices: Iterable[int], page: int) -> tuple[QRectF, ...]:
        height = self.sizes[page][1]
        boxes = (text.get_charbox(n, loose=True) for n in indices)
        return _joined(QRectF(x0, height - y1, x1 - x0, y1 - y0) for x0, y0, x1, y1 in boxes)


def folded(text: str) -> str:
    """What a search compares: without spaces, with one kind of digits, sara am and case."""
    letters, _index = _folded(enumerate(text))
    return letters


def _folded(text: Iterable[tuple[int, str]]) -> tuple[str, list[int]]:
    """The letters that a search compares, and the index of each."""
    pairs: list[tuple[str, int]] = []
    for n, letter in text:
        plain = _NOT_LETTERS.sub("", to_arabic(letter).casefold())
        for part in plain.replace(_SARA_AM, _NIKHAHIT + _SARA_AA):
            before = pairs[-1][0] if pairs else ""
            at = len(pairs) - 1 if before == _NIKHAHIT and part in _TONES else len(pairs)
            pairs.insert(at, (part, n))
    return "".join(part for part, _n in pairs), [n for _part, n in pairs]


def _letters(text: _Text) -> tuple[str, list[int]]:
    """The letters of a page, and the index of each on the page."""
    import pypdfium2.raw as pdfium

    codes = (pdfium.FPDFText_GetUnicode(text, n) for n in range(text.count_chars()))
    return _folded(enumerate(map(chr, codes)))


def _joined(boxes: Iterable[QRectF]) -> tuple[QRectF, ...]:
    """Boxes of letters as one box a line."""
    lines: list[QRectF] = []
    for box in boxes:
        if box.width() <= 0 and box.height() <= 0:
            continue
        if lines and abs(lines[-1].center().y() - box.center().y()) < lines[-1].height() / 2:
            lines[-1] = lines[-1].united(box)
        else:
            lines.append(box)
    return tuple(lines)
