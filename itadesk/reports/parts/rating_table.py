"""The levels of a rating rule as a table; two rules stand side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from itadesk.model.catalogue import Catalogue, Certainty, Level, RatingRule
from itadesk.model.result import CENT
from itadesk.reports.content import Cell, Row, Run, Table, VAlign
from itadesk.reports.forms import FormText
from itadesk.reports.parts.cells import AFTER_TABLE, CellStyle

HIGHEST = Decimal(100)
WIDTHS_ONE = (3.9, 9.5, 2.6)
WIDTHS_TWO = (5.4, 2.1, 6.4, 2.1)
TEXTS = (
    FormText("rating_title", "หัวเรื่องตารางเกณฑ์", "การคำนวณผลการประเมิน"),
    FormText("rating_old", "หัวตารางเกณฑ์เดิม", "Rating Score เดิม"),
    FormText("rating_new", "หัวตารางเกณฑ์ใหม่", "Rating Score ใหม่"),
    FormText("rating_level", "หัวตารางเกณฑ์ ช่องระดับ", "ระดับ"),
    FormText("rating_rule", "หัวตารางเกณฑ์ ช่องคะแนน", "เกณฑ์คะแนน"),
    FormText("rating_result", "หัวตารางเกณฑ์ ช่องผล", "ผลตามเกณฑ์"),
    FormText("passes", "คำว่าผ่านเกณฑ์", "ผ่านเกณฑ์"),
    FormText("fails", "คำว่าไม่ผ่านเกณฑ์", "ไม่ผ่านเกณฑ์"),
)


def level_rule(levels: Sequence[Level], place: int) -> str:
    """What a level asks for in words, e.g. คะแนนภาพรวม 75–84.99 คะแนน.

    A level above that looks at the overall score alone ends this one; one that also looks at
    each instrument leaves this one those offices that miss it there.
    """
    level, above = levels[place], levels[:place]
    least = _plain(level.overall_min)
    if level.each_min is not None:
        each = _plain(level.each_min)
        if each == least:
            return f"คะแนนภาพรวมและคะแนนทุกเครื่องมือตั้งแต่ {least} คะแนนขึ้นไป"
        return f"คะแนนภาพรวมตั้งแต่ {least} คะแนนขึ้นไป และทุกเครื่องมือตั้งแต่ {each} คะแนนขึ้นไป"
    missed = [
        each.each_min
        for each in above
        if each.overall_min == level.overall_min and each.each_min is not None
    ]
    if missed:
        only = f"แต่มีบางเครื่องมือต่ำกว่า {_plain(missed[-1])} คะแนน"
        return f"คะแนนภาพรวมตั้งแต่ {least} คะแนนขึ้นไป {only}"
    ends = [each.overall_min - CENT for each in above if each.each_min is None]
    return f"คะแนนภาพรวม {least}–{_plain(min([*ends, HIGHEST]))} คะแนน"


def looked_at(catalogue: Catalogue) -> str:
    """The figures that a rule calls instruments: IIT EIT ส่วนที่ ๑ EIT ส่วนที่ ๒ OIT."""
    names: list[str] = []
    for instrument in catalogue.instruments:
        parts = [f"{instrument.code} {part.label}" for part in instrument.parts]
        names += parts or [instrument.code]
    return " ".join(names)


@dataclass(frozen=True, slots=True)
class RatingTable:
    """Prints rules with the words of a form."""

    words: Mapping[str, str]
    style: CellStyle

    def table(self, rules: Sequence[RatingRule]) -> Table:
        """One rule in three columns, or the older and the newer one side by side."""
        if len(rules) == 1:
            keys = ("rating_level", "rating_rule", "rating_result")
            titles = tuple(self.words[key] for key in keys)
            found = self.style.table(WIDTHS_ONE, titles, _rows([self._wide(rules[0])]))
            return replace(found, together=True)
        rows = _rows([self._narrow(rule) for rule in (rules[0], rules[-1])])
        head = self.style.head((self.words["rating_old"], self.words["rating_new"]))
        spread = Row(tuple(replace(cell, colspan=2) for cell in head.cells), splittable=False)
        return Table(WIDTHS_TWO, tuple(rows), (spread,), after=AFTER_TABLE, together=True)

    def _wide(self, rule: RatingRule) -> list[_Line]:
        return [
            _Line(
                level.passes,
                (
                    self.style.number(_named(level, rule), bold=True),
                    self.style.text(level_rule(rule.levels, place)),
                ),
                self._result(level),
            )
            for place, level in enumerate(rule.levels)
        ]

    def _narrow(self, rule: RatingRule) -> list[_Line]:
        lines = []
        for place, level in enumerate(rule.levels):
            name = self.style.line(Run(f"ระดับ {_named(level, rule)}", bold=True))
            text = self.style.line(Run(level_rule(rule.levels, place)))
            lines.append(_Line(level.passes, (Cell((name, text)),), self._result(level)))
        return lines

    def _result(self, level: Level) -> Cell:
        words = self.words["passes" if level.passes else "fails"]
        return replace(self.style.number(words), valign=VAlign.MIDDLE)


@dataclass(frozen=True, slots=True)
class _Line:
    """A level: its own cells, and the cell that it shares with those of the same outcome."""

    passes: bool
    cells: tuple[Cell, ...]
    result: Cell


def _rows(halves: Sequence[Sequence[_Line]]) -> list[Row]:
    """Rules side by side, passing levels beside passing ones."""
    rows: list[Row] = []
    for passes in (True, False):
        blocks = [[line for line in half if line.passes is passes] for half in halves]
        height = max(len(block) for block in blocks)
        grid: list[list[Cell]] = [[] for _ in range(height)]
        for block in blocks:
            _place(grid, block)
        rows += [Row(tuple(cells), splittable=False) for cells in grid]
    return rows


def _place(grid: list[list[Cell]], block: Sequence[_Line]) -> None:
    """Puts the levels of one outcome into the rows; those that are fewer span more rows."""
    height, top = len(grid), 0
    if not block and height:
        grid[0].append(Cell((), rowspan=height, colspan=2))
    for place, line in enumerate(block):
        span = -(-(height - top) // (len(block) - place))
        grid[top] += [replace(cell, rowspan=span, valign=VAlign.MIDDLE) for cell in line.cells]
        if place == 0:
            grid[top].append(replace(line.result, rowspan=height))
        top += span


def _named(level: Level, rule: RatingRule) -> str:
    doubt = rule.certainty in (Certainty.UNVERIFIED, Certainty.UNKNOWN)
    return f"{level.name} (ยังไม่ยืนยัน)" if doubt else level.name


def _plain(value: Decimal) -> str:
    """85, 84.99: no more decimals than needed."""
    return f"{value.normalize():f}"
