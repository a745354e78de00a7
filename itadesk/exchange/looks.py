"""How the exchange workbook looks on screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from itadesk.exchange import layout as at

if TYPE_CHECKING:
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "TH SarabunPSK"
SIZE = 14  # pt
_WIDE, _NARROW, _MIDDLE = 48, 12, 22  # characters
_WIDE_COLUMNS = frozenset(
    (
        *(at.QUESTION, at.INDICATOR_NAME, at.CAUSE, at.GUIDELINE, at.CONCLUSION, at.ACTIVITIES),
        *(at.ANALYSIS, at.STEPS, at.OUTPUT, at.OUTCOME, at.OBSTACLES, at.EVIDENCE, at.VALUE),
        *(at.LIMITATION, at.ITEM_NAME, at.URL, at.EXPLANATION),
    )
)
_NARROW_COLUMNS = frozenset(
    (
        at.INSTRUMENT,
        at.INDICATOR,
        at.ISSUE,
        at.ORDER,
        at.ROUND,
        at.SCORE,
        at.MEASURE_ORDER,
        at.NTH,
        at.CODE,
    )
)


@dataclass(frozen=True, slots=True)
class Looks:
    """Styles shared by all cells, made once a workbook."""

    text: Font
    head: Font
    shade: PatternFill
    wrap: Alignment
    middle: Alignment
    top: Alignment  # of short codes and numbers
    border: Border


def looks() -> Looks:
    """Plain and official: one font, a shaded head, thin lines."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    line = Side(style="thin", color="FFBFBFBF")
    return Looks(
        text=Font(name=FONT, size=SIZE),
        head=Font(name=FONT, size=SIZE, bold=True),
        shade=PatternFill("solid", fgColor="FFDDE6F0"),
        wrap=Alignment(vertical="top", wrap_text=True),
        middle=Alignment(horizontal="center", vertical="center", wrap_text=True),
        top=Alignment(horizontal="center", vertical="top"),
        border=Border(left=line, right=line, top=line, bottom=line),
    )


def dress(sheet: Worksheet, look: Looks) -> None:
    """Fonts, widths, frozen head, and a page that prints well on A4."""
    from openpyxl.utils import get_column_letter

    columns = at.COLUMNS[sheet.title]
    for row in sheet.iter_rows():
        for cell in row:
            is_head = cell.row == 1
            narrow = columns[(cell.column or 1) - 1] in _NARROW_COLUMNS - {at.SCORE}
            cell.font = look.head if is_head else look.text
            cell.alignment = look.middle if is_head else look.top if narrow else look.wrap
            cell.border = look.border
            if is_head:
                cell.fill = look.shade
    for number, column in enumerate(at.COLUMNS[sheet.title], start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _width(column)
    fit(sheet, 2)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    paper(sheet)


def paper(sheet: Worksheet, *, landscape: bool = True) -> None:
    """A4, as wide as the columns."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def fit(sheet: Worksheet, first: int) -> None:
    """From row `first` on, rows as high as their texts; programs that grow rows themselves may."""
    from openpyxl.cell.cell import Cell

    from itadesk.reports.templates.excel_heights import fit_heights

    for column in sheet.column_dimensions.values():
        column.reindex()
    cells = [cell for row in sheet.iter_rows(min_row=first) for cell in row]
    fit_heights(sheet, [cell for cell in cells if isinstance(cell, Cell) and cell.value])


def _width(column: str) -> int:
    if column in _WIDE_COLUMNS:
        return _WIDE
    return _NARROW if column in _NARROW_COLUMNS else _MIDDLE
