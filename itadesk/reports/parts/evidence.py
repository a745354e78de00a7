"""Where the evidence of the measures lies: addresses with a QR code of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from urllib.parse import quote

from itadesk.model.year import YearData
from itadesk.reports.content import Align, Block, Cell, Paragraph, Picture, Row, Run
from itadesk.reports.forms import FormText
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.headings import measure_title, title

WIDTHS = (5.6, 5.4, 5.0)
SIDE = 2.8  # cm
QUIET, MODULE = 4, 8  # white modules around a code, pixels a module
LONGEST = 250  # letters; the modules of a longer address are too small for a telephone
_ADDRESS = re.compile(r"https?://[^\s<>“”\"]+")
_AFTER = ".,;:!?ฯ"
_KEPT = "%/:?#[]@!$&'()*+,;=~"
TEXTS = (
    FormText("with_codes", "พิมพ์ภาคผนวก QR Code ของหลักฐาน", "", switch=True),
    FormText("codes_title", "หัวเรื่องภาคผนวก QR Code", "ภาคผนวก QR Code ของหลักฐาน"),
    FormText("codes_measure", "หัวตาราง QR Code ช่องที่ ๑", "มาตรการ"),
    FormText("codes_evidence", "หัวตาราง QR Code ช่องที่ ๒", "หลักฐาน"),
    FormText("codes_code", "หัวตาราง QR Code ช่องที่ ๓", "QR Code"),
    FormText("codes_none", "คำที่ใช้เมื่อหลักฐานยังไม่มีที่อยู่เว็บไซต์", "หลักฐานยังไม่มีที่อยู่เว็บไซต์"),
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """An address, with what was written beside it and the measure it belongs to."""

    measure: str
    text: str
    address: str


def blocks(data: YearData, words: Mapping[str, str], style: CellStyle) -> tuple[Block, ...]:
    """Nothing when the office wants no codes."""
    if not words["with_codes"]:
        return ()
    size = float(data.settings.body_size)
    head = title(words["codes_title"], size)
    found = list(dict.fromkeys(_found(data)))
    if not found:
        none = Paragraph((Run(words["codes_none"]),), size=size, align=Align.CENTRE)
        return (head, none)
    titles = tuple(words[key] for key in ("codes_measure", "codes_evidence", "codes_code"))
    rows: list[Row] = []
    for measure, group in groupby(found, key=lambda each: each.measure):
        (first, *rest) = [_cells(each, style) for each in group]
        named = replace(style.text(measure), rowspan=1 + len(rest), again=True)
        rows += [Row(cells, splittable=False) for cells in ((named, *first), *rest)]
    return (head, style.table(WIDTHS, titles, rows))


def _found(data: YearData) -> Iterator[Evidence]:
    """In the order of the measures, and of the rounds of each."""
    rounds = sorted(data.rounds, key=lambda report: report.months)
    for number, measure in enumerate(data.measures, 1):
        name = f"{number}. {measure_title(data.catalogue, measure)}"
        for report in (each for each in rounds if each.measure_id == measure.id):
            for line in report.evidence.split("\n"):
                text = " ".join(_ADDRESS.sub(" ", line).split()).rstrip(" :;,-–(")
                for match in _ADDRESS.finditer(line):
                    yield Evidence(name, text or "-", _trimmed(match[0]))


def _trimmed(address: str) -> str:
    """Without the punctuation of the sentence that it ends."""
    address = address.rstrip(_AFTER)
    closed = address.count(")") > address.count("(")
    return address[:-1].rstrip(_AFTER) if closed and address.endswith(")") else address


def _cells(evidence: Evidence, style: CellStyle) -> tuple[Cell, ...]:
    address = CellStyle(style.size - 2).line(
        Run(evidence.address, literal=True), align=Align.CENTRE
    )
    drawn = code(evidence.address)
    return (style.text(evidence.text), Cell((drawn, address) if drawn else (address,)))


@lru_cache(maxsize=256)
def code(address: str) -> Picture | None:
    """The QR code of an address, black on white; None for an address that is too long for one."""
    from PIL import Image
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    sent = quote(address, safe=_KEPT)
    if len(sent) > LONGEST:
        return None
    made = QRCode(None, QRErrorCorrectLevel.M)
    made.addData(sent)
    made.make()
    count = made.getModuleCount()
    whole = Image.new("1", (count + 2 * QUIET, count + 2 * QUIET), 1)
    for row in range(count):
        for column in range(count):
            if made.isDark(row, column):
                whole.putpixel((column + QUIET, row + QUIET), 0)
    packed = BytesIO()
    whole.resize((whole.width * MODULE, whole.height * MODULE), 0).save(packed, "PNG")
    return Picture(packed.getvalue(), SIDE, SIDE, f"QR Code ของ {address}")
