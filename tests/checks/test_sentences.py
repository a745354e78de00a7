"""Sentences that are right and look like mistakes, and some that are wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itadesk.checks import CheckData, examine
from itadesk.services.sample_record import sample_data

RIGHT = (
    "ข้อ i๗ ได้รับคะแนน ๙๗.๕๐ ซึ่งน้อยที่สุดของตัวชี้วัด",
    "หน่วยงานได้รับคะแนน ๙๒.๑๗ อยู่ในระดับผ่านดี",
    "ตัวชี้วัดที่ ๓ การใช้อำนาจ ได้รับคะแนน ๙๘.๕๔ คะแนน",
    "แบบวัด EIT ๘๙.๒๖ คะแนน แบบวัด OIT ๙๑.๒๕ คะแนน",
    "ปี ๒๕๖๗ ข้อ i๗ ได้ ๙๐.๑๒ คะแนน",
    "กำหนดเป้าหมายข้อ i๗ ไม่น้อยกว่า ๙๙.๐๐ คะแนน",
    "ข้อ i๗ มีคะแนนเพิ่มขึ้น ๒.๑๐ จากปีก่อน",
    "ใช้เวลาให้บริการน้อยที่สุด ตามคู่มือ (อ้างอิงจาก o๙)",
    "ตัวชี้วัดที่ได้คะแนนน้อยที่สุดคือ ตัวชี้วัดที่ ๘ จึงเผยแพร่ข้อมูล (อ้างอิงจาก o๒๐)",
    "ข้อที่ได้คะแนนน้อยที่สุด คือ i๑๐ จึงปรับปรุงคู่มือ (อ้างอิงจาก o๘)",
    "ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน",
    "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของทางราชการ",
    "ตัวชี้วัดที่ ๙ และตัวชี้วัดที่ ๑๐ (ข้อ o๑ - o๒๘)",
    "หน่วยงานไม่มีการเลือกปฏิบัติ และไม่พบการเรียกรับผลประโยชน์",
    "มีมาตรการป้องกันการทุจริตและประพฤติมิชอบ",
    "ประกาศ ณ วันที่ ๑ ตุลาคม ๒๕๖๘ เวลา ๐๙.๓๐ น. โทร. ๐ ๒๐๐๐ ๐๐๐๐",
    "๑. จัดประชุม\n๑.๑ เชิญประชุม\n๑.๒ สรุปผล\n๒. เผยแพร่\n๑) ทางเว็บไซต์\n๒) ทางเสียงตามสาย",
    "องค์การบริหารส่วนตำบลตัวอย่างและองค์การบริหารส่วนตำบลใกล้เคียง",
    "ร่วมกับทุกหน่วยงานในจังหวัดและอำเภอ",
    "นำผลการประเมินปี ๒๕๖๘ มากำหนดมาตรการปี ๒๕๖๙",
)
WRONG = (
    ("ข้อ i๗ ได้รับคะแนน ๙๗.๐๕", "analysis.score_differs"),
    ("หน่วยงานได้รับคะแนน ๙๒.๗๑ อยู่ในระดับผ่านดี", "analysis.score_differs"),
    ("แบบวัด EIT ๘๙.๖๒ คะแนน", "analysis.score_differs"),
    ("ข้อที่ได้คะแนนต่ำที่สุด คือ i๙", "analysis.not_lowest"),
    ("ตัวชี้วัดที่ ๗ คุณภาพการดำเนินงาน", "analysis.indicator_name"),
    ("อ้างอิงจาก ๐๓๕", "analysis.unknown_code"),
    ("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๙", "documents.result_year"),
    ("ขององค์กรบริหารส่วนตำบลตัวอย่าง", "documents.office_name"),
)


def told(text):
    data = sample_data()
    first, *rest = data.findings
    written = replace(data, findings=(replace(first, guideline=text), *rest))
    return {remark.id for remark in examine(CheckData(written), slow=True).open}


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not_told(text):
    assert told(text) == set()


@pytest.mark.parametrize(("text", "check"), WRONG)
def test_what_is_wrong_is_told_as_what_it_is(text, check):
    assert told(text) - {"documents.spelling"} == {check}
