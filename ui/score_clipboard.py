"""Score cells to the clipboard and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QModelIndex

from itadesk.exchange.pasting import match_pasted, read_pasted
from itadesk.model.catalogue import Catalogue
from itadesk.thai.digits import to_arabic
from ui.models.scores import PARTS, Cell, Column, Draft, ScoreModel

_COLUMNS = {part: column for column, part in PARTS.items()}


@dataclass(frozen=True, slots=True)
class Placed:
    """What goes into which cell, what cannot be taken there, and what found no place."""

    typed: dict[Cell, str] = field(default_factory=dict)
    wrong: dict[Cell, Draft] = field(default_factory=dict)
    lost: tuple[str, ...] = ()  # sentences


def copied(model: ScoreModel, indexes: Sequence[QModelIndex]) -> str:
    """The cells as tab-separated lines; figures in Arabic digits, so that Excel counts them."""
    rows = sorted({index.row() for index in indexes})
    columns = sorted({index.column() for index in indexes})
    chosen = {(index.row(), index.column()) for index in indexes}
    lines = []
    for row in rows:
        texts = [
            _plain(model, row, column) if (row, column) in chosen else "" for column in columns
        ]
        lines.append("\t".join(texts))
    return "\n".join(lines)


def placed(text: str, catalogue: Catalogue, model: ScoreModel, at: QModelIndex) -> Placed:
    """A table with codes goes by its codes, plain columns from the current cell down."""
    rows = read_pasted(text)
    cell = model.cell(at)
    if cell is not None and cell.column is Column.OFFICIAL:
        return _official(rows, model, at)
    start = cell.key if cell else None
    part = PARTS[cell.column] if cell else 0
    found = Placed()
    lost: dict[str, None] = {}
    for score in match_pasted(catalogue, rows, start, part):
        place = Cell(score.code, _COLUMNS.get(score.part, Column.SCORE))
        if score.problem is None:
            found.typed[place] = score.raw
        elif model.cell(model.place(place)) is not None and score.part in _COLUMNS:
            found.wrong[place] = Draft(score.raw, score.problem)
        else:
            lost[score.problem] = None
    return replace(found, lost=tuple(lost))


def _plain(model: ScoreModel, row: int, column: int) -> str:
    index = model.index(row, column)
    shown = str(index.data() or "").replace("\t", " ").replace("\n", " ")
    return to_arabic(shown).replace("−", "-") if column >= Column.SCORE else shown


def _official(rows: Sequence[Sequence[str]], model: ScoreModel, at: QModelIndex) -> Placed:
    """The first column of a paste, into the official figures from `at` down."""
    found = Placed()
    row = at.row()
    for texts in rows:
        row = _next_typed(model, row, at.column())
        if row < 0:
            return replace(found, lost=("ข้อมูลที่วางมีมากกว่าช่องที่เหลือ แถวที่เกินไม่ได้นำมาใช้",))
        cell = model.cell(model.index(row, at.column()))
        if cell is not None and texts and texts[0].strip():
            found.typed[cell] = texts[0].strip()
        row += 1
    return found


def _next_typed(model: ScoreModel, row: int, column: int) -> int:
    """The first row from `row` on whose cell can be typed in; -1 when there is none."""
    while 0 <= row < model.rowCount():
        if model.cell(model.index(row, column)) is not None:
            return row
        row += 1
    return -1
