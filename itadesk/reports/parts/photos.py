"""The photos of a year as an appendix, measure by measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from io import BytesIO

from itadesk.errors import BadFile
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.year import YearData
from itadesk.reports.content import Align, Block, Cell, Paragraph, Picture, Row, Run, Table
from itadesk.reports.forms import FormText, Options
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.headings import measure_title, subheading, title
from itadesk.reports.pictures import on_white, opened

SMALL, LARGE = (7.5, 6.0), (14.0, 9.6)  # cm; six and two on a page
SHARP = 220 / 2.54  # pixels a cm
QUALITY = 82
WITH_PHOTOS = "with_photos"
TEXTS = (
    FormText(WITH_PHOTOS, "พิมพ์ภาคผนวกภาพกิจกรรม", "", switch=True),
    FormText("photos_large", "พิมพ์ภาพหน้าละ ๒ ภาพ (ไม่เลือก = หน้าละ ๖ ภาพ)", "", switch=True),
    FormText("photos_title", "หัวเรื่องภาคผนวกภาพกิจกรรม", "ภาคผนวก ภาพกิจกรรม"),
    FormText("photos_other", "หัวข้อภาพที่ไม่ใช่ของมาตรการใด", "ภาพกิจกรรมอื่น"),
    FormText("photos_none", "คำที่ใช้เมื่อยังไม่มีภาพ", "ยังไม่ได้แนบภาพกิจกรรม"),
)


def blocks(
    data: YearData, words: Mapping[str, str], options: Options, style: CellStyle
) -> tuple[Block, ...]:
    """Nothing when the office wants no photos."""
    if not words[WITH_PHOTOS]:
        return ()
    size = float(data.settings.body_size)
    head = title(words["photos_title"], size)
    groups = _groups(data, words)
    if not groups:
        none = Paragraph((Run(words["photos_none"]),), size=size, align=Align.CENTRE)
        return (head, none)
    found: list[Block] = [head]
    for name, files in groups:
        if name:
            found.append(subheading(name, size))
        found.append(_table(files, words, options, style))
    return tuple(found)


def _groups(data: YearData, words: Mapping[str, str]) -> list[tuple[str, list[KeptFile]]]:
    """Photos by measure, then those of none; these need no head when they stand alone."""
    photos = [each for each in data.files if each.role is FileRole.PHOTO]
    groups = []
    for number, measure in enumerate(data.measures, 1):
        of_it = [each for each in photos if each.measure == measure.id]
        if of_it:
            photos = [each for each in photos if each.measure != measure.id]
            groups.append((f"{number}. {measure_title(data.catalogue, measure)}", of_it))
    if photos:
        groups.append((words["photos_other"] if groups else "", photos))
    return groups


def _table(
    files: Sequence[KeptFile], words: Mapping[str, str], options: Options, style: CellStyle
) -> Table:
    across, box = (1, LARGE) if words["photos_large"] else (2, SMALL)
    rows = []
    for first in range(0, len(files), across):
        row = files[first : first + across]
        span = across if len(row) == 1 else 1
        cells = (_cell(each, options.pictures.get(each.digest, b""), box, style) for each in row)
        rows.append(Row(tuple(replace(cell, colspan=span) for cell in cells), splittable=False))
    return Table((1.0,) * across, tuple(rows), after=8.0)


def _cell(kept: KeptFile, image: bytes, box: tuple[float, float], style: CellStyle) -> Cell:
    picture = printable(image, box, kept.caption or kept.name)
    if picture is None:
        runs = (Run("เปิดภาพ “"), Run(kept.name, literal=True), Run("” ไม่ได้ โปรดแนบภาพนี้ใหม่"))
        told = style.line(*runs, align=Align.CENTRE)
    caption = [style.line(Run(kept.caption), align=Align.CENTRE)] if kept.caption else []
    return Cell((picture or told, *caption))


@lru_cache(maxsize=36)
def printable(image: bytes, box: tuple[float, float], told: str) -> Picture | None:
    """The picture inside a box (width, height in cm), as sharp as paper shows it; None for what
    is no picture or is damaged."""
    try:
        with opened(image) as picture:
            flat = on_white(picture)
    except BadFile:
        return None
    scale = min(box[0] / flat.width, box[1] / flat.height)
    width, height = flat.width * scale, flat.height * scale
    flat.thumbnail((round(width * SHARP), round(height * SHARP)))
    packed = BytesIO()
    flat.save(packed, "JPEG", quality=QUALITY)
    return Picture(packed.getvalue(), width, height, told)
