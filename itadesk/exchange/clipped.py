"""Tables as other programs put them on the clipboard beside plain text, and as ours does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser

_TOO_NARROW = re.compile("#+")
Rows = tuple[tuple[str, ...], ...]


def read_table(html: str) -> Rows:
    """Rows and cells of the tables of a clipboard, one after another; () when there is none.

    A cell over several rows or columns is at its first place. Where Excel shows #### for want
    of width, the number behind it (x:num) is taken.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(tuple(row) for row in reader.rows if row)


def as_table(rows: Sequence[Sequence[str]]) -> str:
    """Rows and cells as a table for programs that take no tabs."""
    lines = ("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>{''.join(lines)}</table>"


class _Reader(HTMLParser):
    """Collects cells."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._taken: set[tuple[int, int]] = set()  # by cells above and before
        self._cell: list[str] | None = None
        self._number = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self._end_cell()
            self._begin_cell(dict(attrs))
        elif tag in ("br", "p", "div") and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(re.sub(r"[ \t\r\n]+", " ", data))

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        self._cell = []
        self._number = attributes.get("x:num") or ""
        down, right = _span(attributes.get("rowspan")), _span(attributes.get("colspan"))
        at, row = self._pad(), len(self.rows) - 1
        self._taken |= {(row + n, at + m) for n in range(down) for m in range(right)} - {(row, at)}

    def _pad(self) -> int:
        """Leaves the places of cells that reach in; the column of the next cell."""
        row = self.rows[-1]
        while (len(self.rows) - 1, len(row)) in self._taken:
            row.append("")
        return len(row)

    def _end_cell(self) -> None:
        if self._cell is not None:
            lines = "".join(self._cell).split("\n")
            text = "\n".join(line.strip() for line in lines).strip()
            if self._number and _TOO_NARROW.fullmatch(text):
                text = self._number
            self.rows[-1].append(text)
            self._cell = None


def _span(text: str | None) -> int:
    """How many rows or columns a cell covers; a wild number is taken for one."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 3 else 1
