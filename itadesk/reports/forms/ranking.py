"""มาตรการที่ต้องดำเนินการ by indicator, the lowest score first, signed by the head."""

from __future__ import annotations

from itadesk.lacking import missing_measures, missing_scores
from itadesk.model.year import YearData
from itadesk.reports.content import Block, Document, Paragraph, Run, Section
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts import ranking, signature
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.extras import TEXTS as EXTRA_TEXTS
from itadesk.reports.parts.extras import enclosed
from itadesk.reports.parts.finishing import bound
from itadesk.reports.parts.headings import title
from itadesk.reports.texts import wording

ID = "ranking"
TEXTS = (
    FormText(
        "title",
        "ชื่อเอกสาร",
        "มาตรการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
        "ประจำปีงบประมาณ พ.ศ. {plan_year}\n{office}",
        multiline=True,
    ),
    *ranking.TEXTS,
    FormText(
        "note",
        "หมายเหตุท้ายตาราง",
        "หมายเหตุ : คะแนนที่ได้รับเป็นผลการประเมินของปีงบประมาณ พ.ศ. {year} เรียงจากน้อยไปมาก",
        multiline=True,
    ),
    *signature.TEXTS,
    *EXTRA_TEXTS,
)


def build(data: YearData, options: Options) -> Document:
    """Title, table, note and signature; the note keeps the signature company on a new page."""
    words = wording(ID, TEXTS, data, options)
    size, style = float(data.settings.body_size), CellStyle.of(data.settings)
    note = Paragraph((Run(words["note"]),), size=style.size, before=2.0, keep_with_next=True)
    blocks: tuple[Block, ...] = (
        title(words["title"], size),
        ranking.RankingPart(data, words, style).table(),
        *([note] if words["note"] else []),
        *signature.signature(words, size),
    )
    sections = enclosed((Section(blocks),), words, data, options)
    return bound(words["title"], sections, data, options)


def lacking(data: YearData) -> list[str]:
    """Scores and measures that are not there yet."""
    return [*missing_scores(data), *missing_measures(data)]


FORM = Form(ID, "มาตรการที่ต้องดำเนินการ เรียงตามคะแนน", 40, TEXTS, build, lacking)
