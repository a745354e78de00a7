"""Findings, measures, rounds and limitations that come in."""

from datetime import date

import pytest

from itadesk.model.work import Finding, Measure, RoundReport, RoundStatus, Step
from itadesk.services.exchange import apply_import, plan_import
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from itadesk.services.office import save_limitations, save_round_report
from itadesk.services.years import load_year

from .workbooks import MEASURE, outcomes, refusals, take, with_cell

# findings


def test_a_finding_is_known_by_indicator_issue_and_questions(store, made):
    save_finding(
        store, 2568, Finding(indicator=1, codes=("i1", "i2"), cause="เดิม", guideline="คงไว้")
    )
    rows = [
        {"ตัวชี้วัดที่": 1, "ข้อ": "i๒ และ i๑", "สาเหตุเกิดจาก": "ใหม่"},
        {"ตัวชี้วัดที่": 1, "สาเหตุเกิดจาก": "ข้อต่ำสุด"},
        {"ตัวชี้วัดที่": "๙", "ข้อ": "1-3", "สรุป": "ก"},
        {"ตัวชี้วัดที่": 2},
    ]
    plan = plan_import(store, made({"การวิเคราะห์": rows}))
    assert outcomes(plan) == ["changed", "added", "added"]
    apply_import(store, plan)
    first, second, third = load_year(store, 2568).findings
    assert (first.codes, first.cause, first.guideline) == (("i1", "i2"), "ใหม่", "คงไว้")
    assert (second.codes, second.cause) == ((), "ข้อต่ำสุด")
    assert third.codes == ("o1", "o2", "o3")


def test_a_year_without_a_list_of_issues_takes_the_seven_suggested_ones(store, made):
    rows = [{"ประเด็นที่": number, "สรุป": f"ข้อ {number}"} for number in (1, "๗")]
    take(store, made({"การวิเคราะห์": rows}))
    assert [finding.issue for finding in load_year(store, 2568).findings] == [1, 7]
    refused = plan_import(store, made({"การวิเคราะห์": [{"ประเด็นที่": 8, "สรุป": "ก"}]}))
    assert [row.column for row in refusals(refused)] == ["ประเด็นที่"]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"ตัวชี้วัดที่": 11}, "ตัวชี้วัดที่"),
        ({"ตัวชี้วัดที่": "หนึ่ง"}, "ตัวชี้วัดที่"),
        ({}, "ตัวชี้วัดที่"),
        ({"ประเด็นที่": 99}, "ประเด็นที่"),
        ({"ตัวชี้วัดที่": 1, "ข้อ": "i99"}, "ข้อ"),
        ({"ตัวชี้วัดที่": 1, "ข้อ": "ทุกข้อ"}, "ข้อ"),
    ],
)
def test_a_bad_finding_is_refused(store, made, cells, column):
    rows = [{"สาเหตุเกิดจาก": "ก", **cells}]
    plan = plan_import(store, made({"การวิเคราะห์": rows}))
    assert [row.column for row in refusals(plan)] == [column]


def test_a_text_longer_than_excel_allows_is_refused(store, made):
    rows = [{"ตัวชี้วัดที่": 1, "สาเหตุเกิดจาก": "ก", "สรุป": "ข"}]
    path = with_cell(made({"การวิเคราะห์": rows}), 2, "F2", long_text(), ' t="inlineStr"')
    (row,) = refusals(plan_import(store, path))
    assert row.column == "สรุป"
    assert "๓๒,๗๖๗" in row.message


def long_text():
    return f"<is><t>{'ก' * 32_768}</t></is>"


# measures and rounds


def test_a_measure_is_taken_with_thai_dates_and_units(store, made):
    save_finding(store, 2568, Finding(indicator=1, cause="ก"))
    take(store, made({"มาตรการ": [MEASURE]}))
    (measure,) = load_year(store, 2568).measures
    assert (measure.start, measure.end) == (date(2025, 10, 1), date(2026, 9, 30))
    assert measure.units == ("กองคลัง", "สำนักปลัด")
    assert measure.activities == "๑. ก\n๒. ข"
    assert measure.steps == (Step("๑. ประชุม"), Step("๒. แจ้งเวียน"))
    assert measure.findings == (load_year(store, 2568).findings[0].id,)


def test_a_measure_without_order_goes_last_and_is_not_taken_twice(store, made):
    save_measure(store, 2568, Measure(title="เดิม"))
    rows = [{"หัวข้อ": "ไม่มีลำดับ"}, {"ลำดับ": "๒", "หัวข้อ": "สอง"}]
    path = made({"มาตรการ": rows})
    take(store, path)
    titles = [measure.title for measure in load_year(store, 2568).measures]
    assert titles == ["เดิม", "สอง", "ไม่มีลำดับ"]
    assert plan_import(store, path).changes_nothing


