"""Tables of offices as provinces have them in Excel."""

from decimal import Decimal

import pytest

from itadesk.errors import BadValue
from itadesk.exchange.office_lists import read_office_list
from itadesk.exchange.pasting import read_pasted
from itadesk.model.province import ExpectedOffice

TABLE = (
    "ผลการประเมิน ITA ปี ๒๕๖๘\n"
    "ที่\tรหัสหน่วยงาน\tชื่อหน่วยงาน\tประเภท\tอำเภอ\tIIT\tEIT\tOIT\tคะแนนภาพรวม\tระดับ\n"
    "๑\t1001\tองค์การบริหารส่วนตำบลหนึ่ง\tอบต.\tอำเภอเมือง\t๙๕.๑๐\t90\t-\t๙๒.๑๗\tผ่านดี\n"
    "2\t1002\tเทศบาลตำบลสอง\tเทศบาล ตำบล\tเมือง\t\t\t\t95,5\tผ่าน\n"
    "3\t1003\tเทศบาลเมืองสาม\tเทศบาลเมือง\tเมือง\t\t\t\t\t\n"
    "\t\tรวม\t\t\t\t\t\t90\t\n"
)


def test_a_table_with_title_head_thai_digits_and_totals():
    found = read_office_list(read_pasted(TABLE))
    assert found.offices == (
        ExpectedOffice("องค์การบริหารส่วนตำบลหนึ่ง", "1001", "อบต.", "เมือง"),
        ExpectedOffice("เทศบาลเมืองสาม", "1003", "เทศบาลเมือง", "เมือง"),
    )
    (result,) = found.results
    assert result.figures == {
        "IIT": Decimal("95.10"),
        "EIT": Decimal(90),
        "overall": Decimal("92.17"),
    }
    assert result.rating == "ผ่านดี"
    (problem,) = found.problems
    assert problem.startswith("แถวที่ ๔")
    assert "เทศบาลตำบลสอง" in problem


def test_a_column_of_names_needs_no_head():
    found = read_office_list(read_pasted("หน่วยหนึ่ง\nหน่วยสอง\n\n"))
    assert [each.name for each in found.offices] == ["หน่วยหนึ่ง", "หน่วยสอง"]
    assert found.results == ()


@pytest.mark.parametrize("text", ["1\t2\n3\t4", "หน่วยหนึ่ง\tเมือง"])
def test_a_table_without_names_says_what_to_copy(text):
    with pytest.raises(BadValue, match="หัวตาราง"):
        read_office_list(read_pasted(text))
