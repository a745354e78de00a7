"""What fits what was typed into the palette."""

from __future__ import annotations

import pytest

from itadesk.fuzzy import fit

NAMES = (
    "คะแนน",
    "วิเคราะห์ผล",
    "มาตรการ",
    "เอกสาร",
    "ติดตามผล",
    "นำเข้าจาก Excel…",
    "ตั้งค่า",
    "เปรียบเทียบปี",
)


def best(typed, names=NAMES):
    found = sorted((-fit(typed, name), name) for name in names if fit(typed, name))
    return [name for _fit, name in found]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("คะแนน", "คะแนน"),
        ("EXCEL", "นำเข้าจาก Excel…"),
        ("น\u0e4dาเข้า", "นำเข้าจาก Excel…"),
        ("ตังค่า", "ตั้งค่า"),  # a tone mark is missing
        ("เปรยบเทยบ", "เปรียบเทียบปี"),  # letters are missing
        ("ผล ติดตาม", "ติดตามผล"),
    ],
)
def test_the_first_is_what_is_meant(typed, name):
    assert best(typed)[0] == name


def test_the_beginning_goes_before_the_middle_and_the_whole_before_letters():
    assert best("ผล", ("วิเคราะห์ผล", "ผลลัพธ์")) == ["ผลลัพธ์", "วิเคราะห์ผล"]
    assert best("มตก", ("มาตรการ", "งานมตก")) == ["งานมตก", "มาตรการ"]


def test_letters_far_apart_do_not_fit():
    assert best("ปก", ("ประชาสัมพันธ์ช่องทางร้องเรียนของหน่วยงานก",)) == []
    assert best("ปรก", ("ประชาสัมพันธ์ช่องทางร้องเรียนของหน่วยงานก",)) == []
    assert best("กกกกก", ("ก",)) == []


def test_nothing_typed_fits_everything_alike():
    assert {fit(" ", name) for name in NAMES} == {1}