def test_lines_with_only_a_number_are_not_measures(store, made):
    plan = plan_import(store, made({"มาตรการ": [MEASURE, {"ลำดับ": 2}, {"ลำดับ": 3}]}))
    assert outcomes(plan) == ["added"]


def test_a_step_that_stays_keeps_its_own_dates(store, made):
    own = Step("๑. ประชุม", date(2025, 10, 1), None, "กองคลัง")
    save_measure(store, 2568, Measure(title="ก", steps=(own, Step("เดิม"))))
    take(store, made({"มาตรการ": [{"ลำดับ": 1, "ขั้นตอนหรือวิธีการปฏิบัติ": "ใหม่\n๑. ประชุม"}]}))
    (measure,) = load_year(store, 2568).measures
    assert measure.steps == (Step("ใหม่"), own)
    assert measure.title == "ก"


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"วันเริ่ม": "๓๑ ก.พ. ๒๕๖๘"}, "วันเริ่ม"),
        ({"วันเริ่ม": "ตลอดปี"}, "วันเริ่ม"),
        ({"วันเริ่ม": "๑ ต.ค. ๒๕๖๙"}, "วันเริ่ม"),
        ({"ตัวชี้วัดที่": 12}, "ตัวชี้วัดที่"),
        ({"ลำดับ": "ก"}, "ลำดับ"),
        ({"ลำดับ": 0}, "ลำดับ"),
    ],
)
def test_a_bad_measure_is_refused(store, made, cells, column):
    plan = plan_import(store, made({"มาตรการ": [{**MEASURE, **cells}]}))
    assert [row.column for row in refusals(plan)] == [column]


@pytest.mark.parametrize("name", ["6", "๖ เดือน", "รอบ ๖ เดือน", 6])
def test_a_round_is_known_by_measure_and_months(store, made, name):
    made_id = save_measure(store, 2568, Measure(title="ก")).created
    save_round_report(store, RoundReport(made_id, 6, "เดิม", evidence="คงไว้"))
    rows = [
        {
            "ลำดับมาตรการ": 1,
            "รอบ": name,
            "ผลการดำเนินการ": "ใหม่",
            "ร้อยละความก้าวหน้า": "๕๐",
            "สถานะ": "แล้วเสร็จ",
        }
    ]
    take(store, made({"ผลการดำเนินงาน": rows}))
    (report,) = load_year(store, 2568).rounds
    assert (report.output, report.evidence) == ("ใหม่", "คงไว้")
    assert (report.progress, report.status) == (50, RoundStatus.DONE)


def test_a_round_may_come_with_its_measure(store, made):
    save_measure(store, 2568, Measure(title="ก"))
    rows = [{"ลำดับมาตรการ": 2, "รอบ": 12, "ผลลัพธ์": "ดี"}]
    take(store, made({"มาตรการ": [{**MEASURE, "ลำดับ": 2}], "ผลการดำเนินงาน": rows}))
    data = load_year(store, 2568)
    assert [(r.measure_id, r.months) for r in data.rounds] == [(data.measures[1].id, 12)]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"ลำดับมาตรการ": 2}, "ลำดับมาตรการ"),
        ({"ลำดับมาตรการ": None}, "ลำดับมาตรการ"),
        ({"รอบ": None}, "รอบ"),
        ({"รอบ": "ไตรมาส"}, "รอบ"),
        ({"ร้อยละความก้าวหน้า": 101}, "ร้อยละความก้าวหน้า"),
        ({"สถานะ": "เสร็จมั้ง"}, "สถานะ"),
    ],
)
def test_a_bad_round_is_refused(store, made, cells, column):
    save_measure(store, 2568, Measure(title="ก"))
    rows = [{"ลำดับมาตรการ": 1, "รอบ": 6, "ผลลัพธ์": "ดี", **cells}]
    plan = plan_import(store, made({"ผลการดำเนินงาน": rows}))
    assert [row.column for row in refusals(plan)] == [column]


def test_limitations_are_added_and_changed_by_number(store, made):
    save_limitations(store, 2568, ("ก", "ข"))
    rows = [{"ลำดับ": 2, "ข้อจำกัด": "ใหม่"}, {"ข้อจำกัด": "ค"}, {"ข้อจำกัด": "ก"}]
    take(store, made({"ข้อจำกัด": rows}))
    assert load_year(store, 2568).limitations == ("ก", "ใหม่", "ค")
