"""การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร: the analysis and the measures in one document."""

from __future__ import annotations

from itadesk.lacking import missing_analysis, missing_measures, missing_scores
from itadesk.model.year import YearData
from itadesk.reports.content import Document, PageBreak, Section
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts import analysis, measures
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.extras import TEXTS as EXTRA_TEXTS
from itadesk.reports.parts.extras import enclosed
from itadesk.reports.parts.finishing import bound
from itadesk.reports.parts.headings import body, subtitle, title
from itadesk.reports.texts import wording

ID = "development"
TEXTS = (
    FormText("title", "ชื่อเอกสาร", "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร"),
    FormText("analysis_title", "หัวเรื่องส่วนที่ ๑", analysis.TITLE, multiline=True),
    FormText("measures_title", "หัวเรื่องส่วนที่ ๒", measures.TITLE, multiline=True),
    FormText(
        "measures_intro",
        "ย่อหน้าเปิดส่วนที่ ๒",
        measures.intro("ผลการวิเคราะห์ข้างต้นซึ่งเป็นผลการประเมินของ"),
        multiline=True,
    ),
    *analysis.TEXTS,
    *measures.TEXTS,
    *EXTRA_TEXTS,
)


def build(data: YearData, options: Options) -> Document:
    """Both parts, the second on a new page."""
    words = wording(ID, TEXTS, data, options)
    style, size = CellStyle.of(data.settings), float(data.settings.body_size)
    blocks = (
        title(words["title"], size + 2),
        subtitle(words["analysis_title"], size),
        *analysis.AnalysisPart(data, words, style).blocks(),
        PageBreak(),
        title(words["measures_title"], size),
        body(words["measures_intro"], size),
        *measures.MeasuresPart(data, words, style).blocks(),
    )
    sections = enclosed((Section(blocks),), words, data, options)
    return bound(words["title"], sections, data, options)


def lacking(data: YearData) -> list[str]:
    """What the clerk still has to fill in before this document is whole."""
    return [*missing_scores(data), *missing_analysis(data), *missing_measures(data)]


FORM = Form(ID, "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร", 30, TEXTS, build, lacking)
