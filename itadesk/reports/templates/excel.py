"""An Excel template: names in cells, rows of a list repeated, formulas kept."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import CustomPropertyList
from openpyxl.workbook.properties import CalcProperties
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from itadesk.errors import BadFile, BadValue
from itadesk.exchange.cells import MOST_ROWS, read_grid
from itadesk.exchange.guard import MOST_BYTES, Package, package_of
from itadesk.exchange.kinds import damaged, refuse_other_kind
from itadesk.exchange.parts import read_frame
from itadesk.model.office import Digits
from itadesk.model.year import YearData
from itadesk.reports.placeholders import Value, values_of
from itadesk.reports.templates.excel_heights import fit_heights
from itadesk.reports.templates.excel_moves import Moves
from itadesk.reports.templates.excel_rows import repeat_rows
from itadesk.reports.templates.names import FIELDS, KNOWN, score_format, unknown
from itadesk.thai.digits import to_arabic, to_thai

_SLOT = re.compile(r"\{\{\s*([^\s{}]+)\s*\}\}")
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}")
_SCORES = ("overall", "score")
_NUMBER = re.compile(r"\d{1,3}(\.\d+)?")
_LIKE_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read _x0041_ as A
_LONGEST = 32_767  # characters that a cell takes
_NO_PICTURES = (".emf", ".wmf")
_SHAPES = re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)[ >]")


@dataclass(frozen=True, slots=True)
class _Filling:
    file: str
    values: dict[str, Value]
    thai: bool
    used: set[str]


def filled_excel(template: bytes, data: YearData, file: str) -> tuple[bytes, set[str]]:
    """The filled workbook and the names it used; its formulas are computed when it is opened."""
    workbook = _opened(template, file)
    thai = data.settings.digits is Digits.THAI
    filling = _Filling(file, values_of(data), thai, set())
    lists = {sheet.title: _lists(sheet, filling) for sheet in workbook.worksheets}
    moves = {
        title: Moves({row: max(1, len(filling.values[name])) for row, name in rows.items()})
        for title, rows in lists.items()
    }
    for sheet in workbook.worksheets:
        if sum(moves[sheet.title].rows.values()) > MOST_ROWS:
            raise BadValue(
                f"แม่แบบ “{file}” ชีต {sheet.title} จะมีเกิน ๕,๐๐๐ แถวเมื่อเติมข้อมูล โปรดลบแถวที่ไม่ใช้ออก"
            )
    repeat_rows(workbook, moves)
    for sheet in workbook.worksheets:
        _fill_sheet(sheet, lists[sheet.title], moves[sheet.title], filling)
    workbook.calculation = CalcProperties(fullCalcOnLoad=True)
    own = workbook.properties
    workbook.properties = DocumentProperties(title=own.title, creator=data.office.name)
    workbook.custom_doc_props = CustomPropertyList()  # type: ignore[attr-defined]  # unknown to stubs
    target = BytesIO()
    workbook.save(target)
    return target.getvalue(), filling.used


def _opened(template: bytes, file: str) -> Workbook:
    """Only what the guard let through reaches openpyxl."""
    if len(template) > MOST_BYTES:
        raise BadFile(f"ไฟล์ “{file}” ใหญ่กว่า ๒๐ MB โปรดย่อภาพในแม่แบบก่อน")
    refuse_other_kind(file, template)
    package = package_of(template, file)
    frame = read_frame(package)
    for title, part in frame.parts:
        read_grid(package, frame, title, part)  # refuses a sheet that is too large
    _refuse_what_is_lost(package)
    try:
        _read(template).save(BytesIO())  # another one: openpyxl saves a picture only once
        return _read(template)
    except Exception as error:  # whatever the reader trips over, the file is damaged
        raise damaged(file) from error


def _read(template: bytes) -> Workbook:
    with warnings.catch_warnings(action="ignore"):
        return openpyxl.load_workbook(BytesIO(template), rich_text=True)


def _refuse_what_is_lost(package: Package) -> None:
    """Text boxes and pictures that openpyxl would drop without a word."""
    for name in package.archive.namelist():
        if name.lower().endswith(_NO_PICTURES):
            raise BadValue(
                f"แม่แบบ “{package.file}” มีภาพชนิด EMF หรือ WMF ซึ่งจะหายไปเมื่อเติมข้อมูล "
                "โปรดเปลี่ยนเป็นภาพ PNG หรือ JPG แล้วเพิ่มแม่แบบใหม่"
            )
        if "/drawings/drawing" in name and _SHAPES.search(package.part(name) or b""):
            raise BadValue(
                f"แม่แบบ “{package.file}” มีกล่องข้อความหรือรูปวาด ซึ่งจะหายไปเมื่อเติมข้อมูล "
                "โปรดย้ายข้อความลงในช่องของตาราง หรือใช้ภาพแทน แล้วเพิ่มแม่แบบใหม่"
            )


def _lists(sheet: Worksheet, filling: _Filling) -> dict[int, str]:
    """The list of each row that is to be repeated; every cell is checked on the way."""
    rows: dict[int, str] = {}
    for cell in _cells(sheet):
        for name in _slots(sheet, cell, filling):
            if name not in FIELDS:
                continue
            wanted = FIELDS[name][0].name
            if rows.setdefault(cell.row, wanted) != wanted:
                raise BadValue(
                    f"แม่แบบ “{filling.file}” {_at(sheet, cell)}ใช้ “{name}” ในแถวของรายการอื่น "
                    "โปรดแยกรายการคนละชุดไว้คนละแถว"
                )
    return rows


def _cells(sheet: Worksheet) -> Iterator[Cell]:
    """Those that are there: the sheet may be wide and empty."""
    for cell in list(sheet._cells.values()):  # noqa: SLF001
        if isinstance(cell, Cell) and cell.value is not None:
            yield cell


def _slots(sheet: Worksheet, cell: Cell, filling: _Filling) -> list[str]:
    """The names in a cell, all of them known."""
    value = cell.value.text if isinstance(cell.value, ArrayFormula) else cell.value
    text = str(value) if isinstance(value, str | list) else ""
    names: list[str] = _SLOT.findall(text)
    if cell.data_type == "f" or isinstance(cell.value, ArrayFormula):
        if names:
            raise BadValue(
                f"แม่แบบ “{filling.file}” {_at(sheet, cell)}มีช่องเติมข้อมูลอยู่ในสูตร "
                "โปรดพิมพ์ช่องเติมข้อมูลไว้ในช่องของตนเอง แล้วให้สูตรอ้างถึงช่องนั้น"
            )
        return []
    if _BRACES.search(_SLOT.sub("", text)):
        raise BadValue(
            f"แม่แบบ “{filling.file}” {_at(sheet, cell)}มีวงเล็บปีกกาที่เปิดปิดไม่ครบหรือคำสั่งที่ไม่รู้จัก "
            "โปรดใช้เพียง {{ ชื่อ }} จากรายการ"
        )
    for name in names:
        if name not in FIELDS and (name not in KNOWN or KNOWN[name].fields):
            raise unknown(filling.file, name, _at(sheet, cell))
        filling.used.add(FIELDS[name][0].name if name in FIELDS else KNOWN[name].name)
    return names


def _at(sheet: Worksheet, cell: Cell) -> str:
    return f"ช่อง {cell.coordinate} ของชีต {sheet.title} "


def _fill_sheet(sheet: Worksheet, lists: dict[int, str], moves: Moves, filling: _Filling) -> None:
    entries: dict[int, dict[str, str]] = {}
    for row, name in lists.items():
        for number in range(moves.rows[row]):
            found = filling.values[name]
            entry = found[number] if number < len(found) else {}
            entries[moves.first(row) + number] = entry if isinstance(entry, dict) else {}
    touched = []
    for cell in _cells(sheet):
        text = str(cell.value) if isinstance(cell.value, str | list) else ""
        if cell.data_type != "f" and _SLOT.search(text):
            _fill(sheet, cell, text, entries.get(cell.row, {}), filling)
            touched.append(cell)
    fit_heights(sheet, touched)
    margins = (sheet.oddHeader, sheet.oddFooter, sheet.evenHeader, sheet.evenFooter)
    for part in filter(None, margins):
        for side in (part.left, part.center, part.right):
            if side.text:
                side.text = _SLOT.sub(lambda found: _in_margin(found, filling), side.text)


def _fill(
    sheet: Worksheet, cell: Cell, text: str, entry: dict[str, str], filling: _Filling
) -> None:
    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name in FIELDS:
            return entry.get(FIELDS[name][1].name, "")
        plain = filling.values[name]
        return plain if isinstance(plain, str) else ""

    made = _SLOT.sub(value, text)
    alone = _SLOT.fullmatch(text.strip())
    if alone and _is_score(alone[1]) and _NUMBER.fullmatch(to_arabic(made)):
        cell.value = float(to_arabic(made))
        if cell.number_format == "General":
            cell.number_format = score_format(thai=filling.thai)
        return
    if len(made) > _LONGEST:
        raise BadValue(
            f"{_at(sheet, cell)}มีข้อความยาวเกิน {to_thai(f'{_LONGEST:,}')} ตัวอักษร ซึ่งเกินที่ Excel รับได้ "
            "โปรดแบ่งหรือย่อข้อความ แล้วเติมใหม่"
        )
    _put_text(cell, _LIKE_ESCAPE.sub("_x005F_", made))


def _is_score(name: str) -> bool:
    return (FIELDS[name][1] if name in FIELDS else KNOWN[name]).name in _SCORES


def _put_text(cell: Cell, text: str) -> None:
    """Always text, never a formula."""
    cell.value = text
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@"  # stays text when it is edited in Excel


def _in_margin(found: re.Match[str], filling: _Filling) -> str:
    """Heads and feet of pages take names that are no list; & would begin a command there."""
    name = found[1]
    value = filling.values.get(name)
    if not isinstance(value, str):
        raise unknown(filling.file, name, "หัวหรือท้ายกระดาษ")
    filling.used.add(KNOWN[name].name)
    return value.replace("&", "&&")
