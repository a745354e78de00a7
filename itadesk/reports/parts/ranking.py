"""The indicators from the lowest score up, each with what has to be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from itadesk.model.catalogue import Indicator
from itadesk.model.result import NOTHING, shown
from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.reports.content import Cell, Paragraph, Row, Run, Table
from itadesk.reports.forms import FormText
from itadesk.reports.parts.analysis import printed_figure
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.numbering import Listing, listing

WIDTHS = (1.5, 4.1, 2.4, 8.0)
HANG = 0.6  # cm, wide enough for "๑๐."
NONE = "-"
TEXTS = (
    FormText("col_order", "หัวตาราง ช่องที่ ๑", "ลำดับที่"),
    FormText("col_indicator", "หัวตาราง ช่องที่ ๒", "ตัวชี้วัด"),
    FormText("col_score", "หัวตาราง ช่องที่ ๓", "คะแนนที่ได้รับ"),
    FormText("col_measures", "หัวตาราง ช่องที่ ๔", "มาตรการที่ต้องดำเนินการ"),
    FormText("other", "หัวข้อมาตรการที่ไม่ได้ระบุตัวชี้วัด", "มาตรการอื่น"),
)


def ranked(data: YearData) -> list[Indicator]:
    """Rising by score as shown, ties by number; those without a figure last."""

    def place(indicator: Indicator) -> tuple[bool, Decimal, int]:
        value = data.result.indicators.get(indicator.no, NOTHING).value
        return (value is None, Decimal() if value is None else shown(value), indicator.no)

    return sorted(data.catalogue.indicators, key=place)


@dataclass(frozen=True, slots=True)
class RankingPart:
    """Prints the ranking of a year with the words of a form."""

    data: YearData
    words: Mapping[str, str]
    style: CellStyle

    def table(self) -> Table:
        """A row an indicator; measures without one come last, so that none is lost."""
        rows = [self._row(number, each) for number, each in enumerate(ranked(self.data), 1)]
        known = {indicator.no for indicator in self.data.catalogue.indicators}
        others = [m for m in self.data.measures if m.indicator not in known]
        if others:
            cells = (str(len(rows) + 1), self.words["other"], NONE)
            rows.append(self._cells(cells, others))
        keys = ("col_order", "col_indicator", "col_score", "col_measures")
        titles = tuple(self.words[key] for key in keys)
        return self.style.table(WIDTHS, titles, [*rows[:-1], *map(_kept, rows[-1:])])

    def _row(self, number: int, indicator: Indicator) -> Row:
        figure = self.data.result.indicators.get(indicator.no, NOTHING)
        name = indicator.name.text or f"ตัวชี้วัดที่ {indicator.no}"
        measures = [m for m in self.data.measures if m.indicator == indicator.no]
        return self._cells((str(number), name, printed_figure(figure)), measures)

    def _cells(self, texts: tuple[str, str, str], measures: list[Measure]) -> Row:
        number, name, score = texts
        lines = self._lines(measures) or [self.style.line(Run(NONE))]
        return Row(
            (
                self.style.number(number),
                self.style.text(name),
                self.style.number(score),
                Cell(tuple(lines)),
            )
        )

    def _lines(self, measures: list[Measure]) -> list[Paragraph]:
        """Activities numbered through; a single one has no number."""
        lists = [(measure, _listing(measure)) for measure in measures]
        count = sum(len(found.items) for _, found in lists)
        lines: list[Paragraph] = []
        number = 0
        for measure, found in lists:
            if measure.title and measure.activities:
                lines.append(self.style.line(Run(measure.title, bold=True)))
            lines += [self.style.line(Run(line)) for line in found.lead]
            for item in found.items:
                number += 1
                first, *below = item.lines(str(number), ".")
                text = first if count > 1 else item.text
                hang = HANG if count > 1 else 0.0
                lines.append(replace(self.style.line(Run(text)), hang=hang))
                lines += [replace(self.style.line(Run(line)), indent=hang) for line in below]
        return lines


def _listing(measure: Measure) -> Listing:
    return listing(measure.activities or measure.title)


def _kept(row: Row) -> Row:
    """The row stays with what follows the table, where the writer can do that."""
    cells = tuple(
        replace(cell, blocks=tuple(replace(each, keep_with_next=True) for each in cell.blocks))
        for cell in row.cells
    )
    return replace(row, cells=cells)
