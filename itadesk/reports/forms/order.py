"""คำสั่ง: appoints the working group."""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.model.year import YearData
from itadesk.reports.content import Band, Block, Column, Document, Paragraph, Run, Together
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts import official
from itadesk.reports.parts.document_texts import Kit, signer_texts
from itadesk.reports.parts.order_texts import ORDER_DUTIES, ORDER_MEMBERS, ORDER_REASON

ID = "order"
MEMBER_LEFT, ROLE_LEFT = 3.3, 10.2  # cm
TEXTS = (
    FormText("title", "ชื่อคำสั่ง", "คำสั่ง{office}", multiline=True),
    FormText("number", "เลขที่คำสั่ง", ""),
    FormText("order_year", "ปี พ.ศ. ของเลขที่คำสั่ง", "{year}"),
    FormText(
        "subject",
        "เรื่อง",
        "แต่งตั้งคณะทำงานขับเคลื่อนการประเมินคุณธรรมและความโปร่งใส",
        multiline=True,
    ),
    FormText("body", "เหตุผล", ORDER_REASON, multiline=True),
    FormText("members", "คณะทำงาน บรรทัดละหนึ่งคน ตำแหน่ง | หน้าที่", ORDER_MEMBERS, True),
    FormText("duties_title", "ข้อความนำหน้าที่", "ให้คณะทำงานมีหน้าที่และอำนาจ ดังนี้"),
    FormText("duties", "หน้าที่และอำนาจ บรรทัดละหนึ่งข้อ", ORDER_DUTIES, multiline=True),
    FormText("effect", "วันเริ่มใช้", "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"),
    FormText("date", "วันที่สั่ง", ""),
    *signer_texts("sign", "ผู้ลงนาม", "{head}"),
)
KIT = Kit(ID, TEXTS, {})


def build(data: YearData, options: Options) -> Document:
    """Garuda, title lines, reason, members, duties, สั่ง ณ วันที่, signature."""
    words, size = KIT.words(data, options), float(data.settings.body_size)
    blocks: list[Block] = [
        official.garuda(options, 0.0),
        official.centred(words["title"], size, before=official.BEFORE),
        official.centred(f"ที่ {number_of(words)}", size),
        official.centred(f"เรื่อง {words['subject']}", size),
        *official.body(words["body"], size),
        *_members(words["members"], size),
        *official.body(words["duties_title"], size),
        *official.body(_numbered(words["duties"]), size),
        *official.body(words["effect"], size),
        Together(
            (
                official.dated("สั่ง ณ วันที่", words["date"], size),
                official.signature(words, size),
            ),
            company=official.COMPANY,
        ),
    ]
    title = f"{words['title']} เรื่อง {words['subject']}"
    return official.official(title, blocks, data, options, subject=FORM.title)


def number_of(words: Mapping[str, str]) -> str:
    """n/year; the year is that of the order's day, for numbers begin anew each calendar year."""
    number = words["number"].strip()
    if "/" in number:
        return number
    year = official.year_of(words["date"]) or words["order_year"].strip()
    return f"{number or official.NUMBER_BLANK}/{year}"


def _members(text: str, size: float) -> list[Block]:
    """A number, who, and as what; lines without | go over the whole width."""
    lines = [line for line in text.split("\n") if line.strip().strip("|").strip()]
    return [_member(number, line, size) for number, line in enumerate(lines, start=1)]


def _member(number: int, line: str, size: float) -> Block:
    who, _, role = (part.strip() for part in line.partition("|"))
    mark = "" if official.numbered(who) else f"{number}."
    columns = [
        Column((official.plain(mark, size),), official.INDENT),
        Column((Paragraph((Run(who),), size=size),), MEMBER_LEFT if mark else official.INDENT),
    ]
    if role:
        columns.append(Column((official.plain(role, size),), ROLE_LEFT))
    return Band(tuple(columns if mark else columns[1:]))


def _numbered(text: str) -> str:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or any(official.numbered(line) for line in lines):
        return "\n".join(lines)
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def lacking(data: YearData) -> list[str]:
    """What an order that is to be signed still needs."""
    wanted = {
        "number": "เลขที่คำสั่ง",
        "date": "วันที่สั่ง",
        "sign_name": "ชื่อผู้ลงนาม",
        "sign_position": "ตำแหน่งผู้ลงนาม",
    }
    return official.missing(KIT.words(data, Options()), wanted)


FORM = Form(ID, "คำสั่งแต่งตั้งคณะทำงาน", 63, TEXTS, build, lacking, KIT.words, official=True)
