"""What an office's file holds in a few figures, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from itadesk.model.year import YearData
from itadesk.ports import Store
from itadesk.services.changed import Written, written
from itadesk.services.years import load_year, score_years
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score

NOTHING = "–"
SCORES, FINDINGS, MEASURES = "คะแนนที่กรอก", "การวิเคราะห์", "มาตรการ"
ROUNDS, OIT, DOCUMENTS = "รายงานผลรายรอบ", "ทะเบียน OIT", "เอกสาร"


@dataclass(frozen=True, slots=True)
class FileSummary:
    """Words by what they tell; `years` newest first, as their figures may differ."""

    office: str
    changed: str  # when and what
    years: Mapping[int, Mapping[str, str]]
    written: Mapping[int, Written]


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of two files; `year` is None for what belongs to none."""

    year: int | None
    name: str
    here: str
    there: str
    changed: int = 0  # rows that are not the same in both

    @property
    def differs(self) -> bool:
        return self.changed > 0 or self.here != self.there


def summarise(store: Store) -> FileSummary:
    """Reads every year. Raises BadFile or NotFound as reading does."""
    last = store.change_log.last()
    return FileSummary(
        store.office.get().name or "ยังไม่มีชื่อหน่วยงาน",
        _moment(*last) if last else NOTHING,
        {year: _figures(load_year(store, year), store) for year in score_years(store)},
        written(store),
    )


def compared(here: FileSummary, there: FileSummary | None) -> tuple[Line, ...]:
    """The figures of `here` beside those of `there`; equal ones where there is no other file."""
    return tuple(_lines(here, there or here))


def _lines(here: FileSummary, there: FileSummary) -> Iterator[Line]:
    yield Line(None, "หน่วยงาน", here.office, there.office)
    yield Line(None, "แก้ไขล่าสุด", here.changed, there.changed)
    for year in sorted({*here.years, *there.years}, reverse=True):
        mine, other = here.years.get(year, {}), there.years.get(year, {})
        rows, other_rows = _rows(here.written.get(year)), _rows(there.written.get(year))
        for name in {**mine, **other}:
            one, two = rows.get(name, {}), other_rows.get(name, {})
            changed = sum(one.get(key) != two.get(key) for key in {**one, **two})
            line = Line(year, name, mine.get(name, NOTHING), other.get(name, NOTHING), changed)
            if (line.here, line.there) != (NOTHING, NOTHING):
                yield line


def _rows(year: Written | None) -> dict[str, Mapping[Any, object]]:
    """What a year holds by the names of its figures, each row under its key."""
    if year is None:
        return {}
    return {
        SCORES: year.assessment.scores if year.assessment else {},
        FINDINGS: {each.id: each for each in year.findings},
        MEASURES: {each.id: each for each in year.measures},
        ROUNDS: {(each.measure_id, each.months): each for each in year.rounds},
        OIT: {each.code: each for each in year.oit},
        DOCUMENTS: {each.id: each for each in year.documents},
    }


def _figures(data: YearData, store: Store) -> dict[str, str]:
    received = len(store.province.received(data.year))
    return {
        SCORES: _count(len(data.assessment.scores), "ข้อ"),
        "คะแนนภาพรวม": format_score(data.result.overall.value) or NOTHING,
        "ระดับ": data.assessment.official_rating or data.result.rating or NOTHING,
        FINDINGS: _count(len(data.findings), "เรื่อง"),
        MEASURES: _count(len(data.measures), "มาตรการ"),
        ROUNDS: _count(len(data.rounds), "รายการ"),
        OIT: _count(len(data.oit), "ข้อ"),
        DOCUMENTS: _count(len(data.documents), "ฉบับ"),
        "ไฟล์แนบ": _count(len(data.files), "ไฟล์"),
        "หน่วยงานที่ส่งไฟล์มา": _count(received, "แห่ง"),
    }


def _count(number: int, unit: str) -> str:
    return f"{to_thai(str(number))} {unit}" if number else NOTHING


def _moment(at: str, action: str) -> str:
    """A line of the change log as it reads on this PC's clock."""
    moment = datetime.fromisoformat(at)
    local = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone()
    clock = to_thai(f"{local:%H.%M}\u00a0น.")
    return f"{format_date(local.date(), 'short')} {clock} {action}".strip()
