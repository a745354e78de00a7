"""What an office wrote in a year, text by text, with the words that say where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from itadesk.model.document import DocumentState
from itadesk.model.year import YearData
from itadesk.subjects import where_written
from itadesk.thai.digits import to_thai

SIGNED = (DocumentState.SIGNED, DocumentState.PUBLISHED)  # their texts cannot be mended any more
PAPERS: Mapping[str, str] = {
    "memo": "บันทึกข้อความ",
    "letter": "หนังสือ",
    "order": "คำสั่ง",
    "announcement": "ประกาศ",
    "minutes": "รายงานการประชุม",
}
_FINDING = {"cause": "สาเหตุ", "guideline": "แนวทาง", "conclusion": "บทสรุป"}
_MEASURE = {
    "title": "หัวข้อ",
    "activities": "กิจกรรม",
    "analysis": "ผลการวิเคราะห์",
    "period_text": "ช่วงระยะเวลา",
    "responsible": "ผู้รับผิดชอบ",
    "success": "ตัวชี้วัดความสำเร็จ",
    "target": "ค่าเป้าหมาย",
}
_ROUND = {"output": "ผลผลิต", "outcome": "ผลลัพธ์", "evidence": "หลักฐาน", "obstacles": "ปัญหาอุปสรรค"}


class Of(StrEnum):
    """What a text belongs to."""

    FINDING = "finding"
    MEASURE = "measure"
    ROUND = "round"
    REGISTER = "register"
    LIMITATION = "limitation"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is not empty; `name` says in Thai which, `key` is the field.

    `indicator` is that of the finding or measure it belongs to.
    """

    of: Of
    key: str
    place: str
    name: str
    text: str
    indicator: int | None = None


def texts_of(data: YearData) -> Iterator[Text]:
    """All of a year that can still be mended, in the order of its road."""
    for part in (_findings, _measures, _rounds, _register, _limitations, _documents):
        yield from (each for each in part(data) if each.text.strip())


def _findings(data: YearData) -> Iterator[Text]:
    for each in data.findings:
        issue = each.indicator is None
        of = to_thai(f"ประเด็นที่ {each.issue}" if issue else f"ตัวชี้วัดที่ {each.indicator}")
        for key, word in _FINDING.items():
            text, place = getattr(each, key), where_written(each)
            yield Text(Of.FINDING, key, place, f"{word}ของ{of}", text, each.indicator)


def _measures(data: YearData) -> Iterator[Text]:
    for each in data.measures:
        of, place = to_thai(f"มาตรการลำดับที่ {each.position}"), f"measures:{each.position}"
        for key, word in _MEASURE.items():
            name = f"{word}ของ{of}"
            yield Text(Of.MEASURE, key, place, name, getattr(each, key), each.indicator)
        steps = "\n".join(step.text for step in each.steps)
        yield Text(Of.MEASURE, "steps", place, f"ขั้นตอนของ{of}", steps, each.indicator)


def _rounds(data: YearData) -> Iterator[Text]:
    positions = {each.id: each.position for each in data.measures}
    for each in data.rounds:
        number = positions.get(each.measure_id, 0)
        of = to_thai(f"รอบ {each.months} เดือน มาตรการลำดับที่ {number}")
        for key, word in _ROUND.items():
            place = f"rounds:{each.months}:{number}"
            yield Text(Of.ROUND, key, place, f"{word}{of}", getattr(each, key))


def _register(data: YearData) -> Iterator[Text]:
    for each in data.oit:
        name = f"คำอธิบายในทะเบียนข้อ {to_thai(each.code)}"
        yield Text(Of.REGISTER, "explanation", f"oit:{each.code}", name, each.explanation)


def _limitations(data: YearData) -> Iterator[Text]:
    for n, text in enumerate(data.limitations, 1):
        yield Text(
            Of.LIMITATION, "limitation", "documents:results", to_thai(f"ข้อจำกัดข้อที่ {n}"), text
        )


def _documents(data: YearData) -> Iterator[Text]:
    for (form, key), text in data.texts.items():
        name = f"ข้อความของ{PAPERS.get(form, 'แบบรายงาน')}"
        yield Text(Of.DOCUMENT, key, f"documents:{form}", name, text)
    for document in data.documents:
        if document.state not in SIGNED:
            name = f"ข้อความใน{PAPERS.get(document.form, 'เอกสาร')}"
            for key, text in document.fields.items():
                yield Text(Of.DOCUMENT, key, f"documents:{document.form}", name, text)
