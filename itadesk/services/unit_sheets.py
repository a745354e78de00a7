"""Sheets to the units of an office, and what they send back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from itadesk.errors import BadFile, CannotWrite, ImportRefused
from itadesk.exchange.planning.unit_fields import Clash
from itadesk.exchange.planning.unit_sheets import (
    Returned,
    ReturnPlan,
    Unread,
    plan_returned,
)
from itadesk.exchange.unit_sheet_reading import read_unit_bytes, read_unit_workbook
from itadesk.exchange.unit_sheet_writing import write_unit_workbook
from itadesk.files import replace_file
from itadesk.model.changes import Changes, Kind
from itadesk.model.unit_sheet import SentSheet
from itadesk.model.year import YearData
from itadesk.naming import file_name
from itadesk.ports import Store
from itadesk.reports.forms import Options, form_of
from itadesk.reports.forms.unit_sheet import ID as FORM_ID
from itadesk.reports.forms.unit_sheet import ONLY
from itadesk.reports.parts.rounds import reports_of, written
from itadesk.services.changing import action
from itadesk.services.reporting import rendered
from itadesk.services.whole_set import free_name
from itadesk.services.years import load_year
from itadesk.thai.digits import to_thai
from itadesk.units import measures_of, units_of


@dataclass(frozen=True, slots=True)
class UnitState:
    """A unit in a round: how many measures it has, how many are reported, what went out."""

    unit: str
    measures: int
    reported: int
    sheet: SentSheet


def unit_states(data: YearData, months: int) -> tuple[UnitState, ...]:
    """Every unit of the office, those without measures too."""
    found = reports_of(data, months)
    done = {each for each, report in found.items() if written(report)}
    kept = {each.unit: each for each in data.sent_sheets if each.months == months}
    states = []
    for unit in units_of(data):
        share = measures_of(data, unit)
        reported = sum(each.id in done for each in share)
        sheet = kept.get(unit, SentSheet(unit, months))
        states.append(UnitState(unit, len(share), reported, sheet))
    return tuple(states)


@dataclass(frozen=True, slots=True)
class UnitFile:
    """A file of a unit, and what writes it to a path without the store."""

    unit: str
    name: str
    write: Callable[[Path], None]


def unit_files(
    data: YearData, units: Iterable[str], months: int, endings: Iterable[str]
) -> tuple[UnitFile, ...]:
    """The sheets of units for a round: .xlsx to be filled in and sent back, .pdf and .docx."""
    kinds, year = tuple(endings), data.assessment.plan_year
    stems: list[str] = []
    made: list[UnitFile] = []
    for unit in units:
        name = f"{unit} รอบ {to_thai(str(months))} เดือน ปี {to_thai(str(year))}"
        stems.append(free_name(file_name(name), stems))
        write = partial(_write, data, unit, months)
        made += [UnitFile(unit, f"{stems[-1]}{ending}", write) for ending in kinds]
    return tuple(made)


def _write(data: YearData, unit: str, months: int, path: Path) -> None:
    if path.suffix == ".xlsx":
        write_unit_sheet(data, unit, months, path)
        return
    options = Options(round=months, texts={ONLY: unit})
    document = form_of(FORM_ID).build(data, options)
    replace_file(path, rendered(document, path, data.settings))


def write_unit_sheet(data: YearData, unit: str, months: int, path: Path) -> None:
    """Writes a unit's workbook without the store; CannotWrite unless it reads back unchanged."""
    body = write_unit_workbook(data, unit, months)
    plan = plan_returned(data, [read_unit_bytes(body, path.name)])
    if plan.refused or plan.warnings or not plan.changes_nothing:
        raise CannotWrite(
            f"แบบของ{unit}ที่เขียนแล้วอ่านกลับไม่ตรงกับข้อมูลในโปรแกรม โปรดตรวจสอบข้อความของมาตรการ แล้วส่งใหม่"
        )
    replace_file(path, body)


def note_sent(store: Store, year: int, units: Iterable[str], months: int, day: date) -> Changes:
    """Keeps the day on which sheets went out; they are no longer back."""
    with action(store, "ส่งแบบเก็บข้อมูล", Kind.ROUNDS) as changes:
        for unit in units:
            store.unit_sheets.save(year, SentSheet(unit, months, day))
    return changes


def read_returned(paths: Iterable[Path]) -> tuple[Returned, ...]:
    """The files that units sent back, without the store; a bad one is told of."""
    return tuple(map(_read, paths))


def plan_sheets(
    store: Store, year: int, returned: Sequence[Returned], clash: Clash = Clash.KEEP
) -> ReturnPlan:
    """What the sheets would change; writes nothing."""
    return plan_returned(load_year(store, year), returned, clash)


def apply_returned(store: Store, year: int, plan: ReturnPlan, day: date) -> Changes:
    """Takes in all files of the plan that nothing stands against, as one action.

    ImportRefused when the file was changed since it was planned.
    """
    again = plan_sheets(store, year, plan.returned, plan.clash)
    if again.reports != plan.reports or again.back != plan.back:
        raise ImportRefused("ข้อมูลในไฟล์นี้เปลี่ยนไปหลังจากตรวจแบบแล้ว จึงยังไม่ได้รับ โปรดตรวจและรับใหม่อีกครั้ง")
    with action(store, "รับแบบที่ส่งคืน", Kind.ROUNDS) as changes:
        for report in plan.reports:
            store.rounds.save(report)
        for sheet in plan.back:
            store.unit_sheets.save(year, replace(sheet, back_on=day))
    return changes


def _read(path: Path) -> Returned:
    try:
        return read_unit_workbook(path)
    except BadFile as refusal:
        return Unread(path.name, str(refusal))
