"""Columns that were chosen in the workbooks of others, by the heads of their tables."""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.exchange.foreign_rows import Columns
from itadesk.exchange.layout import SCORES
from ui.settings import UiSettings

_KEPT = 20  # tables


def kept_columns(settings: UiSettings) -> Mapping[str, Columns]:
    """By the fingerprint of a table's heads; a damaged entry is passed over."""
    found: dict[str, Columns] = {}
    for line in settings.foreign_columns:
        heads, _, numbers = line.rpartition("\t")
        parts = numbers.split(",")
        if heads and len(parts) == 1 + len(SCORES) and all(map(str.isdecimal, parts)):
            code, *columns = map(int, parts)
            named = zip(SCORES, columns, strict=True)
            found[heads] = Columns("", 0, code, tuple((n, column) for n, column in named if column))
    return found


def keep_columns(settings: UiSettings, heads: str, columns: Columns) -> None:
    """The newest go first; a table without heads is not known again."""
    if heads:
        numbers = (columns.code, *map(columns.column_of, SCORES))
        rest = [line for line in settings.foreign_columns if line.rpartition("\t")[0] != heads]
        line = f"{heads}\t{','.join(map(str, numbers))}"
        settings.foreign_columns = (line, *rest)[:_KEPT]
