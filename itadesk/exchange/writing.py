"""Writes the exchange workbook: the same bytes for the same data, and no text is a formula."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from itadesk.errors import BadValue
from itadesk.exchange import layout as at
from itadesk.exchange.comfort import GUIDE, add_comfort, add_guide
from itadesk.exchange.content import Cell, Rows, empty_sheets, sheets_of
from itadesk.exchange.datacode import code_of
from itadesk.exchange.looks import Looks, dress, looks
from itadesk.model.catalogue import Catalogue
from itadesk.model.year import YearData
from itadesk.reports.content.document import CODE_LABEL
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell as ExcelCell
    from openpyxl.worksheet.worksheet import Worksheet

_NEVER = datetime(2000, 1, 1)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip knows
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_STAMPED = b"\\g<1>" + f"{_NEVER:%Y-%m-%dT%H:%M:%SZ}".encode()
_FIXED_HEIGHT = b' customHeight="1"'  # would keep a row from growing with its text
_LIKE_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_PROGRAM = "itadesk"


def write_workbook(data: YearData) -> bytes:
    """All of a year (design §7); BadValue names the place of a text too long for a cell."""
    return _written(sheets_of(data), data.office.name, code_of(data))


def template(catalogue: Catalogue) -> bytes:
    """The empty workbook of a catalogue's year, to be filled in."""
    return _written(empty_sheets(catalogue), "")


def _written(sheets: Mapping[str, Rows], creator: str, code: str = "") -> bytes:
    from openpyxl import Workbook

    workbook = Workbook()
    del workbook[workbook.sheetnames[0]]
    look = looks()
    add_guide(workbook.create_sheet(GUIDE), look)
    for name, rows in sheets.items():
        _fill(workbook.create_sheet(name), rows, look)
    workbook[at.META].sheet_state = "hidden"
    return packed(workbook, creator, code=code)


def packed(workbook: Workbook, creator: str, *, grow: bool = True, code: str = "") -> bytes:
    """The workbook's bytes, the same whenever and by whomever it is written.

    The `code` of the data stands at the foot of printed sheets, and among the file's properties.

    Rows `grow` with their texts in programs that do that; where they do not, heights are as set.
    """
    properties = workbook.properties
    properties.creator = normalise(creator) or _PROGRAM
    if code:
        properties.identifier = code
        for sheet in workbook.worksheets:
            foot = sheet.oddFooter
            if foot is not None:  # never None; the stubs do not know that
                foot.right.text, foot.right.size = f"{CODE_LABEL} {code}", 9
    properties.created = properties.modified = _NEVER
    raw = BytesIO()
    workbook.save(raw)
    return _repacked(raw.getvalue(), grow=grow)


def _fill(sheet: Worksheet, rows: Rows, look: Looks) -> None:
    columns = at.COLUMNS[sheet.title]
    for row, values in enumerate((columns, *rows), start=1):
        for column, value in enumerate(values, start=1):
            place = f"ชีต {sheet.title} แถว {to_thai(str(row))} ช่อง {columns[column - 1]}"
            put(sheet, row, column, value, place)
    dress(sheet, look)
    add_comfort(sheet)


def put(sheet: Worksheet, row: int, column: int, value: Cell, place: str) -> None:
    """Puts a value into a cell as it is; BadValue names `place` where a text is too long."""
    from openpyxl.cell.cell import Cell as ExcelCell

    cell = sheet.cell(row, column)
    assert isinstance(cell, ExcelCell)  # nothing is merged here
    if isinstance(value, Decimal):
        value = _number(cell, value)
    if isinstance(value, str):
        _put_text(cell, value, place)
    elif value is not None:
        cell.value = value
    if isinstance(value, date):
        cell.number_format = "[$-107041E]d mmm yyyy;@"  # Buddhist years where Excel knows them


def _number(cell: ExcelCell, value: Decimal) -> str | None:
    """Puts a number that a reader gets back exactly; returns the text of one that is too fine."""
    if value == round(value, 6) and Decimal(repr(float(value))) == value:
        cell.value = float(value)
        cell.number_format = "0.00"
        return None
    return f"{value:f}"


def clean_text(text: str) -> str:
    """The text as a workbook can hold it."""
    return _LIKE_ESCAPE.sub("_x005F_", normalise(text))


def _put_text(cell: ExcelCell, text: str, place: str) -> None:
    clean = clean_text(text)
    if at.width(clean) > at.LONGEST:
        raise BadValue(
            f"{place}: ข้อความยาวเกิน ๓๒,๗๖๗ ตัวอักษร ซึ่งเกินที่ Excel รับได้ โปรดแบ่งหรือย่อข้อความ แล้วส่งออกใหม่"
        )
    if not clean:
        return
    cell.value = clean
    cell.data_type = "s"
    if clean[0] in "=+-@":
        cell.quotePrefix = 1  # stays text when it is edited in Excel


def _repacked(data: bytes, *, grow: bool) -> bytes:
    """The same parts without the time of writing."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            body = source.read(entry)
            if entry.filename == "docProps/core.xml":
                body = _STAMP.sub(_STAMPED, body)
            elif grow and entry.filename.startswith("xl/worksheets/"):
                body = body.replace(_FIXED_HEIGHT, b"")
            fixed = zipfile.ZipInfo(entry.filename, _EPOCH)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.create_system = 0  # the same on every system
            target.writestr(fixed, body)
    return out.getvalue()
