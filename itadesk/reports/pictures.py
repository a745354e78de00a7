"""Pictures that people bring: opened in one way whatever they are, as letters and covers take them.

Pillow is imported with the first picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from itadesk.errors import BadFile

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 60_000_000
_KINDS = ("PNG", "JPEG", "GIF", "BMP", "TIFF")
_PLAIN = ("1", "L", "LA", "P", "RGB", "RGBA")
_JFIF = b"\xff\xd8\xff\xe0"
_TOO_MANY = "ภาพนี้มีจุดภาพมากเกินไป โปรดย่อภาพก่อน แล้วเลือกใหม่"
_ORIENTATION = 0x0112  # of EXIF
_DEEP = 257  # 16 bits of grey for one step of 8


@contextmanager
def opened(image: bytes) -> Iterator[Image]:
    """The picture upright, of no format where it had to be turned; BadFile when it is too large or
    cannot be read."""
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(image), formats=_KINDS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise BadFile(_TOO_MANY)
            turned = picture.getexif().get(_ORIENTATION, 1) != 1
            yield ImageOps.exif_transpose(picture) if turned else picture
    except Image.DecompressionBombError as error:
        raise BadFile(_TOO_MANY) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise BadFile("อ่านภาพนี้ไม่ได้ ไฟล์อาจเสียหาย โปรดเลือกภาพชนิด PNG หรือ JPG ใหม่") from error


def layered(picture: Image) -> Image:
    """Eight bits of red, green, blue and opacity, from CMYK and 16 bits of grey too."""
    if picture.mode.startswith("I;16") or picture.mode == "I":
        picture = picture.convert("I").point(lambda value: value * (1 / _DEEP)).convert("L")
    return picture.convert("RGBA")


def on_white(picture: Image) -> Image:
    """As paper shows it, in red, green and blue."""
    from PIL import Image

    whole = layered(picture)
    return Image.alpha_composite(Image.new("RGBA", whole.size, "white"), whole).convert("RGB")


def for_word(image: bytes) -> bytes:
    """A PNG or JPG that Word surely shows as it is; any other picture as PNG."""
    with opened(image) as picture:
        sure = picture.format == "PNG" or (picture.format == "JPEG" and image.startswith(_JFIF))
        return image if sure and picture.mode in _PLAIN else as_png(layered(picture))


def as_png(picture: Image) -> bytes:
    """Grey where there is no colour, without opacity where all of it is opaque."""
    red, green, blue, opacity = layered(picture).split()
    grey = red.tobytes() == green.tobytes() == blue.tobytes()
    opaque = opacity.getextrema()[0] == 255
    mode = ("L" if grey else "RGB") if opaque else ("LA" if grey else "RGBA")
    target = BytesIO()
    layered(picture).convert(mode).save(target, "PNG", optimize=True)
    return target.getvalue()
