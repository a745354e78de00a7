"""บันทึกข้อความ: memos, proposals with the opinions of those above, circulars to sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from itadesk.model.year import YearData
from itadesk.reports.content import (
    Align,
    Band,
    Block,
    Column,
    Document,
    Emblem,
    Paragraph,
    Run,
    Together,
)
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts import classes, official
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.circulation import circulation
from itadesk.reports.parts.document_texts import Kit, signer_texts, template_text
from itadesk.reports.parts.letter_texts import MEMOS

ID = "memo"
TITLE = "บันทึกข้อความ"
TITLE_SIZE, TITLE_PITCH, LABEL_SIZE = 29.0, 35.0, 20.0  # pt
SPEED_LEFT = 1.6  # cm: behind the Garuda
TITLE_LEFT = 5.43  # cm: where the title begins when it stands in the middle of the sheet
DATE_LEFT = 7.17  # cm: under the ข of the title
DATE_VALUE = 9.57  # cm: behind its ม
OPINION_SPACE, OPINION_LEAST = 42.0, 30.0  # pt
SECTIONS = ("background", "facts", "consideration", "proposal")
OPINIONS = ("opinion1", "opinion2", "opinion3")
TEXTS = (
    template_text(MEMOS),
    *classes.TEXTS,
    FormText("unit", "ส่วนราชการ", "{unit} {office}"),
    FormText("phone", "โทร.", "โทร. "),
    FormText("code", "รหัสหน่วยงานในเลขที่หนังสือ เช่น ตย 0001", ""),
    FormText("number", "เลขที่หนังสือ", ""),
    FormText("date", "วันที่", ""),
    FormText("subject", "เรื่อง", ""),
    FormText("salutation", "คำขึ้นต้น", "เรียน"),
    FormText("to", "ผู้รับ", ""),
    FormText("background_title", "หัวข้อที่ ๑", "เรื่องเดิม"),
    FormText("background", "เรื่องเดิม", "", multiline=True),
    FormText("facts_title", "หัวข้อที่ ๒", "ข้อเท็จจริง"),
    FormText("facts", "ข้อเท็จจริง", "", multiline=True),
    FormText("consideration_title", "หัวข้อที่ ๓", "ข้อพิจารณา"),
    FormText("consideration", "ข้อพิจารณา", "", multiline=True),
    FormText("proposal_title", "หัวข้อที่ ๔", "ข้อเสนอ"),
    FormText("proposal", "ข้อเสนอ", "", multiline=True),
    FormText("body", "ข้อความ", "", multiline=True),
    *signer_texts("sign", "ผู้ลงนาม", "{chief}"),
    FormText("opinions", "ขอความเห็นตามลำดับชั้น", "", switch=True),
    FormText("opinion1_title", "หัวข้อความเห็นลำดับที่ ๑", "ความเห็นของ{chief}"),
    *signer_texts("opinion1", "ผู้ให้ความเห็นลำดับที่ ๑", "{chief}"),
    FormText("opinion2_title", "หัวข้อความเห็นลำดับที่ ๒", "ความเห็นของ{deputy}"),
    *signer_texts("opinion2", "ผู้ให้ความเห็นลำดับที่ ๒", "{deputy}"),
    FormText("opinion3_title", "หัวข้อความเห็นลำดับที่ ๓", "ข้อสั่งการของ{head}"),
    *signer_texts("opinion3", "ผู้ให้ความเห็นลำดับที่ ๓", "{head}"),
    FormText("initials", "ผู้ลงชื่อย่อ บรรทัดละหนึ่งตำแหน่ง", "", multiline=True),
    FormText("circulate", "ผู้รับแจ้งเวียน บรรทัดละหนึ่งราย", "", multiline=True),
)
KIT = Kit(ID, TEXTS, MEMOS)


def build(data: YearData, options: Options) -> Document:
    """Head lines with dotted leaders, text, signature, and what others write below it."""
    words, size = KIT.words(data, options), float(data.settings.body_size)
    text = [*_sections(words, size), *official.body(words["body"], size)]
    blocks: list[Block] = [
        *_top(options, classes.speed(words)),
        *_head(words, size),
        *text,
        Together((official.signature(words, size),), company=official.COMPANY),
        *_initials(words["initials"], size),
        *(block for key in _opinions(words) for block in _opinion(words, key, size)),
        *circulation(words["circulate"], CellStyle.of(data.settings)),
    ]
    return official.official(
        words["subject"], blocks, data, options, subject=FORM.title, words=words
    )


def _top(options: Options, speed: Sequence[Paragraph]) -> list[Block]:
    """The Garuda and the title, level with its foot; a class of speed stands between them."""
    title = replace(official.centred(TITLE, TITLE_SIZE), pitch=TITLE_PITCH)
    if not speed:
        return [Emblem(1.5, options.emblem, Align.LEFT, rise=TITLE_PITCH), title]
    drop = (classes.SPEED_SIZE - TITLE_SIZE) * official.ASCENT  # on the same baseline
    title = replace(title, align=Align.LEFT, tail=0.0)
    beside = tuple(replace(each, pitch=TITLE_PITCH) for each in speed)
    return [
        Emblem(1.5, options.emblem, Align.LEFT, rise=TITLE_PITCH + drop),
        Band((Column(beside, SPEED_LEFT), Column((title,), TITLE_LEFT))),
    ]


def _head(words: Mapping[str, str], size: float) -> list[Block]:
    unit = "  ".join(filter(None, (words["unit"].strip(), words["phone"].strip())))
    code, number = words["code"].strip(), words["number"].strip()
    if code and "/" not in number:
        number = f"{code}/{number or official.NUMBER_BLANK}"
    date = official.long_date(words["date"])
    return [
        Band((_label("ส่วนราชการ"), _value(unit, size))),
        Band(
            (
                _label("ที่"),
                _value(number, size),
                _label("วันที่", DATE_LEFT),
                _value(date, size, DATE_VALUE),
            )
        ),
        Band((_label("เรื่อง"), _value(words["subject"], size))),
        official.field(words["salutation"], words["to"], size),
    ]


def _label(text: str, left: float | None = None) -> Column:
    return Column((Paragraph((Run(text, bold=True),), size=LABEL_SIZE),), left)


def _value(text: str, size: float, left: float | None = None) -> Column:
    return Column((official.plain(text, size),), left, leader=True)


def _sections(words: Mapping[str, str], size: float) -> list[Block]:
    """Numbered through, those without text left out; several lines are numbered below them."""
    blocks: list[Block] = []
    written = [key for key in SECTIONS if words[key].strip()]
    for number, key in enumerate(written, start=1):
        heading = f"{number}. {words[f'{key}_title']}"
        blocks.append(
            Paragraph(
                (Run(heading, bold=True),),
                size=size,
                first=official.INDENT,
                before=official.BEFORE,
                keep_with_next=True,
            )
        )
        lines = [line.strip() for line in words[key].split("\n") if line.strip()]
        if len(lines) > 1 and not any(official.numbered(line) for line in lines):
            lines = [f"{number}.{place} {line}" for place, line in enumerate(lines, start=1)]
        blocks += official.body("\n".join(lines), size)
    return blocks


def _initials(text: str, size: float) -> list[Block]:
    """Position, dots for the initials, วันที่, dots: a line each."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return [
        Band(
            (
                Column((official.plain(line, size),)),
                Column((official.plain("", size),), leader=True),
                Column((official.plain("วันที่", size),), official.PAGE_MIDDLE),
                Column((official.plain("", size),), 8.6, leader=True),
            ),
            0.0 if place else official.BEFORE_CLOSING,
        )
        for place, line in enumerate(lines)
    ]


def _opinions(words: Mapping[str, str]) -> list[str]:
    return [key for key in OPINIONS if words["opinions"].strip() and words[f"{key}_position"]]


def _opinion(words: Mapping[str, str], key: str, size: float) -> list[Block]:
    """Title, two dotted lines to write on, signature."""
    title = Paragraph((Run(words[f"{key}_title"], bold=True),), size=size, before=12.0)
    dots = Band((Column((official.plain("", size),), leader=True),))
    signed = official.signature(words, size, key=key, space=OPINION_SPACE, least=OPINION_LEAST)
    return [Together((title, dots, dots, signed))]


def lacking(data: YearData) -> list[str]:
    """What a memo that is to be handed in still needs."""
    wanted = {
        "number": "เลขที่บันทึกข้อความ",
        "date": "วันที่ของบันทึกข้อความ",
        "to": "ผู้รับบันทึกข้อความ",
        "sign_name": "ชื่อผู้ลงนาม",
        "sign_position": "ตำแหน่งผู้ลงนาม",
    }
    return official.missing(KIT.words(data, Options()), wanted)


FORM = Form(ID, "บันทึกข้อความ", 61, KIT.shown_texts(), build, lacking, KIT.words, official=True)
