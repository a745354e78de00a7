"""What offices of each kind call their head, place, staff and parts."""

from __future__ import annotations

import json

import pytest

from itadesk.model.office import Office, OfficeKind
from itadesk.reports.parts import names
from resources import ROOT

KINDS = [
    (
        *(OfficeKind.SAO, "องค์การบริหารส่วนตำบลทดสอบ"),
        *("นายกองค์การบริหารส่วนตำบลทดสอบ", "ที่ทำการองค์การบริหารส่วนตำบลทดสอบ"),
        *("พนักงานส่วนตำบล", "สำนัก/กอง"),
    ),
    (
        *(OfficeKind.TOWN, "เทศบาลตำบลทดสอบ"),
        *("นายกเทศมนตรีตำบลทดสอบ", "สำนักงานเทศบาลตำบลทดสอบ", "พนักงานเทศบาล", "สำนัก/กอง"),
    ),
    (
        *(OfficeKind.MUNICIPALITY, "เทศบาลเมืองทดสอบ"),
        *("นายกเทศมนตรีเมืองทดสอบ", "สำนักงานเทศบาลเมืองทดสอบ", "พนักงานเทศบาล", "สำนัก/กอง"),
    ),
    (
        *(OfficeKind.CITY, "เทศบาลนครทดสอบ"),
        *("นายกเทศมนตรีนครทดสอบ", "สำนักงานเทศบาลนครทดสอบ", "พนักงานเทศบาล", "สำนัก/กอง"),
    ),
    (
        *(OfficeKind.PAO, "องค์การบริหารส่วนจังหวัดทดสอบ"),
        *("นายกองค์การบริหารส่วนจังหวัดทดสอบ", "ที่ทำการองค์การบริหารส่วนจังหวัดทดสอบ"),
        *("ข้าราชการ", "สำนัก/กอง"),
    ),
    (
        *(OfficeKind.PROVINCE, "จังหวัดทดสอบ"),
        *("ผู้ว่าราชการจังหวัดทดสอบ", "ศาลากลางจังหวัดทดสอบ", "ข้าราชการ", "ส่วนราชการ"),
    ),
    (
        *(OfficeKind.AGENCY, "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดทดสอบ"),
        *("ท้องถิ่นจังหวัดทดสอบ", "ศาลากลางจังหวัดทดสอบ", "ข้าราชการ", "กลุ่มงาน"),
    ),
    (OfficeKind.OTHER, "โรงเรียนทดสอบ", "", "โรงเรียนทดสอบ", "บุคลากร", "หน่วยงาน"),
]


@pytest.mark.parametrize(("kind", "name", "head", "place", "staff", "parts"), KINDS)
def test_each_kind_has_its_words(kind, name, head, place, staff, parts):
    office = Office(name, kind, "ทดสอบ", "เมือง")
    assert names.head_title(office) == head
    assert names.sender_place(office) == place
    assert (names.staff_word(office), names.parts_word(office)) == (staff, parts)


@pytest.mark.parametrize(
    ("kind", "typed", "head"),
    [
        (OfficeKind.SAO, "อบต.ทดสอบ", "นายกองค์การบริหารส่วนตำบลทดสอบ"),
        (OfficeKind.TOWN, "เทศบาลเมืองทดสอบ", "นายกเทศมนตรีเมืองทดสอบ"),
        (OfficeKind.PROVINCE, "สำนักงานจังหวัดทดสอบ", "ผู้ว่าราชการจังหวัดทดสอบ"),
        (OfficeKind.SAO, "", ""),
        (OfficeKind.AGENCY, "กรมทดสอบ", ""),
    ],
)
def test_a_name_that_does_not_begin_with_its_kind(kind, typed, head):
    assert names.head_title(Office(typed, kind, "ทดสอบ")) == head


@pytest.mark.parametrize(
    ("kind", "district", "province", "wanted"),
    [
        (OfficeKind.SAO, "เมือง", "ทดสอบ", "อำเภอเมือง จังหวัดทดสอบ"),
        (OfficeKind.SAO, "อำเภอเมือง", "จังหวัดทดสอบ", "อำเภอเมือง จังหวัดทดสอบ"),
        (OfficeKind.SAO, "", "", ""),
        (OfficeKind.PAO, "เมือง", "ทดสอบ", "จังหวัดทดสอบ"),
        (OfficeKind.PROVINCE, "เมือง", "ทดสอบ", ""),
    ],
)
def test_the_address_names_district_and_province_once(kind, district, province, wanted):
    assert names.address(Office("หน่วยทดสอบ", kind, province, district)) == wanted


def test_a_recipient_that_is_not_known_is_left_empty():
    office = Office("องค์การบริหารส่วนตำบลทดสอบ", OfficeKind.SAO, "ทดสอบ", "เมือง")
    assert names.usual_recipient(office) == "นายอำเภอเมือง"
    assert names.usual_recipient(Office(office.name, OfficeKind.SAO)) == ""


@pytest.mark.parametrize(
    ("kind", "whom"),
    [
        (OfficeKind.TOWN, "นายอำเภอเมือง"),  # พ.ร.บ. เทศบาล พ.ศ. ๒๔๙๖ มาตรา ๗๑
        (OfficeKind.MUNICIPALITY, "ผู้ว่าราชการจังหวัดทดสอบ"),
        (OfficeKind.CITY, "ผู้ว่าราชการจังหวัดทดสอบ"),
    ],
)
def test_a_municipality_writes_to_who_oversees_it(kind, whom):
    assert names.usual_recipient(Office(f"{kind.value}ทดสอบ", kind, "ทดสอบ", "เมือง")) == whom


def test_every_kind_has_words_in_the_file():
    text = (ROOT / "names" / "offices.json").read_text(encoding="utf-8")
    assert {each["kind"] for each in json.loads(text)} == {kind.value for kind in OfficeKind}
