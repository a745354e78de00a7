"""Pictures as PDF objects: decoded once, flattened on white, grey where there is no colour."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING
from zlib import compress

from itadesk.errors import BadFile
from itadesk.reports.pdf.drawing import Page
from itadesk.reports.pdf.fontobjects import stream

if TYPE_CHECKING:
    from PIL.Image import Image
    from reportlab.pdfbase.pdfdoc import PDFDocument

_UNREADABLE = "อ่านภาพครุฑไม่ได้ โปรดเลือกไฟล์ภาพชนิด PNG หรือ JPG ใหม่"
_MOST = 4000  # pixels; 3 cm at 600 dpi are 709


def image_objects(document: PDFDocument, pages: Iterable[Page]) -> dict[str, object]:
    """References to the images that the pages draw, by resource name."""
    images = {each.name: each.image for page in pages for each in page.pictures}
    return {name: _object(document, image) for name, image in sorted(images.items())}


def shape(image: bytes) -> float:
    """Width for a height of 1; BadFile when it cannot be read."""
    width, height, _, _ = _decoded(image)
    return width / height


def _object(document: PDFDocument, image: bytes) -> object:
    from reportlab.pdfbase.pdfdoc import PDFName

    width, height, grey, body = _decoded(image)
    return stream(
        document,
        body,
        compress(body, 9),
        Type=PDFName("XObject"),
        Subtype=PDFName("Image"),
        Width=width,
        Height=height,
        BitsPerComponent=8,
        ColorSpace=PDFName("DeviceGray" if grey else "DeviceRGB"),
    )


@lru_cache(maxsize=8)
def _decoded(image: bytes) -> tuple[int, int, bool, bytes]:
    """Width, height, whether it is grey, and its samples row by row."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(image), formats=("PNG", "JPEG")) as opened:
            if max(opened.size) > _MOST:
                opened.thumbnail((_MOST, _MOST))
            flat = _flattened(opened)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise BadFile(_UNREADABLE) from error
    red, green, blue = flat.split()
    if red.tobytes() == green.tobytes() == blue.tobytes():
        return flat.width, flat.height, True, red.tobytes()
    return flat.width, flat.height, False, flat.tobytes()


def _flattened(opened: Image) -> Image:
    from PIL import Image

    layered = opened.convert("RGBA")
    white = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(white, layered).convert("RGB")
