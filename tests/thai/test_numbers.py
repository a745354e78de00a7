from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadesk.errors import BadValue
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score, parse_score

NAME = "คะแนนข้อ i๗"


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        ("๙๙.๓๘", "99.38"),
        (" 85 ", "85"),
        ("0", "0"),
        ("100.00", "100"),
        (99.38000000000001, "99.38"),
        (0.1, "0.1"),
        (100, "100"),
        (100.00000000001, "100"),
        (Decimal("99.5"), "99.5"),
        ("85\u200b", "85"),
    ],
)
def test_scores_in_either_digits_and_from_a_workbook(typed: object, score: str) -> None:
    assert parse_score(typed) == Decimal(score)  # type: ignore[arg-type]


@pytest.mark.parametrize("empty", ["", "  ", "-", "–", None])
def test_no_score_is_none_not_zero(empty: str | None) -> None:
    assert parse_score(empty) is None


def test_the_sentence_names_place_range_value_and_next_step() -> None:
    with pytest.raises(BadValue) as error:
        parse_score("๑๐๐.๐๑", name=NAME)
    assert str(error.value) == "คะแนนข้อ i๗ ต้องอยู่ระหว่าง ๐ ถึง ๑๐๐ (กรอกไว้ ๑๐๐.๐๑) โปรดแก้ไขคะแนน"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("100.01", "กรอกไว้ 100.01"),
        (100.01, "กรอกไว้ ๑๐๐.๐๑"),
        ("\u22121", "กรอกไว้ \u22121"),
        (-1, "กรอกไว้ -๑"),
        ("95,5", "โปรดพิมพ์ 95.5"),
        ("๙๕,๕", "โปรดพิมพ์ ๙๕.๕"),
        ("ดีมาก", "กรอกไว้ ดีมาก"),
        ("95%", "โปรดกรอกเฉพาะตัวเลข 95"),
        ("#N/A", "Excel (#N/A)"),
        ("#DIV/0!", "Excel (#DIV/0!)"),
        ("NaN", "กรอกไว้ NaN"),
        (float("nan"), "คำนวณไม่ได้"),
        (float("inf"), "คำนวณไม่ได้"),
        ("1e3", "กรอกไว้ 1e3"),
        (True, "กรอกไว้ TRUE"),
        ("1,000", "กรอกไว้ 1,000"),
        (1e300, "ต้องอยู่ระหว่าง"),
    ],
)
def test_what_is_no_score_is_refused_with_the_value_typed(typed: object, said: str) -> None:
    with pytest.raises(BadValue) as error:
        parse_score(typed, name=NAME)  # type: ignore[arg-type]
    assert str(error.value).startswith(NAME)
    assert said in str(error.value)


def test_an_item_of_all_or_nothing_takes_only_both_ends() -> None:
    assert parse_score("๐", binary=True) == 0
    assert parse_score(100, binary=True) == 100
    with pytest.raises(BadValue, match="๐ หรือ ๑๐๐ เท่านั้น"):
        parse_score("๕๐", binary=True)


def test_two_decimals_half_up() -> None:
    assert format_score(Decimal("90.625")) == "๙๐.๖๓"
    assert format_score(Decimal("90.625"), thai=False) == "90.63"
    assert format_score(Decimal(100), thai=False) == "100.00"
    assert format_score(None) == ""


@given(st.decimals(0, 100, places=2))
def test_what_is_printed_is_read_back(score: Decimal) -> None:
    assert parse_score(format_score(score)) == score
    assert parse_score(float(score)) == score
    assert parse_score(to_thai(str(score))) == score


@given(st.text(max_size=20))
def test_any_text_gives_a_score_or_a_sentence(text: str) -> None:
    try:
        score = parse_score(text)
    except BadValue:
        return
    assert score is None or 0 <= score <= 100
