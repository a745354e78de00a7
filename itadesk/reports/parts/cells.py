"""Table cells and their paragraphs, in the size the office chose for tables."""

from __future__ import annotations

from dataclasses import dataclass

from itadesk.model.office import Settings
from itadesk.reports.content import Align, Cell, Paragraph, Row, Run, Table, VAlign

AFTER_TABLE = 8.0  # pt


@dataclass(frozen=True, slots=True)
class CellStyle:
    """Makes the cells of one document; `size` in nominal points."""

    size: float

    @classmethod
    def of(cls, settings: Settings) -> CellStyle:
        return cls(float(settings.table_size))

    def line(self, *runs: Run, align: Align = Align.LEFT, before: float = 0.0) -> Paragraph:
        return Paragraph(tuple(runs), "cell", self.size, align, before=before)

    def text(self, text: str, align: Align = Align.LEFT) -> Cell:
        """A cell of plain text, a paragraph a line."""
        return Cell(tuple(self.line(Run(each), align=align) for each in text.split("\n")))

    def number(self, text: str, *, bold: bool = False) -> Cell:
        return Cell(
            tuple(self.line(Run(each, bold=bold), align=Align.CENTRE) for each in text.split("\n"))
        )

    def head(self, titles: tuple[str, ...]) -> Row:
        return Row(
            tuple(
                Cell(
                    (self.line(Run(title, bold=True), align=Align.CENTRE),),
                    valign=VAlign.MIDDLE,
                    shade=True,
                )
                for title in titles
            ),
            splittable=False,
        )

    def table(self, widths: tuple[float, ...], titles: tuple[str, ...], rows: list[Row]) -> Table:
        return Table(widths, tuple(rows), (self.head(titles),), after=AFTER_TABLE)
