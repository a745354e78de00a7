"""Codes, indicators, scores and years in running text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadesk.thai.digits import to_thai
from itadesk.thai.mentions import (
    codes_in,
    dates_in,
    fiscal_years_in,
    indicators_in,
    score_after,
)


def codes(text):
    return [each.code + (f"-{each.last}" if each.last else "") for each in codes_in(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ข้อ i๘ และ E2, o๑๐", ["i8", "e2", "o10"]),
        ("(อ้างอิงจาก o๑๒ ,o๑๓)", ["o12", "o13"]),
        ("ตามข้อ ๐๓๔ ของแบบวัด", ["o34"]),
        ("อ้างอิงจาก ๐๘, ๐๙", ["o8", "o9"]),
        ("ข้อคำถาม ๐๑ - ๐๓๐", ["o1-o30"]),
        ("i๑๓-i๑๘", ["i13-i18"]),
        ("e6 ถึง e10", ["e6-e10"]),
        ("і๗ (ตัวพิมพ์คล้าย)", ["i7"]),
        ("โทร. ๐๓๔ ๓๔๐๑๕๕ และ (02) 123 4567", []),
        ("เวลา ๐๙.๓๐ น. วันที่ 05/11/2568", []),
        ("COVID-19, Core i5, E-Service, CO2 และ video2", []),
        ("เพิ่มขึ้นร้อยละ ๐๕%", []),
    ],
)
def test_codes_are_found_and_what_only_looks_like_one_is_not(text, found):
    assert codes(text) == found


@given(st.sampled_from("ieo"), st.integers(1, 43), st.booleans(), st.booleans())
def test_any_code_is_found_in_either_digits_and_case(letter, number, thai, capital):
    written = f"{letter.upper() if capital else letter}{number}"
    text = f"ตามข้อ {to_thai(written) if thai else written} นี้"
    (found,) = codes_in(text)
    assert found.code == f"{letter}{number}"
    assert text[found.start : found.end].lower() in (written.lower(), to_thai(written.lower()))


@given(st.text(max_size=200))
def test_no_text_is_too_odd(text):
    for found in (*codes_in(text), *indicators_in(text), *fiscal_years_in(text)):
        assert 0 <= found.start < found.end <= len(text)
        score_after(text, found.end)
    dates_in(text)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("ข้อ i๗ ได้ ๙๘.๗๕ คะแนน", "98.75"),
        ("ข้อ i7 (98.75)", "98.75"),
        ("ข้อ i7 รอบ ๖ เดือน ๙๘.๗๕", None),
        ("ข้อ i7 เพิ่มขึ้น ๒.๑๐%", None),
        ("ข้อ i7 ตามหัวข้อ 1.10.25", None),
    ],
)
def test_a_score_is_the_next_number_with_two_decimals(text, score):
    (code,) = codes_in(text)
    found = score_after(text, code.end)
    assert (found[0] if found else None) == score


def test_indicators_are_numbers_behind_the_word_and_not_before_it():
    text = "มี ๑๐ ตัวชี้วัด เช่น ตัวชี้วัดที่ ๓ ตัวชี้วัด ๘ และตัวชี้วัดย่อย ๑๐.๒ ตัวชี้วัดที่ ๙.๑"
    assert [each.number for each in indicators_in(text)] == [3, 8]


def test_years_and_days():
    text = "ปีงบประมาณ พ.ศ. ๒๕๖๙ และปี 2568 ลงวันที่ ๓๐ กรกฎาคม ๒๕๖๗ กับ ๓๑ ก.พ. ๒๕๖๗ เลขที่ ๒๕๖๐"
    assert [each.number for each in fiscal_years_in(text)] == [2569, 2568]
    assert dates_in(text) == (date(2024, 7, 30),)
