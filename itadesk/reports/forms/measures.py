"""การกำหนดวิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ: the second part of the development document."""

from __future__ import annotations

from itadesk.lacking import missing_measures
from itadesk.model.year import YearData
from itadesk.reports.content import Document, Section
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts import measures
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.extras import TEXTS as EXTRA_TEXTS
from itadesk.reports.parts.extras import enclosed
from itadesk.reports.parts.finishing import bound
from itadesk.reports.parts.headings import body, title
from itadesk.reports.texts import wording

ID = "measures"
TEXTS = (
    FormText("title", "ชื่อเอกสาร", measures.TITLE, multiline=True),
    FormText(
        "measures_intro",
        "ย่อหน้าเปิด",
        measures.intro("ผลการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสของ"),
        multiline=True,
    ),
    FormText("empty", "คำที่ใช้เมื่อยังไม่มีมาตรการ", "ยังไม่ได้กำหนดมาตรการ"),
    *measures.TEXTS,
    *EXTRA_TEXTS,
)


def build(data: YearData, options: Options) -> Document:
    """Title, opening paragraph, then a table an indicator."""
    words = wording(ID, TEXTS, data, options)
    size = float(data.settings.body_size)
    part = measures.MeasuresPart(data, words, CellStyle.of(data.settings))
    blocks = (
        title(words["title"], size),
        body(words["measures_intro"], size),
        *(part.blocks() or [body(words["empty"], size)]),
    )
    sections = enclosed((Section(blocks),), words, data, options)
    return bound(words["title"], sections, data, options)


def lacking(data: YearData) -> list[str]:
    """Weak indicators without a measure, and measures without who or when."""
    return missing_measures(data)


FORM = Form(ID, "การกำหนดวิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ", 32, TEXTS, build, lacking)
