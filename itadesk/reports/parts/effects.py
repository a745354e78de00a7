"""What came of the questions that the measures aimed at, once the next result is known."""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.comparison import signed
from itadesk.effects import Effect, Move, effects
from itadesk.model.result import Figure
from itadesk.model.year import YearData
from itadesk.reports.content import Block, Cell, Row, Run
from itadesk.reports.forms import FormText
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.headings import heading, measure_title
from itadesk.reports.texts import filled
from itadesk.thai.numbers import format_score

WIDTHS = (11.7, 3.5, 3.5, 3.5, 3.5)
NONE = "-"
TEXTS = (
    FormText(
        "effects_head",
        "หัวเรื่องผลต่อคะแนน (ว่าง = ไม่พิมพ์)",
        "ผลต่อคะแนนของข้อคำถามที่มาตรการมุ่งแก้ไข",
    ),
    FormText("col_measure", "หัวตารางผลต่อคะแนน ช่องที่ ๑", "มาตรการ"),
    FormText("col_aim", "หัวตารางผลต่อคะแนน ช่องที่ ๒", "ข้อคำถาม"),
    FormText("col_before", "หัวตารางผลต่อคะแนน ช่องที่ ๓", "คะแนนปี {year}"),
    FormText("col_after", "หัวตารางผลต่อคะแนน ช่องที่ ๔", "คะแนนปี {after_year}"),
    FormText("col_change", "หัวตารางผลต่อคะแนน ช่องที่ ๕", "เปลี่ยนแปลง"),
)


def effects_part(data: YearData, words: Mapping[str, str], style: CellStyle) -> list[Block]:
    """Head and table, a row a question; nothing before the next result or without the head."""
    found = effects(data) if words["effects_head"] else ()
    if not found:
        return []
    years = {"after_year": str(data.year + 1)}
    keys = ("col_measure", "col_aim", "col_before", "col_after", "col_change")
    titles = tuple(filled(words[key], years) for key in keys)
    rows = [row for effect in found for row in _rows(data, effect, style)]
    size = float(data.settings.body_size)
    return [heading(words["effects_head"], size), style.table(WIDTHS, titles, rows)]


def _rows(data: YearData, effect: Effect, style: CellStyle) -> list[Row]:
    """The measure beside the first of its questions, spanning the others."""
    measure = effect.measure
    title = f"{measure.position}. {measure_title(data.catalogue, measure)}"
    first = Cell((style.line(Run(title)),), rowspan=len(effect.moves))
    made = []
    for number, move in enumerate(effect.moves):
        cells = tuple(style.number(text) for text in _texts(move))
        made.append(Row((first, *cells) if number == 0 else cells, splittable=False))
    return made


def _texts(move: Move) -> tuple[str, ...]:
    code = move.code if move.later in (move.code, "") else f"{move.code} → {move.later}"
    change = NONE if move.change is None else signed(move.change)
    return (code, _figure(move.before), _figure(move.after), change)


def _figure(figure: Figure) -> str:
    return format_score(figure.value, thai=False) or NONE
