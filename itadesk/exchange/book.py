"""A workbook as plain rows: what a cell held, with its place, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell without a usable value; `words` says why, and what to do, after the cell's name."""

    words: str


Raw = str | int | float | bool | date | Fault


@dataclass(frozen=True, slots=True)
class Row:
    """Cells that hold something, by column name; `number` is the row of the sheet."""

    number: int
    cells: Mapping[str, Raw]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A known sheet; `doubled` are columns whose head stands there twice."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    doubled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """The known sheets of a workbook, by name."""

    file: str
    sheets: Mapping[str, Sheet] = field(default_factory=dict)

    def rows(self, sheet: str) -> tuple[Row, ...]:
        found = self.sheets.get(sheet)
        return found.rows if found else ()
