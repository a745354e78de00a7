"""Plans a whole workbook against what a file holds of its year."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from itadesk.errors import NotFound
from itadesk.exchange import layout as at
from itadesk.exchange.book import Book, Row
from itadesk.exchange.planning.findings import plan_findings
from itadesk.exchange.planning.limitations import plan_limitations
from itadesk.exchange.planning.measures import plan_measures
from itadesk.exchange.planning.office import (
    is_newer_format,
    office_rows,
    plan_office,
    plan_year_of,
    workbook_year,
)
from itadesk.exchange.planning.plan import ImportPlan, Incoming, Outcome, Target
from itadesk.exchange.planning.reading_row import Notes, RowReader
from itadesk.exchange.planning.register import plan_register
from itadesk.exchange.planning.rounds import plan_rounds
from itadesk.exchange.planning.scores import note_value, plan_official, plan_scores
from itadesk.thai.digits import to_thai

FindTarget = Callable[[int], Target]


def plan_book(
    book: Book, years: tuple[int, ...], target_of: FindTarget, *, previewed: bool = True
) -> ImportPlan:
    """What the workbook would change.

    `years` are those the file has; `target_of` raises NotFound for a year nothing is known about.
    Without `previewed` only refused rows are told of.
    """
    notes = Notes(only_refused=not previewed)
    if is_newer_format(book, notes):
        return _ended(book, notes)
    rows = office_rows(book, notes)
    year = workbook_year(book, rows)
    plan_year = plan_year_of(rows)
    at_year = rows.get(at.YEAR) or RowReader(at.OFFICE, Row(1, {}), notes)
    if year is None:
        year = _only_year(at_year, years)
    if year is None or at_year.failed:
        return _ended(book, notes)
    try:
        target = target_of(year)
    except NotFound as error:
        at_year.refuse(at.VALUE, str(error))
        return _ended(book, notes)
    _note_year(at_year, target)
    if plan_year is not None:
        known = None if target.starts else target.assessment.plan_year
        note_value(rows[at.PLAN_YEAR], at.VALUE, at.PLAN_YEAR, known, plan_year)
    incoming = _incoming(target, book, rows, notes, plan_year)
    order = {name: n for n, name in enumerate(at.COLUMNS)}
    shown = sorted(notes.rows, key=lambda row: (order[row.sheet], row.row))
    return ImportPlan(book, year, target.starts, tuple(shown), tuple(notes.warnings), incoming)


def _incoming(
    target: Target, book: Book, rows: Mapping[str, RowReader], notes: Notes, plan_year: int | None
) -> Incoming:
    official, rating = plan_official(target, book, notes)
    measures = plan_measures(target, book, notes)
    changes_plan = plan_year is not None and plan_year != target.assessment.plan_year
    return Incoming(
        office=plan_office(target, rows),
        plan_year=plan_year if changes_plan else None,
        rating=rating,
        scores=plan_scores(target, book, notes),
        official=official,
        findings=plan_findings(target, book, notes),
        measures=measures.planned,
        rounds=plan_rounds(target, book, notes, measures.ids),
        limitations=plan_limitations(target, book, notes),
        oit=plan_register(target, book, notes),
    )


def _ended(book: Book, notes: Notes) -> ImportPlan:
    return ImportPlan(book, None, False, tuple(notes.rows), tuple(notes.warnings))


def _only_year(reader: RowReader, years: tuple[int, ...]) -> int | None:
    """The file's one year for a workbook that does not say its own."""
    if reader.failed:
        return None
    if len(years) != 1:
        reader.refuse(at.VALUE, "ยังไม่ได้กรอกปีงบประมาณที่ประเมิน โปรดกรอกปี พ.ศ. เช่น ๒๕๖๘ ในชีตหน่วยงาน")
        return None
    reader.warn(
        at.VALUE,
        f"ไฟล์ที่นำเข้าไม่ได้ระบุปีงบประมาณที่ประเมิน จะนำเข้าเป็นข้อมูลปี {to_thai(str(years[0]))}",
    )
    return years[0]


def _note_year(reader: RowReader, target: Target) -> None:
    year = to_thai(str(target.year))
    if target.starts:
        reader.note(Outcome.ADDED, at.VALUE, f"เพิ่มปีงบประมาณที่ประเมิน {year}", "", year)
    elif reader.has(at.VALUE):
        reader.note(Outcome.SAME, at.VALUE, f"ปีงบประมาณที่ประเมิน {year} เหมือนเดิม", year, year)
