"""Emblems that the tests draw themselves, and Word files that carry them."""

from __future__ import annotations

from io import BytesIO

import docx
from PIL import Image, ImageDraw


def drawn(height=1000, ink="black", ground=(255, 255, 255, 0), margin=0):
    """A winged shape .92 as wide as high, in a margin of its ground."""
    width = round(height * 0.92)
    image = Image.new("RGBA", (width + 2 * margin, height + 2 * margin), ground)
    pen = ImageDraw.Draw(image)

    def at(x, y):
        return margin + x * (width - 1), margin + y * (height - 1)

    pen.polygon([at(0, 0.1), at(0.5, 0.35), at(1, 0.1), at(0.75, 0.6), at(0.25, 0.6)], fill=ink)
    pen.ellipse([at(0.38, 0), at(0.62, 0.3)], fill=ink)
    pen.polygon([at(0.4, 0.6), at(0.6, 0.6), at(0.7, 1), at(0.3, 1)], fill=ink)
    return image


def packed(image, kind="PNG", **options):
    """The bytes of an image file."""
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def word_with(*images, header=None):
    """A .docx with pictures in its text, and one in its header."""
    word = docx.Document()
    for image in images:
        word.add_picture(BytesIO(image))
    if header:
        word.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(header))
    target = BytesIO()
    word.save(target)
    return target.getvalue()
