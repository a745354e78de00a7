"""Generated years of offices without a mistake: other kinds, years, scores and words each time."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

from itadesk.checks import CheckData
from itadesk.findings import lowest
from itadesk.model.assessment import Assessment, QuestionScore
from itadesk.model.document import DocumentRecord, DocumentState, Signatory
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.office import Office, OfficeKind, Settings
from itadesk.model.result import NOTHING
from itadesk.model.work import Finding, Measure, RoundReport, RoundStatus, Step
from itadesk.model.year import YearData
from itadesk.published import published
from itadesk.reports.parts.names import head_title
from itadesk.scoring import score
from itadesk.services.years import shipped_catalogue
from itadesk.thai.dates import fiscal_period
from itadesk.thai.digits import to_thai

OFFICES = (
    ("องค์การบริหารส่วนตำบลหนองสมมุติ", OfficeKind.SAO),
    ("เทศบาลตำบลทุ่งทดลอง", OfficeKind.TOWN),
    ("เทศบาลเมืองบ้านจำลอง", OfficeKind.MUNICIPALITY),
    ("เทศบาลนครสมมุติธานี", OfficeKind.CITY),
    ("สำนักงานทดลองแห่งสมมุติ", OfficeKind.OTHER),
)
UNITS = ("สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "หน่วยตรวจสอบภายใน")
WHO = ("ผู้ตอบแบบวัดบางรายเห็นว่า", "ผู้รับบริการบางส่วนรู้สึกว่า", "บุคลากรบางคนเข้าใจว่า")
WHAT = (
    "การให้บริการยังไม่เท่าเทียมกันในช่วงที่มีผู้มาติดต่อจำนวนมาก",
    "การจัดซื้อจัดจ้างเอื้อประโยชน์แก่บางราย เพราะไม่ทราบขั้นตอนการคัดเลือก",
    "ขั้นตอนการขอยืมครุภัณฑ์ยุ่งยากและใช้แบบฟอร์มหลายฉบับ",
    "ช่องทางแจ้งเรื่องร้องเรียนยังไม่ปกปิดชื่อผู้แจ้งเพียงพอ",
    "ข้อมูลบนเว็บไซต์ปรับปรุงล่าช้ากว่าเหตุการณ์จริงหลายสัปดาห์",
    "คำตอบทางโทรศัพท์ยังไม่ชัดเจนและใช้ถ้อยคำที่เข้าใจยาก",
    "ผลการรับฟังความคิดเห็นยังไม่ได้แจ้งกลับไปยังผู้เสนอ",
    "แผนงานของปีงบประมาณยังไม่ได้อธิบายให้พนักงานใหม่ทราบ",
    "การมอบหมายงานยังไม่ได้ทำเป็นลายลักษณ์อักษรทุกครั้ง",
    "สถิติการให้บริการยังไม่ครบทุกงานและทุกเดือน",
)
HOW = (
    "จัดทำคู่มือฉบับย่อและชี้แจงในการประชุมประจำเดือน",
    "เผยแพร่ขั้นตอนและเหตุผลด้วยภาษาที่เข้าใจง่ายทุกไตรมาส",
    "มอบหมายผู้รับผิดชอบประจำวันและบันทึกสถิติการตอบ",
    "เปิดช่องทางออนไลน์ที่ใช้ได้ตลอดเวลาและทดสอบทุกสัปดาห์",
)


def generated(number: int) -> CheckData:
    """The office with this number; the same one each time."""
    chance = random.Random(number)
    year = chance.choice((2566, 2567, 2568))
    catalogue = shipped_catalogue(year)
    name, kind = chance.choice(OFFICES)
    office = Office(name, kind, "จังหวัดสมมุติ", "อำเภอทดลอง")
    scores = {
        question.code: QuestionScore(question.code, _value(chance, question.binary))
        for question in catalogue.questions
    }
    assessment = Assessment(
        year, year + 1, catalogue.id, scores, announced_on=f"{year - 543}-08-01"
    )
    result = score(catalogue, assessment)
    official = {str(no): round(f.computed, 2) for no, f in result.indicators.items()}
    assessment = replace(assessment, official=official if chance.random() < 0.5 else {})
    data = YearData(
        office, Settings(units=UNITS), catalogue, assessment, score(catalogue, assessment)
    )
    data = replace(data, findings=_findings(data, chance))
    data = replace(data, measures=_measures(data, chance), limitations=_limitations(chance))
    data = replace(data, rounds=_rounds(data), documents=_documents(data), texts=_texts(data))
    data = replace(data, files=(KeptFile(FileRole.EVIDENCE, "สรุป.pdf", 1, measure=1, months=6),))
    return CheckData(data, plan=shipped_catalogue(year + 1))


def _value(chance: random.Random, binary: bool) -> Decimal:
    if binary:
        return Decimal(100 if chance.random() < 0.9 else 0)
    return Decimal(chance.randrange(6000, 10000)) / 100


def _findings(data: YearData, chance: random.Random) -> tuple[Finding, ...]:
    causes = chance.sample(WHAT, len(WHAT))
    found = []
    for indicator, cause in zip(data.catalogue.indicators, causes, strict=True):
        codes = lowest(data.catalogue, data.result, indicator.no).codes
        known = [c for c in codes if data.catalogue.question(c).text.confirmed]
        if not codes or len(known) < len(codes):
            continue  # the text of a question nobody has confirmed is told of
        figure = data.result.questions.get(codes[0], NOTHING)
        told = f"ข้อคำถามที่ได้คะแนนน้อยที่สุด คือ {codes[0]} ได้ {figure.value:.2f} คะแนน"
        words = f"{chance.choice(WHO)}{cause}"
        named = codes if chance.random() < 0.5 else ()
        guideline = f"{chance.choice(HOW)} (อ้างอิงจาก o{chance.randrange(1, 20)})"
        found.append(
            Finding(len(found) + 1, indicator.no, None, named, words, guideline, to_thai(told))
        )
    return tuple(found)


def _measures(data: YearData, chance: random.Random) -> tuple[Measure, ...]:
    start, end = fiscal_period(data.assessment.plan_year)
    made = []
    for number, indicator in enumerate(data.catalogue.indicators, 1):
        steps = tuple(Step(to_thai(f"{n}. {how}")) for n, how in enumerate(HOW, 1))
        made.append(
            Measure(
                id=number,
                position=number,
                indicator=indicator.no,
                activities=to_thai(f"๑. โครงการที่ {number} ของหน่วยงาน\n๒. ติดตามผลทุก ๖ เดือน"),
                analysis=f"{chance.choice(WHO)}{WHAT[number % len(WHAT)]}",
                steps=steps,
                start=start,
                end=end,
                units=(UNITS[number % len(UNITS)],),
            )
        )
    return tuple(made)


def _rounds(data: YearData) -> tuple[RoundReport, ...]:
    return tuple(
        RoundReport(
            measure.id,
            6,
            output=to_thai(f"ดำเนินการครั้งที่ {measure.position} แล้วเสร็จตามแผนที่กำหนดไว้"),
            outcome=to_thai(f"ผู้รับบริการทราบขั้นตอนมากขึ้น จำนวน {measure.position} งานบริการ"),
            status=RoundStatus.DONE if measure.id == 1 else RoundStatus.UNDER_WAY,
        )
        for measure in data.measures[:4]
    )


def _limitations(chance: random.Random) -> tuple[str, ...]:
    return (f"บุคลากรมีภารกิจหลายด้าน {chance.choice(HOW)}", "ผู้รับบริการไม่สะดวกตอบแบบวัดออนไลน์")


def _documents(data: YearData) -> tuple[DocumentRecord, ...]:
    plan_year, name = data.assessment.plan_year, data.office.name
    subject = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสของ{name} ประจำปีงบประมาณ พ.ศ. {plan_year}"
    body = (
        f"ตามที่{name}ได้ทราบผลการประเมิน ประจำปีงบประมาณ พ.ศ. {data.year} นั้น\n"
        f"จึงได้กำหนดมาตรการ ประจำปีงบประมาณ พ.ศ. {plan_year}"
    )
    signer = Signatory("นายตัวอย่าง ใจดี", "", head_title(data.office) or "ผู้อำนวยการ")
    day = date(data.year - 543, 11, 3)
    draft = DocumentRecord(
        1, "letter", "", None, {"subject": to_thai(subject), "body": to_thai(body)}, (signer,)
    )
    sent = DocumentRecord(2, "memo", "1/2", day, {}, (signer,), DocumentState.SIGNED)
    return draft, sent


def _texts(data: YearData) -> dict[tuple[str, str], str]:
    items = published().get(data.assessment.plan_year, ("",))
    title = (
        f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. {{plan_year}} ({items[0]})"
    )
    lead = "ตัวชี้วัดที่ ๓ การใช้อำนาจ และตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ ของ{office}"
    return {("results", "title"): title, ("results", "intro"): lead}
