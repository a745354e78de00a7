"""Score cells to the clipboard and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QMimeData, QModelIndex

from itadesk.exchange.clipped import Rows, as_table, read_table
from itadesk.exchange.pasting import match_pasted, read_pasted
from itadesk.model.catalogue import Catalogue
from itadesk.thai.digits import to_arabic
from ui.models.scores import PARTS, TITLES, Cell, Column, Draft, ScoreModel

_COLUMNS = {part: column for column, part in PARTS.items()}
_OFFICE = "schemas-microsoft-com:office"  # in what Excel and Word copy
_ANNOUNCED = (TITLES[Column.OFFICIAL], "คะแนนที่ประกาศ")


@dataclass(frozen=True, slots=True)
class Placed:
    """What goes into which cell, what cannot be taken there, and what found no place."""

    typed: dict[Cell, str] = field(default_factory=dict)
    wrong: dict[Cell, Draft] = field(default_factory=dict)
    lost: tuple[str, ...] = ()  # sentences


def copied(model: ScoreModel, indexes: Sequence[QModelIndex], *, heads: bool = False) -> QMimeData:
    """The cells as a table, in text and in HTML; figures in Arabic digits, so that Excel counts.

    With `heads` the titles of the columns and the codes stand with them. Without codes the rows
    between questions are left out, so that a column fits wherever it is pasted.
    """
    columns = sorted({index.column() for index in indexes} | ({Column.HEAD} if heads else set()))
    named = columns[:1] == [Column.HEAD]
    chosen = {(index.row(), index.column()) for index in indexes}
    rows = [[TITLES[Column(column)] for column in columns]] if heads else []
    for row in sorted({index.row() for index in indexes}):
        if named or any(model.cell(model.index(row, column)) for column in columns):
            rows.append(
                [
                    _plain(model, row, column)
                    if (row, column) in chosen or (named and column == Column.HEAD)
                    else ""
                    for column in columns
                ]
            )
    mime = QMimeData()
    mime.setText("\n".join("\t".join(row) for row in rows))
    mime.setHtml(as_table(rows))
    return mime


def clipped(mime: QMimeData | None) -> Rows:
    """Rows and cells of the clipboard; () when there is nothing to paste."""
    if mime is None:
        return ()
    html = mime.html() if mime.hasHtml() else ""
    if _OFFICE in html or not mime.hasText():
        rows = read_table(html)
        if rows:
            return rows
    text = mime.text()
    return read_pasted(text) if text.strip() else ()


def placed(rows: Rows, catalogue: Catalogue, model: ScoreModel, at: QModelIndex) -> Placed:
    """A table with codes goes by its codes, plain columns from the current cell down.

    From a text or a head on, that is the next score below.
    Where a column is headed as announced, its figures go by the names of their rows.
    """
    announced = _announced_column(rows)
    if announced is not None:
        official, rows = _by_name(rows, announced, model)
        found = _scores(rows, catalogue, model) if len(rows) > 1 else Placed()
        return replace(found, typed=found.typed | official)
    cell = model.cell(at)
    if cell is not None and cell.column is Column.OFFICIAL:
        return _official(rows, model, at)
    if cell is None and at.isValid():
        below = _next_typed(model, at.row(), Column.SCORE)
        cell = model.cell(model.index(below, Column.SCORE))
    return _scores(rows, catalogue, model, cell)


def _scores(rows: Rows, catalogue: Catalogue, model: ScoreModel, at: Cell | None = None) -> Placed:
    start, part = (at.key, PARTS[at.column]) if at else (None, 0)
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


def _announced_column(rows: Rows) -> int | None:
    heads = [head.strip() for head in rows[0]] if rows else []
    return next((heads.index(words) for words in _ANNOUNCED if words in heads), None)


def _by_name(rows: Rows, column: int, model: ScoreModel) -> tuple[dict[Cell, str], Rows]:
    """The announced figures of a table with heads, and the rows that are about questions."""
    above = [row for row in map(model.row, range(model.rowCount())) if not row.is_question]
    keys = {to_arabic(words): row.key for row in above for words in (row.head, row.key)}
    found: dict[Cell, str] = {}
    rest = [rows[0]]
    for row in rows[1:]:
        key = keys.get(to_arabic(row[0].strip()))
        if key is None:
            rest.append(row)
        elif len(row) > column and row[column].strip():
            found[Cell(key, Column.OFFICIAL)] = row[column].strip()
    return found, tuple(rest)


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
