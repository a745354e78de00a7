"""หนังสือภายนอก: letters, circulars and reminders on Garuda paper."""

from __future__ import annotations

import re
from collections.abc import Mapping

from itadesk.model.year import YearData
from itadesk.reports.content import Band, Block, Column, Document, Paragraph, Run, Together
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts import classes, official
from itadesk.reports.parts.document_texts import Kit, signer_texts, template_text
from itadesk.reports.parts.letter_texts import LETTERS

ID = "letter"
SENDER_LEFT = 9.375  # cm: half a centimetre right of a Garuda of the usual shape
ENCLOSURE_LEFT = 2.28  # cm: behind the label and two spaces
ENCLOSURE_HANG = 0.6  # cm, the place of "๑."
ENCLOSURE_LABEL = "สิ่งที่ส่งมาด้วย"
_QUANTITY = re.compile(r"(?P<what>.*\S)\s+(?P<many>จำนวน\s*[0-9๐-๙]+\s*\S+)")
_NUMBERED = re.compile(r"[0-9๐-๙]+[.)]\s")
TEXTS = (
    template_text(LETTERS),
    *classes.TEXTS,
    FormText("code", "รหัสหน่วยงานในเลขที่หนังสือ เช่น ตย 0001", ""),
    FormText("number", "เลขที่หนังสือ", ""),
    FormText("circular", "หนังสือเวียน (มี ว หน้าเลขที่)", "", switch=True),
    FormText("place", "ส่วนราชการเจ้าของหนังสือ", "{place}"),
    FormText("address", "ที่อยู่", "{address}", multiline=True),
    FormText("date", "วัน เดือน ปี", ""),
    FormText("subject", "เรื่อง", ""),
    FormText("salutation", "คำขึ้นต้น", "เรียน"),
    FormText("to", "ผู้รับ", "{recipient}"),
    FormText("refer", "อ้างถึง", "", multiline=True),
    FormText("enclosures", "สิ่งที่ส่งมาด้วย บรรทัดละหนึ่งรายการ", "", multiline=True),
    FormText("body", "ข้อความ", "", multiline=True),
    FormText("closing", "คำลงท้าย", "ขอแสดงความนับถือ"),
    *signer_texts("sign", "ผู้ลงนาม", "{head}"),
    FormText("owner", "ส่วนราชการเจ้าของเรื่อง และโทรศัพท์", "{unit}\nโทร. ", multiline=True),
    FormText("copies", "สำเนาส่ง", "", multiline=True),
)
KIT = Kit(ID, TEXTS, LETTERS)


def build(data: YearData, options: Options) -> Document:
    """The parts in the order of the rules, the last lines of text with the closing."""
    words, size = KIT.words(data, options), float(data.settings.body_size)
    speed = classes.speed(words)
    blocks: list[Block] = [
        official.garuda(options, size, classes.SPEED_PITCH * len(speed)),
        *speed,
        _head(words, size),
        official.plain(
            official.long_date(words["date"]),
            size,
            before=official.BEFORE,
            indent=official.PAGE_MIDDLE,
        ),
        official.field("เรื่อง", words["subject"], size),
        official.field(words["salutation"], words["to"], size),
        *_references(words["refer"], size),
        *_enclosures(words["enclosures"], size),
        *official.body(words["body"], size),
        Together(
            (
                official.signature(words, size, closing=words["closing"]),
                *official.owner(words["owner"], size),
                *([official.field("สำเนาส่ง", words["copies"], size)] if words["copies"] else []),
            ),
            company=official.COMPANY,
        ),
    ]
    return official.official(
        words["subject"], blocks, data, options, subject=FORM.title, words=words
    )


def _head(words: Mapping[str, str], size: float) -> Band:
    """The number, and the sender's place as a block that ends at the right margin."""
    lines = [line for line in (words["place"], *words["address"].split("\n")) if line.strip()]
    return Band(
        (
            Column((official.plain(f"ที่ {number_of(words)}", size),)),
            Column(
                tuple(official.plain(line.strip(), size) for line in lines or [""]),
                SENDER_LEFT,
                flush=True,
            ),
        )
    )


def number_of(words: Mapping[str, str]) -> str:
    """code/number, with ว in a circular; a draft has room for the number."""
    code, number = words["code"].strip(), words["number"].strip()
    if "/" in number or not (code or number):
        return number or official.NUMBER_BLANK
    mark = "ว" if words["circular"].strip() and not number.startswith("ว") else ""
    return f"{code}/{mark}{number or official.NUMBER_BLANK}" if code else f"{mark}{number}"


def _references(text: str, size: float) -> list[Block]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    numbered = _with_numbers(lines)
    return [official.field("อ้างถึง", "\n".join(numbered), size)] if numbered else []


def _enclosures(text: str, size: float) -> list[Block]:
    lines = _with_numbers([line.strip() for line in text.split("\n") if line.strip()])
    return [
        Band(
            (
                Column((official.plain("" if place else ENCLOSURE_LABEL, size),)),
                *_enclosure(line, size),
            ),
            0.0 if place else official.BEFORE,
        )
        for place, line in enumerate(lines)
    ]


def _enclosure(line: str, size: float) -> list[Column]:
    found = _QUANTITY.fullmatch(line)
    what = found["what"] if found else line
    hang = ENCLOSURE_HANG if _NUMBERED.match(what) else 0.0
    columns = [Column((Paragraph((Run(what),), size=size, hang=hang),), ENCLOSURE_LEFT)]
    if found:
        columns.append(Column((official.plain(found["many"], size),), flush=True))
    return columns


def _with_numbers(lines: list[str]) -> list[str]:
    """Several lines are numbered unless they are already."""
    if len(lines) < 2 or all(_NUMBERED.match(line) for line in lines):
        return lines
    return [f"{number}. {line}" for number, line in enumerate(lines, start=1)]


def lacking(data: YearData) -> list[str]:
    """What a letter that is to be sent still needs."""
    wanted = {
        "number": "เลขที่หนังสือ",
        "date": "วันที่ของหนังสือ",
        "to": "ผู้รับหนังสือ",
        "sign_name": "ชื่อผู้ลงนาม",
        "sign_position": "ตำแหน่งผู้ลงนาม",
    }
    return official.missing(KIT.words(data, Options()), wanted)


FORM = Form(ID, "หนังสือภายนอก", 60, KIT.shown_texts(), build, lacking, KIT.words, official=True)
