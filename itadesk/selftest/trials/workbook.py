"""A year is given out as Excel and taken in by an empty file."""

from __future__ import annotations

from contextlib import closing

from itadesk.selftest import Found, Place, Trial, Verdict
from itadesk.selftest.sampling import sample_file
from itadesk.services.exchange import apply_import, export_workbook, plan_import
from itadesk.services.sample import sample_office, sample_year
from itadesk.services.years import load_year
from itadesk.thai.digits import to_thai


def _run(place: Place) -> Found:
    year, target = sample_year(), place.folder / "ข้อมูล ทดสอบ.xlsx"
    with closing(place.storage.read(sample_file(place))) as store:
        export_workbook(store, year, target)
        given = load_year(store, year).assessment.scores
    other = place.folder / "หน่วยงาน รับเข้า.itadesk"
    with closing(place.storage.create(other, sample_office())) as store:
        plan = plan_import(store, target)
        apply_import(store, plan)
        taken = load_year(store, year).assessment.scores
    for file in (target, other):
        file.unlink()
    if dict(given) != dict(taken):
        return Found(Verdict.BAD, "ข้อมูลที่รับเข้าไม่ตรงกับที่ส่งออก", "โปรดติดตั้งโปรแกรมใหม่")
    return Found(Verdict.GOOD, to_thai(f"ส่งออกและรับเข้าได้ตรงกัน {len(plan.rows)} รายการ"))


TRIAL = Trial("workbook", 130, "ไฟล์ Excel", "ส่งออกเป็น Excel แล้วรับเข้าไฟล์เปล่า เทียบคะแนนทุกข้อ", _run)
