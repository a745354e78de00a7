"""What an office's own template may name, and what it stands for in a year.

The names are stable: offices keep templates for years. Each has an English and a Thai one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from itadesk.catalogue.wording import printed_text
from itadesk.findings import lowest
from itadesk.labels import ROUND_STATUS
from itadesk.model.catalogue import Catalogue, Indicator
from itadesk.model.office import Digits
from itadesk.model.oit import OitEntry
from itadesk.model.result import NOTHING
from itadesk.model.work import Measure, RoundReport
from itadesk.model.year import YearData
from itadesk.oit import register
from itadesk.reports.parts.analysis import printed_figure
from itadesk.reports.parts.measures import period_lines, step_line
from itadesk.reports.parts.register import ANSWERS
from itadesk.reports.texts import placeholders
from itadesk.thai.dates import format_date
from itadesk.thai.digits import localise
from itadesk.thai.percent import format_percent

Value = str | list[dict[str, str]]
_AS_TYPED = ("urls",)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A name of a template; one with `fields` is a list, whose entries have them."""

    name: str
    thai: str
    meaning: str = ""
    fields: tuple[Placeholder, ...] = ()


_NO, _SCORE = Placeholder("no", "ลำดับ", "ลำดับที่"), Placeholder("score", "คะแนน", "คะแนนที่ได้")
_CODE, _TEXT = Placeholder("code", "รหัส", "รหัส เช่น i1"), Placeholder("text", "ข้อความ")
_INDICATOR = Placeholder("indicator", "ตัวชี้วัดที่", "เลขที่ของตัวชี้วัด")
PLACEHOLDERS = (
    Placeholder("office", "ชื่อหน่วยงาน", "ชื่อเต็มของหน่วยงาน"),
    Placeholder("district", "อำเภอ", "อำเภอของหน่วยงาน"),
    Placeholder("province", "จังหวัด", "จังหวัดของหน่วยงาน"),
    Placeholder("head", "ตำแหน่งผู้บริหาร", "ตำแหน่งของผู้บริหารหน่วยงาน"),
    Placeholder("year", "ปีที่ประเมิน", "ปีงบประมาณที่ประเมิน"),
    Placeholder("plan_year", "ปีที่ดำเนินมาตรการ", "ปีงบประมาณที่ดำเนินมาตรการ"),
    Placeholder("overall", "คะแนนภาพรวม", "คะแนนภาพรวม"),
    Placeholder("rating", "ระดับ", "ระดับผลการประเมิน"),
    Placeholder("instruments", "แบบวัด", "คะแนนของแบบวัดและส่วนของแบบวัด", (_CODE, _SCORE)),
    Placeholder(
        "indicators",
        "ตัวชี้วัด",
        "ตัวชี้วัดกับคะแนนและผลการวิเคราะห์",
        (
            *(_NO, Placeholder("name", "ชื่อ", "ชื่อตัวชี้วัด"), _SCORE),
            Placeholder("lowest", "ข้อต่ำสุด", "ข้อที่ได้คะแนนน้อยที่สุด"),
            Placeholder("cause", "สาเหตุ", "สาเหตุที่วิเคราะห์ไว้"),
            Placeholder("guideline", "แนวทาง", "แนวทางการยกระดับ"),
        ),
    ),
    Placeholder("questions", "ข้อคำถาม", "ข้อคำถามกับคะแนน", (_CODE, _TEXT, _SCORE, _INDICATOR)),
    Placeholder(
        "measures",
        "มาตรการ",
        "มาตรการตามลำดับ",
        (
            *(_NO, _INDICATOR, Placeholder("title", "หัวข้อ", "หัวข้อ ถ้ากรอกไว้")),
            Placeholder("activities", "กิจกรรม", "มาตรการ โครงการ หรือกิจกรรม"),
            Placeholder("analysis", "ผลการวิเคราะห์"),
            Placeholder("steps", "ขั้นตอน", "ขั้นตอนหรือวิธีการปฏิบัติ"),
            Placeholder("period", "ช่วงเวลา", "ช่วงระยะเวลาดำเนินการ"),
            Placeholder("units", "ผู้รับผิดชอบ", "สำนัก/กองที่รับผิดชอบ"),
        ),
    ),
    Placeholder(
        "rounds",
        "ผลการดำเนินงาน",
        "รายงานผลของมาตรการทุกรอบ",
        (
            Placeholder("no", "ลำดับมาตรการ", "ลำดับที่ของมาตรการ"),
            Placeholder("months", "รอบ", "รอบกี่เดือน"),
            Placeholder("activities", "กิจกรรม", "มาตรการ โครงการ หรือกิจกรรม"),
            Placeholder("output", "ผลการดำเนินการ"),
            Placeholder("outcome", "ผลลัพธ์"),
            Placeholder("progress", "ความก้าวหน้า", "ร้อยละความก้าวหน้า"),
            Placeholder("status", "สถานะ"),
            Placeholder("evidence", "หลักฐาน"),
            Placeholder("obstacles", "ปัญหาอุปสรรค"),
        ),
    ),
    Placeholder("limitations", "ข้อจำกัด", "ข้อจำกัดตามลำดับ", (_NO, _TEXT)),
    Placeholder(
        "register",
        "ทะเบียนข้อมูล",
        "ทะเบียนการเปิดเผยข้อมูลสาธารณะ",
        (
            *(_CODE, _TEXT, Placeholder("answer", "คำตอบ", "มีหรือไม่มีการเปิดเผย")),
            Placeholder("urls", "ที่อยู่เว็บไซต์", "ที่อยู่ตามที่กรอก"),
            Placeholder("explanation", "คำอธิบาย"),
            Placeholder("unit", "หน่วยงานรับผิดชอบ", "สำนัก/กองที่ดูแล"),
            Placeholder("checked_on", "ตรวจล่าสุด", "วันที่ตรวจที่อยู่ล่าสุด"),
        ),
    ),
)


