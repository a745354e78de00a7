"""Pictures as PDF objects: decoded once, flattened on white, grey where there is no colour."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING
from zlib import compress

from itadesk.reports.pdf.drawing import Page
from itadesk.reports.pdf.fontobjects import stream
from itadesk.reports.pictures import on_white, opened

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

_JFIF = b"\xff\xd8\xff\xe0"
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

    entries: dict[str, object] = {}
    if found := _photo(image):
        (width, height, grey), packed = found, image
        entries["Filter"] = PDFName("DCTDecode")
    else:
        width, height, grey, body = _decoded(image)
        packed = compress(body, 9)
    return stream(
        document,
        b"",
        packed,
        **entries,
        Type=PDFName("XObject"),
        Subtype=PDFName("Image"),
        Width=width,
        Height=height,
        BitsPerComponent=8,
        ColorSpace=PDFName("DeviceGray" if grey else "DeviceRGB"),
    )


def _photo(image: bytes) -> tuple[int, int, bool] | None:
    """Width, height and whether it is grey, of a JPG that can go into a file as it is."""
    from PIL import ExifTags, Image

    if not image.startswith(_JFIF):
        return None
    with Image.open(BytesIO(image), formats=("JPEG",)) as photo:
        upright = photo.getexif().get(ExifTags.Base.Orientation, 1) == 1
        fits = upright and photo.mode in ("L", "RGB") and max(photo.size) <= _MOST
        return (*photo.size, photo.mode == "L") if fits else None


@lru_cache(maxsize=8)
def _decoded(image: bytes) -> tuple[int, int, bool, bytes]:
    """Width, height, whether it is grey, and its samples row by row."""
    with opened(image) as picture:
        if max(picture.size) > _MOST:
            picture.thumbnail((_MOST, _MOST))
        flat = on_white(picture)
    red, green, blue = flat.split()
    if red.tobytes() == green.tobytes() == blue.tobytes():
        return flat.width, flat.height, True, red.tobytes()
    return flat.width, flat.height, False, flat.tobytes()
