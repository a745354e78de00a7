"""Tables that flow over pages: repeated heads, rows cut between lines, cells merged both ways."""

from __future__ import annotations

from collections.abc import Sequence

from itadesk.reports.content import Row, Table, VAlign
from itadesk.reports.pdf import cells
from itadesk.reports.pdf.drawing import Box
from itadesk.reports.pdf.grid import (
    LEAST,
    PADDING,
    OpenCell,
    column_edges,
    describe,
    heights,
    open_cells,
)
from itadesk.reports.pdf.metrics import PADDING_SIDE, PADDING_TOP
from itadesk.reports.pdf.sheets import Sheets
from itadesk.reports.pdf.structure import Element

# A head that fills more of a page than this is printed once.
_HEAD_SHARE = 0.6


class TableFlow:
    """Puts the rows of one table on sheets; `tail` is the height of what its last row must have
    below it on the same page."""

    def __init__(self, table: Table, sheets: Sheets, tail: float = 0.0) -> None:
        self.sheets = sheets
        self.edges = column_edges(table.widths, sheets.width)
        head = open_cells(sheets.setter, table.head, self.edges)
        self.head_height = sum(heights(head, len(table.head)))
        self.head = table.head
        self.rows = table.rows
        page = sheets.bottom - sheets.top
        if self.head_height > _HEAD_SHARE * page:
            self.head, self.rows, self.head_height = (), (*table.head, *table.rows), 0.0
        self.cells = open_cells(sheets.setter, self.rows, self.edges)
        # A row of one line always finds a page that holds it too.
        self.tail = tail if tail + self.head_height + 3 * LEAST <= page else 0.0
        self.together = table.together or bool(self.tail and len(self.rows) == 1)
        self.active: list[OpenCell] = []
        self.begun = 0.0  # where the rows begin on this page, below the head

    def least(self) -> float:
        """Height of the head and of as much as must stand with it: part of a row, or all rows."""
        if not self.rows:
            return self.head_height
        whole = self.head_height + sum(heights(self.cells, len(self.rows))) + self.tail
        if self.together and whole <= self.sheets.bottom - self.sheets.top:
            return whole
        room = self.sheets.bottom - self.sheets.top - self.head_height
        return self.head_height + min(self._least_of_row(0), room)

    def _least_of_row(self, index: int) -> float:
        needs = [LEAST]
        for cell in self.cells[index]:
            if cell.last == index and not self.rows[index].splittable:
                needs.append(cell.need)
            else:
                part = cell.stack if len(cell.stack) <= 3 else cell.stack[:2]
                needs.append(cells.height(part) + PADDING)
        return max(needs)

    def flow(self) -> None:
        sheets = self.sheets
        if not sheets.fresh and self.least() > sheets.room:
            sheets.turn()
        table = sheets.tree.add("Table")
        self._draw_head(table)
        describe(table, self.cells, "TD")
        for index in range(len(self.rows)):
            self._row(index)

    def _draw_head(self, table: Element | None = None) -> None:
        """The head belongs to the `table` once; on later pages it is only repeated."""
        sheets = self.sheets
        if self.head:
            head = open_cells(sheets.setter, self.head, self.edges)
            if table:
                describe(table, head, "TH")
            bottoms = [sheets.y]
            for row in heights(head, len(self.head)):
                bottoms.append(bottoms[-1] + row)
            for cell in (cell for row in head for cell in row):
                cell.top = bottoms[cell.first]
                self._close(cell, bottoms[cell.last + 1], len(cell.stack))
            sheets.y = bottoms[-1]
        self.begun = sheets.y

    def _row(self, index: int) -> None:
        sheets = self.sheets
        for cell in self.cells[index]:
            cell.top = sheets.y
            self.active.append(cell)
        continued = False
        while True:
            need = self._needed(index, continued)
            fresh = sheets.y <= self.begun
            company = 0.0 if fresh or continued else self._company(index)
            if company and need + company > sheets.room:
                self._turn(starting=index)
                continue
            if index == len(self.rows) - 1:
                self._reserve(need)
            if need <= sheets.room + 0.01 and (fresh or continued or self._merged_begin(index)):
                self._finish(index, sheets.y + need)
                return
            if not fresh and not continued and not self._may_split(index):
                self._turn(starting=index)
            else:
                self._turn(starting=None, forced=fresh)
                continued = True

    def _needed(self, index: int, continued: bool) -> float:
        """Height that this row still needs, given what its cells already have on this page."""
        y = self.sheets.y
        ending = [cell for cell in self.active if cell.last == index]
        empty = not continued and not any(cell.stack for cell in ending)
        needs = [cell.need - (y - cell.top) for cell in ending]
        return max([*needs, LEAST if empty else 0.0])

    def _reserve(self, need: float) -> None:
        """Take room from the page, so that what the last row needs goes on where the tail fits."""
        if need <= self.sheets.room + 0.01 < need + self.tail:
            self.sheets.bottom = self.sheets.y + need - 0.02

    def _company(self, index: int) -> float:
        """Height of what must stand below this row on its page, when the row asks for it."""
        after = index + 1
        if after >= len(self.rows) or not _stays(self.rows[index]):
            return 0.0
        return self._least_of_row(after) + self._company(after)

    def _merged_begin(self, index: int) -> bool:
        """Whether cells that go on below this row have room for their first lines."""
        room = self.sheets.room - PADDING
        begun = [cell for cell in self.active if cell.first == index < cell.last]
        return all(cells.fitting(cell.stack, room) for cell in begun if cell.stack)

    def _may_split(self, index: int) -> bool:
        page = self.sheets.bottom - self.begun
        if not self.rows[index].splittable and self._needed(index, continued=False) <= page:
            return False
        started = [cell for cell in self.active if cell.first == index and cell.stack]
        room = self.sheets.room - PADDING
        return bool(started) and all(cells.fitting(cell.stack, room) for cell in started)

    def _finish(self, index: int, bottom: float) -> None:
        for cell in [cell for cell in self.active if cell.last == index]:
            self._close(cell, bottom, len(cell.rest))
            self.active.remove(cell)
        self.sheets.y = bottom

    def _turn(self, starting: int | None, forced: bool = False) -> None:
        """Close what is open at the foot of the page, and reopen it on the next one.

        Cells of the row `starting` are carried over whole.
        """
        sheets = self.sheets
        closing = [cell for cell in self.active if cell.first != starting]
        if starting is None:
            counts = [self._fit(cell, forced) for cell in closing]
            bottom = self._foot(closing, counts)
        else:
            bottom = sheets.y
            counts = [cells.fitting(cell.rest, bottom - cell.top - PADDING) for cell in closing]
        for cell, count in zip(closing, counts, strict=True):
            self._close(cell, bottom, count)
        sheets.turn()
        self._draw_head()
        for cell in self.active:
            cell.top = sheets.y
            if cell.again and not cell.rest:
                cell.done, cell.owners = 0, ()

    def _fit(self, cell: OpenCell, forced: bool) -> int:
        room = self.sheets.bottom - cell.top - PADDING
        count = cells.fitting(cell.rest, room)
        return max(count, 1) if forced and cell.rest else count

    def _foot(self, closing: Sequence[OpenCell], counts: Sequence[int]) -> float:
        """The lowest line on this page; the frame closes below it."""
        ends = [
            cell.top + cells.height(cell.rest[:count]) + PADDING
            for cell, count in zip(closing, counts, strict=True)
        ]
        return max([*ends, self.sheets.y])

    def _close(self, cell: OpenCell, bottom: float, count: int) -> None:
        """Draw a part of a cell with its next `count` lines."""
        sheets = self.sheets
        box = Box(cell.x, cell.top, cell.width, bottom - cell.top)
        sheets.frame(box, cell.shade)
        part = cell.rest[:count]
        y = cell.top + PADDING_TOP
        if cell.valign is VAlign.MIDDLE:
            y += max(box.height - PADDING - cells.height(part), 0.0) / 2
        for i, strip in enumerate(part):
            y += strip.gap if i else 0.0
            owner = cell.owners[strip.block] if cell.owners else None
            sheets.text(strip.line, cell.x + PADDING_SIDE, y, strip.size, owner)
            y += strip.pitch
        cell.done += count


def _stays(row: Row) -> bool:
    """Whether the row, a band over the rows below it, must not be the last one of a page."""
    lasts = [cell.blocks[-1] for cell in row.cells if cell.blocks]
    return bool(lasts) and all(each.keep_with_next for each in lasts)
