"""ภาพรวมจังหวัด as Excel: offices by score, districts and kinds, weak places, who has not sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from itadesk.catalogue.wording import printed, printed_text
from itadesk.exchange.flat import FlatSheet, Value, write_flat
from itadesk.gathering import (
    OfficeLine,
    by_group,
    levels,
    not_sent,
    office_lines,
    weakest_indicators,
    weakest_questions,
)
from itadesk.labels import FILE_STATE
from itadesk.model.office import Digits
from itadesk.model.province import ProvinceYear
from itadesk.model.year import YearData
from itadesk.reports.forms import Options
from itadesk.reports.forms.province import FORM
from itadesk.reports.texts import wording
from itadesk.services.scores import official_keys
from itadesk.thai.digits import localise

_UNRATED, _NO_DISTRICT = "ยังไม่มีระดับ", "ไม่ระบุอำเภอ"
_PASSED: Mapping[bool | None, str] = {True: "ผ่าน", False: "ไม่ผ่าน", None: ""}
_WEAK = (("คะแนนเฉลี่ย", 14), ("ต่ำสุด", 12), ("จำนวน (แห่ง)", 14))
_RANKING = "ลำดับคะแนน"
_Columns = tuple[tuple[str, float], ...]  # head and width
_Rows = list[tuple[Value, ...]]


def write(data: YearData, options: Options) -> bytes:
    """A sheet each, the ranking first; sheets of what nobody has sent are left out."""
    thai = (options.digits or data.settings.digits) is Digits.THAI
    found = options.province or ProvinceYear(data.year)
    lines = office_lines(found)
    title = wording(FORM.id, FORM.texts, data, options)["title"].replace("\n", " ")
    sheets = [
        FlatSheet(
            name,
            localise(f"{title} — {name}", thai),
            tuple(localise(head, thai) for head, _ in columns),
            tuple(width for _, width in columns),
            rows,
            fixed=2 if name == _RANKING else 1,
        )
        for name, columns, rows in _sheets(data, lines)
        if rows or name == _RANKING
    ]
    return write_flat(sheets, data.office.name, thai=thai)


def _sheets(data: YearData, lines: Sequence[OfficeLine]) -> Iterator[tuple[str, _Columns, _Rows]]:
    yield _RANKING, *_ranking(data, lines)
    yield "คะแนนรายตัวชี้วัด", *_by_indicator(data, lines)
    yield "รายอำเภอ", *_groups(lines, "อำเภอ", lambda line: line.district or _NO_DISTRICT)
    yield "รายประเภท", *_groups(lines, "ประเภท", lambda line: line.kind or "-")
    yield "ระดับ", *_levels(lines)
    yield "จุดอ่อนตัวชี้วัด", *_indicators(data, lines)
    yield "จุดอ่อนข้อคำถาม", *_questions(data, lines)
    yield "ยังไม่ส่ง", *_waiting(lines)


def _ranking(data: YearData, lines: Sequence[OfficeLine]) -> tuple[_Columns, _Rows]:
    """As on paper, with what is known of the file."""
    figures = {k: name for k, name in official_keys(data.catalogue).items() if not k.isdecimal()}
    columns: _Columns = (
        *(("ลำดับ", 7), ("หน่วยงาน", 38), ("รหัส", 10), ("ประเภท", 18), ("อำเภอ", 16)),
        *((name, 10) for name in figures.values()),
        *(("ระดับ", 14), ("ผลการผ่าน", 10), ("เปลี่ยนจากปีก่อน", 11), ("สถานะแฟ้ม", 16)),
    )
    rows: _Rows = [
        (
            *(line.rank, line.name, line.code, line.kind, line.district),
            *(line.figures.get(key) for key in figures),
            *(line.rating, _PASSED[line.passes], line.change, _state(line)),
        )
        for line in lines
    ]
    return columns, rows


def _by_indicator(data: YearData, lines: Sequence[OfficeLine]) -> tuple[_Columns, _Rows]:
    """Offices in the order of their rank, with the score of each indicator."""
    figures = {k: name for k, name in official_keys(data.catalogue).items() if k.isdecimal()}
    columns = (("หน่วยงาน", 38), ("อำเภอ", 16), *((name, 12) for name in figures.values()))
    rows: _Rows = [
        (line.name, line.district, *(line.figures.get(key) for key in figures))
        for line in lines
        if line.figures
    ]
    return columns, rows


def _groups(
    lines: Sequence[OfficeLine], head: str, name_of: Callable[[OfficeLine], str]
) -> tuple[_Columns, _Rows]:
    columns: _Columns = (
        *((head, 30), ("หน่วยงาน", 12), ("ส่งแล้ว", 12), ("มีคะแนน", 12)),
        *(("ผ่าน", 12), ("ร้อยละที่ผ่าน", 14), ("คะแนนเฉลี่ย", 14)),
    )
    rows: _Rows = [
        (
            *(each.name, each.offices, each.sent, each.scored, each.passed),
            Decimal(100) * each.passed / each.scored if each.scored else None,
            each.mean,
        )
        for each in by_group(lines, name_of)
    ]
    return columns, rows


def _levels(lines: Sequence[OfficeLine]) -> tuple[_Columns, _Rows]:
    rows: _Rows = [
        (name or _UNRATED, count, Decimal(100) * count / len(lines))
        for name, count in levels(lines).items()
    ]
    return (("ระดับ", 24), ("จำนวน (แห่ง)", 14), ("ร้อยละ", 12)), rows


def _indicators(data: YearData, lines: Sequence[OfficeLine]) -> tuple[_Columns, _Rows]:
    names = {str(each.no): printed(each.name) for each in data.catalogue.indicators}
    columns = (("ตัวชี้วัดที่", 12), ("ชื่อตัวชี้วัด", 40), *_WEAK)
    rows: _Rows = [
        (int(place.key), names.get(place.key, ""), place.mean, place.lowest, place.offices)
        for place in weakest_indicators(lines)
    ]
    return columns, rows


def _questions(data: YearData, lines: Sequence[OfficeLine]) -> tuple[_Columns, _Rows]:
    received = [line.received for line in lines if line.received is not None]
    thai = data.settings.digits is Digits.THAI
    rows: _Rows = []
    for place in weakest_questions(received):
        question = data.catalogue.question(place.key)
        text = localise(printed_text(question), thai) if question else ""
        code = localise(place.key, thai)
        rows.append((code, text, place.mean, place.lowest, place.offices))
    return (("ข้อ", 8), ("ข้อคำถาม", 90), *_WEAK), rows


def _waiting(lines: Sequence[OfficeLine]) -> tuple[_Columns, _Rows]:
    columns = (("หน่วยงาน", 40), ("รหัส", 12), ("ประเภท", 20), ("อำเภอ", 18), ("หมายเหตุ", 50))
    rows: _Rows = [
        (line.name, line.code, line.kind, line.district, _state(line)) for line in not_sent(lines)
    ]
    return columns, rows


def _state(line: OfficeLine) -> str:
    if line.received is None or line.standing is None:
        return "ยังไม่ส่ง"
    return f"{FILE_STATE[line.standing.state]} {line.standing.remark}".strip()
