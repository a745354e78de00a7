"""Published results, written as workbooks and taken in."""

import json
from pathlib import Path

import pytest

from itadesk.model.result import shown
from itadesk.services.exchange import apply_import, plan_import
from itadesk.services.years import load_year

from .workbooks import office_rows, save, score_rows

SEEDS = Path(__file__).parents[2] / ".." / "shared" / "seed-data"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the published results are not here")


def seed(number):
    return json.loads((SEEDS / f"{number}.json").read_text("utf-8"))


def taken(store, path):
    plan = plan_import(store, path)
    assert not plan.refused, [row.message for row in plan.rows if row.result == "refused"]
    apply_import(store, plan)
    return load_year(store, plan.year)


def lines(value):
    return "\n".join(value) if isinstance(value, list) else value


def head(found):
    agency = found["agency"]
    return office_rows(
        {
            "ชื่อหน่วยงาน": agency["name_th"],
            "ประเภท": agency["kind"],
            "ปีงบประมาณที่ประเมิน": found["scores_fiscal_year"],
        }
    )


@pytest.mark.parametrize("key", ["score", "score_text"])
def test_002_gives_the_means_of_its_indicators(empty, tmp_path, key):
    found = seed("002")
    indicators = [one for one in found["indicators"] if "no" in one]
    scores = [
        {"ข้อ": q["code_text"], "ข้อคำถาม": q["text_th"], "คะแนน": q[key]}
        for one in indicators
        for q in one["questions"]
    ]
    findings = [
        {
            "ตัวชี้วัดที่": one["no"],
            "ข้อ": ", ".join(low["code"] for low in one["analysis"]["lowest"]),
            "สาเหตุเกิดจาก": lines(one["analysis"]["cause"]),
            "แนวทางการยกระดับ": lines(one["analysis"]["guideline"]),
        }
        for one in indicators
    ]
    measures = [
        {
            "ลำดับ": number,
            "ตัวชี้วัดที่": one["indicator_no"],
            "มาตรการ โครงการ หรือกิจกรรม": lines(one["มาตรการ โครงการ หรือกิจกรรม"]),
            "ขั้นตอนหรือวิธีการปฏิบัติ": lines(one["ขั้นตอนหรือวิธีการปฏิบัติ"]),
            "วันเริ่ม": one["period_start"],
            "วันสิ้นสุด": one["period_end"],
            "ผู้รับผิดชอบ": one["ผู้รับผิดชอบ"],
        }
        for number, one in enumerate(found["measures"], start=1)
    ]
    sheets = {
        "หน่วยงาน": head(found),
        "คะแนนข้อคำถาม": scores,
        "การวิเคราะห์": findings,
        "มาตรการ": measures,
    }
    data = taken(empty, save(tmp_path / "002.xlsx", sheets, year=None))
    means = [str(shown(data.result.indicators[n].computed)) for n in range(1, 9)]
    assert means == ["99.79", "99.38", "99.38", "99.59", "100.00", "93.33", "93.14", "90.59"]
    assert data.office.name == found["agency"]["name_th"]
    assert [measure.indicator for measure in data.measures] == [
        one["indicator_no"] for one in found["measures"]
    ]
    assert all(measure.start and measure.end and measure.units for measure in data.measures)
    assert len(data.findings) == len([f for f in findings if f["สาเหตุเกิดจาก"]])


def test_001_gives_its_ten_indicators_and_the_overall_score(empty, tmp_path):
    found = seed("001")
    rows = [
        {"ตัวชี้วัดที่": row["indicator_no"], "คะแนนที่ประกาศ": row["คะแนนที่ได้รับ_text"]}
        for row in found["rows"]
    ]
    measures = [
        {
            "ลำดับ": row["ลำดับที่"],
            "ตัวชี้วัดที่": row["indicator_no"],
            "มาตรการ โครงการ หรือกิจกรรม": lines(row["มาตรการที่ต้องดำเนินการ"]),
        }
        for row in found["rows"]
    ]
    sheets = {"หน่วยงาน": head(found), "คะแนนตัวชี้วัด": rows, "มาตรการ": measures}
    data = taken(empty, save(tmp_path / "001.xlsx", sheets, year=None))
    assert data.year == 2564
    for row in found["rows"]:
        figure = data.result.indicators[row["indicator_no"]]
        assert float(figure.value) == row["คะแนนที่ได้รับ"]
    assert str(shown(data.result.overall.computed)) == "90.63"
    assert len(data.measures) == 10


def test_004_gives_its_weak_questions_overall_and_rating(empty, tmp_path):
    found = seed("004")
    scores = {}
    for weak in found["weak_questions"]:
        cells = scores.setdefault(weak["code"], [None, None, None])
        cells[weak["eit_part"] or 0] = weak["score_text"]
    overall = next(one for one in found["results"] if one["year"] == 2567)
    official = [
        {"ตัวชี้วัดที่": "คะแนนภาพรวม", "คะแนนที่ประกาศ": overall["overall_text"]},
        {"ตัวชี้วัดที่": "ระดับ", "คะแนนที่ประกาศ": overall["rating_th"]},
    ]
    measures = [
        {
            "ลำดับ": one["no"],
            "หัวข้อ": one["title"],
            "มาตรการ โครงการ หรือกิจกรรม": lines(one["measures"]),
            "ขั้นตอนหรือวิธีการปฏิบัติ": lines(one["ขั้นตอน/วิธีการปฏิบัติ"]),
            "วันเริ่ม": one["period_start"],
            "วันสิ้นสุด": one["period_end"],
            "ผู้รับผิดชอบ": lines(one["ผู้รับผิดชอบ"]),
        }
        for one in found["measures"]
    ]
    rounds = [
        {
            "ลำดับมาตรการ": one["no"],
            "รอบ": "๑๒ เดือน",
            "ผลการดำเนินการ": lines(one["ผลการดำเนินการ (output)"]),
            "ผลลัพธ์": lines(one["ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ (outcome/result)"]),
        }
        for one in found["measures"]
    ]
    limitations = [{"ข้อจำกัด": text} for text in found["limitations"]]
    sheets = {
        "หน่วยงาน": head(found),
        "คะแนนข้อคำถาม": score_rows({code: tuple(cells) for code, cells in scores.items()}),
        "คะแนนตัวชี้วัด": official,
        "มาตรการ": measures,
        "ผลการดำเนินงาน": rounds,
        "ข้อจำกัด": limitations,
    }
    data = taken(empty, save(tmp_path / "004.xlsx", sheets, year=None))
    assert data.year == 2567
    for weak in found["weak_questions"]:
        entered = data.assessment.scores[weak["code"]]
        field = ("score", "part1", "part2")[weak["eit_part"] or 0]
        assert float(getattr(entered, field)) == weak["score"]
    assert str(data.assessment.official["overall"]) == "91.23"
    assert data.assessment.official_rating == "ผ่าน"
    assert len(data.measures) == len(data.rounds) == len(found["measures"])
    assert len(data.limitations) == len(found["limitations"])
