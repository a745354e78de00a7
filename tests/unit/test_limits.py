"""Limitations written in one box."""

import pytest

from itadesk.limits import apart, in_one


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ()),
        ("งบประมาณน้อย\n\nบุคลากรน้อย", ("งบประมาณน้อย", "บุคลากรน้อย")),
        ("๑) งบประมาณน้อย\n2 ) บุคลากรน้อย", ("งบประมาณน้อย", "บุคลากรน้อย")),
        ("1. งบประมาณน้อย\n- บุคลากรน้อย", ("งบประมาณน้อย", "บุคลากรน้อย")),
        ("๑) ด้านบุคลากร\n๑. จำนวนน้อย\n๒) งบประมาณ", ("ด้านบุคลากร\n๑. จำนวนน้อย", "งบประมาณ")),
        ("๑)\n๒) งบประมาณ", ("งบประมาณ",)),
        ("ปี ๒๕๖๗ งบประมาณน้อย", ("ปี ๒๕๖๗ งบประมาณน้อย",)),
    ],
)
def test_each_line_or_number_is_a_limitation(text, wanted):
    assert apart(text) == wanted


def test_what_is_shown_comes_back_the_same():
    kept = ("งบประมาณน้อย", "บุคลากรน้อย\n๑. ไม่ครบอัตรา\n๒. โอนย้ายบ่อย")
    assert apart(in_one(kept)) == kept
