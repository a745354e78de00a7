from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadesk.errors import BadValue
from itadesk.thai.dates import (
    Style,
    fiscal_period,
    fiscal_year_of,
    format_date,
    format_period,
    parse_date,
)

DAYS = st.dates(date(1957, 1, 1), date(2056, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "2025-10-01",
        "2568-10-01",
        "๑ ต.ค. ๒๕๖๘",
        "1 ตุลาคม 2568",
        "1/10/2568",
        "1-10-68",
        "1.10.2568",
        "วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๘",
        "วันพุธที่ 1 ตุลาคม 2568",
        "๑ ต.ค.๖๘",
        "1 ต. ค. 2568",
        "2025-10-01 00:00:00",
        date(2025, 10, 1),
        datetime(2025, 10, 1, 8, 30),
        datetime(2568, 10, 1),
    ],
)
def test_one_day_in_many_spellings(typed: str | date) -> None:
    assert parse_date(typed) == date(2025, 10, 1)


@pytest.mark.parametrize("empty", [None, "", "  ", "-"])
def test_no_date_is_none(empty: str | None) -> None:
    assert parse_date(empty) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 ก.พ. 2568", "มี ๒๘ วัน"),
        ("29/2/2568", "กุมภาพันธ์ ๒๕๖๘"),
        ("1/13/2568", "๑ ถึง ๑๒"),
        ("1/1/1200", "ปีที่ไม่น่าถูกต้อง"),
        ("1/1/2300", "ปีที่ไม่น่าถูกต้อง"),
        ("ต้นปี", "อ่านเป็นวันที่ไม่ได้"),
        (date(2568, 2, 29), "ไม่มีในปฏิทิน"),
    ],
)
def test_a_day_that_is_not_is_refused_by_name(typed: str | date, said: str) -> None:
    with pytest.raises(BadValue) as error:
        parse_date(typed, name="วันเริ่ม")
    assert str(error.value).startswith("วันเริ่ม “")
    assert said in str(error.value)


def test_leap_days_follow_the_common_era() -> None:
    assert parse_date("29/2/2567") == date(2024, 2, 29)


def test_printed_styles() -> None:
    assert format_date(date(2022, 1, 17)) == "๑๗ มกราคม ๒๕๖๕"
    assert format_date(date(2025, 10, 1), "short") == "๑ ต.ค. ๒๕๖๘"
    assert format_date(date(2024, 1, 16), "era", thai=False) == "16 มกราคม พ.ศ. 2567"


def test_the_fiscal_year_turns_on_the_first_of_october() -> None:
    assert fiscal_year_of(date(2025, 9, 30)) == 2568
    assert fiscal_year_of(date(2025, 10, 1)) == 2569
    assert fiscal_period(2569) == (date(2025, 10, 1), date(2026, 9, 30))


@given(DAYS, st.sampled_from(["long", "short", "era"]), st.booleans())
def test_every_printed_day_is_read_back(day: date, style: Style, thai: bool) -> None:
    assert parse_date(format_date(day, style, thai)) == day


@given(DAYS, DAYS, st.booleans())
def test_every_printed_period_is_read_back(one: date, other: date, thai: bool) -> None:
    start, end = sorted((one, other))
    printed = format_period(start, end, thai).split(" – ")
    assert [parse_date(each) for each in printed] == [start, end]


@given(st.text(max_size=25))
def test_any_text_gives_a_day_or_a_sentence(text: str) -> None:
    try:
        day = parse_date(text)
    except BadValue:
        return
    assert day is None or 1950 <= day.year <= 2100
