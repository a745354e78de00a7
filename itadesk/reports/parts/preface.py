"""คำนำ: what the report is, from whom and when."""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.errors import BadValue
from itadesk.reports.content import Align, Block, Paragraph, Run
from itadesk.reports.forms import FormText
from itadesk.reports.parts.headings import body, title
from itadesk.thai.dates import ERA, MONTHS, parse_date

LEFT = 7.0  # cm; office and time stand in the right half
TEXTS = (
    FormText("with_preface", "พิมพ์คำนำ", "", switch=True),
    FormText("preface_title", "หัวเรื่องคำนำ", "คำนำ"),
    FormText(
        "preface",
        "เนื้อความคำนำ",
        "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
        "(Integrity and Transparency Assessment : ITA) "
        "ช่วยให้หน่วยงานเห็นจุดแข็งและจุดที่ควรปรับปรุงของตนเอง "
        "จากคำตอบของบุคลากรภายใน ของประชาชนผู้มาติดต่อ และจากข้อมูลที่เปิดเผยต่อสาธารณะ\n"
        "{office} ได้คะแนนภาพรวมประจำปีงบประมาณ พ.ศ. {year} เท่ากับ {overall} คะแนน ระดับ {rating} "
        "จึงนำผลนั้นมาทบทวนร่วมกันทุก{parts} แล้วจัดทำเอกสารฉบับนี้ขึ้น "
        "เพื่อใช้ยกระดับคุณธรรมและความโปร่งใสของหน่วยงานในปีงบประมาณ พ.ศ. {plan_year}\n"
        "{office} ขอขอบคุณผู้บริหาร {staff} และประชาชนที่ให้ความร่วมมือในการประเมิน "
        "และหวังว่าเอกสารฉบับนี้จะเป็นประโยชน์ต่อการพัฒนาการให้บริการประชาชนต่อไป",
        multiline=True,
    ),
    FormText("preface_office", "ชื่อหน่วยงานท้ายคำนำ", "{office}"),
    FormText("preface_time", "เวลาท้ายคำนำ เมื่อเอกสารยังไม่มีวันที่", "ปีงบประมาณ พ.ศ. {plan_year}"),
    FormText("date", "วันที่ของเอกสาร (พิมพ์เดือนและปีท้ายคำนำ)", ""),
)


def blocks(words: Mapping[str, str], size: float) -> tuple[Block, ...]:
    """Nothing when the office wants no preface."""
    if not words["with_preface"]:
        return ()
    head = title(words["preface_title"], size + 2)
    paragraphs = (body(line, size) for line in words["preface"].split("\n") if line.strip())
    ends = [line for line in (words["preface_office"].strip(), _time(words)) if line]
    signed = (
        Paragraph(
            (Run(line),),
            size=size,
            align=Align.CENTRE,
            indent=LEFT,
            before=0.0 if place else 24.0,
            keep_with_next=place + 1 < len(ends),
        )
        for place, line in enumerate(ends)
    )
    return (head, *paragraphs, *signed)


def _time(words: Mapping[str, str]) -> str:
    """Month and year of the document's day; a day that is none is printed as it was typed."""
    typed = words["date"].strip()
    try:
        day = parse_date(typed)
    except BadValue:
        return typed
    return f"{MONTHS[day.month - 1]} {day.year + ERA}" if day else words["preface_time"].strip()
