"""The cells of one sheet, streamed: refuses a sheet that is too large before it is in memory.

Read from the XML itself: openpyxl gives None both for a formula that was never calculated and for
one whose result is an empty text, and only the first must be refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from math import isfinite
from xml.etree.ElementTree import Element, ParseError, iterparse

from itadesk.errors import BadFile
from itadesk.exchange.book import Fault, Raw
from itadesk.exchange.guard import Package
from itadesk.exchange.kinds import damaged
from itadesk.exchange.parts import Frame, Shown, local, text_of, unescaped
from itadesk.exchange.plain_cells import PlainSheet, plain_cells

MOST_ROWS, MOST_COLUMNS = 5_000, 100
_MOST_CELLS = 1_000_000  # blank ones that only carry a border included
_MOST_MERGES = 5_000
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_AREA = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_NOT_CALCULATED = Fault("เป็นสูตรที่ยังไม่ได้คำนวณ โปรดเปิดไฟล์ใน Excel แล้วบันทึกใหม่ หรือพิมพ์ค่าแทนสูตร")
_NO_DATE = Fault("มีวันที่ที่อ่านไม่ได้ โปรดพิมพ์วัน เดือน และปี พ.ศ. เช่น ๑ ต.ค. ๒๕๖๘")
_UNREADABLE = Fault("มีค่าที่อ่านไม่ได้ โปรดพิมพ์ค่าในช่องนี้ใหม่")


@dataclass(slots=True)
class Grid:
    """What a sheet holds, by (row, column) from 1, and its merged areas."""

    cells: dict[tuple[int, int], Raw] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(
        default_factory=list
    )  # top, left, bottom, right


def read_grid(package: Package, frame: Frame, sheet: str, part: str) -> Grid:
    """The sheet's cells; BadFile when it is damaged or has content past the limits."""
    data = package.part(part)
    if data is None:
        raise damaged(package.file)
    try:
        found = plain_cells(data)
        if found is not None:
            return _plain_grid(found, frame, package.file, sheet)
        return parsed_grid(data, frame, package.file, sheet)
    except (ParseError, ValueError, LookupError) as error:
        raise damaged(package.file) from error


def _plain_grid(found: PlainSheet, frame: Frame, file: str, sheet: str) -> Grid:
    grid = Grid()
    cells = grid.cells
    shown: dict[str, Shown] = {}
    for letters, number, style, kind, stored, text in found.cells:
        row, column = int(number), _column(letters)
        if row > MOST_ROWS or column > MOST_COLUMNS:
            raise _too_large(file, sheet)
        if kind == "inlineStr":
            cells[row, column] = unescaped(text) if "_x" in text else text
        elif kind == "n":
            if style not in shown:
                shown[style] = _shown(style, frame)
            cells[row, column] = _number(stored or "", shown[style], frame.from_1904)
        else:
            cells[row, column] = _stored(kind, stored or "", style, frame)
    for element in found.rest.iter():
        if element.get("ref") and local(element) in ("row", "mergeCell"):
            _note_merge(element, grid)
    return grid


def parsed_grid(data: bytes, frame: Frame, file: str, sheet: str) -> Grid:
    """Element by element, in any form; ParseError, ValueError or LookupError when damaged."""
    grid = Grid()
    for (row, column), element in _elements(data, grid, file, sheet):
        value = _value(element, frame)
        if value is None:
            continue
        if row > MOST_ROWS or column > MOST_COLUMNS:
            raise _too_large(file, sheet)
        grid.cells[row, column] = value
    return grid


def _too_large(file: str, sheet: str) -> BadFile:
    return BadFile(
        f"ไฟล์ “{file}” ชีต {sheet[:60]} มีข้อมูลเกิน ๕,๐๐๐ แถวหรือ ๑๐๐ ช่อง "
        "โปรดลบแถวและช่องที่ไม่ใช้ออก แล้วบันทึกใหม่"
    )


def _elements(
    data: bytes, grid: Grid, file: str, sheet: str
) -> Iterator[tuple[tuple[int, int], Element]]:
    row = column = seen = 0
    for event, element in iterparse(BytesIO(data), events=("start", "end")):
        tag = local(element)
        if event == "start" and tag == "row":
            row, column = _row_number(element, row), 0
        elif event == "start" and tag == "c":
            seen += 1
            if seen > _MOST_CELLS:
                raise _too_large(file, sheet)
        elif event == "end" and tag == "c":
            row, column = _place(element, row, column)
            yield (row, column), element
            element.clear()
        elif event == "end" and tag in ("row", "mergeCell"):
            _note_merge(element, grid)
            element.clear()


def _row_number(row: Element, before: int) -> int:
    number = row.get("r") or ""
    return int(number) if number.isdecimal() and len(number) <= 7 else before + 1


def _place(cell: Element, row: int, column: int) -> tuple[int, int]:
    match = _REFERENCE.fullmatch(cell.get("r") or "")
    return (int(match[2]), _column(match[1])) if match else (row, column + 1)


@lru_cache(maxsize=MOST_COLUMNS)
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _note_merge(element: Element, grid: Grid) -> None:
    area = _AREA.fullmatch(element.get("ref") or "")
    if area and len(grid.merged) < _MOST_MERGES:
        top, bottom = int(area[2]), min(int(area[4]), MOST_ROWS)
        grid.merged.append((top, _column(area[1]), bottom, _column(area[3])))


def _value(cell: Element, frame: Frame) -> Raw | None:
    parts = {local(child): child for child in cell}
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return text_of(parts["is"]) if "is" in parts else None
    stored = (parts["v"].text or "") if "v" in parts else ""
    if not stored:
        return _NOT_CALCULATED if "f" in parts and kind != "str" else None
    return _stored(kind, stored, cell.get("s") or "0", frame)


def _stored(kind: str, stored: str, style: str, frame: Frame) -> Raw:
    if kind == "n":
        return _number(stored, _shown(style, frame), frame.from_1904)
    if kind == "s":
        return frame.strings[int(stored)] if 0 <= int(stored) < len(frame.strings) else _UNREADABLE
    return _other(kind, stored)


def _other(kind: str, stored: str) -> Raw:
    if kind == "e":
        return Fault(f"เป็นค่าผิดพลาดของ Excel ({stored[:20]}) โปรดแก้สูตรในช่องนั้น หรือพิมพ์ค่าที่ถูกต้อง")
    if kind == "b":
        return stored in ("1", "true")
    if kind == "d":
        return _iso(stored)
    return unescaped(stored)


def _iso(stored: str) -> Raw:
    try:
        return datetime.fromisoformat(stored).date()
    except ValueError:
        return _NO_DATE


def _shown(style: str, frame: Frame) -> Shown:
    number = int(style) if style.isdecimal() and len(style) < 9 else 0
    return frame.formats[number] if number < len(frame.formats) else Shown.NUMBER


def _number(stored: str, shown: Shown, from_1904: bool) -> Raw:
    try:
        number = float(stored)
    except ValueError:
        return _UNREADABLE
    if not isfinite(number):
        return _UNREADABLE
    if shown is Shown.DATE:
        return _date(number, from_1904)
    if shown is Shown.PERCENT:
        return f"{(Decimal(repr(number)) * 100).normalize():f}%"  # as the office sees it
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _date(number: float, from_1904: bool) -> Raw:
    """A day of the calendar; a serial below 61 lies before 1 March 1900, where Excel miscounts."""
    if not (0 if from_1904 else 61) <= number < 2_958_466:
        return _NO_DATE
    base = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    try:
        return base + timedelta(days=int(number))
    except OverflowError:
        return _NO_DATE
