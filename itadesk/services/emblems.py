"""The Garuda and the office's seal: taken in from pictures and Word files, tidied, judged.

Use of the Garuda is regulated and no drawing of it may be shipped; each office has its own.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from math import ceil
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from itadesk import files
from itadesk.errors import BadFile
from itadesk.files import is_special
from itadesk.model.changes import Changes
from itadesk.model.kept import FileRole, KeptFile
from itadesk.ports import Store
from itadesk.reports.pictures import as_png, layered, on_white, opened
from itadesk.services.files import keep_file
from itadesk.thai.digits import to_thai

if TYPE_CHECKING:
    from PIL.Image import Image

HEIGHT = 3.0  # cm, of the Garuda on letters (official-formats §4)
FULL_HEIGHT = 1417  # px: 1200 dpi at 3 cm; more is never seen
MOST_BYTES = 20 * 1024**2
MOST_PICTURES = 40
_DPI = 600
_MOST_ENTRIES = 5000
_MEDIA = "word/media/"
_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")
_DRAWINGS = (".emf", ".wmf")
_WHITE, _INK, _BLACK, _GREY = 245, 200, 96, 40  # of 255: paper, ink, black ink, colourless
_COLOURED, _DARK = 0.02, 0.4  # parts of the ink


@dataclass(frozen=True, slots=True)
class WordPicture:
    """A picture of a Word file, by its name there."""

    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class WordPictures:
    """The pictures of a Word file, and how many were left out: EMF, WMF, damaged ones."""

    pictures: tuple[WordPicture, ...]
    skipped: int = 0


def keep_emblem(store: Store, role: FileRole, name: str, image: bytes) -> Changes:
    """The office's Garuda or seal from now on: trimmed, as PNG, no finer than is seen."""
    return keep_file(store, KeptFile(role, name, media="image/png"), tidied(image))


def read_file(path: Path) -> bytes:
    """A picture or Word file that somebody chose. BadFile."""
    try:
        if is_special(path) or path.is_dir():
            raise BadFile(f"“{path.name}” ไม่ใช่ไฟล์ภาพ โปรดเลือกไฟล์อื่น")
        if path.stat().st_size > MOST_BYTES:
            raise BadFile(f"ไฟล์ “{path.name}” ใหญ่เกิน ๒๐ MB โปรดเลือกไฟล์ที่เล็กกว่านี้")
        return files.read_file(path)
    except OSError as error:
        raise BadFile(
            f"อ่านไฟล์ “{path.name}” ไม่ได้ โปรดตรวจว่าไฟล์ยังอยู่ และปิดไฟล์นี้ในโปรแกรมอื่นก่อน"
        ) from error


def tidied(image: bytes) -> bytes:
    """The picture as PNG without empty margins, at most 1417 px high. BadFile."""
    with opened(image) as picture:
        whole = layered(picture)
        inked = on_white(picture).convert("L").point(lambda level: 255 * (level < _WHITE))
        box = inked.getbbox()
        if box is None:
            raise BadFile("ภาพนี้ว่างเปล่า ไม่มีลายเส้น โปรดเลือกภาพอื่น")
        found = whole.crop(box)
        if found.height > FULL_HEIGHT:
            width = max(round(found.width * FULL_HEIGHT / found.height), 1)
            found = _resized(found, (width, FULL_HEIGHT))
        return as_png(found)


def _resized(picture: Image, size: tuple[int, int]) -> Image:
    from PIL import Image

    return picture.resize(size, Image.Resampling.LANCZOS)


def small_remark(image: bytes, height: float = HEIGHT) -> str:
    """A sentence when the picture has less than 600 dpi at `height` cm, else ""."""
    with opened(image) as picture:
        has, needs = picture.height, ceil(_DPI / 2.54 * height)
    if has >= needs:
        return ""
    return (
        f"ภาพสูง {to_thai(str(has))} จุด น้อยกว่า {to_thai(str(needs))} จุดที่ควรมี พิมพ์แล้วอาจไม่คมชัด "
        "โปรดใช้ภาพที่ใหญ่กว่านี้หรือไฟล์ SVG หากมี"
    )


def is_black(image: bytes) -> bool:
    """Whether the lines are black, as those of the letter Garuda are."""
    from PIL import ImageChops

    with opened(image) as picture:
        flat = on_white(picture)
    red, green, blue = flat.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    least = ImageChops.darker(ImageChops.darker(red, green), blue)
    ink = least.point(lambda level: 255 * (level < _INK))
    levels = most.histogram(ink)
    colours = ImageChops.subtract(most, least).histogram(ink)
    total = sum(levels)
    return sum(colours[_GREY:]) <= _COLOURED * total and sum(levels[:_BLACK]) >= _DARK * total


def blackened(image: bytes) -> bytes:
    """The same drawing in black on a clear ground, as PNG."""
    from PIL import Image, ImageChops, ImageOps

    with opened(image) as picture:
        inked = ImageOps.autocontrast(ImageChops.invert(on_white(picture).convert("L")))
    strong = inked.point(lambda level: min(2 * level, 255))
    return as_png(Image.merge("LA", (Image.new("L", strong.size, 0), strong)))


def thumbnail(image: bytes, side: int) -> bytes:
    """The picture on white, at most `side` px, as PNG. BadFile."""
    with opened(image) as picture:
        picture.thumbnail((side, side))
        return as_png(on_white(picture))


def pictures_of_word(document: bytes, file: str) -> WordPictures:
    """What lies in word/media, each once, headers' pictures too; BadFile names `file`.

    Nothing is unpacked but pictures, none of them beyond what a picture may have.
    """
    refused = BadFile(
        f"ไฟล์ “{file}” ไม่ใช่เอกสาร Word (.docx) หรือเสียหาย โปรดเปิดใน Word แล้วบันทึกเป็นชนิด .docx ก่อน"
    )
    if document.count(b"PK\x01\x02") > _MOST_ENTRIES:
        raise refused
    try:
        with zipfile.ZipFile(BytesIO(document)) as archive:
            if "word/document.xml" not in archive.namelist():
                raise refused
            media = [each for each in archive.infolist() if each.filename.startswith(_MEDIA)]
            return _found(archive, media)
    except _DAMAGED as error:
        raise refused from error


def _found(archive: zipfile.ZipFile, media: Sequence[zipfile.ZipInfo]) -> WordPictures:
    found: dict[str, WordPicture] = {}
    skipped = sum(each.filename.lower().endswith(_DRAWINGS) for each in media)
    pictures = [each for each in media if each.filename.lower().endswith(_ENDINGS)]
    for entry in pictures[:MOST_PICTURES]:
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            skipped += 1
            continue
        with archive.open(entry) as part:
            body = part.read(MOST_BYTES + 1)  # whatever size the directory claims
        if len(body) > MOST_BYTES or not _readable(body):
            skipped += 1
            continue
        name = PurePosixPath(entry.filename).name
        found.setdefault(sha256(body).hexdigest(), WordPicture(name, body))
    return WordPictures(tuple(found.values()), skipped)


def _readable(image: bytes) -> bool:
    try:
        thumbnail(image, 8)
    except BadFile:
        return False
    return True


_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, OSError)
