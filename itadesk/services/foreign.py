"""Scores from a workbook that is not ours, by the columns that the user chose."""

from __future__ import annotations

from dataclasses import replace

from itadesk.exchange import layout as at
from itadesk.exchange.foreign import ForeignBook, ForeignSheet, letter
from itadesk.exchange.foreign_guess import heads_of
from itadesk.exchange.foreign_rows import Columns, FoundRow, RowKind, book_of
from itadesk.exchange.planning.plan import ImportPlan, ImportRow
from itadesk.ports import Store
from itadesk.services.exchange import plan_read
from itadesk.thai.digits import to_thai


def plan_foreign(
    store: Store, book: ForeignBook, columns: Columns, rows: tuple[FoundRow, ...], year: int
) -> ImportPlan:
    """What the scores would change; places are those of the file, and what is left out is told."""
    plan = plan_read(store, book_of(book.file, rows, year))
    sheet = next(each for each in book.sheets if each.name == columns.sheet)
    taken = {**dict(columns.scores), at.CODE: columns.code}
    heads = {name: _place(sheet, columns.head, n) for name, n in taken.items() if n}
    told = tuple(_at_home(row, sheet.name, heads) for row in plan.rows if row.sheet == at.QUESTIONS)
    return replace(plan, rows=told, warnings=(*plan.warnings, *left_out(rows)))


def left_out(rows: tuple[FoundRow, ...]) -> tuple[str, ...]:
    """Sentences on rows with scores that are not taken."""
    sums = [row for row in rows if row.kind is RowKind.SUM]
    strays = [row for row in rows if row.kind is RowKind.STRAY]
    told = []
    if sums:
        told.append(f"เว้น {to_thai(str(len(sums)))} แถวที่เป็นหัวข้อ ผลรวม หรือค่าเฉลี่ย ({_numbers(sums)})")
    if strays:
        told.append(
            f"เว้น {to_thai(str(len(strays)))} แถวที่มีตัวเลขแต่ไม่พบข้อคำถาม ({_numbers(strays)}) "
            "โปรดตรวจสอบว่าไม่ใช่คะแนน"
        )
    return tuple(told)


def _numbers(rows: list[FoundRow]) -> str:
    shown = " ".join(to_thai(str(row.number)) for row in rows[:8])
    return f"แถว {shown}" + (" …" if len(rows) > 8 else "")


def _place(sheet: ForeignSheet, head: int, column: int) -> str:
    words = heads_of(sheet, head, column)[:40]
    return f"{letter(column)} ({words})" if words else letter(column)


def _at_home(row: ImportRow, sheet: str, heads: dict[str, str]) -> ImportRow:
    """The row with the names that its own file has."""
    column = heads.get(row.column, row.column)
    _, _, text = row.message.partition(": ")
    message = f"ชีต {sheet} แถว {to_thai(str(row.row))} ช่อง {column}: {text}"
    return replace(row, sheet=sheet, column=column, message=message)
