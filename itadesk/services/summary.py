"""What an office's file holds in a few figures, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from itadesk.model.year import YearData
from itadesk.ports import Store
from itadesk.services.years import load_year, score_years
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class FileSummary:
    """Words by what they tell; `years` newest first, as their figures may differ."""

    office: str
    changed: str  # when and what
    years: Mapping[int, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of two files; `year` is None for what belongs to none."""

    year: int | None
    name: str
    here: str
    there: str

    @property
    def differs(self) -> bool:
        return self.here != self.there


def summarise(store: Store) -> FileSummary:
    """Reads every year. Raises BadFile or NotFound as reading does."""
    last = store.change_log.last()
    return FileSummary(
        store.office.get().name or "ยังไม่มีชื่อหน่วยงาน",
        _moment(*last) if last else NOTHING,
        {year: _figures(load_year(store, year), store) for year in score_years(store)},
    )


def compared(here: FileSummary, there: FileSummary | None) -> tuple[Line, ...]:
    """The figures of `here` beside those of `there`; equal ones where there is no other file."""
    return tuple(_lines(here, there or here))


def _lines(here: FileSummary, there: FileSummary) -> Iterator[Line]:
    yield Line(None, "หน่วยงาน", here.office, there.office)
    yield Line(None, "แก้ไขล่าสุด", here.changed, there.changed)
    for year in sorted({*here.years, *there.years}, reverse=True):
        mine, other = here.years.get(year, {}), there.years.get(year, {})
        for name in {**mine, **other}:
            line = Line(year, name, mine.get(name, NOTHING), other.get(name, NOTHING))
            if (line.here, line.there) != (NOTHING, NOTHING):
                yield line


def _figures(data: YearData, store: Store) -> dict[str, str]:
    received = len(store.province.received(data.year))
    return {
        "คะแนนที่กรอก": _count(len(data.assessment.scores), "ข้อ"),
        "คะแนนภาพรวม": format_score(data.result.overall.value) or NOTHING,
        "ระดับ": data.assessment.official_rating or data.result.rating or NOTHING,
        "การวิเคราะห์": _count(len(data.findings), "เรื่อง"),
        "มาตรการ": _count(len(data.measures), "มาตรการ"),
        "รายงานผลรายรอบ": _count(len(data.rounds), "รายการ"),
        "ทะเบียน OIT": _count(len(data.oit), "ข้อ"),
        "เอกสาร": _count(len(data.documents), "ฉบับ"),
        "ไฟล์แนบ": _count(len(data.files), "ไฟล์"),
        "หน่วยงานที่ส่งไฟล์มา": _count(received, "แห่ง"),
    }


def _count(number: int, unit: str) -> str:
    return f"{to_thai(str(number))} {unit}" if number else NOTHING


def _moment(at: str, action: str) -> str:
    """A line of the change log as it reads on this PC's clock."""
    moment = datetime.fromisoformat(at)
    local = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone()
    return f"{format_date(local.date(), 'short')} {to_thai(f'{local:%H.%M}')} น. {action}".strip()
