"""Repeats rows of a sheet with their looks, and moves everything below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from typing import Any

from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from itadesk.reports.templates.excel_moves import Moves, Place, moved_formula, moved_reference

AnyCell = Any  # Cell or MergedCell; the stubs know no styles of theirs


def repeat_rows(workbook: Workbook, moves: Mapping[str, Moves]) -> None:
    """Every sheet with its rows as often as `moves` says; formulas and areas follow."""
    for sheet in workbook.worksheets:
        own = moves.get(sheet.title, Moves({}))
        # openpyxl's own merging would take the lines of the cells away
        sheet.merged_cells = MultiCellRange(" ".join(_merged(sheet, own)))
        _move_cells(sheet, own, moves)
        _move_heights(sheet, own)
        _move_rules(sheet, own, moves)
        _move_areas(sheet, moves)
        _move_panes(sheet, own)
        whole: Any = sheet  # the stubs know no drawings
        for drawing in (*whole._images, *whole._charts):  # noqa: SLF001
            _move_anchor(drawing.anchor, own)
        for chart in whole._charts:  # noqa: SLF001
            _follow_chart(chart, moves)
    for names in (workbook.defined_names, *(sheet.defined_names for sheet in workbook.worksheets)):
        for name in names.values():
            name.attr_text = moved_formula(f"={name.attr_text}", Place(""), moves)[1:]


def _move_cells(sheet: Worksheet, own: Moves, moves: Mapping[str, Moves]) -> None:
    """All at once: openpyxl's own way moves every cell below once for each row put in."""
    made: dict[tuple[int, int], AnyCell] = {}
    cells: Mapping[tuple[int, int], AnyCell] = sheet._cells  # noqa: SLF001
    for (row, column), cell in cells.items():
        for number in range(own.rows.get(row, 1)):
            new = cell if number == 0 else copy(cell)
            new._style = copy(cell._style)  # noqa: SLF001
            made[own.first(row) + number, column] = new
    for (row, column), cell in made.items():
        cell.row, cell.column = row, column
    sources = {own.first(row) + n: (row, n) for row in own.rows for n in range(own.rows[row])}
    for (at, _column), cell in made.items():
        row, number = sources.get(at, (0, 0))
        _follow(cell, Place(sheet.title, row, number), moves)
    sheet._cells = made  # noqa: SLF001


def _follow(cell: AnyCell, place: Place, moves: Mapping[str, Moves]) -> None:
    value = cell.value
    if isinstance(value, ArrayFormula):
        text = moved_formula(value.text or "=", place, moves)
        cell.value = ArrayFormula(cell.coordinate if place.row else value.ref, text)
    elif cell.data_type == "f" and isinstance(value, str):
        cell.value = moved_formula(value, place, moves)
    if cell.hyperlink:
        cell.hyperlink = copy(cell.hyperlink)
        cell.hyperlink.ref = cell.coordinate


def _move_heights(sheet: Worksheet, own: Moves) -> None:
    before = dict(sheet.row_dimensions)
    sheet.row_dimensions.clear()
    for row, dimension in before.items():
        for at in range(own.first(row), own.last(row) + 1):
            new = copy(dimension)
            new.index = at
            sheet.row_dimensions[at] = new


def _merged(sheet: Worksheet, own: Moves) -> list[str]:
    """Merged areas where they will be; one within a repeated row stands in every copy."""
    found = []
    for area in sheet.merged_cells.ranges:
        top, bottom = area.min_row, area.max_row
        spans = [(own.first(top), own.last(bottom))]
        if top == bottom:
            spans = [(at, at) for at in range(own.first(top), own.last(top) + 1)]
        found += [_area(area, first, last) for first, last in spans]
    return found


def _area(area: CellRange, top: int, bottom: int) -> str:
    return CellRange(None, area.min_col, top, area.max_col, bottom).coord


def _moved(areas: Iterable[CellRange], own: Moves) -> str:
    return " ".join(_area(each, own.first(each.min_row), own.last(each.max_row)) for each in areas)


def _move_rules(sheet: Worksheet, own: Moves, moves: Mapping[str, Moves]) -> None:
    """Conditional looks and what may be typed."""
    place, rules = Place(sheet.title), ConditionalFormattingList()
    for each in sheet.conditional_formatting:
        for rule in each.rules:
            rule.formula = [moved_formula(f"={f}", place, moves)[1:] for f in rule.formula]
            rules.add(_moved(each.cells.ranges, own), rule)
    sheet.conditional_formatting = rules
    for rule in sheet.data_validations.dataValidation:
        rule.sqref = MultiCellRange(_moved(rule.sqref.ranges, own))
        for name in ("formula1", "formula2"):
            if text := getattr(rule, name):
                setattr(rule, name, moved_formula(f"={text}", place, moves)[1:])


def _move_areas(sheet: Worksheet, moves: Mapping[str, Moves]) -> None:
    """What is printed, repeated on pages, filtered, a table."""

    def moved(reference: str) -> str:
        return moved_reference(reference, Place(sheet.title), moves)

    if sheet.print_area:
        parts = (part.rpartition("!")[2] for part in sheet.print_area.split(","))
        sheet.print_area = ",".join(map(moved, parts))
    if sheet.print_title_rows:
        sheet.print_title_rows = moved(sheet.print_title_rows)
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = moved(sheet.auto_filter.ref)
    for table in sheet.tables.values():
        table.ref = moved(table.ref)
        if table.autoFilter:
            table.autoFilter.ref = moved(table.autoFilter.ref)


def _move_panes(sheet: Worksheet, own: Moves) -> None:
    """Frozen rows and breaks of pages."""
    if sheet.freeze_panes:
        frozen = moved_reference(sheet.freeze_panes, Place(sheet.title), {sheet.title: own})
        if frozen != sheet.freeze_panes:
            sheet.freeze_panes = frozen
    for line in sheet.row_breaks.brk:
        line.id = own.last(line.id)


def _move_anchor(anchor: object, own: Moves) -> None:
    """A picture or chart keeps to the row it stood at; markers count from 0."""
    for name in ("_from", "to"):
        marker = getattr(anchor, name, None)
        if marker is not None:
            marker.row = own.first(marker.row + 1) - 1


def _follow_chart(chart: object, moves: Mapping[str, Moves]) -> None:
    """What a chart shows; the values it remembers are no longer those of the cells."""
    whole: Any = chart  # the stubs know no parts of a chart
    for series in (each for part in whole._charts for each in part.series):  # noqa: SLF001
        for name in ("tx", "cat", "val", "xVal", "yVal"):
            source = getattr(series, name, None)
            for kind, memory in (("numRef", "numCache"), ("strRef", "strCache")):
                found = getattr(source, kind, None)
                if found is not None:
                    found.f = moved_reference(found.f, Place(""), moves, grows=True)
                    setattr(found, memory, None)
