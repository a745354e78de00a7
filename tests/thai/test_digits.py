from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadesk.thai.digits import localise, to_arabic, to_thai

MIXED = "๐๑๙0123456789abCOVIDieo .-–/:@%,()กขาปี"


def test_digits_are_changed_one_by_one() -> None:
    assert to_thai("ปี 2568 ข้อ ๑") == "ปี ๒๕๖๘ ข้อ ๑"
    assert to_arabic("๙๒.๓๓ 5") == "92.33 5"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("คะแนน 92.33", "คะแนน ๙๒.๓๓"),
        ("ปี2568ผ่าน", "ปี๒๕๖๘ผ่าน"),
        ("ITA 2568", "ITA ๒๕๖๘"),
        ("i1 e2 o10 O10", "i๑ e๒ o๑๐ O๑๐"),
        ("ข้อ i1-i6, e1/e2", "ข้อ i๑-i๖, e๑/e๒"),
        ("โทร. 053-131532", "โทร. ๐๕๓-๑๓๑๕๓๒"),
    ],
)
def test_plain_numbers_and_codes_become_thai(typed: str, printed: str) -> None:
    assert localise(typed, True) == printed


@pytest.mark.parametrize(
    "kept",
    [
        "COVID-19",
        "Windows 10",
        "ISO 9001",
        "ISO 9001:2015",
        "H1N1",
        "MP3",
        "https://ita.example.go.th/2568/o1",
        "www.example.go.th/1",
        "example1.go.th/2568",
        "clerk1@example.com",
        "แผน2568.pdf",
        "A4",
    ],
)
def test_names_and_addresses_keep_their_digits(kept: str) -> None:
    assert localise(kept, True) == kept
    assert localise(f"ดู {kept} หน้า 5", True) == f"ดู {kept} หน้า ๕"


def test_arabic_digits_spare_addresses() -> None:
    assert localise("ข้อ ๑ https://a.go.th/๒ ก๓@b.go.th", False).startswith("ข้อ 1 https://a.go.th/๒")


@given(st.text(alphabet=MIXED, max_size=40), st.booleans())
def test_localising_twice_changes_nothing_more(text: str, thai: bool) -> None:
    once = localise(text, thai)
    assert localise(once, thai) == once
    assert to_arabic(once) == to_arabic(text)
