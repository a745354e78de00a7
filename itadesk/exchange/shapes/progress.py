"""แบบรายงานมาตรการปรับปรุงและพัฒนา of a round as Excel: the form's own table, landscape."""

from __future__ import annotations

from itadesk.exchange.printed import write_printed
from itadesk.model.year import YearData
from itadesk.reports.forms import Options
from itadesk.reports.forms.progress import build
from itadesk.reports.parts.progress import WIDTHS


def write(data: YearData, options: Options) -> bytes:
    """The workbook; BadValue names the place of a text too long for a cell."""
    return write_printed(build(data, options), WIDTHS, "แบบรายงาน", data)
