"""An office file: made, written with every line on the disk, locked, checked, copied."""

from __future__ import annotations

from contextlib import closing
from statistics import median
from time import perf_counter

from itadesk.errors import ItadeskError
from itadesk.ports import Store
from itadesk.selftest import Found, Place, Trial, Verdict
from itadesk.selftest.sampling import sample_file
from itadesk.services.sample import sample_year
from itadesk.services.scores import record_score
from itadesk.services.years import load_year
from itadesk.thai.digits import to_thai

_TIMES = 12
_SLOW = 250  # ms a saved field; a clerk would feel it


def _run(place: Place) -> Found:
    path = sample_file(place)
    took = _written(place)
    problems = [*place.storage.verify(path)]
    copy = place.storage.back_up(path, place.folder / "สำเนา")
    problems += place.storage.verify(copy)
    if problems:
        return Found(Verdict.BAD, problems[0], "โปรดเก็บไฟล์ไว้ที่อื่น แล้วตรวจอีกครั้ง")
    words = to_thai(f"ไฟล์สมบูรณ์ สำเนาตรงกัน บันทึกหนึ่งช่องใช้ {took:.0f} มิลลิวินาที")
    if not _locked(place):
        return Found(
            Verdict.BAD,
            f"{words} แต่ที่เก็บนี้ไม่กันการเขียนพร้อมกัน",
            "อย่าเปิดไฟล์เดียวกันจากสองเครื่อง โปรดเก็บไฟล์ไว้ในเครื่อง",
        )
    if took > _SLOW:
        return Found(Verdict.LOOK, words, "ที่เก็บนี้ช้า โปรดเก็บไฟล์ไว้ในเครื่อง แล้วสำรองไป USB หรือเครือข่าย")
    return Found(Verdict.GOOD, words)


def _written(place: Place) -> float:
    """Milliseconds of one saved field, the middle one of some."""
    year, taken = sample_year(), []
    with closing(place.storage.open(sample_file(place))) as store:
        code = _code(store, year)
        for number in range(_TIMES):
            began = perf_counter()
            record_score(store, year, code, str(60 + number))
            taken.append(perf_counter() - began)
    return median(taken) * 1000


def _locked(place: Place) -> bool:
    """True when a second one cannot write while the first is at it."""
    path, year = sample_file(place), sample_year()
    with closing(place.storage.open(path)) as first, closing(place.storage.open(path)) as second:
        code = _code(first, year)
        try:
            with first.transaction("ทดสอบ"):
                record_score(first, year, code, "70")
                record_score(second, year, code, "80")
        except ItadeskError:
            return True
    return False


def _code(store: Store, year: int) -> str:
    """Any question of the year."""
    return next(load_year(store, year).catalogue.questions).code


TRIAL = Trial(
    "keeping",
    80,
    "ไฟล์ของหน่วยงาน",
    "สร้างไฟล์ตัวอย่าง บันทึก ๑๒ ครั้ง ตรวจทั้งไฟล์ สำรอง และเขียนพร้อมกันสองทาง",
    _run,
)
