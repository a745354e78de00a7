"""The Excel workbook of a year: giving it out, and taking one in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from itadesk.catalogue.reader import parse_catalogue, shipped_body
from itadesk.errors import BadValue, CannotWrite, ImportRefused, NotFound
from itadesk.exchange.book import Book
from itadesk.exchange.planning.plan import ImportPlan, Incoming, Outcome, Target
from itadesk.exchange.planning.whole import plan_book
from itadesk.exchange.reading import read_bytes, read_workbook
from itadesk.exchange.verifying import what_differs
from itadesk.exchange.writing import template, write_workbook
from itadesk.files import replace_file
from itadesk.model.assessment import Assessment
from itadesk.model.catalogue import Catalogue
from itadesk.model.changes import Changes, Kind
from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.services.years import (
    catalogue_of,
    catalogue_years,
    load_year,
    score_years,
    start_year,
)
from itadesk.thai.digits import to_thai

_LABEL = "นำเข้าจาก Excel"


def write_template(year: int, path: Path) -> None:
    """The empty exchange workbook of a year whose catalogue is shipped."""
    _must_be_named_as_workbook(path)
    name = f"ชุดข้อคำถามปี {to_thai(str(year))}"
    replace_file(path, template(parse_catalogue(shipped_body(year), name)))


def export_workbook(store: Store, year: int, path: Path) -> None:
    """Writes a year; CannotWrite unless it reads back as the store has it, before and after."""
    write_year(load_year(store, year), path)


def write_year(data: YearData, path: Path) -> None:
    """As `export_workbook`, without the store, so that it can be done in another thread."""
    _must_be_named_as_workbook(path)
    body = write_workbook(data)
    written = read_bytes(body, path.name)
    difference = what_differs(written, data)
    if difference is not None:
        raise CannotWrite(f"ส่งออกไฟล์ “{path.name}” ไม่ได้ เพราะ{difference}")
    replace_file(path, body)
    if read_workbook(path) != written:
        raise CannotWrite(f"ไฟล์ “{path.name}” ที่เขียนลงไปอ่านกลับไม่ตรง โปรดตรวจที่เก็บ แล้วส่งออกใหม่ที่อื่น")


def plan_import(store: Store, path: Path) -> ImportPlan:
    """What the workbook would change, row by row; writes nothing. BadFile for a bad file."""
    return _plan(store, read_workbook(path))


def plan_read(store: Store, book: Book) -> ImportPlan:
    """As `plan_import`, of a workbook that was read already, in another thread for instance."""
    return _plan(store, book)


def apply_import(store: Store, plan: ImportPlan) -> Changes:
    """Does what the plan says as one action; ImportRefused when a row of it was refused."""
    _must_be_accepted(plan)
    if plan.year is None or plan.changes_nothing:
        return Changes(label=_LABEL)
    again = _plan(store, plan.book)
    if again.incoming != plan.incoming or again.starts_year != plan.starts_year:
        raise ImportRefused(
            "ข้อมูลในไฟล์นี้เปลี่ยนไปหลังจากตรวจไฟล์ Excel แล้ว จึงยังไม่ได้นำเข้า โปรดตรวจและนำเข้าใหม่อีกครั้ง"
        )
    with action(store, _LABEL, *_kinds(plan)) as changes:
        _write(store, plan.year, plan)
    return changes


def _must_be_named_as_workbook(path: Path) -> None:
    if path.suffix.lower() != ".xlsx":
        raise BadValue(f"ไม่รู้จักชนิดของไฟล์ “{path.name}” โปรดตั้งชื่อให้ลงท้ายด้วย .xlsx")


def _plan(store: Store, book: Book) -> ImportPlan:
    return plan_book(book, score_years(store), lambda year: _target(store, year))


def _must_be_accepted(plan: ImportPlan) -> None:
    refused = [row.message for row in plan.rows if row.result is Outcome.REFUSED]
    if refused:
        raise ImportRefused(
            f"ยังไม่ได้นำเข้าไฟล์ “{plan.book.file}” เพราะมี {to_thai(str(len(refused)))} รายการ"
            f"ที่ต้องแก้ไขก่อน ได้แก่ {refused[0]}"
        )


def _target(store: Store, year: int) -> Target:
    """What the file has of the year; NotFound when no catalogue of it is known."""
    catalogue = catalogue_of(store, year)
    assessment = store.assessments.get(year)
    empty = Assessment(year, year + 1, catalogue.id)
    return Target(
        office=store.office.get(),
        catalogue=catalogue,
        assessment=assessment or empty,
        starts=assessment is None,
        findings=store.findings.of_year(year),
        measures=store.measures.of_year(year),
        rounds=store.rounds.of_year(year),
        limitations=store.texts.limitations(year),
        oit=store.oit.of_year(year),
        other_catalogues=_others(store, year),
    )


def _others(store: Store, year: int) -> Callable[[], tuple[Catalogue, ...]]:
    """Catalogues of other years, read when a message first needs one."""
    read: list[Catalogue] = []

    def others() -> tuple[Catalogue, ...]:
        if not read:
            read.extend(catalogue_of(store, y) for y in catalogue_years(store) if y != year)
        return tuple(read)

    return others


def _kinds(plan: ImportPlan) -> tuple[Kind, ...]:
    incoming = plan.incoming
    figures = incoming.scores or incoming.official or incoming.rating or plan.starts_year
    touched = {
        Kind.OFFICE: incoming.office,
        Kind.YEARS: plan.starts_year or incoming.plan_year,
        Kind.CATALOGUE: plan.starts_year,
        Kind.SCORES: figures,
        Kind.FINDINGS: incoming.findings,
        Kind.MEASURES: incoming.measures,
        Kind.ROUNDS: incoming.rounds,
        Kind.LIMITATIONS: incoming.limitations is not None,
        Kind.OIT: incoming.oit,
    }
    return tuple(kind for kind, value in touched.items() if value)


def _write(store: Store, year: int, plan: ImportPlan) -> None:
    incoming = plan.incoming
    if incoming.office is not None:
        store.office.save(incoming.office)
    if plan.starts_year:
        start_year(store, year, incoming.plan_year)
    _write_head(store, year, incoming)
    for score in incoming.scores:
        store.assessments.save_score(year, score)
    for key, value in incoming.official.items():
        store.assessments.save_official(year, key, value)
    for finding in incoming.findings:
        store.findings.save(year, finding)
    _write_measures(store, year, incoming)
    if incoming.limitations is not None:
        store.texts.save_limitations(year, incoming.limitations)
    for entry in incoming.oit:
        store.oit.save(year, entry)


def _write_head(store: Store, year: int, incoming: Incoming) -> None:
    head = store.assessments.get(year)
    if head is None:
        raise NotFound(f"ไม่พบข้อมูลปี {to_thai(str(year))} ในไฟล์นี้ โปรดเพิ่มปีก่อน")
    after = replace(
        head,
        plan_year=incoming.plan_year or head.plan_year,
        official_rating=incoming.rating or head.official_rating,
    )
    if after != head:
        store.assessments.save_head(after)


def _write_measures(store: Store, year: int, incoming: Incoming) -> None:
    ids: dict[int | None, int] = {}
    for planned in incoming.measures:
        measure = planned.measure
        if measure.id is None:
            measure = _with_findings(store, year, measure)
        ids[planned.order] = store.measures.save(year, measure)
    for one in incoming.rounds:
        measure_id = one.report.measure_id or ids[one.order]
        store.rounds.save(replace(one.report, measure_id=measure_id))


def _with_findings(store: Store, year: int, measure: Measure) -> Measure:
    """A new measure answers the findings of its indicator, else of its issue.

    Links do not travel in a workbook.
    """
    if measure.indicator is None and measure.issue is None:
        return measure
    answered = tuple(
        finding.id
        for finding in store.findings.of_year(year)
        if finding.id is not None
        and (
            finding.indicator == measure.indicator
            if measure.indicator is not None
            else finding.issue == measure.issue
        )
    )
    return replace(measure, findings=answered)
