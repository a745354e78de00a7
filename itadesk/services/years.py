"""Years of an office: starting one, reading one whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from itadesk.catalogue.editing import with_filled_texts
from itadesk.catalogue.reader import parse_catalogue, shipped_body, shipped_years
from itadesk.errors import BadValue, NotFound
from itadesk.model.catalogue import Catalogue
from itadesk.model.changes import Changes, Kind
from itadesk.model.year import OtherYear, YearData
from itadesk.ports import Store
from itadesk.scoring import score
from itadesk.services.changing import action
from itadesk.thai.digits import to_thai

FIRST_YEAR, LAST_YEAR = 2555, 2643  # B.E.; outside is a slip of the hand


def score_years(store: Store) -> tuple[int, ...]:
    """Score years that have an assessment, newest first."""
    return tuple(sorted(store.assessments.years(), reverse=True))


def catalogue_years(store: Store) -> tuple[int, ...]:
    """Years a catalogue is at hand for, in the file or shipped, newest first."""
    return tuple(sorted({*store.catalogues.years(), *shipped_years()}, reverse=True))


@lru_cache(maxsize=16)
def _parsed(body: str, name: str) -> Catalogue:
    return parse_catalogue(json.loads(body), name)


def _parse(body: Mapping[str, Any], year: int) -> Catalogue:
    return _parsed(json.dumps(body, ensure_ascii=False), f"ชุดข้อคำถามปี {year}")


def catalogue_of(store: Store, year: int) -> Catalogue:
    """The year's catalogue with the texts the office filled in; NotFound where there is none."""
    body = store.catalogues.get(year)
    if body is None:
        if year not in shipped_years():
            raise NotFound(no_catalogue(year))
        body = shipped_body(year)
    return with_filled_texts(_parse(body, year), store.catalogues.filled_texts(year))


def no_catalogue(year: int) -> str:
    """Says that nothing is known of the year's questions."""
    return (
        f"ยังไม่มีชุดข้อคำถามของปี {to_thai(str(year))} โปรดสร้างจากชุดของปีก่อน หรือเพิ่มไฟล์ชุดข้อคำถามที่เมนูตั้งค่า"
    )


def shipped_catalogue(year: int) -> Catalogue:
    """The year's catalogue as it is shipped, whatever a file holds."""
    return _parse(shipped_body(year), year)


def start_year(store: Store, year: int, plan_year: int | None = None) -> Changes:
    """Makes the assessment of a score year; the year of the measures is the next unless given.

    The catalogue is copied into the file, so that the year keeps the questions it began with.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadValue(
            f"ปีงบประมาณที่ประเมินต้องเป็นปี พ.ศ. เช่น ๒๕๖๘ (กรอกไว้ {to_thai(str(year))}) โปรดแก้ไขปี"
        )
    if store.assessments.get(year) is not None:
        raise BadValue(f"มีข้อมูลปี {to_thai(str(year))} อยู่แล้ว โปรดเลือกปีนั้นจากรายการปี")
    catalogue = catalogue_of(store, year)
    label = f"เพิ่มปี {to_thai(str(year))}"
    with action(store, label, Kind.YEARS, Kind.CATALOGUE, Kind.SCORES) as changes:
        if store.catalogues.get(year) is None:
            store.catalogues.save(year, shipped_body(year))
        store.assessments.create(year, plan_year or year + 1, catalogue.id)
    return changes


def load_year(store: Store, year: int) -> YearData:
    """All of a year in one record; NotFound when the office has no such year."""
    assessment = store.assessments.get(year)
    if assessment is None:
        raise NotFound(f"ไม่พบข้อมูลปี {to_thai(str(year))} ในไฟล์นี้ โปรดเพิ่มปีก่อน หรือเลือกปีอื่น")
    catalogue = catalogue_of(store, year)
    return YearData(
        office=store.office.get(),
        settings=store.office.settings(),
        catalogue=catalogue,
        assessment=assessment,
        result=score(catalogue, assessment),
        findings=store.findings.of_year(year),
        measures=store.measures.of_year(year),
        rounds=store.rounds.of_year(year),
        limitations=store.texts.limitations(year),
        texts=store.texts.of_year(year),
        documents=store.documents.of_year(year),
        neighbours=_neighbours(store, year),
        oit=store.oit.of_year(year),
        files=store.files.of_year(year),
        office_files=store.files.of_office(),
        notes=store.assessments.notes(year),
        own_deadlines=store.calendar.deadlines(year),
        own_rounds=store.calendar.rounds(year),
        sent_sheets=store.unit_sheets.of_year(year),
        answered=store.answers.of_year(year),
    )


def other_year(store: Store, year: int) -> OtherYear:
    """What a year's result is computed from; NotFound when the office has no such year."""
    assessment = store.assessments.get(year)
    if assessment is None:
        raise NotFound(f"ไม่พบข้อมูลปี {to_thai(str(year))} ในไฟล์นี้ โปรดเพิ่มปีก่อน หรือเลือกปีอื่น")
    return OtherYear(catalogue_of(store, year), assessment)


def _neighbours(store: Store, year: int) -> dict[int, OtherYear]:
    """The years before and after that are in the file; scored only by whoever asks."""
    found = {}
    for other in (year - 1, year + 1):
        assessment = store.assessments.get(other)
        if assessment is not None:
            found[other] = OtherYear(catalogue_of(store, other), assessment)
    return found


def change_plan_year(store: Store, year: int, plan_year: int) -> Changes:
    """ปีงบประมาณที่ดำเนินมาตรการ of a score year."""
    assessment = load_year(store, year).assessment
    if not FIRST_YEAR <= plan_year <= LAST_YEAR:
        raise BadValue("ปีงบประมาณที่ดำเนินมาตรการต้องเป็นปี พ.ศ. เช่น ๒๕๖๙ โปรดแก้ไขปี")
    with action(store, "เปลี่ยนปีที่ดำเนินมาตรการ", Kind.YEARS) as changes:
        store.assessments.save_head(replace(assessment, plan_year=plan_year))
    return changes
