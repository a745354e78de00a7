"""An invented province: offices, what they sent and what was announced, for pictures and trials."""

from __future__ import annotations

import zlib
from dataclasses import replace
from decimal import Decimal

from itadesk.model.assessment import OVERALL
from itadesk.model.changes import Kind
from itadesk.model.office import Office, OfficeKind
from itadesk.model.province import (
    Announced,
    BatchKind,
    ExpectedOffice,
    FileState,
    ProvinceYear,
    ReceivedYear,
    Standing,
    office_key,
)
from itadesk.owing import round_counts
from itadesk.ports import Store
from itadesk.services.province import save_announced, save_expected
from itadesk.services.sample_record import sample_data
from itadesk.services.years import start_year

PROVINCE = Office("จังหวัดตัวอย่าง", OfficeKind.PROVINCE, "ตัวอย่าง")
_DISTRICTS = ("เมืองตัวอย่าง", "ทุ่งสมมติ", "ท่าทดลอง")
_KINDS = (OfficeKind.SAO, OfficeKind.TOWN, OfficeKind.SAO, OfficeKind.MUNICIPALITY)
_PREFIX = {
    OfficeKind.SAO: "องค์การบริหารส่วนตำบล",
    OfficeKind.TOWN: "เทศบาลตำบล",
    OfficeKind.MUNICIPALITY: "เทศบาลเมือง",
}
_NAMES = (
    *("ดอนสมมติ", "หนองทดลอง", "บ้านตัวอย่าง", "ทุ่งสมมติ", "ห้วยทดลอง", "คลองตัวอย่าง"),
    *("นาสมมติ", "โคกทดลอง", "วังตัวอย่าง", "บึงสมมติ", "สระทดลอง", "ป่าตัวอย่าง"),
)
_LEVELS = ((Decimal(95), "ผ่านดีเยี่ยม"), (Decimal(90), "ผ่านดี"), (Decimal(85), "ผ่าน"))
_SPREAD = (3, -4, 1, -9, 5, -2, 2, -6, 0, 4, -11, -1)  # points around the sample office


def sample_province() -> ProvinceYear:
    """Twelve offices: ten sent, one is awaited, one was sent back; a result of the year before."""
    offices = [_office(number) for number in range(len(_NAMES))]
    received = tuple(_received(office, number) for number, office in enumerate(offices[:-1]))
    returned = {received[3].key: Standing(FileState.RETURNED, "ขอคะแนนรายข้อให้ครบ")}
    before = tuple(
        Announced(_expected(each.office), {OVERALL: each.figures[OVERALL] - number % 5 + 2})
        for number, each in enumerate(received)
    )
    return ProvinceYear(
        sample_data().year,
        received=received,
        expected=tuple(map(_expected, offices)),
        standings=returned,
        announced_before=before,
    )


def fill_province(store: Store) -> None:
    """Puts it into a file that holds none of it yet."""
    from itadesk.exchange.sent import packed

    found, body = sample_province(), zlib.compress(packed(sample_data()))
    start_year(store, found.year)
    save_announced(store, found.year - 1, found.announced_before)
    save_expected(store, found.expected)
    with store.transaction("รับไฟล์จากหน่วยงาน", Kind.PROVINCE):
        at = found.received[-1].received_at
        batch = store.province.add_batch(BatchKind.FILES, found.year, "รับไฟล์จากหน่วยงาน", at)
        for each in found.received:
            store.province.add_received(batch, each, body)
        for key, standing in found.standings.items():
            store.province.save_standing(found.year, key, standing)


def _office(number: int) -> Office:
    kind = _KINDS[number % len(_KINDS)]
    district = _DISTRICTS[number % len(_DISTRICTS)]
    return Office(f"{_PREFIX[kind]}{_NAMES[number]}", kind, "ตัวอย่าง", district, f"{1001 + number}")


def _received(office: Office, number: int) -> ReceivedYear:
    data = sample_data()
    moved = {key: _moved(value, number) for key, value in _figures().items()}
    codes = tuple(question.code for question in data.catalogue.questions)
    scores = (data.result.questions[code].value or Decimal() for code in codes)
    return ReceivedYear(
        key=office_key(office.code, office.name, office.district, office.province),
        year=data.year,
        office=office,
        file=f"{office.name}.xlsx",
        digest=office.code,
        figures=moved,
        rating=next((name for least, name in _LEVELS if moved[OVERALL] >= least), "ต้องปรับปรุง"),
        complete=number != 3,
        measures=len(data.measures),
        codes=codes,
        scores=tuple(int(_moved(score, number) * 100) for score in scores),
        rounds=tuple(
            replace(each, told=max(0, each.told - number % 4)) for each in round_counts(data)
        ),
        received_at=f"{data.year - 543}-11-{number + 1:02}T09:00:00+00:00",
    )


def _figures() -> dict[str, Decimal]:
    result = sample_data().result
    levels = {
        OVERALL: result.overall,
        **result.instruments,
        **{str(number): figure for number, figure in result.indicators.items()},
    }
    return {key: Decimal(f"{each.value:.2f}") for key, each in levels.items() if each.value}


def _moved(value: Decimal, number: int) -> Decimal:
    return min(Decimal(100), max(Decimal(0), value + _SPREAD[number]))


def _expected(office: Office) -> ExpectedOffice:
    return ExpectedOffice(
        office.name, office.code, str(office.kind), office.district, office.province
    )
