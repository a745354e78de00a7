"""ทะเบียน OIT: the items of a year with answer, addresses, unit and day of the last look."""

from __future__ import annotations

from itadesk.lacking import missing_answers
from itadesk.model.year import YearData
from itadesk.reports.content import Align, Block, Document, Paragraph, Run, Section
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.extras import TEXTS as EXTRA_TEXTS
from itadesk.reports.parts.extras import enclosed
from itadesk.reports.parts.finishing import bound
from itadesk.reports.parts.headings import title
from itadesk.reports.parts.register import TEXTS as PART_TEXTS
from itadesk.reports.parts.register import RegisterPart, counts
from itadesk.reports.texts import filled, wording

ID = "oit-register"
EDGE = 2.0  # cm, left and right
TOP = 2.0  # cm
TEXTS = (
    FormText(
        "title",
        "ชื่อเอกสาร",
        "ทะเบียนการเปิดเผยข้อมูลสาธารณะ (OIT) ประจำปีงบประมาณ พ.ศ. {year}\n{office}",
        multiline=True,
    ),
    FormText(
        "totals",
        "บรรทัดสรุปใต้ชื่อเอกสาร (ว่าง = ไม่พิมพ์)",
        "ทั้งหมด {items} ข้อ : มี {yes} ข้อ ไม่มี {no} ข้อ ยังไม่ได้ตอบ {open} ข้อ",
    ),
    *PART_TEXTS,
    *EXTRA_TEXTS,
)


def build(data: YearData, options: Options) -> Document:
    """Title, totals and one table whose head stands on every page."""
    values = counts(data)
    words = {key: filled(text, values) for key, text in wording(ID, TEXTS, data, options).items()}
    size = float(data.settings.body_size)
    totals = Paragraph(
        (Run(words["totals"]),), size=size, align=Align.CENTRE, after=4.0, keep_with_next=True
    )
    blocks: tuple[Block, ...] = (
        title(words["title"], size),
        *([totals] if totals.text else []),
        RegisterPart(data, words, CellStyle.of(data.settings)).table(),
    )
    section = Section(blocks, landscape=True, left=EDGE, right=EDGE, top=TOP)
    sections = enclosed((section,), words, data, options)
    return bound(words["title"], sections, data, options)


FORM = Form(ID, "ทะเบียนการเปิดเผยข้อมูลสาธารณะ (OIT)", 70, TEXTS, build, missing_answers)