def values_of(data: YearData) -> dict[str, Value]:
    """Every placeholder under both its names, in the digits of the office; addresses as typed."""
    thai = data.settings.digits is Digits.THAI
    texts, lists = placeholders(data), _lists(data)
    found: dict[str, Value] = {}
    for each in PLACEHOLDERS:
        value: Value
        if each.fields:
            value = [_entry(each, raw, thai=thai) for raw in lists[each.name]]
        else:
            value = localise(texts[each.name], thai)
        found |= {each.name: value, each.thai: value}
    return found


def _entry(owner: Placeholder, raw: Mapping[str, str], *, thai: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in owner.fields:
        text = raw[field.name]
        shown = text if field.name in _AS_TYPED else localise(text, thai)
        found |= {field.name: shown, field.thai: shown}
    return found


def _lists(data: YearData) -> dict[str, list[dict[str, str]]]:
    result, catalogue = data.result, data.catalogue
    return {
        "instruments": [
            {"code": code, "score": printed_figure(figure)}
            for code, figure in result.instruments.items()
        ],
        "indicators": [_indicator(data, each) for each in catalogue.indicators],
        "questions": [
            {
                "code": question.code,
                "text": printed_text(question),
                "score": printed_figure(result.questions.get(question.code, NOTHING)),
                "indicator": str(indicator.no),
            }
            for indicator in catalogue.indicators
            for question in indicator.questions
        ],
        "measures": [_measure(number, each) for number, each in enumerate(data.measures, 1)],
        "rounds": [
            _round(number, measure, report)
            for number, measure in enumerate(data.measures, 1)
            for report in sorted(data.rounds, key=lambda each: each.months)
            if report.measure_id == measure.id
        ],
        "limitations": [
            {"no": str(number), "text": text} for number, text in enumerate(data.limitations, 1)
        ],
        "register": [_register_entry(catalogue, e) for e in register(catalogue, data.oit)],
    }


def _indicator(data: YearData, indicator: Indicator) -> dict[str, str]:
    findings = [each for each in data.findings if each.indicator == indicator.no]
    return {
        "no": str(indicator.no),
        "name": indicator.name.text,
        "score": printed_figure(data.result.indicators.get(indicator.no, NOTHING)),
        "lowest": ", ".join(lowest(data.catalogue, data.result, indicator.no).codes),
        "cause": "\n".join(each.cause for each in findings if each.cause),
        "guideline": "\n".join(each.guideline for each in findings if each.guideline),
    }


def _measure(number: int, measure: Measure) -> dict[str, str]:
    return {
        "no": str(number),
        "indicator": "" if measure.indicator is None else str(measure.indicator),
        "title": measure.title,
        "activities": measure.activities,
        "analysis": measure.analysis,
        "steps": "\n".join(map(step_line, measure.steps)),
        "period": "\n".join(period_lines(measure)),
        "units": "\n".join(filter(None, (*measure.units, measure.responsible))),
    }


def _round(number: int, measure: Measure, report: RoundReport) -> dict[str, str]:
    return {
        "no": str(number),
        "months": str(report.months),
        "activities": measure.activities,
        "output": report.output,
        "outcome": report.outcome,
        "progress": format_percent(report.progress),
        "status": ROUND_STATUS[report.status] if report.status else "",
        "evidence": report.evidence,
        "obstacles": report.obstacles,
    }


def _register_entry(catalogue: Catalogue, entry: OitEntry) -> dict[str, str]:
    question, day = catalogue.question(entry.code), entry.checked_on
    return {
        "code": entry.code,
        "text": printed_text(question) if question else "",
        "answer": ANSWERS[entry.answer],
        "urls": "\n".join(entry.urls),
        "explanation": entry.explanation,
        "unit": entry.unit,
        "checked_on": format_date(day, "short", thai=False) if day else "",
    }
