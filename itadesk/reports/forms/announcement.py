"""ประกาศ: the measures made known to everybody."""

from __future__ import annotations

from itadesk.model.year import YearData
from itadesk.reports.content import Block, Document, Rule, Together
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts import official
from itadesk.reports.parts.document_texts import Kit, signer_texts
from itadesk.reports.parts.letter_texts import MEASURES
from itadesk.reports.parts.order_texts import ANNOUNCEMENT

ID = "announcement"
TEXTS = (
    FormText("title", "ชื่อประกาศ", "ประกาศ{office}", multiline=True),
    FormText("subject", "เรื่อง", MEASURES, multiline=True),
    FormText("body", "ข้อความ", ANNOUNCEMENT, multiline=True),
    FormText("date", "วันที่ประกาศ", ""),
    *signer_texts("sign", "ผู้ลงนาม", "{head}"),
)
KIT = Kit(ID, TEXTS, {})


def build(data: YearData, options: Options) -> Document:
    """Garuda, title lines, a short rule, text, ประกาศ ณ วันที่, signature."""
    words, size = KIT.words(data, options), float(data.settings.body_size)
    blocks: list[Block] = [
        official.garuda(options, 0.0),
        official.centred(words["title"], size, before=official.BEFORE),
        official.centred(f"เรื่อง {words['subject']}", size),
        Rule(before=official.BEFORE, after=official.BEFORE),
        *official.body(words["body"], size),
        Together(
            (
                official.dated("ประกาศ ณ วันที่", words["date"], size),
                official.signature(words, size),
            ),
            company=official.COMPANY,
        ),
    ]
    title = f"{words['title']} เรื่อง {words['subject']}"
    return official.official(title, blocks, data, options, subject=FORM.title)


def lacking(data: YearData) -> list[str]:
    """What an announcement that is to be published still needs."""
    wanted = {
        "date": "วันที่ประกาศ",
        "sign_name": "ชื่อผู้ลงนาม",
        "sign_position": "ตำแหน่งผู้ลงนาม",
    }
    notes = official.missing(KIT.words(data, Options()), wanted)
    return notes if data.measures else ["ยังไม่มีมาตรการ", *notes]


FORM = Form(ID, "ประกาศ", 62, TEXTS, build, lacking, KIT.words, official=True)
