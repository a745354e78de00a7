"""Names of the sheets and columns of the exchange workbook, format 1; both directions use these."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from itadesk.thai.digits import to_arabic
from itadesk.thai.normalise import normalise

FORMAT = 1
UNIT_SHEET = "unit-sheet 1"  # in place of the format in the sheets of units
LONGEST = 32_767  # characters a cell of Excel holds, in UTF-16 units

OFFICE = "หน่วยงาน"
QUESTIONS = "คะแนนข้อคำถาม"
INDICATORS = "คะแนนตัวชี้วัด"
FINDINGS = "การวิเคราะห์"
MEASURES = "มาตรการ"
ROUNDS = "ผลการดำเนินงาน"
LIMITATIONS = "ข้อจำกัด"
OIT = "ทะเบียน OIT"
META = "_meta"

LABEL, VALUE = "รายการ", "ค่า"
NAME, KIND, OFFICE_CODE, DISTRICT, PROVINCE = (
    "ชื่อหน่วยงาน",
    "ประเภท",
    "รหัสหน่วยงาน",
    "อำเภอ",
    "จังหวัด",
)
YEAR, PLAN_YEAR = "ปีงบประมาณที่ประเมิน", "ปีงบประมาณที่ดำเนินมาตรการ"
OFFICE_LABELS = (NAME, KIND, OFFICE_CODE, DISTRICT, PROVINCE, YEAR, PLAN_YEAR)

INSTRUMENT, INDICATOR, ISSUE = "แบบวัด", "ตัวชี้วัดที่", "ประเด็นที่"
CODE, QUESTION = "ข้อ", "ข้อคำถาม"
SCORE, PART1, PART2 = "คะแนน", "คะแนนส่วนที่ ๑", "คะแนนส่วนที่ ๒"
SCORES = (SCORE, PART1, PART2)
INDICATOR_NAME, COMPUTED, OFFICIAL = "ชื่อตัวชี้วัด", "คะแนนที่คำนวณ", "คะแนนที่ประกาศ"
RATING = "ระดับ"  # the last row of the indicators

CAUSE, GUIDELINE, CONCLUSION = "สาเหตุเกิดจาก", "แนวทางการยกระดับ", "สรุป"
NTH = "รายการที่"  # tells findings of the same indicator, issue and questions apart

ORDER = "ลำดับ"
TITLE, ACTIVITIES, ANALYSIS = "หัวข้อ", "มาตรการ โครงการ หรือกิจกรรม", "ผลการวิเคราะห์"
STEPS, START, END = "ขั้นตอนหรือวิธีการปฏิบัติ", "วันเริ่ม", "วันสิ้นสุด"
UNITS = "ผู้รับผิดชอบ"
RESPONSIBLE, PERIOD_TEXT = "ผู้รับผิดชอบ (ข้อความ)", "ช่วงระยะเวลา (ข้อความ)"
SUCCESS, TARGET, BUDGET, OVERSEER = "ตัวชี้วัดความสำเร็จ", "ค่าเป้าหมาย", "งบประมาณ", "ผู้กำกับติดตาม"
STEP_DETAILS = "รายละเอียดขั้นตอน (ขั้นที่ | วันเริ่ม | วันสิ้นสุด | ผู้รับผิดชอบ)"

MEASURE_ORDER, ROUND = "ลำดับมาตรการ", "รอบ"
OUTPUT, OUTCOME, PROGRESS = "ผลการดำเนินการ", "ผลลัพธ์", "ร้อยละความก้าวหน้า"
STATUS, EVIDENCE, OBSTACLES = "สถานะ", "หลักฐาน", "ปัญหาอุปสรรค"

LIMITATION = "ข้อจำกัด"

ITEM_NAME, ANSWER, URL = "รายการข้อมูล", "มี/ไม่มี", "URL"
EXPLANATION, ITEM_UNIT, CHECKED = "คำอธิบาย", "หน่วยงานรับผิดชอบ", "ตรวจล่าสุด"

META_FORMAT, META_VERSION, META_CATALOGUE = "format", "program version", "catalogue id"
META_OFFICE, META_YEAR, META_HASH = "office id", "year", "content hash"

# The columns of design.md §7 in its order; what follows "ours" may be absent.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    OFFICE: (LABEL, VALUE),
    QUESTIONS: (INSTRUMENT, INDICATOR, CODE, QUESTION, SCORE, PART1, PART2),
    INDICATORS: (INDICATOR, INDICATOR_NAME, COMPUTED, OFFICIAL),
    FINDINGS: (
        *(INDICATOR, ISSUE, CODE, CAUSE, GUIDELINE, CONCLUSION),
        NTH,  # ours
    ),
    MEASURES: (
        *(ORDER, INDICATOR, ISSUE, TITLE, ACTIVITIES, ANALYSIS, STEPS, START, END, UNITS),
        *(RESPONSIBLE, PERIOD_TEXT, SUCCESS, TARGET, BUDGET, OVERSEER, STEP_DETAILS),  # ours
    ),
    ROUNDS: (MEASURE_ORDER, ROUND, OUTPUT, OUTCOME, PROGRESS, STATUS, EVIDENCE, OBSTACLES),
    LIMITATIONS: (ORDER, LIMITATION),
    OIT: (CODE, ITEM_NAME, ANSWER, URL, EXPLANATION, ITEM_UNIT, CHECKED),  # ours
    META: (META_FORMAT, META_VERSION, META_CATALOGUE, META_OFFICE, META_YEAR, META_HASH),
}

# One column of each group must be there, or the sheet says nothing; it is refused then.
NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    OFFICE: ((LABEL,), (VALUE,)),
    QUESTIONS: ((CODE,), SCORES),
    INDICATORS: ((INDICATOR,), (OFFICIAL,)),
    FINDINGS: ((INDICATOR, ISSUE), (CAUSE, GUIDELINE, CONCLUSION)),
    MEASURES: ((TITLE, ACTIVITIES, ANALYSIS, STEPS),),
    ROUNDS: ((MEASURE_ORDER,), (ROUND,)),
    LIMITATIONS: ((LIMITATION,),),
    OIT: ((CODE,), (ANSWER, URL, EXPLANATION, ITEM_UNIT, CHECKED)),
}


def folded(name: str) -> str:
    """A sheet, column or row name without what offices write differently."""
    return _known(name) if len(name) < 400 else _folded(name)


def _folded(name: str) -> str:
    return "".join(to_arabic(normalise(name)).split()).casefold()


_known = lru_cache(maxsize=4096)(_folded)


def width(text: str) -> int:
    """Length as Excel counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
