"""Scores as bars: label, bar from 0 to 100 with a marked line, note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from itadesk.reports.content import Bar, Bars
from itadesk.reports.pdf.lines import number
from itadesk.reports.pdf.paragraphs import Laid, Typesetter
from itadesk.reports.pdf.sheets import Sheets
from itadesk.reports.pdf.structure import Element

GAP = 6.0  # between label, bar and note
BETWEEN = 2.0  # between two bars
THICKNESS = 0.5  # of a line of the label
TRACK = 0.93  # grey of what is left to 100


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    """A bar with its texts laid out."""

    bar: Bar
    label: Laid
    note: Laid

    @property
    def height(self) -> float:
        return max(self.label.height, self.note.height) + BETWEEN


def height(chart: Bars, setter: Typesetter, width: float) -> float:
    """Height of the whole chart in a column of `width` points, without what is around it."""
    return sum(row.height for row in _rows(chart, setter, width))


def draw(sheets: Sheets, chart: Bars) -> None:
    """Put the chart on one page where it fits, else a row at a time on as many as it needs."""
    rows = _rows(chart, sheets.setter, sheets.width)
    if not sheets.fresh:
        if chart.before + sum(row.height for row in rows) > sheets.room:
            sheets.turn()
        else:
            sheets.y += chart.before
    owner = sheets.tree.figure(_described(chart))
    for page in _pages(sheets, rows):
        top = sheets.y
        for row in page:
            _row(sheets, chart, row, owner)
        _mark(sheets, chart, top, owner)
    sheets.y += chart.after


def _described(chart: Bars) -> str:
    """What is read out for the chart: all that its bars say."""
    said = (f"{bar.label.text} {bar.note.text}".strip() for bar in chart.bars)
    return "แผนภูมิแท่ง " + " · ".join(" ".join(each.split()) for each in said)


def _rows(chart: Bars, setter: Typesetter, width: float) -> list[_Row]:
    label, note = width * chart.label_share, width * chart.note_share
    return [
        _Row(bar, setter.lay(bar.label, label), setter.lay(bar.note, note)) for bar in chart.bars
    ]


def _pages(sheets: Sheets, rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """The rows that go on each page; turns the page between them."""
    left = list(rows)
    while left:
        room, count = sheets.room, 0
        while count < len(left) and left[count].height <= room + 0.01:
            room -= left[count].height
            count += 1
        if count == 0 and not sheets.fresh:
            sheets.turn()
            continue
        count = max(count, 1)
        yield left[:count]
        left = left[count:]


def _row(sheets: Sheets, chart: Bars, row: _Row, owner: Element) -> None:
    top = sheets.y
    _text(sheets, row.label, (0.0, top), owner)
    _text(sheets, row.note, (sheets.width * (1 - chart.note_share), top), owner)
    left, width = _across(sheets, chart)
    thick = row.label.pitch * THICKNESS
    middle = top + row.label.pitch * 0.54
    foot = sheets.pages[-1].height - middle - thick / 2
    _box(sheets, TRACK, (left, foot, width, thick), owner)
    if row.bar.value is not None:
        share = min(max(row.bar.value, 0.0), 100.0) / 100
        _box(sheets, 1 - row.bar.weight, (left, foot, width * share, thick), owner)
    sheets.y = top + row.height


def _mark(sheets: Sheets, chart: Bars, top: float, owner: Element) -> None:
    if chart.mark is None:
        return
    left, width = _across(sheets, chart)
    page = sheets.pages[-1]
    x = number(left + width * chart.mark / 100)
    ends = f"{x} {number(page.height - top)} m {x} {number(page.height - sheets.y)} l"
    page.shape(f"q 0.8 w [3 2] 0 d {ends} S Q", owner)


def _across(sheets: Sheets, chart: Bars) -> tuple[float, float]:
    """Left edge and width of a full bar, in points of the page."""
    label, note = sheets.width * chart.label_share, sheets.width * chart.note_share
    return sheets.left + label + GAP, sheets.width - label - note - 2 * GAP


def _box(
    sheets: Sheets, grey: float, box: tuple[float, float, float, float], owner: Element
) -> None:
    place = " ".join(number(each) for each in box)
    sheets.pages[-1].shape(f"q {number(grey)} g {place} re f Q", owner)


def _text(sheets: Sheets, laid: Laid, at: tuple[float, float], owner: Element) -> None:
    left, top = at
    for place, line in enumerate(laid.lines):
        moved = replace(line, x=line.x + left)
        sheets.text(moved, 0.0, top + place * laid.pitch, laid.size, owner)
